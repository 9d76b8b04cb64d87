#pragma once

#include <string>
#include <vector>

#include "engine/dialogue/dialogue.hpp"

/// What stands behind an answer: a note, who will find out, sources. Each line is kept at once, so that
/// nothing is lost half-way.
namespace sextant::dialogue {

/// What is asked now.
void ask_below(const State& state, std::vector<Line>& lines);

/// Takes the line; afterwards the next part is asked, or `state.asking` is back at the value.
void take_below(State& state, const std::string& line, Reply& reply);

}  // namespace sextant::dialogue
