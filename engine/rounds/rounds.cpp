#include "engine/rounds/rounds.hpp"

#include <algorithm>
#include <cmath>

#include "engine/agreement/opinions.hpp"

namespace sextant {

namespace {

constexpr double kNothing = 1e-12;

using Path = std::vector<std::vector<std::optional<double>>>;  ///< after each step, of each node

std::vector<std::optional<double>> values_of(const Scores& scores) {
  std::vector<std::optional<double>> out;
  for (const NodeScore& node : scores.nodes) out.push_back(node.value);
  return out;
}

/// One step towards `after`: the change of this index, or, behind the last one, the edition.
void step(const Movement& moves, const Assessment& after, std::size_t index, Assessment& now) {
  if (index == moves.changes.size()) {
    now.edition = after.edition;
  } else {
    const std::size_t question = moves.changes[index].question;
    now.answers[question] = after.answers[question];
  }
}

/// The values on the way from `first`, those of `before`, in this order of steps.
Path path_of(const Instrument& instrument, const Movement& moves, const Assessment& before,
             const Assessment& after, const std::vector<std::size_t>& order,
             const std::vector<std::optional<double>>& first) {
  Assessment now = before;
  Path out = {first};
  for (const std::size_t index : order) {
    step(moves, after, index, now);
    out.push_back(values_of(score(instrument, now)));
  }
  return out;
}

/// Adds half of what each step moves to `points`.
void add_half(const Path& path, const std::vector<std::size_t>& order, std::size_t node,
              std::vector<double>& points) {
  double last = *path.front()[node];
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::optional<double>& now = path[i + 1][node];
    if (!now) continue;
    points[order[i]] += (*now - last) / 2;
    last = *now;
  }
}

std::vector<std::pair<std::string, std::string>> reasons_of(const Assessment& after, std::size_t question) {
  std::vector<std::pair<std::string, std::string>> out;
  const Answer& answer = after.answers[question];
  for (const Earlier& one : answer.history) {
    if (!one.reason.empty()) out.emplace_back(one.date, one.reason);
  }
  for (const Decision& one : after.decisions) {
    if (one.question == question && out.empty()) out.emplace_back(one.date, one.reason);
  }
  if (out.empty() && !answer.because.empty()) out.emplace_back(answer.date, answer.because);
  return out;
}

}  // namespace

Movement movement(const Instrument& instrument, const Assessment& before, const Assessment& after) {
  Movement out;
  for (std::size_t q = 0; q < instrument.questions.size(); ++q) {
    const Answer& was = before.answers[q];
    const Answer& is = after.answers[q];
    if (!same_value(instrument.questions[q], was, is))
      out.changes.push_back({q, was, is, reasons_of(after, q)});
  }
  out.edition_changed = before.edition != after.edition;
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < out.changes.size() + (out.edition_changed ? 1 : 0); ++i) order.push_back(i);
  std::vector<std::size_t> back(order.rbegin(), order.rend());
  const Scores first = score(instrument, before);
  const Path forth = path_of(instrument, out, before, after, order, values_of(first));
  const Path from_behind = path_of(instrument, out, before, after, back, values_of(first));
  const Scores last = score(instrument, after);
  std::vector<std::size_t> nodes = {0};
  for (const std::size_t pillar : instrument.pillars()) nodes.push_back(pillar);
  for (std::size_t n = 1; n < instrument.nodes.size(); ++n) {
    if (instrument.nodes[n].is_index) nodes.push_back(n);
  }
  for (const std::size_t node : nodes) {
    NodeMove move{node, first.nodes[node], last.nodes[node], {}};
    if (move.before.value && move.after.value) {
      std::vector<double> points(out.changes.size() + 1, 0);
      add_half(forth, order, node, points);
      add_half(from_behind, back, node, points);
      for (std::size_t i = 0; i < points.size(); ++i) {
        const std::optional<std::size_t> change =
            i < out.changes.size() ? std::optional<std::size_t>(i) : std::nullopt;
        if (std::fabs(points[i]) > kNothing) move.parts.push_back({change, points[i]});
      }
    }
    out.nodes.push_back(std::move(move));
  }
  return out;
}

std::optional<Assessment> as_given_first(const Instrument& instrument, const Assessment& assessment) {
  Assessment out = assessment;
  bool any = false;
  for (Answer& answer : out.answers) {
    if (answer.history.empty()) continue;
    any = true;
    const Answer first = answer.history.front().answer;
    answer = first;
  }
  if (!any) return std::nullopt;
  mark_disputes(instrument, out);
  return out;
}

}  // namespace sextant
