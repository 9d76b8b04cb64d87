#include "engine/scoring/score.hpp"

#include <algorithm>
#include <cmath>

#include "engine/scoring/asked.hpp"
#include "engine/scoring/ranges.hpp"
#include "engine/text/number.hpp"

namespace sextant {

std::string_view name_of(NodeState state) {
  switch (state) {
    case NodeState::scored:
      return "scored";
    case NodeState::insufficient:
      return "insufficient";
    case NodeState::not_assessed:
      return "not_assessed";
    case NodeState::not_applicable:
      return "not_applicable";
    case NodeState::not_asked:
      return "not_asked";
  }
  return "";
}

std::string_view name_of(Limit::Kind kind) {
  return kind == Limit::Kind::gate ? "gate" : kind == Limit::Kind::cap ? "cap" : "evidence";
}

namespace {

/// Gates and the evidence cap: limits that look at the node alone.
void own_limits(const ScoringInput& input, const Node& node, NodeScore& out) {
  if (!out.own_level) return;
  out.level = out.own_level;
  const auto hold = [&](Limit limit) {
    out.limits.push_back(limit);
    out.level = std::min(*out.level, limit.at);
    out.lowest_level = std::min(out.lowest_level, limit.at);
  };
  const std::size_t allowed = gate_level(input, node, false);
  if (allowed < *out.own_level) {
    for (std::size_t i = 0; i < node.gates.size(); ++i) {
      if (node.gates[i].level == allowed + 1) hold({Limit::Kind::gate, i, allowed});
    }
    out.level = std::min(*out.level, allowed);
  }
  if (!node.evidence_cap) return;
  if (out.best_grade < node.evidence_cap->below_grade && *out.own_level > node.evidence_cap->at) {
    hold({Limit::Kind::evidence, 0, node.evidence_cap->at});
    out.highest_level = std::min(out.highest_level, node.evidence_cap->at);
  }
}

/// Caps between nodes. The loader refuses circles; a pass a cap reaches the end of every chain.
void apply_caps(const Instrument& instrument, std::vector<NodeScore>& nodes) {
  for (std::size_t pass = 0; pass < instrument.caps.size(); ++pass) {
    for (std::size_t i = 0; i < instrument.caps.size(); ++i) {
      const Cap& cap = instrument.caps[i];
      const NodeScore& other = nodes[cap.while_node];
      NodeScore& node = nodes[cap.node];
      if (other.range && other.lowest_level <= cap.while_level) node.lowest_level = std::min(node.lowest_level, cap.at);
      if (other.range && other.highest_level <= cap.while_level) node.highest_level = std::min(node.highest_level, cap.at);
      const bool holds = other.level && *other.level <= cap.while_level && node.own_level && *node.own_level > cap.at;
      const bool known = std::any_of(node.limits.begin(), node.limits.end(), [&](const Limit& limit) {
        return limit.kind == Limit::Kind::cap && limit.index == i;
      });
      if (!holds || known) continue;
      node.limits.push_back({Limit::Kind::cap, i, cap.at});
      node.level = std::min(*node.level, cap.at);
    }
  }
}

}  // namespace

Scores score(const Instrument& instrument, const Assessment& assessment) {
  const std::vector<bool>* edition = assessment.edition ? &instrument.editions[*assessment.edition].asked : nullptr;
  Scores out;
  out.questions = asked(instrument, assessment.answers, edition);
  out.nodes.resize(instrument.nodes.size());
  const ScoringInput input{instrument, assessment.answers, out.questions};
  for (const std::size_t index : scoring_order(instrument)) {
    const Node& node = instrument.nodes[index];
    const std::vector<Part> parts = parts_of(input, node, out.nodes);
    NodeScore score = plain_score(input, node, parts);
    const Possible possibilities = possible(input, edition, index, parts, score);
    score.range = possibilities.range;
    score.range_exact = possibilities.exact;
    score.lowest_level = possibilities.lowest_level;
    score.highest_level = possibilities.highest_level;
    own_limits(input, node, score);
    out.nodes[index] = std::move(score);
  }
  apply_caps(instrument, out.nodes);
  for (NodeScore& node : out.nodes) node.settled = node.level && node.range && node.lowest_level == node.highest_level;
  return out;
}

std::string display(double value, const Scale& scale, Lang lang) {
  const double span = scale.max - scale.min;
  const int usual = std::max(0, static_cast<int>(std::ceil(-std::log10(span / 30) - 1e-9)));
  constexpr int kMost = 12;
  for (int digits = usual; digits < kMost; ++digits) {
    const std::string text = fixed(value, digits);
    if (level_of(scale, *parse_number(text)) == level_of(scale, value)) return fixed(value, digits, lang);
  }
  return fixed(value, kMost, lang);
}

}  // namespace sextant
