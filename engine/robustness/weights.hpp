#pragma once

#include <vector>

#include "engine/robustness/random.hpp"

namespace sextant {

/// Each weight times a factor of its own, drawn evenly from 1 - `share` to 1 + `share` (0.25 for +-25 %; 0 to
/// 1). Weights are not made to add to the old sum again: each stays within its bounds, and a weighted mean
/// does not care. A weight of 0 stays 0. One draw a weight, and the same to the bit on every machine.
std::vector<double> perturb_within(Generator& generator, const std::vector<double>& weights, double share);

/// Weights with the same sum s, drawn from a Dirichlet distribution around the given ones (not below 0, s
/// above 0): the mean of each is w, its standard deviation sqrt(w (s - w) / (concentration + 1)). A
/// `concentration` (above 0) of 20 is loose, 500 tight; with equal weights, one that is their number spreads
/// evenly over all weights there could be. A weight of 0 stays 0. Draws are those of `draw_gamma`.
std::vector<double> dirichlet(Generator& generator, const std::vector<double>& weights, double concentration);

}  // namespace sextant
