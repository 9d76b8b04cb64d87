#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "reports/html/render.hpp"
#include "reports/html/text.hpp"
#include "reports/html/writer.hpp"
#include "tests/pdf/sample.hpp"

using namespace sextant;
using namespace sextant::document;

namespace {

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
    ++found;
  return found;
}

std::string page(std::vector<Block> blocks, Meta meta = {}) {
  return html::render({std::move(meta), std::move(blocks)});
}

/// The part of a page between two marks.
std::string between(const std::string& text, const std::string& from, const std::string& to) {
  const std::size_t begin = text.find(from);
  REQUIRE(begin != std::string::npos);
  const std::size_t end = text.find(to, begin + from.size());
  REQUIRE(end != std::string::npos);
  return text.substr(begin + from.size(), end - begin - from.size());
}

}  // namespace

TEST_CASE("what a text holds stays text") {
  CHECK(html::escaped("a<b>&\"'") == "a&lt;b&gt;&amp;&quot;&#39;");
  CHECK(html::escaped("é\nب") == "é ب");
  CHECK(html::escaped("a\xFFz\x01") == "a\uFFFDz\uFFFD");
  CHECK(html::css_string("a\"\\</style>\n1") ==
        R"("a\000022 \00005c \00003c \00002f style\00003e \00000a 1")");
}

TEST_CASE("the hash of a policy is the SHA-256 in base64") {
  // The digest of nothing, e3b0c442..., as `openssl dgst -sha256 -binary </dev/null | base64` writes it.
  CHECK(html::policy_hash("") == "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
}

TEST_CASE("a link leads to a page, an address of mail or a heading, and nowhere else") {
  const auto link = [](const std::string& address) {
    Run run{"there"};
    run.link = address;
    const std::string all = page({{Heading{1, plain("A"), "a"}}, {Paragraph{{run}}}});
    return between(all, "</h1>\n<p>", "</p>");
  };
  CHECK(link("#a") == "<a href=\"#a\">there</a>");
  CHECK(link("https://example.org/?a=1&b=2") ==
        "<a href=\"https://example.org/?a=1&amp;b=2\" rel=\"noreferrer\">there</a>");
  CHECK(link("#b") == "there");
  CHECK(link("javascript:alert(1)") == "there");
  CHECK(link(" javascript:alert(1)") == "there");
  CHECK(link("data:text/html,x") == "there");
  CHECK(link("file:///etc/passwd") == "there");
}

TEST_CASE("hostile words open no element in any kind of block") {
  const std::string all = html::render(sample::hostile_words());
  CHECK(count(all, "<script") == 1);
  CHECK(count(all, "<style") == 1);
  CHECK(count(all, "</style") == 1);
  CHECK(count(all, "<img") == 0);
  CHECK(count(all, "<iframe") == 0);
  CHECK(count(all, "<b>") == 0);
  CHECK(count(all, "href=\"javascript") == 0);
  CHECK(count(all, "\"onclick") == 0);
  CHECK(count(all, "\" onclick") == 0);
  CHECK(all.find('\x01') == std::string::npos);
}

TEST_CASE("a page asks for nothing: no address in it but those of links") {
  const std::string all = html::render(sample::report("en"));
  for (const char* asks : {"src=", "@import", "url(", "<link", "http-equiv=\"refresh\"", "fetch(", "XMLHttp"})
    CHECK_MESSAGE(count(all, asks) == 0, asks);
  CHECK(count(all, "default-src 'none'") == 1);
  CHECK(count(all, " style=\"") == 0);
}

TEST_CASE("ids stand once, whatever the anchors are") {
  const std::string all = page({{Cover{"", "T", "", {}, ""}},
                                {Heading{1, plain("One"), "a b"}},
                                {Heading{1, plain("Two"), "a b"}},
                                {Heading{1, plain("Three"), "a-b"}},
                                {Heading{1, plain("Four"), "report"}},
                                {Heading{1, plain("Five"), ""}},
                                {Heading{1, plain("Six"), "\"><i>"}}});
  std::multiset<std::string> ids;
  for (std::size_t at = all.find(" id=\""); at != std::string::npos; at = all.find(" id=\"", at + 1))
    ids.insert(all.substr(at + 5, all.find('"', at + 5) - at - 5));
  for (const std::string& id : ids) CHECK_MESSAGE(ids.count(id) == 1, id);
  for (const char* id : {"a-b", "a-b-2", "a-b-3", "report-2", "part", "---i-"})
    CHECK_MESSAGE(ids.count(id) == 1, id);
}

TEST_CASE("headings go down by one level at a time") {
  std::vector<Block> blocks = {{Cover{"", "T", "", {}, ""}}};
  for (const int level : {1, 3, 3, 2, 4, 1}) blocks.push_back({Heading{level, plain("x"), ""}});
  const std::string main = between(page(std::move(blocks)), "<main", "</main>");
  std::string levels;
  for (std::size_t at = main.find("<h"); at != std::string::npos; at = main.find("<h", at + 1))
    levels += main[at + 2];
  // Chapters are h2 below the cover's h1; both headings of level 3 stand directly below their chapter.
  CHECK(levels == "233342");
}

TEST_CASE("a document without a cover has its only chapter for a title") {
  const std::string all = page({{Heading{1, plain("Agenda"), ""}}, {Heading{2, plain("Day"), ""}}});
  CHECK(count(all, "<h1") == 1);
  CHECK(between(all, "<h1", "</h1>").ends_with(">Agenda"));
  CHECK(count(all, "<h2") == 1);
  CHECK(count(all, "<nav") == 0);  // of one entry
}

TEST_CASE("a table names its columns, its rows and itself") {
  Table table;
  table.caption = plain("Levels");
  table.columns = {{plain("Pillar"), 3}, {plain("Level"), 1, Align::end}, {{}, 1}};
  table.rows = {
      {{plain("Power")}, {plain("2"), {2, 4}}, {plain("x")}}, {{plain("All"), {}, 3}}, {{plain("Short")}}};
  const std::string all = page({{table}});
  CHECK(count(all, "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"table\">") == 1);
  CHECK(count(all, "<caption id=\"table\">Levels</caption>") == 1);
  CHECK(count(all,
              "<thead><tr><th scope=\"col\">Pillar</th><th scope=\"col\" "
              "class=\"end\">Level</th><td></td></tr>") == 1);
  CHECK(count(all, "<th scope=\"row\">Power</th><td class=\"end fill f2-4\">2</td><td>x</td></tr>") == 1);
  CHECK(count(all, "<th scope=\"row\" colspan=\"3\">All</th></tr>") == 1);
  CHECK(count(all, "<th scope=\"row\">Short</th><td></td><td></td></tr>") == 1);
  CHECK(count(all, ".f2-4{background:#8fbce6;color:#1f2933}") == 1);
  CHECK(count(all, ".w60{width:60%}") == 1);  // 3 of 5 shares
}

TEST_CASE("a figure has its finding and its sentence for who does not see it") {
  Figure figure{plain("A lags"), {100, 50, {Rect{1, 2, 3, 4}}}, "A at 1, B at 3.", plain("Source")};
  const std::string all = page({{figure}});
  CHECK(count(all, "<figcaption id=\"figure\">A lags</figcaption>") == 1);
  CHECK(
      count(all,
            "<svg role=\"img\" aria-labelledby=\"figure\" aria-describedby=\"alt\" viewBox=\"0 0 100 50\"") ==
      1);
  CHECK(count(all, "<desc id=\"alt\">A at 1, B at 3.</desc>") == 1);
  CHECK(count(all, "<rect x=\"1\" y=\"2\" width=\"3\" height=\"4\" fill=\"#ffffff\"/>") == 1);
}

TEST_CASE("a drawing has no number that is none") {
  Drawing drawing{100, 100, {}};
  const double bad = std::numeric_limits<double>::quiet_NaN();
  const double far = std::numeric_limits<double>::infinity();
  drawing.shapes = {Rect{bad, far, -1, bad}, Line{bad, 0, far, 1, kInk, bad, true, true},
                    Circle{bad, 1, -far}, Polygon{{{bad, far}}},
                    Label{bad, far, "words", bad, false, kInk, Anchor::end, far, -3}};
  const std::string shapes = html::svg_shapes(drawing, {});
  CHECK(count(shapes, "nan") == 0);
  CHECK(count(shapes, "inf") == 0);
  CHECK(count(shapes, "height=\"-") == 0);
}

TEST_CASE("a label is broken into lines that fit, and cut after the last") {
  Label label;
  label.text = "Connectivity and infrastructure";
  label.size = 10;
  CHECK(html::label_lines(label) == std::vector<std::string>{"Connectivity and infrastructure"});
  // "Connectivity and" is about 81 wide at 10; all of it about 152.
  label.width = 100;
  CHECK(html::label_lines(label) == std::vector<std::string>{"Connectivity and", "infrastructure"});
  label.lines = 1;
  const std::string cut = html::label_lines(label).at(0);
  CHECK(cut.ends_with("…"));
  CHECK(cut.starts_with("Connectivity"));
  label.lines = 2;
  label.text = "été\u00A0: 2,3";  // holds together
  label.width = 30;
  CHECK(html::label_lines(label).size() == 2);
}

TEST_CASE("labels keep their side of a drawing in a script that runs the other way") {
  Drawing drawing{100, 100, {}};
  Label label;
  label.text = "البيانات";
  label.anchor = Anchor::end;
  drawing.shapes = {label};
  // SVG's start of a line from right to left is its right end.
  const std::string shapes = html::svg_shapes(drawing, {});
  CHECK(count(shapes, "text-anchor=\"start\" direction=\"rtl\"") == 1);
}

TEST_CASE("text that runs against its page says so") {
  Meta arabic;
  arabic.language = "ar";
  arabic.right_to_left = true;
  const std::vector<Block> blocks = {
      {Paragraph{plain("نص")}}, {Paragraph{plain("1. (words)")}}, {Paragraph{plain("12")}}};
  const std::string all = page(blocks, arabic);
  CHECK(count(all, "<html lang=\"ar\" dir=\"rtl\">") == 1);
  CHECK(count(all, "<p>نص</p>") == 1);
  CHECK(count(all, "<p dir=\"ltr\">1. (words)</p>") == 1);
  CHECK(count(all, "<p>12</p>") == 1);
  CHECK(count(page(blocks), "<p dir=\"rtl\">نص</p>") == 1);
}

TEST_CASE("names are marked as whole words, the first that fits") {
  const std::vector<std::pair<std::string, std::string>> names = {{"Niger", "A"}, {"Côte d’Or", "B"}};
  CHECK(html::with_names("Niger, Nigeria (Niger) & Côte d’Or.", names, "b") ==
        "<b class=\"name\" data-instead=\"A\">Niger</b>, Nigeria (<b class=\"name\" "
        "data-instead=\"A\">Niger</b>) &amp; "
        "<b class=\"name\" data-instead=\"B\">Côte d’Or</b>.");
  CHECK(count(html::with_names("Niger\u00A0: 2, « Niger », “Niger”", names, "b"), "class=\"name\"") == 3);
}

TEST_CASE("equal documents give equal bytes") {
  CHECK(html::render(sample::report("fr")) == html::render(sample::report("fr")));
  CHECK(html::render(sample::hostile()) == html::render(sample::hostile()));
}
