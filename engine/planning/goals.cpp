#include "engine/planning/goals.hpp"

#include <algorithm>
#include <optional>

namespace sextant::planning {

namespace {

/// The lower median of the pillars' levels; nothing where none has one.
std::optional<std::size_t> median_level(const Instrument& instrument, const Scores& scores) {
  std::vector<std::size_t> levels;
  for (const std::size_t pillar : instrument.pillars()) {
    if (scores.nodes[pillar].level) levels.push_back(*scores.nodes[pillar].level);
  }
  if (levels.empty()) return std::nullopt;
  std::sort(levels.begin(), levels.end());
  return levels[(levels.size() - 1) / 2];
}

/// The country's target for a node or for the nearest one above it.
std::optional<std::size_t> declared(const Instrument& instrument, const Assessment& assessment,
                                    std::size_t node) {
  for (;;) {
    for (const auto& target : assessment.targets) {
      if (target.node == node) return target.level;
    }
    if (instrument.nodes[node].parent == node) return std::nullopt;
    node = instrument.nodes[node].parent;
  }
}

}  // namespace

std::vector<Goal> goals(const Instrument& instrument, const Assessment& assessment, const Scores& scores) {
  const auto median = median_level(instrument, scores);
  std::vector<Goal> out;
  for (const std::size_t node : instrument.components()) {
    const auto level = standing(scores.nodes[node]);
    if (!level) continue;
    const std::size_t top = instrument.scales[instrument.nodes[node].scale].levels.size() - 1;
    if (const auto own = declared(instrument, assessment, node)) {
      out.push_back({node, std::min(*own, top), true});
      continue;
    }
    std::size_t wanted = *level + 1;
    for (const std::size_t pillar : instrument.pillars()) {
      const bool low = instrument.below(node, pillar) && scores.nodes[pillar].level && median &&
                       *scores.nodes[pillar].level < *median;
      if (low) wanted = std::max(wanted, *median);
    }
    out.push_back({node, std::min(wanted, top), false});
  }
  return out;
}

}  // namespace sextant::planning
