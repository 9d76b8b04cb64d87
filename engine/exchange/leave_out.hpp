#pragma once

#include <optional>

#include "engine/exchange/take_value.hpp"

namespace sextant::exchange {

/// Loads what was taken. What the loader of answers files refuses is named where it stood and left out, until
/// it takes the rest.
std::optional<Assessment> load_leaving_out(Tree file, const Filled& filled, const Instrument& instrument,
                                           Refusals& refuse);

/// Takes out of a tree whatever holds control characters, as a text or as a key, and names each place. Those
/// that end a line or a page of a text are line feeds from now on.
void leave_damaged_out(Tree& tree, Sink& sink);

}  // namespace sextant::exchange
