#include "engine/tables/table.hpp"

#include <doctest/doctest.h>

#include "engine/tables/csv.hpp"
#include "engine/text/number.hpp"
#include "tests/unit/support.hpp"

using namespace sextant;
using namespace sextant::test;

namespace {

const Instrument& mini() {
  static const Instrument one =
      instrument(maturity() + "questions:\n" + level_question("a", "not_applicable: yes", "  ") +
                 level_question("b", "", "  ") + "  - {id: n, type: number, text: n}\n");
  return one;
}

struct Read {
  std::string taken;  ///< "MAR/2020@2:a=2,b=?" for each row
  std::string problems;
  std::vector<Diagnostic> diagnostics;
};

std::string shown(const Answer& answer) {
  switch (answer.state) {
    case AnswerState::answered:
      return shortest(answer.score);
    case AnswerState::dont_know:
      return "dk";
    case AnswerState::not_applicable:
      return "na";
    case AnswerState::unanswered:
      return "-";
    case AnswerState::not_asked:
      return "x";
  }
  return "";
}

Read table(const std::string& text, const ColumnMap& columns) {
  Read out;
  out.diagnostics = read_table(text, "t.csv", mini(), columns, [&](Assessment&& one, int line) {
    out.taken += (out.taken.empty() ? "" : " ") + one.unit.id +
                 (one.round.id.empty() ? "" : "/" + one.round.id) + "@" + std::to_string(line) + ":" +
                 shown(one.answers[0]) + "," + shown(one.answers[1]) + "," + shown(one.answers[2]);
  });
  out.problems = brief(out.diagnostics, "t.csv");
  return out;
}

ColumnMap by_unit() {
  ColumnMap out;
  out.unit = "unit";
  return out;
}

Checked<ColumnMap> map_of(const std::string& text) {
  const Source source("m.yaml", "sextant: columns/1\n" + text);
  const Checked<Tree> tree = read_tree(source);
  REQUIRE(tree);
  return load_columns(*tree, source, mini());
}

ColumnSource column(const std::string& title) {
  return {ColumnSource::How::one, {title}};
}

}  // namespace

TEST_CASE("a wide table gives one assessment a row") {
  const Read read = table("unit,a,b,n\nMAR,1,s,0.5\nSEN,4,2,\n", by_unit());
  CHECK(read.taken == "MAR@2:1,3,0.5 SEN@3:4,2,-");
  CHECK(read.problems == "");
}

TEST_CASE("semicolons, tabs, CRLF, a byte-order mark, blanks and blank lines are taken") {
  CHECK(table("unit;a;b\nMAR;1;2\n", by_unit()).taken == "MAR@2:1,2,-");
  CHECK(table("unit\ta\tb\r\nMAR\t1\t\r\n", by_unit()).taken == "MAR@2:1,-,-");
  CHECK(table("\xEF\xBB\xBFunit,a\r\n\r\n  MAR  , 2 \r\n", by_unit()).taken == "MAR@3:2,-,-");
  CHECK(table("unit,a\rMAR,1\rSEN,2", by_unit()).taken == "MAR@2:1,-,- SEN@3:2,-,-");
  CHECK(table("unit,a\nMAR,1", by_unit()).taken == "MAR@2:1,-,-");
  CHECK(table("unit,a\nMAR,", by_unit()).taken == "MAR@2:-,-,-");
}

TEST_CASE("quoted cells hold separators, quotes and line ends, and lines are still counted") {
  ColumnMap columns = by_unit();
  columns.name = "name";
  const Read read = table("unit,name,a\n\"MAR\",\"a \"\"b\"\", c\nd\",1\nSEN,\"x\",9\n", columns);
  CHECK(read.taken == "MAR@2:1,-,-");
  CHECK(read.problems == "Q0510 4:1; Q0304 4:1");
}

TEST_CASE("a quotation mark that is never closed is an error, and rows before it are taken") {
  const Read read = table("unit,a\nMAR,1\nSEN,\"2\nNER,3\n", by_unit());
  CHECK(read.taken == "MAR@2:1,-,-");
  CHECK(read.problems == "Q0511 3:1");
}

TEST_CASE("tokens stand for states, an empty cell is unanswered") {
  ColumnMap columns = by_unit();
  columns.dont_know = {"DK"};
  columns.not_applicable = {"NA"};
  columns.unanswered = {"-", ".."};
  CHECK(table("unit,a,b\nMAR,NA,DK\nSEN,-,..\nNER,,dont_know\n", columns).taken ==
        "MAR@2:na,dk,- SEN@3:-,-,- NER@4:-,dk,-");
  CHECK(table("unit,a,b\nMAR,1,NA\n", columns).problems == "Q0510 2:1; Q0305 2:1");  // b must be answered
}

TEST_CASE("rows that cannot be taken are named by line and the rest is taken") {
  const Read read = table("unit,a\nMAR,1\n0.75,1\n,2\nSEN,1,2\nNER\nMAR,3\nTCD,7\nBEN,2\n", by_unit());
  CHECK(read.taken == "MAR@2:1,-,- BEN@9:2,-,-");
  CHECK(read.problems == "Q0506 3:1; Q0507 4:1; Q0505 5:1; Q0505 6:1; Q0509 7:1; Q0510 8:1; Q0304 8:1");
  CHECK(arg(read.diagnostics[4], "line") == "2");
}

TEST_CASE("a unit may come once in each round") {
  ColumnMap columns = by_unit();
  columns.round = "year";
  const Read read = table("unit,year,a\nMAR,2020,1\nMAR,2022,2\nMAR,2020,3\n", columns);
  CHECK(read.taken == "MAR/2020@2:1,-,- MAR/2022@3:2,-,-");
  CHECK(read.problems == "Q0509 4:1");
}

TEST_CASE("a unit's id fits the pattern as a whole") {
  ColumnMap columns = by_unit();
  columns.unit_pattern = "[A-Z]{3}";
  const Read read = table("unit,a\nMAR,1\nMARX,1\nTotal,1\nmar,1\n", columns);
  CHECK(read.taken == "MAR@2:1,-,-");
  CHECK(read.problems == "Q0508 3:1; Q0508 4:1; Q0508 5:1");
}

TEST_CASE("a unit's id without end is refused by a pattern, not searched without end") {
  ColumnMap columns = by_unit();
  columns.unit_pattern = "([A-Z]|x)+";
  const Read read = table("unit,a\n" + std::string(300'000, 'A') + ",1\nMAR,1\n", columns);
  CHECK(read.taken == "MAR@3:1,-,-");
  CHECK(read.problems == "Q0508 2:1");
  CHECK(arg(read.diagnostics[0], "unit").size() < 200);
}

TEST_CASE("whole numbers may be the ids of schools") {
  CHECK(table("unit,a\n1001,1\n1002,2\n", by_unit()).taken == "1001@2:1,-,- 1002@3:2,-,-");
}

TEST_CASE("a table that is not UTF-8 is refused where it breaks off") {
  const Read read = table("unit,a\nMAR,1\nC\xF4te,2\n", by_unit());
  CHECK(read.taken == "");
  CHECK(read.problems == "Q0102 3:2");
}

TEST_CASE("columns are found by the map, else by the question's id") {
  ColumnMap columns = by_unit();
  columns.questions = {{"a", column("first")}, {"b", column("a")}};
  const Read read = table("unit,first,a,n\nMAR,1,2,5\n", columns);
  CHECK(read.taken == "MAR@2:1,2,5");
  CHECK(read.problems == "");
}

TEST_CASE("a column that is mapped to one question does not also serve another that it is named like") {
  ColumnMap columns = by_unit();
  columns.questions = {{"a", column("b")}};
  CHECK(table("unit,b\nMAR,3\n", columns).taken == "MAR@2:3,-,-");
}

TEST_CASE("an ignored column is not read, even where it is named like a question") {
  ColumnMap columns = by_unit();
  columns.ignore = {"b", "notes"};
  const Read read = table("unit,a,b,notes\nMAR,1,2,x\n", columns);
  CHECK(read.taken == "MAR@2:1,-,-");
  CHECK(read.problems == "");
}

TEST_CASE("what is wrong with the header is said before any row is read") {
  CHECK(table("", by_unit()).problems == "Q0501 1:1");
  CHECK(table("\n\n", by_unit()).problems == "Q0501 1:1");
  CHECK(table("country,a\nMAR,1\n", by_unit()).problems.find("Q0502 1:1") == 0);
  CHECK(table("unti,a\nMAR,1\n", by_unit()).diagnostics[0].suggestion == "unti");
  CHECK(table("unit,a,a\nMAR,1,2\n", by_unit()).problems.find("Q0503 1:1") == 0);
  CHECK(table("unit,x\nMAR,1\n", by_unit()).problems == "Q0504 1:1");
  CHECK(table("a\n1\n", ColumnMap{}).problems == "Q0502 1:1");
  CHECK(table("unit,x\nMAR,1\n", by_unit()).taken == "");
}

TEST_CASE("a column that nothing uses is a warning") {
  const Read read = table("unit,a,grp\nMAR,1,A\n", by_unit());
  CHECK(read.taken == "MAR@2:1,-,-");
  CHECK(read.problems == "Q0513 1:1");
  CHECK_FALSE(has_errors(read.diagnostics));
}

TEST_CASE("name, group and ISO code come along") {
  ColumnMap columns = by_unit();
  columns.name = "name";
  columns.group = "region";
  columns.aliases = {{"ROM", "ROU"}};
  Unit unit;
  std::string version;
  read_table("unit,name,region,a\nROM,Romania,Europe,1\n", "t.csv", mini(), columns,
             [&](Assessment&& one, int) {
               unit = one.unit;
               version = one.instrument_version;
             });
  CHECK(unit.label("fr") == "Romania");
  CHECK(unit.group == "Europe");
  CHECK(unit.iso == "ROU");
  CHECK(version == "1");
}

TEST_CASE("a column map is checked against the instrument") {
  const auto good =
      map_of("unit: code\nround: year\nquestions: {a: first}\nignore: x\ntokens: {dont_know: [DK, \"?\"]}\n");
  REQUIRE(good);
  CHECK(good->unit == "code");
  CHECK(good->ignore == std::vector<std::string>{"x"});
  CHECK(good->dont_know == std::vector<std::string>{"DK", "?"});
  CHECK(brief(map_of("questions: {aa: x}\n").diagnostics, "m.yaml") == "Q0301 2:13");
  CHECK(brief(map_of("unit_pattern: \"[A\"\n").diagnostics, "m.yaml") == "Q0512 2:15");
  CHECK(brief(map_of("untis: x\n").diagnostics, "m.yaml") == "Q0103 2:1");
  CHECK(brief(map_of("tokens: {dunno: [x]}\n").diagnostics, "m.yaml") == "Q0103 2:10");
}

TEST_CASE("the separator is the most frequent one outside quotes") {
  CHECK(guess_separator("a;b;c,d\n1,2,3,4,5") == ';');
  CHECK(guess_separator("\"a;b;c\",d") == ',');
  CHECK(guess_separator("a\tb") == '\t');
  CHECK(guess_separator("a") == ',');
}
