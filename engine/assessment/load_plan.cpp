#include <algorithm>
#include <unordered_map>

#include "engine/assessment/country_plan.hpp"

namespace sextant {

std::string_view name_of(Horizon horizon) {
  constexpr std::string_view kNames[] = {"short", "medium", "long"};
  return kNames[static_cast<std::size_t>(horizon)];
}

const std::string& PlanEntry::word(std::string_view key) const {
  const auto at_key = std::find(kActionWords.begin(), kActionWords.end(), key);
  return words.at(static_cast<std::size_t>(at_key - kActionWords.begin()));
}

bool PlanEntry::edited() const {
  const bool worded = std::any_of(words.begin(), words.end(), [](const auto& word) { return !word.empty(); });
  return own() || locked || removed || worded || effort || capital || recurrent || !owner.empty() ||
         !start.empty() || !end.empty() || !sources.empty() || !outcome.empty() || !note.empty() ||
         !after.empty();
}

bool CountryPlan::scheduled() const {
  return std::any_of(entries.begin(), entries.end(),
                     [](const PlanEntry& one) { return one.horizon && !one.removed; });
}

bool CountryPlan::empty() const {
  const auto given = [](const auto& budget) {
    return std::any_of(budget.begin(), budget.end(), [](const auto& one) { return one.has_value(); });
  };
  return start.empty() && currency.empty() && levels_in_short == 1 && entries.empty() &&
         none_needed.empty() && !given(effort) && !given(money);
}

namespace {

class PlanLoader {
 public:
  PlanLoader(const Instrument& instrument, Sink& sink) : instrument_(instrument), sink_(sink) {}

  CountryPlan load(const Tree& tree) {
    CountryPlan out;
    out.at = tree.at;
    Fields fields(tree, sink_);
    out.start = day(fields, "start");
    out.currency = fields.text("currency");
    if (const Tree* budget = fields.get("budget")) {
      Fields inner(*budget, sink_);
      out.effort = budgets(inner, "effort");
      out.money = budgets(inner, "money");
      inner.finish();
    }
    constexpr int kMostLevels = 20;
    out.levels_in_short = fields.whole("levels_in_short", 0, kMostLevels).value_or(1);
    for (const Tree& one : fields.list("actions")) out.entries.push_back(entry(one));
    for (const TreeEntry& one : fields.map("none_needed")) {
      const auto index = node(one.key, one.key_at);
      std::string reason = scalar_text(one.value, sink_);
      if (index) out.none_needed.emplace_back(*index, std::move(reason));
    }
    fields.finish();
    return out;
  }

 private:
  std::string day(Fields& fields, std::string_view key) {
    std::string date = fields.text(key);
    if (date.empty() || is_date(date)) return date;
    sink_.add(Code::bad_date, fields.at(key), {{"value", shown(date)}});
    return {};
  }

  std::array<std::optional<double>, kHorizons> budgets(Fields& fields, std::string_view key) {
    std::array<std::optional<double>, kHorizons> out;
    const Tree* tree = fields.get(key);
    if (tree == nullptr) return out;
    Fields inner(*tree, sink_);
    for (const Horizon horizon : kAllHorizons)
      out[static_cast<std::size_t>(horizon)] = inner.number(name_of(horizon), 0, kLargestNumber);
    inner.finish();
    return out;
  }

  PlanEntry entry(const Tree& tree) {
    Fields fields(tree, sink_);
    PlanEntry out;
    out.at = tree.at;
    out.id = fields.need_text("id");
    if (!out.id.empty() && check_id(out.id, fields.at("id"), sink_)) {
      const auto [known, fresh] = seen_.emplace(out.id, fields.at("id"));
      if (!fresh) {
        sink_.add(Code::action_twice, fields.at("id"),
                  {{"id", shown(out.id)}, {"line", std::to_string(known->second.line)}});
      }
    }
    if (fields.get("horizon") != nullptr)
      out.horizon = static_cast<Horizon>(fields.choice("horizon", {"short", "medium", "long"}));
    out.locked = fields.yes_no("locked", false);
    out.removed = fields.yes_no("removed", false);
    out.owner = fields.text("owner");
    out.start = day(fields, "start");
    out.end = day(fields, "end");
    if (!out.start.empty() && !out.end.empty() && out.end < out.start)
      sink_.add(Code::ends_before_start, fields.at("end"), {{"start", out.start}, {"end", out.end}});
    out.effort = fields.number("effort", 0, kLargestNumber);
    out.capital = fields.number("capital", 0, kLargestNumber);
    out.recurrent = fields.number("recurrent", 0, kLargestNumber);
    for (const Tree& one : fields.list("sources")) out.sources.push_back(source(one));
    for (std::size_t i = 0; i < kActionWords.size(); ++i) out.words.at(i) = fields.text(kActionWords.at(i));
    out.outcome = fields.text("outcome");
    if (!out.outcome.empty()) check_outcome(out.outcome, fields.at("outcome"));
    out.note = fields.text("note");
    out.after = fields.words("after");
    own_part(fields, out);
    fields.finish();
    return out;
  }

  PlanSource source(const Tree& tree) {
    Fields fields(tree, sink_);
    PlanSource out;
    out.model = fields.need_text("model");
    out.capital = fields.number("capital", 0, kLargestNumber).value_or(0);
    out.recurrent = fields.number("recurrent", 0, kLargestNumber).value_or(0);
    fields.finish();
    return out;
  }

  /// What makes an action the country's own.
  void own_part(Fields& fields, PlanEntry& out) {
    const std::string node = fields.text("node");
    const std::vector<std::string> questions = fields.words("questions");
    const Tree* from = fields.get("from");
    const Tree* to = fields.get("to");
    if (node.empty()) {
      if (from != nullptr || to != nullptr || !questions.empty())
        sink_.add(Code::missing_key, fields.at(), {{"key", "node"}});
      return;
    }
    out.node = this->node(node, fields.at("node"));
    if (!out.node) return;
    if (out.words.front().empty()) sink_.add(Code::missing_key, fields.at(), {{"key", "title"}});
    out.from = level(from, *out.node);
    out.to = level(to, *out.node);
    if ((from == nullptr) != (to == nullptr))
      sink_.add(Code::missing_key, fields.at(), {{"key", from == nullptr ? "from" : "to"}});
    if (out.from && out.to && *out.to <= *out.from)
      sink_.add(Code::plan_step_not_rising, to->at, {{"id", shown(out.id)}});
    for (const std::string& id : questions) question(id, fields.at("questions"), out);
  }

  std::optional<std::size_t> node(const std::string& id, Span at) {
    const auto it = instrument_.node_index.find(id);
    if (it != instrument_.node_index.end()) return it->second;
    std::vector<std::string> known;
    for (const Node& one : instrument_.nodes) known.push_back(one.id);
    sink_.add(Code::unknown_reference, at, {{"id", shown(id)}}, nearest(id, known));
    return std::nullopt;
  }

  std::optional<std::size_t> level(const Tree* tree, std::size_t node) {
    if (tree == nullptr) return std::nullopt;
    const std::string text = scalar_text(*tree, sink_);
    const Scale& scale = instrument_.scales[instrument_.nodes[node].scale];
    std::vector<std::string> known;
    for (std::size_t i = 0; i < scale.levels.size(); ++i) {
      if (scale.levels[i].id == text || scale.levels[i].number == text) return i;
      known.push_back(scale.levels[i].id);
    }
    if (tree->is_scalar())
      sink_.add(Code::unknown_level, tree->at, {{"value", shown(text)}}, nearest(text, known));
    return std::nullopt;
  }

  void question(const std::string& id, Span at, PlanEntry& out) {
    const auto it = instrument_.question_index.find(id);
    if (it != instrument_.question_index.end()) {
      out.questions.push_back(it->second);
      return;
    }
    std::vector<std::string> known;
    for (const Question& one : instrument_.questions) known.push_back(one.id);
    sink_.add(Code::unknown_question, at, {{"id", shown(id)}, {"instrument", instrument_.id}},
              nearest(id, known));
  }

  void check_outcome(const std::string& id, Span at) {
    std::vector<std::string> known;
    for (const Outcome& one : instrument_.outcomes) known.push_back(one.id);
    if (std::find(known.begin(), known.end(), id) == known.end())
      sink_.add(Code::unknown_reference, at, {{"id", shown(id)}}, nearest(id, known));
  }

  const Instrument& instrument_;
  Sink& sink_;
  std::unordered_map<std::string, Span> seen_;
};

}  // namespace

CountryPlan load_country_plan(Fields& top, const Instrument& instrument, Sink& sink) {
  const Tree* tree = top.get("plan");
  return tree == nullptr ? CountryPlan{} : PlanLoader(instrument, sink).load(*tree);
}

}  // namespace sextant
