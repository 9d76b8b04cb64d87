#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/scoring/score.hpp"

namespace sextant {

struct ComparedUnit {
  Assessment assessment;
  std::string label;  ///< in the language of the comparison; what the order goes by
  Scores scores;
};

/// Why a comparison, or a part of it, does not hold.
enum class CautionKind {
  partial_coverage,    ///< an unanswered part could change the picture
  different_versions,  ///< answered for another version of the instrument
  different_rounds,    ///< the rounds are not the same
  provisional_levels,  ///< levels that unknown answers could change
};

std::string_view name_of(CautionKind kind);

struct Caution {
  CautionKind kind;
  std::vector<std::string> units;  ///< labels of the units concerned
};

/// Units side by side: rows in alphabetical order of their labels, never by score; columns in framework
/// order.
struct Comparison {
  std::vector<std::size_t> columns;  ///< nodes: the pillars, then the root
  std::vector<ComparedUnit> units;
  std::vector<Caution> cautions;
};

struct CompareInput {
  Assessment assessment;
  Scores scores;
};

Comparison compare(const Instrument& instrument, std::vector<CompareInput> inputs, std::string_view language);

/// What a unit is called where a room shall not see names: "{word} A", "{word} B"; more than 26 have two
/// letters each. The letters go by the fingerprints of the answers, so they follow neither the names nor the
/// scores; a unit that stands twice has one. Names, ids and codes of the units are replaced, their groups
/// left out.
std::vector<CompareInput> anonymous(std::vector<CompareInput> inputs, std::string_view word);

}  // namespace sextant
