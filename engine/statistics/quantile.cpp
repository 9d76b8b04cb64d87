#include "engine/statistics/quantile.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace sextant {

namespace {

constexpr double kTolerance = 1e-9;

double of_sorted(const std::vector<double>& sorted, double p) {
  const double position = quantile_position(sorted.size(), p);
  const double below = std::floor(position);
  const auto at = static_cast<std::size_t>(below);
  const double share = position - below;
  if (share == 0) return sorted[at];
  return sorted[at] + share * (sorted[at + 1] - sorted[at]);
}

}  // namespace

double quantile_position(std::size_t count, double p) {
  assert(count > 0 && p >= 0 && p <= 1);
  const double position = static_cast<double>(count - 1) * p;
  const double nearest = std::round(position);
  return std::fabs(position - nearest) <= kTolerance ? nearest : position;
}

double quantile(std::vector<double> values, double p) {
  std::sort(values.begin(), values.end());
  return of_sorted(values, p);
}

Interval quantile_interval(std::vector<double> values, double low, double high) {
  assert(low <= high);
  std::sort(values.begin(), values.end());
  return {of_sorted(values, low), of_sorted(values, high)};
}

}  // namespace sextant
