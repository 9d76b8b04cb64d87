#pragma once

#include <vector>

#include "engine/assessment/assessment.hpp"

namespace sextant {

/// Whether an answer is a view of the question: an answer, or "not applicable".
bool is_view(const Answer& answer);

/// Whether views differ: two that are not the same, don't knows and unanswered apart.
bool views_differ(const Question& question, const std::vector<Said>& said);

}  // namespace sextant
