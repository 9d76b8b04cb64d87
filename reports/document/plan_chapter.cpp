#include <algorithm>

#include "engine/text/number.hpp"
#include "reports/document/plan_view.hpp"

namespace sextant::document {

namespace {

using planning::PlanMade;
using planning::PlannedAction;
using planning::PlanPriority;
using planning::Proposal;

Words joined(const View& view, const std::vector<std::size_t>& nodes) {
  std::vector<Words> names;
  for (const std::size_t node : nodes) names.push_back(view.title(node));
  return listed(names, view.lang);
}

/// How the plan came about, and within what.
Words origin(const PlanView& plan) {
  const View& view = plan.view;
  if (plan.plan.made == PlanMade::scheduled) return view.say(Phrase::plan_scheduled);
  Words out = view.say(Phrase::plan_proposed) + " ";
  out += view.say(!plan.plan.proved                          ? Phrase::plan_not_proved
                  : plan.plan.aim == planning::Aim::cheapest ? Phrase::plan_cheapest
                                                             : Phrase::plan_best);
  if (plan.plan.assumed_budget && plan.plan.aim == planning::Aim::balanced) {
    const auto assumed = [](std::size_t h) {
      return Words(fixed(planning::kAssumedEffort.at(h), 0),
                   PlanView::of_horizon(kAllHorizons.at(h), "budget"));
    };
    out += Words(" ") + view.say(Phrase::plan_budget_assumed,
                                 {{"short", assumed(0)}, {"medium", assumed(1)}, {"long", assumed(2)}});
  }
  return out;
}

/// Why a component is proposed, in words.
List reasons(const PlanView& plan, const Proposal& one) {
  const View& view = plan.view;
  List out;
  out.items.push_back(plain(view.say(one.gap == 1 ? Phrase::plan_gap : Phrase::plan_gaps,
                                     {{"count", plan.number(one.gap, plan.of_node(one.node, "gap"))}})));
  if (!one.holds.empty())
    out.items.push_back(plain(view.say(Phrase::plan_holds, {{"names", joined(view, one.holds)}})));
  if (one.imbalance) out.items.push_back(plain(view.say(Phrase::plan_imbalance)));
  if (one.outcomes > 0) {
    const Words share(percent(one.outcomes, view.lang), plan.of_node(one.node, "outcomes"));
    out.items.push_back(plain(view.say(Phrase::plan_serves, {{"share", share}})));
  }
  out.items.push_back(
      plain(view.say(one.feasible > 0.75 ? Phrase::plan_feasible : Phrase::plan_half_feasible)));
  if (!one.settled) out.items.push_back(plain(view.say(Phrase::plan_unsettled)));
  return out;
}

Words objective(const PlanView& plan, std::size_t node) {
  const View& view = plan.view;
  const auto goal = std::find_if(plan.plan.goals.begin(), plan.plan.goals.end(),
                                 [&](const planning::Goal& one) { return one.node == node; });
  const auto level = planning::standing(view.score(node));
  if (goal == plan.plan.goals.end() || !level) return dash();
  const Words from = plan.level(node, *level, plan.of_node(node, "stands"));
  if (goal->level <= *level) return view.say(Phrase::plan_stays, {{"level", from}});
  return view.say(Phrase::plan_from_to,
                  {{"from", from}, {"to", plan.level(node, goal->level, plan.of_node(node, "target"))}});
}

std::vector<Block> priorities(const PlanView& plan) {
  const View& view = plan.view;
  std::vector<Block> out;
  if (plan.plan.priorities.empty()) return out;
  out.push_back({Heading{2, plain(view.say(Phrase::plan_priorities)), "plan-priorities"}});
  if (!plan.plan.own_priorities)
    out.push_back({Paragraph{plain(view.say(Phrase::plan_priorities_proposed))}});
  for (const PlanPriority& one : plan.plan.priorities) {
    Callout box;
    box.title = {{view.title(one.node), true, Tone::normal, "#" + view.anchor(one.node)},
                 {Words(view.colon()) + objective(plan, one.node)}};
    if (!one.reason.empty()) {
      box.blocks.push_back(
          {Paragraph{plain(view.say(Phrase::plan_country_says, {{"text", view.own(one.reason)}}))}});
    }
    if (one.proposal) {
      box.blocks.push_back({reasons(plan, plan.plan.proposals.ranked[*one.proposal])});
    } else if (one.reason.empty()) {
      box.blocks.push_back({Paragraph{plain(view.say(Phrase::plan_at_target))}});
    }
    out.push_back({std::move(box)});
  }
  std::vector<std::size_t> also;
  for (const std::size_t i : plan.plan.proposals.first) {
    const std::size_t node = plan.plan.proposals.ranked[i].node;
    const bool chosen =
        std::any_of(plan.plan.priorities.begin(), plan.plan.priorities.end(),
                    [&](const PlanPriority& one) { return view.instrument.below(node, one.node); });
    if (!chosen) also.push_back(node);
  }
  if (!also.empty()) {
    out.push_back({Paragraph{{{view.say(Phrase::plan_also) + view.colon(), true}, {joined(view, also)}}}});
  }
  return out;
}

Table action_table(const PlanView& plan, Horizon horizon) {
  const View& view = plan.view;
  Table out;
  out.compact = true;
  out.columns = {{plain(view.say(Phrase::plan_action)), 3.2},
                 {plain(view.say(Phrase::plan_component)), 2.2},
                 {plain(view.say(Phrase::plan_change)), 1.9},
                 {plain(view.say(Phrase::plan_lead)), 2.2},
                 {plain(view.say(Phrase::plan_effort)), 1.3, Align::end}};
  for (const PlannedAction& one : plan.plan.actions) {
    if (one.when != horizon) continue;
    Text title = {{plan.title(one), !one.priorities.empty(), Tone::normal, "#" + plan.anchor(one)}};
    if (one.what.action == std::nullopt) {
      title.push_back({Words(" (") + view.say(Phrase::plan_of_country) + ")", false, Tone::muted});
    } else if (one.what.fixed) {
      title.push_back({Words(" (") + view.say(Phrase::plan_locked) + ")", false, Tone::muted});
    }
    out.rows.push_back({{std::move(title)},
                        {plain(view.title(one.what.node))},
                        {plain(plan.change(one))},
                        {plain(plan.lead(one))},
                        {plain(plan.months(one.what.effort, PlanView::of_action(one, "effort")))}});
  }
  return out;
}

std::vector<Block> horizons(const PlanView& plan) {
  const View& view = plan.view;
  std::vector<Block> out;
  for (const Horizon horizon : kAllHorizons) {
    const Words title = plan.horizon(horizon) + " (" + plan.period(horizon) + ")";
    out.push_back({Heading{2, plain(title), "plan-" + std::string(name_of(horizon))}});
    Table table = action_table(plan, horizon);
    if (table.rows.empty()) {
      out.push_back({Paragraph{plain(view.say(Phrase::plan_nothing_here))}});
    } else {
      out.push_back({std::move(table)});
    }
  }
  return out;
}

Cell value_cell(const PlanView& plan, std::size_t node, std::size_t horizon) {
  const View& view = plan.view;
  const NodeScore& score = plan.plan.outlook.at(horizon).scores.nodes[node];
  if (!score.value || !score.level) return {plain(dash())};
  const Scale& scale = view.scale(node);
  const std::string mark = plan.of_value(kAllHorizons.at(horizon), node);
  Cell out;
  out.text = {{Words(display(*score.value, scale, view.lang), mark), true},
              {Words(" ") + view.text(scale.levels[*score.level].name)}};
  out.fill = {static_cast<int>(*score.level) + 1, static_cast<int>(scale.levels.size())};
  return out;
}

std::vector<Block> effect(const PlanView& plan) {
  const View& view = plan.view;
  std::vector<Block> out;
  if (plan.plan.pillars.empty() || plan.plan.actions.empty()) return out;
  out.push_back({Heading{2, plain(view.say(Phrase::plan_effect)), "plan-effect"}});
  out.push_back({Paragraph{plain(view.say(Phrase::plan_effect_how)), ParagraphStyle::body, true}});
  out.push_back({effect_figure(plan)});
  Table table;
  table.columns = {{plain(view.say(Phrase::pillar)), 2.4}, {plain(view.say(Phrase::plan_today)), 1.5}};
  for (std::size_t h = 0; h < kHorizons; ++h) {
    const Words years(std::to_string(planning::kYears.at(h)),
                      PlanView::of_horizon(kAllHorizons.at(h), "years"));
    table.columns.push_back(
        {plain(h == 0 ? view.say(Phrase::plan_after_one) : view.say(Phrase::plan_after, {{"years", years}})),
         1.5});
  }
  std::vector<std::size_t> nodes = plan.plan.pillars;
  if (view.score(0).value && nodes != std::vector<std::size_t>{0}) nodes.push_back(0);
  for (const std::size_t node : nodes) {
    std::vector<Cell> row = {{Text{{view.title(node), node == 0}}}};
    row.push_back({Text{{view.value(node), true}, {Words(" ") + view.level_word(node)}}, view.fill(node)});
    for (std::size_t h = 0; h < kHorizons; ++h) row.push_back(value_cell(plan, node, h));
    table.rows.push_back(std::move(row));
  }
  out.push_back({std::move(table)});
  std::vector<std::size_t> differ;
  for (std::size_t p = 0; p < plan.plan.pillars.size(); ++p) {
    const std::size_t node = plan.plan.pillars[p];
    const auto& scored = plan.plan.outlook.back().scores.nodes[node].value;
    const Scale& scale = view.scale(node);
    if (scored && display(*scored, scale, view.lang) != display(plan.plan.expected[p], scale, view.lang))
      differ.push_back(node);
  }
  if (!differ.empty()) {
    out.push_back({Paragraph{plain(view.say(Phrase::plan_difference, {{"names", joined(view, differ)}})),
                             ParagraphStyle::small}});
  }
  return out;
}

std::vector<Block> work(const PlanView& plan) {
  const View& view = plan.view;
  std::vector<Block> out;
  if (plan.plan.actions.empty()) return out;
  out.push_back({Heading{2, plain(view.say(Phrase::plan_work)), "plan-work"}});
  Table table;
  table.columns = {{plain(view.say(Phrase::plan_horizon)), 1.5},
                   {plain(view.say(Phrase::plan_actions)), 0.9, Align::end},
                   {plain(view.say(Phrase::plan_work_needed)), 1.5, Align::end},
                   {plain(view.say(Phrase::plan_work_budget)), 1.5, Align::end},
                   {plain(view.say(Phrase::plan_capital)), 1.6, Align::end},
                   {plain(view.say(Phrase::plan_recurrent)), 1.6, Align::end}};
  std::vector<PlanSource> sources;
  std::size_t without = 0;
  for (const Horizon horizon : kAllHorizons) {
    const auto& total = plan.plan.totals.at(static_cast<std::size_t>(horizon));
    const auto count = std::count_if(plan.plan.actions.begin(), plan.plan.actions.end(),
                                     [&](const PlannedAction& one) { return one.when == horizon; });
    const bool costed = total.without_cost < count;
    table.rows.push_back(
        {{plain(plan.horizon(horizon))},
         {plain(plan.number(static_cast<std::size_t>(count), PlanView::of_horizon(horizon, "count")))},
         {plain(plan.months(total.effort, PlanView::of_horizon(horizon, "effort")))},
         {plain(total.budget == planning::kUnlimited
                    ? view.say(Phrase::plan_no_limit)
                    : plan.months(total.budget, PlanView::of_horizon(horizon, "budget")))},
         {plain(costed ? plan.money(total.capital, PlanView::of_horizon(horizon, "capital"))
                       : Words(dash()))},
         {plain(costed ? plan.money(total.recurrent, PlanView::of_horizon(horizon, "recurrent"))
                       : Words(dash()))}});
    without += static_cast<std::size_t>(total.without_cost);
    for (const PlanSource& one : total.sources) planning::add_source(sources, one);
  }
  out.push_back({std::move(table)});
  if (without > 0) {
    out.push_back({Paragraph{
        plain(view.say(Phrase::plan_without_cost, {{"count", plan.number(without, "@plan/without_cost")}})),
        ParagraphStyle::small}});
  }
  if (sources.empty()) return out;
  Table by_source;
  by_source.caption = plain(view.say(Phrase::plan_sources));
  by_source.columns = {{plain(view.say(Phrase::plan_source)), 3},
                       {plain(view.say(Phrase::plan_capital)), 1.6, Align::end},
                       {plain(view.say(Phrase::plan_recurrent)), 1.6, Align::end}};
  for (const PlanSource& one : sources) {
    const auto model = std::find_if(plan.library.financing.begin(), plan.library.financing.end(),
                                    [&](const FinancingModel& known) { return known.id == one.model; });
    by_source.rows.push_back(
        {{plain(model == plan.library.financing.end() ? view.own(one.model) : plan.text(model->title))},
         {plain(plan.money(one.capital, "@source:" + one.model + "/capital"))},
         {plain(plan.money(one.recurrent, "@source:" + one.model + "/recurrent"))}});
  }
  out.push_back({std::move(by_source)});
  return out;
}

/// All pillars are listed, also those that need nothing.
std::vector<Block> pillars(const PlanView& plan) {
  const View& view = plan.view;
  const std::vector<std::size_t> all = view.instrument.pillars();
  std::vector<Block> out;
  if (all.empty()) return out;
  constexpr std::size_t kSix = 6;
  out.push_back(
      {Heading{2, plain(view.say(all.size() == kSix ? Phrase::plan_pillars : Phrase::plan_pillars_all)),
               "plan-pillars"}});
  Table table;
  table.columns = {{plain(view.say(Phrase::pillar)), 1.9},
                   {plain(view.say(Phrase::plan_pillar_works)), 2.9, Align::end},
                   {plain(view.say(Phrase::plan_pillar_touches)), 1.4, Align::end}};
  for (const std::size_t pillar : all) {
    std::size_t works = 0;
    std::size_t touches = 0;
    for (const PlannedAction& one : plan.plan.actions) {
      const Action* action = plan.action(one);
      const bool inside = view.instrument.below(one.what.node, pillar);
      works += inside ? 1 : 0;
      touches +=
          !inside && action != nullptr &&
                  std::find(action->pillars.begin(), action->pillars.end(), pillar) != action->pillars.end()
              ? 1
              : 0;
    }
    const auto level = planning::standing(view.score(pillar));
    Words none = view.say(!level                                           ? Phrase::plan_none_unknown
                          : *level + 1 == view.scale(pillar).levels.size() ? Phrase::plan_none_needed
                                                                           : Phrase::plan_none_open);
    table.rows.push_back({{plain(view.title(pillar))},
                          {plain(works > 0 ? plan.number(works, plan.of_node(pillar, "works")) : none)},
                          {plain(plan.number(touches, plan.of_node(pillar, "touches")))}});
  }
  out.push_back({std::move(table)});
  return out;
}

}  // namespace

std::vector<Block> plan_chapter(const PlanView& plan) {
  const View& view = plan.view;
  std::vector<Block> out;
  out.push_back({Heading{1, plain(view.say(Phrase::plan)), "plan", true}});
  const bool empty = plan.plan.actions.empty();
  out.push_back({Paragraph{
      plain(empty ? view.say(Phrase::plan_empty) + " " + view.say(Phrase::plan_why_empty) : origin(plan))}});
  append(out, priorities(plan));
  append(out, pillars(plan));
  if (!empty) {
    out.push_back({Heading{2, plain(view.say(Phrase::plan_timeline)), "plan-timeline"}});
    out.push_back({timeline_figure(plan)});
    append(out, horizons(plan));
    append(out, effect(plan));
    append(out, work(plan));
  }
  append(out, plan_checks(plan));
  return out;
}

}  // namespace sextant::document
