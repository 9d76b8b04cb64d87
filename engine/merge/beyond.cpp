#include <algorithm>

#include "engine/assessment/views.hpp"
#include "engine/merge/pool.hpp"

namespace sextant::merging {

namespace {

void drop(std::string& text, const std::string& known) {
  if (text == known) text.clear();
}

template <typename T>
void drop_same(std::vector<T>& all, const std::vector<T>& known) {
  if (all == known) all.clear();
}

/// Takes out each item that is known.
template <typename T>
void drop_each(std::vector<T>& all, const std::vector<T>& known) {
  const auto is_known = [&](const T& one) {
    return std::find(known.begin(), known.end(), one) != known.end();
  };
  all.erase(std::remove_if(all.begin(), all.end(), is_known), all.end());
}

}  // namespace

void set_other_value(const Question& question, Answer& shared, const Answer& value) {
  if (!same_value(question, shared, value)) {
    shared.because.clear();
    shared.confidence.clear();
    if (is_view(value)) shared.owner.clear();
  }
  set_value(shared, value);
}

Answer beyond(const Question& question, Answer answer, Answer known) {
  const bool same = same_value(question, answer, known);
  if (answer.state != AnswerState::unanswered) set_other_value(question, known, answer);
  if (same) set_value(answer, Answer());
  drop(answer.because, known.because);
  drop(answer.owner, known.owner);
  drop(answer.confidence, known.confidence);
  drop(answer.date, known.date);
  drop(answer.feedback, known.feedback);
  drop_each(answer.evidence, known.evidence);
  const bool start = answer.history.size() <= known.history.size() &&
                     std::equal(answer.history.begin(), answer.history.end(), known.history.begin());
  if (start) answer.history.clear();
  answer.disputed.reset();
  return answer;
}

Contribution beyond(Contribution beside, const Contribution& known) {
  drop(beside.vision.purpose, known.vision.purpose);
  drop_same(beside.vision.priorities, known.vision.priorities);
  drop_same(beside.vision.outcomes, known.vision.outcomes);
  drop_same(beside.vision.principles, known.vision.principles);
  drop_each(beside.targets, known.targets);
  drop_same(beside.priorities, known.priorities);
  drop_same(beside.feedback, known.feedback);
  drop(beside.notes, known.notes);
  return beside;
}

}  // namespace sextant::merging
