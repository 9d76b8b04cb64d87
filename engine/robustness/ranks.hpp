#pragma once

#include <cstddef>
#include <vector>

namespace sextant {

/// Between which ranks a unit lies; 1 is the highest value.
struct RankInterval {
  std::size_t best = 1;
  std::size_t worst = 1;
};

/// Between which ranks each unit lies in the middle of the runs, by default from 5 to 95 % of them.
/// `runs[run][unit]` holds values: at least one run, the same units in each, all finite, higher is better.
///
/// Values within 1e-9 of each other are tied, and a tie is left open: in that run, a unit may have any rank
/// from 1 + the number of units strictly better to that plus the number of units tied with it. `best` comes
/// from the better end of these, `worst` from the other. Both are ranks that occurred (the quantile's
/// neighbour on the outer side, where it falls between two), so that at least 90 % of the runs lie in the
/// interval.
std::vector<RankInterval> rank_intervals(const std::vector<std::vector<double>>& runs, double low = 0.05,
                                         double high = 0.95);

/// How probable it is (0..1) that `a` lies above `b`: the share of runs in which it does, where those within
/// 1e-9 count as half. Draws are paired: a[i] and b[i] come from the same run, with the same weights. Both
/// have the same length, at least 1. With n runs, the standard error of p by chance alone is sqrt(p (1 - p) /
/// n).
double probability_exceeds(const std::vector<double>& a, const std::vector<double>& b);

}  // namespace sextant
