#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <set>

#include "cli/app.hpp"
#include "cli/files.hpp"
#include "cli/library.hpp"
#include "cli/manifest.hpp"
#include "cli/planned.hpp"
#include "engine/library/load.hpp"
#include "engine/lint/lint.hpp"
#include "engine/syntax/fields.hpp"
#include "engine/tables/table.hpp"

namespace sextant::cli {

namespace {

/// A file to check; a folder stands for the files below it that say what they are. What an instrument
/// includes, and its translations, are reached through its main file.
std::vector<std::string> expand(const std::string& path) {
  if (!files::is_folder(path)) return {path};
  std::vector<std::string> out;
  std::set<std::string> instruments;
  const std::vector<std::string> all = files::data_files(path);
  for (const std::string& file : all) {
    if (files::kind_of(file) != "instrument/1") continue;
    const std::string folder = files::folder_of(file);
    instruments.insert(folder == "." ? "" : folder + "/");
  }
  for (const std::string& file : all) {
    const std::string kind = files::kind_of(file);
    const bool part = (kind.empty() || kind == "translation/1") &&
                      std::any_of(instruments.begin(), instruments.end(),
                                  [&](const std::string& folder) { return file.rfind(folder, 0) == 0; });
    if (!part) out.push_back(file);
  }
  return out;
}

class Checker {
 public:
  Checker(Context& context, const CheckOptions& options)
      : options_(options), library_(context.environment, std::nullopt, true) {}

  void check(const std::string& path) {
    ++count_;
    files::ReadResult file = files::read(path);
    if (!file.ok) {
      found.push_back(file.problem);
      return;
    }
    const Source source(path, std::move(file.bytes));
    Checked<Tree> tree = read_tree(source);
    append(tree.diagnostics);
    if (tree) {
      Sink sink(source);
      lint_words(*tree, sink);
      append(sink.take());
    }
    if (tree) check_kind(path, source, *tree);
  }

  int count() const { return count_; }
  std::vector<Diagnostic> found;

 private:
  void append(const std::vector<Diagnostic>& more) { found.insert(found.end(), more.begin(), more.end()); }

  void check_kind(const std::string& path, const Source& source, const Tree& tree) {
    Sink sink(source);
    const Tree* kind_tree = tree.find("sextant");
    const std::string kind = kind_tree != nullptr && kind_tree->is_scalar() ? kind_tree->text : "";
    if (!tree.is_map()) {
      sink.add(Code::need_map, tree.at);
    } else if (kind_tree == nullptr) {
      sink.add(Code::missing_key, tree.at, {{"key", "sextant"}});
    } else if (kind == "instrument/1") {
      library_.load(path, found);
    } else if (kind == "answers/1") {
      const auto answers = check_answers(library_, source, tree, options_.instrument, found);
      check_plan(answers);
      if (path != "-" && !files::is_respondents(path) && !files::is_groups(path))
        append(check_manifest(path, answers && answers->assessment.round.closed));
    } else if (kind == "actions/1" || kind == "notes/1") {
      check_library(path, source, tree, sink);
    } else if (kind == "columns/1") {
      check_columns(source, tree);
    } else if (kind == "translation/1") {
      check_translation(path, tree, sink);
    } else {
      const std::vector<std::string> kinds = {"instrument/1", "answers/1",     "actions/1",
                                              "notes/1",      "translation/1", "columns/1"};
      sink.add(Code::unknown_kind, kind_tree->at, {{"value", kind}}, nearest(kind, kinds));
    }
    append(sink.take());
  }

  /// A plan that stands in the answers is checked with the library of actions, if the instrument has one.
  void check_plan(const std::optional<AnswersFile>& file) {
    if (!file || !file->assessment.plan.scheduled() || !files::exists(actions_file(*file->instrument)))
      return;
    std::vector<Diagnostic> of_library;  // its own warnings are told when it is checked itself
    const ActionsPtr actions = library_.actions_for(*file->instrument, of_library);
    if (!actions) append(of_library);
    if (actions) append(make_planned(*file->instrument, file->assessment, actions, file->path).problems);
  }

  /// Actions and notes are checked against the instrument of -q, the one beside them, or the one that they
  /// name.
  void check_library(const std::string& path, const Source& source, const Tree& tree, Sink& sink) {
    const std::string beside = files::join(files::folder_of(path), "instrument.yaml");
    const Tree* name = tree.find("for");
    InstrumentPtr instrument;
    if (!options_.instrument.empty()) {
      instrument = library_.load(options_.instrument, found);
    } else if (path != "-" && files::exists(beside)) {
      instrument = library_.load(beside, found);
    } else if (name == nullptr || !name->is_scalar()) {
      sink.add(Code::missing_key, tree.at, {{"key", "for"}});
    } else {
      instrument = library_.load_for({name->text, "", "", name->at}, source, found);
    }
    if (!instrument) return;
    const LoadOptions options{std::nullopt, true};
    append(tree.find("sextant")->text == "actions/1"
               ? load_actions(source, files::beside(path), *instrument, options).diagnostics
               : load_notes(source, files::beside(path), *instrument, options).diagnostics);
  }

  /// A column map alone is checked against the instrument of -q.
  void check_columns(const Source& source, const Tree& tree) {
    if (options_.instrument.empty()) return;
    const InstrumentPtr instrument = library_.load(options_.instrument, found);
    if (instrument) append(load_columns(tree, source, *instrument).diagnostics);
  }

  /// A translation is checked with what it belongs to: lang/fr.yaml with instrument.yaml above,
  /// actions/fr/main.yaml with actions.yaml above.
  void check_translation(const std::string& path, const Tree& tree, Sink& sink) {
    const std::string folder = files::folder_of(files::folder_of(path));
    const std::string main = files::join(folder, "instrument.yaml");
    if (files::exists(main)) {
      library_.load(main, found);
      return;
    }
    const std::string library = folder + ".yaml";
    if (files::stem(path) == "main" && files::exists(library)) {
      --count_;  // the same file to whoever named it
      check(library);
      return;
    }
    Fields top(tree, sink);
    for (const char* key : {"sextant", "of", "language", "texts"}) top.need(key);
    top.finish();
  }

  const CheckOptions& options_;
  Library library_;
  int count_ = 0;
};

bool about_translation(const Diagnostic& diagnostic) {
  return info(diagnostic.code).id.substr(0, 3) == "Q04";
}

}  // namespace

int run_check(Context& context, const CheckOptions& options) {
  Checker checker(context, options);
  for (const std::string& path : options.paths) {
    const std::vector<std::string> all = expand(path);
    if (all.empty()) checker.found.push_back({Code::nothing_in_folder, path, {}, {}, {}, {}});
    for (const std::string& file : all) checker.check(file);
  }
  std::vector<Diagnostic> found = std::move(checker.found);
  sort_diagnostics(found);
  std::vector<Diagnostic> translations;
  std::vector<Diagnostic> others;
  for (Diagnostic& one : found) (about_translation(one) ? translations : others).push_back(std::move(one));
  print_all(context, others, true, options.strict);
  print_all(context, translations, true, options.strict_i18n);
  const int code = std::max(exit_of(others, options.strict), exit_of(translations, options.strict_i18n));
  const auto errors = [](const std::vector<Diagnostic>& list, bool strict) {
    return std::count_if(list.begin(), list.end(), [&](const Diagnostic& one) {
      return strict || info(one.code).severity == Severity::error;
    });
  };
  const auto wrong = errors(others, options.strict) + errors(translations, options.strict_i18n);
  const auto warnings = static_cast<std::ptrdiff_t>(others.size() + translations.size()) - wrong;
  const bool fr = context.common.lang == Lang::fr;
  const auto plural = [](std::ptrdiff_t n) { return n == 1 ? "" : "s"; };
  if (fr) {
    const char* s = checker.count() < 2 ? "" : "s";
    context.out << fmt::format("{} fichier{} vérifié{} : {} erreur{}, {} avertissement{}\n", checker.count(),
                               s, s, wrong, wrong < 2 ? "" : "s", warnings, warnings < 2 ? "" : "s");
  } else {
    context.out << fmt::format("{} file{} checked: {} error{}, {} warning{}\n", checker.count(),
                               plural(checker.count()), wrong, plural(wrong), warnings, plural(warnings));
  }
  return code;
}

}  // namespace sextant::cli
