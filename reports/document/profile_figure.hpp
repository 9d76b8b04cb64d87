#pragma once

#include "reports/charts/profile.hpp"
#include "reports/document/view.hpp"

namespace sextant::document {

/// The axis of charts of values on a node's scale.
charts::ProfileScale profile_axis(const View& view, std::size_t node);

/// The main chart: one bar a pillar, or a question where the instrument has no pillars. Its title says the
/// finding.
Figure profile_figure(const View& view);

/// The same for the parts of one node, or its questions where it has no parts; without the node itself. The
/// rows are low, and the title names the lowest.
Figure parts_figure(const View& view, std::size_t node, double width);

}  // namespace sextant::document
