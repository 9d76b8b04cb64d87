#include "reports/pdf/words.hpp"

#include <hb.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace sextant::pdf {

namespace {

constexpr std::size_t kMostWords = 60000;

std::uint64_t hash_of(FontId font, std::uint32_t script, std::uint32_t language, bool rtl,
                      std::u32string_view text) {
  std::uint64_t h = 0x9E3779B97F4A7C15ULL ^ (static_cast<std::uint64_t>(font) << 1) ^ (rtl ? 1U : 0U) ^
                    (static_cast<std::uint64_t>(script) << 8) ^ (static_cast<std::uint64_t>(language) << 48);
  for (const char32_t c : text) {
    h = (h ^ c) * 0xFF51AFD7ED558CCDULL;
    h ^= h >> 29;
  }
  return h;
}

/// Writes TJ operands: glyph codes in strings, moves between them.
class CodeWriter {
 public:
  explicit CodeWriter(Word& word, int units) : word_(word), scale_(1000.0 / units) {}

  /// Moves the pen by font units (to the right if positive).
  void move(double units) { pending_ += units * scale_; }
  void rise(double units) {
    const double value = units * scale_;
    if (value == rise_) return;
    flush();
    rise_ = value;
    word_.rises.push_back({static_cast<std::uint32_t>(word_.codes.size()), value});
  }
  void glyph(std::uint16_t id) {
    flush();
    byte(static_cast<unsigned char>(id >> 8));
    byte(static_cast<unsigned char>(id & 0xFF));
  }
  void flush() {
    const double rounded = std::round(pending_);
    if (rounded == 0) return;
    pending_ -= rounded;  // what rounding leaves is carried on, so that long words do not drift
    word_.codes += ')';
    word_.codes += std::to_string(-static_cast<int>(rounded));
    word_.codes += '(';
  }

 private:
  void byte(unsigned char value) {
    if (value == '(' || value == ')' || value == '\\') word_.codes += '\\';
    if (value == '\r') {
      word_.codes += "\\r";  // a bare carriage return would be read as a newline
    } else {
      word_.codes += static_cast<char>(value);
    }
  }

  Word& word_;
  double scale_;
  double pending_ = 0;
  double rise_ = 0;
};

}  // namespace

std::uint16_t glyph_of_code(const Font& font, std::uint16_t code) {
  if (code < kMirrorCodes) return code;
  if (code >= kBlankCodes) return font.glyph(' ');  // in Noto Sans Arabic the joiners have ink
  const std::size_t index = code - kMirrorCodes;
  // Mirror images stand in pairs.
  return index < kMirrored.size() ? font.glyph(kMirrored[index ^ 1U]) : std::uint16_t{0};
}

WordCache::WordCache() : buffer_(hb_buffer_create()), table_(4096, nullptr) {}
WordCache::~WordCache() {
  hb_buffer_destroy(buffer_);
}

void WordCache::start_document(const std::string& language) {
  if (words_.size() > kMostWords) {
    words_.clear();
    table_.assign(4096, nullptr);
  }
  const auto found = std::find(languages_.begin(), languages_.end(), language);
  language_ = static_cast<std::uint32_t>(found - languages_.begin());
  if (found == languages_.end()) languages_.push_back(language);
}

const Word& WordCache::shape(FontId font, std::uint32_t script, bool rtl, std::u32string_view text) {
  const std::uint64_t hash = hash_of(font, script, language_, rtl, text);
  for (std::size_t i = hash & (table_.size() - 1);; i = (i + 1) & (table_.size() - 1)) {
    Word* const word = table_[i];
    if (word == nullptr) {
      Word& made = words_.emplace_back();
      made.text = text;
      made.script = script;
      made.language = language_;
      made.font = font;
      made.rtl = rtl;
      made.hash = hash;
      fill(made);
      table_[i] = &made;
      if (words_.size() * 2 > table_.size()) grow();
      return made;
    }
    if (word->hash == hash && word->font == font && word->rtl == rtl && word->script == script &&
        word->language == language_ && word->text == text) {
      return *word;
    }
  }
}

void WordCache::grow() {
  table_.assign(table_.size() * 2, nullptr);
  for (Word& word : words_) {
    std::size_t i = word.hash & (table_.size() - 1);
    while (table_[i] != nullptr) i = (i + 1) & (table_.size() - 1);
    table_[i] = &word;
  }
}

/// The characters of each cluster go to its first glyph, or one to each glyph if there are as many.
void WordCache::note_text(Word& word, const Font& font, std::uint32_t count) {
  unsigned ignored = 0;
  const hb_glyph_info_t* info = hb_buffer_get_glyph_infos(buffer_, &ignored);
  const auto logical = [&](unsigned n) { return word.rtl ? count - 1 - n : n; };
  word.glyphs.resize(count);  // in the order of the shaper, from left to right; blanks follow
  for (unsigned n = 0; n < count;) {
    const unsigned cluster = info[logical(n)].cluster;
    unsigned next = n + 1;
    while (next < count && info[logical(next)].cluster == cluster) ++next;
    const unsigned end = next < count ? info[logical(next)].cluster : static_cast<unsigned>(word.text.size());
    const bool one_each = end - cluster == next - n;
    for (unsigned m = n; m < next; ++m) {
      GlyphUse& use = word.glyphs[logical(m)];
      use.code = static_cast<std::uint16_t>(info[logical(m)].codepoint);
      use.text_begin = static_cast<std::uint16_t>(one_each ? cluster + (m - n) : cluster);
      use.text_size = static_cast<std::uint16_t>(one_each ? 1 : m == n && end > cluster ? end - cluster : 0);
    }
    GlyphUse& first = word.glyphs[logical(n)];
    if (word.rtl && first.text_size == 1) {
      const std::size_t mirrored = kMirrored.find(word.text[cluster]);
      const auto code = static_cast<std::uint16_t>(kMirrorCodes + mirrored);
      if (mirrored != std::u32string_view::npos && glyph_of_code(font, code) == first.code) first.code = code;
    }
    n = next;
  }
}

void WordCache::fill(Word& word) {
  const Font& font = Font::get(word.font);
  hb_buffer_reset(buffer_);
  // Marks keep their own clusters, so that each glyph knows its own characters.
  hb_buffer_set_cluster_level(buffer_, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
  const auto size = static_cast<int>(word.text.size());
  static_assert(sizeof(char32_t) == sizeof(std::uint32_t));
  const std::vector<std::uint32_t> characters(word.text.begin(), word.text.end());
  hb_buffer_add_utf32(buffer_, characters.data(), size, 0, size);
  hb_buffer_set_direction(buffer_, word.rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer_, static_cast<hb_script_t>(word.script));
  hb_buffer_set_language(buffer_, hb_language_from_string(languages_[word.language].c_str(), -1));
  hb_shape(font.shaper(), buffer_, nullptr, 0);
  if (!hb_buffer_allocation_successful(buffer_)) throw std::runtime_error("no memory left for shaping text");

  unsigned count = 0;
  const hb_glyph_info_t* info = hb_buffer_get_glyph_infos(buffer_, &count);
  const hb_glyph_position_t* position = hb_buffer_get_glyph_positions(buffer_, &count);
  const double scale = 1000.0 / font.units();
  note_text(word, font, count);

  auto first_space = static_cast<std::uint32_t>(word.text.size());
  while (first_space > 0 && is_trailing_space(word.text[first_space - 1])) --first_space;

  CodeWriter writer(word, font.units());
  for (unsigned i = 0; i < count; ++i) {
    const double advance = position[i].x_advance;
    word.advance += advance * scale;
    if (info[i].cluster >= first_space) word.space_advance += advance * scale;

    if (word.rtl && word.glyphs[i].text_size > 1) {
      // The ligature stands for its first letter; the others, to its left, get codes without ink.
      const std::uint32_t begin = word.glyphs[i].text_begin;
      bool all = true;
      for (std::uint32_t k = 1; k < word.glyphs[i].text_size; ++k) {
        all = all && (word.text[begin + k] >> 8) == 0x06 && glyph_of_code(font, kBlankCodes) != 0;
      }
      for (std::uint32_t k = word.glyphs[i].text_size; all && --k > 0;) {
        const auto code = static_cast<std::uint16_t>(kBlankCodes + (word.text[begin + k] & 0xFF));
        writer.glyph(code);
        writer.move(-font.advance(glyph_of_code(font, code)));
        word.glyphs.push_back({code, static_cast<std::uint16_t>(begin + k), 1});
      }
      if (all) word.glyphs[i].text_size = 1;
    }
    const double nominal = font.advance(glyph_of_code(font, word.glyphs[i].code));
    writer.move(position[i].x_offset);
    writer.rise(position[i].y_offset);
    writer.glyph(word.glyphs[i].code);
    writer.move(advance - nominal - position[i].x_offset);
  }
  writer.rise(0);
  writer.flush();
}

}  // namespace sextant::pdf
