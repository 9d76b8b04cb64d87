#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/app.hpp"
#include "cli/files.hpp"
#include "cli/library.hpp"
#include "engine/syntax/fields.hpp"
#include "reports/form/form.hpp"

namespace sextant::cli {

namespace {

/// Reports an edition that the instrument does not have.
bool check_edition(const std::string& edition, const Instrument& instrument,
                   std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> known;
  for (const Edition& one : instrument.editions) known.push_back(one.id);
  if (edition.empty() || std::find(known.begin(), known.end(), edition) != known.end()) return true;
  diagnostics.push_back(
      {Code::unknown_edition, "--edition", {}, {{"id", edition}}, nearest(edition, known), {}});
  return false;
}

}  // namespace

int run_form(Context& context, const FormOptions& options) {
  const bool fr = context.common.lang == Lang::fr;
  if (!options.date.empty() && !is_date(options.date)) {
    print_all(context, {{Code::bad_date, "--date", {}, {{"value", options.date}}, {}, {}}}, false);
    return kUsage;
  }
  std::vector<Diagnostic> diagnostics;
  Library library(context.environment, std::nullopt);
  const InstrumentPtr instrument = library.load(options.instrument, diagnostics);
  std::string last;
  json::FormSetting setting{"", options.edition, options.unit, options.round, options.date};
  if (!context.common.languages.empty()) setting.language = context.common.languages.front();
  if (instrument && check_edition(options.edition, *instrument, diagnostics) && !options.last.empty()) {
    const auto before = read_answers(library, options.last, options.instrument, diagnostics);
    if (before) last = json::form_last_round(*instrument, before->assessment);
    if (before && setting.unit.empty()) setting.unit = before->assessment.unit.id;
  }
  print_all(context, diagnostics, true);
  if (!instrument || has_errors(diagnostics)) return exit_of(diagnostics);
  if (auto problem = files::write(options.output, form::page(*instrument, setting, last))) {
    print_all(context, {*problem}, false);
    return kEnvironment;
  }
  if (options.output != "-") {
    const auto& edition = std::find_if(instrument->editions.begin(), instrument->editions.end(),
                                       [&](const Edition& one) { return one.id == options.edition; });
    const auto count = edition == instrument->editions.end()
                           ? static_cast<std::ptrdiff_t>(instrument->questions.size())
                           : std::count(edition->asked.begin(), edition->asked.end(), true);
    context.out << (fr ? fmt::format("{} : {} questions ; à ouvrir dans un navigateur, sans réseau\n",
                                     options.output, count)
                       : fmt::format("{}: {} questions; to be opened in a browser, without a network\n",
                                     options.output, count));
  }
  return kFine;
}

}  // namespace sextant::cli
