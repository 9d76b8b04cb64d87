#include "reports/charts/dumbbell.hpp"

#include <algorithm>

#include "reports/charts/axis.hpp"

namespace sextant::charts {

using namespace document;

Drawing dumbbell(const ProfileScale& scale, const std::vector<DumbbellRow>& rows, double width,
                 bool right_to_left) {
  constexpr double kLabels = 150;
  constexpr double kRow = 24;
  constexpr double kDot = 4.2;
  constexpr double kNumber = 20;  ///< room for a number beside a dot at either end
  const double height = kHead + kRow * static_cast<double>(rows.size()) + 4;
  Canvas canvas(width, height, right_to_left);
  constexpr double kAxis = kLabels + 8 + kNumber;
  const ScaleAxis axis{scale, kAxis, width - kAxis - kNumber - 6};
  axis.draw(canvas, height);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const DumbbellRow& row = rows[i];
    const double middle = kHead + kRow * (static_cast<double>(i) + 0.5);
    const double baseline = middle + 3.2;
    if (row.total) canvas.line(0, middle - kRow / 2, width, middle - kRow / 2, kRule, 0.6);
    canvas.text(kLabels, baseline, row.label, kText, kInk, Anchor::end, row.total, kLabels, 2);
    if (!row.before || !row.after) {
      canvas.text(axis.start + 6, baseline, row.remark, kSmall, kMuted, Anchor::start);
      continue;
    }
    const double from = axis.at(*row.before);
    const double to = axis.at(*row.after);
    const double side = to >= from ? 1 : -1;
    if (std::abs(to - from) > 2 * kDot + 1) {
      canvas.line(from + side * kDot, middle, to - side * kDot, middle, kBrand, 1.2, false, true);
      canvas.circle(from, middle, kDot, kPaper, kBrand, 1.4);
      canvas.text(from - side * (kDot + 3), baseline, row.before_text, kText, kMuted,
                  side > 0 ? Anchor::end : Anchor::start);
    }
    canvas.circle(to, middle, kDot, kBrand, kBrand, 1.4);
    canvas.text(to + side * (kDot + 3), baseline, row.after_text, kText, kInk,
                side > 0 ? Anchor::start : Anchor::end, true);
  }
  return canvas.take();
}

}  // namespace sextant::charts
