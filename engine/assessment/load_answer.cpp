#include <algorithm>

#include "engine/assessment/answer_fields.hpp"

namespace sextant::answers {

namespace {

std::vector<Evidence> load_evidence(Fields& fields, Sink& sink) {
  std::vector<Evidence> out;
  for (const Tree& tree : fields.list("evidence")) {
    Fields inner(tree, sink);
    Evidence one;
    one.title = inner.need_text("title");
    one.year = inner.text("year");
    one.where = inner.text("where");
    one.grade = inner.whole("grade", 0, 4).value_or(one.where.empty() && one.year.empty() ? 1 : 2);
    inner.finish();
    out.push_back(std::move(one));
  }
  return out;
}

/// A word for a state, which means one whatever the question's type.
Answer load_state(Fields& fields, const Question& question, Sink& sink) {
  static const std::vector<std::string> states = {"dont_know", "not_applicable", "unanswered"};
  constexpr AnswerState kStates[] = {AnswerState::dont_know, AnswerState::not_applicable,
                                     AnswerState::unanswered};
  const Tree& state = *fields.get("state");
  Answer answer;
  const std::size_t chosen = fields.choice("state", states);  // which reports what is none
  if (state.is_scalar() && scalar_text(state, sink) == states[chosen]) answer.state = kStates[chosen];
  if (answer.state == AnswerState::not_applicable && !question.not_applicable)
    sink.add(Code::not_applicable_not_allowed, state.at, {{"id", question.id}});
  return answer;
}

/// `value` or `state`, not both; neither is unanswered.
Answer load_given(Fields& fields, const Question& question, const Instrument& instrument, Sink& sink) {
  const Tree* value = fields.get("value");
  const Tree* state = fields.get("state");
  if (value != nullptr && state != nullptr) {
    sink.add(Code::value_and_state, state->at, {{"id", question.id}});
    return {};
  }
  if (value != nullptr) return read_value(*value, question, instrument, sink);
  return state != nullptr ? load_state(fields, question, sink) : Answer();
}

std::vector<Earlier> load_history(Fields& fields, const Question& question, const Instrument& instrument,
                                  Sink& sink) {
  std::vector<Earlier> out;
  for (const Tree& tree : fields.list("history")) {
    Fields inner(tree, sink);
    Earlier one;
    one.answer = load_given(inner, question, instrument, sink);
    one.date = load_date(inner, "date", sink);
    one.reason = inner.text("reason");
    inner.finish();
    out.push_back(std::move(one));
  }
  return out;
}

/// What stands behind an answer, whoever gave it.
void load_behind(Fields& fields, const Question& question, const Instrument& instrument, Answer& answer,
                 Sink& sink) {
  static const std::vector<std::string> degrees = {"low", "medium", "high"};
  answer.because = fields.text("because");
  answer.evidence = load_evidence(fields, sink);
  if (fields.get("confidence") != nullptr) answer.confidence = degrees[fields.choice("confidence", degrees)];
  answer.date = load_date(fields, "date", sink);
  answer.owner = fields.text("owner");
  answer.feedback = fields.text("feedback");
  answer.history = load_history(fields, question, instrument, sink);
}

}  // namespace

std::string load_date(Fields& fields, std::string_view key, Sink& sink) {
  std::string date = fields.text(key);
  if (!date.empty() && !is_date(date)) {
    sink.add(Code::bad_date, fields.at(key), {{"value", shown(date)}});
    date.clear();
  }
  return date;
}

void check_respondent(const std::string& id, Span at, const std::vector<Respondent>& respondents,
                      Sink& sink) {
  std::vector<std::string> ids;
  for (const Respondent& one : respondents) ids.push_back(one.id);
  if (id.empty() || std::find(ids.begin(), ids.end(), id) != ids.end()) return;
  sink.add(Code::unknown_respondent, at, {{"id", shown(id)}}, nearest(id, ids));
}

Answer load_long_answer(const Tree& tree, const Question& question, const Instrument& instrument,
                        const std::vector<Respondent>& respondents, Sink& sink) {
  Fields fields(tree, sink);
  Answer answer = load_given(fields, question, instrument, sink);
  load_behind(fields, question, instrument, answer, sink);
  answer.respondent = fields.text("respondent");
  check_respondent(answer.respondent, fields.at("respondent"), respondents, sink);
  for (const Tree& one : fields.list("said")) {
    Fields inner(one, sink);
    Said said;
    const std::string respondent = inner.need_text("respondent");
    check_respondent(respondent, inner.at("respondent"), respondents, sink);
    if (inner.get("value") == nullptr && inner.get("state") == nullptr) inner.need("value");
    said.answer = load_given(inner, question, instrument, sink);
    load_behind(inner, question, instrument, said.answer, sink);
    said.respondent = respondent;
    inner.finish();
    answer.said.push_back(std::move(said));
  }
  fields.finish();
  return answer;
}

}  // namespace sextant::answers
