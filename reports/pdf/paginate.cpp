#include <algorithm>
#include <map>
#include <string>

#include "engine/text/utf8.hpp"
#include "reports/pdf/bidi.hpp"
#include "reports/pdf/builder.hpp"

namespace sextant::pdf {

namespace {

std::string with_numbers(std::string pattern, std::size_t page, std::size_t pages) {
  const auto put = [&](const std::string& name, std::size_t value) {
    if (const auto at = pattern.find(name); at != std::string::npos)
      pattern.replace(at, name.size(), std::to_string(value));
  };
  put("{page}", page);
  put("{pages}", pages);
  return pattern;
}

/// Fills pages with pieces, one chain of kept-together pieces after the other.
class Paginator {
 public:
  explicit Paginator(Plan& plan) : plan_(plan), bottom_(plan.height - plan.page.bottom) {}

  void run() {
    for (std::size_t i = 0; i < plan_.pieces.size();) {
      const std::size_t end = chain_end(i);
      const Piece& first = plan_.pieces[i];
      if (first.full_page) {
        start_page();
        plan_.pages.back().bare = true;
        place(static_cast<std::uint32_t>(i), 0);
        full_ = true;
        ++i;
        continue;
      }
      const bool whole_fits = fits(i, end);
      if (plan_.pages.empty() || full_ || (first.new_page && !at_top()) || (!whole_fits && !at_top())) {
        turn(first);
      }
      // A chain that no page can hold is broken where it must be.
      for (; i < end; ++i) {
        const Piece& piece = plan_.pieces[i];
        const double before = at_top() ? 0 : piece.before;
        if (!at_top() && y_ + before + piece.height > bottom_ + 0.01) turn(piece);
        y_ += at_top() ? 0 : piece.before;
        grow(i);
        place(static_cast<std::uint32_t>(i), y_);
        y_ += piece.height;
        top_ = false;
      }
    }
    if (plan_.pages.empty()) start_page();
  }

 private:
  [[nodiscard]] bool at_top() const { return top_; }

  /// The end of the pieces that stay with the one at `i`: those that say so, and two more after a heading.
  [[nodiscard]] std::size_t chain_end(std::size_t i) const {
    const auto& pieces = plan_.pieces;
    std::size_t end = i + 1;
    std::size_t after_heading = pieces[i].heading ? 0 : 2;
    while (end < pieces.size() && !pieces[end].new_page && !pieces[end].full_page &&
           (pieces[end - 1].keep_with_next || after_heading < 2)) {
      after_heading = pieces[end].heading ? 0 : after_heading + 1;
      ++end;
    }
    return end;
  }

  [[nodiscard]] bool fits(std::size_t begin, std::size_t end) const {
    double y = y_;
    for (std::size_t i = begin; i < end; ++i)
      y += plan_.pieces[i].before * (i == begin && at_top() ? 0 : 1) + plan_.pieces[i].height;
    return y <= bottom_ + 0.01;
  }

  void start_page() {
    plan_.pages.emplace_back();
    y_ = plan_.page.top;
    top_ = true;
    full_ = false;
  }

  /// A new page; within a table it begins with the header once more.
  void turn(const Piece& next) {
    start_page();
    if (next.table < 0 || next.table != last_table_) return;
    const auto table = static_cast<std::size_t>(next.table);
    plan_.pages.back().placements.push_back({static_cast<std::uint32_t>(plan_.pieces.size() + table), y_});
    y_ += plan_.repeated[table].height;
  }

  /// Frames to write in take what is left of the page, where nothing else comes on it.
  void grow(std::size_t index) {
    Piece& piece = plan_.pieces[index];
    const bool last = index + 1 == plan_.pieces.size() || plan_.pieces[index + 1].new_page ||
                      plan_.pieces[index + 1].full_page;
    const double more = bottom_ - (y_ + piece.height);
    if (piece.frames == 0 || !last || !(more > 0)) return;
    for (std::uint32_t i = piece.end - piece.frames; i < piece.end; ++i) {
      if (const auto* ref = std::get_if<ShapeRef>(&plan_.items[i])) {
        if (auto* rect = std::get_if<document::Rect>(&plan_.shapes[ref->index].shape)) rect->height += more;
      }
    }
    piece.height += more;
  }

  void place(std::uint32_t index, double y) {
    const Piece& piece = plan_.pieces[index];
    last_table_ = piece.table;
    PlacedPage& page = plan_.pages.back();
    page.placements.push_back({index, y});
    const auto number = static_cast<std::int32_t>(plan_.pages.size()) - 1;
    for (std::uint32_t i = piece.begin; i < piece.end; ++i) {
      if (const auto* anchor = std::get_if<PlacedAnchor>(&plan_.items[i])) {
        plan_.headings[anchor->heading].page = number;
        plan_.headings[anchor->heading].y = y + anchor->y;
      }
    }
  }

  Plan& plan_;
  double bottom_;
  double y_ = 0;
  bool top_ = true;
  bool full_ = false;
  std::int32_t last_table_ = -1;
};

/// The panels of each page: from the top of their first piece to the bottom of their last.
void add_panels(Plan& plan) {
  for (PlacedPage& page : plan.pages) {
    std::map<std::int32_t, std::pair<double, double>> extents;
    for (const Placement& placement : page.placements) {
      if (placement.piece >= plan.pieces.size()) continue;
      const Piece& piece = plan.pieces[placement.piece];
      for (std::int32_t g = piece.group; g >= 0; g = plan.groups[static_cast<std::size_t>(g)].parent) {
        const auto [at, is_new] = extents.try_emplace(g, placement.y, 0.0);
        at->second.second = placement.y + piece.height;
      }
    }
    for (const auto& [g, extent] : extents) {
      append_panel(plan, plan.groups[static_cast<std::size_t>(g)], extent.first, extent.second, page.panels);
    }
  }
}

/// Sets single lines after the pages are known: footers and numbers in the contents.
class LateText {
 public:
  LateText(TextEngine& text, Plan& plan) : text_(text), plan_(plan) {}

  /// A text that fits on one line of `width`: where it does not, its end is cut, which an ellipsis shows.
  std::string fitting(const std::string& string, const style::Type& type, double width) {
    std::string out = string;
    for (std::size_t columns = std::min<std::size_t>(utf8::display_width(string), 400); columns > 1;
         --columns) {
      text_.analyse(out, type.bold, analysed_);
      text_.break_lines(analysed_, type.size, width, lines_);
      if (lines_.spans.size() <= 1) break;
      out = utf8::shorten(string, columns - 1);
    }
    return out;
  }

  /// Adds a line to the open piece, its end or its start at `x` from the start side; returns its width.
  double add(const std::string& string, double x, double y, const style::Type& type, bool ends_there,
             ElementId element) {
    text_.analyse(string, type.bold, analysed_);
    text_.break_lines(analysed_, type.size, 20000, lines_);
    if (lines_.spans.empty()) return 0;
    const LineSpan& span = lines_.spans.front();
    const double scale = type.size / 1000.0;
    double pen = plan_.left(ends_there ? x - span.width : x, span.width);
    PlacedLine line = {static_cast<std::uint32_t>(plan_.words.size()), 0, y, type.size};
    // One line of plain text: words in visual order by their levels.
    std::vector<std::uint8_t> levels;
    std::vector<std::uint32_t> order;
    for (std::uint32_t u = span.begin; u < span.end; ++u) levels.push_back(lines_.units[u].level);
    visual_order(levels, order);
    plan_.words.resize(plan_.words.size() + order.size());
    for (const std::uint32_t n : order) {
      const Word* word = lines_.units[span.begin + n].word;
      const double advance = word->advance * scale;
      plan_.words[line.first + n] = {word, pen, element, type.colour};
      pen += advance;
    }
    line.count = static_cast<std::uint32_t>(order.size());
    plan_.items.push_back(line);
    return span.width;
  }

 private:
  TextEngine& text_;
  Plan& plan_;
  Analysed analysed_;
  Lines lines_;
};

/// The running head of a page: what the document says at the start, the title of the page's chapter at the
/// end.
void add_header(const document::Document& document, LateText& late, Plan& plan, std::size_t page) {
  if (document.meta.header.empty()) return;
  const double width = plan.width - 2 * plan.page.side;
  const auto is_on = static_cast<std::int32_t>(page);
  std::string chapter;
  for (const HeadingEntry& heading : plan.headings) {
    // The chapter that the page begins with, or begins within.
    const bool before = heading.page < is_on || heading.y < plan.page.top + 1;
    if (heading.level == 1 && heading.page >= 0 && heading.page <= is_on && before) chapter = heading.title;
  }
  const double y = plan.page.header_baseline;
  const double used = late.add(late.fitting(document.meta.header, style::kSmall, width), plan.page.side, y,
                               style::kSmall, false, kArtifact);
  chapter = late.fitting(chapter, style::kSmall, width - used - 20);
  late.add(chapter, plan.page.side + width, y, style::kSmall, true, kArtifact);
  document::Line line;
  line.x1 = plan.page.side;
  line.x2 = plan.page.side + width;
  line.y1 = line.y2 = plan.page.header_rule;
  line.width = style::kHairline;
  line.stroke = document::kRule;
  plan.add_shape(line, kArtifact, true);
}

}  // namespace

void paginate(const document::Document& document, TextEngine& text, Plan& plan) {
  Paginator(plan).run();
  add_panels(plan);
  // Pieces of the repeated headers follow the others, in the order of their tables.
  plan.pieces.insert(plan.pieces.end(), plan.repeated.begin(), plan.repeated.end());

  LateText late(text, plan);
  std::string footer = document.meta.footer;
  const double width = plan.width - 2 * plan.page.side;
  for (std::size_t p = 0; p < plan.pages.size(); ++p) {
    PlacedPage& page = plan.pages[p];
    Piece extra;
    extra.begin = static_cast<std::uint32_t>(plan.items.size());
    const std::size_t placements = page.placements.size();
    for (std::size_t k = 0; k < placements; ++k) {
      const Placement placement = page.placements[k];
      const Piece piece = plan.pieces[placement.piece];
      for (std::uint32_t i = piece.begin; i < piece.end; ++i) {
        const auto* number = std::get_if<PlacedPageNumber>(&plan.items[i]);
        if (number == nullptr) continue;
        const PlacedPageNumber at = *number;
        const double y = placement.y + at.y;
        style::Type type;
        type.size = at.size;
        type.bold = at.bold;
        const double used =
            late.add(std::to_string(plan.headings[at.heading].page + 1), at.end, y, type, true, at.element);
        const double dots = at.end - used - 6 - (at.start + 6);
        if (dots < 8) continue;
        document::Line leader;
        leader.x1 = plan.left(at.start + 6, dots);
        leader.x2 = leader.x1 + dots;
        leader.y1 = leader.y2 = y - 0.4;
        leader.width = 0.7;
        leader.dashed = true;
        leader.stroke = document::kRule;
        plan.add_shape(leader, kArtifact, true);
      }
    }
    if (!page.bare) {
      add_header(document, late, plan, p);
      const double y = plan.height - plan.page.footer_baseline;
      document::Line line;
      line.x1 = plan.page.side;
      line.x2 = plan.page.side + width;
      line.y1 = line.y2 = plan.height - plan.page.footer_rule;
      line.width = style::kHairline;
      line.stroke = document::kRule;
      plan.add_shape(line, kArtifact, true);
      const double used = late.add(with_numbers(document.meta.page_of, p + 1, plan.pages.size()),
                                   plan.page.side + width, y, style::kSmall, true, kArtifact);
      footer = late.fitting(footer, style::kSmall, width - used - 20);
      late.add(footer, plan.page.side, y, style::kSmall, false, kArtifact);
    }
    extra.end = static_cast<std::uint32_t>(plan.items.size());
    if (extra.end > extra.begin) {
      page.placements.push_back({static_cast<std::uint32_t>(plan.pieces.size()), 0});
      plan.pieces.push_back(extra);
    }
  }
}

}  // namespace sextant::pdf
