#include "reports/document/view.hpp"

#include <algorithm>

#include "engine/text/number.hpp"

namespace sextant::document {

View::View(const ReportInput& report_input)
    : input(report_input),
      instrument(report_input.instrument),
      scores(report_input.scores),
      language(report_input.language),
      lang(lang_of(report_input.language)),
      index(report_input.instrument.language(report_input.language)) {}

std::string View::value(std::size_t node) const {
  const NodeScore& one = score(node);
  return one.value ? display(*one.value, scale(node), lang) : dash();
}

std::string View::level_name(const Scale& of, std::size_t level) const {
  const Level& one = of.levels[level];
  return one.number + " " + text(one.name);
}

std::string View::level(std::size_t node) const {
  const NodeScore& one = score(node);
  if (!one.level) return document::say(one.state, lang);
  const std::string name = level_name(scale(node), *one.level);
  return one.settled ? name : say(Phrase::provisional_mark, {{"level", name}});
}

std::string View::range(std::size_t node) const {
  return range_text(score(node).range, scale(node), lang);
}

std::string View::coverage(std::size_t node) const {
  const NodeScore& one = score(node);
  return one.coverage ? percent(*one.coverage, lang) : dash();
}

std::string View::evidence(std::size_t node) const {
  const NodeScore& one = score(node);
  return one.evidence ? percent(*one.evidence, lang) : dash();
}

Fill View::fill(std::size_t node) const {
  const NodeScore& one = score(node);
  if (!one.level) return {};
  return {static_cast<int>(*one.level) + 1, static_cast<int>(scale(node).levels.size())};
}

std::string View::anchor(std::size_t node) const {
  return "node-" + std::to_string(node);
}

std::string View::answered_of() const {
  const Tally& tally = score(0).tally;
  return say(Phrase::answered_of,
             {{"answered", std::to_string(tally.answered)},
              {"asked", std::to_string(tally.answered + tally.dont_know + tally.unanswered)}});
}

Text View::priority(const Priority& priority) const {
  const std::size_t node = instrument.node_index.at(priority.node);
  Text out = {{title(node), true, Tone::normal, node == 0 ? "" : "#" + anchor(node)}};
  if (!priority.reason.empty()) out.push_back({colon() + own(priority.reason)});
  return out;
}

std::string View::short_answer(std::size_t question) const {
  const Question& asked = instrument.questions[question];
  const Answer& given = input.assessment.answers[question];
  const AnswerState state = scores.questions[question].state;
  if (state != AnswerState::answered) return document::say(state, lang);
  if (given.level) return level_name(instrument.scales[asked.scale], *given.level);
  if (asked.type == QuestionType::yes_no)
    return say(given.chosen.front() == 0 ? Phrase::answer_yes : Phrase::answer_no);
  if (!given.chosen.empty()) {
    std::vector<std::string> words;
    for (const std::size_t option : given.chosen) words.push_back(text(asked.options[option].text));
    return listed(words, lang);
  }
  if (asked.type == QuestionType::number || asked.type == QuestionType::percent) {
    const std::string unit_text = asked.type == QuestionType::percent ? "%" : text(asked.unit);
    std::string number = given.written;
    // Published figures may carry fifteen decimals; four are plenty to read.
    const std::size_t point = number.find('.');
    if (point != std::string::npos && number.size() - point > 5) number = fixed(*parse_number(number), 4);
    if (lang == Lang::fr) std::replace(number.begin(), number.end(), '.', ',');
    return unit_text.empty() ? number : own(number + " " + unit_text);
  }
  return own(given.written);
}

std::string View::answer(std::size_t question) const {
  const Answer& given = input.assessment.answers[question];
  const Question& asked = instrument.questions[question];
  if (!scores.questions[question].level || asked.descriptors.empty()) return short_answer(question);
  return text(asked.descriptors[*given.level]);
}

std::vector<std::size_t> View::components() const {
  std::vector<std::size_t> out;
  for (std::size_t i = 1; i < instrument.nodes.size(); ++i) {
    const Node& node = instrument.nodes[i];
    const bool holds =
        std::any_of(node.children.begin(), node.children.end(), [](const Child& c) { return c.is_question; });
    if (holds && !node.is_index) out.push_back(i);
  }
  return out;
}

std::vector<std::size_t> View::questions_below(std::size_t node) const {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < instrument.questions.size(); ++i) {
    std::size_t at = instrument.questions[i].node;
    while (at != node && at != 0) at = instrument.nodes[at].parent;
    if (at == node) out.push_back(i);
  }
  return out;
}

}  // namespace sextant::document
