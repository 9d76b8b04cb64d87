#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/assessment/assessment.hpp"
#include "engine/diagnostics/diagnostic.hpp"
#include "engine/instrument/model.hpp"
#include "engine/syntax/tree.hpp"

namespace sextant {

/// A question's value from several columns of one row.
struct ColumnSource {
  enum class How { one, first_of, sum_of, mean_of };
  How how = How::one;
  std::vector<std::string> columns;
};

/// A long table: one row an answer.
struct LongTable {
  std::string question;  ///< the column with the question's id
  std::string value;
  std::vector<std::string> ignore;  ///< ids in that column that are no answers
};

/// A wide table with one column a question and round: `le_2010`, `le_2015`.
struct SuffixTable {
  std::string separator;
  std::vector<std::string> rounds;
};

/// How the columns of a table map to units, rounds and questions (`sextant: columns/1`).
struct ColumnMap {
  std::string unit;
  std::string round;
  std::string name;
  std::string group;
  std::string unit_pattern;  ///< a regular expression (ECMAScript) for the whole id, or empty
  std::vector<std::pair<std::string, ColumnSource>> questions;  ///< question id, where from
  std::vector<std::string> ignore;
  std::vector<std::pair<std::string, std::string>> aliases;  ///< unit id in the table, ISO code
  std::vector<std::string> dont_know;                        ///< tokens that mean the state
  std::vector<std::string> not_applicable;
  std::vector<std::string> unanswered;
  std::optional<LongTable> long_table;
  std::optional<SuffixTable> suffix;
  std::vector<std::pair<std::string, std::vector<std::string>>>
      where;  ///< column, values: other rows are left out
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
