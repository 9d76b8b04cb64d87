#include "engine/scoring/score.hpp"

#include <algorithm>
#include <cmath>

#include "engine/scoring/combine.hpp"
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

namespace {

/// What a child brings to its parent.
struct Contribution {
  bool applicable = false;      ///< counts in the denominator of the coverage
  bool not_applicable = false;  ///< was asked, and does not apply
  bool answered = false;        ///< something that counts below it is answered
  std::optional<double> value;  ///< what goes into the combination
  std::optional<Range> range;   ///< what could go into it when everything is answered; absent: unbounded
  double coverage = 0;          ///< 0..1, of the child
  double evidence = 0;          ///< 0..1 of the child's answered weight
  Tally tally;
};

Contribution of_question(const Question& question, const Answer& answer, const MissingPolicy& missing) {
  Contribution out;
  const auto unknown = [&](const MissingAs& as) {
    out.applicable = true;
    if (std::isfinite(question.lowest) && std::isfinite(question.highest)) {
      out.range = Range{question.lowest, question.highest};
    }
    if (as.kind == MissingAs::Kind::value) out.value = as.value;
    if (as.kind == MissingAs::Kind::lowest && std::isfinite(question.lowest)) out.value = question.lowest;
  };
  switch (answer.state) {
    case AnswerState::answered: {
      out.applicable = true;
      out.answered = true;
      out.value = answer.score;
      out.range = Range{answer.score, answer.score};
      out.coverage = 1;
      const bool shown = std::any_of(answer.evidence.begin(), answer.evidence.end(),
                                     [](const Evidence& evidence) { return evidence.grade >= 2; });
      out.evidence = shown ? 1 : 0;
      out.tally.answered = 1;
      break;
    }
    case AnswerState::dont_know:
      unknown(missing.dont_know);
      out.tally.dont_know = 1;
      break;
    case AnswerState::unanswered:
      unknown(missing.unanswered);
      out.tally.unanswered = 1;
      break;
    case AnswerState::not_applicable:
      out.not_applicable = true;
      out.tally.not_applicable = 1;
      break;
    case AnswerState::not_asked:
      out.tally.not_asked = 1;
      break;
  }
  return out;
}

Contribution of_node(const NodeScore& node) {
  Contribution out;
  out.not_applicable = node.state == NodeState::not_applicable;
  out.applicable = !out.not_applicable && node.state != NodeState::not_asked;
  out.answered = node.coverage.value_or(0) > 0;
  out.value = node.value;
  out.range = node.range;
  out.coverage = node.coverage.value_or(0);
  out.evidence = node.evidence.value_or(0);
  out.tally = node.tally;
  return out;
}

void add(Tally& to, const Tally& more) {
  to.answered += more.answered;
  to.dont_know += more.dont_know;
  to.not_applicable += more.not_applicable;
  to.unanswered += more.unanswered;
  to.not_asked += more.not_asked;
}

double finish_value(const Node& node, double value) {
  return node.round ? round_to(value, *node.round) : value;
}

/// The levels at both ends of the range, and what follows for the level that is printed.
void decide_level(const Scale& scale, NodeScore& out) {
  if (!out.value) return;
  out.own_level = level_of(scale, *out.value);
  out.level = out.own_level;
  // Where what is missing is left out, the value may lie outside what completions give: then it is not
  // settled.
  out.settled = out.range && level_of(scale, out.range->low) == *out.own_level &&
                level_of(scale, out.range->high) == *out.own_level;
  for (std::size_t i = 1; i < scale.levels.size(); ++i) {
    const double distance = std::fabs(*out.value - scale.levels[i].from);
    out.to_boundary = std::min(out.to_boundary.value_or(distance), distance);
  }
}

/// What is known of a node's children that weigh something; those of weight zero have no say.
struct Known {
  bool applicable = false;
  bool not_applicable = false;
  bool answered = false;
  bool value = false;
};

NodeState state_of(const Known& known, double coverage, const Node& node) {
  constexpr double kTolerance = 1e-9;
  if (!known.applicable) return known.not_applicable ? NodeState::not_applicable : NodeState::not_asked;
  if (known.value && coverage >= node.min_coverage - kTolerance) return NodeState::scored;
  return known.answered ? NodeState::insufficient : NodeState::not_assessed;
}

NodeScore score_node(const Instrument& instrument, const Assessment& assessment, const Node& node,
                     const std::vector<NodeScore>& done) {
  NodeScore out;
  std::vector<Weighted> values;
  std::vector<Weighted> lows;
  std::vector<Weighted> highs;
  Known known;
  bool bounded = true;
  double applicable = 0;
  double answered = 0;
  double shown = 0;
  for (const Child& child : node.children) {
    const Contribution part = child.is_question ? of_question(instrument.questions[child.index],
                                                              assessment.answers[child.index], node.missing)
                                                : of_node(done[child.index]);
    add(out.tally, part.tally);
    if (child.weight <= 0) continue;
    known.not_applicable = known.not_applicable || part.not_applicable;
    if (!part.applicable) continue;
    known.applicable = true;
    known.answered = known.answered || part.answered;
    applicable += child.weight;
    answered += child.weight * part.coverage;
    shown += child.weight * part.coverage * part.evidence;
    if (part.value) values.push_back({*part.value, child.weight});
    if (part.range) {
      lows.push_back({part.range->low, child.weight});
      highs.push_back({part.range->high, child.weight});
    } else {
      bounded = false;
    }
  }
  if (applicable > 0) out.coverage = answered / applicable;
  if (answered > 0) out.evidence = shown / answered;
  known.value = !values.empty();
  out.state = state_of(known, out.coverage.value_or(0), node);
  if (bounded && !lows.empty()) {
    out.range = Range{finish_value(node, combine(node.combine, lows)),
                      finish_value(node, combine(node.combine, highs))};
  }
  if (out.state == NodeState::scored) out.value = finish_value(node, combine(node.combine, values));
  decide_level(instrument.scales[node.scale], out);
  return out;
}

}  // namespace

Scores score(const Instrument& instrument, const Assessment& assessment) {
  Scores out;
  out.nodes.resize(instrument.nodes.size());
  // Parents stand before their children, and indices last: the tree from the back, then the indices in order.
  std::vector<std::size_t> order;
  for (std::size_t i = instrument.nodes.size(); i-- > 0;) {
    if (!instrument.nodes[i].is_index) order.push_back(i);
  }
  for (std::size_t i = 0; i < instrument.nodes.size(); ++i) {
    if (instrument.nodes[i].is_index) order.push_back(i);
  }
  for (const std::size_t i : order)
    out.nodes[i] = score_node(instrument, assessment, instrument.nodes[i], out.nodes);
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
