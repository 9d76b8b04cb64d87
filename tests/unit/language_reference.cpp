#include "tests/unit/language_reference.hpp"

#include <algorithm>
#include <cmath>

namespace sextant::test::language {

namespace {

constexpr long double kTolerance = 1e-9L;
using Real = long double;

std::size_t at(int index) {
  return static_cast<std::size_t>(index);
}

/// 0: does not hold, 1: open, 2: holds.
class Scorer {
 public:
  Scorer(const Model& model, const Sheet& sheet, bool edition)
      : model_(model), sheet_(sheet), edition_(edition) {}

  Outcome run() {
    Outcome out;
    for (int i = 0; i < static_cast<int>(model_.questions.size()); ++i) out.questions.push_back(asked(i));
    questions_ = out.questions;
    results_.resize(model_.nodes.size());
    // Children stand behind their parents, and indices behind all that they are made of.
    for (std::size_t i = model_.nodes.size(); i-- > 0;) {
      if (!model_.nodes[i].index) results_[i] = of_node(model_.nodes[i]);
    }
    for (std::size_t i = 0; i < model_.nodes.size(); ++i) {
      if (model_.nodes[i].index) results_[i] = of_node(model_.nodes[i]);
    }
    for (std::size_t i = 0; i < results_.size(); ++i) out.nodes.push_back(capped(static_cast<int>(i)));
    return out;
  }

 private:
  Asked asked(int index) const {
    Asked out;
    if (edition_ && model_.edition && !(*model_.edition)[at(index)]) return out;
    const Question& question = model_.questions[at(index)];
    const int asks = question.ask_if ? holds(*question.ask_if) : 2;
    out.open = asks == 1;
    if (asks == 2) out.state = static_cast<Asked::State>(sheet_[at(index)].state);
    return out;
  }

  int holds(const Condition& condition) const {
    using Kind = Condition::Kind;
    int least = 2;
    int most = 0;
    for (const Condition& part : condition.parts) {
      least = std::min(least, holds(part));
      most = std::max(most, holds(part));
    }
    if (condition.kind == Kind::all) return least;
    if (condition.kind == Kind::any) return most;
    if (condition.kind == Kind::none) return 2 - most;
    const Asked question = asked(condition.question);
    const State given = sheet_[at(condition.question)].state;
    const bool may_be_asked = question.open || question.state != Asked::State::not_asked;
    if (!may_be_asked || given == State::not_applicable) return 0;
    if (given != State::answered) return 1;
    // An answer that fails the condition fails it whether it is asked for or not.
    if (!fulfils(condition)) return 0;
    return question.open ? 1 : 2;
  }

  bool fulfils(const Condition& condition) const {
    using Kind = Condition::Kind;
    const Answer& answer = sheet_[at(condition.question)];
    const Real score = worth(model_, model_.questions[at(condition.question)], answer);
    if (condition.kind == Kind::at_least) return score >= condition.value - kTolerance;
    if (condition.kind == Kind::at_most) return score <= condition.value + kTolerance;
    if (condition.kind == Kind::answered) return true;
    for (const int one : answer.chosen) {
      for (const int option : condition.options) {
        if (one == option) return true;
      }
    }
    return false;
  }

  struct Part {
    Real weight = 1;
    bool applicable = false;
    bool not_applicable = false;
    bool answered = false;
    std::optional<Real> value;
    std::optional<int> level;
    Real coverage = 0;
    int grade = 0;
  };

  Part of_question(int index, const Node& parent) const {
    const Question& question = model_.questions[at(index)];
    const Answer& answer = sheet_[at(index)];
    Part out;
    const Asked::State state = questions_[at(index)].state;
    out.not_applicable = state == Asked::State::not_applicable;
    out.applicable = !out.not_applicable && state != Asked::State::not_asked;
    if (state == Asked::State::answered) {
      out.answered = true;
      out.coverage = 1;
      out.value = worth(model_, question, answer);
      out.grade = std::max(0, answer.grade);
      if (question.type == Type::level) out.level = answer.chosen.front();
    } else if (out.applicable) {
      const Missing& missing = state == Asked::State::dont_know ? parent.dont_know : parent.unanswered;
      if (missing.kind == Missing::Kind::value) out.value = missing.value;
      if (missing.kind == Missing::Kind::lowest) {
        for (const Answer& one : every_answer(model_, question)) {
          const Real score = worth(model_, question, one);
          out.value = std::min(out.value.value_or(score), score);
        }
      }
    }
    return out;
  }

  Part of_child(const Child& child, const Node& parent) const {
    Part out;
    if (child.is_question) {
      out = of_question(child.index, parent);
    } else {
      const Result& node = results_[at(child.index)];
      out.not_applicable = node.state == "not_applicable";
      out.applicable = !out.not_applicable && node.state != "not_asked";
      out.answered = node.coverage.value_or(0) > 0;
      out.value = node.value;
      if (node.value) out.level = node.own;
      out.coverage = node.coverage.value_or(0);
      out.grade = node.grade;
    }
    out.weight = child.weight;
    return out;
  }

  int gate_allows(const Node& node) const {
    int allowed = static_cast<int>(model_.scales[at(node.scale)].values.size()) - 1;
    for (const Gate& gate : node.gates) {
      for (const Need& need : gate.needs) {
        int count = 0;
        int met = 0;
        std::vector<int> seen;
        for (const int index : need.questions) {
          if (std::find(seen.begin(), seen.end(), index) != seen.end()) continue;
          seen.push_back(index);
          const Asked& question = questions_[at(index)];
          const bool gone = sheet_[at(index)].state == State::not_applicable ||
                            (question.state == Asked::State::not_asked && !question.open);
          if (gone) continue;
          ++count;
          const bool counts = question.state == Asked::State::answered;
          if (counts &&
              worth(model_, model_.questions[at(index)], sheet_[at(index)]) >= need.score - kTolerance)
            ++met;
        }
        if (count > 0 && met < need.share * count - 1e-9) allowed = std::min(allowed, gate.level - 1);
      }
    }
    return allowed;
  }

  std::optional<Real> combined(const Node& node, const std::vector<Part>& parts) const {
    const Scale& scale = model_.scales[at(node.scale)];
    if (node.rule == Rule::staged) return scale.values[at(gate_allows(node))];
    std::vector<int> levels;
    std::vector<std::pair<Real, Real>> values;
    for (const Part& part : parts) {
      if (!part.value) continue;
      levels.push_back(part.level ? *part.level : naive_level(scale, *part.value));
      values.emplace_back(*part.value, part.weight);
    }
    if (node.rule == Rule::lookup) return naive_lookup(node.table, levels);
    return naive_combined(node, scale, values);
  }

  Result of_node(const Node& node) const {
    std::vector<Part> parts;
    for (const Child& child : node.children) {
      if (child.weight > 0) parts.push_back(of_child(child, node));
    }
    Result out;
    Real weights = 0;
    Real covered = 0;
    bool answered = false;
    bool value = false;
    bool not_applicable = false;
    for (const Part& part : parts) {
      not_applicable = not_applicable || part.not_applicable;
      if (!part.applicable) continue;
      weights += part.weight;
      covered += part.weight * part.coverage;
      answered = answered || part.answered;
      value = value || part.value;
      out.grade = std::max(out.grade, part.grade);
    }
    out.state = not_applicable ? "not_applicable" : "not_asked";
    if (weights <= 0) return out;
    out.coverage = covered / weights;
    out.state = answered ? "insufficient" : "not_assessed";
    if (!value || *out.coverage < node.min_coverage - kTolerance) return out;
    std::optional<Real> stored = combined(node, parts);
    if (!stored) return out;
    if (node.transformed) stored = *stored * node.factor + node.offset;
    if (!node.steps.empty()) stored = naive_steps(node.steps, *stored);
    if (node.round) stored = naive_round(*node.round, *stored);
    out.state = "scored";
    out.value = stored;
    out.own = naive_level(model_.scales[at(node.scale)], *stored);
    out.level = std::min(out.own, gate_allows(node));
    if (node.evidence_grade > 0 && out.grade < node.evidence_grade)
      out.level = std::min(out.level, node.evidence_at);
    return out;
  }

  Result capped(int index) const {
    Result out = results_[at(index)];
    for (const Cap& cap : model_.caps) {
      if (cap.node != index || !out.value) continue;
      const Result other = capped(cap.while_node);
      if (other.value && other.level <= cap.while_level) out.level = std::min(out.level, cap.at);
    }
    return out;
  }

  const Model& model_;
  const Sheet& sheet_;
  bool edition_;
  std::vector<Asked> questions_;
  std::vector<Result> results_;
};

}  // namespace

long double worth(const Model& model, const Question& question, const Answer& answer) {
  Real sum = 0;
  Real all = 0;
  switch (question.type) {
    case Type::level:
      return model.scales[0].values[at(answer.chosen.front())];
    case Type::yes_no:
    case Type::choice:
      return question.options[at(answer.chosen.front())];
    case Type::checklist:
      for (const int part : answer.chosen) sum += question.options[at(part)];
      for (const double part : question.options) all += part;
      if (question.count == "share") return sum / all;
      return question.count == "sum" ? sum : naive_steps(question.steps, sum);
    case Type::number:
      return question.steps.empty() ? Real(answer.number) : naive_steps(question.steps, answer.number);
    case Type::grid:
      for (const int cell : answer.chosen) {
        if (cell < 0) continue;
        sum += model.scales[0].values[at(cell)];
        all += 1;
      }
      return sum / all;
  }
  return 0;
}

int naive_level(const Scale& scale, long double value) {
  if (scale.decide_on) value = naive_round(*scale.decide_on, value);
  int level = 0;
  for (int i = 1; i < static_cast<int>(scale.bounds.size()); ++i) {
    if (value >= scale.bounds[at(i)] - kTolerance) level = i;
  }
  return level;
}

long double naive_steps(const std::vector<Step>& steps, long double x) {
  Real out = steps.front().value;
  for (const Step& step : steps) {
    if (x >= step.from - kTolerance) out = step.value;
  }
  return out;
}

long double naive_round(const Round& round, long double x) {
  const Real unit = std::pow(10.0L, round.digits);
  const Real scaled = x * unit;
  if (round.mode == Mode::floor) return std::floor(scaled + kTolerance) / unit;
  if (round.mode == Mode::ceiling) return std::ceil(scaled - kTolerance) / unit;
  if (round.mode == Mode::half_up) return std::floor(scaled + 0.5L + kTolerance) / unit;
  const Real below = std::floor(scaled);
  const Real rest = scaled - below;
  const bool half = std::fabs(rest - 0.5L) <= kTolerance;
  const bool odd = std::fmod(below, 2.0L) != 0;
  return (below + ((half ? odd : rest > 0.5L) ? 1 : 0)) / unit;
}

std::optional<long double> naive_combined(
    const Node& node, const Scale& scale,
    const std::vector<std::pair<long double, long double>>& values_and_weights) {
  Real weights = 0;
  Real sum = 0;
  Real logs = 0;
  Real inverse = 0;
  Real least = values_and_weights.front().first;
  Real most = least;
  for (const auto& [value, weight] : values_and_weights) {
    weights += weight;
    sum += value * weight;
    logs += value > 0 ? weight * std::log(value) : 0;
    inverse += value > 0 ? weight / value : 0;
    least = std::min(least, value);
    most = std::max(most, value);
  }
  switch (node.rule) {
    case Rule::mean:
      return sum / weights;
    case Rule::sum:
      return sum;
    case Rule::minimum:
      return least;
    case Rule::maximum:
      return most;
    case Rule::geometric:
      return least <= 0 ? 0 : std::exp(logs / weights);
    case Rule::harmonic:
      return least <= 0 ? 0 : weights / inverse;
    case Rule::weakest:
      return most > least + kTolerance ? least + node.plus : least;
    default:
      break;
  }
  // The adjusted Mazziotta-Pareto index: 70..130, mean less variance / mean, and back.
  const Real span = static_cast<Real>(scale.max) - scale.min;
  const auto mapped = [&](Real value) { return 70 + 60 * (value - scale.min) / span; };
  const Real mean = mapped(sum / weights);
  Real variance = 0;
  for (const auto& [value, weight] : values_and_weights)
    variance += weight / weights * (mapped(value) - mean) * (mapped(value) - mean);
  if (mean <= kTolerance) return std::nullopt;
  return scale.min + (mean - variance / mean - 70) / 60 * span;
}

std::optional<long double> naive_lookup(const std::vector<Row>& table, std::vector<int> levels) {
  std::sort(levels.begin(), levels.end());
  for (const Row& row : table) {
    std::vector<int> of = row.of;
    std::sort(of.begin(), of.end());
    bool fits = of.empty() || of == levels;
    for (const Row::Count& count : row.counts) {
      int found = 0;
      for (const int level : levels)
        found += level == count.level || (count.or_above && level > count.level) ? 1 : 0;
      fits = fits && found >= count.least && found <= count.most;
    }
    if (fits) return row.is;
  }
  return std::nullopt;
}

Outcome naive_score(const Model& model, const Sheet& sheet, bool edition) {
  return Scorer(model, sheet, edition).run();
}

}  // namespace sextant::test::language
