#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>

struct hb_face_t;
struct hb_font_t;

/// The fonts inside the program: shared by all threads, never changed after they are opened.
namespace sextant::pdf {

/// In the order in which a character looks for its glyph. The bold faces cover what their regular faces do.
enum class FontId : std::uint8_t { regular, bold, arabic, arabic_bold, cjk, math, symbols };
inline constexpr int kFonts = 7;

/// What PDF's font descriptor wants to know, in thousandths of the size.
struct FontMetrics {
  int ascent = 0, descent = 0, cap_height = 0, stem_v = 0;
  std::array<int, 4> box = {};
};

/// One font, opened once for the whole process on first use.
class Font {
 public:
  /// Opens (once) and returns the font; throws std::runtime_error if its data are damaged.
  static const Font& get(FontId id);

  [[nodiscard]] std::string_view name() const { return name_; }
  /// For shaping; immutable, so that threads may share it.
  [[nodiscard]] hb_font_t* shaper() const { return font_; }
  /// Outlines and metrics only: the source of subsets. A subset of this face takes 0.1 ms, one of the
  /// full face many times that.
  [[nodiscard]] hb_face_t* slim() const { return slim_; }
  [[nodiscard]] int units() const { return units_; }
  [[nodiscard]] int glyphs() const { return glyphs_; }
  [[nodiscard]] const FontMetrics& metrics() const { return metrics_; }
  /// The glyph of a character, 0 if there is none.
  [[nodiscard]] std::uint16_t glyph(char32_t character) const;
  /// The advance of a glyph in font units.
  [[nodiscard]] int advance(std::uint16_t glyph) const;

  explicit Font(FontId id);
  Font(const Font&) = delete;
  Font& operator=(const Font&) = delete;
  ~Font();

 private:
  std::string_view name_;
  hb_face_t* face_ = nullptr;
  hb_font_t* font_ = nullptr;
  hb_face_t* slim_ = nullptr;
  int units_ = 1000;
  int glyphs_ = 0;
  FontMetrics metrics_;
};

}  // namespace sextant::pdf
