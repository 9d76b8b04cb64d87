#include "engine/agreement/opinions.hpp"

#include <doctest/doctest.h>

#include "engine/diagnosis/findings.hpp"
#include "tests/unit/support.hpp"

using namespace sextant;
using namespace sextant::test;

namespace {

/// Two pillars of two questions on 1 to 4; respondents one level apart agree well enough, two levels apart do
/// not.
Instrument two(const std::string& more = "") {
  return instrument(maturity() + "nodes:\n  - id: p\n    title: P\n    questions:\n" + level_question("a") +
                    level_question("b") + "  - id: r\n    title: R\n    questions:\n" + level_question("c") +
                    level_question("d") +
                    "respondent_groups: [{id: g, title: Ministry}, {id: h, title: Teachers}]\n"
                    "agreement: {least_consensus: 0.7}\n" +
                    more);
}

/// A file with three respondents, of the groups g, g and h.
Assessment file(const Instrument& mini, const std::string& answers, const std::string& more = "") {
  const auto all = try_answers_file(mini,
                                    "sextant: answers/1\ninstrument: mini\nunit: {id: ATL}\nrespondents: "
                                    "[{id: x, group: g}, {id: y, group: g}, {id: "
                                    "z, group: h}]\nanswers:\n" +
                                        answers + more);
  REQUIRE(all);
  return *all;
}

std::string views(const std::string& x, const std::string& z) {
  return ", said: [{respondent: x, value: " + x + "}, {respondent: z, value: " + z + "}]}\n";
}

}  // namespace

TEST_CASE("a disputed answer counts, and widens the range to all that was said") {
  const Instrument mini = two();
  // Tastle and Wierman on 1..4: views 1 and 3 have 1 + log2(1 - 1/3) = 0.415, views 2 and 3 have 1 + log2(1 -
  // 0.5/3) = 0.737.
  const Assessment all = file(
      mini, "  a: {value: 3" + views("1", "3") + "  b: {value: 3" + views("2", "3") + "  c: 2\n  d: 2\n");
  const Scores scores = score(mini, all);
  const NodeScore& p = scores.nodes[mini.node_index.at("p")];
  CHECK(*p.value == 3);
  REQUIRE(p.range);
  CHECK(p.range->low == 2);  // (1 + 3) / 2
  CHECK(p.range->high == 3);
  CHECK_FALSE(p.settled);
  CHECK(scores.nodes[mini.node_index.at("r")].settled);
}

TEST_CASE("a decision ends the dispute, and gives the answer where none stands") {
  const Instrument mini = two();
  const Assessment all =
      file(mini, "  a: {state: unanswered" + views("1", "3") + "  b: 3\n",
           "decisions: [{question: a, value: 2, reason: Both looked at the decree., date: 2025-03-25}]\n");
  const Scores scores = score(mini, all);
  const NodeScore& p = scores.nodes[mini.node_index.at("p")];
  CHECK(*p.value == 2.5);  // (2 + 3) / 2
  CHECK(p.range->low == 2.5);
  CHECK(p.settled);
  const auto wrong =
      try_answers_file(mini,
                       "sextant: answers/1\ninstrument: mini\nunit: {id: ATL}\nanswers: {a: 1}\n"
                       "decisions: [{question: a, value: 2, reason: r}]\n");
  CHECK_FALSE(wrong);
  CHECK(brief(wrong.diagnostics, "a.yaml") == "Q0315 5:34");
}

TEST_CASE("an open dispute without an answer ranges over what was said, not over the whole scale") {
  const Instrument mini = two();
  const NodeScore p = score(mini, file(mini, "  a: {state: unanswered" + views("1", "3") + "  b: 3\n"))
                          .nodes[mini.node_index.at("p")];
  CHECK(p.range->low == 2);   // (1 + 3) / 2
  CHECK(p.range->high == 3);  // (3 + 3) / 2
}

TEST_CASE("disagreement and groups that see it differently are found, and named") {
  const Instrument mini =
      two("findings:\n  - {id: f.d, type: disagreement, share: 0, sentence: \"{node} {count} {share}\"}\n"
          "  - {id: f.g, type: groups_apart, more_than: 0.75, sentence: \"{node} {group} {low} {other_group} "
          "{high}\"}\n");
  const Assessment all = file(mini, "  a: {value: 3" + views("3", "1") + "  b: {value: 3" + views("3", "2"));
  std::vector<std::string> sentences;
  for (const Finding& one : diagnose(mini, all, score(mini, all)))
    sentences.push_back(sentence(mini, one, 0, Lang::en));
  REQUIRE(sentences.size() == 2);
  CHECK(sentences[0] == "P 1 50%");
  CHECK(sentences[1] == "P Teachers 1.5 Ministry 3.0");
}

TEST_CASE("groups are compared on what both answered, of which there must be two") {
  const Instrument mini = two();
  const Opinions one = opinions_in(mini, file(mini, "  a: {value: 3" + views("4", "1")));
  CHECK_FALSE(groups_apart(mini, one, 0));
  const Opinions both =
      opinions_in(mini, file(mini, "  a: {value: 3" + views("4", "1") + "  c: {value: 3" + views("2", "2")));
  const auto apart = groups_apart(mini, both, 0);
  REQUIRE(apart);
  CHECK(apart->lower == "h");
  CHECK(apart->low == 1.5);
  CHECK(apart->high == 3);
  CHECK_FALSE(groups_apart(mini, both, mini.node_index.at("p")));
}

TEST_CASE("several files are several respondents, and don't knows are counted apart") {
  const Instrument mini = two();
  const std::vector<Assessment> files = {answers(mini, "a: 1\nb: dont_know"), answers(mini, "a: 2\nb: 3"),
                                         answers(mini, "a: 4")};
  const Agreement all = agreement(mini, opinions_of(mini, files), std::vector<bool>(4, false));
  REQUIRE(all.questions.size() == 2);
  CHECK(all.questions[0].count == 3);
  CHECK(*all.questions[0].median == 2);
  CHECK(*all.questions[0].within_one == doctest::Approx(2.0 / 3));
  CHECK(all.questions[1].count == 1);
  CHECK(all.questions[1].dont_know == 1);
  CHECK_FALSE(all.questions[1].consensus);
}
