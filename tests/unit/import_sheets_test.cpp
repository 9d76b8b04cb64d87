#include <doctest/doctest.h>

#include <algorithm>

#include "engine/archive/zip.hpp"
#include "engine/exchange/answer_code.hpp"
#include "engine/exchange/filled.hpp"
#include "engine/exchange/origin.hpp"
#include "reports/sheet/book.hpp"
#include "reports/sheet/sheet.hpp"
#include "tests/unit/support.hpp"

using namespace sextant;
using namespace sextant::test;
using exchange::Filled;
using exchange::Taken;

namespace {

const Instrument& desk() {
  static const Instrument one = instrument(
      "description: \"What is asked of every office of the country and of those who work there, in so many "
      "words that no line of a sheet is long enough to hold the whole of them at once.\"\n"
      "notice: Not for sale.\nlanguages: [en, fr]\n"
      "scales:\n  - id: maturity\n    levels:\n"
      "      - {id: nascent, name: Nascent}\n      - {id: emerging, name: Emerging}\n"
      "      - {id: established, name: Established}\n"
      "vision: {title: Where to, about: What is hoped for.}\n"
      "nodes:\n  - id: p\n    kind: pillar\n    title: Power\n    about: On power.\n    questions:\n"
      "      - {id: plan, text: Plan, levels: {nascent: A., emerging: B., established: C.}}\n"
      "      - {id: cover, text: Cover, levels: {nascent: A., emerging: B., established: C.}}\n",
      {{"lang/fr.yaml",
        "sextant: translation/1\nof: mini\nlanguage: fr\ntexts:\n"
        "  p: {title: Électricité, about: \"Au sujet du courant.\"}\n"}});
  return one;
}

/// What is found in a file, by code and place, and how many answers were taken.
std::string found_in(const Checked<Filled>& filled, std::size_t* answers = nullptr) {
  std::vector<Diagnostic> all = filled.diagnostics;
  if (filled) {
    Filled copy = *filled;
    copy.entries.insert(copy.entries.begin(), {"", "unit.id", "", "ATL", {}});
    const Taken taken = take(copy, desk());
    all.insert(all.end(), taken.diagnostics.begin(), taken.diagnostics.end());
    if (answers != nullptr && taken.assessment)
      *answers = static_cast<std::size_t>(
          std::count_if(taken.assessment->answers.begin(), taken.assessment->answers.end(),
                        [](const Answer& one) { return one.state == AnswerState::answered; }));
  }
  std::string out;
  for (const Diagnostic& one : all) {
    out += (out.empty() ? "" : "; ") + std::string(info(one.code).id) + " " + one.file;
    if (one.at.line > 0) out += ":" + std::to_string(one.at.line) + ":" + std::to_string(one.at.column);
  }
  return out;
}

/// A sheet of lines of cells; empty cells are left out.
struct Page {
  std::string name;
  std::vector<std::vector<std::string>> lines;
};

Checked<Filled> read(const std::vector<Page>& pages) {
  sheet::Book book("Test", "");
  for (const Page& page : pages) {
    sheet::Layout layout;
    layout.name = page.name;
    book.page(layout);
    for (std::size_t row = 0; row < page.lines.size(); ++row) {
      for (std::size_t column = 0; column < page.lines[row].size(); ++column) {
        if (!page.lines[row][column].empty())
          book.text(static_cast<int>(row), static_cast<int>(column), page.lines[row][column],
                    sheet::Style::plain);
      }
    }
  }
  return exchange::read_workbook(book.finish(), Source("x.xlsx", ""));
}

Page origin(const std::string& name, const std::string& id, const std::string& version = "1") {
  return {name,
          {{"key", "value"}, {"sextant", "sheet/1"}, {"instrument.id", id}, {"instrument.version", version}}};
}

const std::vector<std::string> kTitles = {"ID", "Question", "Answer"};

/// The cells of an ODS file in which each is a day, shown by the format of its column's, row's or own style.
std::string ods_days(const std::string& columns, const std::string& rows) {
  return archive::write_zip(
      {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
       {"styles.xml",
        "<office:document-styles><office:styles><number:date-style style:name=\"N1\"><number:year/>"
        "</number:date-style><style:style style:name=\"base\" style:family=\"table-cell\" "
        "style:data-style-name=\"N1\"/></office:styles></office:document-styles>"},
       {"content.xml",
        "<office:document-content><office:automatic-styles>"
        "<number:date-style style:name=\"N2\"><number:month number:textual=\"true\"/><number:year/>"
        "</number:date-style>"
        "<number:date-style style:name=\"N3\"><number:day/><number:month/><number:year/></number:date-style>"
        "<style:style style:name=\"month\" style:family=\"table-cell\" style:data-style-name=\"N2\"/>"
        "<style:style style:name=\"day\" style:family=\"table-cell\" style:data-style-name=\"N3\"/>"
        "<style:style style:name=\"year\" style:family=\"table-cell\" style:parent-style-name=\"base\"/>"
        "</office:automatic-styles><office:body><office:spreadsheet><table:table table:name=\"Data\">" +
            columns + rows + "</table:table></office:spreadsheet></office:body></office:document-content>"}});
}

std::string day(const std::string& style) {
  return "<table:table-cell " + (style.empty() ? "" : "table:style-name=\"" + style + "\" ") +
         "office:value-type=\"date\" office:date-value=\"2026-03-01\"/>";
}

std::string texts_of(const std::string& bytes) {
  const workbook::Opened opened = workbook::open(bytes);
  REQUIRE(opened.workbook);
  std::string out;
  for (const workbook::Cell& cell : opened.workbook->sheets.front().cells)
    out += (out.empty() ? "" : "|") + cell.text;
  return out;
}

}  // namespace

TEST_CASE("what a workbook of ours says around its tables is not named, in either language") {
  for (const char* language : {"en", "fr"}) {
    const Assessment all = answers(desk(), "plan: 2");
    const sheet::Written written = sheet::workbook(desk(), {language, {}, {}, ""}, &all, nullptr);
    CHECK(found_in(exchange::read_workbook(written.bytes, Source("x.xlsx", ""))) == "");
  }
}

TEST_CASE("what a person wrote above a table is named by its cell, and the table is taken") {
  std::size_t answers = 0;
  CHECK(found_in(read({{"S",
                        {{"Power", "", "", "", "", "Seen on Monday"},
                         {"Au sujet du courant."},
                         {"Ask the office"},
                         kTitles,
                         {"plan", "Plan", "2"}}}}),
                 &answers) == "Q0841 x.xlsx:S!F1; Q0841 x.xlsx:S!A3");
  CHECK(answers == 1);
}

TEST_CASE("rows of ours are known by the hidden column; what is added to them is not theirs") {
  CHECK(found_in(read({{"S",
                        {{"-", "As another version words it", "mine"},
                         {"", "mine too"},
                         {"-", "Respondents"},
                         {"key", "To fill in"},
                         {"notes", "Good"},
                         {"-", "Another heading", "", "beside it"},
                         {"key", "What", "To fill in"}}}})) ==
        "Q0841 x.xlsx:S!C1; Q0841 x.xlsx:S!B2; Q0841 x.xlsx:S!D6");
  // Where the hidden column is gone, they are known by what they say.
  CHECK(found_in(read(
            {{"S",
              {{"Where to"},
               {"What is asked of every office of the country and of those who work there, in so many words "
                "that no line of a sheet is long enough"},
               {"to hold the whole of them at once."},
               {"mine"},
               {"Who answers, and when"},
               {"What", "To fill in"},
               {"Notes", "Good"}}}})) == "Q0841 x.xlsx:S!A4");
}

TEST_CASE("lines above the titles of a table in a text are named") {
  std::size_t answers = 0;
  const Source source("t.csv", "Power\nSeen by,the office\n\nid,value\nplan,2\n");
  CHECK(found_in(exchange::read_lines(source), &answers) == "Q0841 t.csv:2:1; Q0841 t.csv:2:9");
  CHECK(answers == 1);
  CHECK(found_in(exchange::read_lines(Source("t.csv", "a,b\nplan,2\n"))) == "Q0813 t.csv:1:1");
}

TEST_CASE("a workbook of two questionnaires is refused, whichever stands last") {
  const Page power = {"S", {kTitles, {"plan", "", "2"}}};
  CHECK(found_in(read({power, origin("a", "mini"), origin("b", "maxi")})) == "Q0842 x.xlsx:b!B3");
  CHECK(found_in(read({power, origin("a", "maxi"), origin("b", "mini")})) == "Q0842 x.xlsx:b!B3");
  CHECK(found_in(read({power, origin("a", "mini"), origin("b", "mini", "2")})) == "Q0842 x.xlsx:b!B3");
  CHECK(found_in(read({power, origin("a", "mini"), origin("b", "mini")})) == "");
}

TEST_CASE("a sheet copied from the workbook of another questionnaire is named and not taken") {
  const std::string print = desk().fingerprint;
  const auto power = [](const std::string& name, const std::string& mark, const std::string& id) {
    return Page{name, {{"Power", "", "", mark}, kTitles, {id, "", "2"}}};
  };
  const std::string own = exchange::sheet_mark("mini", "1", print);
  const std::string other = exchange::sheet_mark("maxi", "2.0 | b", "00000000");
  std::size_t answers = 0;
  CHECK(found_in(read({power("S", own, "plan"), power("T", other, "cover"), origin("sextant", "mini")}),
                 &answers) == "Q0843 x.xlsx:T!D1");
  CHECK(answers == 1);
  // Without the sheet that speaks of the whole, the marks do, if they agree.
  const Checked<Filled> alone = read({power("S", own, "plan")});
  REQUIRE(alone);
  CHECK(alone->instrument.id == "mini");
  CHECK(alone->instrument.version == "1");
  CHECK(print.rfind(alone->fingerprint, 0) == 0);
  CHECK(found_in(read({power("S", own, "plan"), power("T", other, "cover")})) == "Q0842 x.xlsx:T!D1");
  // The questionnaire has changed between the two, without another version.
  const std::string before = exchange::sheet_mark("mini", "1", "00000000");
  Page whole = origin("sextant", "mini");
  whole.lines.push_back({"instrument.fingerprint", print});
  CHECK(found_in(read({power("S", own, "plan"), power("T", before, "cover"), whole}), &answers) ==
        "Q0811 x.xlsx:T!D1");
  CHECK(answers == 2);
}

TEST_CASE("every sheet that is written bears its mark") {
  const Assessment all = answers(desk(), "plan: 2");
  const sheet::Written written = sheet::workbook(desk(), {"en", {}, {}, ""}, &all, nullptr);
  const workbook::Opened opened = workbook::open(written.bytes);
  REQUIRE(opened.workbook);
  std::size_t marked = 0;
  std::size_t shown = 0;
  for (const workbook::Sheet& one : opened.workbook->sheets) {
    if (!one.hidden) ++shown;
    marked += std::any_of(one.cells.begin(), one.cells.end(),
                          [](const workbook::Cell& cell) { return exchange::is_sheet_mark(cell.text); })
                  ? 1
                  : 0;
  }
  CHECK(shown == 6);  // guide, vision, the pillar, priorities, plan, remarks
  CHECK(marked == shown);
}

TEST_CASE("of a day, ODS gives as much as the cell shows") {
  const std::string columns =
      "<table:table-column table:number-columns-repeated=\"2\"/>"
      "<table:table-column table:default-cell-style-name=\"month\"/>";
  CHECK(texts_of(ods_days(columns, "<table:table-row>" + day("day") + day("month") + day("") + day("year") +
                                       day("unknown") + "</table:table-row>")) ==
        "2026-03-01|2026-03|2026-03|2026|2026-03-01");
  CHECK(texts_of(ods_days(columns, "<table:table-row table:default-cell-style-name=\"year\">" + day("") +
                                       day("") + day("day") + "</table:table-row>")) ==
        "2026|2026|2026-03-01");
}

TEST_CASE("of a day, XLSX gives as much as the cell shows") {
  const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  std::string styles = "<styleSheet><numFmts>";
  std::string formats;
  std::string row;
  int number = 164;
  for (const char* code : {"d mmmm yyyy", "mmmm yyyy", "mmmm", "yyyy", "mm:ss", "yyyy-mm-dd hh:mm"}) {
    const std::string id = std::to_string(number++);
    styles += "<numFmt numFmtId=\"" + id + "\" formatCode=\"" + code + "\"/>";
    formats += "<xf numFmtId=\"" + id + "\"/>";
    row += "<c s=\"" + std::to_string(number - 165) + "\"><v>46082</v></c>";
  }
  // 46082 days after 30 December 1899 is 1 March 2026.
  CHECK(texts_of(archive::write_zip(
            {{"_rels/.rels", "<R><Relationship Id=\"a\" Type=\"" + types +
                                 "officeDocument\" Target=\"xl/workbook.xml\"/></R>"},
             {"xl/workbook.xml", "<workbook><sheets><sheet name=\"S\" r:id=\"s1\"/></sheets></workbook>"},
             {"xl/_rels/workbook.xml.rels",
              "<R><Relationship Id=\"s1\" Type=\"" + types +
                  "worksheet\" Target=\"s.xml\"/><Relationship Id=\"s2\" Type=\"" + types +
                  "styles\" Target=\"t.xml\"/></R>"},
             {"xl/t.xml", styles + "</numFmts><cellXfs>" + formats + "</cellXfs></styleSheet>"},
             {"xl/s.xml", "<worksheet><sheetData><row>" + row + "</row></sheetData></worksheet>"}})) ==
        "2026-03-01|2026-03|2026-03|2026|46082|2026-03-01");
}

TEST_CASE("binary workbooks are called by their format") {
  const std::string binary = archive::write_zip(
      {{"_rels/.rels",
        "<R><Relationship Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
        "relationships/officeDocument\" Target=\"xl/workbook.bin\"/></R>"},
       {"xl/workbook.bin", std::string("\x83\x01\x00", 3)}});
  CHECK(workbook::open(binary).problem == workbook::Problem::old_format);
  CHECK(workbook::open(std::string("\x09\x08\x10\x00\x00\x06", 6)).problem == workbook::Problem::old_format);
  CHECK(workbook::open(std::string("\x09\x00\x04\x00\x02\x00", 6)).problem == workbook::Problem::old_format);
  CHECK(workbook::open("\tABCD").problem == workbook::Problem::unreadable);
  CHECK(workbook::looks_like_workbook("a.xlsb", "PK"));
}

TEST_CASE("a single wrong character of an answer code is found, wherever it stands") {
  // Format 1, all questions, the first twenty bits of the fingerprint, the answers to two questions of five
  // states each, the checksum.
  std::vector<std::uint32_t> values = {1, 0};
  const auto bits = static_cast<std::uint32_t>(std::stoul(desk().fingerprint.substr(0, 5), nullptr, 16));
  for (const unsigned shift : {15U, 10U, 5U, 0U}) values.push_back((bits >> shift) % 32);
  values.push_back(3 * 5);  // the first question Emerging, the second unanswered
  const std::uint32_t check = exchange::crc15(values);
  for (const unsigned shift : {10U, 5U, 0U}) values.push_back((check >> shift) % 32);
  const auto written = [](const std::vector<std::uint32_t>& all) {
    std::string out;
    for (std::size_t i = 0; i < all.size(); ++i)
      out += (i > 0 && i % 4 == 0 ? "-" : "") + std::string(1, exchange::kAlphabet[all[i]]);
    return out;
  };
  REQUIRE(exchange::decode(written(values), desk()).problem == exchange::CodedAnswers::Problem::none);
  for (std::size_t i = 0; i < values.size(); ++i) {
    for (std::uint32_t other = 0; other < 32; ++other) {
      if (other == values[i]) continue;
      std::vector<std::uint32_t> wrong = values;
      wrong[i] = other;
      const exchange::CodedAnswers out = exchange::decode(written(wrong), desk());
      CAPTURE(written(wrong));
      CHECK(out.problem == exchange::CodedAnswers::Problem::checksum);
      const auto is = [&](const exchange::CodePlace& one) { return one.index == i && one.at == i + i / 4; };
      CHECK(std::any_of(out.suspects.begin(), out.suspects.end(), is));
    }
  }
  std::vector<std::uint32_t> wrong = values;
  wrong[6] ^= 1U;
  const Checked<Filled> told =
      exchange::read_code(Source("c.txt", "unit: ATL\ncode: " + written(wrong) + "\n"), desk());
  CHECK_FALSE(told);
  REQUIRE(told.diagnostics.size() == 1);
  CHECK(info(told.diagnostics[0].code).id == "Q0840");
  CHECK(told.diagnostics[0].at.line == 2);
  CHECK(told.diagnostics[0].at.column == 14);
  CHECK(arg(told.diagnostics[0], "groups") == "2 (" + written(wrong).substr(5, 4) + ")");
}

TEST_CASE("ids of units name files: what cannot is refused where answers are read") {
  const auto said = [](const std::string& id) {
    return brief(
        try_answers_file(desk(), "sextant: answers/1\ninstrument: {id: mini, version: \"1\"}\nunit: {id: \"" +
                                     id + "\"}\nanswers: {plan: 2}\n")
            .diagnostics,
        "a.yaml");
  };
  for (const std::string id :
       {"ATL", "a", "2025", "Côte d'Ivoire", "Korea, Rep.", "school-17_b.2", "المغرب", "日本", "  ATL "}) {
    CAPTURE(id);
    CHECK(said(id) == "");
  }
  CHECK(said(std::string(100, 'x')) == "");
  CHECK(said(std::string(101, 'x')) == "Q0331 3:12");
  for (const std::string id : {"../../x?", "a/b", "a\\\\b", ".hidden", "..", "-o", "C:", "a*", "a\\nb",
                               "a\\u202Eb", "\\u200Bx", "_x", "<b>", "a|b"}) {
    CAPTURE(id);
    CHECK(said(id) == "Q0331 3:12");
  }
}
