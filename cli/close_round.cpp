#include "cli/close_round.hpp"

#include <algorithm>
#include <vector>

#include "engine/text/utf8.hpp"

namespace sextant::cli {

namespace {

/// The byte at which a span starts.
std::size_t offset(const Source& source, Span at) {
  const std::string_view line = source.line(at.line);
  std::size_t byte = 0;
  for (int i = 1; i < at.column && byte < line.size(); ++i) utf8::next(line, byte);
  return static_cast<std::size_t>(line.data() - source.text().data()) + byte;
}

/// The text with `words` in place of some bytes of it.
std::string with(const std::string& text, std::size_t at, std::size_t bytes, const std::string& words) {
  return text.substr(0, at) + words + text.substr(at + bytes);
}

/// Ways to say it in a file that says nothing of its round.
std::vector<std::string> with_round(const Source& source, const Tree& tree) {
  const std::string& text = source.text();
  const std::string line = "round: {closed: yes}\n";
  const std::string end = text.empty() || text.back() == '\n' ? "" : "\n";
  std::vector<std::string> out = {text + end + line};
  // "..." ends the document: what stands behind it is not read.
  if (const std::size_t dots = text.rfind("\n..."); dots != std::string::npos)
    out.push_back(with(text, dots + 1, 0, line));
  const std::size_t start = offset(source, tree.at);
  const char* comma = tree.entries.empty() ? "" : ", ";
  out.push_back(with(text, start + 1, 0, std::string("round: {closed: yes}") + comma));
  out.push_back(with(text, start + 1, 0, std::string("\"round\": {\"closed\": true}") + comma));
  return out;
}

/// Ways to say it in a file whose round is there and holds nothing.
std::vector<std::string> with_empty_round(const Source& source, const TreeEntry& entry) {
  const std::string& text = source.text();
  const std::size_t at = offset(source, entry.value.at);
  const std::size_t bytes = text.compare(at, 1, "~") == 0 ? 1 : text.compare(at, 4, "null") == 0 ? 4 : 0;
  std::vector<std::string> out;
  const std::size_t colon = text.find(':', offset(source, entry.key_at) + entry.key.size());
  for (const char* words : {"{closed: yes}", "{\"closed\": true}"}) {
    out.push_back(with(text, at, bytes, words));
    if (colon != std::string::npos) out.push_back(with(text, colon + 1, 0, std::string(" ") + words));
  }
  return out;
}

/// Ways to say it in the file; which of them work is tried.
std::vector<std::string> candidates(const Source& source, const Tree& tree) {
  const std::string& text = source.text();
  const auto entry = std::find_if(tree.entries.begin(), tree.entries.end(),
                                  [](const TreeEntry& one) { return one.key == "round"; });
  if (entry == tree.entries.end()) return with_round(source, tree);
  const Tree& round = entry->value;
  if (!round.is_map()) return with_empty_round(source, *entry);
  std::vector<std::string> out;
  if (const Tree* closed = round.find("closed"); closed != nullptr && closed->is_scalar()) {
    const std::size_t bytes = closed->text.size() + (closed->quoted ? 2 : 0);
    for (const char* words : {"yes", "true"})
      out.push_back(with(text, offset(source, closed->at), bytes, words));
    return out;
  }
  const std::size_t start = offset(source, round.at);
  const bool empty = round.entries.empty();
  out.push_back(with(text, start + 1, 0, std::string("closed: yes") + (empty ? "" : ", ")));
  out.push_back(with(text, start + 1, 0, std::string("\"closed\": true") + (empty ? "" : ", ")));
  if (empty) return out;
  const Span key = round.entries.front().key_at;
  out.push_back(with(text, offset(source, key), 0,
                     "closed: yes\n" + std::string(static_cast<std::size_t>(key.column) - 1, ' ')));
  return out;
}

}  // namespace

std::optional<std::string> closed_text(const Source& source, const Tree& tree, const Instrument& instrument,
                                       const Assessment& wanted) {
  for (std::string& text : candidates(source, tree)) {
    const Source changed(source.name(), text);
    const Checked<Tree> read = read_tree(changed);
    if (!read || has_errors(read.diagnostics)) continue;
    const Checked<Assessment> again = load_answers(*read, changed, instrument);
    if (again && *again == wanted) return std::move(text);
  }
  return std::nullopt;
}

}  // namespace sextant::cli
