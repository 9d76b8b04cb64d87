#pragma once

#include <string>

#include "cli/library.hpp"

namespace sextant::cli {

/// The group of respondents whose answers alone a file holds: one of ROUND.groups, by whatever path it is
/// called. Empty: it is none.
std::string group_of_file(const std::string& path, const Assessment& assessment);

/// Puts the group behind the unit's name in every language, for whatever is shown of such a file and not
/// written back: "Brisomare, Teachers". Other files stay as they are.
void name_group(AnswersFile& file);

}  // namespace sextant::cli
