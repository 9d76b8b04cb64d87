#include "cli/app.hpp"

#include <algorithm>
#include <new>
#include <ostream>
#include <type_traits>

#include "engine/syntax/fields.hpp"

namespace sextant::cli {

void print_all(Context& context, std::vector<Diagnostic> diagnostics, bool warnings, bool strict) {
  sort_diagnostics(diagnostics);
  const PrintStyle style{context.common.lang, context.common.colour && context.environment.terminal_err,
                         strict};
  for (const Diagnostic& diagnostic : diagnostics) {
    const bool error = strict || info(diagnostic.code).severity == Severity::error;
    if (error || warnings) context.err << print(diagnostic, style);
  }
}

bool unit_refused(Context& context, const std::string& unit) {
  if (unit.empty() || is_unit_id(unit)) return false;
  print_all(context, {{Code::bad_unit_id, "--unit", {}, {{"id", shown(unit)}}, {}, {}}}, false);
  return true;
}

int exit_of(const std::vector<Diagnostic>& diagnostics, bool strict) {
  const bool surroundings =
      std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& diagnostic) {
        const CodeInfo& one = info(diagnostic.code);
        return one.severity == Severity::error && one.id.substr(0, 3) == "Q09";
      });
  if (surroundings) return kEnvironment;
  return has_errors(diagnostics, strict) ? kData : kFine;
}

namespace {

int dispatch(Context& context, const Command& command) {
  return std::visit(
      [&](const auto& options) -> int {
        using T = std::decay_t<decltype(options)>;
        if constexpr (std::is_same_v<T, HelpOptions>) {
          context.out << help(options.verb, context.common.lang);
          return kFine;
        } else if constexpr (std::is_same_v<T, VersionOptions>) {
          context.out << "sextant " << SEXTANT_VERSION << "\n";
          return kFine;
        } else if constexpr (std::is_same_v<T, UsageError>) {
          const bool fr = context.common.lang == Lang::fr;
          const std::string ask = "sextant " + options.verb + (options.verb.empty() ? "" : " ") + "--help";
          context.err << (fr ? "sextant : " : "sextant: ") << options.message << "\n"
                      << (fr ? "    conseil : " + ask + " montre l'usage et des exemples\n"
                             : "    hint: " + ask + " shows the usage and examples\n");
          return kUsage;
        } else if constexpr (std::is_same_v<T, CheckOptions>) {
          return options.against.empty() ? run_check(context, options)
                                         : run_upgrade_statement(context, options);
        } else if constexpr (std::is_same_v<T, NewOptions>) {
          return run_new(context, options);
        } else if constexpr (std::is_same_v<T, AnswerOptions>) {
          return run_answer(context, options);
        } else if constexpr (std::is_same_v<T, FormOptions>) {
          return run_form(context, options);
        } else if constexpr (std::is_same_v<T, SheetOptions>) {
          return run_sheet(context, options);
        } else if constexpr (std::is_same_v<T, PaperOptions>) {
          return run_paper(context, options);
        } else if constexpr (std::is_same_v<T, ImportOptions>) {
          return run_import(context, options);
        } else if constexpr (std::is_same_v<T, ScoreOptions>) {
          return run_score(context, options);
        } else if constexpr (std::is_same_v<T, ReportOptions>) {
          return run_report(context, options);
        } else if constexpr (std::is_same_v<T, PlanOptions>) {
          return run_plan(context, options);
        } else if constexpr (std::is_same_v<T, CompareOptions>) {
          return run_compare(context, options);
        } else if constexpr (std::is_same_v<T, BatchOptions>) {
          return run_batch(context, options);
        } else if constexpr (std::is_same_v<T, RoundsOptions>) {
          return run_rounds(context, options);
        } else if constexpr (std::is_same_v<T, StatusOptions>) {
          return run_status(context, options);
        } else if constexpr (std::is_same_v<T, FeedbackOptions>) {
          return run_feedback(context, options);
        } else if constexpr (std::is_same_v<T, MergeOptions>) {
          return run_merge(context, options);
        } else if constexpr (std::is_same_v<T, AgreementOptions>) {
          return run_agreement(context, options);
        } else if constexpr (std::is_same_v<T, RobustnessOptions>) {
          return run_robustness(context, options);
        } else if constexpr (std::is_same_v<T, ExplainOptions>) {
          return run_explain(context, options);
        } else if constexpr (std::is_same_v<T, I18nOptions>) {
          return run_i18n(context, options);
        } else if constexpr (std::is_same_v<T, LearnOptions>) {
          return run_learn(context, options);
        } else if constexpr (std::is_same_v<T, VerifyOptions>) {
          return run_verify(context, options);
        } else {
          static_assert(std::is_same_v<T, ExplainCodeOptions>);
          return run_explain_code(context, options);
        }
      },
      command);
}

}  // namespace

int run(const std::vector<std::string>& args, const Environment& environment, std::ostream& out,
        std::ostream& err) {
  const Parsed parsed = parse(args, environment);
  Context context{parsed.common, environment, out, err};
  const bool fr = parsed.common.lang == Lang::fr;
  try {
    const int code = dispatch(context, parsed.command);
    out.flush();
    if (!out) {
      err << (fr ? "sextant : la sortie standard n'a pas pu être écrite\n"
                 : "sextant: standard output could not be written\n");
      return kEnvironment;
    }
    return code;
  } catch (const std::bad_alloc&) {
    err << (fr ? "sextant : la mémoire ne suffit pas\n" : "sextant: not enough memory\n");
  } catch (const std::exception& e) {
    // What the machine did wrong; our own words, for whoever looks into it.
    err << (fr ? "sextant : problème de fichier ou de système : "
               : "sextant: a problem of files or of the system: ")
        << e.what() << "\n";
  }
  return kEnvironment;
}

}  // namespace sextant::cli
