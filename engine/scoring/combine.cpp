#include "engine/scoring/combine.hpp"

#include <algorithm>
#include <cmath>

namespace sextant {

namespace {

/// Neumaier's compensated sum: what is lost from the low digits is kept apart and added at the end.
class Sum {
 public:
  void add(double x) {
    const double next = total_ + x;
    lost_ += std::fabs(total_) >= std::fabs(x) ? (total_ - next) + x : (x - next) + total_;
    total_ = next;
  }
  double value() const { return total_ + lost_; }

 private:
  double total_ = 0;
  double lost_ = 0;
};

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

double combine(CombineRule rule, const std::vector<Weighted>& parts) {
  const auto by_value = [](const Weighted& a, const Weighted& b) { return a.value < b.value; };
  const double weights = sum_of(parts, [](const Weighted& p) { return p.weight; });
  switch (rule) {
    case CombineRule::weighted_mean:
      return sum_of(parts, [](const Weighted& p) { return p.weight * p.value; }) / weights;
    case CombineRule::sum:
      return sum_of(parts, [](const Weighted& p) { return p.weight * p.value; });
    case CombineRule::minimum:
      return std::min_element(parts.begin(), parts.end(), by_value)->value;
    case CombineRule::maximum:
      return std::max_element(parts.begin(), parts.end(), by_value)->value;
    case CombineRule::geometric_mean:
      if (any_not_positive(parts)) return 0;
      return std::exp(sum_of(parts, [](const Weighted& p) { return p.weight * std::log(p.value); }) /
                      weights);
    case CombineRule::harmonic_mean:
      if (any_not_positive(parts)) return 0;
      return weights / sum_of(parts, [](const Weighted& p) { return p.weight / p.value; });
  }
  return 0;
}

}  // namespace sextant
