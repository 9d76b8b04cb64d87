#include "engine/exchange/take_sources.hpp"

#include <algorithm>
#include <utility>

#include "engine/syntax/fields.hpp"
#include "engine/text/number.hpp"

namespace sextant::exchange {

namespace {

bool same_texts(const Tree& a, const Tree& b) {
  return a.entries.size() == b.entries.size() &&
         std::all_of(a.entries.begin(), a.entries.end(), [&](const TreeEntry& one) {
           const Tree* const other = b.find(one.key);
           return other != nullptr && other->text == one.value.text;
         });
}

}  // namespace

std::optional<Tree> sources_of(const Question& question, const std::vector<const Entry*>& entries,
                               Items& items, Refusals& refuse) {
  Tree list = empty(Tree::Kind::list, entries.front()->place);
  const std::string name = "evidence of " + question.id;
  for (const Entry* entry : entries) {
    const std::string key = entry->field.substr(entry->field.find('.') + 1);
    if (key == "title" || key == "year" || key == "where") {
      items.put(list, name, key, *entry, entry->text);
    } else if (key == "grade") {
      const auto grade = parse_number(entry->text);
      if (grade && *grade >= 0 && *grade <= 4 && *grade == static_cast<int>(*grade)) {
        items.put(list, name, key, *entry, std::to_string(static_cast<int>(*grade)));
      } else {
        refuse(*entry, Code::entry_value,
               {{"value", shown(entry->text)}, {"id", question.id}, {"choices", "0, 1, 2, 3, 4"}});
      }
    } else {
      refuse(*entry, Code::entry_field, {{"key", shown(entry->field)}});
    }
  }
  Tree kept = empty(Tree::Kind::list, entries.front()->place);
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    if (list.items[i].find("title") != nullptr) {
      // The same source on two lines is one: sheets are copied.
      const bool again = items.first(name, i).place.line > 0 &&
                         std::any_of(kept.items.begin(), kept.items.end(),
                                     [&](const Tree& other) { return same_texts(other, list.items[i]); });
      if (!again) kept.items.push_back(std::move(list.items[i]));
      continue;
    }
    for (const Entry* entry : entries) {
      if (entry->part == items.first(name, i).part)
        refuse(*entry, Code::entry_incomplete, {{"key", refuse.title("evidence.title")}});
    }
  }
  if (kept.items.empty()) return std::nullopt;
  return kept;
}

}  // namespace sextant::exchange
