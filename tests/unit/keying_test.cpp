#include <doctest/doctest.h>

#include "engine/dialogue/dialogue.hpp"
#include "tests/unit/support.hpp"

using namespace sextant;
using namespace sextant::test;
using namespace sextant::dialogue;

namespace {

/// Four levels, a checklist, a number, a grid, a text, a last level; `second` hangs on the first.
Instrument paper() {
  return instrument(
      maturity() + "nodes:\n  - id: power\n    title: Electricity\n    questions:\n" +
      level_question("first", "not_applicable: yes") +
      level_question("second", "ask_if: {question: first, at_least: s}") + level_question("third") +
      level_question("fourth") +
      "      - {id: safe, type: checklist, text: Which?, parts: [{id: law, text: Law}, "
      "{id: officer, text: Officer}, {id: audit, text: Audit}]}\n"
      "      - {id: share, type: percent, text: \"What share?\", steps: [{from: 0, value: 1}]}\n"
      "      - {id: skills, type: grid, text: \"Which?\", cells: [{id: search, text: Search}, "
      "{id: make, text: Make}]}\n"
      "      - {id: story, type: text, text: \"What changed?\"}\n" +
      level_question("last"));
}

class Keying {
 public:
  Keying() : instrument_(paper()) {
    setup.instrument = &instrument_;
    setup.keying = true;
    state = start(setup, answers(instrument_, "first:"), Lang::en);
  }
  std::string operator()(std::string_view line) {
    last = step(setup, state, line);
    std::string out;
    for (const Line& one : last.lines) out += one.first + one.text + "\n";
    return out;
  }
  std::string at() const { return state.at ? instrument_.questions[*state.at].id : "end"; }
  /// "3", "d", "a", "." for each question.
  std::string all() const {
    std::string out;
    for (const Answer& answer : state.assessment.answers) {
      out += answer.state == AnswerState::dont_know        ? "d"
             : answer.state == AnswerState::not_applicable ? "a"
             : answer.state == AnswerState::unanswered     ? "."
             : answer.level                                ? std::to_string(*answer.level + 1)
                                                           : "x";
    }
    return out;
  }
  const Answer& answer(const std::string& id) const {
    return state.assessment.answers[instrument_.question_index.at(id)];
  }

  Setup setup;
  State state;
  Reply last;

 private:
  Instrument instrument_;
};

}  // namespace

TEST_CASE("a line of marks answers several questions, apart or as one run") {
  for (const char* line : {"3 2 d 4", "32d4", "32 d4", "3 2d4", "  3   2 D 4  "}) {
    CAPTURE(line);
    Keying key;
    const std::string said = key(line);
    CHECK(key.all() == "32d4.....");
    CHECK(key.at() == "safe");
    CHECK(key.last.changed);
    CHECK(has(said,
              "  first: 3 Established\n  second: 2 Emerging\n  third: don't know\n  fourth: 4 Advanced\n"));
    CHECK(has(said, "Next\n  safe  Which? [1+2+3]\n"));
  }
}

TEST_CASE(
    "every type has its mark; - leaves a question out; a question that is not asked has its place too") {
  Keying key;
  const std::string said = key("1 4 - 2 1+3 62,5 3- - 4");
  CHECK(key.all() == "14.2xxx.4");
  CHECK(has(said, "second: 4 Advanced (not asked after the other answers"));
  CHECK(has(said, "third: no answer (left out)"));
  CHECK(key.answer("safe").chosen == std::vector<std::size_t>{0, 2});
  CHECK(key.answer("share").written == "62.5");
  CHECK(key.answer("skills").cells == std::vector<std::optional<std::size_t>>{2, {}});
  CHECK(key.at() == "end");
}

TEST_CASE("a line is taken as a whole or not at all, and the wrong mark is named") {
  struct Wrong {
    const char* line;
    const char* says;
  };
  for (const Wrong& one :
       {Wrong{"3 2 7", "Mark 3, \"7\", for third: possible: 1, 2, 3, 4, d, -"},
        Wrong{"327", "Mark 3, \"7\", for third: possible"},
        Wrong{"3 a", "Mark 2, \"a\", for second: This question applies to everyone"},
        Wrong{"32141", "Mark 5, \"1\", for safe: it needs a mark of its own"},
        Wrong{"3 2 1 4 13", "Mark 5, \"13\", for safe: possible: 1, 2, 3, d, -"},
        Wrong{"3 x", "Mark 2, \"x\", for second: possible"}, Wrong{"3 established", "for second: possible"},
        Wrong{"- - - - - 1,234,5", "for share"},
        Wrong{"- - - - - - 312", "for skills: \"312\" has 1 levels, and 2 are needed"},
        Wrong{"- - - - - - - yes", "Mark 8, \"yes\", for story: a text"},
        Wrong{"---- - - - - 1 1", "Mark 10, \"1\", for (end): the list ends before it"}}) {
    CAPTURE(one.line);
    Keying key;
    const std::string said = key(one.line);
    CAPTURE(said);
    CHECK(has(said, one.says));
    CHECK(has(said, "Nothing of this line was taken."));
    CHECK(key.all() == ".........");
    CHECK(key.at() == "first");
    CHECK_FALSE(key.last.changed);
  }
}

TEST_CASE("< takes lines back, one after the other, with what stood there before") {
  Keying key;
  key("3 2");
  key("g first");
  key("a1");
  CHECK(key.all() == "a1.......");
  key("4");
  CHECK(key.at() == "fourth");
  CHECK(has(key("<"), "Taken back: 1 mark\n"));
  CHECK(key.last.changed);
  CHECK(key.at() == "third");
  CHECK(has(key("<"), "Taken back: 2 marks\n"));
  CHECK(key.all() == "32.......");
  CHECK(key.at() == "first");
  key("<");
  CHECK(key.all() == ".........");
  CHECK(has(key("<"), "No line to take back."));
}

TEST_CASE("what a mark takes the place of is said") {
  Keying key;
  CHECK_FALSE(has(key("3 2"), "it was"));
  key("g first");
  const std::string said = key("1 2");
  CHECK(has(said, "first: 1 Nascent (it was: 3 Established)"));
  CHECK_FALSE(has(said, "second: 2 Emerging (it was"));
}

TEST_CASE("- leaves what is in the file; keys of the wizard that need a question are refused") {
  Keying key;
  key("3");
  key("g first");
  key("-");
  CHECK(key.all() == "3........");
  CHECK(key.at() == "second");
  CHECK(has(key("n"), "\"n\" is not for keying"));
  CHECK(has(key("p"), "1 of"));
  CHECK(has(key("l"), "À suivre"));
  CHECK(prompt(key.setup, key.state) == "saisie > ");
  key("q");
  CHECK(key.last.quit);
}

TEST_CASE("sixty level questions take a sign each, on lines of any length") {
  std::string body = maturity() + "nodes:\n  - id: power\n    title: Electricity\n    questions:\n";
  for (int i = 0; i < 60; ++i) body += level_question("q" + std::to_string(i));
  const Instrument sixty = instrument(body);
  Setup setup;
  setup.instrument = &sixty;
  setup.keying = true;
  State state = start(setup, answers(sixty, "q0:"), Lang::en);
  const std::string line = "1234d32143";
  const std::string two = line + line;
  CHECK(step(setup, state, line).changed);
  CHECK(step(setup, state, two).changed);
  CHECK(step(setup, state, two + line).changed);
  std::string keyed;
  for (const Answer& answer : state.assessment.answers)
    keyed += answer.level                             ? std::to_string(*answer.level + 1)
             : answer.state == AnswerState::dont_know ? "d"
                                                      : ".";
  CHECK(keyed == two + two + two);
  CHECK(progress(setup, state.assessment, {}).answered == 60);
  CHECK_FALSE(state.at);
}
