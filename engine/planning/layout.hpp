#pragma once

#include <array>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "engine/planning/program.hpp"
#include "engine/planning/solver.hpp"

namespace sextant::planning {

/// What objectives that were reached may give way by, so that rounding shuts out nothing.
inline constexpr double kObjectiveTolerance = 1e-6;

/// What a unit of each variable costs.
using Cost = std::vector<double>;

/// A problem laid out as a programme. Variables: `does` says that a candidate is done in a horizon, `reached`
/// that a step is reached by the end of one, and `slack` is what gives way where an edit of the country
/// breaks a rule. Points into the problem.
class Layout {
 public:
  explicit Layout(const Problem& problem);

  Program& program() { return program_; }
  /// The variable of "this candidate is done in this horizon"; nothing where it cannot be.
  const std::optional<std::size_t>& does(std::size_t candidate, std::size_t horizon) const {
    return does_[candidate].at(horizon);
  }

  /// The variable of "this step is reached by the end of the plan".
  std::size_t reached(std::size_t step) const { return reached_[step].back(); }

  /// The objectives, as docs/method.md names them.
  Cost broken() const;
  Cost wanted() const;
  Cost mean() const;
  Cost effort() const;
  Cost lateness() const;

  /// Wanted steps have to be reached.
  void demand_wanted();
  /// An objective stays where it is from now on.
  void fix(const Cost& cost, double value);

  /// The values that a pillar can end at, rising.
  std::vector<double> ends(std::size_t pillar) const;
  /// The least at which a pillar can end and not be below `value`; nothing where it cannot.
  static std::optional<double> next(const std::vector<double>& ends, double value);
  /// The pillar ends at `value` or above.
  Row at_least(std::size_t pillar, double value) const;
  static std::vector<double> distinct(std::vector<double> values);

  std::vector<std::optional<Horizon>> schedule(const std::vector<double>& x) const;

 private:
  std::size_t node(std::size_t step) const { return problem_.steps[step].node; }
  Cost blank() const { return Cost(program_.variables.size(), 0.0); }
  double gain(std::size_t step, std::size_t pillar) const {
    return problem_.steps[step].gain[problem_.pillar_of_gain[pillar]] / problem_.unit[pillar];
  }
  std::size_t add(Variable variable);
  std::size_t slack();
  template <typename Take>
  void each_does(const Take& take) const;
  template <typename Amount>
  void budget(std::size_t h, double limit, const Amount& amount);
  bool brings_wanted(std::size_t candidate) const;
  void done_by(std::size_t candidate, std::size_t horizon, double factor, Row& row) const;
  void add_does();
  void add_reached();
  void short_climbs();
  void not_before(std::size_t candidate, const std::vector<std::size_t>* what);
  void level_first(std::size_t candidate, std::size_t at, std::size_t level);
  void needs(const Candidate& one);
  void after();
  void budgets();
  void counts();

  const Problem& problem_;
  Program program_;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> step_at_;
  std::vector<std::array<std::optional<std::size_t>, kHorizons>> does_;
  std::vector<std::vector<std::size_t>> reached_;  ///< a variable a horizon
  std::vector<std::size_t> slacks_;
};

}  // namespace sextant::planning
