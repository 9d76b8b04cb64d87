#pragma once

#include <optional>
#include <vector>

#include "engine/scoring/score.hpp"

namespace sextant {

/// How many minutes of sessions half a day holds.
inline constexpr int kHalfDay = 180;

/// A session of a course, on one component.
struct Session {
  std::size_t node = 0;
  int minutes = 0;
  int half_day = 1;  ///< from 1
  std::optional<std::size_t>
      ahead_of;  ///< the component that leans on this one and would have come before it
};

/// What a country would learn about first, by its own answers.
struct Agenda {
  std::vector<Session> sessions;    ///< in order
  std::vector<std::size_t> open;    ///< components that were asked and have no value: too few answers
  std::vector<std::size_t> at_top;  ///< components at the highest level
};

/// A course over the instrument's components (nodes that hold questions): the lowest level first, then the
/// lowest value, then the order of the questionnaire; what another component leans on (`prerequisites`)
/// stands before it. A session takes half an hour for one level to go, a quarter more for each further one,
/// an hour at most, and is not split between half-days.
Agenda agenda(const Instrument& instrument, const Scores& scores);

}  // namespace sextant
