#include "reports/json/rounds_json.hpp"

#include "reports/json/values.hpp"

namespace sextant::json {

namespace {

Json answer_json(const Instrument& instrument, const Question& question, const Answer& answer) {
  const bool scored = answer.state == AnswerState::answered && question.type != QuestionType::text;
  const Scale& scale = instrument.scales[question.scale];
  return {{"state", std::string(name_of(answer.state))},
          {"level", answer.level ? Json(scale.levels[*answer.level].id) : Json(nullptr)},
          {"value", scored ? Json(answer.score) : Json(nullptr)}};
}

Json score_json(const Scale& scale, const NodeScore& score) {
  return {{"state", std::string(name_of(score.state))},
          {"level", score.level ? Json(scale.levels[*score.level].id) : Json(nullptr)},
          {"value", number(score.value)}};
}

Json step_json(const Instrument& instrument, const RoundStep& step) {
  const Movement& moves = step.movement;
  Json out = {{"from", text(step.before.round.id)},
              {"to", text(step.after.round.id)},
              {"within", step.within},
              {"edition_changed", moves.edition_changed},
              {"changes", Json::object()},
              {"nodes", Json::object()}};
  for (const AnswerChange& one : moves.changes) {
    const Question& question = instrument.questions[one.question];
    Json change = {{"before", answer_json(instrument, question, one.before)},
                   {"after", answer_json(instrument, question, one.after)},
                   {"reasons", Json::array()}};
    for (const auto& [date, reason] : one.reasons)
      change["reasons"].push_back({{"date", text(date)}, {"reason", reason}});
    out["changes"][question.id] = std::move(change);
  }
  for (const NodeMove& one : moves.nodes) {
    const Node& node = instrument.nodes[one.node];
    const Scale& scale = instrument.scales[node.scale];
    const bool both = one.before.value && one.after.value;
    Json move = {{"before", score_json(scale, one.before)},
                 {"after", score_json(scale, one.after)},
                 {"moved", both ? Json(*one.after.value - *one.before.value) : Json(nullptr)},
                 {"parts", Json::object()},
                 {"edition", nullptr}};
    for (const MovePart& part : one.parts) {
      if (part.change) {
        move["parts"][instrument.questions[moves.changes[*part.change].question].id] = part.points;
      } else {
        move["edition"] = part.points;
      }
    }
    out["nodes"][node.id] = std::move(move);
  }
  return out;
}

}  // namespace

std::string rounds(const Instrument& instrument, const std::vector<UnitRounds>& units) {
  Json out = {{"schema", "sextant/rounds/1"}, {"instrument", named(instrument)}, {"units", Json::array()}};
  for (const UnitRounds& unit : units) {
    Json one = {{"id", unit.rounds.front().unit.id}, {"rounds", Json::array()}, {"steps", Json::array()}};
    for (const Assessment& round : unit.rounds) {
      one["rounds"].push_back({{"round", text(round.round.id)},
                               {"date", text(round.round.date)},
                               {"closed", round.round.closed}});
    }
    for (const RoundStep& step : unit.steps) one["steps"].push_back(step_json(instrument, step));
    out["units"].push_back(std::move(one));
  }
  return dump(out);
}

}  // namespace sextant::json
