#include "engine/planning/group_plan.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace sextant::planning {

namespace {

bool chose(const Instrument& instrument, const Assessment& assessment, std::size_t node) {
  return std::any_of(assessment.priorities.begin(), assessment.priorities.end(), [&](const Priority& one) {
    return instrument.below(node, instrument.node_index.at(one.node));
  });
}

/// One component over all members, and in how many of them an action starts where it stands.
struct Counted {
  SharedPriority priority;
  std::size_t with_actions = 0;
};

std::vector<Counted> count(const Instrument& instrument, const ActionLibrary& library,
                           const std::vector<GroupMember>& members) {
  std::map<std::size_t, Counted> by_node;
  for (std::size_t m = 0; m < members.size(); ++m) {
    const GroupMember& one = members[m];
    const Proposals proposals = propose(instrument, library, one.assessment, one.scores, one.findings,
                                        goals(instrument, one.assessment, one.scores));
    for (const Proposal& proposal : proposals.ranked) {
      Counted& at = by_node[proposal.node];
      const bool chosen = chose(instrument, one.assessment, proposal.node);
      at.priority.node = proposal.node;
      at.priority.pillar = proposal.pillar;
      at.priority.points += chosen ? 1 : proposal.points;
      at.priority.below.push_back(m);
      if (chosen) at.priority.chosen.push_back(m);
      if (!proposal.holds.empty()) ++at.priority.holds;
      if (proposal.imbalance) ++at.priority.imbalance;
      if (proposal.actions) ++at.with_actions;
    }
  }
  std::vector<Counted> out;
  for (auto& [node, one] : by_node) out.push_back(std::move(one));
  std::stable_sort(out.begin(), out.end(), [](const Counted& a, const Counted& b) {
    return a.priority.points > b.priority.points + 1e-9;
  });
  return out;
}

/// Three of different pillars as far as can be.
std::vector<std::size_t> first_three(const std::vector<Counted>& ranked, std::size_t least) {
  constexpr std::size_t kThree = 3;
  std::vector<std::size_t> out;
  std::set<std::size_t> pillars;
  for (const bool same_pillar : {false, true}) {
    for (std::size_t i = 0; i < ranked.size() && out.size() < kThree; ++i) {
      const bool taken = std::find(out.begin(), out.end(), i) != out.end();
      const bool fits = same_pillar || pillars.count(ranked[i].priority.pillar) == 0;
      if (taken || !fits || ranked[i].with_actions < least) continue;
      pillars.insert(ranked[i].priority.pillar);
      out.push_back(i);
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

/// The member's problem with the shared priorities in place of its own.
Problem problem_with(const Instrument& instrument, const ActionLibrary& library, const GroupMember& one,
                     const std::vector<std::size_t>& shared) {
  Problem out = plan_problem(instrument, library, one.assessment, one.scores, one.findings);
  const std::vector<Goal> targets = goals(instrument, one.assessment, one.scores);
  for (std::size_t s = 0; s < out.steps.size(); ++s) {
    const Step& step = out.steps[s];
    const bool here = std::find(shared.begin(), shared.end(), step.node) != shared.end();
    out.wanted[s] = here && std::any_of(targets.begin(), targets.end(), [&](const Goal& goal) {
                      return goal.node == step.node && step.to <= goal.level;
                    });
  }
  return out;
}

}  // namespace

GroupPlan make_group_plan(const Instrument& instrument, const ActionLibrary& library,
                          const std::vector<GroupMember>& members) {
  GroupPlan out;
  out.least = std::max<std::size_t>(2, (members.size() + 1) / 2);
  const std::vector<Counted> counted = count(instrument, library, members);
  out.priorities = first_three(counted, out.least);
  for (const Counted& one : counted) out.ranked.push_back(one.priority);
  std::vector<std::size_t> shared;
  for (const std::size_t i : out.priorities) shared.push_back(out.ranked[i].node);
  GroupProblem problem;
  problem.least = out.least;
  for (const GroupMember& one : members)
    problem.countries.push_back(problem_with(instrument, library, one, shared));
  out.common = common_actions(problem);
  for (std::size_t m = 0; m < members.size(); ++m) {
    PlanSettings settings;
    settings.again = true;
    for (const CommonAction& one : out.common.actions) {
      if (std::find(one.countries.begin(), one.countries.end(), m) != one.countries.end())
        settings.common.emplace_back(one.id, one.when);
    }
    out.plans.push_back(make_plan(instrument, library, members[m].assessment, members[m].scores,
                                  members[m].findings, settings));
  }
  return out;
}

}  // namespace sextant::planning
