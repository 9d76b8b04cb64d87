#include <doctest/doctest.h>

#include "cli/files.hpp"
#include "cli/library.hpp"
#include "cli/outputs.hpp"
#include "cli/render.hpp"
#include "reports/document/poster.hpp"
#include "reports/pdf/style.hpp"

using namespace sextant;

namespace {

struct Sample {
  cli::InstrumentPtr instrument;
  Assessment assessment;
};

cli::Environment shipped() {
  cli::Environment environment;
  environment.questionnaires = std::string(SEXTANT_ROOT) + "/questionnaires";
  return environment;
}

Sample sample(const std::string& path, cli::Library& library) {
  std::vector<Diagnostic> diagnostics;
  auto file = cli::read_answers(library, SEXTANT_ROOT + path, "", diagnostics);
  REQUIRE_MESSAGE(file, path);
  return {file->instrument, std::move(file->assessment)};
}

/// Every round of every sample country: complete ones, one pillar alone, full of don't-knows.
std::vector<Sample> samples() {
  cli::Library library(shipped(), std::nullopt);
  std::vector<Sample> out;
  const std::string root = SEXTANT_ROOT;
  for (const std::string& path : files::country_files(root + "/questionnaires/sample"))
    out.push_back(sample(path.substr(root.size()), library));
  return out;
}

int pages_of(const Sample& sample, const cli::Output& output, pdf::Workspace& workspace) {
  cli::render(*sample.instrument, sample.assessment, nullptr, output, workspace);
  return workspace.pages();
}

}  // namespace

TEST_CASE("the minister's brief of every sample country is one page, in both languages") {
  std::vector<Sample> all = samples();
  CHECK(all.size() >= 8);
  cli::Library library(shipped(), std::nullopt);
  all.push_back(sample("/tests/pdf/answers/long-names.yaml", library));
  pdf::Workspace workspace;
  for (const Sample& sample : all) {
    for (const char* language : {"en", "fr"}) {
      cli::Output brief;
      brief.kind = cli::Kind::brief;
      brief.language = language;
      CAPTURE(cli::unit_name(sample.assessment));
      CAPTURE(language);
      CHECK(pages_of(sample, brief, workspace) == 1);
    }
  }
}

TEST_CASE("every pillar of every sample country has a poster of one page, on A3 and on A4") {
  pdf::Workspace workspace;
  for (const Sample& sample : samples()) {
    for (const char* language : {"en", "fr"}) {
      for (const auto paper : {document::Paper::a3, document::Paper::a4}) {
        cli::Output output;
        output.kind = cli::Kind::poster;
        output.language = language;
        output.paper = paper;
        CAPTURE(cli::unit_name(sample.assessment));
        CAPTURE(language);
        CHECK(pages_of(sample, output, workspace) == 6);
      }
    }
  }
}

TEST_CASE("every kind of report, in both languages, says what the questionnaire is not") {
  cli::Library library(shipped(), std::nullopt);
  std::vector<Diagnostic> diagnostics;
  const auto file = cli::read_answers(
      library, std::string(SEXTANT_ROOT) + "/questionnaires/sample/XBM/2025-2.yaml", "", diagnostics);
  REQUIRE(file);
  pdf::Workspace workspace;
  for (const std::string& kind : cli::kind_names()) {
    for (const char* language : {"en", "fr"}) {
      cli::Output output;
      output.kind = *cli::kind_of(kind);
      output.format = cli::Format::md;
      output.language = language;
      const cli::ActionsPtr actions =
          cli::actions_needed(library, *file->instrument, file->assessment, {output}, diagnostics);
      const std::string text = cli::render(*file->instrument, file->assessment, actions, output, workspace);
      CAPTURE(kind);
      CAPTURE(language);
      CHECK(text.find(output.language == "en" ? "six pillars of the DTC framework"
                                              : "six piliers du cadre DTC") != std::string::npos);
      CHECK(text.find(output.language == "en" ? "not the official DTC questionnaire"
                                              : "pas le questionnaire officiel") != std::string::npos);
    }
  }
}

TEST_CASE("running text of a poster on A3 has 18 points at least, and less than 19") {
  const document::Sheet sheet = document::poster_sheet(document::Paper::a3);
  const pdf::style::Page page = pdf::style::page_of(sheet, true);
  CHECK(pdf::style::kBody.size * page.enlarge >= 18);
  CHECK(pdf::style::kBody.size * page.enlarge < 19);
  // 297 by 420 mm, in points.
  CHECK(page.width * page.enlarge == doctest::Approx(841.89).epsilon(0.001));
  CHECK(page.height * page.enlarge == doctest::Approx(1190.55).epsilon(0.001));
}

TEST_CASE("each language, kind and format is a file of its own, and the numbers are one a language") {
  using cli::Format;
  using cli::Kind;
  Assessment assessment;
  assessment.unit.id = "MAR";
  assessment.round.id = "2025/1";
  std::vector<std::string> names;
  for (const cli::Output& one :
       cli::outputs({Kind::country, Kind::brief}, {Format::pdf, Format::json}, {"en", "fr"}))
    names.push_back(cli::output_name(assessment, one));
  CHECK(names == std::vector<std::string>{"MAR-2025_1.en.pdf", "MAR-2025_1.en.json",
                                          "MAR-2025_1-brief.en.pdf", "MAR-2025_1.fr.pdf",
                                          "MAR-2025_1.fr.json", "MAR-2025_1-brief.fr.pdf"});
}

TEST_CASE("a format is told by the ending of a file, but for the numbers") {
  CHECK(cli::format_of_file("a/b.md") == cli::Format::md);
  CHECK(cli::format_of_file("a.md/b.pdf") == cli::Format::pdf);
  CHECK_FALSE(cli::format_of_file("a.json"));
  CHECK_FALSE(cli::format_of_file("a.txt"));
  CHECK_FALSE(cli::format_of_file("md"));
}
