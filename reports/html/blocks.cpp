#include <algorithm>
#include <cmath>

#include "reports/html/text.hpp"
#include "reports/html/writer.hpp"

namespace sextant::html {

namespace {

using namespace document;

double share_of(double share) {
  return std::isfinite(share) && share > 0 ? share : 1.0;
}

bool blank(const Text& text) {
  return std::all_of(text.begin(), text.end(), [](const Run& run) {
    return run.text.str().find_first_not_of(" \n\t") == std::string::npos;
  });
}

}  // namespace

Writer::Writer(const Document& document, Outline outline, Ids ids)
    : document_(document),
      words_(words_for(document.meta.language)),
      outline_(std::move(outline)),
      ids_(std::move(ids)) {}

std::string Writer::direction(const std::string& words) const {
  switch (direction_of(words)) {
    case Direction::none:
      return "";
    case Direction::left_to_right:
      return document_.meta.right_to_left ? " dir=\"ltr\"" : "";
    case Direction::right_to_left:
      return document_.meta.right_to_left ? "" : " dir=\"rtl\"";
  }
  return "";
}

std::string Writer::direction(const Text& text) const {
  return direction(words_of(text));
}

std::string Writer::named(const std::string& text, const char* tag) const {
  return with_names(text, document_.meta.names, tag);
}

std::string Writer::inline_text(const Text& text, bool linked) const {
  std::string all;
  for (const Run& run : text) {
    if (run.text.empty()) continue;
    std::string piece = named(run.text);
    if (run.bold) piece = "<strong>" + piece + "</strong>";
    if (!run.language.empty() && run.language != document_.meta.language)
      piece = "<span lang=\"" + escaped(run.language) + "\">" + piece + "</span>";
    switch (run.tone) {
      case Tone::muted:
        piece = "<span class=\"muted\">" + piece + "</span>";
        break;
      case Tone::accent:
        piece = "<span class=\"accent\">" + piece + "</span>";
        break;
      case Tone::normal:
      case Tone::inverse:  // the ground decides the ink here
        break;
    }
    if (linked && !run.link.empty() && !blank({run})) {
      if (run.link[0] == '#') {
        const auto target = outline_.targets.find(run.link.substr(1));
        if (target != outline_.targets.end()) piece = "<a href=\"#" + target->second + "\">" + piece + "</a>";
      } else if (is_safe_address(run.link)) {
        piece = "<a href=\"" + escaped(run.link) + "\" rel=\"noreferrer\">" + piece + "</a>";
      }
    }
    all += piece;
  }
  return all;
}

std::string Writer::fill_class(const Fill& fill) {
  if (fill.step <= 0 || fill.steps <= 0) return "";
  const int step = std::min(fill.step, fill.steps);
  const Colour colour = level_fill(step, fill.steps);
  std::string name = "f" + std::to_string(step) + "-" + std::to_string(fill.steps);
  rules_[name] = "background:" + css_colour(colour) + ";color:" + css_colour(ink_on(colour));
  return "fill " + name;
}

std::string Writer::share_class(const char* property, int percent) {
  std::string name = (property[0] == 'w' ? "w" : "g") + std::to_string(percent);
  rules_[name] =
      property[0] == 'w' ? "width:" + std::to_string(percent) + "%" : "flex-grow:" + std::to_string(percent);
  return name;
}

std::string Writer::rules() const {
  std::string all;
  for (const auto& [name, declarations] : rules_) all += "." + name + "{" + declarations + "}\n";
  return all;
}

std::string Writer::scroller(const std::string& label) const {
  return "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"" + label + "\">";
}

void Writer::body(const std::vector<Block>& list) {
  blocks(list);
  if (in_chapter_) out += "</section>\n";
  in_chapter_ = false;
}

void Writer::block(const Block& one) {
  std::visit([&](const auto& content) { write(content); }, one.content);
}

void Writer::blocks(const std::vector<Block>& list) {
  for (const Block& one : list) block(one);
}

void Writer::write(const Heading& heading) {
  const HeadingPlace& place = outline_.headings[next_heading_++];
  if (top_ && place.level == 1) {
    if (in_chapter_) out += "</section>\n";
    out += heading.new_page ? "<section class=\"chapter new-page\">\n" : "<section class=\"chapter\">\n";
    in_chapter_ = true;
  }
  if (blank(heading.text)) {
    // Without words it still is a place to link to.
    out += "<div id=\"" + place.id + "\"></div>\n";
    return;
  }
  const std::string tag = "h" + std::to_string(place.element);
  out += "<" + tag + " id=\"" + place.id + "\" class=\"l" + std::to_string(std::min(place.level, 4)) +
         "\" tabindex=\"-1\"" + direction(heading.text) + ">" + inline_text(heading.text) + "</" + tag +
         ">\n";
  last_heading_ = place.id;
}

void Writer::write(const Paragraph& paragraph) {
  if (blank(paragraph.text)) return;
  const std::string words = inline_text(paragraph.text);
  const std::string way = direction(paragraph.text);
  std::string kind;
  switch (paragraph.style) {
    case ParagraphStyle::body:
      break;
    case ParagraphStyle::lead:
      kind = "lead";
      break;
    case ParagraphStyle::small:
      kind = "small";
      break;
    case ParagraphStyle::quote:
      out += "<blockquote" + way + "><p>" + words + "</p></blockquote>\n";
      return;
  }
  if (paragraph.keep_with_next) kind += kind.empty() ? "keep" : " keep";
  out += "<p" + (kind.empty() ? "" : " class=\"" + kind + "\"") + way + ">" + words + "</p>\n";
}

void Writer::write(const List& list) {
  if (list.items.empty()) return;
  const std::string tag = list.ordered ? "ol" : "ul";
  out += "<" + tag + ">\n";
  for (const Text& item : list.items) out += "<li" + direction(item) + ">" + inline_text(item) + "</li>\n";
  out += "</" + tag + ">\n";
}

void Writer::write(const Callout& callout) {
  const char* kind = "note";
  if (callout.kind == CalloutKind::attention) kind = "attention";
  if (callout.kind == CalloutKind::ask) kind = "ask";
  std::string label;
  std::string title;
  if (!blank(callout.title)) {
    const std::string id = ids_.take("callout");
    label = " aria-labelledby=\"" + id + "\"";
    // The colour of attention never stands alone: a sign for the eye, a word for the ear.
    const std::string sign = callout.kind == CalloutKind::attention
                                 ? "<svg class=\"sign\" viewBox=\"0 0 12 11\" aria-hidden=\"true\"><path "
                                   "d=\"M6 0L12 11H0Z\"/></svg>"
                                   "<span class=\"unseen\">" +
                                       std::string(words_.attention) + ": </span>"
                                 : "";
    title = "<p class=\"title\" id=\"" + id + "\"" + direction(callout.title) + ">" + sign +
            inline_text(callout.title) + "</p>\n";
  }
  out += "<div class=\"callout " + std::string(kind) + "\" role=\"note\"" + label + ">\n" + title;
  const bool top = std::exchange(top_, false);
  blocks(callout.blocks);
  top_ = top;
  out += "</div>\n";
}

void Writer::write(const Split& split) {
  if (split.sides.empty()) return;
  double all = 0;
  for (const Split::Side& side : split.sides) all += share_of(side.share);
  out += "<div class=\"split\">\n";
  const bool top = std::exchange(top_, false);
  for (const Split::Side& side : split.sides) {
    const int percent = std::clamp(static_cast<int>(std::lround(100 * share_of(side.share) / all)), 1, 100);
    out += "<div class=\"" + share_class("grow", percent) + "\">\n";
    blocks(side.blocks);
    out += "</div>\n";
  }
  top_ = top;
  out += "</div>\n";
}

void Writer::write(const KeyFigures& figures) {
  if (figures.items.empty()) return;
  out += "<dl class=\"figures\">\n";
  for (const KeyFigures::Item& item : figures.items) {
    const std::string fill = fill_class(item.fill);
    out += "<div" + (fill.empty() ? "" : " class=\"" + fill + "\"") + "><dt" + direction(item.label) + ">" +
           named(item.label) + "</dt><dd class=\"value\"" + direction(item.value) + ">" + named(item.value) +
           "</dd>";
    if (!item.remark.empty())
      out += "<dd class=\"remark\"" + direction(item.remark) + ">" + named(item.remark) + "</dd>";
    out += "</div>\n";
  }
  out += "</dl>\n";
}

void Writer::write(const Figure& figure) {
  out += "<figure>\n";
  std::string title;
  if (!blank(figure.title)) {
    title = ids_.take("figure");
    out += "<figcaption id=\"" + title + "\"" + direction(figure.title) + ">" + inline_text(figure.title) +
           "</figcaption>\n";
  }
  const Drawing& shapes = figure.drawing;
  if (std::isfinite(shapes.width) && std::isfinite(shapes.height) && shapes.width > 0 && shapes.height > 0)
    drawing(shapes, title, figure.alt);
  if (!blank(figure.note))
    out += "<p class=\"small\"" + direction(figure.note) + ">" + inline_text(figure.note) + "</p>\n";
  out += "</figure>\n";
}

void Writer::write(const Cover& one) {
  // A second cover, or one inside: its words are not lost.
  if (!one.title.empty()) out += "<p class=\"lead\">" + named(one.title) + "</p>\n";
  for (const document::Words* words : {&one.kicker, &one.subtitle, &one.notice}) {
    if (!words->empty()) out += "<p>" + named(*words) + "</p>\n";
  }
}

void Writer::write(const Contents&) {}  // stands before the report, for the whole page

void Writer::write(const NoteSpace& space) {
  if (space.titles.empty()) return;
  out += "<div class=\"room\">\n";
  for (const Text& title : space.titles)
    out += "<div><p" + direction(title) + ">" + inline_text(title) + "</p></div>\n";
  out += "</div>\n";
}

void Writer::write(const PageBreak&) {
  if (top_) out += "<div class=\"page-break\"></div>\n";
}

}  // namespace sextant::html
