#include <doctest/doctest.h>

#include <algorithm>
#include <regex>
#include <set>

#include "reports/document/phrases.hpp"

using namespace sextant;
using namespace sextant::document;

namespace {

/// The names in braces of a phrase.
std::multiset<std::string> places(const std::string& text) {
  static const std::regex kPlace("\\{[a-z]+\\}");
  return {std::sregex_token_iterator(text.begin(), text.end(), kPlace), {}};
}

}  // namespace

TEST_CASE("Arabic is a language of reports, and messages are English then") {
  CHECK(lang_of("ar") == Lang::ar);
  CHECK(lang_of("ar-MA") == Lang::ar);
  CHECK(lang_of("ar_EG.UTF-8") == Lang::ar);
  CHECK(lang_of("arn") == Lang::en);  // Mapudungun
  CHECK(code_of(Lang::ar) == "ar");
  CHECK(Bilingual{"yes", "oui"}(Lang::ar) == "yes");
}

TEST_CASE("some languages run from right to left") {
  for (const char* tag : {"ar", "ar-SD", "fa", "he", "ur-PK"}) CHECK(right_to_left(tag));
  for (const char* tag : {"en", "fr", "arn", "hex", "", "zh"}) CHECK_FALSE(right_to_left(tag));
}

TEST_CASE("an Arabic phrase has the places of the English one, each once or more") {
  int translated = 0;
  for (std::size_t i = 0; i < all_phrases().size(); ++i) {
    const std::string arabic_text(arabic(static_cast<Phrase>(i)));
    if (arabic_text.empty()) continue;
    ++translated;
    CAPTURE(all_phrases()[i].name);
    CHECK(places(arabic_text) == places(std::string(all_phrases()[i].text.en)));
    CHECK(say(static_cast<Phrase>(i), Lang::ar) == typeset(arabic_text, "ar"));
    // Latin punctuation and digits of the program's own would look foreign beside Arabic words.
    CHECK(arabic_text.find_first_of(",;?'\"") == std::string::npos);
  }
  CHECK(translated > 100);
}

TEST_CASE("what Arabic lacks is said in English") {
  CHECK(arabic(Phrase::learn_what).empty());
  CHECK(say(Phrase::learn_what, Lang::ar) == "What it is");
  CHECK(say(Phrase::contents, Lang::ar) == "المحتويات");
}

TEST_CASE("commas, semicolons and question marks beside Arabic words are Arabic ones") {
  CHECK(typeset("وزارة, مديرة; ماذا?", "ar") == "وزارة، مديرة؛ ماذا؟");
  CHECK(typeset("mini, الإصدار 2", "ar") == "mini، الإصدار 2");
  CHECK(typeset("EMIS, and WB; 1,5?", "ar") == "EMIS, and WB; 1,5?");
  CHECK(typeset("الجدول 12, 2024 (مؤقت), 2.0", "ar") == "الجدول 12، 2024 (مؤقت)، 2.0");
  CHECK(typeset("قيمتها 1,5 وحدها", "ar") == "قيمتها 1,5 وحدها");
  CHECK(typeset("وزارة, مديرة", "en") == "وزارة, مديرة");
}

TEST_CASE("the thousands of a number stay together in Arabic") {
  CHECK(typeset("من أصل 1 340 مدرسة", "ar") == "من أصل 1\u00A0340 مدرسة");
  CHECK(typeset("38 500", "ar") == "38\u00A0500");
  CHECK(typeset("عام 2024 1340", "ar") == "عام 2024 1340");
  CHECK(typeset("1 340", "en") == "1 340");
}

TEST_CASE("Arabic days and lists") {
  CHECK(day("2025-03-01", Lang::ar) == "1\u00A0مارس 2025");
  CHECK(day("2024-12-31", Lang::ar) == "31\u00A0ديسمبر 2024");
  CHECK(listed(std::vector<std::string>{"أ"}, Lang::ar) == "أ");
  CHECK(listed(std::vector<std::string>{"أ", "ب"}, Lang::ar) == "أ وب");
  CHECK(listed(std::vector<std::string>{"أ", "ب", "ج"}, Lang::ar) == "أ، وب، وج");
}
