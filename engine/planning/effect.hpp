#pragma once

#include <cstddef>
#include <vector>

#include "engine/planning/candidates.hpp"

/// What actions would do to the scores, by the scoring engine itself.
namespace sextant::planning {

/// A node brought to a level.
struct Climb {
  std::size_t node = 0;
  std::size_t to = 0;                  ///< a level of the node's scale
  std::vector<std::size_t> questions;  ///< whose answers it raises
};

/// The answers after these climbs: each question that one addresses stands at its level or where it stood, if
/// that is higher. What is not known, not asked or does not apply stays so: an action does not tell what
/// nobody knows.
std::vector<Answer> raised(const Instrument& instrument, const std::vector<Answer>& answers,
                           const std::vector<Climb>& climbs);

/// One level gained by one node, and what it brings.
struct Step {
  std::size_t node = 0;
  std::size_t to = 0;                ///< a level of the node's scale
  std::vector<std::size_t> actions;  ///< the candidates that bring it, by index
  std::vector<double> gain;          ///< parallel to the pillars: points on their scales
};

/// All steps that candidates bring, by node in the instrument's order and then by level, each with what it
/// adds to the pillars when its node climbs alone.
std::vector<Step> steps(const Instrument& instrument, const Assessment& assessment, const Scores& scores,
                        const std::vector<Candidate>& candidates, const std::vector<std::size_t>& pillars);

}  // namespace sextant::planning
