#include <algorithm>
#include <cmath>

#include "reports/pdf/builder.hpp"
#include "reports/pdf/overloaded.hpp"

namespace sextant::pdf {

namespace {

double finite(double value) {
  return std::isfinite(value) ? std::clamp(value, -20000.0, 20000.0) : 0.0;
}

/// The shape at its place on the page, in the drawing's scale. No number on it is infinite or undefined.
struct Placing {
  double left, scale;
  [[nodiscard]] double x(double value) const { return left + finite(value) * scale; }
  [[nodiscard]] double length(double value) const { return finite(value) * scale; }

  [[nodiscard]] document::Rect operator()(document::Rect rect) const {
    rect.x = x(rect.x);
    rect.y = length(rect.y);
    rect.width = length(rect.width);
    rect.height = length(rect.height);
    rect.radius = std::max(0.0, length(rect.radius));
    rect.stroke_width = std::max(0.0, length(rect.stroke_width));
    return rect;
  }
  [[nodiscard]] document::Line operator()(document::Line line) const {
    line.x1 = x(line.x1);
    line.x2 = x(line.x2);
    line.y1 = length(line.y1);
    line.y2 = length(line.y2);
    line.width = std::max(0.0, length(line.width));
    return line;
  }
  [[nodiscard]] document::Circle operator()(document::Circle circle) const {
    circle.x = x(circle.x);
    circle.y = length(circle.y);
    circle.radius = std::max(0.0, length(circle.radius));
    circle.stroke_width = std::max(0.0, length(circle.stroke_width));
    return circle;
  }
  [[nodiscard]] document::Polygon operator()(document::Polygon polygon) const {
    for (auto& [px, py] : polygon.points) {
      px = x(px);
      py = length(py);
    }
    return polygon;
  }
};

}  // namespace

void Builder::label(const document::Label& label, double left, double scale, ElementId element) {
  style::Type type;
  // However small the drawing becomes, its words stay readable.
  type.size = std::max(style::kSmallest, std::clamp(finite(label.size), 1.0, 200.0) * scale);
  type.leading = type.size * 1.22;
  type.bold = label.bold;
  type.colour = label.colour;
  const document::Text text = document::plain(label.text);
  links_.clear();
  text_.analyse(text, label.bold, analysed_);
  if (analysed_.units.empty()) return;
  const bool limited = std::isfinite(label.width) && label.width > 0;
  const double width = limited ? label.width * scale : 20000.0;
  text_.break_lines(analysed_, type.size, width, lines_);
  const auto most = static_cast<std::size_t>(std::max(1, label.lines));
  if (limited && lines_.spans.size() > most) {
    // Cut the last line that stays, as far as it takes to fit the ellipsis.
    LineSpan& span = lines_.spans[most - 1];
    const Unit& first = lines_.units[span.begin];
    const Word& dots = text_.words().shape(label.bold ? FontId::bold : FontId::regular, first.word->script,
                                           first.word->rtl, U"…");
    const double limit = width * 1000.0 / type.size;
    double used = 0;
    std::uint32_t end = span.begin;
    while (end < span.end &&
           (used + lines_.units[end].word->advance + dots.advance <= limit || end == span.begin)) {
      used += lines_.units[end++].word->advance;
    }
    const Unit ellipsis = {&dots, first.run, first.level, Break::no, false};
    lines_.units.resize(end);
    lines_.units.push_back(ellipsis);
    span.end = end + 1;
    span.width = (used + dots.advance) * type.size / 1000.0;
    lines_.spans.resize(most);
  }
  double height = line_height(type, analysed_);
  double y = finite(label.y) * scale - height * static_cast<double>(lines_.spans.size() - 1) / 2;
  for (const LineSpan& span : lines_.spans) {
    double x = left + finite(label.x) * scale;
    switch (label.anchor) {
      case document::Anchor::start:
        break;
      case document::Anchor::middle:
        x -= span.width / 2;
        break;
      case document::Anchor::end:
        x -= span.width;
        break;
    }
    set_line(text, analysed_, span, x, span.width, y, {type}, element);
    y += height;
  }
}

void Builder::draw(const document::Drawing& drawing, double left, double scale, ElementId element) {
  const Placing placing = {left, scale};
  for (const document::Shape& shape : drawing.shapes) {
    std::visit(Overloaded{
                   [&](const document::Label& text) { label(text, left, scale, element); },
                   [&](const auto& other) { plan_.add_shape(placing(other), element, false); },
               },
               shape);
  }
}

void Builder::block(const document::Figure& figure, const Frame& frame) {
  gap(style::kBlockGap);
  if (!figure.title.empty()) {
    flow(figure.title, {style::kCaption}, frame, plan_.structure.add(Role::p, frame.parent), true, true);
    gap(6);
  }
  const document::Drawing& drawing = figure.drawing;
  const bool sound = std::isfinite(drawing.width) && std::isfinite(drawing.height) && drawing.width > 0 &&
                     drawing.height > 0;
  if (sound) {
    const double room = body_height() - 90;  // for the title and the note
    const double scale = std::min({1.0, frame.width / drawing.width, room / drawing.height});
    const double width = drawing.width * scale;
    const ElementId element = plan_.structure.add(Role::figure, frame.parent);
    plan_.structure[element].alt = figure.alt.empty() ? plain_text(figure.title) : figure.alt.str();
    Piece piece = open_piece(frame);
    piece.keep_with_next = !figure.note.empty();
    const double left = plan_.left(frame.start, width);
    draw(drawing, left, scale, element);
    plan_.items.emplace_back(PlacedBox{left, 0, width, drawing.height * scale, element});
    close_piece(piece, drawing.height * scale);
  }
  if (!figure.note.empty()) {
    gap(4);
    flow(figure.note, {style::kSmall}, frame, plan_.structure.add(Role::p, frame.parent));
  }
  gap(style::kBlockGap);
}

void Builder::block(const document::KeyFigures& figures, const Frame& frame) {
  if (figures.items.empty()) return;
  const ElementId list = plan_.structure.add(Role::l, frame.parent);
  const std::size_t count = figures.items.size();
  const std::size_t rows = (count + 3) / 4;
  const std::size_t per_row = (count + rows - 1) / rows;
  gap(style::kBlockGap);
  const double width =
      (frame.width - style::kCardGap * static_cast<double>(per_row - 1)) / static_cast<double>(per_row);
  const double inner = width - 2 * style::kCardPadding;
  for (std::size_t begin = 0; begin < count; begin += per_row) {
    const std::size_t end = std::min(count, begin + per_row);
    double label_height = 0;
    double remark_height = 0;
    style::Type value_type = style::kFigureValue;
    for (std::size_t i = begin; i < end; ++i) {
      const auto& item = figures.items[i];
      label_height =
          std::max(label_height, measure_box(document::plain(item.label), inner, style::kFigureLabel));
      remark_height =
          std::max(remark_height, measure_box(document::plain(item.remark), inner, style::kSmall));
      // All values of a row share the size that the longest of them allows.
      text_.analyse(item.value, true, analysed_);
      if (analysed_.natural > 0) {
        value_type.size = std::max(13.0, std::min(value_type.size, inner * 1000.0 / analysed_.natural));
      }
    }
    const double height = 2 * style::kCardPadding + value_type.leading + label_height +
                          (remark_height > 0 ? remark_height + 3 : 0);
    const Piece piece = open_piece(frame);
    for (std::size_t i = begin; i < end; ++i) {
      const auto& item = figures.items[i];
      const double start = frame.start + static_cast<double>(i - begin) * (width + style::kCardGap);
      const bool filled = item.fill.steps > 0 && item.fill.step > 0;
      document::Rect card;
      card.x = plan_.left(start, width);
      card.y = 0;
      card.width = width;
      card.height = height;
      card.fill = filled ? document::level_fill(item.fill.step, item.fill.steps) : document::kPanel;
      shape(card);
      const ElementId body = plan_.structure.add(Role::lbody, plan_.structure.add(Role::li, list));
      const double x = start + style::kCardPadding;
      double y = style::kCardPadding - 3;
      const auto set = [&](const std::string& text, style::Type type) {
        if (filled) type.colour = document::ink_on(card.fill);
        return set_box(document::plain(text), x, inner, y, {type}, body);
      };
      set(item.value, value_type);
      y += value_type.leading + 2;
      set(item.label, style::kFigureLabel);
      y += label_height + 3;
      set(item.remark, style::kSmall);
    }
    close_piece(piece, height);
    gap(style::kCardGap);
  }
  gap(style::kBlockGap);
}

}  // namespace sextant::pdf
