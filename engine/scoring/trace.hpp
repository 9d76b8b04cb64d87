#pragma once

#include <vector>

#include "engine/scoring/node_value.hpp"

namespace sextant {

/// How one node's number came about: made by the same functions that score, so that it cannot tell another
/// story.
struct Trace {
  std::size_t node = 0;
  std::vector<Part> parts;                    ///< its children, counted or not, with the reason
  double weights = 0;                         ///< of the parts that are counted, added up
  std::vector<std::size_t> levels;            ///< of the parts that are counted, where the rule looks them up
  std::optional<std::size_t> row;             ///< of the lookup table, that fits
  std::vector<std::vector<NeedCount>> gates;  ///< of each gate of the node, its needs
  std::optional<double> combined;             ///< by the node's rule
  std::optional<double> adjusted;             ///< after transform and steps; before rounding
  std::optional<double> value;                ///< as stored and passed on
};

/// The trace of one node; `scores` are those of the same instrument and assessment.
Trace trace(const Instrument& instrument, const Assessment& assessment, const Scores& scores,
            std::size_t node);

/// A node and everything below it, parents before children: the whole chain behind one number.
std::vector<Trace> trace_tree(const Instrument& instrument, const Assessment& assessment,
                              const Scores& scores, std::size_t node);

}  // namespace sextant
