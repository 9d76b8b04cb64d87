#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "reports/pdf/fonts.hpp"

struct hb_buffer_t;

namespace sextant::pdf {

/// From `offset` in the codes on, glyphs stand `rise` thousandths of the size above the baseline.
struct Rise {
  std::uint32_t offset = 0;
  double rise = 0;
};

/// Codes of a font are its glyph numbers; but some glyphs need a second code, because they stand for other
/// characters in right-to-left text. Brackets there show their mirror image; and the later letters of a
/// ligature are codes of their own without ink, since programs that read text out reverse right-to-left text
/// code by code.
inline constexpr std::uint16_t kMirrorCodes = 0xFD00;  ///< plus an index into kMirrored
inline constexpr std::uint16_t kBlankCodes =
    0xFE00;  ///< plus the low byte of an Arabic letter, U+0600 to U+06FF
inline constexpr std::u32string_view kMirrored = U"()[]{}<>«»‹›≤≥";
/// The glyph that a code shows in a font, 0 if there is none.
std::uint16_t glyph_of_code(const Font& font, std::uint16_t code);

/// A code that a word shows, and the characters of the word that it stands for (none for the later parts
/// of a character made of several glyphs).
struct GlyphUse {
  std::uint16_t code = 0;
  std::uint16_t text_begin = 0;
  std::uint16_t text_size = 0;
};

/// A stretch of text in one font, script and direction, shaped, with its trailing spaces.
struct Word {
  std::u32string text;
  std::uint32_t script = 0;
  std::uint32_t language = 0;
  FontId font = FontId::regular;
  bool rtl = false;
  std::uint64_t hash = 0;

  double advance = 0;        ///< in thousandths of the size, trailing spaces included
  double space_advance = 0;  ///< of the trailing spaces
  /// The operand of TJ between its outer "[(" and ")]", from left to right.
  std::string codes;
  std::vector<Rise> rises;
  std::vector<GlyphUse> glyphs;
  /// The document that used the word last: its glyphs are noted once a document.
  mutable std::uint64_t noted_in = 0;
};

/// A space that may stand at the end of a line, beyond the margin.
constexpr bool is_trailing_space(char32_t c) {
  return c == ' ' || c == 0x3000 || (c >= 0x2000 && c <= 0x200A && c != 0x2007);
}

/// Shapes words and remembers them. Word by word with its trailing space, Noto Sans and Noto Sans Arabic come
/// out as in one piece. One per thread.
class WordCache {
 public:
  WordCache();
  ~WordCache();
  WordCache(const WordCache&) = delete;
  WordCache& operator=(const WordCache&) = delete;

  /// The language of the words to come, BCP 47. To be called before each document; forgets everything when
  /// the cache has grown too large.
  void start_document(const std::string& language);

  const Word& shape(FontId font, std::uint32_t script, bool rtl, std::u32string_view text);

 private:
  void fill(Word& word);
  void note_text(Word& word, const Font& font, std::uint32_t count);
  void grow();

  hb_buffer_t* buffer_ = nullptr;
  std::deque<Word> words_;
  std::vector<Word*> table_;  ///< open addressing; the size is a power of two
  std::vector<std::string> languages_;
  std::uint32_t language_ = 0;
};

}  // namespace sextant::pdf
