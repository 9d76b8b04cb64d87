#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace sextant {

// Numbers that look like chance and follow from a seed, so that whoever has the seed gets the same result.
// They are our own because those of the C++ library differ between its makers.
//
// Whole numbers, `draw_uniform` and `draw_below` are the same to the bit on every machine with IEEE 754
// doubles. What needs a logarithm or a power (`draw_exponential`, `draw_normal`, `draw_gamma`) is as equal
// as the system's mathematical library: a last digit may differ between systems and, if a draw is accepted
// on one and refused on the other by that digit (very rare), so does everything drawn after it.

/// One step of splitmix64, which moves `state` on: for making seeds. Source: Steele, Lea and Flood, Fast
/// Splittable Pseudorandom Number Generators (2014), in the version of Vigna (splitmix64.c, 2015).
std::uint64_t splitmix64(std::uint64_t& state);

/// A seed for a part of the work that has a name of its own (a question, a unit), so that its draws are the
/// same in whatever order the parts come, and whichever others there are: the first 64 bits of the SHA-256 of
/// "SEED NAME".
std::uint64_t seed_for(std::uint64_t seed, std::string_view name);

/// xoshiro256**: 64 bits a draw, period 2^256 - 1. Not for secrets. Source: Blackman and Vigna, Scrambled
/// Linear Pseudorandom Number Generators (2021), xoshiro256starstar.c (2018).
class Generator {
 public:
  using State = std::array<std::uint64_t, 4>;

  /// Four steps of splitmix64 from any seed, as its authors recommend.
  explicit Generator(std::uint64_t seed);
  /// The state as it stands, not all zero.
  explicit Generator(const State& state);

  std::uint64_t next();

 private:
  State state_;
};

/// Evenly from 0 to below 1, in steps of 2^-53.
double draw_uniform(Generator& generator);

/// A whole number from 0 to `count` - 1, each exactly as likely: draws from the incomplete last round are
/// refused. `count` is at least 1.
std::uint64_t draw_below(Generator& generator, std::uint64_t count);

/// Exponential with mean 1: -ln(1 - u).
double draw_exponential(Generator& generator);

/// Normal with mean 0 and variance 1. Source: Marsaglia and Bray, A Convenient Method for Generating Normal
/// Variables (1964), the polar method; the second of its two numbers is not used.
double draw_normal(Generator& generator);

/// Gamma of `shape` above 0 and scale 1: mean and variance are `shape`. A very small shape may give 0.
/// Source: Marsaglia and Tsang, A Simple Method for Generating Gamma Variables (2000), also for its shapes
/// below 1; shape 1 is `draw_exponential`.
double draw_gamma(Generator& generator, double shape);

}  // namespace sextant
