#include "engine/robustness/simulate.hpp"

#include <doctest/doctest.h>

#include <numeric>

#include "engine/scoring/score.hpp"
#include "tests/unit/support.hpp"

using namespace sextant;
using namespace sextant::test;

namespace {

Instrument two() {
  return instrument(maturity() + "questions:\n" + level_question("a", "", "  ") +
                    level_question("b", "", "  "));
}

RobustnessSettings still() {
  RobustnessSettings out;
  out.runs = 400;
  out.weights = 0;
  out.off_by_one = {0, 0, 0, 0, 0};
  return out;
}

}  // namespace

TEST_CASE("nothing drawn, nothing moves") {
  const Instrument mini = two();
  const Robustness all = robustness(mini, answers(mini, "a: 2\nb: 3"), still());
  CHECK(all.nodes[0].runs == 400);
  CHECK(all.nodes[0].value.lower == 2.5);
  CHECK(all.nodes[0].value.upper == 2.5);
  CHECK(all.nodes[0].levels[2] == doctest::Approx(1));
}

TEST_CASE("weights within a share keep the value within what they allow") {
  const Instrument mini = two();
  RobustnessSettings settings = still();
  settings.weights = 0.25;
  const Robustness all = robustness(mini, answers(mini, "a: 4\nb: 2"), settings);
  CHECK(all.nodes[0].value.lower >= 2.75);  // (0.75 * 4 + 1.25 * 2) / 2
  CHECK(all.nodes[0].value.upper <= 3.25);
  CHECK(all.nodes[0].value.lower < 2.95);
  CHECK(all.nodes[0].value.upper > 3.05);
}

TEST_CASE("an unknown answer is drawn evenly from its levels") {
  const Instrument mini = two();
  RobustnessSettings settings = still();
  settings.runs = 4000;
  const Robustness all = robustness(mini, answers(mini, "a: 1\nb: dont_know"), settings);
  // The mean of 1 and 1, 2, 3 or 4: 1 is Nascent; 1.5 Nascent; 2 Emerging; 2.5 Established.
  CHECK(all.nodes[0].levels[0] == doctest::Approx(0.5).epsilon(0.06));
  CHECK(all.nodes[0].levels[1] == doctest::Approx(0.25).epsilon(0.1));
  CHECK(all.nodes[0].levels[2] == doctest::Approx(0.25).epsilon(0.1));
  CHECK(std::accumulate(all.nodes[0].levels.begin(), all.nodes[0].levels.end(), 0.0) == doctest::Approx(1));
  settings.unknown = false;
  CHECK(robustness(mini, answers(mini, "a: 1\nb: dont_know"), settings).nodes[0].value.upper == 1);
}

TEST_CASE("an answer is off by one as often as its evidence says") {
  const Instrument mini = instrument(maturity() + "questions:\n" + level_question("a", "", "  "));
  RobustnessSettings settings = still();
  settings.runs = 4000;
  settings.off_by_one = {0.4, 0, 0, 0, 0};
  const Robustness all = robustness(mini, answers(mini, "a: 2"), settings);
  CHECK(all.nodes[0].levels[0] == doctest::Approx(0.2).epsilon(0.12));
  CHECK(all.nodes[0].levels[1] == doctest::Approx(0.6).epsilon(0.05));
  CHECK(all.nodes[0].levels[2] == doctest::Approx(0.2).epsilon(0.12));
  const Robustness shown =
      robustness(mini, answers(mini, "a: {value: 2, evidence: [{title: t, grade: 3}]}"), settings);
  CHECK(shown.nodes[0].levels[1] == doctest::Approx(1));
}

TEST_CASE("the same seed gives the same result, another one another, and other questions move nothing") {
  const Instrument mini = two();
  RobustnessSettings settings;
  settings.runs = 200;
  const Assessment all = answers(mini, "a: 2\nb: dont_know");
  const auto lower = [&] { return robustness(mini, all, settings).nodes[0].value; };
  const Interval first = lower();
  CHECK(lower().lower == first.lower);
  CHECK(lower().upper == first.upper);
  settings.seed = 2;
  CHECK(lower().lower != first.lower);
}

TEST_CASE("ranks are intervals over paired runs, of units that always have a value") {
  const Instrument mini = two();
  std::vector<Assessment> units = {answers(mini, "a: 4\nb: 4"), answers(mini, "a: 1\nb: 1"),
                                   answers(mini, "a: 2\nb: 2"), answers(mini, "a: dont_know")};
  for (std::size_t i = 0; i < units.size(); ++i) units[i].unit.id = std::to_string(i);
  RobustnessSettings settings = still();
  settings.unknown = false;
  const RankRobustness all = rank_robustness(mini, units, 0, settings);
  REQUIRE(all.units == std::vector<std::size_t>{0, 1, 2});
  CHECK(all.ranks[0].best == 1);
  CHECK(all.ranks[0].worst == 1);
  CHECK(all.ranks[1].best == 3);
  CHECK(all.exceeds[2][1] == 1);
  CHECK(all.exceeds[1][2] == 0);
}
