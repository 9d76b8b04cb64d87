#include "engine/assessment/blank.hpp"

#include <fmt/format.h>

#include "engine/text/utf8.hpp"

namespace sextant {

namespace {

/// `text` as comment lines of at most 100 characters.
std::string comment(const std::string& indent, const std::string& first, const std::string& text) {
  constexpr std::size_t kWidth = 100;
  std::string out;
  std::string line = indent + "# " + first;
  std::string word;
  bool empty = true;
  const auto flush = [&] {
    if (word.empty()) return;
    if (!empty && utf8::length(line) + utf8::length(word) + 1 > kWidth) {
      out += line + "\n";
      line = indent + "#   " + std::string(first.size(), ' ');
      empty = true;
    }
    line += (empty ? "" : " ") + word;
    empty = false;
    word.clear();
  };
  for (const char c : text) {
    if (c == ' ' || c == '\n' || c == '\t') {
      flush();
    } else {
      word += c;
    }
  }
  flush();
  return out + line + "\n";
}

std::string question_text(const Instrument& instrument, const Question& question, std::size_t language) {
  const std::string indent = "  ";
  const bool fr = lang_of(instrument.languages[language]) == Lang::fr;
  std::string out = comment(indent, "", question.text(language));
  if (!question.help.empty()) out += comment(indent, "", question.help(language));
  const Scale& scale = instrument.scales[question.scale];
  for (std::size_t i = 0; i < question.descriptors.size(); ++i) {
    const Level& level = scale.levels[i];
    out += comment(indent, level.number + " ",
                   level.name(language) + (fr ? "\u00A0: " : ": ") + question.descriptors[i](language));
  }
  if (question.type != QuestionType::yes_no) {
    for (const Option& option : question.options)
      out += comment(indent, option.id + " ", option.text(language));
  }
  if (question.type == QuestionType::yes_no) out += comment(indent, "", fr ? "oui ou non" : "yes or no");
  if (question.type == QuestionType::number || question.type == QuestionType::percent) {
    out += comment(indent, "", (fr ? "un nombre " : "a number ") + question.unit(language));
  }
  return out + indent + yaml_quoted(question.id) + ":\n";
}

}  // namespace

std::string yaml_quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string blank_answers(const Instrument& instrument, const BlankOptions& options) {
  const std::size_t language = instrument.language(options.language);
  const bool fr = lang_of(options.language) == Lang::fr;
  std::string out = "sextant: answers/1\n";
  out += comment("", "", instrument.title(language));
  if (!instrument.notice.empty()) out += comment("", "", instrument.notice(language));
  out += comment("", "",
                 fr ? "Une réponse est un numéro de niveau, dont_know (ne sait pas), not_applicable (sans "
                      "objet), ou rien. "
                      "Vérifier avec : sextant check FICHIER"
                    : "An answer is a level's number, dont_know, not_applicable, or nothing. Check with: "
                      "sextant check FILE");
  out += fmt::format("instrument: {{id: {}, version: {}", yaml_quoted(instrument.id),
                     yaml_quoted(instrument.version));
  if (!options.instrument_file.empty()) out += ", file: " + yaml_quoted(options.instrument_file);
  out += "}\n";
  out += fmt::format("unit: {{id: {}}}\n", yaml_quoted(options.unit));
  if (!options.round.empty() || !options.date.empty()) {
    out += "round: {";
    if (!options.round.empty()) out += "id: " + yaml_quoted(options.round);
    if (!options.date.empty())
      out += std::string(options.round.empty() ? "" : ", ") + "date: " + yaml_quoted(options.date);
    out += "}\n";
  }
  out += fmt::format("language: {}\n", yaml_quoted(instrument.languages[language]));
  out += "answers:\n";
  std::size_t node = 0;
  for (const Question& question : instrument.questions) {
    if (question.node != node) {
      node = question.node;
      std::string path = instrument.nodes[node].title(language);
      for (std::size_t up = instrument.nodes[node].parent; up != 0; up = instrument.nodes[up].parent) {
        path = instrument.nodes[up].title(language) + " / " + path;
      }
      out += "\n" + comment("  ", "== ", path);
    }
    out += "\n" + question_text(instrument, question, language);
  }
  return out;
}

}  // namespace sextant
