#include "engine/comparison/common_ground.hpp"

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
    out += (out.empty() ? "" : " ") + one.assessment.unit.id + one.assessment.round.id;
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

namespace {

std::string called(const std::vector<CompareInput>& inputs) {
  std::string out;
  for (const CompareInput& one : inputs) out += one.assessment.unit.label("en") + ";";
  return out;
}

CompareInput printed_by(const std::string& id, const std::string& fingerprint) {
  CompareInput out = unit(id, "Name of " + id, kFull);
  out.assessment.unit.iso = id;
  out.assessment.unit.aliases = {id};
  out.assessment.fingerprint = fingerprint;
  return out;
}

std::string list(const std::vector<std::size_t>& numbers) {
  std::string out;
  for (const std::size_t one : numbers) out += std::to_string(one) + " ";
  return out;
}

}  // namespace

TEST_CASE("letters follow the fingerprints, and a unit that stands twice has one") {
  std::vector<CompareInput> inputs;
  inputs.push_back(printed_by("X", "77"));
  inputs.push_back(printed_by("Y", "33"));
  inputs.push_back(printed_by("Z", "99"));
  inputs.push_back(printed_by("Z", "11"));
  const auto out = anonymous(std::move(inputs), "Country");
  CHECK(called(out) == "Country C;Country B;Country A;Country A;");
  CHECK(out[0].assessment.unit.id == "C");
  CHECK(out[0].assessment.unit.iso.empty());
  CHECK(out[0].assessment.unit.aliases.empty());
}

TEST_CASE("letters of many units are of one length, so that their order is the alphabet's") {
  std::vector<CompareInput> inputs;
  for (int i = 0; i < 27; ++i) inputs.push_back(printed_by("U" + std::to_string(i), std::to_string(100 + i)));
  const auto out = anonymous(std::move(inputs), "Country");
  CHECK(out[0].assessment.unit.id == "AA");
  CHECK(out[25].assessment.unit.id == "AZ");
  CHECK(out[26].assessment.unit.id == "BA");
}

TEST_CASE("what a group shares is counted by halves of the scale") {
  // Levels of p: 1, 1, 2, 4; of r: 4, 4, 4 and nothing. Units 0 to 3 in alphabetical order.
  std::vector<CompareInput> inputs;
  inputs.push_back(unit("A", "", "a: 1\nb: 4"));
  inputs.push_back(unit("B", "", "a: 1\nb: 4"));
  inputs.push_back(unit("C", "", "a: 2\nb: 4"));
  inputs.push_back(unit("D", "", "a: 4\nb: {state: dont_know}"));
  const CommonGround out = common_ground(mini(), compare(mini(), std::move(inputs), "en"));
  REQUIRE(out.components.size() == 2);
  CHECK(list(out.components[0].low) == "0 1 2 ");
  CHECK(list(out.components[0].high) == "3 ");
  CHECK(out.components[0].lowest == 2);
  CHECK(list(out.components[1].scored) == "0 1 2 ");
  CHECK(list(out.components[1].high) == "0 1 2 ");
  CHECK(list(out.gaps) == "0 ");
  CHECK(list(out.strengths) == "1 ");
  CHECK(list(out.agenda) == "0 ");
}

TEST_CASE("one country in the lower half is no common challenge, half of the group is, and no strength") {
  std::vector<CompareInput> inputs;
  inputs.push_back(unit("A", "", "a: 1\nb: 2"));
  inputs.push_back(unit("B", "", "a: 3\nb: 2"));
  inputs.push_back(unit("C", "", "a: 3\nb: 3"));
  inputs.push_back(unit("D", "", "a: 4\nb: 3"));
  const CommonGround out = common_ground(mini(), compare(mini(), std::move(inputs), "en"));
  CHECK(list(out.gaps) == "1 ");
  CHECK(list(out.strengths) == "0 ");
}

TEST_CASE("in the agenda, what others lean on stands before them") {
  const Instrument leaning =
      instrument(maturity() + "nodes:\n  - id: p\n    title: P\n    questions:\n" + level_question("a") +
                 "  - id: r\n    title: R\n    questions:\n" + level_question("b") +
                 "prerequisites:\n  - {id: n, node: p, needs: [r], because: So.}\n");
  const auto standing = [&](const std::string& id, const std::string& lines) {
    Assessment one = answers(leaning, lines);
    one.unit.id = id;
    Scores scores = score(leaning, one);
    return CompareInput{std::move(one), std::move(scores)};
  };
  std::vector<CompareInput> inputs;
  inputs.push_back(standing("A", "a: 1\nb: 2"));
  inputs.push_back(standing("B", "a: 1\nb: 2"));
  const CommonGround out = common_ground(leaning, compare(leaning, std::move(inputs), "en"));
  CHECK(list(out.gaps) == "0 1 ");    // as many in both, p at the lowest level more often
  CHECK(list(out.agenda) == "1 0 ");  // p leans on r
}
