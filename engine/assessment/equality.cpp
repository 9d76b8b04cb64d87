#include <tuple>

#include "engine/assessment/assessment.hpp"
#include "engine/text/number.hpp"

namespace sextant {

bool operator==(const Answer& a, const Answer& b) {
  const auto tie = [](const Answer& x) {
    return std::tie(x.state, x.score, x.level, x.chosen, x.cells, x.written, x.because, x.evidence,
                    x.confidence, x.respondent, x.date, x.owner, x.feedback, x.disputed);
  };
  return tie(a) == tie(b) && a.history == b.history && a.said == b.said;
}

bool operator==(const Said& a, const Said& b) {
  return a.respondent == b.respondent && a.answer == b.answer;
}

bool operator==(const Earlier& a, const Earlier& b) {
  return a.date == b.date && a.reason == b.reason && a.answer == b.answer;
}

bool same_value(const Question& question, const Answer& a, const Answer& b) {
  if (a.state != b.state || a.level != b.level || a.chosen != b.chosen || a.cells != b.cells) return false;
  const bool number = question.type == QuestionType::number || question.type == QuestionType::percent;
  if (number) return parse_number(a.written) == parse_number(b.written);
  return question.type != QuestionType::text || a.written == b.written;
}

void set_value(Answer& to, const Answer& from) {
  to.state = from.state;
  to.score = from.score;
  to.level = from.level;
  to.chosen = from.chosen;
  to.cells = from.cells;
  to.written = from.written;
}

bool Assessment::operator==(const Assessment& other) const {
  const auto tie = [](const Assessment& x) {
    return std::tie(x.unit, x.round, x.language, x.edition, x.instrument_version, x.instrument_file,
                    x.respondents, x.vision, x.targets, x.priorities, x.decisions, x.answers, x.plan,
                    x.feedback, x.contributions, x.notes);
  };
  return tie(*this) == tie(other);
}

}  // namespace sextant
