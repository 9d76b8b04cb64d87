#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/assessment/assessment.hpp"
#include "engine/diagnostics/diagnostic.hpp"
#include "engine/instrument/model.hpp"
#include "engine/syntax/tree.hpp"
#include "engine/text/language.hpp"
#include "engine/workbook/workbook.hpp"

/// Answers that come back from people. Every channel (a form's JSON, its filled copy, a table, a spreadsheet,
/// an answer code) is read into one value, `Filled`, and one function, `take`, judges it against the
/// instrument.
namespace sextant::exchange {

/// Where an entry stood: a place in a text, or, in a spreadsheet, a cell ("Answers!C7") that is reported
/// after the file's name.
struct Place {
  Span at;  ///< of a cell: its `line` counts the entries, so that places differ
  std::string cell;
  int line = 0;  ///< of a table, counted over all its sheets; 0: it is no table's
};

/// One thing that was filled in, as the text that a person left.
struct Entry {
  /// The id of the question; empty for what is said of the whole.
  std::string question;
  /// Of a question: "value", "state", "because", "confidence", "owner", "respondent", "date", "feedback", or
  /// "evidence.title", "evidence.year", "evidence.where", "evidence.grade". Of the whole: the path of a key
  /// of an answers file: "unit.id", "unit.name", "round.id", "round.date", "edition", "language", "notes",
  /// "vision.purpose", "vision.priorities", "targets", "priorities.node", "priorities.reason",
  /// "respondents.id", "respondents.ministry", "feedback.workshop", "plan.start", "plan.effort",
  /// "plan.actions.owner", "plan.sources.model", "plan.none_needed.node" ...
  std::string field;
  /// Which of several: the part of a checklist, the cell of a grid (by id or text), the node of a target, the
  /// language of a name, the horizon of a budget, the id of an action, or the number of an item in a list
  /// ("1", "2"). Empty where there is one.
  std::string part;
  std::string text;  ///< blanks around it do not count; empty: nothing was filled in
  Place place;
  bool perhaps = false;  ///< whether `part` is what the line shows, and may be no part at all
};

/// What a channel brought, before anything is judged.
struct Filled {
  Source source;              ///< its name, and its text where it is a text
  InstrumentName instrument;  ///< id and version as it names them; empty where it does not
  std::string fingerprint;    ///< of the instrument that it was made from, or a beginning of it; may be empty
  std::string plan;           ///< `plan_mark` of the plan that went out; may be empty
  std::vector<Entry> entries;
  /// Of a plan's actions, what stands where the library's words are shown; `part` is the action.
  std::vector<Entry> library_words;
  /// What stands in a column that only shows something, beside a question or on a line of a list; `field` is
  /// that column's title.
  std::vector<Entry> shown;
  /// What stands in such a column beside no question; `field` is that column's title.
  std::vector<Entry> loose;
  /// Of an answers file: what nobody fills in and no sheet has room for, as it stands there: the plan, the
  /// decisions, what each respondent said, an answer's history.
  Tree kept;
  /// Of a table: what stands above its line of titles, with text and place alone. Whether it is the program's
  /// own is not known yet.
  std::vector<Entry> above;
  std::vector<std::string> sheets;  ///< of a workbook, in order, as places name them
  std::optional<Lang> titles;       ///< the language of a table's titles; nothing where it has none of ours
};

/// What became of it. There is no assessment where the whole cannot be taken (another questionnaire, no
/// unit); otherwise there is one beside errors too: each names an entry that was left out.
struct Taken {
  std::optional<Assessment> assessment;
  std::size_t entries = 0;  ///< how many had something in them
  std::size_t left = 0;     ///< how many of them were not taken
  std::vector<Entry> refused;
  std::vector<Diagnostic> diagnostics;
};

/// Takes what was filled in against an instrument whose translations are loaded. A level may be written `3`,
/// "Established", "Etabli" or "3 – Établi": case, accents and signs between do not matter, in any language of
/// the instrument. Whatever does not mean exactly one thing is named and left out. Choices are named as they
/// are shown in `language`; empty: in that of the file, or the instrument's first.
Taken take(const Filled& filled, const Instrument& instrument, std::string_view language = {});

/// Sorts what was found: by sheet, row and column, or by line and column; each once.
void sort_by_place(std::vector<Diagnostic>& diagnostics, const Filled& filled);

/// Answers in JSON or YAML (`answers/1`), as the form saves them. Keys that are not taken are reported as
/// such; so are texts with control characters, which are left out.
Checked<Filled> read_document(const Tree& given, Source source);
/// A filled copy of the form: the answers inside it.
Checked<Filled> read_form_copy(const Source& source);
/// A table with a line for each answer; the header names the columns: id and value, and because, confidence,
/// owner, feedback, part.
Checked<Filled> read_lines(const Source& source);
/// A workbook in XLSX or ODS: tables with a line for each answer, and tables whose lines have a key. Columns
/// are found by their titles, in any order. `source` has the file's name.
Checked<Filled> read_workbook(std::string_view bytes, Source source);
/// An answer code, alone or in lines "unit: ...", "round: ...", "code: ...".
Checked<Filled> read_code(const Source& source, const Instrument& instrument);

}  // namespace sextant::exchange
