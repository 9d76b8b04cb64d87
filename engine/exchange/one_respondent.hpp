#pragma once

#include <string>

#include "engine/exchange/filled.hpp"

namespace sextant::exchange {

/// Says who filled it in: its one respondent goes by `id` from now on, also where none was named. False, and
/// nothing is changed, where it holds what several said.
bool name_respondent(Filled& filled, const std::string& id);

}  // namespace sextant::exchange
