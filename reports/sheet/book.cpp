#include "reports/sheet/book.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "engine/planning/calendar.hpp"
#include "engine/syntax/fields.hpp"
#include "engine/text/utf8.hpp"
#include "engine/workbook/workbook.hpp"
#include "reports/sheet/cell_text.hpp"
#include "reports/sheet/formats.hpp"
#include "reports/sheet/lines.hpp"

namespace sextant::sheet {

namespace {

/// Characters that a cell may hold.
constexpr double kLineHeight = 13;     ///< of a line of type, in points
constexpr double kLeftwardRoom = 1.3;  ///< Arabic letters are higher
constexpr double kAround = 4;
constexpr double kTitleHeight = 26;
constexpr long kSecondsADay = 86400;

void check(lxw_error error) {
  if (error != LXW_NO_ERROR) fail(lxw_strerror(error));
}

}  // namespace

struct Book::Inside {
  /// The library writes to a file of a given name: this one has none, and is gone with the program.
  std::FILE* file = nullptr;
  std::string path;
  lxw_workbook* book = nullptr;
  lxw_worksheet* page = nullptr;
  workbook::Sheet named;  ///< the page's name, for places
  int printed_columns = 0;
  std::vector<Column> columns;
  std::map<int, double> heights;  ///< of the page's rows, in points
  std::optional<Formats> formats;
  bool leftward = false;
  std::set<std::string> names;
  std::map<std::vector<std::string>, std::string> ranges;
  std::vector<std::vector<std::string>> lists;  ///< in the order in which they were asked for
  std::vector<std::string> too_long;

  lxw_format* style(Style style) const { return formats->of(style); }

  lxw_worksheet* add_page(const std::string& name) {
    lxw_worksheet* const out = workbook_add_worksheet(book, name.c_str());
    if (out == nullptr) fail("a sheet cannot be called \"" + name + "\"");
    return out;
  }

  /// Sheets have at most 31 characters, some of which are not allowed, and differ without regard to case.
  std::string allowed(const std::string& wanted) {
    constexpr std::size_t kMost = 31;
    std::string clean;
    for (std::size_t at = 0; at < wanted.size();) {
      const char32_t c = utf8::next(wanted, at);
      const bool known = std::u32string_view(U"[]:*?/\\\n\t").find(c) == std::u32string_view::npos;
      utf8::append(clean, c == U'\'' ? U'\u2019' : known ? c : U' ');
    }
    if (clean.find_first_not_of(' ') == std::string::npos) clean = "…";
    std::string name = first(clean, kMost);
    for (int i = 2; !names.insert(utf8::fold(name)).second; ++i) {
      const std::string end = " " + std::to_string(i);
      name = first(clean, kMost - end.size()) + end;
    }
    return name;
  }

  /// The cells of the hidden sheet that hold a list.
  std::string range_of(const std::vector<std::string>& list) {
    const auto [it, fresh] = ranges.try_emplace(list);
    if (!fresh) return it->second;
    const int column = static_cast<int>(lists.size());
    lists.push_back(list);
    const std::string letters = workbook::cell_name(0, column);
    const std::string name = letters.substr(0, letters.size() - 1);
    it->second = "=lists!$" + name + "$1:$" + name + "$" + std::to_string(list.size());
    return it->second;
  }

  void write_lists() {
    lxw_worksheet* const sheet = add_page("lists");
    for (std::size_t column = 0; column < lists.size(); ++column) {
      for (std::size_t row = 0; row < lists[column].size(); ++row) {
        check(worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                                     plain_text(first(lists[column][row], kLongest)).c_str(), nullptr));
      }
    }
    worksheet_hide(sheet);
  }

  /// What is printed of a page is known once it is written.
  void end_page() const {
    if (page == nullptr) return;
    for (const auto& [row, points] : heights)
      check(worksheet_set_row(page, static_cast<lxw_row_t>(row), points, nullptr));
    if (printed_columns == 0 || heights.empty()) return;
    check(worksheet_print_area(page, 0, 0, static_cast<lxw_row_t>(heights.rbegin()->first),
                               static_cast<lxw_col_t>(printed_columns - 1)));
  }

  /// Makes a row high enough for a text: not all programs do that when they open a file.
  void wrote(int row, int column, std::string_view text, Style style) {
    constexpr double kHighest = 409;  // that a row may be
    double points = kLineHeight + kAround;
    if (style == Style::title) {
      points = kTitleHeight;
    } else if (style != Style::note && style != Style::section &&
               static_cast<std::size_t>(column) < columns.size()) {
      const Column& at = columns[static_cast<std::size_t>(column)];
      if (!at.hidden)
        points = lines_of(text, at.width) * kLineHeight * (leftward ? kLeftwardRoom : 1) + kAround;
    }
    double& height = heights[row];
    height = std::min(std::max(height, points), kHighest);
  }
};

Book::Book(const std::string& title, const std::string& day, bool leftward)
    : inside_(std::make_unique<Inside>()) {
  inside_->file = std::tmpfile();
  if (inside_->file == nullptr) fail("there is no room for temporary files");
  inside_->path = "/proc/self/fd/" + std::to_string(fileno(inside_->file));
  inside_->book = workbook_new(inside_->path.c_str());
  if (inside_->book == nullptr) fail("no memory");
  std::string name = title;
  std::string program = "Sextant";
  lxw_doc_properties properties{};
  properties.title = name.data();
  properties.company = program.data();
  // Noon, so that the day is the same in every time zone.
  constexpr long kNoon = 43200;
  properties.created =
      planning::days_between("1970-01-01", is_date(day) ? day : "2000-01-01") * kSecondsADay + kNoon;
  check(workbook_set_properties(inside_->book, &properties));
  inside_->formats.emplace(inside_->book, leftward);
  inside_->leftward = leftward;
  inside_->names.insert("lists");
}

Book::~Book() {
  if (inside_->book != nullptr) lxw_workbook_free(inside_->book);
  if (inside_->file != nullptr) std::fclose(inside_->file);
}

void Book::page(const Layout& layout) {
  inside_->end_page();
  const std::string name = inside_->allowed(layout.name);
  inside_->printed_columns = layout.printed_columns;
  inside_->columns = layout.columns;
  inside_->heights.clear();
  lxw_worksheet* const page = inside_->add_page(name);
  inside_->page = page;
  inside_->named.name = name;
  for (std::size_t i = 0; i < layout.columns.size(); ++i) {
    lxw_row_col_options options{};
    options.hidden = layout.columns[i].hidden ? LXW_TRUE : LXW_FALSE;
    const auto column = static_cast<lxw_col_t>(i);
    check(worksheet_set_column_opt(page, column, column, layout.columns[i].width, nullptr, &options));
  }
  if (layout.right_to_left) worksheet_right_to_left(page);
  worksheet_freeze_panes(page, static_cast<lxw_row_t>(layout.frozen_rows),
                         static_cast<lxw_col_t>(layout.frozen_columns));
  worksheet_set_landscape(page);
  worksheet_set_paper(page, 9);  // A4
  worksheet_fit_to_pages(page, 1, 0);
  worksheet_set_margins(page, 0.4, 0.4, 0.5, 0.6);
  worksheet_gridlines(page, LXW_HIDE_ALL_GRIDLINES);
  if (layout.repeated_row >= 0) {
    const auto row = static_cast<lxw_row_t>(layout.repeated_row);
    check(worksheet_repeat_rows(page, row, row));
  }
  if (!layout.footer.empty()) {
    std::string footer = "&L&8";
    for (const char c : first(layout.footer, 120)) footer += c == '&' ? std::string("&&") : std::string(1, c);
    check(worksheet_set_footer(page, (footer + "&R&8&P / &N").c_str()));
  }
  if (layout.hidden) {
    worksheet_hide(page);
  } else {
    lxw_protection open{};
    open.format_columns = LXW_TRUE;
    open.format_rows = LXW_TRUE;
    open.autofilter = layout.filtered ? LXW_TRUE : LXW_FALSE;
    worksheet_protect(page, nullptr, &open);
  }
}

void Book::text(int row, int column, std::string_view text, Style style) {
  const auto r = static_cast<lxw_row_t>(row);
  const auto c = static_cast<lxw_col_t>(column);
  const std::string whole(text);
  inside_->wrote(row, column, whole, style);
  if (!fits_cell(whole)) {
    inside_->too_long.push_back(workbook::cell_name(inside_->named, row, column));
    check(worksheet_write_blank(inside_->page, r, c, inside_->style(style)));
  } else if (whole.empty()) {
    check(worksheet_write_blank(inside_->page, r, c, inside_->style(style)));
  } else {
    check(worksheet_write_string(inside_->page, r, c, plain_text(whole).c_str(), inside_->style(style)));
  }
}

void Book::rich(int row, int column, const std::vector<std::pair<bool, std::string>>& stretches) {
  std::vector<lxw_rich_string_tuple> tuples;
  std::vector<std::string> kept;
  kept.reserve(stretches.size());
  std::string whole;
  for (const auto& [bold, text] : stretches) {
    if (text.empty()) continue;
    kept.push_back(plain_text(text));
    tuples.push_back({bold ? inside_->formats->bold() : inside_->formats->normal(), kept.back().data()});
    whole += text;
  }
  // The library takes two stretches at least.
  if (tuples.size() < 2 || !fits_cell(whole)) return text(row, column, whole, Style::plain);
  inside_->wrote(row, column, whole, Style::plain);
  std::vector<lxw_rich_string_tuple*> list;
  for (lxw_rich_string_tuple& one : tuples) list.push_back(&one);
  list.push_back(nullptr);
  check(worksheet_write_rich_string(inside_->page, static_cast<lxw_row_t>(row),
                                    static_cast<lxw_col_t>(column), list.data(),
                                    inside_->style(Style::plain)));
}

void Book::number(int row, int column, double value, Style style) {
  check(worksheet_write_number(inside_->page, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                               value, inside_->style(style)));
}

void Book::day(int row, int column, const std::string& day) {
  // A spreadsheet counts days from the end of 1899, and takes 1900 for a leap year.
  if (!is_date(day) || day < "1901") return text(row, column, day, Style::day);
  number(row, column, static_cast<double>(planning::days_between("1899-12-30", day)), Style::day);
}

void Book::takes(int row, int column, const Choice& choice) {
  constexpr std::size_t kTitle = 32;
  constexpr std::size_t kMessage = 255;
  lxw_data_validation rule{};
  std::string range;
  rule.validate = LXW_VALIDATION_TYPE_ANY;
  if (!choice.list.empty()) {
    range = inside_->range_of(choice.list);
    rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    rule.value_formula = range.data();
    rule.dropdown = LXW_VALIDATION_ON;
  } else if (choice.number) {
    rule.validate = LXW_VALIDATION_TYPE_DECIMAL;
    constexpr double kMost = 1e18;
    rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    rule.minimum_number = choice.least.value_or(-kMost);
    rule.maximum_number = choice.most.value_or(kMost);
  }
  std::string title = first(choice.title, kTitle);
  std::string hint = first(choice.hint, kMessage);
  std::string refusal = first(choice.refusal, kMessage);
  if (!hint.empty()) {
    rule.input_title = title.data();
    rule.input_message = hint.data();
  }
  if (!refusal.empty()) {
    rule.error_title = title.data();
    rule.error_message = refusal.data();
  }
  rule.ignore_blank = LXW_VALIDATION_ON;
  rule.show_input = LXW_VALIDATION_ON;
  rule.show_error = LXW_VALIDATION_ON;
  rule.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
  if (rule.validate == LXW_VALIDATION_TYPE_ANY && hint.empty()) return;
  check(worksheet_data_validation_cell(inside_->page, static_cast<lxw_row_t>(row),
                                       static_cast<lxw_col_t>(column), &rule));
}

void Book::filter(int titles, int last, int last_column) {
  check(worksheet_autofilter(inside_->page, static_cast<lxw_row_t>(titles), 0, static_cast<lxw_row_t>(last),
                             static_cast<lxw_col_t>(last_column)));
}

std::string Book::finish() {
  inside_->end_page();
  inside_->write_lists();
  lxw_workbook* const book = std::exchange(inside_->book, nullptr);
  check(workbook_close(book));
  std::FILE* const file = inside_->file;
  if (std::fseek(file, 0, SEEK_END) != 0) fail("the temporary file cannot be read");
  const long size = std::ftell(file);
  std::rewind(file);
  std::string bytes(size > 0 ? static_cast<std::size_t>(size) : 0, '\0');
  if (bytes.empty() || std::fread(bytes.data(), 1, bytes.size(), file) != bytes.size())
    fail("the temporary file cannot be read");
  return bytes;
}

const std::vector<std::string>& Book::too_long() const {
  return inside_->too_long;
}

}  // namespace sextant::sheet
