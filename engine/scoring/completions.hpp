#pragma once

#include "engine/scoring/ranges.hpp"

namespace sextant {

/// Scores a node under every completion of the questions `unknown` (all that it hangs on). Nothing where they are more
/// than 1,024 or cannot be listed, as a free number.
std::optional<Possible> try_completions(const ScoringInput& input, const std::vector<bool>* edition, std::size_t node,
                                        const std::vector<std::size_t>& unknown);

}  // namespace sextant
