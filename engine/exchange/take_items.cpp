#include "engine/exchange/take_items.hpp"

#include <utility>

namespace sextant::exchange {

void Items::once(Tree& map, const std::string& key, const Entry& entry, std::string text) {
  const Tree* const there = map.find(key);
  if (there == nullptr) {
    exchange::put(map, key, scalar(std::move(text), entry.place));
  } else if (there->text != text) {
    refuse_(entry, Code::entry_twice, {{"id", entry.field}, {"value", shown(text)}});
  }
}

void Items::put(Tree& list, const std::string& name, const std::string& key, const Entry& entry,
                std::string text) {
  auto& known = items_[name];
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (known[i].part != entry.part) continue;
    if (known[i].place.line == entry.place.line || list.items[i].find(key) != nullptr)
      return once(list.items[i], key, entry, std::move(text));
    return refuse_(entry, Code::entry_twice, {{"id", entry.field}, {"value", shown(text)}});
  }
  known.push_back(entry);
  list.items.push_back(empty(Tree::Kind::map, entry.place));
  once(list.items.back(), key, entry, std::move(text));
}

void Items::add(Tree& list, const Entry& entry) {
  if (!entry.part.empty()) {
    const auto [it, fresh] = texts_.try_emplace(entry.field + "#" + entry.part, entry.text);
    if (!fresh && it->second != entry.text)
      refuse_(entry, Code::entry_twice, {{"id", entry.field}, {"value", shown(entry.text)}});
    if (!fresh) return;
  }
  list.items.push_back(scalar(entry.text, entry.place));
}

}  // namespace sextant::exchange
