#include <doctest/doctest.h>

#include "tests/unit/support.hpp"

using namespace sextant;
using namespace sextant::test;

// Small cases that the properties of the whole language found, or might have.

TEST_CASE("a condition that the answer given fails, fails even while it is open whether that answer counts") {
  // b's answer is 1 and not 4: whether b is asked or not, "b is 4" does not hold, and c is asked.
  const Instrument loaded = instrument(maturity() + "questions:\n" + level_question("a", "", "  ") +
                                       level_question("b", "ask_if: {question: a, is: 4}", "  ") +
                                       level_question("c", "ask_if: {none: [{question: b, is: 4}]}", "  "));
  const NodeScore score = score_of(loaded, "a: dont_know\nb: 1\nc: 3", "overall");
  CHECK(score.value == 3);
  CHECK(score.tally.answered == 1);
}

TEST_CASE("a condition on an open question that is not applicable does not hold") {
  const Instrument loaded =
      instrument(maturity() + "questions:\n" + level_question("a", "", "  ") +
                 level_question("b", "not_applicable: yes, ask_if: {question: a, is: 4}", "  ") +
                 level_question("c", "ask_if: {none: [{question: b, answered: yes}]}", "  "));
  CHECK(score_of(loaded, "a: dont_know\nb: not_applicable\nc: 3", "overall").value == 3);
}

TEST_CASE("gates look at what unknown answers can reach, and the range with them") {
  const std::string body = maturity() +
                           "overall:\n  combine: staged\n  gates:\n"
                           "    - {level: e, needs: [{of: [{id: a}], at: n}]}\n"
                           "    - {level: s, needs: [{of: [{id: b}], at: a}]}\n"
                           "questions:\n" +
                           level_question("a", "", "  ") + level_question("c", "", "  ") +
                           "  - {id: b, text: B, type: yes_no, values: {yes: 3, no: 1}}\n";
  // Any answer to a meets the first gate, and none to b the second; now neither is answered.
  const NodeScore score = score_of(instrument(body), "c: 1", "overall");
  CHECK(score.value == 1);
  REQUIRE(score.range);
  CHECK(score.range->low == 2);
  CHECK(score.range->high == 2);
  CHECK(score.range_exact);
  CHECK_FALSE(score.settled);
}

TEST_CASE("a balanced mean of values far below the scale has no value") {
  const std::string body = maturity() +
                           "overall:\n  combine: balanced\nquestions:\n"
                           "  - {id: x, text: X, type: number, range: [-9, 9]}\n"
                           "  - {id: y, text: Y, type: number, range: [-9, 9]}\n";
  // -2.5 is -116.7 on 0..100, and 70 + 0.6 s = 0: the penalty divides by it.
  const NodeScore none = score_of(instrument(body), "x: -2.5\ny: -2.5", "overall");
  CHECK(none.state == NodeState::insufficient);
  CHECK_FALSE(none.value);
  CHECK(score_of(instrument(body), "x: -2\ny: -2", "overall").value == doctest::Approx(-2));
}

TEST_CASE("a node that is not asked now and surely will be counts in its parent's range") {
  const std::string body = maturity() + "nodes:\n  - id: p\n    title: P\n    questions:\n" +
                           level_question("b", "ask_if: {question: a, answered: yes}") +
                           "  - id: r\n    title: R\n    weight: 0\n    questions:\n" + level_question("a") +
                           "questions:\n" + level_question("c", "not_applicable: yes", "  ");
  const NodeScore score = score_of(instrument(body), "b: 2\nc: not_applicable", "overall");
  CHECK(score.state == NodeState::not_applicable);
  REQUIRE(score.range);
  CHECK(score.range->low == 2);
  CHECK(score.range->high == 2);
}

TEST_CASE("evidence kept behind a branch that may open can lift an evidence cap") {
  const std::string body = maturity() + "overall:\n  evidence_cap: {below_grade: 2, at: n}\nquestions:\n" +
                           level_question("a", "", "  ") +
                           level_question("b", "ask_if: {question: a, is: 4}", "  ");
  const std::string kept = "b: {value: 4, evidence: [{title: T, grade: 3}]}";
  const NodeScore open = score_of(instrument(body), kept, "overall");
  REQUIRE(open.levels);
  CHECK(open.levels->low == 0);
  CHECK(open.levels->high == 3);
  // Without it the cap outlasts every answer.
  CHECK(score_of(instrument(body), "b: 4", "overall").levels->high == 0);
}

TEST_CASE("a child whose table has no row is left out of its parent's range as of its value") {
  const std::string body = maturity() +
                           "nodes:\n  - id: p\n    title: P\n"
                           "    combine: {rule: lookup, table: [{of: [4], is: 4}]}\n    questions:\n" +
                           level_question("a") + "questions:\n" + level_question("b", "", "  ") +
                           level_question("c", "", "  ");
  const NodeScore score = score_of(instrument(body), "a: 1\nb: 2", "overall");
  CHECK(score.value == 2);
  REQUIRE(score.range);
  CHECK(score.range->low == 1.5);
  CHECK(score.range->high == 3);
}

TEST_CASE("a grid that is unknown may come to be filled in part") {
  // Three cells of 0 or 1 give 0, 1/3, 2/3 and 1; two of them also 1/2, which alone has a row of its own.
  const std::string body =
      "scales:\n  - id: s\n    levels: [{id: n, number: \"0\", value: 0, name: N}, {id: m, from: 0.5, "
      "number: m, value: 0.6, name: M},"
      " {id: y, number: \"1\", value: 1, from: 0.6, name: Y}]\n"
      "overall:\n  combine: {rule: lookup, table: [{of: [m], is: 0}, {counts: [], is: 1}]}\n"
      "questions: [{id: g, text: G, type: grid, cells: [{id: a, text: A}, {id: b, text: B}, {id: c, text: "
      "C}]}]\n";
  const NodeScore partly = score_of(instrument(body), "g: {a: 0, b: 1}", "overall");
  CHECK(partly.value == 0);
  const NodeScore unknown = score_of(instrument(body), "g: dont_know", "overall");
  REQUIRE(unknown.range);
  CHECK(unknown.range->low == 0);
}

TEST_CASE("a question that does not apply leaves a gate's count also while it is open whether it is asked") {
  const std::string body =
      maturity() + "overall:\n  gates: [{level: a, needs: [{of: [{id: b}, {id: c}], at: a}]}]\nquestions:\n" +
      level_question("a", "weight: 0", "  ") +
      level_question("b", "not_applicable: yes, ask_if: {question: a, is: 4}", "  ") +
      level_question("c", "", "  ");
  const NodeScore score = score_of(instrument(body), "b: not_applicable\nc: 4", "overall");
  CHECK(score.level == 3);
  CHECK(score.settled);
}

TEST_CASE("children that hang on one unknown answer in opposite directions do not reach both ends together") {
  // Half of a and half of 5 - a: 2.5, whatever a is.
  const std::string body =
      maturity() +
      "nodes:\n  - id: p\n    title: P\n    transform: {factor: -1, offset: 5}\n    questions:\n" +
      level_question("a") + "indices:\n  - {id: both, title: B, members: [{id: p}, {id: a}]}\n";
  const NodeScore score = score_of(instrument(body), "a: dont_know", "both");
  REQUIRE(score.range);
  CHECK(score.range->low == 2.5);
  CHECK(score.range->high == 2.5);
  CHECK(score.range_exact);
}

TEST_CASE("a gate over an index asks for what the index stands for") {
  const Instrument mini =
      instrument(maturity() + "nodes:\n  - id: p\n    title: P\n    questions:\n" + level_question("a") +
                 "  - id: r\n    title: R\n    questions:\n" + level_question("b") +
                 "indices:\n  - {id: of-nodes, title: I, members: [{id: p}]}\n"
                 "  - {id: gated, title: G, members: [{id: r}], gates: [{level: e, needs: [{of: [{id: "
                 "of-nodes}], at: 3}]}]}\n");
  CHECK(*score_of(mini, "a: 2\nb: 4", "gated").level == 0);
  CHECK(*score_of(mini, "a: 3\nb: 4", "gated").level == 3);
}
