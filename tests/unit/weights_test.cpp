#include "engine/robustness/weights.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace sextant;

namespace {

constexpr int kRuns = 50'000;

struct Moments {
  std::vector<double> mean;
  std::vector<double> variance;
};

template <typename Draw>
Moments moments(std::uint64_t seed, std::size_t count, Draw draw) {
  Generator generator(seed);
  std::vector<double> sum(count);
  std::vector<double> squares(count);
  for (int run = 0; run < kRuns; ++run) {
    const std::vector<double> weights = draw(generator);
    REQUIRE(weights.size() == count);
    for (std::size_t i = 0; i < count; ++i) {
      sum[i] += weights[i];
      squares[i] += weights[i] * weights[i];
    }
  }
  Moments out;
  for (std::size_t i = 0; i < count; ++i) {
    out.mean.push_back(sum[i] / kRuns);
    out.variance.push_back(squares[i] / kRuns - out.mean[i] * out.mean[i]);
  }
  return out;
}

double total(const std::vector<double>& weights) {
  double sum = 0;
  for (const double weight : weights) sum += weight;
  return sum;
}

}  // namespace

TEST_CASE("perturbed weights are exact, whatever the machine") {
  // Worked in Python for the seed 2026: w (1 + 0.25 (2 u - 1)) with u = 0.5737..., 0.2836..., 0.8125..., ...
  Generator generator(2026);
  CHECK(perturb_within(generator, {1, 2, 3, 0.5}, 0.25) ==
        std::vector<double>{0x1.097008ac974c5p+0, 0x1.c89f37946d6d2p+0, 0x1.bc00769db635ap+1,
                            0x1.3263ee53c36abp-1});
}

TEST_CASE("perturbed weights stay within their share, evenly") {
  const std::vector<double> weights = {1, 3, 0, 0.5};
  Generator generator(1);
  for (int run = 0; run < 1000; ++run) {
    const auto drawn = perturb_within(generator, weights, 0.25);
    for (std::size_t i = 0; i < weights.size(); ++i) {
      CHECK(drawn[i] >= 0.75 * weights[i]);
      CHECK(drawn[i] <= 1.25 * weights[i]);
    }
    CHECK(drawn[2] == 0);
  }
  const Moments found = moments(2, 4, [&](Generator& g) { return perturb_within(g, weights, 0.25); });
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double variance = std::pow(0.25 * weights[i], 2) / 3;
    CHECK(std::fabs(found.mean[i] - weights[i]) <= 5 * std::sqrt(variance / kRuns));
    CHECK(std::fabs(found.variance[i] - variance) <= 0.02 * variance);
  }
}

TEST_CASE("the worked example of three perturbed weights") {
  // docs/method.md: factors 1.0369, 0.8918, 1.1563; (4 * 1.0369 + 2 * 0.8918 + 3 * 1.1563) / 3.0850 = 3.047.
  Generator generator(2026);
  const auto w = perturb_within(generator, {1, 1, 1}, 0.25);
  CHECK((4 * w[0] + 2 * w[1] + 3 * w[2]) / total(w) == doctest::Approx(3.047).epsilon(0.0001));
}

TEST_CASE("a share of nothing changes nothing, and no weights stay none") {
  Generator generator(3);
  CHECK(perturb_within(generator, {1, 0.1, 7}, 0) == std::vector<double>{1, 0.1, 7});
  CHECK(perturb_within(generator, {}, 0.25).empty());
}

TEST_CASE("Dirichlet weights keep their sum, and a weight of nothing stays nothing") {
  Generator generator(4);
  const std::vector<double> weights = {1, 0, 2, 0.5};
  for (const double concentration : {0.01, 1.0, 40.0, 1000.0}) {
    for (int run = 0; run < 500; ++run) {
      const auto drawn = dirichlet(generator, weights, concentration);
      CHECK(std::fabs(total(drawn) - 3.5) < 1e-12);
      CHECK(drawn[1] == 0);
      for (const double weight : drawn) CHECK(weight >= 0);
    }
  }
}

TEST_CASE("Dirichlet weights lie around the given ones") {
  const std::vector<double> weights = {1, 2, 3, 0.2};
  const double sum = 6.2;
  for (const double concentration : {5.0, 40.0, 500.0}) {
    const Moments found = moments(5, 4, [&](Generator& g) { return dirichlet(g, weights, concentration); });
    for (std::size_t i = 0; i < weights.size(); ++i) {
      CAPTURE(i);
      const double variance = weights[i] * (sum - weights[i]) / (concentration + 1);
      CHECK(std::fabs(found.mean[i] - weights[i]) < 5 * std::sqrt(variance / kRuns));
      CHECK(std::fabs(found.variance[i] - variance) < 0.06 * variance);
    }
  }
}

TEST_CASE("a weighted mean under Dirichlet weights has the variance that algebra gives") {
  // S^2 / (concentration + 1): weights 1, 2, 1 and values 4, 2, 1 have mean 2.25 and S^2 = 6.25 - 5.0625
  // = 1.1875.
  const Moments found = moments(7, 1, [](Generator& g) {
    const auto w = dirichlet(g, {1, 2, 1}, 50);
    return std::vector<double>{(4 * w[0] + 2 * w[1] + w[2]) / 4};
  });
  CHECK(std::fabs(found.mean[0] - 2.25) < 5 * std::sqrt(1.1875 / 51 / kRuns));
  CHECK(std::fabs(found.variance[0] - 1.1875 / 51) < 0.04 * 1.1875 / 51);
}

TEST_CASE("two equal weights with concentration 2 share their sum evenly") {
  // Dirichlet(1, 1) is the uniform distribution.
  Generator generator(6);
  int below = 0;
  for (int run = 0; run < kRuns; ++run) below += dirichlet(generator, {1, 1}, 2)[0] < 0.5 ? 1 : 0;
  CHECK(std::fabs(below / static_cast<double>(kRuns) - 0.25) < 5 * std::sqrt(0.25 * 0.75 / kRuns));
}

TEST_CASE("Dirichlet weights are those of a second program") {
  // Written in Python from the publications, for the seed 2026.
  Generator generator(2026);
  const auto drawn = dirichlet(generator, {1, 1, 2, 0, 4}, 40);
  const double expected[] = {1.166052675716724, 1.1130571472124817, 2.2241074568776233, 0,
                             3.4967827201931705};
  for (std::size_t i = 0; i < 5; ++i) CHECK(drawn[i] == doctest::Approx(expected[i]).epsilon(1e-12));
}
