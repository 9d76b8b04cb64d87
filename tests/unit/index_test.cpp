#include <doctest/doctest.h>

#include "tests/unit/support.hpp"

using namespace sextant;
using namespace sextant::test;

namespace {

const Instrument& mini() {
  static const Instrument one = instrument(
      maturity() + "nodes:\n  - id: p\n    title: P\n    min_coverage: 1\n    questions:\n" +
      level_question("a", "tags: [x], not_applicable: yes") + level_question("b") +
      "  - id: r\n    title: R\n    questions:\n" + level_question("c", "tags: [x]") + level_question("d") +
      "indices:\n"
      "  - {id: lens, title: L, members: [{tag: x}, {id: d, weight: 2}]}\n"
      "  - {id: nodes, title: N, combine: minimum, members: [{id: p}, {id: r}]}\n"
      "  - {id: of-index, title: I, members: [{id: lens}, {id: a}]}\n");
  return one;
}

}  // namespace

TEST_CASE("an index is its own rule over members chosen across the tree") {
  const NodeScore lens = score_of(mini(), "a: 1\nb: 4\nc: 3\nd: 4", "lens");
  CHECK(lens.value == 3.0);  // (1 + 3 + 2*4) / 4
  CHECK(lens.tally.answered == 3);
  CHECK(lens.level == 2U);
}

TEST_CASE("an index looks at questions that an insufficient pillar holds back") {
  CHECK(score_of(mini(), "a: 1\nc: 3\nd: 4", "p").state == NodeState::insufficient);
  CHECK(score_of(mini(), "a: 1\nc: 3\nd: 4", "lens").value == 3.0);
}

TEST_CASE("an index moves no node of the tree") {
  CHECK(score_of(mini(), "a: 1\nb: 4\nc: 3\nd: 4", "overall").value == 3.0);  // p 2.5, r 3.5
  CHECK(score_of(mini(), "a: 1\nb: 4\nc: 3\nd: 4", "overall").tally.all() == 4);
}

TEST_CASE("an index over nodes takes their values, one over an index takes its") {
  CHECK(score_of(mini(), "a: 1\nb: 4\nc: 3\nd: 4", "nodes").value == 2.5);
  CHECK(score_of(mini(), "a: 1\nb: 4\nc: 3\nd: 4", "of-index").value == 2.0);  // (3 + 1) / 2
}

TEST_CASE("an index has states, coverage and a range like any node") {
  const NodeScore none = score_of(mini(), "b: 4", "lens");
  CHECK(none.state == NodeState::not_assessed);
  CHECK(none.range->low == 1);
  CHECK(none.range->high == 4);
  const NodeScore part = score_of(mini(), "a: not_applicable\nc: 3", "lens");
  CHECK(part.value == 3.0);
  CHECK(*part.coverage == doctest::Approx(1.0 / 3));
  CHECK(part.range->low == doctest::Approx(5.0 / 3));    // (3 + 2*1) / 3
  CHECK(part.range->high == doctest::Approx(11.0 / 3));  // (3 + 2*4) / 3
  CHECK_FALSE(part.settled);
}

TEST_CASE("an index is no pillar") {
  CHECK(mini().pillars().size() == 2);
  CHECK(mini().of_kind("index").empty());
}
