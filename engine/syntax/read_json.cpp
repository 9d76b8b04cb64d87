#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "engine/syntax/builder.hpp"
#include "engine/syntax/spans.hpp"
#include "engine/syntax/tree.hpp"

namespace sextant::syntax {

namespace {

/// Walks the text and leaves behind how far the parser has read.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, const char* start, std::size_t* read)
      : at_(at), start_(start), read_(read) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    ++at_;
    *read_ = static_cast<std::size_t>(at_ - start_);
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator old = *this;
    ++*this;
    return old;
  }
  bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
  bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  const char* start_;
  std::size_t* read_;
};

/// The parser's events, with the place of each worked out from how far it has read.
class Events : public nlohmann::json_sax<nlohmann::json> {
 public:
  Events(const Source& source, Sink& sink) : source_(source), sink_(sink), spans_(source), builder_(sink) {}

  bool null() override { return scalar({}, Tree::Kind::null, false); }
  bool boolean(bool value) override { return scalar(value ? "true" : "false", Tree::Kind::scalar, false); }
  bool number_integer(number_integer_t value) override {
    return scalar(std::to_string(value), Tree::Kind::scalar, false);
  }
  bool number_unsigned(number_unsigned_t value) override {
    return scalar(std::to_string(value), Tree::Kind::scalar, false);
  }
  bool number_float(number_float_t, const string_t& written) override {
    return scalar(written, Tree::Kind::scalar, false);
  }
  bool string(string_t& value) override { return scalar(value, Tree::Kind::scalar, true); }
  bool key(string_t& value) override { return scalar(value, Tree::Kind::scalar, true); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return builder_.open(Tree::Kind::map, spans_.at(read_ - 1, 1)); }
  bool start_array(std::size_t) override { return builder_.open(Tree::Kind::list, spans_.at(read_ - 1, 1)); }
  bool end_object() override { return end(); }
  bool end_array() override { return end(); }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    const std::size_t size = source_.text().size();
    sink_.add(Code::json_syntax, source_.span(std::min(position == 0 ? 0 : position - 1, size)));
    return false;
  }

  std::size_t* read() { return &read_; }
  TreeBuilder& builder() { return builder_; }

 private:
  bool end() {
    builder_.close();
    return true;
  }

  bool scalar(std::string text, Tree::Kind kind, bool quoted) {
    Tree tree;
    tree.kind = kind;
    tree.quoted = quoted;
    tree.text = std::move(text);
    tree.at = quoted ? string_span() : word_span();
    builder_.add(std::move(tree));
    return true;
  }

  /// The parser stands just behind the closing quote.
  Span string_span() {
    const std::string& all = source_.text();
    std::size_t open = read_ - 1;
    while (open > 0) {
      --open;
      if (all[open] != '"') continue;
      std::size_t slashes = 0;
      while (slashes < open && all[open - 1 - slashes] == '\\') ++slashes;
      if (slashes % 2 == 0) break;
    }
    return spans_.at(open, read_ - open);
  }

  /// The parser stands behind a number or literal, or one character further.
  Span word_span() {
    const auto part = [](char c) {
      return c == '+' || c == '-' || c == '.' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == 'E';
    };
    const std::string& all = source_.text();
    std::size_t end = std::min(read_, all.size());
    if (end > 0 && !part(all[end - 1])) --end;
    std::size_t start = end;
    while (start > 0 && part(all[start - 1])) --start;
    return spans_.at(start, end - start);
  }

  const Source& source_;
  Sink& sink_;
  Spans spans_;
  TreeBuilder builder_;
  std::size_t read_ = 0;
};

}  // namespace

Checked<Tree> read_json(const Source& source) {
  Sink sink(source);
  Events events(source, sink);
  const char* start = source.text().data();
  const CountingIterator first(start, start, events.read());
  const CountingIterator last(start + source.text().size(), start, events.read());
  const bool complete = nlohmann::json::sax_parse(first, last, &events);
  if (!complete || !events.builder().has_root()) {
    if (!sink.has_errors()) sink.add(Code::json_syntax, source.span(0));
    return {std::nullopt, sink.take()};
  }
  return {events.builder().take_root(), sink.take()};
}

}  // namespace sextant::syntax
