#pragma once

#include <optional>
#include <vector>

#include "reports/charts/profile.hpp"

namespace sextant::charts {

/// One unit among others: where it stands, and what is still possible.
struct StripRow {
  document::Words label;
  std::optional<double> value;
  std::optional<Range> range;  ///< drawn across the dot where its ends differ
  bool settled = true;         ///< otherwise the dot is hollow
  document::Words value_text;  ///< "2.4"
  document::Words level_text;  ///< "2 Emerging"
  document::Words remark;      ///< the state, where there is no value
};

/// A row each in the order given: a dot on a line of its own, solid where the level is settled and hollow
/// where it is provisional, the possible range across it, value and level in words at the end; level bounds
/// as gridlines under their names. No row stands out, and nothing joins them. `width` in points.
document::Drawing strip(const ProfileScale& scale, const std::vector<StripRow>& rows, double width,
                        bool right_to_left);

}  // namespace sextant::charts
