#include "engine/statistics/quantile.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/unit/property_reference.hpp"

using namespace sextant;

TEST_CASE("a quantile lies on the straight line between two neighbours (type 7)") {
  // Position (4 - 1) * 0.25 = 0.75: three quarters of the way from 1 to 2.
  CHECK(quantile({1, 2, 3, 4}, 0.25) == 1.75);
  CHECK(quantile({1, 2, 3, 4}, 0.5) == 2.5);
  CHECK(quantile({1, 2, 3, 4}, 0.75) == 3.25);
  // Position 4 * 0.6 = 2.4, between 7 and 11.
  CHECK(quantile({2, 3, 7, 11, 13}, 0.6) == doctest::Approx(8.6).epsilon(1e-14));
  CHECK(quantile({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 0.25) == 3.25);  // as R prints quantile(1:10)
  CHECK(quantile({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 0.75) == 7.75);
}

TEST_CASE("the ends of a distribution are its least and greatest value") {
  CHECK(quantile({4, -1, 3}, 0) == -1);
  CHECK(quantile({4, -1, 3}, 1) == 4);
  for (const double p : {0.0, 0.05, 0.5, 0.95, 1.0}) CHECK(quantile({7}, p) == 7);
}

TEST_CASE("a position within 1e-9 of a value is that value") {
  // 90 * 0.7 is 62.99999999999999.
  CHECK(quantile_position(91, 0.7) == 63);
  CHECK(quantile_position(8, 0.7) == doctest::Approx(4.9));
  CHECK(quantile_position(101, 0.95) == 95);
  CHECK(quantile_position(1, 0.3) == 0);
}

TEST_CASE("an interval is its two quantiles") {
  const Interval middle = quantile_interval({5, 1, 4, 2, 3}, 0.25, 0.75);
  CHECK(middle.lower == 2);
  CHECK(middle.upper == 4);
  const Interval point = quantile_interval({5, 1, 4, 2, 3}, 0.5, 0.5);
  CHECK(point.lower == 3);
  CHECK(point.upper == 3);
}

TEST_CASE("property: quantiles rise with their share, stay among the values and ignore order") {
  test::Random random(11);
  for (int round = 0; round < 200; ++round) {
    std::vector<double> values;
    const int count = 1 + random.below(30);
    for (int i = 0; i < count; ++i) values.push_back((random.below(2001) - 1000) / 7.0);
    std::vector<double> turned(values.rbegin(), values.rend());
    double last = *std::min_element(values.begin(), values.end());
    CHECK(quantile(values, 0) == last);
    for (int percent = 1; percent <= 100; ++percent) {
      const double now = quantile(values, percent / 100.0);
      CHECK(now >= last);
      CHECK(now == quantile(turned, percent / 100.0));
      last = now;
    }
    CHECK(last == *std::max_element(values.begin(), values.end()));
  }
}
