#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

#include "engine/syntax/spans.hpp"
#include "engine/syntax/tree.hpp"
#include "engine/text/utf8.hpp"
#include "engine/translation/po.hpp"

namespace sextant {

namespace {

constexpr std::string_view kBlanks = " \t";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

/// Reads line by line; an entry ends where the next one begins.
class PoReader {
 public:
  PoReader(const Source& source, Sink& sink) : source_(source), sink_(sink), spans_(source) {}

  PoFile read() {
    const std::string_view all = source_.text();
    const auto lines = static_cast<int>(std::count(all.begin(), all.end(), '\n')) + 1;
    for (number_ = 0; number_ < lines && problems_ < kMostProblems; ++number_)
      read_line(spans_.line(number_));
    end_entry();
    return std::move(file_);
  }

 private:
  enum class Part { none, context, source, text, plural };

  void read_line(std::string_view line) {
    line_ = line;
    check_controls();
    at_ = std::min(line.find_first_not_of(kBlanks), line.size());
    if (at_ == line.size()) return;
    if (line[at_] == '#') {
      read_comment(line.substr(at_));
    } else if (line[at_] == '"') {
      if (part_ == Part::none) problem(Code::po_syntax);
      read_string();
    } else {
      read_keyword();
    }
  }

  /// Control characters that UTF-8 writes with two bytes: no file of ours may hold one, and no message show
  /// one.
  void check_controls() {
    for (std::size_t at = line_.find('\xC2'); at != std::string_view::npos; at = line_.find('\xC2', at + 1)) {
      std::size_t next = at;
      const char32_t c = utf8::next(line_, next);
      if (c >= 0xA0) continue;
      problem(Code::control_character, spans_.at(number_, static_cast<int>(at), 2),
              {{"code", fmt::format("U+{:04X}", static_cast<unsigned>(c))}});
    }
  }

  void read_comment(std::string_view comment) {
    // A comment belongs to the entry that follows it.
    if (part_ == Part::text || part_ == Part::plural || comment.substr(0, 2) == "#~") end_entry();
    if (part_ != Part::none) return problem(Code::po_syntax);
    const char kind = comment.size() > 1 ? comment[1] : ' ';
    const std::string text(trimmed(comment.substr(std::min<std::size_t>(2, comment.size()))));
    if (kind == '.') entry_.extracted.push_back(text);
    if (kind == ':') entry_.references.push_back(text);
    if (kind == ' ') entry_.notes.push_back(text);
    if (kind == ',') read_flags(text);
  }

  void read_flags(std::string_view flags) {
    while (!flags.empty()) {
      const std::size_t comma = std::min(flags.find(','), flags.size());
      if (trimmed(flags.substr(0, comma)) == "fuzzy") {
        entry_.fuzzy = true;
        entry_.fuzzy_at = spans_.at(number_, static_cast<int>(line_.find("fuzzy")), 5);
      }
      flags.remove_prefix(std::min(comma + 1, flags.size()));
    }
  }

  void read_keyword() {
    const std::size_t end = std::min(line_.find_first_of(" \t\""), line_.size());
    const std::string_view word = line_.substr(at_, end - at_);
    const Span at = spans_.at(number_, static_cast<int>(at_), word.size());
    if (word == "msgctxt") {
      begin(Part::context, part_ == Part::none, at);
    } else if (word == "msgid") {
      begin(Part::source, part_ == Part::none || part_ == Part::context, at);
      entry_.source_at = at;
    } else if (word == "msgstr") {
      if (part_ != Part::source) return problem(Code::po_syntax);
      part_ = Part::text;
      entry_.text_at = at;
    } else if (word == "msgid_plural" || word.substr(0, 7) == "msgstr[") {
      if (part_ != Part::plural) problem(Code::po_plural, at);
      part_ = Part::plural;
    } else {
      return problem(Code::po_syntax, at);
    }
    at_ = std::min(line_.find_first_not_of(kBlanks, end), line_.size());
    if (at_ == line_.size() || line_[at_] != '"') return problem(Code::po_syntax);
    read_string();
  }

  /// A keyword that opens an entry, or goes on with the one that is open where `fits`.
  void begin(Part part, bool fits, Span at) {
    if (!fits) end_entry();
    if (part_ == Part::none) entry_.at = at;
    part_ = part;
  }

  void read_string() {
    std::string& target = part_ == Part::context  ? entry_.context
                          : part_ == Part::source ? entry_.source
                          : part_ == Part::text   ? entry_.text
                                                  : aside_;
    const std::size_t open = at_;
    for (++at_; at_ < line_.size() && line_[at_] != '"'; ++at_) {
      if (line_[at_] != '\\') {
        target += line_[at_];
      } else if (const auto c = escape()) {
        target += *c;
      }
    }
    if (at_ >= line_.size()) {
      at_ = open;
      return problem(Code::po_quote);
    }
    at_ = line_.find_first_not_of(kBlanks, at_ + 1);
    if (at_ != std::string_view::npos) problem(Code::po_syntax);
  }

  std::optional<char> escape() {
    const std::size_t slash = at_++;
    if (at_ >= line_.size()) return std::nullopt;  // the quotation mark is missing then
    switch (line_[at_]) {
      case 'n':
        return '\n';
      case 't':
        return '\t';
      case '"':
      case '\\':
        return line_[at_];
      default:
        problem(Code::po_escape, spans_.at(number_, static_cast<int>(slash), 2));
        std::size_t next = at_;
        utf8::next(line_, next);
        at_ = next - 1;
        return std::nullopt;
    }
  }

  void end_entry() {
    // One mistake is told once.
    if (!damaged_ && (part_ == Part::context || part_ == Part::source)) {
      problem(Code::po_unfinished, entry_.at, {{"keyword", part_ == Part::context ? "msgid" : "msgstr"}});
    } else if (!damaged_ && part_ == Part::text) {
      keep_entry();
    }
    damaged_ = false;
    if (part_ != Part::none) {
      entry_ = {};
    }
    part_ = Part::none;
  }

  void keep_entry() {
    // The context names a text, whatever its source said when it was written.
    const bool named = !entry_.context.empty();
    const std::string& name = named ? entry_.context : entry_.source;
    const auto [it, is_new] = lines_.emplace((named ? "1" : "0") + name, entry_.at.line);
    if (!is_new) {
      problem(Code::po_repeated, entry_.at, {{"text", shown(name)}, {"line", std::to_string(it->second)}});
    } else if (name.empty()) {
      read_header(entry_.text);
    } else {
      file_.entries.push_back(std::move(entry_));
    }
  }

  void read_header(std::string_view text) {
    file_.header_at = entry_.text_at;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      const std::string_view line = text.substr(0, end);
      const std::size_t colon = std::min(line.find(':'), line.size());
      const std::string_view value = line.substr(std::min(colon + 1, line.size()));
      file_.header.emplace_back(trimmed(line.substr(0, colon)), trimmed(value));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  /// At the present place of the line.
  void problem(Code code) {
    problem(code, spans_.at(number_, static_cast<int>(std::min(at_, line_.size())), 1));
  }
  void problem(Code code, Span at, Args args = {}) {
    ++problems_;
    damaged_ = true;
    sink_.add(code, at, std::move(args));
  }

  static constexpr int kMostProblems = 1000;

  const Source& source_;
  Sink& sink_;
  syntax::Spans spans_;
  PoFile file_;
  PoEntry entry_;
  Part part_ = Part::none;
  bool damaged_ = false;  ///< something in the present entry was reported
  std::string aside_;
  std::map<std::string, int> lines_;  ///< where each text was seen first
  std::string_view line_;
  std::size_t at_ = 0;
  int number_ = 0;
  int problems_ = 0;
};

}  // namespace

std::string PoFile::field(std::string_view name) const {
  const std::string wanted = utf8::fold(name);
  const auto it = std::find_if(header.begin(), header.end(),
                               [&](const auto& field) { return utf8::fold(field.first) == wanted; });
  return it == header.end() ? std::string() : it->second;
}

Checked<PoFile> read_po(const Source& source) {
  Sink sink(source);
  if (!check_text(source, sink)) return {std::nullopt, sink.take()};
  PoFile file = PoReader(source, sink).read();
  if (sink.has_errors()) return {std::nullopt, sink.take()};
  return {std::move(file), sink.take()};
}

}  // namespace sextant
