#pragma once

#include <string>
#include <vector>

#include "engine/merge/merge.hpp"

namespace sextant::json {

/// The file of what a group of respondents says alone.
struct GroupFile {
  std::string group;
  std::string file;
};

/// Schema sextant/merge/1: what became of each question when files were brought together, what respondents
/// changed since the country's file was written before, and the groups' files. One object on one line,
/// without a line end.
std::string merge(const Instrument& instrument, const Assessment& merged,
                  const std::vector<MergeOutcome>& outcomes, const std::vector<MergeChange>& changes,
                  const std::vector<GroupFile>& groups);

}  // namespace sextant::json
