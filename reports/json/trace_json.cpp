#include "reports/json/values.hpp"
#include "reports/trace/trace.hpp"

namespace sextant::trace_report {

namespace {

using json::dump;
using json::Json;
using json::named;
using json::number;

Json scale_json(const Scale& scale) {
  Json out = {{"min", scale.min}, {"max", scale.max}, {"decide_on", nullptr}, {"levels", Json::array()}};
  if (scale.decide_on)
    out["decide_on"] = {{"digits", scale.decide_on->digits}, {"mode", rounding_id(scale.decide_on->mode)}};
  for (const Level& level : scale.levels) {
    out["levels"].push_back({{"id", level.id},
                             {"number", level.number},
                             {"name", level.name.source()},
                             {"value", level.value},
                             {"from", level.from}});
  }
  return out;
}

Json row_json(const LookupRow& row, const Scale& scale) {
  Json out = {{"of", Json::array()}, {"counts", Json::array()}, {"is", row.value}};
  for (const std::size_t level : row.of) out["of"].push_back(scale.levels[level].id);
  for (const LookupRow::Count& count : row.counts) {
    out["counts"].push_back({{"level", scale.levels[count.level].id},
                             {"or_above", count.or_above},
                             {"at_least", count.least},
                             {"at_most", count.most}});
  }
  return out;
}

/// What each level asks for besides its value, and how much of it there is.
Json gates_json(const Node& node, const Trace& trace, const Scale& scale) {
  Json out = Json::array();
  for (std::size_t i = 0; i < node.gates.size(); ++i) {
    Json needs = Json::array();
    for (std::size_t k = 0; k < node.gates[i].needs.size(); ++k) {
      const GateNeed& need = node.gates[i].needs[k];
      const NeedCount& count = trace.gates[i][k];
      needs.push_back(
          {{"share", need.share}, {"at", need.score}, {"asked", count.asked}, {"met", count.met}});
    }
    out.push_back({{"level", scale.levels[node.gates[i].level].id}, {"needs", needs}});
  }
  return out;
}

Json part_json(const Input& input, const Part& part) {
  const auto& instrument = input.instrument;
  const std::size_t index = part.child.index;
  const bool filled =
      part.child.is_question && part.value && input.scores.questions[index].state != AnswerState::answered;
  return {{"id", part.child.is_question ? instrument.questions[index].id : instrument.nodes[index].id},
          {"kind", part.child.is_question ? "question" : instrument.nodes[index].kind},
          {"use", std::string(name_of(part.use))},
          {"filled", filled},
          {"value", number(part.value)},
          {"weight", part.child.weight}};
}

Json trace_json(const Input& input, const Trace& trace) {
  const Node& node = input.instrument.nodes[trace.node];
  const NodeScore& score = input.scores.nodes[trace.node];
  const Scale& scale = input.instrument.scales[node.scale];
  const auto level = [&](const std::optional<std::size_t>& at) {
    return at ? Json(scale.levels[*at].id) : Json(nullptr);
  };
  Json out = {
      {"id", node.id},
      {"title", node.title(input.language)},
      {"state", std::string(name_of(score.state))},
      {"scale", scale_json(scale)},
      {"rule", std::string(name_of(node.combine.rule))},
      {"plus", node.combine.rule == CombineRule::weakest_link_plus ? Json(node.combine.plus) : Json(nullptr)},
      {"table", Json::array()},
      {"gates", gates_json(node, trace, scale)},
      {"parts", Json::array()},
      {"combined", number(trace.combined)},
      {"transform", node.transform
                        ? Json({{"factor", node.transform->factor}, {"offset", node.transform->offset}})
                        : Json(nullptr)},
      {"steps", Json::array()},
      {"adjusted", number(trace.adjusted)},
      {"round", node.round ? Json({{"digits", node.round->digits}, {"mode", rounding_id(node.round->mode)}})
                           : Json(nullptr)},
      {"value", number(trace.value)},
      {"own_level", level(score.own_level)},
      {"level", level(score.level)},
      {"limits", Json::array()}};
  for (const LookupRow& row : node.combine.table) out["table"].push_back(row_json(row, scale));
  std::size_t counted = 0;
  for (const Part& part : trace.parts) {
    out["parts"].push_back(part_json(input, part));
    const bool looked_up = part.value && counted < trace.levels.size();
    out["parts"].back()["level"] = looked_up ? Json(scale.levels[trace.levels[counted]].id) : Json(nullptr);
    counted += part.value ? 1 : 0;
  }
  for (const Step& step : node.steps) out["steps"].push_back({{"from", step.from}, {"value", step.value}});
  for (const Limit& limit : score.limits) {
    const Json id =
        limit.kind == Limit::Kind::cap ? Json(input.instrument.caps[limit.index].id) : Json(nullptr);
    out["limits"].push_back(
        {{"kind", std::string(name_of(limit.kind))}, {"cap", id}, {"at", scale.levels[limit.at].id}});
  }
  return out;
}

}  // namespace

std::string rounding_id(RoundingMode mode) {
  constexpr const char* kNames[] = {"half_up", "half_even", "floor", "ceiling", "r"};
  return kNames[static_cast<std::size_t>(mode)];
}

std::string json(const Input& input, std::size_t node) {
  Json out = {{"schema", "sextant/explain/1"},
              {"instrument", named(input.instrument)},
              {"unit", {{"id", input.assessment.unit.id}}},
              {"node", input.instrument.nodes[node].id},
              {"chain", Json::array()}};
  for (const Trace& trace : trace_tree(input.instrument, input.assessment, input.scores, node)) {
    out["chain"].push_back(trace_json(input, trace));
  }
  return dump(out);
}

}  // namespace sextant::trace_report
