#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/instrument/model.hpp"

/// Answer codes: the answers to questions of type `level` in a few dozen characters that can be dictated, for
/// when no file can leave a computer. The form writes them (reports/form/page/code.js); docs/answer-code.md
/// says how they are made.
namespace sextant::exchange {

/// The 32 characters, without I, L, O and U.
inline constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// What a code says of one question.
struct CodedAnswer {
  std::size_t question = 0;
  std::string text;  ///< a level's id, "dont_know" or "not_applicable"
};

/// A character of a code.
struct CodePlace {
  std::size_t index = 0;  ///< blanks and dashes apart, from 0
  std::size_t at = 0;     ///< its byte offset in the text
};

struct CodedAnswers {
  enum class Problem { none, character, checksum, instrument, length };
  Problem problem = Problem::none;
  std::size_t at = 0;      ///< of a character that no code has: its byte offset in the text
  std::size_t length = 0;  ///< characters, blanks and dashes apart
  /// How many characters a code of this beginning has; 0 where its beginning is no code's of the instrument.
  std::size_t wanted = 0;
  /// Where the checksum does not fit: the characters of which a single one may be wrong. Empty where more
  /// than one is.
  std::vector<CodePlace> suspects;
  std::string edition;  ///< an id, or empty
  std::vector<CodedAnswer> answers;
};

/// Reads a code. Blanks and dashes do not count, nor does case; O is read as 0, I and L as 1.
CodedAnswers decode(std::string_view code, const Instrument& instrument);

/// CRC-15 (polynomial 0x4599) over the five bits of each value: a wrong character, or two neighbours swapped,
/// always show.
std::uint32_t crc15(const std::vector<std::uint32_t>& values);

}  // namespace sextant::exchange
