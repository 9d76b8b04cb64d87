#include "engine/planning/layout.hpp"

#include <algorithm>
#include <string>
#include <tuple>

namespace sextant::planning {

namespace {

constexpr std::size_t kLast = kHorizons - 1;

}  // namespace

template <typename Take>
void Layout::each_does(const Take& take) const {
  for (std::size_t c = 0; c < does_.size(); ++c) {
    for (std::size_t h = 0; h < kHorizons; ++h) {
      if (does_[c][h]) take(c, h, *does_[c][h]);
    }
  }
}

template <typename Amount>
void Layout::budget(std::size_t h, double limit, const Amount& amount) {
  if (limit == kUnlimited) return;
  Row row{{}, -kUnlimited, limit};
  double kept = 0;
  for (std::size_t c = 0; c < problem_.candidates.size(); ++c) {
    const Candidate& one = problem_.candidates[c];
    if (!does_[c][h] || amount(one) <= 0) continue;
    row.terms.emplace_back(*does_[c][h], amount(one));
    if (one.kept) kept += amount(one);
  }
  if (row.terms.empty()) return;
  if (kept > 0) row.terms.emplace_back(slack(), -1);
  program_.rows.push_back(std::move(row));
}

Layout::Layout(const Problem& problem) : problem_(problem) {
  for (std::size_t s = 0; s < problem.steps.size(); ++s) step_at_[{node(s), problem.steps[s].to}] = s;
  add_does();
  add_reached();
  for (const Candidate& one : problem.candidates) needs(one);
  after();
  short_climbs();
  budgets();
  counts();
}

Cost Layout::broken() const {
  Cost out = blank();
  for (const std::size_t slack : slacks_) out[slack] = 1;
  return out;
}
Cost Layout::wanted() const {
  Cost out = blank();
  for (std::size_t s = 0; s < problem_.steps.size(); ++s) {
    if (problem_.wanted[s]) out[reached_[s][kLast]] = -1;
  }
  return out;
}
Cost Layout::mean() const {
  Cost out = blank();
  const auto count = static_cast<double>(problem_.pillars.size());
  for (std::size_t s = 0; s < problem_.steps.size(); ++s) {
    for (std::size_t p = 0; p < problem_.pillars.size(); ++p) out[reached_[s][kLast]] -= gain(s, p) / count;
  }
  return out;
}
Cost Layout::effort() const {
  Cost out = blank();
  each_does([&](std::size_t c, std::size_t, std::size_t x) { out[x] = problem_.candidates[c].effort; });
  return out;
}
/// Earlier is better; wanted steps before others, and among equals those that stand first.
Cost Layout::lateness() const {
  constexpr double kWanted = 10;
  Cost out = blank();
  const auto count = static_cast<double>(problem_.candidates.size());
  each_does([&](std::size_t c, std::size_t h, std::size_t x) {
    const double place = 1 - static_cast<double>(c) / (count + 1);
    out[x] = static_cast<double>(h) * ((brings_wanted(c) ? kWanted : 1) + place / 100);
  });
  return out;
}

void Layout::demand_wanted() {
  for (std::size_t s = 0; s < problem_.steps.size(); ++s) {
    if (problem_.wanted[s]) program_.rows.push_back({{{reached_[s][kLast], 1}}, 1, 1});
  }
}

void Layout::fix(const Cost& cost, double value) {
  Row row;
  for (std::size_t i = 0; i < cost.size(); ++i) {
    if (cost[i] != 0) row.terms.emplace_back(i, cost[i]);
  }
  if (row.terms.empty()) return;
  row.low = -kUnlimited;
  row.high = value + kObjectiveTolerance;
  program_.rows.push_back(std::move(row));
}

std::vector<double> Layout::ends(std::size_t pillar) const {
  std::vector<double> out = {problem_.pillars[pillar]};
  for (std::size_t s = 0; s < problem_.steps.size();) {
    std::vector<double> climbs = {0};  // of one node, a level after the other
    const std::size_t at = node(s);
    for (; s < problem_.steps.size() && node(s) == at; ++s) climbs.push_back(climbs.back() + gain(s, pillar));
    std::vector<double> more;
    for (const double value : out) {
      for (const double climb : climbs) more.push_back(value + climb);
    }
    out = distinct(std::move(more));
  }
  return out;
}

std::optional<double> Layout::next(const std::vector<double>& ends, double value) {
  const auto at = std::lower_bound(ends.begin(), ends.end(), value - kObjectiveTolerance);
  return at == ends.end() ? std::nullopt : std::optional<double>(*at);
}

Row Layout::at_least(std::size_t pillar, double value) const {
  Row row{{}, value - problem_.pillars[pillar] - kObjectiveTolerance, kUnlimited};
  for (std::size_t s = 0; s < problem_.steps.size(); ++s) {
    if (gain(s, pillar) != 0) row.terms.emplace_back(reached_[s][kLast], gain(s, pillar));
  }
  return row;
}

std::vector<double> Layout::distinct(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  std::vector<double> out;
  for (const double value : values) {
    if (out.empty() || value > out.back() + kObjectiveTolerance) out.push_back(value);
  }
  return out;
}

std::vector<std::optional<Horizon>> Layout::schedule(const std::vector<double>& x) const {
  std::vector<std::optional<Horizon>> out(problem_.candidates.size());
  each_does([&](std::size_t c, std::size_t h, std::size_t variable) {
    if (x[variable] > 0.5) out[c] = static_cast<Horizon>(h);
  });
  return out;
}

std::size_t Layout::add(Variable variable) {
  program_.variables.push_back(variable);
  return program_.variables.size() - 1;
}
std::size_t Layout::slack() {
  slacks_.push_back(add({0, kUnlimited, false}));
  return slacks_.back();
}

bool Layout::brings_wanted(std::size_t candidate) const {
  for (std::size_t s = 0; s < problem_.steps.size(); ++s) {
    const auto& actions = problem_.steps[s].actions;
    if (problem_.wanted[s] && std::find(actions.begin(), actions.end(), candidate) != actions.end())
      return true;
  }
  return false;
}

/// An action is done once at most; one that the country has spoken of is done.
void Layout::add_does() {
  for (const Candidate& one : problem_.candidates) {
    auto& row = does_.emplace_back();
    Row once;
    for (std::size_t h = 0; h < kHorizons; ++h) {
      const auto horizon = static_cast<Horizon>(h);
      if (one.fixed ? horizon != *one.fixed : horizon < one.earliest) continue;
      row[h] = add({0, 1, true});
      once.terms.emplace_back(*row[h], 1);
    }
    once.low = one.kept ? 1 : 0;
    once.high = 1;
    program_.rows.push_back(std::move(once));
  }
}

/// The terms of "this candidate is done by the end of a horizon".
void Layout::done_by(std::size_t candidate, std::size_t horizon, double factor, Row& row) const {
  for (std::size_t h = 0; h <= horizon; ++h) {
    if (does_[candidate][h]) row.terms.emplace_back(*does_[candidate][h], factor);
  }
}

/// A step is reached when an action that brings it is done and the step below it is reached.
void Layout::add_reached() {
  for (std::size_t s = 0; s < problem_.steps.size(); ++s) {
    auto& row = reached_.emplace_back();
    const auto below = step_at_.find({node(s), problem_.steps[s].to - 1});
    const bool starts_here = problem_.standing[node(s)] == problem_.steps[s].to - 1;
    for (std::size_t h = 0; h < kHorizons; ++h) {
      row.push_back(add({0, 1, false}));
      Row done{{{row[h], 1}}, -kUnlimited, 0};
      for (const std::size_t action : problem_.steps[s].actions) done_by(action, h, -1, done);
      program_.rows.push_back(std::move(done));
      if (below != step_at_.end()) {
        program_.rows.push_back({{{row[h], 1}, {reached_[below->second][h], -1}}, -kUnlimited, 0});
      } else if (!starts_here) {
        program_.variables[row[h]].high = 0;
      }
    }
  }
}

/// At most so many levels in the short horizon, by what is done in it.
void Layout::short_climbs() {
  std::map<std::size_t, Row> rows;
  std::map<std::size_t, bool> kept;
  for (std::size_t c = 0; c < problem_.candidates.size(); ++c) {
    const Candidate& one = problem_.candidates[c];
    if (!does_[c][0] || !one.from || !one.to) continue;
    rows[one.node].terms.emplace_back(*does_[c][0], static_cast<double>(*one.to - *one.from));
    kept[one.node] = kept[one.node] || one.kept;
  }
  for (auto& [at, row] : rows) {
    row.low = -kUnlimited;
    row.high = problem_.levels_in_short;
    if (kept[at]) row.terms.emplace_back(slack(), -1);
    program_.rows.push_back(std::move(row));
  }
}

/// "Not before": the candidate is done by a horizon only if `what` is reached by then. What the country has
/// put there may break it.
void Layout::not_before(std::size_t candidate, const std::vector<std::size_t>* what) {
  for (std::size_t h = 0; h < kHorizons; ++h) {
    Row row{{}, -kUnlimited, 0};
    done_by(candidate, h, 1, row);
    if (row.terms.empty()) continue;
    if (what != nullptr) row.terms.emplace_back((*what)[h], -1);
    if (problem_.candidates[candidate].kept) row.terms.emplace_back(slack(), -1);
    program_.rows.push_back(std::move(row));
  }
}

/// A level that has to be reached first. One that is not known today holds nothing back: a check names it.
void Layout::level_first(std::size_t candidate, std::size_t at, std::size_t level) {
  const auto today = problem_.standing[at];
  if (!today || *today >= level) return;
  const auto step = step_at_.find({at, level});
  not_before(candidate, step == step_at_.end() ? nullptr : &reached_[step->second]);
}

void Layout::needs(const Candidate& one) {
  const auto index = static_cast<std::size_t>(&one - problem_.candidates.data());
  if (one.from) level_first(index, one.node, *one.from);
  for (const Need& need : one.needs) level_first(index, need.node, need.level);
}

/// The country's own order.
void Layout::after() {
  std::map<std::string, std::size_t> by_id;
  for (std::size_t c = 0; c < problem_.candidates.size(); ++c) by_id[problem_.candidates[c].id] = c;
  for (std::size_t c = 0; c < problem_.candidates.size(); ++c) {
    for (const std::string& id : problem_.candidates[c].after) {
      const auto other = by_id.find(id);
      if (other == by_id.end() || other->second == c) continue;
      for (std::size_t h = 0; h < kHorizons; ++h) {
        Row row{{}, -kUnlimited, 0};
        done_by(c, h, 1, row);
        if (row.terms.empty()) continue;
        done_by(other->second, h, -1, row);
        row.terms.emplace_back(slack(), -1);
        program_.rows.push_back(std::move(row));
      }
    }
  }
}

void Layout::budgets() {
  for (std::size_t h = 0; h < kHorizons; ++h) {
    budget(h, problem_.effort[h], [](const Candidate& one) { return one.effort; });
    budget(h, problem_.money[h], [](const Candidate& one) { return one.money; });
  }
}

/// How many actions of the same size each pillar gets in each horizon, as whole numbers of their own. They
/// say nothing new, but deciding on them settles many choices that are worth the same at once.
void Layout::counts() {
  std::map<std::size_t, std::size_t> pillar_of;
  for (std::size_t s = 0; s < problem_.steps.size(); ++s) {
    for (std::size_t p = 0; p < problem_.pillars.size(); ++p) {
      if (gain(s, p) > 0) pillar_of.emplace(node(s), p);
    }
  }
  std::map<std::tuple<std::size_t, double, std::size_t>, Row> rows;
  each_does([&](std::size_t c, std::size_t h, std::size_t x) {
    const auto pillar = pillar_of.find(problem_.candidates[c].node);
    if (pillar == pillar_of.end()) return;
    for (const std::size_t when : {h, kHorizons})  // each horizon, and all together
      rows[{pillar->second, problem_.candidates[c].effort, when}].terms.emplace_back(x, 1);
  });
  for (auto& [key, row] : rows) {
    if (row.terms.size() < 2) continue;
    row.terms.emplace_back(add({0, static_cast<double>(row.terms.size()), true}), -1);
    program_.rows.push_back(std::move(row));
  }
}

}  // namespace sextant::planning
