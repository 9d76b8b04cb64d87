#include "reports/pdf/embedding.hpp"

#include <hb-subset.h>
#include <hb.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

#include "reports/pdf/content.hpp"
#include "reports/pdf/utf8.hpp"

namespace sextant::pdf {

namespace {

constexpr std::size_t kKeptSubsets = 16;

struct Destroy {
  void operator()(hb_subset_input_t* p) const { hb_subset_input_destroy(p); }
  void operator()(hb_subset_plan_t* p) const { hb_subset_plan_destroy(p); }
  void operator()(hb_face_t* p) const { hb_face_destroy(p); }
  void operator()(hb_blob_t* p) const { hb_blob_destroy(p); }
};
template <class T>
using Owned = std::unique_ptr<T, Destroy>;

std::string tag_of(FontId font, const std::vector<std::uint16_t>& glyphs) {
  std::uint64_t hash = 0xCBF29CE484222325ULL + static_cast<std::uint64_t>(font);
  for (const std::uint16_t glyph : glyphs) hash = (hash ^ glyph) * 0x100000001B3ULL;
  std::string tag;
  for (int i = 0; i < 6; ++i) {
    tag += static_cast<char>('A' + hash % 26);
    hash /= 26;
  }
  return tag;
}

/// Consecutive glyphs share an array: `5 [600 512] 9 [260]`.
std::string widths_of(const Font& font, const std::vector<std::uint16_t>& glyphs) {
  std::string out;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    const bool follows = i > 0 && glyphs[i] == glyphs[i - 1] + 1;
    if (!follows) {
      if (i > 0) out += ']';
      append_integer(glyphs[i], out);
      out += '[';
    } else {
      out += ' ';
    }
    append_number(font.advance(glyph_of_code(font, glyphs[i])) * 1000.0 / font.units(), out);
  }
  if (!glyphs.empty()) out += ']';
  return out;
}

std::string to_unicode(FontId font, const GlyphUsage& usage, const std::vector<std::uint16_t>& glyphs) {
  std::string out =
      "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
      "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n";
  std::vector<std::uint16_t> mapped;
  for (const std::uint16_t glyph : glyphs) {
    if (!usage.text(font, glyph).empty()) mapped.push_back(glyph);
  }
  for (std::size_t i = 0; i < mapped.size(); i += 100) {  // no more in one section
    const std::size_t end = std::min(mapped.size(), i + 100);
    append_integer(static_cast<std::uint32_t>(end - i), out);
    out += " beginbfchar\n";
    for (std::size_t k = i; k < end; ++k) {
      out += '<';
      append_utf16_hex(std::u32string(1, static_cast<char32_t>(mapped[k])), out);
      out += "><";
      append_utf16_hex(usage.text(font, mapped[k]), out);
      out += ">\n";
    }
    out += "endbfchar\n";
  }
  out += "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n";
  return out;
}

/// A place for each glyph of the font, then for each second code (words.hpp).
std::size_t slot_of(const Font& font, std::uint16_t code) {
  return code < kMirrorCodes ? code : static_cast<std::size_t>(font.glyphs()) + (code - kMirrorCodes);
}

EmbeddedFont make_subset(FontId id, std::vector<std::uint16_t> glyphs, Deflater& deflater) {
  const Font& font = Font::get(id);
  EmbeddedFont out;
  out.font = id;
  out.level = deflater.level();
  out.tag = tag_of(id, glyphs);
  const auto fail = [&] {
    return std::runtime_error("the font " + std::string(font.name()) +
                              " could not be made ready for the PDF");
  };

  const Owned<hb_subset_input_t> input(hb_subset_input_create_or_fail());
  if (!input) throw fail();
  hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
  for (const std::uint16_t code : glyphs) hb_set_add(wanted, glyph_of_code(font, code));
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  const Owned<hb_subset_plan_t> plan(hb_subset_plan_create_or_fail(font.slim(), input.get()));
  if (!plan) throw fail();
  const Owned<hb_face_t> face(hb_subset_plan_execute_or_fail(plan.get()));
  if (!face) throw fail();
  const Owned<hb_blob_t> blob(hb_face_reference_blob(face.get()));
  unsigned size = 0;
  const char* data = hb_blob_get_data(blob.get(), &size);
  if (size == 0) throw fail();
  out.file = deflater.compress({data, size});
  out.file_size = size;

  const int last = glyphs.empty() ? 0 : glyphs.back();
  std::string map(static_cast<std::size_t>(last + 1) * 2, '\0');
  std::string set(static_cast<std::size_t>(last) / 8 + 1, '\0');
  const hb_map_t* mapping = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  const auto mark = [&](std::uint16_t code) {
    set[code / 8U] = static_cast<char>(static_cast<unsigned char>(set[code / 8U]) | (0x80U >> (code % 8U)));
  };
  mark(0);  // .notdef is always there
  for (const std::uint16_t code : glyphs) {
    const hb_codepoint_t now = hb_map_get(mapping, glyph_of_code(font, code));
    if (now == HB_MAP_VALUE_INVALID) throw fail();
    map[code * 2U] = static_cast<char>(static_cast<unsigned char>(now >> 8));
    map[code * 2U + 1] = static_cast<char>(static_cast<unsigned char>(now & 0xFF));
    mark(code);
  }
  out.glyph_map = deflater.compress(map);
  out.cid_set = deflater.compress(set);
  out.widths = widths_of(font, glyphs);
  out.glyphs = std::move(glyphs);
  return out;
}

}  // namespace

void GlyphUsage::start_document() {
  ++document_;
  for (PerFont& font : fonts_) {
    if (!font.used.empty()) {
      const Font& face = Font::get(static_cast<FontId>(&font - fonts_.data()));
      for (const std::uint16_t code : font.used) font.slot[slot_of(face, code)] = 0;
    }
    font.used.clear();
    font.text.clear();
  }
}

void GlyphUsage::note_all(const Word& word) {
  word.noted_in = document_;
  PerFont& font = fonts_[static_cast<std::size_t>(word.font)];
  const Font& face = Font::get(word.font);
  if (font.slot.empty()) font.slot.resize(slot_of(face, 0xFFFF) + 1, 0);
  for (const GlyphUse& use : word.glyphs) {
    const std::u32string_view text = std::u32string_view(word.text).substr(use.text_begin, use.text_size);
    std::int32_t& slot = font.slot[slot_of(face, use.code)];
    if (slot == 0) {
      font.used.push_back(use.code);
      font.text.emplace_back(text);
      slot = static_cast<std::int32_t>(font.text.size());
      continue;
    }
    // Two texts for one glyph (a space and a no-break space): the shorter, then the smaller, whatever the
    // order.
    std::u32string& known = font.text[static_cast<std::size_t>(slot - 1)];
    if (!text.empty() && text != known &&
        (known.empty() || text.size() < known.size() || (text.size() == known.size() && text < known))) {
      known = text;
    }
  }
}

std::vector<std::uint16_t> GlyphUsage::glyphs(FontId font) const {
  std::vector<std::uint16_t> out = fonts_[static_cast<std::size_t>(font)].used;
  std::sort(out.begin(), out.end());
  return out;
}

std::u32string_view GlyphUsage::text(FontId font, std::uint16_t glyph) const {
  const PerFont& used = fonts_[static_cast<std::size_t>(font)];
  const std::int32_t slot = used.slot[slot_of(Font::get(font), glyph)];
  return slot == 0 ? std::u32string_view{}
                   : std::u32string_view(used.text[static_cast<std::size_t>(slot - 1)]);
}

const EmbeddedFont& SubsetCache::get(FontId font, std::vector<std::uint16_t> glyphs, Deflater& deflater) {
  const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const EmbeddedFont& kept) {
    return kept.font == font && kept.level == deflater.level() && kept.glyphs == glyphs;
  });
  if (found != kept_.end()) {
    kept_.splice(kept_.begin(), kept_, found);
  } else {
    kept_.push_front(make_subset(font, std::move(glyphs), deflater));
    if (kept_.size() > kKeptSubsets) kept_.pop_back();
  }
  return kept_.front();
}

ObjectId embed_font(FontId id, const GlyphUsage& usage, SubsetCache& cache, Deflater& deflater,
                    Objects& objects) {
  const Font& font = Font::get(id);
  const EmbeddedFont& subset = cache.get(id, usage.glyphs(id), deflater);
  const bool deflated = deflater.level() > 0;
  const std::string name = subset.tag + "+" + std::string(font.name());

  const ObjectId file =
      objects.add_stream("/Length1 " + std::to_string(subset.file_size), subset.file, deflated);
  const ObjectId set = objects.add_stream("", subset.cid_set, deflated);
  const ObjectId map = objects.add_stream("", subset.glyph_map, deflated);
  const ObjectId unicode =
      objects.add_stream("", deflater.compress(to_unicode(id, usage, subset.glyphs)), deflated);
  const FontMetrics& m = font.metrics();
  std::string descriptor = "/Type/FontDescriptor/FontName/" + name + "/Flags 4/ItalicAngle 0/FontBBox[";
  for (const int edge : m.box) descriptor += std::to_string(edge) + " ";
  descriptor += "]/Ascent " + std::to_string(m.ascent) + "/Descent " + std::to_string(m.descent) +
                "/CapHeight " + std::to_string(m.cap_height) + "/StemV " + std::to_string(m.stem_v) +
                "/FontFile2 " + reference(file) + "/CIDSet " + reference(set);
  const ObjectId described = objects.add(std::move(descriptor));
  const ObjectId descendant = objects.add(
      "/Type/Font/Subtype/CIDFontType2/BaseFont/" + name +
      "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/FontDescriptor " +
      reference(described) + "/CIDToGIDMap " + reference(map) + "/W[" + subset.widths + "]");
  return objects.add("/Type/Font/Subtype/Type0/BaseFont/" + name + "/Encoding/Identity-H/DescendantFonts[" +
                     reference(descendant) + "]/ToUnicode " + reference(unicode));
}

}  // namespace sextant::pdf
