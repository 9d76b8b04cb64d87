#pragma once

#include <cstddef>
#include <vector>

#include "engine/diagnosis/findings.hpp"
#include "engine/planning/goals.hpp"

/// Which components the country might put first, and why.
namespace sextant::planning {

/// One component with what speaks for putting it first. Each reason is 0 to 1.
struct Proposal {
  std::size_t node = 0;
  std::size_t pillar = 0;
  std::size_t gap = 0;             ///< levels below the target
  double gap_share = 0;            ///< of the scale's steps
  std::vector<std::size_t> holds;  ///< nodes that wait for it: caps, prerequisites, needs of actions
  double holds_share = 0;          ///< of the most that any component holds
  bool imbalance = false;          ///< its pillar is named in a finding on imbalance, or is the lowest
  double outcomes = 0;             ///< share of the outcomes aimed at that its actions serve
  double feasible = 0;   ///< 1: its next step waits for nothing and is no very large effort; 0.5: one of both
  double points = 0;     ///< the mean of the five, of four where no outcomes are aimed at
  bool actions = false;  ///< an action of the library starts where it stands
  bool settled = true;   ///< otherwise it is first a question to clear
};

struct Proposals {
  std::vector<Proposal> ranked;       ///< all with a level below their target, the first is the first choice
  std::vector<std::size_t> first;     ///< three for the country, by index in `ranked`: with actions, of
                                      ///< different pillars as far as can be
  std::vector<std::size_t> to_clear;  ///< components without a level: first answer their questions
};

/// Ranks components by the mean of the reasons; equal ones stay in the instrument's order. A component whose
/// level is not settled comes after all settled ones of equal points, and never among the first three while
/// settled ones are left.
Proposals propose(const Instrument& instrument, const ActionLibrary& library, const Assessment& assessment,
                  const Scores& scores, const std::vector<Finding>& findings, const std::vector<Goal>& goals);

}  // namespace sextant::planning
