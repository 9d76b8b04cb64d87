#pragma once

#include <cstddef>
#include <vector>

#include "engine/planning/group_program.hpp"
#include "engine/planning/plan.hpp"

/// What a group of countries does together, and each country's own plan around it.
namespace sextant::planning {

/// A country with its answers scored.
struct GroupMember {
  const Assessment& assessment;
  const Scores& scores;
  const std::vector<Finding>& findings;
};

/// A component with what speaks for it in the group. Counts are of countries.
struct SharedPriority {
  std::size_t node = 0;
  std::size_t pillar = 0;
  double points = 0;                ///< summed: a country's points for it, or 1 where the country chose it
  std::vector<std::size_t> below;   ///< members in which it is below its target
  std::vector<std::size_t> chosen;  ///< members that named it, or what it belongs to, as a priority
  std::size_t holds = 0;            ///< in which it holds others back
  std::size_t imbalance = 0;        ///< in which it stands where the profile is out of balance
};

struct GroupPlan {
  std::vector<SharedPriority> ranked;   ///< all with points, the most points first
  std::vector<std::size_t> priorities;  ///< three at most, by index in `ranked`
  std::size_t least = 2;                ///< half of the members, and two at least
  CommonChoice common;                  ///< countries are members
  std::vector<Plan> plans;              ///< of each member, with the common actions fixed
};

/// The shared priorities are the three components with the most points and an action in at least `least`
/// members, of different pillars as far as can be; equal ones stay in the instrument's order.
GroupPlan make_group_plan(const Instrument& instrument, const ActionLibrary& library,
                          const std::vector<GroupMember>& members);

}  // namespace sextant::planning
