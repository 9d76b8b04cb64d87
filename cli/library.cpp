#include "cli/library.hpp"

#include <filesystem>

#include "cli/files.hpp"
#include "engine/lint/lint.hpp"
#include "engine/tables/table.hpp"

namespace sextant::cli {

namespace {

std::string listed(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

}  // namespace

void append(std::vector<Diagnostic>& to, const std::vector<Diagnostic>& more) {
  to.insert(to.end(), more.begin(), more.end());
}

Diagnostic instrument_not_found(const std::string& name, const std::vector<std::string>& folders) {
  const std::vector<std::string> shipped = files::shipped_instruments(folders);
  return {Code::instrument_not_found, "", {}, {{"id", name}, {"known", listed(shipped)}},
          nearest(name, shipped),     {}};
}

Library::Library(const Environment& environment, std::optional<std::vector<std::string>> languages, bool lint)
    : folders_(files::questionnaire_folders(environment.questionnaires)) {
  options_.languages = std::move(languages);
  options_.lint = lint;
}

InstrumentPtr Library::load(const std::string& name, std::vector<Diagnostic>& diagnostics) {
  const std::string path = files::find_instrument(name, folders_);
  if (!path.empty()) return load_path(path, diagnostics);
  diagnostics.push_back(instrument_not_found(name, folders_));
  return nullptr;
}

InstrumentPtr Library::load_for(const InstrumentName& name, const Source& answers,
                                std::vector<Diagnostic>& diagnostics) {
  const std::string path =
      name.file.empty()
          ? files::find_instrument(name.id.find('/') == std::string::npos ? name.id : "", folders_)
          : files::find_instrument(files::join(files::folder_of(answers.name()), name.file), {});
  if (!path.empty()) return load_path(path, diagnostics);
  const std::vector<std::string> shipped = files::shipped_instruments(folders_);
  Sink sink(answers);
  const std::string& wanted = name.file.empty() ? name.id : name.file;
  sink.add(Code::instrument_not_found, name.at, {{"id", wanted}, {"known", listed(shipped)}},
           nearest(wanted, shipped));
  append(diagnostics, sink.take());
  return nullptr;
}

InstrumentPtr Library::load_path(const std::string& path, std::vector<Diagnostic>& diagnostics) {
  const std::lock_guard lock(mutex_);
  auto it = loaded_.find(path);
  if (it == loaded_.end()) {
    Entry entry;
    files::ReadResult file = files::read(path);
    if (!file.ok) {
      entry.diagnostics.push_back(file.problem);
    } else {
      Checked<Instrument> instrument =
          load_instrument(Source(path, std::move(file.bytes)), files::beside(path), options_);
      entry.diagnostics = std::move(instrument.diagnostics);
      if (instrument && options_.lint) append(entry.diagnostics, lint(*instrument));
      if (instrument) entry.instrument = std::make_shared<const Instrument>(std::move(*instrument));
    }
    it = loaded_.emplace(path, std::move(entry)).first;
  }
  append(diagnostics, it->second.diagnostics);
  return it->second.instrument;
}

std::string instrument_file_for(const Environment& environment, const Instrument& instrument,
                                const std::string& output) {
  namespace fs = std::filesystem;
  const std::string& main = instrument.nodes.front().file;
  const auto folders = files::questionnaire_folders(environment.questionnaires);
  if (files::find_instrument(instrument.id, folders) == main) return {};
  const fs::path from = output == "-" ? fs::current_path() : fs::absolute(files::folder_of(output));
  return fs::absolute(main).lexically_normal().lexically_relative(from.lexically_normal()).string();
}

Diagnostic other_instrument(const std::string& path, const Instrument& found, const Instrument& wanted) {
  if (found.id != wanted.id)
    return {Code::wrong_instrument, path, {}, {{"found", found.id}, {"wanted", wanted.id}}, {}, {}};
  const auto named = [](const Instrument& one) {
    return one.id + " " + one.version + " (" + one.nodes.front().file + ")";
  };
  const Args args = {{"found", named(found)}, {"wanted", named(wanted)}, {"id", wanted.id}};
  return {Code::other_version, path, {}, args, {}, {}};
}

std::optional<AnswersFile> read_answers(Library& library, const std::string& path,
                                        const std::string& instrument, std::vector<Diagnostic>& diagnostics) {
  std::optional<WholeFile> file = read_whole(library, path, instrument, diagnostics);
  if (!file) return std::nullopt;
  return std::move(file->answers);
}

std::optional<WholeFile> read_whole(Library& library, const std::string& path, const std::string& instrument,
                                    std::vector<Diagnostic>& diagnostics) {
  files::ReadResult file = files::read(path);
  if (!file.ok) {
    diagnostics.push_back(file.problem);
    return std::nullopt;
  }
  Source source(path, file.bytes);
  Checked<Tree> tree = read_tree(source);
  append(diagnostics, tree.diagnostics);
  if (!tree) return std::nullopt;
  std::optional<AnswersFile> answers = check_answers(library, source, *tree, instrument, diagnostics);
  if (!answers || has_errors(tree.diagnostics)) return std::nullopt;
  return WholeFile{std::move(file.bytes), std::move(source), std::move(*tree), std::move(*answers)};
}

std::optional<AnswersFile> check_answers(Library& library, const Source& source, const Tree& tree,
                                         const std::string& instrument,
                                         std::vector<Diagnostic>& diagnostics) {
  AnswersFile out;
  out.path = source.name();
  if (!instrument.empty()) {
    out.instrument = library.load(instrument, diagnostics);
  } else {
    const Checked<InstrumentName> name = instrument_name(tree, source);
    if (!name) {
      append(diagnostics, name.diagnostics);
      return std::nullopt;
    }
    out.instrument = library.load_for(*name, source, diagnostics);
  }
  if (!out.instrument) return std::nullopt;
  Checked<Assessment> assessment = load_answers(tree, source, *out.instrument);
  append(diagnostics, assessment.diagnostics);
  if (!assessment) return std::nullopt;
  out.assessment = std::move(*assessment);
  return out;
}

ActionsPtr Library::actions_for(const Instrument& instrument, std::vector<Diagnostic>& diagnostics) {
  const std::string path = actions_file(instrument);
  const std::lock_guard lock(mutex_);
  auto it = actions_.find(path);
  if (it == actions_.end()) {
    Checked<ActionsPtr> entry;
    files::ReadResult file = files::read(path);
    if (!file.ok) {
      entry.diagnostics.push_back(file.problem);
    } else {
      Checked<ActionLibrary> actions =
          load_actions(Source(path, std::move(file.bytes)), files::beside(path), instrument, options_);
      entry.diagnostics = std::move(actions.diagnostics);
      if (actions) entry.value = std::make_shared<const ActionLibrary>(std::move(*actions));
    }
    it = actions_.emplace(path, std::move(entry)).first;
  }
  append(diagnostics, it->second.diagnostics);
  return it->second ? *it->second : nullptr;
}

std::string actions_file(const Instrument& instrument) {
  return files::join(files::folder_of(instrument.nodes.front().file), "actions.yaml");
}

std::string notes_file(const Instrument& instrument) {
  return files::join(files::folder_of(instrument.nodes.front().file), "notes.yaml");
}

std::optional<NoteLibrary> read_notes(const Instrument& instrument, const LoadOptions& options,
                                      std::vector<Diagnostic>& diagnostics) {
  const std::string path = notes_file(instrument);
  files::ReadResult file = files::read(path);
  if (!file.ok) {
    diagnostics.push_back(file.problem);
    return std::nullopt;
  }
  Checked<NoteLibrary> notes =
      load_notes(Source(path, std::move(file.bytes)), files::beside(path), instrument, options);
  append(diagnostics, notes.diagnostics);
  return std::move(notes.value);
}

std::vector<Assessment> read_together(Library& library, const std::vector<std::string>& paths,
                                      const std::string& named, InstrumentPtr& instrument,
                                      std::vector<Diagnostic>& diagnostics) {
  std::vector<Assessment> out;
  for (const std::string& path : paths) {
    auto file = read_answers(library, path, named, diagnostics);
    if (!file) continue;
    if (!instrument) instrument = file->instrument;
    if (instrument->fingerprint == file->instrument->fingerprint) {
      out.push_back(std::move(file->assessment));
      continue;
    }
    diagnostics.push_back(other_instrument(path, *file->instrument, *instrument));
  }
  return out;
}

std::string output_language(const Common& common, const Assessment& assessment,
                            const Instrument& instrument) {
  return output_languages(common, assessment, instrument).front();
}

std::vector<std::string> output_languages(const Common& common, const Assessment& assessment,
                                          const Instrument& instrument) {
  if (!common.languages.empty()) return common.languages;
  return {assessment.language.empty() ? instrument.languages.front() : assessment.language};
}

std::optional<std::vector<std::string>> languages_to_read(const Common& common) {
  if (common.languages.empty()) return std::nullopt;
  return common.languages;
}

void read_table_file(const TableOptions& options, const std::string& path, const Instrument& instrument,
                     const std::function<void(Assessment&&, int)>& take,
                     std::vector<Diagnostic>& diagnostics) {
  ColumnMap columns;
  if (!options.columns.empty()) {
    files::ReadResult file = files::read(options.columns);
    if (!file.ok) {
      diagnostics.push_back(file.problem);
      return;
    }
    const Source source(options.columns, std::move(file.bytes));
    Checked<Tree> tree = read_tree(source);
    append(diagnostics, tree.diagnostics);
    if (!tree) return;
    Checked<ColumnMap> map = load_columns(*tree, source, instrument);
    append(diagnostics, map.diagnostics);
    if (!map) return;
    columns = std::move(*map);
  }
  if (!options.unit.empty()) columns.unit = options.unit;
  if (!options.round.empty()) columns.round = options.round;
  files::ReadResult table = files::read(path);
  if (!table.ok) {
    diagnostics.push_back(table.problem);
    return;
  }
  append(diagnostics, read_table(table.bytes, path, instrument, columns, take));
}

}  // namespace sextant::cli
