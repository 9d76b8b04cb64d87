#include "engine/planning/plan.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "engine/planning/calendar.hpp"

namespace sextant::planning {

namespace {

class Maker {
 public:
  Maker(const Instrument& instrument, const ActionLibrary& library, const Assessment& assessment,
        const Scores& scores, const std::vector<Finding>& findings, const PlanSettings& settings)
      : instrument_(instrument),
        library_(library),
        assessment_(assessment),
        scores_(scores),
        settings_(settings) {
    plan_.today = scores;
    plan_.aim = settings.aim;
    plan_.start = assessment.plan.start.empty() ? assessment.round.date : assessment.plan.start;
    plan_.goals = goals(instrument, assessment, scores);
    plan_.proposals = propose(instrument, library, assessment, scores, findings, plan_.goals);
    for (const std::size_t pillar : instrument.pillars()) {
      if (scores.nodes[pillar].value) plan_.pillars.push_back(pillar);
    }
    set_horizons();
    set_priorities();
  }

  Problem problem() { return lay_out(); }

  Plan run() {
    problem_ = lay_out();
    plan_.out_of_reach = out_of_reach();
    std::vector<std::optional<Horizon>> when;
    if (assessment_.plan.scheduled() && !settings_.again) {
      plan_.made = PlanMade::scheduled;
      when = recorded();
    } else {
      const Schedule schedule = settings_.aim == Aim::cheapest ? cheapest(problem_) : best(problem_);
      plan_.proved = schedule.proved;
      plan_.gap = schedule.gap;
      when = schedule.when;
    }
    take(when);
    look_ahead(when);
    add_up();
    return std::move(plan_);
  }

 private:
  void set_horizons() {
    if (plan_.start.empty()) return;
    std::string from = plan_.start;
    for (std::size_t h = 0; h < kHorizons; ++h) {
      const std::string end = years_later(plan_.start, kYears.at(h));
      plan_.horizons.at(h) = {from, day_before(end)};
      from = end;
    }
  }

  /// The country's priorities win; without any, the three proposed.
  void set_priorities() {
    const auto& ranked = plan_.proposals.ranked;
    for (const Priority& one : assessment_.priorities) {
      PlanPriority priority{instrument_.node_index.at(one.node), one.reason, std::nullopt};
      for (std::size_t i = 0; i < ranked.size(); ++i) {
        if (ranked[i].node == priority.node) priority.proposal = i;
      }
      plan_.priorities.push_back(std::move(priority));
    }
    plan_.own_priorities = !plan_.priorities.empty();
    if (plan_.own_priorities) return;
    for (const std::size_t i : plan_.proposals.first) plan_.priorities.push_back({ranked[i].node, {}, i});
  }

  bool is_priority(std::size_t node) const {
    return std::any_of(plan_.priorities.begin(), plan_.priorities.end(),
                       [&](const PlanPriority& one) { return instrument_.below(node, one.node); });
  }

  const Goal* target(std::size_t node) const {
    const auto it = std::find_if(plan_.goals.begin(), plan_.goals.end(),
                                 [&](const Goal& one) { return one.node == node; });
    return it == plan_.goals.end() ? nullptr : &*it;
  }

  /// For "cheapest", the country's own targets are what is asked; where it has none, its priorities'.
  bool is_wanted(std::size_t node) const {
    const bool own =
        std::any_of(plan_.goals.begin(), plan_.goals.end(), [](const Goal& one) { return one.own; });
    if (settings_.aim == Aim::cheapest && own) return target(node)->own;
    return is_priority(node);
  }

  Problem lay_out() {
    Problem out;
    out.candidates = candidates(instrument_, library_, assessment_, scores_);
    for (Candidate& one : out.candidates) {
      fix_by_dates(one);
      keep_common(one);
    }
    std::vector<std::size_t> all = plan_.pillars;
    out.steps = steps(instrument_, assessment_, scores_, out.candidates, all);
    for (std::size_t i = 0; i < instrument_.nodes.size(); ++i)
      out.standing.push_back(standing(scores_.nodes[i]));
    for (std::size_t p = 0; p < plan_.pillars.size(); ++p) {
      const Scale& scale = instrument_.scales[instrument_.nodes[plan_.pillars[p]].scale];
      out.pillar_of_gain.push_back(p);
      out.unit.push_back(scale.max - scale.min);
      out.pillars.push_back((*scores_.nodes[plan_.pillars[p]].value - scale.min) / (scale.max - scale.min));
    }
    set_budgets(out);
    out.levels_in_short = assessment_.plan.levels_in_short;
    out.most_nodes = settings_.most_nodes;
    for (const Step& step : out.steps) {
      const Goal* goal = target(step.node);
      out.wanted.push_back(goal != nullptr && step.to <= goal->level && is_wanted(step.node));
    }
    return out;
  }

  void set_budgets(Problem& out) {
    const CountryPlan& said = assessment_.plan;
    plan_.assumed_budget =
        std::none_of(said.effort.begin(), said.effort.end(), [](const auto& one) { return one.has_value(); });
    for (std::size_t h = 0; h < kHorizons; ++h) {
      out.effort.at(h) = plan_.assumed_budget ? kAssumedEffort.at(h) : said.effort.at(h).value_or(kUnlimited);
      out.money.at(h) = said.money.at(h).value_or(kUnlimited);
      plan_.totals.at(h).budget = out.effort.at(h);
    }
  }

  /// The country's dates say in which horizon an action ends.
  void fix_by_dates(Candidate& one) const {
    if (!one.entry || one.fixed || plan_.start.empty()) return;
    const PlanEntry& entry = assessment_.plan.entries[*one.entry];
    const std::string& day = entry.end.empty() ? entry.start : entry.end;
    if (day.empty()) return;
    one.fixed = Horizon::long_term;
    for (const Horizon horizon : {Horizon::medium_term, Horizon::short_term}) {
      if (day <= plan_.horizons.at(static_cast<std::size_t>(horizon)).to) one.fixed = horizon;
    }
  }

  void keep_common(Candidate& one) const {
    for (const auto& [id, when] : settings_.common) {
      if (id != one.id) continue;
      one.kept = true;
      one.fixed = when;
    }
  }

  /// Targets above what all actions together bring.
  std::vector<std::size_t> out_of_reach() const {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < plan_.goals.size(); ++i) {
      std::size_t level = *problem_.standing[plan_.goals[i].node];
      for (const Step& step : problem_.steps) {
        if (step.node == plan_.goals[i].node && step.to == level + 1) ++level;
      }
      if (level < plan_.goals[i].level) out.push_back(i);
    }
    return out;
  }

  /// What the answers file says: the horizon of each entry.
  std::vector<std::optional<Horizon>> recorded() const {
    std::vector<std::optional<Horizon>> out;
    for (const Candidate& one : problem_.candidates) {
      out.push_back(one.entry ? assessment_.plan.entries[*one.entry].horizon : std::nullopt);
      if (!out.back() && one.kept) out.back() = one.fixed.value_or(one.earliest);
    }
    return out;
  }

  void take(const std::vector<std::optional<Horizon>>& when) {
    for (std::size_t h = 0; h < kHorizons; ++h) {
      for (std::size_t c = 0; c < when.size(); ++c) {
        if (!when[c] || static_cast<std::size_t>(*when[c]) != h) continue;
        PlannedAction one;
        one.what = problem_.candidates[c];
        one.when = *when[c];
        one.days = plan_.horizons.at(h);
        if (one.what.entry) {
          const PlanEntry& entry = assessment_.plan.entries[*one.what.entry];
          one.own_dates = !entry.start.empty() || !entry.end.empty();
          if (!entry.start.empty()) one.days.from = entry.start;
          if (!entry.end.empty()) one.days.to = entry.end;
        }
        one.priorities = served(one.what);
        plan_.actions.push_back(std::move(one));
      }
    }
    for (const PlanEntry& entry : assessment_.plan.entries) {
      if (entry.removed) plan_.removed.push_back(entry.id);
    }
  }

  /// The priorities below which an action works, and those whose next steps need its node.
  std::vector<std::size_t> served(const Candidate& one) const {
    std::vector<std::size_t> out;
    for (std::size_t p = 0; p < plan_.priorities.size(); ++p) {
      const std::size_t goal = plan_.priorities[p].node;
      const bool opens =
          std::any_of(problem_.candidates.begin(), problem_.candidates.end(), [&](const Candidate& other) {
            return instrument_.below(other.node, goal) &&
                   std::any_of(other.needs.begin(), other.needs.end(), [&](const Need& need) {
                     return need.node == one.node && one.to && need.level >= *one.to;
                   });
          });
      if (instrument_.below(one.node, goal) || opens) out.push_back(p);
    }
    return out;
  }

  /// The steps reached by the end of each horizon, from where the country stands, one level after the other.
  std::set<std::size_t> reached(const std::vector<std::optional<Horizon>>& when, std::size_t horizon) const {
    std::set<std::size_t> out;
    std::map<std::size_t, std::size_t> level;
    for (std::size_t s = 0; s < problem_.steps.size(); ++s) {
      const Step& step = problem_.steps[s];
      const auto [at, fresh] = level.emplace(step.node, *problem_.standing[step.node]);
      const bool done = std::any_of(step.actions.begin(), step.actions.end(), [&](std::size_t c) {
        return when[c] && static_cast<std::size_t>(*when[c]) <= horizon;
      });
      if (!done || step.to != at->second + 1) continue;
      ++at->second;
      out.insert(s);
    }
    return out;
  }

  void look_ahead(const std::vector<std::optional<Horizon>>& when) {
    Assessment later = assessment_;
    for (std::size_t h = 0; h < kHorizons; ++h) {
      std::vector<Climb> climbs;
      const std::set<std::size_t> steps = reached(when, h);
      for (const std::size_t s : steps) {
        for (const std::size_t c : problem_.steps[s].actions) {
          if (when[c] && static_cast<std::size_t>(*when[c]) <= h)
            climbs.push_back(
                {problem_.steps[s].node, problem_.steps[s].to, problem_.candidates[c].questions});
        }
      }
      later.answers = raised(instrument_, assessment_.answers, climbs);
      plan_.outlook.at(h).scores = score(instrument_, later);
      if (h + 1 < kHorizons) continue;
      for (std::size_t p = 0; p < plan_.pillars.size(); ++p) {
        double value = *scores_.nodes[plan_.pillars[p]].value;
        for (const std::size_t s : steps) value += problem_.steps[s].gain[p];
        plan_.expected.push_back(value);
      }
    }
  }

  void add_up() {
    for (const PlannedAction& one : plan_.actions) {
      HorizonTotal& total = plan_.totals.at(static_cast<std::size_t>(one.when));
      total.effort += one.what.effort;
      const PlanEntry* entry = one.what.entry ? &assessment_.plan.entries[*one.what.entry] : nullptr;
      if (entry == nullptr || (!entry->capital && !entry->recurrent)) {
        ++total.without_cost;
        continue;
      }
      total.capital += entry->capital.value_or(0);
      total.recurrent += entry->recurrent.value_or(0);
      for (const PlanSource& source : entry->sources) add_source(total.sources, source);
    }
  }

  const Instrument& instrument_;
  const ActionLibrary& library_;
  const Assessment& assessment_;
  const Scores& scores_;
  const PlanSettings& settings_;
  Problem problem_;
  Plan plan_;
};

}  // namespace

void add_source(std::vector<PlanSource>& sources, const PlanSource& one) {
  const auto known = std::find_if(sources.begin(), sources.end(),
                                  [&](const PlanSource& other) { return other.model == one.model; });
  if (known == sources.end()) {
    sources.push_back(one);
  } else {
    known->capital += one.capital;
    known->recurrent += one.recurrent;
  }
}

Plan make_plan(const Instrument& instrument, const ActionLibrary& library, const Assessment& assessment,
               const Scores& scores, const std::vector<Finding>& findings, const PlanSettings& settings) {
  return Maker(instrument, library, assessment, scores, findings, settings).run();
}

Problem plan_problem(const Instrument& instrument, const ActionLibrary& library, const Assessment& assessment,
                     const Scores& scores, const std::vector<Finding>& findings,
                     const PlanSettings& settings) {
  return Maker(instrument, library, assessment, scores, findings, settings).problem();
}

CountryPlan with_schedule(const CountryPlan& old, const Plan& plan) {
  CountryPlan out = old;
  out.start = plan.start;
  std::map<std::string, Horizon> when;
  for (const PlannedAction& one : plan.actions) when[one.what.id] = one.when;
  out.entries.clear();
  for (const PlanEntry& entry : old.entries) {
    const auto it = when.find(entry.id);
    if (it == when.end() && !entry.edited()) continue;
    out.entries.push_back(entry);
    if (it == when.end()) {
      if (!entry.locked) out.entries.back().horizon.reset();
    } else {
      out.entries.back().horizon = it->second;
      when.erase(it);
    }
  }
  for (const PlannedAction& one : plan.actions) {
    if (when.count(one.what.id) == 0) continue;
    PlanEntry entry;
    entry.id = one.what.id;
    entry.horizon = one.when;
    out.entries.push_back(std::move(entry));
  }
  return out;
}

}  // namespace sextant::planning
