#include <algorithm>

#include "engine/exchange/meaning.hpp"
#include "engine/exchange/titles.hpp"
#include "engine/translation/sheet_lines.hpp"

namespace sextant {

namespace {

const exchange::Vocabulary& words() {
  static const exchange::Vocabulary out = [] {
    exchange::Vocabulary all;
    for (const SheetTitle& one : kSheetTitles) {
      all.add(std::string(one.title.en), std::string(one.field));
      all.add(std::string(one.title.fr), std::string(one.field));
    }
    return all;
  }();
  return out;
}

bool is_answers_line(const std::vector<std::string>& titles) {
  const std::vector<std::string> fields = exchange::answer_columns(titles);
  const auto holds = [&](std::string_view field) {
    return std::find(fields.begin(), fields.end(), field) != fields.end();
  };
  return holds("id") && holds("value");
}

}  // namespace

std::string trimmed_cell(const std::string& text) {
  const std::size_t from = text.find_first_not_of(" \t\n");
  if (from == std::string::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t\n") + 1 - from);
}

std::vector<SheetLine> lines_of(const workbook::Sheet& sheet) {
  std::vector<SheetLine> out;
  for (const workbook::Cell& cell : sheet.cells) {
    if (out.empty() || out.back().front()->row != cell.row) out.emplace_back();
    out.back().push_back(&cell);
  }
  return out;
}

std::vector<std::string> titles_of(const SheetLine& line) {
  std::vector<std::string> out(static_cast<std::size_t>(line.back()->column) + 1);
  for (const workbook::Cell* cell : line) {
    if (cell->kind == workbook::CellKind::value)
      out[static_cast<std::size_t>(cell->column)] = trimmed_cell(cell->text);
  }
  return out;
}

std::vector<std::string> sheet_columns(const std::vector<std::string>& titles) {
  std::vector<std::string> out;
  for (const std::string& title : titles) {
    const std::vector<std::string> found = words().find(title);
    out.push_back(found.empty() ? std::string() : found.front());
  }
  return out;
}

std::string nearest_sheet_title(const std::string& title) {
  std::vector<std::string> known;
  for (const SheetTitle& one : kSheetTitles) {
    if (one.field == "-") continue;
    known.emplace_back(one.title.en);
    known.emplace_back(one.title.fr);
  }
  return nearest(title, known);
}

std::string origin_value(const workbook::Sheet& sheet, std::string_view key) {
  for (std::size_t i = 0; i + 1 < sheet.cells.size(); ++i) {
    if (sheet.cells[i].text == key && sheet.cells[i + 1].row == sheet.cells[i].row)
      return trimmed_cell(sheet.cells[i + 1].text);
  }
  return {};
}

bool is_translators_line(const std::vector<std::string>& titles) {
  const std::vector<std::string> fields = sheet_columns(titles);
  constexpr std::array<std::string_view, 4> kOurs = {"key", "mark", "translation", "still"};
  return std::count_if(kOurs.begin(), kOurs.end(), [&](std::string_view field) {
           return std::find(fields.begin(), fields.end(), field) != fields.end();
         }) >= 2;
}

SheetKind sheet_kind(const workbook::Workbook& book) {
  bool answers = false;
  for (const workbook::Sheet& sheet : book.sheets) {
    const std::string format = origin_value(sheet, "sextant");
    if (format == kSheetFormat) return SheetKind::translations;
    if (format.rfind("sheet/", 0) == 0) return SheetKind::answers;
    for (const SheetLine& line : lines_of(sheet)) {
      const std::vector<std::string> titles = titles_of(line);
      if (is_translators_line(titles)) return SheetKind::translations;
      answers = answers || is_answers_line(titles);
    }
  }
  return answers ? SheetKind::answers : SheetKind::other;
}

}  // namespace sextant
