#include "engine/robustness/ranks.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "engine/statistics/quantile.hpp"

namespace sextant {

namespace {

constexpr double kTolerance = 1e-9;

/// The ranks that one run leaves open to a value. `sorted`: all values of the run, from the lowest.
RankInterval ranks_of(double value, const std::vector<double>& sorted) {
  const auto better = sorted.end() - std::upper_bound(sorted.begin(), sorted.end(), value + kTolerance);
  const auto worse = std::lower_bound(sorted.begin(), sorted.end(), value - kTolerance) - sorted.begin();
  return {static_cast<std::size_t>(better) + 1, sorted.size() - static_cast<std::size_t>(worse)};
}

}  // namespace

std::vector<RankInterval> rank_intervals(const std::vector<std::vector<double>>& runs, double low,
                                         double high) {
  assert(!runs.empty() && low <= high);
  const std::size_t units = runs.front().size();
  std::vector<std::vector<std::size_t>> best(units);
  std::vector<std::vector<std::size_t>> worst(units);
  for (const std::vector<double>& run : runs) {
    assert(run.size() == units);
    std::vector<double> sorted = run;
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t unit = 0; unit < units; ++unit) {
      const RankInterval ranks = ranks_of(run[unit], sorted);
      best[unit].push_back(ranks.best);
      worst[unit].push_back(ranks.worst);
    }
  }
  const auto first = static_cast<std::size_t>(std::floor(quantile_position(runs.size(), low)));
  const auto last = static_cast<std::size_t>(std::ceil(quantile_position(runs.size(), high)));
  std::vector<RankInterval> out;
  for (std::size_t unit = 0; unit < units; ++unit) {
    std::sort(best[unit].begin(), best[unit].end());
    std::sort(worst[unit].begin(), worst[unit].end());
    out.push_back({best[unit][first], worst[unit][last]});
  }
  return out;
}

double probability_exceeds(const std::vector<double>& a, const std::vector<double>& b) {
  assert(!a.empty() && a.size() == b.size());
  double above = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] > b[i] + kTolerance)
      above += 1;
    else if (a[i] >= b[i] - kTolerance)
      above += 0.5;
  }
  return above / static_cast<double>(a.size());
}

}  // namespace sextant
