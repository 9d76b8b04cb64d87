#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/scoring/score.hpp"

/// What moved between two sets of answers of one unit, and by how much.
namespace sextant {

/// A question whose answer changed, and the reasons that the later file gives: those of its history, or,
/// where it has none, that of the decision, or that of the answer.
struct AnswerChange {
  std::size_t question = 0;
  Answer before;
  Answer after;
  std::vector<std::pair<std::string, std::string>> reasons;  ///< day, which may be empty, and reason
};

/// How much of a node's movement one change is. Parts of zero are left out.
struct MovePart {
  std::optional<std::size_t> change;  ///< index in the changes; nothing: the edition
  double points = 0;
};

/// One node before and after. With a value at both ends, the parts add up to the difference within 1e-9.
struct NodeMove {
  std::size_t node = 0;
  NodeScore before;
  NodeScore after;
  std::vector<MovePart> parts;
};

struct Movement {
  std::vector<AnswerChange> changes;  ///< in the instrument's order
  bool edition_changed = false;
  std::vector<NodeMove> nodes;  ///< the root, the pillars and the indices
};

/// What moved from `before` to `after`. The part of a change is the mean of what it moves when the changes
/// are made one after the other in the instrument's order, and when they are made in the opposite order (the
/// edition last, and first). On the way a node may lose its value for a moment (too little is answered): what
/// it moves over such a gap belongs to the change at which the value is back. docs/method.md, section 17.
Movement movement(const Instrument& instrument, const Assessment& before, const Assessment& after);

/// The answers of a round as they were given first: what has a history is put back to its beginning. Nothing
/// where no answer has one.
std::optional<Assessment> as_given_first(const Instrument& instrument, const Assessment& assessment);

}  // namespace sextant
