#include "engine/diagnosis/findings.hpp"

#include <doctest/doctest.h>

#include "tests/unit/support.hpp"

using namespace sextant;
using namespace sextant::test;

namespace {

/// Four pillars of one question each on a scale from 1 to 4, and a rule of `more_than`.
Instrument four(const std::string& more_than, const Files& files = {}, const std::string& languages = "") {
  std::string body = languages + maturity() + "nodes:\n";
  for (const char* id : {"a", "b", "c", "d"}) {
    body += "  - id: p" + std::string(id) + "\n    title: Pillar " + id +
            "\n    questions:\n      - {id: " + id + ", type: number, range: [1, 4], text: q}\n";
  }
  body += "findings:\n  - id: lag\n    type: lagging\n    more_than: " + more_than +
          "\n    sentence: \"{node} at {value} is {gap} below {others}.\"\n    clears: Reach {needed}.\n";
  return instrument(body, files);
}

std::vector<Finding> found(const Instrument& mini, const std::string& lines) {
  const Assessment all = answers(mini, lines);
  return diagnose(mini, all, score(mini, all));
}

}  // namespace

TEST_CASE("a pillar lags when it is more than the declared points below the mean of the others") {
  const Instrument mini = four("0.5");
  const auto lagging = found(mini, "a: 1\nb: 3\nc: 3\nd: 2.5");
  REQUIRE(lagging.size() == 1);
  CHECK(mini.nodes[lagging[0].node].id == "pa");
  CHECK(lagging[0].number("value") == 1.0);
  CHECK(lagging[0].number("others") == doctest::Approx(8.5 / 3));
  CHECK(lagging[0].number("gap") == doctest::Approx(8.5 / 3 - 1));
  CHECK(lagging[0].number("needed") == doctest::Approx(8.5 / 3 - 0.5));
}

TEST_CASE("the bound is strict, within 1e-9") {
  const Instrument mini = four("0.5");
  CHECK(found(mini, "a: 2.5\nb: 3\nc: 3\nd: 3").empty());  // exactly 0.5
  CHECK(found(mini, "a: 2.4999999999\nb: 3\nc: 3\nd: 3").empty());
  CHECK(found(mini, "a: 2.49\nb: 3\nc: 3\nd: 3").size() == 1);
  CHECK(found(four("0.1"), "a: 2.9\nb: 3\nc: 3\nd: 3").empty());  // 3 - 2.9 is 0.10000000000000009
}

TEST_CASE("reaching what would clear it clears it") {
  const Instrument mini = four("0.5");
  const auto lagging = found(mini, "a: 1\nb: 3\nc: 3\nd: 2.6");
  REQUIRE(lagging.size() == 1);
  CHECK(remedy(mini, lagging[0], 0, Lang::en) == "Reach 2.4.");  // 2.3666 would print as 2.4
  CHECK(found(mini, "a: 2.4\nb: 3\nc: 3\nd: 2.6").empty());
  const auto other = found(mini, "a: 1\nb: 3\nc: 2.8\nd: 2.7");
  REQUIRE(other.size() == 1);
  CHECK(remedy(mini, other[0], 0, Lang::en) == "Reach 2.4.");  // 2.3333: 2.3 would not do
  CHECK(found(mini, "a: 2.4\nb: 3\nc: 2.8\nd: 2.7").empty());
}

TEST_CASE("two other scored pillars are needed to judge one") {
  const Instrument mini = four("0.5");
  CHECK(found(mini, "a: 1\nb: 4").empty());
  CHECK(found(mini, "a: 1").empty());
  CHECK(found(mini, "").empty());
  CHECK(found(mini, "a: 1\nb: 4\nc: 4").size() == 1);
}

TEST_CASE("a pillar without a value neither lags nor counts among the others") {
  const auto lagging = found(four("0.5"), "a: 1\nb: 4\nc: 4\nd: dont_know");
  REQUIRE(lagging.size() == 1);
  CHECK(lagging[0].number("others") == 4.0);
}

TEST_CASE("several pillars may lag, in framework order") {
  const Instrument mini = four("0.5");
  const auto lagging = found(mini, "a: 4\nb: 1\nc: 4\nd: 1");
  REQUIRE(lagging.size() == 2);
  CHECK(mini.nodes[lagging[0].node].id == "pb");
  CHECK(mini.nodes[lagging[1].node].id == "pd");
}

TEST_CASE("the sentence is the instrument's, in each language with its numbers") {
  const Instrument mini =
      four("0.5",
           {{"lang/fr.yaml",
             "sextant: translation/1\nof: mini\nlanguage: fr\ntexts:\n  pa: {title: Pilier a}\n"
             "  lag: {sentence: \"{node}, à {value}, est à {gap} de {others}.\", clears: \"Atteindre "
             "{needed}.\"}\n"}},
           "languages: [en, fr]\n");
  const auto lagging = found(mini, "a: 1.25\nb: 3\nc: 3\nd: 3");
  REQUIRE(lagging.size() == 1);
  CHECK(sentence(mini, lagging[0], 0, Lang::en) == "Pillar a at 1.3 is 1.8 below 3.0.");
  CHECK(sentence(mini, lagging[0], 1, Lang::fr) == "Pilier a, à 1,3, est à 1,8 de 3,0.");
  CHECK(remedy(mini, lagging[0], 0, Lang::en) == "Reach 2.5.");
  CHECK(remedy(mini, lagging[0], 1, Lang::fr) == "Atteindre 2,5.");
}

TEST_CASE("a printed gap is never as small as the bound that it passes") {
  const Instrument mini = four("0.5");
  const auto lagging = found(mini, "a: 2.48\nb: 3\nc: 3\nd: 3");
  REQUIRE(lagging.size() == 1);
  CHECK(sentence(mini, lagging[0], 0, Lang::en) == "Pillar a at 2.48 is 0.52 below 3.0.");
}

TEST_CASE("a gap is printed with the decimals of its scale") {
  std::string body =
      "scales:\n  - {id: s, min: 0, max: 1, levels: [{id: lo, value: 0, name: L}, {id: hi, value: 1, from: "
      "0.5, name: H}]}\n"
      "nodes:\n";
  for (const char* id : {"a", "b", "c"}) {
    body += "  - {id: p" + std::string(id) + ", title: P, questions: [{id: " + id +
            ", type: number, range: [0, 1], text: q}]}\n";
  }
  body += "findings:\n  - {id: lag, type: lagging, more_than: 0.02, sentence: \"{gap}\"}\n";
  const Instrument mini = instrument(body);
  const auto lagging = found(mini, "a: 0.61\nb: 0.65\nc: 0.65");
  REQUIRE(lagging.size() == 1);
  CHECK(sentence(mini, lagging[0], 0, Lang::en) == "0.04");
}

TEST_CASE("a rule may look at other nodes than pillars") {
  std::string body = maturity() + "nodes:\n  - id: p\n    title: P\n    nodes:\n";
  for (const char* id : {"a", "b", "c"}) {
    body += "      - id: c" + std::string(id) + "\n        title: C\n        questions:\n" +
            level_question(id, "", "          ");
  }
  body += "findings:\n  - {id: lag, type: lagging, among: component, more_than: 1, sentence: x}\n";
  const Instrument mini = instrument(body);
  CHECK(found(mini, "a: 1\nb: 3\nc: 3").size() == 1);
  CHECK(found(mini, "a: 2\nb: 3\nc: 3").empty());
}
