#include <doctest/doctest.h>

#include <algorithm>

#include "cli/library.hpp"
#include "engine/planning/plan.hpp"
#include "engine/syntax/tree.hpp"

using namespace sextant;

namespace {

/// A country at the highest level throughout, but for one component, that stands at `level`; with work
/// enough.
Assessment all_but_one(const Instrument& instrument, std::size_t node, std::size_t level) {
  std::string text =
      "sextant: answers/1\ninstrument: six-pillars\nunit: {id: XXX}\nround: {id: r, date: 2025-01-01}\n"
      "plan: {budget: {effort: {short: 1000, medium: 1000, long: 1000}}}\nanswers:\n";
  for (const Question& question : instrument.questions) {
    if (question.type != QuestionType::level) continue;
    const Scale& scale = instrument.scales[instrument.nodes[question.node].scale];
    const std::size_t here = question.node == node ? level : scale.levels.size() - 1;
    text += "  " + question.id + ": " + scale.levels[here].id + "\n";
  }
  const Source source("answers.yaml", text);
  const Checked<Tree> tree = read_tree(source);
  REQUIRE(tree);
  Checked<Assessment> out = load_answers(*tree, source, instrument);
  for (const Diagnostic& one : out.diagnostics) MESSAGE(print(one, {}));
  REQUIRE(out);
  return std::move(*out);
}

}  // namespace

TEST_CASE("every action of the six-pillar library is planned for the country that stands where it starts") {
  cli::Environment environment;
  environment.questionnaires = std::string(SEXTANT_ROOT) + "/questionnaires";
  cli::Library files(environment, std::nullopt);
  std::vector<Diagnostic> diagnostics;
  const auto instrument = files.load("six-pillars", diagnostics);
  REQUIRE(instrument);
  const auto library = files.actions_for(*instrument, diagnostics);
  REQUIRE(library);
  CHECK(library->actions.size() == 93);
  for (const Action& action : library->actions) {
    const Assessment assessment = all_but_one(*instrument, action.node, action.from);
    const Scores scores = score(*instrument, assessment);
    const planning::Plan plan = planning::make_plan(*instrument, *library, assessment, scores,
                                                    diagnose(*instrument, assessment, scores), {});
    CAPTURE(action.id);
    CHECK(std::any_of(plan.actions.begin(), plan.actions.end(),
                      [&](const planning::PlannedAction& one) { return one.what.id == action.id; }));
  }
}
