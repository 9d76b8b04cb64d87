#include "engine/translation/catalogue.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "engine/instrument/translate.hpp"

namespace sextant {

namespace {

/// Owners in the order in which a reader meets them: after each node come its questions.
std::vector<std::string> owners_in_order(const Instrument& instrument, const std::vector<TextRef>& refs) {
  std::vector<std::string> out;
  std::string last;
  for (const TextRef& ref : refs) {
    if (ref.owner == last || instrument.question_index.count(ref.owner) > 0) continue;
    last = ref.owner;
    out.push_back(ref.owner);
    const auto node = instrument.node_index.find(ref.owner);
    if (node == instrument.node_index.end()) continue;
    for (const Question& question : instrument.questions) {
      if (question.node == node->second) out.push_back(question.id);
    }
  }
  return out;
}

/// The mark of an entry of a translation file, and its place. The texts of `instrument` have one that is
/// called `source`, so that entry has no mark.
void read_mark(const Tree& texts, CatalogueEntry& entry) {
  const auto it = std::find_if(texts.entries.begin(), texts.entries.end(),
                               [&](const TreeEntry& one) { return one.key == entry.owner; });
  if (it == texts.entries.end()) return;
  entry.at = it->key_at;
  const Tree* mark = entry.owner == "instrument" ? nullptr : it->value.find("source");
  if (mark == nullptr || !mark->is_scalar()) return;
  entry.mark = mark->text;
  entry.at = mark->at;
}

}  // namespace

std::string_view name_of(Standing standing) {
  static constexpr std::string_view kNames[] = {"missing", "current", "stale", "untracked"};
  return kNames[static_cast<std::size_t>(standing)];
}

bool has_source(const CatalogueText& text) {
  return !text.ref.prose->empty();
}

const CatalogueEntry& entry_of(const Catalogue& catalogue, std::size_t text) {
  const auto after =
      std::upper_bound(catalogue.entries.begin(), catalogue.entries.end(), text,
                       [](std::size_t i, const CatalogueEntry& entry) { return i < entry.begin; });
  return *(after - 1);
}

std::size_t Catalogue::count(Standing standing) const {
  return static_cast<std::size_t>(std::count_if(texts.begin(), texts.end(), [&](const CatalogueText& text) {
    return has_source(text) && text.standing == standing;
  }));
}

std::size_t Catalogue::sources() const {
  return static_cast<std::size_t>(std::count_if(texts.begin(), texts.end(), has_source));
}

void judge(Catalogue& catalogue) {
  for (const CatalogueEntry& entry : catalogue.entries) {
    for (std::size_t i = entry.begin; i < entry.end; ++i) {
      CatalogueText& text = catalogue.texts[i];
      // Other forms of a term are as many as a language needs, perhaps none.
      const bool none_needed = text.translation.empty() && text.ref.is_list;
      text.standing = none_needed                   ? Standing::current
                      : text.translation.empty()    ? Standing::missing
                      : entry.mark.empty()          ? Standing::untracked
                      : entry.mark == entry.current ? Standing::current
                                                    : Standing::stale;
    }
  }
}

Catalogue catalogue_of(Instrument& instrument, std::size_t language, const Tree* file) {
  const std::vector<TextRef> refs = texts_of(instrument);
  std::unordered_map<std::string, std::vector<const TextRef*>> by_owner;
  for (const TextRef& ref : refs) by_owner[ref.owner].push_back(&ref);
  Catalogue out;
  out.language = instrument.languages[language];
  const Tree* texts = file == nullptr ? nullptr : file->find("texts");
  for (const std::string& owner : owners_in_order(instrument, refs)) {
    const std::vector<const TextRef*>& own = by_owner[owner];
    CatalogueEntry entry;
    entry.owner = owner;
    entry.begin = out.texts.size();
    entry.current = source_hash(own);
    for (const TextRef* ref : own) {
      const std::vector<std::string>& in = ref->prose->in;
      CatalogueText text{*ref, language < in.size() ? in[language] : "", Standing::missing};
      if (has_source(text) || !text.translation.empty()) out.texts.push_back(std::move(text));
    }
    entry.end = out.texts.size();
    if (entry.begin == entry.end) continue;
    if (texts != nullptr) read_mark(*texts, entry);
    out.entries.push_back(std::move(entry));
  }
  judge(out);
  return out;
}

}  // namespace sextant
