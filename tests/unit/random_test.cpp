#include "engine/robustness/random.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <vector>

using namespace sextant;

namespace {

constexpr int kDraws = 200'000;

std::vector<double> drawn(std::uint64_t seed, const std::function<double(Generator&)>& draw) {
  Generator generator(seed);
  std::vector<double> out;
  for (int i = 0; i < kDraws; ++i) out.push_back(draw(generator));
  return out;
}

double moment(const std::vector<double>& values, double centre, int power) {
  double sum = 0;
  for (const double value : values) sum += std::pow(value - centre, power);
  return sum / static_cast<double>(values.size());
}

double mean(const std::vector<double>& values) {
  return moment(values, 0, 1);
}

double variance(const std::vector<double>& values) {
  return moment(values, mean(values), 2);
}

double share_below(const std::vector<double>& values, double bound) {
  double below = 0;
  for (const double value : values) below += value < bound ? 1 : 0;
  return below / static_cast<double>(values.size());
}

/// Within five standard errors, where one draw has this standard deviation.
bool near(double value, double expected, double deviation) {
  return std::fabs(value - expected) < 5 * deviation / std::sqrt(kDraws);
}

bool near_share(double value, double expected) {
  return near(value, expected, std::sqrt(expected * (1 - expected)));
}

}  // namespace

TEST_CASE("splitmix64 gives its published outputs") {
  // From splitmix64.c, as Rosetta Code and the tests of Rust's rand_xoshiro list them.
  std::uint64_t state = 1234567;
  for (const std::uint64_t expected : {6457827717110365317U, 3203168211198807973U, 9817491932198370423U,
                                       4593380528125082431U, 16408922859458223821U})
    CHECK(splitmix64(state) == expected);
  state = 1477776061723855037;
  for (const std::uint64_t expected : {1985237415132408290U, 2979275885539914483U, 13511426838097143398U})
    CHECK(splitmix64(state) == expected);
}

TEST_CASE("xoshiro256** gives its published outputs") {
  // From xoshiro256starstar.c with the state 1, 2, 3, 4, as the tests of Rust's rand_xoshiro list them.
  Generator generator(Generator::State{1, 2, 3, 4});
  for (const std::uint64_t expected :
       {std::uint64_t{11520}, std::uint64_t{0}, std::uint64_t{1509978240}, std::uint64_t{1215971899390074240},
        std::uint64_t{1216172134540287360}, std::uint64_t{607988272756665600}, 16172922978634559625U,
        std::uint64_t{8476171486693032832}, 10595114339597558777U, std::uint64_t{2904607092377533576}})
    CHECK(generator.next() == expected);
}

TEST_CASE("a seed is spread over the state by splitmix64") {
  CHECK(Generator(0).next() == 0x99EC5F36CB75F2B4U);
  CHECK(Generator(42).next() == 0x15780B2E0C2EC716U);
}

TEST_CASE("equal seeds give equal draws, and other seeds others") {
  Generator one(2026);
  Generator two(2026);
  Generator other(2027);
  int equal = 0;
  for (int i = 0; i < 1000; ++i) {
    const std::uint64_t bits = one.next();
    CHECK(bits == two.next());
    equal += bits == other.next() ? 1 : 0;
  }
  CHECK(equal == 0);
}

TEST_CASE("a seed of a name depends on seed and name") {
  // The first 16 digits of the SHA-256 of "2026 PI-01.1" and "0 ", as sha256sum prints them.
  CHECK(seed_for(2026, "PI-01.1") == 0x0FCFB238A2DC8F61U);
  CHECK(seed_for(0, "") == 0x7DAED43814B63395U);
  CHECK(seed_for(2026, "PI-01.1") != seed_for(2027, "PI-01.1"));
  CHECK(seed_for(2026, "PI-01.1") != seed_for(2026, "PI-01.2"));
}

TEST_CASE("a uniform draw is the upper 53 bits") {
  // The outputs 11520, 0, 1509978240 without their last 11 bits: 5, 0, 737294.
  Generator generator(Generator::State{1, 2, 3, 4});
  CHECK(draw_uniform(generator) == 5 / 9007199254740992.0);
  CHECK(draw_uniform(generator) == 0);
  CHECK(draw_uniform(generator) == 737294 / 9007199254740992.0);
}

TEST_CASE("uniform draws fill 0 to 1 evenly") {
  const auto values = drawn(1, draw_uniform);
  for (const double value : values) REQUIRE((value >= 0 && value < 1));
  CHECK(near(mean(values), 0.5, std::sqrt(1.0 / 12)));
  CHECK(near(variance(values), 1.0 / 12, std::sqrt(1.0 / 180)));  // E(x - 1/2)^4 = 1/80, less 1/144
  for (const double bound : {0.1, 0.5, 0.99}) CHECK(near_share(share_below(values, bound), bound));
}

TEST_CASE("whole numbers are equally likely") {
  Generator generator(2);
  int counts[6] = {};
  for (int i = 0; i < kDraws; ++i) ++counts[draw_below(generator, 6)];
  for (const int count : counts) CHECK(near_share(count / static_cast<double>(kDraws), 1.0 / 6));
  for (int i = 0; i < 100; ++i) CHECK(draw_below(generator, 1) == 0);
}

TEST_CASE("whole numbers have no bias where the bits do not divide evenly") {
  // 3 * 2^62: the remainder alone would give half of the draws below 2^62, instead of a third.
  Generator generator(3);
  const std::uint64_t third = std::uint64_t{1} << 62U;
  int below = 0;
  for (int i = 0; i < kDraws; ++i) {
    const std::uint64_t value = draw_below(generator, 3 * third);
    REQUIRE(value < 3 * third);
    below += value < third ? 1 : 0;
  }
  CHECK(near_share(below / static_cast<double>(kDraws), 1.0 / 3));
}

TEST_CASE("exponential draws have mean and deviation 1") {
  const auto values = drawn(4, draw_exponential);
  for (const double value : values) REQUIRE((value >= 0 && std::isfinite(value)));
  CHECK(near(mean(values), 1, 1));
  CHECK(near(variance(values), 1, std::sqrt(8)));  // fourth central moment 9
  CHECK(near_share(share_below(values, 1), 1 - std::exp(-1)));
  CHECK(near_share(share_below(values, 3), 1 - std::exp(-3)));
}

TEST_CASE("normal draws have the moments and the shares of the bell") {
  const auto values = drawn(5, draw_normal);
  CHECK(near(mean(values), 0, 1));
  CHECK(near(moment(values, 0, 2), 1, std::sqrt(2)));
  CHECK(near(moment(values, 0, 3), 0, std::sqrt(15)));
  CHECK(near(moment(values, 0, 4), 3, std::sqrt(96)));
  for (const double bound : {-1.96, -1.0, 0.0, 0.5, 2.0})
    CHECK(near_share(share_below(values, bound), std::erfc(-bound / std::sqrt(2)) / 2));
}

TEST_CASE("gamma draws have mean and variance of their shape") {
  for (const double shape : {0.05, 0.3, 1.0, 2.5, 50.0}) {
    CAPTURE(shape);
    const auto values = drawn(6, [&](Generator& g) { return draw_gamma(g, shape); });
    CHECK(near(mean(values), shape, std::sqrt(shape)));
    // Fourth central moment 3 a^2 + 6 a, less a^2.
    CHECK(near(variance(values), shape, std::sqrt(2 * shape * shape + 6 * shape)));
  }
}

TEST_CASE("gamma draws have the known shares where these have a closed form") {
  const auto share = [](double shape, double bound) {
    return share_below(drawn(7, [&](Generator& g) { return draw_gamma(g, shape); }), bound);
  };
  CHECK(near_share(share(0.5, 0.5), std::erf(std::sqrt(0.5))));  // half the square of a normal number
  CHECK(near_share(share(1, 1), 1 - std::exp(-1)));
  CHECK(near_share(share(2, 2), 1 - 3 * std::exp(-2)));    // Erlang: 1 - e^-x (1 + x)
  CHECK(near_share(share(3, 1), 1 - 2.5 * std::exp(-1)));  // 1 + x + x^2/2
  CHECK(near_share(share(1.5, 1), std::erf(1) - 2 / std::sqrt(std::acos(-1)) * std::exp(-1)));
}

TEST_CASE("draws are those of a second program") {
  // Written in Python from the publications, for the seed 2026. Logarithms may differ in the last digits.
  Generator generator(2026);
  const int dice[] = {5, 4, 0, 0, 0, 4, 2, 5, 3, 3, 3, 0};
  for (const int expected : dice) CHECK(draw_below(generator, 6) == expected);
  generator = Generator(2026);
  for (const double expected : {0.8526858561195448, 0.3336275310204472, 1.6740267108761808})
    CHECK(draw_exponential(generator) == doctest::Approx(expected).epsilon(1e-13));
  generator = Generator(2026);
  for (const double expected : {0.5709138123041032, 0.5910527829419235, 0.3631147431160298})
    CHECK(draw_normal(generator) == doctest::Approx(expected).epsilon(1e-13));
  generator = Generator(2026);
  CHECK(draw_gamma(generator, 2.5) == doctest::Approx(3.1203587914973125).epsilon(1e-13));
  CHECK(draw_gamma(generator, 0.3) == doctest::Approx(0.002081019060725132).epsilon(1e-13));
  CHECK(draw_gamma(generator, 1) == doctest::Approx(0.2716401037202039).epsilon(1e-13));
}
