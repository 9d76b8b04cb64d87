#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "tests/unit/language_support.hpp"

namespace sextant::test::language {

namespace {

/// Beyond this many completions a case is passed over, and at least this share must have been checked.
constexpr int kMostCompletions = 1500;
constexpr double kLeastChecked = 0.8;

bool near(long double a, long double b) {
  return std::fabs(a - b) <= 1e-9L * std::max(1.0L, std::fabs(b));
}

std::string shown(long double x) {
  return std::to_string(static_cast<double>(x));
}

std::string check_values(const Model& model, const Sheet& sheet, bool edition) {
  const std::optional<Loaded> loaded = load(model, sheet, edition);
  const Outcome naive = naive_score(model, sheet, edition);
  for (std::size_t i = 0; i < model.nodes.size(); ++i) {
    const NodeScore* engine = loaded->node(model, i);
    const Result& want = naive.nodes[i];
    if (engine == nullptr) continue;
    const std::string where = name_of_node(model, static_cast<int>(i)) + ": ";
    if (name_of(engine->state) != want.state)
      return where + std::string(name_of(engine->state)) + " is not " + want.state;
    if (engine->value.has_value() != want.value.has_value()) return where + "a value or none";
    if (engine->coverage.has_value() != want.coverage.has_value()) return where + "a coverage or none";
    if (engine->coverage && !near(*engine->coverage, *want.coverage)) return where + "coverage";
    if (engine->best_grade != want.grade) return where + "best grade";
    if (!engine->value) continue;
    if (!near(*engine->value, *want.value))
      return where + shown(*engine->value) + " is not " + shown(*want.value);
    if (!engine->own_level || static_cast<int>(*engine->own_level) != want.own) return where + "own level";
    if (!engine->level || static_cast<int>(*engine->level) != want.level) return where + "level after limits";
    if ((want.level != want.own) == engine->limits.empty()) return where + "limits listed";
  }
  return {};
}

/// What all completions of a node give.
struct Seen {
  long double low = std::numeric_limits<long double>::infinity();
  long double high = -std::numeric_limits<long double>::infinity();
  int lowest_level = 1000;
  int highest_level = -1;
  int with_value = 0;
  int without = 0;

  void take(const Result& result) {
    ++(result.value ? with_value : without);
    if (!result.value) return;
    low = std::min(low, *result.value);
    high = std::max(high, *result.value);
    lowest_level = std::min(lowest_level, result.level);
    highest_level = std::max(highest_level, result.level);
  }
};

std::string check_range(const NodeScore& engine, const Seen& seen, bool levels_exact) {
  if (seen.with_value > 0 && !engine.range && engine.range_exact) return "no range";
  if (seen.with_value == 0 && engine.range && engine.range_exact) return "a range that nothing reaches";
  if (seen.with_value > 0 && seen.without > 0 && !engine.open) return "not open";
  if (engine.settled && (seen.without > 0 || seen.with_value == 0)) return "settled without a value";
  if (seen.with_value == 0) return {};
  if (engine.range) {
    const long double slack = 1e-9L * std::max({1.0L, std::fabs(seen.low), std::fabs(seen.high)});
    const std::string told = " (" + shown(engine.range->low) + ".." + shown(engine.range->high) +
                             ", completions " + shown(seen.low) + ".." + shown(seen.high) + ")";
    if (engine.range->low > seen.low + slack || engine.range->high < seen.high - slack)
      return "the range is too narrow" + told;
    const bool reached = engine.range->low >= seen.low - slack && engine.range->high <= seen.high + slack;
    if (engine.range_exact && !reached) return "the range is said to be exact and is not" + told;
  }
  if (!engine.levels) return "no possible levels";
  if (static_cast<int>(engine.levels->low) > seen.lowest_level ||
      static_cast<int>(engine.levels->high) < seen.highest_level) {
    return "the levels are too narrow";
  }
  const bool one = engine.level && seen.lowest_level == seen.highest_level &&
                   seen.lowest_level == static_cast<int>(*engine.level) && seen.without == 0;
  if (engine.settled && !one) return "settled, and is not";
  if (engine.range && engine.range_exact && levels_exact && one && !engine.settled)
    return "not settled, and is";
  return {};
}

}  // namespace

TEST_CASE("the whole language: every value, state, level and coverage is what a naive scorer says") {
  on_random(11, 3 * kCases, 20, {}, check_values);
}

/// Tries the ranges on random cases. Whether a level is called settled wherever it is, is asked only where
/// that can be known: caps, and gates and evidence beside branches, give levels that may be too wide.
void check_ranges(std::uint64_t seed, int cases, const Mix& mix) {
  int checked = 0;
  int all = 0;
  int exact = 0;
  int bounds = 0;
  on_random(seed, cases, 4, mix, [&](const Model& model, const Sheet& sheet, bool edition) -> std::string {
    ++all;
    std::vector<Seen> seen(model.nodes.size());
    const bool tried = on_completions(model, sheet, edition, kMostCompletions, [&](const Outcome& outcome) {
      for (std::size_t i = 0; i < seen.size(); ++i) seen[i].take(outcome.nodes[i]);
    });
    if (!tried) return {};
    ++checked;
    const std::optional<Loaded> loaded = load(model, sheet, edition);
    for (std::size_t i = 0; i < seen.size(); ++i) {
      const NodeScore* engine = loaded->node(model, i);
      if (engine == nullptr) continue;
      ++(engine->range_exact ? exact : bounds);
      const Node& node = model.nodes[i];
      const bool plain = mix.rising_only || (node.gates.empty() && node.evidence_grade == 0);
      const std::string wrong = check_range(*engine, seen[i], model.caps.empty() && plain);
      if (!wrong.empty()) return name_of_node(model, static_cast<int>(i)) + ": " + wrong;
    }
    return {};
  });
  MESSAGE(checked << " of " << all << " cases, " << exact << " exact ranges, " << bounds << " bounds");
  CHECK(checked >= kLeastChecked * all);
  CHECK(exact > all);
}

TEST_CASE("the whole language: ranges, levels and settled hold over all completions") {
  check_ranges(12, kCases, {});
}

TEST_CASE("the whole language: where all rules rise, too") {
  check_ranges(13, kCases / 3, {true});
}

}  // namespace sextant::test::language
