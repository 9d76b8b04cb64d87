#include "engine/scoring/ranges.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "engine/scoring/asked.hpp"
#include "engine/scoring/combine.hpp"

namespace sextant {

namespace {

constexpr std::size_t kMostCompletions = 1024;

bool rising(const std::vector<Step>& steps) {
  return std::is_sorted(steps.begin(), steps.end(), [](const Step& a, const Step& b) { return a.value < b.value; });
}

bool monotone(const Node& node) {
  switch (node.combine.rule) {
    case CombineRule::weighted_mean:
    case CombineRule::sum:
    case CombineRule::minimum:
    case CombineRule::maximum:
    case CombineRule::geometric_mean:
    case CombineRule::harmonic_mean:
    case CombineRule::staged:
      return rising(node.steps);
    case CombineRule::weakest_link_plus:
    case CombineRule::lookup:
    case CombineRule::balanced:
      return false;
  }
  return false;
}

/// The combination with every child at one end of its range.
std::optional<double> at_end(const ScoringInput& input, const Node& node, const std::vector<Part>& parts, bool high) {
  const Scale& scale = input.instrument.scales[node.scale];
  if (node.combine.rule == CombineRule::staged) return scale.levels[gate_level(input, node, high)].value;
  std::vector<Weighted> values;
  for (const Part& part : parts) {
    if (!part.applicable) continue;
    if (!part.range) return std::nullopt;
    values.push_back({high ? part.range->high : part.range->low, part.child.weight});
  }
  if (values.empty()) return std::nullopt;
  return combine(node.combine, values, scale);
}

Range ordered(double a, double b) {
  return {std::min(a, b), std::max(a, b)};
}

/// A range that surely holds, for a rule that is not monotone or children that may not be asked.
std::optional<Range> bound(const ScoringInput& input, const Node& node, const std::vector<Part>& parts) {
  const Scale& scale = input.instrument.scales[node.scale];
  double low = HUGE_VAL;
  double high = -HUGE_VAL;
  double least_high = HUGE_VAL;
  Range sum;
  bool any = false;
  for (const Part& part : parts) {
    if (!part.applicable && !part.open) continue;
    if (!part.range) return std::nullopt;
    any = true;
    low = std::min(low, part.range->low);
    high = std::max(high, part.range->high);
    least_high = std::min(least_high, part.range->high);
    const double w = part.child.weight;
    sum.low += w * (part.open ? std::min(0.0, part.range->low) : part.range->low);
    sum.high += w * (part.open ? std::max(0.0, part.range->high) : part.range->high);
  }
  if (!any) return std::nullopt;
  Range out{low, high};
  if (node.combine.rule == CombineRule::sum) out = sum;
  if (node.combine.rule == CombineRule::weakest_link_plus) out.high = std::min(high, least_high) + node.combine.plus;
  if (node.combine.rule == CombineRule::balanced) {
    const double span = scale.max - scale.min;
    const double mean = 70 + 60 * (low - scale.min) / span;
    const double half = 30 * (high - low) / span;
    out.low = scale.min + (mean - half * half / mean - 70) / 60 * span;
  }
  if (node.combine.rule == CombineRule::lookup) {
    if (node.combine.table.empty()) return std::nullopt;
    const auto [a, b] = std::minmax_element(node.combine.table.begin(), node.combine.table.end(),
                                            [](const LookupRow& x, const LookupRow& y) { return x.value < y.value; });
    out = {a->value, b->value};
  }
  if (node.steps.empty()) return ordered(finished(node, out.low), finished(node, out.high));
  const auto [a, b] = std::minmax_element(node.steps.begin(), node.steps.end(),
                                          [](const Step& x, const Step& y) { return x.value < y.value; });
  return Range{a->value, b->value};
}

/// Every answer that a question may get, or none where they cannot be listed.
std::vector<Answer> every_answer(const Instrument& instrument, const Question& question) {
  std::vector<Answer> out;
  const auto add = [&](double score) -> Answer& {
    Answer answer;
    answer.state = AnswerState::answered;
    answer.score = score;
    out.push_back(std::move(answer));
    return out.back();
  };
  if (question.type == QuestionType::level) {
    const Scale& scale = instrument.scales[question.scale];
    for (std::size_t i = 0; i < scale.levels.size(); ++i) add(scale.levels[i].value).level = i;
  } else if (question.type == QuestionType::choice || question.type == QuestionType::yes_no) {
    for (std::size_t i = 0; i < question.options.size(); ++i) add(question.options[i].value).chosen = {i};
  } else if (!question.steps.empty()) {
    std::set<double> values;
    for (const Step& step : question.steps) values.insert(step.value);
    for (const double value : values) add(value);
  }
  return out;
}

/// The nodes at or below `top`, in the order of scoring.
std::vector<std::size_t> subtree(const Instrument& instrument, std::size_t top) {
  std::set<std::size_t> inside;
  std::vector<std::size_t> open = {top};
  while (!open.empty()) {
    const std::size_t node = open.back();
    open.pop_back();
    if (!inside.insert(node).second) continue;
    for (const Child& child : instrument.nodes[node].children) {
      if (!child.is_question) open.push_back(child.index);
    }
  }
  std::vector<std::size_t> out;
  for (const std::size_t node : scoring_order(instrument)) {
    if (inside.count(node) > 0) out.push_back(node);
  }
  return out;
}

void add_questions(const Condition& condition, std::set<std::size_t>& to) {
  if (condition.kind == Condition::Kind::all || condition.kind == Condition::Kind::any ||
      condition.kind == Condition::Kind::none) {
    for (const Condition& part : condition.parts) add_questions(part, to);
  } else {
    to.insert(condition.question);
  }
}

/// The questions whose answers a node's value hangs on: below it, in its gates, and those that they branch on.
std::set<std::size_t> questions_of(const Instrument& instrument, const std::vector<std::size_t>& nodes) {
  std::set<std::size_t> out;
  for (const std::size_t node : nodes) {
    for (const Child& child : instrument.nodes[node].children) {
      if (child.is_question) out.insert(child.index);
    }
    for (const Gate& gate : instrument.nodes[node].gates) {
      for (const GateNeed& need : gate.needs) out.insert(need.questions.begin(), need.questions.end());
    }
  }
  std::vector<std::size_t> open(out.begin(), out.end());
  while (!open.empty()) {
    const Question& question = instrument.questions[open.back()];
    open.pop_back();
    std::set<std::size_t> more;
    if (question.ask_if) add_questions(*question.ask_if, more);
    for (const std::size_t one : more) {
      if (out.insert(one).second) open.push_back(one);
    }
  }
  return out;
}

/// Tries every completion. Nothing where they are too many or cannot be listed.
class Completions {
 public:
  Completions(const ScoringInput& input, const std::vector<bool>* edition, std::size_t node)
      : input_(input), edition_(edition), node_(node), nodes_(subtree(input.instrument, node)), answers_(input.answers) {}

  std::optional<Possible> all() {
    std::size_t count = 1;
    for (const std::size_t index : questions_of(input_.instrument, nodes_)) {
      const QuestionScore& score = input_.questions[index];
      const AnswerState state = answers_[index].state;
      const bool unknown = state == AnswerState::dont_know || state == AnswerState::unanswered;
      if (!unknown || (score.state == AnswerState::not_asked && !score.open)) continue;
      choices_.emplace_back(index, every_answer(input_.instrument, input_.instrument.questions[index]));
      if (choices_.back().second.empty()) return std::nullopt;
      count *= choices_.back().second.size();
      if (count > kMostCompletions) return std::nullopt;
    }
    try_from(0);
    return found_;
  }

 private:
  void try_from(std::size_t at) {
    if (at < choices_.size()) {
      for (const Answer& answer : choices_[at].second) {
        answers_[choices_[at].first] = answer;
        try_from(at + 1);
      }
      return;
    }
    const std::vector<QuestionScore> questions = asked(input_.instrument, answers_, edition_);
    const ScoringInput input{input_.instrument, answers_, questions};
    std::vector<NodeScore> done(input.instrument.nodes.size());
    for (const std::size_t node : nodes_) {
      const Node& here = input.instrument.nodes[node];
      done[node] = plain_score(input, here, parts_of(input, here, done));
    }
    if (!done[node_].value) return;
    const double value = *done[node_].value;
    const std::size_t level = std::min(*done[node_].own_level, gate_level(input, input.instrument.nodes[node_], false));
    if (!found_) {
      found_ = Possible{Range{value, value}, true, level, level};
      return;
    }
    found_->range = Range{std::min(found_->range->low, value), std::max(found_->range->high, value)};
    found_->lowest_level = std::min(found_->lowest_level, level);
    found_->highest_level = std::max(found_->highest_level, level);
  }

  const ScoringInput& input_;
  const std::vector<bool>* edition_;
  std::size_t node_;
  std::vector<std::size_t> nodes_;
  std::vector<Answer> answers_;
  std::vector<std::pair<std::size_t, std::vector<Answer>>> choices_;
  std::optional<Possible> found_;
};

}  // namespace

Possible possible(const ScoringInput& input, const std::vector<bool>* edition, std::size_t index,
                  const std::vector<Part>& parts, const NodeScore& plain) {
  const Node& node = input.instrument.nodes[index];
  const Scale& scale = input.instrument.scales[node.scale];
  const bool unknown = plain.tally.dont_know + plain.tally.unanswered > 0;
  const bool open = std::any_of(parts.begin(), parts.end(), [](const Part& part) { return part.open; });
  Possible out;
  out.exact = std::all_of(parts.begin(), parts.end(), [](const Part& part) { return part.range_exact; });
  const bool easy = monotone(node) && !open;
  if (easy) {
    const auto low = at_end(input, node, parts, false);
    const auto high = at_end(input, node, parts, true);
    if (low && high) out.range = ordered(finished(node, *low), finished(node, *high));
  } else if (!unknown && !open && plain.value) {
    out.range = Range{*plain.value, *plain.value};
  } else if (const auto tried = Completions(input, edition, index).all()) {
    return *tried;
  } else {
    out.exact = false;
    out.range = bound(input, node, parts);
  }
  if (out.range) {
    out.lowest_level = std::min(level_of(scale, out.range->low), gate_level(input, node, false));
    out.highest_level = std::min(level_of(scale, out.range->high), gate_level(input, node, true));
  }
  return out;
}

}  // namespace sextant
