#pragma once

#include "reports/document/country_report.hpp"

namespace sextant::document {

/// The action plan as a document of its own: the profile chart, the plan, a sheet for each action.
/// `input.plan` is there.
Document action_plan(const ReportInput& input);

}  // namespace sextant::document
