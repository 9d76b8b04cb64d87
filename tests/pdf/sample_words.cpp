#include "tests/pdf/sample.hpp"

namespace sextant::sample {

using namespace document;

Document hostile_words() {
  // Everything that a page, a style or a script could take for its own.
  const std::string words =
      "</p></td></title></style></script><script>planted=1</script><img src=x onerror=planted=2>"
      "<iframe></iframe><b>&amp;&lt;\"'>]]>--><!-- \\3c /style> */ {page} \\\" \x01\x7f";
  Run link{words};
  link.link = "javascript:planted=3";
  Run quoted{words, true, Tone::muted, "https://example.org/\"onclick=\"planted=4\"<script>"};
  Run anchor{"on", false, Tone::accent, "#\" onclick=\"planted=5"};
  const Text text = {{words}, link, quoted, anchor};
  Document out;
  out.meta.language = "en\"><script>planted=6</script>";
  out.meta.title = words;
  out.meta.subject = words;
  out.meta.author = words;
  out.meta.keywords = {words, words};
  out.meta.date = words;
  out.meta.footer = words;
  out.meta.page_of = words + "{page}\"}</style>{pages}";
  out.meta.names = {{"planted=1", words}, {words, words}};
  auto& b = out.blocks;
  b.push_back({Cover{words, words, words, {{words, words}}, words}});
  b.push_back({Contents{text, 6}});
  b.push_back({Heading{1, text, "\" onclick=\"planted=5"}});
  b.push_back({Heading{2, text, "a b"}});
  b.push_back({Heading{2, text, "a b"}});
  for (const ParagraphStyle style :
       {ParagraphStyle::body, ParagraphStyle::lead, ParagraphStyle::small, ParagraphStyle::quote})
    b.push_back({Paragraph{text, style, true}});
  b.push_back({List{true, {text, text}}});
  Table table;
  table.caption = text;
  table.columns = {{text, 1}, {text, 2, Align::end}};
  table.rows = {{{text}, {text, {1, 4}}}, {{text, {}, 9}}, {{text}}};
  b.push_back({table});
  Figure figure{text, {200, 40, {}}, words, text};
  Label label;
  label.y = 20;
  label.text = words;
  figure.drawing.shapes.emplace_back(label);
  b.push_back({figure});
  for (const CalloutKind kind : {CalloutKind::note, CalloutKind::attention, CalloutKind::ask})
    b.push_back({Callout{kind, text, {{Paragraph{text}}}}});
  b.push_back({Split{{{1, {{Heading{3, text, "a b"}}}}, {2, {{Paragraph{text}}}}}}});
  b.push_back({KeyFigures{{{words, words, words, {4, 4}}}}});
  b.push_back({PageBreak{}});
  return out;
}

}  // namespace sextant::sample
