#pragma once

#include <optional>
#include <string>

#include "engine/assessment/assessment.hpp"

namespace sextant::cli {

/// The text of an answers file with `closed: yes` in its round, and otherwise as it stands, comments and
/// order of keys included; nothing where that cannot be done. `wanted` is what the text has to say.
std::optional<std::string> closed_text(const Source& source, const Tree& tree, const Instrument& instrument,
                                       const Assessment& wanted);

}  // namespace sextant::cli
