#include <doctest/doctest.h>

#include "engine/syntax/write_yaml.hpp"
#include "tests/unit/effort.hpp"
#include "tests/unit/property_reference.hpp"
#include "tests/unit/support.hpp"

using namespace sextant;
using namespace sextant::test;

namespace {

std::string scalar(const std::string& text) {
  return yaml::entry("k", yaml::text(text), 0);
}

/// What stands under `k` when the text is read again.
std::string read_back(const std::string& written) {
  const Checked<Tree> tree = read_tree(Source("w.yaml", written));
  INFO(written);
  REQUIRE(brief(tree.diagnostics, "w.yaml") == "");
  const Tree* value = tree->find("k");
  REQUIRE(value != nullptr);
  REQUIRE(value->is_scalar());
  return value->text;
}

}  // namespace

TEST_CASE("texts are plain where every reader takes them for texts") {
  CHECK(scalar("Half of the schools, in 2024") == "k: Half of the schools, in 2024\n");
  CHECK(scalar("2025-1") == "k: 2025-1\n");
  CHECK(scalar("3 schools lack power") == "k: 3 schools lack power\n");
  CHECK(scalar("Établi") == "k: Établi\n");
  CHECK(scalar("https://example.org/a#b") == "k: https://example.org/a#b\n");
  for (const char* text :
       {"",    "No",   "OUI: x", "010",     "1e3", "12:30", "2025-03-25", "~",  "null", "on",
        "Y",   "- a",  "a: b",   "a #b",    "b:",  " a",    "a ",         "*a", "&a",   "!a",
        "%a",  "@a",   "`a",     "{place}", "[a]", "\"a\"", "'a'",        "#a", "? a",  "| a",
        "> a", "0x1F", ".5",     "-",       "=",   "<<",    "TRUE"}) {
    CAPTURE(text);
    CHECK(scalar(text).substr(0, 4) == "k: \"");
    CHECK(read_back(scalar(text)) == text);
  }
}

TEST_CASE("long texts are folded, and paragraphs keep apart") {
  const std::string sentence =
      "The course is optional in five colleges of nine, and nobody counts who takes it.";
  CHECK(scalar(sentence + " " + sentence) ==
        "k: >-\n  " + sentence +
            " The course is\n  optional in five colleges of nine, and nobody counts who takes it.\n");
  CHECK(scalar("One.\nTwo.\n\nThree.") == "k: >-\n  One.\n\n  Two.\n\n\n  Three.\n");
  CHECK(scalar("One.\n  Two.") == "k: \"One.\\n  Two.\"\n");
  CHECK(scalar("One.\tTwo.") == "k: \"One.\\tTwo.\"\n");
  CHECK(scalar("One.\n") == "k: \"One.\\n\"\n");
  CHECK(scalar("A\xE2\x80\xA8line") == "k: \"A\\u2028line\"\n");
}

TEST_CASE("maps and lists stand on one line where they fit, and keys are quoted like texts") {
  Tree map = yaml::map();
  yaml::add(map, "id", yaml::text("No"));
  yaml::add(map, "no", yaml::list({yaml::text("a, b"), yaml::word("3")}));
  CHECK(yaml::entry("unit", map, 0) == "unit: {id: \"No\", \"no\": [\"a, b\", 3]}\n");
  CHECK(yaml::entry("a: b", yaml::list({map}), 2, yaml::Layout::open) ==
        "  \"a: b\":\n    - {id: \"No\", \"no\": [\"a, b\", 3]}\n");
  yaml::add(map, "note", yaml::text(std::string(90, 'x')));
  CHECK(yaml::entry("all", yaml::list({map}), 0, yaml::Layout::open) ==
        "all:\n  - id: \"No\"\n    \"no\": [\"a, b\", 3]\n    note: " + std::string(90, 'x') + "\n");
  CHECK(yaml::entry("k", yaml::list({}), 0) == "k: []\n");
  CHECK(yaml::entry("k", yaml::word("3"), 2, yaml::Layout::compact, "Established") ==
        "  k: 3  # Established\n");
  CHECK(yaml::comment(2, "== ", "A\nb") == "  # == A b\n");
}

TEST_CASE("any text is read back as it was") {
  const std::vector<std::string> pieces = {
      "a",
      "b c",
      " ",
      "  ",
      "\n",
      "\n\n",
      "\t",
      "\"",
      "'",
      ":",
      ": ",
      " #",
      "#",
      "-",
      "- ",
      "\\",
      "{x}",
      "[",
      "]",
      ",",
      "?",
      "!",
      "&",
      "*",
      "%",
      "@",
      "`",
      "|",
      ">",
      "No",
      "010",
      "~",
      "null",
      "é",
      "\xC2\xA0",
      "\xE2\x80\xA8",
      "\n-",
      "...",
      "\n---",
      "2025-03-25",
      "\xEF\xBB\xBF",
      "\xEF\xBF\xBF",
      "\xF0\x9F\x8C\x8D",
      "\xD8\xB9\xD8\xB1",
      "a rather long row of words that makes the line long enough to be folded somewhere in the middle ",
      std::string(1500, ' ')};
  Random random(8);
  for (int i = 0; i < tries(4000); ++i) {
    std::string text;
    for (int n = random.below(9); n > 0; --n)
      text += pieces[static_cast<std::size_t>(random.below(static_cast<int>(pieces.size())))];
    CAPTURE(text);
    CHECK(read_back(scalar(text)) == text);
    Tree map = yaml::map();
    yaml::add(map, "k", yaml::text(text));
    CHECK(read_back(yaml::comment(0, "", text) +
                    yaml::entry("x", yaml::text("y"), 0, yaml::Layout::compact, text) +
                    yaml::entry("k", yaml::text(text), 0, yaml::Layout::compact, text)) == text);
    const Checked<Tree> flow = read_tree(Source("w.yaml", yaml::entry("m", yaml::list({map, map}), 0)));
    REQUIRE(flow);
    CHECK(flow->find("m")->items.at(1).find("k")->text == text);
    if (text.find('\n') != std::string::npos) continue;
    const Checked<Tree> key = read_tree(Source("w.yaml", yaml::entry(text, map, 0) + "z: 1\n"));
    INFO(yaml::entry(text, map, 0));
    REQUIRE(key);
    CHECK(key->entries.at(0).key == text);
  }
}
