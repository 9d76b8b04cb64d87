#include "engine/robustness/weights.hpp"

#include <cassert>
#include <numeric>

namespace sextant {

namespace {

double sum_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

}  // namespace

std::vector<double> perturb_within(Generator& generator, const std::vector<double>& weights, double share) {
  assert(share >= 0 && share <= 1);
  std::vector<double> out;
  out.reserve(weights.size());
  for (const double weight : weights) out.push_back(weight * (1 + share * (2 * draw_uniform(generator) - 1)));
  return out;
}

std::vector<double> dirichlet(Generator& generator, const std::vector<double>& weights,
                              double concentration) {
  const double sum = sum_of(weights);
  assert(sum > 0 && concentration > 0);
  std::vector<double> out(weights.size());
  double drawn = 0;
  // All draws can be 0 only where the concentration is minute.
  while (drawn <= 0) {
    for (std::size_t i = 0; i < weights.size(); ++i)
      out[i] = weights[i] > 0 ? draw_gamma(generator, concentration * (weights[i] / sum)) : 0;
    drawn = sum_of(out);
  }
  for (double& weight : out) weight = sum * (weight / drawn);
  return out;
}

}  // namespace sextant
