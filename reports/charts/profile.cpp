#include "reports/charts/profile.hpp"

#include <algorithm>

#include "reports/charts/axis.hpp"

namespace sextant::charts {

namespace {

using namespace document;

}  // namespace

Drawing profile(const ProfileScale& scale, const std::vector<ProfileRow>& rows, double width,
                bool right_to_left, double row_height) {
  constexpr double kLabels = 132;  // width of the row labels
  constexpr double kWords = 104;   // width of the words behind the bars
  constexpr double kBar = 13;
  const double height = kHead + row_height * static_cast<double>(rows.size()) + 4;
  Canvas canvas(width, height, right_to_left);
  const ScaleAxis axis{scale, kLabels + 8, width - kLabels - 8 - kWords - 10};
  axis.draw(canvas, height);
  canvas.line(axis.start, kHead - 6, axis.start, height - 4, kMuted, 0.8);

  const int steps = static_cast<int>(scale.bounds.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const ProfileRow& row = rows[i];
    const double middle = kHead + row_height * (static_cast<double>(i) + 0.5);
    const double baseline = middle + 3.2;
    if (row.total) canvas.line(0, middle - row_height / 2, width, middle - row_height / 2, kRule, 0.6);
    canvas.text(kLabels, baseline, row.label, kText, kInk, Anchor::end, row.total, kLabels, 2);
    if (!row.value) {
      canvas.text(axis.start + 6, baseline, row.remark, kSmall, kMuted, Anchor::start);
      continue;
    }
    const Colour fill = level_fill(row.level ? static_cast<int>(*row.level) + 1 : 1, steps);
    const double end = std::max(axis.at(*row.value), axis.start + 1.5);
    canvas.rect(axis.start, middle - kBar / 2, end - axis.start, kBar, fill, kBrand, 0.6);
    if (row.range && axis.at(row.range->high) - axis.at(row.range->low) > 0.5) {
      const double low = axis.at(row.range->low);
      const double high = axis.at(row.range->high);
      canvas.line(low, middle, high, middle, kPaper, 3);
      canvas.line(low, middle, high, middle, kInk, 1.1);
      for (const double x : {low, high}) {
        canvas.line(x, middle - 4, x, middle + 4, kPaper, 3);
        canvas.line(x, middle - 4, x, middle + 4, kInk, 1.1);
      }
    }
    const double words = axis.end() + 10;
    const bool two = !row.remark.empty() || !row.flag.empty();
    canvas.text(words, two ? middle - 1.8 : baseline, row.value_text, kText, kInk, Anchor::start, true);
    canvas.text(words + 24, two ? middle - 1.8 : baseline, row.level_text, kText, kInk, Anchor::start, false,
                kWords - 22, 1);
    if (!row.flag.empty()) {
      canvas.triangle(words + 4, middle + 6.8, 3.6, kAccent);
      canvas.text(words + 11, middle + 9.6, row.flag, kSmall, kInk, Anchor::start, true, kWords - 11, 1);
    } else if (!row.remark.empty()) {
      canvas.text(words, middle + 9.6, row.remark, kSmall, kMuted, Anchor::start, false, kWords, 1);
    }
  }
  return canvas.take();
}

}  // namespace sextant::charts
