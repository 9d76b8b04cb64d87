#include "reports/docx/body.hpp"

#include <algorithm>
#include <set>

#include "engine/text/language.hpp"
#include "engine/text/utf8.hpp"

namespace sextant::docx {

namespace {

using document::Tone;

/// A name that Word takes for a bookmark: letters, digits and underscores, at most 40, a letter first.
std::string bookmark_name(const std::string& anchor, std::set<std::string>& taken) {
  std::string name;
  for (const char c : anchor) {
    const bool fine = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    name += fine ? c : '_';
  }
  if (name.empty() || name[0] == '_' || (name[0] >= '0' && name[0] <= '9')) name.insert(0, "s");
  name.resize(std::min<std::size_t>(name.size(), 32));
  std::string unique = name;
  // Word tells no capitals from small letters here.
  for (int i = 2; !taken.insert(utf8::fold(unique)).second; ++i) unique = name + "_" + std::to_string(i);
  return unique;
}

bool is_address(const std::string& link) {
  return link.rfind("https://", 0) == 0 || link.rfind("http://", 0) == 0 || link.rfind("mailto:", 0) == 0;
}

const char* heading_style(int level) {
  constexpr const char* kStyles[] = {"Heading1", "Heading2", "Heading3", "Heading4"};
  return kStyles[std::clamp(level, 1, 4) - 1];
}

}  // namespace

bool runs_left(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if ((c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC))
      return true;
  }
  return false;
}

std::string plain_text(const document::Text& text) {
  std::string out;
  for (const document::Run& run : text) out += run.text;
  return out;
}

Body::Body(const document::Document& document, const Measures& measures)
    : document_(document),
      measures_(measures),
      rtl_(document.meta.right_to_left),
      width_(measures.text_width()) {
  collect(document.blocks);
  std::set<std::string> taken;
  for (Entry& entry : headings_) {
    const std::string anchor = entry.bookmark;
    entry.bookmark = bookmark_name(anchor.empty() ? "heading" : anchor, taken);
    if (!anchor.empty()) bookmarks_.emplace(anchor, entry.bookmark);
  }
}

void Body::collect(const std::vector<document::Block>& blocks) {
  for (const document::Block& block : blocks) {
    if (const auto* heading = std::get_if<document::Heading>(&block.content)) {
      headings_.push_back({std::clamp(heading->level, 1, 4), plain_text(heading->text), heading->anchor});
    } else if (const auto* callout = std::get_if<document::Callout>(&block.content)) {
      collect(callout->blocks);
    } else if (const auto* split = std::get_if<document::Split>(&block.content)) {
      for (const auto& side : split->sides) collect(side.blocks);
    }
  }
}

void Body::blocks(const std::vector<document::Block>& blocks) {
  for (const document::Block& one : blocks) {
    std::visit([&](const auto& content) { block(content); }, one.content);
  }
}

void Body::open_paragraph(const Look& look) {
  xml_.open("w:p");
  xml_.open("w:pPr");
  xml_.leaf("w:pStyle", {{"w:val", look.style}});
  if (look.keep_next) xml_.leaf("w:keepNext");
  if (break_ && started_) xml_.leaf("w:pageBreakBefore");
  break_ = false;
  started_ = true;
  after_text_ = true;
  if (look.list > 0) {
    xml_.open("w:numPr");
    xml_.leaf("w:ilvl", {{"w:val", "0"}});
    xml_.leaf("w:numId", {{"w:val", std::to_string(look.list)}});
    xml_.close();
  }
  if (rtl_) xml_.leaf("w:bidi");
  if (top_) xml_.leaf("w:spacing", {{"w:before", "0"}});
  top_ = false;
  // "left" is where a paragraph begins, in both directions.
  if (look.align != document::Align::start)
    xml_.leaf("w:jc", {{"w:val", look.align == document::Align::end ? "right" : "center"}});
  xml_.close();
}

void Body::run(const document::Run& run, const Look& look, bool link) {
  if (run.text.empty()) return;
  xml_.open("w:r");
  xml_.open("w:rPr");
  if (link) xml_.leaf("w:rStyle", {{"w:val", "Hyperlink"}});
  if (run.bold || look.bold) {
    xml_.leaf("w:b");
    xml_.leaf("w:bCs");
  }
  std::optional<document::Colour> colour = look.colour;
  if (run.tone == Tone::muted && !colour) colour = document::kMuted;
  if (run.tone == Tone::accent && !colour) colour = kAccentInk;
  if (link && !colour) colour = kLink;
  if (run.tone == Tone::inverse) colour = document::kPaper;
  if (colour) xml_.leaf("w:color", {{"w:val", hex(*colour)}});
  if (rtl_ && runs_left(run.text)) xml_.leaf("w:rtl");
  if (!run.language.empty() && run.language != document_.meta.language) {
    const std::string language = proofing_language(run.language);
    xml_.leaf("w:lang", {{right_to_left(run.language) ? "w:bidi" : "w:val", language}});
  }
  xml_.close();
  std::string words;
  const auto flush = [&] {
    if (!words.empty()) xml_.text("w:t", words, {{"xml:space", "preserve"}});
    words.clear();
  };
  for (const char c : run.text) {
    if (c == '\n' || c == '\t') {
      flush();
      xml_.leaf(c == '\n' ? "w:br" : "w:tab");
    } else {
      words += c;
    }
  }
  flush();
  xml_.close();
}

void Body::text(const document::Text& text, const Look& look) {
  for (const document::Run& one : text) {
    const bool inside = !one.link.empty() && one.link[0] == '#';
    const auto bookmark = inside ? bookmarks_.find(one.link.substr(1)) : bookmarks_.end();
    if (bookmark != bookmarks_.end()) {
      xml_.open("w:hyperlink", {{"w:anchor", bookmark->second}, {"w:history", "1"}});
    } else if (is_address(one.link)) {
      const auto [id, is_new] = addresses_.try_emplace(one.link, "rId" + std::to_string(links_.size() + 10));
      if (is_new) links_.push_back({id->second, one.link});
      xml_.open("w:hyperlink", {{"r:id", id->second}, {"w:history", "1"}});
    } else {
      run(one, look, false);
      continue;
    }
    run(one, look, true);
    xml_.close();
  }
}

void Body::paragraph(const Look& look, const document::Text& words) {
  open_paragraph(look);
  std::string id;
  if (!look.bookmark.empty()) {
    id = std::to_string(next_id_++);
    xml_.leaf("w:bookmarkStart", {{"w:id", id}, {"w:name", look.bookmark}});
  }
  text(words, look);
  if (!id.empty()) xml_.leaf("w:bookmarkEnd", {{"w:id", id}});
  xml_.close();
}

void Body::spacer(bool keep_next) {
  Look look;
  look.style = "Spacer";
  look.keep_next = keep_next;
  paragraph(look, {});
}

void Body::settle_break() {
  if (break_ && started_) spacer(true);
  break_ = false;
  started_ = true;
}

void Body::block(const document::Heading& heading) {
  if (heading.new_page) break_ = true;
  Look look;
  look.style = heading_style(heading.level);
  look.bookmark = headings_[next_heading_++].bookmark;
  paragraph(look, heading.text);
}

void Body::block(const document::Paragraph& one) {
  Look look;
  switch (one.style) {
    case document::ParagraphStyle::body:
      break;
    case document::ParagraphStyle::lead:
      look.style = "Lead";
      break;
    case document::ParagraphStyle::small:
      look.style = "Small";
      break;
    case document::ParagraphStyle::quote:
      look.style = "Quote";
      break;
  }
  look.keep_next = one.keep_with_next;
  paragraph(look, one.text);
}

void Body::block(const document::List& list) {
  if (list.items.empty()) return;
  Look look;
  look.style = list.ordered ? "ListNumber" : "ListBullet";
  look.list = list.ordered ? ++ordered_ + 1 : 1;
  for (const document::Text& item : list.items) paragraph(look, item);
}

void Body::block(const document::Cover& cover) {
  const auto line = [&](const char* style, const std::string& words) {
    Look look;
    look.style = style;
    if (!words.empty()) paragraph(look, document::plain(words));
  };
  line("Kicker", cover.kicker);
  line("Title", cover.title);
  line("Subtitle", cover.subtitle);
  for (const auto& [label, value] : cover.facts) {
    Look look;
    look.style = "Fact";
    paragraph(look, {{label + "\t", false, Tone::muted}, {value, true}});
  }
  line("Small", cover.notice);
  break_ = true;
}

void Body::block(const document::Contents& contents) {
  std::vector<Entry> listed;
  std::copy_if(headings_.begin(), headings_.end(), std::back_inserter(listed),
               [&](const Entry& entry) { return entry.level <= contents.depth && !entry.title.empty(); });
  if (listed.empty()) return;
  Look look;
  look.style = "TOCHeading";
  paragraph(look, contents.title);
  xml_.open("w:sdt");
  xml_.raw(
      "<w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/><w:docPartUnique/>"
      "</w:docPartObj></w:sdtPr>");
  xml_.open("w:sdtContent");
  const auto field = [&](std::string_view type) {
    xml_.open("w:r");
    xml_.leaf("w:fldChar", {{"w:fldCharType", type}});
    xml_.close();
  };
  for (std::size_t i = 0; i < listed.size(); ++i) {
    constexpr const char* kStyles[] = {"TOC1", "TOC2", "TOC3"};
    look.style = kStyles[std::min(listed[i].level, 3) - 1];
    open_paragraph(look);
    if (i == 0) {
      field("begin");
      xml_.open("w:r");
      // Filled in without page numbers: those are known once the pages are made, and come with an update.
      xml_.text("w:instrText", " TOC \\o \"1-" + std::to_string(contents.depth) + "\" \\h \\z \\u ",
                {{"xml:space", "preserve"}});
      xml_.close();
      field("separate");
    }
    xml_.open("w:hyperlink", {{"w:anchor", listed[i].bookmark}, {"w:history", "1"}});
    run({listed[i].title}, look, false);
    xml_.close();
    if (i + 1 == listed.size()) field("end");
    xml_.close();
  }
  xml_.close();
  xml_.close();
}

void Body::section() {
  const bool cover =
      !document_.blocks.empty() && std::holds_alternative<document::Cover>(document_.blocks.front().content);
  xml_.open("w:sectPr");
  xml_.leaf("w:footerReference", {{"w:type", "default"}, {"r:id", "rId4"}});
  xml_.leaf("w:footerReference", {{"w:type", "first"}, {"r:id", "rId5"}});
  xml_.leaf("w:pgSz", {{"w:w", Measures::twips(measures_.page_width())},
                       {"w:h", Measures::twips(measures_.page_height())}});
  const std::string side = Measures::twips(measures_.margin(kMarginSide));
  xml_.leaf("w:pgMar", {{"w:top", Measures::twips(measures_.margin(kMarginTop))},
                        {"w:right", side},
                        {"w:bottom", Measures::twips(measures_.margin(kMarginBottom))},
                        {"w:left", side},
                        {"w:header", Measures::twips(measures_.margin(kFooter))},
                        {"w:footer", Measures::twips(measures_.margin(kFooter))},
                        {"w:gutter", "0"}});
  if (cover) xml_.leaf("w:titlePg");
  if (rtl_) xml_.leaf("w:bidi");
  xml_.close();
}

std::string Body::write() {
  xml_.raw(kXmlHead);
  xml_.open("w:document",
            {{"xmlns:w", kWordNamespace},
             {"xmlns:r", kRelationNamespace},
             {"xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"},
             {"xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"},
             {"xmlns:mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"},
             {"xmlns:wpg", "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"},
             {"xmlns:wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"}});
  xml_.open("w:body");
  blocks(document_.blocks);
  if (!after_text_) spacer();
  section();
  xml_.close();
  xml_.close();
  return xml_.take();
}

}  // namespace sextant::docx
