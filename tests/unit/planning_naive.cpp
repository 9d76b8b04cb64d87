#include "tests/unit/planning_naive.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace sextant::planning::naive {

using PlanStep = planning::Step;

namespace {

bool done_by(const When& when, std::size_t c, std::size_t h) {
  return when[c] && *when[c] <= h;
}

}  // namespace

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

namespace {

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

}  // namespace

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

namespace {

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

}  // namespace

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

}  // namespace sextant::planning::naive
