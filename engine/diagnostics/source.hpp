#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sextant {

/// Where something stands in a source: 1-based line, 1-based column in characters, and how many characters it
/// takes. Line 0 means the file as a whole.
struct Span {
  int line = 0;
  int column = 0;
  int length = 1;
};

/// A text with the name under which it is reported. Construction removes a byte-order mark and turns CRLF and
/// CR line ends into LF, so that positions mean the same everywhere.
class Source {
 public:
  Source() = default;
  Source(std::string name, std::string text);

  const std::string& name() const { return name_; }
  const std::string& text() const { return text_; }

  /// The text of a line without its end; empty outside the file.
  std::string_view line(int number) const;
  /// The span of `bytes` bytes at byte offset `at`; it ends at its line's end.
  Span span(std::size_t at, std::size_t bytes = 1) const;
  /// The span of `bytes` bytes at a 0-based line and byte column.
  Span span_at(int line, int byte_column, std::size_t bytes) const;

 private:
  std::string name_;
  std::string text_;
  std::vector<std::size_t> starts_ = {0};
};

}  // namespace sextant
