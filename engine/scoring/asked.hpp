#pragma once

#include <vector>

#include "engine/scoring/score.hpp"

namespace sextant {

/// Which questions are asked (branching, edition), with their answers' scores. A condition on a question that
/// is not answered, or not asked itself, does not hold; while that answer is not known, whether it will hold
/// is open.
std::vector<QuestionScore> asked(const Instrument& instrument, const std::vector<Answer>& answers,
                                 const std::vector<bool>* edition);

}  // namespace sextant
