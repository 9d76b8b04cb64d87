#include "engine/syntax/tree.hpp"

#include <doctest/doctest.h>

#include "tests/unit/support.hpp"

using namespace sextant;
using sextant::test::brief;

namespace {

Checked<Tree> yaml(const std::string& text) {
  return read_tree(Source("t.yaml", text));
}
Checked<Tree> json(const std::string& text) {
  return read_tree(Source("t.json", text));
}
std::string problems(const Checked<Tree>& tree) {
  return brief(tree.diagnostics, "t.yaml");
}

/// The whole tree with the place of everything: "1:1{a@1:1=1:4'x'}".
std::string shown(const Tree& tree) {
  const auto place = [](const Span& at) { return std::to_string(at.line) + ":" + std::to_string(at.column); };
  std::string out = place(tree.at);
  switch (tree.kind) {
    case Tree::Kind::null:
      return out + "~";
    case Tree::Kind::scalar:
      return out + (tree.quoted ? "\"" + tree.text + "\"" : "'" + tree.text + "'");
    case Tree::Kind::list:
      out += "[";
      for (const Tree& item : tree.items) out += shown(item) + " ";
      return out + "]";
    case Tree::Kind::map:
      out += "{";
      for (const TreeEntry& entry : tree.entries) {
        out += entry.key + "@" + place(entry.key_at) + "=" + shown(entry.value) + " ";
      }
      return out + "}";
  }
  return out;
}

}  // namespace

TEST_CASE("every node of a YAML file knows its place") {
  const Checked<Tree> tree = yaml("a: x\nb:\n  - 1\n  - {c: \"y\", d: [p, 'q']}\ne:\n");
  REQUIRE(tree);
  CHECK(shown(*tree) ==
        "1:1{a@1:1=1:4'x' b@2:1=3:3[3:5'1' 4:5{c@4:6=4:9\"y\" d@4:14=4:17[4:18'p' 4:21\"q\" ] } ] e@5:1=5:1~ "
        "}");
}

TEST_CASE("every node of a JSON file knows its place") {
  const Checked<Tree> tree =
      json("{\"a\": \"x\",\n \"b\": [1, -2.5e3, true, null],\n \"c\": {\"d\": \"\\\"q\"}}");
  REQUIRE(tree);
  CHECK(
      shown(*tree) ==
      "1:1{a@1:2=1:7\"x\" b@2:2=2:7[2:8'1' 2:11'-2.5e3' 2:19'true' 2:25~ ] c@3:2=3:7{d@3:8=3:13\"\"q\" } }");
}

TEST_CASE("columns are counted in characters behind accents and wide letters") {
  const Checked<Tree> tree = yaml("é日: {ü: x}\n");
  REQUIRE(tree);
  CHECK(shown(*tree) == "1:1{é日@1:1=1:5{ü@1:6=1:9'x' } }");
  const Checked<Tree> same = json("{\"é日\": \"ü\", \"k\": 1}");
  REQUIRE(same);
  CHECK(shown(*same) == "1:1{é日@1:2=1:8\"ü\" k@1:13=1:18'1' }");
}

TEST_CASE("a byte-order mark and CRLF move no position") {
  const Checked<Tree> tree = yaml(
      "\xEF\xBB\xBF"
      "a: x\r\nb: y\r\n");
  REQUIRE(tree);
  CHECK(shown(*tree) == "1:1{a@1:1=1:4'x' b@2:1=2:4'y' }");
}

TEST_CASE("scalars stay what the author wrote") {
  const Checked<Tree> tree =
      yaml("a: No\nb: NO\nc: 010\nd: 2.10\ne: 1_000\nf: Oui\ng: ~\nh: \"~\"\ni: ''\nj: 0x1F\n");
  REQUIRE(tree);
  for (const auto& [key, text] : std::map<std::string, std::string>{{"a", "No"},
                                                                    {"b", "NO"},
                                                                    {"c", "010"},
                                                                    {"d", "2.10"},
                                                                    {"e", "1_000"},
                                                                    {"f", "Oui"},
                                                                    {"h", "~"},
                                                                    {"j", "0x1F"}}) {
    const std::string& shown_key = key;
    CAPTURE(shown_key);
    REQUIRE(tree->find(key) != nullptr);
    CHECK(tree->find(key)->text == text);
  }
  CHECK(tree->find("g")->is_null());
  CHECK(tree->find("h")->quoted);
  CHECK_FALSE(tree->find("a")->quoted);
  CHECK(tree->find("i")->is_scalar());
  CHECK(tree->find("none") == nullptr);
}

TEST_CASE("quoted, folded and literal scalars count as quoted") {
  const Checked<Tree> tree = yaml("a: 'x'\nb: \"x\"\nc: |\n  x\n  y\nd: >-\n  x\n  y\ne: x\n");
  REQUIRE(tree);
  for (const char* key : {"a", "b", "c", "d"}) {
    CAPTURE(key);
    CHECK(tree->find(key)->quoted);
  }
  CHECK_FALSE(tree->find("e")->quoted);
  CHECK(tree->find("c")->text == "x\ny\n");
  CHECK(tree->find("d")->text == "x y");
}

TEST_CASE("a JSON number keeps its digits and escapes are read") {
  const Checked<Tree> tree = json(R"({"a": 0.10, "b": "\u00e9\ud83d\ude00\n", "c": 12345678901234567890})");
  REQUIRE(tree);
  CHECK(tree->find("a")->text == "0.10");
  CHECK(tree->find("b")->text == "é😀\n");
  CHECK(tree->find("c")->text == "12345678901234567890");
}

TEST_CASE("a key given twice is an error with both places, and the first stays") {
  const Checked<Tree> tree = yaml("a: 1\nb:\n  c: 1\n  c: 2\na: 3\n");
  REQUIRE(tree);
  CHECK(problems(tree) == "Q0104 4:3; Q0104 5:1");
  CHECK(test::arg(tree.diagnostics[1], "line") == "1");
  CHECK(tree->find("a")->text == "1");
  const Checked<Tree> same = json("{\"a\": 1, \"a\": 2}");
  REQUIRE(same);
  CHECK(brief(same.diagnostics, "t.json") == "Q0104 1:10");
}

TEST_CASE("an alias repeats its anchor where it stands") {
  const Checked<Tree> tree = yaml("a: &x {k: v}\nb: *x\nc: [*x]\n");
  REQUIRE(tree);
  CHECK(problems(tree) == "");
  CHECK(tree->find("b")->find("k")->text == "v");
  CHECK(shown(*tree->find("b")).rfind("2:4{", 0) == 0);
  CHECK(tree->find("c")->items.at(0).find("k")->text == "v");
}

TEST_CASE("an alias inside its own anchor, or of nothing, is an error") {
  CHECK(problems(yaml("a: &x [1, *x]\n")).find("Q0109 1:") == 0);
  CHECK(problems(yaml("a: *gone\n")).find("Q0109 1:") == 0);
}

TEST_CASE("aliases of aliases run into a budget") {
  std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n";
  for (char c = 'b'; c <= 'h'; ++c) {
    const std::string one = std::string("*") + static_cast<char>(c - 1);
    bomb += std::string(1, c) + ": &" + c + " [" + one;
    for (int i = 0; i < 9; ++i) bomb += ", " + one;
    bomb += "]\n";
  }
  const Checked<Tree> tree = yaml(bomb);
  CHECK_FALSE(tree);
  REQUIRE(tree.diagnostics.size() == 1);
  CHECK(tree.diagnostics[0].code == Code::alias_budget);
}

TEST_CASE("what cannot be read is reported with its place, and gives no value") {
  const std::vector<std::pair<std::string, Code>> cases = {
      {"", Code::file_empty},
      {" \n\t\n", Code::file_empty},
      {"a: \"x\n", Code::yaml_quote},
      {"a: [1, 2\n", Code::yaml_unclosed},
      {"a:\n\tb: 1\n", Code::yaml_tab},
      {"a: \"\\q\"\n", Code::yaml_escape},
      {"a: b: c\n", Code::yaml_colon},
      {"a: C\xF4te\n", Code::not_utf8},
      {std::string("a: \0b\n", 6), Code::control_character},
      {"\xFF\xFE"
       "a\0",
       Code::not_utf8},
      {std::string(6000, '['), Code::too_deep},
      {std::string(70, '[') + std::string(70, ']'), Code::too_deep}};
  for (const auto& [text, code] : cases) {
    const std::string start = text.substr(0, 20);
    CAPTURE(start);
    const Checked<Tree> tree = yaml(text);
    CHECK_FALSE(tree);
    REQUIRE_FALSE(tree.diagnostics.empty());
    CHECK(tree.diagnostics[0].code == code);
    CHECK(tree.diagnostics[0].at.line >= 1);
  }
}

TEST_CASE("broken JSON is reported near its place") {
  for (const char* text :
       {"{\"a\": }", "{\"a\": 1,}", "{\"a\" 1}", "{\"a\": 1", "{\"a\": \"x}", "{a: 1} x"}) {
    CAPTURE(text);
    const Checked<Tree> tree = json(text);
    CHECK_FALSE(tree);
    REQUIRE_FALSE(tree.diagnostics.empty());
    CHECK(tree.diagnostics[0].code == Code::json_syntax);
    CHECK(tree.diagnostics[0].at.line == 1);
  }
}

TEST_CASE("a second document and a tag are errors") {
  CHECK(problems(yaml("a: 1\n---\nb: 2\n")) == "Q0113 3:1");
  CHECK(problems(yaml("a: !!int 3\n")).rfind("Q0111 1:", 0) == 0);
  CHECK(problems(yaml("---\na: 1\n")) == "");
  CHECK(problems(yaml("a: 1\n...\n")) == "");
}

TEST_CASE("a question mark ends a text between braces") {
  const Checked<Tree> tree = yaml("{text: Is there a plan?, list: [why?, how?]}\n");
  REQUIRE(tree);
  CHECK(shown(*tree) == "1:1{text@1:2=1:8'Is there a plan?' list@1:26=1:32[1:33'why?' 1:39'how?' ] }");
}

TEST_CASE("Unicode's line separators are characters of a text") {
  const Checked<Tree> tree = yaml("a: x\u2028y\nb: \"\u2029\"\nc: |\n  x\u2028y\nd: z\n");
  REQUIRE(tree);
  CHECK(shown(*tree) == "1:1{a@1:1=1:4'x\u2028y' b@2:1=2:4\"\u2029\" c@3:1=3:4\"x\u2028y\n\" d@5:1=5:4'z' }");
}

TEST_CASE("characters that no text has are refused at their place, also in a comment") {
  CHECK(problems(yaml("a: 1 # \xC2\x85\n")) == "Q0106 1:8");    // U+0085, a line end of YAML 1.1
  CHECK(problems(yaml("a: 1\n# é\xC2\x9B\n")) == "Q0106 2:4");  // U+009B
  CHECK(problems(yaml("a: \uFDD0\n")) == "Q0106 1:4");
  CHECK(problems(yaml("a: é\uFFFF\n")) == "Q0106 1:5");
}

TEST_CASE("what is not there is shown at its key, and an empty item behind its dash") {
  const Checked<Tree> tree = yaml("a:\nb: {c: , d}\ne:\n  -\n  - ~\n");
  REQUIRE(tree);
  CHECK(shown(*tree) == "1:1{a@1:1=1:1~ b@2:1=2:4{c@2:5=2:5~ d@2:10=2:10~ } e@3:1=4:3[4:4~ 5:5~ ] }");
}

TEST_CASE("a problem is shown where it can be put right") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"a: 1\ntitle:T\nc: 2\n", "Q0122 2:1"},   // the line without its colon
      {"a: 1\n  b: 2\n", "Q0119 2:4"},          // a second colon
      {"- a\n-b\n", "Q0115 2:1"},               // no space behind the dash
      {"  a: 1\nb: 2\n", "Q0115 2:1"},          // left of what the document began with
      {"a: 'L'école'\n", "Q0120 1:7"},          // behind the quote that closes
      {"a: [1, {b: 2]\nc: 3\n", "Q0116 1:8"},   // the brace that is not closed
      {"a: [1]]\n", "Q0116 1:7"},               // the bracket that closes nothing
      {"a: \"x\nb: 1\n", "Q0117 1:4"},          // the quote that is not closed
      {"a: \"é\\u12\"\n", "Q0118 1:6"},         // the backslash
      {"a:\n  b: 1\n  \tc: 2\n", "Q0114 3:3"},  // the tab
      {"a: > 50 % of schools\n", "Q0120 1:4"},  // the sign that opens nothing
      {"a: *provisional*\n", "Q0109 1:4"},      // an asterisk as punctuation
      {"a: 1\n--- # second\n\n%TAG ! x\nb: 2\n", "Q0113 5:1"}};
  for (const auto& [text, expected] : cases) {
    const std::string& shown_text = text;
    CAPTURE(shown_text);
    const Checked<Tree> tree = yaml(text);
    CHECK_FALSE(tree);
    CHECK(problems(tree) == expected);
  }
}

TEST_CASE("directives before the document say nothing, unless they ask for another YAML") {
  CHECK(problems(yaml("%TAG ! tag:x\n# c\n%FOO\n%YAML 1.2\n---\na: 1\n")) == "");
  CHECK(problems(yaml("%YAML 3.0\n---\na: 1\n")) == "Q0120 1:1");
}

TEST_CASE("an anchor given again stands for the latest") {
  const Checked<Tree> tree = yaml("a: &x 1\nb: &x [2]\nc: *x\n");
  REQUIRE(tree);
  CHECK(tree->find("c")->is_list());
  CHECK(problems(yaml("a: &x 1\nb: &x [*x]\n")) == "Q0109 2:8");
}

TEST_CASE("a list or map as a key is an error") {
  CHECK(problems(yaml("[a, b]: 1\n")).rfind("Q0112 1:1", 0) == 0);
}
