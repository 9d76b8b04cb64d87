#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/assessment/assessment.hpp"
#include "engine/diagnostics/diagnostic.hpp"
#include "engine/instrument/model.hpp"
#include "engine/syntax/tree.hpp"

namespace sextant {

/// How the columns of a table map to units, rounds and questions (`sextant: columns/1`).
struct ColumnMap {
  std::string unit;
  std::string round;
  std::string name;
  std::string group;
  std::string unit_pattern;  ///< a regular expression (ECMAScript) for the whole id, or empty
  std::vector<std::pair<std::string, std::string>> questions;  ///< question id, column
  std::vector<std::string> ignore;
  std::vector<std::pair<std::string, std::string>> aliases;  ///< unit id in the table, ISO code
  std::vector<std::string> dont_know;                        ///< tokens that mean the state
  std::vector<std::string> not_applicable;
  std::vector<std::string> unanswered;
};

/// Reads a column map and checks it against the instrument.
Checked<ColumnMap> load_columns(const Tree& tree, const Source& source, const Instrument& instrument);

/// Takes the assessments of a table one after the other, with the line each starts on.
using TakeRow = std::function<void(Assessment&& assessment, int line)>;

/// Reads a wide table: one row a unit (and round), one column a question. Columns are found by the map, else
/// by the question's id. Rows that cannot be taken are reported with their line and the rest is taken. `name`
/// is for messages.
std::vector<Diagnostic> read_table(std::string_view text, const std::string& name,
                                   const Instrument& instrument, const ColumnMap& columns,
                                   const TakeRow& take);

}  // namespace sextant
