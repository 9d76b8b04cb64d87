#pragma once

#include <cstddef>
#include <string>

#include "engine/assessment/assessment.hpp"
#include "engine/text/language.hpp"

namespace sextant {

/// What an answer says, in a few words of a terminal's line: "3 Established", "yes", "49.5 %", "don't know".
/// `language` is an index in the instrument.
std::string answer_words(const Instrument& instrument, const Question& question, const Answer& answer,
                         std::size_t language, Lang lang);

/// How many rows of a grid that is answered have no level; 0 for any other answer.
std::size_t open_rows(const Question& question, const Answer& answer);

}  // namespace sextant
