#pragma once

#include <string>
#include <vector>

#include "engine/assessment/assessment.hpp"
#include "engine/diagnostics/diagnostic.hpp"
#include "engine/merge/merge.hpp"

namespace sextant::cli {

/// A file to merge, with what it takes to show a place in it.
struct MergeFile {
  std::string path;
  Source source;
  Tree tree;
  Assessment assessment;
};

/// What keeps files from being of one unit, round, version and edition with the first; and closed rounds.
std::vector<Diagnostic> merge_obstacles(const Instrument& instrument, const std::vector<MergeFile>& files);

/// What came of a merge that somebody has to know: conflicts, as errors; what the country keeps, and what was
/// described in two ways, as warnings. `output` is the country's file.
std::vector<Diagnostic> merge_problems(const Instrument& instrument, const std::vector<MergeFile>& files,
                                       const Merged& merged, const std::string& output);

}  // namespace sextant::cli
