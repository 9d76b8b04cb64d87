#include <filesystem>
#include <ostream>
#include <system_error>

#include "cli/app.hpp"
#include "cli/files.hpp"
#include "cli/group.hpp"
#include "cli/library.hpp"
#include "cli/outputs.hpp"
#include "cli/planned.hpp"
#include "cli/same_file.hpp"
#include "engine/assessment/write_answers.hpp"
#include "reports/document/action_plan.hpp"
#include "reports/json/group_plan_json.hpp"
#include "reports/json/plan_json.hpp"
#include "reports/markdown/render.hpp"

namespace sextant::cli {

namespace {

/// Whether the file to write is another than the one that was read, and says more than that one and a plan.
bool holds_other_answers(Library& library, const PlanOptions& options, const AnswersFile& file) {
  const std::string& output = options.output;
  std::error_code error;
  const bool there = output != "-" && std::filesystem::is_regular_file(output, error) &&
                     std::filesystem::file_size(output, error) > 0;
  if (!there || same_file(output, file.path)) return false;
  std::vector<Diagnostic> unheard;
  std::optional<AnswersFile> other = read_answers(library, output, options.instrument, unheard);
  if (!other) return true;
  other->assessment.plan = file.assessment.plan;
  other->assessment.instrument_file = file.assessment.instrument_file;
  return write_answers(*file.instrument, other->assessment) !=
         write_answers(*file.instrument, file.assessment);
}

int write_plan(Context& context, Library& library, const PlanOptions& options, const AnswersFile& file,
               const Planned& planned) {
  if (file.assessment.round.closed) {
    print_all(context, {{Code::round_closed, file.path, {}, {{"round", file.assessment.round.id}}, {}, {}}},
              false);
    return kData;
  }
  Assessment with = file.assessment;
  with.plan = planning::with_schedule(file.assessment.plan, planned.plan);
  const std::string text = write_answers(*file.instrument, with);
  std::optional<Diagnostic> problem = files::refusal(options.output, text);
  if (!problem && holds_other_answers(library, options, file))
    problem = Diagnostic{Code::file_is_there, options.output, {}, {}, {}, {}};
  if (!problem) problem = files::write(options.output, text);
  if (problem) {
    print_all(context, {*problem}, false);
    return exit_of({*problem});
  }
  const bool fr = context.common.lang == Lang::fr;
  print_all(context, planned.problems, true);
  if (options.output != "-") context.out << options.output << (fr ? " : plan écrit\n" : ": plan written\n");
  return kFine;
}

int run_group_plan(Context& context, const PlanOptions& options) {
  std::vector<Diagnostic> diagnostics;
  Library library(context.environment, languages_to_read(context.common));
  std::vector<AnswersFile> files;
  for (const std::string& path : options.answers) {
    if (auto file = read_answers(library, path, options.instrument, diagnostics))
      files.push_back(std::move(*file));
  }
  InstrumentPtr instrument;
  const std::vector<CompareInput> inputs = scored_together(std::move(files), instrument, diagnostics);
  const bool whole = instrument && !has_errors(diagnostics);
  const ActionsPtr actions = whole ? library.actions_for(*instrument, diagnostics) : nullptr;
  print_all(context, diagnostics, false);
  if (!actions) return exit_of(diagnostics);
  if (!options.json) {
    const GroupJob job{options.output, options.format, false, true, actions};
    return write_group(context, job, *instrument, inputs);
  }
  const std::string language = languages_of(context.common, *instrument, inputs).front();
  const Comparison comparison = compare_in(*instrument, inputs, false, language);
  const GroupPlanned planned = make_group_planned(*instrument, *actions, comparison);
  const document::GroupPlanInput plan{planned.plan, *actions};
  context.out << json::group_plan({*instrument, comparison, language, SEXTANT_VERSION, false, &plan}) << "\n";
  return kFine;
}

}  // namespace

int run_plan(Context& context, const PlanOptions& options) {
  if (options.answers.size() > 1) return run_group_plan(context, options);
  std::vector<Diagnostic> diagnostics;
  Library library(context.environment, languages_to_read(context.common));
  const auto file = read_answers(library, options.answers.front(), options.instrument, diagnostics);
  const ActionsPtr actions = file ? library.actions_for(*file->instrument, diagnostics) : nullptr;
  print_all(context, diagnostics, false);
  if (!actions) return exit_of(diagnostics);
  const planning::PlanSettings settings{options.cheapest ? planning::Aim::cheapest : planning::Aim::balanced,
                                        options.again || options.cheapest,
                                        planning::PlanSettings{}.most_nodes};
  const Planned planned =
      make_planned(*file->instrument, file->assessment, actions, options.answers.front(), settings);
  if (!options.output.empty()) return write_plan(context, library, options, *file, planned);
  const Instrument& instrument = *file->instrument;
  const std::string language = output_language(context.common, file->assessment, instrument);
  if (options.json) {
    context.out << json::plan(instrument, *planned.library, file->assessment, planned.plan, planned.problems,
                              language, lang_of(language))
                << "\n";
    return kFine;
  }
  const std::vector<Finding> findings = diagnose(instrument, file->assessment, planned.plan.today);
  const document::PlanInput plan{planned.plan, *planned.library, planned.problems};
  context.out << markdown::render(document::action_plan(
      {instrument, file->assessment, planned.plan.today, findings, language, SEXTANT_VERSION, &plan}));
  return kFine;
}

}  // namespace sextant::cli
