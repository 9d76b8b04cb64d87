#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tests/unit/language_model.hpp"

/// A second, naive scorer of the whole instrument language: written from docs/questionnaire-format.md and
/// docs/method.md, in long doubles, sharing no code with the engine. It knows nothing of ranges: those are
/// what it gives over all completions.
namespace sextant::test::language {

/// What becomes of a question.
struct Asked {
  enum class State { answered, dont_know, not_applicable, unanswered, not_asked };
  State state = State::not_asked;
  bool open = false;
};

struct Result {
  std::string state;
  std::optional<long double> value;
  int own = 0;    ///< only where there is a value
  int level = 0;  ///< after gates, the evidence cap and caps
  std::optional<long double> coverage;
  int grade = 0;  ///< the best evidence below
};

struct Outcome {
  std::vector<Asked> questions;
  std::vector<Result> nodes;
};

Outcome naive_score(const Model& model, const Sheet& sheet, bool edition);

long double worth(const Model& model, const Question& question, const Answer& answer);
int naive_level(const Scale& scale, long double value);
long double naive_steps(const std::vector<Step>& steps, long double x);
long double naive_round(const Round& round, long double x);
/// The rules that look at values alone; nothing where a balanced mean has none.
std::optional<long double> naive_combined(
    const Node& node, const Scale& scale,
    const std::vector<std::pair<long double, long double>>& values_and_weights);
std::optional<long double> naive_lookup(const std::vector<Row>& table, std::vector<int> levels);

}  // namespace sextant::test::language
