#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <map>
#include <sstream>
#include <string_view>
#include <unordered_map>

#include "engine/syntax/builder.hpp"
#include "engine/syntax/tree.hpp"

namespace sextant::syntax {

namespace {

/// Stops the parser from inside a callback; the reason is in the sink already.
struct Stop {};

std::size_t count_nodes(const Tree& tree) {
  std::size_t count = 1 + tree.text.size() / 64;
  for (const Tree& item : tree.items) count += count_nodes(item);
  for (const TreeEntry& entry : tree.entries) count += count_nodes(entry.value);
  return count;
}

class Handler : public YAML::EventHandler {
 public:
  Handler(const Source& source, Sink& sink) : source_(source), sink_(sink), builder_(sink) {}

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
    if (!tree.quoted && value.empty()) tree.kind = Tree::Kind::null;
    keep(anchor, builder_.add(std::move(tree)));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto it = anchors_.find(anchor);
    Tree copy;
    if (it == anchors_.end()) {
      sink_.add(Code::alias_cycle, span(mark, 1));
    } else {
      constexpr std::size_t kBudget = 100'000;
      copied_ += it->second.nodes;
      if (copied_ > kBudget) {
        sink_.add(Code::alias_budget, span(mark, 1), {{"limit", std::to_string(kBudget)}});
        throw Stop{};
      }
      copy = it->second.tree;
    }
    copy.at = span(mark, 1);
    builder_.add(std::move(copy));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(Tree::Kind::list, mark, tag, anchor);
  }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(Tree::Kind::map, mark, tag, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapEnd() override { close(); }

  Span span(const YAML::Mark& mark, std::size_t bytes) const {
    return source_.span_at(mark.line, mark.column, bytes);
  }

  TreeBuilder& builder() { return builder_; }

 private:
  struct Anchored {
    Tree tree;
    std::size_t nodes = 1;
  };

  void open(Tree::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    check_tag(mark, tag);
    if (!builder_.open(kind, span(mark, 1))) throw Stop{};
    open_anchors_.push_back(anchor);
  }

  void close() {
    const YAML::anchor_t anchor = open_anchors_.back();
    open_anchors_.pop_back();
    keep(anchor, builder_.close());
  }

  void keep(YAML::anchor_t anchor, const Tree& tree) {
    if (anchor != YAML::NullAnchor) anchors_[anchor] = {tree, count_nodes(tree)};
  }

  void check_tag(const YAML::Mark& mark, const std::string& tag) {
    if (tag.empty() || tag == "?" || tag == "!" || tag == "tag:yaml.org,2002:str") return;
    sink_.add(Code::yaml_tag, span(mark, 1));
  }

  /// How many bytes the scalar takes on its first line.
  std::size_t written_length(const YAML::Mark& mark, const std::string& value) const {
    const std::string_view line = source_.line(mark.line + 1);
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
  TreeBuilder builder_;
  std::vector<YAML::anchor_t> open_anchors_;
  std::unordered_map<YAML::anchor_t, Anchored> anchors_;
  std::size_t copied_ = 0;
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

}  // namespace

Checked<Tree> read_yaml(const Source& source) {
  Sink sink(source);
  Handler handler(source, sink);
  try {
    std::istringstream stream(source.text());
    YAML::Parser parser(stream);
    bool more = parser.HandleNextDocument(handler);
    if (more && handler.builder().has_root()) {
      Sink second_sink(source);
      Handler second(source, second_sink);
      more = parser.HandleNextDocument(second);
      if (more && second.builder().has_root()) {
        const Tree extra = second.builder().take_root();
        if (!extra.is_null()) sink.add(Code::yaml_second_document, extra.at);
      }
    }
  } catch (const Stop&) {
    return {std::nullopt, sink.take()};
  } catch (const YAML::DeepRecursion& e) {
    sink.add(Code::too_deep, handler.span(e.mark, 1), {{"limit", std::to_string(kDeepest)}});
    return {std::nullopt, sink.take()};
  } catch (const YAML::Exception& e) {
    const bool placed = !e.mark.is_null();
    const Code code = placed && indented_with_tab(source, e.mark.line + 1) ? Code::yaml_tab : classify(e.msg);
    sink.add(code, placed ? handler.span(e.mark, 1) : source.span(0));
    return {std::nullopt, sink.take()};
  }
  if (!handler.builder().has_root()) {
    sink.add(Code::file_empty, source.span(0));
    return {std::nullopt, sink.take()};
  }
  return {handler.builder().take_root(), sink.take()};
}

}  // namespace sextant::syntax
