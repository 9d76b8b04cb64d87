#pragma once

#include <string>
#include <string_view>

/// Text between the encodings that the document (UTF-8), the shaper (UTF-32) and PDF (UTF-16BE) want.
namespace sextant::pdf {

inline constexpr char32_t kReplacement = 0xFFFD;

/// Appends the characters of `utf8` to `out`. What is no valid UTF-8 becomes U+FFFD, one for each maximal bad
/// part; control characters become spaces, except the newline.
void decode_utf8(std::string_view utf8, std::u32string& out);

/// Appends one character as UTF-8.
void encode_utf8(char32_t character, std::string& out);

/// Appends the UTF-16BE code units of `text` as hexadecimal digits.
void append_utf16_hex(std::u32string_view text, std::string& out);

/// A PDF text string: UTF-16BE with its mark, in hexadecimal, `<FEFF...>`.
std::string pdf_string(std::string_view utf8);

/// Appends `utf8` with &, <, >, and quotes escaped, for XMP. Bad UTF-8 is replaced.
void append_xml(std::string_view utf8, std::string& out);

}  // namespace sextant::pdf
