#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/assessment/country_plan.hpp"
#include "engine/diagnostics/diagnostic.hpp"
#include "engine/instrument/model.hpp"
#include "engine/statistics/quantile.hpp"
#include "engine/syntax/tree.hpp"

namespace sextant {

/// What became of a question. Never mixed up: they count differently.
enum class AnswerState { answered, dont_know, not_applicable, unanswered, not_asked };

/// "dont_know" and so on, as in the files.
std::string_view name_of(AnswerState state);

/// A source that a respondent gives. Grades: 0 none, 1 assertion, 2 named document, 3 dated and accessible,
/// 4 independently verified.
struct Evidence {
  std::string title;
  std::string year;
  std::string where;
  int grade = 0;

  bool operator==(const Evidence&) const = default;
};

struct Said;
struct Earlier;

struct Answer {
  AnswerState state = AnswerState::unanswered;
  double score = 0;                               ///< of an answered question that is scored
  std::optional<std::size_t> level;               ///< the level chosen, for questions of type level
  std::vector<std::size_t> chosen;                ///< options chosen (choice, yes_no, checklist), by index
  std::vector<std::optional<std::size_t>> cells;  ///< the level of each cell of a grid
  std::string written;                            ///< the value as written: a number, or a testimony
  std::string because;
  std::vector<Evidence> evidence;
  std::string confidence;
  std::string respondent;
  std::string date;                  ///< ISO 8601 day, or empty
  std::string owner;                 ///< who will find out
  std::string feedback;              ///< what was said of the question
  std::vector<Earlier> history;      ///< earlier answers in this round, the first one first
  std::vector<Said> said;            ///< what each respondent said before the answers were brought together
  std::optional<Interval> disputed;  ///< the scores between which respondents differ, until that is decided
};

/// One respondent's answer to a question, with all that stands behind it.
struct Said {
  std::string respondent;
  Answer answer;
};

/// What an answer was before, and why that changed. Only its state and value count.
struct Earlier {
  Answer answer;
  std::string date;  ///< ISO 8601 day, or empty
  std::string reason;
};

bool operator==(const Answer& a, const Answer& b);
bool operator==(const Said& a, const Said& b);
bool operator==(const Earlier& a, const Earlier& b);

/// Whether two answers to a question say the same, whatever stands behind them: the state, and the level, the
/// options, the cells, the number or the text.
bool same_value(const Question& question, const Answer& a, const Answer& b);
/// Makes `to` say what `from` says: its state and value; what stands behind them stays.
void set_value(Answer& to, const Answer& from);

/// How a disagreement was settled; the value is the answer to the question.
struct Decision {
  std::size_t question = 0;
  std::string reason;
  std::string date;

  bool operator==(const Decision&) const = default;
};

/// A text that may be given once or in several languages: pairs of language ("" where not said) and text.
using LocalText = std::vector<std::pair<std::string, std::string>>;
/// The best of them for a language: its own, the one without a language, the first.
std::string text_for(const LocalText& text, std::string_view language);

/// Who is assessed: a country, a territory, a school.
struct Unit {
  std::string id;
  std::string iso;
  std::string kind;
  std::string group;
  LocalText name;
  std::vector<std::string> aliases;

  /// Its name in a language, or its id.
  std::string label(std::string_view language) const;
  bool operator==(const Unit&) const = default;
};

struct Round {
  std::string id;
  std::string date;  ///< ISO 8601 day, or empty
  LocalText name;
  bool closed = false;

  bool operator==(const Round&) const = default;
};

struct Respondent {
  std::string id;
  std::string ministry;
  std::string role;
  std::string group;
  std::string name;  ///< personal: printed nowhere unless asked for

  bool operator==(const Respondent&) const = default;
};

struct Priority {
  std::string node;
  std::string reason;

  bool operator==(const Priority&) const = default;
};

/// The level aimed at.
struct Target {
  std::size_t node = 0;   ///< index in the instrument
  std::size_t level = 0;  ///< index in the node's scale

  bool operator==(const Target&) const = default;
};

struct Vision {
  std::string purpose;
  std::vector<std::string> priorities;
  std::vector<std::string> outcomes;
  std::vector<std::string> principles;

  bool operator==(const Vision&) const = default;
};

/// What participants said of one thing: `questions`, `methods`, `workshop`, or a word of their own.
struct Feedback {
  std::string topic;
  std::vector<std::string> texts;

  bool operator==(const Feedback&) const = default;
};

/// What a respondent wrote beside the answers, before the files were brought together.
struct Contribution {
  std::string respondent;
  Vision vision;
  std::vector<Target> targets;  ///< in the order of the instrument's nodes
  std::vector<Priority> priorities;
  std::vector<Feedback> feedback;  ///< as in `Assessment`
  std::string notes;

  bool operator==(const Contribution&) const = default;
};

/// A unit's answers in one round, checked against an instrument: `answers` runs parallel to its questions.
/// Only `load_answers`, the table reader and `merge` make one, so that nothing later can fail on bad data.
/// Texts have no blanks or line ends at their ends, except testimonies (`written` of type text).
struct Assessment {
  Unit unit;
  Round round;
  std::string language;
  std::optional<std::size_t> edition;  ///< index in the instrument; nothing: all questions are asked
  std::string instrument_version;      ///< the version that the file names
  std::string instrument_file;         ///< where the file says that its instrument is, from its own folder
  std::vector<Respondent> respondents;
  Vision vision;
  std::vector<Target> targets;  ///< in the order of the instrument's nodes
  std::vector<Priority> priorities;
  std::vector<Decision> decisions;
  std::vector<Answer> answers;
  std::vector<Feedback> feedback;  ///< the three topics first, others by name
  std::vector<Contribution> contributions;
  CountryPlan plan;
  std::string notes;
  std::string fingerprint;  ///< SHA-256 of the file

  /// Whether they say the same; the fingerprint apart.
  bool operator==(const Assessment& other) const;
};

/// How an answers file names its instrument.
struct InstrumentName {
  std::string id;
  std::string version;
  std::string file;  ///< a path from the answers file's folder, or empty
  Span at;
};

/// Reads only what says which instrument an answers file belongs to. `tree` is the file.
Checked<InstrumentName> instrument_name(const Tree& tree, const Source& source);

/// Reads answers and checks them against the instrument. All errors are reported.
Checked<Assessment> load_answers(const Tree& tree, const Source& source, const Instrument& instrument);

/// The level that a number or an id means, as an answer may say it.
std::optional<std::size_t> find_level(const Scale& scale, std::string_view text);

/// Reads one answer's value, as it stands in a file or a table cell: a level's number or id, an option's id,
/// yes or no, a number, or one of the words for states. Reports what is wrong with it; the answer is then
/// unanswered.
Answer read_value(const Tree& value, const Question& question, const Instrument& instrument, Sink& sink);

}  // namespace sextant
