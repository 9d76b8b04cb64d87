#pragma once

#include <string>

#include "engine/assessment/assessment.hpp"

namespace sextant::cli {

/// The text of an answers file with `closed: yes` in its round, and otherwise as it stands, comments and
/// order of keys included; where that cannot be done, as `write_answers` writes it. `assessment` is what the
/// file says.
std::string closed_text(const Source& source, const Tree& tree, const Instrument& instrument,
                        const Assessment& assessment);

}  // namespace sextant::cli
