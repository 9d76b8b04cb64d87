#include "reports/charts/strip.hpp"

#include <algorithm>

#include "reports/charts/axis.hpp"

namespace sextant::charts {

using namespace document;

Drawing strip(const ProfileScale& scale, const std::vector<StripRow>& rows, double width,
              bool right_to_left) {
  constexpr double kLabels = 132;
  constexpr double kWords = 118;
  constexpr double kRow = 16.5;
  constexpr double kDot = 4.4;
  const double height = kHead + kRow * static_cast<double>(rows.size()) + 4;
  Canvas canvas(width, height, right_to_left);
  const ScaleAxis axis{scale, kLabels + 12, width - kLabels - 12 - kWords - 16};
  axis.draw(canvas, height);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const StripRow& row = rows[i];
    const double middle = kHead + kRow * (static_cast<double>(i) + 0.5);
    const double baseline = middle + 3.2;
    canvas.text(kLabels, baseline, row.label, kText, kInk, Anchor::end, false, kLabels, 1);
    canvas.line(axis.start, middle, axis.end(), middle, kRule, 0.5);
    if (!row.value) {
      canvas.text(axis.end() + 12, baseline, row.remark, kSmall, kMuted, Anchor::start, false, kWords, 1);
      continue;
    }
    if (row.range && axis.at(row.range->high) - axis.at(row.range->low) > 0.5) {
      const double low = axis.at(row.range->low);
      const double high = axis.at(row.range->high);
      canvas.line(low, middle, high, middle, kInk, 1.1);
      for (const double x : {low, high}) canvas.line(x, middle - 4, x, middle + 4, kInk, 1.1);
    }
    canvas.circle(axis.at(*row.value), middle, kDot, row.settled ? kBrand : kPaper, kBrand, 1.2);
    canvas.text(axis.end() + 12, baseline, row.value_text, kText, kInk, Anchor::start, true);
    canvas.text(axis.end() + 36, baseline, row.level_text, kText, kInk, Anchor::start, false, kWords - 22, 1);
  }
  return canvas.take();
}

}  // namespace sextant::charts
