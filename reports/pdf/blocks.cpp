#include <algorithm>
#include <cmath>
#include <string>

#include "reports/pdf/builder.hpp"

namespace sextant::pdf {

namespace {

constexpr Role kHeadingRoles[6] = {Role::h1, Role::h2, Role::h3, Role::h4, Role::h5, Role::h6};

struct CalloutLook {
  document::Colour fill, bar, title;
};

CalloutLook look_of(document::CalloutKind kind) {
  switch (kind) {
    case document::CalloutKind::attention:
      return {style::kPanelAttention, document::kAccent, style::kAccentInk};
    case document::CalloutKind::ask:
      return {style::kPanelAsk, document::kBrand, document::kBrand};
    case document::CalloutKind::note:
      break;
  }
  return {document::kPanel, 0x9AA8B5, document::kInk};
}

}  // namespace

void Builder::block(const document::Heading& heading, Frame& frame) {
  const std::uint32_t index = next_heading_++;
  const int level = std::clamp(heading.level, 1, 6);
  const auto look = static_cast<std::size_t>(std::min(level, 4) - 1);
  if (heading.new_page) new_page_ = true;
  if (frame.top && level == 1) frame.parent = plan_.structure.add(Role::sect, Structure::kRoot);
  // No level is skipped on the way down, whatever the composer did.
  last_level_ = std::min(level, last_level_ + 1);
  const ElementId element = plan_.structure.add(kHeadingRoles[last_level_ - 1], frame.parent);
  gap(style::kHeadingBefore[look]);
  const std::size_t anchor = plan_.items.size();
  plan_.items.emplace_back(PlacedAnchor{0, index});
  const std::size_t first = plan_.pieces.size();
  style::Type type = style::kHeadings[look];
  if (level == 1) {
    type.size *= plan_.page.title_scale;
    type.leading *= plan_.page.title_scale;
  }
  flow(heading.text, {type}, frame, element, true, true);
  if (plan_.pieces.size() == first) {
    // A heading without words still is a place to link to.
    Piece piece = open_piece(frame);
    piece.keep_with_next = true;
    close_piece(piece, 0);
  }
  plan_.pieces[first].begin = static_cast<std::uint32_t>(anchor);
  gap(style::kHeadingAfter[look]);
}

void Builder::block(const document::Paragraph& paragraph, const Frame& frame) {
  Frame inner = frame;
  Setting setting = {style::kBody};
  switch (paragraph.style) {
    case document::ParagraphStyle::body:
      break;
    case document::ParagraphStyle::lead:
      setting.type = style::kLead;
      break;
    case document::ParagraphStyle::small:
      setting.type = style::kSmall;
      break;
    case document::ParagraphStyle::quote: {
      setting.type = style::kQuote;
      Group bar;
      bar.parent = frame.group;
      bar.start = frame.start;
      bar.width = frame.width;
      bar.filled = false;
      bar.bar = document::level_fill(2, 4);
      bar.bar_width = style::kQuoteBar;
      inner.group = static_cast<std::int32_t>(plan_.groups.size());
      plan_.groups.push_back(bar);
      inner.start += style::kQuoteIndent;
      inner.width -= style::kQuoteIndent;
      inner.parent = plan_.structure.add(Role::block_quote, frame.parent);
      break;
    }
  }
  gap(style::kParagraphGap);
  const std::size_t first = plan_.pieces.size();
  flow(paragraph.text, setting, inner, plan_.structure.add(Role::p, inner.parent));
  for (std::size_t p = first; paragraph.keep_with_next && p < plan_.pieces.size(); ++p) {
    plan_.pieces[p].keep_with_next = true;
  }
  gap(style::kParagraphGap);
}

void Builder::block(const document::List& list, const Frame& frame) {
  if (list.items.empty()) return;
  const ElementId element = plan_.structure.add(Role::l, frame.parent);
  const Setting setting = {style::kBody};
  double indent = style::kListIndent;
  if (list.ordered && list.items.size() > 9) indent += 6;
  Frame inner = frame;
  inner.start += indent;
  inner.width -= indent;
  gap(style::kParagraphGap - 2);
  Analysed mark;
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    const ElementId item = plan_.structure.add(Role::li, element);
    const ElementId label = plan_.structure.add(Role::lbl, item);
    const ElementId body = plan_.structure.add(Role::lbody, item);
    // The mark stands on the first line of the item: its items go first into that line's piece.
    const document::Text text = document::plain(list.ordered ? std::to_string(i + 1) + "." : "•");
    const auto begin = static_cast<std::uint32_t>(plan_.items.size());
    text_.analyse(list.items[i], false, analysed_);
    const double height = line_height(setting.type, analysed_);
    style::Type mark_type = setting.type;
    mark_type.leading = height;
    mark_type.colour = document::kBrand;
    set_box(text, frame.start + 2, indent - 2, 0, {mark_type}, label);
    const std::size_t first = plan_.pieces.size();
    flow(list.items[i], setting, inner, body);
    if (plan_.pieces.size() == first) close_piece(open_piece(frame), height);
    plan_.pieces[first].begin = begin;
    // No item of several is left alone on a page.
    const std::size_t count = list.items.size();
    if (count > 1 && (i == 0 || i + 2 == count)) plan_.pieces.back().keep_with_next = true;
    gap(style::kListGap);
  }
  gap(style::kParagraphGap);
}

void Builder::block(const document::Callout& callout, const Frame& frame) {
  const CalloutLook look = look_of(callout.kind);
  Group group;
  group.parent = frame.group;
  group.start = frame.start;
  group.width = frame.width;
  group.fill = look.fill;
  group.bar = look.bar;
  group.bar_width = style::kCalloutBar;
  Frame inner = frame;
  inner.top = false;
  inner.group = static_cast<std::int32_t>(plan_.groups.size());
  plan_.groups.push_back(group);
  inner.start += style::kCalloutBar + style::kCalloutPadding;
  inner.width -= style::kCalloutBar + 2 * style::kCalloutPadding;
  inner.parent = plan_.structure.add(Role::div, frame.parent);

  gap(style::kBlockGap);
  const std::size_t first = plan_.pieces.size();
  Piece top = open_piece(inner);
  top.keep_with_next = true;
  close_piece(top, style::kCalloutPadding - 2);
  if (!callout.title.empty()) {
    style::Type type = style::kCalloutTitle;
    type.colour = look.title;
    flow(callout.title, {type}, inner, plan_.structure.add(Role::p, inner.parent), true);
    gap(2);
  } else {
    pending_ = -1;  // no gap between the padding and the first block
  }
  if (callout.title.empty()) {
    const std::size_t before = plan_.pieces.size();
    blocks(callout.blocks, inner);
    if (plan_.pieces.size() > before) plan_.pieces[before].before = 0;
  } else {
    const std::size_t before = plan_.pieces.size();
    blocks(callout.blocks, inner);
    if (plan_.pieces.size() > before)
      plan_.pieces[before].before = std::min(plan_.pieces[before].before, 4.0);
  }
  pending_ = 0;
  plan_.pieces.back().keep_with_next = true;
  close_piece(open_piece(inner), style::kCalloutPadding);
  // A short panel stays in one piece; a long one may break like the text that it holds.
  double height = 0;
  for (std::size_t p = first; p < plan_.pieces.size(); ++p)
    height += plan_.pieces[p].before + plan_.pieces[p].height;
  if (height < body_height() * 0.45) {
    for (std::size_t p = first; p + 1 < plan_.pieces.size(); ++p) plan_.pieces[p].keep_with_next = true;
  }
  gap(style::kBlockGap);
}

void Builder::block(const document::Split& split, const Frame& frame) {
  if (split.sides.empty()) return;
  double shares = 0;
  const auto share_of = [](const document::Split::Side& side) {
    return std::isfinite(side.share) && side.share > 0 ? side.share : 1.0;
  };
  for (const auto& side : split.sides) shares += share_of(side);
  const double free = frame.width - style::kSplitGap * static_cast<double>(split.sides.size() - 1);
  gap(style::kParagraphGap);
  const Piece head = open_piece(frame);
  const std::size_t first = plan_.pieces.size();
  std::vector<std::size_t> ends;
  Frame inner = frame;
  inner.top = false;
  for (const auto& side : split.sides) {
    inner.width = free * share_of(side) / shares;
    const std::size_t begin = plan_.pieces.size();
    pending_ = 0;
    blocks(side.blocks, inner);
    if (plan_.pieces.size() > begin) plan_.pieces[begin].before = 0;
    ends.push_back(plan_.pieces.size());
    inner.start += inner.width + style::kSplitGap;
  }
  const auto height_of = [&](std::size_t begin, std::size_t end) {
    double height = 0;
    for (std::size_t p = begin; p < end; ++p) height += plan_.pieces[p].before + plan_.pieces[p].height;
    return height;
  };
  double tallest = 0;
  std::size_t begin = first;
  for (const std::size_t end : ends) {
    tallest = std::max(tallest, height_of(begin, end));
    begin = end;
  }
  if (tallest > body_height()) {
    // Too tall for any page: one side after the other, so that nothing is lost.
    if (plan_.pieces.size() > first) {
      plan_.pieces[first].before = head.before;
      plan_.pieces[first].new_page = head.new_page;
    }
  } else {
    begin = first;
    for (const std::size_t end : ends) {
      fold(begin, end, frame.group);
      begin = end;
    }
    plan_.pieces.resize(first);
    close_piece(head, tallest);
  }
  pending_ = 0;
  gap(style::kBlockGap);
}

void Builder::block(const document::Contents& contents, const Frame& frame) {
  const std::uint32_t own = next_heading_++;
  last_level_ = 1;
  const ElementId title = plan_.structure.add(Role::h1, frame.parent);
  const auto begin = static_cast<std::uint32_t>(plan_.items.size());
  plan_.items.emplace_back(PlacedAnchor{0, own});
  const std::size_t first = plan_.pieces.size();
  gap(style::kHeadingBefore[0]);
  flow(contents.title, {style::kContentsTitle}, frame, title, true, true);
  if (plan_.pieces.size() == first) close_piece(open_piece(frame), 0);
  plan_.pieces[first].begin = begin;
  gap(style::kHeadingAfter[0] + 4);

  const ElementId toc = plan_.structure.add(Role::toc, frame.parent);
  for (std::uint32_t h = 0; h < plan_.headings.size(); ++h) {
    const HeadingEntry entry = plan_.headings[h];
    if (!entry.listed || entry.level > contents.depth || entry.title.empty()) continue;
    const style::Type& type = style::kContents[std::min(entry.level, 2) - 1];
    const double indent = style::kContentsIndent * (entry.level - 1);
    const ElementId item = plan_.structure.add(Role::toci, toc);
    const ElementId reference = plan_.structure.add(Role::reference, item);
    const ElementId link = plan_.structure.add(Role::link, reference);
    gap(entry.level == 1 ? 9 : 2);
    Piece piece = open_piece(frame);
    piece.keep_with_next = entry.level == 1;
    constexpr double kNumberRoom = 44;
    const double start = frame.start + indent;
    const double width = frame.width - indent - kNumberRoom;
    const double height = set_box(document::plain(entry.title), start, width, 0, {type}, link);
    if (lines_.spans.empty()) continue;
    const double line = height / static_cast<double>(lines_.spans.size());
    PlacedPageNumber number;
    number.start = start + lines_.spans.back().width;
    number.end = frame.start + frame.width;
    number.y = height - line + baseline_in(line, type.size);
    number.size = type.size;
    number.element = link;
    number.heading = h;
    number.bold = type.bold;
    plan_.items.emplace_back(number);
    PlacedLink& place = plan_.add_link();
    place.x = plan_.left(start, frame.width - indent);
    place.width = frame.width - indent;
    place.height = height;
    place.element = link;
    place.target = static_cast<std::uint32_t>(plan_.targets.size());
    place.label = entry.title;
    plan_.targets.emplace_back(h);
    close_piece(piece, height);
  }
  gap(style::kBlockGap);
}

}  // namespace sextant::pdf
