#pragma once

#include <string>
#include <vector>

#include "engine/diagnostics/diagnostic.hpp"
#include "engine/instrument/texts.hpp"

namespace sextant {

/// Reads a translation file into the texts of an instrument, as its language of that index (not 0, the
/// source). With `lint`, gaps and entries whose source has changed are warnings.
std::vector<Diagnostic> read_translation(Instrument& instrument, const Source& source, std::size_t language,
                                         bool lint);

/// The short hash that a translation entry carries in `source`: of all source texts of one owner, in order.
std::string source_hash(const std::vector<const TextRef*>& texts);

}  // namespace sextant
