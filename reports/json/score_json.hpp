#pragma once

#include <string>
#include <vector>

#include "engine/comparison/compare.hpp"
#include "engine/diagnosis/findings.hpp"
#include "engine/scoring/score.hpp"

/// JSON with documented, stable schemas (docs/json.md).
namespace sextant::json {

/// One object of schema sextant/score/1 on one line, without a line end. Numbers are the unrounded doubles;
/// texts are in the instrument's language of that index.
std::string score(const Instrument& instrument, const Assessment& assessment, const Scores& scores,
                  const std::vector<Finding>& findings, std::size_t language, Lang lang);

/// One object of schema sextant/compare/1 on one line.
std::string compare(const Instrument& instrument, const Comparison& comparison, std::size_t language);

}  // namespace sextant::json
