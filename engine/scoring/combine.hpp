#pragma once

#include <vector>

#include "engine/instrument/model.hpp"

namespace sextant {

struct Weighted {
  double value = 0;
  double weight = 1;
};

/// One value from several by a node's rule. `parts` is not empty and its weights add to more than zero. Sums
/// are compensated. A geometric or harmonic mean with a value of zero or less in it is 0.
double combine(CombineRule rule, const std::vector<Weighted>& parts);

}  // namespace sextant
