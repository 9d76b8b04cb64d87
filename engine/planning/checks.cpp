#include <algorithm>
#include <map>
#include <set>

#include "engine/planning/calendar.hpp"
#include "engine/planning/plan.hpp"
#include "engine/text/number.hpp"

namespace sextant::planning {

namespace {

class Checker {
 public:
  Checker(const Instrument& instrument, const ActionLibrary& library, const Assessment& assessment,
          const Plan& plan, const std::string& name)
      : instrument_(instrument), library_(library), assessment_(assessment), plan_(plan), name_(name) {}

  std::vector<Diagnostic> run() {
    for (const PlanEntry& entry : assessment_.plan.entries) unknown_action(entry);
    for (const PlanPriority& priority : plan_.priorities) has_actions(priority);
    for (const std::size_t pillar : instrument_.pillars()) is_spoken_to(pillar);
    for (const PlannedAction& action : plan_.actions) {
      is_complete(action);
      dates_fit(action);
      money_fits(action);
      level_fits(action);
      for (const Need& need : action.what.needs) is_met(action, need);
    }
    circles();
    climbs();
    budgets();
    outcomes();
    return std::move(out_);
  }

 private:
  const PlanEntry* entry(const PlannedAction& one) const {
    return one.what.entry ? &assessment_.plan.entries[*one.what.entry] : nullptr;
  }
  const std::string& level_id(std::size_t node, std::size_t level) const {
    return instrument_.scales[instrument_.nodes[node].scale].levels[level].id;
  }
  const std::string& node_id(std::size_t node) const { return instrument_.nodes[node].id; }

  void say(Code code, Span at, Args args, std::string suggestion = {}) {
    out_.push_back(
        {code, name_, at.line > 0 ? at : assessment_.plan.at, std::move(args), std::move(suggestion), {}});
  }
  void say_of(Code code, const PlannedAction& one, Args args) {
    say(code, entry(one) == nullptr ? Span{} : entry(one)->at, std::move(args));
  }

  /// The level of a node by the end of a horizon, as the actions of the plan bring it.
  std::optional<std::size_t> level_by(std::size_t node, std::size_t horizon) const {
    auto level = standing(plan_.today.nodes[node]);
    if (!level) return level;
    for (bool moved = true; moved;) {
      moved = false;
      for (const PlannedAction& one : plan_.actions) {
        const bool done = static_cast<std::size_t>(one.when) <= horizon && one.what.node == node;
        if (!done || !one.what.from || *one.what.from > *level || *one.what.to <= *level) continue;
        level = one.what.to;
        moved = true;
      }
    }
    return level;
  }

  void unknown_action(const PlanEntry& one) {
    const bool known_id = library_.action_index.count(one.id) > 0;
    if (known_id && one.own()) say(Code::plan_id_taken, one.at, {{"id", shown(one.id)}});
    if (one.own() || known_id) return;
    std::vector<std::string> known;
    for (const Action& action : library_.actions) known.push_back(action.id);
    say(Code::plan_unknown_action, one.at, {{"id", shown(one.id)}}, nearest(one.id, known));
  }

  bool at_top(std::size_t node) const {
    const auto level = standing(plan_.today.nodes[node]);
    return level && *level + 1 == instrument_.scales[instrument_.nodes[node].scale].levels.size();
  }

  void has_actions(const PlanPriority& priority) {
    if (at_top(priority.node)) return;
    const bool any = std::any_of(plan_.actions.begin(), plan_.actions.end(), [&](const auto& one) {
      return instrument_.below(one.what.node, priority.node);
    });
    if (!any) say(Code::plan_priority_without_action, {}, {{"node", node_id(priority.node)}});
  }

  /// An action works in a pillar or touches it, or the country says why none is needed; at the highest level
  /// none is, and of a pillar that has no level nothing can be said.
  void is_spoken_to(std::size_t pillar) {
    const auto& none = assessment_.plan.none_needed;
    const bool said =
        std::any_of(none.begin(), none.end(), [&](const auto& one) { return one.first == pillar; });
    if (said || at_top(pillar) || !standing(plan_.today.nodes[pillar])) return;
    const bool any = std::any_of(plan_.actions.begin(), plan_.actions.end(), [&](const PlannedAction& one) {
      if (instrument_.below(one.what.node, pillar)) return true;
      if (!one.what.action) return false;
      const auto& touched = library_.actions[*one.what.action].pillars;
      return std::find(touched.begin(), touched.end(), pillar) != touched.end();
    });
    if (!any) say(Code::plan_pillar_untouched, {}, {{"node", node_id(pillar)}});
  }

  /// Indicator, outcome and mechanism: the library's actions have them all.
  void is_complete(const PlannedAction& one) {
    if (one.what.action) return;
    const PlanEntry& own = *entry(one);
    for (const std::string_view key : {"indicator", "mechanism"}) {
      if (own.word(key).empty())
        say_of(Code::plan_action_incomplete, one, {{"id", own.id}, {"what", std::string(key)}});
    }
    if (own.outcome.empty() && !instrument_.outcomes.empty())
      say_of(Code::plan_action_incomplete, one, {{"id", own.id}, {"what", "outcome"}});
  }

  void dates_fit(const PlannedAction& one) {
    const Period& horizon = plan_.horizons.at(static_cast<std::size_t>(one.when));
    if (!one.own_dates || horizon.from.empty()) return;
    const PlanEntry& said = *entry(one);
    const auto outside = [&](const std::string& day, const std::string& from) {
      if (day.empty() || (day >= from && day <= horizon.to)) return;
      say_of(Code::plan_date_outside, one,
             {{"day", day},
              {"horizon", std::string(name_of(one.when))},
              {"from", from},
              {"to", horizon.to},
              {"id", one.what.id}});
    };
    outside(said.start, plan_.start);  // an action may begin early and end in its horizon
    outside(said.end, horizon.from);
  }

  void money_fits(const PlannedAction& one) {
    const PlanEntry* said = entry(one);
    if (said == nullptr) return;
    double capital = 0;
    double recurrent = 0;
    for (const PlanSource& source : said->sources) {
      capital += source.capital;
      recurrent += source.recurrent;
      const auto model = std::find_if(library_.financing.begin(), library_.financing.end(),
                                      [&](const FinancingModel& known) { return known.id == source.model; });
      if (model == library_.financing.end()) {
        say_of(Code::plan_source_unknown, one, {{"model", source.model}, {"id", one.what.id}});
        continue;
      }
      if (source.capital > 0 && !model->capital) unfit(one, source.model, "capital");
      if (source.recurrent > 0 && !model->recurrent) unfit(one, source.model, "recurrent");
    }
    if (said->sources.empty()) return;
    adds_up(one, "capital", capital, said->capital.value_or(0));
    adds_up(one, "recurrent", recurrent, said->recurrent.value_or(0));
  }
  void unfit(const PlannedAction& one, const std::string& model, const std::string& kind) {
    say_of(Code::plan_source_unfit, one, {{"model", model}, {"kind", kind}, {"id", one.what.id}});
  }
  void adds_up(const PlannedAction& one, const std::string& kind, double sum, double cost) {
    const double tolerance = 1e-9 * std::max(1.0, cost);
    if (sum <= cost + tolerance && sum >= cost - tolerance) return;
    say_of(Code::plan_sources_differ, one,
           {{"id", one.what.id}, {"kind", kind}, {"sum", shortest(sum)}, {"cost", shortest(cost)}});
  }

  /// An action starts where its node stands by then, not above and not below.
  void level_fits(const PlannedAction& one) {
    const auto today = standing(plan_.today.nodes[one.what.node]);
    if (!today || !one.what.from || !one.what.to) return;
    const Args args = {{"id", one.what.id}, {"node", node_id(one.what.node)}};
    Args with = args;
    if (*one.what.to <= *today) {
      with.emplace_back("level", level_id(one.what.node, *one.what.to));
      say_of(Code::plan_step_behind, one, std::move(with));
    } else if (*level_by(one.what.node, static_cast<std::size_t>(one.when)) < *one.what.from) {
      with.emplace_back("level", level_id(one.what.node, *one.what.from));
      say_of(Code::plan_step_ahead, one, std::move(with));
    }
  }

  void is_met(const PlannedAction& one, const Need& need) {
    const auto level = level_by(need.node, static_cast<std::size_t>(one.when));
    if (level && *level >= need.level) return;
    say_of(level ? Code::plan_need_unmet : Code::plan_need_unknown, one,
           {{"id", one.what.id}, {"node", node_id(need.node)}, {"level", level_id(need.node, need.level)}});
  }

  /// What the country puts after what: each circle once, from the action in it that stands first.
  void circles() {
    std::map<std::string, const PlanEntry*> entries;
    for (const PlanEntry& one : assessment_.plan.entries) entries[one.id] = &one;
    std::set<std::string> known;
    for (const PlanEntry& one : assessment_.plan.entries) {
      std::vector<std::string> path = {one.id};
      std::set<std::string> seen;
      if (known.count(one.id) > 0 || !back_to(one.id, entries, path, seen)) continue;
      std::string chain;
      for (const std::string& id : path) chain += id + " -> ";
      known.insert(path.begin(), path.end());
      say(Code::plan_in_circle, one.at, {{"id", one.id}, {"chain", chain + one.id}});
    }
  }
  static bool back_to(const std::string& goal, const std::map<std::string, const PlanEntry*>& entries,
                      std::vector<std::string>& path, std::set<std::string>& seen) {
    const auto here = entries.find(path.back());
    if (here == entries.end()) return false;
    for (const std::string& next : here->second->after) {
      if (next == goal) return true;
      if (!seen.insert(next).second) continue;
      path.push_back(next);
      if (back_to(goal, entries, path, seen)) return true;
      path.pop_back();
    }
    return false;
  }

  void climbs() {
    for (const std::size_t node : instrument_.components()) {
      const auto today = standing(plan_.today.nodes[node]);
      if (!today) continue;
      const std::size_t climbed = *level_by(node, 0) - *today;
      if (climbed > 1)
        say(Code::plan_jump, {}, {{"node", node_id(node)}, {"levels", std::to_string(climbed)}});
    }
  }

  void budgets() {
    for (std::size_t h = 0; h < kHorizons; ++h) {
      const HorizonTotal& total = plan_.totals.at(h);
      over(h, total.effort, total.budget, "person-months");
      over(h, total.capital, assessment_.plan.money.at(h).value_or(kUnlimited), assessment_.plan.currency);
    }
  }
  void over(std::size_t horizon, double needed, double budget, const std::string& unit) {
    if (needed <= budget + 1e-9) return;
    say(Code::plan_over_budget, {},
        {{"horizon", std::string(name_of(kAllHorizons.at(horizon)))},
         {"needed", shortest(needed)},
         {"unit", unit},
         {"budget", shortest(budget)}});
  }

  void outcomes() {
    std::set<std::string> served;
    for (const PlannedAction& one : plan_.actions) {
      const PlanEntry* said = entry(one);
      if (said != nullptr && !said->outcome.empty()) {
        served.insert(said->outcome);
      } else if (one.what.action && library_.actions[*one.what.action].outcome) {
        served.insert(instrument_.outcomes[*library_.actions[*one.what.action].outcome].id);
      }
    }
    for (const std::string& aimed : assessment_.vision.outcomes) {
      const bool known = std::any_of(instrument_.outcomes.begin(), instrument_.outcomes.end(),
                                     [&](const Outcome& one) { return one.id == aimed; });
      if (known && served.count(aimed) == 0) say(Code::plan_outcome_unserved, {}, {{"outcome", aimed}});
    }
  }

  const Instrument& instrument_;
  const ActionLibrary& library_;
  const Assessment& assessment_;
  const Plan& plan_;
  const std::string& name_;
  std::vector<Diagnostic> out_;
};

}  // namespace

std::vector<Diagnostic> check_plan(const Instrument& instrument, const ActionLibrary& library,
                                   const Assessment& assessment, const Plan& plan, const std::string& name) {
  return Checker(instrument, library, assessment, plan, name).run();
}

}  // namespace sextant::planning
