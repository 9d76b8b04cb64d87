#include <algorithm>
#include <map>
#include <optional>

#include "engine/exchange/filled.hpp"
#include "engine/exchange/meaning.hpp"
#include "engine/exchange/take_value.hpp"
#include "engine/exchange/titles.hpp"

namespace sextant::exchange {

namespace {

using workbook::Area;
using workbook::Cell;
using workbook::CellKind;
using workbook::Sheet;

std::string trimmed(const std::string& text) {
  const std::size_t from = text.find_first_not_of(" \t\n");
  if (from == std::string::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t\n") + 1 - from);
}

/// One row's cells, by column.
using Row = std::vector<const Cell*>;

/// A table, as its line of titles says.
struct Table {
  enum class Kind { none, answers, keyed };
  Kind kind = Kind::none;
  std::vector<std::string> fields;  ///< by column
  int first_row = 0;
  std::string list;  ///< of a keyed table: the list whose items were read last
};

std::vector<std::string> titles_of(const Row& row) {
  std::vector<std::string> out(static_cast<std::size_t>(row.back()->column) + 1);
  for (const Cell* cell : row) {
    if (cell->kind == CellKind::value) out[static_cast<std::size_t>(cell->column)] = trimmed(cell->text);
  }
  return out;
}

bool holds(const std::vector<std::string>& fields, std::string_view field) {
  return std::find(fields.begin(), fields.end(), field) != fields.end();
}

std::ptrdiff_t known(const std::vector<std::string>& fields) {
  return std::count_if(fields.begin(), fields.end(),
                       [](const std::string& field) { return !field.empty() && field != "-"; });
}

/// A line of titles has two of them at least that are known, one of which says what a line is about.
std::optional<Table> table_at(const Row& row) {
  const std::vector<std::string> titles = titles_of(row);
  std::vector<std::string> fields = keyed_columns(titles);
  if (holds(fields, kKeyTitle) && known(fields) >= 2)
    return Table{Table::Kind::keyed, std::move(fields), row.front()->row, {}};
  fields = answer_columns(titles);
  if (holds(fields, "id") && known(fields) >= 2)
    return Table{Table::Kind::answers, std::move(fields), row.front()->row, {}};
  return std::nullopt;
}

class Reader {
 public:
  explicit Reader(Filled& out) : out_(out), sink_(out.source) {}

  void run(const workbook::Workbook& book) {
    for (const Sheet& sheet : book.sheets) read(sheet);
  }

  bool any() const { return any_; }
  std::vector<Diagnostic> take() { return std::move(diagnostics_); }

 private:
  void report(int row, int column, Code code, Args args = {}, std::string suggestion = {}) {
    sink_.add(code, Span{}, std::move(args), std::move(suggestion));
    Diagnostic one = sink_.take().front();
    one.file += ":" + workbook::cell_name(*sheet_, row, column);
    diagnostics_.push_back(std::move(one));
  }

  void read(const Sheet& sheet) {
    sheet_ = &sheet;
    Table table;
    std::vector<Table> tables;
    for (auto from = sheet.cells.begin(); from != sheet.cells.end();) {
      const auto to =
          std::find_if(from, sheet.cells.end(), [&](const Cell& cell) { return cell.row != from->row; });
      Row row;
      for (auto it = from; it != to; ++it) row.push_back(&*it);
      from = to;
      if (auto fresh = table_at(row)) {
        table = std::move(*fresh);
        titles(table, row);
        tables.push_back(table);
      } else if (table.kind == Table::Kind::answers) {
        answer(table, row);
      } else if (table.kind == Table::Kind::keyed) {
        keyed(table, row);
      }
    }
    any_ = any_ || !tables.empty();
    if (tables.empty() && !sheet.cells.empty() && !sheet.hidden)
      report(sheet.cells.front().row, sheet.cells.front().column, Code::sheet_unread);
    for (const Area& area : sheet.merged) merged(area, tables);
  }

  void titles(const Table& table, const Row& row) {
    const bool keys = table.kind == Table::Kind::keyed;
    for (const Cell* cell : row) {
      if (cell->kind != CellKind::value || is_blank(cell->text)) continue;
      if (!table.fields[static_cast<std::size_t>(cell->column)].empty()) continue;
      report(cell->row, cell->column, Code::entry_field, {{"key", shown(trimmed(cell->text))}},
             nearest_title(cell->text, keys));
    }
    if (!keys && !holds(table.fields, "value"))
      report(row.front()->row, row.front()->column, Code::sheet_column_missing,
             {{"title", "Answer / Réponse"}});
  }

  /// The text of the cell in the column of a field.
  std::string text_in(const Table& table, const Row& row, std::string_view field) const {
    for (const Cell* cell : row) {
      if (field_of(table, *cell) == field && cell->kind == CellKind::value) return trimmed(cell->text);
    }
    return {};
  }

  /// "?" where no title stands above the cell.
  static std::string field_of(const Table& table, const Cell& cell) {
    const auto column = static_cast<std::size_t>(cell.column);
    return column < table.fields.size() && !table.fields[column].empty() ? table.fields[column] : "?";
  }

  /// Whether the cell can be read; what is wrong with it is said.
  bool readable(const Cell& cell) {
    switch (cell.kind) {
      case CellKind::value:
        return !is_blank(cell.text);
      case CellKind::error:
        report(cell.row, cell.column, Code::cell_error, {{"value", shown(cell.text)}});
        return false;
      case CellKind::pending:
        report(cell.row, cell.column, Code::cell_pending);
        return false;
      case CellKind::damaged:
        report(cell.row, cell.column, Code::cell_damaged);
        return false;
    }
    return false;
  }

  void add(const std::string& question, std::string field, std::string part, const Cell& cell) {
    out_.entries.push_back({question,
                            std::move(field),
                            std::move(part),
                            cell.text,
                            {{}, workbook::cell_name(*sheet_, cell.row, cell.column)}});
  }

  /// A title that is not known was named once; a cell beyond all titles is named itself.
  bool beyond(const Table& table, const Cell& cell) {
    if (static_cast<std::size_t>(cell.column) < table.fields.size()) return field_of(table, cell) == "?";
    report(cell.row, cell.column, Code::cell_without_title);
    return true;
  }

  void answer(const Table& table, const Row& row) {
    const std::string id = text_in(table, row, "id");
    const std::string part = text_in(table, row, "part");
    for (const Cell* cell : row) {
      const std::string field = field_of(table, *cell);
      if (field == "-" || field == "part" || !readable(*cell)) continue;
      if (beyond(table, *cell) || field == "id") continue;
      if (id.empty()) {
        report(cell->row, cell->column, Code::entry_incomplete, {{"key", "id"}});
        continue;
      }
      // A second source of evidence stands on a line of its own.
      const bool source = field.rfind("evidence.", 0) == 0;
      const bool value = field == "value";
      add(id, field, source ? std::to_string(cell->row + 1) : value ? part : "", *cell);
    }
  }

  void keyed(Table& table, const Row& row) {
    std::string key = text_in(table, row, kKeyTitle);
    if (key == "-") return;
    const std::size_t hash = std::min(key.find('#'), key.size());
    std::string part = hash < key.size() ? key.substr(hash + 1) : "";
    const bool counted =
        part.find_first_not_of("0123456789") == std::string::npos || part.rfind("own-", 0) == 0;
    if (!key.empty()) table.list = counted && !part.empty() ? key.substr(0, hash) : "";
    key = key.substr(0, hash);
    if (key.empty() && !table.list.empty()) {
      // A line that somebody put in, in a list.
      key = table.list;
      part = "own-line-" + std::to_string(row.front()->row + 1);
    }
    for (const Cell* cell : row) {
      const std::string field = field_of(table, *cell);
      if (field == "-" || field == kKeyTitle || !readable(*cell) || beyond(table, *cell)) continue;
      if (key.empty()) {
        report(cell->row, cell->column, Code::entry_incomplete, {{"key", "key"}});
      } else if (!name(key, *cell)) {
        add("", field == "value" ? key : key + "." + field, part, *cell);
      }
    }
  }

  /// Whether a key says what the workbook was made from.
  bool name(const std::string& key, const Cell& cell) {
    if (key == "instrument.id") {
      out_.instrument.id = trimmed(cell.text);
    } else if (key == "instrument.version") {
      out_.instrument.version = trimmed(cell.text);
    } else if (key == "instrument.fingerprint") {
      out_.fingerprint = trimmed(cell.text);
    } else {
      return key == "sextant";
    }
    return true;
  }

  void merged(const Area& area, const std::vector<Table>& tables) {
    const auto above = std::find_if(tables.rbegin(), tables.rend(),
                                    [&](const Table& one) { return one.first_row < area.row; });
    if (above == tables.rend()) return;
    // Harmless as long as only one of the columns that are read lies in one line of it.
    int columns = 0;
    for (int column = area.column; column <= area.last_column; ++column) {
      const std::string field = field_of(*above, {area.row, column, CellKind::value, {}});
      if (field != "-" && field != "?") ++columns;
    }
    const int lines = area.last_row - area.row + 1;
    if (columns == 0 || (columns == 1 && lines == 1)) return;
    const std::string from = workbook::cell_name(area.row, area.column);
    const std::string to = workbook::cell_name(area.last_row, area.last_column);
    report(area.row, area.column, Code::cells_merged, {{"area", from + ":" + to}});
  }

  Filled& out_;
  Sink sink_;
  const Sheet* sheet_ = nullptr;
  bool any_ = false;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace

Checked<Filled> read_workbook(std::string_view bytes, Source source) {
  const workbook::Opened opened = workbook::open(bytes);
  Filled out;
  out.source = std::move(source);
  Sink sink(out.source);
  if (!opened.workbook) {
    switch (opened.problem) {
      case workbook::Problem::encrypted:
        sink.add(Code::workbook_encrypted);
        break;
      case workbook::Problem::old_format:
        sink.add(Code::workbook_old);
        break;
      case workbook::Problem::too_large:
        sink.add(Code::workbook_too_large);
        break;
      case workbook::Problem::none:
      case workbook::Problem::unreadable:
        sink.add(Code::workbook_unreadable);
        break;
    }
    return {std::nullopt, sink.take()};
  }
  Reader reader(out);
  reader.run(*opened.workbook);
  if (!reader.any()) {
    sink.add(Code::import_unreadable);
    return {std::nullopt, sink.take()};
  }
  return {std::move(out), reader.take()};
}

}  // namespace sextant::exchange
