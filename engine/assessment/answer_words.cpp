#include "engine/assessment/answer_words.hpp"

#include <algorithm>
#include <optional>

#include "engine/text/utf8.hpp"

namespace sextant {

namespace {

constexpr std::size_t kWidth = 60;

std::string level_words(const Scale& scale, std::size_t level, std::size_t language) {
  return scale.levels[level].number + " " + scale.levels[level].name(language);
}

/// On one line, of at most 60 columns.
std::string in_short(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '\n' || c == '\t' ? ' ' : c;
  return utf8::shorten(out, kWidth);
}

/// A number as it is written in a file, in the signs of a language.
std::string figure(std::string written, Lang lang) {
  if (lang == Lang::fr) std::replace(written.begin(), written.end(), '.', ',');
  return written;
}

std::string given(const Instrument& instrument, const Question& question, const Answer& answer,
                  std::size_t language, Lang lang) {
  const bool fr = lang == Lang::fr;
  const Scale& scale = instrument.scales[question.scale];
  const char* const colon = fr ? "\u00A0: " : ": ";
  const char* const between = fr ? "\u00A0; " : "; ";
  switch (question.type) {
    case QuestionType::level:
      return level_words(scale, *answer.level, language);
    case QuestionType::yes_no:
      return answer.chosen.front() == 0 ? (fr ? "oui" : "yes") : (fr ? "non" : "no");
    case QuestionType::choice:
      return in_short(question.options[answer.chosen.front()].text(language));
    case QuestionType::number:
      return figure(answer.written, lang) +
             (question.unit.empty() ? std::string() : " " + question.unit(language));
    case QuestionType::percent:
      return figure(answer.written, lang) + (fr ? "\u00A0%" : "%");
    case QuestionType::text:
      return in_short(fr ? "«\u00A0" + answer.written + "\u00A0»" : "\"" + answer.written + "\"");
    case QuestionType::checklist: {
      std::string out;
      for (const std::size_t part : answer.chosen)
        out += (out.empty() ? "" : between) + in_short(question.options[part].text(language));
      return out.empty() ? (fr ? "aucun élément" : "none of them") : out;
    }
    case QuestionType::grid: {
      std::string out;
      for (std::size_t cell = 0; cell < answer.cells.size(); ++cell) {
        if (!answer.cells[cell]) continue;
        out += (out.empty() ? "" : between) + in_short(question.options[cell].text(language)) + colon +
               level_words(scale, *answer.cells[cell], language);
      }
      return out;
    }
  }
  return {};
}

}  // namespace

std::string answer_words(const Instrument& instrument, const Question& question, const Answer& answer,
                         std::size_t language, Lang lang) {
  const bool fr = lang == Lang::fr;
  switch (answer.state) {
    case AnswerState::answered:
      return given(instrument, question, answer, language, lang);
    case AnswerState::dont_know:
      return fr ? "ne sait pas" : "don't know";
    case AnswerState::not_applicable:
      return fr ? "sans objet" : "not applicable";
    case AnswerState::unanswered:
      return fr ? "sans réponse" : "no answer";
    case AnswerState::not_asked:
      return fr ? "non posée" : "not asked";
  }
  return {};
}

std::size_t open_rows(const Question& question, const Answer& answer) {
  if (question.type != QuestionType::grid || answer.state != AnswerState::answered) return 0;
  return static_cast<std::size_t>(std::count(answer.cells.begin(), answer.cells.end(), std::nullopt));
}

}  // namespace sextant
