#pragma once

#include <string>
#include <vector>

#include "engine/merge/merge.hpp"

namespace sextant::json {

/// Schema sextant/merge/1: what became of each question when files were brought together. One object on one
/// line, without a line end.
std::string merge(const Instrument& instrument, const Assessment& merged,
                  const std::vector<MergeOutcome>& outcomes);

}  // namespace sextant::json
