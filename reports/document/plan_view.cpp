#include "reports/document/plan_view.hpp"

#include <cmath>

#include "engine/text/number.hpp"

namespace sextant::document {

using planning::PlannedAction;

PlanView::PlanView(const View& of)
    : view(of),
      plan(of.input.plan->plan),
      library(of.input.plan->library),
      index(library.head.language(of.language)) {}

Words PlanView::text(const Prose& prose) const {
  return {typeset(prose(index), view.language), "@library/text"};
}

const PlanEntry* PlanView::entry(const PlannedAction& one) const {
  return one.what.entry ? &view.input.assessment.plan.entries[*one.what.entry] : nullptr;
}

const Action* PlanView::action(const PlannedAction& one) const {
  return one.what.action ? &library.actions[*one.what.action] : nullptr;
}

Words PlanView::word(const PlannedAction& one, std::string_view key, Prose Action::*library_text) const {
  const PlanEntry* own = entry(one);
  if (own != nullptr && !own->word(key).empty()) return view.own(own->word(key));
  return action(one) != nullptr && library_text != nullptr ? text(action(one)->*library_text) : Words();
}

Words PlanView::title(const PlannedAction& one) const {
  return word(one, "title", &Action::title);
}

Words PlanView::lead(const PlannedAction& one) const {
  const PlanEntry* own = entry(one);
  if (own != nullptr && !own->owner.empty()) return view.own(own->owner);
  return action(one) != nullptr ? text(action(one)->lead) : Words(dash());
}

Words PlanView::change(const PlannedAction& one) const {
  if (!one.what.from || !one.what.to) return dash();
  return view.say(Phrase::plan_from_to,
                  {{"from", level(one.what.node, *one.what.from, of_action(one, "from"))},
                   {"to", level(one.what.node, *one.what.to, of_action(one, "to"))}});
}

Words PlanView::level(std::size_t node, std::size_t level, std::string source) const {
  return {view.level_name(view.scale(node), level), std::move(source)};
}

Words PlanView::months(double person_months, std::string source) const {
  const bool whole = person_months == std::floor(person_months);
  return view.say(Phrase::plan_person_months,
                  {{"count", {fixed(person_months, whole ? 0 : 1, view.lang), std::move(source)}}});
}

Words PlanView::money(double amount, std::string source) const {
  std::string digits = fixed(amount, 0);
  constexpr std::size_t kGroup = 3;
  for (std::size_t at = digits.size(); at > kGroup; at -= kGroup)
    digits.insert(at - kGroup, view.lang == Lang::fr ? "\u00A0" : ",");
  Words out(digits, std::move(source));
  const std::string& currency = view.input.assessment.plan.currency;
  return currency.empty() ? out : out + Words("\u00A0") + view.own(currency);
}

Words PlanView::number(std::size_t value, std::string source) const {
  return {std::to_string(value), std::move(source)};
}

Words PlanView::date(const std::string& iso) const {
  return {day(iso, view.lang), "@day:" + iso + "/written"};
}

Words PlanView::horizon(Horizon horizon) const {
  switch (horizon) {
    case Horizon::short_term:
      return view.say(Phrase::plan_short);
    case Horizon::medium_term:
      return view.say(Phrase::plan_medium);
    case Horizon::long_term:
      break;
  }
  return view.say(Phrase::plan_long);
}

Words PlanView::period(Horizon horizon) const {
  const planning::Period& days = plan.horizons.at(static_cast<std::size_t>(horizon));
  if (days.from.empty()) {
    return view.say(horizon == Horizon::short_term    ? Phrase::plan_short_years
                    : horizon == Horizon::medium_term ? Phrase::plan_medium_years
                                                      : Phrase::plan_long_years);
  }
  return view.say(Phrase::plan_period, {{"from", date(days.from)}, {"to", date(days.to)}});
}

Words PlanView::days(const PlannedAction& one) const {
  if (!one.own_dates) return period(one.when);
  return view.say(Phrase::plan_period, {{"from", date(one.days.from)}, {"to", date(one.days.to)}});
}

std::string PlanView::anchor(const PlannedAction& one) const {
  std::string out = "action-" + one.what.id;
  for (char& c : out) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' ||
                       (c >= 'A' && c <= 'Z');
    if (!plain) c = '-';
  }
  return out;
}

std::string PlanView::of_horizon(Horizon horizon, std::string_view aspect) {
  return "@plan:" + std::string(name_of(horizon)) + "/" + std::string(aspect);
}

std::string PlanView::of_action(const PlannedAction& one, std::string_view aspect) {
  return "@action:" + one.what.id + "/" + std::string(aspect);
}

std::string PlanView::of_node(std::size_t node, std::string_view aspect) const {
  return "@goal:" + view.instrument.nodes[node].id + "/" + std::string(aspect);
}

std::string PlanView::of_value(Horizon horizon, std::size_t node) const {
  return "@after:" + std::string(name_of(horizon)) + ":" + view.instrument.nodes[node].id + "/value";
}

}  // namespace sextant::document
