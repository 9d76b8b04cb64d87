#include <doctest/doctest.h>

#include "engine/tables/csv.hpp"
#include "reports/csv/compare_csv.hpp"
#include "tests/unit/support.hpp"

using namespace sextant;
using namespace sextant::test;

TEST_CASE("a cell is quoted where it must be and only there") {
  CHECK(csv::cell("plain") == "plain");
  CHECK(csv::cell("") == "");
  CHECK(csv::cell("a b") == "a b");
  CHECK(csv::cell("a,b") == "\"a,b\"");
  CHECK(csv::cell("a\"b") == "\"a\"\"b\"");
  CHECK(csv::cell("a\nb") == "\"a\nb\"");
  CHECK(csv::cell("a\rb") == "\"a\rb\"");
}

TEST_CASE("a cell that a spreadsheet could take for a formula is made a text, a number is left alone") {
  CHECK(csv::cell("=1+1") == "'=1+1");
  CHECK(csv::cell("+33 1 23") == "'+33 1 23");
  CHECK(csv::cell("-x") == "'-x");
  CHECK(csv::cell("@SUM(A1)") == "'@SUM(A1)");
  CHECK(csv::cell("\tx") == "'\tx");
  CHECK(csv::cell("=HYPERLINK(\"x\",\"y\")") == "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
  CHECK(csv::cell("-2.5") == "-2.5");
  CHECK(csv::cell("+7") == "+7");
}

TEST_CASE("what was written as a cell is read as the same cell") {
  for (const char* text : {"a", "a,b", "say \"x\"", "two\nlines", "é;è", "\"\""}) {
    const std::string line = csv::cell(text) + ",end\n";
    CsvReader reader(line);
    REQUIRE(reader.next());
    CHECK(reader.cells() == std::vector<std::string>{text, "end"});
    CHECK_FALSE(reader.next());
  }
}

TEST_CASE("a comparison as a table has one row a unit and node, with empty cells where there is no number") {
  const Instrument mini =
      instrument(maturity() + "nodes:\n  - id: p\n    title: P\n    questions:\n" + level_question("a"));
  std::vector<CompareInput> inputs;
  for (const char* lines : {"a: 3", ""}) {
    Assessment one = answers(mini, lines);
    if (*lines == 0) one.unit.id = "ZED";
    one.unit.name = {{"", one.unit.id + ", land"}};
    Scores scores = score(mini, one);
    inputs.push_back({std::move(one), std::move(scores)});
  }
  CHECK(csv::compare(mini, compare(mini, std::move(inputs), "en")) ==
        "unit,iso,name,round,date,node,state,value,level,settled,low,high,coverage\n"
        "ATL,,\"ATL, land\",,,p,scored,3,s,yes,3,3,1\n"
        "ATL,,\"ATL, land\",,,overall,scored,3,s,yes,3,3,1\n"
        "ZED,,\"ZED, land\",,,p,not_assessed,,,no,1,4,0\n"
        "ZED,,\"ZED, land\",,,overall,not_assessed,,,no,1,4,0\n");
}
