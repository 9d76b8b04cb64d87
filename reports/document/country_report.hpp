#pragma once

#include <string>
#include <vector>

#include "engine/diagnosis/findings.hpp"
#include "engine/library/model.hpp"
#include "engine/planning/plan.hpp"
#include "engine/scoring/score.hpp"
#include "reports/document/document.hpp"

namespace sextant::document {

/// A plan with what it was made from. `problems` are what `check_plan` found.
struct PlanInput {
  const planning::Plan& plan;
  const ActionLibrary& library;
  const std::vector<Diagnostic>& problems;
};

/// Everything that a country report is made from. `language` is a BCP 47 tag: the instrument's texts come in
/// the language that serves it best, the words around them in French or English.
struct ReportInput {
  const Instrument& instrument;
  const Assessment& assessment;
  const Scores& scores;
  const std::vector<Finding>& findings;
  std::string language;
  std::string engine_version;
  const PlanInput* plan = nullptr;  ///< nothing: there is no plan to show
};

/// The country report: cover, minister's brief on one page, profile, a section per pillar, indices, all
/// answers, method. Respondents appear by ministry and role, never by name.
Document country_report(const ReportInput& input);

}  // namespace sextant::document
