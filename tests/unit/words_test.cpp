#include "reports/document/words.hpp"

#include <doctest/doctest.h>

#include "reports/document/identity.hpp"
#include "reports/document/phrases.hpp"

using namespace sextant;
using namespace sextant::document;

namespace {

/// "2.4=a/value 1.9=a/low": each mark's words and source.
std::string marks(const Words& words) {
  std::string out;
  for (const Mark& mark : words.marks())
    out += (out.empty() ? "" : " ") + std::string(words.of(mark)) + "=" + mark.source;
  return out;
}

}  // namespace

TEST_CASE("words keep their marks when they are joined, cut and repeated") {
  const Words value("2.4", "a/value");
  Words line = "at " + value + " of " + Words("4", "a/max") + ".";
  CHECK(line.str() == "at 2.4 of 4.");
  CHECK(marks(line) == "2.4=a/value 4=a/max");
  CHECK(marks(line.prefix(5)) == "2.=a/value");
  CHECK(marks(line.prefix(3)) == "");
  line += line;
  CHECK(line.str() == "at 2.4 of 4.at 2.4 of 4.");
  CHECK(marks(line) == "2.4=a/value 4=a/max 2.4=a/value 4=a/max");
  CHECK(marks(Words("", "a/value")) == "");
  CHECK(marks(Words(line.str(), "b/text")) == line.str() + "=b/text");
}

TEST_CASE("marks stay on their words when spaces and apostrophes change size") {
  const Words words = "l'indice : " + Words("67 %", "a/share") + " ; « " + Words("l'eau", "a/title") + " » ?";
  const Words set = typeset_words(words, "fr");
  CHECK(set.str() == typeset(words.str(), "fr"));
  CHECK(marks(set) == "67\u00A0%=a/share l’eau=a/title");
  CHECK(marks(typeset_words(words, "en")) == "67 %=a/share l’eau=a/title");
}

TEST_CASE("places are filled with their marks; a sentence's own digits are of the sentence") {
  const Words filled =
      fill_words("{a} of {b}, on 0 to 100, {a} {c}", {{"a", {"3", "x/a"}}, {"b", "all"}}, "@s");
  CHECK(filled.str() == "3 of all, on 0 to 100, 3 {c}");
  CHECK(marks(filled) == "3=x/a , on 0 to 100, =@s 3=x/a");
  CHECK(phrase_words(Phrase::from_to, Lang::fr, {{"low", {"1,9", "a/low"}}, {"high", "2,8"}}).str() ==
        "1,9 à 2,8");
}

TEST_CASE("a report's identity is found again in its file") {
  const Identity identity = {"0.1.0", "0123456789abcdef", "fedcba9876543210", ""};
  const std::string text = to_text(identity);
  CHECK(text == "sextant-report:0.1.0:0123456789abcdef:fedcba9876543210");
  CHECK(identity_in("words sextant-report: and more <x>" + text + "</x>") == identity);
  const Identity row = {"0.1.0", "0123456789abcdef", "", ""};
  CHECK(identity_in(to_text(row)) == row);
  const Identity plan = {"0.1.0", "0123456789abcdef", "fedcba9876543210", "00ff00ff00ff00ff"};
  CHECK(to_text(plan) == text + ":00ff00ff00ff00ff");
  CHECK(identity_in(to_text(plan) + " -->") == plan);
  CHECK(!identity_in("sextant-report:0.1.0"));
  CHECK(!identity_in(""));
}
