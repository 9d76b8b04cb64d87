#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/workbook/workbook.hpp"

/// Tables on the sheets of a workbook, found by their line of titles.
namespace sextant::exchange {

/// One row's cells, by column.
using Row = std::vector<const workbook::Cell*>;

/// A table, as its line of titles says.
struct Table {
  enum class Kind { none, answers, keyed, unkeyed };
  Kind kind = Kind::none;
  std::vector<std::string> fields;  ///< by column
  std::vector<std::string> titles;
  int first_row = 0;
  std::string list;      ///< of a keyed table: the list whose items were read last
  int label_column = 0;  ///< of a table without keys: what its lines are known by
  int last_row = 0;      ///< that holds anything
  int count = 0;         ///< lines that were read
};

/// A line of titles has two of them at least that are known, one of which says what a line is about; or they
/// are those of a table of ours whose keys are gone. `in_plan`: the actions stand above it.
std::optional<Table> table_at(const Row& row, bool in_plan);

/// Whether one of the columns holds a field.
bool holds(const std::vector<std::string>& fields, std::string_view field);
/// The column of keys; kNoColumn where the table has none.
inline constexpr int kNoColumn = -1;
int key_column_of(const Table& table);
/// The field of a cell's column; "?" where no title stands above it.
std::string field_of(const Table& table, const workbook::Cell& cell);
/// The text of the cell in the column of a field, without blanks around it; empty where there is none.
std::string text_in(const Table& table, const Row& row, std::string_view field);
/// What stands in the column of levels and choices: of the line of a part, the part's own text.
std::string shown_in(const Table& table, const Row& row);

}  // namespace sextant::exchange
