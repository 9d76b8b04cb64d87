#pragma once

#include <vector>

#include "engine/instrument/texts.hpp"
#include "engine/library/model.hpp"

namespace sextant {

/// Every translatable text of a library, in a fixed order. The library's own texts belong to `actions` or
/// `notes`, those of bands to `effort_bands` and `cost_bands`, all others to the id of their entry.
std::vector<TextRef> texts_of(ActionLibrary& library);
std::vector<TextRef> texts_of(NoteLibrary& library);

}  // namespace sextant
