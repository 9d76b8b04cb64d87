#include "engine/scoring/node_value.hpp"

#include <algorithm>
#include <cmath>

#include "engine/scoring/combine.hpp"

namespace sextant {

std::string_view name_of(Use use) {
  switch (use) {
    case Use::counted:
      return "counted";
    case Use::not_applicable:
      return "not_applicable";
    case Use::not_asked:
      return "not_asked";
    case Use::dont_know:
      return "dont_know";
    case Use::unanswered:
      return "unanswered";
    case Use::not_assessed:
      return "not_assessed";
    case Use::insufficient:
      return "insufficient";
    case Use::no_weight:
      return "no_weight";
  }
  return "";
}

namespace {

/// The scores that are still possible for a question: the answer's, those that respondents dispute, or all
/// that it can give. Nothing where these have no end.
std::optional<Range> range_of(const Question& question, const Answer& answer) {
  if (answer.disputed && answer.state == AnswerState::answered) {
    return Range{std::min(answer.score, answer.disputed->lower),
                 std::max(answer.score, answer.disputed->upper)};
  }
  if (answer.disputed) return Range{answer.disputed->lower, answer.disputed->upper};
  if (answer.state == AnswerState::answered) return Range{answer.score, answer.score};
  const bool bounded = std::isfinite(question.lowest) && std::isfinite(question.highest);
  return bounded ? std::optional(Range{question.lowest, question.highest}) : std::nullopt;
}

int best_grade(const Answer& answer) {
  int out = 0;
  for (const Evidence& evidence : answer.evidence) out = std::max(out, evidence.grade);
  return out;
}

void take_unknown(Part& out, const Question& question, const Answer& answer, const MissingAs& as, Use use) {
  out.applicable = true;
  out.possible = true;
  out.use = use;
  out.range = range_of(question, answer);
  if (as.kind == MissingAs::Kind::value) out.value = as.value;
  if (as.kind == MissingAs::Kind::lowest && std::isfinite(question.lowest)) out.value = question.lowest;
  if (out.value) out.use = Use::counted;
}

void take_question(Part& out, const ScoringInput& input, const MissingPolicy& missing) {
  const Question& question = input.instrument.questions[out.child.index];
  const QuestionScore& score = input.questions[out.child.index];
  const Answer& answer = input.answers[out.child.index];
  switch (score.state) {
    case AnswerState::answered: {
      out.applicable = true;
      out.possible = true;
      out.answered = true;
      out.value = score.value;
      out.level = score.level;
      out.range = range_of(question, answer);
      out.coverage = 1;
      out.best_grade = best_grade(answer);
      out.possible_grade = out.best_grade;
      out.evidence = out.best_grade >= 2 ? 1 : 0;
      out.tally.answered = 1;
      return;
    }
    case AnswerState::dont_know:
      take_unknown(out, question, answer, missing.dont_know, Use::dont_know);
      out.tally.dont_know = 1;
      return;
    case AnswerState::unanswered:
      take_unknown(out, question, answer, missing.unanswered, Use::unanswered);
      out.tally.unanswered = 1;
      return;
    case AnswerState::not_applicable:
      out.use = Use::not_applicable;
      out.not_applicable = true;
      out.tally.not_applicable = 1;
      return;
    case AnswerState::not_asked:
      out.use = Use::not_asked;
      out.tally.not_asked = 1;
      out.possible = score.open && answer.state != AnswerState::not_applicable;
      out.open = out.possible;
      if (!out.possible) return;
      // An answer kept in the file counts again if the question is asked after all.
      out.range = range_of(question, answer);
      out.possible_grade = answer.state == AnswerState::answered ? best_grade(answer) : 0;
      return;
  }
}

void take_node(Part& out, const NodeScore& node) {
  out.not_applicable = node.state == NodeState::not_applicable;
  out.applicable = !out.not_applicable && node.state != NodeState::not_asked;
  out.answered = node.coverage.value_or(0) > 0;
  out.possible = node.levels.has_value();
  out.open = out.possible && node.open;
  out.value = node.value;
  out.level = node.own_level;
  out.range = node.range;
  out.range_exact = node.range_exact;
  out.coverage = node.coverage.value_or(0);
  out.evidence = node.evidence.value_or(0);
  out.tally = node.tally;
  out.best_grade = node.best_grade;
  out.possible_grade = node.possible_grade;
  switch (node.state) {
    case NodeState::scored:
      out.use = Use::counted;
      return;
    case NodeState::insufficient:
      out.use = Use::insufficient;
      return;
    case NodeState::not_assessed:
      out.use = Use::not_assessed;
      return;
    case NodeState::not_applicable:
      out.use = Use::not_applicable;
      return;
    case NodeState::not_asked:
      out.use = Use::not_asked;
      return;
  }
}

void add(Tally& to, const Tally& more) {
  to.answered += more.answered;
  to.dont_know += more.dont_know;
  to.not_applicable += more.not_applicable;
  to.unanswered += more.unanswered;
  to.not_asked += more.not_asked;
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

/// What a question brings to a need: nothing where it leaves the count.
enum class Brings { nothing, failed, met };

Brings brings(const ScoringInput& input, std::size_t index, double wanted, GateView view) {
  const QuestionScore& score = input.questions[index];
  const Question& question = input.instrument.questions[index];
  const Answer& answer = input.answers[index];
  const auto compared = [&](double value) { return value >= wanted - 1e-9 ? Brings::met : Brings::failed; };
  const bool best = view == GateView::best;
  const Range possible = range_of(question, answer).value_or(Range{question.lowest, question.highest});
  const double end = best ? possible.high : possible.low;
  if (score.state == AnswerState::answered) return compared(view == GateView::now ? answer.score : end);
  const bool in_count =
      score.open || score.state == AnswerState::dont_know || score.state == AnswerState::unanswered;
  if (!in_count) return Brings::nothing;
  if (answer.state == AnswerState::not_applicable) return Brings::nothing;
  if (view == GateView::now) return Brings::failed;
  const Brings asked = compared(end);
  if (!score.open) return asked;
  // To leave the count is better than to fail, and worse than to be met.
  return best == (asked == Brings::met) ? asked : Brings::nothing;
}

bool passes(const ScoringInput& input, const GateNeed& need, GateView view) {
  const NeedCount count = count_of(input, need, view);
  // Nothing of it applies: the gate asks for nothing.
  return count.asked == 0 || count.met >= need.share * count.asked - 1e-9;
}

}  // namespace

std::vector<Part> parts_of(const ScoringInput& input, const Node& node, const std::vector<NodeScore>& done) {
  std::vector<Part> out;
  out.reserve(node.children.size());
  for (const Child& child : node.children) {
    Part part;
    part.child = child;
    if (child.is_question) {
      take_question(part, input, node.missing);
    } else {
      take_node(part, done[child.index]);
    }
    if (child.weight <= 0) {
      part.use = Use::no_weight;
      part.applicable = false;
      part.possible = false;
      part.not_applicable = false;
      part.answered = false;
      part.open = false;
      part.value.reset();
      part.range.reset();
    }
    out.push_back(part);
  }
  return out;
}

NeedCount count_of(const ScoringInput& input, const GateNeed& need, GateView view) {
  NeedCount out;
  for (const std::size_t index : need.questions) {
    const Brings one = brings(input, index, need.score, view);
    out.asked += one == Brings::nothing ? 0 : 1;
    out.met += one == Brings::met ? 1 : 0;
  }
  return out;
}

std::size_t gate_level(const ScoringInput& input, const Node& node, GateView view) {
  std::size_t highest = input.instrument.scales[node.scale].levels.size() - 1;
  for (const Gate& gate : node.gates) {
    const bool passed = std::all_of(gate.needs.begin(), gate.needs.end(),
                                    [&](const GateNeed& need) { return passes(input, need, view); });
    if (!passed && gate.level <= highest) highest = gate.level == 0 ? 0 : gate.level - 1;
  }
  return highest;
}

std::vector<std::size_t> counted_levels(const Scale& scale, const std::vector<Part>& parts) {
  std::vector<std::size_t> out;
  for (const Part& part : parts) {
    if (part.value) out.push_back(part.level.value_or(level_of(scale, *part.value)));
  }
  return out;
}

std::optional<double> combined(const ScoringInput& input, const Node& node, const std::vector<Part>& parts) {
  const Scale& scale = input.instrument.scales[node.scale];
  if (node.combine.rule == CombineRule::staged)
    return scale.levels[gate_level(input, node, GateView::now)].value;
  if (node.combine.rule == CombineRule::lookup)
    return look_up(node.combine.table, counted_levels(scale, parts));
  std::vector<Weighted> values;
  for (const Part& part : parts) {
    if (part.value) values.push_back({*part.value, part.child.weight});
  }
  return combine(node.combine, values, scale);
}

double finished(const Node& node, double value) {
  if (node.transform) value = value * node.transform->factor + node.transform->offset;
  if (!node.steps.empty()) value = step_value(node.steps, value);
  return node.round ? round_to(value, *node.round) : value;
}

NodeScore plain_score(const ScoringInput& input, const Node& node, const std::vector<Part>& parts) {
  NodeScore out;
  Known known;
  Sum applicable;
  Sum answered;
  Sum shown;
  for (const Part& part : parts) {
    add(out.tally, part.tally);
    known.not_applicable = known.not_applicable || part.not_applicable;
    if (part.possible) out.possible_grade = std::max(out.possible_grade, part.possible_grade);
    if (!part.applicable) continue;
    known.applicable = true;
    known.answered = known.answered || part.answered;
    known.value = known.value || part.value.has_value();
    out.best_grade = std::max(out.best_grade, part.best_grade);
    applicable.add(part.child.weight);
    answered.add(part.child.weight * part.coverage);
    shown.add(part.child.weight * part.coverage * part.evidence);
  }
  if (applicable.value() > 0) out.coverage = answered.value() / applicable.value();
  if (answered.value() > 0) out.evidence = shown.value() / answered.value();
  const std::optional<double> value = known.value ? combined(input, node, parts) : std::nullopt;
  out.no_row = known.value && !value;
  known.value = value.has_value();
  out.state = state_of(known, out.coverage.value_or(0), node);
  if (out.state != NodeState::scored) return out;
  out.value = finished(node, *value);
  const Scale& scale = input.instrument.scales[node.scale];
  out.own_level = level_of(scale, *out.value);
  const double decided = scale.decide_on ? round_to(*out.value, *scale.decide_on) : *out.value;
  for (std::size_t i = 1; i < scale.levels.size(); ++i) {
    const double distance = std::fabs(decided - scale.levels[i].from);
    out.to_boundary = std::min(out.to_boundary.value_or(distance), distance);
  }
  return out;
}

std::vector<std::size_t> scoring_order(const Instrument& instrument) {
  std::vector<std::size_t> order;
  for (std::size_t i = instrument.nodes.size(); i-- > 0;) {
    if (!instrument.nodes[i].is_index) order.push_back(i);
  }
  // An index may be made of indices that stand before it.
  for (std::size_t i = 0; i < instrument.nodes.size(); ++i) {
    if (instrument.nodes[i].is_index) order.push_back(i);
  }
  return order;
}

}  // namespace sextant
