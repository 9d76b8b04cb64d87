#include "engine/syntax/write_yaml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/text/utf8.hpp"

namespace sextant::yaml {

namespace {

constexpr std::size_t kWidth = 100;
/// libyaml looks for a key's colon within 1024 characters, and stops at runs of blanks that nobody writes.
constexpr std::size_t kLongestKey = 256;
constexpr std::size_t kMostBlanks = 1000;

bool is_letter(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC3 && c != 0xE2 && c != 0xEF);
}

bool is_digit(unsigned char c) {
  return c >= '0' && c <= '9';
}

/// What must not stand in a text as it is: what ends lines for some readers, marks and no characters.
bool is_odd(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF ||
         (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

bool has_odd(std::string_view text, bool line_ends_are) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if (is_odd(c) && (c != '\n' || line_ends_are)) return true;
  }
  return false;
}

/// Words that some reader takes for a truth value or for nothing.
bool is_reserved(std::string_view text) {
  constexpr std::string_view kWords[] = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"};
  const std::string folded = utf8::fold(text);
  return std::find(std::begin(kWords), std::end(kWords), folded) != std::end(kWords);
}

/// "2025-1", which is no number and no date.
bool is_pair_of_numbers(std::string_view text) {
  const std::size_t hyphen = text.find('-');
  return hyphen != std::string_view::npos && hyphen + 1 < text.size() &&
         text.find_first_not_of("0123456789", hyphen + 1) == std::string_view::npos &&
         text.find_first_not_of("0123456789") == hyphen;
}

/// Whether a text means itself without quotes, on one line.
bool is_plain(std::string_view text, bool in_flow) {
  if (text.empty() || is_reserved(text) || has_odd(text, true)) return false;
  const auto first = static_cast<unsigned char>(text.front());
  const bool starts_well =
      is_letter(first) || (is_digit(first) && (is_pair_of_numbers(text) || text.find(' ') != text.npos));
  if (!starts_well || text.back() == ':' || text.back() == ' ') return false;
  if (in_flow) return text.find_first_of(",[]{}:#?&*!|>%@`\"'\\") == text.npos;
  return text.find(": ") == text.npos && text.find(" #") == text.npos;
}

bool is_plain_key(std::string_view text) {
  return is_plain(text, true) && text.find(' ') == text.npos;
}

std::string flow_scalar(const Tree& tree, bool in_flow) {
  if (tree.is_null()) return "~";
  return !tree.quoted || is_plain(tree.text, in_flow) ? tree.text : yaml::quoted(tree.text);
}

std::string key_text(std::string_view key) {
  return is_plain_key(key) ? std::string(key) : yaml::quoted(key);
}

/// A tree on one line.
std::string flow(const Tree& tree) {
  if (!tree.is_list() && !tree.is_map()) return flow_scalar(tree, true);
  std::string out = tree.is_list() ? "[" : "{";
  for (const Tree& item : tree.items) out += (out.size() > 1 ? ", " : "") + flow(item);
  for (const TreeEntry& one : tree.entries) {
    out += (out.size() > 1 ? ", " : "") + key_text(one.key) + ": " + flow(one.value);
  }
  return out + (tree.is_list() ? "]" : "}");
}

bool has_long_key(const Tree& tree) {
  return std::any_of(tree.items.begin(), tree.items.end(), has_long_key) ||
         std::any_of(tree.entries.begin(), tree.entries.end(), [](const TreeEntry& one) {
           return one.key.size() > kLongestKey || has_long_key(one.value);
         });
}

/// Lines of a folded block scalar; none where a line would not mean itself there. Within a paragraph a line
/// end stands for a blank; between paragraphs an empty line for a line end.
std::vector<std::string> folded(std::string_view text, std::size_t width) {
  const auto blank = [](char c) { return c == ' ' || c == '\n'; };
  if (text.empty() || blank(text.front()) || blank(text.back()) || has_odd(text, false)) return {};
  if (text.find("\n ") != text.npos || text.find(" \n") != text.npos) return {};
  std::vector<std::string> out = {""};
  std::string word;
  const auto flush = [&] {
    std::string& line = out.back();
    // A line cannot start or end with one of several blanks.
    const bool fits = line.empty() || line.back() == ' ' || word.empty() ||
                      utf8::display_width(line) + 1 + utf8::display_width(word) <= width;
    if (!fits) {
      out.push_back(std::exchange(word, {}));
      return;
    }
    line += (line.empty() ? "" : " ") + std::exchange(word, {});
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!blank(text[at])) {
      word += text[at];
    } else if (text[at] == '\n') {
      flush();
      if (!out.back().empty()) out.emplace_back();
      out.emplace_back();
    } else {
      flush();
    }
  }
  flush();
  return out;
}

std::string block(const Tree& tree, std::size_t indent, Layout layout, std::string_view remark);

/// What follows "key:" or "-", up to and with the line end. `column` is how far the line is written.
std::string value(const Tree& tree, std::size_t indent, std::size_t column, Layout layout,
                  std::string_view remark) {
  const std::string behind = remark.empty() ? "\n" : "  " + comment(0, "", remark);
  if (!tree.is_list() && !tree.is_map()) {
    const bool lines = tree.text.find('\n') != std::string::npos;
    const bool plain = !tree.quoted || is_plain(tree.text, false);
    if (lines || column + 1 + utf8::display_width(tree.text) > kWidth) {
      const std::vector<std::string> all = folded(tree.text, kWidth - std::min(indent + 2, kWidth / 2));
      if (all.size() > 1) {
        std::string out = " >-\n";
        for (const std::string& line : all)
          out += line.empty() ? "\n" : std::string(indent + 2, ' ') + line + "\n";
        return out;
      }
    }
    return " " + (plain ? flow_scalar(tree, false) : yaml::quoted(tree.text)) + behind;
  }
  const std::string line = flow(tree);
  const bool none = tree.items.empty() && tree.entries.empty();
  const bool fits = layout == Layout::compact && column + 1 + utf8::display_width(line) <= kWidth;
  if (none || (fits && !has_long_key(tree))) return " " + line + behind;
  return "\n" + block(tree, indent + 2, Layout::compact, remark);
}

std::string block(const Tree& tree, std::size_t indent, Layout layout, std::string_view remark) {
  const std::string space(indent, ' ');
  std::string out;
  for (const Tree& item : tree.items) {
    std::string one = value(item, indent, indent + 1, layout, remark);
    if (one.front() == '\n') {
      // The first key of a map stands behind the hyphen.
      one = block(item, indent + 2, Layout::compact, remark);
      one.replace(0, indent + 2, space + "- ");
      out += one;
    } else {
      out += space + "-" + one;
    }
  }
  for (const TreeEntry& one : tree.entries) out += entry(one.key, one.value, indent);
  return out;
}

}  // namespace

Tree word(std::string text) {
  Tree out;
  out.kind = Tree::Kind::scalar;
  out.text = std::move(text);
  return out;
}

Tree text(std::string text) {
  Tree out = word(std::move(text));
  out.quoted = true;
  return out;
}

Tree list(std::vector<Tree> items) {
  Tree out;
  out.kind = Tree::Kind::list;
  out.items = std::move(items);
  return out;
}

Tree map() {
  Tree out;
  out.kind = Tree::Kind::map;
  return out;
}

void add(Tree& map, std::string key, Tree value) {
  map.entries.push_back({std::move(key), {}, std::move(value)});
}

std::string entry(std::string_view key, const Tree& tree, std::size_t indent, Layout layout,
                  std::string_view remark) {
  const std::string space(indent, ' ');
  if (key.size() > kLongestKey)
    return space + "? " + quoted(key) + "\n" + space + ":" + value(tree, indent, indent + 1, layout, remark);
  const std::string start = space + key_text(key) + ":";
  if (tree.is_null()) return start + "\n";
  return start + value(tree, indent, utf8::display_width(start), layout, remark);
}

std::string comment(std::size_t indent, std::string_view first, std::string_view text) {
  const std::string space(indent, ' ');
  std::string out;
  std::string line = space + "# " + std::string(first);
  std::string word;
  bool empty = true;
  const auto flush = [&] {
    if (word.empty()) return;
    if (!empty && utf8::length(line) + utf8::length(word) + 1 > kWidth) {
      out += line + "\n";
      line = space + "#   " + std::string(first.size(), ' ');
      empty = true;
    }
    line += (empty ? "" : " ") + word;
    empty = false;
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = utf8::next(text, at);
    if (c == ' ' || is_odd(c)) {
      flush();
    } else {
      word += text.substr(start, at - start);
    }
  }
  flush();
  return out + line + "\n";
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  std::size_t blanks = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = utf8::next(text, at);
    blanks = c == ' ' ? blanks + 1 : 0;
    if (c == '"' || c == '\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (blanks == kMostBlanks) {
      blanks = 0;
      out += "\\x20";
    } else if (is_odd(c)) {
      out += c > 0xFFFF ? fmt::format("\\U{:08X}", static_cast<unsigned>(c))
                        : fmt::format("\\u{:04X}", static_cast<unsigned>(c));
    } else {
      out += text.substr(start, at - start);
    }
  }
  return out + "\"";
}

}  // namespace sextant::yaml
