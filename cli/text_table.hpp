#pragma once

#include <string>
#include <vector>

namespace sextant::cli {

/// A table for a terminal: columns as wide as they need; the first gives way where the terminal is narrow.
struct TextTable {
  std::vector<std::string> header;
  std::vector<bool> right;  ///< columns set flush right
  std::vector<std::vector<std::string>> rows;
  /// Colour escapes around a cell, parallel to `rows`; empty: none.
  std::vector<std::vector<std::string>> colours;

  /// The table as lines; `columns` is the terminal's width, 0 where there is none.
  std::string text(int columns) const;
};

}  // namespace sextant::cli
