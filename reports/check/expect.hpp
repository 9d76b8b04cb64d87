#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reports/document/country_report.hpp"

/// What a source must say, worked out from the scores, the answers and the questionnaire again, and not
/// through the functions that composers print with.
///
/// A source is `SUBJECT/ASPECT`; the last slash parts them. A subject is the id of a node or of a question,
/// or begins with `@`, which no id can:
///
/// | subject | aspects |
/// |---|---|
/// | a node | title, about, value, level, level.plain, level.number, level.word, level.own, limit.N, state,
/// range, coverage, evidence, answered, asked, dont_know, unanswered, weight, rule, min_coverage | | a
/// question | label, text, id, answer, state, descriptor, next.level, next, because, evidence, owner, score,
/// score.level | | @scale:ID | level.N, word.N, from.N (N counts from 0) | | @finding:N | the names of its
/// numbers | |
/// @report | pillars, pillars.scored, engine | | @balance | mean, balanced, loss | | @instrument | id,
/// version, fingerprint; text: words of its own, taken as they are | | @answers | unit, round, round.name,
/// date, fingerprint; text: words of the country's own, taken as they are | | @phrase | the name of a phrase:
/// a stretch of the program's own words that holds a digit |
namespace sextant::check {

struct Expected {
  enum class Kind {
    own,      ///< somebody's own words: whatever they are
    words,    ///< one of `words`, typography aside
    part,     ///< a stretch of one of `words`
    number,   ///< `numbers`, each rounded to the digits that are printed; one where both are equal
    upwards,  ///< a number rounded up
    share,    ///< a share from 0 to 1 as whole per cent
  };
  Kind kind = Kind::own;
  std::vector<std::string> words;
  std::vector<double> numbers;
  const Scale* scale = nullptr;  ///< the printed number must be of the same band
};

/// What `source` must say in a report made from `input`; nothing where there is no such source.
std::optional<Expected> expected(const document::ReportInput& input, std::string_view source);

/// Whether `words` say it.
bool says(std::string_view words, const Expected& expected);
/// Whether they are the beginning of a text that does.
bool begins(std::string_view words, const Expected& expected);

/// The number `value`; a count of things; the text behind a prefix, nothing where `text` begins otherwise.
std::optional<Expected> figure(double value);
std::optional<Expected> count(std::size_t value);
std::optional<std::string_view> behind(std::string_view text, std::string_view prefix);

/// The part before the last slash, and the part after it.
std::string_view subject_of(std::string_view source);
std::string_view aspect_of(std::string_view source);

}  // namespace sextant::check
