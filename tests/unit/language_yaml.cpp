#include <algorithm>

#include "tests/unit/language_model.hpp"

namespace sextant::test::language {

namespace {

std::string text(double x) {
  std::string out = std::to_string(x);
  out.erase(out.find_last_not_of('0') + 1);
  if (out.back() == '.') out.pop_back();
  return out;
}

std::string level(int index) {
  return "l" + std::to_string(index + 1);
}

template <typename T, typename Write>
std::string list(const std::vector<T>& items, Write write) {
  std::string out = "[";
  for (const T& item : items) out += (out.size() > 1 ? ", " : "") + write(item);
  return out + "]";
}

std::string steps(const std::vector<Step>& of) {
  return list(of, [](const Step& s) { return "{from: " + text(s.from) + ", value: " + text(s.value) + "}"; });
}

std::string round_text(const Round& round) {
  constexpr const char* kModes[] = {"half_up", "half_even", "floor", "ceiling"};
  return "{digits: " + std::to_string(round.digits) + ", mode: " + kModes[static_cast<int>(round.mode)] + "}";
}

std::string missing_text(const Missing& missing) {
  return missing.kind == Missing::Kind::excluded ? "excluded"
         : missing.kind == Missing::Kind::lowest ? "lowest"
                                                 : text(missing.value);
}

/// How an option is written in answers and conditions.
std::string option(const Question& question, int index) {
  if (question.type == Type::level) return level(index);
  if (question.type == Type::yes_no) return index == 0 ? "yes" : "no";
  return "o" + std::to_string(index);
}

std::string condition(const Model& model, const Condition& of) {
  using Kind = Condition::Kind;
  constexpr const char* kNames[] = {"all", "any", "none", "is", "at_least", "at_most", "answered"};
  const std::string name = kNames[static_cast<int>(of.kind)];
  if (of.kind == Kind::all || of.kind == Kind::any || of.kind == Kind::none) {
    return "{" + name + ": " + list(of.parts, [&](const Condition& part) { return condition(model, part); }) +
           "}";
  }
  const Question& question = model.questions[static_cast<std::size_t>(of.question)];
  std::string what = "yes";
  if (of.kind == Kind::is) what = list(of.options, [&](int i) { return option(question, i); });
  if (of.kind == Kind::at_least || of.kind == Kind::at_most) {
    what = text(of.value);
    const std::vector<double>& values = model.scales[0].values;
    for (std::size_t i = 0; i < values.size() && question.type == Type::level; ++i) {
      if (values[i] == of.value) what = level(static_cast<int>(i));
    }
  }
  return "{question: q" + std::to_string(of.question) + ", " + name + ": " + what + "}";
}

std::string options_text(const Question& question) {
  std::string out = "[";
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    out += (i > 0 ? ", {id: o" : "{id: o") + std::to_string(i) + ", text: T" + std::to_string(i);
    out += question.type == Type::grid ? "}" : ", value: " + text(question.options[i]) + "}";
  }
  return out + "]";
}

std::string question_text(const Model& model, int index) {
  const Question& question = model.questions[static_cast<std::size_t>(index)];
  std::string out =
      "{id: q" + std::to_string(index) + ", text: Q, not_applicable: yes, weight: " + text(question.weight);
  switch (question.type) {
    case Type::level:
      out += ", levels: {";
      for (std::size_t i = 0; i < model.scales[0].values.size(); ++i) {
        out += (i > 0 ? ", " : "") + level(static_cast<int>(i)) + ": D" + std::to_string(i);
      }
      out += "}";
      break;
    case Type::yes_no:
      out += ", type: yes_no, values: {yes: " + text(question.options[0]) +
             ", no: " + text(question.options[1]) + "}";
      break;
    case Type::choice:
      out += ", type: choice, options: " + options_text(question);
      break;
    case Type::checklist:
      out += ", type: checklist, count: " + question.count + ", parts: " + options_text(question);
      break;
    case Type::number:
      out += ", type: number, range: [0, 10]";
      break;
    case Type::grid:
      out += ", type: grid, cells: " + options_text(question);
      break;
  }
  if (!question.steps.empty()) out += ", steps: " + steps(question.steps);
  if (question.tagged) out += ", tags: [x]";
  if (question.ask_if) out += ", ask_if: " + condition(model, *question.ask_if);
  return out + "}";
}

std::string row_text(const Row& row) {
  std::string out = "{";
  if (!row.of.empty()) out += "of: " + list(row.of, level) + ", ";
  if (row.of.empty() || !row.counts.empty()) {
    out += "counts: " +
           list(row.counts,
                [](const Row::Count& count) {
                  return "{level: " + level(count.level) + ", at_least: " + std::to_string(count.least) +
                         (count.most < 99 ? ", at_most: " + std::to_string(count.most) : "") +
                         (count.or_above ? ", or_above: yes}" : "}");
                }) +
           ", ";
  }
  return out + "is: " + text(row.is) + "}";
}

std::string gate_text(const Model& model, const Node& node, const Gate& gate) {
  // `at` is a score: a number that is the number of a level would stand for that level, so its id is written.
  const std::vector<double>& values = model.scales[static_cast<std::size_t>(node.scale)].values;
  return "{level: " + level(gate.level) + ", needs: " +
         list(gate.needs,
              [&](const Need& need) {
                std::string at = text(need.score) + ".0";
                for (std::size_t i = 0; i < values.size(); ++i) {
                  if (values[i] == need.score) at = level(static_cast<int>(i));
                }
                return "{of: [" + need.yaml + "], share: " + text(need.share) + ", at: " + at + "}";
              }) +
         "}";
}

std::string rules_text(const Model& model, const Node& node, const std::string& indent) {
  constexpr const char* kRules[] = {"weighted_mean",  "sum",           "minimum",           "maximum",
                                    "geometric_mean", "harmonic_mean", "weakest_link_plus", "lookup",
                                    "balanced",       "staged"};
  std::string out = indent + "combine: {rule: " + kRules[static_cast<int>(node.rule)];
  if (node.rule == Rule::weakest) out += ", plus: " + text(node.plus);
  if (node.rule == Rule::lookup) out += ", table: " + list(node.table, row_text);
  out += "}\n" + indent + "min_coverage: " + text(node.min_coverage) + "\n";
  if (node.own_missing) {
    out += indent + "missing: {dont_know: " + missing_text(node.dont_know) +
           ", unanswered: " + missing_text(node.unanswered) + "}\n";
  }
  if (node.transformed)
    out += indent + "transform: {factor: " + text(node.factor) + ", offset: " + text(node.offset) + "}\n";
  if (!node.steps.empty()) out += indent + "steps: " + steps(node.steps) + "\n";
  if (node.round) out += indent + "round: " + round_text(*node.round) + "\n";
  if (!node.gates.empty()) {
    out += indent +
           "gates: " + list(node.gates, [&](const Gate& gate) { return gate_text(model, node, gate); }) +
           "\n";
  }
  if (node.evidence_grade > 0) {
    out += indent + "evidence_cap: {below_grade: " + std::to_string(node.evidence_grade) +
           ", at: " + level(node.evidence_at) + "}\n";
  }
  return out;
}

void children_text(const Model& model, const Node& node, const std::string& indent, std::string& out) {
  std::string nodes;
  std::string questions;
  for (const Child& child : node.children) {
    if (child.is_question) {
      questions += indent + "  - " + question_text(model, child.index) + "\n";
      continue;
    }
    const Node& below = model.nodes[static_cast<std::size_t>(child.index)];
    nodes += indent + "  - id: " + name_of_node(model, child.index) + "\n" + indent + "    title: T\n" +
             indent + "    weight: " + text(below.weight) + "\n" + rules_text(model, below, indent + "    ");
    children_text(model, below, indent + "    ", nodes);
  }
  if (!nodes.empty()) out += indent + "nodes:\n" + nodes;
  if (!questions.empty()) out += indent + "questions:\n" + questions;
}

std::string scales_text(const Model& model) {
  std::string out = "scales:\n";
  for (std::size_t i = 0; i < model.scales.size(); ++i) {
    const Scale& scale = model.scales[i];
    out += "  - id: s" + std::to_string(i) + "\n    min: " + text(scale.min) +
           "\n    max: " + text(scale.max) + "\n";
    if (scale.decide_on) out += "    decide_on: " + round_text(*scale.decide_on) + "\n";
    out += "    levels:\n";
    for (std::size_t k = 0; k < scale.values.size(); ++k) {
      out += "      - {id: " + level(static_cast<int>(k)) + ", value: " + text(scale.values[k]) +
             ", from: " + text(scale.bounds[k]) + ", name: L" + std::to_string(k) + "}\n";
    }
  }
  return out;
}

std::string answer_text(const Question& question, const Answer& answer) {
  if (answer.state == State::dont_know) return "dont_know";
  if (answer.state == State::not_applicable) return "not_applicable";
  if (answer.state == State::unanswered) return "unanswered";
  std::string value;
  if (question.type == Type::number) {
    value = text(answer.number);
  } else if (question.type == Type::checklist) {
    value = list(answer.chosen, [&](int i) { return option(question, i); });
  } else if (question.type == Type::grid) {
    for (std::size_t i = 0; i < answer.chosen.size(); ++i) {
      if (answer.chosen[i] >= 0)
        value += (value.empty() ? "{o" : ", o") + std::to_string(i) + ": " + level(answer.chosen[i]);
    }
    value += "}";
  } else {
    value = option(question, answer.chosen.front());
  }
  if (answer.grade < 0) return value;
  return "{value: " + value + ", evidence: [{title: T, grade: " + std::to_string(answer.grade) + "}]}";
}

}  // namespace

std::string yaml_of(const Model& model) {
  std::string out = scales_text(model) + "overall:\n" + rules_text(model, model.nodes[0], "  ");
  children_text(model, model.nodes[0], "", out);
  bool first = true;
  for (std::size_t i = 0; i < model.nodes.size(); ++i) {
    const Node& node = model.nodes[i];
    if (!node.index) continue;
    out += std::string(first ? "indices:\n" : "") + "  - id: " + name_of_node(model, static_cast<int>(i)) +
           "\n    title: I\n    scale: s" + std::to_string(node.scale) + "\n    members: [" + node.members +
           "]\n" + rules_text(model, node, "    ");
    first = false;
  }
  for (std::size_t i = 0; i < model.caps.size(); ++i) {
    const Cap& cap = model.caps[i];
    out += std::string(i == 0 ? "caps:\n" : "") + "  - {id: c" + std::to_string(i) +
           ", node: " + name_of_node(model, cap.node) + ", at: " + level(cap.at) +
           ", while: {node: " + name_of_node(model, cap.while_node) + ", at_most: " + level(cap.while_level) +
           "}}\n";
  }
  if (model.edition) out += "editions:\n  - {id: part, title: P, " + model.edition_yaml + "}\n";
  return out;
}

std::string lines_of(const Model& model, const Sheet& sheet) {
  std::string out;
  for (std::size_t i = 0; i < sheet.size(); ++i) {
    out += (i > 0 ? "\nq" : "q") + std::to_string(i) + ": " + answer_text(model.questions[i], sheet[i]);
  }
  return out;
}

}  // namespace sextant::test::language
