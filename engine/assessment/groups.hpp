#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/assessment/assessment.hpp"
#include "engine/diagnostics/diagnostic.hpp"
#include "engine/instrument/model.hpp"

/// The groups that respondents say they belong to: those of the instrument, or words of their own.
namespace sextant {

/// Whether two groups differ only in how they are written: in case, accents, blanks or a plural.
bool alike(std::string_view a, std::string_view b);

/// Respondents whose groups are alike and not the same, as pairs of places, the earlier one last: each group
/// once, beside the first that is like it.
std::vector<std::pair<std::size_t, std::size_t>> groups_alike(const std::vector<Respondent>& respondents);

/// Warns of groups that the instrument does not have, and, where it has none, of groups that are alike. `at`
/// are the places of the groups, parallel to the respondents.
void check_groups(const std::vector<Respondent>& respondents, const std::vector<Span>& at,
                  const Instrument& instrument, Sink& sink);

/// The same of respondents whose files are brought together, named of `place`; but for what was `named` of
/// one of the files.
std::vector<Diagnostic> check_groups_together(const std::vector<Respondent>& respondents,
                                              const Instrument& instrument, const std::string& place,
                                              const std::vector<Diagnostic>& named);

}  // namespace sextant
