#include "engine/text/utf8.hpp"

#include <algorithm>
#include <array>

namespace sextant::utf8 {

namespace {

struct Decoded {
  char32_t code_point;
  std::size_t size;  ///< 0: malformed
};

Decoded decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at);
  if (first < 0x80) return {first, 1};
  const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || at + size > text.size()) return {0xFFFD, 0};
  char32_t value = first & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    const unsigned char next_byte = byte(at + i);
    if ((next_byte & 0xC0U) != 0x80) return {0xFFFD, 0};
    value = (value << 6U) | (next_byte & 0x3FU);
  }
  constexpr std::array<char32_t, 5> kLeast = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < kLeast[size] || value > 0x10FFFF || surrogate) return {0xFFFD, 0};
  return {value, size};
}

bool combining(char32_t c) {
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x64B && c <= 0x65F) || (c >= 0x200B && c <= 0x200F) ||
         c == 0xFEFF || c == 0x2060;
}

bool wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
         (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
}

std::size_t width_of(char32_t c) {
  return combining(c) ? 0 : wide(c) ? 2 : 1;
}

/// The base letters of U+00C0..U+017F, in order; '.' where there is none (ligatures are handled apart).
constexpr std::string_view kBase =
    "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkklllllll"
    "lllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

}  // namespace

std::optional<std::size_t> first_invalid(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const Decoded decoded = decode(text, at);
    if (decoded.size == 0) return at;
    at += decoded.size;
  }
  return std::nullopt;
}

char32_t next(std::string_view text, std::size_t& at) {
  const Decoded decoded = decode(text, at);
  at += std::max<std::size_t>(decoded.size, 1);
  return decoded.code_point;
}

std::size_t length(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) width += width_of(next(text, at));
  return width;
}

void append(std::string& text, char32_t c) {
  const auto put = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0U | (c >> 6U));
    put(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    put(0xE0U | (c >> 12U));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  } else {
    put(0xF0U | (c >> 18U));
    put(0x80U | ((c >> 12U) & 0x3FU));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  }
}

std::optional<std::string> from_utf16(std::string_view bytes) {
  const std::string_view mark = bytes.substr(0, 2);
  const bool little = mark == "\xFF\xFE";
  if (!little && mark != "\xFE\xFF") return std::nullopt;
  const auto unit = [&](std::size_t at) -> char32_t {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return little ? char32_t{second} << 8U | first : char32_t{first} << 8U | second;
  };
  constexpr char32_t kReplacement = 0xFFFD;
  std::string out;
  std::size_t at = 2;
  while (at + 1 < bytes.size()) {
    char32_t c = unit(at);
    at += 2;
    if (c >= 0xD800 && c < 0xDC00 && at + 1 < bytes.size() && unit(at) >= 0xDC00 && unit(at) < 0xE000) {
      c = 0x10000 + ((c - 0xD800) << 10U) + (unit(at) - 0xDC00);
      at += 2;
    } else if (c >= 0xD800 && c < 0xE000) {
      c = kReplacement;
    }
    append(out, c);
  }
  if (at < bytes.size()) append(out, kReplacement);
  return out;
}

std::string shorten(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  if (width == 0) return {};
  std::string out;
  std::size_t used = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const std::size_t w = width_of(next(text, at));
    if (used + w > width - 1) break;
    used += w;
    out += text.substr(from, at - from);
  }
  return out + "…";
}

std::string with_line_feeds(std::string_view text) {
  constexpr std::string_view kNextLine = "\xC2\x85";
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\r' && text.substr(at + 1, 1) == "\n") continue;
    const bool next_line = text.substr(at, kNextLine.size()) == kNextLine;
    out += c == '\r' || c == '\v' || c == '\f' || next_line ? '\n' : c;
    if (next_line) ++at;
  }
  return out;
}

std::string fold(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    if (c >= 'A' && c <= 'Z') {
      out.push_back(static_cast<char>(c - 'A' + 'a'));
    } else if (c == 0xC6 || c == 0xE6) {
      out += "ae";
    } else if (c == 0x152 || c == 0x153) {
      out += "oe";
    } else if (c == 0xDF) {
      out += "ss";
    } else if (c >= 0xC0 && c < 0xC0 + kBase.size() && kBase[c - 0xC0] != '.') {
      out.push_back(kBase[c - 0xC0]);
    } else if (c == 0xA0 || c == 0x202F) {
      out.push_back(' ');
    } else if (!combining(c)) {
      append(out, c);
    }
  }
  return out;
}

}  // namespace sextant::utf8
