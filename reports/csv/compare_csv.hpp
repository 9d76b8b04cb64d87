#pragma once

#include <string>

#include "engine/comparison/compare.hpp"

namespace sextant::csv {

/// A tidy table, one row a unit and node: unit, iso, name, round, date, node, state, value, level, settled,
/// low, high, coverage. Absent numbers are empty cells; values are unrounded. RFC 4180, UTF-8, LF. Cells that
/// a spreadsheet could take for a formula are written with a leading apostrophe.
std::string compare(const Instrument& instrument, const Comparison& comparison);

/// One cell, quoted where it must be.
std::string cell(const std::string& text);

}  // namespace sextant::csv
