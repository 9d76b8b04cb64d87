#include "cli/render.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "cli/planned.hpp"
#include "engine/diagnosis/findings.hpp"
#include "engine/scoring/score.hpp"
#include "engine/text/utf8.hpp"
#include "reports/check/check.hpp"
#include "reports/document/action_plan.hpp"
#include "reports/document/country_report.hpp"
#include "reports/document/ministers_brief.hpp"
#include "reports/document/poster.hpp"
#include "reports/docx/render.hpp"
#include "reports/html/render.hpp"
#include "reports/json/score_json.hpp"
#include "reports/markdown/render.hpp"

namespace sextant::cli {

namespace {

/// A document, and how it is set.
struct Composed {
  document::Document document;
  document::Sheet sheet;
};

Composed compose(const Output& output, const document::ReportInput& input) {
  switch (output.kind) {
    case Kind::country:
      return {document::country_report(input), {}};
    case Kind::brief:
      return {document::ministers_brief(input), {}};
    case Kind::poster:
      return {document::posters(input, output.pillar), document::poster_sheet(output.paper)};
    case Kind::plan:
      return {document::action_plan(input), {}};
  }
  throw std::logic_error("a report of no kind");
}

std::string set(const document::Document& document, const document::Sheet& sheet, Format format,
                pdf::Workspace& workspace) {
  switch (format) {
    case Format::pdf: {
      pdf::Options options;
      options.sheet = sheet;
      return pdf::render(document, options, workspace);
    }
    case Format::html:
      return html::render(document);
    case Format::docx:
      return docx::render(document, sheet);
    case Format::md:
      return markdown::render(document);
    case Format::json:
      break;  // the numbers have no document
  }
  throw std::logic_error("a report in no format");
}

}  // namespace

bool shows_plan(const Output& output, const Assessment& assessment) {
  if (output.format == Format::json) return false;
  return output.kind == Kind::plan || (output.kind == Kind::country && assessment.plan.scheduled());
}

ActionsPtr actions_needed(Library& library, const Instrument& instrument, const Assessment& assessment,
                          const std::vector<Output>& outputs, std::vector<Diagnostic>& diagnostics) {
  const bool any = std::any_of(outputs.begin(), outputs.end(),
                               [&](const Output& output) { return shows_plan(output, assessment); });
  return any ? library.actions_for(instrument, diagnostics) : nullptr;
}

std::string render(const Instrument& instrument, const Assessment& assessment, const ActionsPtr& actions,
                   const Output& output, pdf::Workspace& workspace) {
  const Scores scores = score(instrument, assessment);
  const std::vector<Finding> findings = diagnose(instrument, assessment, scores);
  const std::string& language = output.language;
  if (output.format == Format::json) {
    return json::score(instrument, assessment, scores, findings, instrument.language(language),
                       lang_of(language)) +
           "\n";
  }
  document::ReportInput input = {instrument, assessment, scores, findings, language, SEXTANT_VERSION};
  std::optional<Planned> planned;
  std::optional<document::PlanInput> plan;
  if (shows_plan(output, assessment)) {
    planned = make_planned(instrument, assessment, actions, {});
    input.plan = &plan.emplace(document::PlanInput{planned->plan, *planned->library, planned->problems});
  }
  const auto [document, sheet] = compose(output, input);
  const std::vector<check::Fault> faults = check::faults_in(document, input);
  if (!faults.empty()) throw Contradiction(check::describe(faults.front()));
  return set(document, sheet, output.format, workspace);
}

std::string render_group(const document::GroupInput& input, bool plan_alone, Format format,
                         pdf::Workspace& workspace) {
  const document::Document document =
      plan_alone ? document::group_plan(input) : document::group_report(input);
  const std::vector<check::Fault> faults = check::faults_in(document, input);
  if (!faults.empty()) throw Contradiction(check::describe(faults.front()));
  return set(document, {}, format, workspace);
}

std::optional<Diagnostic> unprinted(Format format, const pdf::Workspace& workspace, const std::string& source,
                                    Lang lang) {
  if (format != Format::pdf || workspace.missing_characters().empty()) return std::nullopt;
  constexpr std::size_t kWords = 5;
  std::string words;
  const std::vector<std::string>& all = workspace.missing_words();
  for (std::size_t i = 0; i < std::min(all.size(), kWords); ++i)
    words += (i == 0 ? "" : ", ") + utf8::shorten(all[i], 30);
  if (all.size() > kWords) words += " …";
  return Diagnostic{Code::no_font,
                    source,
                    {},
                    {{"scripts", pdf::script_names(workspace.missing_characters(), lang)}, {"words", words}},
                    {},
                    {}};
}

std::string unit_name(const Assessment& assessment) {
  std::string name = assessment.unit.id + (assessment.round.id.empty() ? "" : "-" + assessment.round.id);
  for (char& c : name) {
    if (c == '/' || c == '\\' || c == ':' || c == '*' || c == '?' || c == '"' || c == '<' || c == '>' ||
        c == '|' || c == '\n')
      c = '_';
  }
  if (name.empty() || name.front() == '.') name.insert(0, "_");
  return name;
}

std::string output_name(const Assessment& assessment, const Output& output) {
  std::string name = unit_name(assessment);
  if (output.kind != Kind::country) name += "-" + std::string(name_of(output.kind));
  return name + "." + output.language + "." + std::string(name_of(output.format));
}

}  // namespace sextant::cli
