#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <ostream>

#include "cli/app.hpp"
#include "cli/choices.hpp"
#include "cli/files.hpp"
#include "cli/library.hpp"
#include "reports/sheet/sheet.hpp"

namespace sextant::cli {

namespace {

/// What was left out, in words.
std::string named(const std::string& what, bool fr) {
  if (what == "history") return fr ? "les réponses antérieures du tour" : "earlier answers of the round";
  if (what == "said") return fr ? "ce qu'a dit chaque répondant" : "what each respondent said";
  if (what == "decisions") return fr ? "les décisions" : "decisions";
  if (what == "contributions") {
    return fr ? "ce que les répondants ont écrit à côté de leurs réponses"
              : "what respondents wrote beside their answers";
  }
  if (what == "names") return fr ? "les noms des répondants" : "names of respondents";
  if (what == "aliases") return fr ? "les anciens identifiants du pays" : "the unit's former ids";
  if (what == "beside") {
    return fr ? "tout sauf les réponses (vision, priorités, plan...)"
              : "all but the answers (vision, priorities, plan...)";
  }
  return what;  // a cell whose text is too long
}

/// What the workbook is made of.
struct Stuff {
  InstrumentPtr instrument;
  std::optional<AnswersFile> answers;
  ActionsPtr library;
  sheet::Setting setting;
};

Stuff read(const Context& context, const SheetOptions& options, std::vector<Diagnostic>& diagnostics) {
  Stuff out;
  out.setting.unit = options.unit;
  Library library(context.environment, std::nullopt);
  if (files::kind_of(options.source).rfind("answers/", 0) == 0) {
    out.answers = read_answers(library, options.source, options.instrument, diagnostics);
    if (!out.answers) return out;
    out.instrument = out.answers->instrument;
    out.setting.language = output_language(context.common, out.answers->assessment, *out.instrument);
    // The library only lends the plan its words: without one, ids stand alone.
    std::vector<Diagnostic> unheard;
    if (!out.answers->assessment.plan.entries.empty())
      out.library = library.actions_for(*out.instrument, unheard);
  } else {
    out.instrument = library.load(options.source.empty() ? options.instrument : options.source, diagnostics);
    if (!out.instrument) return out;
    out.setting.language = context.common.languages.empty() ? out.instrument->languages.front()
                                                            : context.common.languages.front();
  }
  out.setting.edition = edition_named(options.edition, *out.instrument, diagnostics);
  out.setting.pillar =
      node_named(options.pillar, "--pillar", *out.instrument, out.instrument->pillars(), diagnostics);
  return out;
}

}  // namespace

int run_sheet(Context& context, const SheetOptions& options) {
  const bool fr = context.common.lang == Lang::fr;
  if (unit_refused(context, options.unit)) return kUsage;
  std::vector<Diagnostic> diagnostics;
  const Stuff stuff = read(context, options, diagnostics);
  if (!stuff.instrument || has_errors(diagnostics)) {
    print_all(context, diagnostics, true);
    return exit_of(diagnostics);
  }
  const Assessment* const answers = stuff.answers ? &stuff.answers->assessment : nullptr;
  const sheet::Written written =
      options.output.ends_with(".csv")
          ? sheet::table(*stuff.instrument, stuff.setting, answers)
          : sheet::workbook(*stuff.instrument, stuff.setting, answers, stuff.library.get());
  if (!written.left_out.empty()) {
    std::vector<std::string> what;
    for (const std::string& one : written.left_out) what.push_back(named(one, fr));
    diagnostics.push_back({Code::sheet_leaves_out,
                           options.source,
                           {},
                           {{"what", fmt::format("{}", fmt::join(what, ", "))}},
                           {},
                           {}});
  }
  print_all(context, diagnostics, true);
  if (auto problem = files::write(options.output, written.bytes,
                                  options.replace ? files::Over::asked : files::Over::blank)) {
    print_all(context, {*problem}, false);
    return exit_of({*problem});
  }
  if (options.output == "-") return kFine;
  context.out << options.output
              << (fr ? " : à remplir dans un tableur ; sextant import le reprend\n"
                     : ": to be filled in with a spreadsheet program; sextant import takes it back\n");
  return kFine;
}

}  // namespace sextant::cli
