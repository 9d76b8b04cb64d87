#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/assessment/assessment.hpp"
#include "engine/library/model.hpp"
#include "engine/scoring/score.hpp"

/// What a plan may be made of.
namespace sextant::planning {

/// An action that could stand in the plan: one of the library that starts where the country stands or above,
/// or one that the country put there.
struct Candidate {
  std::string id;
  std::optional<std::size_t> action;  ///< in the library; nothing: the country's own
  std::optional<std::size_t> entry;   ///< in the country's plan, where something is said of it
  std::size_t node = 0;
  std::optional<std::size_t> from;  ///< a level of the node's scale; absent where an own action names none
  std::optional<std::size_t> to;
  std::vector<std::size_t> questions;
  std::vector<Need> needs;
  std::vector<std::string> after;
  Horizon earliest = Horizon::short_term;  ///< it takes that long at least
  std::optional<Horizon> fixed;            ///< the country's
  bool kept = false;                       ///< the country has said something of it: it stays in the plan
  double effort = 0;                       ///< person-months
  double money = 0;                        ///< capital cost that the country has given, or 0
};

/// The level from which a node climbs: that of its value, or what its gates allow; caps by other nodes and by
/// missing evidence are not lifted by raising its answers. Nothing where it has none.
std::optional<std::size_t> standing(const NodeScore& score);

/// All candidates: the library's in its order, then the country's own. Removed ones are left out.
std::vector<Candidate> candidates(const Instrument& instrument, const ActionLibrary& library,
                                  const Assessment& assessment, const Scores& scores);

}  // namespace sextant::planning
