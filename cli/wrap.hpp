#pragma once

#include <string>
#include <string_view>

namespace sextant::cli {

/// The width to which running text is set: the terminal's, between 40 and 100 columns; 80 where there is
/// none.
int text_width(int columns);

/// A text in lines of at most `width` columns, broken at plain blanks: the first line after `first`, the
/// others after as many blanks as `first` takes. Ends with a line end.
std::string wrap(std::string_view text, int width, std::string_view first = "");

}  // namespace sextant::cli
