#include "engine/exchange/leave_out.hpp"

#include <set>
#include <utility>
#include <vector>

#include "engine/syntax/controls.hpp"
#include "engine/text/utf8.hpp"

namespace sextant::exchange {

namespace {

bool at_place(const Tree& tree, const Span& at, bool scalar) {
  return tree.is_scalar() == scalar && tree.at.line == at.line && tree.at.column == at.column;
}

/// Takes out what stands at a place: a text, or, where `scalar` is false, a map or a list.
bool drop(Tree& tree, const Span& at, bool scalar) {
  for (auto it = tree.entries.begin(); it != tree.entries.end(); ++it) {
    if (!at_place(it->value, at, scalar)) {
      if (drop(it->value, at, scalar)) return true;
      continue;
    }
    tree.entries.erase(it);
    return true;
  }
  for (auto it = tree.items.begin(); it != tree.items.end(); ++it) {
    if (!at_place(*it, at, scalar)) {
      if (drop(*it, at, scalar)) return true;
      continue;
    }
    tree.items.erase(it);
    return true;
  }
  return false;
}

}  // namespace

void leave_damaged_out(Tree& tree, Sink& sink) {
  const auto damaged = [&](const std::string& text, const Span& at) {
    if (!first_control(text)) return false;
    sink.add(Code::cell_damaged, at);
    return true;
  };
  const auto is_damaged_text = [&](Tree& one) {
    if (!one.is_scalar()) return false;
    one.text = utf8::with_line_feeds(one.text);
    return damaged(one.text, one.at);
  };
  std::vector<TreeEntry> entries;
  for (TreeEntry& one : tree.entries) {
    if (damaged(one.key, one.key_at) || is_damaged_text(one.value)) continue;
    leave_damaged_out(one.value, sink);
    entries.push_back(std::move(one));
  }
  tree.entries = std::move(entries);
  std::vector<Tree> items;
  for (Tree& one : tree.items) {
    if (is_damaged_text(one)) continue;
    leave_damaged_out(one, sink);
    items.push_back(std::move(one));
  }
  tree.items = std::move(items);
}

std::optional<Assessment> load_leaving_out(Tree file, const Filled& filled, const Instrument& instrument,
                                           Refusals& refuse) {
  std::set<std::pair<int, int>> named;
  for (;;) {
    Checked<Assessment> read = load_answers(file, filled.source, instrument);
    bool dropped = false;
    for (const Diagnostic& one : read.diagnostics) {
      if (info(one.code).severity != Severity::error || one.at.line == 0) continue;
      if (!drop(file, one.at, true) && !drop(file, one.at, false)) continue;
      dropped = true;
      if (!named.insert({one.at.line, one.at.column}).second) continue;
      refuse.name(one);
    }
    if (dropped) continue;
    for (Diagnostic& one : read.diagnostics) {
      // People see the title of a group.
      for (const RespondentGroup& group : instrument.respondent_groups) {
        if (one.code == Code::unknown_group && one.suggestion == group.id)
          one.suggestion = group.title(instrument.language(code_of(refuse.lang())));
      }
      refuse.name(std::move(one));
    }
    return std::move(read.value);
  }
}

}  // namespace sextant::exchange
