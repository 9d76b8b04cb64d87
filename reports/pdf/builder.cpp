#include "reports/pdf/builder.hpp"

#include <algorithm>

#include "reports/pdf/overloaded.hpp"

namespace sextant::pdf {

void Plan::clear() {
  words.clear();
  items.clear();
  shapes.clear();
  links.clear();
  pieces.clear();
  groups.clear();
  repeated.clear();
  headings.clear();
  targets.clear();
  pages.clear();
  structure.clear();
}

std::string plain_text(const document::Text& text) {
  std::string out;
  for (const document::Run& run : text) out += run.text;
  return out;
}

namespace {

void move_shape(PlacedShape& placed, double dy) {
  std::visit(Overloaded{
                 [dy](document::Rect& rect) { rect.y += dy; },
                 [dy](document::Circle& circle) { circle.y += dy; },
                 [dy](document::Line& line) {
                   line.y1 += dy;
                   line.y2 += dy;
                 },
                 [dy](document::Polygon& polygon) {
                   for (auto& point : polygon.points) point.second += dy;
                 },
             },
             placed.shape);
}

void move_item(Plan& plan, Item& item, double dy) {
  std::visit(Overloaded{
                 [dy](PlacedLine& line) { line.y += dy; },
                 [&plan, dy](ShapeRef shape) { move_shape(plan.shapes[shape.index], dy); },
                 [&plan, dy](LinkRef link) { plan.links[link.index].y += dy; },
                 [dy](PlacedAnchor& anchor) { anchor.y += dy; },
                 [dy](PlacedPageNumber& number) { number.y += dy; },
                 [dy](PlacedBox& box) { box.y += dy; },
             },
             item);
}

}  // namespace

void append_panel(const Plan& plan, const Group& group, double top, double bottom,
                  std::vector<document::Rect>& out) {
  if (group.filled) {
    document::Rect panel;
    panel.x = plan.left(group.start, group.width);
    panel.y = top;
    panel.width = group.width;
    panel.height = bottom - top;
    panel.fill = group.fill;
    out.push_back(panel);
  }
  if (group.bar_width > 0) {
    document::Rect bar;
    bar.x = plan.left(group.start, group.bar_width);
    bar.y = top;
    bar.width = group.bar_width;
    bar.height = bottom - top;
    bar.fill = group.bar;
    out.push_back(bar);
  }
}

Builder::Builder(const document::Document& document, TextEngine& text, Plan& plan)
    : document_(document), text_(text), plan_(plan) {}

double Builder::body_height() const {
  return plan_.height - plan_.page.top - plan_.page.bottom;
}

Piece Builder::open_piece(const Frame& frame) {
  Piece piece;
  piece.begin = static_cast<std::uint32_t>(plan_.items.size());
  piece.before = pending_;
  piece.new_page = new_page_;
  piece.group = frame.group;
  pending_ = 0;
  new_page_ = false;
  return piece;
}

void Builder::close_piece(Piece piece, double height) {
  piece.end = static_cast<std::uint32_t>(plan_.items.size());
  piece.height = height;
  plan_.pieces.push_back(piece);
}

double Builder::fold(std::size_t first, std::size_t last, std::int32_t outside) {
  double y = 0;
  struct Extent {
    double top = -1, bottom = 0;
  };
  std::map<std::int32_t, Extent> extents;  // outer panels come first: they are the older ones
  for (std::size_t p = first; p < last; ++p) {
    const Piece& piece = plan_.pieces[p];
    if (p > first) y += piece.before;
    for (std::uint32_t i = piece.begin; i < piece.end; ++i) move_item(plan_, plan_.items[i], y);
    for (std::int32_t g = piece.group; g > outside; g = plan_.groups[static_cast<std::size_t>(g)].parent) {
      Extent& extent = extents[g];
      if (extent.top < 0) extent.top = y;
      extent.bottom = y + piece.height;
    }
    y += piece.height;
  }
  std::vector<document::Rect> panels;
  for (const auto& [g, extent] : extents) {
    append_panel(plan_, plan_.groups[static_cast<std::size_t>(g)], extent.top, extent.bottom, panels);
  }
  for (const document::Rect& panel : panels) shape(panel);
  return y;
}

void Builder::rule(double start, double width, double y, double thickness, document::Colour colour) {
  document::Line line;
  line.x1 = plan_.left(start, width);
  line.x2 = line.x1 + width;
  line.y1 = y;
  line.y2 = y;
  line.width = thickness;
  line.stroke = colour;
  plan_.add_shape(line, kArtifact, true);
}

void Builder::scan_headings(std::span<const document::Block> blocks) {
  for (const document::Block& block : blocks) {
    if (const auto* heading = std::get_if<document::Heading>(&block.content)) {
      HeadingEntry entry;
      entry.level = std::clamp(heading->level, 1, 6);
      entry.title = plain_text(heading->text);
      entry.anchor = heading->anchor;
      if (!entry.anchor.empty())
        anchors_.emplace(entry.anchor, static_cast<std::uint32_t>(plan_.headings.size()));
      plan_.headings.push_back(std::move(entry));
    } else if (const auto* contents = std::get_if<document::Contents>(&block.content)) {
      HeadingEntry entry;
      entry.title =
          document_.meta.contents_of.empty() ? plain_text(contents->title) : document_.meta.contents_of;
      entry.listed = false;
      plan_.headings.push_back(std::move(entry));
    } else if (const auto* callout = std::get_if<document::Callout>(&block.content)) {
      scan_headings(callout->blocks);
    } else if (const auto* split = std::get_if<document::Split>(&block.content)) {
      for (const auto& side : split->sides) scan_headings(side.blocks);
    }
  }
}

void Builder::blocks(std::span<const document::Block> blocks, Frame frame) {
  for (const document::Block& one : blocks) {
    std::visit([&](const auto& content) { block(content, frame); }, one.content);
  }
}

void Builder::build() {
  scan_headings(document_.blocks);
  Frame frame;
  frame.start = plan_.page.side;
  frame.width = plan_.width - 2 * plan_.page.side;
  frame.top = true;
  blocks(document_.blocks, frame);
}

}  // namespace sextant::pdf
