#include "engine/instrument/model.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace sextant {

std::size_t best_language(const std::vector<std::string>& languages, std::string_view tag) {
  while (!tag.empty()) {
    const auto it = std::find(languages.begin(), languages.end(), tag);
    if (it != languages.end()) return static_cast<std::size_t>(it - languages.begin());
    const std::size_t dash = tag.rfind('-');
    tag = dash == std::string_view::npos ? std::string_view() : tag.substr(0, dash);
  }
  return 0;
}

bool Instrument::below(std::size_t node, std::size_t ancestor) const {
  while (node != ancestor && node != 0 && !nodes[node].is_index) node = nodes[node].parent;
  return node == ancestor;
}

std::vector<std::size_t> Instrument::of_kind(std::string_view kind) const {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].kind == kind && !nodes[i].is_index) out.push_back(i);
  }
  return out;
}

std::vector<std::size_t> Instrument::components() const {
  std::vector<std::size_t> out;
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    const auto& children = nodes[i].children;
    const bool asks =
        std::any_of(children.begin(), children.end(), [](const Child& one) { return one.is_question; });
    if (asks && below(i, 0)) out.push_back(i);
  }
  return out;
}

std::vector<std::size_t> Instrument::pillars() const {
  std::vector<std::size_t> out = of_kind("pillar");
  if (!out.empty()) return out;
  for (const Child& child : nodes.front().children) {
    if (!child.is_question) out.push_back(child.index);
  }
  return out;
}

std::string Instrument::group_title(const std::string& group, std::size_t language) const {
  const auto it = std::find_if(respondent_groups.begin(), respondent_groups.end(),
                               [&](const RespondentGroup& one) { return one.id == group; });
  return it == respondent_groups.end() ? group : it->title(language);
}

namespace {

constexpr std::string_view kRules[] = {"weighted_mean",  "sum",           "minimum",           "maximum",
                                       "geometric_mean", "harmonic_mean", "weakest_link_plus", "lookup",
                                       "balanced",       "staged"};

void add_questions(const Condition& condition, std::vector<std::size_t>& to) {
  if (condition.parts.empty()) to.push_back(condition.question);
  for (const Condition& part : condition.parts) add_questions(part, to);
}

}  // namespace

std::string_view name_of(CombineRule rule) {
  return kRules[static_cast<std::size_t>(rule)];
}

std::vector<std::string> rule_names() {
  return {std::begin(kRules), std::end(kRules)};
}

std::vector<std::size_t> questions_in(const Condition& condition) {
  std::vector<std::size_t> out;
  add_questions(condition, out);
  return out;
}

std::string_view name_of(FindingType type) {
  constexpr std::string_view kNames[] = {"lagging",      "uneven",      "backbone",  "policy_practice",
                                         "capped",       "claimed",     "dont_know", "fragile",
                                         "disagreement", "groups_apart"};
  return kNames[static_cast<std::size_t>(type)];
}

std::size_t level_of(const Scale& scale, double value) {
  constexpr double kTolerance = 1e-9;
  if (scale.decide_on) value = round_to(value, *scale.decide_on);
  std::size_t level = 0;
  for (std::size_t i = 1; i < scale.levels.size(); ++i) {
    if (value >= scale.levels[i].from - kTolerance) level = i;
  }
  return level;
}

double step_value(const std::vector<Step>& steps, double x) {
  double value = steps.front().value;
  for (const Step& step : steps) {
    if (x >= step.from - 1e-9) value = step.value;
  }
  return value;
}

std::vector<double> step_values(const std::vector<Step>& steps, double least, double most) {
  constexpr double kTolerance = 1e-9;
  std::set<double> values;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const bool above = i > 0 && steps[i].from > most + kTolerance;
    const bool below = i + 1 < steps.size() && steps[i + 1].from <= least + kTolerance;
    if (!above && !below) values.insert(steps[i].value);
  }
  return {values.begin(), values.end()};
}

double place_between(const Goalposts& posts, double x) {
  const double logarithm = x > 0 ? std::log(x / posts.low) : -HUGE_VAL;
  const double place =
      posts.log ? logarithm / std::log(posts.high / posts.low) : (x - posts.low) / (posts.high - posts.low);
  return posts.clamp ? std::clamp(place, 0.0, 1.0) : place;
}

double checklist_score(const Question& question, const std::vector<std::size_t>& chosen) {
  double sum = 0;
  double all = 0;
  for (const Option& part : question.options) all += part.value;
  for (const std::size_t part : chosen) sum += question.options[part].value;
  switch (question.count) {
    case Count::share:
      return all > 0 ? sum / all : 0;
    case Count::steps:
      return step_value(question.steps, sum);
    case Count::sum:
      return sum;
  }
  return sum;
}

namespace {

/// R >= 4: the nearer of the two decimals of `digits` places that enclose x, in double arithmetic, ties to
/// even.
double round_as_r(double x, int digits) {
  if (x < 0) return -round_as_r(-x, digits);
  const long double scale = std::pow(10.0L, digits);
  const auto at = [&](double integer) {
    return static_cast<double>(static_cast<long double>(integer) / scale);
  };
  const double below_units = std::floor(static_cast<double>(static_cast<long double>(x) * scale));
  const double below = at(below_units);
  const double above = at(std::ceil(static_cast<double>(static_cast<long double>(x) * scale)));
  const double to_below = x - below;
  const double to_above = above - x;
  const bool even = std::fmod(below_units, 2.0) == 0;
  return to_below < to_above || (to_below == to_above && even) ? below : above;
}

}  // namespace

double round_to(double value, const Rounding& rounding) {
  const double scale = std::pow(10.0, rounding.digits);
  const double scaled = value * scale;
  // What is a half in decimal may be a hair off in binary: a half is a half within 1e-9.
  constexpr double kTolerance = 1e-9;
  switch (rounding.mode) {
    case RoundingMode::half_up:
      return std::floor(scaled + 0.5 + kTolerance) / scale;
    case RoundingMode::half_even: {
      const double below = std::floor(scaled);
      const double part = scaled - below;
      const bool tie = std::fabs(part - 0.5) <= kTolerance;
      const bool up = tie ? std::fmod(below, 2.0) != 0 : part > 0.5;
      return (below + (up ? 1 : 0)) / scale;
    }
    case RoundingMode::floor:
      return std::floor(scaled + kTolerance) / scale;
    case RoundingMode::ceiling:
      return std::ceil(scaled - kTolerance) / scale;
    case RoundingMode::r:
      return round_as_r(value, rounding.digits);
  }
  return value;
}

}  // namespace sextant
