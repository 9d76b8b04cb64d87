#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/app.hpp"
#include "cli/library.hpp"
#include "engine/comparison/compare.hpp"
#include "reports/document/group_report.hpp"

/// What verbs on several countries share.
namespace sextant::cli {

/// The comparison in a language; letters instead of names where these are hidden.
Comparison compare_in(const Instrument& instrument, std::vector<CompareInput> inputs, bool hidden,
                      const std::string& language);

/// A comparison's units with the plan that they share. Points into the comparison.
struct GroupPlanned {
  std::vector<std::vector<Finding>> findings;
  planning::GroupPlan plan;
};
GroupPlanned make_group_planned(const Instrument& instrument, const ActionLibrary& library,
                                const Comparison& comparison);

/// One document on a group, in each of its languages.
struct GroupJob {
  std::string output;
  Format format = Format::pdf;
  bool anonymous = false;
  bool plan_alone = false;
  ActionsPtr actions;  ///< nothing: no plan in it
};

/// The languages to write in: those of --lang, else the one that all files have, else the instrument's.
std::vector<std::string> languages_of(const Common& common, const Instrument& instrument,
                                      const std::vector<CompareInput>& inputs);

/// Writes it, a file a language; says so. The exit code.
int write_group(Context& context, const GroupJob& job, const Instrument& instrument,
                const std::vector<CompareInput>& inputs);

/// Scores files of one instrument, that of the first; one of another is reported and left out.
std::vector<CompareInput> scored_together(std::vector<AnswersFile> files, InstrumentPtr& instrument,
                                          std::vector<Diagnostic>& diagnostics);

}  // namespace sextant::cli
