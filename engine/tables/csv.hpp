#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sextant {

/// Reads comma-separated values record by record (RFC 4180): cells may stand in double quotes, with doubled
/// quotes and line ends inside. Line ends of any kind and a byte-order mark are taken; blank lines are
/// skipped. The text must outlive the reader.
class CsvReader {
 public:
  explicit CsvReader(std::string_view text, char separator = ',');

  /// Reads the next record; false at the end. After a quote that is never closed, `broken` is true and the
  /// end is reached.
  bool next();

  /// The cells of the record, with quotes removed and blanks around them trimmed.
  const std::vector<std::string>& cells() const { return cells_; }
  /// The 1-based line on which the record starts.
  int line() const { return line_; }
  bool broken() const { return broken_; }

 private:
  void read_cell();
  void skip_line_end();

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  int next_line_ = 1;
  int line_ = 0;
  bool broken_ = false;
  std::vector<std::string> cells_;
};

/// The separator that a header line uses: the most frequent of comma, semicolon and tab outside quotes.
char guess_separator(std::string_view text);

/// How a table that a spreadsheet program wrote begins.
struct Separator {
  char sign = ',';
  int lines = 0;  ///< that only name it: Excel is told the separator in a line "sep=;"
};
/// The separator of a table; a line that only names it is taken off the text.
Separator take_separator(std::string_view& text);

/// A text without the apostrophe that our tables put before what a spreadsheet program would take for a
/// formula.
std::string without_guard(const std::string& cell);

}  // namespace sextant
