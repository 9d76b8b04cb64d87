#pragma once

#include <string>
#include <vector>

#include "engine/agreement/opinions.hpp"
#include "engine/robustness/simulate.hpp"
#include "engine/scoring/score.hpp"
#include "engine/upgrade/upgrade.hpp"

/// JSON of what looks at a score from the side: agreement, robustness, another version (docs/json.md). Each
/// is one object on one line, without a line end.
namespace sextant::json {

/// Schema sextant/agreement/1.
std::string agreement(const Instrument& instrument, const Unit& unit, const Opinions& opinions,
                      const Agreement& agreement);

/// Schema sextant/robustness/1. `ranks` with several units only.
std::string robustness(const Instrument& instrument, const std::vector<Assessment>& units,
                       const std::vector<Robustness>& results, const std::optional<RankRobustness>& ranks);

/// Schema sextant/upgrade/1: the statement, and the scores of both versions by node id.
std::string upgrade(const Instrument& old, const Instrument& now, const Upgrade& upgrade,
                    const Scores& before, const Scores& after);

}  // namespace sextant::json
