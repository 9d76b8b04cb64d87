#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "engine/diagnostics/diagnostic.hpp"

namespace sextant::cli {

/// Exit codes of every verb. Interrupted: Ctrl+C, or a signal that asks to end.
enum Exit { kFine = 0, kData = 1, kUsage = 2, kEnvironment = 3, kPartial = 4, kInterrupted = 130 };

/// What a verb works with.
struct Context {
  Common common;
  Environment environment;
  std::ostream& out;  ///< results
  std::ostream& err;  ///< messages
};

/// Runs one command line (without the program's name) and returns its exit code.
int run(const std::vector<std::string>& args, const Environment& environment, std::ostream& out,
        std::ostream& err);

/// Prints diagnostics, sorted. Warnings only where `warnings`; with `strict` they are errors.
void print_all(Context& context, std::vector<Diagnostic> diagnostics, bool warnings, bool strict = false);

/// What diagnostics mean for the exit code: 3 if one is about the surroundings, 1 if one is an error, else 0.
int exit_of(const std::vector<Diagnostic>& diagnostics, bool strict = false);

/// Whether what `--unit` gives cannot be the id of a unit; that is said. Nothing given is no fault.
bool unit_refused(Context& context, const std::string& unit);

int run_check(Context& context, const CheckOptions& options);
int run_new(Context& context, const NewOptions& options);
int run_answer(Context& context, const AnswerOptions& options);
int run_form(Context& context, const FormOptions& options);
int run_sheet(Context& context, const SheetOptions& options);
int run_paper(Context& context, const PaperOptions& options);
int run_import(Context& context, const ImportOptions& options);
int run_score(Context& context, const ScoreOptions& options);
int run_report(Context& context, const ReportOptions& options);
int run_plan(Context& context, const PlanOptions& options);
int run_compare(Context& context, const CompareOptions& options);
int run_batch(Context& context, const BatchOptions& options);
/// `check ANSWERS --against NEW`: what becomes of each answer under another version.
int run_upgrade_statement(Context& context, const CheckOptions& options);
int run_rounds(Context& context, const RoundsOptions& options);
int run_status(Context& context, const StatusOptions& options);
int run_feedback(Context& context, const FeedbackOptions& options);
int run_merge(Context& context, const MergeOptions& options);
int run_agreement(Context& context, const AgreementOptions& options);
int run_robustness(Context& context, const RobustnessOptions& options);
int run_explain(Context& context, const ExplainOptions& options);
int run_i18n(Context& context, const I18nOptions& options);
int run_learn(Context& context, const LearnOptions& options);
/// Whether a report is what these answers give.
int run_verify(Context& context, const VerifyOptions& options);
int run_explain_code(Context& context, const ExplainCodeOptions& options);

}  // namespace sextant::cli
