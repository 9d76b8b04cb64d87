#include <cmath>
#include <numbers>

#include "reports/pdf/builder.hpp"

namespace sextant::pdf {

namespace {

/// A sixth of a ring around (x, y), from `from` degrees (0: to the right, 90: up): the arc of a sextant.
document::Polygon ring_part(double x, double y, double inner, double outer, double from, double to,
                            bool mirrored, document::Colour fill) {
  document::Polygon out;
  out.fill = fill;
  constexpr int kSteps = 40;
  const auto add = [&](double radius, double degrees) {
    const double angle = degrees * std::numbers::pi / 180.0;
    const double dx = radius * std::cos(angle);
    out.points.emplace_back(mirrored ? x - dx : x + dx, y - radius * std::sin(angle));
  };
  for (int i = 0; i <= kSteps; ++i) add(outer, from + (to - from) * i / kSteps);
  for (int i = kSteps; i >= 0; --i) add(inner, from + (to - from) * i / kSteps);
  return out;
}

}  // namespace

void Builder::block(const document::Cover& cover, const Frame& outer) {
  Frame frame = outer;
  frame.start = style::kMarginSide;
  frame.width = plan_.width - 2 * style::kMarginSide;
  new_page_ = true;
  pending_ = 0;
  Piece piece = open_piece(frame);
  piece.full_page = true;
  const double band = std::min(style::kCoverBand, plan_.height * 0.52);

  document::Rect ground;
  ground.width = plan_.width;
  ground.height = band;
  ground.fill = document::kBrand;
  shape(ground);
  // Three arcs of sixty degrees, a sextant's, around the far upper corner.
  const double corner = plan_.left(plan_.width, 0);
  for (int i = 0; i < 3; ++i) {
    const double radius = 96.0 + 50.0 * i;
    plan_.add_shape(
        ring_part(corner, 0, radius, radius + 22.0, 194, 254, plan_.rtl, style::kBrandMotif[2 - i]),
        kArtifact, true);
  }

  const ElementId parent = frame.parent;
  const auto height_of = [&](const std::string& text, double width, const style::Type& type) {
    return text.empty() ? 0.0 : measure_box(document::plain(text), width, type);
  };
  const auto set = [&](const std::string& text, double start, double width, double y, const style::Type& type,
                       Role role) {
    if (text.empty()) return 0.0;
    return set_box(document::plain(text), start, width, y, {type}, plan_.structure.add(role, parent));
  };
  set(cover.kicker, frame.start, frame.width, style::kMarginTop, style::kCoverKicker, Role::p);
  // Title and subtitle stand on the foot of the band; a long title takes a smaller size.
  const double width = frame.width * 0.86;
  style::Type title = style::kCoverTitle;
  double title_height = height_of(cover.title, width, title);
  while (title_height > band * 0.5 && title.size > 18) {
    title.size -= 2;
    title.leading -= 2.3;
    title_height = height_of(cover.title, width, title);
  }
  const double subtitle_height = height_of(cover.subtitle, width, style::kCoverSubtitle);
  double y = band - 46 - subtitle_height - (subtitle_height > 0 ? 10 : 0) - title_height;
  set(cover.title, frame.start, width, y, title, Role::h1);
  if (!cover.title.empty()) last_level_ = 1;
  set(cover.subtitle, frame.start, width, band - 46 - subtitle_height, style::kCoverSubtitle, Role::p);

  // Facts: label over value, in two columns, under thin rules.
  y = band + 44;
  const double column = (frame.width - style::kSplitGap) / 2;
  for (std::size_t i = 0; i < cover.facts.size(); i += 2) {
    double tallest = 0;
    for (std::size_t k = i; k < std::min(i + 2, cover.facts.size()); ++k) {
      const auto& [name, value] = cover.facts[k];
      const double start = frame.start + (k == i ? 0 : column + style::kSplitGap);
      rule(start, column, y, style::kHairline, document::kRule);
      double used = 8;
      used += set(name, start, column, y + used, style::kCoverFactLabel, Role::p);
      used += set(value, start, column, y + used + 1, style::kCoverFactValue, Role::p) + 16;
      tallest = std::max(tallest, used);
    }
    y += tallest;
  }

  const double notice = height_of(cover.notice, frame.width * 0.8, style::kCoverNotice);
  if (notice > 0) {
    const double top = std::max(y + 10, plan_.height - style::kMarginTop - notice);
    document::Rect bar;
    bar.x = plan_.left(frame.start, 3);
    bar.y = top;
    bar.width = 3;
    bar.height = notice;
    bar.fill = document::kAccent;
    shape(bar);
    set(cover.notice, frame.start + 14, frame.width * 0.8, top, style::kCoverNotice, Role::p);
  }
  close_piece(piece, plan_.height);
  new_page_ = true;
}

}  // namespace sextant::pdf
