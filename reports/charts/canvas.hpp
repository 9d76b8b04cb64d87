#pragma once

#include <string>
#include <utility>

#include "reports/document/drawing.hpp"

namespace sextant::charts {

/// Collects the shapes of a chart, drawn left to right; mirrors them as a whole where the script runs the
/// other way. Lengths are points.
class Canvas {
 public:
  Canvas(double width, double height, bool mirrored) : mirrored_(mirrored) {
    drawing_.width = width;
    drawing_.height = height;
  }

  void rect(double x, double y, double w, double h, document::Colour fill, document::Colour stroke,
            double stroke_width, double radius = 0) {
    drawing_.shapes.emplace_back(document::Rect{mirrored_ ? drawing_.width - x - w : x, y, w, h, fill, true,
                                                stroke, stroke_width, radius});
  }
  void line(double x1, double y1, double x2, double y2, document::Colour stroke, double w,
            bool dashed = false, bool arrow = false) {
    drawing_.shapes.emplace_back(document::Line{at(x1), y1, at(x2), y2, stroke, w, dashed, arrow});
  }
  void circle(double x, double y, double radius, document::Colour fill, document::Colour stroke,
              double stroke_width) {
    drawing_.shapes.emplace_back(document::Circle{at(x), y, radius, fill, true, stroke, stroke_width});
  }
  void text(double x, double y, document::Words words, double size, document::Colour colour,
            document::Anchor anchor, bool bold = false, double width = 0, int lines = 2) {
    using document::Anchor;
    if (mirrored_ && anchor != Anchor::middle) anchor = anchor == Anchor::start ? Anchor::end : Anchor::start;
    drawing_.shapes.emplace_back(
        document::Label{at(x), y, std::move(words), size, bold, colour, anchor, width, lines});
  }
  void triangle(double x, double y, double size, document::Colour fill) {
    drawing_.shapes.emplace_back(document::Polygon{
        {{at(x), y - size}, {at(x + size), y + size * 0.6}, {at(x - size), y + size * 0.6}}, fill});
  }
  document::Drawing take() { return std::move(drawing_); }

 private:
  double at(double x) const { return mirrored_ ? drawing_.width - x : x; }
  document::Drawing drawing_;
  bool mirrored_;
};

}  // namespace sextant::charts
