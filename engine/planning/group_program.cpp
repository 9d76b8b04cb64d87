#include "engine/planning/group_program.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "engine/planning/layout.hpp"

namespace sextant::planning {

namespace {

constexpr double kHalf = 0.5;

bool has(const std::vector<std::size_t>& list, std::size_t one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

/// The wanted steps that a candidate brings.
std::vector<std::size_t> brought(const Problem& problem, std::size_t candidate) {
  std::vector<std::size_t> out;
  for (std::size_t s = 0; s < problem.steps.size(); ++s) {
    if (problem.wanted[s] && has(problem.steps[s].actions, candidate)) out.push_back(s);
  }
  return out;
}

/// The ids of what could be common, in the order of the first country that has them.
std::vector<std::string> could_be_common(const GroupProblem& group) {
  std::vector<std::string> order;
  std::map<std::string, std::size_t> countries;
  for (const Problem& problem : group.countries) {
    for (std::size_t c = 0; c < problem.candidates.size(); ++c) {
      if (brought(problem, c).empty()) continue;
      const auto [at, fresh] = countries.emplace(problem.candidates[c].id, 0);
      if (fresh) order.push_back(at->first);
      ++at->second;
    }
  }
  order.erase(std::remove_if(order.begin(), order.end(),
                             [&](const std::string& id) { return countries[id] < group.least; }),
              order.end());
  return order;
}

/// One action in one country: which of its variables say "done with the others in this horizon".
struct Joining {
  std::size_t action = 0;
  std::size_t country = 0;
  std::size_t candidate = 0;
  std::array<std::optional<std::size_t>, kHorizons> with;
};

/// The programmes of all countries side by side, joined by the common actions.
class Joint {
 public:
  Joint(const GroupProblem& group, const std::vector<std::string>& ids) : group_(group), ids_(ids) {
    for (const Problem& problem : group.countries) add_country(problem);
    for (std::size_t a = 0; a < ids.size(); ++a) add_action(a);
    for (std::size_t u = 0; u < group.countries.size(); ++u) add_steps(u);
  }

  CommonChoice solve() {
    CommonChoice out;
    if (!minimise(broken_, out)) return out;
    const auto steps = minimise(steps_cost(), out);
    minimise(effort(), out);
    minimise(lateness(), out);
    out.steps = static_cast<std::size_t>(-*steps + kHalf);
    for (std::size_t h = 0; h < kHorizons; ++h) {
      for (std::size_t a = 0; a < ids_.size(); ++a) take(a, h, out);
    }
    return out;
  }

 private:
  std::size_t add(Variable variable) {
    program_.variables.push_back(variable);
    return program_.variables.size() - 1;
  }
  void at_most(std::size_t variable, std::size_t limit) {
    program_.rows.push_back({{{variable, 1}, {limit, -1}}, -kUnlimited, 0});
  }

  void add_country(const Problem& problem) {
    layouts_.emplace_back(problem);
    const std::size_t offset = program_.variables.size();
    offsets_.push_back(offset);
    Program& own = layouts_.back().program();
    program_.variables.insert(program_.variables.end(), own.variables.begin(), own.variables.end());
    for (Row row : own.rows) {
      for (auto& term : row.terms) term.first += offset;
      program_.rows.push_back(std::move(row));
    }
    const Cost broken = layouts_.back().broken();
    broken_.insert(broken_.end(), broken.begin(), broken.end());
  }

  /// Done by at least so many in one horizon, or by none with the others.
  void add_action(std::size_t action) {
    Row once{{}, 0, 1};
    std::array<std::size_t, kHorizons> common{};
    std::array<Row, kHorizons> enough;
    for (std::size_t h = 0; h < kHorizons; ++h) {
      common.at(h) = add({0, 1, true});
      once.terms.emplace_back(common.at(h), 1);
      enough.at(h) = {{{common.at(h), -static_cast<double>(group_.least)}}, 0, kUnlimited};
    }
    program_.rows.push_back(std::move(once));
    for (std::size_t u = 0; u < group_.countries.size(); ++u) {
      const Problem& problem = group_.countries[u];
      for (std::size_t c = 0; c < problem.candidates.size(); ++c) {
        if (problem.candidates[c].id != ids_[action] || brought(problem, c).empty()) continue;
        Joining joining{action, u, c, {}};
        for (std::size_t h = 0; h < kHorizons; ++h) {
          const auto& does = layouts_[u].does(c, h);
          if (!does) continue;
          joining.with.at(h) = add({0, 1, true});
          at_most(*joining.with.at(h), offsets_[u] + *does);
          at_most(*joining.with.at(h), common.at(h));
          enough.at(h).terms.emplace_back(*joining.with.at(h), 1);
        }
        joinings_.push_back(joining);
      }
    }
    for (Row& row : enough) program_.rows.push_back(std::move(row));
  }

  /// A wanted step counts where it is reached and a common action brings it.
  void add_steps(std::size_t country) {
    const Problem& problem = group_.countries[country];
    for (std::size_t s = 0; s < problem.steps.size(); ++s) {
      if (!problem.wanted[s]) continue;
      Row row{{}, -kUnlimited, 0};
      for (const Joining& one : joinings_) {
        if (one.country != country || !has(problem.steps[s].actions, one.candidate)) continue;
        for (const auto& with : one.with) {
          if (with) row.terms.emplace_back(*with, -1);
        }
      }
      if (row.terms.empty()) continue;
      counted_.push_back(add({0, 1, false}));
      row.terms.emplace_back(counted_.back(), 1);
      program_.rows.push_back(std::move(row));
      at_most(counted_.back(), offsets_[country] + layouts_[country].reached(s));
    }
  }

  Cost blank() const { return Cost(program_.variables.size(), 0.0); }
  Cost steps_cost() const {
    Cost out = blank();
    for (const std::size_t one : counted_) out[one] = -1;
    return out;
  }
  template <typename Take>
  Cost of_joinings(const Take& take) const {
    Cost out = blank();
    for (const Joining& one : joinings_) {
      for (std::size_t h = 0; h < kHorizons; ++h) {
        if (one.with.at(h)) out[*one.with.at(h)] = take(one, h);
      }
    }
    return out;
  }
  Cost effort() const {
    return of_joinings([&](const Joining& one, std::size_t) {
      return group_.countries[one.country].candidates[one.candidate].effort;
    });
  }
  /// Earlier is better, and among equals what stands first.
  Cost lateness() const {
    const auto count = static_cast<double>(ids_.size() + 1);
    return of_joinings([&](const Joining& one, std::size_t h) {
      return static_cast<double>(h) + static_cast<double>(one.action + 1) / count / 100;
    });
  }

  std::optional<double> minimise(Cost cost, CommonChoice& out) {
    cost.resize(program_.variables.size(), 0.0);
    int most = 0;
    for (const Problem& one : group_.countries) most = std::max(most, one.most_nodes);
    const Solution solution = planning::minimise(program_, cost, most, 0);
    if (!solution.feasible) {
      out.proved = out.proved && solution.proved;
      return std::nullopt;
    }
    out.proved = out.proved && solution.proved;
    x_ = solution.x;
    Row row{{}, -kUnlimited, solution.value + kObjectiveTolerance};
    for (std::size_t i = 0; i < cost.size(); ++i) {
      if (cost[i] != 0) row.terms.emplace_back(i, cost[i]);
    }
    if (!row.terms.empty()) program_.rows.push_back(std::move(row));
    return solution.value;
  }

  void take(std::size_t action, std::size_t horizon, CommonChoice& out) const {
    CommonAction one{ids_[action], static_cast<Horizon>(horizon), {}};
    for (const Joining& joining : joinings_) {
      const auto& with = joining.with.at(horizon);
      if (joining.action == action && with && x_[*with] > kHalf) one.countries.push_back(joining.country);
    }
    if (!one.countries.empty()) out.actions.push_back(std::move(one));
  }

  const GroupProblem& group_;
  const std::vector<std::string>& ids_;
  Program program_;
  std::vector<Layout> layouts_;
  std::vector<std::size_t> offsets_;
  Cost broken_;
  std::vector<Joining> joinings_;
  std::vector<std::size_t> counted_;
  std::vector<double> x_;
};

}  // namespace

Problem reduced(const Problem& problem, const std::vector<std::string>& ids) {
  const std::size_t count = problem.candidates.size();
  std::vector<bool> in(count);
  std::vector<std::size_t> open;
  const auto want = [&](std::size_t c) {
    if (in[c]) return;
    in[c] = true;
    open.push_back(c);
  };
  const auto want_level = [&](std::size_t node, std::size_t level) {
    for (const Step& step : problem.steps) {
      if (step.node != node || step.to > level) continue;
      for (const std::size_t c : step.actions) want(c);
    }
  };
  for (std::size_t c = 0; c < count; ++c) {
    const bool common = std::find(ids.begin(), ids.end(), problem.candidates[c].id) != ids.end();
    if (common || problem.candidates[c].kept) want(c);
  }
  while (!open.empty()) {
    const Candidate& one = problem.candidates[open.back()];
    open.pop_back();
    if (one.from) want_level(one.node, *one.from);
    for (const Need& need : one.needs) want_level(need.node, need.level);
    for (std::size_t c = 0; c < count; ++c) {
      if (std::find(one.after.begin(), one.after.end(), problem.candidates[c].id) != one.after.end()) want(c);
    }
  }
  Problem out = problem;
  out.candidates.clear();
  std::vector<std::size_t> now(count);
  for (std::size_t c = 0; c < count; ++c) {
    now[c] = out.candidates.size();
    if (in[c]) out.candidates.push_back(problem.candidates[c]);
  }
  for (Step& step : out.steps) {
    std::vector<std::size_t> actions;
    for (const std::size_t c : step.actions) {
      if (in[c]) actions.push_back(now[c]);
    }
    step.actions = std::move(actions);
  }
  return out;
}

CommonChoice common_actions(const GroupProblem& problem) {
  const std::vector<std::string> ids = could_be_common(problem);
  if (ids.empty()) return {};
  GroupProblem small;
  small.least = problem.least;
  for (const Problem& one : problem.countries) small.countries.push_back(reduced(one, ids));
  return Joint(small, ids).solve();
}

}  // namespace sextant::planning
