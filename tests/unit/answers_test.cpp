#include <doctest/doctest.h>

#include "tests/unit/support.hpp"

using namespace sextant;
using namespace sextant::test;

namespace {

const Instrument& mini() {
  static const Instrument one =
      instrument(maturity() + "questions:\n" + level_question("q", "not_applicable: yes", "  ") +
                 level_question("r", "", "  ") +
                 "  - {id: yes-no, type: yes_no, text: y}\n"
                 "  - {id: land, type: choice, text: c, options: [{id: \"NO\", text: Norway, value: 2}, {id: "
                 "\"FR\", text: France, "
                 "value: 3}]}\n"
                 "  - {id: count, type: number, text: n, range: [0, 10]}\n"
                 "  - {id: share, type: percent, text: s}\n"
                 "  - {id: words, type: text, text: t}\n");
  return one;
}

Answer one(const std::string& lines, const std::string& id) {
  return answers(mini(), lines).answers[mini().question_index.at(id)];
}

std::string problems(const std::string& lines) {
  const auto result = try_answers(mini(), lines);
  if (has_errors(result.diagnostics)) CHECK_FALSE(result);
  return brief(result.diagnostics, "a.yaml");
}

}  // namespace

TEST_CASE("a level is chosen by number or by id") {
  for (const char* value : {"3", "s", "\"3\"", "3.0", "{value: 3}", "{value: s}"}) {
    CAPTURE(value);
    const Answer answer = one(std::string("q: ") + value, "q");
    CHECK(answer.state == AnswerState::answered);
    CHECK(answer.level == 2U);
    CHECK(answer.score == 3);
  }
}

TEST_CASE("the states are never mixed up") {
  CHECK(one("q: dont_know", "q").state == AnswerState::dont_know);
  CHECK(one("q: not_applicable", "q").state == AnswerState::not_applicable);
  CHECK(one("q: unanswered", "q").state == AnswerState::unanswered);
  CHECK(one("q:", "q").state == AnswerState::unanswered);
  CHECK(one("q: ~", "q").state == AnswerState::unanswered);
  CHECK(one("r: 1", "q").state == AnswerState::unanswered);
  CHECK(one("q: {state: dont_know, owner: Ministry}", "q").state == AnswerState::dont_know);
  CHECK(one("q: {state: not_applicable}", "q").state == AnswerState::not_applicable);
  CHECK(one("q: {because: later}", "q").state == AnswerState::unanswered);
  CHECK(name_of(AnswerState::not_asked) == "not_asked");
}

TEST_CASE("Norway is not no, and no is not Norway") {
  CHECK(one("land: NO", "land").chosen == std::vector<std::size_t>{0});
  CHECK(one("land: NO", "land").score == 2);
  CHECK(problems("land: No") == "Q0304 5:9");
  for (const char* no : {"no", "No", "NO", "false", "non"}) {
    CHECK(one(std::string("yes-no: ") + no, "yes-no").chosen == std::vector<std::size_t>{1});
    CHECK(one(std::string("yes-no: ") + no, "yes-no").score == 0);
  }
  for (const char* yes : {"yes", "Yes", "true", "oui", "OUI"}) {
    CHECK(one(std::string("yes-no: ") + yes, "yes-no").score == 1);
  }
}

TEST_CASE("numbers and shares are read as written, inside their range") {
  CHECK(one("count: 010", "count").score == 10);
  CHECK(one("count: 0", "count").score == 0);
  CHECK(one("share: 67", "share").score == 67);
  CHECK(one("share: 67%", "share").score == 67);
  CHECK(one("share: \"67 %\"", "share").score == 67);
  CHECK(one("share: \"67\u00A0%\"", "share").score == 67);
  CHECK(one("share: 67%", "share").written == "67");
  CHECK(problems("count: 10.5") == "Q0307 5:10");
  CHECK(problems("count: -1") == "Q0307 5:10");
  CHECK(problems("count: ten") == "Q0306 5:10");
  CHECK(problems("count: 3,5") == "Q0306 5:10");
  CHECK(problems("share: 101") == "Q0307 5:10");
}

TEST_CASE("a testimony is kept as it stands, even where it looks like a state") {
  CHECK(one("words: dont_know", "words").written == "dont_know");
  CHECK(one("words: dont_know", "words").state == AnswerState::answered);
}

TEST_CASE("the long form carries reasons, evidence, confidence and who said it") {
  const Assessment all = *try_answers_file(
      mini(),
      "sextant: answers/1\ninstrument: {id: mini, version: \"1\"}\n"
      "unit: {id: ATL, iso: AT, name: {en: Atlantis, fr: Atlantide}, aliases: [OLD]}\n"
      "round: {id: r1, date: 2025-03-25, closed: yes}\nlanguage: fr\n"
      "respondents: [{id: moe, ministry: Education}]\n"
      "answers:\n  q:\n    value: 2\n    because: So it is.\n    confidence: high\n    respondent: moe\n    "
      "date: 2025-03-01\n"
      "    feedback: unclear\n    evidence:\n      - {title: A law, year: 2020, where: Gazette, grade: 4}\n"
      "      - {title: Somebody said so}\n      - {title: Survey, year: 2024}\n      - {title: Page, where: "
      "https://x.org}\n"
      "      - {title: Rumour, grade: 0}\n    history: [{value: 1, date: 2025-01-01, reason: a mistake}]\n");
  const Answer& answer = all.answers[0];
  CHECK(answer.level == 1U);
  CHECK(answer.because == "So it is.");
  CHECK(answer.confidence == "high");
  CHECK(answer.respondent == "moe");
  REQUIRE(answer.evidence.size() == 5);
  CHECK(answer.evidence[0].grade == 4);
  CHECK(answer.evidence[1].grade == 1);  // a title alone is an assertion
  CHECK(answer.evidence[2].grade == 2);  // with a year or a place it is a named document
  CHECK(answer.evidence[3].grade == 2);
  CHECK(answer.evidence[4].grade == 0);
  CHECK(all.unit.label("fr") == "Atlantide");
  CHECK(all.unit.label("fr-SN") == "Atlantide");
  CHECK(all.unit.label("ar") == "Atlantis");
  CHECK(all.round.closed);
  CHECK(all.round.date == "2025-03-25");
  CHECK(all.instrument_version == "1");
}

TEST_CASE("what an answer cannot be is an error where it stands") {
  CHECK(problems("q: 5") == "Q0304 5:6");
  CHECK(problems("q: 0") == "Q0304 5:6");
  CHECK(problems("q: 2.5") == "Q0304 5:6");
  CHECK(problems("q: [2]") == "Q0124 5:6");
  CHECK(problems("q: don't know") == "Q0304 5:6");
  CHECK(problems("r: not_applicable") == "Q0305 5:6");
  CHECK(problems("r: {state: not_applicable}") == "Q0305 5:14");
  CHECK(problems("qq: 2") == "Q0301 5:3");
  CHECK(problems("q: {value: 2, state: dont_know}") == "Q0308 5:24");
  CHECK(problems("q: {state: maybe}") == "Q0129 5:14");
  CHECK(problems("q: {value: 2, becuase: x}") == "Q0103 5:17");
  CHECK(problems("q: {value: 2, respondent: nobody}") == "Q0311 5:29");
  CHECK(problems("q: {value: 2, confidence: sure}") == "Q0129 5:29");
  CHECK(problems("q: {value: 2, evidence: [{title: x, grade: 5}]}") == "Q0127 5:46");
  CHECK(problems("q: {value: 2, evidence: [{year: 2020}]}") == "Q0105 5:28");
  CHECK(problems("q: {value: 2, date: 2025-02-30}") == "Q0133 5:23");
}

TEST_CASE("all problems of an answers file come at once") {
  CHECK(problems("q: 9\nr: x\nzz: 1") == "Q0304 5:6; Q0304 6:6; Q0301 7:3");
  CHECK(try_answers(mini(), "zz: 1").diagnostics[0].suggestion == "");
  CHECK(try_answers(mini(), "cuont: 1").diagnostics[0].suggestion == "count");
}

TEST_CASE("a file without answers is fine, and one without a unit is not") {
  const auto none = try_answers_file(mini(), "sextant: answers/1\ninstrument: mini\nunit: {id: A}\n");
  REQUIRE(none);
  CHECK(none->answers.size() == mini().questions.size());
  CHECK(none->answers[0].state == AnswerState::unanswered);
  const auto unit = try_answers_file(mini(), "sextant: answers/1\ninstrument: mini\nanswers: {}\n");
  CHECK(brief(unit.diagnostics, "a.yaml") == "Q0105 1:1");
}

TEST_CASE("answers to another instrument are an error, to another version a warning") {
  const auto other = try_answers_file(mini(), "sextant: answers/1\ninstrument: maxi\nunit: {id: A}\n");
  CHECK(brief(other.diagnostics, "a.yaml") == "Q0302 2:13");
  const auto version =
      try_answers_file(mini(), "sextant: answers/1\ninstrument: {id: mini, version: \"2\"}\nunit: {id: A}\n");
  CHECK(brief(version.diagnostics, "a.yaml") == "Q0303 2:13");
  CHECK(version);
}

TEST_CASE("priorities, targets and rounds are checked against the instrument") {
  const auto codes = [](const std::string& more) {
    const auto result =
        try_answers_file(mini(), "sextant: answers/1\ninstrument: mini\nunit: {id: A}\n" + more);
    return brief(result.diagnostics, "a.yaml");
  };
  CHECK(codes("targets: {overall: s}\n") == "");
  CHECK(codes("targets: {overall: 5}\n") == "Q0309 4:20");
  CHECK(codes("targets: {overal: s}\n") == "Q0216 4:11");
  CHECK(codes("priorities: [{node: overall, reason: x}]\n") == "");
  CHECK(codes("priorities: [{node: gone}]\n") == "Q0216 4:21");
  CHECK(codes("priorities: [{node: overall}, {node: overall}, {node: overall}, {node: overall}]\n") ==
        "Q0334 4:38; Q0334 4:55; Q0310 4:65; Q0334 4:72");
  CHECK(codes("priorities: [{node: overall}, {node: overall, reason: x}]\n") == "Q0334 4:38");
  CHECK(codes("round: {date: 25/03/2025}\n") == "Q0133 4:15");
  CHECK(codes("respondents: [{id: a}, {id: a}]\n") == "Q0312 4:29");
}

TEST_CASE("JSON with the same keys is accepted as answers") {
  const auto result = try_answers_file(
      mini(),
      R"({"sextant": "answers/1", "instrument": "mini", "unit": {"id": "A"}, "answers": {"q": 3, "r": "dont_know", "yes-no": false}})",
      "a.json");
  REQUIRE(result);
  CHECK(result->answers[0].level == 2U);
  CHECK(result->answers[1].state == AnswerState::dont_know);
  CHECK(result->answers[2].score == 0);
}
