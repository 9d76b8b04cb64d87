#include "reports/document/view.hpp"

#include <algorithm>

#include "engine/text/number.hpp"

namespace sextant::document {

namespace {

std::string answer_text(const View& view, std::size_t question) {
  const Question& asked = view.instrument.questions[question];
  const Answer& given = view.input.assessment.answers[question];
  const AnswerState state = view.scores.questions[question].state;
  if (state != AnswerState::answered) return say(state, view.lang);
  if (given.level) return view.level_name(view.instrument.scales[asked.scale], *given.level);
  if (asked.type == QuestionType::yes_no)
    return view.say(given.chosen.front() == 0 ? Phrase::answer_yes : Phrase::answer_no);
  if (!given.chosen.empty()) {
    std::vector<std::string> words;
    for (const std::size_t option : given.chosen) words.push_back(view.text(asked.options[option].text));
    return listed(words, view.lang);
  }
  if (asked.type == QuestionType::number || asked.type == QuestionType::percent) {
    const std::string unit_text = asked.type == QuestionType::percent ? "%" : view.text(asked.unit).str();
    std::string number = given.written;
    // Published figures may carry fifteen decimals; four are plenty to read.
    const std::size_t point = number.find('.');
    if (point != std::string::npos && number.size() - point > 5) number = fixed(*parse_number(number), 4);
    if (view.lang == Lang::fr) std::replace(number.begin(), number.end(), '.', ',');
    return unit_text.empty() ? number : view.own(number + " " + unit_text).str();
  }
  return view.own(given.written);
}

}  // namespace

View::View(const ReportInput& report_input)
    : input(report_input),
      instrument(report_input.instrument),
      scores(report_input.scores),
      language(report_input.language),
      lang(lang_of(report_input.language)),
      index(report_input.instrument.language(report_input.language)) {}

std::string View::of_node(std::size_t node, std::string_view aspect) const {
  return of_unit + instrument.nodes[node].id + "/" + std::string(aspect);
}

std::string View::of_question(std::size_t question, std::string_view aspect) const {
  return instrument.questions[question].id + "/" + std::string(aspect);
}

Words View::label(std::size_t question) const {
  return text(sextant::label(instrument.questions[question]), of_question(question, "label"));
}

Words View::value(std::size_t node) const {
  const NodeScore& one = score(node);
  return {one.value ? display(*one.value, scale(node), lang) : dash(), of_node(node, "value")};
}

std::string View::level_name(const Scale& of, std::size_t level) const {
  const Level& one = of.levels[level];
  return one.number + " " + typeset(one.name(index), language);
}

Words View::level(std::size_t node) const {
  const NodeScore& one = score(node);
  if (!one.level) return state(node);
  const std::string name = level_name(scale(node), *one.level);
  return {one.settled ? name : say(Phrase::provisional_mark, {{"level", name}}).str(),
          of_node(node, "level")};
}

Words View::plain_level(std::size_t node) const {
  return {level_name(scale(node), *score(node).level), of_node(node, "level.plain")};
}

Words View::level_word(std::size_t node) const {
  return text(scale(node).levels[*score(node).level].name, of_node(node, "level.word"));
}

Words View::level_number(std::size_t node) const {
  return {scale(node).levels[*score(node).level].number, of_node(node, "level.number")};
}

Words View::state(std::size_t node) const {
  return {document::say(score(node).state, lang), of_node(node, "state")};
}

Words View::range(std::size_t node) const {
  return {range_text(score(node).range, scale(node), lang), of_node(node, "range")};
}

Words View::coverage(std::size_t node) const {
  const NodeScore& one = score(node);
  return {one.coverage ? percent(*one.coverage, lang) : dash(), of_node(node, "coverage")};
}

Words View::evidence(std::size_t node) const {
  const NodeScore& one = score(node);
  return {one.evidence ? percent(*one.evidence, lang) : dash(), of_node(node, "evidence")};
}

Words View::count(std::size_t node, std::string_view aspect) const {
  const Tally& tally = score(node).tally;
  const int number = aspect == "answered"     ? tally.answered
                     : aspect == "asked"      ? tally.answered + tally.dont_know + tally.unanswered
                     : aspect == "dont_know"  ? tally.dont_know
                     : aspect == "unanswered" ? tally.unanswered
                                              : tally.all();
  return {std::to_string(number), of_node(node, aspect)};
}

Fill View::fill(std::size_t node) const {
  const NodeScore& one = score(node);
  if (!one.level) return {};
  return {static_cast<int>(*one.level) + 1, static_cast<int>(scale(node).levels.size())};
}

std::string View::anchor(std::size_t node) const {
  return "node-" + std::to_string(node);
}

Words View::answered_of() const {
  return say(Phrase::answered_of, {{"answered", count(0, "answered")}, {"asked", count(0, "asked")}});
}

Text View::priority(const Priority& priority) const {
  const std::size_t node = instrument.node_index.at(priority.node);
  Text out = {{title(node), true, Tone::normal, node == 0 ? "" : "#" + anchor(node)}};
  if (!priority.reason.empty()) out.push_back({Words(colon()) + own(priority.reason)});
  return out;
}

Words View::short_answer(std::size_t question) const {
  return {answer_text(*this, question), of_question(question, "answer")};
}

Words View::answer(std::size_t question) const {
  const Answer& given = input.assessment.answers[question];
  const Question& asked = instrument.questions[question];
  if (!scores.questions[question].level || asked.descriptors.empty()) return short_answer(question);
  return text(asked.descriptors[*given.level], of_question(question, "descriptor"));
}

Words View::next_level(std::size_t question) const {
  const Question& asked = instrument.questions[question];
  if (!scores.questions[question].level || asked.descriptors.empty()) return dash();
  const std::size_t next = *input.assessment.answers[question].level + 1;
  if (next >= asked.descriptors.size()) return say(Phrase::at_top);
  return Words(level_name(instrument.scales[asked.scale], next), of_question(question, "next.level")) + ". " +
         text(asked.descriptors[next], of_question(question, "next"));
}

Words View::finding(std::size_t at, const Prose& sentence) const {
  const Finding& one = input.findings[at];
  const std::string name = "@finding:" + std::to_string(at) + "/";
  Places places;
  for (const auto& [place, words] : sentence_words(instrument, one, index, lang)) {
    const bool own_words = place == "group" || place == "other_group";
    places.emplace_back(place, Words(words, place == "node"    ? of_node(one.node, "title")
                                            : place == "other" ? of_node(one.other, "title")
                                            : own_words        ? "@instrument/text"
                                                               : name + place));
  }
  return typeset_words(fill_words(sentence(index), places, "@instrument/text"), language);
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
