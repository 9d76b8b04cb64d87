#pragma once

#include <string>
#include <vector>

#include "reports/document/drawing.hpp"

namespace sextant::charts {

/// Something that lasts, from and to in years after the start of the time shown.
struct TimelineBar {
  document::Words label;
  double from = 0;
  double to = 1;
  int step = 1;  ///< its fill, from 1 to `steps`
  int steps = 3;
  bool marked = false;  ///< set off with a sign, explained in the figure's note
};

/// A stretch of time with a name, as wide as it lasts.
struct TimelinePeriod {
  document::Words name;
  double from = 0;
  double to = 1;
};

/// Bars under each other in the order given, a column a year, the periods named at the top. `width` in
/// points.
document::Drawing timeline(const std::vector<TimelinePeriod>& periods, const std::vector<TimelineBar>& bars,
                           double width, bool right_to_left);

}  // namespace sextant::charts
