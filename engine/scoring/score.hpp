#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/assessment/assessment.hpp"
#include "engine/instrument/model.hpp"

namespace sextant {

enum class NodeState {
  scored,
  insufficient,    ///< something answered, below the minimum coverage
  not_assessed,    ///< nothing answered that counts
  not_applicable,  ///< all that was asked and counts is not applicable
  not_asked,       ///< nothing below it was asked
};

/// "scored" and so on, as in `score --json`.
std::string_view name_of(NodeState state);

/// Lowest and highest value that are still possible.
struct Range {
  double low = 0;
  double high = 0;
};

/// How many questions below a node are in which state.
struct Tally {
  int answered = 0;
  int dont_know = 0;
  int not_applicable = 0;
  int unanswered = 0;
  int not_asked = 0;
  int all() const { return answered + dont_know + not_applicable + unanswered + not_asked; }
};

/// What scoring says of one node. Numbers that do not exist are absent, never 0 and never NaN.
struct NodeScore {
  NodeState state = NodeState::not_asked;
  std::optional<double> value;           ///< on the node's scale; only when scored
  std::optional<std::size_t> own_level;  ///< the level of the value, by index in the scale
  std::optional<std::size_t> level;      ///< after caps
  bool settled = false;                  ///< every completion of the answers gives this level
  std::optional<Range> range;  ///< over all completions of don't know and unanswered; absent where unbounded
  std::optional<double>
      coverage;  ///< answered weight / applicable weight, 0 to 1; absent where nothing applies
  std::optional<double> evidence;     ///< share of the answered weight on evidence of grade 2 or better
  std::optional<double> to_boundary;  ///< distance of the value from the nearest band bound, in points
  Tally tally;
};

/// Scores parallel to the instrument's nodes.
struct Scores {
  std::vector<NodeScore> nodes;
};

/// Scores every node and index. A pure function: same instrument and answers, same result to the last bit.
Scores score(const Instrument& instrument, const Assessment& assessment);

/// The most decimals that are ever printed.
inline constexpr int kMostDigits = 12;

/// How many decimals a value of this scale is printed with unless it takes more to tell bands apart: one
/// on 1..4, two on 0..1, none on 0..100.
int display_digits(const Scale& scale);

/// The value as it is printed: rounded half up to as many decimals as the scale's span asks for (one on 1..4,
/// two on 0..1), and more where fewer would print a number of another band.
std::string display(double value, const Scale& scale, Lang lang);

}  // namespace sextant
