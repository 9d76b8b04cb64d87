#pragma once

#include <cstddef>
#include <vector>

#include "engine/planning/candidates.hpp"

namespace sextant::planning {

/// The level at which a component is to stand at the end of the plan.
struct Goal {
  std::size_t node = 0;
  std::size_t level = 0;
  bool own = false;  ///< the country's; otherwise the default
};

/// A target for every component that has a level, in the instrument's order. The country's, for the component
/// or for the nearest node above it that has one, wins. By default: in pillars below the median of the
/// pillars' levels, that median level and at least one level up; elsewhere one level up; the highest stays
/// the highest.
std::vector<Goal> goals(const Instrument& instrument, const Assessment& assessment, const Scores& scores);

}  // namespace sextant::planning
