#include "engine/merge/merge.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "engine/assessment/write_answers.hpp"
#include "tests/unit/effort.hpp"
#include "tests/unit/hostile_answers.hpp"
#include "tests/unit/language_support.hpp"

using namespace sextant;
using namespace sextant::test;

namespace {

const Instrument& mini() {
  static const Instrument one = instrument(
      maturity() +
      "agreement: {least_consensus: 0.7}\nnodes:\n  - id: power\n    title: Power\n    questions:\n" +
      level_question("a", "not_applicable: yes") + level_question("b") +
      "      - {id: note, type: text, text: t}\n");
  return one;
}

Assessment file(const std::string& respondent, const std::string& answers, const std::string& more = "") {
  const auto out = try_answers_file(
      mini(), "sextant: answers/1\ninstrument: mini\nunit: {id: ATL}\nrespondents: [{id: " + respondent +
                  "}]\nanswers: {" + answers + "}\n" + more);
  REQUIRE(brief(out.diagnostics, "a.yaml") == "");
  return *out;
}

Merged together(const Instrument& instrument, const std::vector<Assessment>& files) {
  std::vector<MergePart> parts;
  for (const Assessment& one : files) parts.push_back({&one, "nobody"});
  return merge(instrument, parts);
}

Assessment merged(const std::vector<Assessment>& files) {
  Merged out = together(mini(), files);
  REQUIRE(out.conflicts.empty());
  return std::move(out.assessment);
}

const Answer& at(const Assessment& one, const std::string& id) {
  return one.answers[mini().question_index.at(id)];
}

std::string conflicts(const std::vector<Assessment>& files) {
  std::string out;
  for (const MergeConflict& one : together(mini(), files).conflicts) {
    out += (out.empty() ? "" : "; ") + std::to_string(static_cast<int>(one.about)) + " " + one.respondent +
           " " + (one.question ? mini().questions[*one.question].id : "") + " " + one.key + " " +
           std::to_string(one.one) + std::to_string(one.other);
  }
  return out;
}

}  // namespace

TEST_CASE("where respondents agree the answer is taken; where they differ it is open until it is decided") {
  const Assessment all = merged({file("x", "a: 3, b: 1"), file("y", "a: {value: s, because: Seen.}, b: 3")});
  CHECK(at(all, "a").state == AnswerState::answered);
  CHECK(at(all, "a").level == 2);
  CHECK(at(all, "a").because == "Seen.");
  CHECK(at(all, "a").said.size() == 2);
  CHECK(at(all, "b").state == AnswerState::unanswered);
  REQUIRE(at(all, "b").disputed);
  CHECK(*at(all, "b").disputed == Interval{1, 3});
  CHECK(all.respondents.size() == 2);
}

TEST_CASE("views near enough to be no dispute are still not one answer") {
  const Assessment all = merged({file("x", "b: 2"), file("y", "b: 3")});
  CHECK(at(all, "b").state == AnswerState::unanswered);
  REQUIRE(at(all, "b").disputed);
  CHECK(*at(all, "b").disputed == Interval{2, 3});
}

TEST_CASE("a don't-know is no view; not applicable is one") {
  CHECK(at(merged({file("x", "a: 3"), file("y", "a: dont_know")}), "a").level == 2);
  CHECK(at(merged({file("x", ""), file("y", "a: dont_know")}), "a").state == AnswerState::dont_know);
  CHECK(at(merged({file("x", "a: not_applicable"), file("y", "a: dont_know")}), "a").state ==
        AnswerState::not_applicable);
  CHECK(at(merged({file("x", "a: not_applicable"), file("y", "a: 2")}), "a").state ==
        AnswerState::unanswered);
}

TEST_CASE("a reason is that of the answer, and an owner that of what is not known") {
  const Assessment all = merged({file("x", "a: {value: 3, because: Seen.}, b: {value: 1, because: Read.}"),
                                 file("y", "a: {state: dont_know, because: Nobody counts., owner: z}, b: 3"),
                                 file("z", "note: {state: dont_know, owner: y}")});
  CHECK(at(all, "a").because == "Seen.");
  CHECK(at(all, "a").owner.empty());
  CHECK(at(all, "b").because.empty());
  CHECK(at(all, "note").owner == "y");
}

TEST_CASE("a decision gives the answer, and a later merge keeps it") {
  Assessment open = merged({file("x", "b: 1"), file("y", "b: 3")});
  const auto again = try_answers_file(
      mini(), write_answers(mini(), open) +
                  "decisions: [{question: b, value: 3, reason: The list., date: 2025-03-26}]\n");
  REQUIRE(again);
  const Assessment all = merged({*again, file("z", "b: 1, a: 2")});
  CHECK(at(all, "b").level == 2);
  CHECK(at(all, "b").said.size() == 3);
  CHECK_FALSE(at(all, "b").disputed);
  REQUIRE(all.decisions.size() == 1);
  CHECK(all.decisions[0].reason == "The list.");
  CHECK(at(all, "a").level == 1);
}

TEST_CASE("what respondents wrote beside the answers is kept, and shared where it is the same") {
  const Assessment all =
      merged({file("x", "",
                   "vision: {purpose: P, outcomes: [R, S]}\ntargets: {power: 3}\nnotes: N\n"
                   "priorities: [{node: power, reason: A}]\nfeedback: {workshop: Good}\n"),
              file("y", "",
                   "vision: {purpose: Q, outcomes: [S, T]}\ntargets: {power: 3, overall: 4}\n"
                   "priorities: [{node: power}]\n")});
  CHECK(all.vision.purpose.empty());
  CHECK(all.vision.outcomes == std::vector<std::string>{"R", "S", "T"});
  CHECK(all.targets == std::vector<Target>{{0, 3}, {1, 2}});
  CHECK(all.priorities == std::vector<Priority>{{"power", "A"}});
  CHECK(all.notes.empty());
  CHECK(all.feedback.empty());
  REQUIRE(all.contributions.size() == 2);
  CHECK(all.contributions[0].notes == "N");
  CHECK(all.contributions[0].feedback.at(0).texts.at(0) == "Good");
  CHECK(all.contributions[1].vision.purpose == "Q");
}

TEST_CASE("one respondent who says two things is a conflict that names both files") {
  CHECK(conflicts({file("x", "a: 1"), file("y", "a: 1"), file("x", "a: 2, b: 1")}) == "0 x a value 02");
  CHECK(conflicts({file("x", "a: 1"), file("x", "a: 1, b: 2")}) == "");
  CHECK(conflicts({file("x", "a: {value: 1, because: P}"), file("x", "a: {value: 1, because: Q}")}) ==
        "1 x a because 01");
  CHECK(conflicts({file("x", "", "notes: P\n"), file("x", "", "notes: Q\n")}) == "1 x  notes 01");
  CHECK(conflicts({file("x, role: P", ""), file("x, role: Q", "")}) == "2 x  role 01");
  const std::string decision = "decisions: [{question: a, reason: R, value: ";
  CHECK(conflicts({file("x", "", decision + "1}]\n"), file("y", "", decision + "2}]\n")}) == "3  a value 01");
}

TEST_CASE("what a country's file says of itself stays") {
  const Assessment country = *try_answers_file(mini(), R"(sextant: answers/1
instrument: mini
unit: {id: ATL}
respondents: [{id: x}, {id: y}]
answers:
  a: {value: 2, because: The workshop., said: [{respondent: x, value: 3}, {respondent: y, value: 1}]}
  b: {value: 4, respondent: y}
  note: Ours
vision: {purpose: Ours too}
)");
  const Assessment all = merged({country, file("z", "a: 4, b: 4", "vision: {purpose: Mine}\n")});
  CHECK(at(all, "a").level == 1);
  CHECK(at(all, "a").because == "The workshop.");
  CHECK(at(all, "a").said.size() == 3);
  REQUIRE(at(all, "a").disputed);
  CHECK(*at(all, "a").disputed == Interval{1, 4});
  CHECK(at(all, "b").level == 3);
  CHECK(at(all, "b").said.size() == 2);
  CHECK(at(all, "note").written == "Ours");
  CHECK(all.vision.purpose == "Ours too");
}

TEST_CASE("the country's file as it stood gives way to its respondents' new files") {
  const Assessment before = merged({file("x", "a: 1, b: 2", "notes: P\n"), file("y", "a: 1", "notes: Q\n")});
  const Assessment x = file("x", "a: 4", "notes: R\n");
  std::vector<MergePart> parts = {{&before, "", true}, {&x, ""}};
  const Merged all = merge(mini(), parts);
  REQUIRE(all.conflicts.empty());
  CHECK(at(all.assessment, "a").state == AnswerState::unanswered);
  CHECK(at(all.assessment, "a").said.at(0).answer.level == 3);
  CHECK(at(all.assessment, "a").said.at(1).answer.level == 0);
  CHECK(at(all.assessment, "b").said.empty());
  CHECK(all.assessment.contributions.at(0).notes == "R");
  CHECK(all.assessment.contributions.at(1).notes == "Q");
}

TEST_CASE("merging is associative and does not depend on the order of files") {
  Random random(77);
  int clean = 0;
  for (int i = 0; i < tries(300); ++i) {
    std::vector<Assessment> files;
    for (int n = 0; n < 4; ++n) {
      Checked<Assessment> one = try_answers_file(hostile_instrument(), hostile_answers(random), "a.json");
      REQUIRE(one);
      // One respondent a file; now and then the same one, as when colleagues share the pillars.
      one->respondents = {{random.chance(15) ? "shared" : "r" + std::to_string(n), "", "", "", ""}};
      one->contributions.clear();
      one->decisions.clear();
      for (Answer& answer : one->answers) {
        answer.said.clear();
        answer.respondent.clear();
        answer.disputed.reset();
      }
      one->unit = {"ATL", "", "", "", {}, {}};
      one->edition.reset();
      one->round.id = "r";
      one->instrument_file.clear();
      files.push_back(std::move(*one));
    }
    if (random.chance(50)) {
      const std::size_t q = static_cast<std::size_t>(random.below(8));
      if (files[0].answers[q].state == AnswerState::answered) files[0].decisions = {{q, "R", "2025-03-26"}};
    }
    const Instrument& instrument = hostile_instrument();
    const Merged all = together(instrument, files);
    const auto pair = [&](const Assessment& a, const Assessment& b) { return together(instrument, {a, b}); };
    if (!all.conflicts.empty()) continue;
    ++clean;
    const std::string wanted = write_answers(instrument, all.assessment);
    INFO(wanted);
    const Merged left = pair(pair(pair(files[0], files[1]).assessment, files[2]).assessment, files[3]);
    const Merged right = pair(files[0], pair(files[1], pair(files[2], files[3]).assessment).assessment);
    const Merged halves = pair(pair(files[3], files[1]).assessment, pair(files[2], files[0]).assessment);
    for (const Merged* one : {&left, &right, &halves}) {
      REQUIRE(one->conflicts.empty());
      REQUIRE(write_answers(instrument, one->assessment) == wanted);
      CHECK(one->assessment == all.assessment);
    }
    const Checked<Assessment> read = try_answers_file(instrument, wanted);
    REQUIRE(brief(read.diagnostics, "a.yaml") == "");
    CHECK(*read == all.assessment);
    CHECK(together(instrument, {*read}).assessment == all.assessment);
    std::reverse(files.begin(), files.end());
    CHECK(together(instrument, files).assessment == all.assessment);
    // Nobody's answer is lost.
    for (const Assessment& file : files) {
      for (std::size_t q = 0; q < file.answers.size(); ++q) {
        if (file.answers[q].state == AnswerState::unanswered) continue;
        const std::vector<Said>& said = all.assessment.answers[q].said;
        CHECK(std::any_of(said.begin(), said.end(), [&](const Said& one) {
          return one.respondent == file.respondents[0].id &&
                 same_value(instrument.questions[q], one.answer, file.answers[q]);
        }));
      }
    }
  }
  CHECK(clean > tries(150));
}

namespace {

/// The sheet with the lowest, or the highest, of several answers to each question.
Assessment of_each(const std::vector<Assessment>& files, bool highest) {
  Assessment out = files.front();
  for (std::size_t q = 0; q < out.answers.size(); ++q) {
    for (const Assessment& file : files) {
      const bool better = highest ? file.answers[q].score > out.answers[q].score
                                  : file.answers[q].score < out.answers[q].score;
      if (better) out.answers[q] = file.answers[q];
    }
  }
  return out;
}

/// Nothing where `value` lies between the two, or one of the three is absent.
bool between(const std::optional<double>& low, const std::optional<double>& value,
             const std::optional<double>& high) {
  const double slack = 1e-9 * std::max(1.0, std::fabs(value.value_or(0)));
  return !low || !value || !high || (*low - slack <= *value && *value <= *high + slack);
}

}  // namespace

TEST_CASE("a merged file scores between the lowest and the highest of its parts' answers") {
  language::Mix rising;
  rising.rising_only = true;
  int decided_count = 0;
  int compared = 0;
  language::on_random(55, tries(300), 0, rising,
                      [&](const language::Model& model, const language::Sheet&, bool) {
                        Random random(model.questions.size() * 131 + model.nodes.size());
                        std::vector<Assessment> files;
                        std::optional<Instrument> instrument;
                        for (const char* id : {"x", "y", "z"}) {
                          language::Sheet sheet = language::random_sheet(random, model, 0);
                          for (std::size_t q = 0; q < sheet.size(); ++q) {
                            if (sheet[q].state != language::State::answered)
                              sheet[q] = language::every_answer(model, model.questions[q]).front();
                          }
                          auto loaded = language::load(model, sheet, false);
                          if (!loaded) return std::string();
                          loaded->assessment.respondents = {{id, "", "", "", ""}};
                          files.push_back(std::move(loaded->assessment));
                          if (!instrument) instrument = std::move(loaded->instrument);
                        }
                        const Merged open = together(*instrument, files);
                        if (!open.conflicts.empty()) return std::string("conflicts");
                        Assessment decided = open.assessment;
                        for (std::size_t q = 0; q < decided.answers.size(); ++q) {
                          const Answer& answer = decided.answers[q];
                          if (answer.state == AnswerState::answered || answer.said.empty()) continue;
                          const Answer chosen = answer.said[static_cast<std::size_t>(random.below(3))].answer;
                          decide(*instrument, decided, q, chosen, "Talked over.", "");
                          ++decided_count;
                        }
                        const Merged again = together(*instrument, {decided, files[0]});
                        if (!again.conflicts.empty()) return std::string("conflicts with a part");
                        const Scores value = score(*instrument, again.assessment);
                        const Scores low = score(*instrument, of_each(files, false));
                        const Scores high = score(*instrument, of_each(files, true));
                        const Scores wide = score(*instrument, open.assessment);
                        for (std::size_t n = 0; n < value.nodes.size(); ++n) {
                          const std::string name = instrument->nodes[n].id;
                          if (!between(low.nodes[n].value, value.nodes[n].value, high.nodes[n].value))
                            return name + " scores outside its parts' answers";
                          ++compared;
                          const auto& range = wide.nodes[n].range;
                          if (!range) continue;
                          if (!between(range->low, value.nodes[n].value, range->high))
                            return name + " is decided outside the range that it had before";
                          for (const Assessment& file : files) {
                            if (!between(range->low, score(*instrument, file).nodes[n].value, range->high))
                              return name + ": a part scores outside the range of the merged file";
                          }
                        }
                        return std::string();
                      });
  CHECK(decided_count > tries(300));
  CHECK(compared > tries(500));
}
