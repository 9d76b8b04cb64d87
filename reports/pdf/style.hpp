#pragma once

#include "reports/document/drawing.hpp"
#include "reports/document/sheet.hpp"

/// How a report looks: every measure, size and colour of the PDF edition, and no mechanism.
/// Lengths are points. A new look is made by editing this file alone.
namespace sextant::pdf::style {

using document::Colour;

/// A4, portrait. A3 is the same layout enlarged by the square root of two.
inline constexpr double kPageWidth = 595.276;
inline constexpr double kPageHeight = 841.89;
inline constexpr double kEnlargeA3 = 1.4142136;
/// North American letter paper.
inline constexpr double kLetterWidth = 612;
inline constexpr double kLetterHeight = 792;

inline constexpr double kMarginSide = 60;
inline constexpr double kMarginTop = 62;
inline constexpr double kMarginBottom = 74;
/// Baseline of the running footer, above the edge of the page.
inline constexpr double kFooterBaseline = 40;
/// The thin line over the footer, above the edge of the page.
inline constexpr double kFooterRule = 54;
/// Baseline of the running head and the thin line under it, below the edge of the page.
inline constexpr double kHeaderBaseline = 41;
inline constexpr double kHeaderRule = 48;
/// The width of running text, and the best width for a drawing.
inline constexpr double kContentWidth = kPageWidth - 2 * kMarginSide;

/// A page in the lengths of the layout; when it is written, everything on it is enlarged.
struct Page {
  double width = kPageWidth, height = kPageHeight;
  double side = kMarginSide, top = kMarginTop, bottom = kMarginBottom;
  double footer_baseline = kFooterBaseline, footer_rule = kFooterRule;
  double header_baseline = kHeaderBaseline, header_rule = kHeaderRule;
  double title_scale = 1;  ///< of headings of level 1
  double enlarge = 1;
};

/// The page of a sheet: larger type is a smaller page enlarged.
constexpr Page page_of(const document::Sheet& sheet, bool upright) {
  Page out;
  const bool letter = sheet.paper == document::Paper::letter;
  const double narrow = letter ? kLetterWidth : kPageWidth;
  const double wide = letter ? kLetterHeight : kPageHeight;
  out.width = (upright ? narrow : wide) / sheet.text_scale;
  out.height = (upright ? wide : narrow) / sheet.text_scale;
  const double margin = sheet.margin_scale / sheet.text_scale;
  for (double* length : {&out.side, &out.top, &out.bottom, &out.footer_baseline}) *length *= margin;
  out.footer_rule = out.footer_baseline + kFooterRule - kFooterBaseline;  // as far from the words as ever
  out.header_rule = out.top - (kMarginTop - kHeaderRule) * margin;
  out.header_baseline = out.header_rule - (kHeaderRule - kHeaderBaseline);
  out.title_scale = sheet.title_scale;
  out.enlarge = sheet.text_scale * (sheet.paper == document::Paper::a3 ? kEnlargeA3 : 1.0);
  return out;
}

/// Nothing is printed smaller than this, labels in drawings included.
inline constexpr double kSmallest = 8.5;

/// The height of capitals in Noto Sans, as a share of the size.
inline constexpr double kCapHeight = 0.714;
/// Arabic letters with vowel marks need more room between lines.
inline constexpr double kArabicLeading = 1.12;

/// Text on the accent colour's behalf: the accent itself is too light for small letters (3.1:1); this
/// is 5.6:1.
inline constexpr Colour kAccentInk = 0xB5440E;
inline constexpr Colour kLink = 0x1F5F99;
/// Second tone on the brand colour (cover).
inline constexpr Colour kBrandTint = 0xDCE9F5;
/// Drawn on the brand band of the cover.
inline constexpr Colour kBrandMotif[3] = {0x1A4D7A, 0x22588A, 0x2C669C};
inline constexpr Colour kPanelAttention = 0xFEF3EC;
inline constexpr Colour kPanelAsk = 0xEAF2FA;

/// One level of the type scale.
struct Type {
  double size = 10;
  double leading = 14.5;
  bool bold = false;
  Colour colour = document::kInk;
};

inline constexpr Type kBody = {10, 14.6, false, document::kInk};
inline constexpr Type kLead = {14, 20, false, document::kBrand};
inline constexpr Type kSmall = {8.5, 12, false, document::kMuted};
inline constexpr Type kQuote = {10.5, 15.5, false, document::kMuted};
inline constexpr Type kHeadings[4] = {
    {22, 28, true, document::kBrand},
    {14.5, 20, true, document::kBrand},
    {11.5, 16, true, document::kInk},
    {10, 14.6, true, document::kMuted},
};
/// Space before and after a heading of each level.
inline constexpr double kHeadingBefore[4] = {30, 22, 16, 12};
inline constexpr double kHeadingAfter[4] = {10, 6, 3, 2};

inline constexpr double kParagraphGap = 8;
inline constexpr double kListGap = 3.5;
inline constexpr double kListIndent = 16;
inline constexpr double kBlockGap = 14;
inline constexpr double kQuoteIndent = 16;
inline constexpr double kQuoteBar = 2;

inline constexpr Type kTableHead = {8.5, 11.5, true, document::kBrand};
inline constexpr Type kTableCell = {9.25, 12.8, false, document::kInk};
inline constexpr Type kTableCompact = {8.5, 11.3, false, document::kInk};
inline constexpr Type kCaption = {10.5, 15, true, document::kInk};
inline constexpr double kCellPadding = 5;
inline constexpr double kRowPadding = 4.6;
inline constexpr double kRowPaddingCompact = 2.8;
/// White left between two filled cells.
inline constexpr double kFillGap = 1;
inline constexpr double kHairline = 0.5;

inline constexpr Type kCalloutTitle = {10.5, 15, true, document::kBrand};
inline constexpr double kCalloutPadding = 12;
inline constexpr double kCalloutBar = 3.5;
inline constexpr double kSplitGap = 24;

inline constexpr Type kFigureValue = {23, 28, true, document::kBrand};
inline constexpr Type kFigureLabel = {9.25, 12.8, true, document::kInk};
inline constexpr double kCardGap = 10;
inline constexpr double kCardPadding = 11;

inline constexpr Type kCoverKicker = {11, 16, true, kBrandTint};
inline constexpr Type kCoverTitle = {34, 41, true, document::kPaper};
inline constexpr Type kCoverSubtitle = {16, 23, false, kBrandTint};
inline constexpr Type kCoverFactLabel = {9, 13, false, document::kMuted};
inline constexpr Type kCoverFactValue = {12.5, 17.5, true, document::kInk};
inline constexpr Type kCoverNotice = {9.5, 14, false, document::kMuted};
inline constexpr double kCoverBand = 400;

/// Of what is filled in by hand.
inline constexpr Type kFillIn = {9.25, 12.4, false, document::kInk};
inline constexpr Type kFillInSmall = {8.5, 11, false, document::kInk};
inline constexpr double kBox = 9.5;
inline constexpr double kBoxSmall = 7.5;
inline constexpr double kBoxDigitWidth = 15;
inline constexpr double kBoxDigitHeight = 17;
inline constexpr double kBoxStroke = 0.8;
inline constexpr double kBoxGap = 6;
inline constexpr double kKeyWidth = 13;
inline constexpr double kChoiceGap = 1.5;
inline constexpr double kDigitsGap = 6;
inline constexpr double kRunInGap = 18;
inline constexpr double kLanguageGap = 16;
/// From one line to write on to the next.
inline constexpr double kWritingLine = 19.5;
/// After several of them.
inline constexpr double kWritingAfter = 8;
inline constexpr double kFillInBefore = 2;
inline constexpr double kFillInAfter = 2;

inline constexpr Type kContentsTitle = kHeadings[0];
inline constexpr Type kContents[2] = {{10.5, 15, true, document::kInk}, {9.5, 13.6, false, document::kInk}};
inline constexpr double kContentsIndent = 16;

}  // namespace sextant::pdf::style
