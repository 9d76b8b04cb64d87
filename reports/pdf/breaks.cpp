#include "reports/pdf/breaks.hpp"

#include <linebreak.h>

#include <mutex>

namespace sextant::pdf {

namespace {

void call_library(std::u32string_view text, const std::string& language, Break* out) {
  static std::once_flag once;
  std::call_once(once, init_linebreak);
  if (text.empty()) return;
  static_assert(sizeof(utf32_t) == sizeof(char32_t) && sizeof(Break) == sizeof(char));
  std::vector<char> marks(text.size());
  const std::vector<utf32_t> characters(text.begin(), text.end());
  set_linebreaks_utf32(characters.data(), characters.size(), language.c_str(), marks.data());
  for (std::size_t i = 0; i < text.size(); ++i) {
    out[i] = marks[i] == LINEBREAK_MUSTBREAK    ? Break::must
             : marks[i] == LINEBREAK_ALLOWBREAK ? Break::may
                                                : Break::no;
  }
  // The library calls the end of its input a must; the caller knows better where a paragraph ends.
  if (text.back() != U'\n') out[text.size() - 1] = Break::no;
}

/// Letters of class AL in Latin script: nothing breaks between two of them, and a space after them is a place
/// to break when another such letter follows.
constexpr bool is_plain_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= 0xC0 && c <= 0x17F && c != 0xD7 && c != 0xF7);
}

/// The end of the plain word (letters, then one space) that starts at `i`, or `i` if there is none.
std::size_t plain_word(std::u32string_view text, std::size_t i) {
  std::size_t end = i;
  while (end < text.size() && is_plain_letter(text[end])) ++end;
  if (end == i || end >= text.size() || text[end] != ' ') return i;
  return end + 1;
}

}  // namespace

void find_breaks_plainly(std::u32string_view text, const std::string& language, std::vector<Break>& out) {
  out.resize(text.size());
  call_library(text, language, out.data());
}

void find_breaks(std::u32string_view text, const std::string& language, std::vector<Break>& out) {
  out.assign(text.size(), Break::no);
  std::size_t i = 0;
  while (i < text.size()) {
    // A run of plain words: break after each space, but for the last, which depends on what follows.
    std::size_t last = i;
    std::size_t end = plain_word(text, i);
    while (end != i && end < text.size()) {
      if (!is_plain_letter(text[end])) break;
      const std::size_t next = plain_word(text, end);
      if (next == end) break;
      out[end - 1] = Break::may;
      last = end;
      end = next;
    }
    // The library sees the rest up to the next two plain words in a row, beginning with the last plain word:
    // a letter and a space forget whatever stood before them.
    std::size_t stop = end == i ? i : end;
    const std::size_t begin = end == i ? i : last;
    bool found = false;
    while (stop < text.size() && !found) {
      while (stop < text.size() && text[stop] != ' ') ++stop;
      while (stop < text.size() && text[stop] == ' ') ++stop;
      const std::size_t one = plain_word(text, stop);
      found = one != stop && plain_word(text, one) != one;
    }
    if (found) {
      // Include the first plain word, so that the place before it is decided in context; what the library
      // says of its own end is replaced by the next round.
      const std::size_t one = plain_word(text, stop);
      call_library(text.substr(begin, one - begin), language, out.data() + begin);
      out[one - 1] = Break::no;
      i = stop;
    } else {
      call_library(text.substr(begin), language, out.data() + begin);
      return;
    }
  }
}

}  // namespace sextant::pdf
