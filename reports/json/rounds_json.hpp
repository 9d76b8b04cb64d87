#pragma once

#include <string>
#include <vector>

#include "engine/rounds/rounds.hpp"

namespace sextant {

/// From one set of answers to another: of two rounds, or within one, from the first answers to the last.
struct RoundStep {
  Assessment before;
  Assessment after;
  bool within = false;
  Movement movement;
};

/// One unit's rounds in order, and what happened in and between them.
struct UnitRounds {
  std::vector<Assessment> rounds;
  std::vector<RoundStep> steps;
};

namespace json {

/// Schema sextant/rounds/1. One object on one line, without a line end.
std::string rounds(const Instrument& instrument, const std::vector<UnitRounds>& units);

}  // namespace json

}  // namespace sextant
