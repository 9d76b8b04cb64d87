#pragma once

#include <cstdint>
#include <string>

#include "reports/document/drawing.hpp"
#include "reports/pdf/fonts.hpp"
#include "reports/pdf/placed.hpp"

/// The operators of a page's content.
namespace sextant::pdf {

void append_integer(std::uint32_t value, std::string& out);
/// At most two decimals; what is not finite becomes 0, what no PDF reader takes is cut to the limit.
void append_number(double value, std::string& out);

/// A text operand of many words is begun and ended here; see Word::codes.
class ContentWriter {
 public:
  ContentWriter(std::string& out, double page_height) : out_(out), height_(page_height) {}

  /// Content of an element: to be called before anything of it is drawn.
  void begin_content(const char* role, std::int32_t mcid);
  /// What is no content; `kind` is "Layout" or "Pagination".
  void begin_artifact(const char* kind);
  void end_marked();

  /// Words of one line that share a piece of marked content.
  void words(const PlacedWord* begin, const PlacedWord* end, double y, double size);
  void draw(const document::Rect& rect, double dy);
  void draw(const document::Line& line, double dy);
  void draw(const document::Circle& circle, double dy);
  void draw(const document::Polygon& polygon, double dy);
  /// Enlarges everything that follows.
  void enlarge(double factor);

 private:
  void open_text();
  void close_text();
  void open_string();
  void close_string();
  void show(const Word& word);
  void font(FontId font, double size);
  void move_to(double x, double y);
  void fill(document::Colour colour);
  void stroke(document::Colour colour, double width);
  void dash(bool dashed, double width);
  void point(double x, double y, const char* op);
  void curve(double x1, double y1, double x2, double y2, double x3, double y3);
  void rounded(const document::Rect& rect, double y);
  void paint(bool filled, bool stroked);

  std::string& out_;
  double height_;
  bool in_text_ = false;
  bool in_string_ = false;
  bool marked_ = false;
  double line_x_ = 0, line_y_ = 0;  ///< start of the current text line
  double pen_ = 0;
  double size_ = 0;
  int font_ = -1;
  std::int64_t fill_ = 0;  ///< black, as each page begins
  std::int64_t stroke_ = 0;
  double stroke_width_ = 1;
  bool dashed_ = false;
};

}  // namespace sextant::pdf
