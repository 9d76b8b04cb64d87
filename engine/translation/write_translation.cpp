#include "engine/translation/write_translation.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/syntax/write_yaml.hpp"
#include "engine/text/number.hpp"
#include "engine/text/utf8.hpp"

namespace sextant {

namespace {

constexpr std::size_t kWidth = 120;

/// Whether a text on one line means itself without quotes. Some that would are quoted all the same.
bool plain(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  const bool letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') ||
                      (first >= '0' && first <= '9') || (first >= 0xC2 && first != 0xEF);
  const std::string word = utf8::fold(text);
  return letter && word != "null" && text.back() != ':' && text.back() != ' ' &&
         text.find(": ") == std::string_view::npos && text.find(" #") == std::string_view::npos &&
         text.find_first_of("\n\t") == std::string_view::npos;
}

std::string scalar(const std::string& text) {
  return plain(text) ? text : yaml::quoted(text);
}

/// Lines of at most `width` columns, broken at single blanks; empty where a line would not mean itself.
std::vector<std::string> folded(std::string_view text, std::size_t width) {
  std::vector<std::string> out = {""};
  while (!text.empty()) {
    const std::size_t blank = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, blank);
    if (word.empty()) return {};
    std::string& line = out.back();
    if (!line.empty() && utf8::display_width(line) + 1 + utf8::display_width(word) > width) {
      out.emplace_back(word);
    } else {
      line.append(line.empty() ? "" : " ").append(word);
    }
    text.remove_prefix(std::min(blank + 1, text.size()));
  }
  return out;
}

/// The lines of a text.
std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out = {""};
  for (const char c : text) {
    if (c == '\n') {
      out.emplace_back();
    } else {
      out.back() += c;
    }
  }
  return out;
}

struct PartEntry;

/// A part of the file: a text, or keys in order, or, where the keys are positions, a list.
struct Part {
  std::string text;
  std::vector<PartEntry> keys;
};

struct PartEntry {
  std::string key;
  Part value;
};

/// What stands under a key, which is added where it is not there.
Part& under(Part& part, const std::string& key) {
  const auto it =
      std::find_if(part.keys.begin(), part.keys.end(), [&](const PartEntry& one) { return one.key == key; });
  return it == part.keys.end() ? part.keys.emplace_back(PartEntry{key, {}}).value : it->value;
}

bool is_list(std::string_view key) {
  return key == "quality" || key == "gates";
}

void write_keys(std::string& out, const Part& part, std::size_t indent, bool list);

/// What follows `key:` or `-`.
void write_part(std::string& out, const Part& part, std::size_t indent, bool list) {
  if (part.keys.empty()) {
    out += yaml_value(part.text, indent) + "\n";
  } else {
    out += "\n";
    write_keys(out, part, indent + 2, list);
  }
}

void write_keys(std::string& out, const Part& part, std::size_t indent, bool list) {
  const std::string space(indent, ' ');
  std::size_t position = 1;
  for (const auto& [key, value] : part.keys) {
    if (!list) {
      out += space + scalar(key) + ":";
      write_part(out, value, indent, is_list(key));
      continue;
    }
    // What is not translated keeps its place.
    for (; std::to_string(position) != key; ++position) out += space + "- ~\n";
    ++position;
    out += space + "-";
    write_part(out, value, indent, false);
  }
}

}  // namespace

std::string yaml_value(const std::string& text, std::size_t indent) {
  const bool several = text.find('\n') != std::string::npos;
  const std::string space(indent + 2, ' ');
  std::vector<std::string> lines;
  // Tabs and unusual blanks at the start of a line could be taken for something else.
  const bool tab = text.find('\t') != std::string::npos;
  if (several && !tab) {
    lines = lines_of(text);
  } else if (!tab && utf8::display_width(text) + indent > kWidth) {
    lines = folded(text, kWidth - space.size());
  }
  if (lines.size() < 2) return " " + scalar(text);
  std::string out = several ? " |-" : " >-";
  for (const std::string& line : lines) out += "\n" + (line.empty() ? "" : space + line);
  return out;
}

std::string write_translation(const std::string& instrument, const Catalogue& catalogue) {
  std::string out = "sextant: translation/1\n";
  out += "of: " + scalar(instrument) + "\n";
  out += "language: " + scalar(catalogue.language) + "\n";
  Part texts;
  for (const CatalogueEntry& entry : catalogue.entries) {
    Part own;
    for (std::size_t i = entry.begin; i < entry.end; ++i) {
      const CatalogueText& text = catalogue.texts[i];
      if (text.translation.empty()) continue;
      Part* at = &own;
      for (const std::string& key : text.ref.path) at = &under(*at, key);
      at->text = text.translation;
    }
    if (own.keys.empty()) continue;
    if (!entry.mark.empty()) own.keys.insert(own.keys.begin(), PartEntry{"source", {entry.mark, {}}});
    texts.keys.push_back({entry.owner, std::move(own)});
  }
  if (texts.keys.empty()) return out + "texts: {}\n";
  out += "texts:\n";
  write_keys(out, texts, 2, false);
  return out;
}

}  // namespace sextant
