#pragma once

#include <string>
#include <vector>

#include "cli/library.hpp"
#include "engine/planning/plan.hpp"

namespace sextant::cli {

/// A plan with the library that it was made from, and what the checks say of it.
struct Planned {
  ActionsPtr library;
  planning::Plan plan;
  std::vector<Diagnostic> problems;
};

/// Makes and checks the plan of an answers file. `library` is there.
Planned make_planned(const Instrument& instrument, const Assessment& assessment, ActionsPtr library,
                     const std::string& answers_file, const planning::PlanSettings& settings = {});

}  // namespace sextant::cli
