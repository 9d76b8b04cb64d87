#include "engine/scoring/asked.hpp"

#include <algorithm>

namespace sextant {

namespace {

enum class Truth { no, open, yes };

class Resolver {
 public:
  Resolver(const Instrument& instrument, const std::vector<Answer>& answers, const std::vector<bool>* edition)
      : instrument_(instrument), answers_(answers), edition_(edition) {
    out.resize(instrument.questions.size());
    done_.resize(instrument.questions.size(), false);
  }

  void all() {
    for (std::size_t i = 0; i < instrument_.questions.size(); ++i) resolve(i);
  }

  std::vector<QuestionScore> out;

 private:
  /// The loader refuses circles, so that this ends.
  const QuestionScore& resolve(std::size_t index) {
    if (done_[index]) return out[index];
    done_[index] = true;
    const Question& question = instrument_.questions[index];
    const Answer& answer = answers_[index];
    QuestionScore& score = out[index];
    if (edition_ != nullptr && !(*edition_)[index]) return score;
    const Truth asks = question.ask_if ? holds(*question.ask_if) : Truth::yes;
    score.open = asks == Truth::open;
    if (asks != Truth::yes) return score;
    score.state = answer.state;
    if (answer.state != AnswerState::answered || question.type == QuestionType::text) return score;
    score.value = answer.score;
    score.level = answer.level;
    return score;
  }

  Truth holds(const Condition& condition) {
    switch (condition.kind) {
      case Condition::Kind::all:
      case Condition::Kind::none: {
        Truth worst = Truth::yes;
        for (const Condition& part : condition.parts) {
          Truth one = holds(part);
          if (condition.kind == Condition::Kind::none)
            one = one == Truth::yes ? Truth::no : one == Truth::no ? Truth::yes : one;
          worst = std::min(worst, one);
        }
        return worst;
      }
      case Condition::Kind::any: {
        Truth best = Truth::no;
        for (const Condition& part : condition.parts) best = std::max(best, holds(part));
        return best;
      }
      case Condition::Kind::is:
      case Condition::Kind::at_least:
      case Condition::Kind::at_most:
      case Condition::Kind::answered:
        return holds_for(condition);
    }
    return Truth::no;
  }

  Truth holds_for(const Condition& condition) {
    const QuestionScore& score = resolve(condition.question);
    const Answer& answer = answers_[condition.question];
    const bool may_be_asked = score.open || score.state != AnswerState::not_asked;
    if (!may_be_asked || answer.state == AnswerState::not_applicable) return Truth::no;
    if (answer.state != AnswerState::answered) return Truth::open;
    // An answer that does not fulfil the condition fails it whether its question is asked or not.
    if (!fulfils(condition, answer)) return Truth::no;
    return score.open ? Truth::open : Truth::yes;
  }

  static bool fulfils(const Condition& condition, const Answer& answer) {
    if (condition.kind == Condition::Kind::answered) return true;
    if (condition.kind == Condition::Kind::at_least) return answer.score >= condition.value - 1e-9;
    if (condition.kind == Condition::Kind::at_most) return answer.score <= condition.value + 1e-9;
    return std::any_of(condition.options.begin(), condition.options.end(), [&](std::size_t option) {
      const auto& chosen = answer.chosen;
      return answer.level == option || std::find(chosen.begin(), chosen.end(), option) != chosen.end();
    });
  }

  const Instrument& instrument_;
  const std::vector<Answer>& answers_;
  const std::vector<bool>* edition_;
  std::vector<bool> done_;
};

}  // namespace

std::vector<QuestionScore> asked(const Instrument& instrument, const std::vector<Answer>& answers,
                                 const std::vector<bool>* edition) {
  Resolver resolver(instrument, answers, edition);
  resolver.all();
  return std::move(resolver.out);
}

}  // namespace sextant
