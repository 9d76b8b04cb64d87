#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/merge/merge.hpp"

/// The workings of `merge`: who said what, gathered from all files.
namespace sextant::merging {

/// All that one respondent wrote, or the country itself, each thing with the part that it came from first.
struct Sheet {
  std::vector<Answer> answers;    ///< parallel to the questions; without `said`, `respondent`, `disputed`
  std::vector<std::size_t> from;  ///< parallel: the part that gave the value
  Contribution beside;
  std::size_t beside_from = 0;

  bool is_empty() const;
};

/// A decision with its value.
struct Settled {
  Decision decision;
  Answer answer;  ///< state and value alone
  std::size_t from = 0;
};

/// Takes files apart and puts what they say together. Conflicts are collected; of two things that differ the
/// first stays.
class Pool {
 public:
  explicit Pool(const Instrument& instrument) : instrument_(instrument) {}

  /// Parts that are `earlier` come last.
  void take(const MergePart& part, std::size_t index);
  /// What all of it amounts to.
  Merged result();

 private:
  struct Person {
    Respondent who;
    std::size_t from = 0;
    Sheet sheet;
  };

  Sheet blank() const;
  Person& person(const Respondent& who, std::size_t part);
  void take_respondents_file(const MergePart& part, const Respondent& who, std::size_t index);
  void take_country_file(const MergePart& part, std::size_t index);
  Answer beyond_own_file(const std::string& who, const Sheet& known, std::size_t q, Answer answer,
                         bool decided, std::size_t index);
  void take_earlier_of_one(const MergePart& part, const Sheet& known, std::size_t index);
  void take_own(const Assessment& file, std::size_t index);
  void add_own(const Sheet& own, std::size_t index);
  void take_decisions(const Assessment& file, std::size_t index);
  void take_head(const Assessment& file, std::size_t index);
  void add_answer(Sheet& sheet, const std::string& respondent, std::size_t question, Answer answer,
                  std::size_t part);
  void add_beside(Sheet& sheet, const std::string& respondent, const Contribution& more, std::size_t part);
  void add_conflict(MergeConflict::About about, const std::string& respondent,
                    std::optional<std::size_t> question, std::string key, std::size_t one, std::size_t other);
  /// Fills an empty text; a different one is a conflict.
  void fill(std::string& into, const std::string& more, const MergeConflict& where);
  /// Fills an empty text; of two different ones the one that sorts first stays, and the other is remarked.
  void prefer(std::string& into, const std::string& more, const std::string& key);
  void prefer(LocalText& into, const LocalText& more, const std::string& key);

  std::vector<Said> said_of(std::size_t question) const;

  const Instrument& instrument_;
  std::map<std::string, Person> people_;
  std::set<std::string> present_;  ///< those whose own files are there
  std::optional<Sheet> country_;
  std::vector<Settled> settled_;
  std::optional<Assessment> head_;  ///< unit, round, language and plan
  std::size_t plan_from_ = 0;
  Merged out_;
};

/// The answer that views amount to, with what they share: the text that all who wrote one wrote, all
/// evidence, the latest date.
Answer common_with_details(const Question& question, const std::vector<Said>& said);
/// What contributions share, in the same way; `respondent`, `feedback` and `notes` stay empty.
Contribution common_beside(const std::vector<const Contribution*>& all);

/// Makes an answer that respondents share say something else: their reason and confidence go, since those are
/// of what they said.
void set_other_value(const Question& question, Answer& shared, const Answer& value);
/// What an answer says beyond what is known from elsewhere; `said` stays.
Answer beyond(const Question& question, Answer answer, Answer known);
Contribution beyond(Contribution beside, const Contribution& known);

/// Both lists: as they are where they are equal, else everything once, in order.
template <typename T, typename Before>
std::vector<T> united(std::vector<T> a, const std::vector<T>& b, Before before) {
  if (a == b || b.empty()) return a;
  if (a.empty()) return b;
  a.insert(a.end(), b.begin(), b.end());
  std::sort(a.begin(), a.end(), before);
  a.erase(std::unique(a.begin(), a.end()), a.end());
  return a;
}

bool evidence_before(const Evidence& a, const Evidence& b);
}  // namespace sextant::merging
