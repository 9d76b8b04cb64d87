#include "engine/exchange/take_plan.hpp"

#include <algorithm>
#include <array>

#include "engine/syntax/fields.hpp"
#include "engine/text/number.hpp"

namespace sextant::exchange {

namespace {

template <std::size_t size>
bool among(std::string_view key, const std::array<std::string_view, size>& known) {
  return std::find(known.begin(), known.end(), key) != known.end();
}

constexpr std::array<std::string_view, 17> kActionKeys = {
    "id",        "removed", "horizon", "locked", "owner", "start", "end",       "effort", "capital",
    "recurrent", "outcome", "note",    "node",   "from",  "to",    "questions", "after"};
constexpr std::array<std::string_view, 4> kSourceKeys = {"action", "model", "capital", "recurrent"};
constexpr std::array<std::string_view, 2> kNoneKeys = {"node", "reason"};
constexpr std::array<std::string_view, 5> kSettings = {"start", "currency", "levels_in_short", "effort",
                                                       "money"};

bool known_in(const std::string& list, std::string_view key) {
  if (list == "actions") return among(key, kActionKeys) || among(key, kActionWords);
  if (list == "sources") return among(key, kSourceKeys);
  return list == "none_needed" && among(key, kNoneKeys);
}

}  // namespace

PlanTaker::PlanTaker(const Instrument& instrument, const Vocabulary& nodes, Values& values, Refusals& refuse)
    : instrument_(instrument), nodes_(nodes), values_(values), refuse_(refuse) {
  for (const auto& [as, is] : {std::pair{"short", "short"},
                               {"short term", "short"},
                               {"court terme", "short"},
                               {"medium", "medium"},
                               {"medium term", "medium"},
                               {"moyen terme", "medium"},
                               {"long", "long"},
                               {"long term", "long"},
                               {"long terme", "long"}}) {
    horizons_.add(as, is);
  }
  for (const Outcome& outcome : instrument.outcomes) {
    outcomes_.add(outcome.id, outcome.id);
    for (const std::string& title : outcome.title.in) outcomes_.add(title, outcome.id);
  }
}

const Entry* PlanTaker::Item::find(std::string_view key) const {
  for (const auto& [name, entry] : entries) {
    if (name == key) return entry;
  }
  return nullptr;
}

PlanTaker::Item& PlanTaker::item(const std::string& list, const std::string& part) {
  std::vector<Item>& items = lists_[list];
  const auto it = std::find_if(items.begin(), items.end(), [&](const Item& one) { return one.part == part; });
  if (it != items.end()) return *it;
  items.push_back({part, {}});
  return items.back();
}

bool PlanTaker::add(const Entry& entry, const std::string& key) {
  const std::size_t dot = std::min(key.find('.'), key.size());
  if (dot == key.size()) {
    if (!among(key, kSettings)) return false;
    settings_.emplace_back(key, &entry);
    return true;
  }
  const std::string list = key.substr(0, dot);
  const std::string field = key.substr(dot + 1);
  if (entry.part.empty() || !known_in(list, field)) return false;
  Item& one = item(list, entry.part);
  const Entry* const there = one.find(field);
  // What another line says of the same thing is not mixed into it.
  const bool same_line = one.entries.empty() || one.entries.front().second->place.line == entry.place.line;
  if (there == nullptr && same_line) {
    one.entries.emplace_back(field, &entry);
  } else if (there == nullptr || there->text != entry.text) {
    refuse_(entry, Code::entry_twice, {{"id", entry.part}, {"value", shown(entry.text)}});
  }
  return true;
}

std::optional<std::string> PlanTaker::one(const Entry& entry, const Vocabulary& words) {
  std::vector<std::string> found = words.find(entry.text);
  if (found.size() == 1) return std::move(found.front());
  refuse_(entry, Code::entry_reference, {{"id", shown(entry.text)}}, words.choices());
  return std::nullopt;
}

std::optional<std::string> PlanTaker::day(const Entry& entry) {
  if (is_date(entry.text)) return entry.text;
  refuse_(entry, Code::entry_date, {{"value", shown(entry.text)}});
  return std::nullopt;
}

std::optional<std::string> PlanTaker::amount(const Entry& entry) {
  std::vector<std::string> found = numbers_in(entry.text, false);
  found.erase(std::remove_if(found.begin(), found.end(),
                             [](const std::string& text) {
                               const double x = parse_number(text).value_or(-1);
                               return x < 0 || x > kLargestNumber;
                             }),
              found.end());
  if (found.size() == 1) return std::move(found.front());
  if (found.empty()) {
    refuse_(entry, Code::entry_number,
            {{"value", shown(entry.text)}, {"id", entry.field}, {"least", "0"}, {"most", "…"}});
  } else {
    refuse_(entry, Code::entry_ambiguous,
            {{"value", shown(entry.text)}, {"id", entry.field}, {"choices", found[0] + ", " + found[1]}});
  }
  return std::nullopt;
}

void PlanTaker::words(Tree& out, const std::string& key, const Entry& entry, bool questions) {
  Tree list = empty(Tree::Kind::list, entry.place);
  std::string word;
  for (const char c : entry.text + ",") {
    if (std::string_view(",; \t\n").find(c) == std::string_view::npos) {
      word += c;
      continue;
    }
    if (word.empty()) continue;
    if (questions && instrument_.question_index.count(word) == 0) {
      refuse_(entry, Code::entry_question, {{"id", shown(word)}, {"instrument", instrument_.id}});
    } else {
      list.items.push_back(scalar(word, entry.place));
    }
    word.clear();
  }
  if (!list.items.empty()) put(out, key, std::move(list));
}

bool PlanTaker::action_field(Tree& out, const std::string& key, const Entry& entry) {
  std::optional<std::string> text = entry.text;
  if (key == "removed" || key == "locked") {
    const int said = mark(entry.text);
    if (said < 0) {
      refuse_(entry, Code::entry_value,
              {{"value", shown(entry.text)}, {"id", entry.part}, {"choices", values_.yes_or_no()}});
    }
    if (said < 1) return said == 0;
    text = "yes";
  } else if (key == "start" || key == "end") {
    text = day(entry);
  } else if (key == "effort" || key == "capital" || key == "recurrent") {
    text = amount(entry);
  } else if (key == "horizon") {
    text = one(entry, horizons_);
  } else if (key == "outcome") {
    text = one(entry, outcomes_);
  } else if (key == "questions" || key == "after") {
    words(out, key, entry, key == "questions");
    return true;
  }
  if (text) put(out, key, scalar(std::move(*text), entry.place));
  return text.has_value();
}

/// What makes an action the country's own: the node, and the levels between which it leads.
void PlanTaker::step(const Item& item, Tree& out) {
  const Entry* const from = item.find("from");
  const Entry* const to = item.find("to");
  const Entry* const at = item.find("node");
  const auto id = at == nullptr ? std::nullopt : one(*at, nodes_);
  if (!id) {
    for (const Entry* entry : {from, to, item.find("questions")}) {
      if (entry != nullptr)
        refuse_(*entry, Code::entry_incomplete, {{"key", refuse_.title("plan.actions.node")}});
    }
    return;
  }
  put(out, "node", scalar(*id, at->place));
  if (from == nullptr && to == nullptr) return;
  if (from == nullptr || to == nullptr) {
    refuse_(from == nullptr ? *to : *from, Code::entry_incomplete,
            {{"key", refuse_.title(from == nullptr ? "plan.actions.from" : "plan.actions.to")}});
    return;
  }
  const std::size_t scale = instrument_.nodes[instrument_.node_index.at(*id)].scale;
  const auto low = values_.level(*from, scale, {}, item.part);
  const auto high = values_.level(*to, scale, {}, item.part);
  if (!low || !high) return;
  const auto& levels = instrument_.scales[scale].levels;
  const auto index = [&](const std::string& level) {
    return std::find_if(levels.begin(), levels.end(), [&](const Level& l) { return l.id == level; });
  };
  if (index(*high) <= index(*low)) {
    refuse_(*to, Code::entry_value,
            {{"value", shown(to->text)}, {"id", item.part}, {"choices", "> " + *low}});
    return;
  }
  put(out, "from", scalar(*low, from->place));
  put(out, "to", scalar(*high, to->place));
}

void PlanTaker::action(const Item& item, Tree& list) {
  const Entry& first = *item.entries.front().second;
  Tree out = empty(Tree::Kind::map, first.place);
  put(out, "id", scalar(item.part, first.place));
  const Entry* const start = item.find("start");
  const Entry* const end = item.find("end");
  const bool crossed = start != nullptr && end != nullptr && is_date(start->text) && is_date(end->text) &&
                       end->text < start->text;
  if (crossed)
    refuse_(*end, Code::entry_value,
            {{"value", end->text}, {"id", item.part}, {"choices", ">= " + start->text}});
  step(item, out);
  const Source none;
  Sink unheard(none);
  if (!check_id(item.part, {}, unheard)) {
    refuse_(first, Code::entry_reference, {{"id", shown(item.part)}});
    return;
  }
  const bool own = out.find("node") != nullptr;
  if (own && item.find("title") == nullptr) {
    refuse_(*item.find("node"), Code::entry_incomplete, {{"key", refuse_.title("plan.actions.title")}});
    return;
  }
  if (!own && item.part.rfind("own-", 0) == 0) {
    // A new line that does not say what it works on would be taken for an action of the library.
    if (item.find("node") == nullptr)
      refuse_(first, Code::entry_incomplete, {{"key", refuse_.title("plan.actions.node")}});
    return;
  }
  for (const auto& [key, entry] : item.entries) {
    const bool of_step =
        key == "id" || key == "node" || key == "from" || key == "to" || (key == "questions" && !own);
    if (!of_step && !(crossed && key == "end")) action_field(out, key, *entry);
  }
  list.items.push_back(std::move(out));
}

void PlanTaker::source(const Item& item, Tree& actions) {
  const Entry& first = *item.entries.front().second;
  const Entry* const of = item.find("action");
  const Entry* const model = item.find("model");
  if (of == nullptr || model == nullptr) {
    refuse_(first, Code::entry_incomplete,
            {{"key", refuse_.title(of == nullptr ? "plan.sources.action" : "plan.sources.model")}});
    return;
  }
  std::vector<std::string> ids;
  for (Tree& one : actions.items) {
    const std::string& id = one.entries.front().value.text;
    ids.push_back(id);
    if (id != of->text) continue;
    Tree out = empty(Tree::Kind::map, model->place);
    put(out, "model", scalar(model->text, model->place));
    for (const char* const key : {"capital", "recurrent"}) {
      const Entry* const entry = item.find(key);
      const auto number = entry == nullptr ? std::nullopt : amount(*entry);
      if (number) put(out, key, scalar(*number, entry->place));
    }
    child(one, "sources", Tree::Kind::list, model->place).items.push_back(std::move(out));
    return;
  }
  refuse_(*of, Code::entry_reference, {{"id", shown(of->text)}}, ids);
}

void PlanTaker::none_needed(const Item& item, Tree& map) {
  const Entry& first = *item.entries.front().second;
  const Entry* const at = item.find("node");
  const Entry* const reason = item.find("reason");
  if (at == nullptr || reason == nullptr) {
    refuse_(first, Code::entry_incomplete,
            {{"key", refuse_.title(at == nullptr ? "plan.none_needed.node" : "plan.none_needed.reason")}});
    return;
  }
  const auto id = one(*at, nodes_);
  if (!id) return;
  if (map.find(*id) != nullptr) {
    refuse_(*at, Code::entry_twice, {{"id", *id}, {"value", shown(at->text)}});
    return;
  }
  put(map, *id, scalar(reason->text, reason->place));
}

void PlanTaker::budget(Tree& plan, const std::string& key, const Entry& entry) {
  const std::vector<std::string> horizon = horizons_.find(entry.part);
  if (horizon.size() != 1) {
    refuse_(entry, Code::entry_reference, {{"id", shown(entry.part)}}, horizons_.choices());
    return;
  }
  const auto number = amount(entry);
  if (!number) return;
  Tree& budgets = child(plan, "budget", Tree::Kind::map, entry.place);
  Tree& one = child(budgets, key, Tree::Kind::map, entry.place);
  if (one.find(horizon.front()) == nullptr) {
    put(one, horizon.front(), scalar(*number, entry.place));
  } else if (one.find(horizon.front())->text != *number) {
    refuse_(entry, Code::entry_twice, {{"id", entry.field}, {"value", shown(entry.text)}});
  }
}

std::optional<Tree> PlanTaker::finish() {
  if (settings_.empty() && lists_.empty()) return std::nullopt;
  Tree plan = empty(Tree::Kind::map, {});
  for (const auto& [key, entry] : settings_) {
    if (key == "effort" || key == "money") {
      budget(plan, key, *entry);
      continue;
    }
    if (const Tree* there = plan.find(key)) {
      if (there->text != entry->text)
        refuse_(*entry, Code::entry_twice, {{"id", entry->field}, {"value", shown(entry->text)}});
      continue;
    }
    constexpr double kMostLevels = 20;
    const auto number = parse_number(entry->text);
    const bool whole =
        number && *number >= 0 && *number <= kMostLevels && *number == static_cast<int>(*number);
    if (key == "levels_in_short" && !whole) {
      refuse_(*entry, Code::entry_number,
              {{"value", shown(entry->text)}, {"id", entry->field}, {"least", "0"}, {"most", "20"}});
    } else if (key != "start" || day(*entry)) {
      put(plan, key, scalar(key == "levels_in_short" ? shortest(*number) : entry->text, entry->place));
    }
  }
  Tree actions = empty(Tree::Kind::list, {});
  for (const Item& one : lists_["actions"]) action(one, actions);
  for (const Item& one : lists_["sources"]) source(one, actions);
  if (!actions.items.empty()) put(plan, "actions", std::move(actions));
  Tree none = empty(Tree::Kind::map, {});
  for (const Item& one : lists_["none_needed"]) none_needed(one, none);
  if (!none.entries.empty()) put(plan, "none_needed", std::move(none));
  if (plan.entries.empty()) return std::nullopt;
  return plan;
}

}  // namespace sextant::exchange
