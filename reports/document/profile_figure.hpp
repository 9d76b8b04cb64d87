#pragma once

#include "reports/document/view.hpp"

namespace sextant::document {

/// The main chart: one bar a pillar, or a question where the instrument has no pillars. Its title says the
/// finding.
Figure profile_figure(const View& view);

}  // namespace sextant::document
