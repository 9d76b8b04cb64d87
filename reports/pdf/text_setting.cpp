#include <algorithm>
#include <cmath>

#include "reports/pdf/bidi.hpp"
#include "reports/pdf/builder.hpp"

namespace sextant::pdf {

namespace {

document::Colour colour_of(const document::Run& run, const style::Type& type, bool is_link) {
  // On a dark ground every tone is the ground's own ink.
  const bool dark_ground = type.colour == document::kPaper;
  if (run.tone == document::Tone::inverse) return document::kPaper;
  if (dark_ground) return type.colour;
  if (is_link) return style::kLink;
  switch (run.tone) {
    case document::Tone::muted:
      return document::kMuted;
    case document::Tone::accent:
      return style::kAccentInk;
    case document::Tone::inverse:
    case document::Tone::normal:
      break;
  }
  return type.colour;
}

/// Text from right to left is drawn from left to right, as every program that reads PDF expects and undoes;
/// but the parts of different elements (a link and the words around it) stay in reading order.
void visual_order_within_elements(PlacedWord* begin, PlacedWord* end) {
  while (begin != end) {
    PlacedWord* same = begin;
    while (same != end && same->element == begin->element) ++same;
    std::stable_sort(begin, same, [](const PlacedWord& a, const PlacedWord& b) { return a.x < b.x; });
    begin = same;
  }
}

}  // namespace

double Builder::line_height(const style::Type& type, const Analysed& text) const {
  return type.leading * (text.arabic ? style::kArabicLeading : 1.0);
}

ElementId Builder::link_element(const document::Text& text, std::uint32_t run, ElementId parent,
                                std::uint32_t& target) {
  const document::Run& source = text[run];
  if (source.link.empty() || parent == kArtifact) return kArtifact;
  auto known = targets_.find(source.link);
  if (known == targets_.end()) {
    const auto index = static_cast<std::uint32_t>(plan_.targets.size());
    if (source.link.front() == '#') {
      const auto anchor = anchors_.find(std::string_view(source.link).substr(1));
      if (anchor == anchors_.end()) return kArtifact;  // leads nowhere: plain text
      plan_.targets.emplace_back(anchor->second);
    } else {
      plan_.targets.emplace_back(source.link);
    }
    known = targets_.emplace(source.link, index).first;
  }
  target = known->second;
  for (const auto& [made, element] : links_) {
    if (made == &source) return element;
  }
  const ElementId element = plan_.structure.add(Role::link, parent, true);
  links_.emplace_back(&source, element);
  return element;
}

ElementId Builder::language_element(const document::Text& text, std::uint32_t run, ElementId parent) {
  const document::Run& source = text[run];
  if (source.language.empty() || source.language == document_.meta.language || parent == kArtifact)
    return parent;
  for (const auto& [made, element] : links_) {
    if (made == &source) return element;
  }
  const ElementId element = plan_.structure.add(Role::span, parent, true);
  plan_.structure[element].language = source.language;
  links_.emplace_back(&source, element);
  return element;
}

void Builder::set_line(const document::Text& text, const Analysed& analysed, const LineSpan& span,
                       double left, double width, double baseline, const Setting& setting,
                       ElementId element) {
  const double scale = setting.type.size / 1000.0;
  const double free = width - span.width;
  const bool to_the_right = (setting.align == document::Align::end) != plan_.rtl;
  double x = left + (setting.align == document::Align::centre ? free / 2 : to_the_right ? free : 0);

  PlacedLine line;
  line.first = static_cast<std::uint32_t>(plan_.words.size());
  line.count = span.end - span.begin;
  line.y = baseline;
  line.size = setting.type.size;

  bool plain = !analysed.rtl;
  for (std::uint32_t u = span.begin; plain && u < span.end; ++u) plain = lines_.units[u].level == 0;

  // Each word with its element and colour; the run decides both.
  std::uint32_t run = UINT32_MAX;
  ElementId word_element = element;
  document::Colour colour = setting.type.colour;
  std::uint32_t target = 0;
  bool has_links = false;
  for (std::uint32_t u = span.begin; u < span.end; ++u) {
    const Unit& unit = lines_.units[u];
    if (unit.run != run) {
      run = unit.run;
      const ElementId link = link_element(text, run, element, target);
      word_element = link == kArtifact ? language_element(text, run, element) : link;
      has_links = has_links || link != kArtifact;
      colour = colour_of(text[run], setting.type, link != kArtifact && setting.underline);
    }
    plan_.words.push_back({unit.word, x, word_element, colour});
    if (plain) x += unit.word->advance * scale;
  }
  PlacedWord* const words = plan_.words.data() + line.first;
  if (!plain) {
    unit_levels_.clear();
    for (std::uint32_t u = span.begin; u < span.end; ++u) unit_levels_.push_back(lines_.units[u].level);
    visual_order_of_line();
    // The space that ends the line stands at the line's own end, whatever the direction of the last word
    // (L1).
    PlacedWord& last = words[line.count - 1];
    const double space = last.word->space_advance * scale;
    const bool hangs = last.word->rtl && analysed.rtl;  // it stands at the left end by itself
    const Word* const whole = last.word;
    if (space > 0 && !hangs) last.word = &text_.without_trailing_space(*whole);
    const double begin = x;
    if (hangs) x -= space;
    for (const std::uint32_t n : unit_order_) {
      words[n].x = x;
      x += words[n].word->advance * scale;
    }
    if (space > 0 && !hangs) {
      const Word& blank = text_.words().shape(whole->font, whole->script, analysed.rtl, U" ");
      const double at = analysed.rtl ? begin - blank.advance * scale : x;
      const PlacedWord trailing = {&blank, at, last.element, last.colour};
      plan_.words.push_back(trailing);
      ++line.count;
    }
  }
  if (has_links) set_links(text, line, span, setting, element);
  if (!plain)
    visual_order_within_elements(plan_.words.data() + line.first,
                                 plan_.words.data() + line.first + line.count);
  plan_.items.push_back(line);
}

void Builder::visual_order_of_line() {
  visual_order(unit_levels_, unit_order_);
}

/// A place to click, and a thin line, for each link on a line.
void Builder::set_links(const document::Text& text, const PlacedLine& line, const LineSpan& span,
                        const Setting& setting, ElementId element) {
  const double scale = line.size / 1000.0;
  for (std::uint32_t u = span.begin; u < span.end;) {
    const std::uint32_t run = lines_.units[u].run;
    double low = 1e9;
    double high = -1e9;
    for (; u < span.end && lines_.units[u].run == run; ++u) {
      const PlacedWord& placed = plan_.words[line.first + (u - span.begin)];
      const double space = placed.word->space_advance * scale;
      low = std::min(low, placed.x + (placed.word->rtl ? space : 0));
      high = std::max(high, placed.x + placed.word->advance * scale - (placed.word->rtl ? 0 : space));
    }
    std::uint32_t target = 0;
    const ElementId link = link_element(text, run, element, target);
    if (link == kArtifact || high <= low) continue;
    PlacedLink& placed = plan_.add_link();
    placed.x = low;
    placed.width = high - low;
    placed.y = line.y - line.size;
    placed.height = line.size * 1.3;
    placed.element = link;
    placed.target = target;
    placed.label = text[run].text;
    if (!setting.underline) continue;
    document::Line under;
    under.x1 = low;
    under.x2 = high;
    under.y1 = under.y2 = line.y + 1.8;
    under.width = 0.4;
    under.stroke = style::kLink;
    plan_.add_shape(under, kArtifact, true);
  }
}

double Builder::set_lines(const document::Text& text, const Analysed& analysed, std::size_t first,
                          std::size_t last, double start, double width, double y, const Setting& setting,
                          ElementId element) {
  const double height = line_height(setting.type, analysed);
  const double left = plan_.left(start, width);
  last = std::min(last, lines_.spans.size());
  for (std::size_t i = first; i < last; ++i) {
    set_line(text, analysed, lines_.spans[i], left, width, y + baseline_in(height, setting.type.size),
             setting, element);
    y += height;
  }
  return first < last ? height * static_cast<double>(last - first) : 0;
}

void Builder::flow(const document::Text& text, const Setting& setting, const Frame& frame, ElementId element,
                   bool keep_with_next, bool heading) {
  links_.clear();
  text_.analyse(text, setting.type.bold, analysed_);
  text_.break_lines(analysed_, setting.type.size, frame.width, lines_);
  const std::size_t count = lines_.spans.size();
  for (std::size_t i = 0; i < count; ++i) {
    Piece piece = open_piece(frame);
    // No line of a paragraph stands alone at the foot or the head of a page.
    const bool kept = heading || (count > 1 && (i == 0 || i + 2 == count));
    piece.keep_with_next = i + 1 < count ? kept : keep_with_next;
    piece.heading = heading;
    const double height = set_lines(text, analysed_, i, i + 1, frame.start, frame.width, 0, setting, element);
    close_piece(piece, height);
  }
}

double Builder::set_box(const document::Text& text, double start, double width, double y,
                        const Setting& setting, ElementId element) {
  links_.clear();
  text_.analyse(text, setting.type.bold, analysed_);
  text_.break_lines(analysed_, setting.type.size, width, lines_);
  return set_lines(text, analysed_, 0, lines_.spans.size(), start, width, y, setting, element);
}

double Builder::measure_box(const document::Text& text, double width, const style::Type& type) {
  text_.analyse(text, type.bold, analysed_);
  text_.break_lines(analysed_, type.size, width, lines_);
  return line_height(type, analysed_) * static_cast<double>(lines_.spans.size());
}

}  // namespace sextant::pdf
