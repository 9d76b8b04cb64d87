#include "cli/overwrite.hpp"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "cli/files.hpp"
#include "cli/manifest.hpp"
#include "engine/syntax/fields.hpp"
#include "engine/syntax/tree.hpp"

namespace sextant::files {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kForm = "form";

/// The text of a key, of a map in the file; empty where there is none.
std::string text_of(const Tree& tree, std::string_view outer, std::string_view inner = {}) {
  const Tree* at = tree.is_map() ? tree.find(outer) : nullptr;
  if (at != nullptr && at->is_map() && !inner.empty()) at = at->find(inner);
  return at != nullptr && at->is_scalar() ? at->text : std::string();
}

std::vector<std::string> words_of(const Tree& tree, std::string_view outer, std::string_view inner) {
  std::vector<std::string> out;
  const Tree* at = tree.is_map() ? tree.find(outer) : nullptr;
  if (at != nullptr && at->is_map()) at = at->find(inner);
  if (at == nullptr || !at->is_list()) return out;
  for (const Tree& item : at->items) out.push_back(item.is_map() ? text_of(item, "id") : item.text);
  return out;
}

std::vector<std::string> ids_of_respondents(const Tree& tree) {
  std::vector<std::string> out;
  const Tree* all = tree.is_map() ? tree.find("respondents") : nullptr;
  if (all == nullptr || !all->is_list()) return out;
  for (const Tree& one : all->items) out.push_back(text_of(one, "id"));
  std::sort(out.begin(), out.end());
  return out;
}

bool differ(const std::string& one, const std::string& other) {
  return !one.empty() && !other.empty() && one != other;
}

bool same_unit(const Tree& one, const Tree& other) {
  const std::string a = text_of(one, "unit", "id");
  const std::string b = text_of(other, "unit", "id");
  const auto knows = [](const Tree& tree, const std::string& id) {
    const std::vector<std::string> former = words_of(tree, "unit", "aliases");
    return std::find(former.begin(), former.end(), id) != former.end();
  };
  return !differ(a, b) || knows(one, b) || knows(other, a);
}

/// Rounds are told apart by their ids; where neither has one, by their days.
bool same_round(const Tree& one, const Tree& other) {
  const std::string a = text_of(one, "round", "id");
  const std::string b = text_of(other, "round", "id");
  if (a.empty() && b.empty()) return !differ(text_of(one, "round", "date"), text_of(other, "round", "date"));
  return !differ(a, b);
}

/// Whose answers these are, in words: "XBM 2025-1, six-pillars"; what both have the same is not said.
std::string whose(const Tree& tree, const Tree& other, bool respondents) {
  const std::string id = text_of(tree, "round", "id");
  std::string out = text_of(tree, "unit", "id");
  const std::string round = id.empty() ? text_of(tree, "round", "date") : id;
  if (!round.empty()) out += " " + round;
  const std::string instrument = text_of(tree, "instrument", "id");
  if (differ(instrument, text_of(other, "instrument", "id"))) out += ", " + instrument;
  if (respondents) {
    for (const std::string& one : ids_of_respondents(tree)) out += ", " + one;
  }
  return shown(out);
}

Diagnostic another(const std::string& path, const std::string& found, const std::string& wanted) {
  return {Code::file_of_another, path, {}, {{"found", found}, {"wanted", wanted}}, {}, {}};
}

/// Why one translation or answers file may not stand in the place of another.
std::optional<Diagnostic> another_of(const std::string& path, const Tree& there, const Tree& wanted) {
  if (text_of(there, "sextant") == "translation/1") {
    const auto name = [](const Tree& tree) {
      return shown(text_of(tree, "of") + " " + text_of(tree, "language"));
    };
    const bool same = !differ(text_of(there, "of"), text_of(wanted, "of")) &&
                      !differ(text_of(there, "language"), text_of(wanted, "language"));
    return same ? std::nullopt : std::optional(another(path, name(there), name(wanted)));
  }
  // A respondent's file is that of this respondent; a country's may gain respondents.
  const bool who = is_respondents(path) && ids_of_respondents(there) != ids_of_respondents(wanted);
  const bool same = same_unit(there, wanted) && same_round(there, wanted) && !who &&
                    !differ(text_of(there, "instrument", "id"), text_of(wanted, "instrument", "id"));
  if (same) return std::nullopt;
  return another(path, whose(there, wanted, who), whose(wanted, there, who));
}

std::optional<Diagnostic> says_closed(const Tree& tree, const Source& source) {
  const Tree* round = tree.is_map() ? tree.find("round") : nullptr;
  const Tree* closed = round != nullptr && round->is_map() ? round->find("closed") : nullptr;
  if (closed == nullptr || !parse_yes_no(closed->text).value_or(false)) return std::nullopt;
  Sink sink(source);
  sink.add(Code::round_closed, closed->at, {{"round", text_of(tree, "round", "id")}});
  return sink.take().front();
}

/// What a file itself says of its round.
std::optional<Diagnostic> says_closed(const std::string& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return std::nullopt;
  ReadResult file = read(path);
  if (!file.ok) return std::nullopt;
  const Source source(path, std::move(file.bytes));
  const Checked<Tree> tree = read_tree(source);
  if (auto problem = tree ? says_closed(*tree, source) : std::nullopt) return problem;
  // It was closed, and does not say so, or cannot be read: what it was is still to be found out.
  if (source.text().empty() || !exists(cli::manifest_of(path))) return std::nullopt;
  return Diagnostic{Code::round_closed, path, {}, {{"round", stem(path)}}, {}, {}};
}

/// What the country's file says, of a file among the respondents' of a round.
std::optional<Diagnostic> round_says_closed(const fs::path& path) {
  for (fs::path folder = path.parent_path(); folder.has_relative_path(); folder = folder.parent_path()) {
    if (folder.extension() != ".respondents") continue;
    for (const char* ending : {".yaml", ".yml", ".json"}) {
      fs::path round = folder;
      if (auto problem = says_closed(round.replace_extension(ending).string())) return problem;
    }
  }
  return std::nullopt;
}

/// Of two files that say the same of their kind.
std::optional<Diagnostic> refused_by_contents(const std::string& path, std::string before,
                                              std::string_view bytes, Over over) {
  const Source source(path, std::move(before));
  const Source fresh(path, std::string(bytes));
  const Checked<Tree> there = read_tree(source);
  const Checked<Tree> wanted = read_tree(fresh);
  if (auto problem = says_closed(path)) return problem;
  if (over == Over::asked) return std::nullopt;
  // What cannot be read may be anybody's.
  if (!there || !wanted) return Diagnostic{Code::file_is_there, path, {}, {}, {}, {}};
  return another_of(path, *there, *wanted);
}

}  // namespace

std::string kind_of_bytes(std::string_view bytes) {
  const std::size_t first = bytes.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  if (first == std::string_view::npos) return {};
  if (bytes[first] == '<') {
    return bytes.find("id=\"filled\"") == std::string_view::npos ? std::string() : std::string(kForm);
  }
  if (bytes.substr(first, 4) == "%PDF" || bytes.substr(first, 2) == "PK") return {};
  constexpr std::string_view kKey = "sextant";
  for (std::size_t at = bytes.find(kKey); at != std::string_view::npos; at = bytes.find(kKey, at + 1)) {
    const char before = at == 0 ? '\n' : bytes[at - 1];
    if (before != '\n' && before != '"' && before != '\'' && before != '{' && before != '\xBF') continue;
    const std::size_t colon = bytes.find_first_not_of("\"' ", at + kKey.size());
    if (colon == std::string_view::npos || bytes[colon] != ':') continue;
    const std::size_t from = bytes.find_first_not_of("\"' ", colon + 1);
    if (from == std::string_view::npos) return {};
    return std::string(bytes.substr(from, bytes.find_first_of("\"', \t\r\n}#", from) - from));
  }
  // Behind other keys on a line, or indented as a whole.
  if (bytes.find(kKey) == std::string_view::npos) return {};
  const Checked<Tree> tree = read_tree(Source("", std::string(bytes)));
  return tree ? text_of(*tree, kKey) : std::string();
}

std::optional<Diagnostic> round_of_respondent_closed(const std::string& path) {
  if (path == "-") return std::nullopt;
  if (auto problem = round_says_closed(fs::path(path))) return problem;
  std::error_code error;
  const fs::path target = fs::weakly_canonical(path, error);
  return error ? std::nullopt : round_says_closed(target);
}

std::optional<Diagnostic> closed_round(const std::string& path) {
  if (path == "-") return std::nullopt;
  if (auto problem = says_closed(path)) return problem;
  return round_of_respondent_closed(path);
}

std::optional<Diagnostic> refusal(const std::string& path, std::string_view bytes, Over over) {
  if (path == "-") return std::nullopt;
  std::error_code error;
  if (exists(path) && !fs::is_regular_file(path, error)) return std::nullopt;
  // What saves work at the last moment is no file of the round.
  const bool unsaved = fs::path(path).extension().string().rfind(".unsaved", 0) == 0;
  if (!unsaved) {
    if (auto problem = round_of_respondent_closed(path)) return problem;
  }
  if (over == Over::edits || !exists(path)) return std::nullopt;
  ReadResult file = read(path);
  if (!file.ok) return file.problem;
  if (file.bytes.empty() || file.bytes == bytes) return std::nullopt;
  const std::string there = kind_of_bytes(file.bytes);
  const std::string wanted = kind_of_bytes(bytes);
  if (!there.empty() && there != wanted)
    return Diagnostic{Code::file_says_other, path, {}, {{"found", shown(there)}}, {}, {}};
  if (!there.empty() && there != kForm) return refused_by_contents(path, std::move(file.bytes), bytes, over);
  const bool may_be_lost = over == Over::blank || (over == Over::own && there != wanted);
  if (may_be_lost) return Diagnostic{Code::file_is_there, path, {}, {}, {}, {}};
  return std::nullopt;
}

}  // namespace sextant::files
