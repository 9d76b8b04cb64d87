#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <nlohmann/json.hpp>

#include "reports/json/score_json.hpp"
#include "tests/unit/effort.hpp"
#include "tests/unit/property_reference.hpp"
#include "tests/unit/support.hpp"

using namespace sextant;
using namespace sextant::test;

namespace {

constexpr int kModels = tries(150);

struct Case {
  Model model;
  ModelAnswers given;
  Instrument loaded;
};

/// Calls `check` with many random instruments and answers.
void on_random_cases(std::uint64_t seed, int most_unknown,
                     const std::function<void(const Case&, Random&)>& check) {
  Random random(seed);
  for (int i = 0; i < kModels; ++i) {
    Model model = random_model(random, i % 3 == 0);
    ModelAnswers given = random_answers(random, model, most_unknown);
    Instrument loaded = instrument(yaml_of(model));
    const Case one{std::move(model), std::move(given), std::move(loaded)};
    CAPTURE(yaml_of(one.model));
    CAPTURE(lines_of(one.given));
    check(one, random);
  }
}

std::string json_of(const Instrument& loaded, const std::string& lines) {
  const Assessment all = answers(loaded, lines);
  const Scores scores = score(loaded, all);
  return json::score(loaded, all, scores, {}, 0, Lang::en);
}

nlohmann::json node_of(const std::string& json, const std::string& id) {
  return nlohmann::json::parse(json).at("nodes").at(id);
}

/// All ways to answer what is unknown.
void on_completions(const Model& model, const ModelAnswers& given,
                    const std::function<void(const ModelAnswers&)>& take) {
  for (const ModelQuestion* question : questions_of(model.root)) {
    const auto it = given.find(question->id);
    if (it != given.end() && it->second != "dont_know") continue;
    for (const auto& [written, worth] : question->options) {
      ModelAnswers more = given;
      more[question->id] = written;
      on_completions(model, more, take);
    }
    return;
  }
  take(given);
}

bool contains(const ModelNode& node, const std::string& question) {
  const auto all = questions_of(node);
  return std::any_of(all.begin(), all.end(), [&](const ModelQuestion* q) { return q->id == question; });
}

}  // namespace

TEST_CASE("every value, state and coverage is what a naive scorer says") {
  on_random_cases(1, 20, [](const Case& one, Random&) {
    std::vector<ModelNode> all;
    for (const ModelNode* node : nodes_of(one.model.root)) all.push_back(*node);
    all.push_back(index_node(one.model));
    const Scores scores = score(one.loaded, answers(one.loaded, lines_of(one.given)));
    for (const ModelNode& node : all) {
      CAPTURE(node.id);
      const ModelScore naive = naive_score(node, one.given);
      const NodeScore& engine = scores.nodes[one.loaded.node_index.at(node.id)];
      CHECK(name_of(engine.state) == naive.state);
      CHECK(engine.value.has_value() == (naive.state == "scored"));
      if (engine.value)
        CHECK(std::fabs(*engine.value - naive.value) <= 1e-12 * std::max(1.0, std::fabs(naive.value)));
      if (engine.level) CHECK(*engine.level == static_cast<std::size_t>(naive_level(naive.value)));
      if (naive.state != "not_applicable")
        CHECK(std::fabs(engine.coverage.value_or(-1) - naive.coverage) <= 1e-12);
    }
  });
}

TEST_CASE("the range is exactly what the completions reach, and a level is settled if none changes it") {
  on_random_cases(2, 4, [](const Case& one, Random&) {
    struct Seen {
      double low = std::numeric_limits<double>::infinity();
      double high = -std::numeric_limits<double>::infinity();
      bool other_level = false;
    };
    const Scores scores = score(one.loaded, answers(one.loaded, lines_of(one.given)));
    const auto nodes = nodes_of(one.model.root);
    std::vector<Seen> seen(nodes.size());
    on_completions(one.model, one.given, [&](const ModelAnswers& complete) {
      for (std::size_t i = 0; i < nodes.size(); ++i) {
        const ModelScore naive = naive_score(*nodes[i], complete);
        if (naive.state != "scored") continue;
        seen[i].low = std::min(seen[i].low, naive.value);
        seen[i].high = std::max(seen[i].high, naive.value);
        const NodeScore& engine = scores.nodes[one.loaded.node_index.at(nodes[i]->id)];
        if (engine.level && static_cast<std::size_t>(naive_level(naive.value)) != *engine.level)
          seen[i].other_level = true;
      }
    });
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      CAPTURE(nodes[i]->id);
      const NodeScore& engine = scores.nodes[one.loaded.node_index.at(nodes[i]->id)];
      const bool any = seen[i].low <= seen[i].high;
      CHECK(engine.range.has_value() == any);
      if (!any || !engine.range) continue;
      CHECK(std::fabs(engine.range->low - seen[i].low) <= 1e-11);
      CHECK(std::fabs(engine.range->high - seen[i].high) <= 1e-11);
      CHECK(engine.settled == (engine.level.has_value() && !seen[i].other_level));
    }
  });
}

TEST_CASE("raising an answer lowers no node") {
  on_random_cases(3, 3, [](const Case& one, Random&) {
    const Scores before = score(one.loaded, answers(one.loaded, lines_of(one.given)));
    for (const ModelQuestion* question : questions_of(one.model.root)) {
      const auto it = one.given.find(question->id);
      double worth = 0;
      bool answered = false;
      for (const auto& [written, value] : question->options) {
        if (it == one.given.end() || it->second != written) continue;
        worth = value;
        answered = true;
      }
      if (!answered) continue;
      for (const auto& [written, value] : question->options) {
        if (value <= worth) continue;
        ModelAnswers raised = one.given;
        raised[question->id] = written;
        const Scores after = score(one.loaded, answers(one.loaded, lines_of(raised)));
        for (std::size_t i = 0; i < before.nodes.size(); ++i) {
          CHECK(before.nodes[i].value.has_value() == after.nodes[i].value.has_value());
          if (!before.nodes[i].value) continue;
          CHECK(*after.nodes[i].value >= *before.nodes[i].value - 1e-12);
          CHECK(*after.nodes[i].level >= *before.nodes[i].level);
          CHECK(after.nodes[i].range->low >= before.nodes[i].range->low - 1e-12);
          CHECK(after.nodes[i].range->high >= before.nodes[i].range->high - 1e-12);
        }
      }
    }
  });
}

TEST_CASE("shuffling the answers changes no byte of the scores") {
  on_random_cases(4, 20, [](const Case& one, Random& random) {
    std::vector<std::string> lines;
    for (const auto& [id, value] : one.given) lines.push_back(id + ": " + value);
    const std::string before = json_of(one.loaded, lines_of(one.given));
    for (std::size_t i = lines.size(); i > 1; --i)
      std::swap(lines[i - 1], lines[static_cast<std::size_t>(random.below(static_cast<int>(i)))]);
    std::string shuffled;
    for (const std::string& line : lines) shuffled += (shuffled.empty() ? "" : "\n") + line;
    CHECK(json_of(one.loaded, shuffled) == before);
  });
}

TEST_CASE("dropping an answer moves only the nodes above it and the indices that have it") {
  on_random_cases(5, 4, [](const Case& one, Random& random) {
    if (one.given.empty()) return;
    const std::string before = json_of(one.loaded, lines_of(one.given));
    auto it = one.given.begin();
    std::advance(it, random.below(static_cast<int>(one.given.size())));
    const std::string dropped = it->first;
    ModelAnswers less = one.given;
    less.erase(dropped);
    const std::string after = json_of(one.loaded, lines_of(less));
    CAPTURE(dropped);
    for (const ModelNode* node : nodes_of(one.model.root)) {
      CAPTURE(node->id);
      if (!contains(*node, dropped)) CHECK(node_of(before, node->id) == node_of(after, node->id));
    }
    const auto& index = one.model.index;
    if (std::find(index.begin(), index.end(), dropped) == index.end())
      CHECK(node_of(before, "index") == node_of(after, "index"));
  });
}

TEST_CASE("a question that does not apply scores like an instrument without it") {
  on_random_cases(6, 4, [](const Case& one, Random& random) {
    // One that leaves neither its node nor the index empty, nor its node without weight.
    std::vector<std::string> candidates;
    for (const ModelNode* node : nodes_of(one.model.root)) {
      for (const ModelQuestion& question : node->questions) {
        double others = 0;
        for (const ModelQuestion& other : node->questions)
          others += other.id == question.id ? 0 : other.weight;
        for (const ModelNode& child : node->nodes) others += child.weight;
        const bool alone = one.model.index.size() == 1 && one.model.index.front() == question.id;
        if (others > 0 && !alone) candidates.push_back(question.id);
      }
    }
    if (candidates.empty()) return;
    const std::string out =
        candidates[static_cast<std::size_t>(random.below(static_cast<int>(candidates.size())))];
    CAPTURE(out);
    ModelAnswers with = one.given;
    with[out] = "not_applicable";
    ModelAnswers without = one.given;
    without.erase(out);
    const std::string a = json_of(one.loaded, lines_of(with));
    const std::string b = json_of(instrument(yaml_of(one.model, out)), lines_of(without));
    const nlohmann::json parsed = nlohmann::json::parse(b);
    for (const auto& item : parsed.at("nodes").items()) {
      const std::string& id = item.key();
      const nlohmann::json& node = item.value();
      CAPTURE(id);
      const auto other = node_of(a, id);
      for (const char* key :
           {"state", "value", "level", "settled", "coverage", "range", "evidence", "to_boundary"}) {
        CAPTURE(key);
        CHECK(node.at(key) == other.at(key));
      }
    }
  });
}

TEST_CASE("no score holds a number that is none") {
  on_random_cases(7, 20, [](const Case& one, Random&) {
    const std::string text = json_of(one.loaded, lines_of(one.given));
    const nlohmann::json parsed = nlohmann::json::parse(text);
    for (const auto& item : parsed.at("nodes").items()) {
      const std::string& id = item.key();
      const nlohmann::json& node = item.value();
      CAPTURE(id);
      const bool scored = node.at("state") == "scored";
      CHECK(node.at("value").is_number() == scored);
      CHECK(node.at("level").is_string() == scored);
      CHECK(node.at("to_boundary").is_number() == scored);
      if (node.at("range").is_array())
        CHECK(node.at("range").at(0).get<double>() <= node.at("range").at(1).get<double>());
      if (node.at("coverage").is_number()) {
        CHECK(node.at("coverage").get<double>() >= 0);
        CHECK(node.at("coverage").get<double>() <= 1);
      }
    }
  });
}
