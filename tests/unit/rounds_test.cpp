#include "engine/rounds/rounds.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "tests/unit/effort.hpp"
#include "tests/unit/language_support.hpp"

using namespace sextant;
using namespace sextant::test;

namespace {

const Instrument& two_pillars() {
  static const Instrument one = instrument(
      maturity() + "nodes:\n  - id: power\n    kind: pillar\n    title: Power\n    questions:\n" +
      level_question("a", "weight: 3") + level_question("b") +
      "  - id: people\n    kind: pillar\n    title: People\n    combine: geometric_mean\n    questions:\n" +
      level_question("c") + level_question("d"));
  return one;
}

const NodeMove& of(const Movement& moves, const std::string& id) {
  return *std::find_if(moves.nodes.begin(), moves.nodes.end(),
                       [&](const NodeMove& one) { return two_pillars().nodes[one.node].id == id; });
}

}  // namespace

TEST_CASE("in a mean the part of a change is its weight's share of the change") {
  const Movement moves = movement(two_pillars(), answers(two_pillars(), "a: 1\nb: 4\nc: 2\nd: 2"),
                                  answers(two_pillars(), "a: 3\nb: 2\nc: 2\nd: 2"));
  REQUIRE(moves.changes.size() == 2);
  const NodeMove& power = of(moves, "power");
  REQUIRE(power.parts.size() == 2);
  CHECK(power.parts[0].points == doctest::Approx(1.5));   // 3/4 of 2
  CHECK(power.parts[1].points == doctest::Approx(-0.5));  // 1/4 of -2
  CHECK(of(moves, "people").parts.empty());
  CHECK(of(moves, "overall").parts[0].points == doctest::Approx(0.75));
}

TEST_CASE("where the order matters the part is the mean of both orders") {
  // sqrt(1 * 1) = 1 to sqrt(4 * 4) = 4. c alone first: 1 to 2, then d: 2 to 4. So c moves 1 or 2, d 2 or 1.
  const Movement moves =
      movement(two_pillars(), answers(two_pillars(), "c: 1\nd: 1"), answers(two_pillars(), "c: 4\nd: 4"));
  const NodeMove& people = of(moves, "people");
  REQUIRE(people.parts.size() == 2);
  CHECK(people.parts[0].points == doctest::Approx(1.5));
  CHECK(people.parts[1].points == doctest::Approx(1.5));
}

TEST_CASE("a node that has no value at one end has no parts") {
  const Movement moves = movement(two_pillars(), answers(two_pillars(), "a: 1"),
                                  answers(two_pillars(), "a: 1\nc: 4\nd: dont_know"));
  CHECK(moves.changes.size() == 2);
  CHECK(of(moves, "people").parts.empty());
  CHECK_FALSE(of(moves, "people").before.value);
  CHECK(*of(moves, "people").after.value == 4);
  // The root had 1 (power alone) and has 2.5.
  REQUIRE(of(moves, "overall").parts.size() == 1);
  CHECK(of(moves, "overall").parts[0].points == doctest::Approx(1.5));
}

TEST_CASE(
    "reasons are those of the history, the decision or the answer; a history is undone to its beginning") {
  const Assessment after = *try_answers_file(two_pillars(), R"(sextant: answers/1
instrument: mini
unit: {id: ATL}
answers:
  a: {value: 3, because: Seen., history: [{value: 1, date: 2025-03-20, reason: The census.}, {value: 2, reason: And the map.}]}
  b: {value: 2, because: Counted., date: 2025-03-25}
decisions: [{question: c, value: 4, reason: Talked over., date: 2025-03-26}]
)");
  const Movement moves = movement(two_pillars(), answers(two_pillars(), "a: 1\nb: 1\nc: 1"), after);
  using Reasons = std::vector<std::pair<std::string, std::string>>;
  REQUIRE(moves.changes.size() == 3);
  CHECK(moves.changes[0].reasons == Reasons{{"2025-03-20", "The census."}, {"", "And the map."}});
  CHECK(moves.changes[1].reasons == Reasons{{"2025-03-25", "Counted."}});
  CHECK(moves.changes[2].reasons == Reasons{{"2025-03-26", "Talked over."}});
  const auto first = as_given_first(two_pillars(), after);
  REQUIRE(first);
  CHECK(first->answers[0].level == 0);
  CHECK(first->answers[1].level == 1);
  CHECK_FALSE(as_given_first(two_pillars(), *first));
}

TEST_CASE("parts add up to the whole, whatever the rules") {
  int with_parts = 0;
  language::on_random(
      91, tries(500), 5, {}, [&](const language::Model& model, const language::Sheet& sheet, bool edition) {
        Random random(model.questions.size() * 977 + model.nodes.size());
        const auto before = language::load(model, sheet, edition);
        const auto after = language::load(model, language::random_sheet(random, model, 5), random.chance(50));
        if (!before || !after) return std::string();
        const Movement moves = movement(before->instrument, before->assessment, after->assessment);
        for (const NodeMove& node : moves.nodes) {
          if (!node.before.value || !node.after.value) {
            if (!node.parts.empty()) return std::string("parts without a value");
            continue;
          }
          double sum = 0;
          for (const MovePart& part : node.parts) sum += part.points;
          with_parts += node.parts.size() > 1 ? 1 : 0;
          const double whole = *node.after.value - *node.before.value;
          const double size = std::max({1.0, std::fabs(*node.before.value), std::fabs(*node.after.value)});
          if (std::fabs(sum - whole) > 1e-9 * size)
            return "the parts of " + before->instrument.nodes[node.node].id + " add up to " +
                   std::to_string(sum) + ", not " + std::to_string(whole);
        }
        return std::string();
      });
  CHECK(with_parts > tries(200));
}
