#include "engine/assessment/groups.hpp"

#include <doctest/doctest.h>

#include <string>

#include "engine/exchange/filled.hpp"
#include "tests/unit/support.hpp"

using namespace sextant;
using namespace sextant::test;

namespace {

const char* const kBody =
    "scales:\n  - id: maturity\n    levels: [{id: low, name: Low}, {id: high, name: High}]\n"
    "questions:\n  - {id: q, text: Q, levels: {low: A., high: B.}}\n";

const Instrument& grouped() {
  static const Instrument one =
      instrument(std::string(kBody) +
                     "languages: [en, fr]\nrespondent_groups:\n  - {id: ministry, title: Ministries}\n"
                     "  - {id: teachers, title: Teachers' organisations}\n",
                 {{"lang/fr.yaml",
                   "sextant: translation/1\nof: mini\nlanguage: fr\ntexts:\n  ministry: {title: Ministères}\n"
                   "  teachers: {title: Organisations d'enseignants}\n"}});
  return one;
}

std::vector<Diagnostic> said_of(const Instrument& instrument, const std::string& groups) {
  Checked<Assessment> out = try_answers_file(
      instrument, "sextant: answers/1\ninstrument: {id: mini}\nunit: {id: ATL}\nrespondents:\n" + groups);
  REQUIRE(out);
  return out.diagnostics;
}

}  // namespace

TEST_CASE("groups are alike in whatever case, accents, blanks and number") {
  for (const auto& two : {std::pair{"Ministère", "ministères"},
                          {"MINISTERE", "Ministère"},
                          {"Teachers' organisations", "teachers' organisation"},
                          {"bureaux", "Bureau"},
                          {"civil  society", "Civil society"}}) {
    CAPTURE(two.first);
    CHECK(alike(two.first, two.second));
  }
  for (const auto& two :
       {std::pair{"Ministère", "Mystère"}, {"as", "a"}, {"a_b", "a/b"}, {"north", "south"}, {"", ""}}) {
    CAPTURE(two.first);
    CHECK_FALSE(alike(two.first, two.second));
  }
}

TEST_CASE("a group that the questionnaire does not have is named once, with the one that was meant") {
  const std::vector<Diagnostic> found =
      said_of(grouped(),
              "  - {id: a, group: Ministère}\n  - {id: b, group: teachers}\n"
              "  - {id: c, group: Ministère}\n  - {id: d, group: Parents}\n"
              "  - {id: e, group: organisation d'enseignant}\n  - {id: f}\n");
  REQUIRE(found.size() == 3);
  CHECK(found[0].code == Code::unknown_group);
  CHECK(found[0].at.line == 5);
  CHECK(found[0].suggestion == "ministry");
  CHECK(found[1].at.line == 8);
  CHECK(found[1].suggestion.empty());
  CHECK(found[2].suggestion == "teachers");
}

TEST_CASE("where the questionnaire has no groups, those that are written almost alike are named") {
  const Instrument plain = instrument(kBody);
  const std::vector<Diagnostic> found = said_of(
      plain, "  - {id: a, group: Ministère}\n  - {id: b, group: north}\n  - {id: c, group: ministères}\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == Code::groups_alike);
  CHECK(found[0].at.line == 7);
  const std::vector<Respondent> apart = {{"a", "", "", "Union", ""}, {"b", "", "", "unions", ""}};
  const std::vector<Diagnostic> once = check_groups_together(apart, plain, "f.yaml", found);
  CHECK(once.size() == 1);
  CHECK(check_groups_together(apart, plain, "f.yaml", once).empty());
  CHECK(check_groups_together(apart, grouped(), "f.yaml", {}).empty());
}

TEST_CASE("import takes a group by its title, and names one that is none by the title that was meant") {
  exchange::Filled file;
  file.source = Source("back.xlsx", "");
  file.titles = Lang::fr;
  file.entries = {{"", "unit.id", "", "ATL", {}},
                  {"", "respondents.id", "1", "a", {{2, 1, 1}, "Guide!A1", 1}},
                  {"", "respondents.group", "1", "Ministère", {{3, 1, 1}, "Guide!B1", 1}},
                  {"", "respondents.id", "2", "b", {{4, 1, 1}, "Guide!A2", 2}},
                  {"", "respondents.group", "2", "Organisations d'enseignants", {{5, 1, 1}, "Guide!B2", 2}}};
  const exchange::Taken out = take(file, grouped());
  REQUIRE(out.assessment);
  CHECK(out.assessment->respondents[1].group == "teachers");
  REQUIRE(out.diagnostics.size() == 1);
  CHECK(out.diagnostics[0].code == Code::unknown_group);
  CHECK(out.diagnostics[0].file == "back.xlsx:Guide!B1");
  CHECK(out.diagnostics[0].suggestion == "Ministères");
}
