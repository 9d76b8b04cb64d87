#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/text/utf8.hpp"
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

/// Label over value under thin rules, in two columns; what is long takes the whole width, and where all of it
/// does not fit above `foot`, the values take a smaller size, then lose their ends. Returns where they end.
double Builder::cover_facts(const document::Cover& cover, const Frame& frame, double top, double foot) {
  constexpr double kAbove = 8;
  constexpr double kBelow = 17;
  constexpr double kLongLines = 3.5;
  const double column = (frame.width - style::kSplitGap) / 2;
  const auto height_of = [&](const std::string& text, double width, const style::Type& type) {
    return text.empty() ? 0.0 : measure_box(document::plain(text), width, type);
  };
  struct Row {
    std::vector<std::size_t> facts;
    double width = 0;
    double height = 0;
  };
  std::vector<Row> rows;
  for (std::size_t i = 0; i < cover.facts.size(); ++i) {
    const bool is_long = height_of(cover.facts[i].second, column, style::kCoverFactValue) >
                         kLongLines * style::kCoverFactValue.leading;
    if (is_long || rows.empty() || rows.back().width != column || rows.back().facts.size() == 2)
      rows.push_back({{}, is_long ? frame.width : column, 0});
    rows.back().facts.push_back(i);
  }
  style::Type type = style::kCoverFactValue;
  const auto measure = [&] {
    double all = 0;
    for (Row& row : rows) {
      row.height = 0;
      for (const std::size_t i : row.facts) {
        const auto& [name, value] = cover.facts[i];
        row.height = std::max(row.height, kAbove + height_of(name, row.width, style::kCoverFactLabel) +
                                              height_of(value, row.width, type) + kBelow);
      }
      all += row.height;
    }
    return all;
  };
  double over = top + measure() - foot;
  while (over > 0 && type.size > style::kSmallest) {
    type.size = std::max(style::kSmallest, type.size - 1);
    type.leading -= 1.4;
    over = top + measure() - foot;
  }
  double y = top;
  for (Row& row : rows) {
    const double most = row.height - std::max(over, 0.0);
    for (std::size_t k = 0; k < row.facts.size(); ++k) {
      const auto& [name, value] = cover.facts[row.facts[k]];
      const double start = frame.start + static_cast<double>(k) * (column + style::kSplitGap);
      rule(start, row.width, y, style::kHairline, document::kRule);
      double used = kAbove;
      const auto set = [&](const std::string& text, const style::Type& of) {
        if (text.empty()) return;
        used += set_box(document::plain(text), start, row.width, y + used, {of},
                        plan_.structure.add(Role::p, frame.parent));
      };
      set(name, style::kCoverFactLabel);
      used += 1;
      std::string shown = value;
      // Only a long text is cut, and one alone is enough.
      for (std::size_t width = value.size(); over > 0 && row.facts.size() == 1 && width > 40 &&
                                             used + height_of(shown, row.width, type) + kBelow > most;
           width -= 20)
        shown = utf8::shorten(value, width);
      set(shown, type);
      if (shown != value) {
        over = 0;
        row.height = used + kBelow;
      }
    }
    y += row.height;
  }
  return y;
}

void Builder::block(const document::Cover& cover, const Frame& outer) {
  Frame frame = outer;
  frame.start = plan_.page.side;
  frame.width = plan_.width - 2 * plan_.page.side;
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
  set(cover.kicker, frame.start, frame.width, plan_.page.top, style::kCoverKicker, Role::p);
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

  const double notice = height_of(cover.notice, frame.width * 0.8, style::kCoverNotice);
  const double foot = plan_.height - plan_.page.top - (notice > 0 ? notice + 10 : 0);
  y = cover_facts(cover, frame, band + 44, foot);

  if (notice > 0) {
    const double top = std::max(y + 10, plan_.height - plan_.page.top - notice);
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

void Builder::block(const document::NoteSpace& space, const Frame& frame) {
  const std::size_t count = space.titles.size();
  if (count == 0) return;
  gap(style::kBlockGap);
  const double free = frame.width - style::kCardGap * static_cast<double>(count - 1);
  const double width = free / static_cast<double>(count);
  const double inner = width - 2 * style::kCardPadding;
  const double least = std::isfinite(space.height) ? std::clamp(space.height, 0.0, body_height()) : 0.0;
  Piece piece = open_piece(frame);
  double titles = 0;
  const auto start_of = [&](std::size_t i) {
    return frame.start + static_cast<double>(i) * (width + style::kCardGap);
  };
  for (std::size_t i = 0; i < count; ++i) {
    const ElementId element = plan_.structure.add(Role::p, frame.parent);
    titles = std::max(titles, set_box(space.titles[i], start_of(i) + style::kCardPadding, inner,
                                      style::kCardPadding, {style::kCalloutTitle}, element));
  }
  const double height = std::max(least, titles + 2 * style::kCardPadding);
  for (std::size_t i = 0; i < count; ++i) {
    document::Rect frame_to_fill;
    frame_to_fill.x = plan_.left(start_of(i), width);
    frame_to_fill.width = width;
    frame_to_fill.height = height;
    frame_to_fill.filled = false;
    frame_to_fill.stroke = document::kRule;
    frame_to_fill.stroke_width = 1;
    shape(frame_to_fill);
  }
  piece.frames = static_cast<std::uint32_t>(count);
  close_piece(piece, height);
  gap(style::kBlockGap);
}

}  // namespace sextant::pdf
