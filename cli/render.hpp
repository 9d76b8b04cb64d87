#pragma once

#include <string>

#include "cli/outputs.hpp"
#include "engine/assessment/assessment.hpp"
#include "reports/pdf/render.hpp"

namespace sextant::cli {

/// The bytes of one output of a unit.
std::string render(const Instrument& instrument, const Assessment& assessment, const Output& output,
                   pdf::Workspace& workspace);

/// What the files of a unit and round begin with: UNIT-ROUND, with what a file name cannot hold replaced.
std::string unit_name(const Assessment& assessment);

/// The file name of an output: UNIT-ROUND.LANGUAGE.FORMAT, with the kind behind the round where it is not the
/// country report.
std::string output_name(const Assessment& assessment, const Output& output);

}  // namespace sextant::cli
