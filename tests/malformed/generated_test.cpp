// Files too large to keep: they are made here. Each ends in a diagnostic with a place, or is read, and soon.
#include <doctest/doctest.h>

#include <functional>

#include "tests/malformed/program.hpp"

namespace sextant::malformed {

namespace {

std::string repeat(const std::string& text, std::size_t count) {
  std::string out;
  out.reserve(text.size() * count);
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

std::string numbered(std::size_t count, const std::function<std::string(const std::string&)>& one) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += one(std::to_string(i));
  return out;
}

constexpr std::size_t kMillion = 1'000'000;

const std::string kHead =
    "sextant: instrument/1\nid: x\nversion: \"1\"\ntitle: T\nlanguage: en\n"
    "scales: [{id: s, levels: [{id: low, value: 0, name: Low}, {id: high, value: 1, name: High}]}]\n";  // six
                                                                                                        // lines
const std::string kAnswers =
    "sextant: answers/1\ninstrument: {id: mini, file: mini/instrument.yaml}\nunit: {id: U}\n";

/// `sextant check` on these bytes: the first code with its line, "" where there is none.
std::string checked(const std::string& bytes, const std::string& name = "file.yaml") {
  const Scratch scratch;
  scratch.write(name, bytes);
  const Outcome got = run(scratch, {"check", name});
  CHECK_MESSAGE(fault(got) == "", fault(got).substr(0, 2000));
  const auto found = codes(got);
  CHECK((got.exit == 0) == found.empty());
  return found.empty() ? "" : found.front();
}

Outcome scored(const std::string& table) {
  const Scratch scratch;
  scratch.write("table.csv", table);
  Outcome got = run(scratch, {"score", "-q", "mini", "--table", "table.csv", "--unit", "unit", "--json"});
  CHECK_MESSAGE(fault(got) == "", fault(got).substr(0, 2000));
  return got;
}

}  // namespace

TEST_SUITE("generated") {
  TEST_CASE("50 MB of nesting are refused by their size, 15 MB by their depth") {
    CHECK(checked(repeat("[", 50 * kMillion)) == "Q0107@1");
    CHECK(checked(repeat("[", 15 * kMillion)) == "Q0108@1");
    CHECK(checked("a: " + repeat("{a: ", 3 * kMillion)) == "Q0108@1");
    CHECK(checked(repeat("- ", 7 * kMillion) + "x\n") == "Q0108@1");
    CHECK(checked(repeat("? ", 7 * kMillion) + "x\n") == "Q0108@1");
    CHECK(checked("{\"a\": " + repeat("[", 15 * kMillion), "file.json") == "Q0108@1");
    CHECK(checked("{\"a\": " + repeat("{\"a\": ", 2 * kMillion), "file.json") == "Q0108@1");
  }

  TEST_CASE("nesting by indentation is refused at the depth that is too deep") {
    std::string text;
    for (std::size_t i = 0; i < 4000; ++i) text += std::string(i, ' ') + "k:\n";
    CHECK(checked(text) == "Q0108@65");  // the map on line n is n deep
  }

  TEST_CASE("aliases of a hundred thousand and more values are refused where they pass the budget") {
    CHECK(checked(kHead + "tags: &a {k: x}\noutcomes:\n" + repeat("- *a\n", 200'000)) == "Q0110@50008");
    std::string bomb = "a0: &a0 [x, x]\n";
    for (int i = 1; i < 60; ++i) {
      const std::string below = "*a" + std::to_string(i - 1);
      bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + below + ", " + below + "]\n";
    }
    CHECK(checked(bomb).rfind("Q0110@", 0) == 0);
    CHECK(checked("a: &a " + repeat("x", 8 * kMillion) + "\nb: [" + repeat("*a, ", 1000) + "]\n") ==
          "Q0110@1");
  }

  TEST_CASE("anchors around each other are paid for") {
    std::string text = "glossary: ";
    for (int i = 0; i < 60; ++i) text += "&a" + std::to_string(i) + " [";
    text += repeat("x, ", 50'000) + "x" + repeat("]", 60) + "\n";
    CHECK(checked(kHead + text) == "Q0110@7");
  }

  TEST_CASE("a long line, a long key and a long id are read in time") {
    CHECK(checked(kHead + "description: " + repeat("word ", 2 * kMillion) +
                  "\nquestions: [{id: a, type: yes_no, text: A}]\n") == "");
    CHECK(checked(kHead + "? " + repeat("k", 4 * kMillion) +
                  "\n: v\nquestions: [{id: a, type: yes_no, text: A}]\n") == "Q0103@7");
    CHECK(checked(kHead + "questions: [{id: " + repeat("a", 4 * kMillion) + ", type: yes_no, text: A}]\n") ==
          "Q0131@7");
    CHECK(checked("{\"" + repeat("k", 4 * kMillion) + "\": 1}", "file.json") == "Q0105@1");
  }

  TEST_CASE("blanks by the million are refused, and directives by the thousand are passed over") {
    const std::string blanks = repeat(" ", 4 * kMillion);
    CHECK(checked("a: x" + blanks + repeat("x ", 4 * kMillion) + "\n") == "Q0120@1");
    CHECK(checked("a: \"x" + blanks + repeat("x ", 4 * kMillion) + "\"\n") == "Q0120@1");
    CHECK(checked("a: |\n x\n" + repeat("\n", 4 * kMillion) + repeat(" x\n", 3 * kMillion)) == "Q0120@2");
    const std::string tags = numbered(700'000, [](const std::string& i) { return "%TAG !t" + i + "! x\n"; });
    CHECK(checked(tags + "---\na: 1\n") == "Q0105@700002");
    CHECK(checked("\xEF\xBB\xBF\xEF\xBB\xBF" + tags + "---\na: 1\n") == "Q0105@700002");
    CHECK(checked("a: 1\n...\n" + tags + "---\nb: 1\n") == "Q0113@700004");
  }

  TEST_CASE("a hundred thousand values on one line are read in time") {
    const std::string words = numbered(100'000, [](const std::string& i) { return "\"w" + i + "\", "; });
    CHECK(checked("{\"sextant\": \"answers/1\", \"instrument\": {\"id\": \"mini\", \"file\": "
                  "\"mini/instrument.yaml\"},"
                  " \"unit\": {\"id\": \"U\", \"aliases\": [" +
                      words + "\"x\"]}}",
                  "file.json") == "");
  }

  TEST_CASE("tens of thousands of problems are reported in time") {
    const std::string keys = numbered(50'000, [](const std::string& i) { return "key" + i + ": x\n"; });
    CHECK(checked(kHead + keys) == "Q0103@10");  // in the order of text
    CHECK(checked(kAnswers + "answers:\n" +
                  numbered(50'000, [](const std::string& i) { return "  q" + i + ": 1\n"; }))
              .rfind("Q0301@", 0) == 0);
    CHECK(checked(kAnswers + repeat("notes: x\n", 50'000)).rfind("Q0104@", 0) == 0);
  }

  TEST_CASE("an instrument of five thousand questions is read, scored and forgives no slip") {
    const std::string questions = kHead + "questions:\n" + numbered(5000, [](const std::string& i) {
                                    return "  - {id: q" + i + ", type: yes_no, text: Question " + i + "}\n";
                                  });
    CHECK(checked(questions) == "");
    CHECK(checked(questions + "  - {id: q77, type: yes_no, text: Again}\n") == "Q0201@5008");
    const std::string members = numbered(5000, [](const std::string& i) { return "{id: q" + i + "}, "; });
    CHECK(checked(questions + "indices: [{id: i, title: I, members: [" + members + "]}]\n") == "");
  }

  TEST_CASE("ten thousand columns, of which two are questions") {
    const std::string header = numbered(10'000, [](const std::string& i) { return ",c" + i; });
    const Outcome got = scored("unit,lvl" + header + "\nA,2" + repeat(",1", 10'000) + "\n");
    CHECK(got.exit == 0);
    CHECK(got.out.find("\"A\"") != std::string::npos);
  }

  TEST_CASE("a table of twenty thousand rows, the last of them ragged") {
    const std::string rows = numbered(20'000, [](const std::string& i) { return "U" + i + ",2\n"; });
    const Outcome got = scored("unit,lvl\n" + rows + "X\n");
    CHECK(got.exit == 1);
    CHECK(codes(got) == std::vector<std::string>{"Q0505@20002"});
  }

  TEST_CASE("a cell that never ends, and one of four million characters") {
    CHECK(codes(scored("unit,lvl\nA,\"" + repeat("x\n", 2 * kMillion))) ==
          std::vector<std::string>{"Q0511@2"});
    CHECK(scored("unit,lvl\nA," + repeat("x", 4 * kMillion) + "\n").exit == 1);
  }
}

}  // namespace sextant::malformed
