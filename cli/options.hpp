#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cli/outputs.hpp"
#include "engine/text/language.hpp"

/// What the command line says, as values. Parsing opens no file and prints nothing.
namespace sextant::cli {

/// Options that every verb takes.
struct Common {
  Lang lang = Lang::en;                ///< of messages
  std::vector<std::string> languages;  ///< of outputs, as --lang names them; none: --lang was not there
  bool colour = false;
};

struct CheckOptions {
  std::vector<std::string> paths;
  std::string instrument;
  bool strict = false;
  bool strict_i18n = false;
  std::string against;  ///< another version of the questionnaire; empty: none
  bool json = false;    ///< of the upgrade statement
};

struct AgreementOptions {
  std::vector<std::string> paths;
  std::string instrument;
  bool json = false;
};

struct MergeOptions {
  std::vector<std::string> paths;
  std::string instrument;
  std::string output;
  std::vector<std::string> decide;  ///< "question=value"
  std::string reason;
  std::string date;
  bool keep_groups = false;
  bool json = false;
};

struct RoundsOptions {
  std::vector<std::string> paths;
  std::string instrument;
  bool close = false;
  bool json = false;
};

struct StatusOptions {
  std::vector<std::string> paths;
  std::string instrument;
  bool json = false;
};

struct FeedbackOptions {
  std::vector<std::string> paths;
  std::string instrument;
  bool json = false;
};

struct RobustnessOptions {
  std::vector<std::string> answers;
  std::string instrument;
  std::string node;  ///< for comparison; empty: the root
  int runs = 0;      ///< 0: as the instrument says
  std::optional<std::uint64_t> seed;
  bool json = false;
};

struct NewOptions {
  std::string instrument;
  std::string unit;
  std::string round;
  std::string date;
  std::string output;
};

struct FormOptions {
  std::string instrument;
  std::string edition;
  std::string unit;
  std::string round;
  std::string date;
  std::string last;  ///< an answers file of the last round
  std::string output;
  bool replace = false;
};

struct AnswerOptions {
  std::string file;
  std::string instrument;  ///< of a new file; empty: the one that the file names
  std::string unit;
  std::string round;
  std::string date;
  std::string edition;
  std::string pillar;  ///< the id of a node; empty: all questions
  bool keying = false;
  bool no_input = false;
};

struct SheetOptions {
  std::string source;  ///< a questionnaire or an answers file; empty: the instrument
  std::string instrument;
  std::string edition;
  std::string pillar;
  std::string unit;
  std::string output;
  bool replace = false;
};

struct PaperOptions {
  std::string instrument;
  std::string edition;
  std::string pillar;  ///< the id of the only one; empty: all
  document::Paper paper = document::Paper::a4;
  std::optional<Format> format;  ///< none: as the output's name ends
  std::string output;
  bool replace = false;
};

struct ImportOptions {
  std::vector<std::string> files;
  std::string code;  ///< an answer code, instead of a file
  std::string instrument;
  std::string unit;
  std::string round;
  std::string date;
  std::string respondent;  ///< the id of who answered; empty: as the file says
  bool replace = false;
  bool plan_only = false;  ///< the plan alone goes into the answers file that is there
  std::string output;
};

/// Answers that come as a table.
struct TableOptions {
  std::string table;
  std::string unit;
  std::string round;
  std::string columns;
};

struct ScoreOptions {
  std::vector<std::string> answers;
  std::string instrument;
  TableOptions table;
  bool json = false;
};

struct ExplainOptions {
  std::string answers;
  std::vector<std::string> nodes;  ///< none: the root
  std::string instrument;
  bool json = false;
};

struct ReportOptions {
  std::string answers;
  std::string instrument;
  std::string output;
  Kind kind = Kind::country;
  std::string pillar;                           ///< of a poster: the id of one; empty: all
  document::Paper paper = document::Paper::a3;  ///< of a poster
  std::optional<Format> format;                 ///< none: as the output's name ends
};

struct PlanOptions {
  std::vector<std::string> answers;  ///< of several, the plan of the group
  std::string instrument;
  /// An answers file to write the plan into, or the document on a group's; empty: it is printed.
  std::string output;
  Format format = Format::md;  ///< of a group's document
  bool again = false;          ///< propose, also where a schedule is there
  bool cheapest = false;       ///< the least effort that reaches the targets
  bool json = false;
};

struct CompareOptions {
  std::vector<std::string> paths;
  std::string instrument;
  std::string round;
  std::string output;           ///< the group report to write; empty: a table is printed
  Format format = Format::pdf;  ///< of the report
  bool anonymous = false;       ///< letters instead of names
  bool plan = false;            ///< the group plan as a chapter of the report
  bool csv = false;
  bool json = false;
};

struct BatchOptions {
  std::string input;
  std::string instrument;
  TableOptions table;
  std::string output;
  std::vector<Kind> kinds;
  document::Paper paper = document::Paper::a3;  ///< of posters
  std::vector<Format> formats;
  std::vector<std::string> only;
  int jobs = 1;
};

enum class I18nAction { status, export_po, import_po };

struct I18nOptions {
  I18nAction action = I18nAction::status;
  std::string instrument;
  std::string language;  ///< of the translation; empty: all of them, or the one that the PO file names
  std::string po;        ///< the file to import
  std::string output;
  bool missing = false;
  bool stale = false;
  bool strict = false;
  bool json = false;
  bool replace = false;
};

struct LearnOptions {
  std::vector<std::string> ids;  ///< nodes; none: the list of notes
  std::string answers;           ///< an agenda for these
  std::string instrument;
  bool glossary = false;
  bool markdown = false;
  bool json = false;
};

struct VerifyOptions {
  std::string report;
  std::string answers;
  std::string instrument;
  bool json = false;
};

struct ExplainCodeOptions {
  std::vector<std::string> codes;
};

/// Help was asked for, of the whole (empty) or of one verb.
struct HelpOptions {
  std::string verb;
};
struct VersionOptions {};

/// The command line cannot be understood. `message` is in the language of messages.
struct UsageError {
  std::string verb;
  std::string message;
};

using Command = std::variant<HelpOptions, VersionOptions, UsageError, CheckOptions, NewOptions, FormOptions,
                             SheetOptions, PaperOptions, ImportOptions, AnswerOptions, ScoreOptions,
                             ReportOptions, CompareOptions, BatchOptions, ExplainOptions, AgreementOptions,
                             MergeOptions, RoundsOptions, StatusOptions, FeedbackOptions, RobustnessOptions,
                             I18nOptions, LearnOptions, PlanOptions, VerifyOptions, ExplainCodeOptions>;

/// What of the surroundings matters to the command line.
struct Environment {
  std::string locale;          ///< LC_ALL, LC_MESSAGES or LANG
  std::string questionnaires;  ///< SEXTANT_QUESTIONNAIRES
  bool no_colour = false;      ///< NO_COLOR is set, or TERM is dumb
  bool terminal_out = false;   ///< stdout is a terminal
  bool terminal_err = false;
  int columns = 0;  ///< width of the terminal, 0 where it is none
};

struct Parsed {
  Common common;
  Command command;
};

Parsed parse(const std::vector<std::string>& args, const Environment& environment);

/// The help of the program or of a verb.
std::string help(const std::string& verb, Lang lang);

/// The verbs in the order of the help.
std::vector<std::string> verbs();

}  // namespace sextant::cli
