#include <doctest/doctest.h>

#include <cmath>

#include "tests/unit/support.hpp"

using namespace sextant;
using namespace sextant::test;

namespace {

/// An instrument whose root is one question, the sum of one value: what an answer is worth.
Instrument single(const std::string& question) {
  return instrument(maturity() + "overall: {combine: sum}\nquestions:\n  - {id: q, text: q, " + question +
                    "}\n");
}

std::optional<double> worth(const Instrument& mini, const std::string& answer) {
  return score_of(mini, "q: " + answer, "overall").value;
}

std::string range_of(const Instrument& mini) {
  const auto range = score_of(mini, "q: dont_know", "overall").range;
  return range ? std::to_string(range->low) + " " + std::to_string(range->high) : "none";
}

}  // namespace

TEST_CASE("yes is worth one and no nothing, or what the file says") {
  const Instrument plain = single("type: yes_no");
  CHECK(worth(plain, "yes") == 1.0);
  CHECK(worth(plain, "No") == 0.0);
  CHECK(range_of(plain) == "0.000000 1.000000");
  const Instrument turned = single("type: yes_no, values: {yes: 1, no: 4}");
  CHECK(worth(turned, "no") == 4.0);
  CHECK(range_of(turned) == "1.000000 4.000000");
}

TEST_CASE("a choice is worth its option's value") {
  const Instrument mini =
      single("type: choice, options: [{id: x, text: x, value: 2}, {id: y, text: y, value: -1}]");
  CHECK(worth(mini, "x") == 2.0);
  CHECK(worth(mini, "y") == -1.0);
  CHECK(range_of(mini) == "-1.000000 2.000000");
}

TEST_CASE("a checklist counts a share, a sum, or steps of its parts") {
  const std::string parts =
      "type: checklist, parts: [{id: x, text: x}, {id: y, text: y}, {id: z, text: z, value: 2}]";
  const Instrument share = single(parts);
  CHECK(worth(share, "[x]") == 0.25);
  CHECK(worth(share, "[x, z]") == 0.75);
  CHECK(worth(share, "[]") == 0.0);
  CHECK(worth(share, "[x, x]") == 0.25);
  CHECK(range_of(share) == "0.000000 1.000000");
  const Instrument sum = single(parts + ", count: sum");
  CHECK(worth(sum, "[y, z]") == 3.0);
  CHECK(range_of(sum) == "0.000000 4.000000");
  const Instrument steps =
      single(parts + ", count: steps, steps: [{from: 0, value: 1}, {from: 2, value: 3}]");
  CHECK(worth(steps, "[]") == 1.0);
  CHECK(worth(steps, "[x]") == 1.0);
  CHECK(worth(steps, "[x, y]") == 3.0);
  CHECK(range_of(steps) == "1.000000 3.000000");
  CHECK_FALSE(try_answers(share, "q: [w]"));
  CHECK_FALSE(try_answers(share, "q: x"));
}

TEST_CASE("the range of a checklist's share holds every share") {
  const Instrument mini =
      single("type: checklist, parts: [{id: x, text: x, value: 2}, {id: y, text: y, value: -1}]");
  const auto range = score_of(mini, "q: dont_know", "overall").range;
  REQUIRE(range);
  CHECK(*worth(mini, "[x]") <= range->high);
}

TEST_CASE("a step that no answer can reach does not widen the range") {
  const Instrument mini =
      single("type: number, range: [0, 10], steps: [{from: 0, value: 1}, {from: 50, value: 9}]");
  CHECK(range_of(mini) == "1.000000 1.000000");
}

TEST_CASE("a number is worth itself, and without bounds it has no range") {
  const Instrument open = single("type: number");
  CHECK(worth(open, "-3.5") == -3.5);
  CHECK(range_of(open) == "none");
  CHECK(score_of(open, "q: 2", "overall").settled);
  CHECK_FALSE(score_of(open, "q: dont_know", "overall").settled);
  const Instrument half = single("type: number, range: [0, 5]");
  CHECK(range_of(half) == "0.000000 5.000000");
}

TEST_CASE("one unbounded unknown takes the range from everything above it") {
  const Instrument mini = instrument(maturity() + "nodes:\n  - id: p\n    title: P\n    questions:\n" +
                                     level_question("a") + "      - {id: x, type: number, text: x}\n");
  const NodeScore root = score_of(mini, "a: 3", "overall");
  CHECK(root.value == 3.0);
  CHECK_FALSE(root.range.has_value());
  CHECK_FALSE(root.settled);
  CHECK(score_of(mini, "a: 3\nx: 3", "overall").range.has_value());
}

TEST_CASE("the lowest of an unbounded number is nothing") {
  const Instrument mini =
      instrument(maturity() +
                 "overall: {missing: {dont_know: lowest}}\nquestions:\n  - {id: q, type: number, text: q}\n");
  CHECK(score_of(mini, "q: dont_know", "overall").state == NodeState::not_assessed);
}

TEST_CASE("goalposts map a number linearly to 0..1 and clamp it") {
  // Life expectancy between 20 and 85.
  const Instrument mini = single("type: number, goalposts: {low: 20, high: 85}");
  CHECK(worth(mini, "52.5") == 0.5);
  CHECK(worth(mini, "85") == 1.0);
  CHECK(worth(mini, "90") == 1.0);
  CHECK(worth(mini, "10") == 0.0);
  CHECK(range_of(mini) == "0.000000 1.000000");
  const Instrument open = single("type: number, goalposts: {low: 20, high: 85, clamp: no}");
  CHECK(worth(open, "150") == 2.0);
  CHECK(range_of(open) == "none");
  const Instrument turned = single("type: number, goalposts: {low: 40, high: 10}");
  CHECK(worth(turned, "25") == 0.5);
  CHECK(worth(turned, "10") == 1.0);
}

TEST_CASE("logarithmic goalposts map the logarithm") {
  const Instrument mini = single("type: number, goalposts: {low: 100, high: 10000, log: yes}");
  CHECK(*worth(mini, "1000") == doctest::Approx(0.5).epsilon(1e-14));
  CHECK(worth(mini, "100") == 0.0);
  CHECK(worth(mini, "20000") == 1.0);
  CHECK_FALSE(try_answers(mini, "q: 0"));
  // Income between 100 and 75000: ln(8652.4 / 100) / ln(750) with 8652.4 = 100 * 750^0.674 (rounded).
  const Instrument income = single("type: number, goalposts: {low: 100, high: 75000, log: yes}");
  CHECK(*worth(income, "2738.6127875258306") == doctest::Approx(0.5).epsilon(1e-14));  // 100 * sqrt(750)
}

TEST_CASE("steps turn a number into a value, lower ends inclusive within 1e-9") {
  const Instrument mini = single(
      "type: percent, steps: [{from: 0, value: 1}, {from: 25, value: 2}, {from: 50, value: 3}, {from: 90, "
      "value: 4}]");
  CHECK(worth(mini, "0") == 1.0);
  CHECK(worth(mini, "24.9") == 1.0);
  CHECK(worth(mini, "25") == 2.0);
  CHECK(worth(mini, "24.9999999999") == 2.0);
  CHECK(worth(mini, "90%") == 4.0);
  CHECK(range_of(mini) == "1.000000 4.000000");
}

TEST_CASE("a percentage is worth its number") {
  CHECK(worth(single("type: percent"), "67 %") == 67.0);
  CHECK(range_of(single("type: percent")) == "0.000000 100.000000");
}

TEST_CASE("a grid is worth the mean of its cells' levels") {
  const Instrument mini = single("type: grid, cells: [{id: x, text: x}, {id: y, text: y}]");
  CHECK(worth(mini, "{x: 1, y: 4}") == 2.5);
  CHECK(worth(mini, "{x: n, y: s}") == 2.0);
  CHECK(worth(mini, "{value: {x: 2, y: 2}}") == 2.0);
  CHECK(range_of(mini) == "1.000000 4.000000");
  CHECK_FALSE(try_answers(mini, "q: {z: 1}"));
  CHECK_FALSE(try_answers(mini, "q: {x: 5}"));
  CHECK_FALSE(try_answers(mini, "q: 3"));
}

TEST_CASE("levels are worth the values that the scale gives them") {
  const Instrument mini = instrument(
      "scales:\n  - {id: s, min: 0, max: 100, levels: [{id: lo, value: 10, from: 0, name: L}, {id: hi, "
      "value: 80, from: "
      "50, name: H}]}\nquestions:\n  - {id: q, text: q, levels: {lo: l, hi: h}}\n");
  CHECK(worth(mini, "2") == 80.0);
  CHECK(worth(mini, "lo") == 10.0);
  CHECK(score_of(mini, "q: 2", "overall").level == 1U);
}
