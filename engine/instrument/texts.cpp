#include "engine/instrument/texts.hpp"

#include <utility>

namespace sextant {

namespace {

using Path = std::vector<std::string>;

struct Collector {
  std::vector<TextRef> refs;
  void add(const std::string& owner, Path path, Prose& prose, TextKind kind, const Prose* within = nullptr,
           const Prose* of_level = nullptr) {
    std::string field;
    for (const std::string& key : path) field += (field.empty() ? "" : ".") + key;
    refs.push_back({owner, std::move(field), &prose, kind, std::move(path), within, of_level});
  }
};

void add_question(Collector& to, Question& question, const Scale& scale) {
  const std::string& id = question.id;
  const Prose* within = &question.text;
  to.add(id, {"title"}, question.title, TextKind::question_title, within);
  to.add(id, {"text"}, question.text, TextKind::question_text);
  to.add(id, {"help"}, question.help, TextKind::help, within);
  for (std::size_t i = 0; i < question.quality.size(); ++i) {
    to.add(id, {"quality", std::to_string(i + 1)}, question.quality[i], TextKind::quality, within);
  }
  for (std::size_t i = 0; i < question.descriptors.size(); ++i) {
    to.add(id, {"levels", scale.levels[i].id}, question.descriptors[i], TextKind::descriptor, within,
           &scale.levels[i].name);
  }
  const auto [list, kind] = question.type == QuestionType::choice ? std::pair("options", TextKind::option)
                            : question.type == QuestionType::grid ? std::pair("cells", TextKind::cell)
                                                                  : std::pair("parts", TextKind::part);
  if (question.type != QuestionType::yes_no) {
    for (Option& option : question.options) to.add(id, {list, option.id}, option.text, kind, within);
  }
  to.add(id, {"evidence"}, question.evidence, TextKind::evidence, within);
  to.add(id, {"unit"}, question.unit, TextKind::unit, within);
}

void add_prompt(Collector& to, const std::string& field, Prompt& prompt) {
  to.add("vision", {field, "title"}, prompt.title, TextKind::title);
  to.add("vision", {field, "prompt"}, prompt.prompt, TextKind::prompt);
  to.add("vision", {field, "help"}, prompt.help, TextKind::prompt_help);
}

void add_head(Collector& to, Instrument& instrument) {
  to.add("instrument", {"title"}, instrument.title, TextKind::title);
  to.add("instrument", {"short_title"}, instrument.short_title, TextKind::short_title);
  to.add("instrument", {"description"}, instrument.description, TextKind::about);
  to.add("instrument", {"notice"}, instrument.notice, TextKind::notice);
  to.add("instrument", {"source"}, instrument.source, TextKind::source);
  for (auto& [kind, name] : instrument.kinds) {
    to.add("kinds", {kind, "one"}, name.one, TextKind::kind_one);
    to.add("kinds", {kind, "many"}, name.many, TextKind::kind_many);
  }
  for (Scale& scale : instrument.scales) {
    for (Level& level : scale.levels) {
      to.add(scale.id, {"levels", level.id, "name"}, level.name, TextKind::level_name);
      to.add(scale.id, {"levels", level.id, "description"}, level.description, TextKind::level_description,
             nullptr, &level.name);
    }
  }
}

void add_vision(Collector& to, Instrument& instrument) {
  to.add("vision", {"title"}, instrument.vision.title, TextKind::title);
  to.add("vision", {"about"}, instrument.vision.about, TextKind::about);
  add_prompt(to, "purpose", instrument.vision.purpose);
  add_prompt(to, "priorities", instrument.vision.priorities);
  add_prompt(to, "outcomes", instrument.vision.outcomes);
  add_prompt(to, "principles", instrument.vision.principles);
  for (Outcome& outcome : instrument.outcomes) {
    to.add("outcomes", {outcome.id, "title"}, outcome.title, TextKind::title);
    to.add("outcomes", {outcome.id, "about"}, outcome.about, TextKind::about);
  }
}

}  // namespace

std::vector<TextRef> texts_of(Instrument& instrument) {
  Collector to;
  add_head(to, instrument);
  for (Node& node : instrument.nodes) {
    to.add(node.id, {"title"}, node.title, TextKind::title);
    to.add(node.id, {"about"}, node.about, TextKind::about);
    for (std::size_t i = 0; i < node.gates.size(); ++i) {
      const Prose* level = &instrument.scales[node.scale].levels[node.gates[i].level].name;
      to.add(node.id, {"gates", std::to_string(i + 1), "because"}, node.gates[i].because,
             TextKind::gate_reason, nullptr, level);
    }
  }
  for (Question& question : instrument.questions) {
    add_question(to, question, instrument.scales[question.scale]);
  }
  for (Cap& cap : instrument.caps) to.add(cap.id, {"because"}, cap.because, TextKind::cap_reason);
  for (Prerequisite& one : instrument.prerequisites) {
    if (!one.id.empty()) to.add(one.id, {"because"}, one.because, TextKind::prerequisite_reason);
  }
  for (Edition& edition : instrument.editions) {
    to.add(edition.id, {"title"}, edition.title, TextKind::title);
    to.add(edition.id, {"about"}, edition.about, TextKind::about);
  }
  for (FindingRule& rule : instrument.findings) {
    to.add(rule.id, {"sentence"}, rule.sentence, TextKind::sentence);
    to.add(rule.id, {"clears"}, rule.clears, TextKind::clears);
  }
  for (RespondentGroup& group : instrument.respondent_groups) {
    to.add(group.id, {"title"}, group.title, TextKind::title);
  }
  add_vision(to, instrument);
  for (Term& term : instrument.glossary) {
    to.add(term.id, {"term"}, term.term, TextKind::term);
    to.add(term.id, {"forms"}, term.forms, TextKind::term_forms);
    to.refs.back().is_list = true;
    to.add(term.id, {"meaning"}, term.meaning, TextKind::about);
  }
  return std::move(to.refs);
}

}  // namespace sextant
