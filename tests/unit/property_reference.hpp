#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

/// A second, naive way to score small questionnaires, written from docs/questionnaire-format.md and sharing
/// no code with the engine, with random instruments and answers to try both on.
namespace sextant::test {

/// splitmix64: the same numbers everywhere.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  /// A whole number from 0 to `count` - 1.
  int below(int count) { return static_cast<int>(next() % static_cast<std::uint64_t>(count)); }
  bool chance(int percent) { return below(100) < percent; }

 private:
  std::uint64_t state_;
};

struct ModelQuestion {
  std::string id;
  double weight = 1;
  std::vector<std::pair<std::string, double>> options;  ///< how an answer is written, and what it is worth
  std::string yaml;                                     ///< its keys besides id and weight
};

struct ModelNode {
  std::string id;
  double weight = 1;
  std::string rule;
  double min_coverage = 0;
  std::vector<ModelNode> nodes;
  std::vector<ModelQuestion> questions;
};

struct Model {
  ModelNode root;
  std::vector<std::string> index;  ///< the questions of one index, a plain mean
};

/// Answers as written ("3", "dont_know", "not_applicable"); what is not there is unanswered.
using ModelAnswers = std::map<std::string, std::string>;

Model random_model(Random& random, bool with_zero_values);
ModelAnswers random_answers(Random& random, const Model& model, int most_unknown);
/// The instrument's text without its fixed head. `without`: leave this question out.
std::string yaml_of(const Model& model, const std::string& without = "");
std::string lines_of(const ModelAnswers& answers);
std::vector<const ModelQuestion*> questions_of(const ModelNode& node);
std::vector<const ModelNode*> nodes_of(const ModelNode& node);

/// What the naive scorer says of a node.
struct ModelScore {
  std::string state;
  double value = 0;  ///< only where scored
  double coverage = 0;
};
ModelScore naive_score(const ModelNode& node, const ModelAnswers& answers);
/// The index of the model as a node.
ModelNode index_node(const Model& model);
/// The level of a value: bounds 1, 1.75, 2.5, 3.25 (or 0.5 steps for models with zero values).
int naive_level(double value);

}  // namespace sextant::test
