#pragma once

#include <string>

#include "reports/document/group_report.hpp"

namespace sextant::json {

/// The plan of a group, unrounded; the keys are described in docs/json.md. `input.plan` is there.
std::string group_plan(const document::GroupInput& input);

}  // namespace sextant::json
