#include "engine/syntax/builder.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "engine/syntax/controls.hpp"
#include "engine/text/utf8.hpp"

namespace sextant::syntax {

namespace {

/// "a\r\nb" and "a\rb" become "a\nb": a form on Windows writes them into JSON.
void plain_line_ends(std::string& text) {
  if (text.find('\r') == std::string::npos) return;
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') out += text[i];
    if (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')) out += '\n';
  }
  text = std::move(out);
}

}  // namespace

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
  if (value.is_scalar()) {
    plain_line_ends(value.text);
    if (const auto control = first_control(value.text)) {
      report(Code::control_character, value.at,
             {{"code", fmt::format("U+{:04X}", static_cast<unsigned>(*control))}});
    }
  }
  return place(std::move(value));
}

std::optional<Span> TreeBuilder::waiting_key() const {
  if (open_.empty() || !open_.back().pending) return std::nullopt;
  return open_.back().pending->key_at;
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
    aside_ = std::move(value);
    take_key(frame, aside_);
    return aside_;
  }
  TreeEntry entry = std::move(*frame.pending);
  // A value that is not there would stand where the next thing does.
  if (value.is_null() && value.at.line != entry.key_at.line) value.at = entry.key_at;
  frame.pending.reset();
  if (std::exchange(frame.drop_value, false)) {
    aside_ = std::move(value);
    return aside_;
  }
  entry.value = std::move(value);
  frame.node.entries.push_back(std::move(entry));
  return frame.node.entries.back().value;
}

/// A damaged file has one problem thousands of times; the first ones say enough.
void TreeBuilder::report(Code code, Span at, Args args) {
  constexpr int kMost = 1000;
  if (++reported_ <= kMost) sink_->add(code, at, std::move(args));
}

void TreeBuilder::take_key(Frame& frame, const Tree& key) {
  frame.pending = TreeEntry{key.text, key.at, {}};
  if (!key.is_scalar() || key.text.find('\n') != std::string::npos) {
    report(Code::key_not_text, key.at);
    frame.drop_value = true;
  } else if (const auto [it, is_new] = frame.lines.emplace(key.text, key.at.line); !is_new) {
    report(Code::duplicate_key, key.at, {{"key", shown(key.text)}, {"line", std::to_string(it->second)}});
    frame.drop_value = true;
  }
}

}  // namespace sextant::syntax

namespace sextant {

std::optional<char32_t> first_control(const std::string& text) {
  constexpr unsigned char kLead = 0xC2;     // of U+0080 to U+00BF
  constexpr unsigned char kNonLead = 0xEF;  // of U+F000 to U+FFFF
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x20 && byte != 0x7F && byte != kLead && byte != kNonLead) continue;
    if (byte == '\n' || byte == '\t') continue;
    std::size_t next = at;
    const char32_t c = utf8::next(text, next);
    if (c < 0xA0 || c == 0xFDD0 || c == 0xFDD1) return c;
  }
  return std::nullopt;
}

}  // namespace sextant
