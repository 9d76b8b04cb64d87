#include "engine/dialogue/change.hpp"

#include <algorithm>

#include "engine/dialogue/show.hpp"
#include "engine/dialogue/words.hpp"
#include "engine/text/number.hpp"

namespace sextant::dialogue {

bool put_answer(const Question& question, Answer& answer, const Answer& given) {
  if (same_value(question, answer, given)) return false;
  if (!answer.date.empty() && answer.state != AnswerState::unanswered) {
    // It was given on that day; the new one is not.
    Answer before;
    set_value(before, answer);
    answer.history.push_back({std::move(before), std::exchange(answer.date, {}), ""});
  }
  set_value(answer, given);
  return true;
}

Answer only(AnswerState state) {
  Answer out;
  out.state = state;
  return out;
}

std::optional<std::size_t> find_question(const Setup& setup, const State& state, const std::string& name,
                                         std::vector<Line>& lines) {
  const std::vector<std::size_t> all =
      setup.keying ? on_paper(setup, state.assessment) : to_ask(setup, state.assessment);
  const auto id = [&](std::size_t q) -> const std::string& { return setup.instrument->questions[q].id; };
  for (const std::size_t q : all) {
    if (id(q) == name) return q;
  }
  if (const auto it = setup.instrument->question_index.find(name);
      it != setup.instrument->question_index.end()) {
    const std::vector<std::size_t> paper = on_paper(setup, state.assessment);
    const bool here = std::find(paper.begin(), paper.end(), it->second) != paper.end();
    const Bilingual why = here ? words::kByBranching : words::kNotInEdition;
    lines.push_back({"", say(state.lang, words::kNotAsked, {{"id", name}, {"why", say(state.lang, why)}})});
    return std::nullopt;
  }
  if (const auto place = parse_number(name)) {
    if (*place >= 1 && *place <= static_cast<double>(all.size()) &&
        *place == static_cast<double>(static_cast<std::size_t>(*place)))
      return all[static_cast<std::size_t>(*place) - 1];
  }
  std::vector<std::size_t> like;
  std::vector<std::string> known;
  for (const std::size_t q : all) {
    const std::string& one = id(q);
    const bool begins = one.rfind(name, 0) == 0;
    const bool ends =
        one.size() > name.size() && one.compare(one.size() - name.size(), name.size(), name) == 0;
    if (begins || ends) like.push_back(q);
    known.push_back(one);
  }
  if (like.size() == 1) return like.front();
  std::string text = say(state.lang, words::kNoSuchQuestion, {{"line", shown(name)}});
  std::string meant = nearest(name, known);
  if (meant.empty() && !like.empty()) meant = id(like.front());
  if (!meant.empty()) text += " " + say(state.lang, words::kDidYouMean, {{"id", meant}});
  lines.push_back({"", std::move(text)});
  return std::nullopt;
}

}  // namespace sextant::dialogue
