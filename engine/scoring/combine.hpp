#pragma once

#include <optional>
#include <vector>

#include "engine/instrument/model.hpp"

namespace sextant {

struct Weighted {
  double value = 0;
  double weight = 1;
};

/// Adds doubles with Neumaier's compensation: what is lost from the low digits is kept apart and added at the
/// end.
class Sum {
 public:
  void add(double x);
  double value() const { return total_ + lost_; }

 private:
  double total_ = 0;
  double lost_ = 0;
};

/// One value from several by an arithmetic rule (not lookup or staged, which do not look at values alone).
/// `parts` is not empty and its weights add to more than zero. Sums are compensated. A geometric or harmonic
/// mean with a value of zero or less in it is 0. `scale` serves the balanced mean, which maps its
/// lowest..highest value to 0..100. Nothing where a balanced mean has no value.
std::optional<double> combine(const Combine& how, const std::vector<Weighted>& parts, const Scale& scale);

/// The adjusted Mazziotta-Pareto index of values on 0..100, back on 0..100: with r = 70 + 0.6 s, mean M and
/// population standard deviation S of the r, (M - S^2/M - 70) / 0.6. Source: Mazziotta and Pareto (2016).
/// `weights` as in a mean. Nothing where M is not above zero, which takes values far below 0: the formula
/// says nothing there.
std::optional<double> balanced_mean(const std::vector<Weighted>& parts);

/// The first row of a lookup table that fits these levels, by index; nothing where none does.
std::optional<std::size_t> fitting_row(const std::vector<LookupRow>& table, std::vector<std::size_t> levels);

/// The value of that row.
std::optional<double> look_up(const std::vector<LookupRow>& table, std::vector<std::size_t> levels);

}  // namespace sextant
