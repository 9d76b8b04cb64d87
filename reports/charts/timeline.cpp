#include "reports/charts/timeline.hpp"

#include <algorithm>
#include <cmath>

#include "reports/charts/canvas.hpp"

namespace sextant::charts {

using namespace document;

Drawing timeline(const std::vector<TimelinePeriod>& periods, const std::vector<TimelineBar>& bars,
                 double width, bool right_to_left) {
  constexpr double kLabels = 262;
  constexpr double kRow = 15.5;
  constexpr double kAbove = 30;
  constexpr double kBar = 8;
  constexpr double kLetters = 8.5;
  const double height = kAbove + kRow * static_cast<double>(bars.size()) + 4;
  Canvas canvas(width, height, right_to_left);
  const double axis = kLabels + 12;
  const double span = width - axis - 2;
  double years = 0;
  for (const TimelinePeriod& period : periods) years = std::max(years, period.to);
  const auto x_of = [&](double year) { return axis + span * std::clamp(year / years, 0.0, 1.0); };
  for (double year = 0; year <= years + 1e-9; year += 1)
    canvas.line(x_of(year), kAbove - 4, x_of(year), height - 2, kRule, 0.5, true);
  for (const TimelinePeriod& period : periods) {
    canvas.line(x_of(period.from), kAbove - 6, x_of(period.from), height - 2, kMuted, 0.8);
    canvas.text((x_of(period.from) + x_of(period.to)) / 2, kAbove - 14, period.name, kLetters, kMuted,
                Anchor::middle, true, x_of(period.to) - x_of(period.from) - 2, 2);
  }
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const TimelineBar& bar = bars[i];
    const double middle = kAbove + kRow * (static_cast<double>(i) + 0.5);
    canvas.text(kLabels, middle + 3, bar.label, kLetters, kInk, Anchor::end, bar.marked, kLabels, 1);
    if (bar.marked) canvas.circle(kLabels + 6, middle, 2.2, kAccent, kInk, 0.5);
    const double from = x_of(bar.from);
    canvas.rect(from, middle - kBar / 2, std::max(x_of(bar.to) - from, 2.0), kBar,
                level_fill(bar.step, bar.steps), kBrand, 0.5, 1.5);
  }
  return canvas.take();
}

}  // namespace sextant::charts
