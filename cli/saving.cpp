#include "cli/saving.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <stdexcept>

#include "cli/files.hpp"
#include "engine/assessment/blank.hpp"
#include "engine/assessment/write_answers.hpp"

namespace sextant::cli {

namespace {

/// The lines of a text that hold, or may hold, a comment; without their indentation.
std::set<std::string> comments(const std::string& text) {
  std::set<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string line = text.substr(at, end - at);
    line.erase(0, line.find_first_not_of(" \t"));
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
    if (!line.empty() && (line[0] == '#' || line.find(" #") != std::string::npos)) out.insert(line);
    at = end + 1;
  }
  return out;
}

/// Throws where an answers file would not say what it is meant to: that is a fault of ours.
void check(const std::string& path, const std::string& text, const Instrument& instrument,
           const Assessment& assessment) {
  const Source source(path, text);
  const Checked<Tree> tree = read_tree(source);
  if (tree) {
    const Checked<Assessment> back = load_answers(*tree, source, instrument);
    if (back && *back == assessment) return;
  }
  throw std::runtime_error("the answers would not read back as they are; " + path + " was left as it is");
}

}  // namespace

Saving::Saving(std::string path, InstrumentPtr instrument, std::optional<std::string> bytes)
    : path_(std::move(path)), instrument_(std::move(instrument)), bytes_(std::move(bytes)) {}

namespace {

/// A name beside the file that nothing has yet.
std::string free_name(const std::string& path, const std::string& ending) {
  std::string out = path + ending;
  for (int i = 2; files::exists(out); ++i) out = path + ending + "-" + std::to_string(i);
  return out;
}

}  // namespace

std::optional<Diagnostic> Saving::keep_comments(const std::string& text) {
  std::set<std::string> known = comments(text);
  for (const std::string& language : instrument_->languages) {
    BlankOptions blank;
    blank.language = language;
    known.merge(comments(blank_answers(*instrument_, blank)));
  }
  // What the file says of its answers was written by us, if it is what we would write of them.
  const Source source(path_, *bytes_);
  const Checked<Tree> tree = read_tree(source);
  const Checked<Assessment> before = tree ? load_answers(*tree, source, *instrument_) : Checked<Assessment>();
  if (before) known.merge(comments(write_answers(*instrument_, *before)));
  const std::set<std::string> there = comments(*bytes_);
  if (std::includes(known.begin(), known.end(), there.begin(), there.end())) return std::nullopt;
  const std::string copy = free_name(path_, ".before");
  if (auto problem = files::write(copy, *bytes_)) return problem;
  copy_ = copy;
  return std::nullopt;
}

std::optional<Diagnostic> Saving::save(const Assessment& assessment) {
  const std::string text = write_answers(*instrument_, assessment);
  check(path_, text, *instrument_, assessment);
  const files::ReadResult now = files::read(path_);
  const bool gone = !now.ok && now.problem.code == Code::no_such_file;
  if (!now.ok && !gone) return now.problem;
  if (now.ok && (!bytes_ || now.bytes != *bytes_)) {
    return Diagnostic{Code::file_changed_meanwhile, path_, {}, {}, {}, {}};
  }
  if (first_ && bytes_) {
    if (auto problem = keep_comments(text)) return problem;
  }
  first_ = false;
  if (auto problem = files::write(path_, text, bytes_ ? files::Over::edits : files::Over::own))
    return problem;
  bytes_ = text;
  return std::nullopt;
}

std::string written_anew(const std::string& path, const std::string& copy, Lang lang) {
  return fmt::format(
      fmt::runtime(
          lang == Lang::fr
              ? "{}\u00A0: écrit à neuf, sans ses commentaires ; tel qu'il était, il est conservé dans {}\n"
              : "{}: written anew, without its comments; as it was, it is kept in {}\n"),
      path, copy);
}

std::string Saving::keep_aside(const Assessment& assessment) const {
  const std::string copy = free_name(path_, ".unsaved");
  return files::write(copy, write_answers(*instrument_, assessment)) ? "" : copy;
}

}  // namespace sextant::cli
