#include <algorithm>
#include <cmath>

#include "engine/text/number.hpp"
#include "engine/text/utf8.hpp"
#include "reports/html/text.hpp"
#include "reports/html/writer.hpp"

namespace sextant::html {

namespace {

using namespace document;

/// Nothing in a drawing is written smaller; the drawing is as wide as the text beside it.
constexpr double kSmallest = 8.5;

/// Advance widths of Noto Sans from space to tilde, in thousandths of the size.
constexpr int kAdvances[] = {260, 269, 408, 646, 572, 831, 732, 225, 300, 300, 551, 572, 268, 322, 268, 372,
                             572, 572, 572, 572, 572, 572, 572, 572, 572, 572, 268, 268, 572, 572, 572, 434,
                             899, 639, 650, 632, 730, 556, 519, 728, 741, 339, 273, 619, 524, 907, 760, 781,
                             605, 781, 622, 549, 556, 731, 600, 930, 586, 566, 572, 329, 372, 329, 572, 444,
                             281, 561, 615, 480, 615, 564, 344, 615, 618, 258, 258, 534, 258, 935, 618, 605,
                             615, 615, 413, 479, 361, 618, 508, 786, 529, 510, 470, 380, 551, 380, 572};

/// Estimated width of a text at size 1; other fonts are up to a few hundredths wider.
double width_of(std::string_view text, bool bold) {
  double sum = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    const bool wide = (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
                      (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFF60);
    sum += c >= 0x20 && c < 0x7F ? kAdvances[c - 0x20] : wide ? 1000 : c == 0xA0 ? 260 : 580;
  }
  return sum / 1000 * (bold ? 1.08 : 1.02);
}

std::string without_last(const std::string& text) {
  std::size_t end = text.size();
  while (end > 0 && (static_cast<unsigned char>(text[end - 1]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end == 0 ? 0 : end - 1);
}

double finite(double value) {
  return std::isfinite(value) ? std::clamp(value, -20000.0, 20000.0) : 0.0;
}

/// Two decimals, and none that says nothing.
std::string number(double value) {
  return shortest(std::round(finite(value) * 100) / 100);
}

std::string attribute(const char* name, double value) {
  return " " + std::string(name) + "=\"" + number(value) + "\"";
}

std::string paint(bool filled, Colour fill, Colour stroke, double stroke_width) {
  std::string out = filled ? " fill=\"" + css_colour(fill) + "\"" : " fill=\"none\"";
  if (stroke_width > 0)
    out += " stroke=\"" + css_colour(stroke) + "\"" + attribute("stroke-width", stroke_width);
  return out;
}

struct Shapes {
  const std::vector<std::pair<std::string, std::string>>& names;
  std::string out;

  void operator()(const Rect& rect) {
    out += "<rect" + attribute("x", rect.x) + attribute("y", rect.y) +
           attribute("width", std::max(0.0, rect.width)) + attribute("height", std::max(0.0, rect.height));
    if (rect.radius > 0) out += attribute("rx", rect.radius);
    out += paint(rect.filled, rect.fill, rect.stroke, rect.stroke_width) + "/>\n";
  }

  void operator()(const Line& line) {
    out += "<line" + attribute("x1", line.x1) + attribute("y1", line.y1) + attribute("x2", line.x2) +
           attribute("y2", line.y2) + " stroke=\"" + css_colour(line.stroke) + "\"" +
           attribute("stroke-width", std::max(0.0, line.width));
    if (line.dashed) out += " stroke-dasharray=\"2.5 2.5\"";
    out += "/>\n";
    if (line.arrow) arrow_head(line);
  }

  void operator()(const Circle& circle) {
    out += "<circle" + attribute("cx", circle.x) + attribute("cy", circle.y) +
           attribute("r", std::max(0.0, circle.radius)) +
           paint(circle.filled, circle.fill, circle.stroke, circle.stroke_width) + "/>\n";
  }

  void operator()(const Polygon& polygon) {
    if (polygon.points.empty()) return;
    out += "<polygon points=\"";
    for (std::size_t i = 0; i < polygon.points.size(); ++i) {
      out += (i == 0 ? "" : " ") + number(polygon.points[i].first) + "," + number(polygon.points[i].second);
    }
    out += "\" fill=\"" + css_colour(polygon.fill) + "\"/>\n";
  }

  void operator()(const Label& label) {
    const double size = std::max(kSmallest, std::clamp(finite(label.size), 1.0, 200.0));
    const std::vector<std::string> lines = label_lines(label);
    double y = finite(label.y) - size * 1.22 * (static_cast<double>(lines.size()) - 1) / 2;
    for (const std::string& line : lines) {
      // An anchor is a side of the drawing; in a text from right to left, SVG's start is its right end.
      const bool right = direction_of(line) == Direction::right_to_left;
      const char* anchor = label.anchor == Anchor::middle             ? "middle"
                           : (label.anchor == Anchor::start) == right ? "end"
                                                                      : "start";
      out += "<text" + attribute("x", label.x) + attribute("y", y) + attribute("font-size", size) +
             " fill=\"" + css_colour(label.colour) + "\" text-anchor=\"" + anchor + "\"" +
             (right ? " direction=\"rtl\"" : " direction=\"ltr\"") +
             (label.bold ? " font-weight=\"bold\"" : "") + ">" + with_names(line, names, "tspan") +
             "</text>\n";
      y += size * 1.22;
    }
  }

  void arrow_head(const Line& line) {
    const double dx = finite(line.x2) - finite(line.x1);
    const double dy = finite(line.y2) - finite(line.y1);
    const double length = std::hypot(dx, dy);
    if (length < 1e-6) return;
    const double ux = dx / length;
    const double uy = dy / length;
    const double size = 3.2 + 1.6 * std::max(0.0, finite(line.width));
    const double x = finite(line.x2);
    const double y = finite(line.y2);
    (*this)(Polygon{{{x, y},
                     {x - size * ux + size * 0.5 * uy, y - size * uy - size * 0.5 * ux},
                     {x - size * ux - size * 0.5 * uy, y - size * uy + size * 0.5 * ux}},
                    line.stroke});
  }
};

}  // namespace

std::vector<std::string> label_lines(const Label& label) {
  const double size = std::max(kSmallest, std::clamp(finite(label.size), 1.0, 200.0));
  const bool limited = std::isfinite(label.width) && label.width > 0;
  const auto fits = [&](const std::string& text) {
    return !limited || width_of(text, label.bold) * size <= label.width;
  };
  std::vector<std::string> lines;
  std::string line;
  for (std::size_t at = 0; at < label.text.str().size();) {
    std::size_t end = label.text.str().find_first_of(" \n", at);
    if (end == std::string::npos) end = label.text.str().size();
    const std::string word = label.text.str().substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    if (!line.empty() && !fits(line + " " + word)) lines.push_back(std::exchange(line, ""));
    line += (line.empty() ? "" : " ") + word;
  }
  if (!line.empty()) lines.push_back(line);
  const auto most = static_cast<std::size_t>(std::max(1, label.lines));
  const bool cut = limited && lines.size() > most;
  if (cut) lines.resize(most);
  for (std::size_t i = 0; i < lines.size() && limited; ++i) {
    // A word that is wider than its place is cut as well.
    const bool ends = cut && i + 1 == lines.size();
    if (!ends && fits(lines[i])) continue;
    while (!lines[i].empty() && !fits(lines[i] + "…")) lines[i] = without_last(lines[i]);
    while (!lines[i].empty() && lines[i].back() == ' ') lines[i].pop_back();
    lines[i] += "…";
  }
  return lines;
}

std::string svg_shapes(const Drawing& drawing,
                       const std::vector<std::pair<std::string, std::string>>& names) {
  Shapes shapes{names, {}};
  for (const Shape& shape : drawing.shapes) std::visit(shapes, shape);
  return std::move(shapes.out);
}

void Writer::drawing(const Drawing& shapes, const std::string& label, const std::string& alt) {
  const std::string group = label.empty() ? last_heading_ : label;
  out += group.empty() ? "<div class=\"scroll\">" : scroller(group);
  std::string names;
  std::string description;
  if (!alt.empty()) {
    const std::string id = ids_.take("alt");
    description = "<desc id=\"" + id + "\">" + escaped(alt) + "</desc>\n";
    names = group.empty() ? " aria-labelledby=\"" + id + "\""
                          : " aria-labelledby=\"" + group + "\" aria-describedby=\"" + id + "\"";
  } else if (!group.empty()) {
    names = " aria-labelledby=\"" + group + "\"";
  }
  out += (names.empty() ? "<svg aria-hidden=\"true\"" : "<svg role=\"img\"" + names) + " viewBox=\"0 0 " +
         number(shapes.width) + " " + number(shapes.height) + "\"" + attribute("width", shapes.width) +
         attribute("height", shapes.height) + ">\n" + description + svg_shapes(shapes, document_.meta.names) +
         "</svg></div>\n";
}

}  // namespace sextant::html
