#pragma once

#include <string>
#include <vector>

#include "cli/library.hpp"
#include "engine/workshop/workshop.hpp"

namespace sextant::cli {

/// A workshop's folder, read.
struct Workshop {
  InstrumentPtr instrument;  ///< of the first file that could be read
  std::vector<WorkshopFile> files;
  std::vector<std::string> unreadable;
};

/// Reads the country files of a folder and the respondents' files beside them, sorted by unit, round and
/// place; or the files given. What cannot be read, or belongs to another questionnaire, is reported and
/// named.
Workshop read_workshop(Library& library, const std::vector<std::string>& paths, const std::string& named,
                       std::vector<Diagnostic>& diagnostics);

}  // namespace sextant::cli
