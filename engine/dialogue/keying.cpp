#include "engine/dialogue/keying.hpp"

#include <algorithm>

#include "engine/assessment/answer_words.hpp"
#include "engine/dialogue/change.hpp"
#include "engine/dialogue/show.hpp"
#include "engine/dialogue/value.hpp"
#include "engine/dialogue/words.hpp"

namespace sextant::dialogue {

namespace {

/// Whether paper has one sign for it.
bool takes_one_sign(const Instrument& instrument, const Question& question) {
  const bool type = question.type == QuestionType::level || question.type == QuestionType::choice ||
                    question.type == QuestionType::yes_no;
  const std::vector<std::string> as = marks(instrument, question);
  return type && std::all_of(as.begin(), as.end(), [](const std::string& one) { return one.size() == 1; });
}

/// What can be keyed for a question, in short: "1-4", "1+2+3", "number".
std::string keyed_as(const Instrument& instrument, const Question& question, Lang lang) {
  const std::vector<std::string> as = marks(instrument, question);
  std::string out;
  switch (question.type) {
    case QuestionType::number:
    case QuestionType::percent:
      return say(lang, words::kKeyingNumber);
    case QuestionType::text:
      return say(lang, words::kKeyingTextShort);
    case QuestionType::checklist:
      for (const std::string& one : as) out += (out.empty() ? "" : "+") + one;
      return out;
    case QuestionType::grid: {
      const std::vector<Level>& levels = instrument.scales[question.scale].levels;
      return std::to_string(as.size()) + " x " + levels.front().number + "-" + levels.back().number;
    }
    default:
      // "1-4", where they are just counted.
      if (as.size() > 2 && as.front() == "1" && as.back() == std::to_string(as.size()))
        return "1-" + as.back();
      for (const std::string& one : as) out += (out.empty() ? "" : " ") + one;
      return out;
  }
}

/// One line of marks, as it is taken.
class Marks {
 public:
  Marks(const Setup& setup, const State& state)
      : instrument_(*setup.instrument),
        lang_(state.lang),
        paper_(on_paper(setup, state.assessment)),
        assessment_(state.assessment) {
    at_ = state.at
              ? static_cast<std::size_t>(std::find(paper_.begin(), paper_.end(), *state.at) - paper_.begin())
              : paper_.size();
  }

  bool all(const std::string& line) {
    for (const std::string& token : split_blanks(line)) {
      if (!spread(token)) return false;
    }
    return true;
  }

  /// Where it stands after them; nothing: behind the last question.
  std::optional<std::size_t> at() const {
    return at_ < paper_.size() ? std::optional(paper_[at_]) : std::nullopt;
  }

  struct One {
    std::size_t question = 0;
    std::optional<Answer> answer;  ///< nothing: left out
  };
  std::vector<One> taken;
  std::string problem;

 private:
  /// A token of several signs is one for each question, unless it is a mark of the question where it starts.
  bool spread(const std::string& token) {
    if (at_ >= paper_.size()) return refuse(token, say(lang_, words::kKeyingTooMany));
    const Question& first = instrument_.questions[paper_[at_]];
    const bool whole = token.size() == 1 || !takes_one_sign(instrument_, first);
    if (whole) return mark(token);
    const std::vector<std::string> as = marks(instrument_, first);
    // A word, or a number that no question has, is no run of signs.
    const bool run = std::all_of(token.begin(), token.end(), [](char c) {
      return (c >= '0' && c <= '9') || c == 'd' || c == 'D' || c == 'a' || c == 'A' || c == '-';
    });
    if (!run) return refuse(token, say(lang_, words::kKeyingChoices, {{"choices", listed(as) + ", d, -"}}));
    for (const char c : token) {
      if (at_ >= paper_.size()) return refuse({c}, say(lang_, words::kKeyingTooMany));
      const Question& question = instrument_.questions[paper_[at_]];
      const bool state = c == 'd' || c == 'D' || c == 'a' || c == 'A' || c == '-';
      if (!state && !takes_one_sign(instrument_, question))
        return refuse({c}, say(lang_, words::kKeyingApart));
      if (!mark({c})) return false;
    }
    return true;
  }

  bool refuse(const std::string& token, const std::string& why) {
    const std::string id =
        at_ < paper_.size() ? instrument_.questions[paper_[at_]].id : say(lang_, words::kEndNow);
    problem = say(lang_, words::kKeyingAt,
                  {{"place", std::to_string(taken.size() + 1)}, {"mark", shown(token)}, {"id", id}}) +
              why;
    return false;
  }

  bool take(std::optional<Answer> answer) {
    taken.push_back({paper_[at_], std::move(answer)});
    ++at_;
    return true;
  }

  bool mark(const std::string& token) {
    const std::size_t q = paper_[at_];
    const Question& question = instrument_.questions[q];
    if (token == "-") return take(std::nullopt);
    if (is_merged(assessment_, q)) return refuse(token, say(lang_, words::kKeyingMerged));
    const bool own = is_mark(instrument_, question, token);
    if (!own && (token == "d" || token == "D")) return take(only(AnswerState::dont_know));
    if (!own && (token == "a" || token == "A")) {
      if (question.not_applicable) return take(only(AnswerState::not_applicable));
      return refuse(token, say(lang_, words::kNoNotApplicable));
    }
    if (question.type == QuestionType::text) return refuse(token, say(lang_, words::kKeyingText));
    std::string line = token;
    if (question.type == QuestionType::checklist) std::replace(line.begin(), line.end(), '+', ' ');
    const Understood understood = understand(instrument_, question, assessment_.answers[q], line, lang_);
    // A grid with no level is nothing marked.
    if (understood.answer && understood.answer->state == AnswerState::unanswered) return take(std::nullopt);
    if (understood.answer) return take(understood.answer);
    const std::vector<std::string> as = marks(instrument_, question);
    const bool choices = !as.empty() && question.type != QuestionType::grid;
    return refuse(
        token, choices ? say(lang_, words::kKeyingChoices,
                             {{"choices", listed(as) + (question.not_applicable ? ", d, a, -" : ", d, -")}})
                       : understood.problem);
  }

  const Instrument& instrument_;
  Lang lang_;
  std::vector<std::size_t> paper_;
  const Assessment& assessment_;
  std::size_t at_ = 0;
};

/// What was taken, question by question, as it now stands in the file.
void echo(const Setup& setup, const State& state, const std::vector<Marks::One>& taken, const Keyed& undo,
          std::vector<Line>& lines) {
  const std::size_t language = language_of(setup, state);
  const std::vector<std::size_t> asked = to_ask(setup, state.assessment);
  const std::string colon = state.lang == Lang::fr ? "\u00A0: " : ": ";
  lines.push_back({"", say(state.lang, words::kKeyingTaken)});
  for (std::size_t i = 0; i < taken.size(); ++i) {
    const Marks::One& one = taken[i];
    const Question& question = setup.instrument->questions[one.question];
    const Answer& was = undo.before[i].second;
    const Answer& answer = state.assessment.answers[one.question];
    std::string text =
        question.id + colon + answer_words(*setup.instrument, question, answer, language, state.lang);
    if (const std::size_t open = open_rows(question, answer); one.answer && open > 0)
      text += " (" + rows_words(question, open, state.lang) + ")";
    if (was.state != AnswerState::unanswered && !same_value(question, was, answer)) {
      const std::string before = answer_words(*setup.instrument, question, was, language, state.lang);
      text += " (" + say(state.lang, words::kKeyingWas, {{"before", before}}) + ")";
    }
    if (!one.answer) text += " (" + say(state.lang, words::kKeyingLeft) + ")";
    if (one.answer && std::find(asked.begin(), asked.end(), one.question) == asked.end())
      text += " (" + say(state.lang, words::kNotAskedNow) + ")";
    lines.push_back({"  ", std::move(text)});
  }
}

}  // namespace

void key_in(const Setup& setup, State& state, const std::string& line, Reply& reply) {
  Marks marks(setup, state);
  if (!marks.all(line)) {
    reply.lines.push_back({"", marks.problem});
    reply.lines.push_back({"", say(state.lang, words::kKeyingNothing)});
    return;
  }
  Keyed undo;
  undo.at = state.at;
  for (const Marks::One& one : marks.taken) {
    Answer& answer = state.assessment.answers[one.question];
    undo.before.emplace_back(one.question, answer);
    if (one.answer && put_answer(setup.instrument->questions[one.question], answer, *one.answer))
      reply.changed = true;
  }
  state.keyed.push_back(std::move(undo));
  state.at = marks.at();
  echo(setup, state, marks.taken, state.keyed.back(), reply.lines);
  show_keying(setup, state, reply.lines);
}

void key_back(const Setup& setup, State& state, Reply& reply) {
  if (state.keyed.empty()) {
    reply.lines.push_back({"", say(state.lang, words::kKeyingNothingBack)});
    return;
  }
  const Keyed undo = std::move(state.keyed.back());
  state.keyed.pop_back();
  for (const auto& [question, answer] : undo.before) {
    if (!(state.assessment.answers[question] == answer)) reply.changed = true;
    state.assessment.answers[question] = answer;
  }
  state.at = undo.at;
  const std::string count = std::to_string(undo.before.size());
  reply.lines.push_back(
      {"", say(state.lang, undo.before.size() == 1 ? words::kKeyingBackOne : words::kKeyingBack,
               {{"count", count}})});
  show_keying(setup, state, reply.lines);
}

void show_keying(const Setup& setup, const State& state, std::vector<Line>& lines) {
  constexpr std::size_t kShown = 10;
  if (!state.at) {
    lines.push_back({"", say(state.lang, words::kEnd) + " " + standing(setup, state) + "."});
    return;
  }
  const std::size_t language = language_of(setup, state);
  const std::vector<std::size_t> paper = on_paper(setup, state.assessment);
  const auto from = std::find(paper.begin(), paper.end(), *state.at);
  const auto to = from + std::min<std::ptrdiff_t>(kShown, paper.end() - from);
  lines.push_back({"", say(state.lang, words::kKeyingNext)});
  for (auto it = from; it != to; ++it) {
    const Question& question = setup.instrument->questions[*it];
    lines.push_back({"  " + question.id + "  ", short_label(question, language) + " [" +
                                                    keyed_as(*setup.instrument, question, state.lang) + "]"});
  }
}

}  // namespace sextant::dialogue
