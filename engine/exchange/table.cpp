#include "engine/exchange/table.hpp"

#include <algorithm>
#include <utility>

#include "engine/exchange/labels.hpp"
#include "engine/exchange/meaning.hpp"
#include "engine/exchange/titles.hpp"

namespace sextant::exchange {

namespace {

std::vector<std::string> titles_of(const Row& row) {
  std::vector<std::string> out(static_cast<std::size_t>(row.back()->column) + 1);
  for (const workbook::Cell* cell : row) {
    if (cell->kind == workbook::CellKind::value)
      out[static_cast<std::size_t>(cell->column)] = trimmed(cell->text);
  }
  return out;
}

std::ptrdiff_t known(const std::vector<std::string>& fields) {
  return std::count_if(fields.begin(), fields.end(),
                       [](const std::string& field) { return !field.empty() && field != "-"; });
}

/// Whether a column shows levels and choices, or the text of a part.
bool shows_choices(const Table& table, std::size_t column) {
  if (column >= table.titles.size() || table.titles[column].empty()) return false;
  const std::string title = plain(table.titles[column]);
  return title == "levels and choices" || title == "niveaux et choix";
}

}  // namespace

bool holds(const std::vector<std::string>& fields, std::string_view field) {
  return std::find(fields.begin(), fields.end(), field) != fields.end();
}

int key_column_of(const Table& table) {
  const auto at = std::find(table.fields.begin(), table.fields.end(), kKeyTitle);
  return at == table.fields.end() ? kNoColumn : static_cast<int>(at - table.fields.begin());
}

std::string field_of(const Table& table, const workbook::Cell& cell) {
  const auto column = static_cast<std::size_t>(cell.column);
  return column < table.fields.size() && !table.fields[column].empty() ? table.fields[column] : "?";
}

std::string text_in(const Table& table, const Row& row, std::string_view field) {
  for (const workbook::Cell* cell : row) {
    if (field_of(table, *cell) == field && cell->kind == workbook::CellKind::value)
      return trimmed(cell->text);
  }
  return {};
}

std::string shown_in(const Table& table, const Row& row) {
  for (const workbook::Cell* cell : row) {
    if (shows_choices(table, static_cast<std::size_t>(cell->column))) return trimmed(cell->text);
  }
  return {};
}

std::optional<Table> table_at(const Row& row, bool in_plan) {
  Table out;
  out.titles = titles_of(row);
  out.fields = keyed_columns(out.titles);
  out.first_row = out.last_row = row.front()->row;
  out.label_column = row.front()->column;
  if (holds(out.fields, kKeyTitle) && known(out.fields) >= 2) {
    out.kind = Table::Kind::keyed;
    return out;
  }
  if (std::optional<std::string> list = unkeyed_list(out.titles, in_plan)) {
    out.list = std::move(*list);
    out.kind = Table::Kind::unkeyed;
    return out;
  }
  out.fields = answer_columns(out.titles);
  if (!holds(out.fields, "id") || known(out.fields) < 2) return std::nullopt;
  out.kind = Table::Kind::answers;
  return out;
}

}  // namespace sextant::exchange
