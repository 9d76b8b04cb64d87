#include <algorithm>
#include <cmath>

#include "engine/assessment/assessment.hpp"
#include "engine/syntax/fields.hpp"
#include "engine/text/number.hpp"

namespace sextant {

std::string_view name_of(AnswerState state) {
  switch (state) {
    case AnswerState::answered:
      return "answered";
    case AnswerState::dont_know:
      return "dont_know";
    case AnswerState::not_applicable:
      return "not_applicable";
    case AnswerState::unanswered:
      return "unanswered";
    case AnswerState::not_asked:
      return "not_asked";
  }
  return "";
}

namespace {

std::string listed(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

void bad_value(const Tree& value, const Question& question, const std::vector<std::string>& known,
               Sink& sink) {
  sink.add(Code::bad_answer, value.at,
           {{"value", shown(value.text)}, {"id", question.id}, {"choices", listed(known)}},
           nearest(value.text, known));
}

Answer answered(double score) {
  Answer answer;
  answer.state = AnswerState::answered;
  answer.score = score;
  return answer;
}

Answer read_level(const Tree& value, const Question& question, const Scale& scale, Sink& sink) {
  if (const auto index = find_level(scale, value.text)) {
    Answer answer = answered(scale.levels[*index].value);
    answer.level = index;
    return answer;
  }
  std::vector<std::string> known;
  for (const Level& level : scale.levels) {
    known.push_back(level.number);
    known.push_back(level.id);
  }
  bad_value(value, question, known, sink);
  return {};
}

Answer read_choice(const Tree& value, const Question& question, Sink& sink) {
  std::vector<std::string> known;
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    const Option& option = question.options[i];
    if (value.text == option.id) {
      Answer answer = answered(option.value);
      answer.chosen = {i};
      return answer;
    }
    known.push_back(option.id);
  }
  bad_value(value, question, known, sink);
  return {};
}

Answer read_yes_no(const Tree& value, const Question& question, Sink& sink) {
  const auto yes = parse_yes_no(value.text);
  if (!yes) {
    bad_value(value, question, {"yes", "no"}, sink);
    return {};
  }
  Answer answer = answered(question.options[*yes ? 0 : 1].value);
  answer.chosen = {*yes ? 0U : 1U};
  return answer;
}

Answer read_number(const Tree& value, const Question& question, Sink& sink) {
  std::string text = value.text;
  if (question.type == QuestionType::percent && !text.empty() && text.back() == '%') {
    text.pop_back();
    while (!text.empty() && (text.back() == ' ' || text.back() == '\xA0' || text.back() == '\xC2'))
      text.pop_back();
  }
  const auto number = parse_number(text);
  if (!number) {
    sink.add(Code::answer_not_number, value.at, {{"value", shown(value.text)}, {"id", question.id}});
    return {};
  }
  const auto out_of_range = [&](const std::string& least, const std::string& most) {
    sink.add(Code::answer_out_of_range, value.at,
             {{"value", shown(value.text)}, {"id", question.id}, {"least", least}, {"most", most}});
    return Answer{};
  };
  if (std::fabs(*number) > kLargestNumber) {
    return out_of_range(shortest(question.least.value_or(-kLargestNumber)),
                        shortest(question.most.value_or(kLargestNumber)));
  }
  if ((question.least && *number < *question.least) || (question.most && *number > *question.most)) {
    const auto end = [](const std::optional<double>& x) { return x ? shortest(*x) : std::string("…"); };
    return out_of_range(end(question.least), end(question.most));
  }
  double score = *number;
  if (!question.steps.empty()) {
    score = step_value(question.steps, *number);
  } else if (question.goalposts) {
    if (question.goalposts->log && *number <= 0) return out_of_range("> 0", "…");
    score = place_between(*question.goalposts, *number);
  }
  Answer answer = answered(score);
  answer.written = text;
  return answer;
}

Answer read_checklist(const Tree& value, const Question& question, Sink& sink) {
  std::vector<std::string> known;
  for (const Option& part : question.options) known.push_back(part.id);
  Answer answer = answered(0);
  for (const Tree& item : value.items) {
    const auto it = std::find(known.begin(), known.end(), item.text);
    if (it == known.end()) {
      bad_value(item, question, known, sink);
      continue;
    }
    const auto index = static_cast<std::size_t>(it - known.begin());
    if (std::find(answer.chosen.begin(), answer.chosen.end(), index) != answer.chosen.end()) continue;
    answer.chosen.push_back(index);
  }
  std::sort(answer.chosen.begin(), answer.chosen.end());
  answer.score = checklist_score(question, answer.chosen);
  return answer;
}

Answer read_grid(const Tree& value, const Question& question, const Scale& scale, Sink& sink) {
  Answer answer = answered(0);
  double sum = 0;
  int count = 0;
  Fields cells(value, sink);
  for (const Option& cell : question.options) {
    const Tree* chosen = cells.get(cell.id);
    answer.cells.emplace_back();
    if (chosen == nullptr) continue;
    const Answer one = read_level(*chosen, question, scale, sink);
    if (one.state != AnswerState::answered) continue;
    answer.cells.back() = one.level;
    sum += one.score;
    ++count;
  }
  cells.finish();
  if (count == 0) return {};
  answer.score = sum / count;
  return answer;
}

}  // namespace

std::optional<std::size_t> find_level(const Scale& scale, std::string_view text) {
  const auto number = parse_number(text);
  for (std::size_t i = 0; i < scale.levels.size(); ++i) {
    const Level& level = scale.levels[i];
    const bool same_number = number && parse_number(level.number) == number;
    if (text == level.id || text == level.number || same_number) return i;
  }
  return std::nullopt;
}

Answer read_value(const Tree& value, const Question& question, const Instrument& instrument, Sink& sink) {
  Answer answer;
  if (value.is_null()) return answer;
  if (value.is_scalar() && question.type != QuestionType::text) {
    if (value.text == "unanswered") return answer;
    if (value.text == "dont_know") {
      answer.state = AnswerState::dont_know;
      return answer;
    }
    if (value.text == "not_applicable") {
      answer.state = AnswerState::not_applicable;
      if (!question.not_applicable) {
        sink.add(Code::not_applicable_not_allowed, value.at, {{"id", question.id}});
      }
      return answer;
    }
  }
  const bool list = question.type == QuestionType::checklist;
  const bool map = question.type == QuestionType::grid;
  if (list && !value.is_list()) {
    sink.add(Code::need_list, value.at);
    return answer;
  }
  if (map && !value.is_map()) {
    sink.add(Code::need_map, value.at);
    return answer;
  }
  if (!list && !map && !value.is_scalar()) {
    sink.add(Code::need_text, value.at);
    return answer;
  }
  const Scale& scale = instrument.scales[question.scale];
  switch (question.type) {
    case QuestionType::level:
      return read_level(value, question, scale, sink);
    case QuestionType::choice:
      return read_choice(value, question, sink);
    case QuestionType::yes_no:
      return read_yes_no(value, question, sink);
    case QuestionType::number:
    case QuestionType::percent:
      return read_number(value, question, sink);
    case QuestionType::checklist:
      return read_checklist(value, question, sink);
    case QuestionType::grid:
      return read_grid(value, question, scale, sink);
    case QuestionType::text:
      answer.state = AnswerState::answered;
      answer.written = value.text;
      return answer;
  }
  return answer;
}

}  // namespace sextant
