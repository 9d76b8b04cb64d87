#pragma once

#include <vector>

#include "engine/scoring/score.hpp"
#include "engine/text/language.hpp"
#include "reports/document/words.hpp"

namespace sextant::document {

/// What holds a node's level below what its value gives, one text a limit, each with its declared reason in
/// the instrument's language of that index. Empty where nothing holds it.
std::vector<Words> limit_sentences(const Instrument& instrument, std::size_t node, const NodeScore& score,
                                   std::size_t language, Lang lang);

/// The level by value alone, and then all that holds it down: one paragraph, or empty.
Words held_down(const Instrument& instrument, std::size_t node, const NodeScore& score, std::size_t language,
                Lang lang);

}  // namespace sextant::document
