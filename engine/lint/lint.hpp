#pragma once

#include <vector>

#include "engine/diagnostics/diagnostic.hpp"
#include "engine/instrument/model.hpp"
#include "engine/syntax/tree.hpp"

namespace sextant {

/// What is wrong with an instrument that loads: levels that no answers reach, lookup tables with a missing
/// row, sections that weigh by their length alone, questions that feed nothing. In the order of the nodes;
/// places are known by file and line. Nothing here changes a score.
std::vector<Diagnostic> lint(const Instrument& instrument);

/// Warns of plain words in the places of ids and texts that other YAML readers take for yes or no (`NO`,
/// `on`).
void lint_words(const Tree& tree, Sink& sink);

}  // namespace sextant
