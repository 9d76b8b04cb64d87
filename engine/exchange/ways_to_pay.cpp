#include "engine/exchange/ways_to_pay.hpp"

#include <algorithm>

#include "engine/exchange/meaning.hpp"
#include "engine/exchange/titles.hpp"

namespace sextant::exchange {

namespace {

Vocabulary ways_of(const ActionLibrary& library) {
  Vocabulary words;
  for (const FinancingModel& one : library.financing) {
    words.add(one.id, one.id);
    for (const std::string& title : one.title.in) words.add(title, one.id);
  }
  return words;
}

}  // namespace

std::string way_to_pay_label(const ActionLibrary& library, std::size_t model, std::size_t language) {
  const FinancingModel& one = library.financing[model];
  return clear_word(ways_of(library), one.id, {one.title(language), one.id});
}

void name_ways_to_pay(Filled& filled, const ActionLibrary& library) {
  const Vocabulary words = ways_of(library);
  for (Entry& entry : filled.entries) {
    if (entry.field != "plan.sources.model") continue;
    const std::vector<std::string> found = words.find(entry.text);
    if (found.size() == 1) entry.text = found.front();
  }
}

std::vector<Diagnostic> edited_words(const Filled& filled, const ActionLibrary& library) {
  std::vector<Diagnostic> out;
  for (const Entry& entry : filled.library_words) {
    const auto it = library.action_index.find(entry.part);
    const std::vector<std::string> none;
    const auto& known = it == library.action_index.end() ? none : library.actions[it->second].title.in;
    const bool same = std::any_of(known.begin(), known.end(),
                                  [&](const std::string& one) { return plain(one) == plain(entry.text); });
    if (same) continue;
    out.push_back({Code::text_not_read,
                   filled.source.name() + ":" + entry.place.cell,
                   {},
                   {{"title", std::string(kLibraryWords(filled.titles.value_or(Lang::en)))}},
                   {},
                   {}});
  }
  return out;
}

}  // namespace sextant::exchange
