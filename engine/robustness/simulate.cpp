#include "engine/robustness/simulate.hpp"

#include <algorithm>
#include <cmath>

#include "engine/robustness/random.hpp"
#include "engine/robustness/weights.hpp"
#include "engine/scoring/completions.hpp"
#include "engine/scoring/score.hpp"

namespace sextant {

namespace {

/// The instrument with nothing that is only printed: cheap to copy.
Instrument bare(const Instrument& instrument) {
  Instrument out = instrument;
  for (Node& node : out.nodes) node.title = node.about = {};
  for (Question& question : out.questions) {
    question.title = question.text = question.help = question.evidence = question.unit = {};
    question.quality.clear();
    question.descriptors.clear();
  }
  return out;
}

/// Draws weights and rules for one run. All that differs between units is drawn elsewhere.
class Assumptions {
 public:
  Assumptions(const Instrument& instrument, const RobustnessSettings& settings)
      : declared_(bare(instrument)), drawn_(declared_), settings_(settings) {}

  const Instrument& draw(int run) {
    Generator generator(seed_for(settings_.seed, "run " + std::to_string(run)));
    for (std::size_t i = 0; i < declared_.nodes.size(); ++i) {
      draw_weights(generator, declared_.nodes[i].children, drawn_.nodes[i].children);
      draw_rule(generator, declared_.nodes[i], drawn_.nodes[i]);
    }
    return drawn_;
  }

 private:
  void draw_weights(Generator& generator, const std::vector<Child>& declared,
                    std::vector<Child>& drawn) const {
    std::vector<double> weights;
    double sum = 0;
    for (const Child& child : declared) {
      weights.push_back(child.weight);
      sum += child.weight;
    }
    if (weights.size() < 2 || sum <= 0) return;
    weights = settings_.concentration ? dirichlet(generator, weights, *settings_.concentration)
                                      : perturb_within(generator, weights, settings_.weights);
    for (std::size_t i = 0; i < weights.size(); ++i) drawn[i].weight = weights[i];
  }

  /// Weighted means alone: each of the rules named, or the declared one, is as likely.
  void draw_rule(Generator& generator, const Node& declared, Node& drawn) const {
    if (settings_.rules.empty() || declared.combine.rule != CombineRule::weighted_mean) return;
    const std::uint64_t which = draw_below(generator, settings_.rules.size() + 1);
    drawn.combine.rule = which == 0 ? CombineRule::weighted_mean : settings_.rules[which - 1];
  }

  Instrument declared_;
  Instrument drawn_;
  const RobustnessSettings& settings_;
};

/// Draws the answers of one unit, run after run; each question has a sequence of its own.
class Answers {
 public:
  Answers(const Instrument& instrument, const Assessment& assessment, const RobustnessSettings& settings)
      : instrument_(instrument), given_(assessment), drawn_(assessment), settings_(settings) {
    for (const Question& question : instrument.questions) {
      generators_.emplace_back(
          seed_for(settings.seed, assessment.unit.id + "\n" + assessment.round.id + "\n" + question.id));
      choices_.push_back(every_answer(instrument, question));
    }
  }

  const Assessment& draw() {
    for (std::size_t i = 0; i < given_.answers.size(); ++i) {
      const AnswerState state = given_.answers[i].state;
      if (state == AnswerState::dont_know || state == AnswerState::unanswered) draw_unknown(i);
      if (state == AnswerState::answered && given_.answers[i].level) draw_neighbour(i);
    }
    return drawn_;
  }

 private:
  /// Any answer, each as likely; a number between its bounds. Without bounds it stays unknown.
  void draw_unknown(std::size_t index) {
    if (!settings_.unknown) return;
    const Question& question = instrument_.questions[index];
    Generator& generator = generators_[index];
    if (!choices_[index].empty()) {
      drawn_.answers[index] = choices_[index][draw_below(generator, choices_[index].size())];
    } else if (std::isfinite(question.lowest) && std::isfinite(question.highest)) {
      Answer answer;
      answer.state = AnswerState::answered;
      answer.score = question.lowest + (question.highest - question.lowest) * draw_uniform(generator);
      drawn_.answers[index] = answer;
    }
  }

  /// With the probability of its evidence's grade, the level beside it; up and down are as likely, and beyond
  /// the ends of the scale it stays.
  void draw_neighbour(std::size_t index) {
    const Answer& given = given_.answers[index];
    Answer& drawn = drawn_.answers[index];
    int grade = 0;
    for (const Evidence& evidence : given.evidence) grade = std::max(grade, evidence.grade);
    Generator& generator = generators_[index];
    const bool off = draw_uniform(generator) < settings_.off_by_one[static_cast<std::size_t>(grade)];
    const bool up = draw_uniform(generator) < 0.5;
    const auto& levels = instrument_.scales[instrument_.questions[index].scale].levels;
    std::size_t level = *given.level;
    if (off && up && level + 1 < levels.size()) ++level;
    if (off && !up && level > 0) --level;
    drawn.level = level;
    drawn.score = levels[level].value;
  }

  const Instrument& instrument_;
  const Assessment& given_;
  Assessment drawn_;
  const RobustnessSettings& settings_;
  std::vector<Generator> generators_;
  std::vector<std::vector<Answer>> choices_;
};

}  // namespace

Robustness robustness(const Instrument& instrument, const Assessment& assessment,
                      const RobustnessSettings& settings) {
  Robustness out;
  out.settings = settings;
  out.nodes.resize(instrument.nodes.size());
  std::vector<std::vector<double>> values(instrument.nodes.size());
  for (std::size_t i = 0; i < instrument.nodes.size(); ++i) {
    out.nodes[i].levels.assign(instrument.scales[instrument.nodes[i].scale].levels.size(), 0);
  }
  Assumptions assumptions(instrument, settings);
  Answers answers(instrument, assessment, settings);
  for (int run = 0; run < settings.runs; ++run) {
    const Scores scores = score(assumptions.draw(run), answers.draw());
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!scores.nodes[i].value) continue;
      values[i].push_back(*scores.nodes[i].value);
      out.nodes[i].levels[*scores.nodes[i].level] += 1.0 / settings.runs;
    }
  }
  for (std::size_t i = 0; i < values.size(); ++i) {
    out.nodes[i].runs = values[i].size();
    if (!values[i].empty()) out.nodes[i].value = quantile_interval(values[i], 0.05, 0.95);
  }
  return out;
}

RankRobustness rank_robustness(const Instrument& instrument, const std::vector<Assessment>& units,
                               std::size_t node, const RobustnessSettings& settings) {
  RankRobustness out;
  out.node = node;
  Assumptions assumptions(instrument, settings);
  std::vector<Answers> answers;
  answers.reserve(units.size());
  for (const Assessment& unit : units) answers.emplace_back(instrument, unit, settings);
  std::vector<std::vector<std::optional<double>>> values(units.size());
  for (int run = 0; run < settings.runs; ++run) {
    const Instrument& drawn = assumptions.draw(run);
    for (std::size_t u = 0; u < units.size(); ++u)
      values[u].push_back(score(drawn, answers[u].draw()).nodes[node].value);
  }
  std::vector<std::vector<double>> kept;
  for (std::size_t u = 0; u < units.size(); ++u) {
    const bool all =
        std::all_of(values[u].begin(), values[u].end(), [](const auto& value) { return value.has_value(); });
    if (!all) continue;
    out.units.push_back(u);
    kept.emplace_back();
    for (const auto& value : values[u]) kept.back().push_back(*value);
  }
  if (kept.empty() || settings.runs == 0) return out;
  std::vector<std::vector<double>> runs(static_cast<std::size_t>(settings.runs));
  for (std::size_t run = 0; run < runs.size(); ++run) {
    for (const std::vector<double>& unit : kept) runs[run].push_back(unit[run]);
  }
  out.ranks = rank_intervals(runs);
  for (const std::vector<double>& a : kept) {
    out.exceeds.emplace_back();
    for (const std::vector<double>& b : kept)
      out.exceeds.back().push_back(&a == &b ? 0.5 : probability_exceeds(a, b));
  }
  return out;
}

}  // namespace sextant
