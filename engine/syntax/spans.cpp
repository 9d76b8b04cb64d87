#include "engine/syntax/spans.hpp"

#include <algorithm>

#include "engine/text/utf8.hpp"

namespace sextant::syntax {

std::string_view Spans::line(int number) {
  if (number != line_) {
    line_ = number;
    text_ = source_->line(number + 1);
    byte_ = 0;
    column_ = 0;
  }
  return text_;
}

Span Spans::at(int number, int byte_column, std::size_t bytes) {
  const std::string_view whole = line(number);
  const std::size_t to = std::min(static_cast<std::size_t>(std::max(byte_column, 0)), whole.size());
  if (to >= byte_) {
    column_ += utf8::length(whole.substr(byte_, to - byte_));
  } else {
    column_ -= utf8::length(whole.substr(to, byte_ - to));
  }
  byte_ = to;
  const std::size_t length = utf8::length(whole.substr(to, bytes));
  return {number + 1, static_cast<int>(column_) + 1, static_cast<int>(std::max<std::size_t>(length, 1))};
}

Span Spans::at(std::size_t offset, std::size_t bytes) {
  if (text_.data() != nullptr) {
    const auto start = static_cast<std::size_t>(text_.data() - source_->text().data());
    if (offset >= start && offset <= start + text_.size())
      return at(line_, static_cast<int>(offset - start), bytes);
  }
  const Span found = source_->span(offset, bytes);
  line(found.line - 1);
  return found;
}

}  // namespace sextant::syntax
