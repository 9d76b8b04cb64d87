#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sextant::utf8 {

/// Byte offset of the first byte that is not well-formed UTF-8 (overlong forms, surrogates and code points
/// above U+10FFFF count as malformed), or nothing.
std::optional<std::size_t> first_invalid(std::string_view text);

/// How many code points well-formed text has.
std::size_t length(std::string_view text);

/// How many terminal columns well-formed text takes: wide East Asian characters count two, combining marks
/// none.
std::size_t display_width(std::string_view text);

/// Reads the code point at `at` and moves `at` past it; U+FFFD for malformed bytes.
char32_t next(std::string_view text, std::size_t& at);

/// Appends one code point.
void append(std::string& text, char32_t code_point);

/// At most `width` terminal columns of `text`, ending in an ellipsis where it was cut.
std::string shorten(std::string_view text, std::size_t width);

/// UTF-16 with a byte-order mark, as office programs save "Unicode text", as UTF-8; halves of pairs become
/// U+FFFD. Nothing where there is no such mark.
std::optional<std::string> from_utf16(std::string_view bytes);

/// A text with a line feed wherever a line or a page ends: in place of a carriage return with or without one,
/// of the vertical tab of word processors, of a form feed and of U+0085.
std::string with_line_feeds(std::string_view text);

/// Lower case of Latin letters with the usual accents removed ("Établi" -> "etabli"); for comparing, not for
/// printing.
std::string fold(std::string_view text);

}  // namespace sextant::utf8
