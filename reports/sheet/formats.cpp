#include "reports/sheet/formats.hpp"

#include <stdexcept>
#include <utility>

namespace sextant::sheet {

namespace {

constexpr double kType = 10;  ///< size of type, in points
constexpr lxw_color_t kDark = 0x1F3A5F;
constexpr lxw_color_t kGrey = 0x595959;
constexpr lxw_color_t kPale = 0xE7EBF0;
constexpr lxw_color_t kPaper = 0xFFFDF0;
constexpr lxw_color_t kLine = 0xBFBFBF;
constexpr lxw_color_t kOrange = 0xFCE4D6;
constexpr lxw_color_t kYellow = 0xFFF2CC;

/// A font whose widths are the same in every office program, under one name or another.
/// As the library numbers it.
constexpr std::uint8_t kLeftward = 2;

void plain_font(lxw_format* format) {
  format_set_font_name(format, "Arial");
  format_set_font_size(format, kType);
}

lxw_format* new_format(lxw_workbook* book) {
  lxw_format* const format = workbook_add_format(book);
  if (format == nullptr) fail("no memory");
  plain_font(format);
  return format;
}

}  // namespace

void fail(const std::string& why) {
  throw std::runtime_error("the workbook could not be made: " + why);
}

lxw_format* Formats::add_format(Style which, bool open) {
  lxw_format* const format = new_format(book_);
  format_set_text_wrap(format);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  if (leftward_) format_set_reading_order(format, kLeftward);
  if (open) {
    format_set_unlocked(format);
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, kGrey);
    format_set_bg_color(format, kPaper);
  }
  formats_.at(static_cast<std::size_t>(which)) = format;
  return format;
}

Formats::Formats(lxw_workbook* book, bool from_right)
    : book_(book), leftward_(from_right), bold_(new_format(book)), normal_(new_format(book)) {
  format_set_bold(bold_);
  lxw_format* format = add_format(Style::plain, false);
  format_set_bottom(format, LXW_BORDER_HAIR);
  format_set_bottom_color(format, kLine);
  format = add_format(Style::small, false);
  format_set_font_size(format, 8);
  format_set_font_color(format, kGrey);
  format_set_bottom(format, LXW_BORDER_HAIR);
  format_set_bottom_color(format, kLine);
  format = add_format(Style::title, false);
  format->text_wrap = LXW_FALSE;
  format_set_bold(format);
  format_set_font_size(format, 16);
  format_set_font_color(format, kDark);
  format = add_format(Style::section, false);
  format->text_wrap = LXW_FALSE;
  format_set_bold(format);
  format_set_font_size(format, 12);
  format_set_bg_color(format, kPale);
  format = add_format(Style::label, false);
  format_set_bold(format);
  format = add_format(Style::header, false);
  format_set_bold(format);
  format_set_font_color(format, LXW_COLOR_WHITE);
  format_set_bg_color(format, kDark);
  format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  format_set_border(format, LXW_BORDER_THIN);
  format_set_border_color(format, kLine);
  add_format(Style::fill, true);
  format = add_format(Style::pick, true);
  format_set_bold(format);
  format = add_format(Style::day, true);
  format_set_num_format(format, "yyyy-mm-dd");
  format_set_align(format, LXW_ALIGN_LEFT);
  format = add_format(Style::note, false);
  format->text_wrap = LXW_FALSE;
  format_set_font_color(format, kGrey);
  constexpr const char* kText = "@";
  format_set_num_format(add_format(Style::words, true), kText);
  const auto leftward = [&](Style style, bool open) {
    format = add_format(style, open);
    format_set_reading_order(format, kLeftward);
    format_set_align(format, LXW_ALIGN_RIGHT);
  };
  leftward(Style::leftward, false);
  format_set_bottom(format, LXW_BORDER_HAIR);
  format_set_bottom_color(format, kLine);
  leftward(Style::words_leftward, true);
  format_set_num_format(format, kText);
  for (const auto& [style, colour] : {std::pair{Style::open_end, kOrange}, {Style::doubtful, kYellow}}) {
    format = add_format(style, false);
    format_set_bold(format);
    format_set_bg_color(format, colour);
    format_set_bottom(format, LXW_BORDER_HAIR);
    format_set_bottom_color(format, kLine);
  }
}

}  // namespace sextant::sheet
