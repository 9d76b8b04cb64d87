#include "engine/merge/merge.hpp"

#include <algorithm>
#include <tuple>

#include "engine/agreement/opinions.hpp"
#include "engine/assessment/views.hpp"
#include "engine/merge/pool.hpp"

namespace sextant {

namespace merging {

namespace {

/// What the country wrote itself stands before what its respondents share.
void put(std::string& into, const std::string& own) {
  if (!own.empty()) into = own;
}

template <typename T>
void put(std::vector<T>& into, const std::vector<T>& own) {
  if (!own.empty()) into = own;
}

void put_own(const Question& question, const Answer& own, Answer& into) {
  if (own.state != AnswerState::unanswered) set_other_value(question, into, own);
  put(into.because, own.because);
  put(into.confidence, own.confidence);
  put(into.respondent, own.respondent);
  put(into.date, own.date);
  put(into.owner, own.owner);
  put(into.feedback, own.feedback);
  put(into.history, own.history);
  into.evidence = united(std::move(into.evidence), own.evidence, evidence_before);
}

}  // namespace

std::vector<Said> Pool::said_of(std::size_t question) const {
  std::vector<Said> out;
  for (const auto& [id, person] : people_) {
    const Answer& answer = person.sheet.answers[question];
    if (!(answer == Answer())) out.push_back({id, answer});
  }
  return out;
}

Merged Pool::result() {
  Assessment& all = out_.assessment;
  all = *head_;
  all.answers.resize(instrument_.questions.size());
  std::sort(settled_.begin(), settled_.end(), [](const Settled& a, const Settled& b) {
    return std::tie(a.decision.question, a.decision.date, a.decision.reason) <
           std::tie(b.decision.question, b.decision.date, b.decision.reason);
  });
  for (std::size_t q = 0; q < all.answers.size(); ++q) {
    std::vector<Said> said = said_of(q);
    const Question& question = instrument_.questions[q];
    all.answers[q] = common_with_details(question, said);
    if (country_) put_own(question, country_->answers[q], all.answers[q]);
    all.answers[q].said = std::move(said);
  }
  for (const Settled& one : settled_) {
    const std::size_t q = one.decision.question;
    const Question& question = instrument_.questions[q];
    const Answer own = country_ ? country_->answers[q] : Answer();
    if (own.state != AnswerState::unanswered && !same_value(question, own, one.answer))
      add_conflict(MergeConflict::About::decision, "", q, "value", country_->from[q], one.from);
    set_other_value(question, all.answers[q], one.answer);
    put_own(question, own, all.answers[q]);
    all.decisions.push_back(one.decision);
  }
  std::vector<const Contribution*> contributions;
  for (auto& [id, person] : people_) {
    all.respondents.push_back(person.who);
    person.sheet.beside.respondent = id;
    contributions.push_back(&person.sheet.beside);
  }
  const Contribution common = common_beside(contributions);
  all.vision = common.vision;
  all.targets = common.targets;
  all.priorities = common.priorities;
  for (const Contribution* one : contributions) {
    if (!(*one == Contribution{one->respondent, {}, {}, {}, {}, {}})) all.contributions.push_back(*one);
  }
  if (country_) {
    const Contribution& own = country_->beside;
    put(all.vision.purpose, own.vision.purpose);
    put(all.vision.priorities, own.vision.priorities);
    put(all.vision.outcomes, own.vision.outcomes);
    put(all.vision.principles, own.vision.principles);
    put(all.priorities, own.priorities);
    for (const Target& target : own.targets) {
      const auto it = std::find_if(all.targets.begin(), all.targets.end(),
                                   [&](const Target& one) { return one.node >= target.node; });
      if (it != all.targets.end() && it->node == target.node) {
        *it = target;
      } else {
        all.targets.insert(it, target);
      }
    }
    all.feedback = own.feedback;
    all.notes = own.notes;
  }
  mark_disputes(instrument_, all);
  return std::move(out_);
}

}  // namespace merging

Merged merge(const Instrument& instrument, const std::vector<MergePart>& parts) {
  merging::Pool pool(instrument);
  for (const bool earlier : {false, true}) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (parts[i].earlier == earlier) pool.take(parts[i], i);
    }
  }
  return pool.result();
}

void decide(const Instrument& instrument, Assessment& merged, std::size_t question, const Answer& value,
            const std::string& reason, const std::string& date) {
  const Question& asked = instrument.questions[question];
  Answer& answer = merged.answers[question];
  std::vector<Decision>& all = merged.decisions;
  const auto is_on_it = [&](const Decision& one) { return one.question == question; };
  const bool decided = std::any_of(all.begin(), all.end(), is_on_it);
  const bool other = !same_value(asked, answer, value);
  const auto keep = [&](const std::string& day, const std::string& why) {
    Earlier earlier{{}, day, why};
    set_value(earlier.answer, answer);
    answer.history.push_back(std::move(earlier));
  };
  const Answer common = merging::common_with_details(asked, answer.said);
  if (other && answer.state != AnswerState::unanswered) {
    // What the country wrote itself stands nowhere else.
    const Answer own = merging::beyond(asked, answer, common);
    const bool own_value = !decided && own.state != AnswerState::unanswered;
    const bool kept = own_value || !own.because.empty();
    if (kept) keep(own.date, own.because);
    if (kept) answer.date = common.date;
    for (const Decision& one : all) {
      if (is_on_it(one)) keep(one.date, one.reason);
    }
    answer.because.clear();
    answer.confidence.clear();
  }
  all.erase(std::remove_if(all.begin(), all.end(), is_on_it), all.end());
  if (same_value(asked, common, value)) {
    merging::put(answer.because, answer.because.empty() ? common.because : "");
    merging::put(answer.confidence, answer.confidence.empty() ? common.confidence : "");
  }
  if (answer.owner.empty() || answer.owner == common.owner) answer.owner = is_view(value) ? "" : common.owner;
  set_value(answer, value);
  answer.disputed.reset();
  const auto after =
      std::find_if(all.begin(), all.end(), [&](const Decision& one) { return one.question > question; });
  all.insert(after, {question, reason, date});
}

}  // namespace sextant
