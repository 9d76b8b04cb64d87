#include "reports/check/expect_plan.hpp"

#include <algorithm>
#include <charconv>

#include "engine/text/number.hpp"
#include "reports/document/phrases.hpp"

namespace sextant::check {

namespace {

using document::ReportInput;
using Kind = Expected::Kind;
using Result = std::optional<Expected>;
using planning::Plan;
using planning::PlannedAction;

std::optional<Horizon> horizon_named(std::string_view name) {
  for (const Horizon horizon : kAllHorizons) {
    if (name_of(horizon) == name) return horizon;
  }
  return std::nullopt;
}

/// An amount of money, rounded to whole units, thousands set apart as the language does.
Result amount(double value, Lang lang) {
  std::string out;
  for (const char digit : fixed(value, 0)) out.insert(out.begin(), digit);  // the last one first
  std::string words;
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (i > 0 && i % 3 == 0) words.insert(0, lang == Lang::fr ? " " : ",");
    words.insert(0, 1, out[i]);
  }
  return Expected{Kind::words, {words, document::dash()}, {}, nullptr};
}

class PlanLookup {
 public:
  explicit PlanLookup(const ReportInput& input)
      : in_(input), plan_(input.plan->plan), library_(input.plan->library) {}

  Result of_horizon(Horizon horizon, std::string_view aspect) const {
    const std::size_t h = static_cast<std::size_t>(horizon);
    double effort = 0;
    double capital = 0;
    double recurrent = 0;
    std::ptrdiff_t actions = 0;
    for (const PlannedAction& one : plan_.actions) {
      if (one.when != horizon) continue;
      ++actions;
      effort += one.what.effort;
      if (const PlanEntry* said = entry(one)) {
        capital += said->capital.value_or(0);
        recurrent += said->recurrent.value_or(0);
      }
    }
    if (aspect == "count") return count(actions);
    if (aspect == "years") return figure(planning::kYears.at(h));
    if (aspect == "effort") return figure(effort);
    if (aspect == "budget") return figure(plan_.totals.at(h).budget);
    if (aspect == "capital") return amount(capital, lang());
    if (aspect == "recurrent") return amount(recurrent, lang());
    return std::nullopt;
  }

  Result of_all(std::string_view aspect) const {
    if (aspect == "text") return Expected{};
    if (aspect == "without_cost") {
      return count(std::count_if(plan_.actions.begin(), plan_.actions.end(), [&](const PlannedAction& one) {
        const PlanEntry* said = entry(one);
        return said == nullptr || (!said->capital && !said->recurrent);
      }));
    }
    // The chart on the plan has a bar for each action but these.
    if (aspect == "not_drawn") return figure(static_cast<double>(plan_.actions.size()) - 36);
    return std::nullopt;
  }

  Result of_goal(std::size_t node, std::string_view aspect) const {
    const auto level = planning::standing(in_.scores.nodes[node]);
    const auto goal = std::find_if(plan_.goals.begin(), plan_.goals.end(),
                                   [&](const planning::Goal& one) { return one.node == node; });
    if (aspect == "works" || aspect == "touches") return in_pillar(node, aspect == "works");
    if (!level || goal == plan_.goals.end()) return std::nullopt;
    if (aspect == "stands") return words(node, *level);
    if (aspect == "target") return words(node, goal->level);
    if (aspect == "gap") return figure(static_cast<double>(goal->level) - static_cast<double>(*level));
    for (const planning::Proposal& one : plan_.proposals.ranked) {
      if (one.node == node && aspect == "outcomes") return Expected{Kind::share, {}, {one.outcomes}, nullptr};
    }
    return std::nullopt;
  }

  Result after(Horizon horizon, std::size_t node) const {
    const auto& value = plan_.outlook.at(static_cast<std::size_t>(horizon)).scores.nodes[node].value;
    if (!value) return std::nullopt;
    return Expected{Kind::number, {}, {*value}, &in_.instrument.scales[in_.instrument.nodes[node].scale]};
  }

  Result of_action(std::string_view id, std::string_view aspect) const {
    const auto it = std::find_if(plan_.actions.begin(), plan_.actions.end(),
                                 [&](const PlannedAction& one) { return one.what.id == id; });
    if (it == plan_.actions.end()) return std::nullopt;
    const PlanEntry* said = entry(*it);
    if (aspect == "effort") return figure(it->what.effort);
    if (aspect == "from" && it->what.from) return words(it->what.node, *it->what.from);
    if (aspect == "to" && it->what.to) return words(it->what.node, *it->what.to);
    if (const auto text = behind(aspect, "need.")) {
      std::size_t need = 0;
      std::from_chars(text->data(), text->data() + text->size(), need);
      if (need >= it->what.needs.size()) return std::nullopt;
      return words(it->what.needs[need].node, it->what.needs[need].level);
    }
    if (said == nullptr) return std::nullopt;
    if (aspect == "capital") return amount(said->capital.value_or(0), lang());
    if (aspect == "recurrent") return amount(said->recurrent.value_or(0), lang());
    const auto source = behind(aspect, "source.");
    if (!source) return std::nullopt;
    const std::size_t dot = source->rfind('.');
    for (const PlanSource& one : said->sources) {
      if (one.model == source->substr(0, dot))
        return amount(source->substr(dot + 1) == "capital" ? one.capital : one.recurrent, lang());
    }
    return std::nullopt;
  }

  Result of_source(std::string_view model, std::string_view aspect) const {
    double sum = 0;
    for (const PlannedAction& one : plan_.actions) {
      const PlanEntry* said = entry(one);
      if (said == nullptr) continue;
      for (const PlanSource& source : said->sources) {
        if (source.model == model) sum += aspect == "capital" ? source.capital : source.recurrent;
      }
    }
    return amount(sum, lang());
  }

 private:
  Lang lang() const { return lang_of(in_.language); }
  const PlanEntry* entry(const PlannedAction& one) const {
    return one.what.entry ? &in_.assessment.plan.entries[*one.what.entry] : nullptr;
  }

  Result words(std::size_t node, std::size_t level) const {
    const Level& one = in_.instrument.scales[in_.instrument.nodes[node].scale].levels[level];
    const std::size_t language = in_.instrument.language(in_.language);
    return Expected{Kind::words, {one.number + " " + one.name(language)}, {}, nullptr};
  }

  Result in_pillar(std::size_t pillar, bool inside) const {
    return count(std::count_if(plan_.actions.begin(), plan_.actions.end(), [&](const PlannedAction& one) {
      const bool in = in_.instrument.below(one.what.node, pillar);
      if (inside || in) return inside && in;
      if (!one.what.action) return false;
      const auto& touched = library_.actions[*one.what.action].pillars;
      return std::find(touched.begin(), touched.end(), pillar) != touched.end();
    }));
  }

  const ReportInput& in_;
  const Plan& plan_;
  const ActionLibrary& library_;
};

}  // namespace

Result expected_of_plan(const ReportInput& input, std::string_view subject, std::string_view aspect) {
  if (const auto day = behind(subject, "@day:"))
    return Expected{Kind::words, {document::day(*day, lang_of(input.language))}, {}, nullptr};
  if (input.plan == nullptr) return std::nullopt;
  const PlanLookup lookup(input);
  const auto node = [&](std::string_view id) -> std::optional<std::size_t> {
    const auto it = input.instrument.node_index.find(std::string(id));
    return it == input.instrument.node_index.end() ? std::nullopt : std::optional<std::size_t>(it->second);
  };
  if (subject == "@library" && aspect == "text") return Expected{};
  if (subject == "@plan") return lookup.of_all(aspect);
  if (const auto name = behind(subject, "@plan:")) {
    const auto horizon = horizon_named(*name);
    return horizon ? lookup.of_horizon(*horizon, aspect) : std::nullopt;
  }
  if (const auto id = behind(subject, "@goal:"))
    return node(*id) ? lookup.of_goal(*node(*id), aspect) : std::nullopt;
  if (const auto text = behind(subject, "@after:")) {
    const std::size_t colon = text->find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const auto horizon = horizon_named(text->substr(0, colon));
    const auto index = node(text->substr(colon + 1));
    return horizon && index && aspect == "value" ? lookup.after(*horizon, *index) : std::nullopt;
  }
  if (const auto id = behind(subject, "@action:")) return lookup.of_action(*id, aspect);
  if (const auto model = behind(subject, "@source:")) return lookup.of_source(*model, aspect);
  return std::nullopt;
}

}  // namespace sextant::check
