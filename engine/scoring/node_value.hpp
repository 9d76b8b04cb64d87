#pragma once

#include <vector>

#include "engine/scoring/score.hpp"

/// How one node's value is made from its children: shared by scoring, ranges and the trace, so that they
/// cannot differ.
namespace sextant {

/// Why a child is not counted, or that it is.
enum class Use {
  counted,
  not_applicable,
  not_asked,
  dont_know,
  unanswered,
  not_assessed,
  insufficient,
  no_weight
};

std::string_view name_of(Use use);

/// What a child brings to its parent.
struct Part {
  Child child;
  Use use = Use::counted;
  bool applicable = false;           ///< counts in the denominator of the coverage
  bool not_applicable = false;       ///< was asked, and does not apply
  bool answered = false;             ///< something below it that counts is answered
  bool possible = false;             ///< brings a value under some completion
  bool open = false;                 ///< may or may not bring a value once more is known
  std::optional<double> value;       ///< what goes into the combination
  std::optional<std::size_t> level;  ///< the one chosen, or the node's own; what a lookup table looks at
  std::optional<Range> range;        ///< what could go in when everything is answered; absent: unbounded
  bool range_exact = true;
  double coverage = 0;     ///< 0..1, of the child
  double evidence = 0;     ///< 0..1, of the child's answered weight
  int best_grade = 0;      ///< of the evidence below
  int possible_grade = 0;  ///< the same, with answers that are kept in the file and may yet be asked for
  Tally tally;
};

/// Everything that scoring a node looks at.
struct ScoringInput {
  const Instrument& instrument;
  const std::vector<Answer>& answers;
  const std::vector<QuestionScore>& questions;
};

/// The node's children, in order; `done` holds the scores of the nodes below it.
std::vector<Part> parts_of(const ScoringInput& input, const Node& node, const std::vector<NodeScore>& done);

/// The levels of the parts that are counted: what a lookup table is asked about.
std::vector<std::size_t> counted_levels(const Scale& scale, const std::vector<Part>& parts);

/// The combination of what is counted, before transform, steps and rounding. Nothing where the rule has no
/// value for it (a lookup table without a row, a balanced mean far below its scale). At least one part is
/// counted.
std::optional<double> combined(const ScoringInput& input, const Node& node, const std::vector<Part>& parts);

/// Transform, steps and rounding of a combined value.
double finished(const Node& node, double value);

/// How gates see questions that are not known yet, or of which it is not known whether they are asked: `now`
/// they count as not met; at `worst` and at `best` they come to what is worst and best for the gate.
enum class GateView { now, worst, best };

/// How many questions of a need count, and how many of them meet it.
struct NeedCount {
  int asked = 0;
  int met = 0;
};

NeedCount count_of(const ScoringInput& input, const GateNeed& need, GateView view);

/// The highest level that a node's gates allow.
std::size_t gate_level(const ScoringInput& input, const Node& node, GateView view);

/// State, value, own level, coverage, evidence and tally of a node: everything but ranges and limits.
NodeScore plain_score(const ScoringInput& input, const Node& node, const std::vector<Part>& parts);

/// The order in which nodes are scored: children before parents, indices after the tree.
std::vector<std::size_t> scoring_order(const Instrument& instrument);

}  // namespace sextant
