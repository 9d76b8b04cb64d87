#pragma once

#include "engine/dialogue/dialogue.hpp"

namespace sextant::dialogue {

/// Puts a value or state in an answer's place; what stands behind it stays. An answer that had a date goes to
/// its history. Whether anything changed.
bool put_answer(const Question& question, Answer& answer, const Answer& given);

/// An answer that is only a state.
Answer only(AnswerState state);

/// The question that a person named: by its id, its place among those asked, or the one id that begins or
/// ends so. Otherwise nothing, and why in `lines`.
std::optional<std::size_t> find_question(const Setup& setup, const State& state, const std::string& name,
                                         std::vector<Line>& lines);

}  // namespace sextant::dialogue
