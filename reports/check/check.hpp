#pragma once

#include <string>
#include <vector>

#include "reports/document/country_report.hpp"
#include "reports/document/group_report.hpp"

/// Proves of a composed report that it says what was computed: every number is of something by name, says
/// that thing's value, stands beside that thing's title, and is the same wherever it is printed.
namespace sextant::check {

enum class FaultKind {
  unsourced,     ///< digits that are of nothing
  unknown,       ///< of something that does not exist
  different,     ///< not what was computed, or not the questionnaire's or the country's words
  inconsistent,  ///< the same thing printed in two ways
  misplaced,     ///< beside the title of something else, or in the row of another unit
  missing_code,  ///< a code for a missing value: -999, nan, null ...
  unfilled,      ///< a {place} without its value
  languages,     ///< two languages that do not say the same
};

/// One thing that is wrong in a document.
struct Fault {
  FaultKind kind = FaultKind::unsourced;
  std::string place;   ///< "block 12.0.1, row 3, under “Connectivity”"
  std::string words;   ///< what is printed there
  std::string source;  ///< what it should be of; empty where nothing says
};

/// Every fault of a document that was made from `input`, in the order of the document. Empty: it holds.
std::vector<Fault> faults_in(const document::Document& document, const document::ReportInput& input);

/// What two documents of the same answers in two languages do not say alike: the same sources must stand in
/// the same lines, with the same numbers.
std::vector<Fault> differences(const document::Document& one, const document::Document& other,
                               const document::ReportInput& input);

/// The same of a report on several units: besides, every value stands in the row of its unit and in the
/// column of its node, and every list of units is who it says.
std::vector<Fault> faults_in(const document::Document& document, const document::GroupInput& input);
std::vector<Fault> differences(const document::Document& one, const document::Document& other,
                               const document::GroupInput& input);

/// "different: “2.9” (connectivity/value) in block 12, row 3", for whoever looks into it.
std::string describe(const Fault& fault);

}  // namespace sextant::check
