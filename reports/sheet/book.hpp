#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The only place that knows libxlsxwriter: a workbook that is written cell by cell.
namespace sextant::sheet {

enum class Style {
  plain,           ///< locked text
  small,           ///< locked text in small grey type: ids
  title,           ///< of a sheet
  section,         ///< a heading within a sheet
  label,           ///< locked and bold, beside a cell to fill in
  header,          ///< the line of titles
  fill,            ///< a cell to fill in: text, wrapped
  pick,            ///< a cell to fill in from a list, or with a number
  day,             ///< a cell to fill in with a day
  note,            ///< a line of explanation that runs on over the empty cells beside it
  words,           ///< a cell to fill in with a text that is none but a text, whatever it begins with
  leftward,        ///< `plain`, written from right to left
  words_leftward,  ///< `words`, written from right to left
  open_end,        ///< a state: something is to be done
  doubtful,        ///< a state: something is to be looked at
};

struct Column {
  double width = 10;  ///< in characters
  bool hidden = false;
};

struct Layout {
  std::string name;  ///< shortened and changed until the format takes it
  bool hidden = false;
  bool right_to_left = false;
  std::vector<Column> columns;
  int frozen_rows = 0;
  int frozen_columns = 0;
  int repeated_row = -1;  ///< on each printed page; none: -1
  int printed_columns = 0;
  std::string footer;
  bool filtered = false;  ///< `filter` will be called: filters work although the sheet is locked
};

/// What a cell takes, and what is said beside it.
struct Choice {
  std::vector<std::string> list;  ///< to choose from; empty: no list
  std::optional<double> least;    ///< of a number
  std::optional<double> most;
  bool number = false;
  std::string title;  ///< of the hint
  std::string hint;
  std::string refusal;  ///< shown where something else is entered; it may be kept all the same
};

class Book {
 public:
  /// `day` (ISO 8601) is when the workbook says that it was made; empty: 1 January 2000. With `leftward`,
  /// texts are read from right to left and have the room that Arabic letters take. Throws std::runtime_error
  /// where memory or room for temporary files is missing.
  Book(const std::string& title, const std::string& day, bool leftward = false);
  ~Book();
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;

  /// Adds a sheet; what follows is written on it. All sheets but hidden ones are locked, without a password,
  /// apart from the cells to fill in.
  void page(const Layout& layout);
  void text(int row, int column, std::string_view text, Style style);
  /// Stretches of text, bold or not. At least one is not empty.
  void rich(int row, int column, const std::vector<std::pair<bool, std::string>>& stretches);
  void number(int row, int column, double value, Style style);
  /// ISO 8601.
  void day(int row, int column, const std::string& day);
  void takes(int row, int column, const Choice& choice);
  /// Puts the arrows of a filter on a line of titles, for the lines below it until `last`.
  void filter(int titles, int last, int last_column);

  /// The file. The same calls give the same bytes. Nothing can be added afterwards.
  std::string finish();
  /// Texts that did not fit into a cell and were left out, as "Sheet!C7".
  const std::vector<std::string>& too_long() const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace sextant::sheet
