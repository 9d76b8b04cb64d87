#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "engine/exchange/filled.hpp"
#include "engine/exchange/labels.hpp"
#include "engine/exchange/meaning.hpp"
#include "engine/exchange/origin.hpp"
#include "engine/exchange/table.hpp"
#include "engine/exchange/take_value.hpp"
#include "engine/exchange/titles.hpp"
#include "engine/translation/sheet.hpp"

namespace sextant::exchange {

namespace {

using workbook::Area;
using workbook::Cell;
using workbook::CellKind;
using workbook::Sheet;

class Reader {
 public:
  explicit Reader(Filled& out) : out_(out), sink_(out.source) {}

  void run(const workbook::Workbook& book) {
    for (const Sheet& sheet : book.sheets) out_.sheets.push_back(workbook::sheet_name(sheet));
    const Origins origins = origins_of(book);
    if (origins.another) {
      two_ = true;
      at(*origins.another, Code::workbook_of_two,
         {{"found", origins.another->name()}, {"wanted", origins.whole->name()}});
      return;
    }
    if (origins.whole) {
      out_.instrument.id = origins.whole->instrument;
      out_.instrument.version = origins.whole->version;
      out_.fingerprint = origins.whole->fingerprint;
    }
    for (const Sheet& sheet : book.sheets) {
      if (!of_another(sheet, origins)) read(sheet);
    }
    // An action that somebody put in gets an id that no other has.
    int number = 0;
    for (auto& [line, id] : put_in_) {
      do {
        id = "own-" + std::to_string(++number);
      } while (!actions_.insert(id).second);
    }
    for (Entry& entry : out_.entries) {
      const auto it = put_in_.find(entry.place.line);
      if (it != put_in_.end()) entry.part = it->second;
    }
    sort_by_place(diagnostics_, out_);
  }

  bool any() const { return any_; }
  /// Whether the workbook was put together from two questionnaires.
  bool two() const { return two_; }
  /// Whether another version made the workbook.
  bool newer() const { return newer_; }
  std::vector<Diagnostic> take() { return std::move(diagnostics_); }

 private:
  void report(int row, int column, Code code, Args args = {}, std::string suggestion = {}) {
    sink_.add(code, Span{}, std::move(args), std::move(suggestion));
    Diagnostic one = sink_.take().front();
    one.file += ":" + workbook::cell_name(*sheet_, row, column);
    diagnostics_.push_back(std::move(one));
  }

  void at(const Origin& origin, Code code, Args args) {
    sheet_ = origin.sheet;
    report(origin.cell->row, origin.cell->column, code, std::move(args));
  }

  /// Whether a sheet was copied from the workbook of another questionnaire; that is said.
  bool of_another(const Sheet& sheet, const Origins& origins) {
    for (const Origin& mark : origins.marks) {
      if (mark.sheet != &sheet) continue;
      const Origin& whole = *origins.whole;
      if (!mark.same_version(whole)) {
        at(mark, Code::sheet_of_another, {{"found", mark.name()}, {"wanted", whole.name()}});
        return true;
      }
      if (whole.fingerprint.rfind(mark.fingerprint, 0) != 0 &&
          mark.fingerprint.rfind(whole.fingerprint, 0) != 0)
        at(mark, Code::instrument_changed, {{"id", mark.instrument}, {"version", mark.version}});
    }
    return false;
  }

  void read(const Sheet& sheet) {
    sheet_ = &sheet;
    named_.clear();
    std::vector<Row> above;
    bool in_plan = false;
    Table table;
    std::vector<Table> tables;
    for (auto from = sheet.cells.begin(); from != sheet.cells.end();) {
      const auto to =
          std::find_if(from, sheet.cells.end(), [&](const Cell& cell) { return cell.row != from->row; });
      Row row;
      for (auto it = from; it != to; ++it) row.push_back(&*it);
      from = to;
      ++line_;
      if (auto fresh = table_at(row, in_plan)) {
        table = std::move(*fresh);
        keep_above(std::exchange(above, {}), key_column_of(table));
        in_plan = in_plan || table.list == "plan.actions";
        titles(table, row);
        tables.push_back(table);
      } else if (table.kind == Table::Kind::answers) {
        answer(table, row);
      } else if (table.kind == Table::Kind::keyed) {
        keyed(table, row);
      } else if (table.kind == Table::Kind::unkeyed) {
        unkeyed(table, row);
      } else {
        above.push_back(row);
      }
    }
    // Of a sheet without tables, the whole is named.
    if (!tables.empty()) keep_above(above, kNoColumn);
    for (const Cell& one : sheet.comments) {
      if (!is_blank(one.text))
        report(one.row, one.column, Code::comment_left, {{"text", shown(trimmed(one.text))}});
    }
    any_ = any_ || !tables.empty();
    if (tables.empty() && !sheet.cells.empty() && !sheet.hidden)
      report(sheet.cells.front().row, sheet.cells.front().column, Code::sheet_unread);
    for (const Area& area : sheet.merged) merged(area, tables);
  }

  /// Keeps what stands on rows outside of tables, to be told apart from what the workbook itself says there.
  /// Its own rows have a "-" in the column of keys, and a text in the one after it.
  void keep_above(const std::vector<Row>& rows, int key_column) {
    for (const Row& row : rows) {
      const bool ours = std::any_of(row.begin(), row.end(), [&](const Cell* cell) {
        return cell->column == key_column && (trimmed(cell->text) == "-" || is_sheet_mark(cell->text));
      });
      for (const Cell* cell : row) {
        const bool blank = cell->kind == CellKind::value && is_blank(cell->text);
        const int after = cell->column - key_column;
        if (blank || is_sheet_mark(cell->text) || (ours && after >= 0 && after <= 1)) continue;
        Entry one;
        one.text = cell->text;
        one.place.cell = workbook::cell_name(*sheet_, cell->row, cell->column);
        out_.above.push_back(std::move(one));
      }
    }
  }

  /// The language of the titles that were found so far.
  Lang titles_in() const { return out_.titles.value_or(Lang::en); }

  /// What stands above the column of a field; the title that it should have where there is none.
  std::string title_in(const Table& table, std::string_view field) const {
    const auto it = std::find(table.fields.begin(), table.fields.end(), field);
    if (it == table.fields.end()) return title_of(field, titles_in());
    return shown(table.titles[static_cast<std::size_t>(it - table.fields.begin())]);
  }

  void titles(const Table& table, const Row& row) {
    if (!out_.titles) out_.titles = language_of_titles(table.titles);
    const bool keys = table.kind != Table::Kind::answers;
    for (const Cell* cell : row) {
      if (!readable(*cell) || !table.fields[static_cast<std::size_t>(cell->column)].empty()) continue;
      named_.insert({cell->row, cell->column});
      report(cell->row, cell->column, Code::column_unknown, {{"title", shown(trimmed(cell->text))}},
             nearest_title(cell->text, keys));
    }
    if (!keys && !holds(table.fields, "value"))
      report(row.front()->row, row.front()->column, Code::sheet_column_missing,
             {{"title", title_of("value", titles_in())}});
  }

  /// Keeps what stands in a column that only shows something.
  void only_shown(const Table& table, const Cell& cell, std::vector<Entry>& kept) const {
    if (cell.kind != CellKind::value || is_blank(cell.text)) return;
    const std::string& title = table.titles[static_cast<std::size_t>(cell.column)];
    kept.push_back(
        {"", title, "", cell.text, {{}, workbook::cell_name(*sheet_, cell.row, cell.column), line_}});
  }

  /// Whether the cell can be read; what is wrong with it is said.
  bool readable(const Cell& cell) {
    const auto fault = workbook::fault_of(cell);
    if (fault) report(cell.row, cell.column, fault->first, fault->second);
    return !fault && !is_blank(cell.text);
  }

  void add(const std::string& question, std::string field, std::string part, const Cell& cell) {
    const auto number = static_cast<int>(out_.entries.size() + 1);
    out_.entries.push_back({question,
                            std::move(field),
                            std::move(part),
                            cell.text,
                            {{number, 1, 1}, workbook::cell_name(*sheet_, cell.row, cell.column), line_}});
  }

  /// A title that is not known was named once; a cell without any is named itself.
  bool beyond(const Table& table, const Cell& cell) {
    if (field_of(table, cell) != "?") return false;
    if (named_.count({table.first_row, cell.column}) > 0) return true;
    report(cell.row, cell.column, Code::cell_without_title);
    return true;
  }

  void answer(const Table& table, const Row& row) {
    const std::string id = text_in(table, row, "id");
    // Without its column of parts, a line is known by what it shows.
    std::string part = text_in(table, row, "part");
    const bool shows = part.empty() && !holds(table.fields, "part");
    if (shows) part = shown_in(table, row);
    for (const Cell* cell : row) {
      const std::string field = field_of(table, *cell);
      // A heading, or what somebody wrote beside no question: that is known with the questionnaire.
      if (field == "-") only_shown(table, *cell, id.empty() ? out_.loose : out_.shown);
      if (field == "-" || field == "part" || !readable(*cell)) continue;
      if (beyond(table, *cell) || field == "id") continue;
      if (id.empty()) {
        report(cell->row, cell->column, Code::entry_incomplete, {{"key", title_in(table, "id")}});
        continue;
      }
      // A second source of evidence stands on a line of its own.
      const bool source = field.rfind("evidence.", 0) == 0;
      const bool value = field == "value";
      add(id, field, source ? std::to_string(line_) : value ? part : "", *cell);
      if (value && shows) out_.entries.back().perhaps = true;
    }
  }

  void keyed(Table& table, const Row& row) {
    std::string key = text_in(table, row, kKeyTitle);
    if (key == "-") return keep_above({row}, key_column_of(table));
    const std::size_t hash = std::min(key.find('#'), key.size());
    std::string part = hash < key.size() ? key.substr(hash + 1) : "";
    const bool counted = part.find_first_not_of("0123456789") == std::string::npos;
    const bool action = key.substr(0, hash) == "plan.actions";
    if (!key.empty()) table.list = (counted || action) && !part.empty() ? key.substr(0, hash) : "";
    key = key.substr(0, hash);
    // A line put in continues the list above it, unless it stands apart or shows words of its own.
    const bool after_gap = row.front()->row > table.last_row + 1;
    table.last_row = row.front()->row;
    const bool apart = after_gap || (table.list != "plan.actions" && !text_in(table, row, "-").empty());
    if (key.empty() && apart) table.list.clear();
    if (key.empty() && !table.list.empty()) {
      key = table.list;
      part = put_in(key, row);
    }
    if (action) actions_.insert(part);
    for (const Cell* cell : row) {
      const std::string field = field_of(table, *cell);
      if (action && field == "-") library_words(table, part, *cell);
      if (!key.empty() && field == "-" && key.rfind("plan.", 0) != 0) only_shown(table, *cell, out_.shown);
      if (field == "-" || field == kKeyTitle || !readable(*cell) || beyond(table, *cell)) continue;
      if (key.empty()) {
        report(cell->row, cell->column, Code::entry_incomplete, {{"key", std::string(kKeyTitle)}});
      } else if (!name(key, *cell)) {
        add("", field == "value" ? key : key + "." + field, part, *cell);
      }
    }
    if (action) there(part, *row.front());
  }

  /// Keeps what stands where an action is shown in the library's words.
  void library_words(const Table& table, const std::string& action, const Cell& cell) {
    const std::string title = plain(table.titles[static_cast<std::size_t>(cell.column)]);
    if (title != plain(kLibraryWords.en) && title != plain(kLibraryWords.fr)) return;
    if (cell.kind != CellKind::value || is_blank(cell.text)) return;
    out_.library_words.push_back(
        {"", "", action, cell.text, {{}, workbook::cell_name(*sheet_, cell.row, cell.column), line_}});
  }

  /// Says that an action has a line, though it may be empty. Lines for new actions say so when filled in.
  void there(const std::string& id, const Cell& cell) {
    if (id.rfind("own-", 0) != 0)
      add("", "plan.actions.id", id, {cell.row, cell.column, CellKind::value, id});
  }

  /// The part of a line that was put into a list. What the plan's actions call it is known at the end.
  std::string put_in(const std::string& list, const Row& row) {
    if (list == "plan.actions") put_in_[line_];
    return "own-line-" + std::to_string(row.front()->row + 1);
  }

  /// A line of a table whose column of keys is gone.
  void unkeyed(Table& table, const Row& row) {
    const bool after_gap = row.front()->row > table.last_row + 1;
    table.last_row = row.front()->row;
    const auto beside = [&](const Cell* cell) {
      return cell->column != table.label_column && !is_blank(cell->text);
    };
    const bool alone = std::none_of(row.begin(), row.end(), beside);
    const bool labelled = table.list == "label" || table.list == "targets" || table.list == "plan.actions";
    const Cell& first = *row.front();
    std::string part =
        first.column == table.label_column && first.kind == CellKind::value ? trimmed(first.text) : "";
    if (labelled && alone) return;  // a heading, or nothing filled in
    if (!labelled && alone && after_gap) {
      if (!is_heading(part)) report(first.row, first.column, Code::cell_without_title);
      table.kind = Table::Kind::none;
      return;
    }
    if (!labelled) part = std::to_string(++table.count);
    const bool action = table.list == "plan.actions";
    const bool known = action && !part.empty();
    if (known) actions_.insert(part);
    if (action && !known) part = put_in(table.list, row);
    for (const Cell* cell : row) {
      const std::string field = field_of(table, *cell);
      if (action && field == "-") library_words(table, part, *cell);
      if (field == "-" || !readable(*cell) || beyond(table, *cell)) continue;
      add("", field == "value" ? table.list : table.list + "." + field, part, *cell);
    }
    if (known) there(part, first);
  }

  /// Whether a key says what the workbook was made from.
  bool name(const std::string& key, const Cell& cell) {
    // What it says of the instrument is known by now.
    if (key == "instrument.id" || key == "instrument.version" || key == "instrument.fingerprint") return true;
    if (key == "plan") {
      // Of two plans, neither is the one that went out.
      const std::string plan = trimmed(cell.text);
      if (out_.plan != plan) out_.plan += (out_.plan.empty() ? "" : " ") + plan;
    } else if (key == "sextant") {
      constexpr std::string_view kForm = "sheet/1";
      newer_ = newer_ || trimmed(cell.text) != kForm;
      if (trimmed(cell.text) != kForm) {
        report(cell.row, cell.column, Code::workbook_newer,
               {{"found", shown(trimmed(cell.text))}, {"wanted", std::string(kForm)}});
      }
    } else {
      return false;
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
  bool two_ = false;
  bool newer_ = false;
  int line_ = 0;                         ///< rows that hold anything, over all sheets
  std::set<std::pair<int, int>> named_;  ///< titles of the sheet that are not known
  std::set<std::string> actions_;        ///< ids of the plan's lines
  std::map<int, std::string> put_in_;    ///< lines of actions without a key, and their ids
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace

Checked<Filled> read_workbook(std::string_view bytes, Source source) {
  const workbook::Opened opened = workbook::open(bytes);
  Filled out;
  out.source = std::move(source);
  Sink sink(out.source);
  if (!opened.workbook) {
    sink.add(workbook::code_of(opened.problem));
    return {std::nullopt, sink.take()};
  }
  Reader reader(out);
  if (sheet_kind(*opened.workbook) == SheetKind::translations) {
    sink.add(Code::sheet_of_translators);
    return {std::nullopt, sink.take()};
  }
  reader.run(*opened.workbook);
  if (reader.newer() || reader.two()) return {std::nullopt, reader.take()};
  if (!reader.any()) {
    sink.add(Code::import_unreadable);
    return {std::nullopt, sink.take()};
  }
  return {std::move(out), reader.take()};
}

}  // namespace sextant::exchange
