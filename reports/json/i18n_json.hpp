#pragma once

#include <string>
#include <vector>

#include "engine/translation/catalogue.hpp"
#include "engine/translation/places.hpp"

namespace sextant::json {

/// One object of schema sextant/i18n/1 on one line: the state of each catalogue, which are of `instrument`.
std::string i18n(const Instrument& instrument, const std::vector<Catalogue>& catalogues,
                 const TextPlaces& places);

}  // namespace sextant::json
