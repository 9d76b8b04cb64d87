#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "reports/document/drawing.hpp"
#include "reports/pdf/structure.hpp"
#include "reports/pdf/style.hpp"
#include "reports/pdf/words.hpp"

/// What the layout makes and the writer emits: things with places. Lengths are points; x is measured from the
/// left edge of the page, y downwards from the top of the piece that a thing belongs to.
namespace sextant::pdf {

/// A word on a line; `x` is its left edge.
struct PlacedWord {
  const Word* word = nullptr;
  double x = 0;
  ElementId element = kArtifact;
  document::Colour colour = document::kInk;
};

/// Words on one baseline, in the order in which they are drawn.
struct PlacedLine {
  std::uint32_t first = 0;  ///< into Plan::words
  std::uint32_t count = 0;
  double y = 0;
  double size = 10;
};

/// A rectangle, line, circle or polygon (a label has become words by now).
struct PlacedShape {
  std::variant<document::Rect, document::Line, document::Circle, document::Polygon> shape;
  ElementId element = kArtifact;
  bool behind = false;  ///< under all text of the page
};

/// A place to click. `target` is an index into Plan::targets.
struct PlacedLink {
  double x = 0, y = 0, width = 0, height = 0;
  ElementId element = kArtifact;
  std::uint32_t target = 0;
  std::string label;
};

/// A destination: where a heading stands. `heading` is an index into Plan::headings.
struct PlacedAnchor {
  double y = 0;
  std::uint32_t heading = 0;
};

/// A line of the contents waits for the number of its page.
struct PlacedPageNumber {
  double start = 0, end = 0, y = 0,
         size = 10;  ///< where the leader starts, where the number ends, from the start side
  ElementId element = kArtifact;
  std::uint32_t heading = 0;
  bool bold = false;
};

/// Where a figure stands, for its element.
struct PlacedBox {
  double x = 0, y = 0, width = 0, height = 0;
  ElementId element = kArtifact;
};

/// A shape or a link by its index: items stay small and plain.
struct ShapeRef {
  std::uint32_t index = 0;  ///< into Plan::shapes
};
struct LinkRef {
  std::uint32_t index = 0;  ///< into Plan::links
};

using Item = std::variant<PlacedLine, ShapeRef, LinkRef, PlacedAnchor, PlacedPageNumber, PlacedBox>;

/// A strip of the page that never breaks: a line of text, a row of a table, a drawing. Items are those from
/// `begin` to `end` in Plan::items.
struct Piece {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  double before = 0;  ///< space above, dropped at the top of a page
  double height = 0;
  bool keep_with_next = false;
  bool heading = false;
  bool new_page = false;     ///< starts a page
  bool full_page = false;    ///< stands alone on its page and ignores the margins
  std::int32_t group = -1;   ///< innermost panel that it stands on
  std::int32_t table = -1;   ///< its header is repeated when a page starts here
  std::uint32_t frames = 0;  ///< of its shapes, how many at the end grow down to the foot of the page
};

/// A panel behind consecutive pieces, with a bar at its start side.
struct Group {
  std::int32_t parent = -1;
  double start = 0, width = 0;  ///< from the start side of the page
  document::Colour fill = document::kPanel;
  bool filled = true;
  document::Colour bar = document::kBrand;
  double bar_width = 0;
};

struct HeadingEntry {
  int level = 1;
  std::string title;
  std::string anchor;
  bool listed = true;  ///< in the contents (the contents themselves are not)
  std::int32_t page = -1;
  double y = 0;
};

/// Where links go: a heading (its index) or an address.
using Target = std::variant<std::uint32_t, std::string>;

struct Placement {
  std::uint32_t piece = 0;
  double y = 0;
};

struct PlacedPage {
  std::vector<Placement> placements;
  std::vector<document::Rect> panels;
  bool bare = false;  ///< no running footer
};

/// The whole laid-out document.
struct Plan {
  style::Page page;
  double width = 0, height = 0;  ///< of the page
  bool rtl = false;
  std::vector<PlacedWord> words;
  std::vector<Item> items;
  std::vector<PlacedShape> shapes;
  std::vector<PlacedLink> links;
  std::vector<Piece> pieces;
  std::vector<Group> groups;
  std::vector<Piece> repeated;  ///< the header of each table, as it is repeated
  std::vector<HeadingEntry> headings;
  std::vector<Target> targets;
  std::vector<PlacedPage> pages;
  Structure structure;

  /// The left edge of a box that starts `start` from the start side.
  [[nodiscard]] double left(double start, double box_width) const {
    return rtl ? width - start - box_width : start;
  }
  template <class Shape>
  void add_shape(Shape shape, ElementId element, bool behind) {
    items.emplace_back(ShapeRef{static_cast<std::uint32_t>(shapes.size())});
    PlacedShape& placed = shapes.emplace_back();
    placed.shape.template emplace<Shape>(std::move(shape));
    placed.element = element;
    placed.behind = behind;
  }
  PlacedLink& add_link() {
    items.emplace_back(LinkRef{static_cast<std::uint32_t>(links.size())});
    return links.emplace_back();
  }
  void clear();
};

}  // namespace sextant::pdf
