#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <string_view>
#include <unordered_map>

#include "engine/syntax/builder.hpp"
#include "engine/syntax/spans.hpp"
#include "engine/syntax/tree.hpp"

namespace sextant::syntax {

namespace {

/// Stops the parser from inside a callback; the reason is in the sink already.
struct Stop {};

std::size_t count_nodes(const Tree& tree) {
  std::size_t count = 1 + tree.text.size() / 64;
  for (const Tree& item : tree.items) count += count_nodes(item);
  for (const TreeEntry& entry : tree.entries) count += entry.key.size() / 64 + count_nodes(entry.value);
  return count;
}

class Handler : public YAML::EventHandler {
 public:
  Handler(const Source& source, Sink& sink) : source_(source), sink_(sink), spans_(source), builder_(sink) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    Tree tree;
    tree.at = span(mark, 1);
    keep(anchor, builder_.add(std::move(tree)));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    check_tag(mark, tag);
    Tree tree;
    tree.kind = Tree::Kind::scalar;
    tree.text = value;
    tree.quoted = tag == "!" || tag == "tag:yaml.org,2002:str";
    tree.at = span(mark, written_length(mark, value));
    if (tree.quoted) check_closed(mark);
    if (!tree.quoted && value.empty()) tree.kind = Tree::Kind::null;
    keep(anchor, builder_.add(std::move(tree)));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto it = anchors_.find(anchor);
    Tree copy;
    if (it == anchors_.end()) {
      sink_.add(Code::alias_cycle, span(mark, 1));
    } else {
      spend(it->second.nodes, span(mark, 1));
      copy = it->second.tree;
    }
    copy.at = span(mark, 1);
    builder_.add(std::move(copy));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    open(Tree::Kind::list, mark, tag, anchor, style);
  }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    open(Tree::Kind::map, mark, tag, anchor, style);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapEnd() override { close(); }

  Span span(const YAML::Mark& mark, std::size_t bytes) { return spans_.at(mark.line, mark.column, bytes); }

  /// The innermost bracket or brace that is open.
  std::optional<Span> open_bracket() const {
    if (opened_.empty() || !opened_.back().flow) return std::nullopt;
    return opened_.back().at;
  }

  /// The escape sequence in which the parser stumbled; it stands behind it, perhaps on the next line.
  Span escape(const YAML::Mark& mark) {
    constexpr std::size_t kLongest = 12;
    const std::size_t end = spans_.offset(mark.line, mark.column);
    const std::size_t slash = source_.text().rfind('\\', end);
    if (slash == std::string::npos || end - slash > kLongest) return span(mark, 1);
    return spans_.at(slash, 2);
  }

  TreeBuilder& builder() { return builder_; }

 private:
  struct Anchored {
    Tree tree;
    std::size_t nodes = 1;
  };

  struct Opened {
    YAML::anchor_t anchor;
    Span at;
    bool flow;  ///< with a bracket or brace
  };

  void open(Tree::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
            YAML::EmitterStyle::value style) {
    check_tag(mark, tag);
    const Span at = span(mark, 1);
    if (!builder_.open(kind, at)) throw Stop{};
    opened_.push_back({anchor, at, style == YAML::EmitterStyle::Flow});
  }

  void close() {
    const YAML::anchor_t anchor = opened_.back().anchor;
    opened_.pop_back();
    keep(anchor, builder_.close());
  }

  /// What an anchor names is kept as a copy, so anchors within anchors are paid for like aliases.
  void keep(YAML::anchor_t anchor, const Tree& tree) {
    if (anchor == YAML::NullAnchor) return;
    const std::size_t nodes = count_nodes(tree);
    spend(nodes, tree.at);
    anchors_[anchor] = {tree, nodes};
  }

  void spend(std::size_t nodes, Span at) {
    constexpr std::size_t kBudget = 100'000;
    copied_ += nodes;
    if (copied_ <= kBudget) return;
    sink_.add(Code::alias_budget, at, {{"limit", std::to_string(kBudget)}});
    throw Stop{};
  }

  void check_tag(const YAML::Mark& mark, const std::string& tag) {
    if (tag.empty() || tag == "?" || tag == "!" || tag == "tag:yaml.org,2002:str") return;
    sink_.add(Code::yaml_tag, span(mark, 1));
  }

  /// The parser takes the end of the file for a closing quote; everything behind the quote would be its text.
  void check_closed(const YAML::Mark& mark) {
    const std::string& all = source_.text();
    std::size_t at = spans_.offset(mark.line, mark.column);
    // The scalar stands behind its anchor and tag.
    while (at < all.size() && (all[at] == '&' || all[at] == '!')) {
      at = std::min(all.find_first_of(" \n\t", at), all.size());
      at = std::min(all.find_first_not_of(" \n\t", at), all.size());
    }
    const char quote = at < all.size() ? all[at] : ' ';
    if (quote != '"' && quote != '\'') return;
    while (++at < all.size()) {
      if (quote == '"' && all[at] == '\\') {
        ++at;
      } else if (all[at] == quote && (quote == '"' || at + 1 == all.size() || all[at + 1] != quote)) {
        return;
      } else if (all[at] == quote) {
        ++at;
      }
    }
    sink_.add(Code::yaml_quote, span(mark, 1));
    throw Stop{};
  }

  /// How many bytes the scalar takes on its first line.
  std::size_t written_length(const YAML::Mark& mark, const std::string& value) {
    const std::string_view line = spans_.line(mark.line);
    const auto from = static_cast<std::size_t>(mark.column);
    if (from >= line.size()) return 1;
    const char quote = line[from];
    if (quote != '"' && quote != '\'')
      return quote == '|' || quote == '>' ? 1 : std::min(value.size(), line.size() - from);
    for (std::size_t i = from + 1; i < line.size(); ++i) {
      if (quote == '"' && line[i] == '\\') {
        ++i;
      } else if (line[i] == quote) {
        return i + 1 - from;
      }
    }
    return line.size() - from;
  }

  const Source& source_;
  Sink& sink_;
  Spans spans_;
  TreeBuilder builder_;
  std::vector<Opened> opened_;
  std::unordered_map<YAML::anchor_t, Anchored> anchors_;
  std::size_t copied_ = 0;
};

/// Reports what stands behind the first document, if there is anything, and reads no further.
class SecondDocument : public YAML::EventHandler {
 public:
  SecondDocument(const Source& source, Sink& sink) : spans_(source), sink_(sink) {}

  /// Before something that cannot stand here, the parser finds empty documents without end.
  void OnDocumentStart(const YAML::Mark& mark) override {
    if (mark.pos == last_) report(mark, Code::yaml_syntax);
    last_ = mark.pos;
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t, const std::string&) override {
    report(mark);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { report(mark); }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    report(mark);
  }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    report(mark);
  }
  void OnSequenceEnd() override {}
  void OnMapEnd() override {}

 private:
  [[noreturn]] void report(const YAML::Mark& mark, Code code = Code::yaml_second_document) {
    sink_.add(code, spans_.at(mark.line, mark.column, 1));
    throw Stop{};
  }

  Spans spans_;
  Sink& sink_;
  int last_ = -1;
};

/// Which of our problems a parser's complaint is.
Code classify(const std::string& complaint) {
  static const std::map<std::string_view, Code> known = {
      {YAML::ErrorMsg::TAB_IN_INDENTATION, Code::yaml_tab},
      {YAML::ErrorMsg::END_OF_MAP, Code::yaml_indent},
      {YAML::ErrorMsg::END_OF_SEQ, Code::yaml_indent},
      {YAML::ErrorMsg::END_OF_MAP_FLOW, Code::yaml_unclosed},
      {YAML::ErrorMsg::END_OF_SEQ_FLOW, Code::yaml_unclosed},
      {YAML::ErrorMsg::FLOW_END, Code::yaml_unclosed},
      {YAML::ErrorMsg::EOF_IN_SCALAR, Code::yaml_quote},
      {YAML::ErrorMsg::DOC_IN_SCALAR, Code::yaml_quote},
      {YAML::ErrorMsg::INVALID_ESCAPE, Code::yaml_escape},
      {YAML::ErrorMsg::INVALID_HEX, Code::yaml_escape},
      {YAML::ErrorMsg::INVALID_UNICODE, Code::yaml_escape},
      {YAML::ErrorMsg::MAP_VALUE, Code::yaml_colon},
      {YAML::ErrorMsg::MAP_KEY, Code::yaml_indent},
      {YAML::ErrorMsg::BLOCK_ENTRY, Code::yaml_indent},
      {YAML::ErrorMsg::UNKNOWN_ANCHOR, Code::alias_cycle},
  };
  for (const auto& [text, code] : known) {
    if (complaint.rfind(text, 0) == 0) return code;
  }
  return Code::yaml_syntax;
}

/// A tab in the indentation of this line or the one before: the usual cause of complaints that name something
/// else.
bool indented_with_tab(const Source& source, int line) {
  for (const int number : {line, line - 1}) {
    const std::string_view text = source.line(number);
    if (text.substr(0, text.find_first_not_of(" \t")).find('\t') != std::string_view::npos) return true;
  }
  return false;
}

/// True where a map or list ends in the middle of a line ('L'école'): not a matter of indentation.
bool within_line(const Source& source, const YAML::Exception& e) {
  if (e.msg != YAML::ErrorMsg::END_OF_MAP && e.msg != YAML::ErrorMsg::END_OF_SEQ) return false;
  const std::size_t first = source.line(e.mark.line + 1).find_first_not_of(' ');
  return first < static_cast<std::size_t>(std::max(e.mark.column, 0));
}

}  // namespace

Checked<Tree> read_yaml(const Source& source) {
  Sink sink(source);
  Handler handler(source, sink);
  try {
    std::istringstream stream(source.text());
    YAML::Parser parser(stream);
    bool more = parser.HandleNextDocument(handler);
    if (handler.builder().has_root()) {
      SecondDocument second(source, sink);
      while (more) more = parser.HandleNextDocument(second);
    }
  } catch (const Stop&) {
    return {std::nullopt, sink.take()};
  } catch (const YAML::DeepRecursion& e) {
    sink.add(Code::too_deep, handler.span(e.mark, 1), {{"limit", std::to_string(kDeepest)}});
    return {std::nullopt, sink.take()};
  } catch (const YAML::Exception& e) {
    const bool placed = !e.mark.is_null();
    Code code = placed && indented_with_tab(source, e.mark.line + 1) ? Code::yaml_tab : classify(e.msg);
    if (code == Code::yaml_indent && within_line(source, e)) code = Code::yaml_syntax;
    Span at = placed ? handler.span(e.mark, 1) : source.span(0);
    if (code == Code::yaml_escape && placed) at = handler.escape(e.mark);
    if (code == Code::yaml_unclosed) at = handler.open_bracket().value_or(at);
    sink.add(code, at);
    return {std::nullopt, sink.take()};
  }
  Tree root;
  if (handler.builder().has_root()) root = handler.builder().take_root();
  if (root.is_null()) {
    sink.add(Code::file_empty, source.span(0));
    return {std::nullopt, sink.take()};
  }
  return {std::move(root), sink.take()};
}

}  // namespace sextant::syntax
