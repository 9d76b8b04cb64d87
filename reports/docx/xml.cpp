#include "reports/docx/xml.hpp"

#include "engine/text/utf8.hpp"

namespace sextant::docx {

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    switch (c) {
      case U'&':
        out += "&amp;";
        break;
      case U'<':
        out += "&lt;";
        break;
      case U'>':
        out += "&gt;";
        break;
      case U'"':
        out += "&quot;";
        break;
      default:
        if (c < 0x20 && c != U'\t' && c != U'\n') break;
        if (c == 0xFFFE || c == 0xFFFF) break;
        utf8::append(out, c);
    }
  }
  return out;
}

}  // namespace sextant::docx
