#pragma once

#include <memory>
#include <vector>

#include "engine/scoring/node_value.hpp"

namespace sextant {

/// What is still possible for one node.
struct Possible {
  std::optional<Range> range;  ///< absent where nothing applies or a number is unbounded
  bool exact = true;           ///< completions reach both ends
  bool open = false;           ///< some completions may give it no value
  std::optional<LevelSpan>
      levels;  ///< of the value and the gates, before caps; absent where it can have none
};

/// Finds what is still possible, node after node in the order of scoring.
///
/// The range of a node is taken over all completions: every don't-know and every unanswered question that is
/// or may be asked gets some answer; "not applicable" is none of them. Where the rules rise with the answers,
/// or children share no open question, the range is the rule over the children's ends, exactly. Elsewhere
/// every completion is tried if there are at most 1,024. Beyond that a bound is given, which holds and may be
/// too wide.
class Possibilities {
 public:
  Possibilities(const ScoringInput& input, const std::vector<bool>* edition);
  ~Possibilities();

  /// `parts` and `plain` are those of the node; everything below it has been asked for before.
  Possible of(std::size_t node, const std::vector<Part>& parts, const NodeScore& plain);

 private:
  struct Hangs;
  const ScoringInput& input_;
  const std::vector<bool>* edition_;
  std::unique_ptr<Hangs>
      hangs_;  ///< only where an instrument needs more than the rule over the children's ends
};

}  // namespace sextant
