#pragma once

#include <string>
#include <vector>

#include "engine/comparison/common_ground.hpp"
#include "reports/document/group_report.hpp"
#include "reports/document/view.hpp"

namespace sextant::document {

/// A comparison with the words to show it. What is printed of a unit is of "@unit:N:NODE/ASPECT", what is
/// printed of all of them of "@group:NODE/ASPECT" (reports/check/expect_group.hpp).
struct GroupView {
  explicit GroupView(const GroupInput& given);
  GroupView(const GroupView&) = delete;  // its views point into it
  GroupView& operator=(const GroupView&) = delete;

  const GroupInput& input;
  const Instrument& instrument;
  CommonGround ground;

 private:
  std::vector<Finding> none_;
  std::vector<ReportInput> inputs_;

 public:
  std::vector<View> units;
  /// For what is of the questionnaire: the first unit's, without its mark.
  View shared;
  std::vector<std::size_t> columns;  ///< the pillars, or, where there are none, the root

  Words say(Phrase phrase, const Places& places = {}) const { return shared.say(phrase, places); }
  /// What rows call a unit: its name, with the round where it stands twice.
  Words name(std::size_t unit) const;
  /// What a unit is: "Country", or "Unit" where some are none.
  Words unit_word() const;
  /// Units in their order, "A, B and C", that `aspect` of a node lists; a dash where there are none.
  Words names(std::size_t node, std::string_view aspect, const std::vector<std::size_t>& of) const;
  Words number(std::size_t node, std::string_view aspect, std::size_t value) const;
  static std::string of_group(const Instrument& instrument, std::size_t node, std::string_view aspect);
  /// "2.4 (2)" on the level's fill, with a star where the level could still change; a dash without a value.
  Cell cell(std::size_t unit, std::size_t node) const;
};

/// The first sixteen digits of what all answers together were: a hash of their fingerprints, in the order of
/// the comparison.
std::string group_fingerprint(const Comparison& comparison);

/// Parts of the group report.
std::vector<Block> group_pillar(const GroupView& group, std::size_t pillar);
/// The chapter on the plan; `input.plan` is there.
std::vector<Block> group_plan_chapter(const GroupView& group);
/// What stands around the blocks of a document of this name, and its cover.
Meta group_meta(const GroupView& group, const Words& name);
std::vector<Block> group_shared(const GroupView& group);
std::vector<Block> group_method(const GroupView& group);

}  // namespace sextant::document
