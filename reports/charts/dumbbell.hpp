#pragma once

#include <optional>
#include <vector>

#include "reports/charts/profile.hpp"

namespace sextant::charts {

/// A value before and after, on one row.
struct DumbbellRow {
  document::Words label;
  std::optional<double> before;
  std::optional<double> after;
  document::Words before_text;  ///< "2.1"
  document::Words after_text;
  document::Words remark;  ///< where there is nothing to draw
  bool total = false;      ///< set off below a line, in bold
};

/// A row each in the order given: a hollow ring where it starts, an arrow, a solid dot where it ends, both
/// numbers in words; level bounds as gridlines under their names. `width` in points.
document::Drawing dumbbell(const ProfileScale& scale, const std::vector<DumbbellRow>& rows, double width,
                           bool right_to_left);

}  // namespace sextant::charts
