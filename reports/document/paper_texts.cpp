#include "reports/document/paper_texts.hpp"

#include <algorithm>

#include "engine/dialogue/value.hpp"
#include "engine/text/number.hpp"

namespace sextant::document {

PaperTexts::PaperTexts(const PaperInput& input) : instrument_(input.instrument) {
  for (const std::string& tag : input.languages)
    tongues_.push_back({tag, lang_of(tag), instrument_.language(tag)});
}

Run PaperTexts::of(std::string words, const Tongue& tongue) const {
  Run run{std::move(words)};
  // Where the program does not speak a language, its words are English.
  const std::string said(tongue.lang == Lang::en && !is_language(tongue.tag, "en") ? "en" : tongue.tag);
  if (said != tongues_.front().tag) run.language = said;
  return run;
}

Run PaperTexts::of(Phrase phrase, const Tongue& tongue, const Args& args) const {
  return of(say(phrase, tongue.lang, args), tongue);
}

Run PaperTexts::of(const Prose& prose, const Tongue& tongue) const {
  const bool translated = tongue.index < prose.in.size() && !prose.in[tongue.index].empty();
  const std::string& said = instrument_.languages[translated ? tongue.index : 0];
  Run run{typeset(prose(tongue.index), said)};
  if (said != tongues_.front().tag) run.language = said;
  return run;
}

std::vector<Text> PaperTexts::each(const std::function<Text(const Tongue&)>& make) const {
  std::vector<Text> out;
  for (const Tongue& tongue : tongues_) out.push_back(make(tongue));
  return out;
}

std::vector<Text> PaperTexts::each(const Prose& prose) const {
  return each([&](const Tongue& tongue) { return Text{of(prose, tongue)}; });
}

std::vector<Text> PaperTexts::each(Phrase phrase, const Args& args) const {
  return each([&](const Tongue& tongue) { return Text{of(phrase, tongue, args)}; });
}

Text PaperTexts::joined(const std::function<Run(const Tongue&)>& make) const {
  Text out;
  for (const Tongue& tongue : tongues_) {
    Run run = make(tongue);
    const bool again =
        std::any_of(out.begin(), out.end(), [&](const Run& one) { return one.text == run.text; });
    if (run.text.empty() || again) continue;
    if (!out.empty()) out.push_back({" / ", run.bold, Tone::muted});
    out.push_back(std::move(run));
  }
  return out;
}

Text PaperTexts::joined(const Prose& prose) const {
  return joined([&](const Tongue& tongue) { return of(prose, tongue); });
}

Text PaperTexts::joined(Phrase phrase, const Args& args) const {
  return joined([&](const Tongue& tongue) { return of(phrase, tongue, args); });
}

std::string paper_key(const Instrument& instrument, const Question& question, std::size_t index) {
  if (question.type == QuestionType::grid) return instrument.scales[question.scale].levels[index].number;
  return dialogue::marks(instrument, question)[index];
}

namespace {

/// Adds one more to "a, b or c".
std::string alternatives(const std::vector<std::string>& words, Phrase joint, Lang lang) {
  std::string out;
  for (const std::string& word : words)
    out = out.empty() ? word : say(joint, lang, {{"a", out}, {"b", word}});
  return out;
}

/// The keys of the options or levels whose score is on this side of a bound.
std::vector<std::string> keys_beyond(const Instrument& instrument, const Question& question,
                                     const std::vector<double>& scores, double bound, bool at_least) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const bool beyond = at_least ? scores[i] >= bound - 1e-9 : scores[i] <= bound + 1e-9;
    if (beyond) out.push_back(paper_key(instrument, question, i));
  }
  return out;
}

/// A bound on a score, in terms of what is ticked or written where that can be said.
std::string bound_text(const Instrument& instrument, const Condition& condition, bool at_least, Lang lang) {
  const Question& question = instrument.questions[condition.question];
  const auto bound = [&](Phrase phrase, const std::string& value) {
    return say(phrase, lang, {{"id", question.id}, {"value", value}});
  };
  std::vector<double> scores;
  if (question.type == QuestionType::level) {
    for (const Level& level : instrument.scales[question.scale].levels) scores.push_back(level.value);
  } else if (question.type == QuestionType::choice || question.type == QuestionType::yes_no) {
    for (const Option& option : question.options) scores.push_back(option.value);
  }
  if (!scores.empty()) {
    const std::vector<std::string> keys =
        keys_beyond(instrument, question, scores, condition.value, at_least);
    const std::string& end = keys.empty() ? std::string() : at_least ? keys.front() : keys.back();
    if (!keys.empty() && question.type == QuestionType::level) {
      if (keys.size() == 1) return bound(Phrase::paper_if_is, end);
      return bound(at_least ? Phrase::paper_if_least : Phrase::paper_if_most, end);
    }
    if (!keys.empty()) return bound(Phrase::paper_if_is, alternatives(keys, Phrase::paper_or, lang));
  }
  const bool number = question.type == QuestionType::number || question.type == QuestionType::percent;
  if (number && !question.goalposts && question.steps.empty())
    return bound(at_least ? Phrase::paper_if_least : Phrase::paper_if_most, shortest(condition.value));
  if (number && at_least) {
    // Steps rise: the first that reaches the score is where it begins.
    for (const Step& step : question.steps) {
      if (step.value >= condition.value - 1e-9) return bound(Phrase::paper_if_least, shortest(step.from));
    }
  }
  return bound(at_least ? Phrase::paper_if_scores_least : Phrase::paper_if_scores_most,
               shortest(condition.value));
}

}  // namespace

std::string condition_text(const Instrument& instrument, const Condition& condition, Lang lang) {
  using Kind = Condition::Kind;
  std::vector<std::string> parts;
  for (const Condition& part : condition.parts) {
    std::string words = condition_text(instrument, part, lang);
    const bool nested = part.parts.size() > 1 && part.kind != condition.kind && part.kind != Kind::none;
    parts.push_back(nested ? "(" + words + ")" : words);
  }
  const std::string id =
      condition.question < instrument.questions.size() ? instrument.questions[condition.question].id : "";
  switch (condition.kind) {
    case Kind::all:
      return alternatives(parts, Phrase::paper_and, lang);
    case Kind::any:
      return alternatives(parts, Phrase::paper_or, lang);
    case Kind::none:
      return say(Phrase::paper_if_not, lang, {{"condition", alternatives(parts, Phrase::paper_or, lang)}});
    case Kind::is: {
      std::vector<std::string> keys;
      const Question& question = instrument.questions[condition.question];
      for (const std::size_t option : condition.options)
        keys.push_back(paper_key(instrument, question, option));
      const bool several = question.type == QuestionType::checklist;
      return say(several ? Phrase::paper_if_ticked : Phrase::paper_if_is, lang,
                 {{"id", id}, {"value", alternatives(keys, Phrase::paper_or, lang)}});
    }
    case Kind::at_least:
      return bound_text(instrument, condition, true, lang);
    case Kind::at_most:
      return bound_text(instrument, condition, false, lang);
    case Kind::answered:
      break;
  }
  return say(Phrase::paper_if_answered, lang, {{"id", id}});
}

}  // namespace sextant::document
