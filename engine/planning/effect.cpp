#include "engine/planning/effect.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "engine/scoring/completions.hpp"

namespace sextant::planning {

namespace {

/// The least that can be answered and is worth as much as a level; the best answer where none is.
Answer at_least(const Instrument& instrument, const Question& question, double value) {
  const std::vector<Answer> all = every_answer(instrument, question);
  const Answer* best = nullptr;
  for (const Answer& one : all) {
    if (one.state != AnswerState::answered) continue;
    const bool enough = one.score >= value - 1e-9;
    const bool best_enough = best != nullptr && best->score >= value - 1e-9;
    if (best == nullptr || (enough && (!best_enough || one.score < best->score)) ||
        (!enough && !best_enough && one.score > best->score))
      best = &one;
  }
  Answer out;
  out.state = AnswerState::answered;
  out.score = std::clamp(value, question.lowest, question.highest);
  return best == nullptr ? out : *best;
}

/// `from` with what `to` says of the value alone: reasons, evidence and respondents stay.
void take_value(Answer& answer, const Answer& to) {
  answer.score = to.score;
  answer.level = to.level;
  answer.chosen = to.chosen;
  answer.cells = to.cells;
  answer.disputed.reset();
}

}  // namespace

std::vector<Answer> raised(const Instrument& instrument, const std::vector<Answer>& answers,
                           const std::vector<Climb>& climbs) {
  std::vector<Answer> out = answers;
  for (const Climb& climb : climbs) {
    for (const std::size_t index : climb.questions) {
      const Question& question = instrument.questions[index];
      Answer& answer = out[index];
      const Scale& scale = instrument.scales[question.scale];
      if (answer.state != AnswerState::answered || question.type == QuestionType::text) continue;
      const std::size_t level = std::min(climb.to, scale.levels.size() - 1);
      const double value = scale.levels[level].value;
      if (question.type == QuestionType::level) {
        if (!answer.level || *answer.level >= level) continue;
        answer.level = level;
        answer.score = value;
        answer.disputed.reset();
        continue;
      }
      if (answer.score >= value - 1e-9) continue;
      const Answer better = at_least(instrument, question, value);
      if (better.score > answer.score) take_value(answer, better);
    }
  }
  return out;
}

std::vector<Step> steps(const Instrument& instrument, const Assessment& assessment, const Scores& scores,
                        const std::vector<Candidate>& candidates, const std::vector<std::size_t>& pillars) {
  std::map<std::pair<std::size_t, std::size_t>, std::vector<std::size_t>> by_step;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Candidate& one = candidates[i];
    const auto level = standing(scores.nodes[one.node]);
    if (!level || !one.from || !one.to) continue;
    for (std::size_t to = std::max(*level, *one.from) + 1; to <= *one.to; ++to)
      by_step[{one.node, to}].push_back(i);
  }
  std::vector<Step> out;
  Assessment trial = assessment;
  std::vector<double> before;
  for (const auto& [key, actions] : by_step) {
    Step step{key.first, key.second, actions, {}};
    if (out.empty() || out.back().node != step.node) {
      trial.answers = assessment.answers;
      before.clear();
      for (const std::size_t pillar : pillars) before.push_back(scores.nodes[pillar].value.value_or(0));
    }
    std::vector<Climb> climbs;
    for (const std::size_t action : actions)
      climbs.push_back({step.node, step.to, candidates[action].questions});
    trial.answers = raised(instrument, trial.answers, climbs);
    const Scores after = score(instrument, trial);
    for (std::size_t p = 0; p < pillars.size(); ++p) {
      const double value = after.nodes[pillars[p]].value.value_or(before[p]);
      step.gain.push_back(value - before[p]);
      before[p] = value;
    }
    out.push_back(std::move(step));
  }
  return out;
}

}  // namespace sextant::planning
