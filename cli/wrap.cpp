#include "cli/wrap.hpp"

#include <algorithm>

#include "engine/text/utf8.hpp"

namespace sextant::cli {

int text_width(int columns) {
  constexpr int kNone = 80;
  return columns <= 0 ? kNone : std::clamp(columns, 40, 100);
}

std::string wrap(std::string_view text, int width, std::string_view first) {
  const std::size_t indent = utf8::display_width(first);
  const auto most = static_cast<std::size_t>(std::max(width, 1));
  std::string out(first);
  std::size_t used = indent;
  bool fresh = true;  // nothing stands on the line yet but its indentation
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = text.find_first_not_of(" \n", at);
    if (start == std::string_view::npos) break;
    const std::size_t end = std::min(text.find_first_of(" \n", start), text.size());
    const std::string_view word = text.substr(start, end - start);
    const std::size_t wide = utf8::display_width(word);
    if (!fresh && used + 1 + wide > most) {
      out += "\n" + std::string(indent, ' ');
      used = indent;
      fresh = true;
    }
    if (!fresh) out += ' ';
    used += wide + (fresh ? 0 : 1);
    out += word;
    fresh = false;
    at = end;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out + "\n";
}

}  // namespace sextant::cli
