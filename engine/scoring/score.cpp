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
  const bool without_evidence = node.evidence_cap && out.best_grade < node.evidence_cap->below_grade;
  if (without_evidence && out.levels) {
    // What is not known yet brings no evidence with it: only answers kept in the file may lift the cap.
    const bool for_good = out.possible_grade < node.evidence_cap->below_grade;
    out.levels->low = std::min(out.levels->low, node.evidence_cap->at);
    if (for_good) out.levels->high = std::min(out.levels->high, node.evidence_cap->at);
  }
  if (!out.own_level) return;
  out.level = out.own_level;
  const std::size_t allowed = gate_level(input, node, GateView::now);
  if (allowed < *out.own_level) {
    for (std::size_t i = 0; i < node.gates.size(); ++i) {
      if (node.gates[i].level == allowed + 1) out.limits.push_back({Limit::Kind::gate, i, allowed});
    }
    out.level = allowed;
  }
  if (without_evidence && *out.own_level > node.evidence_cap->at) {
    out.limits.push_back({Limit::Kind::evidence, 0, node.evidence_cap->at});
    out.level = std::min(*out.level, node.evidence_cap->at);
  }
}

/// What one cap does to the levels that are still possible for its node.
void cap_possible(const Cap& cap, const NodeScore& other, NodeScore& node) {
  if (!other.levels || !node.levels) return;
  if (other.levels->low <= cap.while_level) node.levels->low = std::min(node.levels->low, cap.at);
  const bool surely = other.levels->high <= cap.while_level && !other.open;
  if (surely) node.levels->high = std::min(node.levels->high, cap.at);
}

/// Caps between nodes. The loader refuses circles; a pass a cap reaches the end of every chain.
void apply_caps(const Instrument& instrument, std::vector<NodeScore>& nodes) {
  for (std::size_t pass = 0; pass < instrument.caps.size(); ++pass) {
    for (std::size_t i = 0; i < instrument.caps.size(); ++i) {
      const Cap& cap = instrument.caps[i];
      const NodeScore& other = nodes[cap.while_node];
      NodeScore& node = nodes[cap.node];
      cap_possible(cap, other, node);
      const bool holds =
          other.level && *other.level <= cap.while_level && node.own_level && *node.own_level > cap.at;
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
  const std::vector<bool>* edition =
      assessment.edition ? &instrument.editions[*assessment.edition].asked : nullptr;
  Scores out;
  out.questions = asked(instrument, assessment.answers, edition);
  out.nodes.resize(instrument.nodes.size());
  const ScoringInput input{instrument, assessment.answers, out.questions};
  Possibilities possibilities(input, edition);
  for (const std::size_t index : scoring_order(instrument)) {
    const Node& node = instrument.nodes[index];
    const std::vector<Part> parts = parts_of(input, node, out.nodes);
    NodeScore score = plain_score(input, node, parts);
    const Possible possible = possibilities.of(index, parts, score);
    score.range = possible.range;
    score.range_exact = possible.exact;
    score.open = possible.open;
    score.levels = possible.levels;
    own_limits(input, node, score);
    out.nodes[index] = std::move(score);
  }
  apply_caps(instrument, out.nodes);
  // Where what is missing is left out, the value may lie outside what completions give: then it is not
  // settled.
  for (NodeScore& node : out.nodes) {
    node.settled = node.level && node.range && node.levels && !node.open && node.levels->low == *node.level &&
                   node.levels->high == *node.level;
  }
  return out;
}

std::vector<Diagnostic> scoring_problems(const Instrument& instrument, const Assessment& assessment,
                                         const Scores& scores, const std::string& name) {
  std::vector<Diagnostic> out;
  const ScoringInput input{instrument, assessment.answers, scores.questions};
  for (std::size_t i = 0; i < instrument.nodes.size(); ++i) {
    if (!scores.nodes[i].no_row) continue;
    const Node& node = instrument.nodes[i];
    const Scale& scale = instrument.scales[node.scale];
    std::string levels;
    for (const std::size_t level : counted_levels(scale, parts_of(input, node, scores.nodes))) {
      levels += (levels.empty() ? "" : ", ") + scale.levels[level].id;
    }
    out.push_back({Code::lookup_incomplete, name, {}, {{"id", node.id}, {"levels", levels}}, {}, {}});
  }
  return out;
}

int display_digits(const Scale& scale) {
  const double span = scale.max - scale.min;
  return std::clamp(static_cast<int>(std::ceil(-std::log10(span / 30) - 1e-9)), 0, kMostDigits);
}

std::string display(double value, const Scale& scale, Lang lang) {
  for (int digits = display_digits(scale); digits < kMostDigits; ++digits) {
    const std::string text = fixed(value, digits);
    if (level_of(scale, *parse_number(text)) == level_of(scale, value)) return fixed(value, digits, lang);
  }
  return fixed(value, kMostDigits, lang);
}

}  // namespace sextant
