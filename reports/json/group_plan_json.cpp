#include "reports/json/group_plan_json.hpp"

#include "reports/json/values.hpp"

namespace sextant::json {

std::string group_plan(const document::GroupInput& input) {
  const planning::GroupPlan& plan = input.plan->plan;
  const Instrument& instrument = input.instrument;
  const ActionLibrary& library = input.plan->library;
  const auto& units = input.comparison.units;
  const std::size_t language = instrument.language(input.language);
  const auto ids = [&](const std::vector<std::size_t>& members) {
    Json out = Json::array();
    for (const std::size_t one : members) out.push_back(units[one].assessment.unit.id);
    return out;
  };
  Json out = {
      {"schema", "sextant/group-plan/1"},
      {"instrument",
       {{"id", instrument.id}, {"version", instrument.version}, {"fingerprint", instrument.fingerprint}}},
      {"library",
       {{"id", library.head.id},
        {"version", library.head.version},
        {"fingerprint", library.head.fingerprint}}},
      {"least", plan.least},
      {"proved", plan.common.proved},
      {"steps", plan.common.steps},
      {"priorities", Json::array()},
      {"common", Json::array()},
      {"units", Json::array()}};
  for (const std::size_t i : plan.priorities) {
    const planning::SharedPriority& one = plan.ranked[i];
    out["priorities"].push_back({{"node", instrument.nodes[one.node].id},
                                 {"title", instrument.nodes[one.node].title(language)},
                                 {"points", one.points},
                                 {"below", ids(one.below)},
                                 {"chosen", ids(one.chosen)},
                                 {"holds", one.holds},
                                 {"imbalance", one.imbalance}});
  }
  for (const planning::CommonAction& one : plan.common.actions) {
    out["common"].push_back(
        {{"id", one.id}, {"horizon", std::string(name_of(one.when))}, {"units", ids(one.countries)}});
  }
  for (std::size_t u = 0; u < plan.plans.size(); ++u) {
    Json actions = Json::array();
    for (const planning::PlannedAction& one : plan.plans[u].actions)
      actions.push_back({{"id", one.what.id}, {"horizon", std::string(name_of(one.when))}});
    out["units"].push_back({{"unit", units[u].assessment.unit.id},
                            {"round", units[u].assessment.round.id},
                            {"proved", plan.plans[u].proved},
                            {"actions", std::move(actions)}});
  }
  return dump(out);
}

}  // namespace sextant::json
