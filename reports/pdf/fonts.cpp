#include "reports/pdf/fonts.hpp"

#include <hb-ot.h>
#include <hb.h>

#include <cmath>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>

// From the generated assembler file (cmake/Fonts.cmake).
extern "C" {
extern const char sextant_font_regular[], sextant_font_regular_end[];
extern const char sextant_font_bold[], sextant_font_bold_end[];
extern const char sextant_font_arabic[], sextant_font_arabic_end[];
extern const char sextant_font_arabic_bold[], sextant_font_arabic_bold_end[];
extern const char sextant_font_cjk[], sextant_font_cjk_end[];
extern const char sextant_font_math[], sextant_font_math_end[];
extern const char sextant_font_symbols[], sextant_font_symbols_end[];
}

namespace sextant::pdf {

namespace {

struct Source {
  const char* name;
  const char* begin;
  const char* end;
  int stem_v;  ///< of the design; viewers use it only for substitutes, which an embedded font never has
};

const std::array<Source, kFonts>& sources() {
  static const std::array<Source, kFonts> kSources = {{
      {"NotoSans-Regular", sextant_font_regular, sextant_font_regular_end, 90},
      {"NotoSans-Bold", sextant_font_bold, sextant_font_bold_end, 150},
      {"NotoSansArabic-Regular", sextant_font_arabic, sextant_font_arabic_end, 90},
      {"NotoSansArabic-Bold", sextant_font_arabic_bold, sextant_font_arabic_bold_end, 150},
      {"DroidSansFallback", sextant_font_cjk, sextant_font_cjk_end, 90},
      {"NotoSansMath-Regular", sextant_font_math, sextant_font_math_end, 90},
      {"NotoSansSymbols2-Regular", sextant_font_symbols, sextant_font_symbols_end, 90},
  }};
  return kSources;
}

hb_blob_t* slim_table(hb_face_t*, hb_tag_t tag, void* whole) {
  switch (tag) {
    case HB_TAG('h', 'e', 'a', 'd'):
    case HB_TAG('h', 'h', 'e', 'a'):
    case HB_TAG('h', 'm', 't', 'x'):
    case HB_TAG('m', 'a', 'x', 'p'):
    case HB_TAG('l', 'o', 'c', 'a'):
    case HB_TAG('g', 'l', 'y', 'f'):
      return hb_face_reference_table(static_cast<hb_face_t*>(whole), tag);
    default:
      return nullptr;
  }
}

/// A view of the whole face that shows six tables; nothing is copied.
hb_face_t* make_slim(hb_face_t* face) {
  hb_face_t* slim = hb_face_create_for_tables(slim_table, face, nullptr);
  hb_face_set_upem(slim, hb_face_get_upem(face));
  hb_face_set_glyph_count(slim, hb_face_get_glyph_count(face));
  hb_face_make_immutable(slim);
  return slim;
}

FontMetrics read_metrics(hb_face_t* face, hb_font_t* font, int units, int stem_v) {
  const auto thousandths = [&](double value) {
    return static_cast<int>(std::lround(value * 1000.0 / units));
  };
  FontMetrics out;
  out.stem_v = stem_v;
  hb_font_extents_t extents = {};
  hb_font_get_h_extents(font, &extents);
  out.ascent = thousandths(extents.ascender);
  out.descent = thousandths(extents.descender);
  hb_position_t cap = 0;
  const bool has_cap = hb_ot_metrics_get_position(font, HB_OT_METRICS_TAG_CAP_HEIGHT, &cap) != 0;
  out.cap_height = has_cap && cap > 0 ? thousandths(cap) : 714;
  // The bounding box is four 16-bit numbers at byte 36 of 'head'.
  hb_blob_t* head = hb_face_reference_table(face, HB_TAG('h', 'e', 'a', 'd'));
  unsigned length = 0;
  const char* data = hb_blob_get_data(head, &length);
  for (unsigned i = 0; i < 4 && length >= 44; ++i) {
    const auto byte = [&](unsigned at) {
      return static_cast<unsigned>(static_cast<unsigned char>(data[at]));
    };
    const auto value = static_cast<std::int16_t>((byte(36 + 2 * i) << 8) | byte(37 + 2 * i));
    out.box[i] = thousandths(value);
  }
  hb_blob_destroy(head);
  return out;
}

}  // namespace

Font::Font(FontId id) {
  const Source& source = sources()[static_cast<std::size_t>(id)];
  name_ = source.name;
  hb_blob_t* blob = hb_blob_create(source.begin, static_cast<unsigned>(source.end - source.begin),
                                   HB_MEMORY_MODE_READONLY, nullptr, nullptr);
  face_ = hb_face_create(blob, 0);
  hb_blob_destroy(blob);
  hb_face_make_immutable(face_);
  units_ = static_cast<int>(hb_face_get_upem(face_));
  glyphs_ = static_cast<int>(hb_face_get_glyph_count(face_));
  // HarfBuzz opens anything, even nothing; a font without glyphs is how damage shows. Codes from 0xFD00 on
  // are ours (words.hpp).
  if (glyphs_ < 100 || glyphs_ >= 0xFD00 || units_ <= 0) {
    hb_face_destroy(face_);
    throw std::runtime_error("the font " + std::string(name_) + " inside the program is damaged");
  }
  font_ = hb_font_create(face_);
  hb_font_set_scale(font_, units_, units_);
  hb_font_make_immutable(font_);
  slim_ = make_slim(face_);
  metrics_ = read_metrics(face_, font_, units_, source.stem_v);
}

Font::~Font() {
  hb_face_destroy(slim_);
  hb_font_destroy(font_);
  hb_face_destroy(face_);
}

const Font& Font::get(FontId id) {
  // Opened one by one: a report without Chinese never touches the 4 MB of its font.
  static std::array<std::once_flag, kFonts> once;
  static std::array<std::optional<Font>, kFonts> fonts;
  const auto i = static_cast<std::size_t>(id);
  std::call_once(once[i], [&] { fonts[i].emplace(id); });
  return *fonts[i];
}

std::uint16_t Font::glyph(char32_t character) const {
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(font_, character, &glyph) != 0 ? static_cast<std::uint16_t>(glyph)
                                                                  : std::uint16_t{0};
}

int Font::advance(std::uint16_t glyph) const {
  return hb_font_get_glyph_h_advance(font_, glyph);
}

}  // namespace sextant::pdf
