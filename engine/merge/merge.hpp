#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/assessment/assessment.hpp"
#include "engine/instrument/model.hpp"

/// Several respondents' answers to one questionnaire, for one unit in one round, become the country's.
namespace sextant {

/// One file: a respondent's, or one that came out of a merge.
struct MergePart {
  const Assessment* file = nullptr;
  std::string name;  ///< the id of its respondent where it names none
  /// The country's file as it stands: what respondents of other parts said before gives way to what these
  /// parts say now.
  bool earlier = false;
};

/// Where two files cannot both be right, and nobody but people can tell which is.
struct MergeConflict {
  enum class About {
    answer,      ///< one respondent, two answers to a question
    detail,      ///< one respondent, two texts of a kind; `key` says which
    respondent,  ///< one id, two people
    decision,    ///< two decisions on a question, or one against the country's own answer
    country,     ///< two answers or texts of the country itself
  };
  About about = About::answer;
  std::string respondent;               ///< empty for decisions and the country
  std::optional<std::size_t> question;  ///< nothing for what stands beside the answers
  std::string key;                      ///< "because", "vision", ...; of a respondent "role", ...
  std::size_t one = 0;                  ///< the two parts, by place; they may be the same
  std::size_t other = 0;
};

/// The unit or the round is described in two ways; one was taken.
struct MergeRemark {
  std::string key;  ///< "unit.name", "language", ...
  std::string taken;
  std::string left;
};

/// What a country's file that people wrote says in a respondent's name beyond that respondent's own file; it
/// is the country's from now on.
struct MergeOwn {
  std::size_t part = 0;
  std::string respondent;
  std::vector<std::string> what;  ///< ids of questions; "vision", "targets" ... for what stands beside them
};

struct Merged {
  Assessment assessment;  ///< only without conflicts
  std::vector<MergeConflict> conflicts;
  std::vector<MergeRemark> remarks;
  std::vector<MergeOwn> own;
};

/// Brings files together; they are of the same instrument, version, edition, unit and round. Each
/// respondent's answers and contributions are kept whole (`said`, `contributions`). An answer is the decided
/// one where there is a decision; else the one that all who answer give; else it stays open. Don't knows are
/// no views; "not applicable" is one. The result does not depend on the order of the parts, and merging
/// results of merges gives what merging all files at once gives. `docs/questionnaire-format.md` states the
/// rules.
Merged merge(const Instrument& instrument, const std::vector<MergePart>& parts);

/// Records a decision: the answer to the question becomes `value`, and is in dispute no more. What it takes
/// the place of goes into the answer's history: an earlier decision for another value, and an answer of the
/// country's own with its reason. What respondents said stays in `said`. `merged` is a result of `merge`;
/// merging what comes out gives the same.
void decide(const Instrument& instrument, Assessment& merged, std::size_t question, const Answer& value,
            const std::string& reason, const std::string& date);

/// What became of a question.
struct MergeOutcome {
  enum class Kind {
    open,       ///< views differ and nothing is decided
    decided,    ///< a decision is recorded
    agreed,     ///< two or more say the same
    one_view,   ///< one respondent has a view, or the country has an answer of its own
    dont_know,  ///< somebody says so, and nobody has a view
    no_view,
  };
  Kind kind = Kind::no_view;
  std::size_t question = 0;
  std::optional<double> consensus;  ///< as in `QuestionAgreement`
  bool disputed = false;            ///< as there
};

/// "open" and so on.
std::string_view name_of(MergeOutcome::Kind kind);

/// What became of each question that is asked: those where views differ first, the least consensus first;
/// then the others in the instrument's order.
std::vector<MergeOutcome> outcomes(const Instrument& instrument, const Assessment& merged);

/// What each group of respondents says alone, in the instrument's order of groups, then by name: the same
/// merge over the group's respondents, without the country's own answers and decisions. Respondents without
/// a group are left out.
std::vector<std::pair<std::string, Assessment>> by_group(const Instrument& instrument,
                                                         const Assessment& merged);

/// A respondent's answer that is another one than before.
struct MergeChange {
  std::string respondent;
  std::size_t question = 0;
  Answer before;
  Answer after;  ///< unanswered where there is none any more
};

/// What respondents said when the country's file was written before, and say otherwise now; in the order of
/// the questions.
std::vector<MergeChange> changes_since(const Instrument& instrument, const Assessment& before,
                                       const Assessment& after);

}  // namespace sextant
