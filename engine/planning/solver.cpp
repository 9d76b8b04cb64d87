#include "engine/planning/solver.hpp"

#include <coin/Cbc_C_Interface.h>
#include <cmath>
#include <memory>
#include <mutex>

namespace sextant::planning {

namespace {

struct Release {
  void operator()(Cbc_Model* model) const { Cbc_deleteModel(model); }
};

/// The matrix by columns, as the solver wants it.
struct Columns {
  std::vector<CoinBigIndex> start;
  std::vector<int> row;
  std::vector<double> value;
};

Columns by_columns(const Program& program) {
  std::vector<std::vector<std::pair<int, double>>> columns(program.variables.size());
  for (std::size_t r = 0; r < program.rows.size(); ++r) {
    for (const auto& [variable, coefficient] : program.rows[r].terms)
      columns[variable].emplace_back(static_cast<int>(r), coefficient);
  }
  Columns out;
  out.start.push_back(0);
  for (const auto& column : columns) {
    for (const auto& [row, coefficient] : column) {
      out.row.push_back(row);
      out.value.push_back(coefficient);
    }
    out.start.push_back(static_cast<CoinBigIndex>(out.row.size()));
  }
  return out;
}

}  // namespace

Solution minimise(const Program& program, const std::vector<double>& cost, int most_nodes, double tolerance) {
  // CBC keeps what it works with in variables that all threads share: one at a time.
  static std::mutex busy;
  const std::lock_guard lock(busy);
  const std::unique_ptr<Cbc_Model, Release> model(Cbc_newModel());
  std::vector<double> low;
  std::vector<double> high;
  std::vector<double> row_low;
  std::vector<double> row_high;
  for (const Variable& variable : program.variables) {
    low.push_back(variable.low);
    high.push_back(variable.high);
  }
  for (const Row& row : program.rows) {
    row_low.push_back(row.low);
    row_high.push_back(row.high);
  }
  const Columns columns = by_columns(program);
  Cbc_loadProblem(model.get(), static_cast<int>(low.size()), static_cast<int>(row_low.size()),
                  columns.start.data(), columns.row.data(), columns.value.data(), low.data(), high.data(),
                  cost.data(), row_low.data(), row_high.data());
  for (std::size_t i = 0; i < program.variables.size(); ++i) {
    if (program.variables[i].whole) Cbc_setInteger(model.get(), static_cast<int>(i));
  }
  Cbc_setObjSense(model.get(), 1);
  Cbc_setLogLevel(model.get(), 0);
  // With it, CBC 2.10.8 calls schedules the best that are not: comparison with all plans shows some in a
  // hundred.
  Cbc_setParameter(model.get(), "preprocess", "off");
  Cbc_setMaximumNodes(model.get(), most_nodes);
  if (std::isinf(tolerance)) {
    Cbc_setMaximumSolutions(model.get(), 1);
  } else if (tolerance > 0) {
    Cbc_setAllowableGap(model.get(), tolerance);
  }
  Cbc_solve(model.get());
  Solution out;
  const double* best = Cbc_bestSolution(model.get());
  out.proved = Cbc_isProvenOptimal(model.get()) != 0 || Cbc_isProvenInfeasible(model.get()) != 0;
  out.feasible = best != nullptr;
  if (!out.feasible) return out;
  out.x.assign(best, best + program.variables.size());
  for (std::size_t i = 0; i < out.x.size(); ++i) {
    if (program.variables[i].whole) out.x[i] = std::round(out.x[i]);
    out.value += cost[i] * out.x[i];
  }
  out.bound = out.proved ? out.value : Cbc_getBestPossibleObjValue(model.get());
  return out;
}

}  // namespace sextant::planning
