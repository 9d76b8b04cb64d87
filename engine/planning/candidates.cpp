#include "engine/planning/candidates.hpp"

#include <algorithm>
#include <unordered_map>

namespace sextant::planning {

std::optional<std::size_t> standing(const NodeScore& score) {
  std::optional<std::size_t> out = score.own_level;
  for (const Limit& limit : score.limits) {
    if (limit.kind == Limit::Kind::gate && out) out = std::min(*out, limit.at);
  }
  return out;
}

namespace {

/// The horizon into which the country's own dates fall, counted from the plan's start by the caller.
void apply_entry(const PlanEntry& entry, std::size_t index, Candidate& out) {
  out.entry = index;
  out.kept = entry.edited();
  if (entry.locked && entry.horizon) out.fixed = entry.horizon;
  if (entry.effort) out.effort = *entry.effort;
  out.money = entry.capital.value_or(0);
  out.after = entry.after;
}

Candidate from_library(const ActionLibrary& library, std::size_t index) {
  const Action& action = library.actions[index];
  Candidate out;
  out.id = action.id;
  out.action = index;
  out.node = action.node;
  out.from = action.from;
  out.to = action.to;
  out.questions = action.questions;
  out.needs = action.needs;
  out.earliest = action.horizon;
  out.effort = library.effort_bands[action.effort].value;
  return out;
}

Candidate own(const PlanEntry& entry, const Instrument& instrument) {
  Candidate out;
  out.id = entry.id;
  out.node = *entry.node;
  out.from = entry.from;
  out.to = entry.to;
  out.questions = entry.questions;
  if (entry.to && out.questions.empty()) {
    for (const Child& child : instrument.nodes[out.node].children) {
      if (child.is_question) out.questions.push_back(child.index);
    }
  }
  out.fixed = entry.horizon;
  return out;
}

}  // namespace

std::vector<Candidate> candidates(const Instrument& instrument, const ActionLibrary& library,
                                  const Assessment& assessment, const Scores& scores) {
  std::unordered_map<std::string, std::size_t> said;
  for (std::size_t i = 0; i < assessment.plan.entries.size(); ++i) said[assessment.plan.entries[i].id] = i;
  std::vector<Candidate> out;
  for (std::size_t i = 0; i < library.actions.size(); ++i) {
    Candidate one = from_library(library, i);
    const auto entry = said.find(one.id);
    if (entry != said.end()) apply_entry(assessment.plan.entries[entry->second], entry->second, one);
    if (entry != said.end() && assessment.plan.entries[entry->second].removed) continue;
    const auto level = standing(scores.nodes[one.node]);
    if ((level && *level <= *one.from) || one.kept) out.push_back(std::move(one));
  }
  for (std::size_t i = 0; i < assessment.plan.entries.size(); ++i) {
    const PlanEntry& entry = assessment.plan.entries[i];
    if (!entry.own() || entry.removed || library.action_index.count(entry.id) > 0) continue;
    Candidate one = own(entry, instrument);
    apply_entry(entry, i, one);
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace sextant::planning
