#include "engine/syntax/builder.hpp"

#include <utility>

namespace sextant::syntax {

bool TreeBuilder::open(Tree::Kind kind, Span at) {
  if (static_cast<int>(open_.size()) >= kDeepest) {
    sink_->add(Code::too_deep, at, {{"limit", std::to_string(kDeepest)}});
    return false;
  }
  Frame frame;
  frame.node.kind = kind;
  frame.node.at = at;
  open_.push_back(std::move(frame));
  return true;
}

const Tree& TreeBuilder::close() {
  Tree done = std::move(open_.back().node);
  open_.pop_back();
  return place(std::move(done));
}

const Tree& TreeBuilder::add(Tree value) {
  return place(std::move(value));
}

const Tree& TreeBuilder::place(Tree value) {
  if (open_.empty()) {
    root_ = std::move(value);
    return *root_;
  }
  Frame& frame = open_.back();
  if (frame.node.is_list()) {
    frame.node.items.push_back(std::move(value));
    return frame.node.items.back();
  }
  if (!frame.pending) {
    take_key(frame, std::move(value));
    return refused_;
  }
  TreeEntry entry = std::move(*frame.pending);
  frame.pending.reset();
  if (std::exchange(frame.drop_value, false)) {
    refused_ = std::move(value);
    return refused_;
  }
  entry.value = std::move(value);
  frame.node.entries.push_back(std::move(entry));
  return frame.node.entries.back().value;
}

void TreeBuilder::take_key(Frame& frame, Tree key) {
  frame.pending = TreeEntry{key.text, key.at, {}};
  if (!key.is_scalar()) {
    sink_->add(Code::key_not_text, key.at);
    frame.drop_value = true;
  } else if (const auto [it, is_new] = frame.lines.emplace(key.text, key.at.line); !is_new) {
    sink_->add(Code::duplicate_key, key.at, {{"key", key.text}, {"line", std::to_string(it->second)}});
    frame.drop_value = true;
  }
}

}  // namespace sextant::syntax
