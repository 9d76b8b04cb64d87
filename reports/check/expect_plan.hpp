#pragma once

#include "reports/check/expect.hpp"

namespace sextant::check {

/// What a source of the plan must say; nothing where there is no such source, or no plan.
///
/// | subject | aspects |
/// |---|---|
/// | @plan:HORIZON | count, years; effort, budget, capital, recurrent |
/// | @plan | not_drawn, without_cost; text: what the checks say |
/// | @goal:NODE | gap, outcomes, stands, target, works, touches |
/// | @after:HORIZON:NODE | value |
/// | @action:ID | from, to, effort, capital, recurrent, need.N, source.MODEL.capital, source.MODEL.recurrent
/// | | @source:MODEL | capital, recurrent | | @day:DAY | written | | @library | text: the library's own words
/// |
std::optional<Expected> expected_of_plan(const document::ReportInput& input, std::string_view subject,
                                         std::string_view aspect);

}  // namespace sextant::check
