#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "engine/assessment/assessment.hpp"
#include "engine/library/loader.hpp"
#include "engine/scoring/score.hpp"

namespace sextant::library_loading {

namespace {

using Step = std::pair<std::size_t, std::size_t>;  ///< a node and the level that it reaches

/// Which actions lead where, and which of them nothing in the library lets start.
class NeedsGraph {
 public:
  explicit NeedsGraph(const ActionLibrary& library) : actions_(library.actions) {
    for (std::size_t i = 0; i < actions_.size(); ++i)
      by_step_[{actions_[i].node, actions_[i].to}].push_back(i);
    start_what_can();
  }

  /// Actions that wait for each other, from one of them back to itself; empty where none of what it needs
  /// waits for it.
  std::vector<std::size_t> circle(std::size_t action) const {
    std::vector<std::size_t> path = {action};
    std::set<std::size_t> seen;
    return !started_[action] && back_to(action, path, seen) ? path : std::vector<std::size_t>();
  }

  /// The actions that lead to a level; none: the library leaves it to the country.
  const std::vector<std::size_t>& leading_to(const Need& need) const {
    static const std::vector<std::size_t> none;
    const auto it = by_step_.find({need.node, need.level});
    return it == by_step_.end() ? none : it->second;
  }

 private:
  bool is_met(const Need& need, const std::set<Step>& reached) const {
    return need.level == 0 || leading_to(need).empty() || reached.count({need.node, need.level}) > 0;
  }

  /// From the lowest levels on, as far as actions carry. A level that no action leads to counts as given.
  void start_what_can() {
    started_.assign(actions_.size(), false);
    std::set<Step> reached;
    for (bool moved = true; moved;) {
      moved = false;
      for (std::size_t i = 0; i < actions_.size(); ++i) {
        const Action& action = actions_[i];
        const bool ready = !started_[i] && is_met({action.node, action.from}, reached) &&
                           std::all_of(action.needs.begin(), action.needs.end(),
                                       [&](const Need& need) { return is_met(need, reached); });
        if (!ready) continue;
        started_[i] = moved = true;
        reached.insert({action.node, action.to});
      }
    }
  }

  bool back_to(std::size_t goal, std::vector<std::size_t>& path, std::set<std::size_t>& seen) const {
    const Action& action = actions_[path.back()];
    std::vector<Need> needs = action.needs;
    needs.push_back({action.node, action.from});
    for (const Need& need : needs) {
      for (const std::size_t next : leading_to(need)) {
        if (next == goal) return true;
        if (started_[next] || !seen.insert(next).second) continue;
        path.push_back(next);
        if (back_to(goal, path, seen)) return true;
        path.pop_back();
      }
    }
    return false;
  }

  const std::vector<Action>& actions_;
  std::map<Step, std::vector<std::size_t>> by_step_;
  std::vector<bool> started_;
};

/// An action cannot stand in an earlier horizon than what has to be there first.
void check_horizons(Shelf& shelf, const ActionLibrary& library, const NeedsGraph& graph) {
  for (const Action& action : library.actions) {
    for (const Need& need : action.needs) {
      Horizon soonest = Horizon::long_term;
      for (const std::size_t one : graph.leading_to(need))
        soonest = std::min(soonest, library.actions[one].horizon);
      if (need.level == 0 || graph.leading_to(need).empty() || action.horizon >= soonest) continue;
      const Node& node = shelf.instrument.nodes[need.node];
      shelf.report(action.file, Code::horizon_before_need, action.at,
                   {{"id", action.id},
                    {"horizon", std::string(name_of(action.horizon))},
                    {"node", node.id},
                    {"level", shelf.instrument.scales[node.scale].levels[need.level].id},
                    {"needed", std::string(name_of(soonest))}});
    }
  }
}

/// Steps between levels of a component that no action takes.
void check_steps(Shelf& shelf, const ActionLibrary& library, Span actions_at) {
  std::set<Step> taken;
  for (const Action& action : library.actions) taken.insert({action.node, action.to});
  for (const std::size_t component : shelf.instrument.components()) {
    const Node& node = shelf.instrument.nodes[component];
    const std::vector<Level>& levels = shelf.instrument.scales[node.scale].levels;
    for (std::size_t to = 1; to < levels.size(); ++to) {
      if (taken.count({component, to}) > 0) continue;
      shelf.report(shelf.main.name(), Code::step_without_action, actions_at,
                   {{"id", node.id}, {"from", levels[to - 1].id}, {"to", levels[to].id}});
    }
  }
}

}  // namespace

void check_needs(Shelf& shelf, const ActionLibrary& library) {
  const NeedsGraph graph(library);
  std::set<std::size_t> told;
  for (std::size_t i = 0; i < library.actions.size(); ++i) {
    const std::vector<std::size_t> circle = told.count(i) > 0 ? std::vector<std::size_t>() : graph.circle(i);
    if (circle.empty()) continue;
    std::string chain;
    for (const std::size_t one : circle) {
      told.insert(one);
      chain += library.actions[one].id + " > ";
    }
    const Action& action = library.actions[i];
    shelf.report(action.file, Code::needs_in_circle, action.at,
                 {{"id", action.id}, {"chain", chain + action.id}});
  }
  check_horizons(shelf, library, graph);
}

void check_reach(Shelf& shelf, const ActionLibrary& library, Span actions_at) {
  if (!shelf.options.lint) return;
  check_steps(shelf, library, actions_at);
  Assessment blank;
  blank.answers.resize(shelf.instrument.questions.size());
  const Scores open = score(shelf.instrument, blank);
  for (const Action& action : library.actions) {
    const std::optional<LevelSpan>& levels = open.nodes[action.node].levels;
    if (levels && levels->low <= action.from && action.from <= levels->high) continue;
    const Node& node = shelf.instrument.nodes[action.node];
    shelf.report(action.file, Code::action_out_of_reach, action.at,
                 {{"id", action.id},
                  {"node", node.id},
                  {"level", shelf.instrument.scales[node.scale].levels[action.from].id}});
  }
}

}  // namespace sextant::library_loading
