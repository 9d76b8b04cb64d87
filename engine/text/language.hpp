#pragma once

#include <string>
#include <string_view>

namespace sextant {

/// The languages that the program itself speaks. Instruments may have any others besides.
enum class Lang { en, fr };

/// A sentence of the program in both languages; a test fails where one is empty.
struct Bilingual {
  std::string_view en;
  std::string_view fr;
  constexpr std::string_view operator()(Lang lang) const { return lang == Lang::fr ? fr : en; }
};

/// "en" or "fr".
constexpr std::string_view code_of(Lang lang) {
  return lang == Lang::fr ? "fr" : "en";
}

/// The program's language for a BCP 47 tag or a POSIX locale name: "fr", "fr-SN" and "fr_FR.UTF-8" are
/// French, everything else is English.
constexpr Lang lang_of(std::string_view tag) {
  return tag.substr(0, 2) == "fr" && (tag.size() == 2 || tag[2] == '-' || tag[2] == '_') ? Lang::fr
                                                                                         : Lang::en;
}

}  // namespace sextant
