#pragma once

#include <string>
#include <vector>

#include "engine/dialogue/dialogue.hpp"

/// What the wizard shows, from where it stands.
namespace sextant::dialogue {

/// The questions of the edition below the setup's node, in order, whatever other answers say.
std::vector<std::size_t> on_paper(const Setup& setup, const Assessment& assessment);
/// Those of them that are asked after the answers given.
std::vector<std::size_t> to_ask(const Setup& setup, const Assessment& assessment);

/// The index in the instrument's languages.
std::size_t language_of(const Setup& setup, const State& state);
/// Title or text, on one line of at most 60 columns.
std::string short_label(const Question& question, std::size_t language);
/// Whether an answer was worked out from those of several respondents, and is changed by `merge` alone.
bool is_merged(const Assessment& assessment, std::size_t question);

/// "rows without an answer: 14 of 15".
std::string rows_words(const Question& question, std::size_t open, Lang lang);

/// The question with its choices, its answer and what stands behind that; behind the last one, what is open.
void show_question(const Setup& setup, const State& state, std::vector<Line>& lines);
void show_help(const Setup& setup, const State& state, std::vector<Line>& lines);
void show_progress(const Setup& setup, const State& state, std::vector<Line>& lines);
/// "36 of 72 answered; next is power.coverage".
std::string standing(const Setup& setup, const State& state);

}  // namespace sextant::dialogue
