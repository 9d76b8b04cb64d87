#pragma once

#include <optional>
#include <stdexcept>
#include <string>

#include "cli/library.hpp"
#include "cli/outputs.hpp"
#include "engine/assessment/assessment.hpp"
#include "engine/diagnostics/diagnostic.hpp"
#include "reports/document/group_report.hpp"
#include "reports/pdf/render.hpp"

namespace sextant::cli {

/// A composed report contradicts what it is made from: our own fault, of which `what()` names the first
/// place.
struct Contradiction : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Whether an output shows a plan: a document on the plan always does, and proposes one where the answers
/// file has none; a country report shows the one that the answers file has.
bool shows_plan(const Output& output, const Assessment& assessment);

/// The actions that outputs need; nothing where none needs any, or, with errors in `diagnostics`, where they
/// cannot be had.
ActionsPtr actions_needed(Library& library, const Instrument& instrument, const Assessment& assessment,
                          const std::vector<Output>& outputs, std::vector<Diagnostic>& diagnostics);

/// The bytes of one output of a unit; `actions` is there where it shows a plan. Every report is checked
/// against its scores before it is rendered; throws Contradiction where it does not hold.
std::string render(const Instrument& instrument, const Assessment& assessment, const ActionsPtr& actions,
                   const Output& output, pdf::Workspace& workspace);

/// The bytes of a report on several units, or on their plan alone, checked in the same way. `format` is not
/// json.
std::string render_group(const document::GroupInput& input, bool plan_alone, Format format,
                         pdf::Workspace& workspace);

/// What a PDF just made could not print, if anything: `source` is the answers file.
std::optional<Diagnostic> unprinted(Format format, const pdf::Workspace& workspace, const std::string& source,
                                    Lang lang);

/// What the files of a unit and round begin with: UNIT-ROUND, with what a file name cannot hold replaced.
std::string unit_name(const Assessment& assessment);

/// The file name of an output: UNIT-ROUND.LANGUAGE.FORMAT, with the kind behind the round where it is not the
/// country report.
std::string output_name(const Assessment& assessment, const Output& output);

}  // namespace sextant::cli
