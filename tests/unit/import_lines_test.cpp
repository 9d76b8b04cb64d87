#include <doctest/doctest.h>

#include <algorithm>

#include "engine/exchange/answer_code.hpp"
#include "engine/exchange/filled.hpp"
#include "engine/exchange/keep_plan.hpp"
#include "engine/exchange/labels.hpp"
#include "tests/unit/support.hpp"

using namespace sextant;
using namespace sextant::test;
using exchange::Entry;
using exchange::Filled;
using exchange::Taken;

namespace {

const Instrument& desk() {
  static const Instrument one = instrument(
      "languages: [en, fr]\n"
      "scales:\n  - id: maturity\n    levels:\n"
      "      - {id: nascent, name: Nascent}\n      - {id: emerging, name: Emerging}\n"
      "vision: {priorities: {title: National aim}}\n"
      "nodes:\n  - id: p\n    kind: pillar\n    title: Power\n    questions:\n"
      "      - {id: power.plan, text: Plan, levels: {nascent: None., emerging: Some.}}\n"
      "      - {id: safe, type: checklist, text: Safe, parts: [{id: law, text: A law}, {id: desk, text: A "
      "desk}]}\n"
      "      - {id: count, type: number, text: Count}\n",
      {{"lang/fr.yaml",
        "sextant: translation/1\nof: mini\nlanguage: fr\ntexts:\n  maturity:\n    levels:\n"
        "      nascent: {name: Naissant}\n      emerging: {name: Émergent}\n"}});
  return one;
}

/// Entries as a workbook has them: each in a cell and a line of its own, unless told otherwise.
class Lines {
 public:
  Lines() {
    filled_.source = Source("x.xlsx", "");
    filled_.sheets = {"S"};
    add(1, "", "unit.id", "", "ATL");
  }
  Lines& add(int line, const std::string& question, const std::string& field, const std::string& part,
             const std::string& text) {
    const int number = static_cast<int>(filled_.entries.size()) + 1;
    filled_.entries.push_back(
        {question, field, part, text, {{number, 1, 1}, "S!A" + std::to_string(number), line}});
    return *this;
  }
  Taken take(std::string_view language = "en") const { return exchange::take(filled_, desk(), language); }
  Filled& filled() { return filled_; }

 private:
  Filled filled_;
};

std::string codes(const Taken& taken) {
  std::string out;
  for (const Diagnostic& one : taken.diagnostics)
    out += (out.empty() ? "" : "; ") + std::string(info(one.code).id) + " " + one.file;
  return out;
}

CountryPlan plan_of(const std::string& yaml) {
  const Checked<Assessment> out = try_answers_file(
      desk(), "sextant: answers/1\ninstrument: {id: mini, version: \"1\"}\nunit: {id: ATL}\n" + yaml);
  REQUIRE_MESSAGE(out.value, brief(out.diagnostics));
  return out.value->plan;
}

}  // namespace

TEST_CASE("one value that the answers file cannot hold is named at its cell, and the rest is taken") {
  const Taken taken = Lines()
                          .add(2, "", "respondents.id", "1", "edu")
                          .add(3, "", "respondents.id", "2", "edu")
                          .add(3, "", "respondents.role", "2", "Planner")
                          .add(4, "", "language", "", "français !")
                          .add(5, "power.plan", "value", "", "2")
                          .take();
  REQUIRE(taken.assessment);
  CHECK(codes(taken) == "Q0312 x.xlsx:S!A3; Q0202 x.xlsx:S!A5");
  CHECK(taken.left == 2);
  CHECK(taken.assessment->respondents.size() == 1);
  CHECK(taken.assessment->language.empty());
  CHECK(taken.assessment->answers[0].level == 1U);
}

TEST_CASE("the reason of an answer that was not taken is not given to the one that was") {
  const Taken taken = Lines()
                          .add(2, "power.plan", "value", "", "1")
                          .add(7, "power.plan", "value", "", "2")
                          .add(7, "power.plan", "because", "", "Only of the second.")
                          .take();
  REQUIRE(taken.assessment);
  CHECK(taken.assessment->answers[0].level == 0U);
  CHECK(taken.assessment->answers[0].because.empty());
  CHECK(codes(taken) == "Q0805 x.xlsx:S!A3; Q0805 x.xlsx:S!A4");
  // A second line that agrees adds what it has; so does one without an answer.
  const Taken both = Lines()
                         .add(2, "power.plan", "value", "", "1")
                         .add(7, "power.plan", "value", "", "Nascent")
                         .add(7, "power.plan", "because", "", "Of both.")
                         .add(8, "power.plan", "owner", "", "The desk")
                         .take();
  REQUIRE(both.assessment);
  CHECK(both.assessment->answers[0].because == "Of both.");
  CHECK(both.assessment->answers[0].owner == "The desk");
  CHECK(both.diagnostics.empty());
  // Two in one line: the state stands, and what is beside it belongs to it.
  const Taken one = Lines()
                        .add(2, "power.plan", "value", "", "1")
                        .add(2, "power.plan", "state", "", "Don't know")
                        .add(2, "power.plan", "because", "", "Kept.")
                        .take();
  REQUIRE(one.assessment);
  CHECK(one.assessment->answers[0].because == "Kept.");
  CHECK(codes(one) == "Q0805 x.xlsx:S!A2");
}

TEST_CASE("a copied sheet says nothing twice; what it says otherwise is named and not mixed in") {
  Lines lines;
  for (const int sheet : {10, 20}) {
    lines.add(sheet, "", "vision.priorities", "1", "Aim")
        .add(sheet + 1, "", "priorities.node", "1", "Power")
        .add(sheet + 2, "power.plan", "evidence.title", std::to_string(sheet + 2), "Law");
  }
  lines.add(21, "", "priorities.reason", "1", "Of the copy.")
      .add(23, "", "vision.priorities", "1", "Another");
  const Taken taken = lines.take();
  REQUIRE(taken.assessment);
  CHECK(taken.assessment->vision.priorities == std::vector<std::string>{"Aim"});
  REQUIRE(taken.assessment->priorities.size() == 1);
  CHECK(taken.assessment->priorities[0].reason.empty());
  CHECK(taken.assessment->answers[0].evidence.size() == 1);
  CHECK(codes(taken) == "Q0805 x.xlsx:S!A8; Q0805 x.xlsx:S!A9");
}

TEST_CASE("a copied line of the plan is named and not mixed into the other") {
  const Taken taken = Lines()
                          .add(2, "", "plan.actions.owner", "lib-1", "Office")
                          .add(3, "", "plan.actions.owner", "lib-1", "Office")
                          .add(3, "", "plan.actions.risk", "lib-1", "Rain")
                          .take();
  REQUIRE(taken.assessment);
  REQUIRE(taken.assessment->plan.entries.size() == 1);
  CHECK(taken.assessment->plan.entries[0].word("risk").empty());
  CHECK(codes(taken) == "Q0805 x.xlsx:S!A4");
}

TEST_CASE("ids, digits and blanks as programs and keyboards leave them") {
  for (const char* id : {"power.plan\u00A0", "Power.Plan", " power.plan\u200B"}) {
    CAPTURE(id);
    const Taken taken = Lines().add(2, id, "value", "", "\uFF12").take();
    REQUIRE(taken.assessment);
    CHECK(taken.diagnostics.empty());
    CHECK(taken.assessment->answers[0].level == 1U);
  }
  for (const auto& [given, is] : {std::pair{"\u0661\u0662\u0663\u066B\u0665", 123.5},
                                  {"\u06F1\u066C\u06F2\u06F3\u06F4", 1234.0},
                                  {"\uFEFF7\u2060", 7.0}}) {
    const char* const text = given;
    CAPTURE(text);
    const Taken taken = Lines().add(2, "count", "value", "", text).take();
    REQUIRE(taken.assessment);
    CHECK(taken.assessment->answers[2].score == is);
  }
  const Taken soft = Lines().add(2, "power.plan", "value", "", "2 \u2013 Émer\u00ADgent").take();
  REQUIRE(soft.assessment);
  CHECK(soft.left == 0);
}

TEST_CASE("choices are named as the sheet shows them") {
  const Lines wrong = Lines().add(2, "power.plan", "value", "", "9").add(3, "safe", "value", "law", "maybe");
  const auto said = [](const Taken& taken, Lang lang) {
    std::string out;
    for (const Diagnostic& one : taken.diagnostics) out += message(one, lang) + "|";
    return out;
  };
  CHECK(said(wrong.take("en"), Lang::en) ==
        "not taken: \"9\" is no answer to \"power.plan\"; possible: 1 \u2013 Nascent, 2 \u2013 Emerging|"
        "not taken: \"maybe\" is no answer to \"safe / law\"; possible: x, yes, no|");
  CHECK(said(wrong.take("fr"), Lang::fr).find("1 \u2013 Naissant, 2 \u2013 Émergent") != std::string::npos);
  Lines french = wrong;
  french.add(4, "", "language", "", "fr");
  CHECK(said(french.take("en"), Lang::en).find("1 \u2013 Naissant") != std::string::npos);
}

TEST_CASE("a line is known by its label, in either language or the questionnaire's words") {
  using Meant = std::pair<std::string, std::string>;
  CHECK(exchange::meant_by("Son nom (fr)", desk()) == Meant{"unit.name", "fr"});
  CHECK(exchange::meant_by("Country or territory", desk()) == Meant{"unit.id", ""});
  CHECK(exchange::meant_by("National aim 2", desk()) == Meant{"vision.priorities", "2"});
  CHECK(exchange::meant_by("Mois-personnes disponibles (Court terme)", desk()) ==
        Meant{"plan.effort", "Court terme"});
  CHECK_FALSE(exchange::meant_by("Our own line", desk()));
  const Taken taken = Lines()
                          .add(2, "", "label", "Notes", "Ours")
                          .add(3, "", "label", "Mois-personnes disponibles (Court terme)", "3")
                          .add(4, "", "label", "Our own line", "?")
                          .add(5, "", "targets", "Power", "2")
                          .take();
  REQUIRE(taken.assessment);
  CHECK(taken.assessment->notes == "Ours");
  CHECK(taken.assessment->plan.effort[0] == 3);
  CHECK(taken.assessment->targets.size() == 1);
  CHECK(codes(taken) == "Q0808 x.xlsx:S!A4");
}

TEST_CASE("where the column of parts is gone, a part is known by its text") {
  Lines lines;
  lines.add(2, "safe", "value", "A desk", "Yes")
      .add(3, "power.plan", "value", "1 Nascent\n2 Emerging", "don't know");
  for (Entry& entry : lines.filled().entries) entry.perhaps = true;
  const Taken taken = lines.take();
  REQUIRE(taken.assessment);
  CHECK(taken.assessment->answers[1].chosen == std::vector<std::size_t>{1});
  CHECK(taken.assessment->answers[0].state == AnswerState::dont_know);
}

TEST_CASE("a plan keeps what was refused and what did not come back, and says what changed") {
  const CountryPlan there = plan_of(
      "plan: {currency: AT$, start: 2026-01-01, budget: {effort: {short: 3}},\n"
      "  actions: [{id: lib-1, owner: Office, start: 2026-02-01, sources: [{model: loan, capital: 4}]},\n"
      "    {id: lib-2, removed: yes}, {id: own-1, node: p, title: Mine}], none_needed: {p: Fine}}\n");
  const CountryPlan came =
      plan_of("plan: {currency: AT$, actions: [{id: lib-1, owner: Desk}, {id: own-1}]}\n");
  std::vector<Entry> refused;
  for (const auto& [field, part] : {std::pair{"plan.start", ""},
                                    {"plan.effort", "short"},
                                    {"plan.actions.start", "lib-1"},
                                    {"plan.sources.capital", "1"},
                                    {"plan.none_needed.node", "1"}})
    refused.push_back({"", field, part, "?", {}});
  const exchange::KeptPlan kept = exchange::keep_plan(desk(), there, came, refused);
  CountryPlan wanted = there;
  wanted.entries[0].owner = "Desk";
  std::vector<std::string> ids;
  for (const PlanEntry& one : kept.plan.entries) ids.push_back(one.id);
  CHECK(ids == std::vector<std::string>{"lib-1", "own-1", "lib-2"});
  std::swap(wanted.entries[1], wanted.entries[2]);
  CHECK(kept.plan == wanted);
  CHECK(kept.gone == std::vector<std::string>{"lib-2", "own-1"});
  CHECK(exchange::plan_changes(desk(), there, kept.plan, Lang::fr) ==
        std::vector<std::string>{"lib-1 (Responsable)"});
  // What was emptied on purpose, and not refused, is gone.
  CHECK(exchange::keep_plan(desk(), there, came, {}).plan.start.empty());
  CHECK(exchange::plan_mark(desk(), there) == exchange::plan_mark(desk(), there));
  CHECK(exchange::plan_mark(desk(), there) != exchange::plan_mark(desk(), kept.plan));
}

TEST_CASE("an answer code that is too short says by how much") {
  // Format 1, all questions, the first twenty bits of the fingerprint; one question of four states takes one
  // more.
  std::string head = "10";
  int bits = std::stoi(desk().fingerprint.substr(0, 5), nullptr, 16);
  std::string four;
  for (int i = 0; i < 4; ++i, bits /= 32)
    four.insert(four.begin(), exchange::kAlphabet[static_cast<std::size_t>(bits % 32)]);
  const exchange::CodedAnswers cut = exchange::decode(head + four + "0", desk());
  CHECK(cut.problem == exchange::CodedAnswers::Problem::length);
  CHECK(cut.length == 7);
  CHECK(cut.wanted == 10);
  CHECK(exchange::decode(head + four + "0000", desk()).problem == exchange::CodedAnswers::Problem::checksum);
  CHECK(exchange::decode("1077777000", desk()).wanted == 0);
}
