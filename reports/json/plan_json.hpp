#pragma once

#include <string>
#include <vector>

#include "engine/planning/plan.hpp"

namespace sextant::json {

/// One object of schema sextant/plan/1 on one line, without a line end (docs/json.md). Texts are in the
/// language of that tag, as near as the instrument and the library have it.
std::string plan(const Instrument& instrument, const ActionLibrary& library, const Assessment& assessment,
                 const planning::Plan& plan, const std::vector<Diagnostic>& problems,
                 std::string_view language, Lang lang);

}  // namespace sextant::json
