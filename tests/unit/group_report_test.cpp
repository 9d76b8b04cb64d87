#include "reports/document/group_report.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "cli/library.hpp"
#include "engine/diagnosis/findings.hpp"
#include "reports/check/check.hpp"
#include "reports/check/lines.hpp"

using namespace sextant;
using namespace sextant::check;
using document::Document;
using document::GroupInput;
using document::Words;

namespace {

const std::string kRoot = SEXTANT_ROOT;

/// Files of the sample workshop with all that a group report is made from.
struct Read {
  cli::InstrumentPtr instrument;
  std::vector<CompareInput> inputs;

  [[nodiscard]] Comparison comparison(const std::string& language) const {
    return compare(*instrument, inputs, language);
  }
};

Read read(const std::vector<std::string>& files, const std::string& named = "") {
  static cli::Library library({}, std::nullopt);
  Read out;
  for (const std::string& file : files) {
    std::vector<Diagnostic> diagnostics;
    auto answers = cli::read_answers(library, kRoot + "/" + file, named, diagnostics);
    REQUIRE_MESSAGE(answers.has_value(), file);
    out.instrument = answers->instrument;
    Scores scores = score(*out.instrument, answers->assessment);
    out.inputs.push_back({std::move(answers->assessment), std::move(scores)});
  }
  return out;
}

Read sample() {
  std::vector<std::string> files;
  for (const char* file : {"QOR/2025-1", "QTM/2025-2", "XAD/2025-1", "XBM/2025-2", "XQL/2025-2", "XUL/2025-2",
                           "ZZF/2025-1", "ZZV/2025-1"})
    files.push_back("questionnaires/sample/" + std::string(file) + ".yaml");
  return read(files);
}

std::string all(const std::vector<Fault>& faults) {
  std::string out;
  for (const Fault& fault : faults) out += describe(fault) + "\n";
  return out;
}

bool only(const std::vector<Fault>& faults, FaultKind kind) {
  return !faults.empty() &&
         std::all_of(faults.begin(), faults.end(), [&](const Fault& one) { return one.kind == kind; });
}

document::Table& table(Document& document, std::size_t number) {
  for (document::Block& block : document.blocks) {
    auto* one = std::get_if<document::Table>(&block.content);
    if (one != nullptr && number-- == 0) return *one;
  }
  throw std::out_of_range("no such table");
}

/// The labels of the first drawing that say what ends so.
std::vector<Words*> labels(Document& document, const std::string& ending) {
  std::vector<Words*> out;
  for (document::Block& block : document.blocks) {
    auto* figure = std::get_if<document::Figure>(&block.content);
    if (figure == nullptr) continue;
    for (document::Shape& shape : figure->drawing.shapes) {
      auto* label = std::get_if<document::Label>(&shape);
      if (label == nullptr || label->text.marks().empty()) continue;
      const std::string& source = label->text.marks()[0].source;
      if (source.size() >= ending.size() && source.substr(source.size() - ending.size()) == ending)
        out.push_back(&label->text);
    }
    return out;
  }
  return out;
}

/// The first words of which all say `source`.
Words& find(Document& document, const std::string& source) {
  for (const Line& line : lines_of(document)) {
    for (const Words* words : line.words) {
      if (words->marks().size() == 1 && words->marks()[0].source == source)
        return const_cast<Words&>(*words);  // the document is not const
    }
  }
  throw std::out_of_range(source);
}

}  // namespace

TEST_CASE("group reports of the samples say what was computed, in both languages") {
  const std::string small = kRoot + "/tests/cases/with/mini";
  const std::string workshop = "tests/cases/with/workshop/workshop/";
  const Read all_read[] = {
      sample(), read({"questionnaires/sample/XAD/2025-1.yaml"}),
      read({workshop + "ZEM/2025-1.yaml", workshop + "FOR/2024-1.yaml", workshop + "FOR/2025-1.yaml"},
           small)};
  for (const Read& one : all_read) {
    for (const bool anonymous : {false, true}) {
      const Comparison in_english = one.comparison("en");
      const Comparison in_french = one.comparison("fr");
      const GroupInput en_input{*one.instrument, in_english, "en", "1.2.3", anonymous};
      const GroupInput fr_input{*one.instrument, in_french, "fr", "1.2.3", anonymous};
      const Document en = document::group_report(en_input);
      const Document fr = document::group_report(fr_input);
      CHECK(all(faults_in(en, en_input)) == "");
      CHECK(all(faults_in(fr, fr_input)) == "");
    }
    // In two languages the alphabet may put names in another order; letters stand still.
    const Comparison lettered = compare(*one.instrument, anonymous(one.inputs, "Country"), "en");
    const GroupInput en_input{*one.instrument, lettered, "en", "1.2.3", true};
    const GroupInput fr_input{*one.instrument, lettered, "fr", "1.2.3", true};
    CHECK(all(differences(document::group_report(en_input), document::group_report(fr_input), en_input)) ==
          "");
  }
}

TEST_CASE("no total over the pillars and no respondent's name stands in a group report") {
  const Read read = sample();
  const Comparison comparison = read.comparison("en");
  const GroupInput input{*read.instrument, comparison, "en", "1.2.3"};
  const Document document = document::group_report(input);
  for (const Line& line : lines_of(document)) {
    for (const Words* words : line.words) {
      CHECK(words->str().find("Participant") == std::string::npos);
      for (const document::Mark& mark : words->marks())
        CHECK(mark.source.find(":" + read.instrument->nodes[0].id + "/") == std::string::npos);
    }
  }
}

TEST_CASE("planted contradictions in a group report are caught") {
  const Read read = sample();
  const Comparison comparison = read.comparison("en");
  const GroupInput input{*read.instrument, comparison, "en", "1.2.3"};
  Document en = document::group_report(input);
  const auto found = [&] { return faults_in(en, input); };
  REQUIRE(all(found()) == "");
  document::Table& heat = table(en, 0);
  const std::size_t rows = heat.rows.size();
  REQUIRE(rows == 8);

  SUBCASE("two rows have each other's name") {
    std::swap(heat.rows[2][0], heat.rows[3][0]);
    CHECK(only(found(), FaultKind::misplaced));
  }
  SUBCASE("two rows have each other's value") {
    std::swap(heat.rows[2][1], heat.rows[3][1]);
    CHECK(only(found(), FaultKind::misplaced));
  }
  SUBCASE("one unit has another's value, and says that it is its own") {
    Words& one = heat.rows[2][1].text[0].text;
    const Words& other = heat.rows[3][1].text[0].text;
    REQUIRE(one.str() != other.str());
    one = Words(other.str(), one.marks()[0].source);
    CHECK(only(found(), FaultKind::different));
  }
  SUBCASE("two columns have each other's title") {
    std::swap(heat.columns[1].title, heat.columns[2].title);
    CHECK(only(found(), FaultKind::misplaced));
    CHECK(found().size() >= rows);
  }
  SUBCASE("two values of a row stand in each other's column") {
    std::swap(heat.rows[2][1], heat.rows[2][2]);
    CHECK(only(found(), FaultKind::misplaced));
  }
  SUBCASE("a country is called another") {
    Words& name = heat.rows[2][0].text[0].text;
    name = Words("Atlantis", name.marks()[0].source);
    CHECK(only(found(), FaultKind::different));
  }
  SUBCASE("two names of a drawing change places") {
    const std::vector<Words*> names = labels(en, "/name");
    REQUIRE(names.size() == rows);
    std::swap(*names[2], *names[3]);
    CHECK(only(found(), FaultKind::misplaced));
  }
  SUBCASE("two values of a drawing change places") {
    const std::vector<Words*> values = labels(en, "/value");
    REQUIRE(values.size() > 3);
    std::swap(*values[0], *values[1]);
    CHECK(only(found(), FaultKind::misplaced));
  }
  SUBCASE("a list of helpers has one too many") {
    Words& list = find(en, "@group:coordination.strategy/high");
    list = Words("Orvandy, " + list.str(), list.marks()[0].source);
    CHECK(only(found(), FaultKind::different));
  }
  SUBCASE("a count is off by one, a number is of nothing, a unit is not there") {
    en.blocks.push_back({document::Paragraph{document::plain({"9", "@group/count"})}});
    CHECK(only(found(), FaultKind::different));
    en.blocks.back() = {document::Paragraph{document::plain("2.4")}};
    CHECK(only(found(), FaultKind::unsourced));
    en.blocks.back() = {document::Paragraph{document::plain({"2.4", "@unit:8:connectivity/value"})}};
    CHECK(only(found(), FaultKind::unknown));
    // What is of one country's answers needs to say whose it is.
    en.blocks.back() = {document::Paragraph{document::plain({"2.4", "connectivity/value"})}};
    CHECK(only(found(), FaultKind::unknown));
  }
}

TEST_CASE("a group's plan says what was computed, and contradictions in it are caught") {
  const Read read = sample();
  std::vector<Diagnostic> diagnostics;
  cli::Library library({}, std::nullopt);
  const cli::ActionsPtr actions = library.actions_for(*read.instrument, diagnostics);
  REQUIRE(actions);
  // Three of them, so that common actions need two.
  std::vector<CompareInput> three;
  for (const std::size_t i : {std::size_t{1}, std::size_t{3}, std::size_t{7}})
    three.push_back(read.inputs[i]);
  const Comparison comparison = compare(*read.instrument, three, "en");
  std::vector<std::vector<Finding>> findings;
  std::vector<planning::GroupMember> members;
  for (const ComparedUnit& unit : comparison.units)
    findings.push_back(diagnose(*read.instrument, unit.assessment, unit.scores));
  for (std::size_t u = 0; u < findings.size(); ++u)
    members.push_back({comparison.units[u].assessment, comparison.units[u].scores, findings[u]});
  const planning::GroupPlan plan = planning::make_group_plan(*read.instrument, *actions, members);
  REQUIRE(plan.common.actions.size() > 1);
  // Each member does what is common, then: nothing of it is beyond its means.
  for (const planning::CommonAction& common : plan.common.actions) {
    CHECK(common.countries.size() >= 2);
    for (const std::size_t u : common.countries) {
      const auto& own = plan.plans[u].actions;
      CHECK(std::any_of(own.begin(), own.end(), [&](const planning::PlannedAction& one) {
        return one.what.id == common.id && one.when == common.when;
      }));
      for (const planning::HorizonTotal& total : plan.plans[u].totals)
        CHECK(total.effort <= total.budget + 1e-6);
    }
  }
  const document::GroupPlanInput with{plan, *actions};
  const GroupInput en{*read.instrument, comparison, "en", "1.2.3", false, &with};
  const GroupInput fr{*read.instrument, comparison, "fr", "1.2.3", false, &with};
  const Document document = document::group_plan(en);
  CHECK(all(faults_in(document, en)) == "");
  CHECK(all(faults_in(document::group_report(en), en)) == "");
  CHECK(all(differences(document, document::group_plan(fr), en)) == "");

  // Each on a copy: what is planned takes seconds.
  {
    Document swapped = document;
    document::Table& priorities = table(swapped, 0);
    std::swap(priorities.rows[0][1], priorities.rows[1][1]);
    CHECK(only(faults_in(swapped, en), FaultKind::misplaced));
  }
  {
    Document more = document;
    Words& who = table(more, 1).rows[0][4].text[0].text;
    who = Words(who.str() + " and Aldermere", who.marks()[0].source);
    CHECK(only(faults_in(more, en), FaultKind::different));
  }
  {
    Document swapped = document;
    document::Table& each = table(swapped, 2);
    std::swap(each.rows[0][3], each.rows[1][3]);
    CHECK(only(faults_in(swapped, en), FaultKind::misplaced));
  }
}
