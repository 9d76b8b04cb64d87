#include "engine/instrument/load.hpp"

#include <algorithm>
#include <utility>

#include "engine/instrument/loader.hpp"
#include "engine/text/digest.hpp"

namespace sextant {

namespace loading {

Prose prose(std::string text) {
  return Prose{{std::move(text)}};
}

bool Files::claim(const std::string& id, Span at, Sink& sink) {
  if (!check_id(id, at, sink)) return false;
  const auto [it, is_new] = ids.emplace(id, Place{sink.source().name(), at});
  if (!is_new) {
    sink.add(Code::duplicate_id, at,
             {{"id", id}, {"where", it->second.file + ":" + std::to_string(it->second.at.line)}});
  }
  return is_new;
}

void Files::mark(const Source& source) {
  contents += std::to_string(source.text().size()) + ":" + source.text();
}

std::vector<std::string> load_languages(Files& files, Fields& top, Sink& sink) {
  const std::string source = top.need_text("language");
  if (!source.empty()) check_language(source, top.at("language"), sink);
  std::vector<std::string> languages = {source};
  files.language_at = {top.at("language")};
  const std::vector<std::string> words = top.words("languages");
  const Tree* tree = top.get("languages");
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Span at = tree->is_list() ? tree->items[i].at : tree->at;
    if (!check_language(words[i], at, sink)) continue;
    if (std::find(languages.begin(), languages.end(), words[i]) != languages.end()) continue;
    languages.push_back(words[i]);
    files.language_at.push_back(at);
  }
  return languages;
}

namespace {

void load_kinds(Loader& loader, Fields& top, Sink& sink) {
  for (const TreeEntry& entry : top.map("kinds")) {
    Fields fields(entry.value, sink);
    KindName name;
    name.one = prose(fields.need_text("one"));
    name.many = prose(fields.text("many"));
    if (name.many.empty()) name.many = name.one;
    fields.finish();
    loader.out.kinds[entry.key] = std::move(name);
  }
}

void load_defaults(Loader& loader, Fields& top, Sink& sink) {
  const Tree* tree = top.get("defaults");
  if (tree == nullptr) return;
  Fields fields(*tree, sink);
  loader.missing_by_default = load_missing(fields, sink, {});
  loader.min_coverage_by_default = fields.number("min_coverage", 0, 1).value_or(0);
  loader.not_applicable_by_default = fields.yes_no("not_applicable", false);
  fields.finish();
}

void load_root(Loader& loader, Fields& top, Sink& sink) {
  Node root;
  root.kind = "overall";
  root.id = "overall";
  root.missing = loader.missing_by_default;
  root.min_coverage = loader.min_coverage_by_default;
  root.file = sink.source().name();
  if (const Tree* tree = top.get("overall")) {
    Fields fields(*tree, sink);
    root.at = tree->at;
    if (const std::string id = fields.text("id"); !id.empty()) root.id = id;
    if (const std::string title = fields.text("title"); !title.empty()) root.title = prose(title);
    root.about = prose(fields.text("about"));
    root.scale = scale_of(loader, fields, sink, 0);
    load_rules(loader, fields, sink, root);
    loader.claim(root.id, fields.at("id"), sink);
    for (const char* key : {"gates", "evidence_cap"}) fields.get(key);
    fields.finish();
  } else {
    root.at = top.at();
    loader.claim(root.id, top.at(), sink);
  }
  loader.out.nodes.push_back(std::move(root));
  if (const Tree* tree = top.get("overall")) {
    Fields gates(*tree, sink);
    load_gates(loader, gates, sink, 0);
  }
  load_children(loader, top, sink, 0);
}

Prompt load_prompt(Fields& vision, std::string_view key, Sink& sink) {
  const Tree* tree = vision.get(key);
  if (tree == nullptr) return {};
  Fields fields(*tree, sink);
  Prompt out{prose(fields.need_text("title")), prose(fields.text("prompt")), prose(fields.text("help"))};
  fields.finish();
  return out;
}

/// The unscored introduction, and the outcomes that a country may aim at.
void load_vision(Loader& loader, Fields& top, Sink& sink) {
  if (const Tree* tree = top.get("vision")) {
    Fields fields(*tree, sink);
    VisionGuide& out = loader.out.vision;
    out.title = prose(fields.text("title"));
    out.about = prose(fields.text("about"));
    out.purpose = load_prompt(fields, "purpose", sink);
    out.priorities = load_prompt(fields, "priorities", sink);
    out.outcomes = load_prompt(fields, "outcomes", sink);
    out.principles = load_prompt(fields, "principles", sink);
    fields.finish();
  }
  for (const Tree& tree : top.list("outcomes")) {
    Fields fields(tree, sink);
    if (!fields.is_map()) continue;
    Outcome out{fields.need_text("id"), prose(fields.need_text("title")), prose(fields.text("about"))};
    if (!out.id.empty()) loader.claim(out.id, fields.at("id"), sink);
    fields.finish();
    loader.out.outcomes.push_back(std::move(out));
  }
}

/// Groups of respondents, and from which agreement on a question is in dispute.
void load_agreement(Loader& loader, Fields& top, Sink& sink) {
  for (const Tree& tree : top.list("respondent_groups")) {
    Fields fields(tree, sink);
    if (!fields.is_map()) continue;
    RespondentGroup out{fields.need_text("id"), prose(fields.need_text("title"))};
    if (!out.id.empty()) loader.claim(out.id, fields.at("id"), sink);
    fields.finish();
    loader.out.respondent_groups.push_back(std::move(out));
  }
  if (const Tree* tree = top.get("agreement")) {
    Fields fields(*tree, sink);
    fields.need("least_consensus");
    loader.out.least_consensus = fields.number("least_consensus", 0, 1);
    fields.finish();
  }
}

/// `{renamed: {old: new}, split: {old: [new, new]}, dropped: [old]}`; the old ids are another version's.
void load_changes(Loader& loader, Fields& top, Sink& sink) {
  const Tree* tree = top.get("changes");
  if (tree == nullptr) return;
  Fields fields(*tree, sink);
  for (const char* key : {"renamed", "split"}) {
    for (const TreeEntry& entry : fields.map(key)) {
      Change one{entry.key, {}};
      const std::vector<Tree> alone = {entry.value};
      for (const Tree& id : entry.value.is_list() ? entry.value.items : alone) {
        one.now.push_back(scalar_text(id, sink));
        check_question(loader, one.now.back(), id.at, sink);
      }
      loader.out.changes.push_back(std::move(one));
    }
  }
  for (std::string& id : fields.words("dropped")) loader.out.changes.push_back({std::move(id), {}});
  fields.finish();
}

/// Keys whose contents have no effect on scores; their words are read by what uses them.
constexpr std::string_view kOtherMaps[] = {"balance"};

void load_others(Fields& top, Sink& sink) {
  for (const std::string_view key : kOtherMaps) {
    const Tree* tree = top.get(key);
    if (tree != nullptr && tree->is_scalar()) sink.add(Code::need_map, tree->at);
  }
  top.get("tags");
}

void load_top(Loader& loader, const Tree& tree, Sink& sink) {
  Fields top(tree, sink);
  top.need("sextant");
  top.choice("sextant", {"instrument/1"});
  Instrument& out = loader.out;
  out.id = top.need_text("id");
  if (const Tree* id = tree.find("id"); id != nullptr && id->is_scalar()) check_id(*id, sink);
  out.version = top.need_text("version");
  out.languages = load_languages(loader, top, sink);
  out.loaded.assign(out.languages.size(), false);
  out.loaded[0] = true;
  out.title = prose(top.need_text("title"));
  out.short_title = prose(top.text("short_title"));
  out.description = prose(top.text("description"));
  out.notice = prose(top.text("notice"));
  out.source = prose(top.text("source"));
  out.licence = top.text("licence");
  load_kinds(loader, top, sink);
  load_scales(loader, top, sink);
  load_defaults(loader, top, sink);
  load_root(loader, top, sink);
  load_indices(loader, top, sink);
  load_findings(loader, top, sink);
  load_caps(loader, top, sink);
  load_prerequisites(loader, top, sink);
  load_editions(loader, top, sink);
  load_vision(loader, top, sink);
  load_agreement(loader, top, sink);
  load_changes(loader, top, sink);
  load_robustness(loader, top, sink);
  load_glossary(loader, top, sink);
  load_others(top, sink);
  top.finish();
}

}  // namespace

}  // namespace loading

Checked<Instrument> load_instrument(const Source& main, const ReadBeside& beside,
                                    const LoadOptions& options) {
  Sink sink(main);
  Checked<Tree> tree = read_tree(main);
  sink.append(std::move(tree.diagnostics));
  if (!tree || !is_of_kind(*tree, "instrument/1", sink)) return {std::nullopt, sink.take()};
  loading::Loader loader;
  loader.beside = &beside;
  loader.options = options;
  loader.included = {main.name()};
  loader.mark(main);
  loading::load_top(loader, *tree, sink);
  for (const loading::Loader::Later& later : loader.later) {
    Sink inner(*later.source);
    later.resolve(inner);
    sink.append(inner.take());
  }
  sink.append(std::exchange(loader.diagnostics, {}));
  loading::check_branches(loader, sink);
  if (!sink.has_errors()) {
    loading::check_whole(loader, sink);
    loading::load_translations(loader, main);
    sink.append(std::move(loader.diagnostics));
  }
  // A root without a title of its own has the instrument's, in every language.
  if (!options.as_written && loader.out.nodes.front().title.empty())
    loader.out.nodes.front().title = loader.out.title;
  loader.out.fingerprint = sha256(loader.contents);
  std::vector<Diagnostic> all = sink.take();
  sort_diagnostics(all);
  if (has_errors(all)) return {std::nullopt, std::move(all)};
  return {std::move(loader.out), std::move(all)};
}

}  // namespace sextant
