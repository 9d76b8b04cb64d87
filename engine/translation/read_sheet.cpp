#include <algorithm>
#include <optional>
#include <unordered_map>

#include "engine/exchange/meaning.hpp"
#include "engine/tables/csv.hpp"
#include "engine/translation/exchange.hpp"
#include "engine/translation/sheet_lines.hpp"

namespace sextant {

namespace {

using workbook::Cell;
using workbook::CellKind;
using workbook::Sheet;

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = std::min(text.find(' ', from), text.size());
    if (to > from) out.push_back(text.substr(from, to - from));
    from = to + 1;
  }
  return out;
}

std::optional<RowMarks> marks_of(const std::string& text) {
  const std::vector<std::string> words = words_of(text);
  if (words.size() != 3) return std::nullopt;
  for (const Standing standing :
       {Standing::missing, Standing::current, Standing::stale, Standing::untracked}) {
    if (name_of(standing) == words[2]) return RowMarks{words[0], words[1], standing, false};
  }
  return std::nullopt;
}

class SheetReader {
 public:
  /// `lines`: of a table in a text, the line on which each row begins; empty for a workbook.
  SheetReader(const Source& source, std::vector<int> lines) : source_(source), lines_(std::move(lines)) {}

  void read(const Sheet& sheet) {
    sheet_ = &sheet;
    if (origin_value(sheet, "sextant") == kSheetFormat) {
      language_ = origin_value(sheet, "language");
      instrument_ = origin_value(sheet, "instrument.id");
      file_.version = origin_value(sheet, "instrument.version");
      file_.header_cell = cell_beside(sheet, "instrument.id");
      file_.language_cell = cell_beside(sheet, "language");
      return;
    }
    fields_.clear();
    bool found = false;
    bool guide = sheet.hidden;
    int first_row = 0;
    for (const SheetLine& line : lines_of(sheet)) {
      const std::vector<std::string> titles = titles_of(line);
      if (is_translators_line(titles)) {
        first_row = found ? first_row : line.front()->row;
        found = true;
        header(line, titles);
      } else if (!fields_.empty()) {
        row(line);
      }
      guide = guide || std::find(titles.begin(), titles.end(), kGuideKey) != titles.end();
    }
    found_ = found_ || found;
    if (!found && !guide && !sheet.cells.empty()) report(sheet.cells.front(), Code::page_unread);
    if (!fields_.empty()) merged(first_row);
  }

  Checked<PoFile> finish(SheetKind kind) {
    if (!found_) return refused(kind == SheetKind::answers ? Code::sheet_of_answers : Code::sheet_no_texts);
    if (!usable_) return {std::nullopt, std::move(diagnostics_)};
    if (language_.empty() || instrument_.empty()) return refused(Code::sheet_no_origin);
    file_.header = {{"Project-Id-Version", instrument_}, {"Language", language_}};
    return {std::move(file_), std::move(diagnostics_)};
  }

 private:
  Checked<PoFile> refused(Code code) {
    Sink sink(source_);
    sink.add(code);
    sink.append(std::move(diagnostics_));
    return {std::nullopt, sink.take()};
  }

  /// The name of the cell beside a key, as `origin_value` finds it.
  static std::string cell_beside(const Sheet& sheet, std::string_view key) {
    for (std::size_t i = 0; i + 1 < sheet.cells.size(); ++i) {
      const Cell& next = sheet.cells[i + 1];
      if (sheet.cells[i].text == key && next.row == sheet.cells[i].row)
        return workbook::cell_name(sheet, next.row, next.column);
    }
    return {};
  }

  Span line_of(const Cell& cell) const {
    return lines_.empty() ? Span{} : Span{lines_[static_cast<std::size_t>(cell.row)], 1, 1};
  }
  std::string name_of_cell(const Cell& cell) const {
    return lines_.empty() ? workbook::cell_name(*sheet_, cell.row, cell.column) : std::string();
  }

  void report(const Cell& cell, Code code, Args args = {}, std::string suggestion = {}) {
    Sink sink(source_);
    sink.add(code, line_of(cell), std::move(args), std::move(suggestion));
    Diagnostic one = sink.take().front();
    if (lines_.empty()) one.file += ":" + name_of_cell(cell);
    diagnostics_.push_back(std::move(one));
  }

  /// A line of titles. Where one of those is missing or twice there that a row cannot be understood without,
  /// nothing of the table is read.
  void header(const SheetLine& line, const std::vector<std::string>& titles) {
    fields_ = sheet_columns(titles);
    bool whole = true;
    for (const Cell* cell : line) {
      const auto column = static_cast<std::size_t>(cell->column);
      if (titles[column].empty()) continue;
      const std::string& field = fields_[column];
      if (field.empty()) {
        report(*cell, Code::sheet_column_unread, {{"title", shown(titles[column])}},
               nearest_sheet_title(titles[column]));
      } else if (field != "-" && std::count(fields_.begin(), fields_.end(), field) > 1) {
        report(*cell, Code::column_twice, {{"column", shown(titles[column])}});
        whole = false;
      }
    }
    for (const SheetTitle& one : kSheetTitles) {
      const bool needed = one.field == "translation" || one.field == "key" || one.field == "mark";
      if (!needed || std::find(fields_.begin(), fields_.end(), one.field) != fields_.end()) continue;
      const bool same = one.title.en == one.title.fr;
      report(*line.front(), Code::sheet_column_lost,
             {{"title", std::string(one.title.en) + (same ? "" : " / " + std::string(one.title.fr))}});
      whole = false;
    }
    if (!whole) fields_.clear();
    usable_ = usable_ || whole;
  }

  void row(const SheetLine& line) {
    Row out;
    for (const Cell* cell : line) take_cell(*cell, out);
    if (out.key == kHeadingKey) origin(out.mark, *line.front());
    if (out.remark != nullptr) {
      report(*out.remark, Code::text_remark,
             {{"text", out.key.empty() || out.key == kHeadingKey ? "?" : shown(out.key)},
              {"remark", trimmed_cell(out.remark->text)}});
    }
    if (!out.readable || (out.key == kHeadingKey && out.translation == nullptr)) return;
    std::optional<RowMarks> marks = marks_of(out.mark);
    if (out.key.empty() || out.key == kHeadingKey || !marks) {
      if (out.translation != nullptr) report(*out.translation, Code::row_marks_lost);
      return;
    }
    if (out.still != nullptr) {
      const int says = exchange::mark(out.still->text);
      if (says < 0)
        return report(*out.still, Code::still_right_unclear,
                      {{"value", shown(trimmed_cell(out.still->text))}});
      marks->still_right = says == 1;
    }
    add(out, *marks, *line.front());
  }

  struct Row {
    std::string key;
    std::string mark;
    const Cell* translation = nullptr;  ///< null: the cell is empty
    const Cell* still = nullptr;
    const Cell* remark = nullptr;
    bool readable = true;
  };

  void take_cell(const Cell& cell, Row& out) {
    const auto column = static_cast<std::size_t>(cell.column);
    const std::string field = column < fields_.size() ? fields_[column] : std::string();
    if (field == "-") return;
    const auto fault = workbook::fault_of(cell);
    if (!fault && trimmed_cell(cell.text).empty()) return;
    // A title that is not known was named once.
    if (column >= fields_.size()) return report(cell, Code::cell_without_title);
    if (field.empty()) return;
    if (fault) {
      report(cell, fault->first, fault->second);
      out.readable = false;
    } else if (field == "key" || field == "mark") {
      (field == "key" ? out.key : out.mark) = trimmed_cell(cell.text);
    } else {
      (field == "translation" ? out.translation : field == "still" ? out.still : out.remark) = &cell;
    }
  }

  void add(const Row& row, const RowMarks& marks, const Cell& first) {
    Cell place = row.translation == nullptr ? first : *row.translation;
    const auto column = std::find(fields_.begin(), fields_.end(), "translation") - fields_.begin();
    place.column = static_cast<int>(column);
    PoEntry entry;
    entry.context = row.key;
    entry.text = row.translation == nullptr ? std::string() : row.translation->text;
    if (!lines_.empty()) entry.text = without_guard(entry.text);
    entry.at = line_of(place);
    entry.source_at = entry.text_at = entry.fuzzy_at = entry.at;
    entry.cell = name_of_cell(place);
    entry.marks = marks;
    const auto [known, fresh] = by_key_.try_emplace(row.key, file_.entries.size());
    if (fresh) {
      places_.push_back(lines_.empty() ? entry.cell : workbook::cell_name(place.row, place.column));
      file_.entries.push_back(std::move(entry));
      return;
    }
    PoEntry& before = file_.entries[known->second];
    if (translation_mark(before.text) != translation_mark(entry.text)) {
      report(place, Code::text_repeated, {{"text", shown(row.key)}, {"place", places_[known->second]}});
    } else if (marks.still_right) {
      before.marks->still_right = true;
    }
  }

  void origin(const std::string& mark, const Cell& first) {
    const std::vector<std::string> words = words_of(mark);
    if (words.size() < 3 || words[0] != kSheetFormat || !language_.empty()) return;
    language_ = words[1];
    instrument_ = words[2];
    if (!lines_.empty()) file_.header_at = line_of(first);
    file_.header_cell = file_.language_cell = name_of_cell(first);
    for (std::size_t i = 3; i < words.size(); ++i) file_.version += (i == 3 ? "" : " ") + words[i];
  }

  /// Harmless as long as nothing that is read lies in it twice.
  void merged(int first_row) {
    for (const workbook::Area& area : sheet_->merged) {
      int columns = 0;
      for (int column = area.column; column <= area.last_column; ++column) {
        const auto at = static_cast<std::size_t>(column);
        if (at < fields_.size() && !fields_[at].empty() && fields_[at] != "-") ++columns;
      }
      const bool lines = area.last_row > area.row;
      if (area.row <= first_row || columns == 0 || (columns == 1 && !lines)) continue;
      report({area.row, area.column, CellKind::value, {}}, Code::cells_merged,
             {{"area", workbook::cell_name(area.row, area.column) + ":" +
                           workbook::cell_name(area.last_row, area.last_column)}});
    }
  }

  const Source& source_;
  std::vector<int> lines_;
  const Sheet* sheet_ = nullptr;
  std::vector<std::string> fields_;  ///< by column; empty: no table that can be read
  bool found_ = false;
  bool usable_ = false;
  std::string language_;
  std::string instrument_;
  PoFile file_;
  std::vector<std::string> places_;  ///< of the translations, parallel to the entries
  std::unordered_map<std::string, std::size_t> by_key_;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace

std::string text_of(const RowMarks& marks) {
  return marks.source + " " + marks.translation + " " + std::string(name_of(marks.standing));
}

std::string origin_of(const std::string& language, const std::string& instrument,
                      const std::string& version) {
  return std::string(kSheetFormat) + " " + language + " " + instrument + " " + version;
}

Checked<PoFile> read_sheet(std::string_view bytes, const Source& source) {
  const workbook::Opened opened = workbook::open(bytes);
  if (!opened.workbook) {
    Sink sink(source);
    sink.add(workbook::code_of(opened.problem));
    return {std::nullopt, sink.take()};
  }
  SheetReader reader(source, {});
  const SheetKind kind = sheet_kind(*opened.workbook);
  if (kind == SheetKind::translations) {
    for (const Sheet& sheet : opened.workbook->sheets) reader.read(sheet);
  }
  return reader.finish(kind);
}

Checked<PoFile> read_sheet_table(const Source& source) {
  Sink sink(source);
  if (!check_text(source, sink)) return {std::nullopt, sink.take()};
  std::string_view text = source.text();
  const Separator separator = take_separator(text);
  CsvReader table(text, separator.sign);
  workbook::Workbook book;
  Sheet& sheet = book.sheets.emplace_back();
  std::vector<int> lines;
  while (table.next()) {
    for (std::size_t i = 0; i < table.cells().size(); ++i) {
      if (table.cells()[i].empty()) continue;
      sheet.cells.push_back(
          {static_cast<int>(lines.size()), static_cast<int>(i), CellKind::value, table.cells()[i]});
    }
    lines.push_back(table.line() + separator.lines);
  }
  if (table.broken()) {
    sink.add(Code::table_quote, Span{table.line() + separator.lines, 1, 1});
    return {std::nullopt, sink.take()};
  }
  const SheetKind kind = sheet_kind(book);
  SheetReader reader(source, std::move(lines));
  if (kind == SheetKind::translations) reader.read(sheet);
  return reader.finish(kind);
}

}  // namespace sextant
