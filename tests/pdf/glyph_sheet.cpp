#include "tests/pdf/glyph_sheet.hpp"

#include <map>
#include <sstream>

#include "reports/pdf/style.hpp"

namespace sextant::sample {

namespace {

using namespace document;

struct Script {
  const char* family;
  bool has_bold;
  const char* texts;  ///< separated by spaces
};

constexpr Script kScripts[] = {
    {"latin", true,
     "š ž č ř ą ę ő ű ñ ç œ Æ Ł Š Ž ğ ş ț Ț İ ı ß þ Ð đ ø å ä ë ï ö ü é è ê à â î ô û ù ÿ Œ Ç É È ǿ ậ ệ ộ ữ "
     "ơ ư ẹ ọ ṣ ŋ ɛ ɔ ɖ Ɗ ɓ ə ħ ŵ ľ ď ť ů "
     "ģ ķ ļ ņ ŗ ā ī ē Ų ų « » ‹ › “ ” „ ‘ ’ … – — € % ‰ & @ § ¿ ¡ ffi fi AV To"},
    {"latin", true, "Й й Ё ё Щ щ Ъ Ж Я ї є ґ Ђ љ ў Ќ ѓ қ ң ө ү һ ӣ Ц ш"},
    {"latin", true, "ά έ ή ί ό ύ ώ ϊ ΐ Ω Ψ ξ ς Ή Ξ"},
    {"arabic", true,
     "ب ت ث ن ي ج خ ش ض ظ غ ف ق ة أ إ آ ؤ ئ پ چ گ ڤ بَيْتٌ تَعْلِيمٌ مُدَرِّسٌ سَنَةً إِنَّ شَيْءٍ ثُمَّ لا الله لأ قِسْمٍ جَدَّ ى ؟ ، ٣ "
     "٧"},
    {"cjk", false, "教 育 数 字 化 转 型 学 校 部 長 國 国 語 図 書 館 電 気 網 龍 鬱 か が ぱ ア ズ"},
    {"symbols", false, "▲ ▼ ● ○ ■ ✓ ✗ ⚠ ★"},
    {"math", false, "→ ← ↑ ↓ ≥ ≤ − ≠ ≈ ∞"},
};

/// What a careless subset would make of some letters.
const std::map<std::string, std::string>& planted_faults() {
  static const std::map<std::string, std::string> kFaults = {
      {"š", "s"}, {"Ç", "C"},     {"é", "e"},   {"Й", "И"},   {"ή", "η"}, {"ب", "ٮ"},
      {"ث", "ت"}, {"بَيْتٌ", "بَيْت"}, {"國", "国"}, {"が", "か"}, {"ậ", "ạ"}};
  return kFaults;
}

}  // namespace

GlyphSheet glyph_sheet(bool planted) {
  GlyphSheet out;
  Document& d = out.document;
  d.meta.title = "Glyph sheet";
  constexpr double kWidth = 78;
  constexpr double kHeight = 46;
  constexpr int kColumns = 6;
  constexpr int kRows = 13;
  int at = 0;
  Figure figure;
  const auto flush = [&] {
    if (figure.drawing.shapes.empty()) return;
    if (!d.blocks.empty()) d.blocks.push_back({PageBreak{}});
    figure.drawing.width = kColumns * kWidth;
    figure.drawing.height = kRows * kHeight;
    figure.alt = "Letters in cells";
    d.blocks.push_back({figure});
    figure = {};
    at = 0;
  };
  int page = 1;
  for (const Script& script : kScripts) {
    for (const bool bold_face : {false, true}) {
      if (bold_face && !script.has_bold) continue;
      std::istringstream words(script.texts);
      for (std::string text; words >> text;) {
        if (at == kColumns * kRows) {
          flush();
          ++page;
        }
        const double x = (at % kColumns) * kWidth;
        const double y = (at / kColumns) * kHeight;
        ++at;
        out.cells.push_back({page, pdf::style::kMarginSide + x, pdf::style::kMarginTop + y, kWidth, kHeight,
                             script.family, bold_face, text});
        Label label;
        label.x = x + kWidth / 2;
        label.y = y + kHeight * 0.62;
        label.size = out.size;
        label.bold = bold_face;
        label.colour = 0x000000;
        label.anchor = Anchor::middle;
        const auto fault = planted_faults().find(text);
        label.text = planted && fault != planted_faults().end() ? fault->second : text;
        figure.drawing.shapes.emplace_back(label);
      }
    }
  }
  flush();
  return out;
}

}  // namespace sextant::sample
