#include "reports/sheet/lines.hpp"

#include <algorithm>
#include <cstddef>

#include "engine/text/utf8.hpp"

namespace sextant::sheet {

double lines_of(std::string_view text, double width) {
  constexpr double kLettersADigit = 1.1;
  // Widths count digits of the default type; ours is a little narrower on average.
  const auto most = static_cast<std::size_t>(std::max(4.0, width * kLettersADigit));
  double count = 1;
  std::size_t used = 0;
  std::size_t word = 0;
  const auto end_word = [&] {
    if (used > 0 && used + 1 + word > most) {
      ++count;
      used = 0;
    }
    used += (used > 0 ? 1 : 0) + word;
    for (; used > most; used -= most) ++count;
    word = 0;
  };
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if (c == U' ' || c == U'\n') {
      end_word();
      if (c == U'\n') {
        ++count;
        used = 0;
      }
    } else {
      ++word;
    }
  }
  end_word();
  return count;
}

}  // namespace sextant::sheet
