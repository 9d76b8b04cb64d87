#include <algorithm>

#include "engine/agreement/opinions.hpp"
#include "engine/assessment/views.hpp"
#include "engine/merge/merge.hpp"

namespace sextant {

namespace {

using Kind = MergeOutcome::Kind;

Kind kind_of(const Question& question, const Answer& answer, const std::vector<Said>& said, bool decided) {
  if (decided) return Kind::decided;
  if (views_differ(question, said)) return Kind::open;
  const auto views =
      std::count_if(said.begin(), said.end(), [](const Said& one) { return is_view(one.answer); });
  if (views > 1) return Kind::agreed;
  if (answer.state == AnswerState::dont_know) return Kind::dont_know;
  return answer.state == AnswerState::unanswered ? Kind::no_view : Kind::one_view;
}

Assessment kept_of(const Assessment& merged, const std::string& group) {
  Assessment out = merged;
  std::vector<std::string> ids;
  out.respondents.clear();
  for (const Respondent& one : merged.respondents) {
    if (one.group != group) continue;
    out.respondents.push_back(one);
    ids.push_back(one.id);
  }
  const auto other = [&](const auto& one) {
    return std::find(ids.begin(), ids.end(), one.respondent) == ids.end();
  };
  for (std::size_t q = 0; q < out.answers.size(); ++q) {
    Answer kept;
    kept.said = merged.answers[q].said;
    kept.said.erase(std::remove_if(kept.said.begin(), kept.said.end(), other), kept.said.end());
    out.answers[q] = std::move(kept);
  }
  out.contributions.erase(std::remove_if(out.contributions.begin(), out.contributions.end(), other),
                          out.contributions.end());
  out.decisions.clear();
  out.vision = {};
  out.targets.clear();
  out.priorities.clear();
  out.feedback.clear();
  out.notes.clear();
  out.plan = {};
  return out;
}

}  // namespace

std::string_view name_of(MergeOutcome::Kind kind) {
  constexpr std::string_view kNames[] = {"open", "decided", "agreed", "one_view", "dont_know", "no_view"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::vector<MergeOutcome> outcomes(const Instrument& instrument, const Assessment& merged) {
  const std::vector<bool> decided = decided_in(instrument, merged);
  std::vector<MergeOutcome> out;
  for (std::size_t q = 0; q < merged.answers.size(); ++q) {
    const std::vector<Said>& said = merged.answers[q].said;
    const bool asked = !merged.edition || instrument.editions[*merged.edition].asked[q];
    if (!asked && merged.answers[q] == Answer()) continue;
    std::vector<Answer> answers;
    for (const Said& one : said) answers.push_back(one.answer);
    const QuestionAgreement agreement = agreement_on(instrument, q, answers, decided[q]);
    const Kind kind = kind_of(instrument.questions[q], merged.answers[q], said, decided[q]);
    out.push_back({kind, q, agreement.consensus, agreement.disputed});
  }
  std::stable_sort(out.begin(), out.end(), [](const MergeOutcome& a, const MergeOutcome& b) {
    const bool a_open = a.kind == Kind::open;
    const bool b_open = b.kind == Kind::open;
    if (a_open != b_open) return a_open;
    return a_open && a.consensus.value_or(1) < b.consensus.value_or(1);
  });
  return out;
}

std::vector<std::pair<std::string, Assessment>> by_group(const Instrument& instrument,
                                                         const Assessment& merged) {
  std::vector<std::pair<std::string, Assessment>> out;
  for (const std::string& group : groups_of(instrument, merged.respondents)) {
    const Assessment kept = kept_of(merged, group);
    if (!kept.respondents.empty())
      out.emplace_back(group, merge(instrument, {{&kept, "", false}}).assessment);
  }
  return out;
}

namespace {

/// Who said what, also where a file names a respondent beside the answer itself.
std::vector<Said> said_in(const Answer& answer) {
  if (!answer.said.empty() || answer.respondent.empty()) return answer.said;
  return {{answer.respondent, answer}};
}

}  // namespace

std::vector<MergeChange> changes_since(const Instrument& instrument, const Assessment& before,
                                       const Assessment& after) {
  std::vector<MergeChange> out;
  for (std::size_t q = 0; q < instrument.questions.size(); ++q) {
    // What people wrote into the file by hand came out of no merge.
    for (const Said& was : before.answers[q].said) {
      const std::vector<Said> now = said_in(after.answers[q]);
      const auto it = std::find_if(now.begin(), now.end(),
                                   [&](const Said& one) { return one.respondent == was.respondent; });
      const Answer answer = it == now.end() ? Answer() : it->answer;
      if (!same_value(instrument.questions[q], was.answer, answer))
        out.push_back({was.respondent, q, was.answer, answer});
    }
  }
  return out;
}

}  // namespace sextant
