#include "reports/pdf/characters.hpp"

#include <hb.h>

#include "reports/pdf/fonts.hpp"

namespace sextant::pdf {

namespace {

constexpr std::array<FontId, 5> kRegular = {FontId::regular, FontId::arabic, FontId::cjk, FontId::math,
                                            FontId::symbols};

bool is_ignorable(char32_t c) {
  return is_invisible_control(c) || c == 0x00AD || c == 0x034F || c == 0x061C || c == 0x200C || c == 0x200D ||
         (c >= 0x2061 && c <= 0x2065) || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0000 && c <= 0xE0FFF);
}

/// Spaces of all widths: the shaper makes them from the plain one where a font lacks them.
bool is_space(char32_t c) {
  return c == ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

Family first_family(char32_t c) {
  // Most text never gets past the first; the others are opened only for characters that need them.
  for (std::size_t i = 0; i < kRegular.size(); ++i) {
    if (Characters::covers(static_cast<Family>(i), c)) return static_cast<Family>(i);
  }
  return Family::none;
}

}  // namespace

bool Characters::covers(Family family, char32_t character) {
  if (family == Family::none) return false;
  return Font::get(kRegular[static_cast<std::size_t>(family)]).glyph(character) != 0;
}

void Characters::look_up(char32_t c, CharacterClass& entry) {
  entry.known = true;
  const hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), c);
  entry.script = static_cast<std::uint32_t>(script);
  entry.common = script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN;
  entry.ignorable = is_ignorable(c);
  entry.family = entry.ignorable || is_space(c) || c == '\n' ? Family::latin : first_family(c);
}

}  // namespace sextant::pdf
