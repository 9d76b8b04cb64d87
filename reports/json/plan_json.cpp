#include "reports/json/plan_json.hpp"

#include "reports/json/values.hpp"

namespace sextant::json {

namespace {

using planning::Plan;

Json limit(double value) {
  return value == planning::kUnlimited ? Json(nullptr) : Json(value);
}

class Writer {
 public:
  Writer(const Instrument& instrument, const ActionLibrary& library, const Assessment& assessment,
         const Plan& plan, std::string_view language)
      : instrument_(instrument),
        library_(library),
        assessment_(assessment),
        plan_(plan),
        own_(instrument.language(language)),
        theirs_(library.head.language(language)) {}

  Json run() const {
    Json out = {{"schema", "sextant/plan/1"},
                {"instrument",
                 {{"id", instrument_.id},
                  {"version", instrument_.version},
                  {"fingerprint", instrument_.fingerprint}}},
                {"library",
                 {{"id", library_.head.id},
                  {"version", library_.head.version},
                  {"fingerprint", library_.head.fingerprint}}},
                {"unit", assessment_.unit.id},
                {"round", text(assessment_.round.id)},
                {"made", plan_.made == planning::PlanMade::scheduled ? "scheduled" : "proposed"},
                {"start", text(plan_.start)},
                {"proved", plan_.made == planning::PlanMade::proposed ? Json(plan_.proved) : Json(nullptr)},
                {"gap", plan_.proved ? Json(nullptr) : Json(plan_.gap)}};
    out["horizons"] = Json::array();
    for (std::size_t h = 0; h < kHorizons; ++h) out["horizons"].push_back(horizon(h));
    out["own_priorities"] = plan_.own_priorities;
    out["priorities"] = Json::array();
    for (const auto& one : plan_.priorities) {
      out["priorities"].push_back(
          {{"node", node(one.node)}, {"title", title(one.node)}, {"reason", text(one.reason)}});
    }
    out["proposals"] = Json::array();
    for (const auto& one : plan_.proposals.ranked) out["proposals"].push_back(proposal(one));
    out["to_clear"] = nodes(plan_.proposals.to_clear);
    out["targets"] = Json::array();
    for (const auto& one : plan_.goals) {
      out["targets"].push_back(
          {{"node", node(one.node)}, {"level", level(one.node, one.level)}, {"own", one.own}});
    }
    out["out_of_reach"] = Json::array();
    for (const std::size_t i : plan_.out_of_reach) out["out_of_reach"].push_back(node(plan_.goals[i].node));
    out["actions"] = Json::array();
    for (const auto& one : plan_.actions) out["actions"].push_back(action(one));
    out["removed"] = plan_.removed;
    out["effect"] = Json::array();
    for (std::size_t p = 0; p < plan_.pillars.size(); ++p) {
      Json row = effect(plan_.pillars[p]);
      row["expected"] = plan_.expected[p];
      out["effect"].push_back(std::move(row));
    }
    if (plan_.today.nodes[0].value) out["effect"].push_back(effect(0));
    return out;
  }

 private:
  const std::string& node(std::size_t index) const { return instrument_.nodes[index].id; }
  const std::string& title(std::size_t index) const { return instrument_.nodes[index].title(own_); }
  Json nodes(const std::vector<std::size_t>& indices) const {
    Json out = Json::array();
    for (const std::size_t index : indices) out.push_back(node(index));
    return out;
  }
  Json level(std::size_t of, const std::optional<std::size_t>& index) const {
    if (!index) return nullptr;
    return instrument_.scales[instrument_.nodes[of].scale].levels[*index].id;
  }

  Json horizon(std::size_t h) const {
    const auto& total = plan_.totals.at(h);
    Json out = {{"id", std::string(name_of(kAllHorizons.at(h)))},
                {"from", text(plan_.horizons.at(h).from)},
                {"to", text(plan_.horizons.at(h).to)},
                {"effort", total.effort},
                {"effort_budget", limit(total.budget)},
                {"capital", total.capital},
                {"recurrent", total.recurrent},
                {"without_cost", total.without_cost},
                {"sources", Json::array()}};
    for (const PlanSource& one : total.sources) {
      out["sources"].push_back(
          {{"model", one.model}, {"capital", one.capital}, {"recurrent", one.recurrent}});
    }
    return out;
  }

  Json proposal(const planning::Proposal& one) const {
    return {{"node", node(one.node)},    {"points", one.points},       {"gap", one.gap},
            {"holds", nodes(one.holds)}, {"imbalance", one.imbalance}, {"outcomes", one.outcomes},
            {"feasible", one.feasible},  {"settled", one.settled}};
  }

  Json action(const planning::PlannedAction& one) const {
    const PlanEntry* said = one.what.entry ? &assessment_.plan.entries[*one.what.entry] : nullptr;
    const bool worded = said != nullptr && !said->word("title").empty();
    Json priorities = Json::array();
    for (const std::size_t p : one.priorities) priorities.push_back(node(plan_.priorities[p].node));
    Json needs = Json::array();
    for (const Need& need : one.what.needs)
      needs.push_back({{"node", node(need.node)}, {"level", level(need.node, need.level)}});
    return {{"id", one.what.id},
            {"title", worded            ? said->word("title")
                      : one.what.action ? library_.actions[*one.what.action].title(theirs_)
                                        : ""},
            {"own", !one.what.action},
            {"edited", said != nullptr && said->edited()},
            {"node", node(one.what.node)},
            {"from", level(one.what.node, one.what.from)},
            {"to", level(one.what.node, one.what.to)},
            {"horizon", std::string(name_of(one.when))},
            {"fixed", one.what.fixed.has_value()},
            {"start", text(one.days.from)},
            {"end", text(one.days.to)},
            {"effort", one.what.effort},
            {"priorities", std::move(priorities)},
            {"needs", std::move(needs)},
            {"after", one.what.after}};
  }

  Json effect(std::size_t of) const {
    Json out = {{"node", node(of)}, {"title", title(of)}, {"today", score(plan_.today.nodes[of], of)}};
    for (std::size_t h = 0; h < kHorizons; ++h)
      out[std::string(name_of(kAllHorizons.at(h)))] = score(plan_.outlook.at(h).scores.nodes[of], of);
    return out;
  }
  Json score(const NodeScore& score, std::size_t of) const {
    return {{"value", score.value ? Json(*score.value) : Json(nullptr)},
            {"level", level(of, score.level)},
            {"range", score.range ? Json::array({score.range->low, score.range->high}) : Json(nullptr)}};
  }

  const Instrument& instrument_;
  const ActionLibrary& library_;
  const Assessment& assessment_;
  const Plan& plan_;
  std::size_t own_;
  std::size_t theirs_;
};

}  // namespace

std::string plan(const Instrument& instrument, const ActionLibrary& library, const Assessment& assessment,
                 const Plan& plan, const std::vector<Diagnostic>& problems, std::string_view language,
                 Lang lang) {
  Json out = Writer(instrument, library, assessment, plan, language).run();
  out["checks"] = Json::array();
  for (const Diagnostic& one : problems) {
    out["checks"].push_back({{"code", std::string(info(one.code).id)},
                             {"line", one.at.line > 0 ? Json(one.at.line) : Json(nullptr)},
                             {"message", message(one, lang)}});
  }
  return dump(out);
}

}  // namespace sextant::json
