#include <doctest/doctest.h>

#include "engine/robustness/random.hpp"
#include "engine/syntax/tree.hpp"
#include "engine/translation/po.hpp"
#include "tests/unit/support.hpp"

using namespace sextant;
using namespace sextant::test;

namespace {

const std::string kHeader = "msgid \"\"\nmsgstr \"Language: fr\\n\"\n\n";

std::string faults(const std::string& text) {
  const Checked<PoFile> file = read_po(Source("a.po", text));
  CHECK(bool(file) == file.diagnostics.empty());
  return brief(file.diagnostics, "a.po");
}

PoFile read(const std::string& text) {
  Checked<PoFile> file = read_po(Source("a.po", text));
  INFO(text);
  REQUIRE(brief(file.diagnostics, "a.po") == "");
  return std::move(*file);
}

}  // namespace

TEST_CASE("an entry of a PO file has its comments, its context, its texts and their places") {
  const PoFile file = read(kHeader +
                           "# mine\n#. what it is\n#: a.yaml:3\n#, c-format, fuzzy\n#| msgid \"old\"\n"
                           "msgctxt \"q|text\"\nmsgid \"Ask\"\nmsgstr \"Demander\"\n");
  REQUIRE(file.entries.size() == 1);
  const PoEntry& entry = file.entries[0];
  CHECK(entry.notes == std::vector<std::string>{"mine"});
  CHECK(entry.extracted == std::vector<std::string>{"what it is"});
  CHECK(entry.references == std::vector<std::string>{"a.yaml:3"});
  CHECK(entry.fuzzy);
  CHECK(entry.context == "q|text");
  CHECK(entry.source == "Ask");
  CHECK(entry.text == "Demander");
  CHECK(entry.at.line == 9);
  CHECK(entry.source_at.line == 10);
  CHECK(entry.text_at.line == 11);
  CHECK(entry.fuzzy_at.line == 7);
  CHECK(entry.fuzzy_at.column == 14);
  CHECK(file.field("language") == "fr");
  CHECK(file.field("Project-Id-Version") == "");
}

TEST_CASE("texts over several lines are joined, and escapes mean what they stand for") {
  const PoFile file =
      read("msgid \"one \"\n  \"two\\n\"\n\t\"three\"\nmsgstr \"\"\n\"\\\"a\\\\\\t\"\n\"b\"   \n");
  REQUIRE(file.entries.size() == 1);
  CHECK(file.entries[0].source == "one two\nthree");
  CHECK(file.entries[0].text == "\"a\\\tb");
}

TEST_CASE("obsolete entries are passed over, and blank lines between entries are not needed") {
  const PoFile file = read(
      "msgid \"a\"\nmsgstr \"b\"\n#~ msgctxt \"x\"\n#~ msgid \"old\"\n#~ msgstr \"vieux\"\n"
      "msgid \"c\"\nmsgstr \"d\"\nmsgid \"e\"\nmsgstr \"\"\n");
  REQUIRE(file.entries.size() == 3);
  CHECK(file.entries[1].source == "c");
  CHECK(file.entries[2].text.empty());
}

TEST_CASE("line ends of any kind and a byte-order mark change nothing") {
  const std::string plain = kHeader + "msgctxt \"q|text\"\nmsgid \"a\"\nmsgstr \"b\"\n";
  std::string crlf = "\xEF\xBB\xBF";
  for (const char c : plain) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
  CHECK(write_po(read(crlf)) == write_po(read(plain)));
}

TEST_CASE("what is no PO is an error with its place, and there is no file then") {
  CHECK(faults("msgid \"a\nmsgstr \"b\"\n") == "Q0408 1:7");
  CHECK(faults("msgid \"a\"\nmsgstr \"b\\\"\n") == "Q0408 2:8");
  CHECK(faults("msgid \"a\"\nmsgstr \"b\\") == "Q0408 2:8");
  CHECK(faults("msgid \"a\"\nmsgstr \"\xC3\xA9 \\q \\\xC3\xA9\"\n") == "Q0409 2:11; Q0409 2:14");
  CHECK(faults("msgid \"a\"\nmsgstr \"b\" c\n") == "Q0407 2:12");
  CHECK(faults("hello\n") == "Q0407 1:1");
  CHECK(faults("domain \"x\"\n") == "Q0407 1:1");
  CHECK(faults("\"a\"\n") == "Q0407 1:1");
  CHECK(faults("msgstr \"a\"\n") == "Q0407 1:1");
  CHECK(faults("msgid a\n") == "Q0407 1:7");
  CHECK(faults("msgid\n") == "Q0407 1:6");
  CHECK(faults("msgid \"a\"\n# late\nmsgstr \"b\"\n") == "Q0407 2:1");
  CHECK(faults("msgid \"a\"\nmsgstr \"b\"\nmsgstr \"c\"\n") == "Q0407 3:1");
  CHECK(faults("msgctxt \"x\"\nmsgctxt \"y\"\nmsgid \"a\"\nmsgstr \"\"\n") == "Q0410 1:1");
  CHECK(faults("msgid \"a\"\n") == "Q0410 1:1");
  CHECK(faults("msgctxt \"a\"\n\nmsgid \"b\"\n") == "Q0410 1:1");
}

TEST_CASE("plural forms are refused, once an entry") {
  CHECK(faults("msgid \"a\"\nmsgid_plural \"as\"\nmsgstr[0] \"b\"\nmsgstr[1] \"bs\"\n"
               "msgid \"c\"\nmsgstr \"d\"\n") == "Q0411 2:1");
}

TEST_CASE("a text given twice is an error, whatever its source says; other texts may have equal sources") {
  CHECK(faults("msgctxt \"x\"\nmsgid \"a\"\nmsgstr \"b\"\n\nmsgctxt \"x\"\nmsgid \"c\"\nmsgstr \"\"\n") ==
        "Q0412 5:1");
  CHECK(faults(kHeader + kHeader) == "Q0412 4:1");
  CHECK(faults("msgctxt \"x\"\nmsgid \"a\"\nmsgstr \"\"\n\nmsgctxt \"y\"\nmsgid \"a\"\nmsgstr \"\"\n") == "");
}

TEST_CASE("a PO file is text like every other file") {
  CHECK(faults("") == "Q0101 1:1");
  CHECK(faults("msgid \"\xE9\"\nmsgstr \"\"\n") == "Q0102 1:8");
  CHECK(faults(std::string("msgid \"a\0\"\nmsgstr \"\"\n", 20)) == "Q0106 1:9");
  CHECK(faults("msgid \"a\"\nmsgstr \"\u00A0\u0085\"\n") == "Q0106 2:10");
  CHECK(faults(std::string(kLargestFile + 1, '#')) == "Q0107 1:1");
}

TEST_CASE("a file that is no PO at all says so a limited number of times") {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "no\n";
  CHECK(read_po(Source("a.po", text)).diagnostics.size() <= 1000);
}

TEST_CASE("a file is written with its header first, one comment a line, long texts over several lines") {
  PoFile file;
  file.header = {{"Language", "fr"}};
  PoEntry entry;
  entry.notes = {"look"};
  entry.extracted = {"two\nlines"};
  entry.references = {"a.yaml:3", "b c.yaml:4"};
  entry.fuzzy = true;
  entry.context = "q|text";
  entry.source = "first\nsecond";
  entry.text = std::string(40, 'a') + " " + std::string(40, 'b');
  file.entries = {entry};
  CHECK(write_po(file) ==
        "msgid \"\"\nmsgstr \"Language: fr\\n\"\n\n"
        "# look\n#. two lines\n#: a.yaml:3\n#: \u2068b c.yaml:4\u2069\n#, fuzzy\n"
        "msgctxt \"q|text\"\nmsgid \"\"\n\"first\\n\"\n\"second\"\n"
        "msgstr \"\"\n\"" +
            std::string(40, 'a') + " \"\n\"" + std::string(40, 'b') + "\"\n");
}

TEST_CASE("any text that is written is read back") {
  Generator random(7);
  const std::vector<std::string> pieces = {"a", "word", " ", "  ", "\n",  "\t", "\"",     "\\",
                                           "#", "\\n",  "é", "语", "{x}", "|",  "\u00A0", "msgid \"\""};
  for (int round = 0; round < 2000; ++round) {
    PoFile file;
    for (int i = 0; i < 3; ++i) {
      PoEntry entry;
      entry.context = "q|" + std::to_string(i);
      for (std::string* text : {&entry.source, &entry.text}) {
        const std::uint64_t length = draw_below(random, 30);
        for (std::uint64_t k = 0; k < length; ++k) *text += pieces[draw_below(random, pieces.size())];
      }
      file.entries.push_back(entry);
    }
    const PoFile back = read(write_po(file));
    REQUIRE(back.entries.size() == file.entries.size());
    for (std::size_t i = 0; i < back.entries.size(); ++i) {
      CHECK(back.entries[i].context == file.entries[i].context);
      CHECK(back.entries[i].source == file.entries[i].source);
      CHECK(back.entries[i].text == file.entries[i].text);
    }
  }
}
