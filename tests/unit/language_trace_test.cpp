#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "engine/scoring/trace.hpp"
#include "reports/json/score_json.hpp"
#include "tests/unit/language_support.hpp"

namespace sextant::test::language {

namespace {

bool near(long double a, long double b) {
  return std::fabs(a - b) <= 1e-9L * std::max(1.0L, std::fabs(b));
}

/// What a trace's parts, and the rule and settings that stand with them, come to.
std::optional<long double> added_up(const Model& model, const Node& node, const Trace& trace,
                                    const Instrument& instrument) {
  const Scale& scale = model.scales[static_cast<std::size_t>(node.scale)];
  std::vector<std::pair<long double, long double>> values;
  std::vector<int> levels;
  for (const Part& part : trace.parts) {
    if (part.use != Use::counted) continue;
    values.emplace_back(*part.value, part.child.weight);
    levels.push_back(part.level ? static_cast<int>(*part.level) : naive_level(scale, *part.value));
  }
  std::optional<long double> out;
  if (node.rule == Rule::lookup) {
    out = naive_lookup(node.table, levels);
  } else if (node.rule == Rule::staged) {
    std::size_t stage = scale.values.size() - 1;
    const std::vector<sextant::Gate>& gates = instrument.nodes[trace.node].gates;
    for (std::size_t i = 0; i < gates.size(); ++i) {
      for (std::size_t k = 0; k < gates[i].needs.size(); ++k) {
        const NeedCount& count = trace.gates[i][k];
        const bool fails = count.asked > 0 && count.met < gates[i].needs[k].share * count.asked - 1e-9;
        if (fails) stage = std::min(stage, gates[i].level - 1);
      }
    }
    out = scale.values[stage];
  } else {
    out = naive_combined(node, scale, values);
  }
  if (out && node.transformed) out = *out * node.factor + node.offset;
  if (out && !node.steps.empty()) out = naive_steps(node.steps, *out);
  if (out && node.round) out = naive_round(*node.round, *out);
  return out;
}

/// The questions that decide whether these are asked, and they themselves.
void with_conditions(const Model& model, std::set<int>& questions) {
  const std::function<void(const Condition&)> add = [&](const Condition& condition) {
    for (const Condition& part : condition.parts) add(part);
    if (condition.parts.empty()) questions.insert(condition.question);
  };
  for (std::size_t before = 0; before != questions.size();) {
    before = questions.size();
    for (const int question : std::set<int>(questions)) {
      const Question& one = model.questions[static_cast<std::size_t>(question)];
      if (one.ask_if) add(*one.ask_if);
    }
  }
}

/// The questions that the trace of a node lists, and those that gates and caps name.
std::set<int> named(const Model& model, const Loaded& loaded, int index) {
  std::set<int> out;
  const std::size_t node = loaded.instrument.node_index.at(name_of_node(model, index));
  for (const Trace& trace : trace_tree(loaded.instrument, loaded.assessment, loaded.scores, node)) {
    for (const Part& part : trace.parts) {
      if (part.child.is_question)
        out.insert(std::stoi(loaded.instrument.questions[part.child.index].id.substr(1)));
    }
    for (const sextant::Gate& gate : loaded.instrument.nodes[trace.node].gates) {
      for (const GateNeed& need : gate.needs) {
        for (const std::size_t q : need.questions)
          out.insert(std::stoi(loaded.instrument.questions[q].id.substr(1)));
      }
    }
  }
  for (const Cap& cap : model.caps) {
    if (cap.node == index) out.merge(named(model, loaded, cap.while_node));
  }
  with_conditions(model, out);
  return out;
}

bool same(const NodeScore& a, const NodeScore& b) {
  const auto range = [](const NodeScore& s) {
    return s.range ? std::pair(s.range->low, s.range->high) : std::pair(0.0, 0.0);
  };
  return a.state == b.state && a.value == b.value && a.level == b.level && a.own_level == b.own_level &&
         a.coverage == b.coverage && range(a) == range(b) && a.settled == b.settled &&
         a.evidence == b.evidence;
}

}  // namespace

TEST_CASE("the whole language: every number can be added up again from its trace") {
  on_random(21, kCases, 20, {}, [](const Model& model, const Sheet& sheet, bool edition) -> std::string {
    const std::optional<Loaded> loaded = load(model, sheet, edition);
    for (std::size_t i = 0; i < model.nodes.size(); ++i) {
      if (loaded->node(model, i) == nullptr) continue;
      const std::string name = name_of_node(model, static_cast<int>(i));
      const std::size_t node = loaded->instrument.node_index.at(name);
      for (const Trace& trace : trace_tree(loaded->instrument, loaded->assessment, loaded->scores, node)) {
        const std::string& id = loaded->instrument.nodes[trace.node].id;
        const Node& settings =
            model.nodes[id == "overall" ? 0 : static_cast<std::size_t>(std::stoi(id.substr(1)))];
        const std::optional<double>& stored = loaded->scores.nodes[trace.node].value;
        if (trace.value != stored) return id + ": the trace has another value";
        if (!stored) continue;
        const auto again = added_up(model, settings, trace, loaded->instrument);
        if (!again || !near(*again, *stored)) return id + ": does not add up";
        for (const auto& number : {trace.combined, trace.adjusted, trace.value}) {
          if (!number || !std::isfinite(*number)) return id + ": no number";
        }
      }
    }
    return {};
  });
}

TEST_CASE("the whole language: every number is finite, and shuffled answers change no byte") {
  Random random(99);
  on_random(22, kCases, 20, {}, [&](const Model& model, const Sheet& sheet, bool edition) -> std::string {
    const std::optional<Loaded> loaded = load(model, sheet, edition);
    for (const NodeScore& node : loaded->scores.nodes) {
      std::vector<double> numbers = {node.value.value_or(0), node.coverage.value_or(0),
                                     node.evidence.value_or(0), node.to_boundary.value_or(0)};
      if (node.range) numbers.insert(numbers.end(), {node.range->low, node.range->high});
      for (const double number : numbers) {
        if (!std::isfinite(number)) return "a number is none";
      }
      if (node.range && node.range->low > node.range->high) return "a range is upside down";
      if (node.coverage && (*node.coverage < 0 || *node.coverage > 1)) return "coverage beyond 0 to 1";
    }
    std::string text = answers_file(model, sheet, edition);
    const std::size_t from = text.find("answers:\n") + 9;
    std::vector<std::string> lines;
    for (std::size_t at = from; at < text.size(); at = text.find('\n', at) + 1) {
      lines.push_back(text.substr(at, text.find('\n', at) + 1 - at));
    }
    text.resize(from);
    while (!lines.empty()) {
      const auto it = lines.begin() + random.below(static_cast<int>(lines.size()));
      text += *it;
      lines.erase(it);
    }
    const Checked<Assessment> shuffled = try_answers_file(loaded->instrument, text);
    const auto json = [&](const Assessment& one) {
      return json::score(loaded->instrument, one, score(loaded->instrument, one), {}, 0, Lang::en);
    };
    return json(*shuffled) == json(loaded->assessment) ? "" : "shuffling changes the scores";
  });
}

TEST_CASE("the whole language: dropping an answer moves only nodes that name its question") {
  on_random(23, kCases / 2, 4, {}, [](const Model& model, const Sheet& sheet, bool edition) -> std::string {
    const std::optional<Loaded> before = load(model, sheet, edition);
    for (std::size_t q = 0; q < sheet.size(); ++q) {
      if (sheet[q].state != State::answered) continue;
      Sheet less = sheet;
      less[q] = Answer{};
      const std::optional<Loaded> after = load(model, less, edition);
      for (std::size_t i = 0; i < model.nodes.size(); ++i) {
        if (before->node(model, i) == nullptr || same(*before->node(model, i), *after->node(model, i)))
          continue;
        const std::set<int> all = named(model, *before, static_cast<int>(i));
        if (all.count(static_cast<int>(q)) == 0) {
          return name_of_node(model, static_cast<int>(i)) + " moves with q" + std::to_string(q);
        }
      }
    }
    return {};
  });
}

TEST_CASE("the whole language: where all rules rise, a higher answer lowers no node") {
  on_random(
      24, kCases / 2, 3, {true}, [](const Model& model, const Sheet& sheet, bool edition) -> std::string {
        const std::optional<Loaded> before = load(model, sheet, edition);
        for (std::size_t q = 0; q < sheet.size(); ++q) {
          const int top = static_cast<int>(model.scales[0].values.size()) - 1;
          const bool can = model.questions[q].type == Type::level && sheet[q].state == State::answered;
          if (!can || sheet[q].chosen.front() == top) continue;
          Sheet raised = sheet;
          ++raised[q].chosen.front();
          const std::optional<Loaded> after = load(model, raised, edition);
          for (std::size_t i = 0; i < model.nodes.size(); ++i) {
            const NodeScore* a = before->node(model, i);
            const NodeScore* b = after->node(model, i);
            if (a == nullptr) continue;
            if (a->value.has_value() != b->value.has_value()) return "a value comes or goes";
            if (a->value && (*b->value < *a->value - 1e-9 || *b->level < *a->level))
              return "q" + std::to_string(q) + " lowers";
            if (a->range && (b->range->low < a->range->low - 1e-9 || b->range->high < a->range->high - 1e-9))
              return "a range falls";
          }
        }
        return {};
      });
}

TEST_CASE("the whole language: not applicable scores as a question that the edition leaves out") {
  on_random(25, kCases / 4, 4, {}, [](const Model& model, const Sheet& sheet, bool) -> std::string {
    for (std::size_t q = 0; q < sheet.size(); ++q) {
      Model without = model;
      without.edition = std::vector<bool>(sheet.size(), true);
      (*without.edition)[q] = false;
      without.edition_yaml = "all: yes, except: [{id: q" + std::to_string(q) + "}]";
      Sheet none = sheet;
      none[q] = {State::not_applicable, {}, 0, -1};
      const std::optional<Loaded> a = load(without, none, false);
      const std::optional<Loaded> b = load(without, sheet, true);
      if (!a || !b) return {};
      for (std::size_t i = 0; i < model.nodes.size(); ++i) {
        if (a->node(model, i) == nullptr) continue;
        NodeScore one = *a->node(model, i);
        const NodeScore& other = *b->node(model, i);
        const bool nothing = one.state == NodeState::not_applicable && other.state == NodeState::not_asked;
        if (nothing) one.state = other.state;
        if (!same(one, other))
          return name_of_node(model, static_cast<int>(i)) + " differs without q" + std::to_string(q);
      }
    }
    return {};
  });
}

}  // namespace sextant::test::language
