#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "reports/document/words.hpp"

/// A picture as a list of shapes: what charts make and what renderers draw.
/// Lengths are points (1/72 inch); the origin is the top left corner and y grows downwards.
namespace sextant::document {

/// How wide a figure is that takes the whole width of a page, in points.
inline constexpr double kFigureWidth = 475;

/// 0xRRGGBB
using Colour = std::uint32_t;

inline constexpr Colour kInk = 0x1F2933;    ///< text
inline constexpr Colour kMuted = 0x5A6672;  ///< secondary text, 5.9:1 on white
inline constexpr Colour kRule = 0xC9D1D9;   ///< thin lines
inline constexpr Colour kPaper = 0xFFFFFF;
inline constexpr Colour kPanel = 0xF3F6F9;   ///< behind callouts and header rows
inline constexpr Colour kBrand = 0x12436D;   ///< headings, the deepest fill
inline constexpr Colour kAccent = 0xF46A25;  ///< attention only, always with a sign and a word

/// One of the ordered fills, light to dark; `step` from 1 to `steps`. Distinct in greyscale and under
/// every colour-blindness type for up to four steps; more steps are interpolated.
Colour level_fill(int step, int steps);
/// The text colour (kInk or kPaper) with enough contrast on `background` (WCAG 2.1 AA, 4.5:1).
Colour ink_on(Colour background);

struct Rect {
  double x = 0, y = 0, width = 0, height = 0;
  Colour fill = kPaper;
  bool filled = true;
  Colour stroke = kInk;
  double stroke_width = 0;  ///< 0: no outline
  double radius = 0;        ///< rounded corners
};

struct Line {
  double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
  Colour stroke = kInk;
  double width = 0.75;
  bool dashed = false;
  bool arrow = false;  ///< a head at (x2, y2)
};

struct Circle {
  double x = 0, y = 0, radius = 1;
  Colour fill = kPaper;
  bool filled = true;
  Colour stroke = kInk;
  double stroke_width = 0;
};

struct Polygon {
  std::vector<std::pair<double, double>> points;
  Colour fill = kInk;
};

enum class Anchor { start, middle, end };

/// One line of text whose baseline is at y; with `width` it is broken into at most `lines` lines that fit
/// (the last is cut with an ellipsis), centred vertically around the baseline of a single line.
struct Label {
  double x = 0, y = 0;
  Words text;
  double size = 9;
  bool bold = false;
  Colour colour = kInk;
  Anchor anchor = Anchor::start;
  double width = 0;
  int lines = 2;
};

using Shape = std::variant<Rect, Line, Circle, Polygon, Label>;

struct Drawing {
  double width = 0;
  double height = 0;
  std::vector<Shape> shapes;
};

}  // namespace sextant::document
