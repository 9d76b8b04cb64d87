#pragma once

#include <vector>

#include "engine/assessment/assessment.hpp"
#include "engine/exchange/filled.hpp"

namespace sextant::cli {

/// Names (Q0846) what somebody wrote where a workbook only shows something: a text beside a question, or
/// beside a line of a list, that no workbook of this questionnaire shows there. Nothing where the workbook
/// was made from another state of the questionnaire, whose words are not known.
std::vector<Diagnostic> written_over(const exchange::Filled& filled, const Instrument& instrument,
                                     const Assessment& taken);

}  // namespace sextant::cli
