#include "reports/document/drawing.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace sextant::document {

namespace {

constexpr std::array<Colour, 4> kLevels = {0xDCE9F5, 0x8FBCE6, 0x2E78B7, 0x12436D};

int channel(Colour colour, int shift) {
  return static_cast<int>((colour >> shift) & 0xFFU);
}

Colour blend(Colour a, Colour b, double t) {
  Colour out = 0;
  for (const int shift : {16, 8, 0}) {
    const double value = channel(a, shift) + (channel(b, shift) - channel(a, shift)) * t;
    out |= static_cast<Colour>(std::lround(value)) << static_cast<unsigned>(shift);
  }
  return out;
}

/// Relative luminance, WCAG 2.1.
double luminance(Colour colour) {
  double sum = 0;
  constexpr std::array<std::pair<int, double>, 3> kParts = {{{16, 0.2126}, {8, 0.7152}, {0, 0.0722}}};
  for (const auto& [shift, weight] : kParts) {
    const double c = channel(colour, shift) / 255.0;
    sum += weight * (c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4));
  }
  return sum;
}

double contrast(Colour a, Colour b) {
  const double la = luminance(a);
  const double lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

}  // namespace

Colour level_fill(int step, int steps) {
  if (steps <= 1) return kLevels[2];
  const double position = std::clamp((step - 1.0) / (steps - 1.0), 0.0, 1.0) * 3.0;
  const int below = std::min(static_cast<int>(position), 2);
  Colour fill = blend(kLevels[below], kLevels[below + 1], position - below);
  // Between the second and the third, neither dark nor white text has enough contrast: darker, until white
  // has.
  while (contrast(ink_on(fill), fill) < 4.5) fill = blend(fill, kLevels[3], 0.05);
  return fill;
}

Colour ink_on(Colour background) {
  return contrast(kInk, background) >= contrast(kPaper, background) ? kInk : kPaper;
}

}  // namespace sextant::document
