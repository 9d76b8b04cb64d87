#include "engine/diagnostics/source.hpp"

#include <algorithm>
#include <utility>

#include "engine/text/utf8.hpp"

namespace sextant {

namespace {

std::string with_plain_line_ends(std::string_view text) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  if (text.find('\r') == std::string_view::npos) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      out.push_back(text[i]);
    } else if (i + 1 == text.size() || text[i + 1] != '\n') {
      out.push_back('\n');
    }
  }
  return out;
}

}  // namespace

Source::Source(std::string name, std::string text)
    : name_(std::move(name)), text_(with_plain_line_ends(text)) {
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (text_[i] == '\n') starts_.push_back(i + 1);
  }
}

std::string_view Source::line(int number) const {
  if (number < 1 || number > static_cast<int>(starts_.size())) return {};
  const std::size_t from = starts_[number - 1];
  const bool last = number == static_cast<int>(starts_.size());
  return std::string_view(text_).substr(from, last ? std::string_view::npos : starts_[number] - 1 - from);
}

Span Source::span(std::size_t at, std::size_t bytes) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), std::min(at, text_.size()));
  const int line_index = static_cast<int>(after - starts_.begin()) - 1;
  return span_at(line_index, static_cast<int>(std::min(at, text_.size()) - starts_[line_index]), bytes);
}

Span Source::span_at(int line_index, int byte_column, std::size_t bytes) const {
  const std::string_view whole = line(line_index + 1);
  const std::size_t from =
      std::min<std::size_t>(static_cast<std::size_t>(std::max(byte_column, 0)), whole.size());
  const std::size_t columns = utf8::length(whole.substr(0, from));
  const std::size_t length = utf8::length(whole.substr(from, bytes));
  return {line_index + 1, static_cast<int>(columns) + 1, static_cast<int>(std::max<std::size_t>(length, 1))};
}

}  // namespace sextant
