#include "engine/scoring/ranges.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>

#include "engine/scoring/combine.hpp"
#include "engine/scoring/completions.hpp"

namespace sextant {

namespace {

bool rising(const std::vector<Step>& steps) {
  return std::is_sorted(steps.begin(), steps.end(),
                        [](const Step& a, const Step& b) { return a.value < b.value; });
}

bool falling(const std::vector<Step>& steps) {
  return std::is_sorted(steps.begin(), steps.end(),
                        [](const Step& a, const Step& b) { return a.value > b.value; });
}

/// Whether the combination never falls when a child rises.
bool rises(CombineRule rule) {
  switch (rule) {
    case CombineRule::weighted_mean:
    case CombineRule::sum:
    case CombineRule::minimum:
    case CombineRule::maximum:
    case CombineRule::geometric_mean:
    case CombineRule::harmonic_mean:
    case CombineRule::staged:
      return true;
    case CombineRule::weakest_link_plus:
    case CombineRule::lookup:
    case CombineRule::balanced:
      return false;
  }
  return false;
}

/// Whether the node's value never falls when a child's rises, or never rises: the rule over the ends is then
/// the range.
bool monotone(const Node& node) {
  return rises(node.combine.rule) && (rising(node.steps) || falling(node.steps));
}

bool rises(const Node& node) {
  return rises(node.combine.rule) && rising(node.steps) && (!node.transform || node.transform->factor >= 0);
}

Range ordered(double a, double b) {
  return {std::min(a, b), std::max(a, b)};
}

/// The combination with every child at one end of its range.
std::optional<double> at_end(const ScoringInput& input, const Node& node, const std::vector<Part>& parts,
                             bool high) {
  std::vector<Weighted> values;
  bool any = false;
  for (const Part& part : parts) {
    if (!part.possible) continue;
    any = true;
    if (part.range) values.push_back({high ? part.range->high : part.range->low, part.child.weight});
    if (!part.range && node.combine.rule != CombineRule::staged) return std::nullopt;
  }
  if (!any) return std::nullopt;
  const Scale& scale = input.instrument.scales[node.scale];
  if (node.combine.rule == CombineRule::staged)
    return scale.levels[gate_level(input, node, high ? GateView::best : GateView::worst)].value;
  return combine(node.combine, values, scale);
}

/// The ends between which children surely lie, and what follows for the rules.
struct Ends {
  double low = HUGE_VAL;
  double high = -HUGE_VAL;
  double least_high = HUGE_VAL;  ///< of the children that surely have a value
  Range sum;
  bool any = false;

  void take(const Part& part) {
    any = true;
    low = std::min(low, part.range->low);
    high = std::max(high, part.range->high);
    if (!part.open) least_high = std::min(least_high, part.range->high);
    const double weight = part.child.weight;
    sum.low += weight * (part.open ? std::min(0.0, part.range->low) : part.range->low);
    sum.high += weight * (part.open ? std::max(0.0, part.range->high) : part.range->high);
  }
};

std::optional<Range> bound_of_rule(const ScoringInput& input, const Node& node, const Ends& ends) {
  const Scale& scale = input.instrument.scales[node.scale];
  switch (node.combine.rule) {
    case CombineRule::sum:
      return ends.sum;
    case CombineRule::geometric_mean:
    case CombineRule::harmonic_mean:
      if (ends.low <= 0) return Range{0, std::max(0.0, ends.high)};
      break;
    case CombineRule::weakest_link_plus:
      return Range{ends.low, std::min(ends.high, ends.least_high) + node.combine.plus};
    case CombineRule::balanced: {
      const double span = scale.max - scale.min;
      const double mean = 70 + 60 * (ends.low - scale.min) / span;
      const double half = 30 * (ends.high - ends.low) / span;
      if (mean <= 0) return std::nullopt;
      return Range{scale.min + (mean - half * half / mean - 70) / 60 * span, ends.high};
    }
    case CombineRule::lookup: {
      const auto [a, b] =
          std::minmax_element(node.combine.table.begin(), node.combine.table.end(),
                              [](const LookupRow& x, const LookupRow& y) { return x.value < y.value; });
      if (a == node.combine.table.end()) return std::nullopt;
      return Range{a->value, b->value};
    }
    case CombineRule::staged:
      return Range{scale.levels[gate_level(input, node, GateView::worst)].value,
                   scale.levels[gate_level(input, node, GateView::best)].value};
    case CombineRule::weighted_mean:
    case CombineRule::minimum:
    case CombineRule::maximum:
      break;
  }
  return Range{ends.low, ends.high};
}

/// A range that surely holds, for a rule that is not monotone or children that may not be asked.
std::optional<Range> bound(const ScoringInput& input, const Node& node, const std::vector<Part>& parts) {
  Ends ends;
  const bool on_levels = node.combine.rule == CombineRule::staged || node.combine.rule == CombineRule::lookup;
  for (const Part& part : parts) {
    if (!part.possible) continue;
    if (part.range) {
      ends.take(part);
    } else if (on_levels) {
      ends.any = true;
    } else {
      return std::nullopt;
    }
  }
  if (!ends.any) return std::nullopt;
  const std::optional<Range> range = bound_of_rule(input, node, ends);
  if (!range) return std::nullopt;
  if (node.steps.empty() || monotone(node))
    return ordered(finished(node, range->low), finished(node, range->high));
  const auto [a, b] = std::minmax_element(node.steps.begin(), node.steps.end(),
                                          [](const Step& x, const Step& y) { return x.value < y.value; });
  const auto stored = [&](double value) { return node.round ? round_to(value, *node.round) : value; };
  return Range{stored(a->value), stored(b->value)};
}

/// True if no question is in two of the lists.
bool disjoint(const std::vector<const std::vector<std::size_t>*>& lists) {
  std::set<std::size_t> seen;
  for (const std::vector<std::size_t>* list : lists) {
    for (const std::size_t one : *list) {
      if (!seen.insert(one).second) return false;
    }
  }
  return true;
}

}  // namespace

/// What the nodes hang on, where an instrument has rules that do not rise or questions that branch.
struct Possibilities::Hangs {
  /// Of one question or node.
  struct On {
    std::vector<std::size_t> unknown;  ///< open questions, rising
    bool open = false;                 ///< whether one of its questions is asked is not known
    bool rises = true;                 ///< no answer raised lowers it
  };
  std::vector<On> questions;
  std::vector<On> nodes;

  explicit Hangs(const ScoringInput& input) : nodes(input.instrument.nodes.size()) {
    questions.reserve(input.questions.size());
    for (std::size_t i = 0; i < input.questions.size(); ++i) questions.push_back(of_question(input, i));
  }

  /// The question itself, and those that decide whether it is asked.
  static On of_question(const ScoringInput& input, std::size_t question) {
    On out;
    std::vector<std::size_t> todo = {question};
    std::set<std::size_t> seen;
    while (!todo.empty()) {
      const std::size_t one = todo.back();
      todo.pop_back();
      if (!seen.insert(one).second) continue;
      const QuestionScore& score = input.questions[one];
      const AnswerState state = input.answers[one].state;
      const bool no_answer = state == AnswerState::dont_know || state == AnswerState::unanswered;
      const bool open = no_answer || input.answers[one].disputed.has_value();
      if (open && (score.state != AnswerState::not_asked || score.open)) out.unknown.push_back(one);
      out.open = out.open || score.open;
      const Question& asked = input.instrument.questions[one];
      if (!asked.ask_if) continue;
      for (const std::size_t more : questions_in(*asked.ask_if)) todo.push_back(more);
    }
    std::sort(out.unknown.begin(), out.unknown.end());
    return out;
  }

  static void join(On& to, const On& more) {
    std::vector<std::size_t> all;
    std::set_union(to.unknown.begin(), to.unknown.end(), more.unknown.begin(), more.unknown.end(),
                   std::back_inserter(all));
    to.unknown = std::move(all);
    to.open = to.open || more.open;
  }

  /// Everything that a node's value and its gates hang on; its children have been asked for.
  const On& of_node(const ScoringInput& input, std::size_t index) {
    const Node& node = input.instrument.nodes[index];
    On out;
    out.rises = rises(node);
    for (const Child& child : node.children) {
      if (child.weight <= 0) continue;
      const On& one = child.is_question ? questions[child.index] : nodes[child.index];
      join(out, one);
      out.rises = out.rises && one.rises;
    }
    for (const Gate& gate : node.gates) {
      for (const GateNeed& need : gate.needs) {
        for (const std::size_t question : need.questions) join(out, questions[question]);
      }
    }
    nodes[index] = std::move(out);
    return nodes[index];
  }

  /// Whether the rule over the children's ends is reached by completions, all children having exact ranges.
  bool ends_meet(const ScoringInput& input, std::size_t index) const {
    if (nodes[index].rises) return true;
    const Node& node = input.instrument.nodes[index];
    std::vector<const std::vector<std::size_t>*> lists;
    for (const Child& child : node.children) {
      if (child.weight > 0) lists.push_back(&(child.is_question ? questions : nodes)[child.index].unknown);
    }
    return disjoint(lists);
  }
};

Possibilities::Possibilities(const ScoringInput& input, const std::vector<bool>* edition)
    : input_(input), edition_(edition) {
  const Instrument& instrument = input.instrument;
  const bool plain = std::all_of(instrument.nodes.begin(), instrument.nodes.end(),
                                 [](const Node& node) { return rises(node); }) &&
                     std::none_of(instrument.questions.begin(), instrument.questions.end(),
                                  [](const Question& question) { return question.ask_if.has_value(); });
  if (!plain) hangs_ = std::make_unique<Hangs>(input);
}

Possibilities::~Possibilities() = default;

Possible Possibilities::of(std::size_t index, const std::vector<Part>& parts, const NodeScore& plain) {
  const Node& node = input_.instrument.nodes[index];
  const Scale& scale = input_.instrument.scales[node.scale];
  const Hangs::On* on = hangs_ ? &hangs_->of_node(input_, index) : nullptr;
  const bool may_vanish = std::any_of(parts.begin(), parts.end(), [](const Part& part) { return part.open; });
  const auto with_levels = [&](Possible out) {
    const bool some = std::any_of(parts.begin(), parts.end(), [](const Part& part) { return part.possible; });
    if (some) {
      const std::size_t low = out.range ? level_of(scale, out.range->low) : 0;
      const std::size_t high = out.range ? level_of(scale, out.range->high) : scale.levels.size() - 1;
      out.levels = LevelSpan{std::min(low, gate_level(input_, node, GateView::worst)),
                             std::min(high, gate_level(input_, node, GateView::best))};
    }
    return out;
  };
  if (on != nullptr && on->unknown.empty() && !on->open) {
    Possible out;
    if (plain.value) out = with_levels({Range{*plain.value, *plain.value}, true, false, {}});
    return out;
  }
  std::optional<Possible> by_ends;
  if (monotone(node) && !may_vanish) {
    const auto low = at_end(input_, node, parts, false);
    const auto high = at_end(input_, node, parts, true);
    if (!low || !high) return with_levels({});
    by_ends = Possible{ordered(finished(node, *low), finished(node, *high)), true, false, {}};
    by_ends->exact =
        std::all_of(parts.begin(), parts.end(), [](const Part& part) { return part.range_exact; }) &&
        (on == nullptr || (!on->open && hangs_->ends_meet(input_, index)));
    if (by_ends->exact) return with_levels(*by_ends);
  }
  if (auto tried = try_completions(input_, edition_, index, on->unknown)) return *tried;
  if (by_ends) return with_levels(*by_ends);
  const std::optional<Range> range = bound(input_, node, parts);
  // A table may have no row for what comes, and a balanced mean without a bound may come to have no value.
  const bool no_value =
      node.combine.rule == CombineRule::lookup || (node.combine.rule == CombineRule::balanced && !range);
  return with_levels({range, false, may_vanish || no_value, {}});
}

}  // namespace sextant
