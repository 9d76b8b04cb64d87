#include <algorithm>

#include "engine/text/number.hpp"
#include "reports/document/group_view.hpp"

namespace sextant::document {

namespace {

using planning::CommonAction;
using planning::GroupPlan;
using planning::SharedPriority;

Words decimal(double value, int digits, Lang lang, std::string source) {
  std::string out = fixed(value, digits);
  if (lang == Lang::fr) std::replace(out.begin(), out.end(), '.', ',');
  return {out, std::move(source)};
}

std::string of_shared(const GroupView& group, std::size_t node, std::string_view aspect) {
  return "@shared:" + group.instrument.nodes[node].id + "/" + std::string(aspect);
}

Words who(const GroupView& group, const std::vector<std::size_t>& units, std::string source) {
  std::vector<std::string> words;
  for (const std::size_t unit : units) words.push_back(group.name(unit).str());
  return {words.empty() ? dash() : listed(words, group.shared.lang), std::move(source)};
}

Words reasons(const GroupView& group, const SharedPriority& one) {
  Words out;
  const auto add = [&](const Words& words) {
    if (!out.empty()) out += group.shared.lang == Lang::fr ? "\u00A0; " : "; ";
    out += words;
  };
  const auto counted = [&](Phrase phrase, std::string_view aspect, std::size_t count) {
    if (count == 0) return;
    add(group.say(phrase, {{"count", {std::to_string(count), of_shared(group, one.node, aspect)}}}));
  };
  counted(Phrase::group_plan_holds, "holds", one.holds);
  counted(Phrase::group_plan_imbalance, "imbalance", one.imbalance);
  if (!one.chosen.empty()) {
    add(group.say(Phrase::group_plan_chosen,
                  {{"units", who(group, one.chosen, of_shared(group, one.node, "chosen"))}}));
  }
  return out.empty() ? Words(dash()) : out;
}

void priorities(const GroupView& group, const GroupPlan& plan, std::vector<Block>& out) {
  out.push_back({Heading{2, plain(group.say(Phrase::group_plan_priorities)), "group-priorities"}});
  if (plan.priorities.empty()) {
    out.push_back({Paragraph{plain(group.say(Phrase::group_plan_no_priorities))}});
    return;
  }
  Table table;
  table.compact = true;
  table.columns = {{plain(group.say(Phrase::plan_priority)), 1.5},
                   {plain(group.say(Phrase::group_plan_points)), 0.7, Align::end},
                   {plain(group.say(Phrase::group_plan_below)), 1.8},
                   {plain(group.say(Phrase::group_plan_reasons)), 2.2}};
  for (const std::size_t i : plan.priorities) {
    const SharedPriority& one = plan.ranked[i];
    table.rows.push_back(
        {{plain(group.shared.title(one.node))},
         {plain(decimal(one.points, 1, group.shared.lang, of_shared(group, one.node, "points")))},
         {plain(who(group, one.below, of_shared(group, one.node, "below")))},
         {plain(reasons(group, one))}});
  }
  out.push_back({std::move(table)});
  out.push_back({Paragraph{plain(group.say(Phrase::group_plan_points_how)), ParagraphStyle::small}});
}

Words level(const GroupView& group, const Action& action, std::size_t at, std::string_view aspect) {
  return {group.shared.level_name(group.shared.scale(action.node), at),
          "@common:" + action.id + "/" + std::string(aspect)};
}

void common(const GroupView& group, const GroupPlan& plan, std::vector<Block>& out) {
  const ActionLibrary& library = group.input.plan->library;
  const std::size_t index = library.head.language(group.shared.language);
  out.push_back({Heading{2, plain(group.say(Phrase::group_plan_common)), "group-actions"}});
  const Words least(std::to_string(plan.least), "@common/least");
  if (plan.common.actions.empty()) {
    out.push_back({Paragraph{plain(group.say(Phrase::group_plan_common_none, {{"least", least}}))}});
    return;
  }
  Words how = group.say(Phrase::group_plan_common_how,
                        {{"least", least}, {"steps", {std::to_string(plan.common.steps), "@common/steps"}}});
  if (!plan.common.proved) how += " " + group.say(Phrase::group_plan_not_proved);
  out.push_back({Paragraph{plain(how)}});
  Table table;
  table.compact = true;
  table.columns = {{plain(group.say(Phrase::plan_action)), 2},
                   {plain(group.say(Phrase::plan_component)), 1.2},
                   {plain(group.say(Phrase::plan_change)), 1.3},
                   {plain(group.say(Phrase::plan_horizon)), 0.9},
                   {plain(group.say(Phrase::group_plan_together)), 1.4}};
  constexpr Phrase kHorizon[] = {Phrase::plan_short, Phrase::plan_medium, Phrase::plan_long};
  for (const CommonAction& one : plan.common.actions) {
    const auto it = std::find_if(library.actions.begin(), library.actions.end(),
                                 [&](const Action& action) { return action.id == one.id; });
    if (it == library.actions.end()) continue;  // the countries' own: only the library's are of several
    table.rows.push_back(
        {{plain({typeset(it->title(index), group.shared.language), "@library/text"})},
         {plain(group.shared.title(it->node))},
         {plain(group.say(Phrase::plan_from_to, {{"from", level(group, *it, it->from, "from")},
                                                 {"to", level(group, *it, it->to, "to")}}))},
         {plain(group.say(kHorizon[static_cast<std::size_t>(one.when)]))},
         {plain(who(group, one.countries, "@common:" + one.id + "/units"))}});
  }
  out.push_back({std::move(table)});
}

void members(const GroupView& group, const GroupPlan& plan, std::vector<Block>& out) {
  out.push_back({Heading{2, plain(group.say(Phrase::group_plan_members)), "group-members"}});
  out.push_back({Paragraph{plain(group.say(Phrase::group_plan_members_how)), ParagraphStyle::body, true}});
  Table table;
  table.compact = true;
  table.columns = {{plain(group.unit_word()), 2},
                   {plain(group.say(Phrase::group_plan_together)), 1, Align::end},
                   {plain(group.say(Phrase::group_plan_own)), 1, Align::end},
                   {plain(group.say(Phrase::group_plan_work)), 1.4, Align::end}};
  for (std::size_t u = 0; u < plan.plans.size(); ++u) {
    std::size_t common = 0;
    double effort = 0;
    for (const CommonAction& one : plan.common.actions)
      common += static_cast<std::size_t>(std::count(one.countries.begin(), one.countries.end(), u));
    for (const planning::PlannedAction& one : plan.plans[u].actions) effort += one.what.effort;
    const std::string of = "@unit:" + std::to_string(u) + "/";
    const bool whole = effort == static_cast<double>(static_cast<long>(effort));
    table.rows.push_back({{plain(group.name(u))},
                          {plain({std::to_string(common), of + "common"})},
                          {plain({std::to_string(plan.plans[u].actions.size() - common), of + "own"})},
                          {plain(decimal(effort, whole ? 0 : 1, group.shared.lang, of + "effort"))}});
  }
  out.push_back({std::move(table)});
}

}  // namespace

std::vector<Block> group_plan_chapter(const GroupView& group) {
  const GroupPlan& plan = group.input.plan->plan;
  std::vector<Block> out;
  out.push_back({Heading{1, plain(group.say(Phrase::group_plan)), "group-plan", true}});
  out.push_back({Paragraph{plain(group.say(Phrase::group_plan_how)), ParagraphStyle::lead}});
  priorities(group, plan, out);
  common(group, plan, out);
  members(group, plan, out);
  return out;
}

}  // namespace sextant::document
