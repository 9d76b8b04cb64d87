#include "reports/html/text.hpp"

#include <algorithm>
#include <array>

#include "engine/text/digest.hpp"
#include "engine/text/utf8.hpp"

namespace sextant::html {

namespace {

bool is_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// No-break and typographic spaces and punctuation are several bytes, but end a word all the same.
bool ends_word(std::string_view rest) {
  return rest.empty() || !is_word(rest[0]) || rest.substr(0, 2) == "\u00A0" ||
         rest.substr(0, 2) == "\u00BB" || rest.substr(0, 2) == "\u00B7" || rest.substr(0, 2) == "\xE2\x80";
}
bool starts_word(std::string_view before) {
  const std::size_t n = before.size();
  if (n == 0 || !is_word(before.back())) return true;
  if (n >= 2 && (before.substr(n - 2) == "\u00A0" || before.substr(n - 2) == "\u00AB")) return true;
  return n >= 3 && before.substr(n - 3, 2) == "\xE2\x80";
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    switch (c) {
      case U'&':
        out += "&amp;";
        break;
      case U'<':
        out += "&lt;";
        break;
      case U'>':
        out += "&gt;";
        break;
      case U'"':
        out += "&quot;";
        break;
      case U'\'':
        out += "&#39;";
        break;
      case U'\t':
      case U'\n':
      case U'\r':
        out += ' ';
        break;
      default:
        utf8::append(out, c < 0x20 || (c >= 0x7F && c < 0xA0) ? 0xFFFD : c);
    }
  }
  return out;
}

std::string css_string(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if (c == U' ' || (c < 0x80 && is_word(static_cast<char>(c)))) {
      out += static_cast<char>(c);
      continue;
    }
    out += '\\';
    for (int shift = 20; shift >= 0; shift -= 4) out += kDigits[(c >> static_cast<unsigned>(shift)) & 0xFU];
    out += ' ';
  }
  return out + "\"";
}

std::string css_colour(document::Colour colour) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out = "#";
  for (int shift = 20; shift >= 0; shift -= 4)
    out += kDigits[(colour >> static_cast<unsigned>(shift)) & 0xFU];
  return out;
}

std::string policy_hash(std::string_view content) {
  constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const std::string digits = sha256(content);
  // 64 digits of four bits: base64 takes them six bits at a time, the last four filled up with zeros.
  std::string out = "'sha256-";
  unsigned held = 0;
  int bits = 0;
  for (const char digit : digits) {
    held = held << 4U | static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
    bits += 4;
    if (bits >= 6) {
      bits -= 6;
      out += kLetters[held >> static_cast<unsigned>(bits) & 63U];
    }
  }
  if (bits > 0) out += kLetters[held << static_cast<unsigned>(6 - bits) & 63U];
  return out + "='";
}

Direction direction_of(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    // Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms; Arabic digits and marks have no say.
    const bool right = (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
                       (c >= 0xFE70 && c <= 0xFEFC) || (c >= 0x10800 && c <= 0x10FFF) ||
                       (c >= 0x1E800 && c <= 0x1EFFF);
    const bool weak = (c >= 0x0600 && c <= 0x0607) || c == 0x060C || (c >= 0x064B && c <= 0x066C) ||
                      (c >= 0x06D6 && c <= 0x06DC) || (c >= 0x06F0 && c <= 0x06F9);
    if (right && !weak) return Direction::right_to_left;
    const bool left = (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || c == 0xAA || c == 0xB5 ||
                      c == 0xBA || (c >= 0xC0 && c <= 0x2B8 && c != 0xD7 && c != 0xF7) ||
                      (c >= 0x370 && c < 0x590) || (c >= 0x900 && c < 0x2000) ||
                      (c >= 0x2C00 && c <= 0x2DFF) || (c >= 0x3041 && c < 0xFB1D && c != 0xFEFF);
    if (left && !right) return Direction::left_to_right;
  }
  return Direction::none;
}

std::string words_of(const document::Text& text) {
  std::string out;
  for (const document::Run& run : text) out += run.text;
  return out;
}

Direction direction_of(const document::Text& text) {
  return direction_of(words_of(text));
}

bool is_safe_address(std::string_view address) {
  constexpr std::array<std::string_view, 3> kSchemes = {"https://", "http://", "mailto:"};
  return std::any_of(kSchemes.begin(), kSchemes.end(),
                     [&](std::string_view scheme) { return address.substr(0, scheme.size()) == scheme; });
}

std::string with_names(std::string_view text, const std::vector<std::pair<std::string, std::string>>& names,
                       std::string_view tag) {
  std::string out;
  std::size_t done = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto name = std::find_if(names.begin(), names.end(), [&](const auto& one) {
      return !one.first.empty() && text.substr(at, one.first.size()) == one.first &&
             starts_word(text.substr(0, at)) && ends_word(text.substr(at + one.first.size()));
    });
    if (name == names.end()) {
      ++at;
      continue;
    }
    out += escaped(text.substr(done, at - done));
    out += "<" + std::string(tag) + " class=\"name\" data-instead=\"" + escaped(name->second) + "\">" +
           escaped(name->first) + "</" + std::string(tag) + ">";
    at += name->first.size();
    done = at;
  }
  return out + escaped(text.substr(done));
}

}  // namespace sextant::html
