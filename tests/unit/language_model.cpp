#include "tests/unit/language_model.hpp"

#include <algorithm>

namespace sextant::test::language {

namespace {

constexpr int kMostQuestions = 8;

template <typename T>
T one_of(Random& random, const std::vector<T>& from) {
  return from[static_cast<std::size_t>(random.below(static_cast<int>(from.size())))];
}

int size_of(const std::vector<double>& list) {
  return static_cast<int>(list.size());
}

Scale random_scale(Random& random) {
  const int kind = random.below(3);
  if (kind == 0) return {1, 4, {1, 2, 3, 4}, {1, 1.75, 2.5, 3.25}, {}};
  if (kind == 1) return {0, 2, {0, 1, 2}, {0, 0.5, 1.5}, {}};
  return {1, 3, {1, 2, 3}, {1, 1.7, 2.4}, Round{1, one_of<Mode>(random, {Mode::half_up, Mode::floor})}};
}

std::vector<Step> random_steps(Random& random, const std::vector<double>& from, bool rising) {
  std::vector<Step> out;
  for (const double at : from) out.push_back({at, one_of<double>(random, {0, 1, 2, 2.5, 3, 4})});
  const auto lower = [](const Step& a, const Step& b) { return a.value < b.value; };
  std::vector<Step> sorted = out;
  if (rising || random.chance(50)) {
    std::sort(sorted.begin(), sorted.end(), lower);
  } else if (random.chance(50)) {
    std::sort(sorted.rbegin(), sorted.rend(), lower);
  }
  for (std::size_t i = 0; i < out.size(); ++i) out[i].value = sorted[i].value;
  return out;
}

Question random_question(Random& random) {
  Question out;
  out.type = one_of<Type>(random, {Type::level, Type::level, Type::level, Type::yes_no, Type::yes_no,
                                   Type::choice, Type::checklist, Type::number, Type::number, Type::grid});
  out.weight = one_of<double>(random, {1, 1, 1, 2, 0.5, 3, 0});
  out.tagged = random.chance(45);
  switch (out.type) {
    case Type::level:
      break;
    case Type::yes_no:
      out.options = one_of<std::vector<double>>(random, {{1, 0}, {3, 1}, {4, 2}, {0, 2}});
      break;
    case Type::choice:
      for (int i = 2 + random.below(2); i > 0; --i)
        out.options.push_back(one_of<double>(random, {0, 1, 2, 2.5, 3, 4, -1}));
      break;
    case Type::checklist:
      out.count = one_of<std::string>(random, {"share", "sum", "steps"});
      for (int i = 2 + random.below(2); i > 0; --i)
        out.options.push_back(one_of<double>(random, {1, 1, 2, 0.5}));
      if (out.count == "sum" && random.chance(20)) out.options[0] = -1;
      if (out.count == "steps") out.steps = random_steps(random, {0, 1, 2.5}, false);
      break;
    case Type::number:
      if (random.chance(60)) out.steps = random_steps(random, {1, 4, 8}, false);
      break;
    case Type::grid:
      out.options.resize(random.chance(60) ? 2 : 3);
      break;
  }
  return out;
}

Condition random_condition(Random& random, const Model& model, int from, int to, int depth) {
  using Kind = Condition::Kind;
  Condition out;
  if (depth < 2 && random.chance(40)) {
    out.kind = one_of<Kind>(random, {Kind::all, Kind::any, Kind::none});
    for (int i = 1 + random.below(2); i > 0; --i)
      out.parts.push_back(random_condition(random, model, from, to, depth + 1));
    return out;
  }
  out.question = from + random.below(to - from);
  const Question& question = model.questions[static_cast<std::size_t>(out.question)];
  const int levels = size_of(model.scales[0].values);
  const bool has_options = question.type != Type::number && question.type != Type::grid;
  out.kind = one_of<Kind>(random, {Kind::is, Kind::is, Kind::at_least, Kind::at_most, Kind::answered});
  if (out.kind == Kind::is && !has_options) out.kind = Kind::at_least;
  const int options = question.type == Type::level ? levels : size_of(question.options);
  for (int i = 0; i < options && has_options; ++i) {
    if (random.chance(50)) out.options.push_back(i);
  }
  if (out.options.empty() && has_options) out.options.push_back(random.below(options));
  out.value = question.type == Type::level ? one_of(random, model.scales[0].values)
                                           : one_of<double>(random, {0.5, 1, 2, 3});
  return out;
}

/// Chooses questions by id, tag or node; in indices also nodes.
struct Chosen {
  std::vector<Child> children;
  std::string yaml;
};

void choose(Chosen& chosen, Child child) {
  for (Child& known : chosen.children) {
    if (known.is_question == child.is_question && known.index == child.index) {
      known.weight = child.weight;
      return;
    }
  }
  chosen.children.push_back(child);
}

bool below(const Model& model, int node, int top) {
  while (node != top && node != 0) node = model.nodes[static_cast<std::size_t>(node)].parent;
  return node == top;
}

std::string shown(double x) {
  std::string out = std::to_string(x);
  out.erase(out.find_last_not_of('0') + 1);
  if (out.back() == '.') out.pop_back();
  return out;
}

Chosen random_choice(Random& random, const Model& model, bool for_index) {
  Chosen out;
  const bool tags =
      std::any_of(model.questions.begin(), model.questions.end(), [](const Question& q) { return q.tagged; });
  for (int i = 1 + random.below(3); i > 0; --i) {
    const double weight = for_index ? one_of<double>(random, {1, 1, 2, 0.5}) : 1;
    const int kind = random.below(10);
    std::string one;
    if (kind < 2 && tags) {
      one = "tag: x";
      for (std::size_t q = 0; q < model.questions.size(); ++q) {
        if (model.questions[q].tagged) choose(out, {true, static_cast<int>(q), weight});
      }
    } else if (kind < 5) {
      // In an index a node counts as itself, or through the questions below it.
      const int node = random.below(static_cast<int>(model.nodes.size()));
      const bool index = model.nodes[static_cast<std::size_t>(node)].index;
      const bool itself = for_index && (index || random.chance(60));
      if (index && !for_index) continue;
      one = (itself ? "id: " : "under: ") + name_of_node(model, node);
      if (itself) choose(out, {false, node, weight});
      if (itself || index) {
        out.yaml += (out.yaml.empty() ? "{" : ", {") + one + ", weight: " + shown(weight) + "}";
        continue;
      }
      for (std::size_t n = 0; n < model.nodes.size(); ++n) {
        if (model.nodes[n].index || !below(model, static_cast<int>(n), node)) continue;
        for (const Child& child : model.nodes[n].children) {
          if (child.is_question) choose(out, {true, child.index, weight});
        }
      }
    } else {
      const int q = random.below(static_cast<int>(model.questions.size()));
      one = "id: q" + std::to_string(q);
      choose(out, {true, q, weight});
    }
    out.yaml +=
        (out.yaml.empty() ? "{" : ", {") + one + (for_index ? ", weight: " + shown(weight) : "") + "}";
  }
  if (out.children.empty()) return random_choice(random, model, for_index);
  return out;
}

std::vector<Row> random_table(Random& random, int levels, int children) {
  std::vector<Row> out;
  for (int i = 1 + random.below(4); i > 0; --i) {
    Row row;
    row.is = one_of<double>(random, {1, 2, 2.5, 3, 4});
    for (int k = random.chance(35) ? children : 0; k > 0; --k) row.of.push_back(random.below(levels));
    for (int k = row.of.empty() ? 1 + random.below(2) : 0; k > 0; --k) {
      row.counts.push_back({random.below(levels), random.below(3), random.chance(70) ? 99 : random.below(3),
                            random.chance(50)});
    }
    out.push_back(row);
  }
  if (random.chance(60)) out.push_back({{}, {}, one_of<double>(random, {1, 2, 3})});
  return out;
}

std::vector<Gate> random_gates(Random& random, const Model& model, const Scale& scale) {
  std::vector<Gate> out;
  for (int i = 1 + random.below(3); i > 0; --i) {
    Gate gate;
    gate.level = 1 + random.below(size_of(scale.values) - 1);
    for (int k = 1 + random.below(2); k > 0; --k) {
      const Chosen chosen = random_choice(random, model, false);
      Need need{{},
                one_of<double>(random, {1, 1, 0.5, 0.75, 0.34}),
                one_of<double>(random, {0, 1, 2, 3}),
                chosen.yaml};
      for (const Child& child : chosen.children) need.questions.push_back(child.index);
      gate.needs.push_back(need);
    }
    out.push_back(gate);
  }
  return out;
}

Missing random_missing(Random& random) {
  const int kind = random.below(3);
  if (kind == 0) return {};
  if (kind == 1) return {Missing::Kind::lowest, 0};
  return {Missing::Kind::value, one_of<double>(random, {0, 1, 2, 3.5})};
}

void random_rules(Random& random, const Model& model, Node& node, const Mix& mix) {
  const Scale& scale = model.scales[static_cast<std::size_t>(node.scale)];
  std::vector<Rule> rules = {Rule::mean,    Rule::mean,      Rule::sum,      Rule::minimum,
                             Rule::maximum, Rule::geometric, Rule::harmonic, Rule::staged};
  if (!mix.rising_only)
    rules.insert(rules.end(), {Rule::weakest, Rule::weakest, Rule::balanced, Rule::balanced});
  if (!mix.rising_only && node.scale == 0) rules.insert(rules.end(), {Rule::lookup, Rule::lookup});
  node.rule = one_of(random, rules);
  node.plus = one_of<double>(random, {0.5, 0.5, 0.25, 1});
  if (node.rule == Rule::lookup)
    node.table = random_table(random, size_of(scale.values), static_cast<int>(node.children.size()));
  node.min_coverage = one_of<double>(random, {0, 0, 0, 0, 0.5, 0.6, 1});
  node.transformed = random.chance(20);
  if (node.transformed) {
    node.factor =
        mix.rising_only ? one_of<double>(random, {0.5, 2}) : one_of<double>(random, {0.5, 2, -1, -0.5, 1.5});
    node.offset = one_of<double>(random, {0, 1, 5, -0.25});
  }
  if (random.chance(15)) node.steps = random_steps(random, {1, 1.75, 3}, mix.rising_only);
  if (random.chance(20)) {
    node.round = Round{random.below(3),
                       one_of<Mode>(random, {Mode::half_up, Mode::half_even, Mode::floor, Mode::ceiling})};
  }
  if (node.rule == Rule::staged || random.chance(20)) node.gates = random_gates(random, model, scale);
  if (random.chance(15)) {
    node.evidence_grade = 1 + random.below(4);
    node.evidence_at = random.below(size_of(scale.values));
  }
  if (!node.index && random.chance(30)) {
    node.own_missing = true;
    node.dont_know = random_missing(random);
    node.unanswered = random_missing(random);
  }
}

void grow_tree(Random& random, Model& out) {
  const int questions = static_cast<int>(out.questions.size());
  const int nodes = 1 + random.below(std::min(5, questions));
  std::vector<int> depth = {0};
  out.nodes.resize(static_cast<std::size_t>(nodes));
  for (int i = 1; i < nodes; ++i) {
    Node& node = out.nodes[static_cast<std::size_t>(i)];
    do {
      node.parent = random.below(i);
    } while (depth[static_cast<std::size_t>(node.parent)] > 1);
    depth.push_back(depth[static_cast<std::size_t>(node.parent)] + 1);
    node.weight = one_of<double>(random, {1, 1, 1, 2, 0.5, 0});
    out.nodes[static_cast<std::size_t>(node.parent)].children.push_back({false, i, node.weight});
  }
  // The first questions go one to a node, so that none is empty; node after node, as they stand in the file.
  std::vector<std::vector<int>> in(static_cast<std::size_t>(nodes));
  for (int q = 0; q < questions; ++q)
    in[static_cast<std::size_t>(q < nodes ? q : random.below(nodes))].push_back(q);
  for (int i = 0; i < nodes; ++i) {
    for (const int q : in[static_cast<std::size_t>(i)]) {
      Question& question = out.questions[static_cast<std::size_t>(q)];
      if (q < nodes && question.weight <= 0) question.weight = 1;
      out.nodes[static_cast<std::size_t>(i)].children.push_back({true, q, question.weight});
    }
  }
}

void add_caps(Random& random, Model& out) {
  const int nodes = static_cast<int>(out.nodes.size());
  for (int i = nodes < 2 || random.chance(50) ? 0 : 1 + random.below(3); i > 0; --i) {
    // From a later node to an earlier one, or from one to all: no circle.
    const int a = random.below(nodes - 1);
    const int b = a + 1 + random.below(nodes - 1 - a);
    const auto levels = [&](int node) {
      return size_of(
          out.scales[static_cast<std::size_t>(out.nodes[static_cast<std::size_t>(node)].scale)].values);
    };
    out.caps.push_back({a, random.below(levels(a) - 1), b, random.below(levels(b) - 1)});
  }
}

}  // namespace

std::string name_of_node(const Model& model, int node) {
  (void)model;
  return node == 0 ? "overall" : "n" + std::to_string(node);
}

Model random_model(Random& random, const Mix& mix) {
  Model out;
  out.scales = {random_scale(random), {0, 3, {0, 1, 3}, {0, 1, 2}, {}}};
  const int questions = 2 + random.below(kMostQuestions - 1);
  for (int i = 0; i < questions; ++i) out.questions.push_back(random_question(random));
  const bool backwards = random.chance(50);
  for (int i = 0; i < questions && !mix.rising_only; ++i) {
    const int from = backwards ? i + 1 : 0;
    const int to = backwards ? questions : i;
    if (from < to && random.chance(25)) {
      out.questions[static_cast<std::size_t>(i)].ask_if = random_condition(random, out, from, to, 0);
    }
  }
  grow_tree(random, out);
  for (Node& node : out.nodes) random_rules(random, out, node, mix);
  for (std::size_t i = 1; i < out.nodes.size(); ++i) {
    const Node& parent = out.nodes[static_cast<std::size_t>(out.nodes[i].parent)];
    if (out.nodes[i].own_missing) continue;
    out.nodes[i].dont_know = parent.dont_know;
    out.nodes[i].unanswered = parent.unanswered;
  }
  for (int i = random.below(3); i > 0; --i) {
    Node node;
    node.index = true;
    node.scale = random.chance(40) ? 1 : 0;
    const Chosen chosen = random_choice(random, out, true);
    node.children = chosen.children;
    node.members = chosen.yaml;
    random_rules(random, out, node, mix);
    out.nodes.push_back(std::move(node));
  }
  add_caps(random, out);
  if (random.chance(30)) {
    const Chosen chosen = random_choice(random, out, false);
    const bool all = random.chance(50);
    out.edition = std::vector<bool>(out.questions.size(), all);
    for (const Child& child : chosen.children) (*out.edition)[static_cast<std::size_t>(child.index)] = !all;
    out.edition_yaml = (all ? "all: yes, except: [" : "questions: [") + chosen.yaml + "]";
    if (std::none_of(out.edition->begin(), out.edition->end(), [](bool asked) { return asked; }))
      out.edition.reset();
  }
  return out;
}

}  // namespace sextant::test::language
