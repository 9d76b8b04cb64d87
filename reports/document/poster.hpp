#pragma once

#include <optional>

#include "reports/document/country_report.hpp"
#include "reports/document/sheet.hpp"

namespace sextant::document {

/// Posters for a gallery walk, a page a pillar: its level and range, the profile of its components, two
/// strengths and two gaps with the descriptors that were chosen, what the next level asks for, and room for
/// notes. `pillar`: only this node.
Document posters(const ReportInput& input, std::optional<std::size_t> pillar = std::nullopt);

/// How a poster is set: on A3, running text has 18 points, to be read from two metres.
Sheet poster_sheet(Paper paper);

}  // namespace sextant::document
