#pragma once

#include "engine/scoring/ranges.hpp"

namespace sextant {

/// Every answer that a question may get, those that nothing can tell apart once only. Empty where they cannot
/// be listed (a free number) or are more than 1,024.
std::vector<Answer> every_answer(const Instrument& instrument, const Question& question);

/// Scores a node under every completion of the questions `unknown` (all that it hangs on). Nothing where they
/// are more than 1,024 or cannot be listed, as a free number.
std::optional<Possible> try_completions(const ScoringInput& input, const std::vector<bool>* edition,
                                        std::size_t node, const std::vector<std::size_t>& unknown);

}  // namespace sextant
