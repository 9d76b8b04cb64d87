#include "reports/pdf/utf8.hpp"

#include <cstdint>

namespace sextant::pdf {

namespace {

/// Reads one character at `i` and moves past it.
char32_t next(std::string_view s, std::size_t& i) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(s[at]); };
  const unsigned lead = byte(i++);
  if (lead < 0x80) return lead;
  int more = 0;
  unsigned low = 0x80;
  unsigned high = 0xBF;
  char32_t value = 0;
  if (lead >= 0xC2 && lead <= 0xDF) {
    more = 1;
    value = lead & 0x1F;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    more = 2;
    value = lead & 0x0F;
    if (lead == 0xE0) low = 0xA0;   // overlong
    if (lead == 0xED) high = 0x9F;  // surrogates
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    more = 3;
    value = lead & 0x07;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return kReplacement;
  }
  for (; more > 0; --more) {
    if (i >= s.size() || byte(i) < low || byte(i) > high) return kReplacement;
    value = (value << 6) | (byte(i++) & 0x3F);
    low = 0x80;
    high = 0xBF;
  }
  return value;
}

void append_hex4(unsigned value, std::string& out) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  for (const unsigned shift : {12U, 8U, 4U, 0U}) out += kDigits[(value >> shift) & 0xF];
}

}  // namespace

void decode_utf8(std::string_view utf8, std::u32string& out) {
  for (std::size_t i = 0; i < utf8.size();) {
    const char32_t c = next(utf8, i);
    const bool control = (c < 0x20 && c != '\n') || (c >= 0x7F && c < 0xA0);
    out += control ? U' ' : (c == 0x2028 || c == 0x2029) ? U'\n' : c;
  }
}

void encode_utf8(char32_t c, std::string& out) {
  const auto put = [&](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

void append_utf16_hex(std::u32string_view text, std::string& out) {
  for (const char32_t c : text) {
    if (c < 0x10000) {
      append_hex4(static_cast<unsigned>(c), out);
    } else {
      append_hex4(0xD800U + static_cast<unsigned>((c - 0x10000) >> 10), out);
      append_hex4(0xDC00U + static_cast<unsigned>((c - 0x10000) & 0x3FF), out);
    }
  }
}

std::string pdf_string(std::string_view utf8) {
  std::u32string text;
  decode_utf8(utf8, text);
  std::string out = "<FEFF";
  append_utf16_hex(text, out);
  out += '>';
  return out;
}

void append_xml(std::string_view utf8, std::string& out) {
  std::u32string text;
  decode_utf8(utf8, text);
  for (const char32_t c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case 0xFFFE:
      case 0xFFFF:
        encode_utf8(kReplacement, out);
        break;  // no XML characters
      default:
        encode_utf8(c, out);
    }
  }
}

}  // namespace sextant::pdf
