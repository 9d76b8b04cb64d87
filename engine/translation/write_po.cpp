#include <string_view>

#include "engine/text/utf8.hpp"
#include "engine/translation/po.hpp"

namespace sextant {

namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else {
      out += c;
    }
  }
  return out;
}

/// The text in pieces that stand on a line of their own: each ends after a line end or, where it would get
/// too long, after a blank.
std::vector<std::string> pieces(std::string_view text) {
  constexpr std::size_t kWidth = 77;
  std::vector<std::string> out;
  std::string line;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \n"), text.size() - 1) + 1;
    const std::string word = escaped(text.substr(0, end));
    if (!line.empty() && utf8::display_width(line) + utf8::display_width(word) > kWidth)
      out.push_back(std::exchange(line, {}));
    line += word;
    if (text[end - 1] == '\n') out.push_back(std::exchange(line, {}));
    text.remove_prefix(end);
  }
  if (!line.empty()) out.push_back(std::move(line));
  return out;
}

void write_text(std::string& out, std::string_view keyword, std::string_view text) {
  const std::vector<std::string> lines = pieces(text);
  out.append(keyword).append(" \"");
  if (lines.size() == 1) out += lines[0];
  out += "\"\n";
  if (lines.size() < 2) return;
  for (const std::string& line : lines) out += "\"" + line + "\"\n";
}

/// A comment may not end its line early.
void write_comment(std::string& out, std::string_view sign, std::string_view text) {
  out.append(sign);
  for (const char c : text) out += c == '\n' ? ' ' : c;
  out += "\n";
}

/// A file's name with a blank stands between marks that isolate it, as gettext has it.
std::string reference(const std::string& place) {
  return place.find(' ') == std::string::npos ? place : "\u2068" + place + "\u2069";
}

}  // namespace

std::string write_po(const PoFile& file) {
  std::string header;
  for (const auto& [name, value] : file.header) header += name + ": " + value + "\n";
  std::string out;
  write_text(out, "msgid", "");
  write_text(out, "msgstr", header);
  for (const PoEntry& entry : file.entries) {
    out += "\n";
    for (const std::string& note : entry.notes) write_comment(out, "# ", note);
    for (const std::string& comment : entry.extracted) write_comment(out, "#. ", comment);
    for (const std::string& place : entry.references) write_comment(out, "#: ", reference(place));
    if (entry.fuzzy) out += "#, fuzzy\n";
    if (!entry.context.empty()) write_text(out, "msgctxt", entry.context);
    write_text(out, "msgid", entry.source);
    write_text(out, "msgstr", entry.text);
  }
  return out;
}

}  // namespace sextant
