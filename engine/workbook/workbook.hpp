#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/diagnostics/codes.hpp"
#include "engine/text/fill.hpp"

/// Spreadsheet files (XLSX and ODS) as values: the cells that hold something, as the person at the screen saw
/// them.
namespace sextant::workbook {

enum class CellKind {
  value,    ///< text, a number, a truth value or a day
  error,    ///< a formula that went wrong; the text is what the cell shows, such as "#REF!"
  pending,  ///< a formula whose result no program has stored
  damaged,  ///< bytes that are no text
};

struct Cell {
  int row = 0;  ///< from 0
  int column = 0;
  CellKind kind = CellKind::value;
  /// Numbers in their shortest form, those shown as per cent with their sign ("62.5%"), truth values as
  /// "true" and "false", days as "2025-03-25", and as "2025-03" or "2025" where no more of them is shown.
  std::string text;
};

/// Cells that were made one; only the first of them holds anything.
struct Area {
  int row = 0;
  int column = 0;
  int last_row = 0;
  int last_column = 0;
};

struct Sheet {
  std::string name;
  bool hidden = false;
  std::vector<Cell> cells;     ///< by row, then by column
  std::vector<Cell> comments;  ///< what people wrote beside cells, likewise
  std::vector<Area> merged;
};

struct Workbook {
  std::vector<Sheet> sheets;
};

/// Why there is none.
enum class Problem {
  none,
  unreadable,  ///< no archive, or damaged, or its parts are not those of a workbook, or it declares entities
  encrypted,
  old_format,  ///< a binary format: that of before 2007, or .xlsb
  too_large,   ///< beyond what `open` takes
};

struct Opened {
  std::optional<Workbook> workbook;
  Problem problem = Problem::none;
};

/// Whether bytes begin like a file of an office program.
bool looks_like_workbook(std::string_view bytes);

/// The same of a file, also by its name, so that a damaged one is called so.
bool looks_like_workbook(std::string_view name, std::string_view bytes);

/// How a problem is reported; that there is none, as if the file were no workbook.
Code code_of(Problem problem);
/// Why a cell cannot be read; nothing where it holds a value.
std::optional<std::pair<Code, Args>> fault_of(const Cell& cell);

/// Reads XLSX and ODS. At most 64 MB unpacked, 2 million elements and 500,000 filled cells are taken.
Opened open(std::string_view bytes);

/// "C7".
std::string cell_name(int row, int column);
/// "Vision", and 'Two words' in quotes where the name needs them.
std::string sheet_name(const Sheet& sheet);
/// "Vision!C7", and 'Two words'!C7 in quotes where the name needs them.
std::string cell_name(const Sheet& sheet, int row, int column);

}  // namespace sextant::workbook
