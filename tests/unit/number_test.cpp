#include "engine/text/number.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace sextant;

TEST_CASE("a number is what a person writes with digits, a sign, a point and an exponent") {
  CHECK(parse_number("3") == 3.0);
  CHECK(parse_number("-0.5") == -0.5);
  CHECK(parse_number("+7") == 7.0);
  CHECK(parse_number("1e-3") == 0.001);
  CHECK(parse_number("2E2") == 200.0);
  CHECK(parse_number("010") == 10.0);  // not eight
  CHECK(parse_number("2.10") == 2.1);
}

TEST_CASE("anything else is no number") {
  for (const char* text : {"",     "+",    "-",     ".",      "e5",       "1e",    "1_000", "0x10", "3,5",
                           ".nan", ".inf", "nan",   "inf",    "Infinity", "1 000", " 1",    "1 ",   "1.2.3",
                           "--1",  "+-1",  "1e400", "-1e999", "1-2",      "٣",     "12abc"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_number(text).has_value());
  }
}

TEST_CASE("the shortest text of a number reads back as the same double") {
  CHECK(shortest(0.1) == "0.1");
  CHECK(shortest(100) == "100");
  CHECK(shortest(-0.0) == "0");
  CHECK(shortest(2.5) == "2.5");
  CHECK(shortest(1.0 / 3) == "0.3333333333333333");
  for (const double value : {0.1 + 0.2, 1e-300, 123456789.123, 5e-324, 1.7976931348623157e308}) {
    CHECK(parse_number(shortest(value)) == value);
  }
}

TEST_CASE("rounding for display is half up in decimal, not in binary") {
  CHECK(fixed(1.005, 2) == "1.01");  // the double is 1.00499999999999989...
  CHECK(fixed(2.5, 0) == "3");
  CHECK(fixed(0.5, 0) == "1");
  CHECK(fixed(1.45, 1) == "1.5");
  CHECK(fixed(2.449, 1) == "2.4");
  CHECK(fixed(0.285, 2) == "0.29");
  CHECK(fixed(9.995, 2) == "10.00");
  CHECK(fixed(99.5, 0) == "100");
  CHECK(fixed(0.05, 1) == "0.1");
}

TEST_CASE("half up below zero goes towards zero, and there is no minus zero") {
  CHECK(fixed(-2.5, 0) == "-2");
  CHECK(fixed(-2.51, 0) == "-3");
  CHECK(fixed(-1.005, 2) == "-1.00");
  CHECK(fixed(-1.25, 1) == "-1.2");
  CHECK(fixed(-1.35, 1) == "-1.3");
  CHECK(fixed(-0.5, 0) == "0");
  CHECK(fixed(-0.04, 1) == "0.0");
  CHECK(fixed(-0.0, 1) == "0.0");
}

TEST_CASE("fixed fills up with zeros and takes very small and very large numbers") {
  CHECK(fixed(3, 2) == "3.00");
  CHECK(fixed(1e-7, 3) == "0.000");
  CHECK(fixed(5e-5, 4) == "0.0001");
  CHECK(fixed(2.5e-6, 6) == "0.000003");
  CHECK(fixed(1e22, 1) == "10000000000000000000000.0");
  CHECK(fixed(std::numeric_limits<double>::infinity(), 1) == "?");
  CHECK(fixed(std::nan(""), 1) == "?");
}

TEST_CASE("the decimal sign is the language's") {
  CHECK(fixed(2.96, 2, Lang::fr) == "2,96");
  CHECK(fixed(-0.5, 1, Lang::fr) == "-0,5");
  CHECK(fixed(3, 0, Lang::fr) == "3");
}

TEST_CASE("a share is printed as whole per cent, rounded half up in decimal") {
  CHECK(percent(0.67, Lang::en) == "67%");
  CHECK(percent(0.67, Lang::fr) == "67\u00A0%");
  CHECK(percent(0.285, Lang::en) == "29%");  // 0.285 * 100 is 28.499999999999996
  CHECK(percent(0.145, Lang::en) == "15%");  // 0.145 * 100 is 14.499999999999998
  CHECK(percent(0.29, Lang::en) == "29%");
  CHECK(percent(2.0 / 3, Lang::en) == "67%");
}

TEST_CASE("a share that is not quite all is never printed as 100, nor one not quite nothing as 0") {
  CHECK(percent(0.999, Lang::en) == "99%");
  CHECK(percent(0.995, Lang::en) == "99%");
  CHECK(percent(1, Lang::en) == "100%");
  CHECK(percent(1 - 1e-12, Lang::en) == "100%");  // within the tolerance of sums
  CHECK(percent(0.004, Lang::en) == "1%");
  CHECK(percent(1e-6, Lang::fr) == "1\u00A0%");
  CHECK(percent(0, Lang::en) == "0%");
}
