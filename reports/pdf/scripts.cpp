#include <algorithm>
#include <array>
#include <cstdio>

#include "reports/pdf/render.hpp"

namespace sextant::pdf {

namespace {

struct Script {
  char32_t first, last;
  Bilingual name;
};

/// Blocks of the Unicode standard, by the script that they hold.
constexpr std::array<Script, 27> kScripts = {{
    {0x0530, 0x058F, {"Armenian", "arménien"}}, {0x0590, 0x05FF, {"Hebrew", "hébreu"}},
    {0x0700, 0x074F, {"Syriac", "syriaque"}},   {0x0780, 0x07BF, {"Thaana", "thâna"}},
    {0x07C0, 0x07FF, {"N'Ko", "n'ko"}},         {0x0900, 0x097F, {"Devanagari", "dévanagari"}},
    {0x0980, 0x09FF, {"Bengali", "bengali"}},   {0x0A00, 0x0A7F, {"Gurmukhi", "gourmoukhî"}},
    {0x0A80, 0x0AFF, {"Gujarati", "gujarati"}}, {0x0B00, 0x0B7F, {"Odia", "odia"}},
    {0x0B80, 0x0BFF, {"Tamil", "tamoul"}},      {0x0C00, 0x0C7F, {"Telugu", "télougou"}},
    {0x0C80, 0x0CFF, {"Kannada", "kannada"}},   {0x0D00, 0x0D7F, {"Malayalam", "malayalam"}},
    {0x0D80, 0x0DFF, {"Sinhala", "cingalais"}}, {0x0E00, 0x0E7F, {"Thai", "thaï"}},
    {0x0E80, 0x0EFF, {"Lao", "lao"}},           {0x0F00, 0x0FFF, {"Tibetan", "tibétain"}},
    {0x1000, 0x109F, {"Myanmar", "birman"}},    {0x10A0, 0x10FF, {"Georgian", "géorgien"}},
    {0x1100, 0x11FF, {"Hangul", "hangûl"}},     {0x1200, 0x139F, {"Ethiopic", "éthiopien"}},
    {0x1780, 0x17FF, {"Khmer", "khmer"}},       {0x1800, 0x18AF, {"Mongolian", "mongol"}},
    {0x2D30, 0x2D7F, {"Tifinagh", "tifinagh"}}, {0x3130, 0x318F, {"Hangul", "hangûl"}},
    {0xAC00, 0xD7FF, {"Hangul", "hangûl"}},
}};

}  // namespace

std::string script_names(const std::vector<char32_t>& characters, Lang lang) {
  std::vector<std::string> names;
  for (const char32_t c : characters) {
    const auto* const script = std::find_if(kScripts.begin(), kScripts.end(),
                                            [c](const Script& s) { return c >= s.first && c <= s.last; });
    std::string name;
    if (script != kScripts.end()) {
      name = script->name(lang);
    } else {
      std::array<char, 16> number{};
      std::snprintf(number.data(), number.size(), "U+%04X", static_cast<unsigned>(c));
      name = number.data();
    }
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  }
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

}  // namespace sextant::pdf
