#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/instrument/scale.hpp"

/// How values come together and what holds levels down: rules, conditions, gates, caps.
namespace sextant {

/// What a missing answer does to a score.
struct MissingAs {
  enum class Kind { excluded, lowest, value };
  Kind kind = Kind::excluded;
  double value = 0;
};

struct MissingPolicy {
  MissingAs dont_know;
  MissingAs unanswered;
};

enum class CombineRule {
  weighted_mean,
  sum,
  minimum,
  maximum,
  geometric_mean,
  harmonic_mean,
  weakest_link_plus,  ///< the minimum, raised by `plus` if any other is higher
  lookup,             ///< a table on the multiset of the children's levels
  balanced,           ///< mean minus variance over mean on the scale of the adjusted Mazziotta-Pareto index
  staged,             ///< the highest level whose gates, and those below it, are passed
};

/// "weighted_mean" and so on, as in the files.
std::string_view name_of(CombineRule rule);
/// The names of all rules, in their order.
std::vector<std::string> rule_names();

/// One row of a lookup table: fits when every condition on the children's levels holds.
struct LookupRow {
  std::vector<std::size_t> of;  ///< the exact multiset of levels, sorted; empty: only the counts matter
  struct Count {
    std::size_t level = 0;
    bool or_above = false;  ///< counts this level and those above
    int least = 0;
    int most = 1'000'000;
  };
  std::vector<Count> counts;
  double value = 0;
};

struct Combine {
  CombineRule rule = CombineRule::weighted_mean;
  double plus = 0.5;             ///< of weakest_link_plus
  std::vector<LookupRow> table;  ///< tried in order
};

/// value * factor + offset
struct Affine {
  double factor = 1;
  double offset = 0;
};

/// Something that answers can fulfil: for `ask_if`.
struct Condition {
  enum class Kind { all, any, none, is, at_least, at_most, answered };
  Kind kind = Kind::all;
  std::vector<Condition> parts;      ///< of all, any and none
  std::size_t question = 0;          ///< of the others
  std::vector<std::size_t> options;  ///< of `is`: levels or options, by index
  double value = 0;                  ///< of at_least and at_most: a score
};

/// The questions that a condition asks about, in its order.
std::vector<std::size_t> questions_in(const Condition& condition);

/// A part of what a gate asks: this share of the listed questions at this score or above.
struct GateNeed {
  std::vector<std::size_t> questions;
  double share = 1;
  double score = 0;
};

/// What a level needs besides its value.
struct Gate {
  std::size_t level = 0;
  std::vector<GateNeed> needs;
  Prose because;
};

/// No evidence of this grade or better below the node: its level is at most `at`.
struct EvidenceCap {
  int below_grade = 2;
  std::size_t at = 0;
};

/// While one node stands at a level or below, another cannot stand above its own.
struct Cap {
  std::string id;
  std::size_t node = 0;
  std::size_t at = 0;
  std::size_t while_node = 0;
  std::size_t while_level = 0;  ///< the cap holds while that node's level is this one or lower
  Prose because;
};

/// What a node leans on: while those lag, progress here has no ground.
struct Prerequisite {
  std::string id;  ///< may be empty: then its reason is not translated
  std::size_t node = 0;
  std::vector<std::size_t> needs;
  Prose because;
};

/// What the robustness analysis draws anew in each run; the instrument's `robustness`.
struct RobustnessSettings {
  int runs = 1000;
  std::uint64_t seed = 1;
  double weights = 0.25;                ///< each weight times an even draw from 1 - this to 1 + this
  std::optional<double> concentration;  ///< or weights from a Dirichlet distribution with this concentration
  bool unknown = true;  ///< draw don't-knows and unanswered questions evenly from their answers
  /// Probability that a chosen level is one off, by the best grade of its evidence, 0 to 4.
  std::array<double, 5> off_by_one = {0.2, 0.15, 0.1, 0.05, 0.02};
  std::vector<CombineRule> rules;  ///< what weighted means may be swapped for
};

}  // namespace sextant
