#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/planning/program.hpp"

/// What several countries do together, as one mixed-integer programme (docs/method.md, "The group's plan").
namespace sextant::planning {

/// The countries' problems; in each, the wanted steps are those that lead to its targets in the shared
/// priorities. Candidates of one id are the same action.
struct GroupProblem {
  std::vector<Problem> countries;
  std::size_t least = 2;  ///< an action is common where at least so many do it in the same horizon
};

/// An action that several countries do in the same horizon.
struct CommonAction {
  std::string id;
  Horizon when = Horizon::short_term;
  std::vector<std::size_t> countries;  ///< rising
};

struct CommonChoice {
  std::vector<CommonAction> actions;  ///< by horizon, then in the order of the first country that has them
  std::size_t steps = 0;  ///< of all countries together, towards their targets in the shared priorities
  bool proved = true;     ///< no other choice is better by the objectives in their order
};

/// The choice for which every country still has a plan that fulfils its own budgets, needs and edits as well
/// as it can without any, and that, in order, brings the most wanted steps by common actions; asks for the
/// least work in them; is done earliest, and takes what stands first.
CommonChoice common_actions(const GroupProblem& problem);

/// The problem with only those candidates, and what they need, that may bring a wanted step in at least
/// `least` countries, or that the country keeps: what others the country could do changes nothing in what it
/// can do of these.
Problem reduced(const Problem& problem, const std::vector<std::string>& ids);

}  // namespace sextant::planning
