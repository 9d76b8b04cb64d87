#pragma once

#include <string>
#include <string_view>

namespace sextant {

/// The languages that the program itself speaks: English and French throughout; in the others its reports
/// speak, and its messages are English. Instruments may have any others besides.
enum class Lang { en, fr, ar };

/// A sentence of the program in both official languages, English for any other; a test fails where one is
/// empty.
struct Bilingual {
  std::string_view en;
  std::string_view fr;
  constexpr std::string_view operator()(Lang lang) const { return lang == Lang::fr ? fr : en; }
};

/// "en", "fr" or "ar".
constexpr std::string_view code_of(Lang lang) {
  return lang == Lang::fr ? "fr" : lang == Lang::ar ? "ar" : "en";
}

/// Whether `tag` is the language `code`, in whatever country: "fr", "fr-SN", "fr_FR.UTF-8".
constexpr bool is_language(std::string_view tag, std::string_view code) {
  return tag.substr(0, code.size()) == code &&
         (tag.size() == code.size() || tag[code.size()] == '-' || tag[code.size()] == '_');
}

/// The program's language for a BCP 47 tag or a POSIX locale name: "fr", "fr-SN" and "fr_FR.UTF-8" are
/// French, "ar" and "ar-MA" Arabic, everything else is English.
constexpr Lang lang_of(std::string_view tag) {
  return is_language(tag, "fr") ? Lang::fr : is_language(tag, "ar") ? Lang::ar : Lang::en;
}

/// Whether a language is written from right to left.
constexpr bool right_to_left(std::string_view tag) {
  return is_language(tag, "ar") || is_language(tag, "fa") || is_language(tag, "he") || is_language(tag, "ur");
}

}  // namespace sextant
