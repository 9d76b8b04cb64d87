#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/syntax/tree.hpp"

namespace sextant::syntax {

/// Puts a tree together from a reader's events. In a map, every other scalar is a key.
class TreeBuilder {
 public:
  explicit TreeBuilder(Sink& sink) : sink_(&sink) {}

  /// Opens a map or list. False when the nesting is deeper than is read; the reader must stop.
  bool open(Tree::Kind kind, Span at);
  /// Closes the innermost map or list and returns it as it now stands in the tree.
  const Tree& close();
  /// Adds a scalar, a null or a finished subtree (an alias) and returns it as it stands. A scalar's line ends
  /// become LF; other control characters (which only an escape can bring in) are reported.
  const Tree& add(Tree value);

  /// The key of the innermost map whose value is to come, if there is one.
  std::optional<Span> waiting_key() const;

  bool has_root() const { return root_.has_value(); }
  Tree take_root() { return std::move(*root_); }

 private:
  struct Frame {
    Tree node;
    std::optional<TreeEntry> pending;            ///< a key waiting for its value
    bool drop_value = false;                     ///< its key was refused
    std::unordered_map<std::string, int> lines;  ///< the line of each key
  };

  const Tree& place(Tree value);
  void take_key(Frame& frame, const Tree& key);
  void report(Code code, Span at, Args args = {});

  Sink* sink_;
  std::vector<Frame> open_;
  std::optional<Tree> root_;
  int reported_ = 0;
  Tree aside_;  ///< the last key, or the value of a key that was refused
};

}  // namespace sextant::syntax
