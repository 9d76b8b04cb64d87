#pragma once

#include <cstddef>
#include <utility>
#include <vector>

/// Linear programmes in which some variables are whole numbers, solved exactly. The wrapper around CBC.
namespace sextant::planning {

struct Variable {
  double low = 0;
  double high = 1;
  bool whole = false;
};

/// low <= sum of coefficient * variable <= high; an infinite bound is none.
struct Row {
  std::vector<std::pair<std::size_t, double>> terms;  ///< each variable once
  double low = 0;
  double high = 0;
};

struct Program {
  std::vector<Variable> variables;
  std::vector<Row> rows;
};

struct Solution {
  bool feasible = false;  ///< one was found
  bool proved = false;    ///< no better one exists, or none at all; otherwise the search was cut off
  double value = 0;       ///< of the objective
  double bound = 0;       ///< nothing is below this
  std::vector<double> x;
};

/// Finds the least value of the sum of `cost` * variable. One thread, no clock: the same programme gives the
/// same solution. The search tree has at most `most_nodes` nodes. Solutions within `tolerance` of the best
/// count as best; with an infinite one, the first that is found does.
Solution minimise(const Program& program, const std::vector<double>& cost, int most_nodes,
                  double tolerance = 0);

}  // namespace sextant::planning
