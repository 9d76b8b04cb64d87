#include "reports/pdf/content.hpp"

#include <algorithm>
#include <cmath>

namespace sextant::pdf {

namespace {

/// The control points of a quarter of a circle stand at this share of its radius.
constexpr double kQuarter = 0.5522848;

}  // namespace

void append_integer(std::uint32_t value, std::string& out) {
  char digits[10];
  int n = 0;
  do {
    digits[n++] = static_cast<char>('0' + value % 10);
    value /= 10;
  } while (value != 0);
  while (n > 0) out += digits[--n];
}

void append_number(double value, std::string& out) {
  if (!std::isfinite(value)) value = 0;
  const auto hundredths = static_cast<std::int32_t>(std::lround(std::clamp(value, -32000.0, 32000.0) * 100));
  if (hundredths < 0) out += '-';
  const auto positive = static_cast<std::uint32_t>(std::abs(hundredths));
  append_integer(positive / 100, out);
  const std::uint32_t rest = positive % 100;
  if (rest == 0) return;
  out += '.';
  out += static_cast<char>('0' + rest / 10);
  if (rest % 10 != 0) out += static_cast<char>('0' + rest % 10);
}

void ContentWriter::begin_content(const char* role, std::int32_t mcid) {
  end_marked();
  out_ += '/';
  out_ += role;
  out_ += "<</MCID ";
  append_integer(static_cast<std::uint32_t>(mcid), out_);
  out_ += ">>BDC\n";
  marked_ = true;
}

void ContentWriter::begin_artifact(const char* kind) {
  end_marked();
  out_ += "/Artifact<</Type/";
  out_ += kind;
  out_ += ">>BDC\n";
  marked_ = true;
}

void ContentWriter::end_marked() {
  close_text();
  if (marked_) out_ += "EMC\n";
  marked_ = false;
}

void ContentWriter::open_text() {
  if (in_text_) return;
  out_ += "BT\n";
  in_text_ = true;
  line_x_ = line_y_ = 0;
}

void ContentWriter::close_text() {
  close_string();
  if (in_text_) out_ += "ET\n";
  in_text_ = false;
}

void ContentWriter::open_string() {
  if (!in_string_) out_ += "[(";
  in_string_ = true;
}

void ContentWriter::close_string() {
  if (in_string_) out_ += ")]TJ\n";
  in_string_ = false;
}

void ContentWriter::font(FontId font, double size) {
  const int id = static_cast<int>(font);
  if (id == font_ && size == size_) return;
  close_string();
  font_ = id;
  size_ = size;
  out_ += "/F";
  append_integer(static_cast<std::uint32_t>(id), out_);
  out_ += ' ';
  append_number(size, out_);
  out_ += " Tf\n";
}

void ContentWriter::move_to(double x, double y) {
  close_string();
  append_number(x - line_x_, out_);
  out_ += ' ';
  append_number(y - line_y_, out_);
  out_ += " Td\n";
  // What was printed is what counts: rounding must not add up along a page.
  line_x_ += std::round((x - line_x_) * 100) / 100;
  line_y_ += std::round((y - line_y_) * 100) / 100;
}

void ContentWriter::show(const Word& word) {
  const std::size_t size = word.codes.size();
  if (word.rises.empty()) {
    open_string();
    out_.append(word.codes, 0, size);
    return;
  }
  std::size_t at = 0;
  double rise = 0;
  for (const Rise& change : word.rises) {
    const std::size_t end = static_cast<std::size_t>(change.offset);
    if (end > at) {
      open_string();
      out_.append(word.codes, at, end - at);
      at = end;
    }
    close_string();
    rise = change.rise;
    append_number(rise * size_ / 1000.0, out_);
    out_ += " Ts\n";
  }
  if (at < size) {
    open_string();
    out_.append(word.codes, at, size - at);
  }
  if (rise != 0) {
    close_string();
    out_ += "0 Ts\n";
  }
}

void ContentWriter::words(const PlacedWord* begin, const PlacedWord* end, double y, double size) {
  open_text();
  bool fresh = true;
  for (const PlacedWord* placed = begin; placed != end; ++placed) {
    const Word& word = *placed->word;
    if (word.codes.empty()) continue;
    if (static_cast<std::int64_t>(placed->colour) != fill_) {
      close_string();
      fill(placed->colour);
    }
    font(word.font, size);
    if (fresh || std::abs(placed->x - pen_) > 0.02) {
      move_to(placed->x, height_ - y);
      fresh = false;
    }
    show(word);
    pen_ = placed->x + word.advance * size / 1000.0;
  }
  close_string();
}

void ContentWriter::fill(document::Colour colour) {
  if (static_cast<std::int64_t>(colour) == fill_) return;
  fill_ = colour;
  for (const unsigned shift : {16U, 8U, 0U}) {
    append_number(((colour >> shift) & 0xFF) / 255.0, out_);
    out_ += ' ';
  }
  out_ += "rg\n";
}

void ContentWriter::stroke(document::Colour colour, double width) {
  if (static_cast<std::int64_t>(colour) != stroke_) {
    stroke_ = colour;
    for (const unsigned shift : {16U, 8U, 0U}) {
      append_number(((colour >> shift) & 0xFF) / 255.0, out_);
      out_ += ' ';
    }
    out_ += "RG\n";
  }
  if (width != stroke_width_) {
    stroke_width_ = width;
    append_number(width, out_);
    out_ += " w\n";
  }
}

void ContentWriter::dash(bool dashed, double width) {
  if (dashed == dashed_) return;
  dashed_ = dashed;
  if (!dashed) {
    out_ += "[]0 d\n";
    return;
  }
  out_ += '[';
  append_number(std::max(1.5, width * 2), out_);
  out_ += ' ';
  append_number(std::max(2.0, width * 2.5), out_);
  out_ += "]0 d\n";
}

void ContentWriter::point(double x, double y, const char* op) {
  append_number(x, out_);
  out_ += ' ';
  append_number(y, out_);
  out_ += op;
}

void ContentWriter::curve(double x1, double y1, double x2, double y2, double x3, double y3) {
  point(x1, y1, " ");
  point(x2, y2, " ");
  point(x3, y3, " c\n");
}

void ContentWriter::rounded(const document::Rect& rect, double y) {
  const double r = std::min({rect.radius, std::abs(rect.width) / 2, std::abs(rect.height) / 2});
  const double k = r * (1 - kQuarter);
  const double left = rect.x;
  const double right = rect.x + rect.width;
  const double bottom = y;
  const double top = y + rect.height;
  point(left + r, bottom, " m\n");
  point(right - r, bottom, " l\n");
  curve(right - k, bottom, right, bottom + k, right, bottom + r);
  point(right, top - r, " l\n");
  curve(right, top - k, right - k, top, right - r, top);
  point(left + r, top, " l\n");
  curve(left + k, top, left, top - k, left, top - r);
  point(left, bottom + r, " l\n");
  curve(left, bottom + k, left + k, bottom, left + r, bottom);
}

void ContentWriter::paint(bool filled, bool stroked) {
  out_ += filled ? (stroked ? "b\n" : "f\n") : (stroked ? "s\n" : "n\n");
}

void ContentWriter::draw(const document::Rect& rect, double dy) {
  const bool stroked = rect.stroke_width > 0;
  if (!rect.filled && !stroked) return;
  close_text();
  if (rect.filled) fill(rect.fill);
  if (stroked) {
    stroke(rect.stroke, rect.stroke_width);
    dash(false, rect.stroke_width);
  }
  const double y = height_ - (rect.y + dy) - rect.height;
  if (rect.radius > 0) {
    rounded(rect, y);
  } else {
    point(rect.x, y, " ");
    point(rect.width, rect.height, " re\n");
  }
  paint(rect.filled, stroked);
}

void ContentWriter::draw(const document::Line& line, double dy) {
  if (line.width <= 0) return;
  close_text();
  stroke(line.stroke, line.width);
  dash(line.dashed, line.width);
  double x2 = line.x2;
  double y2 = line.y2;
  const double length = std::hypot(line.x2 - line.x1, line.y2 - line.y1);
  const double head = std::max(4.5, line.width * 3.5);
  const bool arrow = line.arrow && length > 0;
  const double ux = arrow ? (line.x2 - line.x1) / length : 0;
  const double uy = arrow ? (line.y2 - line.y1) / length : 0;
  if (arrow) {  // the shaft ends inside the head, so that the tip stays sharp
    x2 -= ux * head * 0.8;
    y2 -= uy * head * 0.8;
  }
  if (!arrow || length > head) {
    point(line.x1, height_ - (line.y1 + dy), " m\n");
    point(x2, height_ - (y2 + dy), " l S\n");
  }
  if (!arrow) return;
  document::Polygon tip;
  tip.fill = line.stroke;
  const double bx = line.x2 - ux * head;
  const double by = line.y2 - uy * head;
  tip.points = {{line.x2, line.y2},
                {bx - uy * head * 0.45, by + ux * head * 0.45},
                {bx + uy * head * 0.45, by - ux * head * 0.45}};
  draw(tip, dy);
}

void ContentWriter::draw(const document::Circle& circle, double dy) {
  const bool stroked = circle.stroke_width > 0;
  if (circle.radius <= 0 || (!circle.filled && !stroked)) return;
  close_text();
  if (circle.filled) fill(circle.fill);
  if (stroked) {
    stroke(circle.stroke, circle.stroke_width);
    dash(false, circle.stroke_width);
  }
  const double x = circle.x;
  const double y = height_ - (circle.y + dy);
  const double r = circle.radius;
  const double k = r * kQuarter;
  point(x + r, y, " m\n");
  curve(x + r, y + k, x + k, y + r, x, y + r);
  curve(x - k, y + r, x - r, y + k, x - r, y);
  curve(x - r, y - k, x - k, y - r, x, y - r);
  curve(x + k, y - r, x + r, y - k, x + r, y);
  paint(circle.filled, stroked);
}

void ContentWriter::draw(const document::Polygon& polygon, double dy) {
  if (polygon.points.size() < 3) return;
  close_text();
  fill(polygon.fill);
  const char* op = " m\n";
  for (const auto& [x, y] : polygon.points) {
    point(x, height_ - (y + dy), op);
    op = " l\n";
  }
  paint(true, false);
}

void ContentWriter::enlarge(double factor) {
  // Six decimals: two would move the far corner of the page by a point.
  const auto millionths = static_cast<std::uint32_t>(std::lround(factor * 1e6));
  std::string number;
  append_integer(millionths / 1000000, number);
  number += '.';
  const std::string rest = std::to_string(1000000 + millionths % 1000000);
  number.append(rest, 1);
  out_ += number + " 0 0 " + number + " 0 0 cm\n";
}

}  // namespace sextant::pdf
