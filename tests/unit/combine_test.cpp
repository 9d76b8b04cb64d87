#include "engine/scoring/combine.hpp"

#include <doctest/doctest.h>

using namespace sextant;
using Rule = CombineRule;

namespace {

constexpr double kTiny = 1e-14;

/// By a rule without further settings, on a scale of 1 to 4.
double combine(Rule rule, const std::vector<Weighted>& parts) {
  const Scale scale{"s", 1, 4, {}, {}, {}, {}};
  return sextant::combine(Combine{rule, 0.5, {}}, parts, scale).value();
}

}  // namespace

TEST_CASE("the weighted mean divides by the weights that are there") {
  CHECK(combine(Rule::weighted_mean, {{1, 1}, {4, 1}}) == 2.5);
  CHECK(combine(Rule::weighted_mean, {{1, 1}, {4, 3}}) == 3.25);  // (1 + 12) / 4
  CHECK(combine(Rule::weighted_mean, {{4, 3}, {1, 1}}) == 3.25);
  CHECK(combine(Rule::weighted_mean, {{2, 0.5}, {3, 0.25}, {4, 0.25}}) == 2.75);  // 1 + 0.75 + 1
  CHECK(combine(Rule::weighted_mean, {{-3, 1}, {3, 2}}) == 1);
  CHECK(combine(Rule::weighted_mean, {{7, 5}}) == 7);
}

TEST_CASE("sums are compensated") {
  // A plain sum gives 0.9999999999999999.
  std::vector<Weighted> tenths(10, {0.1, 1});
  CHECK(combine(Rule::sum, tenths) == 1.0);
  // A plain sum loses the ones.
  CHECK(combine(Rule::sum, {{1e16, 1}, {1, 1}, {1, 1}, {-1e16, 1}}) == 2);
  CHECK(combine(Rule::sum, {{1, 1}, {1e100, 1}, {1, 1}, {-1e100, 1}}) == 2);
}

TEST_CASE("a sum multiplies by the weights and divides by nothing") {
  CHECK(combine(Rule::sum, {{2, 1}, {3, 2}}) == 8);
  CHECK(combine(Rule::sum, {{5, 0.5}}) == 2.5);
}

TEST_CASE("minimum and maximum look at values, not at weights") {
  CHECK(combine(Rule::minimum, {{3, 1}, {2, 9}, {4, 1}}) == 2);
  CHECK(combine(Rule::maximum, {{3, 1}, {2, 9}, {4, 1}}) == 4);
  CHECK(combine(Rule::minimum, {{-1, 1}, {-2, 1}}) == -2);
}

TEST_CASE("the geometric mean is the root of the product") {
  CHECK(combine(Rule::geometric_mean, {{1, 1}, {4, 1}}) == doctest::Approx(2).epsilon(kTiny));
  CHECK(combine(Rule::geometric_mean, {{2, 1}, {16, 2}}) ==
        doctest::Approx(8).epsilon(kTiny));  // (2*256)^(1/3)
  CHECK(combine(Rule::geometric_mean, {{1, 1}, {2, 1}, {4, 1}}) == doctest::Approx(2).epsilon(kTiny));
}

TEST_CASE("geometric means of published balance examples") {
  // (80,80,80,20,20,20): sqrt(1600) = 40; (90,60,50,50,40,10) gives 41.89.
  CHECK(combine(Rule::geometric_mean, {{80, 1}, {80, 1}, {80, 1}, {20, 1}, {20, 1}, {20, 1}}) ==
        doctest::Approx(40).epsilon(kTiny));
  CHECK(combine(Rule::geometric_mean, {{90, 1}, {60, 1}, {50, 1}, {50, 1}, {40, 1}, {10, 1}}) ==
        doctest::Approx(41.89).epsilon(0.0002));
}

TEST_CASE("the harmonic mean is the weights over the sum of reciprocals") {
  CHECK(combine(Rule::harmonic_mean, {{1, 1}, {3, 1}}) == doctest::Approx(1.5).epsilon(kTiny));
  CHECK(combine(Rule::harmonic_mean, {{2, 1}, {6, 3}}) ==
        doctest::Approx(4).epsilon(kTiny));  // 4 / (1/2 + 3/6)
  CHECK(combine(Rule::harmonic_mean, {{4, 1}, {4, 2}}) == doctest::Approx(4).epsilon(kTiny));
}

TEST_CASE("a value of zero or less makes geometric and harmonic means zero") {
  for (const Rule rule : {Rule::geometric_mean, Rule::harmonic_mean}) {
    CHECK(combine(rule, {{0, 1}, {4, 1}}) == 0);
    CHECK(combine(rule, {{-2, 1}, {4, 1}}) == 0);
  }
}

TEST_CASE("a rule over one value gives that value") {
  for (const Rule rule :
       {Rule::weighted_mean, Rule::minimum, Rule::maximum, Rule::geometric_mean, Rule::harmonic_mean}) {
    CHECK(combine(rule, {{3, 2}}) == doctest::Approx(3).epsilon(kTiny));
  }
}
