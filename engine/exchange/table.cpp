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

}  // namespace

bool holds(const std::vector<std::string>& fields, std::string_view field) {
  return std::find(fields.begin(), fields.end(), field) != fields.end();
}

bool shows_choices(const Table& table, std::size_t column) {
  if (column >= table.titles.size() || table.titles[column].empty()) return false;
  const std::string title = plain(table.titles[column]);
  return title == "levels and choices" || title == "niveaux et choix";
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
