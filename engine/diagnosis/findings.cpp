#include "engine/diagnosis/findings.hpp"

#include <algorithm>
#include <cmath>

#include "engine/agreement/opinions.hpp"
#include "engine/scoring/combine.hpp"
#include "engine/text/number.hpp"

namespace sextant {

namespace {

constexpr double kTolerance = 1e-9;

/// One rule at work on one assessment.
class Search {
 public:
  Search(const Instrument& instrument, const Assessment& assessment, const Scores& scores,
         std::size_t rule_index)
      : instrument_(instrument),
        assessment_(assessment),
        scores_(scores),
        rule_index_(rule_index),
        rule_(instrument.findings[rule_index]),
        nodes_(instrument.of_kind(rule_.among)) {}

  void run() {
    for (const std::size_t node : nodes_) {
      switch (rule_.type) {
        case FindingType::lagging:
          lagging(node);
          break;
        case FindingType::uneven:
          uneven(node);
          break;
        case FindingType::backbone:
          backbone(node);
          break;
        case FindingType::policy_practice:
          policy_practice(node);
          break;
        case FindingType::capped:
          capped(node);
          break;
        case FindingType::claimed:
          claimed(node);
          break;
        case FindingType::dont_know:
          dont_know(node);
          break;
        case FindingType::fragile:
          fragile(node);
          break;
        case FindingType::disagreement:
          disagreement(node);
          break;
        case FindingType::groups_apart:
          apart(node);
          break;
      }
    }
  }

  std::vector<Finding> found;

 private:
  const NodeScore& score(std::size_t node) const { return scores_.nodes[node]; }
  const Scale& scale(std::size_t node) const { return instrument_.scales[instrument_.nodes[node].scale]; }

  void add(std::size_t node, std::vector<std::pair<std::string, double>> numbers, std::size_t other = 0) {
    found.push_back({rule_index_, node, other, std::move(numbers), {}, {}});
  }

  void lagging(std::size_t node) {
    if (!score(node).value) return;
    double sum = 0;
    int count = 0;
    std::size_t best = 0;
    for (const std::size_t other : nodes_) {
      if (other == node || !score(other).value) continue;
      sum += *score(other).value;
      best = std::max(best, *score(other).own_level);
      ++count;
    }
    if (count < 2) return;
    const double others = sum / count;
    const double gap = others - *score(node).value;
    const std::size_t levels = static_cast<std::size_t>(rule_.levels.value_or(0));
    const bool by_points = rule_.more_than && gap > *rule_.more_than + kTolerance;
    const bool by_levels = rule_.levels && best >= *score(node).own_level + levels;
    if (!by_points && !by_levels) return;
    // What it would have to reach to be found no more.
    double needed = by_points ? others - *rule_.more_than : -HUGE_VAL;
    if (by_levels) needed = std::max(needed, scale(node).levels[best - levels + 1].from);
    add(node, {{"value", *score(node).value}, {"others", others}, {"gap", gap}, {"needed", needed}});
  }

  void uneven(std::size_t node) {
    std::optional<double> low;
    std::optional<double> high;
    for (const Child& child : instrument_.nodes[node].children) {
      if (child.is_question || !score(child.index).value) continue;
      const double value = *score(child.index).value;
      low = std::min(low.value_or(value), value);
      high = std::max(high.value_or(value), value);
    }
    if (!low || *high - *low <= rule_.more_than.value_or(0) + kTolerance) return;
    add(node, {{"low", *low},
               {"high", *high},
               {"gap", *high - *low},
               {"needed", *high - rule_.more_than.value_or(0)}});
  }

  /// Whether the instrument says that something in the one leans on something in the other; where it says
  /// nothing of prerequisites at all, everything leans on what is transversal.
  bool leans_on(std::size_t node, std::size_t other) const {
    if (instrument_.prerequisites.empty()) return true;
    return std::any_of(instrument_.prerequisites.begin(), instrument_.prerequisites.end(),
                       [&](const Prerequisite& one) {
                         return instrument_.below(one.node, node) &&
                                std::any_of(one.needs.begin(), one.needs.end(),
                                            [&](std::size_t need) { return instrument_.below(need, other); });
                       });
  }

  /// A pillar that runs ahead of a transversal one that it leans on.
  void backbone(std::size_t node) {
    if (instrument_.nodes[node].transversal || !score(node).value) return;
    for (const std::size_t other : nodes_) {
      if (!instrument_.nodes[other].transversal || !score(other).value || !leans_on(node, other)) continue;
      const double gap = *score(node).value - *score(other).value;
      if (gap <= rule_.more_than.value_or(0) + kTolerance) continue;
      add(node,
          {{"value", *score(node).value},
           {"others", *score(other).value},
           {"gap", gap},
           {"needed", *score(node).value - rule_.more_than.value_or(0)}},
          other);
    }
  }

  bool below(std::size_t question, std::size_t node) const {
    return instrument_.below(instrument_.questions[question].node, node);
  }

  /// The plain means of the answered policy and practice questions below the node.
  void policy_practice(std::size_t node) {
    double sums[2] = {0, 0};
    int counts[2] = {0, 0};
    for (std::size_t i = 0; i < instrument_.questions.size(); ++i) {
      const Question& question = instrument_.questions[i];
      if (question.facet == Facet::none || !scores_.questions[i].value || !below(i, node)) continue;
      const int which = question.facet == Facet::policy ? 0 : 1;
      sums[which] += *scores_.questions[i].value;
      ++counts[which];
    }
    if (counts[0] == 0 || counts[1] == 0) return;
    const double policy = sums[0] / counts[0];
    const double practice = sums[1] / counts[1];
    if (std::fabs(policy - practice) <= rule_.more_than.value_or(0) + kTolerance) return;
    add(node, {{"policy", policy}, {"practice", practice}, {"gap", std::fabs(policy - practice)}});
  }

  void capped(std::size_t node) {
    if (score(node).limits.empty()) return;
    add(node, {{"value", *score(node).value}});
  }

  /// A level above the lowest that rests on little evidence.
  void claimed(std::size_t node) {
    if (!score(node).level || *score(node).level == 0) return;
    const double share = score(node).evidence.value_or(0);
    if (share < rule_.share.value_or(0) - kTolerance)
      add(node, {{"value", *score(node).value}, {"share", share}});
  }

  void dont_know(std::size_t node) {
    const Tally& tally = score(node).tally;
    const int open = tally.answered + tally.dont_know + tally.unanswered;
    if (open == 0) return;
    const double share = static_cast<double>(tally.dont_know) / open;
    if (share > rule_.share.value_or(0) + kTolerance) {
      add(node, {{"count", static_cast<double>(tally.dont_know)}, {"share", share}});
    }
  }

  /// One answer, a level up or down, changes the node's level.
  void fragile(std::size_t node) {
    if (!score(node).level) return;
    int count = 0;
    Assessment changed = assessment_;
    for (std::size_t i = 0; i < instrument_.questions.size(); ++i) {
      const Answer& answer = assessment_.answers[i];
      if (!scores_.questions[i].value || !answer.level || !below(i, node)) continue;
      const auto& levels = instrument_.scales[instrument_.questions[i].scale].levels;
      bool moves = false;
      for (const int step : {-1, 1}) {
        const int level = static_cast<int>(*answer.level) + step;
        if (level < 0 || level >= static_cast<int>(levels.size())) continue;
        changed.answers[i].level = static_cast<std::size_t>(level);
        changed.answers[i].score = levels[static_cast<std::size_t>(level)].value;
        moves = moves || sextant::score(instrument_, changed).nodes[node].level != score(node).level;
      }
      changed.answers[i] = answer;
      count += moves ? 1 : 0;
    }
    if (count > 0) add(node, {{"count", count}, {"value", *score(node).value}});
  }

  /// Of the questions that two respondents or more answered, how many are in dispute.
  void disagreement(std::size_t node) {
    if (!opinions_) opinions_ = opinions_in(instrument_, assessment_);
    const std::vector<bool> decided = decided_in(instrument_, assessment_);
    int rated = 0;
    int disputed = 0;
    for (std::size_t i = 0; i < instrument_.questions.size(); ++i) {
      if (!below(i, node)) continue;
      const QuestionAgreement one = agreement_on(instrument_, i, opinions_->said[i], decided[i]);
      rated += one.count > 1 ? 1 : 0;
      disputed += one.disputed ? 1 : 0;
    }
    if (rated == 0) return;
    const double share = static_cast<double>(disputed) / rated;
    if (share > rule_.share.value_or(0) + kTolerance)
      add(node, {{"count", static_cast<double>(disputed)}, {"share", share}});
  }

  void apart(std::size_t node) {
    if (!opinions_) opinions_ = opinions_in(instrument_, assessment_);
    const auto groups = groups_apart(instrument_, *opinions_, node);
    if (!groups || groups->high - groups->low <= rule_.more_than.value_or(0) + kTolerance) return;
    add(node, {{"low", groups->low}, {"high", groups->high}, {"gap", groups->high - groups->low}});
    found.back().group = groups->lower;
    found.back().other_group = groups->upper;
  }

  std::optional<Opinions> opinions_;
  const Instrument& instrument_;
  const Assessment& assessment_;
  const Scores& scores_;
  std::size_t rule_index_;
  const FindingRule& rule_;
  std::vector<std::size_t> nodes_;
};

/// The gap, with enough decimals not to print as the bound that it passes.
std::string gap_text(double gap, double more_than, const Scale& scale, Lang lang) {
  int digits = display_digits(scale);
  while (digits < kMostDigits && gap > more_than && *parse_number(fixed(gap, digits)) <= more_than) ++digits;
  return fixed(gap, digits, lang);
}

/// The value that clears it, rounded up: what is printed is enough.
std::string needed_text(double needed, const Scale& scale, Lang lang) {
  return display(round_to(needed, {display_digits(scale), RoundingMode::ceiling}), scale, lang);
}

}  // namespace

double Finding::number(std::string_view name) const {
  const auto it =
      std::find_if(numbers.begin(), numbers.end(), [&](const auto& pair) { return pair.first == name; });
  return it == numbers.end() ? 0 : it->second;
}

std::vector<Finding> diagnose(const Instrument& instrument, const Assessment& assessment,
                              const Scores& scores) {
  std::vector<Finding> out;
  for (std::size_t rule = 0; rule < instrument.findings.size(); ++rule) {
    Search search(instrument, assessment, scores, rule);
    search.run();
    out.insert(out.end(), search.found.begin(), search.found.end());
  }
  return out;
}

Args sentence_words(const Instrument& instrument, const Finding& finding, std::size_t language, Lang lang) {
  const Node& node = instrument.nodes[finding.node];
  const Scale& scale = instrument.scales[node.scale];
  const FindingRule& rule = instrument.findings[finding.rule];
  Args out = {{"node", node.title(language)}};
  if (finding.other != 0) out.emplace_back("other", instrument.nodes[finding.other].title(language));
  if (!finding.group.empty()) out.emplace_back("group", instrument.group_title(finding.group, language));
  if (!finding.other_group.empty())
    out.emplace_back("other_group", instrument.group_title(finding.other_group, language));
  for (const auto& [name, value] : finding.numbers) {
    out.emplace_back(name, name == "share"    ? percent(value, lang)
                           : name == "count"  ? fixed(value, 0, lang)
                           : name == "gap"    ? gap_text(value, rule.more_than.value_or(value), scale, lang)
                           : name == "needed" ? needed_text(value, scale, lang)
                                              : display(value, scale, lang));
  }
  return out;
}

std::string sentence(const Instrument& instrument, const Finding& finding, std::size_t language, Lang lang) {
  return fill(instrument.findings[finding.rule].sentence(language),
              sentence_words(instrument, finding, language, lang));
}

std::string remedy(const Instrument& instrument, const Finding& finding, std::size_t language, Lang lang) {
  return fill(instrument.findings[finding.rule].clears(language),
              sentence_words(instrument, finding, language, lang));
}

std::optional<Balance> balance(const Instrument& instrument, const Scores& scores) {
  std::vector<Weighted> parts;
  for (const std::size_t pillar : instrument.pillars()) {
    const NodeScore& score = scores.nodes[pillar];
    const Scale& scale = instrument.scales[instrument.nodes[pillar].scale];
    if (score.value) parts.push_back({100 * (*score.value - scale.min) / (scale.max - scale.min), 1});
  }
  if (parts.size() < 3) return std::nullopt;
  const std::optional<double> balanced = balanced_mean(parts);
  if (!balanced) return std::nullopt;
  Sum sum;
  for (const Weighted& part : parts) sum.add(part.value);
  return Balance{sum.value() / static_cast<double>(parts.size()), *balanced, static_cast<int>(parts.size())};
}

}  // namespace sextant
