#include <algorithm>
#include <unordered_map>

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

using TextsById = std::unordered_map<std::string, std::vector<const TextRef*>>;

/// One entry of `texts`: the translations of one owner.
void read_entry(const Instrument& instrument, bool lint, const TreeEntry& entry,
                const std::vector<const TextRef*>& texts, std::size_t language, Sink& sink) {
  if (!entry.value.is_map()) {
    sink.add(Code::need_map, entry.value.at);
    return;
  }
  std::vector<Found> found;
  flatten(entry.value, "", found);
  std::string hash;
  Span hash_at = entry.key_at;
  std::vector<std::string> fields;
  for (const TextRef* ref : texts) fields.push_back(ref->field);
  for (const Found& one : found) {
    if (one.field == "source" && entry.key != "instrument") {
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
    target.in.resize(instrument.languages.size());
    if (!one.tree->is_null()) target.in[language] = scalar_text(*one.tree, sink);
  }
  if (!lint) return;
  std::string missing;
  for (const TextRef* ref : texts) {
    const bool there = language < ref->prose->in.size() && !ref->prose->in[language].empty();
    if (!ref->prose->empty() && !there) missing += (missing.empty() ? "" : ", ") + ref->field;
  }
  const std::string& tag = instrument.languages[language];
  if (!missing.empty()) {
    sink.add(Code::translation_missing, entry.key_at,
             {{"id", entry.key}, {"fields", missing}, {"language", tag}});
  }
  if (!hash.empty() && hash != source_hash(texts)) {
    sink.add(Code::translation_stale, hash_at,
             {{"id", entry.key}, {"hash", source_hash(texts)}, {"language", tag}});
  }
}

}  // namespace

std::vector<Diagnostic> read_translation(Instrument& instrument, const Source& source, std::size_t language,
                                         bool lint) {
  const std::vector<TextRef> refs = texts_of(instrument);
  Sink sink(source);
  Checked<Tree> tree = read_tree(source);
  sink.append(std::move(tree.diagnostics));
  if (tree && is_of_kind(*tree, "translation/1", sink)) {
    TextsById by_id;
    for (const TextRef& ref : refs) by_id[ref.owner].push_back(&ref);
    std::vector<std::string> owners;
    for (const auto& [owner, texts] : by_id) owners.push_back(owner);
    std::sort(owners.begin(), owners.end());
    Fields top(*tree, sink);
    top.choice("sextant", {"translation/1"});
    top.need("sextant");
    const std::string of = top.need_text("of");
    if (!of.empty() && of != instrument.id) {
      sink.add(Code::translation_of_another, top.at("of"), {{"found", shown(of)}, {"wanted", instrument.id}});
    }
    const std::string tag = top.need_text("language");
    if (!tag.empty() && tag != instrument.languages[language]) {
      sink.add(Code::translation_of_another, top.at("language"),
               {{"found", shown(tag)}, {"wanted", instrument.languages[language]}});
    }
    std::vector<std::string> seen;
    for (const TreeEntry& entry : top.map("texts")) {
      const auto it = by_id.find(entry.key);
      if (it == by_id.end()) {
        sink.add(Code::unknown_reference, entry.key_at, {{"id", shown(entry.key)}},
                 nearest(entry.key, owners));
        continue;
      }
      seen.push_back(entry.key);
      read_entry(instrument, lint, entry, it->second, language, sink);
    }
    top.finish();
    if (lint) {
      std::sort(seen.begin(), seen.end());
      for (const std::string& owner : owners) {
        const auto& texts = by_id[owner];
        const bool any =
            std::any_of(texts.begin(), texts.end(), [](const TextRef* ref) { return !ref->prose->empty(); });
        if (any && !std::binary_search(seen.begin(), seen.end(), owner)) {
          sink.add(Code::translation_absent, top.at("texts"),
                   {{"id", owner}, {"language", instrument.languages[language]}});
        }
      }
    }
  }
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
