#include "engine/syntax/yaml_text.hpp"

#include <algorithm>

namespace sextant::syntax::yaml_text {

namespace {

// YAML 1.1 ends lines at the separators U+2028 and U+2029, YAML 1.2 does not. libyaml sees them as two
// characters that no text has, which take as many bytes.
constexpr std::string_view kSeparators = "\xE2\x80";  // with A8 or A9 behind it
constexpr std::string_view kStandIns = "\xEF\xB7";    // with 90 or 91: U+FDD0, U+FDD1
constexpr unsigned char kSeparatorEnd = 0xA8;
constexpr unsigned char kStandInEnd = 0x90;

/// Replaces the characters FROM + `from` and FROM + (`from` + 1) by those of `to`.
void replace_separators(std::string& text, std::string_view from, unsigned char from_end, std::string_view to,
                        unsigned char to_end) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + 1)) {
    if (at + 2 >= text.size()) return;
    const auto end = static_cast<unsigned char>(text[at + 2]);
    if (end != from_end && end != from_end + 1) continue;
    text.replace(at, 2, to);
    text[at + 2] = static_cast<char>(end - from_end + to_end);
  }
}

/// Turns directives before the document into comments: YAML ignores those that it does not know, and tags are
/// not used here. What names another version than YAML 1 stays, and is refused.
void comment_directives(std::string& text) {
  std::size_t at = text.compare(0, 3, "\xEF\xBB\xBF") == 0 ? 3 : 0;  // a second mark, which libyaml skips
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::size_t first = std::min(text.find_first_not_of(" \t", at), end);
    const std::string_view line = std::string_view(text).substr(at, end - at);
    if (text[at] == '%' && (line.substr(0, 5) != "%YAML" || line.substr(0, 8) == "%YAML 1.")) {
      text[at] = '#';
    } else if (first != end && text[first] != '#' && text[at] != '%') {
      return;
    }
    at = end + 1;
  }
}

}  // namespace

std::string prepared(std::string text) {
  replace_separators(text, kSeparators, kSeparatorEnd, kStandIns, kStandInEnd);
  comment_directives(text);
  return text;
}

void restore(std::string& text) {
  replace_separators(text, kStandIns, kStandInEnd, kSeparators, kSeparatorEnd);
}

std::optional<std::size_t> first_refused(std::string_view text) {
  const std::size_t found =
      std::min({text.find("\xC2\x85"), text.find("\xEF\xB7\x90"), text.find("\xEF\xB7\x91")});
  if (found == std::string_view::npos) return std::nullopt;
  return found;
}

std::optional<std::size_t> runaway_blanks(std::string_view text) {
  constexpr std::size_t kMost = 10'000;
  constexpr std::string_view kBlanks = " \t\n";
  // A run that long covers one of these places, however it lies.
  for (std::size_t at = kMost; at < text.size(); at += kMost) {
    if (kBlanks.find(text[at]) == std::string_view::npos) continue;
    const std::size_t before = text.find_last_not_of(kBlanks, at);
    const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
    const std::size_t end = std::min(text.find_first_not_of(kBlanks, at), text.size());
    if (end - start > kMost) return start;
  }
  return std::nullopt;
}

}  // namespace sextant::syntax::yaml_text
