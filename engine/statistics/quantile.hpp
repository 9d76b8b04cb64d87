#pragma once

#include <cstddef>
#include <vector>

namespace sextant {

/// From one number to another that is not smaller.
struct Interval {
  double lower = 0;
  double upper = 0;

  bool operator==(const Interval&) const = default;
};

/// Where the quantile for the share `p` (0..1) lies among `count` sorted values (at least one): 0 is the
/// first value, count - 1 the last, 2.5 half-way between the third and the fourth. This is type 7 of Hyndman
/// and Fan (1996), (count - 1) p, the default of R and NumPy. Within 1e-9 of a value it is that value, since
/// 90 * 0.7 is 62.99999999999999 in doubles.
double quantile_position(std::size_t count, double p);

/// The quantile for the share `p` (0..1) of `values`, in any order, finite, at least one: what stands at
/// `quantile_position`, with a straight line between two neighbours. p = 0.5 is the median.
double quantile(std::vector<double> values, double p);

/// The quantiles for `low` and `high` (0 <= low <= high <= 1): between 0.05 and 0.95, the middle 90 % of
/// values.
Interval quantile_interval(std::vector<double> values, double low, double high);

}  // namespace sextant
