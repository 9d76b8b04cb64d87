#include "engine/scoring/completions.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "engine/scoring/asked.hpp"

namespace sextant {

namespace {

constexpr std::size_t kMostCompletions = 1024;

Answer answered(double score) {
  Answer out;
  out.state = AnswerState::answered;
  out.score = score;
  return out;
}

/// Every set of parts that may be ticked.
std::vector<Answer> every_checklist(const Question& question) {
  const std::size_t parts = question.options.size();
  if (parts > 10) return {};
  std::vector<Answer> out;
  for (std::size_t set = 0; set < std::size_t{1} << parts; ++set) {
    Answer answer = answered(0);
    for (std::size_t i = 0; i < parts; ++i) {
      if ((set >> i & 1U) != 0) answer.chosen.push_back(i);
    }
    answer.score = checklist_score(question, answer.chosen);
    out.push_back(std::move(answer));
  }
  return out;
}

/// Every mean of the levels of the cells that are filled, one or more; which cell has which level tells no
/// score apart.
std::vector<Answer> every_grid(const Question& question, const Scale& scale) {
  std::set<double> means;
  std::set<double> sums = {0};
  for (std::size_t filled = 1; filled <= question.options.size(); ++filled) {
    std::set<double> next;
    for (const double sum : sums) {
      for (const Level& level : scale.levels) next.insert(sum + level.value);
    }
    sums = std::move(next);
    for (const double sum : sums) means.insert(sum / static_cast<double>(filled));
    if (means.size() > kMostCompletions) return {};
  }
  std::vector<Answer> out;
  for (const double mean : means) out.push_back(answered(mean));
  return out;
}

/// A number that becomes one of a few values.
std::vector<Answer> every_step(const Question& question) {
  std::vector<Answer> out;
  for (const double value :
       step_values(question.steps, question.least.value_or(-HUGE_VAL), question.most.value_or(HUGE_VAL))) {
    out.push_back(answered(value));
  }
  return out;
}

}  // namespace

std::vector<Answer> every_answer(const Instrument& instrument, const Question& question) {
  std::vector<Answer> out;
  const Scale& scale = instrument.scales[question.scale];
  switch (question.type) {
    case QuestionType::level:
      for (std::size_t i = 0; i < scale.levels.size(); ++i) {
        out.push_back(answered(scale.levels[i].value));
        out.back().level = i;
      }
      return out;
    case QuestionType::choice:
    case QuestionType::yes_no:
      for (std::size_t i = 0; i < question.options.size(); ++i) {
        out.push_back(answered(question.options[i].value));
        out.back().chosen = {i};
      }
      return out;
    case QuestionType::checklist:
      return every_checklist(question);
    case QuestionType::grid:
      return every_grid(question, scale);
    case QuestionType::number:
    case QuestionType::percent:
      return every_step(question);
    case QuestionType::text:
      return {answered(0)};
  }
  return out;
}

namespace {

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

class Completions {
 public:
  Completions(const ScoringInput& input, const std::vector<bool>* edition, std::size_t node)
      : input_(input),
        edition_(edition),
        node_(node),
        nodes_(subtree(input.instrument, node)),
        answers_(input.answers) {}

  std::optional<Possible> all(const std::vector<std::size_t>& unknown) {
    std::size_t count = 1;
    for (const std::size_t index : unknown) {
      choices_.emplace_back(index, answers_to(index));
      if (choices_.back().second.empty()) return std::nullopt;
      count *= choices_.back().second.size();
      if (count > kMostCompletions) return std::nullopt;
    }
    try_from(0);
    return found_;
  }

 private:
  /// Every answer to a question; of a disputed one, those that lie between what was said.
  std::vector<Answer> answers_to(std::size_t index) const {
    std::vector<Answer> out = every_answer(input_.instrument, input_.instrument.questions[index]);
    const Answer& given = answers_[index];
    if (!given.disputed) return out;
    double low = given.disputed->lower;
    double high = given.disputed->upper;
    if (given.state == AnswerState::answered) {
      low = std::min(low, given.score);
      high = std::max(high, given.score);
    }
    out.erase(
        std::remove_if(out.begin(), out.end(),
                       [&](const Answer& one) { return one.score < low - 1e-9 || one.score > high + 1e-9; }),
        out.end());
    return out;
  }

  void try_from(std::size_t at) {
    if (at == choices_.size()) {
      score_one();
      return;
    }
    for (const Answer& answer : choices_[at].second) {
      answers_[choices_[at].first] = answer;
      try_from(at + 1);
    }
  }

  void score_one() {
    const std::vector<QuestionScore> questions = asked(input_.instrument, answers_, edition_);
    const ScoringInput input{input_.instrument, answers_, questions};
    std::vector<NodeScore> done(input.instrument.nodes.size());
    for (const std::size_t node : nodes_) {
      const Node& here = input.instrument.nodes[node];
      done[node] = plain_score(input, here, parts_of(input, here, done));
    }
    if (!done[node_].value) {
      found_.open = true;
      return;
    }
    const double value = *done[node_].value;
    const std::size_t level =
        std::min(*done[node_].own_level, gate_level(input, input.instrument.nodes[node_], GateView::now));
    if (!found_.range) {
      found_.range = Range{value, value};
      found_.levels = LevelSpan{level, level};
      return;
    }
    found_.range = Range{std::min(found_.range->low, value), std::max(found_.range->high, value)};
    found_.levels = LevelSpan{std::min(found_.levels->low, level), std::max(found_.levels->high, level)};
  }

  const ScoringInput& input_;
  const std::vector<bool>* edition_;
  std::size_t node_;
  std::vector<std::size_t> nodes_;
  std::vector<Answer> answers_;
  std::vector<std::pair<std::size_t, std::vector<Answer>>> choices_;
  Possible found_;
};

}  // namespace

std::optional<Possible> try_completions(const ScoringInput& input, const std::vector<bool>* edition,
                                        std::size_t node, const std::vector<std::size_t>& unknown) {
  return Completions(input, edition, node).all(unknown);
}

}  // namespace sextant
