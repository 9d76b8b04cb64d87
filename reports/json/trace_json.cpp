#include <nlohmann/json.hpp>

#include "reports/trace/trace.hpp"

namespace sextant::trace_report {

namespace {

using Json = nlohmann::ordered_json;

Json number(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }

std::string rule_id(CombineRule rule) {
  constexpr const char* kNames[] = {"weighted_mean",  "sum",           "minimum",           "maximum", "geometric_mean",
                                    "harmonic_mean",  "weakest_link_plus", "lookup",        "balanced", "staged"};
  return kNames[static_cast<std::size_t>(rule)];
}

std::string rounding_id(RoundingMode mode) {
  constexpr const char* kNames[] = {"half_up", "half_even", "floor", "ceiling", "r"};
  return kNames[static_cast<std::size_t>(mode)];
}

Json part_json(const Input& input, const Part& part) {
  const auto& instrument = input.instrument;
  const std::size_t index = part.child.index;
  return {{"id", part.child.is_question ? instrument.questions[index].id : instrument.nodes[index].id},
          {"kind", part.child.is_question ? "question" : instrument.nodes[index].kind},
          {"use", std::string(name_of(part.use))},
          {"value", number(part.value)},
          {"weight", part.child.weight}};
}

Json trace_json(const Input& input, const Trace& trace) {
  const Node& node = input.instrument.nodes[trace.node];
  const NodeScore& score = input.scores.nodes[trace.node];
  const Scale& scale = input.instrument.scales[node.scale];
  const auto level = [&](const std::optional<std::size_t>& at) { return at ? Json(scale.levels[*at].id) : Json(nullptr); };
  Json out = {{"id", node.id},
              {"title", node.title(input.language)},
              {"state", std::string(name_of(score.state))},
              {"rule", rule_id(node.combine.rule)},
              {"parts", Json::array()},
              {"combined", number(trace.combined)},
              {"transform", node.transform ? Json({{"factor", node.transform->factor}, {"offset", node.transform->offset}})
                                           : Json(nullptr)},
              {"steps", Json::array()},
              {"adjusted", number(trace.adjusted)},
              {"round", node.round ? Json({{"digits", node.round->digits}, {"mode", rounding_id(node.round->mode)}})
                                   : Json(nullptr)},
              {"value", number(trace.value)},
              {"own_level", level(score.own_level)},
              {"level", level(score.level)},
              {"limits", Json::array()}};
  for (const Part& part : trace.parts) out["parts"].push_back(part_json(input, part));
  for (const Step& step : node.steps) out["steps"].push_back({{"from", step.from}, {"value", step.value}});
  for (const Limit& limit : score.limits) {
    const Json id = limit.kind == Limit::Kind::cap ? Json(input.instrument.caps[limit.index].id) : Json(nullptr);
    out["limits"].push_back({{"kind", std::string(name_of(limit.kind))}, {"cap", id}, {"at", scale.levels[limit.at].id}});
  }
  return out;
}

}  // namespace

std::string json(const Input& input, std::size_t node) {
  Json out = {{"schema", "sextant/explain/1"},
              {"instrument", {{"id", input.instrument.id}, {"version", input.instrument.version}}},
              {"unit", {{"id", input.assessment.unit.id}}},
              {"node", input.instrument.nodes[node].id},
              {"chain", Json::array()}};
  for (const Trace& trace : trace_tree(input.instrument, input.assessment, input.scores, node)) {
    out["chain"].push_back(trace_json(input, trace));
  }
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace sextant::trace_report
