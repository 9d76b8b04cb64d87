#include <ostream>

#include "cli/app.hpp"
#include "cli/choices.hpp"
#include "cli/files.hpp"
#include "cli/library.hpp"
#include "cli/render.hpp"

namespace sextant::cli {

namespace {

/// Where an output goes: `asked` may be nothing, a folder, or a file. Of several languages each puts itself
/// before the file's ending.
std::string path_of(const std::string& asked, const Assessment& assessment, const Output& output,
                    bool several) {
  const std::string own = output_name(assessment, output);
  if (asked.empty()) return own;
  if (asked.back() == '/' || files::is_folder(asked)) return files::join(asked, own);
  return several ? with_language(asked, output.language) : asked;
}

}  // namespace

int run_report(Context& context, const ReportOptions& options) {
  const bool fr = context.common.lang == Lang::fr;
  const Format format = options.format.value_or(format_of_file(options.output).value_or(Format::pdf));
  std::vector<Diagnostic> diagnostics;
  // Only what the report needs is read: the languages asked for, or the one that the file names.
  Library library(context.environment, languages_to_read(context.common));
  const auto file = read_answers(library, options.answers, options.instrument, diagnostics);
  print_all(context, diagnostics, false);
  if (!file) return exit_of(diagnostics);
  std::vector<Output> all = outputs({options.kind}, {format},
                                    output_languages(context.common, file->assessment, *file->instrument));
  diagnostics.clear();
  const auto pillar =
      node_named(options.pillar, "--pillar", *file->instrument, file->instrument->pillars(), diagnostics);
  if (has_errors(diagnostics)) {
    print_all(context, diagnostics, false);
    return kData;
  }
  for (Output& output : all) output.pillar = pillar;
  const ActionsPtr actions = actions_needed(library, *file->instrument, file->assessment, all, diagnostics);
  if (has_errors(diagnostics)) {
    print_all(context, diagnostics, false);
    return exit_of(diagnostics);
  }
  std::vector<files::PathAndBytes> made;
  pdf::Workspace workspace;
  for (Output& output : all) {
    output.paper = options.paper;
    const std::string path = path_of(options.output, file->assessment, output, all.size() > 1);
    std::string bytes;
    try {
      bytes = render(*file->instrument, file->assessment, actions, output, workspace);
    } catch (const Contradiction& fault) {
      print_all(context, {{Code::report_contradicts, options.answers, {}, {{"what", fault.what()}}, {}, {}}},
                false);
      return kEnvironment;
    }
    if (const auto problem = unprinted(output.format, workspace, options.answers, context.common.lang))
      print_all(context, {*problem}, true);
    made.emplace_back(path, std::move(bytes));
  }
  const auto say = [&](const std::string& path) {
    if (path != "-") context.out << path << (fr ? " : rapport écrit\n" : ": report written\n");
  };
  if (auto problem = files::write_all(made, say)) {
    print_all(context, {*problem}, false);
    return exit_of({*problem});
  }
  return kFine;
}

}  // namespace sextant::cli
