#pragma once

#include <string>
#include <vector>

#include "engine/dialogue/dialogue.hpp"

namespace sextant::dialogue {

/// Takes a line of marks, one for each question on paper from where it stands; all of them or none. A token
/// between blanks is a mark; one of several signs is one for each question, where these take a sign each.
void key_in(const Setup& setup, State& state, const std::string& line, Reply& reply);

/// Takes the last keyed line back: the answers that it replaced, and the place.
void key_back(const Setup& setup, State& state, Reply& reply);

/// The next questions: id, label and what can be keyed.
void show_keying(const Setup& setup, const State& state, std::vector<Line>& lines);

}  // namespace sextant::dialogue
