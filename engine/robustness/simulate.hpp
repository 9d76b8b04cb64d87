#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "engine/assessment/assessment.hpp"
#include "engine/instrument/model.hpp"
#include "engine/robustness/ranks.hpp"
#include "engine/statistics/quantile.hpp"

/// How far results hang on choices that could have been made otherwise: the same pipeline, run many times
/// with one assumption after another drawn anew.
namespace sextant {

/// What one node's value and level were over the runs.
struct NodeRobustness {
  std::size_t runs = 0;        ///< in which the node had a value
  Interval value;              ///< from 5 to 95 % of them, by `quantile`
  std::vector<double> levels;  ///< the share of all runs in which it had each level, after limits
};

struct Robustness {
  RobustnessSettings settings;
  std::vector<NodeRobustness> nodes;  ///< parallel to the instrument's nodes
};

/// One unit. Draws hang on the seed and on ids, never on the order of questions, files or units.
Robustness robustness(const Instrument& instrument, const Assessment& assessment,
                      const RobustnessSettings& settings);

/// Several units, for comparison only: between which ranks each lies, and how probable it is that one lies
/// above another, on one node. In every run all units have the same weights and rules.
struct RankRobustness {
  std::size_t node = 0;
  std::vector<std::size_t> units;            ///< those that have a value in every run, by index
  std::vector<RankInterval> ranks;           ///< parallel to `units`
  std::vector<std::vector<double>> exceeds;  ///< [i][j]: probability that units[i] lies above units[j]
};

RankRobustness rank_robustness(const Instrument& instrument, const std::vector<Assessment>& units,
                               std::size_t node, const RobustnessSettings& settings);

}  // namespace sextant
