#include "reports/check/printed.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace sextant::check {

namespace {

bool digit(char c) {
  return c >= '0' && c <= '9';
}
bool letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The character at `at` with typography taken away, and how many bytes it takes.
char plain_at(std::string_view text, std::size_t at, std::size_t& size) {
  const std::string_view rest = text.substr(at);
  const auto is = [&](std::string_view what) { return rest.substr(0, what.size()) == what; };
  if (is("\u00A0")) return size = 2, ' ';
  if (is("\u202F")) return size = 3, ' ';
  if (is("’")) return size = 3, '\'';
  if (is("،")) return size = 2, ',';
  if (is("؛")) return size = 2, ';';
  if (is("؟")) return size = 2, '?';
  return size = 1, text[at];
}

std::string plain(std::string_view text) {
  std::string out;
  std::size_t size = 1;
  for (std::size_t at = 0; at < text.size(); at += size) out += plain_at(text, at, size);
  return out;
}

}  // namespace

std::vector<PrintedNumber> numbers_in(std::string_view words) {
  std::vector<PrintedNumber> out;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (!digit(words[at])) continue;
    const bool minus =
        at > 0 && words[at - 1] == '-' && (at == 1 || (!digit(words[at - 2]) && !letter(words[at - 2])));
    PrintedNumber number;
    bool decimals = false;
    for (; at < words.size(); ++at) {
      const bool sign = (words[at] == '.' || words[at] == ',') && !decimals && at + 1 < words.size() &&
                        digit(words[at + 1]);
      if (sign) {
        decimals = true;
        continue;
      }
      if (!digit(words[at])) break;
      number.value = number.value * 10 + (words[at] - '0');
      if (decimals) number.unit *= 10;
    }
    number.value /= number.unit;
    number.unit = 1 / number.unit;
    if (minus) number.value = -number.value;
    number.end = at;
    out.push_back(number);
  }
  return out;
}

bool same_words(std::string_view a, std::string_view b) {
  if (a == b) return true;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() && j < b.size()) {
    std::size_t size_a = 1;
    std::size_t size_b = 1;
    if (plain_at(a, i, size_a) != plain_at(b, j, size_b)) return false;
    i += size_a;
    j += size_b;
  }
  return i == a.size() && j == b.size();
}

bool begins_with_words(std::string_view whole, std::string_view part) {
  return plain(whole).compare(0, plain(part).size(), plain(part)) == 0;
}

bool contains_words(std::string_view whole, std::string_view part) {
  return plain(whole).find(plain(part)) != std::string::npos;
}

std::string_view missing_code_in(std::string_view words) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    const bool starts = at == 0 || (!letter(words[at - 1]) && !digit(words[at - 1]));
    if (!starts) continue;
    std::size_t end = at;
    if (words[at] == '-') {
      for (end = at + 1; end < words.size() && words[end] == '9'; ++end) {
      }
      const bool stands_alone = end == words.size() || (!digit(words[end]) && !letter(words[end]));
      if (end > at + 2 && stands_alone) return words.substr(at, end - at);
      continue;
    }
    if (words[at] == '#' && (words.substr(at, 4) == "#REF" || words.substr(at, 4) == "#N/A"))
      return words.substr(at, 4);
    while (end < words.size() && letter(words[end])) ++end;
    std::string word(words.substr(at, end - at));
    std::transform(word.begin(), word.end(), word.begin(), lower);
    constexpr std::array<std::string_view, 6> kCodes = {"nan",  "inf",       "infinity",
                                                        "null", "undefined", "nullopt"};
    const bool code = std::find(kCodes.begin(), kCodes.end(), word) != kCodes.end();
    if (code) return words.substr(at, end - at);
  }
  return {};
}

std::string_view unfilled_in(std::string_view words) {
  const std::size_t open = words.find('{');
  if (open == std::string_view::npos) return {};
  const std::size_t close = words.find('}', open);
  return close == std::string_view::npos ? std::string_view{} : words.substr(open, close - open + 1);
}

}  // namespace sextant::check
