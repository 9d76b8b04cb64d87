#pragma once

#include <string>
#include <vector>

#include "engine/diagnosis/findings.hpp"
#include "engine/scoring/score.hpp"
#include "reports/document/document.hpp"

namespace sextant::document {

/// Everything that a country report is made from. `language` is a BCP 47 tag: the instrument's texts come in
/// the language that serves it best, the words around them in French or English.
struct ReportInput {
  const Instrument& instrument;
  const Assessment& assessment;
  const Scores& scores;
  const std::vector<Finding>& findings;
  std::string language;
  std::string engine_version;
};

/// The country report: cover, minister's brief on one page, profile, a section per pillar, indices, all
/// answers, method. Respondents appear by ministry and role, never by name.
Document country_report(const ReportInput& input);

}  // namespace sextant::document
