#pragma once

#include <string>

#include "engine/comparison/compare.hpp"
#include "engine/library/model.hpp"
#include "engine/planning/group_plan.hpp"
#include "reports/document/document.hpp"

namespace sextant::document {

/// A group's plan with the library that it was made from. Its members are the comparison's units.
struct GroupPlanInput {
  const planning::GroupPlan& plan;
  const ActionLibrary& library;
};

/// Everything that a report on several units is made from. The comparison is in this language.
struct GroupInput {
  const Instrument& instrument;
  const Comparison& comparison;
  std::string language;  ///< BCP 47
  std::string engine_version;
  bool anonymous = false;                ///< the units' names are letters
  const GroupPlanInput* plan = nullptr;  ///< nothing: there is no plan to show
};

/// Units side by side, for a workshop: one heat table of units and pillars, with the value and the level's
/// number in every cell and a gap where there is none; where not to compare; a chapter for each pillar; what
/// the group shares, who can help whom, and an agenda of what most lack. Rows stand in the order of the
/// comparison everywhere; nothing ranks, and no total over the pillars is shown where there are pillars.
Document group_report(const GroupInput& input);
/// The plan alone. `input.plan` is there.
Document group_plan(const GroupInput& input);

}  // namespace sextant::document
