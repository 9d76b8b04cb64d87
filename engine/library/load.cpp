#include "engine/library/load.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "engine/instrument/translate.hpp"
#include "engine/library/loader.hpp"
#include "engine/lint/lint.hpp"
#include "engine/text/digest.hpp"

namespace sextant::library_loading {

Shelf::Shelf(const Instrument& instrument_, const Source& main_, LibraryHead& head_)
    : instrument(instrument_), main(main_), head(head_) {
  for (const Node& node : instrument.nodes) nodes.push_back(node.id);
}

void Shelf::report(const std::string& file, Code code, Span at, Args args) {
  const auto it =
      std::find_if(sources.begin(), sources.end(), [&](const Source& one) { return one.name() == file; });
  Sink sink(it == sources.end() ? main : *it);
  sink.add(code, at, std::move(args));
  report(sink.take());
}

void Shelf::report(std::vector<Diagnostic> more) {
  diagnostics.insert(diagnostics.end(), std::make_move_iterator(more.begin()),
                     std::make_move_iterator(more.end()));
}

namespace {

void load_head(Shelf& shelf, Fields& top, const char* kind, Sink& sink) {
  LibraryHead& out = shelf.head;
  top.need("sextant");
  top.choice("sextant", {kind});
  out.id = top.need_text("id");
  if (!out.id.empty()) check_id(out.id, top.at("id"), sink);
  out.version = top.need_text("version");
  out.languages = loading::load_languages(shelf, top, sink);
  out.loaded.assign(out.languages.size(), false);
  out.loaded[0] = true;
  out.title = loading::prose(top.need_text("title"));
  out.description = loading::prose(top.text("description"));
  out.notice = loading::prose(top.text("notice"));
  out.source = loading::prose(top.text("source"));
  out.licence = top.text("licence");
  const std::string instrument = top.need_text("for");
  if (!instrument.empty() && instrument != shelf.instrument.id) {
    sink.add(Code::library_of_another, top.at("for"),
             {{"found", shown(instrument)}, {"wanted", shelf.instrument.id}});
  }
}

/// "actions/power.yaml" in French: "actions/fr/power.yaml".
std::string translated_path(const std::string& path, const std::string& language) {
  const std::size_t slash = path.rfind('/');
  const std::size_t name = slash == std::string::npos ? 0 : slash + 1;
  return path.substr(0, name) + language + "/" + path.substr(name);
}

/// The name of the main file without folder and extension: its own translations stand in a folder of that
/// name.
std::string stem(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
  return name.substr(0, name.rfind('.'));
}

class Translations {
 public:
  Translations(Shelf& shelf, const std::vector<TextRef>& refs, std::size_t language)
      : shelf_(shelf), translator_(refs, shelf.head.languages, language, shelf.options.lint) {}

  void read() {
    read_main(stem(shelf_.main.name()) + "/" + translator_.tag() + "/main.yaml");
    for (const Shelf::Part& part : shelf_.parts) read_part(part);
    if (!shelf_.options.lint) return;
    for (const std::string& owner : translator_.absent()) {
      shelf_.report({{Code::translation_absent,
                      main_file_,
                      texts_at_,
                      {{"id", owner}, {"language", translator_.tag()}},
                      {},
                      {}}});
    }
  }

 private:
  std::optional<Source> open(const std::string& path, Span asked_at) {
    std::optional<Source> source = (*shelf_.beside)(path);
    if (!source) {
      Sink sink(shelf_.main);
      sink.add(Code::translation_file_missing, asked_at, {{"path", path}, {"language", translator_.tag()}});
      shelf_.report(sink.take());
    }
    return source;
  }

  void read_main(const std::string& path) {
    const std::size_t language = shelf_.head.language(translator_.tag());
    main_file_ = shelf_.main.name();
    const std::optional<Source> source = open(path, shelf_.language_at[language]);
    if (!source) return;
    shelf_.head.loaded[language] = true;
    Sink sink(*source);
    Checked<Tree> tree = read_tree(*source);
    sink.append(std::move(tree.diagnostics));
    if (tree) {
      Fields top(*tree, sink);
      translator_.check_head(top, shelf_.head.id, sink);
      translator_.read(top.map("texts"), sink);
      top.finish();
      main_file_ = source->name();
      texts_at_ = top.at("texts");
    }
    shelf_.report(sink.take());
  }

  /// Beside an included list: texts by id, and nothing else.
  void read_part(const Shelf::Part& part) {
    const std::optional<Source> source = open(translated_path(part.path, translator_.tag()), part.at);
    if (!source) return;
    Sink sink(*source);
    Checked<Tree> tree = read_tree(*source);
    sink.append(std::move(tree.diagnostics));
    if (tree && !tree->is_map()) sink.add(Code::need_map, tree->at);
    if (tree) translator_.read(tree->entries, sink);
    shelf_.report(sink.take());
  }

  Shelf& shelf_;
  Translator translator_;
  std::string main_file_;
  Span texts_at_;
};

void load_translations(Shelf& shelf, const std::vector<TextRef>& refs) {
  for (std::size_t i = 1; i < shelf.head.languages.size(); ++i) {
    const auto& wanted = shelf.options.languages;
    const bool skip = wanted && std::none_of(wanted->begin(), wanted->end(), [&](const std::string& one) {
                        return shelf.head.language(one) == i;
                      });
    if (!skip) Translations(shelf, refs, i).read();
  }
}

}  // namespace

bool load_library(Shelf& shelf, const char* kind, const std::function<void(Fields&, Sink&)>& load,
                  const std::function<std::vector<TextRef>()>& refs) {
  Sink sink(shelf.main);
  Checked<Tree> tree = read_tree(shelf.main);
  sink.append(std::move(tree.diagnostics));
  if (tree) {
    shelf.included = {shelf.main.name()};
    shelf.mark(shelf.main);
    for (const char* owner : {"actions", "notes", "effort_bands", "cost_bands"}) {
      shelf.ids.emplace(owner, loading::Place{shelf.main.name(), tree->at});
    }
    Fields top(*tree, sink);
    load_head(shelf, top, kind, sink);
    load(top, sink);
    top.finish();
  }
  shelf.report(sink.take());
  if (!has_errors(shelf.diagnostics)) load_translations(shelf, refs());
  shelf.head.fingerprint = sha256(shelf.contents);
  sort_diagnostics(shelf.diagnostics);
  return !has_errors(shelf.diagnostics);
}

std::vector<Entry> load_list(Shelf& shelf, Fields& top, std::string_view key, Sink& sink) {
  std::vector<Entry> out;
  for (const Tree& tree : top.list(key)) {
    const auto included = [&](const Tree& list, Sink& inner) {
      if (!list.is_list()) inner.add(Code::need_list, list.at);
      shelf.parts.push_back({tree.find("include")->text, tree.find("include")->at});
      for (const Tree& item : list.items) out.push_back({&inner.source(), item});
    };
    if (!loading::load_include(shelf, tree, sink, included)) out.push_back({&shelf.main, tree});
  }
  return out;
}

void read_entry(Shelf& shelf, const Entry& entry, const std::function<void(Fields&, Sink&)>& load) {
  Sink sink(*entry.source);
  Fields fields(entry.tree, sink);
  if (fields.is_map()) {
    load(fields, sink);
    fields.finish();
  }
  shelf.report(sink.take());
}

Prose need_prose(Fields& fields, std::string_view key) {
  return loading::prose(fields.need_text(key));
}

std::vector<Prose> need_list(Fields& fields, std::string_view key, Sink& sink) {
  std::vector<Prose> out;
  fields.need(key);
  for (const Tree& tree : fields.list(key)) {
    std::string text = scalar_text(tree, sink);
    if (tree.is_scalar() && text.empty()) sink.add(Code::text_empty, tree.at);
    out.push_back(loading::prose(std::move(text)));
  }
  return out;
}

std::size_t need_choice(Fields& fields, std::string_view key, const std::vector<std::string>& choices) {
  fields.need(key);
  return fields.choice(key, choices);
}

std::optional<std::size_t> find_id(const Tree& tree, const std::vector<std::string>& known, Sink& sink,
                                   bool few) {
  const std::string id = scalar_text(tree, sink);
  const auto it = std::find(known.begin(), known.end(), id);
  if (it != known.end()) return static_cast<std::size_t>(it - known.begin());
  if (!tree.is_scalar()) return std::nullopt;
  if (few) {
    std::string all;
    for (const std::string& one : known) all += (all.empty() ? "" : ", ") + one;
    sink.add(Code::not_one_of, tree.at, {{"value", shown(id)}, {"choices", all}}, nearest(id, known));
  } else {
    sink.add(Code::unknown_reference, tree.at, {{"id", shown(id)}}, nearest(id, known));
  }
  return std::nullopt;
}

std::vector<std::size_t> find_ids(Fields& fields, std::string_view key, const std::vector<std::string>& known,
                                  Sink& sink, bool few) {
  std::vector<std::size_t> out;
  fields.need(key);
  for (const Tree& tree : fields.list(key)) {
    if (const auto index = find_id(tree, known, sink, few)) out.push_back(*index);
  }
  return out;
}

std::string place(const std::string& file, Span at) {
  return file + ":" + std::to_string(at.line);
}

void check_titles(Shelf& shelf, const std::vector<Titled>& all) {
  if (!shelf.options.lint) return;
  for (std::size_t language = 0; language < shelf.head.languages.size(); ++language) {
    std::map<std::string, const Titled*> seen;
    for (const Titled& one : all) {
      if (language >= one.title.in.size() || one.title.in[language].empty()) continue;
      const auto [it, is_new] = seen.emplace(one.title.in[language], &one);
      if (is_new) continue;
      shelf.report(one.file, Code::title_twice, one.at,
                   {{"id", one.id}, {"other", it->second->id}, {"title", one.title.in[language]}});
    }
  }
}

}  // namespace sextant::library_loading
