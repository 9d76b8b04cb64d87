#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "engine/planning/solver.hpp"
#include "tests/unit/effort.hpp"
#include "tests/unit/planning_naive.hpp"

using namespace sextant;
using namespace sextant::planning;
using namespace sextant::planning::naive;

TEST_CASE("the best plan is the one that trying all of them finds") {
  std::mt19937 random(20251122);
  for (int run = 0; run < tries(120); ++run) {
    CAPTURE(run);
    const Problem problem = random_problem(random, run % 2 == 1);
    const Schedule found = best(problem);
    const Worth expected = by_trying_all(problem);
    const Worth got = worth(problem, as_numbers(found));
    CHECK(found.proved);
    CHECK(got.allowed);
    CHECK(found.broken == doctest::Approx(expected.broken).epsilon(1e-6));
    CHECK(got.broken == doctest::Approx(expected.broken).epsilon(1e-6));
    CHECK(got.wanted == expected.wanted);
    CHECK(got.lowest == doctest::Approx(expected.lowest).epsilon(1e-6));
    CHECK(got.mean == doctest::Approx(expected.mean).epsilon(1e-6));
    CHECK(got.effort == doctest::Approx(expected.effort).epsilon(1e-6));
    CHECK(got.late == expected.late);
  }
}

TEST_CASE("the cheapest plan reaches all that is wanted with the least effort") {
  std::mt19937 random(7);
  int feasible = 0;
  for (int run = 0; run < 60; ++run) {
    CAPTURE(run);
    Problem problem = random_problem(random, false);
    const Schedule found = cheapest(problem);
    problem.effort.fill(kUnlimited);
    const double all = static_cast<double>(std::count(problem.wanted.begin(), problem.wanted.end(), true));
    const std::size_t count = problem.candidates.size();
    std::optional<double> least;
    When when(count);
    for (std::size_t code = 0; code < (std::size_t{1} << (2 * count)); ++code) {
      for (std::size_t c = 0; c < count; ++c) {
        const std::size_t digit = code >> (2 * c) & 3;
        when[c] = digit == 3 ? std::nullopt : std::optional<std::size_t>(digit);
      }
      const Worth one = worth(problem, when);
      if (one.allowed && one.wanted == all && (!least || one.effort < *least)) least = one.effort;
    }
    CHECK(found.feasible == least.has_value());
    if (!least) continue;
    ++feasible;
    const Worth got = worth(problem, as_numbers(found));
    CHECK(got.allowed);
    CHECK(got.wanted == all);
    CHECK(got.effort == doctest::Approx(*least));
  }
  CHECK(feasible > tries(10));
}

TEST_CASE("a programme that nothing fulfils is said to be so") {
  Program program;
  program.variables = {{0, 1, true}, {0, 1, true}};
  program.rows = {{{{0, 1}, {1, 1}}, 3, 4}};
  CHECK_FALSE(minimise(program, {1, 1}, 100).feasible);
}

TEST_CASE("a small programme by hand") {
  // Of 3x + 2y <= 4 with x and y whole and 0 or 1, both do not fit: the most of 5x + 4y is 5.
  Program program;
  program.variables = {{0, 1, true}, {0, 1, true}};
  program.rows = {{{{0, 3}, {1, 2}}, -kUnlimited, 4}};
  const Solution solution = minimise(program, {-5, -4}, 100);
  REQUIRE(solution.feasible);
  CHECK(solution.proved);
  CHECK(solution.value == -5);
  CHECK(solution.x == std::vector<double>{1, 0});
}
