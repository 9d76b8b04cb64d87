#include "engine/exchange/keep_plan.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/exchange/labels.hpp"
#include "engine/exchange/titles.hpp"
#include "engine/syntax/fields.hpp"
#include "engine/text/digest.hpp"

namespace sextant::exchange {

namespace {

/// A tree as one text: the same for the same values.
std::string flat(const Tree& tree) {
  std::string out = tree.is_scalar() ? "'" + tree.text + "'" : tree.is_list() ? "[" : "{";
  for (const Tree& item : tree.items) out += flat(item) + ",";
  for (const TreeEntry& entry : tree.entries) out += entry.key + ":" + flat(entry.value) + ",";
  return out + ";";
}

bool same(const Tree* a, const Tree* b) {
  return a == nullptr || b == nullptr ? a == b : flat(*a) == flat(*b);
}

Tree* find(Tree& map, std::string_view key) {
  for (TreeEntry& entry : map.entries) {
    if (entry.key == key) return &entry.value;
  }
  return nullptr;
}

Tree& made(Tree& map, std::string_view key, Tree::Kind kind) {
  if (Tree* const there = find(map, key)) return *there;
  Tree fresh;
  fresh.kind = kind;
  map.entries.push_back({std::string(key), {}, std::move(fresh)});
  return map.entries.back().value;
}

/// Copies what `from` has under a key and `to` has not.
void fill_in(Tree& to, const Tree& from, std::string_view key) {
  const Tree* const value = from.find(key);
  if (value != nullptr && to.find(key) == nullptr) to.entries.push_back({std::string(key), {}, *value});
}

std::string id_of(const Tree& action) {
  const Tree* const id = action.find("id");
  return id == nullptr ? std::string() : id->text;
}

const std::vector<Tree>& actions_of(const Tree& plan) {
  static const std::vector<Tree> kNone;
  const Tree* const list = plan.find("actions");
  return list == nullptr ? kNone : list->items;
}

const Tree* action_of(const Tree& plan, const std::string& id) {
  for (const Tree& one : actions_of(plan)) {
    if (id_of(one) == id) return &one;
  }
  return nullptr;
}

Tree* action_of(Tree& plan, const std::string& id) {
  return const_cast<Tree*>(action_of(std::as_const(plan), id));
}

std::optional<CountryPlan> loaded(const Tree& plan, const Instrument& instrument) {
  Tree top;
  top.kind = Tree::Kind::map;
  top.entries.push_back({"plan", {}, plan});
  const Source nowhere;
  Sink sink(nowhere);
  Fields fields(top, sink);
  CountryPlan out = load_country_plan(fields, instrument, sink);
  return sink.has_errors() ? std::nullopt : std::optional(std::move(out));
}

/// What was there of the sources of money: those of a way to pay that the action has no more.
void keep_sources(Tree& now, const Tree& old) {
  for (const Tree& action : actions_of(old)) {
    const Tree* const sources = action.find("sources");
    Tree* const to = action_of(now, id_of(action));
    if (sources == nullptr || to == nullptr) continue;
    Tree& list = made(*to, "sources", Tree::Kind::list);
    for (const Tree& one : sources->items) {
      const bool there = std::any_of(list.items.begin(), list.items.end(), [&](const Tree& other) {
        return same(one.find("model"), other.find("model"));
      });
      if (!there) list.items.push_back(one);
    }
  }
}

/// Puts back what an entry that was refused stood for.
void put_back(Tree& now, const Tree& old, const Entry& entry) {
  const std::string key =
      entry.field.substr(std::min<std::size_t>(entry.field.find('.') + 1, entry.field.size()));
  const std::size_t dot = std::min(key.find('.'), key.size());
  const std::string list = key.substr(0, dot);
  if (list == "actions") {
    const Tree* const before = action_of(old, entry.part);
    Tree* const after = action_of(now, entry.part);
    if (before == nullptr) return;
    if (after == nullptr) {
      made(now, "actions", Tree::Kind::list).items.push_back(*before);
    } else if (dot < key.size()) {
      fill_in(*after, *before, key.substr(dot + 1));
    }
  } else if (list == "sources") {
    keep_sources(now, old);
  } else if (list == "none_needed") {
    const Tree* const before = old.find(list);
    if (before == nullptr) return;
    Tree& after = made(now, list, Tree::Kind::map);
    for (const TreeEntry& one : before->entries) fill_in(after, *before, one.key);
  } else if (list == "effort" || list == "money") {
    const Tree* const budget = old.find("budget");
    const Tree* const before = budget == nullptr ? nullptr : budget->find(list);
    if (before != nullptr)
      fill_in(made(made(now, "budget", Tree::Kind::map), list, Tree::Kind::map), *before, entry.part);
  } else {
    fill_in(now, old, list);
  }
}

/// The keys that two maps hold differently, in the order of the first and then of the second.
std::vector<std::string> differing(const Tree& a, const Tree& b) {
  std::vector<std::string> out;
  for (const Tree* const map : {&a, &b}) {
    for (const TreeEntry& entry : map->entries) {
      if (!same(a.find(entry.key), b.find(entry.key)) &&
          std::find(out.begin(), out.end(), entry.key) == out.end())
        out.push_back(entry.key);
    }
  }
  return out;
}

std::string word_for(const std::string& key, Lang lang) {
  if (key == "sources")
    return std::string(Bilingual{"Where the money comes from", "D'où vient l'argent"}(lang));
  if (key == "budget") return std::string(Bilingual{"Budget", "Budget"}(lang));
  if (key == "none_needed")
    return std::string(Bilingual{"No action needed, and why", "Aucune action nécessaire, et pourquoi"}(lang));
  if (key == "levels_in_short") return std::string(kLevelsInShort.label(lang));
  return std::string(label_of("plan." + key)(lang));
}

}  // namespace

std::string plan_mark(const Instrument& instrument, const CountryPlan& plan) {
  constexpr std::size_t kDigits = 16;
  return sha256(flat(plan_tree(instrument, plan))).substr(0, kDigits);
}

KeptPlan keep_plan(const Instrument& instrument, const CountryPlan& there, const CountryPlan& came,
                   const std::vector<Entry>& refused) {
  const Tree old = plan_tree(instrument, there);
  Tree now = plan_tree(instrument, came);
  now.kind = Tree::Kind::map;
  KeptPlan out{came, {}};
  // What does not go together with what came is not put back.
  const auto keep = [&](Tree tried) {
    std::optional<CountryPlan> plan = loaded(tried, instrument);
    if (!plan) return;
    out.plan = std::move(*plan);
    now = std::move(tried);
  };
  for (const Entry& entry : refused) {
    Tree tried = now;
    put_back(tried, old, entry);
    keep(std::move(tried));
  }
  for (const Tree& action : actions_of(old)) {
    const Tree* const after = action_of(std::as_const(now), id_of(action));
    if (after != nullptr && (action.find("node") == nullptr || after->find("node") != nullptr)) continue;
    Tree tried = now;
    if (Tree* const line = action_of(tried, id_of(action))) {
      *line = action;
    } else {
      made(tried, "actions", Tree::Kind::list).items.push_back(action);
    }
    keep(std::move(tried));
    out.gone.push_back(id_of(action));
  }
  return out;
}

std::vector<std::string> plan_changes(const Instrument& instrument, const CountryPlan& before,
                                      const CountryPlan& after, Lang lang) {
  const Tree a = plan_tree(instrument, before);
  const Tree b = plan_tree(instrument, after);
  std::vector<std::string> out;
  for (const Tree* const plan : {&a, &b}) {
    for (const Tree& action : actions_of(*plan)) {
      const std::string id = id_of(action);
      const Tree* const old = action_of(a, id);
      const Tree* const now = action_of(b, id);
      if (plan == &b && old != nullptr) continue;
      if (old == nullptr || now == nullptr) {
        out.push_back(id);
        continue;
      }
      std::string fields;
      for (const std::string& key : differing(*old, *now)) {
        fields += (fields.empty() ? "" : ", ") +
                  (key == "sources" ? word_for(key, lang) : title_of("plan.actions." + key, lang));
      }
      if (!fields.empty()) out.push_back(id + " (" + fields + ")");
    }
  }
  for (const std::string& key : differing(a, b)) {
    if (key != "actions") out.push_back(word_for(key, lang));
  }
  return out;
}

}  // namespace sextant::exchange
