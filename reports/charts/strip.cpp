#include "reports/charts/strip.hpp"

#include <algorithm>

#include "reports/charts/canvas.hpp"

namespace sextant::charts {

using namespace document;

Drawing strip(const ProfileScale& scale, const std::vector<StripRow>& rows, double width,
              bool right_to_left) {
  constexpr double kLabels = 132;
  constexpr double kWords = 118;
  constexpr double kRow = 16.5;
  constexpr double kHead = 24;
  constexpr double kText = 9;
  constexpr double kSmall = 8.5;
  constexpr double kDot = 4.4;
  const double height = kHead + kRow * static_cast<double>(rows.size()) + 4;
  Canvas canvas(width, height, right_to_left);
  const double axis = kLabels + 12;
  const double span = width - axis - kWords - 16;
  const auto x_of = [&](double value) {
    return axis + span * std::clamp((value - scale.min) / (scale.max - scale.min), 0.0, 1.0);
  };
  for (std::size_t i = 0; i < scale.bounds.size(); ++i) {
    const double from = x_of(scale.bounds[i]);
    const double to = i + 1 < scale.bounds.size() ? x_of(scale.bounds[i + 1]) : axis + span;
    if (i > 0) canvas.line(from, kHead - 6, from, height - 4, kRule, 0.6, true);
    canvas.text((from + to) / 2, kHead - 11, scale.names[i], kSmall, kMuted, Anchor::middle, false,
                to - from - 2, 1);
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const StripRow& row = rows[i];
    const double middle = kHead + kRow * (static_cast<double>(i) + 0.5);
    const double baseline = middle + 3.2;
    canvas.text(kLabels, baseline, row.label, kText, kInk, Anchor::end, false, kLabels, 1);
    canvas.line(axis, middle, axis + span, middle, kRule, 0.5);
    if (!row.value) {
      canvas.text(axis + span + 12, baseline, row.remark, kSmall, kMuted, Anchor::start, false, kWords, 1);
      continue;
    }
    if (row.range && x_of(row.range->high) - x_of(row.range->low) > 0.5) {
      const double low = x_of(row.range->low);
      const double high = x_of(row.range->high);
      canvas.line(low, middle, high, middle, kInk, 1.1);
      for (const double x : {low, high}) canvas.line(x, middle - 4, x, middle + 4, kInk, 1.1);
    }
    canvas.circle(x_of(*row.value), middle, kDot, row.settled ? kBrand : kPaper, kBrand, 1.2);
    canvas.text(axis + span + 12, baseline, row.value_text, kText, kInk, Anchor::start, true);
    canvas.text(axis + span + 36, baseline, row.level_text, kText, kInk, Anchor::start, false, kWords - 22,
                1);
  }
  return canvas.take();
}

}  // namespace sextant::charts
