#include "engine/scoring/combine.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace sextant {

namespace {

template <typename Function>
double sum_of(const std::vector<Weighted>& parts, Function function) {
  Sum sum;
  for (const Weighted& part : parts) sum.add(function(part));
  return sum.value();
}

bool any_not_positive(const std::vector<Weighted>& parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [](const Weighted& p) { return p.value <= 0 && p.weight > 0; });
}

}  // namespace

void Sum::add(double x) {
  const double next = total_ + x;
  lost_ += std::fabs(total_) >= std::fabs(x) ? (total_ - next) + x : (x - next) + total_;
  total_ = next;
}

std::optional<double> balanced_mean(const std::vector<Weighted>& parts) {
  const double weights = sum_of(parts, [](const Weighted& p) { return p.weight; });
  const auto mapped = [](const Weighted& p) { return 70 + 0.6 * p.value; };
  const double mean = sum_of(parts, [&](const Weighted& p) { return p.weight * mapped(p); }) / weights;
  if (mean <= 1e-9) return std::nullopt;
  const double variance =
      sum_of(parts, [&](const Weighted& p) { return p.weight * (mapped(p) - mean) * (mapped(p) - mean); }) /
      weights;
  return (mean - variance / mean - 70) / 0.6;
}

std::optional<std::size_t> fitting_row(const std::vector<LookupRow>& table, std::vector<std::size_t> levels) {
  std::sort(levels.begin(), levels.end());
  const auto fits = [&](const LookupRow& row) {
    if (!row.of.empty() && row.of != levels) return false;
    return std::all_of(row.counts.begin(), row.counts.end(), [&](const LookupRow::Count& count) {
      const auto found = std::count_if(levels.begin(), levels.end(), [&](std::size_t level) {
        return level == count.level || (count.or_above && level > count.level);
      });
      return found >= count.least && found <= count.most;
    });
  };
  const auto it = std::find_if(table.begin(), table.end(), fits);
  return it == table.end() ? std::nullopt : std::optional(static_cast<std::size_t>(it - table.begin()));
}

std::optional<double> look_up(const std::vector<LookupRow>& table, std::vector<std::size_t> levels) {
  const std::optional<std::size_t> row = fitting_row(table, std::move(levels));
  return row ? std::optional(table[*row].value) : std::nullopt;
}

std::optional<double> combine(const Combine& how, const std::vector<Weighted>& parts, const Scale& scale) {
  const auto by_value = [](const Weighted& a, const Weighted& b) { return a.value < b.value; };
  const double weights = sum_of(parts, [](const Weighted& p) { return p.weight; });
  switch (how.rule) {
    case CombineRule::weighted_mean:
      return sum_of(parts, [](const Weighted& p) { return p.weight * p.value; }) / weights;
    case CombineRule::sum:
      return sum_of(parts, [](const Weighted& p) { return p.weight * p.value; });
    case CombineRule::minimum:
      return std::min_element(parts.begin(), parts.end(), by_value)->value;
    case CombineRule::maximum:
      return std::max_element(parts.begin(), parts.end(), by_value)->value;
    case CombineRule::geometric_mean:
      if (any_not_positive(parts)) return 0.0;
      return std::exp(sum_of(parts, [](const Weighted& p) { return p.weight * std::log(p.value); }) /
                      weights);
    case CombineRule::harmonic_mean:
      if (any_not_positive(parts)) return 0.0;
      return weights / sum_of(parts, [](const Weighted& p) { return p.weight / p.value; });
    case CombineRule::weakest_link_plus: {
      const double least = std::min_element(parts.begin(), parts.end(), by_value)->value;
      const double most = std::max_element(parts.begin(), parts.end(), by_value)->value;
      return most > least + 1e-9 ? least + how.plus : least;
    }
    case CombineRule::balanced: {
      const double span = scale.max - scale.min;
      std::vector<Weighted> shares = parts;
      for (Weighted& part : shares) part.value = 100 * (part.value - scale.min) / span;
      const std::optional<double> balanced = balanced_mean(shares);
      return balanced ? std::optional(scale.min + *balanced / 100 * span) : std::nullopt;
    }
    case CombineRule::lookup:
    case CombineRule::staged:
      break;  // decided on levels, not on values
  }
  return std::nullopt;
}

}  // namespace sextant
