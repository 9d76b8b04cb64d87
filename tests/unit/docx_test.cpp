#include <doctest/doctest.h>

#include "engine/archive/zip.hpp"
#include "reports/docx/render.hpp"

using namespace sextant;
using namespace sextant::document;

namespace {

std::string part(const std::string& bytes, const std::string& path) {
  const auto entries = archive::read_zip(bytes);
  REQUIRE(entries);
  for (const archive::Entry& entry : *entries) {
    if (entry.path == path) return entry.bytes;
  }
  FAIL("there is no part " << path);
  return {};
}

std::string body_of(const Document& document, const Sheet& sheet = {}) {
  return part(docx::render(document, sheet), "word/document.xml");
}

bool holds(const std::string& text, const std::string& what) {
  return text.find(what) != std::string::npos;
}

}  // namespace

TEST_CASE("words reach Word whole, and what XML cannot hold does not") {
  Document document;
  document.blocks.push_back({Paragraph{plain("a < b & \"c\"\x01 d\n\xFF")}});
  CHECK(holds(body_of(document),
              "a &lt; b &amp; &quot;c&quot; d</w:t><w:br/><w:t xml:space=\"preserve\">\uFFFD</w:t>"));
}

TEST_CASE("a link within the document leads to its heading's bookmark; a dead one is plain text") {
  Document document;
  document.blocks.push_back({Paragraph{{Run{"there", false, Tone::normal, "#node-7"}}}});
  document.blocks.push_back({Paragraph{{Run{"nowhere", false, Tone::normal, "#gone"}}}});
  document.blocks.push_back({Paragraph{{Run{"script", false, Tone::normal, "javascript:alert(1)"}}}});
  document.blocks.push_back({Heading{1, plain("Seven"), "node-7"}});
  const std::string body = body_of(document);
  CHECK(holds(body, "<w:hyperlink w:anchor=\"node_7\""));
  CHECK(holds(body, "w:name=\"node_7\""));
  CHECK_FALSE(holds(body, "gone"));
  CHECK_FALSE(holds(body, "javascript"));
}

TEST_CASE("anchors that Word takes for the same get bookmarks of their own") {
  Document document;
  for (const char* anchor : {"A-b", "a.b", "", "9"})
    document.blocks.push_back({Heading{2, plain("x"), anchor}});
  const std::string body = body_of(document);
  for (const char* name : {"\"A_b\"", "\"a_b_2\"", "\"heading\"", "\"s9\""}) CHECK(holds(body, name));
}

TEST_CASE("a page begins where one was asked for, and only once") {
  Document document;
  document.blocks.push_back({PageBreak{}});  // nothing stands before it
  document.blocks.push_back({Paragraph{plain("first")}});
  document.blocks.push_back({PageBreak{}});
  document.blocks.push_back({Heading{1, plain("second"), "s", true}});
  const std::string body = body_of(document);
  const std::size_t at = body.find("<w:pageBreakBefore/>");
  REQUIRE(at != std::string::npos);
  CHECK(at > body.find("first"));
  CHECK(body.find("<w:pageBreakBefore/>", at + 1) == std::string::npos);
}

TEST_CASE("each numbered list counts from one") {
  Document document;
  for (int i = 0; i < 2; ++i) document.blocks.push_back({List{true, {plain("a"), plain("b")}}});
  const std::string bytes = docx::render(document);
  const std::string body = part(bytes, "word/document.xml");
  CHECK(holds(body, "<w:numId w:val=\"2\"/>"));
  CHECK(holds(body, "<w:numId w:val=\"3\"/>"));
  const std::string numbering = part(bytes, "word/numbering.xml");
  const std::size_t third = numbering.find("<w:num w:numId=\"3\"");
  REQUIRE(third != std::string::npos);
  CHECK(holds(numbering.substr(third), "<w:startOverride w:val=\"1\"/>"));
}

TEST_CASE("a document from right to left says so in paragraphs, tables, words and page") {
  Document document;
  document.meta.language = "ar";
  document.meta.right_to_left = true;
  document.blocks.push_back({Paragraph{{Run{"تقرير"}, Run{"Sextant"}}}});
  Table table;
  table.columns = {{plain("عمود")}};
  document.blocks.push_back({table});
  const std::string bytes = docx::render(document);
  const std::string body = part(bytes, "word/document.xml");
  CHECK(holds(body, "<w:bidiVisual/>"));
  CHECK(holds(body, "<w:rtl/></w:rPr><w:t xml:space=\"preserve\">تقرير"));
  CHECK_FALSE(holds(body, "<w:rtl/></w:rPr><w:t xml:space=\"preserve\">Sextant"));
  CHECK(holds(body, "<w:bidi/></w:sectPr>"));
  CHECK(holds(part(bytes, "word/styles.xml"), "w:bidi=\"ar-SA\""));
}

TEST_CASE("A3 is the page of A4 enlarged, its text too") {
  Document document;
  document.blocks.push_back({Paragraph{plain("x")}});
  Sheet wall;
  wall.paper = Paper::a3;
  CHECK(holds(body_of(document), "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"));
  // 297 by 420 mm are 16838 by 23811 twentieths of a point; the square root of two is not exact.
  CHECK(holds(body_of(document, wall), "<w:pgSz w:w=\"16838\" w:h=\"23813\"/>"));
  CHECK(holds(part(docx::render(document, wall), "word/styles.xml"), "<w:sz w:val=\"28\"/>"));
}
