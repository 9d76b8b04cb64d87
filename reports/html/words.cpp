#include "reports/html/words.hpp"

#include <array>

namespace sextant::html {

namespace {

constexpr std::array<Words, 3> kWords = {{
    {"en", "Skip to the report", "Contents", "Attention", "Projector mode", "Leave projector mode",
     "Previous", "Next", "Hide names", "Show names", "Part {n} of {all}"},
    {"fr", "Aller au rapport", "Sommaire", "Attention", "Mode projection", "Quitter la projection",
     "Précédent", "Suivant", "Masquer les noms", "Afficher les noms", "Partie {n} sur {all}"},
    {"ar", "انتقل إلى التقرير", "المحتويات", "تنبيه", "وضع العرض", "إنهاء العرض", "السابق", "التالي",
     "إخفاء الأسماء", "إظهار الأسماء", "الجزء {n} من {all}"},
}};

}  // namespace

const Words& words_for(std::string_view language) {
  const std::string_view primary = language.substr(0, language.find('-'));
  for (const Words& words : kWords) {
    if (words.language == primary) return words;
  }
  return kWords[0];
}

}  // namespace sextant::html
