#pragma once

#include <cmath>
#include <string>

#include "reports/document/drawing.hpp"
#include "reports/document/sheet.hpp"

/// How the Word edition looks: its measures and colours. Lengths are points of a desk's A4 page until they
/// are written in one of the format's units.
namespace sextant::docx {

inline constexpr double kPageWidth = 595.3;
inline constexpr double kPageHeight = 841.9;
/// North American letter paper.
inline constexpr double kLetterWidth = 612;
inline constexpr double kLetterHeight = 792;
inline constexpr double kMarginSide = 60;
inline constexpr double kMarginTop = 62;
inline constexpr double kMarginBottom = 74;
inline constexpr double kFooter = 36;
inline constexpr const char* kFont = "Arial";

inline constexpr double kCellPadding = 5;
inline constexpr double kPanelPadding = 10;
inline constexpr double kListIndent = 16;
inline constexpr double kFactColumn = 110;

/// Text on the accent colour's behalf, and of links: dark enough for small letters.
inline constexpr document::Colour kAccentInk = 0xB5440E;
inline constexpr document::Colour kLink = 0x1F5F99;
inline constexpr document::Colour kPanelAttention = 0xFEF3EC;
inline constexpr document::Colour kPanelAsk = 0xEAF2FA;
inline constexpr document::Colour kNoteBar = 0x9AA8B5;

/// A sheet's lengths in the units of the format.
class Measures {
 public:
  explicit Measures(const document::Sheet& sheet)
      : letter_(sheet.paper == document::Paper::letter),
        page_(sheet.paper == document::Paper::a3 ? std::sqrt(2.0) : 1.0),
        text_(page_ * sheet.text_scale),
        margin_(page_ * sheet.margin_scale),
        title_(sheet.title_scale) {}

  [[nodiscard]] double page_width() const { return letter_ ? kLetterWidth : kPageWidth * page_; }
  [[nodiscard]] double page_height() const { return letter_ ? kLetterHeight : kPageHeight * page_; }
  [[nodiscard]] double margin(double points) const { return points * margin_; }
  [[nodiscard]] double text_width() const { return page_width() - 2 * margin(kMarginSide); }
  [[nodiscard]] double text(double points) const { return points * text_; }
  [[nodiscard]] double title(double points) const { return points * text_ * title_; }

  /// Twentieths of a point, of a length on this page.
  static std::string twips(double points) { return std::to_string(std::lround(points * 20)); }
  /// Half points, of a size on this page.
  static std::string half(double points) { return std::to_string(std::lround(points * 2)); }
  /// English Metric Units, 12700 to the point.
  static std::string emu(double points) { return std::to_string(std::lround(points * 12700)); }

 private:
  bool letter_;
  double page_, text_, margin_, title_;
};

/// "12436D"
inline std::string hex(document::Colour colour) {
  constexpr const char* kDigits = "0123456789ABCDEF";
  std::string out;
  for (int shift = 20; shift >= 0; shift -= 4)
    out += kDigits[(colour >> static_cast<unsigned>(shift)) & 0xFU];
  return out;
}

}  // namespace sextant::docx
