#include "engine/agreement/agreement.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "engine/statistics/quantile.hpp"

namespace sextant {

namespace {

constexpr double kTolerance = 1e-9;

using Values = std::vector<double>;

struct ValueCount {
  double value = 0;
  double count = 0;
};

/// The units with two ratings or more. All is sorted, so that sums do not depend on the order of the input.
std::vector<Values> pairable(const Ratings& ratings) {
  std::vector<Values> out;
  for (const auto& unit : ratings) {
    Values values = given(unit);
    if (values.size() < 2) continue;
    std::sort(values.begin(), values.end());
    out.push_back(std::move(values));
  }
  std::sort(out.begin(), out.end());
  return out;
}

Values together(const std::vector<Values>& units) {
  Values out;
  for (const Values& unit : units) out.insert(out.end(), unit.begin(), unit.end());
  std::sort(out.begin(), out.end());
  return out;
}

/// The different values, each with how often it occurs.
std::vector<ValueCount> tally(const Values& sorted) {
  std::vector<ValueCount> out;
  for (const double value : sorted) {
    if (out.empty() || out.back().value != value) out.push_back({value, 0});
    ++out.back().count;
  }
  return out;
}

/// Krippendorff's ordinal difference of c and k, the ratings from c to k less half of those at both ends, is
/// the difference of their mid-ranks. So ranks in place of values make the ordinal case an interval one.
void rank(std::vector<Values>& units, const std::vector<ValueCount>& counts) {
  Values ranks;
  double below = 0;
  for (const ValueCount& c : counts) {
    ranks.push_back(below + c.count / 2);
    below += c.count;
  }
  const auto before = [](const ValueCount& c, double value) { return c.value < value; };
  for (Values& unit : units)
    for (double& value : unit)
      value = ranks[std::lower_bound(counts.begin(), counts.end(), value, before) - counts.begin()];
}

double squared_difference(Metric metric, double a, double b) {
  if (metric == Metric::nominal) return a == b ? 0 : 1;
  const double difference = metric == Metric::ratio ? (a - b) / (a + b) : a - b;
  return difference * difference;
}

/// The squared differences of all pairs, each pair counted once.
double disagreement(const std::vector<ValueCount>& counts, Metric metric) {
  double sum = 0;
  for (auto a = counts.begin(); a != counts.end(); ++a)
    for (auto b = a + 1; b != counts.end(); ++b)
      sum += a->count * b->count * squared_difference(metric, a->value, b->value);
  return sum;
}

}  // namespace

std::optional<double> krippendorff_alpha(const Ratings& ratings, Metric metric) {
  std::vector<Values> units = pairable(ratings);
  std::vector<ValueCount> all = tally(together(units));
  if (all.size() < 2) return std::nullopt;
  if (metric == Metric::ratio && all.front().value < 0) return std::nullopt;
  if (metric == Metric::ordinal) {
    rank(units, all);
    all = tally(together(units));
  }
  double observed = 0;
  double count = 0;
  for (const Values& unit : units) {
    const auto size = static_cast<double>(unit.size());
    observed += disagreement(tally(unit), metric) / (size - 1);
    count += size;
  }
  return 1 - observed / (disagreement(all, metric) / (count - 1));
}

std::vector<double> given(const std::vector<std::optional<double>>& unit) {
  std::vector<double> out;
  for (const std::optional<double>& rating : unit)
    if (rating) out.push_back(*rating);
  return out;
}

std::optional<double> median(const std::vector<double>& ratings) {
  if (ratings.empty()) return std::nullopt;
  return quantile(ratings, 0.5);
}

std::optional<double> interquartile_range(const std::vector<double>& ratings) {
  if (ratings.empty()) return std::nullopt;
  const Interval half = quantile_interval(ratings, 0.25, 0.75);
  return half.upper - half.lower;
}

std::optional<double> share_within_one(const std::vector<double>& ratings) {
  const std::optional<double> middle = median(ratings);
  if (!middle) return std::nullopt;
  const auto near = std::count_if(ratings.begin(), ratings.end(),
                                  [&](double r) { return std::fabs(r - *middle) <= 1 + kTolerance; });
  return static_cast<double>(near) / static_cast<double>(ratings.size());
}

std::optional<double> consensus(std::vector<double> ratings, double lowest, double highest) {
  if (ratings.empty() || !(lowest < highest)) return std::nullopt;
  std::sort(ratings.begin(), ratings.end());
  assert(lowest <= ratings.front() && ratings.back() <= highest);
  const auto count = static_cast<double>(ratings.size());
  double sum = 0;
  for (const double rating : ratings) sum += rating;
  const double mean = sum / count;
  double logarithms = 0;
  for (const ValueCount& c : tally(ratings))
    logarithms += c.count * std::log2(1 - std::fabs(c.value - mean) / (highest - lowest));
  return std::clamp(1 + logarithms / count, 0.0, 1.0);
}

}  // namespace sextant
