#include "engine/dialogue/dialogue.hpp"

#include <doctest/doctest.h>

#include "engine/assessment/write_answers.hpp"
#include "engine/dialogue/value.hpp"
#include "tests/unit/effort.hpp"
#include "tests/unit/support.hpp"

using namespace sextant;
using namespace sextant::test;
using namespace sextant::dialogue;

namespace {

/// Every type of question; `reach` is asked from plan 2 on, `open` where a law or an audit is ticked.
Instrument every_type() {
  return instrument(
      maturity() +
      "nodes:\n"
      "  - id: power\n"
      "    title: Electricity\n"
      "    questions:\n" +
      level_question("plan", "not_applicable: yes, help: Any plan counts.") +
      level_question("reach", "ask_if: {question: plan, at_least: e}") +
      "      - {id: host, type: choice, text: Who?, options: [{id: nobody, text: Nobody, value: 0}, "
      "{id: firm, text: A firm, value: 2}, {id: state, text: The state, value: 3}]}\n"
      "      - {id: safe, type: checklist, text: Which?, parts: [{id: law, text: \"A law, in force\"}, "
      "{id: officer, text: An officer}, {id: audit, text: An audit}]}\n"
      "      - {id: open, type: yes_no, text: \"Open?\", ask_if: {question: safe, is: [law, audit]}}\n"
      "  - id: people\n"
      "    title: Teachers\n"
      "    questions:\n"
      "      - {id: count, type: number, text: \"How many?\", range: [0, 100000], "
      "goalposts: {low: 0, high: 1000}}\n"
      "      - {id: share, type: percent, text: \"What share?\", steps: [{from: 0, value: 1}, "
      "{from: 50, value: 4}]}\n"
      "      - {id: skills, type: grid, text: \"Which?\", cells: [{id: search, text: Search}, "
      "{id: make, text: Make}, {id: judge, text: Judge}]}\n"
      "      - {id: story, type: text, text: \"What changed?\"}\n");
}

/// A wizard on these answers, and what its steps say.
class Talk {
 public:
  explicit Talk(const std::string& lines = "", Lang lang = Lang::en, bool keying = false)
      : instrument_(every_type()) {
    setup.instrument = &instrument_;
    setup.keying = keying;
    Assessment there = answers(instrument_, lines.empty() ? "plan:" : lines);
    state = start(setup, std::move(there), lang);
  }

  /// Takes a line; everything that was said, one line each.
  std::string operator()(std::string_view line) {
    last = step(setup, state, line);
    return text(last);
  }
  static std::string text(const Reply& reply) {
    std::string out;
    for (const Line& line : reply.lines) out += line.first + line.text + "\n";
    return out;
  }
  std::string at() const { return state.at ? instrument_.questions[*state.at].id : "end"; }
  const Answer& answer(const std::string& id) const {
    return state.assessment.answers[instrument_.question_index.at(id)];
  }
  void go(const std::string& id) { state.at = instrument_.question_index.at(id); }
  const Instrument& instrument() const { return instrument_; }

  Setup setup;
  State state;
  Reply last;

 private:
  Instrument instrument_;
};

}  // namespace

TEST_CASE("it begins with how far it is, at the first question without an answer") {
  Talk talk("plan: 1\nhost: firm\nsafe: [officer]\ncount: dont_know");
  CHECK(talk.at() == "share");
  // plan, host, safe, count are answered; reach and open are not asked; share, skills, story are open.
  CHECK(has(Talk::text(open(talk.setup, talk.state)), "4 of 7 answered; next is share\n"));
  CHECK(prompt(talk.setup, talk.state) == "share > ");
  Talk new_one;
  CHECK(has(Talk::text(open(new_one.setup, new_one.state)), "0 of 7 answered; next is plan\n"));
}

TEST_CASE("a number answers and the next question comes; Enter keeps; < goes back") {
  Talk talk;
  CHECK(has(talk("3"), "Taken: 3 Established\n"));
  CHECK(talk.last.changed);
  CHECK(talk.answer("plan").level == std::size_t{2});
  CHECK(talk.at() == "reach");
  CHECK(has(talk("<"), "Now: 3 Established\n"));
  CHECK(talk.at() == "plan");
  CHECK_FALSE(talk.last.changed);
  talk("");
  CHECK(talk.at() == "reach");
  CHECK_FALSE(talk.last.changed);
  CHECK(has(talk(""), "There is no answer yet."));  // nobody skips by accident
  CHECK(talk.at() == "reach");
  talk("s");
  CHECK(talk.at() == "host");
  CHECK_FALSE(talk.last.changed);
  talk("<");
  talk("<");
  CHECK(has(talk("<"), "This is the first question."));
}

TEST_CASE("words are understood in place of numbers, and nothing is guessed") {
  Talk talk;
  talk("established");
  CHECK(talk.answer("plan").level == std::size_t{2});
  talk.go("plan");
  for (const char* wrong : {"5", "0", "33", "3 4", "3.5", "-1", "three", "estab", "x", "--"}) {
    CAPTURE(wrong);
    CHECK(has(talk(wrong), "is not understood. Possible: 1, 2, 3, 4."));
    CHECK_FALSE(talk.last.changed);
    CHECK(talk.at() == "plan");
  }
  CHECK(talk.answer("plan").level == std::size_t{2});
  CHECK(has(talk("\x1b[A"), "keys that are no text"));
  CHECK(has(talk("\xff"), "is not UTF-8 text"));
  CHECK(has(talk("n pr\xe9vu"), "is not UTF-8 text"));
  CHECK(has(talk(std::string(70'000, 'x')), "too long"));
  CHECK_FALSE(talk.last.changed);
}

TEST_CASE("every type of question takes its answers") {
  Talk talk;
  talk.go("host");
  talk("2");
  CHECK(talk.answer("host").chosen == std::vector<std::size_t>{1});
  CHECK(talk.at() == "safe");
  talk("1 3");
  CHECK(talk.answer("safe").chosen == std::vector<std::size_t>{0, 2});
  CHECK(talk.at() == "open");
  talk("no");
  CHECK(talk.answer("open").chosen == std::vector<std::size_t>{1});
  CHECK(talk.at() == "count");
  talk("1 234,5");
  CHECK(talk.answer("count").written == "1234.5");
  talk("62,5 %");
  CHECK(talk.answer("share").written == "62.5");
  CHECK(talk.at() == "skills");
  talk("3 - 1");
  CHECK(talk.answer("skills").cells == std::vector<std::optional<std::size_t>>{2, {}, 0});
  talk.go("skills");
  talk("2=4");
  CHECK(talk.answer("skills").cells == std::vector<std::optional<std::size_t>>{2, 3, 0});
  talk.go("skills");
  talk("12-");
  CHECK(talk.answer("skills").cells == std::vector<std::optional<std::size_t>>{0, 1, {}});
  CHECK(talk.at() == "story");
  talk("a lot has changed, and d is no key here");
  CHECK(talk.answer("story").written == "a lot has changed, and d is no key here");
  CHECK(talk.at() == "end");
}

TEST_CASE("a grid in part counts as answered, as in the scores, and says how many rows are open") {
  Talk talk;
  talk.go("skills");
  const std::string first = talk("2=3");
  CHECK(has(first, "Rows without an answer: 2 of 3."));
  CHECK(has(first, "Enter goes on"));
  CHECK(talk.at() == "skills");  // the other rows come next
  CHECK(has(talk("p"), "skills: rows without an answer: 2 of 3"));
  CHECK(has(talk("1=2"), "Rows without an answer: 1 of 3."));
  talk("");
  CHECK(talk.at() == "story");
  talk.go("skills");
  CHECK_FALSE(has(talk("3=1"), "Rows without"));
  CHECK(talk.at() == "story");
  talk.go("skills");
  CHECK(has(talk("1 - -"), "Rows without an answer: 2 of 3."));
  CHECK(talk.at() == "story");  // what a whole line leaves out is meant
}

TEST_CASE("what was taken is read back in the words of the questionnaire") {
  Talk talk;
  talk.go("safe");
  CHECK(has(talk("1 3"), "Taken: A law, in force; An audit"));
  talk.go("skills");
  CHECK(has(talk("3 - 1"), "Taken: Search: 3 Established; "));
}

TEST_CASE("what does not fit a type is refused with a reason") {
  Talk talk;
  talk.go("safe");
  CHECK(has(talk("1 9"), "\"9\" is not understood. Possible: 1, 2, 3."));
  CHECK(has(talk("13"), "\"13\" is not understood"));
  CHECK(has(talk("1 1"), "names 1 twice"));
  CHECK(has(talk(","), "is not understood"));
  CHECK(talk.answer("safe").state == AnswerState::unanswered);
  talk("A law, in force; an audit");
  CHECK(talk.answer("safe").chosen == std::vector<std::size_t>{0, 2});
  talk.go("safe");
  talk("0");
  CHECK(talk.answer("safe").state == AnswerState::answered);
  CHECK(talk.answer("safe").chosen.empty());
  talk.go("count");
  CHECK(has(talk("1,234"), "can mean several things: 1.234, 1234"));
  CHECK(has(talk("200000"), "outside 0 to 100000"));
  CHECK(has(talk("many"), "is not a number"));
  CHECK(talk.answer("count").state == AnswerState::unanswered);
  talk.go("skills");
  CHECK(has(talk("3 2"), "has 2 levels, and 3 are needed"));
  CHECK(has(talk("4=1"), "\"4\" is not understood"));
  CHECK(has(talk("1=7"), "\"7\" is not understood"));
  CHECK(talk.answer("skills").state == AnswerState::unanswered);
}

TEST_CASE("don't know asks who could find out, and is kept before that is answered") {
  Talk talk;
  CHECK(has(talk("d"), "Who could find out?"));
  CHECK(talk.last.changed);
  CHECK(talk.answer("plan").state == AnswerState::dont_know);
  CHECK(prompt(talk.setup, talk.state) == "who > ");
  talk("Planning department");
  CHECK(talk.last.changed);
  CHECK(talk.answer("plan").owner == "Planning department");
  CHECK(talk.at() == "host");  // reach is not asked while plan is not known
  talk("d the census office");
  CHECK(talk.answer("host").owner == "the census office");
  CHECK(talk.at() == "safe");
  CHECK(has(talk("p"), "  host: the census office\n"));
}

TEST_CASE("not applicable only where the question allows it") {
  Talk talk;
  talk("a");
  CHECK(talk.answer("plan").state == AnswerState::not_applicable);
  CHECK(talk.at() == "host");
  CHECK(has(talk("a"), "applies to everyone"));
  CHECK(talk.answer("host").state == AnswerState::unanswered);
}

TEST_CASE("notes and sources stay with the answer, each line kept at once") {
  Talk talk("plan: 3");
  talk.go("plan");
  CHECK(has(talk("n"), "Why this answer?"));
  CHECK(has(talk("Law 12/2024."), "Note: Law 12/2024.\n"));
  CHECK(talk.last.changed);
  CHECK(talk.at() == "plan");
  talk("e School census");
  CHECK(talk.last.changed);
  CHECK(prompt(talk.setup, talk.state) == "year > ");
  CHECK(talk.answer("plan").evidence.front().grade == 1);
  talk("2024");
  CHECK(talk.answer("plan").evidence.front().grade == 2);
  talk("");
  CHECK(has(talk("7"), "A number from 0 to 4"));
  CHECK(has(talk("3"), "Source: School census, 2024, grade 3\n"));
  CHECK(talk.answer("plan").evidence.front() == Evidence{"School census", "2024", "", 3});
  talk("n");
  talk("<");
  CHECK(talk.answer("plan").because == "Law 12/2024.");
  talk("n -");
  CHECK(talk.answer("plan").because.empty());
  talk("e");
  CHECK(has(talk("-"), "Taken away: School census"));
  CHECK(talk.answer("plan").evidence.empty());
  talk("4");
  CHECK(talk.answer("plan").level == std::size_t{3});
}

TEST_CASE("branching follows the answers; answers to what is no longer asked are kept") {
  Talk talk;
  CHECK(has(talk("2"), "Now also asked: reach\n"));
  CHECK(talk.at() == "reach");
  talk("4");
  talk.go("plan");
  CHECK(has(talk("1"), "No longer asked: reach. Answers to them are kept"));
  CHECK(talk.at() == "host");
  CHECK(talk.answer("reach").level == std::size_t{3});
  CHECK(has(talk("g reach"), "reach is not asked: that depends on other answers."));
  CHECK(talk.at() == "host");
}

TEST_CASE("the language changes in the middle of a question, and of a note") {
  Talk talk;
  CHECK(has(talk("l"), "Désormais en français."));
  CHECK(talk.at() == "plan");
  CHECK(has(talk("9"), "«\u00A09\u00A0» n'est pas compris. Possible\u00A0: 1, 2, 3, 4."));
  talk("n");
  CHECK(has(talk("l"), "Why this answer?"));
  CHECK(prompt(talk.setup, talk.state) == "note > ");
  talk("because");
  CHECK(talk.answer("plan").because == "because");
}

TEST_CASE("going to a question by id, place, or a part of its id that is of one alone") {
  Talk talk;
  talk("g skills");
  CHECK(talk.at() == "skills");
  talk("g 2");
  CHECK(talk.at() == "host");
  talk("g sto");
  CHECK(talk.at() == "story");
  CHECK(has(talk("g s"), "No question here is called \"s\"."));  // safe, share, skills, story
  CHECK(has(talk("g skils"), "Did you mean skills?"));
  CHECK(has(talk("g 99"), "No question here"));
  CHECK(has(talk("g"), "g needs the id"));
  CHECK(talk.at() == "story");
  CHECK(talk.answer("story").state == AnswerState::unanswered);
}

TEST_CASE("an answer is taken back with -, and one with a date goes to the history when it changes") {
  Talk talk("plan: {value: 2, date: 2025-03-25, because: \"A draft.\"}");
  talk.go("plan");
  talk("3");
  CHECK(talk.answer("plan").history.size() == 1);
  CHECK(talk.answer("plan").history.front().date == "2025-03-25");
  CHECK(talk.answer("plan").history.front().answer.level == std::size_t{1});
  CHECK(talk.answer("plan").date.empty());
  CHECK(talk.answer("plan").because == "A draft.");
  // Why it changed is asked at once, and Enter leaves it open.
  CHECK(talk.at() == "plan");
  CHECK(has(talk("The text was signed."), "Why it changed: The text was signed."));
  CHECK(talk.answer("plan").history.front().reason == "The text was signed.");
  CHECK(talk.at() != "plan");
  talk.go("plan");
  talk("-");
  CHECK(talk.answer("plan").state == AnswerState::unanswered);
  CHECK(talk.at() == "plan");
  CHECK(has(talk("-"), "no answer to take back"));
}

TEST_CASE("keys may be spelled out in either language, where the line is no answer") {
  Talk talk;
  talk.go("plan");
  CHECK(has(talk("Ne sait pas"), "Who could find out?"));
  CHECK(talk.answer("plan").state == AnswerState::dont_know);
  talk("");
  talk.go("plan");
  talk("sans objet");
  CHECK(talk.answer("plan").state == AnswerState::not_applicable);
  talk.go("plan");
  CHECK(talk("aide") == talk("?"));
  talk.go("story");
  talk("help");
  CHECK(talk.answer("story").written == "help");
}

TEST_CASE("nobody has to say why an answer of another day has changed, and nobody is asked without a day") {
  Talk dated("plan: {value: 2, date: 2025-03-25}");
  dated.go("plan");
  CHECK(has(dated("3"), "an answer of 2025-03-25. Why?"));
  dated("");
  CHECK(dated.answer("plan").history.front().reason.empty());
  CHECK(dated.at() != "plan");
  Talk undated("plan: 2");
  undated.go("plan");
  undated("3");
  CHECK(undated.answer("plan").history.empty());
  CHECK(undated.at() != "plan");
}

TEST_CASE("what several respondents said is not changed here") {
  Talk talk;
  talk.state.assessment.respondents = {{"r1", "", "", "", ""}};
  Answer& answer = talk.state.assessment.answers.front();
  answer.said.push_back({"r1", Answer()});
  for (const char* line : {"3", "d", "a", "-"}) {
    CHECK(has(talk(line), "sextant merge --decide"));
    CHECK_FALSE(talk.last.changed);
  }
  CHECK(answer.state == AnswerState::unanswered);
}

TEST_CASE("at the end it says what is open; q quits from everywhere") {
  Talk talk;
  talk.go("story");
  const std::string said = talk("s");
  CHECK(talk.at() == "end");
  CHECK(has(said, "Without an answer: plan, host, safe, count, share, skills and 1 more."));
  CHECK(has(talk("3"), "is not understood here"));
  talk("");
  CHECK(talk.at() == "plan");
  talk("n");
  talk("q");
  CHECK(talk.last.quit);
  CHECK(talk.answer("plan").because.empty());
}

TEST_CASE("whatever is typed, the answers can be written and read back the same") {
  const std::vector<std::string> lines = {
      "1",    "2",     "3",        "4",         "d",      "a",      "-",          "s",    "<",     "",
      "n",    "e",     "l",        "p",         "?",      "g 1",    "g 5",        "g",    "0",     "1 3",
      "62,5", "1 234", "yes",      "x: [",      "#",      "\"",     "'",          "null", "3 - 1", "=",
      "1=2",  "2024",  "~",        "- a",       "établi", "{a: b}", "q",          "n #",  "e : ",  "d - x",
      "|",    ">",     "\xC2\xA0", "dont_know", "yes no", "2=",     "true\ttrue", "1e3"};
  unsigned seed = 7;
  Talk talk;
  int changes = 0;
  for (int i = 0; i < tries(4000); ++i) {
    seed = seed * 1103515245U + 12345U;
    const std::string& line = lines[(seed >> 16U) % lines.size()];
    const Assessment before = talk.state.assessment;
    talk(line);
    REQUIRE_MESSAGE(talk.last.changed == !(before == talk.state.assessment), line);
    if (!talk.last.changed) continue;
    ++changes;
    const std::string written = write_answers(talk.instrument(), talk.state.assessment);
    CAPTURE(line);
    CAPTURE(written);
    const auto back = try_answers_file(talk.instrument(), written);
    REQUIRE(brief(back.diagnostics, "a.yaml") == "");
    REQUIRE(*back == talk.state.assessment);
  }
  CHECK(changes > tries(400));
}
