#include <fmt/format.h>

#include <ostream>

#include "cli/app.hpp"
#include "cli/files.hpp"
#include "cli/library.hpp"
#include "engine/assessment/blank.hpp"
#include "engine/syntax/fields.hpp"

namespace sextant::cli {

int run_new(Context& context, const NewOptions& options) {
  const bool fr = context.common.lang == Lang::fr;
  if (!options.date.empty() && !is_date(options.date)) {
    print_all(context, {{Code::bad_date, "--date", {}, {{"value", options.date}}, {}, {}}}, false);
    return kUsage;
  }
  if (unit_refused(context, options.unit)) return kUsage;
  if (options.output != "-" && files::exists(options.output)) {
    context.err << (fr ? fmt::format("sextant : {} existe déjà et n'a pas été touché\n", options.output)
                       : fmt::format("sextant: {} exists already and was not touched\n", options.output));
    return kEnvironment;
  }
  std::vector<Diagnostic> diagnostics;
  Library library(context.environment, std::nullopt);
  const InstrumentPtr instrument = library.load(options.instrument, diagnostics);
  print_all(context, diagnostics, false);
  if (!instrument) return exit_of(diagnostics);
  BlankOptions blank{options.unit, options.round, options.date, "", instrument->languages.front()};
  if (!context.common.languages.empty()) blank.language = context.common.languages.front();
  blank.instrument_file = instrument_file_for(context.environment, *instrument, options.output);
  if (auto problem = files::write(options.output, blank_answers(*instrument, blank))) {
    print_all(context, {*problem}, false);
    return exit_of({*problem});
  }
  if (options.output != "-") {
    context.out << (fr ? fmt::format("{} : {} questions, aucune réponse encore\n", options.output,
                                     instrument->questions.size())
                       : fmt::format("{}: {} questions, no answer yet\n", options.output,
                                     instrument->questions.size()));
  }
  return kFine;
}

}  // namespace sextant::cli
