#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reports/document/document.hpp"
#include "reports/pdf/breaks.hpp"
#include "reports/pdf/characters.hpp"
#include "reports/pdf/style.hpp"
#include "reports/pdf/words.hpp"

namespace sextant::pdf {

/// A word of a paragraph, and what may happen after it.
struct Unit {
  const Word* word = nullptr;
  std::uint32_t run = 0;  ///< index of the document's run
  std::uint8_t level = 0;
  Break after = Break::no;
  bool soft_hyphen = false;  ///< shows a hyphen if the line ends here
};

/// A paragraph as words with directions, ready to be broken at any width.
struct Analysed {
  std::vector<Unit> units;
  bool rtl = false;        ///< runs from right to left as a whole
  bool arabic = false;     ///< has Arabic letters
  double widest_part = 0;  ///< of what may not be broken, in thousandths of the size
  double natural = 0;      ///< width of the longest line if nothing is broken
};

/// A line: its units (into Lines::units) and its width without trailing spaces, in points.
struct LineSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  double width = 0;
};

struct Lines {
  std::vector<Unit> units;
  std::vector<LineSpan> spans;
};

/// Turns texts into words and words into lines, for one document at a time. One per thread.
class TextEngine {
 public:
  void start_document(const document::Meta& meta);

  /// Finds fonts, scripts, directions and places to break, and shapes the words.
  void analyse(const document::Text& text, bool bold, Analysed& out);
  /// Breaks at `width` points; a word longer than a line is broken between characters. Without any text there
  /// are no lines.
  void break_lines(const Analysed& text, double size, double width, Lines& out);
  /// A plain string shaped as it stands, in one line.
  void analyse(const std::string& text, bool bold, Analysed& out);

  [[nodiscard]] const std::vector<char32_t>& missing() const { return missing_; }
  /// The words that the missing characters first appeared in, in order.
  [[nodiscard]] const std::vector<std::string>& missing_words() const { return missing_words_; }
  WordCache& words() { return words_; }
  const Word& without_trailing_space(const Word& word);

 private:
  void decode(const document::Text& text);
  void directions(Analysed& out);
  /// Notes the words of the characters of `text` that were found missing since there were `known` of them.
  void note_missing_words(const document::Text& text, std::size_t known);
  void cut_units(const document::Text& text, bool bold, Analysed& out);
  /// The font for a character that follows one set in `previous`; notes and replaces what no font has.
  Family family_of(char32_t& character, Family previous);
  double split_word(const Unit& unit, std::vector<Unit>& out);

  Characters characters_;
  WordCache words_;
  std::vector<char32_t> missing_;
  std::vector<std::string> missing_words_;
  std::string break_language_ = "en";
  bool rtl_document_ = false;

  // Buffers, kept for their memory.
  std::u32string text_;
  std::vector<std::uint32_t> run_ends_;
  std::vector<Break> breaks_;
  std::vector<std::uint8_t> levels_;
  std::u32string word_text_;
  document::Text single_;
};

}  // namespace sextant::pdf
