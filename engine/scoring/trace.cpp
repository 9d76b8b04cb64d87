#include "engine/scoring/trace.hpp"

#include <algorithm>

#include "engine/scoring/combine.hpp"

namespace sextant {

Trace trace(const Instrument& instrument, const Assessment& assessment, const Scores& scores,
            std::size_t index) {
  const Node& node = instrument.nodes[index];
  const ScoringInput input{instrument, assessment.answers, scores.questions};
  Trace out;
  out.node = index;
  out.parts = parts_of(input, node, scores.nodes);
  Sum weights;
  for (const Part& part : out.parts) {
    if (part.value) weights.add(part.child.weight);
  }
  out.weights = weights.value();
  for (const Gate& gate : node.gates) {
    out.gates.emplace_back();
    for (const GateNeed& need : gate.needs) out.gates.back().push_back(count_of(input, need, GateView::now));
  }
  if (node.combine.rule == CombineRule::lookup) {
    out.levels = counted_levels(instrument.scales[node.scale], out.parts);
    out.row = fitting_row(node.combine.table, out.levels);
  }
  if (!scores.nodes[index].value) return out;
  out.combined = combined(input, node, out.parts);
  Node unrounded = node;
  unrounded.round.reset();
  out.adjusted = finished(unrounded, *out.combined);
  out.value = finished(node, *out.combined);
  return out;
}

std::vector<Trace> trace_tree(const Instrument& instrument, const Assessment& assessment,
                              const Scores& scores, std::size_t node) {
  std::vector<Trace> out = {trace(instrument, assessment, scores, node)};
  for (std::size_t i = 0; i < out.front().parts.size(); ++i) {
    const Child child = out.front().parts[i].child;
    if (child.is_question) continue;
    std::vector<Trace> below = trace_tree(instrument, assessment, scores, child.index);
    out.insert(out.end(), below.begin(), below.end());
  }
  return out;
}

}  // namespace sextant
