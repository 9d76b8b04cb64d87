#pragma once

#include <string_view>
#include <vector>

namespace sextant::check {

/// A number read back from print, with either decimal sign.
struct PrintedNumber {
  double value = 0;
  double unit = 1;      ///< what one in its last digit is worth
  std::size_t end = 0;  ///< where it ends in the text
};

/// The numbers in some words, in order: digits with at most one decimal sign between them, and a minus where
/// one stands before them and no letter or digit before that.
std::vector<PrintedNumber> numbers_in(std::string_view words);

/// Whether two texts are the same but for typography: kinds of spaces and of apostrophes.
bool same_words(std::string_view a, std::string_view b);

/// Whether `whole` begins with `part`, typography aside.
bool begins_with_words(std::string_view whole, std::string_view part);

/// Whether `part` stands in `whole`, typography aside.
bool contains_words(std::string_view whole, std::string_view part);

/// A missing-value code among some words: -9, -99, -999 and so on, nan, inf, null, N/A, #REF!. Empty: none.
std::string_view missing_code_in(std::string_view words);

/// A place in braces that nothing filled: "{count}". Empty: none.
std::string_view unfilled_in(std::string_view words);

}  // namespace sextant::check
