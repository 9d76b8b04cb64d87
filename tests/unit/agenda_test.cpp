#include "engine/learning/agenda.hpp"

#include <doctest/doctest.h>

#include "cli/wrap.hpp"
#include "tests/unit/support.hpp"

using namespace sextant;
using namespace sextant::test;

namespace {

/// Components a to f with a question each (qa to qf), and what is said of their prerequisites.
Instrument six(const std::string& more = "") {
  std::string body = maturity() + "nodes:\n";
  for (const char c : std::string("abcdef")) {
    body += std::string("  - id: ") + c + "\n    title: T\n    questions:\n" +
            level_question(std::string("q") + c);
  }
  return instrument(body + more);
}

/// "a30 b60>c ..." : node, minutes, and what it stands ahead of; a bar between half-days.
std::string plan(const Instrument& instrument, const std::string& lines) {
  const Agenda agenda = sextant::agenda(instrument, score(instrument, answers(instrument, lines)));
  std::string out;
  int half_day = 1;
  for (const Session& one : agenda.sessions) {
    out += out.empty() ? "" : one.half_day == half_day ? " " : " | ";
    half_day = one.half_day;
    out += instrument.nodes[one.node].id + std::to_string(one.minutes);
    if (one.ahead_of) out += ">" + instrument.nodes[*one.ahead_of].id;
  }
  for (const std::size_t node : agenda.open) out += " ?" + instrument.nodes[node].id;
  for (const std::size_t node : agenda.at_top) out += " !" + instrument.nodes[node].id;
  return out;
}

}  // namespace

TEST_CASE("a course takes the lowest level first, then the order of the questionnaire") {
  // Three levels to go: 60 minutes; two: 45; one: 30. 60 + 60 + 45 = 165, and 30 more would pass 180.
  CHECK(plan(six(), "qa: 3\nqb: 1\nqc: 2\nqd: 1\nqe: 4\n") == "b60 d60 c45 | a30 ?f !e");
}

TEST_CASE("what another component leans on comes before it, and so does what that leans on") {
  CHECK(plan(six("prerequisites: [{node: b, needs: [a]}, {node: a, needs: [c]}]\n"),
             "qa: 3\nqb: 1\nqc: 3\nqd: 1\nqe: 4\nqf: 4\n") == "c30>a a30>b b60 d60 !e !f");
}

TEST_CASE("what is at the highest level, or has no value, holds nothing up") {
  CHECK(plan(six("prerequisites: [{node: b, needs: [a, c]}]\n"), "qa: 4\nqb: 1\nqd: 1\nqe: 1\nqf: 1\n") ==
        "b60 d60 e60 | f60 ?c !a");
}

TEST_CASE("prerequisites in a circle do no harm") {
  CHECK(plan(six("prerequisites: [{node: a, needs: [b]}, {node: b, needs: [a]}]\n"), "qa: 1\nqb: 2\n") ==
        "b45>a a60 ?c ?d ?e ?f");
}

TEST_CASE("where nothing is answered there is no session") {
  CHECK(plan(six(), "") == " ?a ?b ?c ?d ?e ?f");
}

TEST_CASE("text is wrapped at blanks, hangs under its first word, and keeps no-break spaces") {
  CHECK(cli::wrap("one two three", 9) == "one two\nthree\n");
  CHECK(cli::wrap("one two three", 11, "  - ") == "  - one two\n    three\n");
  CHECK(cli::wrap("a\u00A0: b", 4) == "a\u00A0:\nb\n");
  CHECK(cli::wrap("unbreakable", 4, "- ") == "- unbreakable\n");
  CHECK(cli::wrap("  a\n  b ", 80) == "a b\n");
  CHECK(cli::wrap("", 80, "- ") == "-\n");
  CHECK(cli::wrap("élève élève", 11) == "élève élève\n");
}

TEST_CASE("the width of text is the terminal's within bounds, and 80 without one") {
  CHECK(cli::text_width(0) == 80);
  CHECK(cli::text_width(20) == 40);
  CHECK(cli::text_width(72) == 72);
  CHECK(cli::text_width(300) == 100);
}
