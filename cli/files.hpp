#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/overwrite.hpp"
#include "engine/diagnostics/diagnostic.hpp"
#include "engine/instrument/load.hpp"

/// The only place that touches the disk.
namespace sextant::files {

/// What became of a read: the bytes, or why there are none (a code of group Q09 with its reason).
struct ReadResult {
  bool ok = false;
  std::string bytes;
  Diagnostic problem;
};

/// The system's number for an error (errno) as one of our codes.
Diagnostic problem(const std::string& path, int error);

/// Reads a whole file; "-" is standard input.
ReadResult read(const std::string& path);

/// Writes a file so that a reader sees the old one or the new one and never a part: to a temporary name in
/// the same folder, flushed to disk, read back, renamed, the folder flushed. Folders on the way are made. "-"
/// is standard output. Nothing: it worked; otherwise why not, and the old file is whole. What `refusal` has
/// against it is not written.
std::optional<Diagnostic> write(const std::string& path, std::string_view bytes, Over over = Over::own);

/// A path with the bytes to write to it.
using PathAndBytes = std::pair<std::string, std::string>;

/// Writes several files in their order, and none where one of them may not be written. `written` hears the
/// path of each.
std::optional<Diagnostic> write_all(const std::vector<PathAndBytes>& all,
                                    const std::function<void(const std::string&)>& written = {});

/// Removes what `write` of this file left behind in processes that were killed.
void remove_leftovers(const std::string& path);

bool is_folder(const std::string& path);
bool exists(const std::string& path);
/// The folder part of a path; "." where there is none.
std::string folder_of(const std::string& path);
/// `folder`/`name`; just `name` where the folder is "." or the name is absolute.
std::string join(const std::string& folder, const std::string& name);
/// The name without folder and extension.
std::string stem(const std::string& path);

/// An id as the name of a file, without an extension; two ids never have one name.
std::string name_of(const std::string& id);

/// What a file says that it is ("answers/1"), from its `sextant` key; empty where it does not say. Only a
/// glance: the file may be broken.
std::string kind_of(const std::string& path);

/// All YAML and JSON files below a folder, sorted by path; also links to what is not there and folders that
/// may not be looked into, which `read` then names.
std::vector<std::string> data_files(const std::string& folder);
/// The folder of a round's respondents' files, which stands beside its file: ROUND.respondents.
std::string respondents_of(const std::string& round_file);
/// Whether a file stands in a folder of respondents' files (ROUND.respondents).
bool is_respondents(const std::string& path);
/// Whether a file stands in a folder of what groups of respondents say alone (ROUND.groups).
bool is_groups(const std::string& path);
/// A workshop's country files: UNIT/ROUND.yaml (or .json), sorted; files that say that they are something
/// else (an instrument, a column map) are left out, and folders named *.respondents and *.groups are not
/// entered.
std::vector<std::string> country_files(const std::string& folder);

/// Reads files beside `main`, for instruments that include others.
ReadBeside beside(const std::string& main);

/// The folders that hold shipped questionnaires, the most particular first: $SEXTANT_QUESTIONNAIRES, the one
/// beside the program, the one of the source tree, the installed one.
std::vector<std::string> questionnaire_folders(const std::string& from_environment);
/// The main file of an instrument named by a path (file or folder) or by a shipped id; empty where there is
/// none.
std::string find_instrument(const std::string& name, const std::vector<std::string>& folders);
/// The ids of the shipped instruments, sorted.
std::vector<std::string> shipped_instruments(const std::vector<std::string>& folders);

}  // namespace sextant::files
