#include "reports/charts/axis.hpp"

#include <algorithm>

namespace sextant::charts {

using namespace document;

double ScaleAxis::at(double value) const {
  return start + span * std::clamp((value - scale.min) / (scale.max - scale.min), 0.0, 1.0);
}

void ScaleAxis::draw(Canvas& canvas, double height) const {
  for (std::size_t i = 0; i < scale.bounds.size(); ++i) {
    const double from = at(scale.bounds[i]);
    const double to = i + 1 < scale.bounds.size() ? at(scale.bounds[i + 1]) : end();
    if (i > 0) canvas.line(from, kHead - 6, from, height - 4, kRule, 0.6, true);
    canvas.text((from + to) / 2, kHead - 11, scale.names[i], kSmall, kMuted, Anchor::middle, false,
                to - from - 2, 1);
  }
}

}  // namespace sextant::charts
