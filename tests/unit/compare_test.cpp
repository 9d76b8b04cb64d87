#include "engine/comparison/compare.hpp"

#include <doctest/doctest.h>

#include "tests/unit/support.hpp"

using namespace sextant;
using namespace sextant::test;

namespace {

const Instrument& mini() {
  static const Instrument one =
      instrument(maturity() + "nodes:\n  - id: p\n    title: P\n    questions:\n" +
                 level_question("a", "not_applicable: yes") + "  - id: r\n    title: R\n    questions:\n" +
                 level_question("b", "not_applicable: yes"));
  return one;
}

CompareInput unit(const std::string& id, const std::string& name, const std::string& lines,
                  const std::string& round = "r1") {
  Assessment one = answers(mini(), lines);
  one.unit.id = id;
  if (!name.empty()) one.unit.name = {{"", name}};
  one.round.id = round;
  Scores scores = score(mini(), one);
  return {std::move(one), std::move(scores)};
}

std::string order(const Comparison& comparison) {
  std::string out;
  for (const ComparedUnit& one : comparison.units)
    out += (out.empty() ? "" : " ") + one.unit.id + one.round.id;
  return out;
}

std::string cautions(const Comparison& comparison) {
  std::string out;
  for (const Caution& one : comparison.cautions) {
    out += (out.empty() ? "" : "; ") + std::string(name_of(one.kind)) + ":";
    for (const std::string& label : one.units) out += " " + label;
  }
  return out;
}

const std::string kFull = "a: 2\nb: 2";

}  // namespace

TEST_CASE("units stand in alphabetical order of their names, accents and case apart, never by score") {
  const Comparison out =
      compare(mini(),
              {unit("Z", "zambie", "a: 4\nb: 4"), unit("E", "Égypte", kFull), unit("N", "Niger", kFull),
               unit("A", "Albanie", "a: 1\nb: 1"), unit("F", "Estonie", kFull)},
              "fr");
  CHECK(order(out) == "Ar1 Er1 Fr1 Nr1 Zr1");
  CHECK(out.columns == std::vector<std::size_t>{1, 2, 0});
  CHECK(cautions(out) == "");
}

TEST_CASE("the order does not depend on the order of the files") {
  const Comparison one =
      compare(mini(), {unit("B", "", kFull, "r2"), unit("A", "", kFull), unit("B", "", kFull)}, "en");
  const Comparison two =
      compare(mini(), {unit("B", "", kFull), unit("B", "", kFull, "r2"), unit("A", "", kFull)}, "en");
  CHECK(order(one) == "Ar1 Br1 Br2");
  CHECK(order(two) == order(one));
  CHECK(cautions(one) == cautions(two));
}

TEST_CASE("units without a name go by their id") {
  CHECK(order(compare(mini(), {unit("SEN", "", kFull), unit("MAR", "", kFull)}, "en")) == "MARr1 SENr1");
}

TEST_CASE("what does not hold in a comparison is said, with the units in alphabetical order") {
  const Comparison out = compare(
      mini(), {unit("Z", "Zambie", "a: 2"), unit("E", "Égypte", "b: 1"), unit("N", "Niger", kFull)}, "fr");
  CHECK(cautions(out) == "partial_coverage: Égypte Zambie; provisional_levels: Égypte Zambie");
}

TEST_CASE("a unit is named once in a caution, however many rounds it has") {
  const Comparison out = compare(mini(), {unit("A", "", "a: 2"), unit("A", "", "a: 2", "r2")}, "en");
  CHECK(cautions(out) == "different_rounds: r1 r2; partial_coverage: A; provisional_levels: A");
}

TEST_CASE("answers for another version of the instrument are named") {
  CompareInput old = unit("A", "", kFull);
  old.assessment.instrument_version = "0.9";
  CompareInput same = unit("B", "", kFull);
  same.assessment.instrument_version = "1";
  CHECK(cautions(compare(mini(), {old, same}, "en")) == "different_versions: A");
}

TEST_CASE("what does not apply is not missing") {
  CHECK(cautions(compare(
            mini(), {unit("A", "", "a: not_applicable\nb: not_applicable"), unit("B", "", kFull)}, "en")) ==
        "");
  CHECK(cautions(compare(mini(), {unit("A", "", "a: not_applicable\nb: 2")}, "en")) == "");
}
