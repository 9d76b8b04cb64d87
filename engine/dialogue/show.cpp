#include "engine/dialogue/show.hpp"

#include <algorithm>

#include "engine/assessment/answer_words.hpp"
#include "engine/dialogue/value.hpp"
#include "engine/dialogue/words.hpp"
#include "engine/scoring/asked.hpp"
#include "engine/text/number.hpp"
#include "engine/text/utf8.hpp"

namespace sextant::dialogue {

namespace {

const std::vector<bool>* edition_of(const Setup& setup, const Assessment& assessment) {
  return assessment.edition ? &setup.instrument->editions[*assessment.edition].asked : nullptr;
}

bool answered(const Answer& answer) {
  return answer.state != AnswerState::unanswered && answer.state != AnswerState::not_asked;
}

/// "Connectivity and infrastructure / Electricity".
std::string path_of(const Instrument& instrument, std::size_t node, std::size_t language) {
  std::string path = instrument.nodes[node].title(language);
  for (std::size_t up = node; up != 0 && instrument.nodes[up].parent != 0;) {
    up = instrument.nodes[up].parent;
    path = instrument.nodes[up].title(language) + " / " + path;
  }
  return path;
}

/// The first few ids, and how many more.
std::string some(const Setup& setup, const std::vector<std::size_t>& questions, Lang lang) {
  constexpr std::size_t kMost = 6;
  std::string out;
  for (std::size_t i = 0; i < std::min(kMost, questions.size()); ++i) {
    out += (i == 0 ? "" : ", ") + setup.instrument->questions[questions[i]].id;
  }
  if (questions.size() <= kMost) return out;
  return out + " " + say(lang, words::kAndMore, {{"count", std::to_string(questions.size() - kMost)}});
}

std::vector<std::size_t> open_questions(const Setup& setup, const Assessment& assessment) {
  std::vector<std::size_t> out;
  for (const std::size_t q : to_ask(setup, assessment)) {
    if (!answered(assessment.answers[q])) out.push_back(q);
  }
  return out;
}

/// One question, with the parts of its text.
class Shown {
 public:
  Shown(const Setup& setup, const State& state, std::vector<Line>& lines)
      : instrument_(*setup.instrument),
        question_(instrument_.questions[*state.at]),
        answer_(state.assessment.answers[*state.at]),
        language_(language_of(setup, state)),
        lang_(state.lang),
        lines_(lines) {}

  void choices() {
    const std::vector<std::string> as = marks(instrument_, question_);
    if (question_.type == QuestionType::level) {
      levels(question_.descriptors);
    } else if (question_.type == QuestionType::yes_no) {
      choice(as[0], std::string(words::kYes(lang_)));
      choice(as[1], std::string(words::kNo(lang_)));
    } else {
      for (std::size_t i = 0; i < question_.options.size(); ++i)
        choice(as[i], question_.options[i].text(language_));
    }
    if (question_.type == QuestionType::grid) levels({});
    how();
  }

  void behind() {
    if (answered(answer_)) {
      lines_.push_back(
          {std::string(words::kNow(lang_)), answer_words(instrument_, question_, answer_, language_, lang_)});
    }
    if (!answer_.owner.empty()) lines_.push_back({std::string(words::kOwner(lang_)), answer_.owner});
    if (!answer_.because.empty()) lines_.push_back({std::string(words::kNote(lang_)), answer_.because});
    for (const Evidence& one : answer_.evidence) {
      std::string text = one.title;
      for (const std::string& more : {one.year, one.where}) text += more.empty() ? "" : ", " + more;
      text += ", " + say(lang_, words::kGrade, {{"grade", std::to_string(one.grade)}});
      lines_.push_back({std::string(words::kSource(lang_)), text});
    }
  }

  void help() {
    const std::string& help = question_.help(language_);
    if (!help.empty() || !question_.quality.empty() || !question_.evidence.empty()) {
      lines_.push_back({"", std::string(words::kHelp(lang_))});
    }
    if (!help.empty()) lines_.push_back({"  ", help});
    if (!question_.quality.empty()) {
      lines_.push_back({"", std::string(words::kQuality(lang_))});
      for (const Prose& one : question_.quality) lines_.push_back({"  - ", one(language_)});
    }
    if (!question_.evidence.empty())
      lines_.push_back({std::string(words::kEvidence(lang_)), question_.evidence(language_)});
  }

 private:
  void choice(const std::string& mark, const std::string& text) {
    lines_.push_back({(mark.size() < 2 ? "  " : " ") + mark + "  ", text});
  }

  void levels(const std::vector<Prose>& descriptors) {
    const Scale& scale = instrument_.scales[question_.scale];
    std::string all;
    for (std::size_t i = 0; i < scale.levels.size(); ++i) {
      const Level& level = scale.levels[i];
      const std::string colon = lang_ == Lang::fr ? "\u00A0: " : ": ";
      if (i < descriptors.size()) {
        choice(level.number, level.name(language_) + colon + descriptors[i](language_));
      } else {
        all += (i == 0 ? "" : ", ") + level.number + " " + level.name(language_);
      }
    }
    if (!all.empty()) lines_.push_back({"", all});
  }

  /// How it is to be answered, where that does not go without saying.
  void how() {
    const Scale& scale = instrument_.scales[question_.scale];
    std::string out;
    if (question_.type == QuestionType::checklist) {
      const std::vector<std::string> as = marks(instrument_, question_);
      const bool zero = std::find(as.begin(), as.end(), "0") != as.end();
      out = say(lang_, zero ? words::kTypeChecklistWord : words::kTypeChecklist);
    } else if (question_.type == QuestionType::grid) {
      out = say(lang_, words::kTypeGrid,
                {{"count", std::to_string(question_.options.size())}, {"level", scale.levels.back().number}});
    } else if (question_.type == QuestionType::text) {
      out = say(lang_, words::kTypeText);
    } else if (question_.type == QuestionType::percent) {
      out = say(lang_, words::kTypePercent);
    } else if (question_.type == QuestionType::number) {
      const std::string unit =
          question_.unit(language_).empty() ? "" : " (" + question_.unit(language_) + ")";
      out = say(lang_, words::kTypeNumber, {{"unit", unit}});
    }
    if (question_.least && question_.most) {
      out += " " + say(lang_, words::kTypeRange,
                       {{"least", shortest(*question_.least)}, {"most", shortest(*question_.most)}});
    }
    if (!out.empty()) lines_.push_back({"", out});
  }

  const Instrument& instrument_;
  const Question& question_;
  const Answer& answer_;
  std::size_t language_;
  Lang lang_;
  std::vector<Line>& lines_;
};

void show_end(const Setup& setup, const State& state, std::vector<Line>& lines) {
  const std::vector<std::size_t> open = open_questions(setup, state.assessment);
  lines.push_back({"", std::string(words::kEnd(state.lang)) + " " + standing(setup, state) + "."});
  lines.push_back({"", open.empty()
                           ? std::string(words::kEndDone(state.lang))
                           : say(state.lang, words::kEndOpen, {{"ids", some(setup, open, state.lang)}})});
}

}  // namespace

std::vector<std::size_t> on_paper(const Setup& setup, const Assessment& assessment) {
  const Instrument& instrument = *setup.instrument;
  const std::vector<bool>* edition = edition_of(setup, assessment);
  std::vector<std::size_t> out;
  for (std::size_t q = 0; q < instrument.questions.size(); ++q) {
    const bool here = !setup.node || instrument.below(instrument.questions[q].node, *setup.node);
    if (here && (edition == nullptr || (*edition)[q])) out.push_back(q);
  }
  return out;
}

std::vector<std::size_t> to_ask(const Setup& setup, const Assessment& assessment) {
  // Asked is what would not be "not asked", so that every question is looked at as if it had its answer.
  const std::vector<QuestionScore> scores =
      asked(*setup.instrument, assessment.answers, edition_of(setup, assessment));
  std::vector<std::size_t> out;
  for (const std::size_t q : on_paper(setup, assessment)) {
    if (scores[q].state != AnswerState::not_asked) out.push_back(q);
  }
  return out;
}

std::size_t language_of(const Setup& setup, const State& state) {
  return setup.instrument->language(code_of(state.lang));
}

std::string rows_words(const Question& question, std::size_t open, Lang lang) {
  return say(lang, words::kRows,
             {{"open", std::to_string(open)}, {"count", std::to_string(question.options.size())}});
}

std::string short_label(const Question& question, std::size_t language) {
  constexpr std::size_t kWidth = 60;
  return utf8::shorten(label(question)(language), kWidth);
}

bool is_merged(const Assessment& assessment, std::size_t question) {
  return !assessment.answers[question].said.empty() ||
         std::any_of(assessment.decisions.begin(), assessment.decisions.end(),
                     [&](const Decision& one) { return one.question == question; });
}

Progress progress(const Setup& setup, const Assessment& assessment, std::optional<std::size_t> node) {
  Progress out;
  for (const std::size_t q : to_ask(setup, assessment)) {
    if (node && !setup.instrument->below(setup.instrument->questions[q].node, *node)) continue;
    ++out.asked;
    if (answered(assessment.answers[q])) {
      ++out.answered;
    } else if (!out.next) {
      out.next = q;
    }
  }
  return out;
}

std::string standing(const Setup& setup, const State& state) {
  const Progress now = progress(setup, state.assessment, {});
  if (now.asked == 0) return say(state.lang, words::kNothingAsked);
  const Args args = {{"answered", std::to_string(now.answered)},
                     {"asked", std::to_string(now.asked)},
                     {"id", now.next ? setup.instrument->questions[*now.next].id : ""}};
  if (!now.next) return say(state.lang, words::kAllAnswered, args);
  return say(state.lang, now.answered < 2 ? words::kHereOne : words::kHere, args);
}

void show_question(const Setup& setup, const State& state, std::vector<Line>& lines) {
  lines.push_back({"", ""});
  if (!state.at) return show_end(setup, state, lines);
  const Question& question = setup.instrument->questions[*state.at];
  const std::size_t language = language_of(setup, state);
  const std::vector<std::size_t> all = to_ask(setup, state.assessment);
  const auto place = std::find(all.begin(), all.end(), *state.at);
  lines.push_back({"", path_of(*setup.instrument, question.node, language)});
  lines.push_back({"", question.id + " (" +
                           say(state.lang, words::kPlace,
                               {{"place", std::to_string(place - all.begin() + 1)},
                                {"asked", std::to_string(all.size())}}) +
                           ")"});
  lines.push_back({"", question.text(language)});
  Shown shown(setup, state, lines);
  shown.choices();
  shown.behind();
}

void show_help(const Setup& setup, const State& state, std::vector<Line>& lines) {
  if (state.at && !setup.keying) Shown(setup, state, lines).help();
  lines.push_back({"", std::string(words::kKeys(state.lang))});
  const auto key = [&](const Key& one) {
    constexpr std::size_t kWidth = 8;
    const std::string name(one.key(state.lang));
    lines.push_back({"  " + name + std::string(kWidth - std::min(kWidth - 1, utf8::display_width(name)), ' '),
                     std::string(one.what(state.lang))});
  };
  if (setup.keying) {
    for (const Key& one : kKeyingKeys) key(one);
  } else {
    for (const Key& one : kWizardKeys) key(one);
  }
}

void show_progress(const Setup& setup, const State& state, std::vector<Line>& lines) {
  const Instrument& instrument = *setup.instrument;
  const std::size_t language = language_of(setup, state);
  const std::vector<std::size_t> pillars = instrument.pillars();
  // By pillar; of one pillar, by what stands in it; lenses by themselves.
  std::vector<std::size_t> parts;
  for (const std::size_t q : on_paper(setup, state.assessment)) {
    std::size_t part = instrument.questions[q].node;
    if (!setup.node) {
      while (part != 0 && std::find(pillars.begin(), pillars.end(), part) == pillars.end() &&
             instrument.nodes[part].parent != 0 && instrument.nodes[part].parent != part) {
        part = instrument.nodes[part].parent;
      }
    }
    if (std::find(parts.begin(), parts.end(), part) == parts.end()) parts.push_back(part);
  }
  const std::string colon = state.lang == Lang::fr ? "\u00A0: " : ": ";
  for (const std::size_t part : parts) {
    const Progress now = progress(setup, state.assessment, part);
    lines.push_back(
        {"  ", instrument.nodes[part].title(language) + colon +
                   say(state.lang, words::kOf,
                       {{"answered", std::to_string(now.answered)}, {"asked", std::to_string(now.asked)}})});
  }
  bool first = true;
  for (const std::size_t q : to_ask(setup, state.assessment)) {
    const Answer& answer = state.assessment.answers[q];
    if (answer.state != AnswerState::dont_know) continue;
    if (std::exchange(first, false)) lines.push_back({"", std::string(words::kDontKnows(state.lang))});
    lines.push_back(
        {"  ", instrument.questions[q].id + colon +
                   (answer.owner.empty() ? std::string(words::kNobody(state.lang)) : answer.owner)});
  }
  first = true;
  for (const std::size_t q : to_ask(setup, state.assessment)) {
    const Question& question = instrument.questions[q];
    const std::size_t open = open_rows(question, state.assessment.answers[q]);
    if (open == 0) continue;
    if (std::exchange(first, false)) lines.push_back({"", std::string(words::kPartly(state.lang))});
    lines.push_back({"  ", question.id + colon + rows_words(question, open, state.lang)});
  }
  lines.push_back({"", standing(setup, state) + "."});
}

}  // namespace sextant::dialogue
