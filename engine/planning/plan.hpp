#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/diagnosis/findings.hpp"
#include "engine/planning/priorities.hpp"
#include "engine/planning/program.hpp"

/// A country's action plan: what to do in the short, the medium and the long term, and what it would bring.
namespace sextant::planning {

/// Person-months a horizon where the country gives no budget: three full-time officials for a year, then six
/// for two years, and again. A convention, and shown as one.
inline constexpr std::array<double, kHorizons> kAssumedEffort = {36, 144, 144};
/// Years from the plan's start to the end of each horizon.
inline constexpr std::array<int, kHorizons> kYears = {1, 3, 5};

/// First and last day of a horizon; empty where the plan has no start.
struct Period {
  std::string from;
  std::string to;
};

/// An action in the plan.
struct PlannedAction {
  Candidate what;
  Horizon when = Horizon::short_term;
  Period days;  ///< the country's dates, or the horizon's
  bool own_dates = false;
  std::vector<std::size_t>
      priorities;  ///< which of the plan's priorities it serves, directly or by what it opens
};

/// One of the three, as the plan takes it.
struct PlanPriority {
  std::size_t node = 0;
  std::string reason;                   ///< the country's
  std::optional<std::size_t> proposal;  ///< in `proposals.ranked`, where it stands there
};

/// What the plan would do by the end of a horizon.
struct Outlook {
  Scores scores;  ///< by the scoring engine
};

/// Person-months and money of a horizon.
struct HorizonTotal {
  double effort = 0;
  double budget = 0;  ///< of effort; kUnlimited: none
  double capital = 0;
  double recurrent = 0;
  int without_cost = 0;             ///< actions for which the country has given no cost
  std::vector<PlanSource> sources;  ///< by financing model
};

enum class PlanMade {
  scheduled,  ///< as it stands in the answers file
  proposed,   ///< by the programme, just now
};

enum class Aim { balanced, cheapest };

struct Plan {
  PlanMade made = PlanMade::proposed;
  Aim aim = Aim::balanced;  ///< of a proposal
  std::string start;        ///< ISO 8601 day, or empty
  std::array<Period, kHorizons> horizons;
  bool assumed_budget = false;
  bool own_priorities = false;
  std::vector<PlanPriority> priorities;
  Proposals proposals;
  std::vector<Goal> goals;
  std::vector<PlannedAction> actions;  ///< by horizon, then in the library's order, the country's own last
  std::vector<std::string> removed;    ///< ids of actions that the country does not want
  std::array<HorizonTotal, kHorizons> totals;
  Scores today;
  std::array<Outlook, kHorizons> outlook;
  std::vector<std::size_t> pillars;       ///< the scored ones
  std::vector<double> expected;           ///< of `pillars` at the end, as the linear programme counts
  bool proved = true;                     ///< of a proposal: no better one exists
  double gap = 0;                         ///< how much better one might be, where it is not proved
  std::vector<std::size_t> out_of_reach;  ///< targets (by index) that no action or too few lead to
};

/// Adds an amount to its model's, which stands behind the others where it is new.
void add_source(std::vector<PlanSource>& sources, const PlanSource& one);

/// Makes the plan. With a schedule in the answers file and without `again`, that schedule; otherwise the best
/// one for `aim`: "the most balanced improvement within the budget", or "the least effort that reaches the
/// targets", the country's where it has any, otherwise those of the priorities.
struct PlanSettings {
  Aim aim = Aim::balanced;
  bool again = false;
  int most_nodes = 20'000;
  /// Actions that the country does with others, by id, and when: they are done then, before all else.
  std::vector<std::pair<std::string, Horizon>> common = {};
};

Plan make_plan(const Instrument& instrument, const ActionLibrary& library, const Assessment& assessment,
               const Scores& scores, const std::vector<Finding>& findings, const PlanSettings& settings = {});

/// What the proposal is chosen from: the programme's data, with the wanted steps of the country's priorities.
Problem plan_problem(const Instrument& instrument, const ActionLibrary& library, const Assessment& assessment,
                     const Scores& scores, const std::vector<Finding>& findings,
                     const PlanSettings& settings = {});

/// What is wrong with a plan, or should be known of it: warnings Q07xx, at the entry of the answers file
/// `name` that they come from, or at its `plan`. In order of the plan.
std::vector<Diagnostic> check_plan(const Instrument& instrument, const ActionLibrary& library,
                                   const Assessment& assessment, const Plan& plan, const std::string& name);

/// The country's plan with the schedule written into it: entries that stand there keep what the country has
/// said; what is no longer planned and was never spoken of goes.
CountryPlan with_schedule(const CountryPlan& old, const Plan& plan);

}  // namespace sextant::planning
