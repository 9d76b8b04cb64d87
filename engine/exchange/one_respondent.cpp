#include "engine/exchange/one_respondent.hpp"

#include <algorithm>
#include <set>

namespace sextant::exchange {

bool name_respondent(Filled& filled, const std::string& id) {
  std::set<std::string> people;
  for (const Entry& one : filled.entries) {
    if (one.question.empty() && one.field.rfind("respondents.", 0) == 0) people.insert(one.part);
  }
  // What was brought together names people in other places too.
  const bool together =
      filled.kept.find("answers") != nullptr || filled.kept.find("contributions") != nullptr;
  if (people.size() > 1 || together) return false;
  for (Entry& one : filled.entries) {
    const bool names = one.question.empty() ? one.field == "respondents.id" : one.field == "respondent";
    if (names) one.text = id;
  }
  const auto named = [](const Entry& one) { return one.field == "respondents.id"; };
  if (std::none_of(filled.entries.begin(), filled.entries.end(), named)) {
    const std::string part = people.empty() ? "1" : *people.begin();
    filled.entries.insert(filled.entries.begin(), {"", "respondents.id", part, id, {}});
  }
  return true;
}

}  // namespace sextant::exchange
