#include "reports/document/phrases.hpp"

#include <array>

#include "engine/syntax/fields.hpp"

namespace sextant::document {

const std::vector<PhraseInfo>& all_phrases() {
  static const std::vector<PhraseInfo> phrases = {
#define PHRASE(name, en, fr) {#name, {en, fr}},
#include "reports/document/phrases.inc"
#undef PHRASE
  };
  return phrases;
}

std::string_view arabic(Phrase phrase) {
  switch (phrase) {
#define PHRASE_AR(name, ar) \
  case Phrase::name:        \
    return ar;
#include "reports/document/phrases_ar.inc"
#undef PHRASE_AR
    default:
      return {};
  }
}

std::string_view text_of(Phrase phrase, Lang lang) {
  const std::string_view text = lang == Lang::ar ? arabic(phrase) : std::string_view();
  return text.empty() ? all_phrases()[static_cast<std::size_t>(phrase)].text(lang) : text;
}

std::string say(Phrase phrase, Lang lang, const Args& args) {
  return typeset(fill(text_of(phrase, lang), args), code_of(lang));
}

Words phrase_words(Phrase phrase, Lang lang, const Places& places) {
  const PhraseInfo& info = all_phrases()[static_cast<std::size_t>(phrase)];
  return typeset_words(fill_words(text_of(phrase, lang), places, "@phrase/" + std::string(info.name)),
                       code_of(lang));
}

std::string say(NodeState state, Lang lang) {
  switch (state) {
    case NodeState::scored:
      return say(Phrase::state_scored, lang);
    case NodeState::insufficient:
      return say(Phrase::state_insufficient, lang);
    case NodeState::not_assessed:
      return say(Phrase::state_not_assessed, lang);
    case NodeState::not_applicable:
      return say(Phrase::state_not_applicable, lang);
    case NodeState::not_asked:
      return say(Phrase::state_not_asked, lang);
  }
  return {};
}

std::string say(AnswerState state, Lang lang) {
  switch (state) {
    case AnswerState::answered:
      return say(Phrase::answer_answered, lang);
    case AnswerState::dont_know:
      return say(Phrase::answer_dont_know, lang);
    case AnswerState::not_applicable:
      return say(Phrase::answer_not_applicable, lang);
    case AnswerState::unanswered:
      return say(Phrase::answer_unanswered, lang);
    case AnswerState::not_asked:
      return say(Phrase::answer_not_asked, lang);
  }
  return {};
}

std::string dash() {
  return "–";
}

std::string range_text(const std::optional<Range>& range, const Scale& scale, Lang lang) {
  if (!range) return dash();
  const std::string low = display(range->low, scale, lang);
  const std::string high = display(range->high, scale, lang);
  return low == high ? low : say(Phrase::from_to, lang, {{"low", low}, {"high", high}});
}

namespace {

constexpr std::string_view kNoBreak = "\u00A0";

bool starts_with(std::string_view text, std::size_t at, std::string_view what) {
  return text.substr(at, what.size()) == what;
}

/// How many bytes the space at `at` takes: a plain space or one of the no-break spaces; 0 for none.
std::size_t space_at(std::string_view text, std::size_t at) {
  if (starts_with(text, at, " ")) return 1;
  if (starts_with(text, at, kNoBreak)) return kNoBreak.size();
  if (starts_with(text, at, "\u202F")) return 3;
  return 0;
}

/// The Arabic form of a comma, semicolon or question mark; empty for anything else.
std::string_view arabic_mark(char c) {
  return c == ',' ? "،" : c == ';' ? "؛" : c == '?' ? "؟" : std::string_view();
}

/// Whether the last letter of `before`, or else the character after the spaces that `after` begins with, is
/// Arabic (U+0600 to U+06FF: the bytes D8 to DB lead it). A sign between two digits belongs to their number.
bool beside_arabic(std::string_view before, std::string_view after) {
  const auto leads = [](char c) {
    return static_cast<unsigned char>(c) >= 0xD8 && static_cast<unsigned char>(c) <= 0xDB;
  };
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (!before.empty() && !after.empty() && digit(before.back()) && digit(after.front())) return false;
  for (std::size_t at = before.size(); at-- > 0;) {
    if (leads(before[at])) return true;
    if ((before[at] >= 'a' && before[at] <= 'z') || (before[at] >= 'A' && before[at] <= 'Z')) break;
  }
  const std::size_t next = after.find_first_not_of(' ');
  return next != std::string_view::npos && next > 0 && leads(after[next]);
}

/// Whether the space at `at` parts the thousands of a number: "1 340". Between two numbers in right-to-left
/// text, a plain space would let them change places.
bool parts_thousands(std::string_view text, std::size_t at) {
  const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  return text[at] == ' ' && at > 0 && digit(at - 1) && digit(at + 1) && digit(at + 2) && digit(at + 3) &&
         !digit(at + 4);
}

bool letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

namespace {

/// Typesets `text`; `boundaries` are offsets into it, rising, and become offsets into the result.
std::string typeset_with(std::string_view text, std::string_view language,
                         const std::vector<std::uint32_t*>& boundaries) {
  const bool french = lang_of(language) == Lang::fr;
  const bool in_arabic = lang_of(language) == Lang::ar;
  std::string out;
  out.reserve(text.size() + 16);
  std::size_t next = 0;
  const auto moved = [&](std::size_t at) {
    for (; next < boundaries.size() && *boundaries[next] <= at; ++next)
      *boundaries[next] = static_cast<std::uint32_t>(out.size());
  };
  for (std::size_t at = 0; at < text.size();) {
    moved(at);
    const std::size_t space = french ? space_at(text, at) : 0;
    if (space > 0) {
      const std::string_view rest = text.substr(at + space);
      const bool before =
          !rest.empty() &&
          (std::string_view(":;!?%").find(rest[0]) != std::string_view::npos || starts_with(rest, 0, "»"));
      const bool after = out.size() >= 2 && out.compare(out.size() - 2, 2, "«") == 0;
      out += before || after ? kNoBreak : text.substr(at, space);
      at += space;
    } else if (in_arabic && parts_thousands(text, at)) {
      out += kNoBreak;
      ++at;
    } else if (in_arabic && !arabic_mark(text[at]).empty() && beside_arabic(out, text.substr(at + 1))) {
      out += arabic_mark(text[at++]);
    } else if (text[at] == '\'' && at > 0 && at + 1 < text.size() && letter(text[at - 1]) &&
               letter(text[at + 1])) {
      out += "’";
      ++at;
    } else {
      out += text[at++];
    }
  }
  moved(text.size());
  return out;
}

}  // namespace

std::string typeset(std::string_view text, std::string_view language) {
  return typeset_with(text, language, {});
}

Words typeset_words(const Words& words, std::string_view language) {
  Words out = words;
  std::vector<std::uint32_t*> boundaries;
  boundaries.reserve(2 * out.marks_.size());
  for (Mark& mark : out.marks_) {
    boundaries.push_back(&mark.begin);
    boundaries.push_back(&mark.end);
  }
  out.text_ = typeset_with(words.text_, language, boundaries);
  return out;
}

std::string day(std::string_view iso, Lang lang) {
  if (!is_date(iso)) return std::string(iso);
  constexpr std::array<std::string_view, 12> kArabicMonths = {"يناير",  "فبراير", "مارس",   "أبريل",
                                                              "مايو",   "يونيو",  "يوليو",  "أغسطس",
                                                              "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"};
  constexpr std::array<Bilingual, 12> kMonths = {{{"January", "janvier"},
                                                  {"February", "février"},
                                                  {"March", "mars"},
                                                  {"April", "avril"},
                                                  {"May", "mai"},
                                                  {"June", "juin"},
                                                  {"July", "juillet"},
                                                  {"August", "août"},
                                                  {"September", "septembre"},
                                                  {"October", "octobre"},
                                                  {"November", "novembre"},
                                                  {"December", "décembre"}}};
  const auto two = [&](std::size_t at) { return (iso[at] - '0') * 10 + (iso[at + 1] - '0'); };
  const auto index = static_cast<std::size_t>(two(5)) - 1;
  const std::string month(lang == Lang::ar ? kArabicMonths[index] : kMonths[index](lang));
  const std::string number = lang == Lang::fr && two(8) == 1 ? "1er" : std::to_string(two(8));
  return number + "\u00A0" + month + " " + std::string(iso.substr(0, 4));
}

namespace {

template <typename String>
String list_of(const std::vector<String>& words, Lang lang) {
  String out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool last = i + 1 == words.size();
    if (i > 0 && lang == Lang::ar) {
      out += words.size() == 2 ? " و" : "، و";  // the conjunction stands before each and joins its word
    } else if (i > 0) {
      out += !last ? ", " : lang == Lang::fr ? " et " : " and ";
    }
    out += words[i];
  }
  return out;
}

}  // namespace

std::string listed(const std::vector<std::string>& words, Lang lang) {
  return list_of(words, lang);
}
Words listed(const std::vector<Words>& words, Lang lang) {
  return list_of(words, lang);
}

}  // namespace sextant::document
