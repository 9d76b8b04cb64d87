#include "reports/pdf/paragraph.hpp"

#include <algorithm>
#include <cmath>

#include "reports/pdf/bidi.hpp"
#include "reports/pdf/utf8.hpp"

namespace sextant::pdf {

namespace {

constexpr std::uint32_t tag(char a, char b, char c, char d) {
  return (static_cast<std::uint32_t>(a) << 24) | (static_cast<std::uint32_t>(b) << 16) |
         (static_cast<std::uint32_t>(c) << 8) | static_cast<std::uint32_t>(d);
}
constexpr std::uint32_t kLatin = tag('L', 'a', 't', 'n');
constexpr std::uint32_t kArabic = tag('A', 'r', 'a', 'b');

FontId face(Family family, bool bold) {
  switch (family) {
    case Family::arabic:
      return bold ? FontId::arabic_bold : FontId::arabic;
    case Family::cjk:
      return FontId::cjk;
    case Family::math:
      return FontId::math;
    case Family::symbols:
      return FontId::symbols;
    case Family::latin:
    case Family::none:
      break;
  }
  return bold ? FontId::bold : FontId::regular;
}

}  // namespace

void TextEngine::start_document(const document::Meta& meta) {
  words_.start_document(meta.language);
  missing_.clear();
  missing_words_.clear();
  break_language_ = meta.language.substr(0, meta.language.find_first_of("-_"));
  rtl_document_ = meta.right_to_left;
}

void TextEngine::decode(const document::Text& text) {
  text_.clear();
  run_ends_.clear();
  for (const document::Run& run : text) {
    decode_utf8(run.text, text_);
    run_ends_.push_back(static_cast<std::uint32_t>(text_.size()));
  }
}

void TextEngine::directions(Analysed& out) {
  out.rtl = rtl_document_;
  const bool has_rtl = has_right_to_left(text_);
  levels_.clear();
  if (!has_rtl && !rtl_document_) return;
  // A paragraph wholly in the other direction keeps its own: full stops and brackets stay where they belong.
  if (rtl_document_ && !has_rtl && has_left_to_right(text_)) out.rtl = false;
  if (!rtl_document_ && has_rtl && !has_left_to_right(text_)) out.rtl = true;
  find_levels(text_, out.rtl, levels_);
}

Family TextEngine::family_of(char32_t& c, Family previous) {
  const CharacterClass& entry = characters_.of(c);
  if (entry.ignorable) return previous;
  if (entry.family == Family::none) {
    if (std::find(missing_.begin(), missing_.end(), c) == missing_.end()) missing_.push_back(c);
    c = kReplacement;
    return Family::latin;
  }
  // Digits and stops follow the letters around them; after a mere sign they are text again.
  const bool letters_before = previous == Family::arabic || previous == Family::cjk;
  if (entry.common && letters_before && previous != entry.family && Characters::covers(previous, c))
    return previous;
  return entry.family;
}

void TextEngine::cut_units(const document::Text& text, bool bold, Analysed& out) {
  std::uint32_t run = 0;
  Family family = Family::latin;
  std::uint32_t script = kLatin;
  struct Style {
    FontId font;
    std::uint32_t script;
    std::uint8_t level;
    std::uint32_t run;
    bool operator==(const Style&) const = default;
  };
  Style open = {};
  word_text_.clear();
  const auto close = [&](Break after, bool soft_hyphen) {
    if (word_text_.empty()) {
      if (!out.units.empty() && out.units.back().after != Break::must && after != Break::no) {
        out.units.back().after = after;
      } else if (after == Break::must) {
        // An empty line: a unit without text keeps its height.
        out.units.push_back(
            {&words_.shape(face(Family::latin, bold), kLatin, false, U""), run, 0, after, false});
      }
      return;
    }
    const bool rtl = (open.level & 1) != 0;
    out.units.push_back(
        {&words_.shape(open.font, open.script, rtl, word_text_), open.run, open.level, after, soft_hyphen});
    word_text_.clear();
  };
  for (std::size_t i = 0; i < text_.size(); ++i) {
    while (i >= run_ends_[run]) ++run;
    char32_t c = text_[i];
    if (c == '\n') {
      close(Break::must, false);
      continue;
    }
    if (c == 0xAD || is_invisible_control(c)) {
      if (breaks_[i] == Break::may) close(Break::may, c == 0xAD);
      continue;
    }
    family = family_of(c, family);
    const CharacterClass& entry = characters_.of(c);
    if (!entry.common) script = entry.script;
    if (script == kArabic) out.arabic = true;
    const bool run_bold = bold || text[run].bold;
    const Style style = {face(family, run_bold), script, levels_.empty() ? std::uint8_t{0} : levels_[i], run};
    if (!word_text_.empty() && !(style == open)) close(Break::no, false);
    open = style;
    word_text_ += c;
    if (breaks_[i] == Break::may || word_text_.size() >= 2000) close(breaks_[i], false);
  }
  close(Break::no, false);
}

void TextEngine::analyse(const document::Text& text, bool bold, Analysed& out) {
  out.units.clear();
  out.arabic = false;
  out.rtl = rtl_document_;
  out.widest_part = 0;
  out.natural = 0;
  decode(text);
  if (text_.empty()) return;
  directions(out);
  find_breaks(text_, break_language_, breaks_);
  const std::size_t known = missing_.size();
  cut_units(text, bold, out);
  if (missing_.size() > known) note_missing_words(text, known);
  double part = 0;
  double line = 0;
  for (const Unit& unit : out.units) {
    part += unit.word->advance;
    line += unit.word->advance;
    out.widest_part = std::max(out.widest_part, part - unit.word->space_advance);
    out.natural = std::max(out.natural, line - unit.word->space_advance);
    if (unit.after != Break::no) part = 0;
    if (unit.after == Break::must) line = 0;
  }
}

void TextEngine::note_missing_words(const document::Text& text, std::size_t known) {
  decode(text);  // with the characters that were replaced
  for (std::size_t i = known; i < missing_.size(); ++i) {
    const std::size_t at = text_.find(missing_[i]);
    if (at == std::u32string::npos) continue;
    const std::size_t begin = at == 0 ? std::u32string::npos : text_.find_last_of(U" \n", at - 1);
    std::string word;
    for (std::size_t k = begin == std::u32string::npos ? 0 : begin + 1;
         k < text_.size() && text_[k] != U' ' && text_[k] != U'\n'; ++k)
      encode_utf8(text_[k], word);
    if (std::find(missing_words_.begin(), missing_words_.end(), word) == missing_words_.end())
      missing_words_.push_back(std::move(word));
  }
}

void TextEngine::analyse(const std::string& text, bool bold, Analysed& out) {
  single_.resize(1);
  single_[0].text = text;
  analyse(single_, bold, out);
}

const Word& TextEngine::without_trailing_space(const Word& word) {
  std::u32string text = word.text;
  while (!text.empty() && is_trailing_space(text.back())) text.pop_back();
  return words_.shape(word.font, word.script, word.rtl, text);
}

/// Cuts a unit into its characters (with their marks), a place to break after each.
double TextEngine::split_word(const Unit& unit, std::vector<Unit>& out) {
  const std::u32string text = unit.word->text;
  double width = 0;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i + 1;
    // Marks and joiners are of no script of their own and have no advance: they stay with their letter.
    while (
        end < text.size() && text[end] != ' ' &&
        (characters_.of(text[end]).ignorable ||
         words_.shape(unit.word->font, unit.word->script, unit.word->rtl, text.substr(end, 1)).advance <= 0 ||
         text[end] == ' ')) {
      ++end;
    }
    while (end < text.size() && text[end] == ' ') ++end;
    const Word& word =
        words_.shape(unit.word->font, unit.word->script, unit.word->rtl, text.substr(i, end - i));
    out.push_back({&word, unit.run, unit.level, Break::may, false});
    width += word.advance;
    i = end;
  }
  if (!out.empty()) out.back().after = unit.after;
  return width;
}

void TextEngine::break_lines(const Analysed& text, double size, double width, Lines& out) {
  out.units.clear();
  out.spans.clear();
  const double scale = size / 1000.0;
  // A hair of tolerance: a text measured and then set at its own width must fit.
  const double limit = std::max(width, 1.0) / scale + 0.5;
  std::uint32_t line_begin = 0;
  double line = 0;  // width up to the end of out.units, spaces included
  const auto finish = [&] {
    const auto end = static_cast<std::uint32_t>(out.units.size());
    if (end == line_begin) return;
    const Unit& last = out.units.back();
    double spaces = last.word->space_advance;
    if (last.soft_hyphen && last.after == Break::may) {
      const Word& hyphen = words_.shape(last.word->font, last.word->script, last.word->rtl, U"-");
      const Unit unit = {&hyphen, last.run, last.level, Break::may, false};
      out.units.push_back(unit);
      line += hyphen.advance;
      spaces = 0;
    }
    out.spans.push_back({line_begin, static_cast<std::uint32_t>(out.units.size()), (line - spaces) * scale});
    line_begin = static_cast<std::uint32_t>(out.units.size());
    line = 0;
  };
  std::vector<Unit> characters;
  for (std::size_t i = 0; i < text.units.size();) {
    // The next part that may not be broken.
    std::size_t end = i;
    double part = 0;
    double spaces = 0;
    do {
      part += text.units[end].word->advance;
      spaces = text.units[end].word->space_advance;
    } while (text.units[end++].after == Break::no && end < text.units.size());
    const double hyphen = text.units[end - 1].soft_hyphen ? 320 : 0;
    if (line > 0 && line + part - spaces + hyphen > limit) finish();
    if (line == 0 && part - spaces > limit) {
      for (; i < end; ++i) {
        characters.clear();
        split_word(text.units[i], characters);
        for (const Unit& unit : characters) {
          if (line > 0 && line + unit.word->advance - unit.word->space_advance > limit) finish();
          out.units.push_back(unit);
          line += unit.word->advance;
        }
      }
    } else {
      out.units.insert(out.units.end(), text.units.begin() + static_cast<std::ptrdiff_t>(i),
                       text.units.begin() + static_cast<std::ptrdiff_t>(end));
      line += part;
      i = end;
    }
    if (!out.units.empty() && out.units.back().after == Break::must) finish();
  }
  // The end of the text is no place for a soft hyphen.
  if (!out.units.empty()) out.units.back().soft_hyphen = false;
  finish();
}

}  // namespace sextant::pdf
