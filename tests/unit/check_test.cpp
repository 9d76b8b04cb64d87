#include "reports/check/check.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "cli/library.hpp"
#include "engine/diagnosis/findings.hpp"
#include "reports/check/expect.hpp"
#include "reports/check/lines.hpp"
#include "reports/check/printed.hpp"
#include "reports/document/ministers_brief.hpp"
#include "reports/document/view.hpp"
#include "tests/unit/effort.hpp"

using namespace sextant;
using namespace sextant::check;
using document::Document;
using document::Words;

namespace {

const std::string kRoot = SEXTANT_ROOT;

/// Answers with all that a report is made from.
struct Scored {
  cli::InstrumentPtr instrument;
  Assessment assessment;
  Scores scores;
  std::vector<Finding> findings;

  void rescore() {
    scores = score(*instrument, assessment);
    findings = diagnose(*instrument, assessment, scores);
  }
  [[nodiscard]] document::ReportInput input(const std::string& language) const {
    return {*instrument, assessment, scores, findings, language, "1.2.3"};
  }
};

cli::Library& library() {
  static cli::Library one({}, std::nullopt);
  return one;
}

Scored read(const std::string& file, const std::string& instrument = "") {
  std::vector<Diagnostic> diagnostics;
  auto answers = cli::read_answers(library(), kRoot + "/" + file, instrument, diagnostics);
  REQUIRE_MESSAGE(answers.has_value(), file);
  Scored out{answers->instrument, std::move(answers->assessment), {}, {}};
  out.rescore();
  return out;
}

std::string all(const std::vector<Fault>& faults) {
  std::string out;
  for (const Fault& fault : faults) out += describe(fault) + "\n";
  return out;
}

void check_clean(const Scored& scored) {
  for (auto* compose : {document::country_report, document::ministers_brief}) {
    const Document en = compose(scored.input("en"));
    const Document fr = compose(scored.input("fr"));
    CHECK(all(faults_in(en, scored.input("en"))) == "");
    CHECK(all(faults_in(fr, scored.input("fr"))) == "");
    CHECK(all(differences(en, fr, scored.input("en"))) == "");
  }
}

/// Gives every question that is asked for a level, a choice or yes or no another answer by chance.
void shuffle(Scored& scored, std::mt19937& random) {
  const auto below = [&](std::size_t end) { return static_cast<std::size_t>(random() % end); };
  const std::size_t silence = below(10);  // from "nearly all answered" to "hardly any"
  for (std::size_t i = 0; i < scored.assessment.answers.size(); ++i) {
    const Question& question = scored.instrument->questions[i];
    Answer& answer = scored.assessment.answers[i];
    const bool level = question.type == QuestionType::level;
    const bool option = question.type == QuestionType::choice || question.type == QuestionType::yes_no;
    if (!level && !option) continue;
    answer = {};
    if (below(10) < silence) {
      const AnswerState states[] = {
          AnswerState::dont_know, AnswerState::unanswered,
          question.not_applicable ? AnswerState::not_applicable : AnswerState::unanswered};
      answer.state = states[below(3)];
      continue;
    }
    answer.state = AnswerState::answered;
    const std::vector<Level>& levels = scored.instrument->scales[question.scale].levels;
    const std::size_t chosen = below(level ? levels.size() : question.options.size());
    if (level) {
      answer.level = chosen;
      answer.score = levels[chosen].value;
    } else {
      answer.chosen = {chosen};
      answer.score = question.options[chosen].value;
    }
  }
  scored.rescore();
}

/// The first words of a document, from its line `from` on, that are partly of `source`.
Words& find(Document& document, const std::string& source, std::size_t from = 0) {
  const std::vector<Line> lines = lines_of(document);
  for (std::size_t i = from; i < lines.size(); ++i) {
    for (const Words* words : lines[i].words) {
      for (const document::Mark& mark : words->marks()) {
        if (mark.source == source) return const_cast<Words&>(*words);  // the document is not const
      }
    }
  }
  FAIL("nothing is of " << source);
  throw 0;
}

/// The same with the words of `source` replaced, as a slip of the hand would.
void replace(Words& words, const std::string& source, const std::string& by) {
  Words out;
  std::size_t at = 0;
  for (const document::Mark& mark : words.marks()) {
    out += words.str().substr(at, mark.begin - at);
    out += Words(mark.source == source ? by : std::string(words.of(mark)), mark.source);
    at = mark.end;
  }
  words = out + words.str().substr(at);
}

document::Table& first_table(Document& document) {
  for (document::Block& block : document.blocks) {
    if (auto* table = std::get_if<document::Table>(&block.content)) return *table;
  }
  throw 0;
}

document::Drawing& chart(Document& document) {
  for (document::Block& block : document.blocks) {
    if (auto* figure = std::get_if<document::Figure>(&block.content)) return figure->drawing;
  }
  throw 0;
}

/// The kinds of what is found, each once, in order of appearance.
std::vector<FaultKind> kinds(const std::vector<Fault>& faults) {
  std::vector<FaultKind> out;
  for (const Fault& fault : faults) {
    if (std::find(out.begin(), out.end(), fault.kind) == out.end()) out.push_back(fault.kind);
  }
  return out;
}

using Kinds = std::vector<FaultKind>;

}  // namespace

TEST_CASE("every sample report says what was computed, in both languages") {
  for (const char* file :
       {"QOR/2025-1", "QTM/2025-1", "QTM/2025-2", "XAD/2025-1", "XBM/2025-1", "XBM/2025-2", "XQL/2025-1",
        "XQL/2025-2", "XUL/2025-1", "XUL/2025-2", "ZZF/2025-1", "ZZV/2025-1"}) {
    CAPTURE(file);
    check_clean(read("questionnaires/sample/" + std::string(file) + ".yaml"));
  }
}

TEST_CASE("so do reports of small questionnaires with other scales, limits and types of question") {
  for (const char* file : {"limits/LEM", "limits/ATL", "limits/MUR"}) {
    CAPTURE(file);
    check_clean(read("tests/cases/with/" + std::string(file) + ".yaml"));
  }
  for (const char* file : {"ZEM/2025-1", "FOR/2024-1", "FOR/2025-1", "ATL/2025-1", "EDN/2025-1"}) {
    CAPTURE(file);
    check_clean(read("tests/cases/with/workshop/workshop/" + std::string(file) + ".yaml",
                     kRoot + "/tests/cases/with/mini"));
  }
}

TEST_CASE("so do reports of answers drawn by chance") {
  std::mt19937 random(20250325);
  Scored scored = read("questionnaires/sample/QTM/2025-2.yaml");
  for (int i = 0; i < tries(25); ++i) {
    CAPTURE(i);
    shuffle(scored, random);
    check_clean(scored);
  }
}

TEST_CASE("planted contradictions are caught") {
  const Scored scored = read("questionnaires/sample/QTM/2025-2.yaml");
  Document en = document::country_report(scored.input("en"));
  const auto found = [&] { return faults_in(en, scored.input("en")); };
  REQUIRE(all(found()) == "");

  SUBCASE("two rows have each other's value") {
    document::Table& table = first_table(en);
    std::swap(table.rows[0][2], table.rows[1][2]);
    CHECK(kinds(found()) == Kinds{FaultKind::misplaced});
    CHECK(found().size() == 2);
  }
  SUBCASE("two rows have each other's numbers, and say that they are their own") {
    document::Table& table = first_table(en);
    Words& one = table.rows[0][2].text[0].text;
    Words& other = table.rows[1][2].text[0].text;
    REQUIRE(one.str() != other.str());
    const std::string kept = one.str();
    replace(one, one.marks()[0].source, other.str());
    replace(other, other.marks()[0].source, kept);
    CHECK(kinds(found()) == Kinds{FaultKind::different});
  }
  SUBCASE("two rows have each other's label") {
    document::Table& table = first_table(en);
    std::swap(table.rows[0][0], table.rows[1][0]);
    CHECK(found().size() == 10);  // level, value, range, coverage and evidence of both
    CHECK(kinds(found()) == Kinds{FaultKind::misplaced});
  }
  SUBCASE("a title is written over another's numbers") {
    replace(find(en, "connectivity/title"), "connectivity/title", "Governance");
    CHECK(kinds(found()) == Kinds{FaultKind::different});
  }
  SUBCASE("a missing-value code is printed") {
    for (const char* code : {"-999", "-99", "nan", "inf", "null"}) {
      CAPTURE(code);
      Document document = en;
      replace(find(document, "connectivity/value"), "connectivity/value", code);
      CHECK(kinds(faults_in(document, scored.input("en"))) == Kinds{FaultKind::missing_code});
      document.blocks.push_back({document::Paragraph{document::plain("of all: " + std::string(code))}});
      CHECK(faults_in(document, scored.input("en")).size() == 2);
    }
  }
  SUBCASE("a value of the brief differs from that of the annex") {
    replace(find(en, "connectivity/value"), "connectivity/value", "3.9");
    CHECK(kinds(found()) == Kinds{FaultKind::different});
  }
  SUBCASE("a number is right in two places and yet printed in two ways") {
    const std::string source = scored.instrument->nodes[0].id + "/coverage";
    const std::string share = std::to_string(std::lround(*scored.scores.nodes[0].coverage * 100));
    replace(find(en, source), source, share + " %");  // "67%" elsewhere
    CHECK(kinds(found()) == Kinds{FaultKind::inconsistent});
  }
  SUBCASE("a level is called another") {
    Words& level = first_table(en).rows[0][1].text[0].text;
    const std::string source = level.marks()[0].source;
    replace(level, source, level[0] == '2' ? "3 Established" : "2 Emerging");
    CHECK(kinds(found()) == Kinds{FaultKind::different});
  }
  SUBCASE("a label of the chart is changed") {
    for (document::Shape& shape : chart(en).shapes) {
      auto* label = std::get_if<document::Label>(&shape);
      if (label == nullptr || label->text.marks().empty()) continue;
      if (label->text.marks()[0].source != "connectivity/value") continue;
      replace(label->text, "connectivity/value", "1.0");
    }
    CHECK(kinds(found()) == Kinds{FaultKind::different});
  }
  SUBCASE("two labels of the chart change places") {
    std::vector<Words*> titles;
    for (document::Shape& shape : chart(en).shapes) {
      auto* label = std::get_if<document::Label>(&shape);
      if (label != nullptr && !label->text.marks().empty() &&
          aspect_of(label->text.marks()[0].source) == "title")
        titles.push_back(&label->text);
    }
    REQUIRE(titles.size() > 2);
    std::swap(*titles[0], *titles[1]);
    CHECK(kinds(found()) == Kinds{FaultKind::misplaced});
  }
  SUBCASE("a number is of nothing, or of what is not there") {
    en.blocks.push_back({document::Paragraph{document::plain("It stands at 2.4.")}});
    en.blocks.push_back({document::Paragraph{document::plain({"2.4", "no.such.node/value"})}});
    en.blocks.push_back({document::Paragraph{document::plain({"2.4", "connectivity/mood"})}});
    CHECK(kinds(found()) == Kinds{FaultKind::unsourced, FaultKind::unknown});
    CHECK(found().size() == 3);
  }
  SUBCASE("a text that is cut says so") {
    const Words title("Connectivity", "connectivity/title");
    en.blocks.push_back({document::Paragraph{document::plain(title.prefix(7) + " …")}});
    CHECK(all(found()) == "");
    en.blocks.push_back({document::Paragraph{document::plain(title.prefix(7))}});
    CHECK(kinds(found()) == Kinds{FaultKind::different});
  }
  SUBCASE("a place was never filled") {
    en.blocks.push_back({document::Paragraph{document::plain("There are {count} of them.")}});
    CHECK(kinds(found()) == Kinds{FaultKind::unfilled});
  }
  SUBCASE("a value stands under the heading of another") {
    en.blocks.push_back({document::Heading{2, document::plain({"Connectivity", "connectivity/title"}), ""}});
    const document::View view(scored.input("en"));
    const std::size_t other = scored.instrument->pillars()[0];
    REQUIRE(scored.instrument->nodes[other].id != "connectivity");
    en.blocks.push_back({document::Paragraph{document::plain(view.value(other))}});
    CHECK(all(found()).find("beside another's title") != std::string::npos);
  }
}

TEST_CASE("what one language says and the other does not is caught") {
  const Scored scored = read("questionnaires/sample/QTM/2025-2.yaml");
  const Document en = document::country_report(scored.input("en"));
  Document fr = document::country_report(scored.input("fr"));
  const auto found = [&] { return differences(en, fr, scored.input("en")); };
  REQUIRE(all(found()) == "");
  SUBCASE("a number") {
    replace(find(fr, "connectivity/value"), "connectivity/value", "3,9");
    CHECK(found().size() == 1);
    CHECK(kinds(faults_in(fr, scored.input("fr"))) == Kinds{FaultKind::different});
  }
  SUBCASE("a row") {
    first_table(fr).rows.pop_back();
    CHECK(!found().empty());
  }
  SUBCASE("two rows in another order") {
    std::swap(first_table(fr).rows[0], first_table(fr).rows[1]);
    CHECK(all(faults_in(fr, scored.input("fr"))) == "");  // each row is right
    CHECK(kinds(found()) == Kinds{FaultKind::languages});
  }
}

TEST_CASE("numbers are read back from print") {
  const auto read_back = [](std::string_view words) {
    std::string out;
    for (const PrintedNumber& one : numbers_in(words))
      out += std::to_string(one.value).substr(0, 6) + "/" + std::to_string(one.unit).substr(0, 4) + " ";
    return out;
  };
  CHECK(read_back("1.9 to 2.8") == "1.9000/0.10 2.8000/0.10 ");
  CHECK(read_back("de 1,95 à 2") == "1.9500/0.01 2.0000/1.00 ");
  CHECK(read_back("67\u00A0%") == "67.000/1.00 ");
  CHECK(read_back("-0.5, 2025-1") == "-0.500/0.10 2025.0/1.00 1.0000/1.00 ");
  CHECK(read_back("3, then 4.") == "3.0000/1.00 4.0000/1.00 ");
  CHECK(read_back("–") == "");
}

TEST_CASE("a printed number is the unrounded one within half of its last digit") {
  const auto number = [](std::string_view words, double value) {
    return says(words, {Expected::Kind::number, {}, {value}, nullptr});
  };
  CHECK(number("2.4", 2.35));
  CHECK(number("2,4", 2.449));
  CHECK(!number("2.4", 2.46));
  CHECK(!number("2.4", 2.34));
  CHECK(!number("–", 2.4));
  CHECK(!number("2.4 of 3", 2.4));
  const auto share = [](std::string_view words, double value) {
    return says(words, {Expected::Kind::share, {}, {value}, nullptr});
  };
  CHECK(share("67%", 2.0 / 3));
  CHECK(!share("66%", 2.0 / 3));
  CHECK(share("99%", 0.999));
  CHECK(!share("100%", 0.999));
  CHECK(share("1%", 0.001));
  CHECK(!share("0%", 0.001));
}

TEST_CASE("missing-value codes and open places are seen, ordinary words are not") {
  CHECK(missing_code_in("value: -999") == "-999");
  CHECK(missing_code_in("-99") == "-99");
  CHECK(missing_code_in("NaN or Inf") == "NaN");
  CHECK(missing_code_in("#REF!") == "#REF");
  CHECK(missing_code_in("from -9 to -998, ICT-99, finance, nullify, 1999-99").empty());
  CHECK(unfilled_in("all {count} of them") == "{count}");
  CHECK(unfilled_in("a { alone").empty());
}
