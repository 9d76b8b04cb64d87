#include <doctest/doctest.h>

#include "engine/exchange/answer_code.hpp"
#include "engine/exchange/filled.hpp"
#include "engine/exchange/meaning.hpp"
#include "tests/unit/support.hpp"

using namespace sextant;
using namespace sextant::test;
using exchange::Entry;
using exchange::Filled;
using exchange::Taken;

namespace {

/// Two languages, every type of question.
const Instrument& every_type() {
  static const Instrument one = instrument(
      "languages: [en, fr]\n"
      "scales:\n  - id: maturity\n    levels:\n"
      "      - {id: nascent, name: Nascent}\n      - {id: emerging, name: Emerging}\n"
      "      - {id: established, name: Established}\n"
      "questions:\n"
      "  - {id: plan, text: Plan, levels: {nascent: None., emerging: \"A draft, or two.\", established: "
      "Done.}}\n"
      "  - {id: free, text: Free, not_applicable: yes, levels: {nascent: A., emerging: B., established: "
      "C.}}\n"
      "  - {id: host, type: choice, text: Host, options: [{id: firm, text: A firm, value: 1}, {id: state, "
      "text: The "
      "state, value: 2}]}\n"
      "  - {id: safe, type: checklist, text: Safe, parts: [{id: law, text: \"A law, in force\"}, {id: "
      "officer, text: An "
      "officer}]}\n"
      "  - {id: open, type: yes_no, text: Open}\n"
      "  - {id: count, type: number, text: Count}\n"
      "  - {id: share, type: percent, text: Share}\n"
      "  - {id: skills, type: grid, text: Skills, cells: [{id: search, text: Search}, {id: make, text: "
      "Make}]}\n"
      "  - {id: story, type: text, text: Story}\n",
      {{"lang/fr.yaml",
        "sextant: translation/1\nof: mini\nlanguage: fr\ntexts:\n  maturity:\n    levels:\n"
        "      nascent: {name: Naissant}\n      emerging: {name: Émergent}\n      established: {name: "
        "Établi}\n"}});
  return one;
}

Filled filled(std::vector<Entry> entries) {
  Filled out;
  out.source = Source("back.json", "");
  out.entries = {{"", "unit.id", "", "ATL", {}}};
  out.entries.insert(out.entries.end(), entries.begin(), entries.end());
  return out;
}

/// What one answer becomes.
Answer taken(const std::string& question, const std::string& text, const std::string& part = "") {
  const Taken out = take(filled({{question, "value", part, text, {}}}), every_type());
  REQUIRE(out.assessment);
  CHECK(out.left == 0);
  return out.assessment->answers[every_type().question_index.at(question)];
}

/// The code with which an entry is refused; empty where it is taken.
std::string refused(std::vector<Entry> entries) {
  const Taken out = take(filled(std::move(entries)), every_type());
  REQUIRE(out.assessment);
  std::string codes;
  for (const Diagnostic& one : out.diagnostics) {
    codes += (codes.empty() ? "" : " ") + std::string(info(one.code).id);
  }
  return codes;
}

std::string refused(const std::string& question, const std::string& text, const std::string& part = "") {
  return refused({{question, "value", part, text, {}}});
}

}  // namespace

TEST_CASE("a level is understood as people write it") {
  for (const char* text : {"3", " 3 ", "3.0", "established", "Established", "ESTABLISHED", "Établi", "Etabli",
                           "e\u0301tabli", "3 – Établi", "3 - established", "3: Etabli", "3.\u00A0Établi",
                           "(3)", "3 – Établi – Done.", "Done."}) {
    CAPTURE(text);
    const Answer answer = taken("plan", text);
    CHECK(answer.state == AnswerState::answered);
    CHECK(answer.level == 2U);
  }
}

TEST_CASE("what does not mean exactly one level is named and left out") {
  for (const char* text :
       {"4", "0", "-3", "3?", "2-3", "3 – Émergent", "2.5", "Established or Emerging", "x"}) {
    CAPTURE(text);
    CHECK(refused("plan", text) == "Q0801");
  }
  const Taken out = take(
      filled({{"plan", "value", "", "3 – Émergent", {}}, {"open", "value", "", "oui", {}}}), every_type());
  REQUIRE(out.assessment);
  CHECK(out.entries == 3);
  CHECK(out.left == 1);
  CHECK(out.assessment->answers[0].state == AnswerState::unanswered);
  CHECK(out.assessment->answers[4].state == AnswerState::answered);
}

TEST_CASE("states in both languages; not applicable only where the question allows it") {
  for (const char* text : {"dont_know", "Don't know", "don\u2019t know", "Ne sait pas", "NSP"}) {
    CAPTURE(text);
    CHECK(taken("plan", text).state == AnswerState::dont_know);
    CHECK(taken("count", text).state == AnswerState::dont_know);
    CHECK(taken("safe", text).state == AnswerState::dont_know);
  }
  for (const char* text : {"not_applicable", "N/A", "Sans objet", "s.o."}) {
    CAPTURE(text);
    CHECK(taken("free", text).state == AnswerState::not_applicable);
    CHECK(refused("plan", text) == "Q0804");
  }
  CHECK(taken("story", "dont_know").written == "dont_know");
  CHECK(taken("plan", "\u00A0 ").state == AnswerState::unanswered);
}

TEST_CASE("numbers as people write them") {
  CHECK(taken("count", "1 234,5").score == 1234.5);
  CHECK(taken("count", "1\u202F234\u00A0567").score == 1234567);
  CHECK(taken("count", "\u22122,5").score == -2.5);
  CHECK(taken("count", "0,125").score == 0.125);
  CHECK(taken("share", "62,5 %").score == 62.5);
  CHECK(taken("share", "62.5\u00A0%").score == 62.5);
  // 1.125 alone lies within the percentages; without limits it may be 1125 too.
  CHECK(taken("share", "1,125").score == 1.125);
  CHECK(refused("count", "1,125") == "Q0802");
  for (const char* text : {"12 34", "1,2,3", "about 5", "1 234 5", "", "5 %"}) {
    CAPTURE(text);
    CHECK(refused("count", text) == (*text == 0 ? "" : "Q0803"));
  }
  CHECK(refused("share", "101") == "Q0803");
}

TEST_CASE("choices, checklists and grids by id or text, in one cell or one a part") {
  CHECK(taken("host", "The State").chosen == std::vector<std::size_t>{1});
  CHECK(taken("open", "Non").chosen == std::vector<std::size_t>{1});
  CHECK(taken("safe", "officer, law").chosen == std::vector<std::size_t>{0, 1});
  CHECK(taken("safe", "A law, in force; An officer").chosen == std::vector<std::size_t>{0, 1});
  CHECK(taken("safe", "x", "An officer").chosen == std::vector<std::size_t>{1});
  CHECK(taken("safe", "no", "law").chosen.empty());
  CHECK(taken("safe", "no", "law").state == AnswerState::answered);
  CHECK(taken("safe", "[]").state == AnswerState::answered);
  CHECK(refused("safe", "perhaps", "law") == "Q0801");
  CHECK(refused("safe", "law; judge") == "Q0801");
  CHECK(taken("skills", "2 – Émergent", "Make").cells[1] == 1U);
  CHECK(taken("skills", "search: 1; make = established").cells ==
        std::vector<std::optional<std::size_t>>{0U, 2U});
  CHECK(refused("skills", "2", "Sing") == "Q0801");
}

TEST_CASE("the same thing said twice is taken once; the other is named") {
  CHECK(refused({{"plan", "value", "", "3", {}}, {"plan", "value", "", "Établi", {}}}) == "");
  CHECK(refused({{"plan", "value", "", "3", {}}, {"plan", "value", "", "2", {}}}) == "Q0805");
  CHECK(refused({{"plan", "value", "", "3", {}}, {"plan", "state", "", "dont_know", {}}}) == "Q0805");
  CHECK(refused({{"", "unit.id", "", "LEM", {}}}) == "Q0805");
}

TEST_CASE("what stands beside a value is taken, and what is half or unknown is named") {
  const Taken out = take(filled({{"plan", "value", "", "2", {}},
                                 {"plan", "because", "", "A draft exists.", {}},
                                 {"plan", "confidence", "", "élevée", {}},
                                 {"plan", "evidence.title", "1", "Census", {}},
                                 {"plan", "evidence.grade", "1", "3", {}},
                                 {"plan", "evidence.year", "2", "2024", {}},
                                 {"", "targets", "overall", "Établi", {}},
                                 {"", "priorities.reason", "1", "It hurts.", {}},
                                 {"", "vision.outcomes", "1", "Reading", {}}}),
                         every_type());
  REQUIRE(out.assessment);
  const Answer& answer = out.assessment->answers[0];
  CHECK(answer.because == "A draft exists.");
  CHECK(answer.confidence == "high");
  REQUIRE(answer.evidence.size() == 1);
  CHECK(answer.evidence[0].title == "Census");
  CHECK(answer.evidence[0].grade == 3);
  CHECK(out.assessment->vision.outcomes == std::vector<std::string>{"Reading"});
  CHECK(out.assessment->priorities.empty());
  CHECK(out.left == 2);  // the year without a title, the reason without a priority
  CHECK(refused({{"plan", "colour", "", "red", {}}}) == "Q0807");
  CHECK(refused({{"plans", "value", "", "2", {}}}) == "Q0806");
  CHECK(refused({{"", "targets", "nowhere", "2", {}}}) == "Q0808");
  CHECK(refused({{"plan", "date", "", "25/03/2025", {}}}) == "Q0810");
  CHECK(refused({{"plan", "respondent", "", "nobody", {}}}) == "Q0808");
}

TEST_CASE("what is missing and what may stand there is named in the language of the file") {
  const auto says = [](std::optional<Lang> titles, Entry entry) {
    Filled file = filled({{"plan", "value", "", "1", {}}, std::move(entry)});
    file.titles = titles;
    const Taken out = take(file, every_type());
    REQUIRE(out.diagnostics.size() == 1);
    return message(out.diagnostics.front(), Lang::fr);
  };
  const Entry unsure{"plan", "confidence", "", "sûr", {}};
  CHECK(says(Lang::fr, unsure).find("possibles : Faible, Moyenne, Élevée") != std::string::npos);
  CHECK(says(Lang::en, unsure).find("possibles : Low, Medium, High") != std::string::npos);
  const Entry year{"plan", "evidence.year", "1", "2024", {}};
  CHECK(says(Lang::fr, year).find("« Preuve »") != std::string::npos);
  CHECK(says(Lang::en, year).find("« Evidence »") != std::string::npos);
}

TEST_CASE("a place in a spreadsheet is named after the file") {
  const Taken out = take(filled({{"plan", "value", "", "9", {{}, "Answers!C7"}}}), every_type());
  REQUIRE(out.diagnostics.size() == 1);
  CHECK(out.diagnostics[0].file == "back.json:Answers!C7");
}

TEST_CASE("another questionnaire is recognised, another version is said") {
  Filled other = filled({{"plan", "value", "", "2", {}}});
  other.instrument.id = "gtmi";
  CHECK_FALSE(take(other, every_type()).assessment);
  other.instrument.id = "mini";
  other.instrument.version = "2";
  const Taken version = take(other, every_type());
  REQUIRE(version.assessment);
  CHECK(version.assessment->instrument_version == "2");
  CHECK(brief(version.diagnostics, "back.json").find("Q0303") != std::string::npos);
  other.instrument.version = "1";
  other.fingerprint = every_type().fingerprint;
  CHECK(take(other, every_type()).diagnostics.empty());
  other.fingerprint = "0000";
  CHECK(brief(take(other, every_type()).diagnostics, "back.json").find("Q0811") != std::string::npos);
}

TEST_CASE("CRC-15 of known values") {
  // Worked with a shift register by hand: one bit set in the last place leaves the polynomial.
  CHECK(exchange::crc15({}) == 0);
  CHECK(exchange::crc15({0, 0}) == 0);
  CHECK(exchange::crc15({1}) == 0x4599);
  CHECK(exchange::crc15({2}) == (((0x4599U << 1U) & 0x7FFFU) ^ 0x4599U));
}
