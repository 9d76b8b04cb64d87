#include "reports/html/render.hpp"

#include <algorithm>
#include <cmath>

#include "reports/html/page.hpp"
#include "reports/html/text.hpp"
#include "reports/html/writer.hpp"

namespace sextant::html {

namespace {

using namespace document;

/// The arcs of the PDF's cover, sixty degrees each as a sextant's.
constexpr std::string_view kMotif =
    "<svg class=\"motif\" viewBox=\"-220 0 220 220\" aria-hidden=\"true\">"
    "<path fill=\"#2c669c\" d=\"M-114.5 28.5A118 118 0 0 0 -32.5 113.4L-26.5 92.3A96 96 0 0 1 -93.1 23.2Z\"/>"
    "<path fill=\"#22588a\" d=\"M-163 40.6A168 168 0 0 0 -46.3 161.5L-40.2 140.3A146 146 0 0 1 -141.7 "
    "35.3Z\"/>"
    "<path fill=\"#1a4d7a\" d=\"M-211.5 52.7A218 218 0 0 0 -60.1 209.6L-54 188.4A196 196 0 0 1 -190.2 "
    "47.4Z\"/>"
    "</svg>";

const Cover* cover_of(const Document& document) {
  for (const Block& block : document.blocks) {
    if (const auto* cover = std::get_if<Cover>(&block.content)) return cover;
  }
  return nullptr;
}

/// The only heading of level 1 is the title of a document that has no cover.
bool has_own_title(const Document& document) {
  int chapters = 0;
  for (const Block& block : document.blocks) {
    const auto* heading = std::get_if<Heading>(&block.content);
    if (heading != nullptr && heading->level <= 1) ++chapters;
  }
  return chapters == 1;
}

Contents contents_of(const Document& document, const Words& words) {
  for (const Block& block : document.blocks) {
    if (const auto* contents = std::get_if<Contents>(&block.content)) return *contents;
  }
  return {plain(document.meta.contents_of.empty() ? std::string(words.contents) : document.meta.contents_of),
          1};
}

/// Footers of printed pages, and none on the cover.
std::string page_boxes(const Meta& meta) {
  std::string number;
  std::string_view words = meta.page_of;
  while (!words.empty()) {
    const std::size_t page = words.find("{page}");
    const std::size_t pages = words.find("{pages}");
    const std::size_t next = std::min(page, pages);
    if (next > 0) number += css_string(words.substr(0, next)) + " ";
    if (next == std::string_view::npos) break;
    number += next == page ? "counter(page) " : "counter(pages) ";
    words.remove_prefix(next + (next == page ? 6 : 7));
  }
  const std::string look = ";font-size:8.5pt;color:#5a6672;vertical-align:top;padding-top:4mm";
  const std::string start = meta.right_to_left ? "@bottom-right" : "@bottom-left";
  const std::string end = meta.right_to_left ? "@bottom-left" : "@bottom-right";
  std::string out = "@page{size:A4;margin:20mm 21mm 24mm";
  if (!meta.footer.empty())
    out += ";" + start + "{content:" + css_string(meta.footer) + ";width:75%" + look + "}";
  if (!number.empty()) out += (meta.footer.empty() ? ";" : "") + end + "{content:" + number + look + "}";
  out += "}\n@page cover{margin:0;@bottom-left{content:none}@bottom-right{content:none}}\n";
  return out + "@page unnamed{" + start + "{content:none}}\n";
}

std::string meta_tag(const char* name, const std::string& content) {
  return content.empty() ? ""
                         : "<meta name=\"" + std::string(name) + "\" content=\"" + escaped(content) + "\">\n";
}

std::string head(const Meta& meta, const std::string& style) {
  std::string keywords;
  for (const std::string& word : meta.keywords) keywords += (keywords.empty() ? "" : ", ") + word;
  return "<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src " +
         policy_hash(style) + "; script-src " + policy_hash(page_script()) +
         "; base-uri 'none'; form-action 'none'\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"referrer\" content=\"no-referrer\">\n<title>" +
         escaped(meta.title.empty() ? "Sextant" : meta.title) + "</title>\n" +
         meta_tag("description", meta.subject) + meta_tag("author", meta.author) +
         meta_tag("keywords", keywords) + meta_tag("dcterms.date", meta.date) +
         meta_tag("dcterms.identifier", meta.identity) + "<style>" + style + "</style>\n</head>\n";
}

std::string tools(const Words& words, const Meta& meta) {
  const std::string language =
      words.language == meta.language.substr(0, words.language.size()) ? "" : " lang=\"en\" dir=\"ltr\"";
  const auto button = [](std::string_view off, std::string_view on) {
    return "<button type=\"button\" data-off=\"" + escaped(off) + "\" data-on=\"" + escaped(on) + "\">" +
           escaped(off) + "</button>\n";
  };
  const auto plain_button = [](std::string_view label) {
    return "<button type=\"button\" hidden>" + escaped(label) + "</button>\n";
  };
  return "<section class=\"tools\" id=\"tools\" aria-label=\"" + escaped(words.projector) + "\"" + language +
         " hidden>\n" + button(words.projector, words.leave) + plain_button(words.previous) +
         "<output data-words=\"" + escaped(words.position) + "\" hidden></output>\n" +
         plain_button(words.next) + button(words.hide_names, words.show_names) + "</section>\n";
}

}  // namespace

void Writer::cover(const Cover& cover) {
  out += "<header class=\"cover\">\n<div class=\"band\">" + std::string(kMotif) + "<div class=\"inner\">\n";
  if (!cover.kicker.empty())
    out += "<p class=\"kicker\"" + direction(cover.kicker) + ">" + named(cover.kicker) + "</p>\n";
  const std::string& title = cover.title.empty() ? document_.meta.title : cover.title;
  if (!title.empty())
    out += "<h1 id=\"" + ids_.take("title") + "\" tabindex=\"-1\"" + direction(title) + ">" + named(title) +
           "</h1>\n";
  if (!cover.subtitle.empty())
    out += "<p class=\"subtitle\"" + direction(cover.subtitle) + ">" + named(cover.subtitle) + "</p>\n";
  out += "</div></div>\n";
  if (!cover.facts.empty() || !cover.notice.empty()) {
    out += "<div class=\"under\"><div class=\"inner\">\n";
    if (!cover.facts.empty()) {
      out += "<dl class=\"facts\">\n";
      for (const auto& [name, value] : cover.facts) {
        out += "<div><dt" + direction(name) + ">" + named(name) + "</dt><dd" + direction(value) + ">" +
               named(value) + "</dd></div>\n";
      }
      out += "</dl>\n";
    }
    if (!cover.notice.empty())
      out += "<p class=\"notice\"" + direction(cover.notice) + ">" + named(cover.notice) + "</p>\n";
    out += "</div></div>\n";
  }
  out += "</header>\n";
}

void Writer::contents(const Contents& contents) {
  const auto listed = [&](const HeadingPlace& one) { return one.listed && one.level <= contents.depth; };
  const auto& all = outline_.headings;
  if (std::count_if(all.begin(), all.end(), listed) < 2) return;
  const std::string id = ids_.take("contents-title");
  const std::string title = inline_text(contents.title, false);
  out += "<nav aria-labelledby=\"" + id + "\">\n<h2 id=\"" + id + "\">" +
         (title.empty() ? std::string(words_.contents) : title) + "</h2>\n<ol>\n";
  for (const HeadingPlace& one : all) {
    if (!listed(one)) continue;
    out += (one.level > 1 ? "<li class=\"deep\">" : "<li>") + std::string("<a href=\"#") + one.id + "\"" +
           direction(one.words) + ">" + named(one.words) + "</a></li>\n";
  }
  out += "</ol>\n</nav>\n";
}

std::string render(const Document& document) {
  const Meta& meta = document.meta;
  const Words& words = words_for(meta.language);
  const Cover* cover = cover_of(document);
  const bool own_title = cover == nullptr && has_own_title(document);
  Cover made;
  made.title = meta.title;
  Ids ids;
  ids.take("report");
  ids.take("tools");
  // The first cover stands over the page; the other blocks follow in their order.
  std::vector<Block> blocks;
  for (const Block& block : document.blocks) {
    if (std::get_if<Cover>(&block.content) != cover || cover == nullptr) blocks.push_back(block);
  }
  Outline outline = outline_of(blocks, own_title ? 1 : 2, ids);
  Writer writer(document, std::move(outline), std::move(ids));
  if (!own_title) writer.cover(cover != nullptr ? *cover : made);
  writer.out += "<div class=\"page\">\n";
  writer.contents(contents_of(document, words));
  writer.out += "<main id=\"report\" tabindex=\"-1\">\n";
  writer.body(blocks);
  writer.out += "</main>\n</div>\n";
  if (!meta.footer.empty())
    writer.out += "<footer><p>" + with_names(meta.footer, meta.names, "span") + "</p></footer>\n";

  const std::string style = std::string(page_style()) + writer.rules() + page_boxes(meta);
  std::string out = "<!doctype html>\n<html lang=\"" + escaped(meta.language.empty() ? "en" : meta.language) +
                    "\" dir=\"" + (meta.right_to_left ? "rtl" : "ltr") + "\">\n" + head(meta, style) +
                    "<body>\n<a class=\"skip\" href=\"#report\">" + std::string(words.skip) + "</a>\n" +
                    tools(words, meta) + writer.out;
  out += "<script>" + std::string(page_script()) + "</script>\n</body>\n</html>\n";
  return out;
}

}  // namespace sextant::html
