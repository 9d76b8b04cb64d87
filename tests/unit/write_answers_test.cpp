#include "engine/assessment/write_answers.hpp"

#include <doctest/doctest.h>

#include "tests/unit/effort.hpp"
#include "tests/unit/hostile_answers.hpp"
#include "tests/unit/language_support.hpp"

using namespace sextant;
using namespace sextant::test;

namespace {

void check_round_trip(const Instrument& instrument, const Assessment& one) {
  const std::string written = write_answers(instrument, one);
  INFO(written);
  const Checked<Assessment> again = try_answers_file(instrument, written);
  REQUIRE(brief(again.diagnostics, "a.yaml") == "");
  REQUIRE(again);
  CHECK(*again == one);
  CHECK(write_answers(instrument, *again) == written);
}

}  // namespace

TEST_CASE("what is written is read back as the same assessment, and written in the same bytes") {
  Random random(20250325);
  for (int i = 0; i < tries(600); ++i) {
    const std::string text = hostile_answers(random);
    INFO(text);
    const Checked<Assessment> one = try_answers_file(hostile_instrument(), text, "a.json");
    REQUIRE(brief(one.diagnostics, "a.json") == "");
    REQUIRE(one);
    check_round_trip(hostile_instrument(), *one);
  }
}

TEST_CASE("answers to random instruments are written and score the same when they are read") {
  language::on_random(31, 300, 4, {},
                      [](const language::Model& model, const language::Sheet& sheet, bool edition) {
                        const auto loaded = language::load(model, sheet, edition);
                        if (!loaded) return std::string();
                        const std::string written = write_answers(loaded->instrument, loaded->assessment);
                        const Source source("a.yaml", written);
                        const Checked<Tree> tree = read_tree(source);
                        if (!tree) return "not YAML:\n" + written;
                        const Checked<Assessment> again = load_answers(*tree, source, loaded->instrument);
                        if (!again) return "refused:\n" + written;
                        if (!(*again == loaded->assessment))
                          return "read back as something else:\n" + written;
                        return std::string();
                      });
}

TEST_CASE("a written file is laid out for a person") {
  const Instrument mini =
      instrument(maturity() +
                 "nodes:\n  - id: power\n    title: Electricity\n    nodes:\n      - id: grid\n"
                 "        title: Grid\n        questions:\n" +
                 level_question("reach", "not_applicable: yes", "          ") +
                 "  - id: people\n    title: Teachers\n    questions:\n" + level_question("course") +
                 "      - {id: share, type: percent, text: Which share?}\n");
  const Assessment one = *try_answers_file(mini, R"(sextant: answers/1
notes: Checked twice.
targets: {people: 4, power: s}
instrument: {version: "1", id: mini}
round: {date: 2025-03-25, id: 2025-1}
unit: {name: {fr: Atlantide, en: Atlantis}, id: ATL}
respondents: [{id: edu, group: ministry}]
answers:
  share: 49.5 %
  course: {value: e, respondent: edu, date: 2025-03-24, because: "Optional: five of nine.", feedback: Clear.,
    history: [{value: n, date: 2025-03-20, reason: New list}], evidence: [{title: Survey, year: 2024}]}
feedback: {workshop: Good, questions: [Short, Clear]}
)");
  CHECK(write_answers(mini, one) == R"(sextant: answers/1
# Mini
instrument: {id: mini, version: "1"}
unit: {id: ATL, name: {fr: Atlantide, en: Atlantis}}
round: {id: 2025-1, date: 2025-03-25}
respondents:
  - {id: edu, group: ministry}
answers:

  # == Electricity / Grid

  # Ask reach
  reach:

  # == Teachers

  # Ask course
  course:
    value: 2  # Emerging
    because: "Optional: five of nine."
    evidence:
      - {title: Survey, year: 2024}
    respondent: edu
    date: 2025-03-24
    feedback: Clear.
    history:
      - {value: 1, date: 2025-03-20, reason: New list}

  # Which share?
  share: 49.5

targets:
  power: s
  people: a
feedback:
  questions: [Short, Clear]
  workshop: Good
notes: Checked twice.
)");
}
