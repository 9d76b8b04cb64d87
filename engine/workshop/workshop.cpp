#include "engine/workshop/workshop.hpp"

#include <algorithm>

#include "engine/assessment/answer_fields.hpp"
#include "engine/assessment/answer_words.hpp"

namespace sextant {

namespace {

bool same_round(const Assessment& a, const Assessment& b) {
  return a.unit.id == b.unit.id && a.round.id == b.round.id;
}

void add_text(std::vector<std::string>& texts, const std::string& text) {
  if (!text.empty()) texts.push_back(text);
}

/// Sorted, so that nothing tells whose they were, and each once: the country's file repeats what
/// respondents' files say.
void settle(std::vector<std::string>& texts) {
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

void add_topics(std::vector<Feedback>& all, const std::vector<Feedback>& more) {
  for (const Feedback& one : more) {
    auto it = std::find_if(all.begin(), all.end(), [&](const Feedback& x) { return x.topic == one.topic; });
    if (it == all.end()) it = all.insert(all.end(), {one.topic, {}});
    for (const std::string& text : one.texts) add_text(it->texts, text);
  }
}

}  // namespace

namespace {

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
    Remarks one{"", q, {}};
    for (const WorkshopFile& file : files) {
      const Answer& answer = file.assessment.answers[q];
      add_text(one.texts, answer.feedback);
      for (const Said& said : answer.said) add_text(one.texts, said.answer.feedback);
    }
    settle(one.texts);
    if (!one.texts.empty()) out.push_back(std::move(one));
  }
  std::vector<Feedback> topics;
  for (const WorkshopFile& file : files) {
    add_topics(topics, file.assessment.feedback);
    for (const Contribution& one : file.assessment.contributions) add_topics(topics, one.feedback);
  }
  std::sort(topics.begin(), topics.end(), answers::feedback_before);
  for (Feedback& topic : topics) {
    settle(topic.texts);
    if (!topic.texts.empty()) out.push_back({topic.topic, std::nullopt, std::move(topic.texts)});
  }
  return out;
}

}  // namespace sextant
