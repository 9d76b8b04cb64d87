#include "engine/instrument/glossary.hpp"

#include <doctest/doctest.h>

#include "tests/unit/support.hpp"

using namespace sextant;
using namespace sextant::test;

namespace {

Term term(const std::string& word, const std::string& forms = "", bool exact_case = false) {
  Term out;
  out.term.in = {word};
  out.forms.in = {forms};
  out.exact_case = exact_case;
  return out;
}

bool uses(const Term& one, const std::string& text) {
  return TermWords(one, 0).stand_in(text);
}

const std::string kBody =
    "languages: [en, fr]\n" + maturity() + "nodes:\n  - id: p\n    title: Power\n    questions:\n" +
    level_question("q", "help: On e-waste and schools.") +
    "glossary:\n  - {id: t, term: e-waste, forms: [electronic waste], meaning: Old things.}\n";

std::string french(const std::string& help, const std::string& entry) {
  LoadOptions options;
  options.lint = true;
  const auto mini = try_instrument(
      kBody,
      {{"lang/fr.yaml", "sextant: translation/1\nof: mini\nlanguage: fr\ntexts:\n  q: {help: " + help +
                            "}\n  t: " + entry + "\n"}},
      options);
  REQUIRE(mini);
  std::string out;
  for (const Diagnostic& one : mini.diagnostics) {
    if (one.code != Code::translation_missing && one.code != Code::translation_absent) {
      out += brief({one}) + " " + arg(one, "forms") + "; ";
    }
  }
  return out;
}

}  // namespace

TEST_CASE("a term is found as whole words, in any case, with its accents") {
  CHECK(uses(term("open source"), "Open source."));
  CHECK(uses(term("open source"), "an open\nsource"));
  CHECK_FALSE(uses(term("open source"), "open sources"));
  CHECK(uses(term("open source", "open sources"), "open sources"));
  CHECK_FALSE(uses(term("waste"), "e-waste"));
  CHECK(uses(term("école"), "l'ÉCOLE"));
  CHECK(uses(term("école"), "l\u2019école"));
  CHECK_FALSE(uses(term("école"), "ecole"));
  CHECK_FALSE(uses(term("données"), "coordonnées"));
  CHECK(uses(term("coût total"), "«\u00A0coût\u00A0total\u00A0»"));
  CHECK(uses(term("coût total"), "«coût total»"));
  CHECK(uses(term("chef d'établissement"), "chef d\u2019établissement"));
  CHECK_FALSE(uses(term("Established", "", true), "it was established"));
  CHECK(uses(term("Established", "", true), "the level Established."));
}

TEST_CASE("a translation must use one of a term's words where the source uses one") {
  const std::string entry = "{term: déchets électroniques, forms: [DEEE], meaning: Choses.}";
  CHECK(french("Les déchets électroniques des écoles.", entry).empty());
  CHECK(french("Les deee.", entry).empty());
  CHECK(french("Les ordures.", entry) == "Q0430 lang/fr.yaml:5:13 déchets électroniques, DEEE; ");
  SUBCASE("one form alone may be a text") {
    CHECK(french("Les DEEE.", "{term: déchets électroniques, forms: DEEE, meaning: Choses.}").empty());
  }
  SUBCASE("forms of the source are no forms of the translation") {
    CHECK(french("Le electronic waste.", "{term: déchets électroniques, meaning: Choses.}") ==
          "Q0430 lang/fr.yaml:5:13 déchets électroniques; ");
  }
}

TEST_CASE("a glossary is a list of terms with a meaning") {
  const auto said = [](const std::string& glossary) {
    return brief(try_instrument(maturity() + "nodes:\n  - id: p\n    title: P\n    questions:\n" +
                                level_question("q") + "glossary: " + glossary + "\n")
                     .diagnostics);
  };
  CHECK(said("[]").empty());
  CHECK(said("[{id: t, term: T, meaning: M, exact_case: yes}]").empty());
  CHECK(said("{t: T}") == "Q0123 18:11");
  CHECK(said("[{id: q, term: T, meaning: M}]") == "Q0201 18:17");
  CHECK(said("[{id: t, word: T}]") == "Q0105 18:12; Q0105 18:12; Q0103 18:20");
}
