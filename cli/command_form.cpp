#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/app.hpp"
#include "cli/choices.hpp"
#include "cli/files.hpp"
#include "cli/library.hpp"
#include "engine/syntax/fields.hpp"
#include "reports/form/form.hpp"

namespace sextant::cli {

int run_form(Context& context, const FormOptions& options) {
  const bool fr = context.common.lang == Lang::fr;
  if (!options.date.empty() && !is_date(options.date)) {
    print_all(context, {{Code::bad_date, "--date", {}, {{"value", options.date}}, {}, {}}}, false);
    return kUsage;
  }
  if (unit_refused(context, options.unit)) return kUsage;
  std::vector<Diagnostic> diagnostics;
  Library library(context.environment, std::nullopt);
  const InstrumentPtr instrument = library.load(options.instrument, diagnostics);
  std::string last;
  json::FormSetting setting{"", options.edition, options.unit, options.round, options.date};
  if (!context.common.languages.empty()) setting.language = context.common.languages.front();
  std::optional<std::size_t> edition;
  if (instrument) edition = edition_named(options.edition, *instrument, diagnostics);
  if (instrument && !has_errors(diagnostics) && !options.last.empty()) {
    const auto before = read_answers(library, options.last, options.instrument, diagnostics);
    if (before) last = json::form_last_round(*instrument, before->assessment);
    if (before && setting.unit.empty()) setting.unit = before->assessment.unit.id;
  }
  print_all(context, diagnostics, true);
  if (!instrument || has_errors(diagnostics)) return exit_of(diagnostics);
  const files::Over over = options.replace ? files::Over::asked : files::Over::blank;
  if (auto problem = files::write(options.output, form::page(*instrument, setting, last), over)) {
    print_all(context, {*problem}, false);
    return exit_of({*problem});
  }
  if (options.output != "-") {
    std::vector<bool> asked(instrument->questions.size(), true);
    if (edition) asked = instrument->editions[*edition].asked;
    const auto count = std::count(asked.begin(), asked.end(), true);
    context.out << (fr ? fmt::format("{} : {} questions ; à ouvrir dans un navigateur, sans réseau\n",
                                     options.output, count)
                       : fmt::format("{}: {} questions; to be opened in a browser, without a network\n",
                                     options.output, count));
  }
  return kFine;
}

}  // namespace sextant::cli
