#include "engine/assessment/views.hpp"

namespace sextant {

bool is_view(const Answer& answer) {
  return answer.state == AnswerState::answered || answer.state == AnswerState::not_applicable;
}

bool views_differ(const Question& question, const std::vector<Said>& said) {
  const Answer* first = nullptr;
  for (const Said& one : said) {
    if (!is_view(one.answer)) continue;
    if (first != nullptr && !same_value(question, *first, one.answer)) return true;
    first = &one.answer;
  }
  return false;
}

}  // namespace sextant
