#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <optional>
#include <vector>

#include "engine/planning/effect.hpp"

/// The choice of actions and horizons, as a mixed-integer programme (docs/method.md, "The plan").
namespace sextant::planning {

inline constexpr double kUnlimited = std::numeric_limits<double>::infinity();

/// What the programme is made of.
struct Problem {
  std::vector<Candidate> candidates;
  std::vector<Step> steps;
  std::vector<std::optional<std::size_t>> standing;  ///< parallel to the instrument's nodes
  std::vector<double> pillars;              ///< today's values of the scored pillars, each mapped to 0..1
  std::vector<std::size_t> pillar_of_gain;  ///< which of `Step::gain` belongs to each of `pillars`
  std::vector<double> unit;                 ///< points of gain that are 1 on 0..1, parallel to `pillars`
  std::array<double, kHorizons> effort = {kUnlimited, kUnlimited, kUnlimited};  ///< budgets
  std::array<double, kHorizons> money = {kUnlimited, kUnlimited, kUnlimited};
  int levels_in_short = 1;
  std::vector<bool> wanted;  ///< parallel to the steps: those that the priorities' targets ask for
  double tolerance = 0;      ///< means of pillars that differ by less count as equal
  int most_nodes = 20'000;   ///< of the search tree, for each objective
};

struct Schedule {
  std::vector<std::optional<Horizon>> when;  ///< parallel to the candidates
  bool proved = true;                        ///< no other schedule is better by the objectives in their order
  double gap = 0;  ///< of the first objective that was not proved: how much better it might be, in its unit
  double broken = 0;  ///< how much the country's edits break: person-months, money, steps and needs added up
  bool feasible = true;  ///< of `cheapest`: otherwise nothing brings all wanted steps
};

/// In order, each fixed before the next: as little as can be of what the country's edits break; most wanted
/// steps; the lowest pillar as high as can be; the mean of the pillars; least effort; earliest horizons,
/// wanted steps first.
Schedule best(const Problem& problem);

/// The least effort that brings all wanted steps, in any horizon that they can have, budgets left aside.
Schedule cheapest(const Problem& problem);

}  // namespace sextant::planning
