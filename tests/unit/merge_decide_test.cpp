#include <doctest/doctest.h>

#include <algorithm>

#include "engine/assessment/write_answers.hpp"
#include "engine/merge/merge.hpp"
#include "tests/unit/effort.hpp"
#include "tests/unit/hostile_answers.hpp"

using namespace sextant;
using namespace sextant::test;

namespace {

const Instrument& mini() {
  static const Instrument one = instrument(maturity() +
                                           "respondent_groups: [{id: ministry, title: Ministry}]\n"
                                           "nodes:\n  - id: power\n    title: Power\n    questions:\n" +
                                           level_question("a", "not_applicable: yes") + level_question("b") +
                                           level_question("c") + "      - {id: note, type: text, text: t}\n");
  return one;
}

Assessment file(const std::string& respondents, const std::string& answers, const std::string& more = "") {
  auto out =
      try_answers_file(mini(), "sextant: answers/1\ninstrument: mini\nunit: {id: ATL}\nrespondents: [" +
                                   respondents + "]\nanswers: {" + answers + "}\n" + more);
  // A group of its own is named, and kept apart all the same.
  auto& found = out.diagnostics;
  found.erase(std::remove_if(found.begin(), found.end(),
                             [](const Diagnostic& one) { return one.code == Code::unknown_group; }),
              found.end());
  REQUIRE(brief(found, "a.yaml") == "");
  return *out;
}

Assessment one(const std::string& respondent, const std::string& answers, const std::string& more = "") {
  return file("{id: " + respondent + "}", answers, more);
}

Merged together(const std::vector<Assessment>& files, const Assessment* country = nullptr) {
  std::vector<MergePart> parts;
  for (const Assessment& each : files) parts.push_back({&each, "nobody", false});
  if (country != nullptr) parts.push_back({country, "country", true});
  return merge(mini(), parts);
}

Assessment merged(const std::vector<Assessment>& files, const Assessment* country = nullptr) {
  Merged out = together(files, country);
  REQUIRE(out.conflicts.empty());
  return std::move(out.assessment);
}

std::size_t place(const std::string& id) {
  return mini().question_index.at(id);
}

const Answer& at(const Assessment& all, const std::string& id) {
  return all.answers[place(id)];
}

Answer level(std::size_t number) {
  return one("x", "a: " + std::to_string(number)).answers[place("a")];
}

void settle(Assessment& all, const std::string& id, std::size_t number, const std::string& reason) {
  decide(mini(), all, place(id), level(number), reason, "2025-03-26");
}

/// "2 Read. 2025-03-25; ..." of an answer's history.
std::string history(const Answer& answer) {
  std::string out;
  for (const Earlier& each : answer.history) {
    out += (out.empty() ? "" : "; ") + std::to_string(each.answer.level.value_or(98) + 1) + " " +
           each.reason + (each.date.empty() ? "" : " " + each.date);
  }
  return out;
}

std::string said(const Assessment& all, const std::string& id) {
  std::string out;
  for (const Said& each : at(all, id).said)
    out +=
        (out.empty() ? "" : " ") + each.respondent + ":" + std::to_string(each.answer.level.value_or(98) + 1);
  return out;
}

/// A file written and read again, as the next merge finds it.
Assessment reread(const Assessment& all) {
  const auto out = try_answers_file(mini(), write_answers(mini(), all));
  REQUIRE(brief(out.diagnostics, "a.yaml") == "");
  return *out;
}

}  // namespace

TEST_CASE(
    "also of one respondent it is kept who said what, so that what the country adds stays the country's") {
  Assessment country = merged({one("x", "a: 2, b: {value: 3, because: Seen.}", "notes: N\n")});
  CHECK(said(country, "a") == "x:2");
  CHECK(at(country, "b").because == "Seen.");
  REQUIRE(country.contributions.size() == 1);
  CHECK(country.contributions[0].notes == "N");
  set_value(country.answers[place("c")], level(4));
  country.answers[place("a")].because = "The workshop.";
  const Assessment now = reread(country);
  const Assessment again = merged({one("x", "a: 1, b: 3"), one("y", "a: 1")}, &now);
  CHECK(said(again, "a") == "x:1 y:1");
  CHECK(at(again, "a").level == 0);
  CHECK(at(again, "a").because == "The workshop.");
  CHECK(at(again, "c").level == 3);
  CHECK(said(again, "c") == "");
}

TEST_CASE("a country's file that was one respondent's loses nothing when that respondent's own file comes") {
  const Assessment country =
      one("x", "a: 2, b: {value: 3, because: The workshop., confidence: low}, note: Ours",
          "notes: P\nvision: {purpose: Q}\n");
  const Merged out = together({one("x", "a: 2, b: {value: 3, because: Seen.}", "notes: R\n")}, &country);
  REQUIRE(out.conflicts.empty());
  const Assessment& all = out.assessment;
  CHECK(at(all, "a").level == 1);
  CHECK(at(all, "b").because == "The workshop.");
  CHECK(at(all, "b").confidence == "low");
  CHECK(at(all, "b").said.at(0).answer.because == "Seen.");
  CHECK(at(all, "note").written == "Ours");
  CHECK(at(all, "note").said.empty());
  CHECK(all.notes == "P");
  CHECK(all.vision.purpose == "Q");
  CHECK(all.contributions.at(0).notes == "R");
  REQUIRE(out.own.size() == 1);
  CHECK(out.own[0].part == 1);
  CHECK(out.own[0].respondent == "x");
  CHECK(out.own[0].what == std::vector<std::string>{"b", "note", "vision", "notes"});

  SUBCASE("where both say the same, nothing is named") {
    CHECK(together({country}, &country).own.empty());
  }
  SUBCASE("two different answers are refused") {
    const Merged two = together({one("x", "a: 4")}, &country);
    REQUIRE(two.conflicts.size() == 1);
    CHECK(two.conflicts[0].about == MergeConflict::About::answer);
    CHECK(two.conflicts[0].respondent == "x");
    CHECK(two.conflicts[0].question == place("a"));
    CHECK(two.conflicts[0].one == 0);
    CHECK(two.conflicts[0].other == 1);
  }
  SUBCASE("a decision in it is no answer of the respondent's") {
    const Assessment decided = one("x", "", "decisions: [{question: a, value: 4, reason: R}]\n");
    const Assessment both = merged({one("x", "a: 1")}, &decided);
    CHECK(at(both, "a").level == 3);
    CHECK(said(both, "a") == "x:1");
    CHECK(both.decisions.size() == 1);
  }
}

TEST_CASE("what only the country's file says of who a respondent is stays when their own file comes") {
  const auto role = [](const std::vector<Assessment>& files, const Assessment& country) {
    const Assessment all = merged(files, &country);
    REQUIRE(!all.respondents.empty());
    CHECK(all.respondents[0].role == "planner");
    return all.respondents[0].group;
  };
  const std::string told = "{id: ann, role: planner, group: ministry}";
  CHECK(role({one("ann", "a: 1")}, file(told, "a: 1")) == "ministry");
  CHECK(role({one("ann", "a: 1"), one("ben", "a: 2")}, merged({file(told, "a: 1"), one("ben", "a: 2")})) ==
        "ministry");
  // What the respondent says of it now goes before.
  const Assessment now = file("{id: ann, role: planner}", "a: 1");
  CHECK(role({now}, file("{id: ann, role: clerk, group: ministry}", "a: 1")) == "ministry");
}

TEST_CASE("a decision on one respondent's answer leaves what was said, and its reason with it") {
  Assessment all = merged({one("x", "a: {value: 1, because: Seen., confidence: high, date: 2025-03-25}")});
  settle(all, "a", 4, "The list.");
  CHECK(at(all, "a").level == 3);
  CHECK(at(all, "a").because == "");
  CHECK(at(all, "a").confidence == "");
  CHECK(history(at(all, "a")) == "");
  CHECK(said(all, "a") == "x:1");
  CHECK(at(all, "a").said.at(0).answer.because == "Seen.");
  REQUIRE(all.decisions.size() == 1);
  CHECK(all.decisions[0].reason == "The list.");
  CHECK(all.decisions[0].date == "2025-03-26");
  CHECK(merged({reread(all)}) == all);
  const Assessment now = reread(all);
  CHECK(merged({one("x", "a: {value: 1, because: Seen., confidence: high, date: 2025-03-25}")}, &now) == all);
}

TEST_CASE("a decision puts the country's own answer into the history, with its reason and day") {
  const Assessment country =
      file("{id: x}, {id: y}",
           "a: {value: 2, because: Read., date: 2025-03-01, said: [{respondent: x, value: 3}, "
           "{respondent: y, value: 1}]}");
  Assessment all = merged({country});
  CHECK(at(all, "a").because == "Read.");
  settle(all, "a", 4, "The list.");
  CHECK(at(all, "a").level == 3);
  CHECK(at(all, "a").because == "");
  CHECK(at(all, "a").date == "");
  CHECK(history(at(all, "a")) == "2 Read. 2025-03-01");
  CHECK(said(all, "a") == "x:3 y:1");
  CHECK_FALSE(at(all, "a").disputed);
  CHECK(merged({reread(all)}) == all);

  SUBCASE("an earlier decision for another value too") {
    settle(all, "a", 1, "Recounted.");
    CHECK(history(at(all, "a")) == "2 Read. 2025-03-01; 4 The list. 2025-03-26");
    REQUIRE(all.decisions.size() == 1);
    CHECK(all.decisions[0].reason == "Recounted.");
    CHECK(merged({reread(all)}) == all);
  }
  SUBCASE("one for the same value gives way") {
    settle(all, "a", 4, "Confirmed.");
    CHECK(history(at(all, "a")) == "2 Read. 2025-03-01");
    REQUIRE(all.decisions.size() == 1);
    CHECK(all.decisions[0].reason == "Confirmed.");
  }
}

TEST_CASE("a decision for what all say has their reason, and decisions stand in the questionnaire's order") {
  Assessment all = merged({one("x", "a: {value: 3, because: Seen.}, b: 1"), one("y", "a: 3, b: 2")});
  settle(all, "b", 2, "The list.");
  settle(all, "a", 1, "Meters.");
  CHECK(at(all, "a").because == "");
  settle(all, "a", 3, "Meters again.");
  CHECK(at(all, "a").because == "Seen.");
  CHECK(history(at(all, "a")) == "1 Meters. 2025-03-26");
  REQUIRE(all.decisions.size() == 2);
  CHECK(all.decisions[0].question == place("a"));
  CHECK(all.decisions[1].question == place("b"));
  CHECK(merged({reread(all)}) == all);
}

TEST_CASE("what became of each question") {
  Assessment all = merged({one("x", "a: 1, b: 2"), one("y", "a: 4, b: 2, c: dont_know"),
                           file("{id: z}, {id: zz}", "note: Ours")});
  std::string kinds;
  for (const MergeOutcome& each : outcomes(mini(), all))
    kinds += mini().questions[each.question].id + " " + std::string(name_of(each.kind)) + "; ";
  CHECK(kinds == "a open; b agreed; c dont_know; note one_view; ");
  settle(all, "a", 2, "R");
  CHECK(outcomes(mini(), all).front().kind == MergeOutcome::Kind::decided);
  const auto none = outcomes(mini(), merged({one("x", "")}));
  CHECK(none.size() == 4);
  CHECK(std::all_of(none.begin(), none.end(),
                    [](const MergeOutcome& each) { return each.kind == MergeOutcome::Kind::no_view; }));
  // The least consensus first: 1 and 4 stand further apart than 2 and 3.
  const auto two = outcomes(mini(), merged({one("x", "a: 2, b: 1"), one("y", "a: 3, b: 4")}));
  CHECK(two[0].question == place("b"));
  CHECK(two[1].question == place("a"));
  CHECK(*two[0].consensus == doctest::Approx(0));
}

TEST_CASE("a group's file holds what its respondents said, and nothing of the country's own") {
  const Assessment country =
      file("{id: x, group: ministry}, {id: y, group: teachers}, {id: z}",
           "a: {value: 2, because: Ours., said: [{respondent: x, value: 3}, {respondent: y, value: 1}]}, b: "
           "4, note: Ours",
           "vision: {purpose: Ours}\nnotes: Ours\ncontributions: [{respondent: y, notes: Mine}]\n"
           "decisions: [{question: b, value: 4, reason: R}]\n");
  const auto groups = by_group(mini(), merged({country}));
  REQUIRE(groups.size() == 2);
  CHECK(groups[0].first == "ministry");
  CHECK(groups[1].first == "teachers");
  const Assessment& teachers = groups[1].second;
  CHECK(at(teachers, "a").level == 0);
  CHECK(at(teachers, "a").because == "");
  CHECK(said(teachers, "a") == "y:1");
  CHECK(at(teachers, "b") == Answer());
  CHECK(at(teachers, "note") == Answer());
  CHECK(teachers.vision == Vision());
  CHECK(teachers.notes == "");
  CHECK(teachers.decisions.empty());
  CHECK(teachers.contributions.at(0).notes == "Mine");
  CHECK(groups[0].second.contributions.empty());
  REQUIRE(teachers.respondents.size() == 1);
  CHECK(teachers.respondents[0].id == "y");
}

TEST_CASE("the country's own answers are not put into the mouth of a lone respondent") {
  const Assessment country = file("{id: x, group: ministry}",
                                  "a: {value: 2, because: Ours., said: [{respondent: x, value: 3}]}, b: 4",
                                  "vision: {purpose: Ours}\nfeedback: {workshop: Ours}\n");
  const auto groups = by_group(mini(), merged({country}));
  REQUIRE(groups.size() == 1);
  CHECK(at(groups[0].second, "a").level == 2);
  CHECK(at(groups[0].second, "a").because == "");
  CHECK(at(groups[0].second, "b") == Answer());
  CHECK(groups[0].second.vision == Vision());
  CHECK(groups[0].second.feedback.empty());
}

TEST_CASE("what a respondent says otherwise than before is told, also where it is gone") {
  const Assessment before = merged({one("x", "a: 1, b: 2, c: 3"), one("y", "a: 1")});
  const Assessment after = merged({one("x", "a: 4, b: 2")}, &before);
  std::string told;
  for (const MergeChange& each : changes_since(mini(), before, after)) {
    told += each.respondent + " " + mini().questions[each.question].id + " " +
            std::to_string(*each.before.level + 1) +
            (each.after.level ? std::to_string(*each.after.level + 1) : "-") + "; ";
  }
  CHECK(told == "x a 14; x c 3-; ");
  const Assessment named = file("{id: x}, {id: y}", "a: {value: 2, respondent: x}");
  // What people wrote by hand came out of no merge, and stays: as the country's own.
  const Assessment kept = merged({one("x", "")}, &named);
  CHECK(at(kept, "a").level == std::size_t{1});
  CHECK(changes_since(mini(), named, kept).empty());
}

TEST_CASE("whatever is decided, merging the file again gives the same file") {
  Random random(91);
  const Instrument& hostile = hostile_instrument();
  int decided = 0;
  int replaced = 0;
  for (int i = 0; i < tries(200); ++i) {
    const Checked<Assessment> read = try_answers_file(hostile, hostile_answers(random), "a.json");
    const Checked<Assessment> values = try_answers_file(hostile, hostile_answers(random), "b.json");
    REQUIRE(read);
    REQUIRE(values);
    Merged all = merge(hostile, {{&*read, "nobody", false}});
    if (!all.conflicts.empty()) continue;
    Assessment& result = all.assessment;
    for (std::size_t q = 0; q < hostile.questions.size(); ++q) {
      const Answer& value = values->answers[q];
      // Words for states are texts where a text is asked for: no decision says them there.
      const bool text =
          hostile.questions[q].type == QuestionType::text && value.state != AnswerState::answered;
      if (value.state == AnswerState::unanswered || text || random.chance(40)) continue;
      const std::vector<Said> before = result.answers[q].said;
      const std::size_t known = result.answers[q].history.size();
      decide(hostile, result, q, value, "R", "2025-03-26");
      CHECK(result.answers[q].said == before);
      CHECK(same_value(hostile.questions[q], result.answers[q], value));
      ++decided;
      replaced += result.answers[q].history.size() > known ? 1 : 0;
    }
    const std::string written = write_answers(hostile, result);
    INFO(written);
    const Checked<Assessment> again = try_answers_file(hostile, written);
    REQUIRE(brief(again.diagnostics, "a.yaml") == "");
    CHECK(*again == result);
    const Merged twice = merge(hostile, {{&*again, "nobody", false}});
    REQUIRE(twice.conflicts.empty());
    CHECK(write_answers(hostile, twice.assessment) == written);
  }
  CHECK(decided > tries(300));
  CHECK(replaced > tries(30));
}
