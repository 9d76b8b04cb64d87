#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/scoring/score.hpp"
#include "engine/text/fill.hpp"
#include "engine/text/language.hpp"
#include "reports/document/words.hpp"

namespace sextant::document {

/// The words that reports and tables print around the instrument's own texts.
enum class Phrase {
#define PHRASE(name, en, fr) name,
#include "reports/document/phrases.inc"
#undef PHRASE
};

/// A phrase in Arabic; empty where phrases_ar.inc has none.
std::string_view arabic(Phrase phrase);
/// A phrase as it is written in its file, with its places: in English where it has no words in that language.
std::string_view text_of(Phrase phrase, Lang lang);

/// A phrase in a language, typeset; in English where it has no words in that language.
std::string say(Phrase phrase, Lang lang, const Args& args = {});
/// The same, keeping the marks of what fills its places; a digit of the phrase itself is of "@phrase/NAME".
Words phrase_words(Phrase phrase, Lang lang, const Places& places = {});

struct PhraseInfo {
  std::string_view name;
  Bilingual text;
};
const std::vector<PhraseInfo>& all_phrases();

/// "scored", "not enough answers" and so on, for a reader.
std::string say(NodeState state, Lang lang);
std::string say(AnswerState state, Lang lang);

/// "1.9 to 2.8"; one number where both ends print the same; an en dash where there is none.
std::string range_text(const std::optional<Range>& range, const Scale& scale, Lang lang);
/// What stands where there is nothing to print.
std::string dash();

/// Typography of a language: in French, no-break spaces before : ; ! ? » and %, and after «, and the curved
/// apostrophe; in Arabic, the Arabic comma, semicolon and question mark beside Arabic words, and no-break
/// spaces inside numbers; in every language the curved apostrophe inside words. Does nothing twice.
std::string typeset(std::string_view text, std::string_view language);

/// A day as it is written in a language: "25 March 2025", "25 mars 2025", "25 مارس 2025"; anything else as it
/// is.
std::string day(std::string_view iso, Lang lang);

/// "a, b and c", "a, b et c", "أ، وب، وج".
std::string listed(const std::vector<std::string>& words, Lang lang);
Words listed(const std::vector<Words>& words, Lang lang);

}  // namespace sextant::document
