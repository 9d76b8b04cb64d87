#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "engine/planning/group_program.hpp"
#include "tests/unit/effort.hpp"
#include "tests/unit/planning_naive.hpp"

using namespace sextant;
using namespace sextant::planning;
using namespace sextant::planning::naive;

using PlanStep = sextant::planning::Step;

namespace {

/// What a choice of common actions is worth, by its words: the most steps, then the least work, then early.
struct CommonWorth {
  std::size_t steps = 0;
  double effort = 0;
  std::size_t late = 0;

  bool better(const CommonWorth& other) const {
    if (steps != other.steps) return steps > other.steps;
    if (effort != other.effort) return effort < other.effort;
    return late < other.late;
  }
};

/// Every schedule of a country that breaks as little as can be.
std::vector<When> fair_schedules(const Problem& problem) {
  const std::size_t count = problem.candidates.size();
  std::vector<When> out;
  double least = kUnlimited;
  for (std::size_t code = 0; code < (std::size_t{1} << (2 * count)); ++code) {
    When when(count);
    for (std::size_t c = 0; c < count; ++c) {
      const std::size_t digit = code >> (2 * c) & 3;
      if (digit < 3) when[c] = digit;
    }
    const Worth one = worth(problem, when);
    if (!one.allowed || one.broken > least + 1e-7) continue;
    if (one.broken < least - 1e-7) out.clear();
    least = std::min(least, one.broken);
    out.push_back(std::move(when));
  }
  return out;
}

/// The best of the common actions that two countries with these schedules have: any subset of what both do in
/// one horizon towards a wanted step.
CommonWorth best_of(const GroupProblem& group, const When& a, const When& b) {
  const When* when[] = {&a, &b};
  std::vector<std::size_t> both;  // candidates are parallel in both countries
  const auto brings = [&](std::size_t u, std::size_t s, std::size_t c) {
    const Problem& one = group.countries[u];
    const auto& actions = one.steps[s].actions;
    return one.wanted[s] && std::find(actions.begin(), actions.end(), c) != actions.end();
  };
  for (std::size_t c = 0; c < a.size(); ++c) {
    bool all = a[c] && a[c] == b[c];
    for (std::size_t u = 0; u < 2 && all; ++u) {
      bool any = false;
      for (std::size_t s = 0; s < group.countries[u].steps.size(); ++s) any = any || brings(u, s, c);
      all = any;
    }
    if (all) both.push_back(c);
  }
  CommonWorth best;
  for (std::size_t code = 0; code < (std::size_t{1} << both.size()); ++code) {
    CommonWorth one;
    for (std::size_t u = 0; u < 2; ++u) {
      const Problem& problem = group.countries[u];
      for (std::size_t i = 0; i < both.size(); ++i) {
        if ((code >> i & 1) == 0) continue;
        one.effort += problem.candidates[both[i]].effort;
        one.late += *a[both[i]];
      }
      for (std::size_t s = 0; s < problem.steps.size(); ++s) {
        bool brought = false;
        for (std::size_t i = 0; i < both.size(); ++i)
          brought = brought || ((code >> i & 1) != 0 && brings(u, s, both[i]));
        if (brought && level_at(problem, *when[u], problem.steps[s].node, 2) >= problem.steps[s].to)
          ++one.steps;
      }
    }
    if (one.better(best)) best = one;
  }
  return best;
}

/// Two countries with the same actions, other budgets and other targets.
GroupProblem random_group(std::mt19937& random) {
  GroupProblem out;
  Problem one;
  do {
    one = random_problem(random, false);
  } while (one.candidates.size() > 4);
  // Often two actions bring the same step, with other work: then the cheaper is to be the common one.
  if (one.candidates.size() < 4 && random() % 3 > 0) {
    Candidate other = one.candidates[0];
    other.id = "other";
    other.effort = static_cast<double>(1 + random() % 9);
    for (PlanStep& step : one.steps) {
      if (step.node == other.node && step.to == *other.to) step.actions.push_back(one.candidates.size());
    }
    one.candidates.push_back(std::move(other));
  }
  out.countries = {one, one};
  for (Problem& country : out.countries) {
    for (double& budget : country.effort)
      budget = random() % 4 == 0 ? kUnlimited : static_cast<double>(random() % 16);
    country.levels_in_short = static_cast<int>(1 + random() % 2);
    for (std::size_t s = 0; s < country.wanted.size(); ++s) country.wanted[s] = random() % 3 > 0;
    for (Candidate& candidate : country.candidates) {
      candidate.kept = random() % 8 == 0;
      candidate.effort += static_cast<double>(random() % 2);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("the common actions are those that trying all plans of both countries finds") {
  std::mt19937 random(20250325);
  std::size_t with_steps = 0;
  for (int run = 0; run < 60; ++run) {
    CAPTURE(run);
    const GroupProblem group = random_group(random);
    CommonWorth expected;
    const std::vector<When> of_second = fair_schedules(group.countries[1]);
    for (const When& a : fair_schedules(group.countries[0])) {
      for (const When& b : of_second) {
        const CommonWorth one = best_of(group, a, b);
        if (one.better(expected)) expected = one;
      }
    }
    const CommonChoice found = common_actions(group);
    CommonWorth got;
    got.steps = found.steps;
    for (const CommonAction& action : found.actions) {
      CHECK(action.countries == std::vector<std::size_t>{0, 1});
      for (std::size_t u = 0; u < 2; ++u) {
        for (const Candidate& one : group.countries[u].candidates) {
          if (one.id != action.id) continue;
          got.effort += one.effort;
          got.late += static_cast<std::size_t>(action.when);
        }
      }
    }
    CHECK(found.proved);
    CHECK(got.steps == expected.steps);
    CHECK(got.effort == expected.effort);
    CHECK(got.late == expected.late);
    if (expected.steps > 0) ++with_steps;
  }
  CHECK(with_steps > 20);  // otherwise the cases show little
}

TEST_CASE("what the country could do besides changes nothing in what it can do with others") {
  std::mt19937 random(7);
  for (int run = 0; run < tries(40); ++run) {
    CAPTURE(run);
    Problem one = random_problem(random, true);
    std::fill(one.wanted.begin(), one.wanted.end(), true);
    const std::vector<std::string> ids = {one.candidates[0].id};
    const Problem small = reduced(one, ids);
    const auto can = [&](Problem problem) {
      for (Candidate& candidate : problem.candidates)
        candidate.kept = candidate.kept || candidate.id == ids[0];
      return best(problem).broken;
    };
    CHECK(can(small) == doctest::Approx(can(one)).epsilon(1e-6));
  }
}
