#pragma once

#include <cstddef>
#include <optional>
#include <random>
#include <vector>

#include "engine/planning/program.hpp"

/// Planning by trying everything, written from the words of docs/method.md and not from the programme.
namespace sextant::planning::naive {

/// What a schedule is worth.
struct Worth {
  bool allowed = true;
  double broken = 0;
  double wanted = 0;
  double lowest = 1;
  double mean = 0;
  double effort = 0;
  double late = 0;
};

/// The horizon of each candidate, from 0; none where it is not done.
using When = std::vector<std::optional<std::size_t>>;

/// The level of a node at the end of a horizon: one step after the other from where it stands.
std::size_t level_at(const Problem& problem, const When& when, std::size_t node, std::size_t horizon);

Worth worth(const Problem& problem, const When& when);

/// The best schedule's worth; at most a dozen candidates.
Worth by_trying_all(const Problem& problem);

When as_numbers(const Schedule& schedule);

/// Nodes 0 and 1 in the first pillar, 2 in the second; levels 0 to 2; gains in twentieths.
Problem random_problem(std::mt19937& random, bool with_kept);

}  // namespace sextant::planning::naive
