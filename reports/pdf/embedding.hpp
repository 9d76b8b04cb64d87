#pragma once

#include <array>
#include <cstdint>
#include <list>
#include <string>
#include <vector>

#include "reports/pdf/deflate.hpp"
#include "reports/pdf/fonts.hpp"
#include "reports/pdf/objects.hpp"
#include "reports/pdf/words.hpp"

namespace sextant::pdf {

/// The glyphs that a document shows, and the characters that each stands for.
class GlyphUsage {
 public:
  void start_document();
  /// Notes the glyphs of a word, once a document.
  void note(const Word& word) {
    if (word.noted_in != document_) note_all(word);
  }
  [[nodiscard]] bool uses(FontId font) const { return !fonts_[static_cast<std::size_t>(font)].used.empty(); }
  /// The codes of a font (words.hpp), ascending.
  [[nodiscard]] std::vector<std::uint16_t> glyphs(FontId font) const;
  /// The characters of a code; empty if it is a mere part.
  [[nodiscard]] std::u32string_view text(FontId font, std::uint16_t glyph) const;

 private:
  struct PerFont {
    std::vector<std::int32_t> slot;  ///< by code (slot_of): index into `text` plus one, or 0
    std::vector<std::uint16_t> used;
    std::vector<std::u32string> text;
  };
  void note_all(const Word& word);

  std::array<PerFont, kFonts> fonts_;
  std::uint64_t document_ = 0;
};

/// The streams of an embedded font, compressed.
struct EmbeddedFont {
  std::vector<std::uint16_t> glyphs;  ///< codes
  FontId font = FontId::regular;
  int level = 0;
  std::string file;           ///< the subset
  std::size_t file_size = 0;  ///< before compression
  std::string glyph_map;      ///< CIDToGIDMap: codes are the glyph numbers of the whole font
  std::string cid_set;
  std::string widths;
  std::string tag;  ///< six capitals, from the glyphs
};

/// Subsets of fonts, the last few kept: reports of one series often show the same letters.
class SubsetCache {
 public:
  /// Throws std::runtime_error if the font cannot be subset.
  const EmbeddedFont& get(FontId font, std::vector<std::uint16_t> glyphs, Deflater& deflater);

 private:
  std::list<EmbeddedFont> kept_;
};

/// Writes the font dictionary with all that hangs on it; returns its object.
ObjectId embed_font(FontId font, const GlyphUsage& usage, SubsetCache& cache, Deflater& deflater,
                    Objects& objects);

}  // namespace sextant::pdf
