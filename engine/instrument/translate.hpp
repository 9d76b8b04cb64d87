#pragma once

#include <string>
#include <vector>

#include "engine/instrument/texts.hpp"

namespace sextant {

/// The short hash that a translation entry carries in `source`: of all source texts of one owner, in order.
std::string source_hash(const std::vector<const TextRef*>& texts);

}  // namespace sextant
