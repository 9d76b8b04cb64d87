#include "cli/planned.hpp"

namespace sextant::cli {

Planned make_planned(const Instrument& instrument, const Assessment& assessment, ActionsPtr library,
                     const std::string& answers_file, const planning::PlanSettings& settings) {
  const Scores scores = score(instrument, assessment);
  const std::vector<Finding> findings = diagnose(instrument, assessment, scores);
  Planned out;
  out.library = std::move(library);
  out.plan = planning::make_plan(instrument, *out.library, assessment, scores, findings, settings);
  out.problems = planning::check_plan(instrument, *out.library, assessment, out.plan, answers_file);
  return out;
}

}  // namespace sextant::cli
