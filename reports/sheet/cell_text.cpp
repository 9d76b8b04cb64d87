#include "reports/sheet/cell_text.hpp"

#include <string_view>

#include "engine/text/utf8.hpp"

namespace sextant::sheet {

bool fits_cell(const std::string& text) {
  constexpr char32_t kBasic = 0xFFFF;
  std::size_t length = 0;
  for (std::size_t at = 0; at < text.size();) length += utf8::next(text, at) > kBasic ? 2 : 1;
  return length <= kLongest;
}

std::string first(const std::string& text, std::size_t most) {
  if (utf8::length(text) <= most) return text;
  std::string out;
  std::size_t at = 0;
  for (std::size_t i = 0; i + 1 < most; ++i) utf8::append(out, utf8::next(text, at));
  utf8::append(out, U'…');
  return out;
}

std::string plain_text(const std::string& text) {
  constexpr std::size_t kLength = 7;
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view here = std::string_view(text).substr(i, kLength);
    const bool code = here.size() == kLength && here.substr(0, 2) == "_x" && here.back() == '_' &&
                      here.find_first_not_of("0123456789ABCDEFabcdef", 2) == kLength - 1;
    out += code ? std::string("_x005F_") : std::string(1, text[i]);
  }
  return out;
}

}  // namespace sextant::sheet
