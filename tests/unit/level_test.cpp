#include <doctest/doctest.h>

#include "engine/instrument/model.hpp"
#include "engine/scoring/score.hpp"

using namespace sextant;

namespace {

Scale scale(const std::vector<double>& bounds, double min, double max) {
  Scale out;
  out.min = min;
  out.max = max;
  for (const double from : bounds) {
    Level level;
    level.from = from;
    out.levels.push_back(level);
  }
  return out;
}

const Scale kMaturity = scale({1, 1.75, 2.5, 3.25}, 1, 4);

double rounded(double value, int digits, RoundingMode mode) {
  return round_to(value, {digits, mode});
}

}  // namespace

TEST_CASE("lower bounds are inclusive") {
  CHECK(level_of(kMaturity, 1) == 0);
  CHECK(level_of(kMaturity, 1.7499) == 0);
  CHECK(level_of(kMaturity, 1.75) == 1);
  CHECK(level_of(kMaturity, 2.4999) == 1);
  CHECK(level_of(kMaturity, 2.5) == 2);
  CHECK(level_of(kMaturity, 3.25) == 3);
  CHECK(level_of(kMaturity, 4) == 3);
}

TEST_CASE("values outside the scale have the first or the last level") {
  CHECK(level_of(kMaturity, 0) == 0);
  CHECK(level_of(kMaturity, -100) == 0);
  CHECK(level_of(kMaturity, 100) == 3);
}

TEST_CASE("a bound is reached within a tolerance of 1e-9 and no more") {
  CHECK(level_of(kMaturity, 2.5 - 0.9e-9) == 2);
  CHECK(level_of(kMaturity, 2.5 - 1.1e-9) == 1);
  CHECK(level_of(kMaturity, 2.5 + 0.9e-9) == 2);
  // Three tenths added up fall short of 0.3 or not, as the machine goes: the level is the same.
  const Scale tenths = scale({0, 0.3, 0.6}, 0, 1);
  CHECK(level_of(tenths, 0.1 + 0.2) == 1);
  CHECK(level_of(tenths, 1 - 0.7) == 1);  // 0.30000000000000004 and 0.30000000000000004
  CHECK(level_of(tenths, (0.1 * 3 + 0.3) / 1) == 2);
}

TEST_CASE("levels may be decided on the rounded value where the scale says so") {
  Scale hdi = scale({0, 0.55, 0.7, 0.8}, 0, 1);
  CHECK(level_of(hdi, 0.7996) == 2);
  hdi.decide_on = Rounding{3, RoundingMode::half_up};
  CHECK(level_of(hdi, 0.7996) == 3);  // prints 0.800
  CHECK(level_of(hdi, 0.7994) == 2);
  CHECK(level_of(hdi, 0.5495) == 1);
  CHECK(level_of(hdi, 0.5494) == 0);
}

TEST_CASE("half up takes a decimal half upwards") {
  CHECK(rounded(2.5, 0, RoundingMode::half_up) == 3);
  CHECK(rounded(-2.5, 0, RoundingMode::half_up) == -2);
  CHECK(rounded(1.005, 2, RoundingMode::half_up) == 1.01);
  CHECK(rounded(0.285, 2, RoundingMode::half_up) == 0.29);
  CHECK(rounded(2.4, 0, RoundingMode::half_up) == 2);
}

TEST_CASE("half even takes a decimal half to the even neighbour") {
  CHECK(rounded(0.5, 0, RoundingMode::half_even) == 0);
  CHECK(rounded(1.5, 0, RoundingMode::half_even) == 2);
  CHECK(rounded(2.5, 0, RoundingMode::half_even) == 2);
  CHECK(rounded(-1.5, 0, RoundingMode::half_even) == -2);
  CHECK(rounded(-2.5, 0, RoundingMode::half_even) == -2);
  CHECK(rounded(1.005, 2, RoundingMode::half_even) == 1.0);
  CHECK(rounded(1.015, 2, RoundingMode::half_even) == 1.02);
  CHECK(rounded(2.51, 0, RoundingMode::half_even) == 3);
  CHECK(rounded(2.49, 0, RoundingMode::half_even) == 2);
}

TEST_CASE("floor and ceiling keep what is whole already, within 1e-9") {
  CHECK(rounded(2.99, 1, RoundingMode::floor) == 2.9);
  CHECK(rounded(0.3, 1, RoundingMode::floor) == 0.3);
  CHECK(rounded(0.1 * 3, 1, RoundingMode::floor) == 0.3);
  CHECK(rounded(1 - 0.7, 1, RoundingMode::ceiling) == 0.3);
  CHECK(rounded(0.1 + 0.2, 1, RoundingMode::ceiling) == 0.3);
  CHECK(rounded(0.57 * 100, 0, RoundingMode::floor) == 57);  // 56.99999999999999
  CHECK(rounded(2.01, 1, RoundingMode::ceiling) == 2.1);
  CHECK(rounded(-2.05, 1, RoundingMode::floor) == -2.1);
  CHECK(rounded(-2.05, 1, RoundingMode::ceiling) == -2.0);
}

TEST_CASE("as R rounds: the nearer of the two neighbouring decimals in doubles, ties to even") {
  // 0.15 is 0.1499999999999999944; 0.1 lies 0.0499999999999999889 below, 0.2 lies 0.0500000000000000167
  // above.
  CHECK(rounded(0.15, 1, RoundingMode::r) == 0.1);
  CHECK(rounded(0.25, 1, RoundingMode::r) == 0.2);  // exact: a tie, to even
  CHECK(rounded(0.35, 1, RoundingMode::r) == 0.3);  // 0.34999999999999997780
  // 0.45 is 0.4500000000000000111; 0.4 and 0.5 both lie 0.0499999999999999889 away: a tie, to even.
  CHECK(rounded(0.45, 1, RoundingMode::r) == 0.4);
  CHECK(rounded(0.55, 1, RoundingMode::r) == 0.6);  // 0.55000000000000004441
  CHECK(rounded(2.5, 0, RoundingMode::r) == 2);
  CHECK(rounded(3.5, 0, RoundingMode::r) == 4);
  CHECK(rounded(-2.5, 0, RoundingMode::r) == -2);
  CHECK(rounded(-0.15, 1, RoundingMode::r) == -0.1);
  // 0.285 is 0.28499999999999997558: 0.28 lies 0.00499999999999994893 below, 0.29 lies 0.00500000000000000444
  // above.
  CHECK(rounded(0.285, 2, RoundingMode::r) == 0.28);
  CHECK(rounded(1.005, 2, RoundingMode::r) == 1.0);
  // 5.015, 5.01 and 5.02 as doubles lie 0.00499999999999989342 apart both ways: a tie, to even.
  CHECK(rounded(5.015, 2, RoundingMode::r) == 5.02);
  CHECK(rounded(0.7, 2, RoundingMode::r) == 0.7);  // what has few digits stays
  CHECK(rounded(3, 2, RoundingMode::r) == 3);
}

TEST_CASE("a value is printed with the decimals that its scale asks for") {
  CHECK(display(2.44, kMaturity, Lang::en) == "2.4");
  CHECK(display(2.25, kMaturity, Lang::en) == "2.3");
  CHECK(display(3, kMaturity, Lang::en) == "3.0");
  const Scale unit = scale({0, 0.25, 0.5, 0.75}, 0, 1);
  CHECK(display(0.404, unit, Lang::en) == "0.40");
  CHECK(display(0.405, unit, Lang::en) == "0.41");
  const Scale hundred = scale({0, 25, 50, 75}, 0, 100);
  CHECK(display(44.4, hundred, Lang::en) == "44");
  CHECK(display(44.5, hundred, Lang::en) == "45");
}

TEST_CASE("a printed value never stands in another band than the value") {
  const Scale whole = scale({1, 2, 3, 4}, 1, 4);
  CHECK(display(2.96, whole, Lang::en) == "2.96");
  CHECK(display(2.94, whole, Lang::en) == "2.9");
  CHECK(display(2.996, whole, Lang::en) == "2.996");
  CHECK(display(2.45, kMaturity, Lang::en) == "2.45");
  CHECK(display(2.499999, kMaturity, Lang::en) == "2.499999");
  CHECK(display(1.749, kMaturity, Lang::en) == "1.7");
  const Scale hundred = scale({0, 25, 50, 75}, 0, 100);
  CHECK(display(49.6, hundred, Lang::en) == "49.6");
  CHECK(display(49.96, hundred, Lang::en) == "49.96");
  const Scale unit = scale({0, 0.25, 0.5, 0.75}, 0, 1);
  CHECK(display(0.7499, unit, Lang::en) == "0.7499");
  // Within the tolerance of a bound it is the bound.
  CHECK(display(2.5 - 0.5e-9, kMaturity, Lang::en) == "2.5");
  // A level rounded to 1.75 would print 1.8, which is the same band.
  CHECK(display(1.75, kMaturity, Lang::en) == "1.8");
}

TEST_CASE("French prints the comma") {
  CHECK(display(2.96, scale({1, 2, 3, 4}, 1, 4), Lang::fr) == "2,96");
  CHECK(display(44.4, scale({0, 50}, 0, 100), Lang::fr) == "44");
}
