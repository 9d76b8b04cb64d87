#include "engine/tables/table.hpp"

#include <algorithm>
#include <optional>
#include <regex>
#include <unordered_map>

#include "engine/syntax/fields.hpp"
#include "engine/tables/csv.hpp"
#include "engine/text/number.hpp"
#include "engine/text/utf8.hpp"

namespace sextant {

Checked<ColumnMap> load_columns(const Tree& tree, const Source& source, const Instrument& instrument) {
  Sink sink(source);
  Fields top(tree, sink);
  ColumnMap out;
  top.need("sextant");
  top.choice("sextant", {"columns/1"});
  out.unit = top.text("unit");
  out.round = top.text("round");
  out.name = top.text("name");
  out.group = top.text("group");
  out.unit_pattern = top.text("unit_pattern");
  try {
    const std::regex probe(out.unit_pattern);
  } catch (const std::regex_error&) {
    sink.add(Code::bad_pattern, top.at("unit_pattern"), {{"pattern", out.unit_pattern}});
  }
  std::vector<std::string> known;
  for (const Question& question : instrument.questions) known.push_back(question.id);
  for (const TreeEntry& entry : top.map("questions")) {
    if (instrument.question_index.count(entry.key) == 0) {
      sink.add(Code::unknown_question, entry.key_at, {{"id", entry.key}, {"instrument", instrument.id}},
               nearest(entry.key, known));
    }
    out.questions.emplace_back(entry.key, scalar_text(entry.value, sink));
  }
  out.ignore = top.words("ignore");
  for (const TreeEntry& entry : top.map("aliases"))
    out.aliases.emplace_back(entry.key, scalar_text(entry.value, sink));
  if (const Tree* tokens = top.get("tokens")) {
    Fields inner(*tokens, sink);
    out.dont_know = inner.words("dont_know");
    out.not_applicable = inner.words("not_applicable");
    out.unanswered = inner.words("unanswered");
    inner.finish();
  }
  top.finish();
  std::vector<Diagnostic> all = sink.take();
  sort_diagnostics(all);
  if (has_errors(all)) return {std::nullopt, std::move(all)};
  return {std::move(out), std::move(all)};
}

namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// Which column holds what.
struct Binding {
  std::size_t unit = kNone;
  std::size_t round = kNone;
  std::size_t name = kNone;
  std::size_t group = kNone;
  std::vector<std::pair<std::size_t, std::size_t>> questions;  ///< column, question
};

class TableReader {
 public:
  TableReader(const std::string& name, const Instrument& instrument, const ColumnMap& columns)
      : name_(name),
        instrument_(instrument),
        columns_(columns),
        cell_source_(name, ""),
        cell_sink_(cell_source_) {
    if (!columns.unit_pattern.empty()) pattern_.emplace(columns.unit_pattern);
  }

  std::vector<Diagnostic> read(std::string_view text, const TakeRow& take) {
    if (const auto at = utf8::first_invalid(text)) {
      const Source source(name_, std::string(text.substr(0, *at)));
      diagnostics_.push_back({Code::not_utf8, name_, source.span(*at), {}, {}, {}});
      return std::move(diagnostics_);
    }
    CsvReader csv(text, guess_separator(text));
    if (!csv.next()) {
      report(csv.broken() ? Code::table_quote : Code::table_empty, std::max(csv.line(), 1), {});
      return std::move(diagnostics_);
    }
    header_ = csv.cells();
    if (!bind(csv.line())) return std::move(diagnostics_);
    while (csv.next()) read_row(csv, take);
    if (csv.broken()) report(Code::table_quote, csv.line(), {});
    return std::move(diagnostics_);
  }

 private:
  void report(Code code, int line, Args args, std::string suggestion = {}) {
    diagnostics_.push_back({code, name_, Span{line, 1, 1}, std::move(args), std::move(suggestion), {}});
  }

  /// The column with this title; reports where a wanted one is absent.
  std::size_t column(const std::string& title, int line) {
    if (title.empty()) return kNone;
    const auto it = std::find(header_.begin(), header_.end(), title);
    if (it != header_.end()) return static_cast<std::size_t>(it - header_.begin());
    report(Code::column_missing, line, {{"column", title}}, nearest(title, header_));
    return kNone;
  }

  /// True if a column may be taken for a question by its name: no line of the map gives it another meaning.
  bool free_column(const std::string& title) const {
    const bool mapped = std::any_of(columns_.questions.begin(), columns_.questions.end(),
                                    [&](const auto& pair) { return pair.second == title; });
    const bool other = title == columns_.unit || title == columns_.round || title == columns_.name ||
                       title == columns_.group;
    return !mapped && !other &&
           std::find(columns_.ignore.begin(), columns_.ignore.end(), title) == columns_.ignore.end();
  }

  bool bind(int line) {
    for (std::size_t i = 0; i < header_.size(); ++i) {
      const bool twice =
          !header_[i].empty() && std::find(header_.begin(), header_.begin() + static_cast<std::ptrdiff_t>(i),
                                           header_[i]) != header_.begin() + static_cast<std::ptrdiff_t>(i);
      if (twice) report(Code::column_twice, line, {{"column", header_[i]}});
    }
    binding_.unit = column(columns_.unit, line);
    if (columns_.unit.empty()) report(Code::column_missing, line, {{"column", "--unit"}});
    binding_.round = column(columns_.round, line);
    binding_.name = column(columns_.name, line);
    binding_.group = column(columns_.group, line);
    std::vector<bool> used(header_.size(), false);
    for (const std::size_t i : {binding_.unit, binding_.round, binding_.name, binding_.group}) {
      if (i != kNone) used[i] = true;
    }
    for (std::size_t q = 0; q < instrument_.questions.size(); ++q) {
      const std::string& id = instrument_.questions[q].id;
      const auto mapped = std::find_if(columns_.questions.begin(), columns_.questions.end(),
                                       [&](const auto& pair) { return pair.first == id; });
      const auto it = free_column(id) ? std::find(header_.begin(), header_.end(), id) : header_.end();
      const std::size_t at = mapped != columns_.questions.end() ? column(mapped->second, line)
                             : it != header_.end() ? static_cast<std::size_t>(it - header_.begin())
                                                   : kNone;
      if (at == kNone) continue;
      used[at] = true;
      binding_.questions.emplace_back(at, q);
    }
    if (binding_.questions.empty()) report(Code::no_question_columns, line, {{"instrument", instrument_.id}});
    for (std::size_t i = 0; i < header_.size(); ++i) {
      const bool ignored =
          std::find(columns_.ignore.begin(), columns_.ignore.end(), header_[i]) != columns_.ignore.end();
      if (!used[i] && !ignored) {
        report(Code::column_unused, line, {{"column", header_[i]}, {"instrument", instrument_.id}});
      }
    }
    return !has_errors(diagnostics_);
  }

  /// Reports why a row's unit cannot be taken; true if it can.
  bool unit_fits(const std::string& unit, int line) {
    if (unit.empty()) {
      report(Code::row_unit_empty, line, {});
      return false;
    }
    // No id is that long, and a regular expression on it would take no end of memory.
    constexpr std::size_t kLongest = 120;
    if (utf8::length(unit) > kLongest) {
      const std::string pattern = pattern_ ? columns_.unit_pattern : "{1,120}";
      report(Code::row_unit_pattern, line, {{"unit", utf8::shorten(unit, 60)}, {"pattern", pattern}});
      return false;
    }
    // Whole numbers may be the ids of schools; a decimal fraction is a figure.
    if (unit.find('.') != std::string::npos && parse_number(unit)) {
      report(Code::row_unit_number, line, {{"unit", unit}});
      return false;
    }
    if (pattern_ && !std::regex_match(unit, *pattern_)) {
      report(Code::row_unit_pattern, line, {{"unit", unit}, {"pattern", columns_.unit_pattern}});
      return false;
    }
    return true;
  }

  Answer read_cell(const std::string& cell, const Question& question) {
    const auto is = [&](const std::vector<std::string>& tokens) {
      return std::find(tokens.begin(), tokens.end(), cell) != tokens.end();
    };
    Tree value;
    value.kind = cell.empty() || is(columns_.unanswered) ? Tree::Kind::null : Tree::Kind::scalar;
    value.text = is(columns_.dont_know) ? "dont_know" : is(columns_.not_applicable) ? "not_applicable" : cell;
    return read_value(value, question, instrument_, cell_sink_);
  }

  void read_row(const CsvReader& csv, const TakeRow& take) {
    const std::vector<std::string>& cells = csv.cells();
    const int line = csv.line();
    const auto cell = [&](std::size_t i) { return i == kNone ? std::string() : cells[i]; };
    if (cells.size() != header_.size()) {
      report(Code::row_cells, line,
             {{"found", std::to_string(cells.size())}, {"wanted", std::to_string(header_.size())}});
      return;
    }
    Assessment out;
    out.unit.id = cell(binding_.unit);
    if (!unit_fits(out.unit.id, line)) return;
    if (!cell(binding_.name).empty()) out.unit.name = {{"", cell(binding_.name)}};
    out.unit.group = cell(binding_.group);
    for (const auto& [id, iso] : columns_.aliases) {
      if (id == out.unit.id) out.unit.iso = iso;
    }
    out.round.id = cell(binding_.round);
    out.instrument_version = instrument_.version;
    out.answers.resize(instrument_.questions.size());
    for (const auto& [at, question] : binding_.questions) {
      out.answers[question] = read_cell(cells[at], instrument_.questions[question]);
    }
    std::vector<Diagnostic> problems = cell_sink_.take();
    if (!problems.empty()) {
      report(Code::row_bad_answer, line, {{"unit", out.unit.id}});
      for (Diagnostic& problem : problems) {
        problem.at = Span{line, 1, 1};
        diagnostics_.push_back(std::move(problem));
      }
      return;
    }
    const auto [it, is_new] = seen_.emplace(out.unit.id + '\n' + out.round.id, line);
    if (!is_new) {
      const std::string what = out.round.id.empty() ? out.unit.id : out.unit.id + " " + out.round.id;
      report(Code::row_repeated, line, {{"unit", what}, {"line", std::to_string(it->second)}});
      return;
    }
    take(std::move(out), line);
  }

  const std::string& name_;
  const Instrument& instrument_;
  const ColumnMap& columns_;
  Source cell_source_;
  Sink cell_sink_;
  std::optional<std::regex> pattern_;
  std::vector<std::string> header_;
  Binding binding_;
  std::unordered_map<std::string, int> seen_;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace

std::vector<Diagnostic> read_table(std::string_view text, const std::string& name,
                                   const Instrument& instrument, const ColumnMap& columns,
                                   const TakeRow& take) {
  return TableReader(name, instrument, columns).read(text, take);
}

}  // namespace sextant
