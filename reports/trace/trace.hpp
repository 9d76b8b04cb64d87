#pragma once

#include <string>

#include "engine/scoring/trace.hpp"
#include "reports/document/phrases.hpp"

/// The chain behind a number, for a reader and for a program.
namespace sextant::trace_report {

/// What a trace is printed from. `language` is an index of the instrument's languages.
struct Input {
  const Instrument& instrument;
  const Assessment& assessment;
  const Scores& scores;
  std::size_t language = 0;
  Lang lang = Lang::en;
};

/// The node and everything below it as indented lines: value, weight and share of each part, what was left
/// out and why, rule, rounding, level and what holds it down. Numbers are the shortest decimals that read
/// back as the same doubles, so that a script can re-add them.
std::string text(const Input& input, std::size_t node);

/// One object of schema sextant/explain/1 on one line: `node` and `chain`, the traces of the node and of all
/// below it.
std::string json(const Input& input, std::size_t node);

/// "half_up" and so on, as in the files.
std::string rounding_id(RoundingMode mode);

/// A rule's name in words.
std::string rule_words(CombineRule rule, Lang lang);

}  // namespace sextant::trace_report
