#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tests/unit/property_reference.hpp"

/// Small random instruments that use the whole language, and answers to them, as plain data and as YAML.
namespace sextant::test::language {

enum class Rule { mean, sum, minimum, maximum, geometric, harmonic, weakest, lookup, balanced, staged };
enum class Mode { half_up, half_even, floor, ceiling };
enum class Type { level, yes_no, choice, checklist, number, grid };

struct Round {
  int digits = 0;
  Mode mode = Mode::half_up;
};

struct Step {
  double from = 0;
  double value = 0;
};

struct Scale {
  double min = 0;
  double max = 0;
  std::vector<double> values;  ///< of the levels, which are called l1, l2 ... and numbered 1, 2 ...
  std::vector<double> bounds;
  std::optional<Round> decide_on;
};

struct Condition {
  enum class Kind { all, any, none, is, at_least, at_most, answered };
  Kind kind = Kind::all;
  std::vector<Condition> parts;
  int question = 0;
  std::vector<int> options;
  double value = 0;
};

struct Question {
  Type type = Type::level;
  double weight = 1;
  bool tagged = false;
  std::vector<double> options;  ///< values of options or parts; of a grid only how many cells there are
  std::string count;            ///< of a checklist
  std::vector<Step> steps;
  std::optional<Condition> ask_if;
};

struct Need {
  std::vector<int> questions;
  double share = 1;
  double score = 0;
  std::string yaml;  ///< its `of`
};

struct Gate {
  int level = 0;
  std::vector<Need> needs;
};

struct Row {
  struct Count {
    int level = 0;
    int least = 0;
    int most = 99;
    bool or_above = false;
  };
  std::vector<int> of;
  std::vector<Count> counts;
  double is = 0;
};

struct Child {
  bool is_question = false;
  int index = 0;
  double weight = 1;
};

/// What a missing answer is: nothing (left out), the lowest, or a value.
struct Missing {
  enum class Kind { excluded, lowest, value };
  Kind kind = Kind::excluded;
  double value = 0;
};

struct Node {
  int parent = 0;
  double weight = 1;
  bool index = false;
  int scale = 0;
  Rule rule = Rule::mean;
  double plus = 0.5;
  std::vector<Row> table;
  bool own_missing = false;
  Missing dont_know;
  Missing unanswered;
  double min_coverage = 0;
  bool transformed = false;
  double factor = 1;
  double offset = 0;
  std::vector<Step> steps;
  std::optional<Round> round;
  std::vector<Gate> gates;
  int evidence_grade = 0;  ///< 0: no evidence cap
  int evidence_at = 0;
  std::vector<Child> children;
  std::string members;  ///< of an index, as YAML
};

struct Cap {
  int node = 0;
  int at = 0;
  int while_node = 0;
  int while_level = 0;
};

struct Model {
  std::vector<Scale> scales;
  std::vector<Question> questions;
  std::vector<Node> nodes;  ///< [0] is the root; parents before children; indices last
  std::vector<Cap> caps;
  std::optional<std::vector<bool>> edition;  ///< which questions it asks
  std::string edition_yaml;
};

/// What a model may contain besides the plain things.
struct Mix {
  bool rising_only = false;  ///< only rules, steps and factors that rise, no branching
};

Model random_model(Random& random, const Mix& mix = {});

enum class State { answered, dont_know, not_applicable, unanswered };

struct Answer {
  State state = State::unanswered;
  std::vector<int> chosen;  ///< the level; the option; the parts; a level for each cell, -1 where it is empty
  double number = 0;
  int grade = -1;  ///< of its evidence; -1: none given
};

using Sheet = std::vector<Answer>;

Sheet random_sheet(Random& random, const Model& model, int most_unknown);
/// Every answer that the question can get; for a number without steps its ends and its middle.
std::vector<Answer> every_answer(const Model& model, const Question& question);

std::string yaml_of(const Model& model);
std::string lines_of(const Model& model, const Sheet& sheet);
std::string name_of_node(const Model& model, int node);

}  // namespace sextant::test::language
