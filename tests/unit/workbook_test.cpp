#include "engine/workbook/workbook.hpp"

#include <doctest/doctest.h>

#include "engine/archive/zip.hpp"
#include "engine/exchange/filled.hpp"
#include "tests/unit/support.hpp"

using namespace sextant;
using namespace sextant::test;
using workbook::Cell;
using workbook::CellKind;
using workbook::Opened;
using workbook::Problem;

namespace {

const std::string kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
const std::string kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const std::string kRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string relation(const std::string& id, const std::string& type, const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"" + kRelations + "/" + type + "\" Target=\"" + target +
         "\"/>";
}

/// An XLSX file with one sheet called "Data" of this content, as other programs write one.
std::string xlsx(const std::string& data, const std::string& strings = "", const std::string& after = "") {
  return archive::write_zip(
      {{"_rels/.rels",
        kHead + "<Relationships>" + relation("r1", "officeDocument", "xl/workbook.xml") + "</Relationships>"},
       {"xl/workbook.xml",
        kHead + "<workbook xmlns=\"" + kMain + "\" xmlns:r=\"" + kRelations +
            "\"><sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"s1\"/></sheets></workbook>"},
       {"xl/_rels/workbook.xml.rels",
        kHead + "<Relationships>" + relation("s1", "worksheet", "/xl/worksheets/sheet1.xml") +
            relation("s2", "styles", "styles.xml") + relation("s3", "sharedStrings", "sharedStrings.xml") +
            "</Relationships>"},
       {"xl/styles.xml",
        kHead + "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/><numFmt "
                "numFmtId=\"165\" "
                "formatCode=\"0.0&quot;d&quot;\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf "
                "numFmtId=\"14\"/><xf "
                "numFmtId=\"164\"/><xf numFmtId=\"10\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>"},
       {"xl/sharedStrings.xml", kHead + "<sst>" + strings + "</sst>"},
       {"xl/worksheets/sheet1.xml", kHead + "<worksheet xmlns=\"" + kMain + "\"><sheetData>" + data +
                                        "</sheetData>" + after + "</worksheet>"}});
}

/// The same with a comment on B2.
std::string with_comment(const std::string& bytes) {
  std::vector<archive::Entry> parts = *archive::read_zip(bytes);
  parts.push_back(
      {"xl/worksheets/_rels/sheet1.xml.rels",
       kHead + "<Relationships>" + relation("r1", "comments", "../comments1.xml") + "</Relationships>"});
  parts.push_back({"xl/comments1.xml",
                   kHead +
                       "<comments><commentList><comment ref=\"B2\"><text><r><t>Not </t></r><r><t>yet</t></r>"
                       "</text></comment></commentList></comments>"});
  return archive::write_zip(parts);
}

std::string ods(const std::string& rows, const std::string& more = "") {
  return archive::write_zip(
      {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
       {"content.xml",
        kHead +
            "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"Data\">" +
            rows + "</table:table>" + more +
            "</office:spreadsheet></office:body></office:document-content>"}});
}

/// "A1=text" for each cell of the first sheet; what is no value is named.
std::string cells(const std::string& bytes) {
  const Opened opened = workbook::open(bytes);
  REQUIRE(opened.workbook);
  std::string out;
  for (const Cell& cell : opened.workbook->sheets.front().cells) {
    const std::string text = cell.kind == CellKind::value     ? cell.text
                             : cell.kind == CellKind::error   ? "error " + cell.text
                             : cell.kind == CellKind::pending ? "pending"
                                                              : "damaged";
    out += (out.empty() ? "" : "|") + workbook::cell_name(cell.row, cell.column) + "=" + text;
  }
  return out;
}

std::string row(const std::string& cells, int number = 1) {
  return "<row r=\"" + std::to_string(number) + "\">" + cells + "</row>";
}

/// A cell of a shared text is too long to write out in each test: these are inline.
std::string text(const std::string& place, const std::string& text) {
  return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

exchange::Filled read(const std::string& bytes, std::string* found = nullptr) {
  Checked<exchange::Filled> out = exchange::read_workbook(bytes, Source("x.xlsx", ""));
  if (found != nullptr) {
    *found = "";
    for (const Diagnostic& one : out.diagnostics)
      *found += (found->empty() ? "" : "; ") + std::string(info(one.code).id) + " " + one.file;
  }
  return out ? *out : exchange::Filled{};
}

std::string entries(const exchange::Filled& filled) {
  std::string out;
  for (const exchange::Entry& one : filled.entries) {
    out += (out.empty() ? "" : "|") + one.place.cell + " " + one.question + "." + one.field +
           (one.part.empty() ? "" : "#" + one.part) + "=" + one.text;
  }
  return out;
}

}  // namespace

TEST_CASE("places are named as spreadsheets name them") {
  CHECK(workbook::cell_name(0, 0) == "A1");
  CHECK(workbook::cell_name(6, 25) == "Z7");
  CHECK(workbook::cell_name(0, 26) == "AA1");
  CHECK(workbook::cell_name(0, 701) == "ZZ1");
  CHECK(workbook::cell_name(0, 702) == "AAA1");
  CHECK(workbook::cell_name({"Données", false, {}, {}, {}}, 1, 2) == "Données!C2");
  CHECK(workbook::cell_name({"L'état", false, {}, {}, {}}, 1, 2) == "'L''état'!C2");
}

TEST_CASE("texts of XLSX: shared, in runs, inline, of formulas") {
  CHECK(
      cells(xlsx(row("<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c><c t=\"s\"><v>7</v></c>"
                     "<c r=\"F1\" t=\"str\"><f>A1</f><v>was</v></c>") +
                     row(text("A2", "in&amp;line"), 2),
                 "<si><t>plain</t></si><si><r><t xml:space=\"preserve\">two </t></r><r><rPr/><t>runs</t></r>"
                 "<rPh><t>spoken</t></rPh></si>")) == "A1=plain|C1=two runs|D1=damaged|F1=was|A2=in&line");
}

TEST_CASE("line ends of word processors end lines of a cell, and other control characters damage it") {
  CHECK(cells(xlsx(row(text("A1", "one_x000B_two_x000D_&#10;three") + text("B1", "a_x0001_b") +
                       text("C1", "a&#x85;b") + text("D1", "a&#x84;b")))) ==
        "A1=one\ntwo\nthree|B1=damaged|C1=a\nb|D1=damaged");
}

TEST_CASE("numbers of XLSX are what the screen shows") {
  // 45741 days after 30 December 1899 is 25 March 2025; 0.07 as per cent is 7; 0.1 + 0.2 is computed.
  CHECK(cells(xlsx(row(
            "<c r=\"A1\"><v>3.0</v></c><c r=\"B1\" s=\"1\"><v>45741</v></c><c r=\"C1\" "
            "s=\"2\"><v>45741.5</v></c>"
            "<c r=\"D1\" s=\"3\"><v>7.0000000000000007E-2</v></c><c r=\"E1\"><f>0.1+0.2</f>"
            "<v>0.30000000000000004</v></c><c r=\"F1\" s=\"4\"><v>2.5</v></c><c r=\"G1\" t=\"b\"><v>1</v></c>"
            "<c r=\"H1\" t=\"d\"><v>2025-03-25T00:00:00</v></c><c r=\"I1\"><v>x</v></c>"))) ==
        "A1=3|B1=2025-03-25|C1=2025-03-25|D1=7%|E1=0.3|F1=2.5|G1=true|H1=2025-03-25|I1=damaged");
  // 29 February 2024, and the last day of 1999.
  CHECK(cells(xlsx(row("<c r=\"A1\" s=\"1\"><v>45351</v></c><c r=\"B1\" s=\"1\"><v>36525</v></c>"))) ==
        "A1=2024-02-29|B1=1999-12-31");
}

TEST_CASE("formulas that went wrong, or were never worked out, are told apart from empty ones") {
  CHECK(cells(xlsx(row("<c r=\"A1\" t=\"e\"><f>#REF!+1</f><v>#REF!</v></c><c r=\"B1\"><f>1+1</f></c>"
                       "<c r=\"C1\" t=\"str\"><f>\"\"</f><v></v></c><c r=\"D1\" s=\"1\"/>"))) ==
        "A1=error #REF!|B1=pending");
}

TEST_CASE("cells of ODS: types, repetitions, blanks, notes, errors") {
  CHECK(
      cells(ods(
          "<table:table-row><table:table-cell "
          "office:value-type=\"string\"><office:annotation><text:p>note</text:p>"
          "</office:annotation><text:p>a<text:s text:c=\"2\"/>b</text:p><text:p>c</text:p></table:table-cell>"
          "<table:table-cell table:number-columns-repeated=\"2\"/>"
          "<table:table-cell office:value-type=\"percentage\" office:value=\"0.625\"><text:p>62,5 %</text:p>"
          "</table:table-cell></table:table-row>"
          "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell/></table:table-row>"
          "<table:table-header-rows><table:table-row table:number-rows-repeated=\"2\">"
          "<table:table-cell office:value-type=\"float\" office:value=\"3\"/></table:table-row>"
          "</table:table-header-rows><table:table-row>"
          "<table:table-cell office:value-type=\"date\" office:date-value=\"2025-03-25T10:00:00\"/>"
          "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"/>"
          "<table:table-cell office:value-type=\"string\" calcext:value-type=\"error\"><text:p>#REF!</text:p>"
          "</table:table-cell></table:table-row>")) ==
      "A1=a  b\nc|D1=62.5%|A1000002=3|A1000003=3|A1000004=2025-03-25|B1000004=true|C1000004=error #REF!");
}

TEST_CASE("files that are no workbook, locked, old or enormous are told apart") {
  CHECK(workbook::open("").problem == Problem::unreadable);
  CHECK(workbook::open("PK\x03\x04 and no more").problem == Problem::unreadable);
  CHECK(workbook::open(archive::write_zip({{"a.txt", "b"}})).problem == Problem::unreadable);
  const std::string old = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  CHECK(workbook::open(old).problem == Problem::old_format);
  std::string name;
  for (const char c : std::string("EncryptedPackage")) name += std::string(1, c) + '\0';
  CHECK(workbook::open(old + name).problem == Problem::encrypted);
  CHECK(workbook::open(xlsx(std::string(std::size_t{65} << 20U, ' '))).problem == Problem::too_large);
  std::string many;
  for (int i = 0; i < 10'000; ++i) many += "<c><v>1</v></c>";
  std::string rows;
  for (int i = 1; i <= 51; ++i) rows += row(many, i);
  CHECK(workbook::open(xlsx(rows)).problem == Problem::too_large);
  CHECK(workbook::open(ods("<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell "
                           "office:value-type=\"float\" office:value=\"1\"/></table:table-row>"))
            .problem == Problem::too_large);
  CHECK(workbook::open(archive::write_zip({{"content.xml", "<a/>"},
                                           {"META-INF/manifest.xml", "<manifest:encryption-data/>"}}))
            .problem == Problem::encrypted);
  CHECK(workbook::open(archive::write_zip({{"content.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"}}))
            .problem == Problem::unreadable);
}

TEST_CASE("text nested without end is cut, not followed") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<text:span>";
  deep += "x";
  for (int i = 0; i < 100'000; ++i) deep += "</text:span>";
  CHECK(cells(ods("<table:table-row><table:table-cell><text:p>" + deep +
                  "y</text:p></table:table-cell></table:table-row>")) == "A1=y");
}

TEST_CASE("columns are found by their titles, in either language and in any order") {
  std::string found;
  const exchange::Filled filled =
      read(xlsx(row(text("A1", "Remarks of ours")) +
                row(text("A2", "RÉPONSE") + text("B2", "Reason or note") + text("D2", "Identifiant") +
                        text("E2", "Questions"),
                    2) +
                row(text("A3", "3") + text("B3", "Because.") + text("D3", " q1 ") + text("E3", "?"), 3) +
                row(text("A4", "2") + text("F4", "beside"), 4)),
           &found);
  CHECK(entries(filled) == "Data!A3 q1.value=3|Data!B3 q1.because=Because.");
  CHECK(found == "Q0833 x.xlsx:Data!E2; Q0809 x.xlsx:Data!A4; Q0831 x.xlsx:Data!F4");
}

TEST_CASE("a renamed column of answers is named, with what it may have been called") {
  const Checked<exchange::Filled> out = exchange::read_workbook(
      xlsx(row(text("A1", "ID") + text("B1", "Answers") + text("C1", "Reason or note")) +
           row(text("A2", "q1") + text("B2", "3") + text("C2", "Why."), 2)),
      Source("x.xlsx", ""));
  REQUIRE(out);
  CHECK(entries(*out) == "Data!C2 q1.because=Why.");
  REQUIRE(out.diagnostics.size() == 2);
  CHECK(info(out.diagnostics[0].code).id == "Q0830");
  CHECK(info(out.diagnostics[1].code).id == "Q0833");
  CHECK(out.diagnostics[1].suggestion == "Answer");
}

TEST_CASE("lines with a key say what of the whole they are about") {
  std::string found;
  const exchange::Filled filled =
      read(xlsx(row(text("A1", "key") + text("B1", "What") + text("C1", "To fill in")) +
                row(text("A2", "instrument.id") + text("C2", "mini"), 2) +
                row(text("A3", "unit.id") + text("C3", "ATL"), 3) +
                row(text("A4", "-") + text("C4", "a heading"), 4) +
                row(text("A5", "key") + text("B5", "Where") + text("C5", "Why"), 5) +
                row(text("A6", "priorities#1") + text("B6", "p") + text("C6", "So."), 6) +
                row(text("B7", "q") + text("C7", "Put in."), 7)),
           &found);
  CHECK(filled.instrument.id == "mini");
  CHECK(entries(filled) ==
        "Data!C3 .unit.id=ATL|Data!B6 .priorities.node#1=p|Data!C6 .priorities.reason#1=So."
        "|Data!B7 .priorities.node#own-line-7=q|Data!C7 .priorities.reason#own-line-7=Put in.");
  CHECK(found == "");
}

TEST_CASE("a cell under no title is named, and so is a title that cannot be read") {
  std::string found;
  read(xlsx(row(text("A1", "ID") + text("B1", "Answer") + text("D1", "Reason or note") +
                "<c r=\"E1\" t=\"e\"><v>#REF!</v></c>") +
            row(text("A2", "q1") + text("B2", "3") + text("C2", "lost?") + text("D2", "Why.") +
                    text("E2", "and this"),
                2)),
       &found);
  CHECK(found == "Q0825 x.xlsx:Data!E1; Q0831 x.xlsx:Data!C2; Q0831 x.xlsx:Data!E2");
}

TEST_CASE("what is found stands in the order of sheets, rows and columns") {
  std::string rows = row(text("A1", "ID") + text("B1", "Answer"));
  for (int i = 2; i <= 12; ++i) rows += row("<c r=\"B" + std::to_string(i) + "\" t=\"e\"><v>#N/A</v></c>", i);
  std::string found;
  read(xlsx(rows), &found);
  CHECK(found.find("!B2; ") < found.find("!B10; "));
  CHECK(found.find("!B9; ") < found.find("!B10; "));
}

TEST_CASE("a month without a day stays one, and text in pieces stays whole") {
  const std::string styles =
      "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"17\"/></cellXfs></styleSheet>";
  std::vector<archive::Entry> parts = *archive::read_zip(
      xlsx(row("<c r=\"A1\" s=\"1\"><v>46082</v></c>" + text("B1", "a<!-- x -->b<![CDATA[c]]>"))));
  for (archive::Entry& part : parts) {
    if (part.path == "xl/styles.xml") part.bytes = styles;
  }
  // 46082 days after 30 December 1899 is 1 March 2026.
  CHECK(cells(archive::write_zip(parts)) == "A1=2026-03|B1=abc");
}

TEST_CASE("comments are named, in both formats") {
  const std::string titles = row(text("A1", "ID") + text("B1", "Answer")) + row(text("A2", "q1"), 2);
  const Checked<exchange::Filled> out =
      exchange::read_workbook(with_comment(xlsx(titles)), Source("x.xlsx", ""));
  REQUIRE(out.diagnostics.size() == 1);
  CHECK(info(out.diagnostics[0].code).id == "Q0834");
  CHECK(out.diagnostics[0].file == "x.xlsx:Data!B2");
  CHECK(message(out.diagnostics[0], Lang::en).find("Not yet") != std::string::npos);
  std::string found;
  read(ods("<table:table-row><table:table-cell><text:p>ID</text:p></table:table-cell><table:table-cell>"
           "<office:annotation><text:p>Hm</text:p></office:annotation><text:p>Answer</text:p></"
           "table:table-cell>"
           "</table:table-row>"),
       &found);
  CHECK(found == "Q0834 x.xlsx:Data!B1");
}

TEST_CASE("a workbook of another version is recognised as such") {
  std::string found;
  read(xlsx(row(text("A1", "key") + text("B1", "value")) +
            row(text("A2", "sextant") + text("B2", "sheet/2"), 2)),
       &found);
  CHECK(found == "Q0835 x.xlsx:Data!B2");
}

TEST_CASE("lines of a table whose keys are gone are known by what they show") {
  std::string found;
  const exchange::Filled filled = read(
      xlsx(row(text("B1", "Rubrique") + text("C1", "À remplir") + text("D1", "Aide")) +
           row(text("B2", "Pays ou territoire") + text("C2", "ATL"), 2) + row(text("B4", "Répondants"), 4) +
           row(text("B5", "Nom court") + text("C5", "Ministère ou organisme"), 5) +
           row(text("B6", "edu") + text("C6", "Éducation"), 6) + row(text("B9", "Cibles"), 9) +
           row(text("B10", "Rubrique") + text("C10", "Niveau visé"), 10) +
           row(text("B11", "   Énergie") + text("C11", "3"), 11) +
           row(text("B13", "Action") + text("C13", "Dans les mots de la bibliothèque") +
                   text("D13", "Responsable"),
               13) +
           row(text("B14", "lib-1") + text("C14", "Words") + text("D14", "Office"), 14) +
           row(text("B16", "Domaine") + text("C16", "Pourquoi"), 16) +
           row(text("B17", "p") + text("C17", "Fine"), 17) + row(text("B20", "A stray word"), 20)),
      &found);
  CHECK(entries(filled) ==
        "Data!C2 .label#Pays ou territoire=ATL|Data!B6 .respondents.id#1=edu|Data!C6 "
        ".respondents.ministry#1=Éducation"
        "|Data!C11 .targets#Énergie=3|Data!D14 .plan.actions.owner#lib-1=Office|Data!B14 "
        ".plan.actions.id#lib-1=lib-1"
        "|Data!B17 .plan.none_needed.node#1=p|Data!C17 .plan.none_needed.reason#1=Fine");
  CHECK(found == "Q0831 x.xlsx:Data!B20");
}

TEST_CASE("a line put in among the plan's actions is an action of its own") {
  const exchange::Filled filled =
      read(xlsx(row(text("A1", "key") + text("B1", "In your own words") + text("C1", "Responsible")) +
                row(text("A2", "plan.actions#lib-1") + text("B2", "Ours"), 2) + row(text("B3", "New"), 3) +
                row(text("A4", "plan.actions#own-1"), 4)));
  CHECK(entries(filled) ==
        "Data!B2 .plan.actions.title#lib-1=Ours|Data!A2 .plan.actions.id#lib-1=lib-1|Data!B3 "
        ".plan.actions.title#own-2="
        "New");
}

TEST_CASE("a list goes on in the line below it; what stands apart, or beside words of its own, is named") {
  const std::string list = row(text("A1", "key") + text("B1", "What") + text("C1", "To fill in")) +
                           row(text("A2", "vision.principles#1") + text("C2", "Rights"), 2);
  std::string found;
  CHECK(entries(read(xlsx(list + row(text("C3", "Care"), 3)), &found)) ==
        "Data!C2 .vision.principles#1=Rights|Data!C3 .vision.principles#own-line-3=Care");
  CHECK(found == "");
  CHECK(entries(read(xlsx(list + row(text("B3", "Read by") + text("C3", "A minister"), 3)), &found)) ==
        "Data!C2 .vision.principles#1=Rights");
  CHECK(found == "Q0809 x.xlsx:Data!C3");
  CHECK(entries(read(xlsx(list + row(text("C4", "Draft"), 4) + row(text("C5", "To be deleted"), 5)),
                     &found)) == "Data!C2 .vision.principles#1=Rights");
  CHECK(found == "Q0809 x.xlsx:Data!C4; Q0809 x.xlsx:Data!C5");
}

TEST_CASE("merged cells are named where they could hide an answer") {
  const std::string titles = row(text("A1", "ID") + text("B1", "Question") + text("C1", "Answer"));
  std::string found;
  read(xlsx(titles, "", "<mergeCells><mergeCell ref=\"A2:B2\"/></mergeCells>"), &found);
  CHECK(found == "");
  read(xlsx(titles, "", "<mergeCells><mergeCell ref=\"C2:C5\"/></mergeCells>"), &found);
  CHECK(found == "Q0828 x.xlsx:Data!C2");
  read(xlsx(titles, "", "<mergeCells><mergeCell ref=\"B2:C2\"/><mergeCell ref=\"A3:C3\"/></mergeCells>"),
       &found);
  CHECK(found == "Q0828 x.xlsx:Data!A3");
}

TEST_CASE("sheets without a line of titles are named, and a file without any is refused") {
  std::string found;
  const std::string table =
      "<table:table-row><table:table-cell><text:p>ID</text:p></table:table-cell><table:table-cell>"
      "<text:p>Answer</text:p></table:table-cell></table:table-row>";
  const std::string other =
      "<table:table table:name=\"Other\"><table:table-row><table:table-cell><text:p>hello</text:p>"
      "</table:table-cell></table:table-row></table:table>";
  read(ods(table, other), &found);
  CHECK(found == "Q0829 x.xlsx:Other!A1");
  read(xlsx(row(text("A1", "hello"))), &found);
  CHECK(found == "Q0813 x.xlsx");
}

TEST_CASE("cells that cannot be read are named where they would have been taken") {
  std::string found;
  const exchange::Filled filled = read(
      xlsx(row(text("A1", "ID") + text("B1", "Question") + text("C1", "Answer") + text("D1", "Evidence")) +
           row(text("A2", "q1") + "<c r=\"B2\" t=\"e\"><v>#N/A</v></c><c r=\"C2\" t=\"e\"><v>#REF!</v></c>",
               2) +
           row(text("A3", "q2") + "<c r=\"C3\"><f>1</f></c>" + text("D3", "Law"), 3) +
           row(text("A4", "q3") + text("C4", "a\x01z"), 4)),
      &found);
  CHECK(found == "Q0825 x.xlsx:Data!C2; Q0826 x.xlsx:Data!C3; Q0827 x.xlsx:Data!C4");
  CHECK(entries(filled) == "Data!D3 q2.evidence.title#3=Law");
}
