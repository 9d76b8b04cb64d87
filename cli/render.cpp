#include "cli/render.hpp"

#include "engine/diagnosis/findings.hpp"
#include "engine/scoring/score.hpp"
#include "reports/document/country_report.hpp"
#include "reports/json/score_json.hpp"
#include "reports/markdown/render.hpp"

namespace sextant::cli {

std::string render_report(const Instrument& instrument, const Assessment& assessment,
                          const std::string& language, const std::string& format, pdf::Workspace& workspace) {
  const Scores scores = score(instrument, assessment);
  const std::vector<Finding> findings = diagnose(instrument, assessment, scores);
  if (format == "json") {
    return json::score(instrument, assessment, scores, findings, instrument.language(language),
                       lang_of(language)) +
           "\n";
  }
  const document::Document document =
      document::country_report({instrument, assessment, scores, findings, language, SEXTANT_VERSION});
  return format == "md" ? markdown::render(document) : pdf::render(document, {}, workspace);
}

std::string report_name(const Assessment& assessment, const std::string& language) {
  std::string name = assessment.unit.id + (assessment.round.id.empty() ? "" : "-" + assessment.round.id);
  for (char& c : name) {
    if (c == '/' || c == '\\' || c == ':' || c == '*' || c == '?' || c == '"' || c == '<' || c == '>' ||
        c == '|' || c == '\n')
      c = '_';
  }
  if (name.empty() || name.front() == '.') name.insert(0, "_");
  return name + "." + language;
}

}  // namespace sextant::cli
