#pragma once

#include <vector>

#include "cli/i18n.hpp"
#include "engine/translation/places.hpp"

namespace sextant::cli {

/// Prints the state of each translation as a table, then what is missing, stale and untracked, a line for
/// each id.
void print_status(Context& context, const SourceInstrument& source, const std::vector<Catalogue>& catalogues,
                  const TextPlaces& places);

}  // namespace sextant::cli
