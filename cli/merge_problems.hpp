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

/// A conflict as an error at its place in the second file, which names the place in the first.
Diagnostic conflict_problem(const Instrument& instrument, const std::vector<MergeFile>& files,
                            const MergeConflict& conflict);

}  // namespace sextant::cli
