#include "engine/agreement/opinions.hpp"

#include <algorithm>
#include <cmath>

#include "engine/assessment/views.hpp"
#include "engine/scoring/combine.hpp"

namespace sextant {

namespace {

/// What an answer counts as among others: the level's place from 1, or what it is worth.
std::optional<double> rating(const Question& question, const Answer& answer) {
  if (answer.state != AnswerState::answered || question.type == QuestionType::text) return std::nullopt;
  if (question.type == QuestionType::level) return static_cast<double>(*answer.level + 1);
  return answer.score;
}

/// The median of what a group said on each question below a node; nothing where it said nothing.
std::vector<std::optional<double>> medians_of(const Instrument& instrument, const Opinions& opinions,
                                              std::size_t node, const std::string& group) {
  std::vector<std::optional<double>> out(instrument.questions.size());
  for (std::size_t q = 0; q < out.size(); ++q) {
    const Question& question = instrument.questions[q];
    if (question.type == QuestionType::text || !instrument.below(question.node, node)) continue;
    std::vector<double> worth;
    for (std::size_t r = 0; r < opinions.respondents.size(); ++r) {
      const Answer& answer = opinions.said[q][r];
      const bool counts = opinions.respondents[r].group == group && answer.state == AnswerState::answered;
      if (counts) worth.push_back(answer.score);
    }
    out[q] = median(worth);
  }
  return out;
}

/// Their mean.
std::optional<GroupView> view_of(const Instrument& instrument, const Opinions& opinions, std::size_t node,
                                 const std::string& group) {
  GroupView out{group, 0, 0};
  Sum sum;
  for (const auto& middle : medians_of(instrument, opinions, node, group)) {
    if (!middle) continue;
    sum.add(*middle);
    ++out.count;
  }
  if (out.count == 0) return std::nullopt;
  out.mean = sum.value() / static_cast<double>(out.count);
  return out;
}

NodeAgreement on_node(const Instrument& instrument, const Opinions& opinions, std::size_t node,
                      const std::vector<QuestionAgreement>& questions) {
  NodeAgreement out;
  out.node = node;
  Ratings ratings;
  for (const QuestionAgreement& one : questions) {
    const Question& question = instrument.questions[one.question];
    if (!instrument.below(question.node, node) || one.count < 2) continue;
    ++out.rated;
    out.disputed += one.disputed ? 1 : 0;
    if (question.type != QuestionType::level || question.scale != instrument.nodes[node].scale) continue;
    std::vector<std::optional<double>> row;
    for (const Answer& answer : opinions.said[one.question]) row.push_back(rating(question, answer));
    ratings.push_back(std::move(row));
  }
  out.alpha = krippendorff_alpha(ratings, Metric::ordinal);
  for (const std::string& group : groups_of(instrument, opinions.respondents)) {
    if (auto view = view_of(instrument, opinions, node, group)) out.groups.push_back(std::move(*view));
  }
  return out;
}

}  // namespace

std::vector<std::string> groups_of(const Instrument& instrument, const std::vector<Respondent>& respondents) {
  std::vector<std::string> out;
  for (const RespondentGroup& group : instrument.respondent_groups) out.push_back(group.id);
  std::vector<std::string> more;
  for (const Respondent& one : respondents) {
    if (!one.group.empty() && std::find(out.begin(), out.end(), one.group) == out.end())
      more.push_back(one.group);
  }
  std::sort(more.begin(), more.end());
  more.erase(std::unique(more.begin(), more.end()), more.end());
  out.insert(out.end(), more.begin(), more.end());
  return out;
}

Opinions opinions_in(const Instrument& instrument, const Assessment& assessment) {
  Opinions out;
  out.respondents = assessment.respondents;
  out.said.assign(instrument.questions.size(), std::vector<Answer>(out.respondents.size()));
  for (std::size_t q = 0; q < assessment.answers.size(); ++q) {
    for (const Said& said : assessment.answers[q].said) {
      const auto it = std::find_if(out.respondents.begin(), out.respondents.end(),
                                   [&](const Respondent& one) { return one.id == said.respondent; });
      if (it != out.respondents.end())
        out.said[q][static_cast<std::size_t>(it - out.respondents.begin())] = said.answer;
    }
  }
  return out;
}

Opinions opinions_of(const Instrument& instrument, const std::vector<Assessment>& files) {
  Opinions out;
  out.said.resize(instrument.questions.size());
  for (const Assessment& file : files) {
    Respondent one;
    if (!file.respondents.empty()) one = file.respondents.front();
    if (one.id.empty()) one.id = std::to_string(out.respondents.size() + 1);
    out.respondents.push_back(std::move(one));
    for (std::size_t q = 0; q < out.said.size(); ++q) out.said[q].push_back(file.answers[q]);
  }
  return out;
}

QuestionAgreement agreement_on(const Instrument& instrument, std::size_t index,
                               const std::vector<Answer>& said, bool decided) {
  const Question& question = instrument.questions[index];
  QuestionAgreement out;
  out.question = index;
  std::vector<double> ratings;
  for (const Answer& answer : said) {
    if (const auto one = rating(question, answer)) ratings.push_back(*one);
    out.dont_know += answer.state == AnswerState::dont_know ? 1 : 0;
  }
  out.count = ratings.size();
  if (ratings.empty()) return out;
  out.low = *std::min_element(ratings.begin(), ratings.end());
  out.high = *std::max_element(ratings.begin(), ratings.end());
  out.median = median(ratings);
  out.iqr = interquartile_range(ratings);
  const bool levels = question.type == QuestionType::level;
  if (levels) out.within_one = share_within_one(ratings);
  const double lowest = levels ? 1 : question.lowest;
  const double highest =
      levels ? static_cast<double>(instrument.scales[question.scale].levels.size()) : question.highest;
  if (ratings.size() > 1 && std::isfinite(lowest) && std::isfinite(highest)) {
    out.consensus = consensus(ratings, lowest, highest);
  }
  out.disputed = !decided && instrument.least_consensus && out.consensus &&
                 *out.consensus < *instrument.least_consensus - 1e-9;
  return out;
}

Agreement agreement(const Instrument& instrument, const Opinions& opinions,
                    const std::vector<bool>& decided) {
  Agreement out;
  for (std::size_t q = 0; q < instrument.questions.size(); ++q) {
    const QuestionAgreement one = agreement_on(instrument, q, opinions.said[q], decided[q]);
    if (one.count + one.dont_know > 0) out.questions.push_back(one);
  }
  std::vector<std::size_t> nodes = {0};
  for (const std::size_t pillar : instrument.pillars()) nodes.push_back(pillar);
  for (const std::size_t node : nodes)
    out.nodes.push_back(on_node(instrument, opinions, node, out.questions));
  return out;
}

std::optional<GroupsApart> groups_apart(const Instrument& instrument, const Opinions& opinions,
                                        std::size_t node) {
  const std::vector<std::string> groups = groups_of(instrument, opinions.respondents);
  std::vector<std::vector<std::optional<double>>> medians;
  for (const std::string& group : groups) medians.push_back(medians_of(instrument, opinions, node, group));
  std::optional<GroupsApart> out;
  for (std::size_t a = 0; a < groups.size(); ++a) {
    for (std::size_t b = a + 1; b < groups.size(); ++b) {
      Sum sum_a;
      Sum sum_b;
      int common = 0;
      for (std::size_t q = 0; q < medians[a].size(); ++q) {
        if (!medians[a][q] || !medians[b][q]) continue;
        sum_a.add(*medians[a][q]);
        sum_b.add(*medians[b][q]);
        ++common;
      }
      if (common < 2) continue;
      const double mean_a = sum_a.value() / common;
      const double mean_b = sum_b.value() / common;
      if (out && std::fabs(mean_a - mean_b) <= out->high - out->low) continue;
      out = mean_a <= mean_b ? GroupsApart{groups[a], groups[b], mean_a, mean_b}
                             : GroupsApart{groups[b], groups[a], mean_b, mean_a};
    }
  }
  return out;
}

std::vector<bool> decided_in(const Instrument& instrument, const Assessment& assessment) {
  std::vector<bool> out(instrument.questions.size(), false);
  for (const Decision& decision : assessment.decisions) out[decision.question] = true;
  return out;
}

void mark_disputes(const Instrument& instrument, Assessment& assessment) {
  const std::vector<bool> decided = decided_in(instrument, assessment);
  for (std::size_t q = 0; q < assessment.answers.size(); ++q) {
    Answer& answer = assessment.answers[q];
    if (answer.said.empty()) continue;
    std::vector<Answer> said;
    for (const Said& one : answer.said) said.push_back(one.answer);
    // Where no answer stands beside views that differ, one of them is it.
    const bool open = !decided[q] && answer.state == AnswerState::unanswered &&
                      views_differ(instrument.questions[q], answer.said);
    if (!open && !agreement_on(instrument, q, said, decided[q]).disputed) continue;
    for (const Answer& one : said) {
      if (one.state != AnswerState::answered) continue;
      if (!answer.disputed) answer.disputed = Interval{one.score, one.score};
      answer.disputed->lower = std::min(answer.disputed->lower, one.score);
      answer.disputed->upper = std::max(answer.disputed->upper, one.score);
    }
  }
}

}  // namespace sextant
