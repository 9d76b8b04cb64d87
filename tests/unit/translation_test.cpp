#include <doctest/doctest.h>

#include "engine/instrument/translate.hpp"
#include "engine/text/digest.hpp"
#include "tests/unit/support.hpp"

using namespace sextant;
using namespace sextant::test;

namespace {

const std::string kBody = "languages: [en, fr]\n" + maturity() +
                          "nodes:\n  - id: p\n    title: Power\n    about: On power.\n    questions:\n" +
                          level_question("q", "title: Short, quality: [First., Second.]") +
                          level_question("r");

const std::string kHeadOfFrench = "sextant: translation/1\nof: mini\nlanguage: fr\ntexts:\n";

LoadOptions lint() {
  LoadOptions options;
  options.lint = true;
  return options;
}

Checked<Instrument> french(const std::string& texts, const LoadOptions& options = {}) {
  return try_instrument(kBody, {{"lang/fr.yaml", kHeadOfFrench + texts}}, options);
}

}  // namespace

TEST_CASE("a translation is read by id and field, and what is not translated falls back to the source") {
  const Checked<Instrument> mini = french(
      "  p: {title: Courant}\n  q: {text: Combien, levels: {n: rien}, quality: [Premier.]}\n"
      "  maturity: {levels: {n: {name: Naissant}}}\n  instrument: {title: Petit}\n");
  REQUIRE(mini);
  const std::size_t fr = mini->language("fr");
  CHECK(fr == 1);
  CHECK(mini->title(fr) == "Petit");
  CHECK(mini->title(0) == "Mini");
  CHECK(mini->nodes[0].title(fr) == "Petit");
  CHECK(mini->nodes[1].title(fr) == "Courant");
  CHECK(mini->nodes[1].about(fr) == "On power.");
  CHECK(mini->questions[0].text(fr) == "Combien");
  CHECK(mini->questions[0].title(fr) == "Short");
  CHECK(mini->questions[0].descriptors[0](fr) == "rien");
  CHECK(mini->questions[0].descriptors[1](fr) == "some");
  CHECK(mini->questions[0].quality[0](fr) == "Premier.");
  CHECK(mini->questions[0].quality[1](fr) == "Second.");
  CHECK(mini->scales[0].levels[0].name(fr) == "Naissant");
}

TEST_CASE("a question without a title is called by its text, in every language") {
  const Checked<Instrument> mini = french("  r: {text: Quoi}\n");
  REQUIRE(mini);
  CHECK(label(mini->questions[1])(0) == "Ask r");
  CHECK(label(mini->questions[1])(1) == "Quoi");
}

TEST_CASE("a regional language is served by its language, and an unknown one by the source") {
  const Checked<Instrument> mini = french("  p: {title: Courant}\n");
  REQUIRE(mini);
  CHECK(mini->language("fr-SN") == 1);
  CHECK(mini->language("fr-Latn-SN") == 1);
  CHECK(mini->language("fr") == 1);
  CHECK(mini->language("en-GB") == 0);
  CHECK(mini->language("ar") == 0);
  CHECK(mini->language("") == 0);
  CHECK(mini->language("fro") == 0);
}

TEST_CASE("only the languages that are wanted are read") {
  LoadOptions options;
  options.languages = std::vector<std::string>{"en"};
  const Checked<Instrument> mini = try_instrument(kBody, {}, options);  // there is no lang/fr.yaml
  REQUIRE(mini);
  CHECK(mini->loaded == std::vector<bool>{true, false});
  options.languages = std::vector<std::string>{"fr-SN"};
  const Checked<Instrument> missing = try_instrument(kBody, {}, options);
  CHECK_FALSE(missing);
  REQUIRE(missing.diagnostics.size() == 1);
  CHECK(missing.diagnostics[0].code == Code::translation_file_missing);
}

TEST_CASE("a translation of nothing that is there is an error with its place") {
  const Checked<Instrument> id = french("  maturty: {levels: {}}\n");
  CHECK(brief(id.diagnostics) == "Q0216 lang/fr.yaml:5:3");
  CHECK(id.diagnostics[0].suggestion == "maturity");
  const Checked<Instrument> field = french("  p: {titel: X}\n");
  CHECK(brief(field.diagnostics) == "Q0403 lang/fr.yaml:5:14");
  CHECK(field.diagnostics[0].suggestion == "title");
  const Checked<Instrument> level = french("  q: {levels: {z: X}}\n");
  CHECK(brief(level.diagnostics) == "Q0403 lang/fr.yaml:5:19");
  const Checked<Instrument> third = french("  q: {quality: [a, b, c]}\n");
  CHECK(brief(third.diagnostics) == "Q0403 lang/fr.yaml:5:23");
}

TEST_CASE("a translation of another instrument or language is an error") {
  const auto other = try_instrument(
      kBody, {{"lang/fr.yaml", "sextant: translation/1\nof: maxi\nlanguage: ar\ntexts: {}\n"}});
  CHECK(brief(other.diagnostics) == "Q0402 lang/fr.yaml:2:5; Q0402 lang/fr.yaml:3:11");
}

TEST_CASE("what is not translated is a warning where asked for, by entry and by field") {
  const Checked<Instrument> mini = french("  q: {text: Combien}\n", lint());
  REQUIRE(mini);
  bool partly = false;
  bool absent = false;
  for (const Diagnostic& one : mini.diagnostics) {
    if (one.code == Code::translation_missing && arg(one, "id") == "q") {
      partly = true;
      CHECK(arg(one, "fields") == "title, quality.1, quality.2, levels.n, levels.e, levels.s, levels.a");
    }
    if (one.code == Code::translation_absent && arg(one, "id") == "p") absent = true;
  }
  CHECK(partly);
  CHECK(absent);
  CHECK(french("  q: {text: Combien}\n").diagnostics.empty());
}

TEST_CASE("a translation whose source has changed is stale, and says the new hash") {
  // The hash covers the owner's source texts: "field=text" lines in their fixed order.
  const std::string hash = short_hash("title=Power\nabout=On power.\n");
  const auto stale = [&](const std::string& source) {
    const Checked<Instrument> mini =
        french("  p: {source: " + source + ", title: Courant, about: Du courant.}\n", lint());
    REQUIRE(mini);
    for (const Diagnostic& one : mini.diagnostics) {
      if (one.code == Code::translation_stale) return arg(one, "id") + " " + arg(one, "hash");
    }
    return std::string();
  };
  CHECK(stale("00000000") == "p " + hash);
  CHECK(stale(hash) == "");
}
