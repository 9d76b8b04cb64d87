#include "engine/upgrade/upgrade.hpp"

#include <algorithm>

#include "engine/text/number.hpp"

namespace sextant {

std::string_view name_of(Fate fate) {
  switch (fate) {
    case Fate::kept:
      return "kept";
    case Fate::look_again:
      return "look_again";
    case Fate::split:
      return "split";
    case Fate::dropped:
      return "dropped";
  }
  return "";
}

namespace {

Tree scalar(std::string text) {
  Tree out;
  out.kind = Tree::Kind::scalar;
  out.text = std::move(text);
  return out;
}

/// The answer as it could stand in a file: by ids, so that another version may read it.
Tree as_written(const Instrument& old, const Question& question, const Answer& answer) {
  const Scale& scale = old.scales[question.scale];
  Tree out;
  switch (answer.state) {
    case AnswerState::dont_know:
      return scalar("dont_know");
    case AnswerState::not_applicable:
      return scalar("not_applicable");
    case AnswerState::unanswered:
    case AnswerState::not_asked:
      return out;
    case AnswerState::answered:
      break;
  }
  switch (question.type) {
    case QuestionType::level:
      return scalar(scale.levels[*answer.level].id);
    case QuestionType::choice:
    case QuestionType::yes_no:
      return scalar(question.options[answer.chosen.front()].id);
    case QuestionType::number:
    case QuestionType::percent:
    case QuestionType::text:
      return scalar(answer.written);
    case QuestionType::checklist:
      out.kind = Tree::Kind::list;
      for (const std::size_t part : answer.chosen) out.items.push_back(scalar(question.options[part].id));
      return out;
    case QuestionType::grid:
      out.kind = Tree::Kind::map;
      for (std::size_t i = 0; i < answer.cells.size(); ++i) {
        if (answer.cells[i]) {
          out.entries.push_back({question.options[i].id, {}, scalar(scale.levels[*answer.cells[i]].id)});
        }
      }
      return out;
  }
  return out;
}

/// The fields of a question that answers hang on, each with what it says.
std::vector<std::pair<std::string, std::string>> facts(const Instrument& instrument,
                                                       const Question& question) {
  const Scale& scale = instrument.scales[question.scale];
  std::vector<std::pair<std::string, std::string>> out = {
      {"type", std::to_string(static_cast<int>(question.type))},
      {"text", question.text.source()},
      {"help", question.help.source()},
      {"unit", question.unit.source()},
      {"weight", shortest(question.weight)},
      {"count", std::to_string(static_cast<int>(question.count))},
      {"not_applicable", question.not_applicable ? "yes" : "no"},
      {"node", instrument.nodes[question.node].id}};
  if (question.least) out.emplace_back("range.from", shortest(*question.least));
  if (question.most) out.emplace_back("range.to", shortest(*question.most));
  for (std::size_t i = 0; i < question.quality.size(); ++i) {
    out.emplace_back("quality." + std::to_string(i + 1), question.quality[i].source());
  }
  for (std::size_t i = 0; i < question.descriptors.size(); ++i) {
    out.emplace_back("levels." + scale.levels[i].id,
                     question.descriptors[i].source() + "=" + shortest(scale.levels[i].value));
  }
  for (const Option& option : question.options) {
    out.emplace_back("options." + option.id, option.text.source() + "=" + shortest(option.value));
  }
  for (const Step& step : question.steps) {
    out.emplace_back("steps." + shortest(step.from), shortest(step.value));
  }
  if (question.goalposts) {
    const Goalposts& posts = *question.goalposts;
    out.emplace_back("goalposts", shortest(posts.low) + " " + shortest(posts.high) +
                                      (posts.log ? " log" : "") + (posts.clamp ? " clamp" : ""));
  }
  return out;
}

/// The names of what differs, in the old question's order and then the new one's.
std::vector<std::string> differences(const Instrument& old, const Question& before, const Instrument& now,
                                     const Question& after) {
  const auto a = facts(old, before);
  const auto b = facts(now, after);
  std::vector<std::string> out;
  const auto value_in = [](const auto& list, const std::string& name) -> const std::string* {
    const auto it =
        std::find_if(list.begin(), list.end(), [&](const auto& pair) { return pair.first == name; });
    return it == list.end() ? nullptr : &it->second;
  };
  for (const auto& [name, value] : a) {
    const std::string* other = value_in(b, name);
    if (other == nullptr || *other != value) out.push_back(name);
  }
  for (const auto& [name, value] : b) {
    if (value_in(a, name) == nullptr) out.push_back(name);
  }
  return out;
}

/// Reads the old answer as an answer to the new question; false where its value exists no more.
bool carry(const Instrument& old, const Question& before, const Answer& answer, const Instrument& now,
           std::size_t question, Assessment& to) {
  const Source nowhere("", "");
  Sink sink(nowhere);
  const Answer read = read_value(as_written(old, before, answer), now.questions[question], now, sink);
  if (sink.has_errors()) return false;
  Answer& target = to.answers[question];
  target = answer;
  target.state = read.state;
  target.score = read.score;
  target.level = read.level;
  target.chosen = read.chosen;
  target.cells = read.cells;
  target.history.clear();
  target.said.clear();
  target.disputed.reset();
  return true;
}

class Upgrader {
 public:
  Upgrader(const Instrument& old, const Assessment& assessment, const Instrument& now)
      : old_(old), now_(now), taken_(now.questions.size(), false) {
    out.carried = assessment;
    out.carried.answers.assign(now.questions.size(), {});
    out.carried.decisions.clear();
    out.carried.targets.clear();
    out.carried.contributions.clear();
    out.carried.instrument_version = now.version;
    out.carried.edition.reset();
    if (assessment.edition) {
      for (std::size_t i = 0; i < now.editions.size(); ++i) {
        if (now.editions[i].id == old.editions[*assessment.edition].id) out.carried.edition = i;
      }
    }
  }

  void run(const std::vector<Answer>& answers) {
    for (std::size_t i = 0; i < answers.size(); ++i) take(i, answers[i]);
    for (std::size_t i = 0; i < now_.questions.size(); ++i) {
      if (!taken_[i]) out.added.push_back(i);
    }
  }

  Upgrade out;

 private:
  /// Where the new instrument has the old question: by `changes`, else by its id.
  std::vector<std::size_t> places(const std::string& id) const {
    std::vector<std::string> names = {id};
    const auto it = std::find_if(now_.changes.begin(), now_.changes.end(),
                                 [&](const Change& one) { return one.was == id; });
    if (it != now_.changes.end()) names = it->now;
    std::vector<std::size_t> found;
    for (const std::string& name : names) {
      const auto at = now_.question_index.find(name);
      if (at != now_.question_index.end()) found.push_back(at->second);
    }
    return found;
  }

  void take(std::size_t index, const Answer& answer) {
    const Question& question = old_.questions[index];
    AnswerFate fate;
    fate.question = index;
    fate.now = places(question.id);
    for (const std::size_t place : fate.now) taken_[place] = true;
    if (answer.state == AnswerState::unanswered) return;
    if (fate.now.size() == 1) {
      fate.changed = differences(old_, question, now_, now_.questions[fate.now[0]]);
      fate.fate = fate.changed.empty() ? Fate::kept : Fate::look_again;
      fate.carried = carry(old_, question, answer, now_, fate.now[0], out.carried);
    } else {
      fate.fate = fate.now.empty() ? Fate::dropped : Fate::split;
    }
    out.answers.push_back(std::move(fate));
  }

  const Instrument& old_;
  const Instrument& now_;
  std::vector<bool> taken_;
};

}  // namespace

Upgrade upgrade(const Instrument& old, const Assessment& assessment, const Instrument& now) {
  Upgrader upgrader(old, assessment, now);
  upgrader.run(assessment.answers);
  return std::move(upgrader.out);
}

}  // namespace sextant
