#include <fmt/format.h>
#include <yaml.h>

#include <algorithm>
#include <map>
#include <new>
#include <string_view>
#include <unordered_map>

#include "engine/syntax/builder.hpp"
#include "engine/syntax/tree.hpp"
#include "engine/syntax/yaml_text.hpp"
#include "engine/text/utf8.hpp"

namespace sextant::syntax {

namespace {

/// libyaml's parser; the text must outlive it.
class Parser {
 public:
  explicit Parser(const std::string& text) {
    if (yaml_parser_initialize(&parser_) == 0) throw std::bad_alloc();
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() {
    yaml_event_delete(&event_);
    yaml_parser_delete(&parser_);
  }

  const yaml_parser_t& state() const { return parser_; }

  /// One event, which lives until the next call; nullptr where the text cannot be read further.
  const yaml_event_t* next() {
    yaml_event_delete(&event_);
    return yaml_parser_parse(&parser_, &event_) == 0 ? nullptr : &event_;
  }

 private:
  yaml_parser_t parser_ = {};
  yaml_event_t event_ = {};
};

std::string_view text_of(const unsigned char* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

std::size_t count_nodes(const Tree& tree) {
  std::size_t count = 1 + tree.text.size() / 64;
  for (const Tree& item : tree.items) count += count_nodes(item);
  for (const TreeEntry& entry : tree.entries) count += entry.key.size() / 64 + count_nodes(entry.value);
  return count;
}

bool is_null_word(std::string_view text) {
  return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

/// Which of our problems a complaint of libyaml is, and where it is shown.
struct Complaint {
  enum class Where { here, start };  ///< where libyaml stopped, or where the thing began that it was reading
  Code code = Code::yaml_syntax;
  Where where = Where::here;
};

Complaint classify(std::string_view context, std::string_view problem) {
  using Where = Complaint::Where;
  static const std::map<std::string_view, Complaint> by_problem = {
      {"block sequence entries are not allowed in this context", {Code::yaml_indent, Where::here}},
      {"mapping keys are not allowed in this context", {Code::yaml_indent, Where::here}},
      {"did not find expected key", {Code::yaml_indent, Where::here}},
      {"did not find expected '-' indicator", {Code::yaml_indent, Where::here}},
      {"mapping values are not allowed in this context", {Code::yaml_colon, Where::here}},
      {"found unexpected ':'", {Code::yaml_colon, Where::here}},
      {"did not find expected ',' or ']'", {Code::yaml_unclosed, Where::start}},
      {"did not find expected ',' or '}'", {Code::yaml_unclosed, Where::start}},
      {"found unknown escape character", {Code::yaml_escape, Where::here}},
      {"did not find expected hexdecimal number", {Code::yaml_escape, Where::here}},
      {"found invalid Unicode character escape code", {Code::yaml_escape, Where::here}},
      {"found a tab character that violates indentation", {Code::yaml_tab, Where::here}},
      {"found a tab character where an indentation space is expected", {Code::yaml_tab, Where::here}},
      {"found undefined tag handle", {Code::yaml_tag, Where::start}},
  };
  static const std::map<std::string_view, Complaint> by_context = {
      {"while scanning a simple key", {Code::need_map, Where::start}},
      {"while scanning a directive", {Code::yaml_syntax, Where::start}},
      {"while scanning a %YAML directive", {Code::yaml_syntax, Where::start}},
      {"while scanning a quoted scalar", {Code::yaml_quote, Where::start}},
      {"while scanning an alias", {Code::alias_cycle, Where::start}},
      {"while scanning an anchor", {Code::yaml_syntax, Where::start}},
      {"while scanning a tag", {Code::yaml_tag, Where::start}},
      {"while parsing a tag", {Code::yaml_tag, Where::start}},
      {"while scanning a block scalar", {Code::yaml_syntax, Where::start}},
  };
  if (const auto it = by_problem.find(problem); it != by_problem.end()) return it->second;
  if (const auto it = by_context.find(context); it != by_context.end()) return it->second;
  return {};
}

class Reader {
 public:
  Reader(const Source& source, Sink& sink)
      : source_(source),
        sink_(sink),
        text_(yaml_text::prepared(source.text())),
        parser_(text_),
        builder_(sink) {}

  /// The document, null where there is none; nothing after a problem behind which reading makes no sense.
  std::optional<Tree> read();

 private:
  struct Anchored {
    Tree tree;
    std::size_t nodes = 0;  ///< 0 while the node is being read
  };

  bool take(const yaml_event_t& event);
  bool take_scalar(const yaml_event_t& event);
  bool take_alias(const yaml_event_t& event);
  bool open(Tree::Kind kind, const yaml_event_t& event, const unsigned char* anchor,
            const unsigned char* tag);
  bool close();
  bool keep(const std::string& anchor, const Tree& tree);
  bool spend(std::size_t nodes, Span at);
  bool is_last_document(const yaml_event_t& end);
  Code misplaced(std::size_t at) const;
  void complain();
  void refuse_character(std::size_t at);

  Span span(const yaml_mark_t& mark, std::size_t length = 1) const;
  Span written(const yaml_event_t& scalar) const;
  std::size_t offset(const yaml_mark_t& mark) const;
  std::string_view line(const yaml_mark_t& mark) const {
    return source_.line(static_cast<int>(mark.line) + 1);
  }
  std::optional<Span> tab_in_indentation(const yaml_mark_t& mark) const;

  const Source& source_;
  Sink& sink_;
  std::string text_;
  Parser parser_;
  TreeBuilder builder_;
  std::vector<std::string> open_anchors_;  ///< of the open maps and lists; empty for those without one
  std::unordered_map<std::string, Anchored> anchors_;
  std::size_t copied_ = 0;
};

/// Behind the last line stands what the end of the file lacks.
Span Reader::span(const yaml_mark_t& mark, std::size_t length) const {
  if (line(mark).data() == nullptr) return source_.span(source_.text().size());
  return {static_cast<int>(mark.line) + 1, static_cast<int>(mark.column) + 1, static_cast<int>(length)};
}

/// A scalar as far as it stands on its first line; of a block scalar, the sign that opens it.
Span Reader::written(const yaml_event_t& scalar) const {
  const yaml_scalar_style_t style = scalar.data.scalar.style;
  const yaml_mark_t& from = scalar.start_mark;
  const yaml_mark_t& to = scalar.end_mark;
  if (style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE) return span(from);
  const std::size_t end = to.line == from.line ? to.column : utf8::length(line(from));
  return span(from, std::max<std::size_t>(end, from.column + 1) - from.column);
}

std::size_t Reader::offset(const yaml_mark_t& mark) const {
  const std::string_view whole = line(mark);
  if (whole.data() == nullptr) return source_.text().size();
  std::size_t at = 0;
  for (std::size_t i = 0; i < mark.column && at < whole.size(); ++i) utf8::next(whole, at);
  return static_cast<std::size_t>(whole.data() - source_.text().data()) + at;
}

std::optional<Tree> Reader::read() {
  if (const auto refused = yaml_text::first_refused(source_.text())) {
    refuse_character(*refused);
    return std::nullopt;
  }
  if (const auto blanks = yaml_text::runaway_blanks(text_)) {
    sink_.add(Code::yaml_syntax, source_.span(*blanks));
    return std::nullopt;
  }
  while (const yaml_event_t* event = parser_.next()) {
    if (event->type == YAML_STREAM_END_EVENT) return Tree();
    if (event->type == YAML_DOCUMENT_END_EVENT) {
      if (!is_last_document(*event)) return std::nullopt;
      return builder_.take_root();
    }
    if (!take(*event)) return std::nullopt;
  }
  complain();
  return std::nullopt;
}

bool Reader::take(const yaml_event_t& event) {
  switch (event.type) {
    case YAML_SCALAR_EVENT:
      return take_scalar(event);
    case YAML_ALIAS_EVENT:
      return take_alias(event);
    case YAML_SEQUENCE_START_EVENT:
      return open(Tree::Kind::list, event, event.data.sequence_start.anchor, event.data.sequence_start.tag);
    case YAML_MAPPING_START_EVENT:
      return open(Tree::Kind::map, event, event.data.mapping_start.anchor, event.data.mapping_start.tag);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
      return close();
    default:
      return true;
  }
}

/// Reports a tag other than those that say what is so anyway. True for a tag that makes a text of anything.
bool check_tag(const unsigned char* tag, Span at, Sink& sink) {
  const std::string_view name = text_of(tag);
  if (name == "!" || name == "tag:yaml.org,2002:str") return true;
  if (!name.empty()) sink.add(Code::yaml_tag, at);
  return false;
}

bool Reader::take_scalar(const yaml_event_t& event) {
  const auto& scalar = event.data.scalar;
  Tree tree;
  tree.at = written(event);
  tree.text.assign(reinterpret_cast<const char*>(scalar.value), scalar.length);
  yaml_text::restore(tree.text);
  const bool is_text = check_tag(scalar.tag, span(event.start_mark), sink_);
  tree.quoted = is_text || scalar.style != YAML_PLAIN_SCALAR_STYLE;
  if (!tree.quoted && is_null_word(tree.text)) {
    // A value that is not there is shown at its key.
    if (event.start_mark.index == event.end_mark.index) tree.at = builder_.waiting_key().value_or(tree.at);
    tree.text.clear();
  } else {
    tree.kind = Tree::Kind::scalar;
  }
  return keep(std::string(text_of(scalar.anchor)), builder_.add(std::move(tree)));
}

bool Reader::take_alias(const yaml_event_t& event) {
  const Span at = span(event.start_mark);
  const auto it = anchors_.find(std::string(text_of(event.data.alias.anchor)));
  Tree copy;
  if (it == anchors_.end() || it->second.nodes == 0) {
    sink_.add(Code::alias_cycle, at);
    if (it == anchors_.end()) return false;
  } else {
    if (!spend(it->second.nodes, at)) return false;
    copy = it->second.tree;
  }
  copy.at = at;
  builder_.add(std::move(copy));
  return true;
}

bool Reader::open(Tree::Kind kind, const yaml_event_t& event, const unsigned char* anchor,
                  const unsigned char* tag) {
  const Span at = span(event.start_mark);
  check_tag(tag, at, sink_);
  if (!builder_.open(kind, at)) return false;
  open_anchors_.emplace_back(text_of(anchor));
  if (anchor != nullptr) anchors_[open_anchors_.back()] = {};
  return true;
}

bool Reader::close() {
  const std::string anchor = std::move(open_anchors_.back());
  open_anchors_.pop_back();
  return keep(anchor, builder_.close());
}

/// What an anchor names is kept as a copy, so anchors within anchors are paid for like aliases.
bool Reader::keep(const std::string& anchor, const Tree& tree) {
  if (anchor.empty()) return true;
  const std::size_t nodes = count_nodes(tree);
  if (!spend(nodes, tree.at)) return false;
  anchors_[anchor] = {tree, nodes};
  return true;
}

bool Reader::spend(std::size_t nodes, Span at) {
  constexpr std::size_t kBudget = 100'000;
  copied_ += nodes;
  if (copied_ <= kBudget) return true;
  sink_.add(Code::alias_budget, at, {{"limit", std::to_string(kBudget)}});
  return false;
}

/// Reports what stands behind the first document, if there is anything; libyaml reads no further.
bool Reader::is_last_document(const yaml_event_t& end) {
  const std::string& all = source_.text();
  const auto at_start = [&](std::size_t at) { return at == 0 || all[at - 1] == '\n'; };
  const auto is_mark = [&](std::size_t at) {
    const std::string_view word = std::string_view(all).substr(at, 3);
    return at_start(at) && (word == "---" || word == "...") &&
           std::string_view(" \t\n").find(at + 3 < all.size() ? all[at + 3] : '\n') != std::string_view::npos;
  };
  std::size_t at = offset(end.end_mark);
  const bool apart = end.data.document_end.implicit == 0 || is_mark(at);
  while ((at = all.find_first_not_of(" \t\n", at)) != std::string::npos) {
    if (is_mark(at)) {
      at += 3;
    } else if (all[at] == '#' || (apart && all[at] == '%' && at_start(at))) {
      at = std::min(all.find('\n', at), all.size());
    } else {
      sink_.add(apart ? Code::yaml_second_document : misplaced(at), source_.span(at));
      return false;
    }
  }
  return true;
}

/// A tab in the indentation of this line or the one before: the usual cause of complaints that name something
/// else.
std::optional<Span> Reader::tab_in_indentation(const yaml_mark_t& mark) const {
  for (const int number : {static_cast<int>(mark.line) + 1, static_cast<int>(mark.line)}) {
    const std::string_view text = source_.line(number);
    const std::size_t tab = text.substr(0, text.find_first_not_of(" \t")).find('\t');
    if (tab != std::string_view::npos) return Span{number, static_cast<int>(tab) + 1, 1};
  }
  return std::nullopt;
}

/// What is wrong with something well written that stands where nothing can be made of it.
Code Reader::misplaced(std::size_t at) const {
  const std::string& all = source_.text();
  const char first = at < all.size() ? all[at] : '\n';
  if (first == ']' || first == '}') return Code::yaml_unclosed;
  if (first == ':') return Code::yaml_colon;
  if (first == '%') return Code::yaml_syntax;
  // In the middle of a line ('L'école') it is no matter of indentation.
  const std::size_t before = at == 0 ? std::string::npos : all.find_last_not_of(" \t", at - 1);
  return before == std::string::npos || all[before] == '\n' ? Code::yaml_indent : Code::yaml_syntax;
}

void Reader::complain() {
  const yaml_parser_t& state = parser_.state();
  if (state.error == YAML_MEMORY_ERROR) throw std::bad_alloc();
  if (state.error == YAML_READER_ERROR) {
    refuse_character(state.problem_offset);
    return;
  }
  if (const auto tab = tab_in_indentation(state.problem_mark)) {
    sink_.add(Code::yaml_tab, *tab);
    return;
  }
  const std::size_t at = offset(state.problem_mark);
  const std::string_view here = std::string_view(source_.text()).substr(at, 1);
  const std::string_view context = state.context == nullptr ? "" : state.context;
  Complaint found = classify(context, state.problem == nullptr ? "" : state.problem);
  Span place = span(found.where == Complaint::Where::start ? state.context_mark : state.problem_mark);
  switch (found.code) {
    case Code::yaml_escape:
      // libyaml stands at the backslash, or behind "\x" where digits are missing.
      if (here != "\\") place.column -= 2;
      place.length = 2;
      break;
    case Code::need_map:  // a line that is no "key: value" among such lines, or no "- item" among items
      if (source_.text()[offset(state.context_mark)] == '-') found.code = Code::yaml_indent;
      break;
    case Code::yaml_indent:
      found.code = misplaced(at);
      break;
    case Code::yaml_syntax:
      if (here == "]" || here == "}") found.code = Code::yaml_unclosed;
      if (here == "\t") found.code = Code::yaml_tab;
      break;
    default:
      break;
  }
  sink_.add(found.code, place);
}

/// Some characters are refused by libyaml, some by us before.
void Reader::refuse_character(std::size_t at) {
  const Span place = source_.span(at);
  const auto code = static_cast<unsigned>(utf8::next(source_.text(), at));
  sink_.add(Code::control_character, place, {{"code", fmt::format("U+{:04X}", code)}});
}

}  // namespace

Checked<Tree> read_yaml(const Source& source) {
  Sink sink(source);
  std::optional<Tree> root = Reader(source, sink).read();
  if (!root) return {std::nullopt, sink.take()};
  if (root->is_null()) {
    sink.add(Code::file_empty, source.span(0));
    return {std::nullopt, sink.take()};
  }
  return {std::move(root), sink.take()};
}

}  // namespace sextant::syntax
