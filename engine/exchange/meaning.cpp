#include "engine/exchange/meaning.hpp"

#include <algorithm>
#include <array>

#include "engine/text/number.hpp"
#include "engine/text/utf8.hpp"

namespace sextant::exchange {

namespace {

bool is_between(char32_t c) {
  constexpr std::u32string_view kSigns =
      U" \t\n\r\u00A0\u061C\u3000\u202F\u2009-\u2010\u2011\u2012\u2013\u2014\u2212:;.,()[]/"
      U"_'\u2019\u2018\"\u00AB\u00BB"
      U"\u201C\u201D\u200E\u200F";
  return kSigns.find(c) != std::u32string_view::npos;
}

bool is_blank_sign(char32_t c) {
  constexpr std::u32string_view kBlanks =
      U" \t\n\r\u00A0\u202F\u2007\u2009\u200B\u200E\u200F\u2060\u3000\uFEFF";
  return kBlanks.find(c) != std::u32string_view::npos;
}

/// Arabic and full-width digits and the signs among them as those of ASCII.
std::string plain_digits(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    const auto digit = [&](char32_t zero) { return c >= zero && c <= zero + 9; };
    const char32_t zero = digit(U'\u0660')   ? U'\u0660'
                          : digit(U'\u06F0') ? U'\u06F0'
                          : digit(U'\uFF10') ? U'\uFF10'
                                             : U'\0';
    const char32_t sign = c == U'\u066A' || c == U'\uFF05'   ? U'%'
                          : c == U'\u066B' || c == U'\uFF0E' ? U'.'
                          : c == U'\u066C'                   ? U'\u00A0'
                                                             : c;
    utf8::append(out, zero == U'\0' ? sign : U'0' + (c - zero));
  }
  return out;
}

void add_once(std::vector<std::string>& list, const std::string& one) {
  if (std::find(list.begin(), list.end(), one) == list.end()) list.push_back(one);
}

std::vector<std::string> matching(const std::vector<std::pair<std::string, std::string>>& pairs,
                                  const std::string& text) {
  std::vector<std::string> out;
  for (const auto& [as, is] : pairs) {
    if (as == text) add_once(out, is);
  }
  return out;
}

}  // namespace

std::string trimmed(std::string_view text) {
  std::size_t from = text.size();
  std::size_t to = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    if (is_blank_sign(utf8::next(text, at))) continue;
    from = std::min(from, start);
    to = at;
  }
  return from < to ? std::string(text.substr(from, to - from)) : std::string();
}

std::string plain(std::string_view text) {
  const std::string folded = utf8::fold(plain_digits(text));
  std::string out;
  bool gap = false;
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = utf8::next(folded, at);
    // What nobody sees within a word.
    constexpr std::u32string_view kUnseen = U"\u00AD\u200B\u200C\u200D\u2060\uFEFF";
    if (kUnseen.find(c) != std::u32string_view::npos) continue;
    if (is_between(c)) {
      gap = !out.empty();
      continue;
    }
    if (gap) out += ' ';
    gap = false;
    utf8::append(out, c);
  }
  return out;
}

void Vocabulary::add(const std::string& as, std::string is) {
  if (as.empty()) return;
  compared_.emplace_back(plain(as), is);
  exact_.emplace_back(as, std::move(is));
}

std::vector<std::string> Vocabulary::find(std::string_view text) const {
  std::vector<std::string> out = matching(exact_, trimmed(text));
  if (!out.empty()) return out;
  std::string digits = plain_digits(trimmed(text));
  if (std::count(digits.begin(), digits.end(), ',') == 1 && digits.find('.') == std::string::npos)
    digits[digits.find(',')] = '.';
  if (const auto number = parse_number(digits)) {
    // "3.0" and "3,0" are 3; but "-3" is not, although the sign would not be compared.
    for (const auto& [as, is] : exact_) {
      if (parse_number(as) == number) add_once(out, is);
    }
    return out;
  }
  const std::string compared = plain(text);
  return compared.empty() ? out : matching(compared_, compared);
}

std::vector<std::string> Vocabulary::choices() const {
  std::vector<std::string> out;
  for (const auto& [as, is] : exact_) add_once(out, is);
  return out;
}

Vocabulary levels_of(const Scale& scale, const std::vector<Prose>& descriptors) {
  Vocabulary out;
  for (std::size_t i = 0; i < scale.levels.size(); ++i) {
    const Level& level = scale.levels[i];
    out.add(level.id, level.id);
    out.add(level.number, level.id);
    out.add(level.number + " " + level.id, level.id);
    for (std::size_t language = 0; language < level.name.in.size(); ++language) {
      const std::string& name = level.name.in[language];
      if (name.empty()) continue;
      out.add(name, level.id);
      out.add(level.number + " " + name, level.id);
      if (i >= descriptors.size()) continue;
      const std::string& words = descriptors[i](language);
      for (const std::string& before : {std::string(), level.number + " ", level.number + " " + name + " "}) {
        out.add(before + words, level.id);
      }
    }
  }
  return out;
}

std::string clear_word(const Vocabulary& words, const std::string& is,
                       const std::vector<std::string>& wordings) {
  for (const std::string& wording : wordings) {
    if (!wording.empty() && words.find(wording) == std::vector<std::string>{is}) return wording;
  }
  return wordings.back();
}

std::string level_label(const Scale& scale, std::size_t level, std::size_t language,
                        const std::vector<Prose>& descriptors) {
  const Level& one = scale.levels[level];
  const std::string& name = one.name(language);
  const bool same = name.empty() || name == one.number;
  return clear_word(levels_of(scale, descriptors), one.id,
                    {same ? std::string() : one.number + " – " + name, name, one.number, one.id});
}

std::string option_label(const std::vector<Option>& options, std::size_t option, std::size_t language) {
  const Option& one = options[option];
  return clear_word(options_of(options), one.id, {one.text(language), one.id});
}

Vocabulary options_of(const std::vector<Option>& options) {
  Vocabulary out;
  for (const Option& option : options) {
    out.add(option.id, option.id);
    for (const std::string& text : option.text.in) out.add(text, option.id);
  }
  return out;
}

Vocabulary yes_and_no() {
  Vocabulary out;
  for (const char* word : {"yes", "true", "oui", "vrai"}) out.add(word, "yes");
  for (const char* word : {"no", "false", "non", "faux"}) out.add(word, "no");
  return out;
}

Vocabulary states() {
  Vocabulary out;
  for (const char* word : {"dont_know", "don't know", "do not know", "ne sait pas", "ne sais pas",
                           "je ne sais pas", "nous ne savons pas", "nsp"}) {
    out.add(word, "dont_know");
  }
  for (const char* word : {"not_applicable", "n/a", "sans objet", "s.o.", "non applicable"}) {
    out.add(word, "not_applicable");
  }
  for (const char* word : {"unanswered", "sans réponse", "no answer"}) out.add(word, "unanswered");
  return out;
}

std::vector<std::string> numbers_in(std::string_view text, bool percent) {
  const std::string ascii = plain_digits(text);
  std::string kept;
  for (std::size_t at = 0; at < ascii.size();) {
    const char32_t c = utf8::next(ascii, at);
    const bool blank = c == U' ' || c == U'\u00A0' || c == U'\u202F' || c == U'\u2009';
    utf8::append(kept, blank ? U' ' : c == U'\u2212' ? U'-' : c);
  }
  kept = trimmed(kept);
  if (percent && !kept.empty() && kept.back() == '%') kept = trimmed(kept.substr(0, kept.size() - 1));
  // Blanks inside divide groups of three digits, or it is no number.
  const std::size_t whole = std::min(kept.find_first_of(",."), kept.size());
  std::string joined;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (kept[i] != ' ') {
      joined += kept[i];
    } else if (i > whole || (i + 4 < whole && kept[i + 4] != ' ') || i + 4 > whole) {
      return {};
    }
  }
  const std::size_t comma = joined.find(',');
  std::vector<std::string> out;
  if (comma == std::string::npos) {
    if (parse_number(joined)) out.push_back(joined);
    return out;
  }
  if (joined.find(',', comma + 1) != std::string::npos || joined.find('.') != std::string::npos) return {};
  const std::string decimal = joined.substr(0, comma) + "." + joined.substr(comma + 1);
  if (!parse_number(decimal)) return {};
  out.push_back(decimal);
  const bool grouped = kept.find(' ') != std::string::npos;
  const std::string before = joined.substr(0, comma);
  if (joined.size() - comma == 4 && !grouped && before != "0" && before != "-0" && before.size() <= 4) {
    out.push_back(before + joined.substr(comma + 1));
  }
  return out;
}

int mark(std::string_view text) {
  const std::string word = plain(text);
  constexpr std::array<std::string_view, 8> kYes = {"x",    "1",    "yes",    "oui",
                                                    "true", "vrai", "\u2713", "\u2714"};
  constexpr std::array<std::string_view, 5> kNo = {"0", "no", "non", "false", "faux"};
  if (std::find(kYes.begin(), kYes.end(), word) != kYes.end()) return 1;
  return std::find(kNo.begin(), kNo.end(), word) != kNo.end() ? 0 : -1;
}

}  // namespace sextant::exchange
