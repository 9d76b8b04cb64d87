#include <tuple>

#include "engine/assessment/country_plan.hpp"
#include "engine/syntax/write_yaml.hpp"
#include "engine/text/number.hpp"

namespace sextant {

namespace {

using yaml::add;

void add_text(Tree& map, std::string_view key, const std::string& text) {
  if (!text.empty()) add(map, std::string(key), yaml::text(text));
}
void add_word(Tree& map, std::string_view key, const std::string& word) {
  if (!word.empty()) add(map, std::string(key), yaml::word(word));
}
void add_number(Tree& map, std::string_view key, const std::optional<double>& number) {
  if (number) add(map, std::string(key), yaml::word(shortest(*number)));
}
void add_part(Tree& map, std::string_view key, Tree part) {
  if (!part.items.empty() || !part.entries.empty()) add(map, std::string(key), std::move(part));
}

Tree horizons(const std::array<std::optional<double>, kHorizons>& amounts) {
  Tree out = yaml::map();
  for (const Horizon horizon : kAllHorizons)
    add_number(out, name_of(horizon), amounts.at(static_cast<std::size_t>(horizon)));
  return out;
}

/// An amount of nothing is what a source without the key has.
std::optional<double> given(double amount) {
  return amount == 0 ? std::nullopt : std::optional<double>(amount);
}

Tree texts(const std::vector<std::string>& list) {
  Tree out = yaml::list({});
  for (const std::string& one : list) out.items.push_back(yaml::text(one));
  return out;
}

Tree entry_of(const Instrument& instrument, const PlanEntry& one) {
  Tree out = yaml::map();
  add(out, "id", yaml::text(one.id));
  if (one.horizon) add_word(out, "horizon", std::string(name_of(*one.horizon)));
  if (one.locked) add_word(out, "locked", "yes");
  if (one.removed) add_word(out, "removed", "yes");
  if (one.node) {
    add(out, "node", yaml::text(instrument.nodes[*one.node].id));
    const Scale& scale = instrument.scales[instrument.nodes[*one.node].scale];
    if (one.from) add(out, "from", yaml::text(scale.levels[*one.from].id));
    if (one.to) add(out, "to", yaml::text(scale.levels[*one.to].id));
    std::vector<std::string> questions;
    for (const std::size_t question : one.questions) questions.push_back(instrument.questions[question].id);
    add_part(out, "questions", texts(questions));
  }
  add_part(out, "after", texts(one.after));
  add_text(out, "owner", one.owner);
  add_word(out, "start", one.start);
  add_word(out, "end", one.end);
  add_number(out, "effort", one.effort);
  add_number(out, "capital", one.capital);
  add_number(out, "recurrent", one.recurrent);
  Tree sources = yaml::list({});
  for (const PlanSource& source : one.sources) {
    Tree tree = yaml::map();
    add(tree, "model", yaml::text(source.model));
    add_number(tree, "capital", given(source.capital));
    add_number(tree, "recurrent", given(source.recurrent));
    sources.items.push_back(std::move(tree));
  }
  add_part(out, "sources", std::move(sources));
  for (std::size_t i = 0; i < kActionWords.size(); ++i) add_text(out, kActionWords.at(i), one.words.at(i));
  add_text(out, "outcome", one.outcome);
  add_text(out, "note", one.note);
  return out;
}

}  // namespace

Tree plan_tree(const Instrument& instrument, const CountryPlan& plan) {
  Tree out = yaml::map();
  add_word(out, "start", plan.start);
  add_text(out, "currency", plan.currency);
  Tree budget = yaml::map();
  add_part(budget, "effort", horizons(plan.effort));
  add_part(budget, "money", horizons(plan.money));
  add_part(out, "budget", std::move(budget));
  if (plan.levels_in_short != 1) add_word(out, "levels_in_short", std::to_string(plan.levels_in_short));
  Tree entries = yaml::list({});
  for (const PlanEntry& one : plan.entries) entries.items.push_back(entry_of(instrument, one));
  add_part(out, "actions", std::move(entries));
  Tree none = yaml::map();
  for (const auto& [node, reason] : plan.none_needed)
    add(none, instrument.nodes[node].id, yaml::text(reason));
  add_part(out, "none_needed", std::move(none));
  return out;
}

bool operator==(const PlanEntry& a, const PlanEntry& b) {
  const auto tie = [](const PlanEntry& x) {
    return std::tie(x.id, x.horizon, x.locked, x.removed, x.owner, x.start, x.end, x.effort, x.capital,
                    x.recurrent, x.sources, x.words, x.outcome, x.note, x.node, x.from, x.to, x.questions,
                    x.after);
  };
  return tie(a) == tie(b);
}

bool operator==(const CountryPlan& a, const CountryPlan& b) {
  const auto tie = [](const CountryPlan& x) {
    return std::tie(x.start, x.currency, x.effort, x.money, x.levels_in_short, x.entries, x.none_needed);
  };
  return tie(a) == tie(b);
}

}  // namespace sextant
