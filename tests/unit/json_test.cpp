#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "reports/json/score_json.hpp"
#include "tests/unit/support.hpp"

using namespace sextant;
using namespace sextant::test;
using Json = nlohmann::json;

namespace {

Json scored(const Instrument& mini, const std::string& lines, std::size_t language = 0) {
  const Assessment all = answers(mini, lines);
  const Scores scores = score(mini, all);
  return Json::parse(json::score(mini, all, scores, diagnose(mini, all, scores), language, Lang::en));
}

Instrument mini() {
  return instrument(maturity() + "nodes:\n  - id: p\n    title: P\n    questions:\n" + level_question("a") +
                    "      - {id: t, type: text, text: t}\n  - id: r\n    title: R\n    questions:\n" +
                    level_question("b") + "indices:\n  - {id: i, title: I, members: [{id: a}]}\n");
}

}  // namespace

TEST_CASE("a score object carries its schema, instrument, unit and nodes under their ids") {
  const Json out = scored(mini(), "a: 3");
  CHECK(out.at("schema") == "sextant/score/1");
  CHECK(out.at("instrument").at("id") == "mini");
  CHECK(out.at("instrument").at("version") == "1");
  CHECK(out.at("instrument").at("fingerprint").get<std::string>().size() == 64);
  CHECK(out.at("unit").at("id") == "ATL");
  CHECK(out.at("unit").at("iso").is_null());
  CHECK(out.at("round").at("id").is_null());
  for (const char* id : {"overall", "p", "r", "i"}) CHECK(out.at("nodes").contains(id));
  CHECK(out.at("nodes").size() == 4);
  const Json& p = out.at("nodes").at("p");
  CHECK(p.at("value") == 3.0);
  CHECK(p.at("level") == "s");
  CHECK(p.at("own_level") == "s");
  CHECK(p.at("settled") == true);
  CHECK(p.at("state") == "scored");
  CHECK(p.at("coverage") == 1.0);
  CHECK(p.at("range") == Json::array({3.0, 3.0}));
  CHECK(p.at("evidence") == 0.0);
  CHECK(p.at("to_boundary") == 0.25);
  CHECK(p.at("kind") == "pillar");
  CHECK(p.at("answers").at("answered") == 1);
}

TEST_CASE("absent numbers are null, never left out and never zero") {
  const Json r = scored(mini(), "a: 3").at("nodes").at("r");
  CHECK(r.at("state") == "not_assessed");
  for (const char* key : {"value", "level", "own_level", "evidence", "to_boundary"}) {
    CAPTURE(key);
    CHECK(r.at(key).is_null());
  }
  CHECK(r.at("settled") == false);
  CHECK(r.at("coverage") == 0.0);
  CHECK(r.at("range") == Json::array({1.0, 4.0}));
}

TEST_CASE("every question stands in the object with its state") {
  const Json out = scored(mini(), "a: dont_know\nt: words").at("questions");
  CHECK(out.at("a").at("state") == "dont_know");
  CHECK(out.at("a").at("value").is_null());
  CHECK(out.at("a").at("node") == "p");
  CHECK(out.at("b").at("state") == "unanswered");
  CHECK(out.at("t").at("state") == "answered");
  CHECK(out.at("t").at("value").is_null());
}

TEST_CASE("texts with quotes, accents and line ends come back as they were") {
  const Instrument one =
      instrument(maturity() + "questions:\n" + level_question("a", "title: \"\\\"É\\\"\\n\\t\\\\\"", "  "));
  CHECK(scored(one, "a: 3").at("questions").at("a").at("title") == "\"É\"\n\t\\");
}

TEST_CASE("a score is one line of valid UTF-8 whatever slipped in") {
  const Instrument one = mini();
  Assessment all = answers(one, "a: 3");
  all.unit.name = {{"", "C\xF4te\nd'Or"}};
  const Scores scores = score(one, all);
  const std::string text = json::score(one, all, scores, {}, 0, Lang::en);
  CHECK(text.find('\n') == std::string::npos);
  CHECK(Json::accept(text));
}

TEST_CASE("numbers are the unrounded doubles") {
  const Instrument one = instrument(maturity() + "questions:\n" + level_question("a", "", "  ") +
                                    level_question("b", "", "  ") + level_question("c", "", "  "));
  CHECK(scored(one, "a: 2\nb: 1\nc: 1").at("nodes").at("overall").at("value").get<double>() == 4.0 / 3);
}

TEST_CASE("a comparison object is alphabetical and carries its cautions") {
  const Instrument one = mini();
  std::vector<CompareInput> inputs;
  for (const char* id : {"B", "A"}) {
    Assessment all = answers(one, "a: 3");
    all.unit.id = id;
    Scores scores = score(one, all);
    inputs.push_back({std::move(all), std::move(scores)});
  }
  const Json out = Json::parse(json::compare(one, compare(one, std::move(inputs), "en"), 0));
  CHECK(out.at("schema") == "sextant/compare/1");
  CHECK(out.at("order") == "alphabetical");
  CHECK(out.at("columns").size() == 3);
  CHECK(out.at("columns").at(2).at("id") == "overall");
  CHECK(out.at("units").at(0).at("unit").at("id") == "A");
  CHECK(out.at("units").at(0).at("nodes").at("p").at("level") == "s");
  CHECK(out.at("cautions").at(0).at("kind") == "partial_coverage");
  CHECK(out.at("cautions").at(0).at("units") == Json::array({"A", "B"}));
}
