#include "tests/unit/property_reference.hpp"

#include <algorithm>
#include <cmath>

#include "tests/unit/support.hpp"

namespace sextant::test {

std::uint64_t Random::next() {
  state_ += 0x9E3779B97F4A7C15ULL;
  std::uint64_t z = state_;
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31U);
}

namespace {

const std::vector<std::string> kRules = {"weighted_mean",  "sum",          "minimum", "maximum",
                                         "geometric_mean", "harmonic_mean"};
constexpr double kWeights[] = {1, 1, 2, 0.5, 3, 0.25};

ModelQuestion random_question(Random& random, const std::string& id, bool with_zero_values) {
  ModelQuestion out;
  out.id = id;
  out.weight = random.chance(10) ? 0 : kWeights[random.below(6)];
  const int kind = random.below(10);
  if (kind < 7) {
    out.yaml = "levels: {n: none, e: some, s: most, a: all}";
    out.options = {{"1", 1}, {"2", 2}, {"3", 3}, {"4", 4}};
  } else if (kind < 9) {
    out.yaml = with_zero_values ? "type: yes_no" : "type: yes_no, values: {yes: 4, no: 1}";
    out.options = {{"yes", with_zero_values ? 1 : 4}, {"no", with_zero_values ? 0 : 1}};
  } else {
    out.yaml =
        "type: choice, options: [{id: x, text: x, value: 1.5}, {id: y, text: y, value: 3.75}, {id: z, text: "
        "z, "
        "value: 2}]";
    out.options = {{"x", 1.5}, {"y", 3.75}, {"z", 2}};
  }
  return out;
}

void fill(Random& random, ModelNode& node, int depth, int& questions, int& nodes, bool with_zero_values) {
  node.rule = kRules[static_cast<std::size_t>(random.chance(40) ? 0 : random.below(6))];
  if (random.chance(30)) node.min_coverage = 0.25 * (1 + random.below(4));
  const int below = depth == 0 ? 0 : 1 + random.below(3);
  for (int i = 0; i < below; ++i) {
    ModelNode child;
    child.id = "n" + std::to_string(++nodes);
    child.weight = random.chance(8) ? 0 : kWeights[random.below(6)];
    fill(random, child, depth - 1, questions, nodes, with_zero_values);
    node.nodes.push_back(std::move(child));
  }
  const int own = depth == 0 ? 1 + random.below(3) : random.below(2);
  for (int i = 0; i < own; ++i)
    node.questions.push_back(random_question(random, "q" + std::to_string(++questions), with_zero_values));
  // Weights that add to nothing are an error of the instrument.
  const bool any =
      std::any_of(node.nodes.begin(), node.nodes.end(), [](const auto& n) { return n.weight > 0; }) ||
      std::any_of(node.questions.begin(), node.questions.end(), [](const auto& q) { return q.weight > 0; });
  if (!any) (node.nodes.empty() ? node.questions.front().weight : node.nodes.front().weight) = 1;
}

std::string text_of(double value) {
  std::string out = std::to_string(value);
  while (out.back() == '0') out.pop_back();
  if (out.back() == '.') out.pop_back();
  return out;
}

void write(const ModelNode& node, const std::string& indent, const std::string& without, std::string& out) {
  const auto rules =
      indent + "combine: " + node.rule + "\n" + indent + "min_coverage: " + text_of(node.min_coverage) + "\n";
  if (!node.id.empty()) out += rules;
  if (!node.nodes.empty()) out += indent + "nodes:\n";
  for (const ModelNode& child : node.nodes) {
    out += indent + "  - id: " + child.id + "\n" + indent + "    title: T\n" + indent +
           "    weight: " + text_of(child.weight) + "\n";
    write(child, indent + "    ", without, out);
  }
  std::string questions;
  for (const ModelQuestion& question : node.questions) {
    if (question.id == without) continue;
    questions += indent + "  - {id: " + question.id +
                 ", text: q, not_applicable: yes, weight: " + text_of(question.weight) + ", " +
                 question.yaml + "}\n";
  }
  if (!questions.empty()) out += indent + "questions:\n" + questions;
}

/// What a child brings to a node.
struct Part {
  std::string state;
  double value;
  double coverage;
  double weight;
};

double combined(const std::string& rule, const std::vector<Part>& parts) {
  long double sum = 0;
  long double weights = 0;
  long double logs = 0;
  long double inverse = 0;
  double least = parts.front().value;
  double most = parts.front().value;
  for (const Part& part : parts) {
    sum += static_cast<long double>(part.weight) * part.value;
    weights += part.weight;
    logs += part.weight * std::log(static_cast<long double>(std::max(part.value, 1e-300)));
    inverse += part.weight / static_cast<long double>(std::max(part.value, 1e-300));
    least = std::min(least, part.value);
    most = std::max(most, part.value);
  }
  if (rule == "weighted_mean") return static_cast<double>(sum / weights);
  if (rule == "sum") return static_cast<double>(sum);
  if (rule == "minimum") return least;
  if (rule == "maximum") return most;
  if (least <= 0) return 0;
  return static_cast<double>(rule == "geometric_mean" ? std::exp(logs / weights) : weights / inverse);
}

}  // namespace

std::vector<const ModelQuestion*> questions_of(const ModelNode& node) {
  std::vector<const ModelQuestion*> out;
  for (const ModelNode& child : node.nodes) {
    for (const ModelQuestion* question : questions_of(child)) out.push_back(question);
  }
  for (const ModelQuestion& question : node.questions) out.push_back(&question);
  return out;
}

std::vector<const ModelNode*> nodes_of(const ModelNode& node) {
  std::vector<const ModelNode*> out = {&node};
  for (const ModelNode& child : node.nodes) {
    for (const ModelNode* one : nodes_of(child)) out.push_back(one);
  }
  return out;
}

Model random_model(Random& random, bool with_zero_values) {
  Model out;
  int questions = 0;
  int nodes = 0;
  fill(random, out.root, 1 + random.below(2), questions, nodes, with_zero_values);
  out.root.id = "overall";
  for (const ModelQuestion* question : questions_of(out.root)) {
    if (random.chance(50)) out.index.push_back(question->id);
  }
  if (out.index.empty()) out.index.push_back(questions_of(out.root).front()->id);
  return out;
}

ModelAnswers random_answers(Random& random, const Model& model, int most_unknown) {
  ModelAnswers out;
  int unknown = 0;
  for (const ModelQuestion* question : questions_of(model.root)) {
    const int roll = random.below(100);
    if (roll < 15) {
      out[question->id] = "not_applicable";
    } else if (roll < 45 && unknown < most_unknown) {
      ++unknown;
      if (roll < 30) out[question->id] = "dont_know";
    } else {
      out[question->id] =
          question
              ->options[static_cast<std::size_t>(random.below(static_cast<int>(question->options.size())))]
              .first;
    }
  }
  return out;
}

std::string yaml_of(const Model& model, const std::string& without) {
  std::string out = maturity() + "overall:\n  combine: " + model.root.rule +
                    "\n  min_coverage: " + text_of(model.root.min_coverage) + "\n";
  ModelNode top = model.root;
  top.id.clear();
  write(top, "", without, out);
  out += "indices:\n  - id: index\n    title: I\n    members:\n";
  for (const std::string& id : model.index) {
    if (id != without) out += "      - {id: " + id + "}\n";
  }
  return out;
}

std::string lines_of(const ModelAnswers& answers) {
  std::string out;
  for (const auto& [id, value] : answers) out += (out.empty() ? "" : "\n") + id + ": " + value;
  return out;
}

ModelNode index_node(const Model& model) {
  ModelNode out;
  out.id = "index";
  out.rule = "weighted_mean";
  for (const ModelQuestion* question : questions_of(model.root)) {
    if (std::find(model.index.begin(), model.index.end(), question->id) == model.index.end()) continue;
    out.questions.push_back(*question);
    out.questions.back().weight = 1;
  }
  return out;
}

ModelScore naive_score(const ModelNode& node, const ModelAnswers& answers) {
  std::vector<Part> parts;
  for (const ModelNode& child : node.nodes) {
    const ModelScore one = naive_score(child, answers);
    parts.push_back({one.state, one.value, one.coverage, child.weight});
  }
  for (const ModelQuestion& question : node.questions) {
    const auto it = answers.find(question.id);
    Part part{"not_assessed", 0, 0, question.weight};
    if (it != answers.end() && it->second == "not_applicable") part.state = "not_applicable";
    for (const auto& [written, worth] : question.options) {
      if (it != answers.end() && it->second == written) part = {"scored", worth, 1, question.weight};
    }
    parts.push_back(part);
  }
  // What weighs nothing says nothing.
  parts.erase(std::remove_if(parts.begin(), parts.end(), [](const Part& p) { return p.weight <= 0; }),
              parts.end());
  double applicable = 0;
  double covered = 0;
  bool answered = false;
  std::vector<Part> scored;
  for (const Part& part : parts) {
    if (part.state == "not_applicable") continue;
    applicable += part.weight;
    covered += part.weight * part.coverage;
    answered = answered || part.state == "scored" || part.state == "insufficient";
    if (part.state == "scored") scored.push_back(part);
  }
  if (applicable <= 0) return {"not_applicable", 0, 0};
  const double coverage = covered / applicable;
  if (!answered) return {"not_assessed", 0, coverage};
  if (scored.empty() || coverage < node.min_coverage - 1e-9) return {"insufficient", 0, coverage};
  return {"scored", combined(node.rule, scored), coverage};
}

int naive_level(double value) {
  int level = 0;
  for (const double from : {1.75, 2.5, 3.25}) level += value >= from - 1e-9 ? 1 : 0;
  return level;
}

}  // namespace sextant::test
