#pragma once

#include <string>
#include <vector>

#include "engine/workshop/workshop.hpp"

/// JSON of a workshop's folder (docs/json.md). Each is one object on one line, without a line end.
namespace sextant::json {

/// Schema sextant/status/1.
std::string status(const Instrument& instrument, const std::vector<WorkshopFile>& files,
                   const std::vector<std::string>& unreadable);

/// Schema sextant/feedback/1.
std::string feedback(const Instrument& instrument, const std::vector<Remarks>& remarks);

}  // namespace sextant::json
