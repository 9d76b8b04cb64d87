#include <algorithm>

#include "reports/check/expect_group.hpp"
#include "reports/document/phrases.hpp"

namespace sextant::check {

namespace {

using Kind = Expected::Kind;
using Result = std::optional<Expected>;
using planning::CommonAction;
using planning::PlannedAction;

/// Whether a unit does an action of its plan with others, in the horizon that they have agreed on.
bool together(const planning::GroupPlan& plan, std::size_t unit, const PlannedAction& one) {
  return std::any_of(plan.common.actions.begin(), plan.common.actions.end(), [&](const CommonAction& common) {
    const auto& who = common.countries;
    return common.id == one.what.id && common.when == one.when &&
           std::find(who.begin(), who.end(), unit) != who.end();
  });
}

}  // namespace

Result GroupExpectations::of_member(std::size_t unit, std::string_view aspect) const {
  if (in_.plan == nullptr) return std::nullopt;
  const planning::GroupPlan& group = in_.plan->plan;
  std::size_t common = 0;
  std::size_t own = 0;
  double effort = 0;
  for (const PlannedAction& one : group.plans.at(unit).actions) {
    ++(together(group, unit, one) ? common : own);
    effort += one.what.effort;
  }
  if (aspect == "common") return count(common);
  if (aspect == "own") return count(own);
  if (aspect == "effort") return figure(effort);
  return std::nullopt;
}

/// From the members' own proposals and priorities.
Result GroupExpectations::of_shared(std::size_t node, std::string_view aspect) const {
  double points = 0;
  std::vector<std::size_t> below;
  std::vector<std::size_t> chosen;
  std::size_t holds = 0;
  std::size_t imbalance = 0;
  for (std::size_t u = 0; u < units_.size(); ++u) {
    for (const planning::Proposal& one : in_.plan->plan.plans.at(u).proposals.ranked) {
      if (one.node != node) continue;
      const auto& named = units_[u].assessment.priorities;
      const bool own = std::any_of(named.begin(), named.end(), [&](const Priority& priority) {
        return in_.instrument.below(node, in_.instrument.node_index.at(priority.node));
      });
      points += own ? 1 : one.points;
      below.push_back(u);
      if (own) chosen.push_back(u);
      if (!one.holds.empty()) ++holds;
      if (one.imbalance) ++imbalance;
    }
  }
  if (aspect == "points") return figure(points);
  if (aspect == "below") return Expected{Kind::words, {names(below)}, {}, nullptr};
  if (aspect == "chosen") return Expected{Kind::words, {names(chosen)}, {}, nullptr};
  if (aspect == "holds") return count(holds);
  if (aspect == "imbalance") return count(imbalance);
  return std::nullopt;
}

/// From the members' own plans: who has the action in them as a common one.
Result GroupExpectations::of_common(std::string_view action, std::string_view aspect) const {
  const auto& all = in_.plan->library.actions;
  const auto it = std::find_if(all.begin(), all.end(), [&](const Action& one) { return one.id == action; });
  if (it == all.end()) return std::nullopt;
  if (aspect == "from" || aspect == "to") {
    const Scale& scale = in_.instrument.scales[in_.instrument.nodes[it->node].scale];
    const Level& level = scale.levels[aspect == "from" ? it->from : it->to];
    return Expected{
        Kind::words, {level.number + " " + level.name(in_.instrument.language(in_.language))}, {}, nullptr};
  }
  if (aspect != "units") return std::nullopt;
  std::vector<std::size_t> who;
  for (std::size_t u = 0; u < units_.size(); ++u) {
    for (const PlannedAction& one : in_.plan->plan.plans.at(u).actions) {
      if (one.what.id == action && together(in_.plan->plan, u, one)) who.push_back(u);
    }
  }
  return Expected{Kind::words, {names(who)}, {}, nullptr};
}

Result GroupExpectations::of_plan(std::string_view subject, std::string_view aspect) const {
  if (in_.plan == nullptr) return std::nullopt;
  const planning::GroupPlan& group = in_.plan->plan;
  if (subject == "@library" && aspect == "text") return Expected{};
  if (subject == "@common" && aspect == "least")
    return count(std::max<std::size_t>(2, (units_.size() + 1) / 2));
  if (subject == "@common" && aspect == "steps") return count(group.common.steps);
  constexpr std::string_view kShared = "@shared:";
  constexpr std::string_view kCommon = "@common:";
  if (subject.substr(0, kShared.size()) == kShared) {
    const auto node = in_.instrument.node_index.find(std::string(subject.substr(kShared.size())));
    return node == in_.instrument.node_index.end() ? std::nullopt : of_shared(node->second, aspect);
  }
  if (subject.substr(0, kCommon.size()) == kCommon) return of_common(subject.substr(kCommon.size()), aspect);
  return std::nullopt;
}

}  // namespace sextant::check
