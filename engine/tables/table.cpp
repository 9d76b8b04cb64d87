#include "engine/tables/table.hpp"

#include <algorithm>
#include <regex>
#include <unordered_map>

#include "engine/tables/csv.hpp"
#include "engine/text/number.hpp"
#include "engine/text/utf8.hpp"

namespace sextant {

namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// Where one question's value comes from.
struct BoundQuestion {
  std::size_t question = 0;
  ColumnSource::How how = ColumnSource::How::one;
  std::vector<std::size_t> columns;
};

/// The columns of one round; a table without suffixes has one of these.
struct BoundRound {
  std::string id;
  std::vector<BoundQuestion> questions;
};

struct Binding {
  std::size_t unit = kNone;
  std::size_t round = kNone;
  std::size_t name = kNone;
  std::size_t group = kNone;
  std::size_t question = kNone;  ///< of a long table
  std::size_t value = kNone;
  std::vector<BoundRound> rounds;
  std::vector<std::pair<std::size_t, const std::vector<std::string>*>> where;
};

bool contains(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class TableReader {
 public:
  TableReader(const std::string& name, const Instrument& instrument, const ColumnMap& columns)
      : name_(name),
        instrument_(instrument),
        columns_(columns),
        cell_source_(name, ""),
        cell_sink_(cell_source_) {
    if (!columns.unit_pattern.empty()) pattern_.emplace(columns.unit_pattern);
    for (const Question& question : instrument.questions) known_.push_back(question.id);
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
    while (csv.next()) {
      if (columns_.long_table) {
        read_long_row(csv);
      } else {
        read_wide_row(csv, take);
      }
    }
    if (csv.broken()) report(Code::table_quote, csv.line(), {});
    for (Gathered& one : gathered_) {
      if (!one.refused) take(std::move(one.assessment), one.line);
    }
    return std::move(diagnostics_);
  }

 private:
  /// A unit and round of a long table, put together over many rows.
  struct Gathered {
    Assessment assessment;
    int line = 0;
    bool refused = false;
    std::vector<int> lines;  ///< of each question's answer; 0: none yet
  };

  void report(Code code, int line, Args args, std::string suggestion = {}) {
    diagnostics_.push_back({code, name_, Span{line, 1, 1}, std::move(args), std::move(suggestion), {}});
  }

  std::size_t find_column(const std::string& title) const {
    const auto it = std::find(header_.begin(), header_.end(), title);
    return it == header_.end() ? kNone : static_cast<std::size_t>(it - header_.begin());
  }

  /// The column with this title; reports where a wanted one is absent.
  std::size_t column(const std::string& title, int line) {
    if (title.empty()) return kNone;
    const std::size_t at = find_column(title);
    if (at == kNone) report(Code::column_missing, line, {{"column", title}}, nearest(title, header_));
    if (at != kNone) used_[at] = true;
    return at;
  }

  /// True if there is such a column and it may be taken for a question by its name: no line of the map gives
  /// it another meaning.
  bool free_column(const std::string& title, const std::string& ending) const {
    const bool mapped =
        std::any_of(columns_.questions.begin(), columns_.questions.end(), [&](const auto& pair) {
          const std::vector<std::string>& sources = pair.second.columns;
          return std::any_of(sources.begin(), sources.end(),
                             [&](const std::string& one) { return one + ending == title; });
        });
    const bool other = title == columns_.unit || title == columns_.round || title == columns_.name ||
                       title == columns_.group;
    return find_column(title) != kNone && !mapped && !other && !contains(columns_.ignore, title);
  }

  /// The questions' columns for one round; `ending` is what their names end in.
  BoundRound bind_round(const std::string& id, const std::string& ending, int line) {
    BoundRound out{id, {}};
    for (std::size_t q = 0; q < instrument_.questions.size(); ++q) {
      const std::string& question = instrument_.questions[q].id;
      const auto mapped = std::find_if(columns_.questions.begin(), columns_.questions.end(),
                                       [&](const auto& pair) { return pair.first == question; });
      BoundQuestion bound{q, ColumnSource::How::one, {}};
      if (mapped != columns_.questions.end()) {
        bound.how = mapped->second.how;
        for (const std::string& title : mapped->second.columns)
          bound.columns.push_back(column(title + ending, line));
      } else if (free_column(question + ending, ending)) {
        bound.columns.push_back(column(question + ending, line));
      }
      if (!bound.columns.empty()) out.questions.push_back(std::move(bound));
    }
    return out;
  }

  bool bind(int line) {
    used_.assign(header_.size(), false);
    for (std::size_t i = 0; i < header_.size(); ++i) {
      if (!header_[i].empty() && find_column(header_[i]) < i)
        report(Code::column_twice, line, {{"column", header_[i]}});
    }
    binding_.unit = column(columns_.unit, line);
    if (columns_.unit.empty()) report(Code::column_missing, line, {{"column", "--unit"}});
    binding_.round = column(columns_.round, line);
    binding_.name = column(columns_.name, line);
    binding_.group = column(columns_.group, line);
    for (const auto& [title, values] : columns_.where)
      binding_.where.emplace_back(column(title, line), &values);
    if (columns_.long_table) {
      binding_.question = column(columns_.long_table->question, line);
      binding_.value = column(columns_.long_table->value, line);
    } else if (columns_.suffix) {
      for (const std::string& round : columns_.suffix->rounds) {
        binding_.rounds.push_back(bind_round(round, columns_.suffix->separator + round, line));
      }
    } else {
      binding_.rounds.push_back(bind_round("", "", line));
    }
    const bool none = std::all_of(binding_.rounds.begin(), binding_.rounds.end(),
                                  [](const BoundRound& round) { return round.questions.empty(); });
    if (none && !columns_.long_table)
      report(Code::no_question_columns, line, {{"instrument", instrument_.id}});
    std::string unused;
    for (std::size_t i = 0; i < header_.size(); ++i) {
      if (used_[i] || contains(columns_.ignore, header_[i])) continue;
      unused += (unused.empty() ? "" : ", ") + (header_[i].empty() ? "\"\"" : header_[i]);
    }
    // Where columns that the map names are missing, those that are left over may be the same ones.
    if (!unused.empty() && !has_errors(diagnostics_))
      report(Code::column_unused, line, {{"columns", unused}, {"instrument", instrument_.id}});
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

  /// Whether the row has its cells, is asked for by `where` and names a unit.
  bool row_fits(const CsvReader& csv) {
    const std::vector<std::string>& cells = csv.cells();
    if (cells.size() != header_.size()) {
      report(Code::row_cells, csv.line(),
             {{"found", std::to_string(cells.size())}, {"wanted", std::to_string(header_.size())}});
      return false;
    }
    for (const auto& [at, values] : binding_.where) {
      if (!contains(*values, cells[at])) return false;
    }
    return unit_fits(cells[binding_.unit], csv.line());
  }

  /// The row's unit and round, with no answers yet.
  Assessment begin(const std::vector<std::string>& cells) const {
    const auto cell = [&](std::size_t i) { return i == kNone ? std::string() : cells[i]; };
    Assessment out;
    out.unit.id = cell(binding_.unit);
    if (!cell(binding_.name).empty()) out.unit.name = {{"", cell(binding_.name)}};
    out.unit.group = cell(binding_.group);
    for (const auto& [id, iso] : columns_.aliases) {
      if (id == out.unit.id) out.unit.iso = iso;
    }
    out.round.id = cell(binding_.round);
    out.instrument_version = instrument_.version;
    out.answers.resize(instrument_.questions.size());
    return out;
  }

  Answer read_cell(const std::string& cell, const Question& question) {
    Tree value;
    value.kind = cell.empty() || contains(columns_.unanswered, cell) ? Tree::Kind::null : Tree::Kind::scalar;
    value.text = contains(columns_.dont_know, cell)        ? "dont_know"
                 : contains(columns_.not_applicable, cell) ? "not_applicable"
                                                           : cell;
    return read_value(value, question, instrument_, cell_sink_);
  }

  /// One cell, or several made into one: the first that is not empty; the mean of those that are not; the
  /// sum, which is empty where a part is.
  std::string gather_cell(const BoundQuestion& bound, const std::vector<std::string>& cells) const {
    if (bound.how == ColumnSource::How::one) return cells[bound.columns.front()];
    double sum = 0;
    int count = 0;
    for (const std::size_t at : bound.columns) {
      const bool empty = cells[at].empty() || contains(columns_.unanswered, cells[at]);
      if (bound.how == ColumnSource::How::first_of && !empty) return cells[at];
      if (empty) continue;
      const auto number = parse_number(cells[at]);
      if (!number) return cells[at];  // reported as an answer that cannot be read
      sum += *number;
      ++count;
    }
    const bool complete = count == static_cast<int>(bound.columns.size());
    if (count == 0 || (bound.how == ColumnSource::How::sum_of && !complete)) return {};
    return shortest(bound.how == ColumnSource::How::sum_of ? sum : sum / count);
  }

  /// Reports what the cells of a row got wrong; true if nothing.
  bool cells_fit(const std::string& unit, int line) {
    std::vector<Diagnostic> problems = cell_sink_.take();
    if (problems.empty()) return true;
    report(Code::row_bad_answer, line, {{"unit", unit}});
    for (Diagnostic& problem : problems) {
      problem.at = Span{line, 1, 1};
      diagnostics_.push_back(std::move(problem));
    }
    return false;
  }

  void read_wide_row(const CsvReader& csv, const TakeRow& take) {
    if (!row_fits(csv)) return;
    for (const BoundRound& round : binding_.rounds) {
      Assessment out = begin(csv.cells());
      if (!round.id.empty()) out.round.id = round.id;
      for (const BoundQuestion& bound : round.questions) {
        out.answers[bound.question] =
            read_cell(gather_cell(bound, csv.cells()), instrument_.questions[bound.question]);
      }
      if (!cells_fit(out.unit.id, csv.line())) return;
      const auto [it, is_new] = seen_.emplace(out.unit.id + '\n' + out.round.id, csv.line());
      if (!is_new) {
        const std::string what = out.round.id.empty() ? out.unit.id : out.unit.id + " " + out.round.id;
        report(Code::row_repeated, csv.line(), {{"unit", what}, {"line", std::to_string(it->second)}});
        return;
      }
      take(std::move(out), csv.line());
    }
  }

  void read_long_row(const CsvReader& csv) {
    if (!row_fits(csv)) return;
    const std::string& id = csv.cells()[binding_.question];
    if (contains(columns_.long_table->ignore, id)) return;
    const auto mapped = std::find_if(columns_.questions.begin(), columns_.questions.end(),
                                     [&](const auto& pair) { return contains(pair.second.columns, id); });
    const std::string& wanted = mapped == columns_.questions.end() ? id : mapped->first;
    const auto question = instrument_.question_index.find(wanted);
    if (question == instrument_.question_index.end()) {
      report(Code::row_question, csv.line(), {{"id", id}, {"instrument", instrument_.id}},
             nearest(id, known_));
      return;
    }
    Assessment begun = begin(csv.cells());
    const auto [it, is_new] =
        seen_.emplace(begun.unit.id + '\n' + begun.round.id, static_cast<int>(gathered_.size()));
    if (is_new) {
      gathered_.push_back(
          {std::move(begun), csv.line(), false, std::vector<int>(instrument_.questions.size(), 0)});
    }
    Gathered& target = gathered_[static_cast<std::size_t>(it->second)];
    int& line = target.lines[question->second];
    if (line > 0) {
      report(Code::row_repeated, csv.line(),
             {{"unit", target.assessment.unit.id + " " + wanted}, {"line", std::to_string(line)}});
      return;
    }
    line = csv.line();
    const Answer answer = read_cell(csv.cells()[binding_.value], instrument_.questions[question->second]);
    if (!cells_fit(target.assessment.unit.id, csv.line())) {
      target.refused = true;
      return;
    }
    target.assessment.answers[question->second] = answer;
  }

  const std::string& name_;
  const Instrument& instrument_;
  const ColumnMap& columns_;
  Source cell_source_;
  Sink cell_sink_;
  std::optional<std::regex> pattern_;
  std::vector<std::string> known_;
  std::vector<std::string> header_;
  std::vector<bool> used_;
  Binding binding_;
  std::unordered_map<std::string, int> seen_;
  std::vector<Gathered> gathered_;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace

std::vector<Diagnostic> read_table(std::string_view text, const std::string& name,
                                   const Instrument& instrument, const ColumnMap& columns,
                                   const TakeRow& take) {
  return TableReader(name, instrument, columns).read(text, take);
}

}  // namespace sextant
