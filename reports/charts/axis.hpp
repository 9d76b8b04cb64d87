#pragma once

#include "reports/charts/canvas.hpp"
#include "reports/charts/profile.hpp"

namespace sextant::charts {

/// What charts on a scale share. Lengths are points.
inline constexpr double kHead = 24;    ///< room above the rows, for the names of the levels
inline constexpr double kText = 9;     ///< size of labels and values
inline constexpr double kSmall = 8.5;  ///< size of what explains

/// The axis of a scale, from `start` on, `span` wide.
struct ScaleAxis {
  const ProfileScale& scale;
  double start = 0;
  double span = 0;

  double end() const { return start + span; }
  /// Where a value stands; values beyond the scale stand at its ends.
  double at(double value) const;
  /// The bounds of the levels as gridlines down to `height`, under the levels' names.
  void draw(Canvas& canvas, double height) const;
};

}  // namespace sextant::charts
