#include "reports/json/score_json.hpp"

#include "reports/json/values.hpp"

namespace sextant::json {

namespace {

Json local(const LocalText& texts) {
  if (texts.empty()) return nullptr;
  if (texts.size() == 1 && texts.front().first.empty()) return texts.front().second;
  Json out = Json::object();
  for (const auto& [language, words] : texts) out[language] = words;
  return out;
}

Json instrument_json(const Instrument& instrument, std::size_t language) {
  return {{"id", instrument.id},
          {"version", instrument.version},
          {"title", instrument.title(language)},
          {"fingerprint", instrument.fingerprint}};
}

Json unit_json(const Unit& unit) {
  return {{"id", unit.id}, {"iso", text(unit.iso)}, {"name", local(unit.name)}, {"group", text(unit.group)}};
}

Json round_json(const Round& round) {
  return {{"id", text(round.id)}, {"date", text(round.date)}};
}

Json level_id(const Scale& scale, const std::optional<std::size_t>& level) {
  return level ? Json(scale.levels[*level].id) : Json(nullptr);
}

Json node_json(const Instrument& instrument, const Node& node, const NodeScore& score, std::size_t language) {
  const Scale& scale = instrument.scales[node.scale];
  Json out = {{"title", node.title(language)},
              {"kind", node.kind},
              {"state", std::string(name_of(score.state))},
              {"value", number(score.value)},
              {"level", level_id(scale, score.level)},
              {"own_level", level_id(scale, score.own_level)},
              {"settled", score.settled},
              {"coverage", number(score.coverage)},
              {"range", score.range ? Json::array({score.range->low, score.range->high}) : Json(nullptr)},
              {"range_exact", score.range_exact},
              {"evidence", number(score.evidence)},
              {"to_boundary", number(score.to_boundary)}};
  out["limits"] = Json::array();
  for (const Limit& limit : score.limits) {
    const Json id = limit.kind == Limit::Kind::cap ? Json(instrument.caps[limit.index].id) : Json(nullptr);
    out["limits"].push_back(
        {{"kind", std::string(name_of(limit.kind))}, {"cap", id}, {"at", scale.levels[limit.at].id}});
  }
  const Tally& tally = score.tally;
  out["answers"] = {{"answered", tally.answered},
                    {"dont_know", tally.dont_know},
                    {"not_applicable", tally.not_applicable},
                    {"unanswered", tally.unanswered},
                    {"not_asked", tally.not_asked}};
  return out;
}

Json question_json(const Instrument& instrument, const Question& question, const QuestionScore& answer,
                   std::size_t language) {
  return {{"title", label(question)(language)},
          {"node", instrument.nodes[question.node].id},
          {"state", std::string(name_of(answer.state))},
          {"value", number(answer.value)},
          {"level", level_id(instrument.scales[question.scale], answer.level)}};
}

/// Everything that was read is valid UTF-8; should something slip through, it is replaced and never thrown
/// about.
}  // namespace

std::string score(const Instrument& instrument, const Assessment& assessment, const Scores& scores,
                  const std::vector<Finding>& findings, std::size_t language, Lang lang) {
  Json out = {{"schema", "sextant/score/1"},
              {"instrument", instrument_json(instrument, language)},
              {"unit", unit_json(assessment.unit)},
              {"round", round_json(assessment.round)},
              {"nodes", Json::object()},
              {"questions", Json::object()},
              {"findings", Json::array()}};
  for (std::size_t i = 0; i < instrument.nodes.size(); ++i) {
    out["nodes"][instrument.nodes[i].id] =
        node_json(instrument, instrument.nodes[i], scores.nodes[i], language);
  }
  for (std::size_t i = 0; i < instrument.questions.size(); ++i) {
    const Question& question = instrument.questions[i];
    out["questions"][question.id] = question_json(instrument, question, scores.questions[i], language);
  }
  for (const Finding& finding : findings) {
    Json one = {{"rule", instrument.findings[finding.rule].id},
                {"type", std::string(name_of(instrument.findings[finding.rule].type))},
                {"node", instrument.nodes[finding.node].id},
                {"other", finding.other == 0 ? Json(nullptr) : Json(instrument.nodes[finding.other].id)}};
    for (const auto& [name, value] : finding.numbers) one[name] = value;
    one["sentence"] = sentence(instrument, finding, language, lang);
    out["findings"].push_back(std::move(one));
  }
  const auto figure = balance(instrument, scores);
  out["balance"] =
      figure ? Json({{"mean", figure->mean}, {"balanced", figure->balanced}, {"pillars", figure->pillars}})
             : Json(nullptr);
  return dump(out);
}

std::string compare(const Instrument& instrument, const Comparison& comparison, std::size_t language) {
  Json out = {{"schema", "sextant/compare/1"}, {"instrument", instrument_json(instrument, language)},
              {"order", "alphabetical"},       {"columns", Json::array()},
              {"units", Json::array()},        {"cautions", Json::array()}};
  for (const std::size_t node : comparison.columns) {
    out["columns"].push_back(
        {{"id", instrument.nodes[node].id}, {"title", instrument.nodes[node].title(language)}});
  }
  for (const ComparedUnit& unit : comparison.units) {
    Json row = {{"unit", unit_json(unit.assessment.unit)},
                {"round", round_json(unit.assessment.round)},
                {"nodes", Json::object()}};
    for (const std::size_t node : comparison.columns) {
      row["nodes"][instrument.nodes[node].id] =
          node_json(instrument, instrument.nodes[node], unit.scores.nodes[node], language);
    }
    out["units"].push_back(std::move(row));
  }
  for (const Caution& caution : comparison.cautions) {
    out["cautions"].push_back({{"kind", std::string(name_of(caution.kind))}, {"units", caution.units}});
  }
  return dump(out);
}

}  // namespace sextant::json
