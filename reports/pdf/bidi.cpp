#include "reports/pdf/bidi.hpp"

#include <fribidi.h>

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace sextant::pdf {

bool has_right_to_left(std::u32string_view text) {
  return std::any_of(text.begin(), text.end(), [](char32_t c) {
    if (c < 0x590) return false;
    return c < 0x900 || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC) ||
           (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF);
  });
}

bool has_left_to_right(std::u32string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char32_t c) { return fribidi_get_bidi_type(c) == FRIBIDI_TYPE_LTR; });
}

void find_levels(std::u32string_view text, bool right_to_left, std::vector<std::uint8_t>& levels) {
  const auto size = static_cast<FriBidiStrIndex>(text.size());
  levels.assign(text.size(), right_to_left ? 1 : 0);
  if (text.empty()) return;
  std::vector<FriBidiChar> characters(text.begin(), text.end());
  // A forced line break does not end the paragraph.
  std::replace(characters.begin(), characters.end(), FriBidiChar{'\n'}, FriBidiChar{' '});
  std::vector<FriBidiCharType> types(text.size());
  std::vector<FriBidiBracketType> brackets(text.size());
  std::vector<FriBidiLevel> found(text.size());
  fribidi_get_bidi_types(characters.data(), size, types.data());
  fribidi_get_bracket_types(characters.data(), size, types.data(), brackets.data());
  FriBidiParType base = right_to_left ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
  if (fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), size, &base, found.data()) == 0) {
    throw std::runtime_error("no memory left for ordering right-to-left text");
  }
  std::transform(found.begin(), found.end(), levels.begin(),
                 [](FriBidiLevel level) { return static_cast<std::uint8_t>(std::max<int>(level, 0)); });
}

void visual_order(const std::vector<std::uint8_t>& levels, std::vector<std::uint32_t>& order) {
  order.resize(levels.size());
  std::iota(order.begin(), order.end(), 0U);
  if (levels.empty()) return;
  const int highest = *std::max_element(levels.begin(), levels.end());
  for (int level = highest; level >= 1; --level) {
    for (std::size_t i = 0; i < levels.size();) {
      if (levels[i] < level) {
        ++i;
        continue;
      }
      std::size_t end = i;
      while (end < levels.size() && levels[end] >= level) ++end;
      std::reverse(order.begin() + static_cast<std::ptrdiff_t>(i),
                   order.begin() + static_cast<std::ptrdiff_t>(end));
      i = end;
    }
  }
}

}  // namespace sextant::pdf
