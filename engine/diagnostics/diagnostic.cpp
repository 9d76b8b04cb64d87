#include "engine/diagnostics/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <tuple>

#include "engine/text/utf8.hpp"

namespace sextant {

void Sink::add(Code code, Span at, Args args, std::string suggestion) {
  Diagnostic diagnostic{code, source_->name(), at, std::move(args), std::move(suggestion), {}};
  // A machine's file may be one line of megabytes with thousands of problems: nobody reads it there.
  constexpr std::size_t kLongestShown = 4000;
  if (const auto line = source_->line(at.line); line.size() <= kLongestShown) diagnostic.line_text = line;
  diagnostics_.push_back(std::move(diagnostic));
}

void Sink::append(std::vector<Diagnostic> more) {
  diagnostics_.insert(diagnostics_.end(), std::make_move_iterator(more.begin()),
                      std::make_move_iterator(more.end()));
}

bool Sink::has_errors() const {
  return sextant::has_errors(diagnostics_);
}

bool has_errors(const std::vector<Diagnostic>& diagnostics, bool strict) {
  return std::any_of(diagnostics.begin(), diagnostics.end(), [&](const Diagnostic& diagnostic) {
    return strict || info(diagnostic.code).severity == Severity::error;
  });
}

void sort_diagnostics(std::vector<Diagnostic>& diagnostics) {
  const auto key = [](const Diagnostic& d) {
    return std::tie(d.file, d.at.line, d.at.column, d.code, d.args, d.suggestion);
  };
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
  diagnostics.erase(std::unique(diagnostics.begin(), diagnostics.end(),
                                [&](const Diagnostic& a, const Diagnostic& b) { return key(a) == key(b); }),
                    diagnostics.end());
}

std::string message(const Diagnostic& diagnostic, Lang lang) {
  return fill(info(diagnostic.code).message(lang), diagnostic.args);
}

namespace {

/// The part of a source line that is shown, and where the caret goes in it.
struct Excerpt {
  std::string text;
  std::size_t indent;
  std::size_t length;
};

Excerpt excerpt(const Diagnostic& diagnostic) {
  constexpr std::size_t kWidth = 100;
  constexpr std::size_t kBefore = 60;
  const std::string_view line = diagnostic.line_text;
  const auto column = static_cast<std::size_t>(std::max(diagnostic.at.column - 1, 0));
  const std::size_t first = column > kBefore + 20 ? column - kBefore : 0;
  const bool cut = first > 0;
  Excerpt out{cut ? "…" : "", cut ? 1U : 0U, 0};
  std::size_t index = 0;
  for (std::size_t at = 0; at < line.size(); ++index) {
    const std::size_t from = at;
    const char32_t c = utf8::next(line, at);
    if (index < first) continue;
    // Whatever a terminal could act on is shown as a blank, and what is no text as a sign for it.
    const bool control = c < 0x20 || c == 0x7F || (c >= 0x80 && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
                         (c >= 0x2066 && c <= 0x2069);
    const std::string piece = control       ? " "
                              : c == 0xFFFD ? "\uFFFD"
                                            : std::string(line.substr(from, at - from));
    const std::size_t width = utf8::display_width(piece);
    if (utf8::display_width(out.text) + width > kWidth) {
      out.text += "…";
      break;
    }
    if (index < column) out.indent += width;
    if (index >= column && index < column + static_cast<std::size_t>(diagnostic.at.length))
      out.length += width;
    out.text += piece;
  }
  out.length = std::max<std::size_t>(out.length, 1);
  return out;
}

}  // namespace

std::string print(const Diagnostic& diagnostic, const PrintStyle& style) {
  const CodeInfo& code = info(diagnostic.code);
  const bool error = style.strict || code.severity == Severity::error;
  const bool french = style.lang == Lang::fr;
  const std::string word = error ? (french ? "erreur" : "error") : (french ? "avertissement" : "warning");
  const auto paint = [&](const char* colour, const std::string& text) {
    return style.colour ? fmt::format("\033[{}m{}\033[0m", colour, text) : text;
  };
  std::string out = diagnostic.file.empty() ? "sextant" : diagnostic.file;
  if (diagnostic.at.line > 0) out += fmt::format(":{}:{}", diagnostic.at.line, diagnostic.at.column);
  out += ": " + paint(error ? "1;31" : "1;33", fmt::format("{} {}", word, code.id)) +
         (french ? " : " : ": ") + message(diagnostic, style.lang) + "\n";
  if (diagnostic.at.line > 0 && !diagnostic.line_text.empty()) {
    const Excerpt shown = excerpt(diagnostic);
    out += "    " + shown.text + "\n";
    out += "    " + std::string(shown.indent, ' ') + paint("1;32", "^" + std::string(shown.length - 1, '~')) +
           "\n";
  }
  std::string hint;
  if (!diagnostic.suggestion.empty()) {
    hint = french ? fmt::format("vouliez-vous dire « {} » ?", diagnostic.suggestion)
                  : fmt::format("did you mean \"{}\"?", diagnostic.suggestion);
  } else {
    hint = fill(code.hint(style.lang), diagnostic.args);
  }
  if (!hint.empty()) out += (french ? "    conseil : " : "    hint: ") + hint + "\n";
  return out;
}

namespace {

/// Edits between two words where an exchange of neighbours counts as one (optimal string alignment).
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t cost = a[i - 1] == b[j - 1] ? 0 : 1;
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + cost});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

}  // namespace

std::string nearest(std::string_view wrong, const std::vector<std::string>& known) {
  const std::string word = utf8::fold(wrong);
  if (word.size() > 120) return {};
  // Any neighbour is near to a word of one or two letters: only another way of writing it counts.
  if (word.size() < 3) {
    const auto same =
        std::find_if(known.begin(), known.end(), [&](const std::string& k) { return utf8::fold(k) == word; });
    return same == known.end() ? std::string() : *same;
  }
  std::string best;
  std::size_t least = std::max<std::size_t>(1, word.size() / 3) + 1;
  for (const std::string& candidate : known) {
    const std::string folded = utf8::fold(candidate);
    if (folded.size() > word.size() + least || word.size() > folded.size() + least) continue;
    const std::size_t edits = distance(word, folded);
    if (edits < least) {
      least = edits;
      best = candidate;
    }
  }
  return best;
}

}  // namespace sextant
