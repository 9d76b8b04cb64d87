#include "engine/syntax/fields.hpp"

#include <doctest/doctest.h>

#include "tests/unit/support.hpp"

using namespace sextant;
using sextant::test::brief;

namespace {

/// A map from text, with a sink of its own.
struct Given {
  explicit Given(const std::string& text) : source("f.yaml", text), sink(source), tree(*read_tree(source)) {}
  std::string problems() { return brief(sink.all(), "f.yaml"); }
  Source source;
  Sink sink;
  Tree tree;
};

}  // namespace

TEST_CASE("a key that nobody asked for is unknown, and the nearest free one is meant") {
  Given given("title: a\nwieght: 2\n");
  Fields fields(given.tree, given.sink);
  fields.text("title");
  fields.number("weight");
  fields.finish();
  CHECK(given.problems() == "Q0103 2:1");
  CHECK(given.sink.all()[0].suggestion == "weight");
}

TEST_CASE("a key that is there already is not what was meant") {
  Given given("weight: 1\nweigth: 2\n");
  Fields fields(given.tree, given.sink);
  fields.number("weight");
  fields.finish();
  CHECK(given.problems() == "Q0103 2:1");
  CHECK(given.sink.all()[0].suggestion == "");
}

TEST_CASE("a null value counts as absent") {
  Given given("a:\nb: ~\n");
  Fields fields(given.tree, given.sink);
  CHECK(fields.get("a") == nullptr);
  CHECK(fields.text("b") == "");
  CHECK(fields.need("a") == nullptr);
  CHECK(given.problems() == "Q0105 1:1");
}

TEST_CASE("texts are trimmed, and a blank one is no text") {
  Given given("a: \"  x \"\nb: \"  \"\nc: [x]\n");
  Fields fields(given.tree, given.sink);
  CHECK(fields.text("a") == "x");
  CHECK(fields.need_text("b") == "");
  CHECK(fields.text("c") == "");
  CHECK(given.problems() == "Q0134 2:4; Q0124 3:4");
}

TEST_CASE("a number is checked against its bounds, ends included") {
  Given given("a: 0\nb: 1\nc: 1.1\nd: -1\ne: 1_000\nf: [1]\n");
  Fields fields(given.tree, given.sink);
  CHECK(fields.number("a", 0, 1) == 0.0);
  CHECK(fields.number("b", 0, 1) == 1.0);
  CHECK_FALSE(fields.number("c", 0, 1).has_value());
  CHECK_FALSE(fields.number("d", 0, 1).has_value());
  CHECK_FALSE(fields.number("e").has_value());
  CHECK_FALSE(fields.number("f").has_value());
  CHECK_FALSE(fields.number("g").has_value());
  CHECK(given.problems() == "Q0127 3:4; Q0127 4:4; Q0125 5:4; Q0125 6:4");
}

TEST_CASE("yes and no are read in any case, and nothing else is") {
  Given given("a: Yes\nb: FALSE\nc: oui\nd: non\ne: 1\nf: y\n");
  Fields fields(given.tree, given.sink);
  CHECK(fields.yes_no("a", false));
  CHECK_FALSE(fields.yes_no("b", true));
  CHECK(fields.yes_no("c", false));
  CHECK_FALSE(fields.yes_no("d", true));
  CHECK(fields.yes_no("e", true));
  CHECK_FALSE(fields.yes_no("f", false));
  CHECK(fields.yes_no("absent", true));
  CHECK(given.problems() == "Q0126 5:4; Q0126 6:4");
}

TEST_CASE("one word alone is a list of one") {
  Given given("a: x\nb: [y, z]\nc: {k: v}\n");
  Fields fields(given.tree, given.sink);
  CHECK(fields.words("a") == std::vector<std::string>{"x"});
  CHECK(fields.words("b") == std::vector<std::string>{"y", "z"});
  CHECK(fields.words("c").empty());
  CHECK(given.problems() == "Q0123 3:4");
}

TEST_CASE("a choice is one of its words, the first where it is wrong or absent") {
  Given given("a: two\nb: tow\n");
  Fields fields(given.tree, given.sink);
  CHECK(fields.choice("a", {"one", "two"}) == 1);
  CHECK(fields.choice("b", {"one", "two"}) == 0);
  CHECK(fields.choice("c", {"one", "two"}) == 0);
  CHECK(given.problems() == "Q0129 2:4");
  CHECK(given.sink.all()[0].suggestion == "two");
}

TEST_CASE("anything but a map is reported once, and its keys are absent") {
  Given given("[a, b]\n");
  Fields fields(given.tree, given.sink);
  CHECK(fields.need_text("a") == "");
  fields.finish();
  CHECK(given.problems() == "Q0122 1:1");
}

TEST_CASE("ids are opaque text without quotes, commas, outer blanks or reserved words") {
  const Source source("f", "x");
  for (const char* id :
       {"a", "CI-03", "PI-01.1", "connectivity.electricity", "010", "NO", "No", "é", "a:b/c_d", "a b"}) {
    Sink sink(source);
    CAPTURE(id);
    CHECK(check_id(id, {}, sink));
    CHECK(sink.all().empty());
  }
  for (const char* id : {"", " a", "a ", "-a", "a-", ".a", "a.", "a\"b", "a,b", "a\nb", "a*"}) {
    Sink sink(source);
    CAPTURE(id);
    CHECK_FALSE(check_id(id, {}, sink));
    CHECK(sink.all().at(0).code == Code::bad_id);
  }
  for (const char* id :
       {"dont_know", "not_applicable", "unanswered", "not_asked", "instrument", "kinds", "vision"}) {
    Sink sink(source);
    CAPTURE(id);
    CHECK_FALSE(check_id(id, {}, sink));
    CHECK(sink.all().at(0).code == Code::reserved_id);
  }
  Sink sink(source);
  CHECK(check_id(std::string(120, 'a'), {}, sink));
  CHECK_FALSE(check_id(std::string(121, 'a'), {}, sink));
}

TEST_CASE("a day is one that the calendar has") {
  for (const char* day : {"2025-03-25", "2024-02-29", "2000-02-29", "1999-12-31"}) CHECK(is_date(day));
  for (const char* day :
       {"2025-02-29", "1900-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "2025-1-1", "25-03-2025",
        "2025/03/25", "2025-03-00", "20250325", "", "2025-03-25x", "0025-03-25"}) {
    CAPTURE(day);
    CHECK_FALSE(is_date(day));
  }
}
