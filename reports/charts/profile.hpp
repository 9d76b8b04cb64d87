#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/scoring/score.hpp"
#include "reports/document/drawing.hpp"

namespace sextant::charts {

/// One bar of a profile.
struct ProfileRow {
  document::Words label;
  std::optional<double> value;
  std::optional<Range> range;  ///< drawn as a whisker where its ends differ
  std::optional<std::size_t> level;
  document::Words value_text;  ///< "2.4"
  document::Words level_text;  ///< "2 Emerging"
  document::Words remark;      ///< "provisional", or the state where there is no value
  bool total = false;          ///< set off below a line, in bold
  document::Words flag;        ///< a word beside an attention sign; empty: none
};

struct ProfileScale {
  double min = 0;
  double max = 1;
  std::vector<double> bounds;          ///< lower bounds of the levels, rising; the first at or below min
  std::vector<document::Words> names;  ///< of the levels
};

/// A horizontal profile: a bar a row in the order given, band bounds as gridlines under the level names, the
/// range as a whisker, the value and level in words at the end. `width` and
/// `row_height` in points; rows below 20 are too low for a remark.
document::Drawing profile(const ProfileScale& scale, const std::vector<ProfileRow>& rows, double width,
                          bool right_to_left, double row_height = 26);

}  // namespace sextant::charts
