#include "cli/group.hpp"

#include <algorithm>
#include <ostream>

#include "cli/files.hpp"
#include "cli/render.hpp"
#include "engine/diagnosis/findings.hpp"
#include "reports/document/phrases.hpp"

namespace sextant::cli {

Comparison compare_in(const Instrument& instrument, std::vector<CompareInput> inputs, bool hidden,
                      const std::string& language) {
  if (!hidden) return compare(instrument, std::move(inputs), language);
  const bool countries = std::all_of(inputs.begin(), inputs.end(), [](const CompareInput& one) {
    return one.assessment.unit.kind.empty() || one.assessment.unit.kind == "country";
  });
  const document::Phrase phrase = countries ? document::Phrase::group_country : document::Phrase::unit;
  const std::string word = document::say(phrase, lang_of(language));
  return compare(instrument, anonymous(std::move(inputs), word), language);
}

GroupPlanned make_group_planned(const Instrument& instrument, const ActionLibrary& library,
                                const Comparison& comparison) {
  GroupPlanned out;
  for (const ComparedUnit& unit : comparison.units)
    out.findings.push_back(diagnose(instrument, unit.assessment, unit.scores));
  std::vector<planning::GroupMember> members;
  for (std::size_t u = 0; u < comparison.units.size(); ++u)
    members.push_back({comparison.units[u].assessment, comparison.units[u].scores, out.findings[u]});
  out.plan = planning::make_group_plan(instrument, library, members);
  return out;
}

std::vector<std::string> languages_of(const Common& common, const Instrument& instrument,
                                      const std::vector<CompareInput>& inputs) {
  if (!common.languages.empty()) return common.languages;
  const std::string& first = inputs.front().assessment.language;
  const bool same = std::all_of(inputs.begin(), inputs.end(),
                                [&](const CompareInput& one) { return one.assessment.language == first; });
  return {same && !first.empty() ? first : instrument.languages.front()};
}

int write_group(Context& context, const GroupJob& job, const Instrument& instrument,
                const std::vector<CompareInput>& inputs) {
  const bool fr = context.common.lang == Lang::fr;
  const std::vector<std::string> languages = languages_of(context.common, instrument, inputs);
  std::vector<files::PathAndBytes> made;
  pdf::Workspace workspace;
  for (const std::string& language : languages) {
    const Comparison comparison = compare_in(instrument, inputs, job.anonymous, language);
    document::GroupInput input{instrument, comparison, language, SEXTANT_VERSION, job.anonymous};
    GroupPlanned planned;
    std::optional<document::GroupPlanInput> plan;
    if (job.actions) {
      planned = make_group_planned(instrument, *job.actions, comparison);
      input.plan = &plan.emplace(document::GroupPlanInput{planned.plan, *job.actions});
    }
    std::string bytes;
    try {
      bytes = render_group(input, job.plan_alone, job.format, workspace);
    } catch (const Contradiction& fault) {
      print_all(context, {{Code::report_contradicts, job.output, {}, {{"what", fault.what()}}, {}, {}}},
                false);
      return kEnvironment;
    }
    if (job.output.empty()) {
      context.out << bytes;
      continue;
    }
    const std::string path = languages.size() > 1 ? with_language(job.output, language) : job.output;
    if (const auto problem = unprinted(job.format, workspace, path, context.common.lang))
      print_all(context, {*problem}, true);
    made.emplace_back(path, std::move(bytes));
  }
  const auto say = [&](const std::string& path) {
    context.out << path << (fr ? " : rapport écrit\n" : ": report written\n");
  };
  if (auto problem = files::write_all(made, say)) {
    print_all(context, {*problem}, false);
    return exit_of({*problem});
  }
  return kFine;
}

std::vector<CompareInput> scored_together(std::vector<AnswersFile> files, InstrumentPtr& instrument,
                                          std::vector<Diagnostic>& diagnostics) {
  std::vector<CompareInput> out;
  for (AnswersFile& file : files) {
    if (!instrument) instrument = file.instrument;
    if (file.instrument->id != instrument->id) {
      diagnostics.push_back(other_instrument(file.path, *file.instrument, *instrument));
      continue;
    }
    Scores scores = score(*instrument, file.assessment);
    out.push_back({std::move(file.assessment), std::move(scores)});
  }
  return out;
}

}  // namespace sextant::cli
