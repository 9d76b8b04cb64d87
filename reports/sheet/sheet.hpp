#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/assessment/assessment.hpp"
#include "engine/instrument/model.hpp"
#include "engine/library/model.hpp"

/// The questionnaire as a workbook or a table to fill in; `exchange::read_workbook` and `read_lines` take
/// them back.
namespace sextant::sheet {

/// What is written.
struct Setting {
  std::string language;                ///< of the texts
  std::optional<std::size_t> edition;  ///< by index; nothing: that of the answers, or all questions
  std::optional<std::size_t> pillar;   ///< the node of the only one; nothing: all
  std::string unit;                    ///< where there are no answers
};

struct Written {
  std::string bytes;
  /// What the answers hold and the file does not: "history", "said", "decisions", "contributions", "names",
  /// "aliases", and cells whose text is longer than a cell may hold.
  std::vector<std::string> left_out;
};

/// A workbook with a guide, a sheet for each pillar, and, unless for one pillar alone, vision, priorities,
/// targets, feedback and, beside answers, the plan. What `answers` says is filled in; null: a blank one.
/// `library` gives the plan's actions their words; it may be null. The same input gives the same bytes.
Written workbook(const Instrument& instrument, const Setting& setting, const Assessment* answers,
                 const ActionLibrary* library);

/// The questions and answers alone, as comma-separated values, with a byte-order mark by which Excel knows
/// UTF-8.
Written table(const Instrument& instrument, const Setting& setting, const Assessment* answers);

}  // namespace sextant::sheet
