#pragma once

#include "reports/document/country_report.hpp"

namespace sextant::document {

/// The page of the country report that stands alone: headline, profile, strengths, gaps, priorities, what is
/// asked of the minister, and what it all rests on. One page A4.
Document ministers_brief(const ReportInput& input);

}  // namespace sextant::document
