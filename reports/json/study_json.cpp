#include "reports/json/study_json.hpp"

#include "reports/json/values.hpp"

namespace sextant::json {

namespace {

Json settings_json(const RobustnessSettings& settings) {
  Json out = {{"runs", settings.runs},
              {"seed", settings.seed},
              {"weights", settings.concentration ? Json(nullptr) : Json(settings.weights)},
              {"concentration", number(settings.concentration)},
              {"unknown", settings.unknown},
              {"off_by_one", settings.off_by_one},
              {"rules", Json::array()}};
  for (const CombineRule rule : settings.rules) out["rules"].push_back(std::string(name_of(rule)));
  return out;
}

Json scores_json(const Instrument& instrument, const Scores& scores) {
  Json out = Json::object();
  for (std::size_t i = 0; i < instrument.nodes.size(); ++i) {
    const Node& node = instrument.nodes[i];
    const NodeScore& score = scores.nodes[i];
    const Scale& scale = instrument.scales[node.scale];
    out[node.id] = {{"state", std::string(name_of(score.state))},
                    {"value", number(score.value)},
                    {"level", score.level ? Json(scale.levels[*score.level].id) : Json(nullptr)}};
  }
  return out;
}

}  // namespace

std::string agreement(const Instrument& instrument, const Unit& unit, const Opinions& opinions,
                      const Agreement& all) {
  Json out = {{"schema", "sextant/agreement/1"},
              {"instrument", named(instrument)},
              {"unit", unit.id},
              {"least_consensus", number(instrument.least_consensus)},
              {"respondents", Json::array()},
              {"questions", Json::object()},
              {"nodes", Json::object()}};
  for (const Respondent& one : opinions.respondents) {
    out["respondents"].push_back(
        {{"id", one.id}, {"group", one.group.empty() ? Json(nullptr) : Json(one.group)}});
  }
  for (const QuestionAgreement& one : all.questions) {
    out["questions"][instrument.questions[one.question].id] = {
        {"count", one.count},
        {"dont_know", one.dont_know},
        {"low", one.count > 0 ? Json(one.low) : Json(nullptr)},
        {"high", one.count > 0 ? Json(one.high) : Json(nullptr)},
        {"median", number(one.median)},
        {"iqr", number(one.iqr)},
        {"within_one", number(one.within_one)},
        {"consensus", number(one.consensus)},
        {"disputed", one.disputed}};
  }
  for (const NodeAgreement& one : all.nodes) {
    Json node = {{"alpha", number(one.alpha)},
                 {"rated", one.rated},
                 {"disputed", one.disputed},
                 {"groups", Json::object()}};
    for (const GroupView& group : one.groups)
      node["groups"][group.group] = {{"mean", group.mean}, {"count", group.count}};
    out["nodes"][instrument.nodes[one.node].id] = std::move(node);
  }
  return dump(out);
}

std::string robustness(const Instrument& instrument, const std::vector<Assessment>& units,
                       const std::vector<Robustness>& results, const std::optional<RankRobustness>& ranks) {
  Json out = {{"schema", "sextant/robustness/1"},
              {"instrument", named(instrument)},
              {"settings", settings_json(instrument.robustness)},
              {"units", Json::array()}};
  if (!results.empty()) out["settings"] = settings_json(results.front().settings);
  for (std::size_t u = 0; u < units.size(); ++u) {
    Json unit = {{"id", units[u].unit.id},
                 {"round", units[u].round.id.empty() ? Json(nullptr) : Json(units[u].round.id)},
                 {"nodes", Json::object()}};
    for (std::size_t i = 0; i < instrument.nodes.size(); ++i) {
      const NodeRobustness& node = results[u].nodes[i];
      const Scale& scale = instrument.scales[instrument.nodes[i].scale];
      Json levels = Json::object();
      for (std::size_t level = 0; level < node.levels.size(); ++level)
        levels[scale.levels[level].id] = node.levels[level];
      unit["nodes"][instrument.nodes[i].id] = {
          {"runs", node.runs},
          {"interval", node.runs > 0 ? Json::array({node.value.lower, node.value.upper}) : Json(nullptr)},
          {"levels", std::move(levels)}};
    }
    out["units"].push_back(std::move(unit));
  }
  if (ranks) {
    Json one = {
        {"node", instrument.nodes[ranks->node].id}, {"units", Json::array()}, {"exceeds", ranks->exceeds}};
    for (std::size_t i = 0; i < ranks->units.size(); ++i) {
      one["units"].push_back({{"id", units[ranks->units[i]].unit.id},
                              {"best", ranks->ranks[i].best},
                              {"worst", ranks->ranks[i].worst}});
    }
    out["ranks"] = std::move(one);
  }
  return dump(out);
}

std::string upgrade(const Instrument& old, const Instrument& now, const Upgrade& all, const Scores& before,
                    const Scores& after) {
  Json out = {{"schema", "sextant/upgrade/1"},
              {"old", named(old)},
              {"new", named(now)},
              {"answers", Json::array()},
              {"added", Json::array()}};
  for (const AnswerFate& one : all.answers) {
    Json answer = {{"question", old.questions[one.question].id},
                   {"fate", std::string(name_of(one.fate))},
                   {"now", Json::array()},
                   {"changed", one.changed},
                   {"carried", one.carried}};
    for (const std::size_t place : one.now) answer["now"].push_back(now.questions[place].id);
    out["answers"].push_back(std::move(answer));
  }
  for (const std::size_t question : all.added) out["added"].push_back(now.questions[question].id);
  out["scores"] = {{"old", scores_json(old, before)}, {"new", scores_json(now, after)}};
  return dump(out);
}

}  // namespace sextant::json
