#include "reports/sheet/said.hpp"

#include <algorithm>

namespace sextant::sheet {

namespace {

template <typename Titled>
std::string titled_word(const Scene& scene, const std::vector<Titled>& things, const std::string& id) {
  exchange::Vocabulary words;
  for (const Titled& one : things) {
    words.add(one.id, one.id);
    for (const std::string& title : one.title.in) words.add(title, one.id);
  }
  for (const Titled& one : things) {
    if (one.id == id) return exchange::clear_word(words, id, {scene(one.title), id});
  }
  return id;
}

bool has_answer(const Answer& answer) {
  const bool behind = !answer.because.empty() || !answer.evidence.empty() || !answer.owner.empty() ||
                      !answer.feedback.empty() || !answer.confidence.empty() || !answer.respondent.empty() ||
                      !answer.date.empty();
  return answer.state == AnswerState::answered || answer.state == AnswerState::dont_know ||
         answer.state == AnswerState::not_applicable || behind;
}

}  // namespace

const Edition* edition_of(const Scene& scene) {
  std::optional<std::size_t> index = scene.setting.edition;
  if (!index && scene.answers != nullptr) index = scene.answers->edition;
  return index ? &scene.instrument.editions[*index] : nullptr;
}

const Answer* answer_to(const Scene& scene, std::size_t question) {
  return scene.answers == nullptr ? nullptr : &scene.answers->answers[question];
}

bool shown_here(const Scene& scene, std::size_t question) {
  const Answer* const answer = answer_to(scene, question);
  if (answer != nullptr && has_answer(*answer)) return true;
  const Edition* const edition = edition_of(scene);
  return edition == nullptr || edition->asked[question];
}

std::string level_word(const Scene& scene, const Scale& scale, std::size_t level,
                       const std::vector<Prose>& descriptors) {
  return exchange::level_label(scale, level, scene.language, descriptors);
}

std::vector<std::string> level_words(const Scene& scene, const Scale& scale,
                                     const std::vector<Prose>& descriptors) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < scale.levels.size(); ++i)
    out.push_back(level_word(scene, scale, i, descriptors));
  return out;
}

std::string option_word(const Scene& scene, const Question& question, std::size_t option) {
  return exchange::option_label(question.options, option, scene.language);
}

std::string node_word(const Scene& scene, std::size_t node) {
  exchange::Vocabulary words;
  for (const Node& one : scene.instrument.nodes) {
    words.add(one.id, one.id);
    for (const std::string& title : one.title.in) words.add(title, one.id);
  }
  const Node& one = scene.instrument.nodes[node];
  return exchange::clear_word(words, one.id, {scene(one.title), one.id});
}

std::vector<std::size_t> places(const Scene& scene) {
  std::vector<std::size_t> out;
  const std::vector<std::size_t> pillars = scene.instrument.pillars();
  for (const std::size_t pillar : pillars) {
    for (std::size_t i = 0; i < scene.instrument.nodes.size(); ++i) {
      if (!scene.instrument.nodes[i].is_index && scene.instrument.below(i, pillar)) out.push_back(i);
    }
  }
  // Whatever the answers name stays in reach.
  const auto keep = [&](std::size_t node) {
    if (std::find(out.begin(), out.end(), node) == out.end()) out.push_back(node);
  };
  if (scene.answers != nullptr) {
    for (const Target& target : scene.answers->targets) keep(target.node);
    for (const Priority& priority : scene.answers->priorities) {
      const auto it = scene.instrument.node_index.find(priority.node);
      if (it != scene.instrument.node_index.end()) keep(it->second);
    }
  }
  return out;
}

std::string outcome_word(const Scene& scene, const std::string& id) {
  return titled_word(scene, scene.instrument.outcomes, id);
}

std::string group_word(const Scene& scene, const std::string& id) {
  return titled_word(scene, scene.instrument.respondent_groups, id);
}

std::string yes_no_word(const Scene& scene, bool yes) {
  return scene(yes ? Bilingual{"Yes", "Oui"} : Bilingual{"No", "Non"});
}

std::string state_word(const Scene& scene, AnswerState state) {
  if (state == AnswerState::dont_know) return scene({"Don't know", "Ne sait pas"});
  if (state == AnswerState::not_applicable) return scene({"Not applicable", "Sans objet"});
  return {};
}

std::string confidence_word(const Scene& scene, const std::string& confidence) {
  if (confidence == "low") return scene({"Low", "Faible"});
  if (confidence == "medium") return scene({"Medium", "Moyenne"});
  return confidence == "high" ? scene({"High", "Élevée"}) : confidence;
}

bool in_parts(const Question& question) {
  return question.type == QuestionType::checklist || question.type == QuestionType::grid;
}

std::string value_word(const Scene& scene, const Question& question, const Answer& answer) {
  if (answer.state != AnswerState::answered) return {};
  switch (question.type) {
    case QuestionType::level:
      return level_word(scene, scene.instrument.scales[question.scale], *answer.level, question.descriptors);
    case QuestionType::choice:
      return option_word(scene, question, answer.chosen.front());
    case QuestionType::yes_no:
      return yes_no_word(scene, answer.chosen.front() == 0);
    case QuestionType::number:
    case QuestionType::percent:
    case QuestionType::text:
      return answer.written;
    case QuestionType::checklist:
    case QuestionType::grid:
      break;
  }
  return {};
}

std::string part_word(const Scene& scene, const Question& question, const Answer& answer, std::size_t part) {
  if (answer.state != AnswerState::answered) return {};
  if (question.type == QuestionType::checklist) {
    const bool ticked = std::find(answer.chosen.begin(), answer.chosen.end(), part) != answer.chosen.end();
    return yes_no_word(scene, ticked);
  }
  if (part >= answer.cells.size() || !answer.cells[part]) return {};
  return level_word(scene, scene.instrument.scales[question.scale], *answer.cells[part]);
}

std::vector<std::string> not_carried(const Scene& scene) {
  std::vector<std::string> out;
  if (scene.answers == nullptr) return out;
  const Assessment& all = *scene.answers;
  const auto any = [&](const auto& holds) {
    return std::any_of(all.answers.begin(), all.answers.end(), holds);
  };
  if (any([](const Answer& one) { return !one.history.empty(); })) out.emplace_back("history");
  if (any([](const Answer& one) { return !one.said.empty() || one.disputed; })) out.emplace_back("said");
  if (!all.decisions.empty()) out.emplace_back("decisions");
  if (!all.contributions.empty()) out.emplace_back("contributions");
  if (std::any_of(all.respondents.begin(), all.respondents.end(),
                  [](const Respondent& one) { return !one.name.empty(); }))
    out.emplace_back("names");
  if (!all.unit.aliases.empty()) out.emplace_back("aliases");
  return out;
}

std::vector<Section> sections(const Scene& scene) {
  std::vector<Section> out;
  for (const std::size_t pillar : scene.instrument.pillars()) out.push_back({pillar, {}});
  for (std::size_t i = 0; i < scene.instrument.questions.size(); ++i) {
    if (!shown_here(scene, i)) continue;
    const std::size_t node = scene.instrument.questions[i].node;
    auto of = std::find_if(out.begin(), out.end(),
                           [&](const Section& one) { return scene.instrument.below(node, one.node); });
    if (of == out.end()) of = out.insert(out.end(), Section{node, {}});
    of->questions.push_back(i);
  }
  const auto unwanted = [&](const Section& one) {
    return one.questions.empty() || (scene.setting.pillar && one.node != *scene.setting.pillar);
  };
  out.erase(std::remove_if(out.begin(), out.end(), unwanted), out.end());
  return out;
}

}  // namespace sextant::sheet
