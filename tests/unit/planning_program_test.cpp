#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "engine/planning/group_program.hpp"
#include "engine/planning/solver.hpp"

using namespace sextant;
using namespace sextant::planning;
using PlanStep = sextant::planning::Step;

namespace {

/// What a schedule is worth, worked out from the words of docs/method.md and not from the programme.
struct Worth {
  bool allowed = true;
  double broken = 0;
  double wanted = 0;
  double lowest = 1;
  double mean = 0;
  double effort = 0;
  double late = 0;
};

using When = std::vector<std::optional<std::size_t>>;

bool done_by(const When& when, std::size_t c, std::size_t h) {
  return when[c] && *when[c] <= h;
}

/// The level of a node at the end of a horizon: one step after the other from where it stands.
std::size_t level_at(const Problem& problem, const When& when, std::size_t node, std::size_t h) {
  std::size_t level = *problem.standing[node];
  for (bool moved = true; moved;) {
    moved = false;
    for (const PlanStep& step : problem.steps) {
      const bool done = std::any_of(step.actions.begin(), step.actions.end(),
                                    [&](std::size_t c) { return done_by(when, c, h); });
      if (step.node == node && step.to == level + 1 && done) {
        ++level;
        moved = true;
      }
    }
  }
  return level;
}

void order(const Problem& problem, const When& when, std::size_t c, Worth& out) {
  const Candidate& one = problem.candidates[c];
  const auto ask = [&](std::size_t node, std::size_t level) {
    if (!problem.standing[node]) return;
    for (std::size_t h = 0; h < kHorizons; ++h) {
      if (!done_by(when, c, h) || level_at(problem, when, node, h) >= level) continue;
      if (one.kept) out.broken += 1;
      out.allowed = out.allowed && one.kept;
    }
  };
  if (one.from) ask(one.node, *one.from);
  for (const Need& need : one.needs) ask(need.node, need.level);
}

void limits(const Problem& problem, const When& when, Worth& out) {
  for (std::size_t h = 0; h < kHorizons; ++h) {
    double effort = 0;
    bool kept = false;
    for (std::size_t c = 0; c < when.size(); ++c) {
      if (when[c] != h) continue;
      effort += problem.candidates[c].effort;
    }
    for (const Candidate& one : problem.candidates)
      kept = kept || (one.kept && one.effort > 0 &&
                      (one.fixed ? static_cast<std::size_t>(*one.fixed) == h
                                 : static_cast<std::size_t>(one.earliest) <= h));
    if (effort <= problem.effort.at(h) + 1e-9) continue;
    out.broken += effort - problem.effort.at(h);
    out.allowed = out.allowed && kept;
  }
  for (std::size_t node = 0; node < problem.standing.size(); ++node) {
    double climbed = 0;
    bool kept = false;
    for (std::size_t c = 0; c < when.size(); ++c) {
      const Candidate& one = problem.candidates[c];
      const bool possible =
          one.fixed ? *one.fixed == Horizon::short_term : one.earliest == Horizon::short_term;
      if (one.node != node || !one.from || !possible) continue;
      kept = kept || one.kept;
      if (when[c] == std::size_t{0}) climbed += static_cast<double>(*one.to - *one.from);
    }
    if (climbed <= problem.levels_in_short) continue;
    out.broken += climbed - problem.levels_in_short;
    out.allowed = out.allowed && kept;
  }
}

Worth worth(const Problem& problem, const When& when) {
  Worth out;
  for (std::size_t c = 0; c < when.size(); ++c) {
    const Candidate& one = problem.candidates[c];
    if (one.kept && !when[c]) out.allowed = false;
    if (!when[c]) continue;
    const auto horizon = static_cast<Horizon>(*when[c]);
    if (one.fixed ? horizon != *one.fixed : horizon < one.earliest) out.allowed = false;
    out.effort += one.effort;
    order(problem, when, c, out);
    bool wanted = false;
    for (std::size_t s = 0; s < problem.steps.size(); ++s) {
      const auto& actions = problem.steps[s].actions;
      wanted = wanted || (problem.wanted[s] && std::find(actions.begin(), actions.end(), c) != actions.end());
    }
    out.late += static_cast<double>(*when[c]) * (wanted ? 10 : 1);
  }
  limits(problem, when, out);
  for (std::size_t p = 0; p < problem.pillars.size(); ++p) {
    double value = problem.pillars[p];
    for (const PlanStep& step : problem.steps) {
      if (level_at(problem, when, step.node, 2) >= step.to) value += step.gain[p];
    }
    out.lowest = std::min(out.lowest, value);
    out.mean += value / static_cast<double>(problem.pillars.size());
  }
  for (std::size_t s = 0; s < problem.steps.size(); ++s) {
    if (problem.wanted[s] && level_at(problem, when, problem.steps[s].node, 2) >= problem.steps[s].to)
      out.wanted += 1;
  }
  return out;
}

/// True if `a` comes before `b` by the objectives in their order.
bool better(const Worth& a, const Worth& b) {
  const double left[] = {a.broken, -a.wanted, -a.lowest, -a.mean, a.effort, a.late};
  const double right[] = {b.broken, -b.wanted, -b.lowest, -b.mean, b.effort, b.late};
  for (int i = 0; i < 6; ++i) {
    if (left[i] < right[i] - 1e-7) return true;
    if (left[i] > right[i] + 1e-7) return false;
  }
  return false;
}

Worth by_trying_all(const Problem& problem) {
  const std::size_t count = problem.candidates.size();
  std::optional<Worth> best;
  When when(count);
  for (std::size_t code = 0; code < (std::size_t{1} << (2 * count)); ++code) {
    for (std::size_t c = 0; c < count; ++c) {
      const std::size_t digit = code >> (2 * c) & 3;
      when[c] = digit == 3 ? std::nullopt : std::optional<std::size_t>(digit);
    }
    const Worth one = worth(problem, when);
    if (one.allowed && (!best || better(one, *best))) best = one;
  }
  REQUIRE(best);
  return *best;
}

When as_numbers(const Schedule& schedule) {
  When out;
  for (const auto& when : schedule.when)
    out.push_back(when ? std::optional<std::size_t>(static_cast<std::size_t>(*when)) : std::nullopt);
  return out;
}

/// Nodes 0 and 1 in the first pillar, 2 in the second; levels 0 to 2; gains in twentieths.
Problem random_problem(std::mt19937& random, bool with_kept) {
  const auto below = [&](int n) { return static_cast<std::size_t>(random() % static_cast<unsigned>(n)); };
  Problem out;
  for (int node = 0; node < 3; ++node) out.standing.emplace_back(below(2));
  if (below(6) == 0) out.standing[2].reset();
  const int count = 3 + static_cast<int>(below(3));
  for (int i = 0; i < count; ++i) {
    Candidate one;
    one.id = "a" + std::to_string(i);
    one.node = below(3);
    one.from = below(2) + (out.standing[one.node] ? *out.standing[one.node] : 0);
    one.to = *one.from + 1;
    one.earliest = static_cast<Horizon>(below(3));
    one.effort = static_cast<double>(1 + below(9));
    if (below(3) == 0) {
      const std::size_t node = below(3);
      if (node != one.node) one.needs.push_back({node, 1 + below(2)});
    }
    if (with_kept && below(3) == 0) {
      one.kept = true;
      if (below(2) == 0) one.fixed = static_cast<Horizon>(below(3));
    }
    out.candidates.push_back(std::move(one));
  }
  for (std::size_t node = 0; node < 3; ++node) {
    if (!out.standing[node]) continue;
    for (std::size_t to = *out.standing[node] + 1; to < 5; ++to) {
      PlanStep step{node, to, {}, {}};
      for (std::size_t c = 0; c < out.candidates.size(); ++c) {
        if (out.candidates[c].node == node && out.candidates[c].to == to) step.actions.push_back(c);
      }
      if (step.actions.empty()) continue;
      const double gain = 0.05 * static_cast<double>(below(4));
      step.gain = node < 2 ? std::vector<double>{gain, 0} : std::vector<double>{0, gain};
      out.steps.push_back(std::move(step));
      out.wanted.push_back(below(3) == 0);
    }
  }
  out.pillars = {0.05 * static_cast<double>(below(8)), 0.05 * static_cast<double>(below(8))};
  out.pillar_of_gain = {0, 1};
  out.unit = {1, 1};
  for (double& budget : out.effort)
    if (below(4) > 0) budget = static_cast<double>(below(16));
  out.levels_in_short = static_cast<int>(1 + below(2));
  return out;
}

}  // namespace

TEST_CASE("the best plan is the one that trying all of them finds") {
  std::mt19937 random(20251122);
  for (int run = 0; run < 120; ++run) {
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
  CHECK(feasible > 10);
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
  for (int run = 0; run < 40; ++run) {
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
