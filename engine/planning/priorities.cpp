#include "engine/planning/priorities.hpp"

#include <algorithm>
#include <set>

namespace sextant::planning {

namespace {

class Proposer {
 public:
  Proposer(const Instrument& instrument, const ActionLibrary& library, const Assessment& assessment,
           const Scores& scores, const std::vector<Finding>& findings)
      : instrument_(instrument),
        library_(library),
        assessment_(assessment),
        scores_(scores),
        findings_(findings),
        pillars_(instrument.pillars()) {
    for (const std::size_t node : instrument.components())
      most_held_ = std::max(most_held_, held_by(node).size());
  }

  Proposal of(const Goal& goal) const {
    Proposal out;
    out.node = goal.node;
    out.pillar = pillar_of(goal.node);
    const NodeScore& score = scores_.nodes[goal.node];
    const std::size_t steps = instrument_.scales[instrument_.nodes[goal.node].scale].levels.size() - 1;
    const std::size_t level = *standing(score);
    out.gap = goal.level > level ? goal.level - level : 0;
    out.gap_share = steps == 0 ? 0 : static_cast<double>(out.gap) / static_cast<double>(steps);
    out.holds = held_by(goal.node);
    if (most_held_ > 0)
      out.holds_share = static_cast<double>(out.holds.size()) / static_cast<double>(most_held_);
    out.imbalance = unbalanced(goal.node, out.pillar);
    out.settled = score.settled;
    const std::vector<std::string>& aimed = assessment_.vision.outcomes;
    double reasons = out.gap_share + out.holds_share + (out.imbalance ? 1 : 0);
    int count = 4;
    if (!aimed.empty()) {
      out.outcomes = served(goal.node, level, aimed);
      reasons += out.outcomes;
      ++count;
    }
    out.actions = std::any_of(library_.actions.begin(), library_.actions.end(), [&](const Action& action) {
      return action.node == goal.node && action.from == level;
    });
    out.feasible = feasible(goal.node, level);
    out.points = (reasons + out.feasible) / count;
    return out;
  }

 private:
  std::size_t pillar_of(std::size_t node) const {
    for (const std::size_t pillar : pillars_) {
      if (instrument_.below(node, pillar)) return pillar;
    }
    return 0;
  }

  /// What waits for a component: nodes that it caps, that lean on it, or whose actions need it at a level
  /// above the one where it stands.
  std::vector<std::size_t> held_by(std::size_t node) const {
    std::set<std::size_t> out;
    const auto level = standing(scores_.nodes[node]);
    if (!level) return {};
    for (const Cap& cap : instrument_.caps) {
      if (instrument_.below(node, cap.while_node) && *level <= cap.while_level) out.insert(cap.node);
    }
    for (const Prerequisite& one : instrument_.prerequisites) {
      const bool leaned_on = std::any_of(one.needs.begin(), one.needs.end(),
                                         [&](std::size_t need) { return instrument_.below(node, need); });
      if (leaned_on && !instrument_.below(node, one.node)) out.insert(one.node);
    }
    for (const Action& action : library_.actions) {
      const auto other = standing(scores_.nodes[action.node]);
      if (!other || *other != action.from) continue;
      for (const Need& need : action.needs) {
        if (need.node == node && need.level > *level) out.insert(action.node);
      }
    }
    out.erase(node);
    return {out.begin(), out.end()};
  }

  bool unbalanced(std::size_t node, std::size_t pillar) const {
    for (const Finding& finding : findings_) {
      const FindingType type = instrument_.findings[finding.rule].type;
      const bool about_balance =
          type == FindingType::lagging || type == FindingType::uneven || type == FindingType::backbone;
      if (about_balance && (finding.node == pillar || finding.node == node)) return true;
    }
    return false;
  }

  double served(std::size_t node, std::size_t level, const std::vector<std::string>& aimed) const {
    std::set<std::string> found;
    for (const Action& action : library_.actions) {
      if (action.node != node || action.from < level || !action.outcome) continue;
      const std::string& id = instrument_.outcomes[*action.outcome].id;
      if (std::find(aimed.begin(), aimed.end(), id) != aimed.end()) found.insert(id);
    }
    const std::set<std::string> all(aimed.begin(), aimed.end());
    return static_cast<double>(found.size()) / static_cast<double>(all.size());
  }

  /// The best of the actions that bring the next level.
  double feasible(std::size_t node, std::size_t level) const {
    double best = 0;
    for (const Action& action : library_.actions) {
      if (action.node != node || action.from != level) continue;
      const bool ready = std::all_of(action.needs.begin(), action.needs.end(), [&](const Need& need) {
        const auto at = standing(scores_.nodes[need.node]);
        return at && *at >= need.level;
      });
      const bool modest = action.effort + 1 < library_.effort_bands.size();
      best = std::max(best, (ready ? 0.5 : 0) + (modest ? 0.5 : 0));
    }
    return best;
  }

  const Instrument& instrument_;
  const ActionLibrary& library_;
  const Assessment& assessment_;
  const Scores& scores_;
  const std::vector<Finding>& findings_;
  std::vector<std::size_t> pillars_;
  std::size_t most_held_ = 0;
};

/// Three, of different pillars, the settled ones first; then of any pillar, until there are three.
std::vector<std::size_t> first_three(const std::vector<Proposal>& ranked) {
  constexpr std::size_t kThree = 3;
  std::vector<std::size_t> out;
  std::set<std::size_t> pillars;
  const auto take = [&](bool settled, bool same_pillar) {
    for (std::size_t i = 0; i < ranked.size() && out.size() < kThree; ++i) {
      const bool taken = std::find(out.begin(), out.end(), i) != out.end();
      const bool fits = same_pillar || pillars.count(ranked[i].pillar) == 0;
      if (taken || !fits || !ranked[i].actions || (settled && !ranked[i].settled)) continue;
      pillars.insert(ranked[i].pillar);
      out.push_back(i);
    }
  };
  take(true, false);
  take(true, true);
  take(false, false);
  take(false, true);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

Proposals propose(const Instrument& instrument, const ActionLibrary& library, const Assessment& assessment,
                  const Scores& scores, const std::vector<Finding>& findings,
                  const std::vector<Goal>& goals) {
  const Proposer proposer(instrument, library, assessment, scores, findings);
  Proposals out;
  for (const Goal& goal : goals) {
    Proposal one = proposer.of(goal);
    if (one.gap > 0) out.ranked.push_back(std::move(one));
  }
  std::stable_sort(out.ranked.begin(), out.ranked.end(), [](const Proposal& a, const Proposal& b) {
    if (a.points < b.points - 1e-9 || a.points > b.points + 1e-9) return a.points > b.points;
    return a.settled && !b.settled;
  });
  out.first = first_three(out.ranked);
  for (const std::size_t node : instrument.components()) {
    const NodeScore& score = scores.nodes[node];
    const bool open = score.state == NodeState::insufficient || score.state == NodeState::not_assessed;
    if (open) out.to_clear.push_back(node);
  }
  return out;
}

}  // namespace sextant::planning
