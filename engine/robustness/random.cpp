#include "engine/robustness/random.hpp"

#include <fmt/format.h>

#include <cassert>
#include <charconv>
#include <cmath>
#include <string>

#include "engine/text/digest.hpp"

namespace sextant {

namespace {

std::uint64_t rotated_left(std::uint64_t bits, unsigned by) {
  return (bits << by) | (bits >> (64U - by));
}

}  // namespace

std::uint64_t splitmix64(std::uint64_t& state) {
  state += 0x9E3779B97F4A7C15U;
  std::uint64_t z = state;
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31U);
}

std::uint64_t seed_for(std::uint64_t seed, std::string_view name) {
  const std::string digest = sha256(fmt::format("{} {}", seed, name));
  std::uint64_t out = 0;
  std::from_chars(digest.data(), digest.data() + 16, out, 16);
  return out;
}

Generator::Generator(std::uint64_t seed) : state_() {
  for (std::uint64_t& word : state_) word = splitmix64(seed);
}

Generator::Generator(const State& state) : state_(state) {
  assert(state != State{});
}

std::uint64_t Generator::next() {
  const std::uint64_t out = rotated_left(state_[1] * 5, 7) * 9;
  const std::uint64_t shifted = state_[1] << 17U;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= shifted;
  state_[3] = rotated_left(state_[3], 45);
  return out;
}

double draw_uniform(Generator& generator) {
  return static_cast<double>(generator.next() >> 11U) * 0x1.0p-53;
}

std::uint64_t draw_below(Generator& generator, std::uint64_t count) {
  assert(count > 0);
  // 2^64 modulo count: with so many of the smallest draws refused, what is left falls into equal parts.
  const std::uint64_t refused = (0 - count) % count;
  std::uint64_t bits = generator.next();
  while (bits < refused) bits = generator.next();
  return bits % count;
}

double draw_exponential(Generator& generator) {
  return -std::log(1 - draw_uniform(generator));
}

double draw_normal(Generator& generator) {
  while (true) {
    const double x = 2 * draw_uniform(generator) - 1;
    const double y = 2 * draw_uniform(generator) - 1;
    const double square = x * x + y * y;
    if (square > 0 && square < 1) return x * std::sqrt(-2 * std::log(square) / square);
  }
}

double draw_gamma(Generator& generator, double shape) {
  assert(shape > 0);
  if (shape == 1) return draw_exponential(generator);
  if (shape < 1) {
    const double larger = draw_gamma(generator, shape + 1);
    return larger * std::pow(1 - draw_uniform(generator), 1 / shape);
  }
  const double d = shape - 1.0 / 3;
  const double c = 1 / std::sqrt(9 * d);
  while (true) {
    const double x = draw_normal(generator);
    const double root = 1 + c * x;
    if (root <= 0) continue;
    const double v = root * root * root;
    const double u = 1 - draw_uniform(generator);
    if (std::log(u) < x * x / 2 + d * (1 - v + std::log(v))) return d * v;
  }
}

}  // namespace sextant
