#include "engine/assessment/blank.hpp"

#include <fmt/format.h>

#include "engine/syntax/write_yaml.hpp"

namespace sextant {

namespace {

std::string question_text(const Instrument& instrument, const Question& question, std::size_t language) {
  constexpr std::size_t indent = 2;
  const bool fr = lang_of(instrument.languages[language]) == Lang::fr;
  std::string out = yaml::comment(indent, "", question.text(language));
  if (!question.help.empty()) out += yaml::comment(indent, "", question.help(language));
  const Scale& scale = instrument.scales[question.scale];
  for (std::size_t i = 0; i < question.descriptors.size(); ++i) {
    const Level& level = scale.levels[i];
    out += yaml::comment(indent, level.number + " ",
                         level.name(language) + (fr ? "\u00A0: " : ": ") + question.descriptors[i](language));
  }
  if (question.type != QuestionType::yes_no) {
    for (const Option& option : question.options)
      out += yaml::comment(indent, option.id + " ", option.text(language));
  }
  if (question.type == QuestionType::yes_no)
    out += yaml::comment(indent, "", fr ? "oui ou non" : "yes or no");
  if (question.type == QuestionType::number || question.type == QuestionType::percent) {
    out += yaml::comment(indent, "", (fr ? "un nombre " : "a number ") + question.unit(language));
  }
  return out + "  " + yaml::quoted(question.id) + ":\n";
}

}  // namespace

std::string blank_answers(const Instrument& instrument, const BlankOptions& options) {
  const std::size_t language = instrument.language(options.language);
  const bool fr = lang_of(options.language) == Lang::fr;
  std::string out = "sextant: answers/1\n";
  out += yaml::comment(0, "", instrument.title(language));
  if (!instrument.notice.empty()) out += yaml::comment(0, "", instrument.notice(language));
  out +=
      yaml::comment(0, "",
                    fr ? "Une réponse est un numéro de niveau, dont_know (ne sait pas), not_applicable (sans "
                         "objet), ou rien. "
                         "Vérifier avec : sextant check FICHIER"
                       : "An answer is a level's number, dont_know, not_applicable, or nothing. Check with: "
                         "sextant check FILE");
  out += fmt::format("instrument: {{id: {}, version: {}", yaml::quoted(instrument.id),
                     yaml::quoted(instrument.version));
  if (!options.instrument_file.empty()) out += ", file: " + yaml::quoted(options.instrument_file);
  out += "}\n";
  out += fmt::format("unit: {{id: {}}}\n", yaml::quoted(options.unit));
  if (!options.round.empty() || !options.date.empty()) {
    out += "round: {";
    if (!options.round.empty()) out += "id: " + yaml::quoted(options.round);
    if (!options.date.empty())
      out += std::string(options.round.empty() ? "" : ", ") + "date: " + yaml::quoted(options.date);
    out += "}\n";
  }
  out += fmt::format("language: {}\n", yaml::quoted(instrument.languages[language]));
  out += "answers:\n";
  std::size_t node = 0;
  for (const Question& question : instrument.questions) {
    if (question.node != node) {
      node = question.node;
      std::string path = instrument.nodes[node].title(language);
      for (std::size_t up = instrument.nodes[node].parent; up != 0; up = instrument.nodes[up].parent) {
        path = instrument.nodes[up].title(language) + " / " + path;
      }
      out += "\n" + yaml::comment(2, "== ", path);
    }
    out += "\n" + question_text(instrument, question, language);
  }
  return out;
}

}  // namespace sextant
