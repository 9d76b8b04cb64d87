#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "cli/app.hpp"
#include "engine/assessment/assessment.hpp"
#include "engine/instrument/load.hpp"
#include "engine/library/load.hpp"

namespace sextant::cli {

using InstrumentPtr = std::shared_ptr<const Instrument>;
using ActionsPtr = std::shared_ptr<const ActionLibrary>;

/// Puts `more` behind `to`.
void append(std::vector<Diagnostic>& to, const std::vector<Diagnostic>& more);

/// Finds and loads instruments, each once. Safe to share between threads.
class Library {
 public:
  /// `languages`: which translations to read; nothing: all.
  Library(const Environment& environment, std::optional<std::vector<std::string>> languages,
          bool lint = false);

  /// The instrument named by -q: a path or a shipped id. Problems are added to `diagnostics`.
  InstrumentPtr load(const std::string& name, std::vector<Diagnostic>& diagnostics);
  /// The instrument that an answers file names.
  InstrumentPtr load_for(const InstrumentName& name, const Source& answers,
                         std::vector<Diagnostic>& diagnostics);
  /// The library of actions that stands beside an instrument that was loaded here.
  ActionsPtr actions_for(const Instrument& instrument, std::vector<Diagnostic>& diagnostics);

 private:
  struct Entry {
    InstrumentPtr instrument;
    std::vector<Diagnostic> diagnostics;
  };
  InstrumentPtr load_path(const std::string& path, std::vector<Diagnostic>& diagnostics);

  std::vector<std::string> folders_;
  LoadOptions options_;
  std::mutex mutex_;
  std::map<std::string, Entry> loaded_;
  std::map<std::string, Checked<ActionsPtr>> actions_;
};

/// What to say where no instrument of this name is in the folders.
Diagnostic instrument_not_found(const std::string& name, const std::vector<std::string>& folders);

/// How an answers file `output` names an instrument that is not a shipped one: by its path from there. Empty
/// for a shipped one.
std::string instrument_file_for(const Environment& environment, const Instrument& instrument,
                                const std::string& output);

/// What to say of answers to `found` among answers to `wanted`: to another questionnaire, or to another
/// version of it.
Diagnostic other_instrument(const std::string& path, const Instrument& found, const Instrument& wanted);

/// An answers file, read and checked.
struct AnswersFile {
  std::string path;
  InstrumentPtr instrument;
  Assessment assessment;
};

/// Reads an answers file against the instrument of -q, or, where that is empty, the one that the file names.
std::optional<AnswersFile> read_answers(Library& library, const std::string& path,
                                        const std::string& instrument, std::vector<Diagnostic>& diagnostics);

/// The same for a file that is read already; `tree` is what it says.
std::optional<AnswersFile> check_answers(Library& library, const Source& source, const Tree& tree,
                                         const std::string& instrument, std::vector<Diagnostic>& diagnostics);

/// The same with the file's bytes and what it says, for whoever names or changes places in it.
struct WholeFile {
  std::string bytes;  ///< with their own line ends
  Source source;
  Tree tree;
  AnswersFile answers;
};
std::optional<WholeFile> read_whole(Library& library, const std::string& path, const std::string& instrument,
                                    std::vector<Diagnostic>& diagnostics);

/// The file of actions that stands beside an instrument.
std::string actions_file(const Instrument& instrument);
/// The file of learning notes that stands beside an instrument.
std::string notes_file(const Instrument& instrument);
/// Reads it.
std::optional<NoteLibrary> read_notes(const Instrument& instrument, const LoadOptions& options,
                                      std::vector<Diagnostic>& diagnostics);

/// Reads several answers files of one instrument, that of the first, which is put into `instrument`. A file
/// of another, or one that cannot be taken, is reported and left out. `named` is what -q names, or empty.
std::vector<Assessment> read_together(Library& library, const std::vector<std::string>& paths,
                                      const std::string& named, InstrumentPtr& instrument,
                                      std::vector<Diagnostic>& diagnostics);

/// The language of something written from an answers file: --lang, else the file's, else the instrument's.
std::string output_language(const Common& common, const Assessment& assessment, const Instrument& instrument);
/// All of them, where --lang names several.
std::vector<std::string> output_languages(const Common& common, const Assessment& assessment,
                                          const Instrument& instrument);
/// Which translations an instrument is read with: those of --lang, or all (nothing).
std::optional<std::vector<std::string>> languages_to_read(const Common& common);

/// Opens a table's column map and reads the table. `take` as in `read_table`.
void read_table_file(const TableOptions& options, const std::string& path, const Instrument& instrument,
                     const std::function<void(Assessment&&, int)>& take,
                     std::vector<Diagnostic>& diagnostics);

}  // namespace sextant::cli
