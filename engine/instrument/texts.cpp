#include "engine/instrument/texts.hpp"

namespace sextant {

namespace {

struct Collector {
  std::vector<TextRef> refs;
  void add(const std::string& owner, std::string field, Prose& prose) {
    refs.push_back({owner, std::move(field), &prose, false});
  }
};

void add_question(Collector& to, Question& question, const Scale& scale) {
  const std::string& id = question.id;
  to.add(id, "title", question.title);
  to.add(id, "text", question.text);
  to.add(id, "help", question.help);
  for (std::size_t i = 0; i < question.quality.size(); ++i) {
    to.add(id, "quality." + std::to_string(i + 1), question.quality[i]);
  }
  for (std::size_t i = 0; i < question.descriptors.size(); ++i) {
    to.add(id, "levels." + scale.levels[i].id, question.descriptors[i]);
  }
  const std::string list = question.type == QuestionType::choice ? "options."
                           : question.type == QuestionType::grid ? "cells."
                                                                 : "parts.";
  if (question.type != QuestionType::yes_no) {
    for (Option& option : question.options) to.add(id, list + option.id, option.text);
  }
  to.add(id, "evidence", question.evidence);
  to.add(id, "unit", question.unit);
}

void add_prompt(Collector& to, const std::string& field, Prompt& prompt) {
  to.add("vision", field + ".title", prompt.title);
  to.add("vision", field + ".prompt", prompt.prompt);
  to.add("vision", field + ".help", prompt.help);
}

}  // namespace

std::vector<TextRef> texts_of(Instrument& instrument) {
  Collector to;
  to.add("instrument", "title", instrument.title);
  to.add("instrument", "short_title", instrument.short_title);
  to.add("instrument", "description", instrument.description);
  to.add("instrument", "notice", instrument.notice);
  to.add("instrument", "source", instrument.source);
  for (auto& [kind, name] : instrument.kinds) {
    to.add("kinds", kind + ".one", name.one);
    to.add("kinds", kind + ".many", name.many);
  }
  for (Scale& scale : instrument.scales) {
    for (Level& level : scale.levels) {
      to.add(scale.id, "levels." + level.id + ".name", level.name);
      to.add(scale.id, "levels." + level.id + ".description", level.description);
    }
  }
  for (Node& node : instrument.nodes) {
    to.add(node.id, "title", node.title);
    to.add(node.id, "about", node.about);
    for (std::size_t i = 0; i < node.gates.size(); ++i) {
      to.add(node.id, "gates." + std::to_string(i + 1) + ".because", node.gates[i].because);
    }
  }
  for (Question& question : instrument.questions)
    add_question(to, question, instrument.scales[question.scale]);
  for (Cap& cap : instrument.caps) to.add(cap.id, "because", cap.because);
  for (Prerequisite& one : instrument.prerequisites) {
    if (!one.id.empty()) to.add(one.id, "because", one.because);
  }
  for (Edition& edition : instrument.editions) {
    to.add(edition.id, "title", edition.title);
    to.add(edition.id, "about", edition.about);
  }
  for (FindingRule& rule : instrument.findings) {
    to.add(rule.id, "sentence", rule.sentence);
    to.add(rule.id, "clears", rule.clears);
  }
  to.add("vision", "title", instrument.vision.title);
  to.add("vision", "about", instrument.vision.about);
  add_prompt(to, "purpose", instrument.vision.purpose);
  add_prompt(to, "priorities", instrument.vision.priorities);
  add_prompt(to, "outcomes", instrument.vision.outcomes);
  add_prompt(to, "principles", instrument.vision.principles);
  for (Outcome& outcome : instrument.outcomes) {
    to.add("outcomes", outcome.id + ".title", outcome.title);
    to.add("outcomes", outcome.id + ".about", outcome.about);
  }
  for (Term& term : instrument.glossary) {
    to.add(term.id, "term", term.term);
    to.add(term.id, "forms", term.forms);
    to.refs.back().is_list = true;
    to.add(term.id, "meaning", term.meaning);
  }
  return std::move(to.refs);
}

}  // namespace sextant
