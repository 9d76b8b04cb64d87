#include "engine/learning/agenda.hpp"

#include <algorithm>
#include <tuple>

namespace sextant {

namespace {

class Planner {
 public:
  Planner(const Instrument& instrument, const Scores& scores)
      : instrument_(instrument), scores_(scores), taken_(instrument.nodes.size(), false) {}

  Agenda run() {
    for (const std::size_t node : instrument_.components()) sort_out(node);
    std::stable_sort(ranked_.begin(), ranked_.end(),
                     [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    for (const std::size_t node : ranked_) place(node, std::nullopt);
    fill_half_days();
    return std::move(out_);
  }

 private:
  void sort_out(std::size_t node) {
    const NodeScore& score = scores_.nodes[node];
    if (score.state == NodeState::insufficient || score.state == NodeState::not_assessed) {
      out_.open.push_back(node);
    } else if (score.state == NodeState::scored) {
      (steps_to_go(node) == 0 ? out_.at_top : ranked_).push_back(node);
    }
  }

  std::tuple<std::size_t, double> rank(std::size_t node) const {
    return {*scores_.nodes[node].level, *scores_.nodes[node].value};
  }

  std::size_t steps_to_go(std::size_t node) const {
    return instrument_.scales[instrument_.nodes[node].scale].levels.size() - 1 - *scores_.nodes[node].level;
  }

  /// Whether `node` leans on `other`; a prerequisite of a pillar is one of all its components, and so is a
  /// pillar that others lean on.
  bool leans_on(std::size_t node, std::size_t other) const {
    return std::any_of(instrument_.prerequisites.begin(), instrument_.prerequisites.end(),
                       [&](const Prerequisite& one) {
                         return instrument_.below(node, one.node) &&
                                std::any_of(one.needs.begin(), one.needs.end(),
                                            [&](std::size_t need) { return instrument_.below(other, need); });
                       });
  }

  /// What leans on itself through others is placed where it is met first.
  void place(std::size_t node, std::optional<std::size_t> ahead_of) {
    if (taken_[node]) return;
    taken_[node] = true;
    for (const std::size_t other : ranked_) {
      if (other != node && leans_on(node, other)) place(other, node);
    }
    constexpr int kFirst = 30;
    constexpr int kFurther = 15;
    constexpr int kMost = 60;
    const int minutes = kFirst + kFurther * (static_cast<int>(steps_to_go(node)) - 1);
    out_.sessions.push_back({node, std::min(minutes, kMost), 1, ahead_of});
  }

  void fill_half_days() {
    int half_day = 1;
    int used = 0;
    for (Session& session : out_.sessions) {
      if (used + session.minutes > kHalfDay) {
        ++half_day;
        used = 0;
      }
      used += session.minutes;
      session.half_day = half_day;
    }
  }

  const Instrument& instrument_;
  const Scores& scores_;
  std::vector<bool> taken_;
  std::vector<std::size_t> ranked_;
  Agenda out_;
};

}  // namespace

Agenda agenda(const Instrument& instrument, const Scores& scores) {
  return Planner(instrument, scores).run();
}

}  // namespace sextant
