#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/assessment/assessment.hpp"
#include "engine/diagnostics/diagnostic.hpp"
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

/// Lowest and highest level that are still possible, by index in the scale.
struct LevelSpan {
  std::size_t low = 0;
  std::size_t high = 0;
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

/// What becomes of a question in the score. `state` is the answer's, or not_asked where branching or the
/// edition leave the question out.
struct QuestionScore {
  AnswerState state = AnswerState::not_asked;
  bool open = false;  ///< whether it is asked hangs on answers that are not known yet
  std::optional<double> value;
  std::optional<std::size_t> level;  ///< the one chosen, for questions of type level
};

/// Something that holds a level below what the value says.
struct Limit {
  enum class Kind { gate, cap, evidence };
  Kind kind = Kind::cap;
  std::size_t index = 0;  ///< of the gate in its node, or of the cap in the instrument
  std::size_t at = 0;     ///< the highest level that it allows
};

/// "gate", "cap" or "evidence".
std::string_view name_of(Limit::Kind kind);

/// What scoring says of one node. Numbers that do not exist are absent, never 0 and never NaN.
struct NodeScore {
  NodeState state = NodeState::not_asked;
  std::optional<double> value;           ///< on the node's scale; only when scored
  std::optional<std::size_t> own_level;  ///< the level of the value, by index in the scale
  std::optional<std::size_t> level;      ///< after caps
  bool settled = false;                  ///< no completion of the answers changes the level
  bool no_row =
      false;  ///< no value, since its rule has none for its children: a lookup table without their row
  bool open = false;  ///< whether it will have a value hangs on answers that are not known yet
  /// Over all completions of don't know and unanswered; absent where unbounded or nothing applies.
  std::optional<Range> range;
  bool range_exact = true;          ///< false: a bound; completions may not reach its ends
  std::optional<LevelSpan> levels;  ///< those still possible, after limits; absent where it can have none
  std::vector<Limit> limits;        ///< those that hold the level down, in the instrument's order
  int best_grade = 0;               ///< the best grade of evidence below the node
  int possible_grade = 0;  ///< the same, with answers that are kept in the file and may yet be asked for
  /// Answered weight / applicable weight, 0 to 1; absent where nothing applies.
  std::optional<double> coverage;
  std::optional<double> evidence;     ///< share of the answered weight on evidence of grade 2 or better
  std::optional<double> to_boundary;  ///< distance of the value from the nearest band bound, in points
  Tally tally;
};

/// Scores parallel to the instrument's nodes and questions.
struct Scores {
  std::vector<NodeScore> nodes;
  std::vector<QuestionScore> questions;
};

/// Scores every node and index. A pure function: same instrument and answers, same result to the last bit.
Scores score(const Instrument& instrument, const Assessment& assessment);

/// What scoring could not do: lookup tables without a row for the levels that the answers give. Errors of the
/// answers file `name`, node by node.
std::vector<Diagnostic> scoring_problems(const Instrument& instrument, const Assessment& assessment,
                                         const Scores& scores, const std::string& name);

/// The most decimals that are ever printed.
inline constexpr int kMostDigits = 12;

/// How many decimals a value of this scale is printed with unless it takes more to tell bands apart: one
/// on 1..4, two on 0..1, none on 0..100.
int display_digits(const Scale& scale);

/// The value as it is printed: rounded half up to as many decimals as the scale's span asks for (one on 1..4,
/// two on 0..1), and more where fewer would print a number of another band.
std::string display(double value, const Scale& scale, Lang lang);

}  // namespace sextant
