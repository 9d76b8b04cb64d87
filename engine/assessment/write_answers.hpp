#pragma once

#include <string>

#include "engine/assessment/assessment.hpp"

namespace sextant {

/// The one way in which an answers file is written: keys in a fixed order, questions in the instrument's,
/// below headings in the file's language. `load_answers` reads the same assessment from it, and what it
/// reads is written in the same bytes. Questions that are not asked and have no answer are left out.
std::string write_answers(const Instrument& instrument, const Assessment& assessment);

}  // namespace sextant
