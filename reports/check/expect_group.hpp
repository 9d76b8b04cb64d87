#pragma once

#include <vector>

#include "engine/comparison/common_ground.hpp"
#include "reports/check/expect.hpp"
#include "reports/document/group_report.hpp"

namespace sextant::check {

/// What the sources of a report on several units must say, worked out from their scores again. Units count
/// from 0, in the order of the comparison.
///
/// - `@unit:N/name`: what rows call a unit; `@unit:N:NODE/ASPECT`: as `NODE/ASPECT` of its own report
/// - `@group`: count, names, rounds, fingerprint
/// - `@group:NODE`: scored, common (the level of most), common.count, level.low, level.high; low, high and
///   chosen, which are lists of units, each with its .count
/// - `@caution:N`: units
/// - of the group's plan: `@shared:NODE`: points, below, holds, imbalance, chosen; `@common:ACTION`: units,
/// from,
///   to; `@common`: least, steps; `@unit:N`: common, own, effort (of its plan); `@library/text`
/// - all that is of the questionnaire, as in a report on one unit
class GroupExpectations {
 public:
  explicit GroupExpectations(const document::GroupInput& input);
  /// Nothing where there is no such source.
  std::optional<Expected> expected(std::string_view source) const;

 private:
  std::optional<Expected> of_group(std::string_view aspect) const;
  std::optional<Expected> of_node(std::size_t node, std::string_view aspect) const;
  std::optional<Expected> of_plan(std::string_view subject, std::string_view aspect) const;
  std::optional<Expected> of_shared(std::size_t node, std::string_view aspect) const;
  std::optional<Expected> of_common(std::string_view action, std::string_view aspect) const;
  std::optional<Expected> of_member(std::size_t unit, std::string_view aspect) const;
  std::string name(std::size_t unit) const;
  std::string names(const std::vector<std::size_t>& units) const;

  const document::GroupInput& in_;
  std::vector<Finding> none_;
  std::vector<document::ReportInput> units_;
};

}  // namespace sextant::check
