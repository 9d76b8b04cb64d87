#pragma once

#include <string>

#include "engine/assessment/assessment.hpp"
#include "reports/pdf/render.hpp"

namespace sextant::cli {

/// One output of a unit: `format` is pdf, md or json.
std::string render_report(const Instrument& instrument, const Assessment& assessment,
                          const std::string& language, const std::string& format, pdf::Workspace& workspace);

/// A file name for a unit's report without extension: UNIT-ROUND.LANGUAGE, with what a file name cannot hold
/// replaced.
std::string report_name(const Assessment& assessment, const std::string& language);

}  // namespace sextant::cli
