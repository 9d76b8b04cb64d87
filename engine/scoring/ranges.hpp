#pragma once

#include "engine/scoring/node_value.hpp"

namespace sextant {

/// What is still possible for one node.
struct Possible {
  std::optional<Range> range;  ///< absent where nothing applies or a number is unbounded
  bool exact = true;
  std::size_t lowest_level = 0;  ///< of the value and the gates; before caps
  std::size_t highest_level = 0;
};

/// Lowest and highest value and level of a node over all completions of the don't-knows and unanswered questions.
/// Monotone rules: all at worst and all at best, exactly. Other rules, and questions whose asking is open: every
/// completion is tried where there are at most 1,024, exactly; beyond that a bound is given and said to be one.
Possible possible(const ScoringInput& input, const std::vector<bool>* edition, std::size_t node,
                  const std::vector<Part>& parts, const NodeScore& plain);

}  // namespace sextant
