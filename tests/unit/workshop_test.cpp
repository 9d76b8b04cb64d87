#include "engine/workshop/workshop.hpp"

#include <doctest/doctest.h>

#include "tests/unit/support.hpp"

using namespace sextant;
using namespace sextant::test;

namespace {

const Instrument& mini() {
  static const Instrument one = instrument(maturity() + "questions:\n" + level_question("a", "", "  ") +
                                           level_question("b", "ask_if: {question: a, at_least: s}", "  "));
  return one;
}

WorkshopFile file(const std::string& unit, bool respondents, const std::string& text) {
  const auto out = try_answers_file(mini(), "sextant: answers/1\ninstrument: mini\nunit: {id: " + unit +
                                                "}\nrespondents: [{id: x, name: A. Name}]\n" + text);
  REQUIRE(brief(out.diagnostics, "a.yaml") == "");
  return {"", respondents, *out, score(mini(), *out)};
}

}  // namespace

TEST_CASE("who finds an answer out: all whom respondents named, where the country names nobody") {
  const auto said = [](const std::string& own) {
    return "answers: {a: {state: dont_know, " + own +
           "said: [{respondent: x, state: dont_know, owner: Office}, {respondent: y, state: dont_know, "
           "owner: "
           "Union}, {respondent: z, state: dont_know, owner: Office}]}}\n";
  };
  const auto owner = [&](const std::string& own) {
    const auto out = try_answers_file(mini(),
                                      "sextant: answers/1\ninstrument: mini\nunit: {id: ATL}\n"
                                      "respondents: [{id: x}, {id: y}, {id: z}]\n" +
                                          said(own));
    REQUIRE(brief(out.diagnostics, "a.yaml") == "");
    const std::vector<ToFind> all = to_find({{"", false, *out, score(mini(), *out)}});
    REQUIRE(all.size() == 1);
    return all[0].owner;
  };
  CHECK(owner("") == "Office; Union");
  CHECK(owner("owner: Statistics, ") == "Statistics");
}

TEST_CASE("what is to be found out is listed once, and only where it is asked") {
  const std::vector<ToFind> all = to_find(
      {file("ATL", false, "answers: {a: {state: dont_know, owner: Statistics}}\n"),
       file("ATL", true, "answers: {a: dont_know}\n"), file("LEM", true, "answers: {a: 3, b: dont_know}\n"),
       file("MUR", true, "answers: {a: 1, b: dont_know}\n")});
  REQUIRE(all.size() == 2);
  CHECK(all[0].file == 0);
  CHECK(all[0].question == 0);
  CHECK(all[0].owner == "Statistics");
  CHECK(all[1].file == 2);
  CHECK(all[1].question == 1);
  CHECK(all[1].owner.empty());
}

TEST_CASE("what several people said in the same words is there as often, and what a file repeats is not") {
  const std::string said = "answers: {a: {value: 1, feedback: Too long}}\nfeedback: {workshop: Good}\n";
  const std::vector<Remarks> all =
      remarks(mini(), {file("ATL", true, said), file("ATL", false, said), file("LEM", true, said)});
  REQUIRE(all.size() == 2);
  CHECK(all[0].texts == std::vector<std::string>{"Too long", "Too long"});
  CHECK(all[1].texts == std::vector<std::string>{"Good", "Good"});
}

TEST_CASE("what was said stands under its question or topic, each text once and without names") {
  const std::vector<Remarks> all = remarks(
      mini(), {file("ATL", false,
                    "answers: {b: {value: 2, said: [{respondent: x, value: 2, feedback: Too long}]}}\n"
                    "contributions: [{respondent: x, feedback: {workshop: Good, coffee: Weak}}]\n"),
               file("ATL", true,
                    "answers: {b: {value: 2, feedback: Too long}, a: {value: 1, feedback: Clear}}\n"
                    "feedback: {workshop: [More time, Good], questions: Fine}\n")});
  REQUIRE(all.size() == 5);
  CHECK(all[0].question == 0);
  CHECK(all[1].texts == std::vector<std::string>{"Too long"});
  CHECK(all[2].topic == "questions");
  CHECK(all[3].texts == std::vector<std::string>{"Good", "More time"});
  CHECK(all[4].topic == "coffee");
}
