#include "engine/syntax/tree.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/syntax/controls.hpp"
#include "engine/text/utf8.hpp"

namespace sextant {

std::string shown(std::string_view text) {
  constexpr std::size_t kWidth = 60;
  constexpr std::size_t kBytes = 1000;  // enough for the columns, and soon counted
  std::string out(text.substr(0, kBytes));
  if (text.size() > kBytes) out.resize(utf8::first_invalid(out).value_or(kBytes));
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return utf8::shorten(out, kWidth);
}

const Tree* Tree::find(std::string_view key) const {
  const auto it =
      std::find_if(entries.begin(), entries.end(), [&](const TreeEntry& e) { return e.key == key; });
  return it == entries.end() ? nullptr : &it->value;
}

namespace {

/// Brackets opened and not closed, taken naively (quotes and comments count too): far more than any file that
/// a person wrote has, and what makes a parser keep the whole file in memory.
std::optional<std::size_t> runaway_nesting(std::string_view text) {
  constexpr int kMost = 5000;
  const auto count = [&](char bracket) { return std::count(text.begin(), text.end(), bracket); };
  if (count('[') + count('{') <= kMost) return std::nullopt;
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '[' || text[i] == '{') ++depth;
    if ((text[i] == ']' || text[i] == '}') && depth > 0) --depth;
    if (depth > kMost) return i;
  }
  return std::nullopt;
}

/// Which control characters a file may hold.
enum class Controls { none, delete_only, all_but_null };

std::optional<std::size_t> first_refused(std::string_view text, Controls allowed) {
  const auto it = std::find_if(text.begin(), text.end(), [&](char c) {
    if (c == '\0') return true;
    if (allowed == Controls::all_but_null) return false;
    if (c == 0x7F) return allowed == Controls::none;
    return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t';
  });
  if (it == text.end()) return std::nullopt;
  return static_cast<std::size_t>(it - text.begin());
}

/// The text with the replacement character for each byte that is no UTF-8, fit to be printed.
std::string repaired(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) utf8::append(out, utf8::next(text, at));
  return out;
}

/// A problem of the encoding: its line is shown repaired, and columns are counted in what is shown.
Diagnostic broken_text(const Source& source, Code code, std::size_t at, Args args) {
  constexpr std::size_t kShown = 1000;  // a binary file may be one line
  const int line = source.span(at).line;
  const std::string_view whole = source.line(line);
  const std::size_t column = at - static_cast<std::size_t>(whole.data() - source.text().data());
  Diagnostic out{code, source.name(), {line, 1, 1}, std::move(args), {}, {}};
  out.at.column = static_cast<int>(utf8::length(repaired(whole.substr(0, column)))) + 1;
  if (whole.size() <= kShown) out.line_text = repaired(whole);
  return out;
}

bool blank(std::string_view text) {
  return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

bool check_source(const Source& source, Sink& sink, Controls allowed) {
  const std::string& text = source.text();
  if (text.size() > kLargestFile) {
    sink.add(Code::file_too_large, source.span(0), {{"limit", std::to_string(kLargestFile >> 20U)}});
  } else if (blank(text)) {
    sink.add(Code::file_empty, source.span(0));
  } else if (text.size() > 1 && (text.substr(0, 2) == "\xFF\xFE" || text.substr(0, 2) == "\xFE\xFF")) {
    sink.append({broken_text(source, Code::not_utf8, 0, {})});
  } else if (const auto control = first_refused(text, allowed)) {
    sink.append(
        {broken_text(source, Code::control_character, *control,
                     {{"code", fmt::format("U+{:04X}", static_cast<unsigned char>(text[*control]))}})});
  } else if (const auto invalid = utf8::first_invalid(text)) {
    sink.append({broken_text(source, Code::not_utf8, *invalid, {})});
  } else {
    return true;
  }
  return false;
}

bool is_json(const Source& source) {
  const std::size_t start = source.text().find_first_not_of(" \t\n");
  return start != std::string::npos && source.text()[start] == '{' &&
         std::string_view(source.name()).ends_with(".json");
}

Checked<Tree> read_source(const Source& source, bool json, Controls allowed) {
  Sink sink(source);
  if (!check_source(source, sink, allowed)) return {std::nullopt, sink.take()};
  if (const auto deep = runaway_nesting(source.text())) {
    sink.add(Code::too_deep, source.span(*deep), {{"limit", std::to_string(kDeepest)}});
    return {std::nullopt, sink.take()};
  }
  return json ? syntax::read_json(source) : syntax::read_yaml(source);
}

/// Without the errors that name control characters inside texts: beside a value there is nothing else wrong
/// with them.
Checked<Tree> without_controls_named(Checked<Tree> out) {
  if (!out) return out;
  auto& found = out.diagnostics;
  found.erase(std::remove_if(found.begin(), found.end(),
                             [](const Diagnostic& one) { return one.code == Code::control_character; }),
              found.end());
  return out;
}

}  // namespace

bool check_text(const Source& source, Sink& sink) {
  return check_source(source, sink, Controls::none);
}

bool check_text_but_controls(const Source& source, Sink& sink) {
  return check_source(source, sink, Controls::all_but_null);
}

Checked<Tree> read_tree(const Source& source) {
  return read_source(source, is_json(source), Controls::none);
}

Checked<Tree> read_tree_with_controls(const Source& source) {
  return is_json(source) ? read_json_with_controls(source)
                         : without_controls_named(read_source(source, false, Controls::none));
}

Checked<Tree> read_json_with_controls(const Source& source) {
  return without_controls_named(read_source(source, true, Controls::delete_only));
}

}  // namespace sextant
