#include <algorithm>

#include "engine/instrument/glossary.hpp"
#include "engine/instrument/loader.hpp"
#include "engine/instrument/texts.hpp"
#include "engine/instrument/translate.hpp"
#include "engine/text/digest.hpp"

namespace sextant {

std::string source_hash(const std::vector<const TextRef*>& texts) {
  std::string joined;
  for (const TextRef* ref : texts) {
    if (!ref->prose->empty()) joined += ref->field + "=" + ref->prose->source() + "\n";
  }
  return short_hash(joined);
}

namespace {

/// A text of a translation file with the path of keys that leads to it.
struct Found {
  std::string field;
  const Tree* tree;
};

void flatten(const Tree& tree, const std::string& path, std::vector<Found>& out) {
  const auto under = [&](const std::string& key) { return path.empty() ? key : path + "." + key; };
  if (tree.is_map()) {
    for (const TreeEntry& entry : tree.entries) flatten(entry.value, under(entry.key), out);
  } else if (tree.is_list()) {
    for (std::size_t i = 0; i < tree.items.size(); ++i)
      flatten(tree.items[i], under(std::to_string(i + 1)), out);
  } else {
    out.push_back({path, &tree});
  }
}

}  // namespace

Translator::Translator(const std::vector<TextRef>& refs, const std::vector<std::string>& languages,
                       std::size_t language, bool lint)
    : languages_(languages), language_(language), lint_(lint) {
  for (const TextRef& ref : refs) by_id_[ref.owner].push_back(&ref);
  for (const auto& [owner, texts] : by_id_) owners_.push_back(owner);
  std::sort(owners_.begin(), owners_.end());
}

void Translator::check_head(Fields& top, const std::string& wanted, Sink& sink) const {
  top.choice("sextant", {"translation/1"});
  top.need("sextant");
  const std::string of = top.need_text("of");
  if (!of.empty() && of != wanted) {
    sink.add(Code::translation_of_another, top.at("of"), {{"found", shown(of)}, {"wanted", wanted}});
  }
  const std::string found = top.need_text("language");
  if (!found.empty() && found != tag()) {
    sink.add(Code::translation_of_another, top.at("language"), {{"found", shown(found)}, {"wanted", tag()}});
  }
}

void Translator::read(const std::vector<TreeEntry>& entries, Sink& sink) {
  for (const TreeEntry& entry : entries) {
    const auto it = by_id_.find(entry.key);
    if (it == by_id_.end()) {
      sink.add(Code::unknown_reference, entry.key_at, {{"id", shown(entry.key)}},
               nearest(entry.key, owners_));
      continue;
    }
    seen_.push_back(entry.key);
    read_entry(entry, it->second, sink);
  }
}

/// One entry: the translations of one owner.
void Translator::read_entry(const TreeEntry& entry, const std::vector<const TextRef*>& texts, Sink& sink) {
  if (!entry.value.is_map()) {
    sink.add(Code::need_map, entry.value.at);
    return;
  }
  std::vector<Found> found;
  for (const TreeEntry& one : entry.value.entries) {
    const auto list = std::find_if(texts.begin(), texts.end(),
                                   [&](const TextRef* ref) { return ref->is_list && ref->field == one.key; });
    if (list == texts.end()) {
      flatten(one.value, one.key, found);
    } else {
      read_list(**list, one.value, sink);
    }
  }
  std::string hash;
  Span hash_at = entry.key_at;
  std::vector<std::string> fields;
  for (const TextRef* ref : texts) fields.push_back(ref->field);
  // Where the owner has a text of that name, `source` is its translation and no hash.
  const bool hashed = std::find(fields.begin(), fields.end(), "source") == fields.end();
  for (const Found& one : found) {
    if (one.field == "source" && hashed) {
      hash = one.tree->text;
      hash_at = one.tree->at;
      continue;
    }
    const auto it = std::find(fields.begin(), fields.end(), one.field);
    if (it == fields.end()) {
      sink.add(Code::unknown_text, one.tree->at, {{"id", entry.key}, {"field", shown(one.field)}},
               nearest(one.field, fields));
      continue;
    }
    Prose& target = *texts[static_cast<std::size_t>(it - fields.begin())]->prose;
    target.in.resize(languages_.size());
    if (!one.tree->is_null()) target.in[language_] = scalar_text(*one.tree, sink);
    read_.emplace_back(texts[static_cast<std::size_t>(it - fields.begin())], one.tree->at);
  }
  if (!lint_) return;
  check_gaps(entry, texts, sink);
  if (!hash.empty() && hash != source_hash(texts)) {
    sink.add(Code::translation_stale, hash_at,
             {{"id", entry.key}, {"hash", source_hash(texts)}, {"language", tag()}});
  }
}

/// A list of any length, or one text.
void Translator::read_list(const TextRef& ref, const Tree& tree, Sink& sink) const {
  std::string text;
  const std::vector<Tree> alone = {tree};
  for (const Tree& item : tree.is_list() ? tree.items : alone) {
    text += (text.empty() ? "" : "\n") + scalar_text(item, sink);
  }
  ref.prose->in.resize(languages_.size());
  ref.prose->in[language_] = std::move(text);
}

void Translator::check_gaps(const TreeEntry& entry, const std::vector<const TextRef*>& texts,
                            Sink& sink) const {
  std::string missing;
  for (const TextRef* ref : texts) {
    const bool there = language_ < ref->prose->in.size() && !ref->prose->in[language_].empty();
    if (!ref->is_list && !ref->prose->empty() && !there)
      missing += (missing.empty() ? "" : ", ") + ref->field;
  }
  if (!missing.empty()) {
    sink.add(Code::translation_missing, entry.key_at,
             {{"id", entry.key}, {"fields", missing}, {"language", tag()}});
  }
}

std::vector<std::string> Translator::absent() const {
  std::vector<std::string> seen = seen_;
  std::sort(seen.begin(), seen.end());
  std::vector<std::string> out;
  for (const std::string& owner : owners_) {
    const auto& texts = by_id_.at(owner);
    const bool any =
        std::any_of(texts.begin(), texts.end(), [](const TextRef* ref) { return !ref->prose->empty(); });
    if (any && !std::binary_search(seen.begin(), seen.end(), owner)) out.push_back(owner);
  }
  return out;
}

void Translator::check_terms(const std::vector<Term>& glossary, Sink& sink) const {
  for (const Term& term : glossary) {
    const TermWords source(term, 0);
    const TermWords target(term, language_);
    for (const auto& [ref, at] : read_) {
      const Prose& prose = *ref->prose;
      if (ref->owner == term.id || !source.stand_in(prose.source()) || target.stand_in(prose.in[language_]))
        continue;
      sink.add(Code::term_not_used, at,
               {{"id", ref->owner},
                {"field", ref->field},
                {"term", source.listed()},
                {"forms", target.listed()},
                {"language", tag()}});
    }
  }
}

std::vector<Diagnostic> read_translation(Instrument& instrument, const Source& source, std::size_t language,
                                         bool lint) {
  const std::vector<TextRef> refs = texts_of(instrument);
  Sink sink(source);
  Checked<Tree> tree = read_tree(source);
  sink.append(std::move(tree.diagnostics));
  if (!tree || !is_of_kind(*tree, "translation/1", sink)) return sink.take();
  Translator translator(refs, instrument.languages, language, lint);
  Fields top(*tree, sink);
  translator.check_head(top, instrument.id, sink);
  translator.read(top.map("texts"), sink);
  top.finish();
  if (!lint) return sink.take();
  for (const std::string& owner : translator.absent()) {
    sink.add(Code::translation_absent, top.at("texts"), {{"id", owner}, {"language", translator.tag()}});
  }
  translator.check_terms(instrument.glossary, sink);
  return sink.take();
}

namespace loading {

void load_translations(Loader& loader, const Source& main) {
  Instrument& out = loader.out;
  for (std::size_t language = 1; language < out.languages.size(); ++language) {
    const std::string& tag = out.languages[language];
    const auto& wanted = loader.options.languages;
    const bool skip = wanted && std::none_of(wanted->begin(), wanted->end(), [&](const std::string& one) {
                        return out.language(one) == language;
                      });
    if (skip) continue;
    const std::string path = "lang/" + tag + ".yaml";
    const std::optional<Source> source = (*loader.beside)(path);
    if (!source) {
      Sink sink(main);
      sink.add(Code::translation_file_missing, loader.language_at[language],
               {{"path", path}, {"language", tag}});
      std::vector<Diagnostic> all = sink.take();
      loader.diagnostics.insert(loader.diagnostics.end(), all.begin(), all.end());
      continue;
    }
    out.loaded[language] = true;
    std::vector<Diagnostic> all = read_translation(out, *source, language, loader.options.lint);
    loader.diagnostics.insert(loader.diagnostics.end(), all.begin(), all.end());
  }
}

}  // namespace loading
}  // namespace sextant
