#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/assessment/assessment.hpp"
#include "engine/text/language.hpp"

/// What a typed line means as the value of a question.
namespace sextant::dialogue {

/// What stands before each choice of a question, and is typed for it: the numbers of levels, otherwise places
/// from 1; where all ids of its options are numbers, these. Empty for questions without choices. Of a grid,
/// those of its cells.
std::vector<std::string> marks(const Instrument& instrument, const Question& question);

/// Whether the line is one of the marks, as it stands.
bool is_mark(const Instrument& instrument, const Question& question, std::string_view line);

/// An answer that fits the question, or in words why it is none.
struct Understood {
  std::optional<Answer> answer;
  std::string problem;
};

/// Understands a line as people write it: a mark, or the words of a choice in any language of the instrument
/// with or without accents; "1 234,5" and "62,5 %" for numbers; "1 3" for a checklist; "3 2 - 1" or "2=3" for
/// a grid, whose other cells stay as they are in `now`. Nothing is guessed.
Understood understand(const Instrument& instrument, const Question& question, const Answer& now,
                      std::string_view line, Lang lang);

/// The line without blanks at its ends, or nothing where it holds control characters or is no UTF-8.
std::optional<std::string> clean(std::string_view line);

/// The words between blanks.
std::vector<std::string> split_blanks(std::string_view text);

/// "1, 2, 3".
std::string listed(const std::vector<std::string>& words);

}  // namespace sextant::dialogue
