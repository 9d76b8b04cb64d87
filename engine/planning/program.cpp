#include "engine/planning/program.hpp"

#include <algorithm>

#include "engine/planning/layout.hpp"

namespace sextant::planning {

namespace {

/// Minimises one objective after the other, each fixed at its best before the next.
class Search {
 public:
  Search(const Problem& problem, Layout& layout) : problem_(problem), layout_(layout) {
    out_.when.resize(problem.candidates.size());
  }

  /// The value, or nothing where nothing fulfils the programme.
  std::optional<double> minimise(const Cost& cost, double tolerance) {
    const Solution solution = planning::minimise(layout_.program(), cost, problem_.most_nodes, tolerance);
    if (!solution.feasible) return std::nullopt;
    if (!solution.proved) open(solution.value - solution.bound);
    out_.when = layout_.schedule(solution.x);
    layout_.fix(cost, solution.value);
    return solution.value;
  }

  /// Lifts the lowest pillar: of all values at which a pillar can end, the highest that all can reach.
  void lift_lowest() {
    std::vector<std::vector<double>> ends;
    std::vector<double> values;
    for (std::size_t p = 0; p < problem_.pillars.size(); ++p) {
      ends.push_back(layout_.ends(p));
      values.insert(values.end(), ends.back().begin(), ends.back().end());
    }
    values = Layout::distinct(std::move(values));
    std::size_t low = 0;  // all pillars end at the lowest value or above
    std::size_t high = values.size();
    while (high - low > 1) {
      const std::size_t middle = low + (high - low) / 2;
      (can_reach(ends, values[middle]) ? low : high) = middle;
    }
    if (values.empty()) return;
    for (Row& row : rows(ends, values[low])) layout_.program().rows.push_back(std::move(row));
  }

  Schedule take(bool feasible) {
    out_.feasible = feasible;
    return std::move(out_);
  }
  Schedule& out() { return out_; }

 private:
  /// Each pillar ends where it can, at `value` or above; nothing where one cannot.
  std::vector<Row> rows(const std::vector<std::vector<double>>& ends, double value) const {
    std::vector<Row> out;
    for (std::size_t p = 0; p < ends.size(); ++p) {
      const auto end = Layout::next(ends[p], value);
      if (!end) return {};
      out.push_back(layout_.at_least(p, *end));
    }
    return out;
  }

  bool can_reach(const std::vector<std::vector<double>>& ends, double value) {
    std::vector<Row> more = rows(ends, value);
    if (more.empty()) return false;
    Program trial = layout_.program();
    for (Row& row : more) trial.rows.push_back(std::move(row));
    const Solution solution = planning::minimise(trial, layout_.effort(), problem_.most_nodes, kUnlimited);
    if (!solution.feasible && !solution.proved) open(value - values_floor());
    return solution.feasible;
  }
  double values_floor() const { return *std::min_element(problem_.pillars.begin(), problem_.pillars.end()); }

  void open(double gap) {
    if (out_.proved) out_.gap = gap;
    out_.proved = false;
  }

  const Problem& problem_;
  Layout& layout_;
  Schedule out_;
};

}  // namespace

Schedule best(const Problem& problem) {
  Layout layout(problem);
  Search search(problem, layout);
  const auto broken = search.minimise(layout.broken(), 0);
  if (!broken) return search.take(false);
  search.out().broken = std::max(0.0, *broken);
  search.minimise(layout.wanted(), 0);
  search.lift_lowest();
  search.minimise(layout.mean(), problem.tolerance);
  search.minimise(layout.effort(), 0);
  search.minimise(layout.lateness(), 0);
  return search.take(true);
}

Schedule cheapest(const Problem& problem) {
  Problem open = problem;
  open.effort.fill(kUnlimited);
  open.money.fill(kUnlimited);
  Layout layout(open);
  layout.demand_wanted();
  Search search(open, layout);
  const auto broken = search.minimise(layout.broken(), 0);
  if (!broken) return search.take(false);
  search.out().broken = std::max(0.0, *broken);
  search.minimise(layout.effort(), 0);
  search.minimise(layout.lateness(), 0);
  return search.take(true);
}

}  // namespace sextant::planning
