#pragma once

#include <cstddef>
#include <vector>

#include "engine/comparison/compare.hpp"

namespace sextant {

/// Where the units of a comparison stand in one component. Units are indices in `Comparison::units`.
struct ComponentStanding {
  std::size_t node = 0;
  std::vector<std::size_t> scored;  ///< with a level
  std::vector<std::size_t> low;     ///< at a level of the lower half of the scale, its middle included
  std::vector<std::size_t> high;    ///< at a settled level of the upper half: they can tell how it went
  std::vector<std::size_t> chosen;  ///< that named it, or what it belongs to, as a priority
  std::size_t lowest = 0;           ///< how many stand at the lowest level of all
};

/// What the units of a comparison have in common. Nothing here ranks units: lists of units stand in the order
/// of the comparison.
struct CommonGround {
  std::vector<ComponentStanding> components;  ///< in framework order
  /// Components (by index in `components`) where at least two units, and at least half of those with a level,
  /// stand low: the most units first, then the most at the lowest level, then framework order.
  std::vector<std::size_t> gaps;
  /// Where at least two units, and more than half, stand high: framework order.
  std::vector<std::size_t> strengths;
  /// The gaps, at most eight, and what at least two units chose as a priority: in the order of the gaps, the
  /// chosen ones behind them, but what others lean on by a declared prerequisite before those.
  std::vector<std::size_t> agenda;
};

CommonGround common_ground(const Instrument& instrument, const Comparison& comparison);

}  // namespace sextant
