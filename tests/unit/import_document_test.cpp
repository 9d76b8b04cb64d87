#include <doctest/doctest.h>

#include <algorithm>

#include "cli/files.hpp"
#include "cli/library.hpp"
#include "engine/exchange/filled.hpp"
#include "engine/exchange/meaning.hpp"
#include "engine/syntax/controls.hpp"
#include "tests/unit/hostile_answers.hpp"
#include "tests/unit/support.hpp"

using namespace sextant;
using namespace sextant::test;

namespace {

/// Sent as a file, and taken in.
Assessment through_import(const Tree& tree, const Source& source, const Instrument& instrument) {
  const Checked<exchange::Filled> filled = exchange::read_document(tree, source);
  REQUIRE(filled);
  exchange::Taken out = exchange::take(*filled, instrument);
  REQUIRE(out.assessment);
  return std::move(*out.assessment);
}

/// Whether ids and testimonies are as people type them: blanks around them do not come back.
bool without_blanks(const Assessment& all) {
  const auto bare = [](const std::string& text) { return text == exchange::trimmed(text); };
  return std::all_of(all.respondents.begin(), all.respondents.end(),
                     [&](const Respondent& one) { return bare(one.id); }) &&
         std::all_of(all.answers.begin(), all.answers.end(),
                     [&](const Answer& one) { return bare(one.written); });
}

}  // namespace

TEST_CASE("an answers file brings back what nobody fills in: decisions, history, what was said") {
  Random random(20251122);
  std::size_t decisions = 0;
  std::size_t histories = 0;
  std::size_t said = 0;
  for (int run = 0; run < 400; ++run) {
    const std::string text = hostile_answers(random);
    CAPTURE(text);
    const Source source("back.json", text);
    const Checked<Tree> tree = read_tree(source);
    REQUIRE(tree);
    const Checked<Assessment> expected = load_answers(*tree, source, hostile_instrument());
    REQUIRE(expected);
    if (!without_blanks(*expected)) continue;
    const Assessment out = through_import(*tree, source, hostile_instrument());
    CHECK(out.decisions == expected->decisions);
    CHECK(out.contributions == expected->contributions);
    for (std::size_t q = 0; q < expected->answers.size(); ++q) {
      CHECK(out.answers[q].history == expected->answers[q].history);
      CHECK(out.answers[q].said == expected->answers[q].said);
      histories += expected->answers[q].history.size();
      said += expected->answers[q].said.size();
    }
    decisions += expected->decisions.size();
  }
  CHECK(decisions > 20);
  CHECK(histories > 20);
  CHECK(said > 20);
}

TEST_CASE("texts with control characters are named and left out, wherever they stand") {
  const Source source("back.json",
                      "{\"sextant\": \"answers/1\", \"instrument\": {\"id\": \"x\"},\n"
                      "\"unit\": {\"id\": \"ATL\"}, \"notes\": \"a\\u0002b\",\n"
                      "\"vision\": {\"priorities\": [\"one\", \"t\x7Fwo\"]},\n"
                      "\"answers\": {\"q\": {\"value\": 3, \"because\": \"\xC2\x84\"},\n"
                      "\"b\\u0000d\": 1, \"r\": \"\\u009f\"},\n"
                      "\"plan\": {\"actions\": [{\"id\": \"x\", \"owner\": \"\\u0007\"}]}}");
  CHECK_FALSE(read_tree(source));
  const Checked<Tree> tree = read_tree_with_controls(source);
  REQUIRE(tree);
  CHECK(tree.diagnostics.empty());
  const Checked<exchange::Filled> out = exchange::read_document(*tree, source);
  REQUIRE(out);
  CHECK(brief(out.diagnostics, "back.json") ==
        "Q0827 2:33; Q0827 3:34; Q0827 4:42; Q0827 5:1; Q0827 5:21; Q0827 6:43");
  std::string all;
  for (const exchange::Entry& entry : out->entries)
    all += entry.question + entry.field + "=" + entry.text + " ";
  CHECK(all == "unit.id=ATL vision.priorities=one qvalue=3 ");
  // What only ends a line does so.
  const Source broken("back.json",
                      "{\"sextant\": \"answers/1\", \"instrument\": {\"id\": \"x\"}, \"notes\": "
                      "\"a\\r\\nb\\u000bc\\u000cd\xC2\x85"
                      "e\"}");
  const Checked<exchange::Filled> lines = exchange::read_document(*read_tree_with_controls(broken), broken);
  REQUIRE(lines);
  CHECK(lines.diagnostics.empty());
  REQUIRE(lines->entries.size() == 1);
  CHECK(lines->entries[0].text == "a\nb\nc\nd\ne");
  // What no JSON may hold is refused as before.
  CHECK_FALSE(read_tree_with_controls(Source("back.json", "{\"a\": \"\x02\"}")));
  CHECK_FALSE(read_tree_with_controls(Source("back.yaml", "a: \x02")));
}

TEST_CASE("the plan of a sample country comes back in its answers file") {
  std::vector<Diagnostic> diagnostics;
  cli::Environment environment;
  environment.questionnaires = SEXTANT_ROOT "/questionnaires";
  cli::Library library(environment, std::nullopt);
  const auto instrument = library.load("six-pillars", diagnostics);
  REQUIRE(instrument);
  const std::string name = SEXTANT_ROOT "/questionnaires/sample/XBM/2025-2.yaml";
  const Source source(name, files::read(name).bytes);
  const Checked<Tree> tree = read_tree(source);
  REQUIRE(tree);
  const Checked<Assessment> expected = load_answers(*tree, source, *instrument);
  REQUIRE(expected);
  REQUIRE(!expected->plan.empty());
  CHECK(through_import(*tree, source, *instrument).plan == expected->plan);
}
