#include <ostream>

#include "cli/app.hpp"
#include "cli/files.hpp"
#include "cli/library.hpp"
#include "cli/render.hpp"

namespace sextant::cli {

namespace {

bool ends_with(const std::string& text, const std::string& end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

}  // namespace

int run_report(Context& context, const ReportOptions& options) {
  const bool fr = context.common.lang == Lang::fr;
  std::string format = options.format;
  if (format.empty()) format = ends_with(options.output, ".md") ? "md" : "pdf";
  std::vector<Diagnostic> diagnostics;
  // Only what the report needs is read: the language asked for, or the one that the file names.
  std::optional<std::vector<std::string>> languages;
  if (context.common.lang_given)
    languages = std::vector<std::string>{std::string(code_of(context.common.lang))};
  Library library(context.environment, languages);
  const auto file = read_answers(library, options.answers, options.instrument, diagnostics);
  print_all(context, diagnostics, false);
  if (!file) return exit_of(diagnostics);
  const std::string language = output_language(context.common, file->assessment, *file->instrument);
  const std::string output =
      options.output.empty() ? report_name(file->assessment, language) + "." + format : options.output;
  pdf::Workspace workspace;
  const std::string bytes = render_report(*file->instrument, file->assessment, language, format, workspace);
  if (auto problem = files::write(output, bytes)) {
    print_all(context, {*problem}, false);
    return kEnvironment;
  }
  if (output != "-") context.out << output << (fr ? " : rapport écrit\n" : ": report written\n");
  return kFine;
}

}  // namespace sextant::cli
