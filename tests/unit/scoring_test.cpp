#include <doctest/doctest.h>

#include "tests/unit/support.hpp"

using namespace sextant;
using namespace sextant::test;

namespace {

/// Pillar p: a (weight 1), b (2), c (1); pillar r: d. Rules of p in `p`, of the root in `top`.
Instrument two_pillars(const std::string& p = "", const std::string& top = "") {
  return instrument(maturity() + top + "nodes:\n  - id: p\n    title: P\n" + p + "    questions:\n" +
                    level_question("a", "not_applicable: yes") +
                    level_question("b", "weight: 2, not_applicable: yes") +
                    level_question("c", "not_applicable: yes") + "  - id: r\n    title: R\n    questions:\n" +
                    level_question("d", "not_applicable: yes"));
}

bool is(const std::optional<Range>& range, double low, double high) {
  return range && range->low == doctest::Approx(low).epsilon(1e-12) &&
         range->high == doctest::Approx(high).epsilon(1e-12);
}

}  // namespace

TEST_CASE("a pillar's value is the weighted mean of its questions") {
  const NodeScore p = score_of(two_pillars(), "a: 1\nb: 4\nc: 3", "p");
  CHECK(p.state == NodeState::scored);
  CHECK(p.value == 3.0);  // (1 + 8 + 3) / 4
  CHECK(p.level == 2U);
  CHECK(p.own_level == 2U);
  CHECK(p.settled);
  CHECK(p.coverage == 1.0);
  CHECK(is(p.range, 3, 3));
  CHECK(p.to_boundary == 0.25);  // 3.25 is nearer than 2.5
  CHECK(p.tally.answered == 3);
}

TEST_CASE("the root weighs its pillars, not their questions") {
  const Instrument mini = two_pillars();
  CHECK(score_of(mini, "a: 3\nb: 3\nc: 3\nd: 1", "overall").value == 2.0);
  CHECK(score_of(mini, "a: 3\nb: 3\nc: 3\nd: 1", "overall").tally.answered == 4);
}

TEST_CASE("don't know and unanswered leave the value, lower the coverage and widen the range") {
  for (const char* b : {"b: dont_know", "b: unanswered", "b:"}) {
    CAPTURE(b);
    const NodeScore p = score_of(two_pillars(), std::string("a: 2\nc: 3\n") + b, "p");
    CHECK(p.state == NodeState::scored);
    CHECK(p.value == 2.5);
    CHECK(p.coverage == 0.5);        // 2 of 4
    CHECK(is(p.range, 1.75, 3.25));  // (2 + 2 + 3) / 4 .. (2 + 8 + 3) / 4
    CHECK(p.level == 2U);
    CHECK_FALSE(p.settled);
  }
  CHECK(score_of(two_pillars(), "a: 2\nc: 3\nb: dont_know", "p").tally.dont_know == 1);
  CHECK(score_of(two_pillars(), "a: 2\nc: 3", "p").tally.unanswered == 1);
}

TEST_CASE("not applicable leaves the denominator and does not widen the range") {
  const NodeScore p = score_of(two_pillars(), "a: 2\nb: not_applicable\nc: 3", "p");
  CHECK(p.value == 2.5);
  CHECK(p.coverage == 1.0);
  CHECK(is(p.range, 2.5, 2.5));
  CHECK(p.settled);
  CHECK(p.tally.not_applicable == 1);
}

TEST_CASE("all not applicable is not applicable, and leaves the parent too") {
  const Instrument mini = two_pillars();
  const std::string lines = "a: not_applicable\nb: not_applicable\nc: not_applicable\nd: 2";
  const NodeScore p = score_of(mini, lines, "p");
  CHECK(p.state == NodeState::not_applicable);
  CHECK_FALSE(p.value.has_value());
  CHECK_FALSE(p.level.has_value());
  CHECK_FALSE(p.coverage.has_value());
  CHECK_FALSE(p.range.has_value());
  CHECK_FALSE(p.settled);
  const NodeScore root = score_of(mini, lines, "overall");
  CHECK(root.value == 2.0);
  CHECK(root.coverage == 1.0);
  CHECK(root.settled);
}

TEST_CASE("nothing answered is not assessed: neither zero nor the lowest level") {
  const Instrument mini = two_pillars();
  for (const char* lines : {"d: 2", "d: 2\na: dont_know\nb: dont_know\nc: dont_know",
                            "d: 2\na: dont_know\nb: not_applicable", "d: 2\na: unanswered"}) {
    CAPTURE(lines);
    const NodeScore p = score_of(mini, lines, "p");
    CHECK(p.state == NodeState::not_assessed);
    CHECK_FALSE(p.value.has_value());
    CHECK_FALSE(p.level.has_value());
    CHECK_FALSE(p.to_boundary.has_value());
    CHECK_FALSE(p.evidence.has_value());
    CHECK_FALSE(p.settled);
    CHECK(p.coverage == 0.0);
    CHECK(is(p.range, 1, 4));
  }
}

TEST_CASE("a parent's range takes in pillars that are not assessed") {
  const NodeScore root = score_of(two_pillars(), "d: 2", "overall");
  CHECK(root.state == NodeState::scored);
  CHECK(root.value == 2.0);
  CHECK(root.coverage == 0.5);
  CHECK(is(root.range, 1.5, 3));
  CHECK_FALSE(root.settled);
}

TEST_CASE("coverage is nested: a pillar brings its own share of its weight") {
  // p is covered 3/4, r fully: (0.75 + 1) / 2.
  CHECK(score_of(two_pillars(), "a: 2\nb: 2\nd: 2", "overall").coverage == 0.875);
  // N/A leaves p's denominator: a and b of a and b.
  CHECK(score_of(two_pillars(), "a: 2\nb: 2\nc: not_applicable\nd: 2", "overall").coverage == 1.0);
}

TEST_CASE("below the minimum coverage a node is insufficient and brings no number upward") {
  const Instrument mini = two_pillars("    min_coverage: 0.75\n");
  const std::string lines = "a: 4\nc: 4\nd: 1";  // p is covered to one half
  const NodeScore p = score_of(mini, lines, "p");
  CHECK(p.state == NodeState::insufficient);
  CHECK_FALSE(p.value.has_value());
  CHECK_FALSE(p.level.has_value());
  CHECK_FALSE(p.settled);
  CHECK(p.coverage == 0.5);
  CHECK(is(p.range, 2.5, 4));
  const NodeScore root = score_of(mini, lines, "overall");
  CHECK(root.value == 1.0);          // r alone
  CHECK(is(root.range, 1.75, 2.5));  // but p may yet come: (2.5 + 1) / 2 .. (4 + 1) / 2
  CHECK(root.coverage == 0.75);
  CHECK_FALSE(root.settled);  // the level of 1 lies outside what completions give
}

TEST_CASE("the minimum coverage is inclusive") {
  CHECK(score_of(two_pillars("    min_coverage: 0.5\n"), "a: 4\nc: 4", "p").state == NodeState::scored);
  CHECK(score_of(two_pillars("    min_coverage: 0.75\n"), "a: 4\nb: 4", "p").state == NodeState::scored);
  CHECK(score_of(two_pillars("    min_coverage: 0.76\n"), "a: 4\nb: 4", "p").state ==
        NodeState::insufficient);
}

TEST_CASE("nothing answered stays not assessed below a minimum coverage, whatever missing answers count") {
  const Instrument mini =
      two_pillars("    min_coverage: 0.5\n    missing: {dont_know: lowest, unanswered: 1}\n");
  CHECK(score_of(mini, "a: dont_know", "p").state == NodeState::not_assessed);
  CHECK(score_of(mini, "a: 2", "p").state == NodeState::insufficient);
}

TEST_CASE("a missing answer counts as the lowest, or as a value, only where the file says so") {
  const Instrument lowest = two_pillars("    missing: {dont_know: lowest}\n");
  CHECK(score_of(lowest, "a: 4\nb: dont_know\nc: 4", "p").value == 2.5);  // (4 + 2*1 + 4) / 4
  CHECK(score_of(lowest, "a: 4\nc: 4", "p").value == 4.0);                // unanswered stays excluded
  CHECK(score_of(lowest, "a: 4\nb: dont_know\nc: 4", "p").coverage == 0.5);
  CHECK(is(score_of(lowest, "a: 4\nb: dont_know\nc: 4", "p").range, 2.5, 4));
  const Instrument value = two_pillars("    missing: {unanswered: 2, dont_know: 3}\n");
  CHECK(score_of(value, "a: 4\nb: dont_know", "p").value == 3.0);  // (4 + 2*3 + 2) / 4
  CHECK(score_of(lowest, "a: dont_know\nb: dont_know\nc: dont_know", "p").value == 1.0);
}

TEST_CASE("a level is settled only if every completion gives the level that is printed") {
  const Instrument mini = two_pillars();
  // b has half the weight: (4 + 2x + 4) / 4 is 2.5 .. 4; bounds 2.5 and 3.25 lie inside.
  CHECK_FALSE(score_of(mini, "a: 4\nc: 4", "p").settled);
  // c has a quarter: (4 + 8 + x) / 4 is 3.25 .. 4: Advanced whatever comes.
  const NodeScore p = score_of(mini, "a: 4\nb: 4", "p");
  CHECK(is(p.range, 3.25, 4));
  CHECK(p.level == 3U);
  CHECK(p.settled);
}

TEST_CASE("a level outside what completions give is not settled") {
  // A sum over what is answered is 3; complete, it is 4 to 7, where bands from 4 give another level.
  const Instrument mini = instrument(
      "scales:\n  - {id: points, levels: [{id: n, value: 1, from: 0, name: N}, {id: e, value: 2, from: 3.5, "
      "name: E}, "
      "{id: s, value: 3, from: 8, name: S}, {id: a, value: 4, from: 9, name: A}]}\n"
      "overall: {combine: sum}\nquestions:\n" +
      level_question("a", "", "  ") + level_question("b", "", "  "));
  const NodeScore root = score_of(mini, "a: 3", "overall");
  CHECK(root.value == 3.0);
  CHECK(root.level == 0U);
  CHECK(is(root.range, 4, 7));
  CHECK_FALSE(root.settled);
}

TEST_CASE("the evidence share is the answered weight that rests on a named document or better") {
  const std::string evidence = "evidence: [{title: t, grade: ";
  const Instrument mini = two_pillars();
  CHECK(score_of(mini, "a: {value: 2, " + evidence + "2}]}\nb: 2\nc: 2", "p").evidence == 0.25);
  CHECK(score_of(mini, "a: {value: 2, " + evidence + "1}]}\nb: 2\nc: 2", "p").evidence == 0.0);
  CHECK(score_of(mini, "a: 2\nb: {value: 2, " + evidence + "4}]}", "p").evidence == doctest::Approx(2.0 / 3));
  // Don't know carries no claim: what is attached to it proves nothing.
  CHECK(score_of(mini, "a: 2\nb: {state: dont_know, " + evidence + "4}]}", "p").evidence == 0.0);
  // Upward by weight of what is answered: p brings 1 * 0.25, r 1 * 1.
  CHECK(score_of(mini, "a: {value: 2, " + evidence + "3}]}\nb: 2\nc: 2\nd: {value: 1, " + evidence + "3}]}",
                 "overall")
            .evidence == 0.625);
}

TEST_CASE("the distance to the nearest bound is taken to either side, the first level's own bound apart") {
  const Instrument mini = two_pillars();
  CHECK(score_of(mini, "d: 1", "r").to_boundary == 0.75);  // 1.75, not 1
  CHECK(score_of(mini, "d: 2", "r").to_boundary == 0.25);
  CHECK(score_of(mini, "d: 4", "r").to_boundary == 0.75);
  CHECK(score_of(mini, "a: 2\nb: 2\nc: 4", "p").to_boundary == 0.0);  // 2.5 exactly
}

TEST_CASE("a question of weight zero changes nothing, whatever its answer") {
  const Instrument mini = instrument(maturity() + "nodes:\n  - id: p\n    title: P\n    questions:\n" +
                                     level_question("a", "not_applicable: yes") +
                                     level_question("z", "weight: 0, not_applicable: yes") +
                                     "  - id: r\n    title: R\n    questions:\n" + level_question("d"));
  for (const char* z : {"1", "4", "dont_know", "not_applicable", "unanswered"}) {
    CAPTURE(z);
    const std::string answered = std::string("\nz: ") + z;
    const NodeScore p = score_of(mini, "a: 3\nd: 3" + answered, "p");
    CHECK(p.value == 3.0);
    CHECK(p.coverage == 1.0);
    CHECK(p.settled);
    CHECK(score_of(mini, "a: not_applicable\nd: 3" + answered, "p").state == NodeState::not_applicable);
    CHECK(is(score_of(mini, "a: not_applicable\nd: 3" + answered, "overall").range, 3, 3));
    CHECK(score_of(mini, "a: dont_know\nd: 3" + answered, "p").state == NodeState::not_assessed);
  }
}

TEST_CASE("a pillar of weight zero is scored and moves no root") {
  const Instrument mini =
      instrument(maturity() + "nodes:\n  - id: p\n    title: P\n    weight: 0\n    questions:\n" +
                 level_question("a") + "  - id: r\n    title: R\n    questions:\n" + level_question("d"));
  CHECK(score_of(mini, "a: 1\nd: 4", "p").value == 1.0);
  CHECK(score_of(mini, "a: 1\nd: 4", "overall").value == 4.0);
  CHECK(score_of(mini, "a: dont_know\nd: 4", "overall").coverage == 1.0);
  CHECK(score_of(mini, "a: dont_know\nd: 4", "overall").settled);
}

TEST_CASE("every rule's range is the rule at both ends") {
  const auto range = [](const std::string& rule) {
    return score_of(two_pillars("    combine: " + rule + "\n"), "a: 2\nc: 3", "p").range;
  };
  CHECK(is(range("minimum"), 1, 2));
  CHECK(is(range("maximum"), 3, 4));
  CHECK(is(range("sum"), 7, 13));  // 2 + 2x + 3
  CHECK(is(range("harmonic_mean"), 4 / (0.5 + 2 + 1.0 / 3), 4 / (0.5 + 0.5 + 1.0 / 3)));
  CHECK(is(range("geometric_mean"), 1.5650845800732873, 3.1301691601465746));  // 6^(1/4), 96^(1/4)
}

TEST_CASE("a value stored rounded is passed on rounded, and so is the range") {
  const Instrument mini = two_pillars("    round: {digits: 0, mode: half_up}\n");
  const NodeScore p = score_of(mini, "a: 1\nb: 3\nc: 3\nd: 1", "p");
  CHECK(p.value == 3.0);  // 2.5
  CHECK(score_of(mini, "a: 1\nb: 3\nc: 3\nd: 1", "overall").value == 2.0);
  CHECK(is(score_of(mini, "a: 2\nc: 3", "p").range, 2, 3));  // 1.75 and 3.25
}

TEST_CASE("a question that is only testimony counts nowhere") {
  const Instrument mini = instrument(maturity() + "questions:\n" + level_question("a", "", "  ") +
                                     "  - {id: t, type: text, text: t}\n");
  const NodeScore root = score_of(mini, "a: 3", "overall");
  CHECK(root.value == 3.0);
  CHECK(root.coverage == 1.0);
  CHECK(root.tally.all() == 1);
}

TEST_CASE("a node that holds only testimony is not asked and leaves its parent") {
  const Instrument mini =
      instrument(maturity() + "nodes:\n  - id: p\n    title: P\n    questions:\n" + level_question("a") +
                 "  - id: w\n    title: W\n    questions:\n      - {id: t, type: text, text: t}\n");
  CHECK(score_of(mini, "a: 3\nt: words", "w").state == NodeState::not_asked);
  CHECK(score_of(mini, "a: 3\nt: words", "overall").value == 3.0);
  CHECK(score_of(mini, "a: 3\nt: words", "overall").coverage == 1.0);
}
