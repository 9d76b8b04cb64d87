#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/exchange/take_value.hpp"

namespace sextant::exchange {

/// Puts texts into the tree of an answers file, where each thing is said once. Whatever says something else
/// of it is refused.
class Items {
 public:
  explicit Items(Refusals& refuse) : refuse_(refuse) {}

  /// Under a key of a map.
  void once(Tree& map, const std::string& key, const Entry& entry, std::string text);
  /// Under a key of the item of a list that the entry's part names; items stand in the order of their first
  /// entry. What another line says of the same item is not mixed into it. `name` is the list's.
  void put(Tree& list, const std::string& name, const std::string& key, const Entry& entry, std::string text);
  /// At the end of a list of texts; a copy of a sheet says nothing new.
  void add(Tree& list, const Entry& entry);
  /// The entry that came first of an item of a list.
  const Entry& first(const std::string& name, std::size_t item) const { return items_.at(name).at(item); }

 private:
  Refusals& refuse_;
  std::map<std::string, std::vector<Entry>> items_;  ///< the first entry of each, by list
  std::map<std::string, std::string> texts_;         ///< of lists of texts, by field and part
};

}  // namespace sextant::exchange
