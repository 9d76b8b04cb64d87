#include "reports/document/phrases.hpp"

#include <doctest/doctest.h>

using namespace sextant;
using namespace sextant::document;

TEST_CASE("French has no-break spaces before high punctuation and inside guillemets") {
  CHECK(typeset("Oui : non ; quoi ? voilà !", "fr") == "Oui\u00A0: non\u00A0; quoi\u00A0? voilà\u00A0!");
  CHECK(typeset("« mot »", "fr-SN") == "«\u00A0mot\u00A0»");
  CHECK(typeset("67 %", "fr") == "67\u00A0%");
  CHECK(typeset("à 10:30, voir a;b", "fr") == "à 10:30, voir a;b");  // no space is invented
  CHECK(typeset("voir https://example.org ?", "fr") == "voir https://example.org\u00A0?");
  CHECK(typeset("un\u202F: deux", "fr") == "un\u00A0: deux");
}

TEST_CASE("English keeps its spaces") {
  CHECK(typeset("what ? 67 % « x »", "en") == "what ? 67 % « x »");
}

TEST_CASE("the apostrophe inside a word is curved in every language, a quote is not") {
  CHECK(typeset("l'école, aujourd'hui", "fr") == "l’école, aujourd’hui");
  CHECK(typeset("don't", "en") == "don’t");
  CHECK(typeset("d'État, qu'à", "fr") == "d’État, qu’à");
  CHECK(typeset("'quoted'", "en") == "'quoted'");
  CHECK(typeset("5' 3", "en") == "5' 3");
  CHECK(typeset("the 1990's", "en") == "the 1990's");
}

TEST_CASE("typesetting twice changes nothing") {
  for (const char* text :
       {"« l'un » : 67 % ; quoi ?!", "a  : b", "«x»", "", " ", ": a", "'", "l''un", "« « x » »", "é'é'é"}) {
    for (const char* language : {"fr", "en", "ar"}) {
      CAPTURE(text);
      const std::string once = typeset(text, language);
      CHECK(typeset(once, language) == once);
    }
  }
}

TEST_CASE("every phrase is typeset once and for all, and holds no straight apostrophe inside a word") {
  for (std::size_t i = 0; i < all_phrases().size(); ++i) {
    for (const Lang lang : {Lang::en, Lang::fr}) {
      const std::string text = say(static_cast<Phrase>(i), lang);
      CAPTURE(text);
      CHECK(typeset(text, code_of(lang)) == text);
    }
  }
}

TEST_CASE("a day is written as the language writes it") {
  CHECK(day("2025-03-25", Lang::en) == "25\u00A0March 2025");
  CHECK(day("2025-03-25", Lang::fr) == "25\u00A0mars 2025");
  CHECK(day("2025-08-01", Lang::fr) == "1er\u00A0août 2025");
  CHECK(day("2025-08-01", Lang::en) == "1\u00A0August 2025");
  CHECK(day("2024-02-29", Lang::fr) == "29\u00A0février 2024");
  CHECK(day("2025-02-29", Lang::fr) == "2025-02-29");  // no such day
  CHECK(day("spring", Lang::en) == "spring");
  CHECK(day("", Lang::en) == "");
}

TEST_CASE("words are listed with and at the end") {
  CHECK(listed(std::vector<std::string>{}, Lang::en) == "");
  CHECK(listed(std::vector<std::string>{"a"}, Lang::en) == "a");
  CHECK(listed(std::vector<std::string>{"a", "b"}, Lang::en) == "a and b");
  CHECK(listed(std::vector<std::string>{"a", "b", "c"}, Lang::fr) == "a, b et c");
}

TEST_CASE("a range is two numbers, or one where both print the same") {
  Scale scale;
  scale.min = 1;
  scale.max = 4;
  for (const double from : {1.0, 1.75, 2.5, 3.25}) {
    scale.levels.emplace_back();
    scale.levels.back().from = from;
  }
  CHECK(range_text(Range{1.9, 2.8}, scale, Lang::en) == "1.9 to 2.8");
  CHECK(range_text(Range{1.9, 2.8}, scale, Lang::fr) == "1,9 à 2,8");
  CHECK(range_text(Range{2.01, 2.02}, scale, Lang::en) == "2.0");
  CHECK(range_text(Range{2.49, 2.5}, scale, Lang::en) == "2.49 to 2.5");
  CHECK(range_text(std::nullopt, scale, Lang::en) == dash());
}

TEST_CASE("states are said in words") {
  CHECK(say(NodeState::not_assessed, Lang::en) == "not assessed");
  CHECK(say(NodeState::not_applicable, Lang::fr) == "sans objet");
  CHECK(say(AnswerState::dont_know, Lang::en) == "don’t know");
  CHECK(say(AnswerState::not_asked, Lang::fr) == "non posée");
}
