#pragma once

#include <string_view>

namespace sextant::sheet {

/// How many lines a text takes in a column of `width` (in digits of the default type, as spreadsheets count),
/// broken at blanks, or inside words that are too long. At least 1; an estimate, since nothing here knows the
/// type's measures.
double lines_of(std::string_view text, double width);

}  // namespace sextant::sheet
