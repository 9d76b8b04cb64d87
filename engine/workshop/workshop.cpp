#include "engine/workshop/workshop.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "engine/assessment/answer_fields.hpp"
#include "engine/assessment/answer_words.hpp"

namespace sextant {

namespace {

bool same_round(const Assessment& a, const Assessment& b) {
  return a.unit.id == b.unit.id && a.round.id == b.round.id;
}

/// Who says something: a respondent, or, without one, the country.
struct Voice {
  std::string unit;
  std::string round;
  std::string who;
  bool operator<(const Voice& other) const {
    return std::tie(unit, round, who) < std::tie(other.unit, other.round, other.who);
  }
};

/// Each text with those who say it.
using Voices = std::map<std::string, std::set<Voice>>;

/// A respondent's file that names nobody is that of its name, as in a merge.
std::string respondent_of(const WorkshopFile& file) {
  const std::vector<Respondent>& all = file.assessment.respondents;
  if (!all.empty()) return all.front().id;
  const std::size_t slash = file.path.rfind('/');
  const std::string name = slash == std::string::npos ? file.path : file.path.substr(slash + 1);
  return name.substr(0, name.rfind('.'));
}

/// What one file says, in somebody's name or, in a respondent's file, in theirs.
void hear(Voices& all, const std::string& text, const WorkshopFile& file, std::string who) {
  if (text.empty()) return;
  const Assessment& one = file.assessment;
  if (who.empty() && file.respondents) who = respondent_of(file);
  all[text].insert({one.unit.id, one.round.id, std::move(who)});
}

void hear(std::map<std::string, Voices>& topics, const std::vector<Feedback>& said, const WorkshopFile& file,
          const std::string& who) {
  for (const Feedback& topic : said) {
    for (const std::string& text : topic.texts) hear(topics[topic.topic], text, file, who);
  }
}

/// Sorted, so that nothing tells whose they were. The country's file repeats what respondents say.
std::vector<std::string> texts_of(const Voices& all) {
  std::vector<std::string> out;
  for (const auto& [text, voices] : all) {
    for (const Voice& one : voices) {
      const bool repeated =
          one.who.empty() && std::any_of(voices.begin(), voices.end(), [&](const Voice& other) {
            return !other.who.empty() && other.unit == one.unit && other.round == one.round;
          });
      if (!repeated) out.push_back(text);
    }
  }
  return out;
}

/// Who finds an answer out: those whom the country names, or else its respondents.
std::string owners_of(const Answer& answer) {
  if (!answer.owner.empty()) return answer.owner;
  std::vector<std::string> all;
  for (const Said& one : answer.said) {
    const std::string& owner = one.answer.owner;
    if (!owner.empty() && std::find(all.begin(), all.end(), owner) == all.end()) all.push_back(owner);
  }
  std::string out;
  for (const std::string& one : all) out += (out.empty() ? "" : "; ") + one;
  return out;
}

}  // namespace

std::vector<ToFind> to_find(const std::vector<WorkshopFile>& files) {
  std::vector<ToFind> out;
  for (std::size_t f = 0; f < files.size(); ++f) {
    const WorkshopFile& file = files[f];
    const bool again =
        file.respondents && std::any_of(files.begin(), files.end(), [&](const WorkshopFile& one) {
          return !one.respondents && same_round(one.assessment, file.assessment);
        });
    if (again) continue;
    for (std::size_t q = 0; q < file.assessment.answers.size(); ++q) {
      if (file.scores.questions[q].state == AnswerState::dont_know)
        out.push_back({f, q, owners_of(file.assessment.answers[q])});
    }
  }
  return out;
}

std::vector<std::size_t> beside_pillars(const Instrument& instrument) {
  const std::vector<std::size_t> pillars = instrument.pillars();
  std::vector<std::size_t> out;
  for (std::size_t q = 0; q < instrument.questions.size(); ++q) {
    const std::size_t node = instrument.questions[q].node;
    if (std::none_of(pillars.begin(), pillars.end(),
                     [&](std::size_t pillar) { return instrument.below(node, pillar); })) {
      out.push_back(q);
    }
  }
  return out;
}

Tally tally_of(const std::vector<std::size_t>& questions, const Scores& scores) {
  Tally out;
  for (const std::size_t q : questions) {
    switch (scores.questions[q].state) {
      case AnswerState::answered:
        ++out.answered;
        break;
      case AnswerState::dont_know:
        ++out.dont_know;
        break;
      case AnswerState::not_applicable:
        ++out.not_applicable;
        break;
      case AnswerState::unanswered:
        ++out.unanswered;
        break;
      case AnswerState::not_asked:
        ++out.not_asked;
        break;
    }
  }
  return out;
}

std::vector<FilledPartly> filled_partly(const Instrument& instrument,
                                        const std::vector<WorkshopFile>& files) {
  std::vector<FilledPartly> out;
  for (std::size_t f = 0; f < files.size(); ++f) {
    for (std::size_t q = 0; q < instrument.questions.size(); ++q) {
      const std::size_t open = open_rows(instrument.questions[q], files[f].assessment.answers[q]);
      if (open > 0) out.push_back({f, q, open});
    }
  }
  return out;
}

std::vector<Remarks> remarks(const Instrument& instrument, const std::vector<WorkshopFile>& files) {
  std::vector<Remarks> out;
  for (std::size_t q = 0; q < instrument.questions.size(); ++q) {
    Voices all;
    for (const WorkshopFile& file : files) {
      const Answer& answer = file.assessment.answers[q];
      hear(all, answer.feedback, file, answer.respondent);
      for (const Said& said : answer.said) hear(all, said.answer.feedback, file, said.respondent);
    }
    if (!all.empty()) out.push_back({"", q, texts_of(all)});
  }
  std::map<std::string, Voices> by_topic;
  for (const WorkshopFile& file : files) {
    hear(by_topic, file.assessment.feedback, file, "");
    for (const Contribution& one : file.assessment.contributions)
      hear(by_topic, one.feedback, file, one.respondent);
  }
  std::vector<Feedback> topics;
  for (const auto& [topic, voices] : by_topic) topics.push_back({topic, texts_of(voices)});
  std::sort(topics.begin(), topics.end(), answers::feedback_before);
  for (Feedback& topic : topics) {
    if (!topic.texts.empty()) out.push_back({topic.topic, std::nullopt, std::move(topic.texts)});
  }
  return out;
}

}  // namespace sextant
