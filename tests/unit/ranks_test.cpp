#include "engine/robustness/ranks.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/unit/property_reference.hpp"

using namespace sextant;

namespace {

using Runs = std::vector<std::vector<double>>;

void check(const std::vector<RankInterval>& ranks, const Runs& expected) {
  REQUIRE(ranks.size() == expected.size());
  for (std::size_t i = 0; i < ranks.size(); ++i) {
    CHECK(ranks[i].best == expected[i][0]);
    CHECK(ranks[i].worst == expected[i][1]);
  }
}

}  // namespace

TEST_CASE("the highest value has rank 1") {
  check(rank_intervals({{2.5, 3.1, 1.2}}), {{2, 2}, {1, 1}, {3, 3}});
}

TEST_CASE("a tie leaves open which rank is whose") {
  check(rank_intervals({{3, 3, 1}}), {{1, 2}, {1, 2}, {3, 3}});
  check(rank_intervals({{2, 2, 2}}), {{1, 3}, {1, 3}, {1, 3}});
  check(rank_intervals({{4, 2, 2, 1}}), {{1, 1}, {2, 3}, {2, 3}, {4, 4}});
}

TEST_CASE("values within 1e-9 are tied") {
  check(rank_intervals({{3, 3 + 1e-10}}), {{1, 2}, {1, 2}});
  check(rank_intervals({{3, 3 + 1e-8}}), {{2, 2}, {1, 1}});
}

TEST_CASE("five per cent of the runs are left out at each end") {
  // 21 runs: positions 20 * 0.05 = 1 and 19 of 0..20. One odd run at an end does not count, two do.
  Runs runs(21, {3, 2, 1});
  runs[4] = {1, 2, 3};
  check(rank_intervals(runs), {{1, 1}, {2, 2}, {3, 3}});
  runs[9] = {1, 2, 3};
  check(rank_intervals(runs), {{1, 3}, {2, 2}, {1, 3}});
  check(rank_intervals(runs, 0.25, 0.75), {{1, 1}, {2, 2}, {3, 3}});
  check(rank_intervals(runs, 0, 1), {{1, 3}, {2, 2}, {1, 3}});
}

TEST_CASE("between two runs the outer one is taken") {
  // 20 runs: positions 0.95 and 18.05 of 0..19, so that one odd run counts.
  Runs runs(20, {2, 1});
  runs[3] = {1, 2};
  check(rank_intervals(runs), {{1, 2}, {1, 2}});
  // Two runs: positions 0.05 and 0.95 of 0..1.
  check(rank_intervals({{2, 1}, {1, 2}}), {{1, 2}, {1, 2}});
}

TEST_CASE("no units have no ranks") {
  CHECK(rank_intervals({{}, {}}).empty());
}

TEST_CASE("property: at least nine runs of ten lie inside, and units may come in any order") {
  test::Random random(17);
  for (int round = 0; round < 50; ++round) {
    const int units = 1 + random.below(6);
    Runs runs(static_cast<std::size_t>(1 + random.below(80)));
    Runs turned;
    for (auto& run : runs) {
      for (int unit = 0; unit < units; ++unit) run.push_back(random.below(5));
      turned.emplace_back(run.rbegin(), run.rend());
    }
    const auto ranks = rank_intervals(runs);
    const auto back = rank_intervals(turned);
    for (std::size_t unit = 0; unit < ranks.size(); ++unit) {
      CHECK(ranks[unit].best == back[ranks.size() - 1 - unit].best);
      CHECK(ranks[unit].worst == back[ranks.size() - 1 - unit].worst);
      int inside = 0;
      for (const auto& run : runs) {
        std::size_t better = 0;
        std::size_t tied = 0;
        for (const double other : run) {
          better += other > run[unit] ? 1 : 0;
          tied += other == run[unit] ? 1 : 0;
        }
        inside += better + 1 >= ranks[unit].best && better + tied <= ranks[unit].worst ? 1 : 0;
      }
      CHECK(inside >= 0.9 * static_cast<double>(runs.size()));
    }
  }
}

TEST_CASE("the probability of lying above counts ties as half") {
  CHECK(probability_exceeds({3, 3, 3, 3}, {1, 2, 3, 4}) == 0.625);  // 2.5 of 4
  CHECK(probability_exceeds({1}, {2}) == 0);
  CHECK(probability_exceeds({2}, {1}) == 1);
  CHECK(probability_exceeds({2, 2}, {2 + 1e-10, 2 - 1e-10}) == 0.5);
  CHECK(probability_exceeds({2, 2}, {2 + 1e-8, 2 - 1e-8}) == 0.5);
  CHECK(probability_exceeds({2, 2}, {2 - 1e-8, 2 - 1e-8}) == 1);
}

TEST_CASE("draws are paired: what both share does not blur their order") {
  // b is always 0.1 below a, however much the runs differ; unpaired, 3 of 9 pairs would go the other way.
  CHECK(probability_exceeds({1, 2, 3}, {0.9, 1.9, 2.9}) == 1);
}

TEST_CASE("property: one of the two lies above, or both are tied") {
  test::Random random(19);
  for (int round = 0; round < 100; ++round) {
    std::vector<double> a;
    std::vector<double> b;
    for (int i = 1 + random.below(50); i > 0; --i) {
      a.push_back(random.below(4));
      b.push_back(random.below(4));
    }
    CHECK(std::fabs(probability_exceeds(a, b) + probability_exceeds(b, a) - 1) < 1e-15);
    CHECK(probability_exceeds(a, a) == 0.5);
  }
}
