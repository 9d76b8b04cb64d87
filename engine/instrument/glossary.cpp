#include "engine/instrument/glossary.hpp"

#include <algorithm>

#include "engine/text/utf8.hpp"

namespace sextant {

namespace {

/// Small letters of the Latin scripts, accents kept.
char32_t lower(char32_t c) {
  if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7)) return c + 0x20;
  const bool pairs = (c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177);
  return pairs && c % 2 == 0 ? c + 1 : c;
}

/// One form for what is the same to a reader: blanks, apostrophes and hyphens of every kind.
std::string plain(std::string_view text, bool exact_case) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = utf8::next(text, at);
    if (c == '\n' || c == 0xA0 || c == 0x202F || c == 0x2009) c = ' ';
    if (c == 0x2019) c = '\'';
    if (c == 0x2010 || c == 0x2011) c = '-';
    if (c == ' ' && !out.empty() && out.back() == ' ') continue;
    utf8::append(out, exact_case ? c : lower(c));
  }
  return out;
}

/// Letters, digits and hyphens: "waste" does not stand in "e-waste".
bool is_of_word(char c) {
  const auto u = static_cast<unsigned char>(c);
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || u >= 0x80;
}

/// Guillemets and dashes are no letters, though they take several bytes.
std::string without_signs(std::string text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t c = utf8::next(text, at);
    const bool sign = c == 0xAB || c == 0xBB || (c >= 0x2012 && c <= 0x2026);
    if (!sign) continue;
    text.replace(from, at - from, " ");
    at = from + 1;
  }
  return text;
}

}  // namespace

std::vector<std::string> forms_of(const Term& term, std::size_t language) {
  std::vector<std::string> out;
  if (language >= term.forms.in.size()) return out;
  const std::string& all = term.forms.in[language];
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find('\n', at), all.size());
    if (end > at) out.push_back(all.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

TermWords::TermWords(const Term& term, std::size_t language) : exact_case_(term.exact_case) {
  words_.push_back(term.term(language));
  for (std::string& form : forms_of(term, language)) words_.push_back(std::move(form));
  for (const std::string& word : words_) plain_.push_back(plain(word, exact_case_));
}

bool TermWords::stand_in(std::string_view text) const {
  const std::string where = without_signs(plain(text, exact_case_));
  for (const std::string& word : plain_) {
    if (word.empty()) continue;
    for (std::size_t at = where.find(word); at != std::string::npos; at = where.find(word, at + 1)) {
      const std::size_t end = at + word.size();
      if ((at == 0 || !is_of_word(where[at - 1])) && (end == where.size() || !is_of_word(where[end])))
        return true;
    }
  }
  return false;
}

std::string TermWords::listed() const {
  std::string out;
  for (const std::string& word : words_) out += (out.empty() ? "" : ", ") + word;
  return out;
}

}  // namespace sextant
