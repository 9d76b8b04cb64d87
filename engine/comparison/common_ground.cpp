#include "engine/comparison/common_ground.hpp"

#include <algorithm>

namespace sextant {

namespace {

constexpr std::size_t kMostGaps = 8;

ComponentStanding standing_in(const Instrument& instrument, const Comparison& comparison, std::size_t node) {
  ComponentStanding out;
  out.node = node;
  const std::size_t levels = instrument.scales[instrument.nodes[node].scale].levels.size();
  for (std::size_t u = 0; u < comparison.units.size(); ++u) {
    const ComparedUnit& unit = comparison.units[u];
    const auto& priorities = unit.assessment.priorities;
    const bool chosen = std::any_of(priorities.begin(), priorities.end(), [&](const Priority& one) {
      return instrument.below(node, instrument.node_index.at(one.node));
    });
    if (chosen) out.chosen.push_back(u);
    const NodeScore& score = unit.scores.nodes[node];
    if (!score.level) continue;
    out.scored.push_back(u);
    const bool low = 2 * *score.level < levels;
    if (low) out.low.push_back(u);
    if (!low && score.settled) out.high.push_back(u);
    if (*score.level == 0) ++out.lowest;
  }
  return out;
}

/// Puts what others lean on before them.
class Order {
 public:
  Order(const Instrument& instrument, const CommonGround& ground, std::vector<std::size_t> wanted)
      : instrument_(instrument), ground_(ground), wanted_(std::move(wanted)) {}

  std::vector<std::size_t> take() {
    for (const std::size_t component : wanted_) place(component);
    return std::move(out_);
  }

 private:
  static bool has(const std::vector<std::size_t>& list, std::size_t one) {
    return std::find(list.begin(), list.end(), one) != list.end();
  }

  void place(std::size_t component) {
    if (has(out_, component) || has(open_, component)) return;  // open: a circle, taken as it comes
    open_.push_back(component);
    const std::size_t node = ground_.components[component].node;
    for (const Prerequisite& one : instrument_.prerequisites) {
      if (!instrument_.below(node, one.node)) continue;
      for (const std::size_t other : wanted_) {
        const bool needed = std::any_of(one.needs.begin(), one.needs.end(), [&](std::size_t need) {
          return instrument_.below(ground_.components[other].node, need);
        });
        if (needed) place(other);
      }
    }
    out_.push_back(component);
  }

  const Instrument& instrument_;
  const CommonGround& ground_;
  std::vector<std::size_t> wanted_;
  std::vector<std::size_t> open_;
  std::vector<std::size_t> out_;
};

}  // namespace

CommonGround common_ground(const Instrument& instrument, const Comparison& comparison) {
  CommonGround out;
  for (const std::size_t node : instrument.components())
    out.components.push_back(standing_in(instrument, comparison, node));
  for (std::size_t i = 0; i < out.components.size(); ++i) {
    const ComponentStanding& one = out.components[i];
    if (one.low.size() >= 2 && 2 * one.low.size() >= one.scored.size()) out.gaps.push_back(i);
    if (one.high.size() >= 2 && 2 * one.high.size() > one.scored.size()) out.strengths.push_back(i);
  }
  std::stable_sort(out.gaps.begin(), out.gaps.end(), [&](std::size_t a, std::size_t b) {
    const ComponentStanding& x = out.components[a];
    const ComponentStanding& y = out.components[b];
    return x.low.size() != y.low.size() ? x.low.size() > y.low.size() : x.lowest > y.lowest;
  });
  std::vector<std::size_t> wanted(
      out.gaps.begin(), out.gaps.begin() + static_cast<std::ptrdiff_t>(std::min(kMostGaps, out.gaps.size())));
  for (std::size_t i = 0; i < out.components.size(); ++i) {
    const bool there = std::find(wanted.begin(), wanted.end(), i) != wanted.end();
    if (!there && out.components[i].chosen.size() >= 2) wanted.push_back(i);
  }
  out.agenda = Order(instrument, out, std::move(wanted)).take();
  return out;
}

}  // namespace sextant
