#include <algorithm>
#include <cmath>

#include "engine/text/utf8.hpp"
#include "reports/docx/body.hpp"

namespace sextant::docx {

namespace {

using document::Anchor;
using document::Colour;

double finite(double value) {
  return std::isfinite(value) ? std::clamp(value, -20000.0, 20000.0) : 0.0;
}

/// Writes shapes of one drawing, in its scale.
class Shapes {
 public:
  Shapes(Xml& xml, double scale, bool rtl, int& next_id)
      : xml_(xml), scale_(scale), rtl_(rtl), id_(next_id) {}

  void operator()(const document::Rect& rect) {
    open("Rectangle");
    frame(rect.x, rect.y, rect.width, rect.height);
    geometry(finite(rect.radius) > 0 ? "roundRect" : "rect");
    fill(rect.filled, rect.fill);
    stroke(rect.stroke_width, rect.stroke);
    close();
  }
  void operator()(const document::Circle& circle) {
    open("Circle");
    frame(circle.x - circle.radius, circle.y - circle.radius, 2 * circle.radius, 2 * circle.radius);
    geometry("ellipse");
    fill(circle.filled, circle.fill);
    stroke(circle.stroke_width, circle.stroke);
    close();
  }
  void operator()(const document::Line& line) {
    open("Line", true);
    const double x1 = finite(line.x1), x2 = finite(line.x2), y1 = finite(line.y1), y2 = finite(line.y2);
    frame(std::min(x1, x2), std::min(y1, y2), std::abs(x2 - x1), std::abs(y2 - y1), x2 < x1, y2 < y1);
    geometry("line");
    stroke(std::max(finite(line.width), 0.1), line.stroke, line.dashed, line.arrow);
    close();
  }
  void operator()(const document::Polygon& polygon) {
    if (polygon.points.size() < 3) return;
    double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
    for (const auto& [x, y] : polygon.points) {
      left = std::min(left, finite(x));
      right = std::max(right, finite(x));
      top = std::min(top, finite(y));
      bottom = std::max(bottom, finite(y));
    }
    open("Polygon");
    frame(left, top, right - left, bottom - top);
    xml_.open("a:custGeom");
    xml_.raw("<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/>");
    xml_.open("a:pathLst");
    xml_.open("a:path", {{"w", emu(right - left)}, {"h", emu(bottom - top)}});
    for (std::size_t i = 0; i < polygon.points.size(); ++i) {
      xml_.open(i == 0 ? "a:moveTo" : "a:lnTo");
      xml_.leaf("a:pt", {{"x", emu(finite(polygon.points[i].first) - left)},
                         {"y", emu(finite(polygon.points[i].second) - top)}});
      xml_.close();
    }
    xml_.leaf("a:close");
    xml_.close();
    xml_.close();
    xml_.close();
    fill(true, polygon.fill);
    stroke(0, polygon.fill);
    close();
  }
  /// A box around the middle of the capitals, in whose middle the words stand: however many lines they take,
  /// they are where the drawing wants them.
  void operator()(const document::Label& label) {
    if (label.text.empty()) return;
    const double size = std::clamp(finite(label.size), 1.0, 200.0);
    const bool limited = std::isfinite(label.width) && label.width > 0;
    // One line of plain words in Arial is narrower than 0.75 of its size a letter.
    const double width =
        limited ? label.width : 0.75 * size * static_cast<double>(utf8::length(label.text)) + size;
    const double lines = limited ? std::max(1, label.lines) : 1;
    const double height = size * 1.3 * lines;
    const double x = finite(label.x) - (label.anchor == Anchor::start    ? 0
                                        : label.anchor == Anchor::middle ? width / 2
                                                                         : width);
    open("Text");
    frame(x, finite(label.y) - 0.36 * size - height / 2, width, height);
    geometry("rect");
    fill(false, 0);
    stroke(0, 0);
    xml_.close();  // wps:spPr
    xml_.open("wps:txbx");
    xml_.open("w:txbxContent");
    xml_.open("w:p");
    xml_.open("w:pPr");
    xml_.leaf("w:pStyle", {{"w:val", "ChartText"}});
    // A label knows left and right only, and programs differ on what these are in a paragraph that runs from
    // right to left: it runs the other way, and its words say themselves how they run.
    xml_.leaf("w:jc", {{"w:val", label.anchor == Anchor::middle ? "center"
                                 : label.anchor == Anchor::end  ? "right"
                                                                : "left"}});
    xml_.close();
    xml_.open("w:r");
    xml_.open("w:rPr");
    if (label.bold) xml_.raw("<w:b/><w:bCs/>");
    xml_.leaf("w:color", {{"w:val", hex(label.colour)}});
    xml_.leaf("w:sz", {{"w:val", Measures::half(size * scale_)}});
    xml_.leaf("w:szCs", {{"w:val", Measures::half(size * scale_)}});
    const bool leftwards = rtl_ && runs_left(label.text);
    if (leftwards) xml_.leaf("w:rtl");
    xml_.close();
    xml_.text("w:t", leftwards ? "\u200F" + label.text.str() + "\u200F" : label.text.str(),
              {{"xml:space", "preserve"}});
    xml_.close();
    xml_.close();
    xml_.close();
    xml_.close();
    xml_.raw(
        "<wps:bodyPr wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"ctr\">"
        "<a:noAutofit/></wps:bodyPr>");
    xml_.close();
  }

 private:
  [[nodiscard]] std::string emu(double points) const { return Measures::emu(points * scale_); }

  void open(const char* name, bool connector = false) {
    const std::string id = std::to_string(id_++);
    xml_.open("wps:wsp");
    xml_.leaf("wps:cNvPr", {{"id", id}, {"name", std::string(name) + " " + id}});
    xml_.leaf(connector ? "wps:cNvCnPr" : "wps:cNvSpPr");
    xml_.open("wps:spPr");
  }
  void close() {
    xml_.close();
    xml_.leaf("wps:bodyPr");
    xml_.close();
  }
  void frame(double x, double y, double width, double height, bool flip_h = false, bool flip_v = false) {
    if (flip_h || flip_v) {
      xml_.open("a:xfrm", {{"flipH", flip_h ? "1" : "0"}, {"flipV", flip_v ? "1" : "0"}});
    } else {
      xml_.open("a:xfrm");
    }
    xml_.leaf("a:off", {{"x", emu(finite(x))}, {"y", emu(finite(y))}});
    xml_.leaf("a:ext",
              {{"cx", emu(std::max(0.0, finite(width)))}, {"cy", emu(std::max(0.0, finite(height)))}});
    xml_.close();
  }
  void geometry(const char* shape) {
    xml_.open("a:prstGeom", {{"prst", shape}});
    xml_.leaf("a:avLst");
    xml_.close();
  }
  void solid(Colour colour) {
    xml_.open("a:solidFill");
    xml_.leaf("a:srgbClr", {{"val", hex(colour)}});
    xml_.close();
  }
  void fill(bool filled, Colour colour) {
    if (filled) {
      solid(colour);
    } else {
      xml_.leaf("a:noFill");
    }
  }
  void stroke(double width, Colour colour, bool dashed = false, bool arrow = false) {
    if (!(finite(width) > 0)) {
      xml_.raw("<a:ln><a:noFill/></a:ln>");
      return;
    }
    xml_.open("a:ln", {{"w", emu(width)}});
    solid(colour);
    if (dashed) xml_.leaf("a:prstDash", {{"val", "dash"}});
    if (arrow) xml_.leaf("a:tailEnd", {{"type", "triangle"}});
    xml_.close();
  }

  Xml& xml_;
  double scale_;
  bool rtl_;
  int& id_;
};

}  // namespace

void Body::draw(const document::Drawing& drawing, double scale, const std::string& alt) {
  const std::string width = Measures::emu(drawing.width * scale);
  const std::string height = Measures::emu(drawing.height * scale);
  const std::string id = std::to_string(next_id_++);
  xml_.open("w:r");
  xml_.open("mc:AlternateContent");
  xml_.open("mc:Choice", {{"Requires", "wpg"}});
  xml_.open("w:drawing");
  xml_.open("wp:inline", {{"distT", "0"}, {"distB", "0"}, {"distL", "0"}, {"distR", "0"}});
  xml_.leaf("wp:extent", {{"cx", width}, {"cy", height}});
  xml_.leaf("wp:docPr", {{"id", id}, {"name", "Figure " + id}, {"descr", alt}});
  xml_.leaf("wp:cNvGraphicFramePr");
  xml_.open("a:graphic");
  xml_.open("a:graphicData", {{"uri", "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"}});
  xml_.open("wpg:wgp");
  xml_.leaf("wpg:cNvGrpSpPr");
  xml_.open("wpg:grpSpPr");
  xml_.open("a:xfrm");
  for (const char* off : {"a:off", "a:chOff"}) {
    xml_.leaf(off, {{"x", "0"}, {"y", "0"}});
    xml_.leaf(off[2] == 'o' ? "a:ext" : "a:chExt", {{"cx", width}, {"cy", height}});
  }
  xml_.close();
  xml_.close();
  Shapes shapes(xml_, scale, rtl_, next_id_);
  for (const document::Shape& shape : drawing.shapes) std::visit(shapes, shape);
  for (int i = 0; i < 5; ++i) xml_.close();  // up to mc:Choice
  xml_.close();
  // A program that knows no shapes shows what a listener would hear.
  xml_.open("mc:Fallback");
  xml_.text("w:t", alt);
  xml_.close();
  xml_.close();
  xml_.close();
}

void Body::block(const document::Figure& figure) {
  Look look;
  if (!figure.title.empty()) {
    look.style = "Caption";
    paragraph(look, figure.title);
  }
  const document::Drawing& drawing = figure.drawing;
  const bool sound = std::isfinite(drawing.width) && std::isfinite(drawing.height) && drawing.width > 0 &&
                     drawing.height > 0;
  const std::string alt = figure.alt.empty() ? plain_text(figure.title) : figure.alt.str();
  if (sound) {
    const double room =
        measures_.page_height() - measures_.margin(kMarginTop + kMarginBottom) - measures_.text(90);
    const double scale = std::min({measures_.text(1), width_ / drawing.width, room / drawing.height});
    look.style = "ChartText";
    look.keep_next = !figure.note.empty();
    open_paragraph(look);
    draw(drawing, scale, alt);
    xml_.close();
  } else if (!alt.empty()) {
    look.style = "Small";
    paragraph(look, document::plain(alt));
  }
  if (!figure.note.empty()) {
    look = {};
    look.style = "Small";
    paragraph(look, figure.note);
  }
}

}  // namespace sextant::docx
