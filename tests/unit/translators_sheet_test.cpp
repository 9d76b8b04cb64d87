#include <doctest/doctest.h>

#include <memory>

#include "engine/exchange/filled.hpp"
#include "engine/instrument/translate.hpp"
#include "engine/text/digest.hpp"
#include "engine/translation/exchange.hpp"
#include "engine/translation/sheet.hpp"
#include "engine/translation/write_translation.hpp"
#include "reports/sheet/translation.hpp"
#include "tests/unit/support.hpp"

using namespace sextant;
using namespace sextant::test;

namespace {

// `sha256sum` of the texts: "Power", "On power.", "Courant" and of nothing; their first eight digits.
const std::string kPower = "848e9656";
const std::string kOnPower = "ff1d1f55";
const std::string kCourant = "b9492dda";
const std::string kNothing = "e3b0c442";

const std::string kBody =
    maturity() +
    "nodes:\n  - id: p\n    kind: pillar\n    title: Power\n    about: On power.\n    questions:\n" +
    level_question("q") +
    "findings:\n  - {id: f, type: lagging, among: pillar, more_than: 1, "
    "sentence: \"{node} lags by {gap}.\"}\n";

struct Desk {
  explicit Desk(const std::string& texts = "", const std::string& body = kBody) {
    LoadOptions options;
    options.languages.emplace();
    options.as_written = true;
    mini = std::make_unique<Instrument>(instrument("languages: [en, fr]\n" + body, {}, options));
    if (texts.empty()) {
      french = catalogue_of(*mini, 1, nullptr);
      return;
    }
    const Source source("lang/fr.yaml", "sextant: translation/1\nof: mini\nlanguage: fr\ntexts:\n" + texts);
    REQUIRE(brief(read_translation(*mini, source, 1, false)) == "");
    const Checked<Tree> tree = read_tree(source);
    french = catalogue_of(*mini, 1, &*tree);
  }

  PoFile exported(const ExportOptions& options = {}) const {
    return export_po(
        *mini, french, [](const TextRef&) { return "mini.yaml:1"; }, options);
  }
  std::string workbook() const { return sheet::translation_workbook(*mini, "fr", exported()).bytes; }
  std::string table() const { return sheet::translation_table(*mini, "fr", exported()).bytes; }

  /// Takes what a reader gave, and gives back what is wrong with it.
  std::string take(const Checked<PoFile>& file, const std::string& name) {
    const Source source(name, "");
    Sink sink(source);
    sink.append(file.diagnostics);
    if (file) {
      Sink head(source);
      CHECK(po_language(*file, *mini, head) == "fr");
      sink.append(head.take());
      tally = import_po(*file, *mini, french, sink);
    }
    return brief(sink.all(), name);
  }
  /// A table with the lines of `rows` below our titles.
  std::string take_rows(const std::string& rows) {
    const Source source("t.csv",
                        "Translation,Still right,Remark,key,source mark\n"
                        ",,,#,translators/1 fr mini 1\n" +
                            rows);
    return take(read_sheet_table(source), "t.csv");
  }

  const CatalogueText& text(const std::string& owner, const std::string& field) const {
    for (const CatalogueText& one : french.texts) {
      if (one.ref.owner == owner && one.ref.field == field) return one;
    }
    FAIL(owner, "|", field);
    return french.texts.front();
  }
  std::string yaml() const { return write_translation("mini", french); }

  std::unique_ptr<Instrument> mini;
  Catalogue french;
  ImportTally tally;
};

/// The translation of p with the mark of other source texts, and with that of today's.
const std::string kStale = "  p: {source: \"00000000\", title: Courant}\n";
std::string current() {
  for (const CatalogueEntry& one : Desk().french.entries) {
    if (one.owner == "p") return "  p: {source: \"" + one.current + "\", title: Courant}\n";
  }
  return {};
}

std::string row(const std::string& text, const std::string& before, const std::string& standing,
                const std::string& still = "", const std::string& key = "p|title",
                const std::string& source = kPower) {
  return text + "," + still + ",," + key + "," + source + " " + before + " " + standing + "\n";
}

}  // namespace

TEST_CASE("a sheet that nobody has touched brings nothing but what it was written with") {
  for (const std::string& texts :
       {std::string(), kStale, current(), std::string("  p: {title: Courant}\n")}) {
    for (const bool table : {false, true}) {
      Desk desk(texts);
      const std::string before = desk.yaml();
      const Source source("fr.csv", table ? desk.table() : "");
      const std::string said =
          desk.take(table ? read_sheet_table(source) : read_sheet(desk.workbook(), source), "fr.csv");
      INFO(texts, said);
      CHECK(desk.yaml() == before);
      CHECK(desk.tally.changed == 0);
      CHECK(desk.tally.refused == 0);
      CHECK((said.find("Q0422") != std::string::npos) == (texts == kStale));
    }
  }
}

TEST_CASE("a row knows its text, the source that it shows and the translation that it was written with") {
  const PoFile file = Desk(kStale).exported();
  const PoEntry* title = nullptr;
  for (const PoEntry& one : file.entries) {
    if (one.context == "p|title") title = &one;
  }
  REQUIRE(title != nullptr);
  REQUIRE(title->marks);
  CHECK(text_of(*title->marks) == kPower + " " + kCourant + " stale");
  CHECK(title->section == "Power");
  CHECK(file.entries.front().section == "The questionnaire as a whole");
  CHECK(file.entries.back().section == "Findings");
  CHECK(file.entries.back().kept == "{node}, {gap}");
}

TEST_CASE("a translation is taken, and gives its entry the mark of today's source") {
  Desk desk;
  CHECK(desk.take_rows(row("Courant", kNothing, "missing") +
                       row("Du courant.", kNothing, "missing", "", "p|about", kOnPower)) == "");
  CHECK(desk.text("p", "title").translation == "Courant");
  CHECK(desk.text("p", "title").standing == Standing::current);
  CHECK(desk.tally.changed == 2);
}

TEST_CASE("a stale row is taken where it was changed or is called right, and not where it was left") {
  Desk left(kStale);
  CHECK(left.take_rows(row("Courant", kCourant, "stale")) == "Q0422 3:1");
  CHECK(left.tally.stale == 1);
  CHECK(left.text("p", "title").standing == Standing::stale);
  Desk no(kStale);
  CHECK(no.take_rows(row("Courant", kCourant, "stale", "no")) == "Q0422 3:1");
  for (const char* yes : {"yes", "OUI", "x", "true"}) {
    Desk right(kStale);
    CHECK(right.take_rows(row("Courant", kCourant, "stale", yes)) == "");
    CHECK(right.text("p", "title").standing == Standing::current);
    CHECK(right.tally.changed == 0);
  }
  Desk changed(kStale);
  CHECK(changed.take_rows(row("Énergie", kCourant, "stale")) == "");
  CHECK(changed.text("p", "title").standing == Standing::current);
  Desk unclear(kStale);
  CHECK(unclear.take_rows(row("Courant", kCourant, "stale", "perhaps")) == "Q0425 3:1");
  CHECK(unclear.text("p", "title").standing == Standing::stale);
}

TEST_CASE("what nobody has vouched for stays so until somebody does") {
  const std::string untracked = "  p: {title: Courant}\n";
  Desk left(untracked);
  CHECK(left.take_rows(row("Courant", kCourant, "untracked")) == "");
  CHECK(left.text("p", "title").standing == Standing::untracked);
  Desk right(untracked);
  CHECK(right.take_rows(row("Courant", kCourant, "untracked", "yes")) == "");
  CHECK(right.text("p", "title").standing == Standing::current);
}

TEST_CASE("a row that was left as it was does not bring an older translation back") {
  Desk desk(current());
  CHECK(desk.take_rows(row("Ancien", "7b6d2f5c", "current")) == "");  // touched: it says otherwise
  CHECK(desk.text("p", "title").translation == "Ancien");
  Desk later(current());
  // `Énergie` is what the sheet was written with.
  CHECK(later.take_rows(row("Énergie", translation_mark("Énergie"), "current")) == "Q0423 3:1");
  CHECK(later.text("p", "title").translation == "Courant");
  CHECK(later.tally.overtaken == 1);
}

TEST_CASE("the checks of PO files hold for rows") {
  Desk desk;
  CHECK(desk.take_rows(row("Courant", kNothing, "missing", "", "p|titel")) == "Q0414 3:1");
  CHECK(desk.take_rows(row("Courant", kNothing, "missing", "", "p|title", "00000000")) == "Q0415 3:1");
  const std::string lags = short_hash("{node} lags by {gap}.");
  CHECK(desk.take_rows(row("{node} traîne.", kNothing, "missing", "", "f|sentence", lags)) == "Q0416 3:1");
  CHECK(desk.take_rows(row("{noeud} {gap}", kNothing, "missing", "", "f|sentence", lags)) == "Q0417 3:1");
  CHECK(desk.take_rows(row("", kNothing, "missing")) == "Q0419 3:1");
  CHECK(desk.tally.changed == 0);
}

TEST_CASE("rows and columns that cannot be understood are named, and nothing is guessed") {
  Desk desk;
  CHECK(desk.take_rows("Courant,,,,\n") == "Q0432 3:1");
  CHECK(desk.take_rows("Courant,,,p|title,\n") == "Q0432 3:1");
  CHECK(desk.take_rows("Courant,,,p|title,x y done\n") == "Q0432 3:1");
  CHECK(desk.take_rows("Courant,,,#,x\n") == "Q0432 3:1");
  CHECK(desk.take_rows(",,,,\n,,Why?,p|title," + kPower + " " + kNothing + " missing\n") ==
        "Q0424 4:1; Q0419 4:1");
  CHECK(desk.take_rows(row("Courant", kNothing, "missing") + row("Force", kNothing, "missing")) ==
        "Q0426 4:1");
  CHECK(desk.text("p", "title").translation == "Courant");
  const auto table = [&](const std::string& text) {
    return desk.take(read_sheet_table(Source("t.csv", text)), "t.csv");
  };
  CHECK(table("a,b\nc,d\n") == "Q0429 0:0");
  CHECK(table("id,value\nq,2\n") == "Q0428 0:0");
  CHECK(table("Traduction,key,source mark\nx,p|title,1 2 missing\n") == "Q0434 0:0");
  CHECK(table("Translation,key\nx,p|title\n") == "Q0433 1:1");
  const std::string origin = ",#,translators/1 fr mini 1\n";
  CHECK(table("Translation,key,source mark,Mine\n" + origin) == "Q0436 1:1");
  CHECK(table("Translation,key,source mark,Translation\n" + origin).substr(0, 5) == "Q0503");
  CHECK(table("Translation,key,source mark\n" + origin + "x,p|title,a b missing,more\n") ==
        "Q0831 3:1; Q0415 3:1");
}

TEST_CASE("columns may stand in any order and be called in the other language") {
  Desk desk;
  const std::string text = "source mark;Remarque;clé;TRADUCTION;key\ntranslators/1 fr mini 1;;;;#\n" +
                           kPower + " " + kNothing + " missing;;;Courant;p|title\n";
  CHECK(desk.take(read_sheet_table(Source("t.csv", "sep=;\n" + text)), "t.csv") == "Q0436 2:1");
  CHECK(desk.text("p", "title").translation == "Courant");
}

TEST_CASE("a sheet for another questionnaire is refused, and one for another version is said to be so") {
  const auto head = [](const std::string& origin) {
    const Source source("t.csv", "Translation,key,source mark\n,#," + origin + "\n");
    const Checked<PoFile> file = read_sheet_table(source);
    REQUIRE(file);
    const Desk desk;
    Sink sink(source);
    const std::string language = po_language(*file, *desk.mini, sink);
    return language + " " + brief(sink.all(), "t.csv").substr(0, 5);
  };
  CHECK(head("translators/1 fr mini 1") == "fr ");
  CHECK(head("translators/1 fr mini 0.9 beta") == "fr Q0811");
  CHECK(head("translators/1 fr maxi 1") == " Q0402");
  CHECK(head("translators/1 en mini 1") == " Q0421");
}

TEST_CASE("what a workbook says of itself is named by its cell, and by its line in a table") {
  const auto head = [](const Checked<PoFile>& file, const Source& source, const std::string& language) {
    REQUIRE(file);
    LoadOptions options;
    options.languages.emplace();
    const Instrument other = instrument("languages: [" + language + "]\n" + kBody, {}, options);
    Instrument renamed = other;
    renamed.id = "maxi";
    Sink sink(source);
    po_language(*file, renamed, sink);
    po_language(*file, other, sink);
    std::string out;
    for (const Diagnostic& one : sink.all()) {
      out += (out.empty() ? "" : "; ") + std::string(info(one.code).id) + " " + one.file;
      if (one.at.line > 0) out += ":" + std::to_string(one.at.line);
    }
    return out;
  };
  const Desk desk;
  const Source book("fr.xlsx", "");
  CHECK(head(read_sheet(desk.workbook(), book), book, "en") == "Q0402 fr.xlsx:sextant!B3");
  const Source table("t.csv", "Translation,key,source mark\n,p|title,a\n,#,translators/1 en mini 1\n");
  CHECK(head(read_sheet_table(table), table, "en") == "Q0402 t.csv:3; Q0421 t.csv:3; Q0421 t.csv:3");
}

TEST_CASE(
    "texts that look like formulas, hold quotes, breaks or many bytes go out and come back as they are") {
  const std::vector<std::string> hostile = {
      "=1+1",        "+x",        "-y",  "@z",  "'=1",  "''=1",     "a\nb\n\nc",
      "\"a\", b; c", "_x0041_ x", "1/2", "007", "TRUE", "<b>&amp;", "\xF0\x9F\x98\x80 ok",
      "a\tb",        "12,5",      "-5",  "# x"};
  for (const std::string& text : hostile) {
    Desk desk(current());
    for (CatalogueText& one : desk.french.texts) {
      if (one.ref.owner == "p" && one.ref.field == "title") one.translation = text;
    }
    const std::string book = desk.workbook();
    const std::string table = desk.table();
    for (const bool as_table : {false, true}) {
      Desk back;
      const Source source("t", as_table ? table : "");
      back.take(as_table ? read_sheet_table(source) : read_sheet(book, source), "t");
      INFO(text);
      CHECK(back.text("p", "title").translation == text);
    }
  }
}

TEST_CASE("a text that no cell holds is left out and named") {
  Desk desk(current());
  const auto longest = [&](const std::string& text) {
    for (CatalogueText& one : desk.french.texts) {
      if (one.ref.owner == "p" && one.ref.field == "title") one.translation = text;
    }
    return sheet::translation_workbook(*desk.mini, "fr", desk.exported()).left_out;
  };
  CHECK(longest(std::string(32767, 'a')).empty());
  CHECK(longest(std::string(32768, 'a')) == std::vector<std::string>{"p|title"});
  std::string beyond;  // each of these counts twice
  for (int i = 0; i < 16384; ++i) beyond += "\xF0\x9F\x98\x80";
  CHECK(longest(beyond) == std::vector<std::string>{"p|title"});
}

TEST_CASE("the sheet of one purpose that comes in the place of the other is called what it is") {
  const Desk desk;
  const auto said = [](const Checked<exchange::Filled>& filled) {
    CHECK(!filled);
    return brief(filled.diagnostics, "a").substr(0, 5);
  };
  CHECK(said(exchange::read_workbook(desk.workbook(), Source("a", ""))) == "Q0427");
  CHECK(said(exchange::read_lines(Source("a", desk.table()))) == "Q0427");
  const std::string answers = sheet::workbook(*desk.mini, {"en", {}, {}, ""}, nullptr, nullptr).bytes;
  CHECK(brief(read_sheet(answers, Source("a", "")).diagnostics, "a") == "Q0428 0:0");
  CHECK(brief(read_sheet("PK\x03\x04", Source("a", "")).diagnostics, "a") == "Q0821 0:0");
}

TEST_CASE("the same texts give the same bytes") {
  CHECK(Desk(kStale).workbook() == Desk(kStale).workbook());
  CHECK(Desk(kStale).table() == Desk(kStale).table());
}
