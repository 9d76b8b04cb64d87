#pragma once

#include <cstddef>
#include <string_view>

#include "engine/diagnostics/source.hpp"

namespace sextant::syntax {

/// Works out the spans of one source, remembering the last place: a reader asks for places in nearly rising
/// order, and counting the columns of a long line from its start each time would take quadratic time.
class Spans {
 public:
  explicit Spans(const Source& source) : source_(&source) {}

  /// The span of `bytes` bytes at a byte offset of the text; it ends at its line's end.
  Span at(std::size_t offset, std::size_t bytes);
  /// The span at a 0-based line and byte column.
  Span at(int line, int byte_column, std::size_t bytes);
  /// The text of a 0-based line without its end; empty outside the file.
  std::string_view line(int number);

 private:
  const Source* source_;
  int line_ = -1;
  std::string_view text_;
  std::size_t byte_ = 0;
  std::size_t column_ = 0;
};

}  // namespace sextant::syntax
