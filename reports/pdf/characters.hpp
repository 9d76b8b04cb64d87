#pragma once

#include <array>
#include <cstdint>
#include <memory>

/// What the text layer must know of a character: its script, its direction's family, the font that has it.
namespace sextant::pdf {

/// Families, each with its faces; `none`: no font has the character.
enum class Family : std::uint8_t { latin, arabic, cjk, math, symbols, none };

struct CharacterClass {
  bool known = false;
  bool common = false;     ///< takes its script, and if possible its font, from what stands before it
  bool ignorable = false;  ///< has no glyph by nature (joiners, marks of direction, variation selectors)
  Family family = Family::none;
  std::uint32_t script = 0;  ///< ISO 15924 tag as HarfBuzz has it
};

/// Classes of characters, looked up once and kept. One per thread.
class Characters {
 public:
  const CharacterClass& of(char32_t character) {
    auto& page = pages_[character < 0x110000 ? character >> 8 : 0];
    if (!page) page = std::make_unique<Page>();
    CharacterClass& entry = (*page)[character & 0xFF];
    if (!entry.known) look_up(character, entry);
    return entry;
  }

  /// Whether the family's regular face has the character.
  static bool covers(Family family, char32_t character);

 private:
  using Page = std::array<CharacterClass, 256>;
  static void look_up(char32_t character, CharacterClass& entry);
  std::array<std::unique_ptr<Page>, 0x1100> pages_;
};

/// Marks and isolates of direction, and other characters that steer the layout and are never shown.
constexpr bool is_invisible_control(char32_t c) {
  return c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || c == 0x2060 ||
         (c >= 0x2066 && c <= 0x206F) || c == 0xFEFF;
}

}  // namespace sextant::pdf
