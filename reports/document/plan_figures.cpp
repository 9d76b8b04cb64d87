#include <algorithm>

#include "engine/planning/calendar.hpp"
#include "reports/charts/dumbbell.hpp"
#include "reports/charts/timeline.hpp"
#include "reports/document/plan_view.hpp"
#include "reports/document/profile_figure.hpp"

namespace sextant::document {

namespace {

using planning::PlannedAction;

constexpr std::size_t kMostBars = 36;  ///< a page holds so many

std::size_t index_of(Horizon horizon) {
  return static_cast<std::size_t>(horizon);
}

/// Years from the plan's start.
double years(const PlanView& plan, const std::string& day) {
  constexpr double kYear = 365.25;
  return static_cast<double>(planning::days_between(plan.plan.start, day)) / kYear;
}

charts::TimelineBar bar(const PlanView& plan, const PlannedAction& one) {
  charts::TimelineBar out;
  out.label = plan.title(one);
  const std::size_t h = index_of(one.when);
  out.from = h == 0 ? 0 : planning::kYears.at(h - 1);
  out.to = planning::kYears.at(h);
  if (one.own_dates) {
    out.from = years(plan, one.days.from);
    out.to = years(plan, planning::day_after(one.days.to));
  }
  out.step = static_cast<int>(h) + 2;  // the lightest of four fills is too pale for a thin bar
  out.steps = 4;
  out.marked = !one.priorities.empty();
  return out;
}

Words count(const PlanView& plan, Horizon horizon) {
  const auto number = std::count_if(plan.plan.actions.begin(), plan.plan.actions.end(),
                                    [&](const PlannedAction& one) { return one.when == horizon; });
  return plan.number(static_cast<std::size_t>(number), PlanView::of_horizon(horizon, "count"));
}

struct ValueText {
  double value;
  Words words;
};

ValueText today(const View& view, std::size_t node) {
  return {*view.score(node).value, view.value(node)};
}

ValueText in_the_end(const PlanView& plan, std::size_t node) {
  const double value = *plan.plan.outlook.back().scores.nodes[node].value;
  return {value,
          {display(value, plan.view.scale(node), plan.view.lang), plan.of_value(Horizon::long_term, node)}};
}

}  // namespace

Figure timeline_figure(const PlanView& plan) {
  const View& view = plan.view;
  std::vector<charts::TimelinePeriod> periods;
  double from = 0;
  for (const Horizon horizon : kAllHorizons) {
    const double to = planning::kYears.at(index_of(horizon));
    periods.push_back({plan.horizon(horizon), from, to});
    from = to;
  }
  std::vector<charts::TimelineBar> bars;
  Words rows;
  for (const PlannedAction& one : plan.plan.actions) {
    rows += (rows.empty() ? Words() : Words(" ")) +
            view.say(Phrase::plan_timeline_row,
                     {{"title", plan.title(one)}, {"horizon", plan.horizon(one.when)}});
    if (bars.size() < kMostBars) bars.push_back(bar(plan, one));
  }
  const std::size_t left = plan.plan.actions.size() - bars.size();
  Figure out;
  out.title = plain(view.say(Phrase::plan_timeline_title, {{"short", count(plan, Horizon::short_term)},
                                                           {"medium", count(plan, Horizon::medium_term)},
                                                           {"long", count(plan, Horizon::long_term)}}));
  out.alt = view.say(Phrase::plan_timeline_alt, {{"rows", rows}});
  Words note = view.say(Phrase::plan_timeline_note);
  if (left > 0) {
    note +=
        Words(" ") + view.say(Phrase::plan_timeline_more, {{"count", plan.number(left, "@plan/not_drawn")}});
  }
  out.note = plain(note);
  out.drawing = charts::timeline(periods, bars, kFigureWidth, right_to_left(view.language));
  return out;
}

Figure effect_figure(const PlanView& plan) {
  const View& view = plan.view;
  std::vector<charts::DumbbellRow> rows;
  std::vector<std::size_t> nodes = plan.plan.pillars;
  const bool overall = view.score(0).value && plan.plan.outlook.back().scores.nodes[0].value;
  if (overall && nodes != std::vector<std::size_t>{0}) nodes.push_back(0);
  Words sentences;
  const ValueText* lowest_before = nullptr;
  const ValueText* lowest_after = nullptr;
  std::vector<ValueText> before;
  std::vector<ValueText> after;
  for (const std::size_t node : nodes) {
    before.push_back(today(view, node));
    after.push_back(in_the_end(plan, node));
    charts::DumbbellRow row;
    row.label = view.title(node);
    row.before = before.back().value;
    row.after = after.back().value;
    row.before_text = before.back().words;
    row.after_text = after.back().words;
    row.total = node == 0;
    sentences += (sentences.empty() ? Words() : Words(" ")) +
                 view.say(Phrase::plan_effect_row,
                          {{"name", row.label}, {"before", row.before_text}, {"after", row.after_text}});
    rows.push_back(std::move(row));
  }
  bool moves = false;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    moves = moves || after[i].value > before[i].value + 1e-9;
    if (nodes[i] == 0) continue;
    if (lowest_before == nullptr || before[i].value < lowest_before->value) lowest_before = &before[i];
    if (lowest_after == nullptr || after[i].value < lowest_after->value) lowest_after = &after[i];
  }
  Figure out;
  if (moves && overall && lowest_before != nullptr) {
    out.title = plain(view.say(Phrase::plan_effect_title, {{"before", before.back().words},
                                                           {"after", after.back().words},
                                                           {"low", lowest_before->words},
                                                           {"high", lowest_after->words}}));
  } else {
    out.title = plain(view.say(moves ? Phrase::plan_effect : Phrase::plan_effect_title_none));
  }
  out.alt = view.say(Phrase::plan_effect_alt, {{"rows", sentences}});
  out.drawing = charts::dumbbell(profile_axis(view, plan.plan.pillars.front()), rows, kFigureWidth,
                                 right_to_left(view.language));
  return out;
}

}  // namespace sextant::document
