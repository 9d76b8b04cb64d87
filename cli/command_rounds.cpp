#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ostream>
#include <tuple>

#include "cli/app.hpp"
#include "cli/close_round.hpp"
#include "cli/files.hpp"
#include "cli/library.hpp"
#include "cli/manifest.hpp"
#include "cli/saving.hpp"
#include "cli/text_table.hpp"
#include "engine/assessment/answer_words.hpp"
#include "engine/rounds/rounds.hpp"
#include "engine/text/number.hpp"
#include "reports/json/rounds_json.hpp"

namespace sextant::cli {

namespace {

/// "+0.5", "-0,25".
std::string signed_number(double value, Lang lang) {
  const std::string text = fixed(std::fabs(value), 2, lang);
  const bool zero = text.find_first_of("123456789") == std::string::npos;
  return (zero ? "" : value < 0 ? "-" : "+") + text;
}

class Printer {
 public:
  Printer(Context& context, const Instrument& instrument)
      : context_(context),
        instrument_(instrument),
        lang_(context.common.lang),
        language_(instrument.language(code_of(lang_))) {}

  void print(const RoundStep& step) {
    const bool fr = lang_ == Lang::fr;
    context_.out << "\n" << heading(step) << "\n\n";
    if (step.movement.changes.empty() && !step.movement.edition_changed) {
      context_.out << (fr ? "Aucune réponse n'a changé.\n" : "No answer has changed.\n");
      return;
    }
    print_table(step.movement);
    for (const NodeMove& node : step.movement.nodes) print_parts(step.movement, node);
    print_changes(step.movement);
  }

 private:
  std::string name(const Round& round) const {
    const std::string words = text_for(round.name, code_of(lang_));
    std::string out = round.id.empty() ? round.date : round.id;
    if (!round.id.empty() && !round.date.empty()) out += " (" + round.date + ")";
    return words.empty() ? out : out + " " + words;
  }

  std::string heading(const RoundStep& step) const {
    const bool fr = lang_ == Lang::fr;
    if (!step.within) return name(step.before.round) + " -> " + name(step.after.round);
    return name(step.after.round) +
           (fr ? ", des premières réponses aux dernières" : ", from the first answers to the last");
  }

  std::string shown(const NodeScore& score, const Scale& scale) const {
    if (!score.value) return "–";
    std::string out = display(*score.value, scale, lang_);
    if (score.level) out += " " + scale.levels[*score.level].name(language_);
    return out;
  }

  void print_table(const Movement& moves) {
    const bool fr = lang_ == Lang::fr;
    TextTable table;
    table.header = fr ? std::vector<std::string>{"Pilier", "Avant", "Après", "Écart"}
                      : std::vector<std::string>{"Pillar", "Before", "After", "Moved"};
    table.right = {false, false, false, true};
    for (const NodeMove& one : moves.nodes) {
      const Node& node = instrument_.nodes[one.node];
      const Scale& scale = instrument_.scales[node.scale];
      const bool both = one.before.value && one.after.value;
      table.rows.push_back({node.title(language_), shown(one.before, scale), shown(one.after, scale),
                            both ? signed_number(*one.after.value - *one.before.value, lang_) : "–"});
    }
    context_.out << table.text(context_.environment.columns);
  }

  /// What moved a pillar or an index; of the root the parts are those of its pillars.
  void print_parts(const Movement& moves, const NodeMove& one) {
    if (one.parts.empty() || one.node == 0) return;
    context_.out << "\n"
                 << instrument_.nodes[one.node].title(language_) << (lang_ == Lang::fr ? "\u00A0:\n" : ":\n");
    for (const MovePart& part : one.parts) {
      const std::string what =
          part.change
              ? label(instrument_.questions[moves.changes[*part.change].question])(language_)
              : std::string(lang_ == Lang::fr ? "l'édition du questionnaire" : "the questionnaire's edition");
      context_.out << fmt::format("  {:>6}  {}\n", signed_number(part.points, lang_), what);
    }
  }

  void print_changes(const Movement& moves) {
    const bool fr = lang_ == Lang::fr;
    if (moves.changes.empty()) return;
    context_.out << (fr ? "\nRéponses modifiées\u00A0:\n" : "\nAnswers that changed:\n");
    for (const AnswerChange& one : moves.changes) {
      const Question& question = instrument_.questions[one.question];
      const auto words = [&](const Answer& answer) {
        return answer_words(instrument_, question, answer, language_, lang_);
      };
      context_.out << "  " << question.id << "  " << words(one.before) << " -> " << words(one.after) << "\n";
      for (const auto& [date, reason] : one.reasons)
        context_.out << "      " << (date.empty() ? "" : date + "  ") << reason << "\n";
    }
  }

  Context& context_;
  const Instrument& instrument_;
  Lang lang_;
  std::size_t language_;
};

/// The rounds of each unit in order of their days, and what happened in and between them.
std::vector<UnitRounds> steps_of(const Instrument& instrument, std::vector<Assessment> files) {
  std::stable_sort(files.begin(), files.end(), [](const Assessment& a, const Assessment& b) {
    return std::tie(a.unit.id, a.round.date, a.round.id) < std::tie(b.unit.id, b.round.date, b.round.id);
  });
  std::vector<UnitRounds> out;
  for (Assessment& file : files) {
    const bool same = !out.empty() && out.back().rounds.back().unit.id == file.unit.id;
    if (!same) out.emplace_back();
    UnitRounds& unit = out.back();
    if (same) {
      const Assessment& before = unit.rounds.back();
      unit.steps.push_back({before, file, false, movement(instrument, before, file)});
    }
    if (const auto first = as_given_first(instrument, file))
      unit.steps.push_back({*first, file, true, movement(instrument, *first, file)});
    unit.rounds.push_back(std::move(file));
  }
  return out;
}

/// Writes `closed: yes` into a file. Where that takes writing it anew, a copy of what a person wrote stays.
std::optional<Diagnostic> close_file(Context& context, const WholeFile& file) {
  const AnswersFile& answers = file.answers;
  Assessment wanted = answers.assessment;
  wanted.round.closed = true;
  if (const auto text = closed_text(file.source, file.tree, *answers.instrument, wanted))
    return files::write(answers.path, *text);
  Saving saving(answers.path, answers.instrument, file.bytes);
  if (auto problem = saving.save(wanted)) return problem;
  if (const std::string copy = saving.kept_copy(); !copy.empty())
    context.out << written_anew(answers.path, copy, context.common.lang);
  return std::nullopt;
}

int close(Context& context, const RoundsOptions& options) {
  const bool fr = context.common.lang == Lang::fr;
  std::vector<Diagnostic> diagnostics;
  Library library(context.environment, std::nullopt);
  for (const std::string& path : options.paths) {
    const auto file = read_whole(library, path, options.instrument, diagnostics);
    if (!file) continue;
    const bool closed = file->answers.assessment.round.closed;
    if (files::exists(manifest_of(path))) {
      const std::vector<Diagnostic> found = check_manifest(path, true);
      append(diagnostics, found);
      if (found.empty())
        context.out << path
                    << (fr ? "\u00A0: déjà clos, et rien n'a changé\n"
                           : ": closed already, and nothing has changed\n");
      continue;
    }
    // What is closed stays as it is: a respondent's file that cannot be read would never be mended.
    std::vector<Diagnostic> unreadable;
    for (const std::string& one : files::data_files(files::respondents_of(path)))
      read_answers(library, one, options.instrument, unreadable);
    append(diagnostics, unreadable);
    if (has_errors(unreadable)) continue;
    std::optional<Diagnostic> problem;
    if (!closed) problem = close_file(context, *file);
    if (!problem) problem = write_manifest(path);
    if (problem) {
      diagnostics.push_back(*problem);
      continue;
    }
    context.out << (fr ? fmt::format("{}\u00A0: clos ; {} en garde les empreintes\n", path, manifest_of(path))
                       : fmt::format("{}: closed; {} keeps its fingerprints\n", path, manifest_of(path)));
  }
  print_all(context, diagnostics, true);
  return exit_of(diagnostics);
}

}  // namespace

int run_rounds(Context& context, const RoundsOptions& options) {
  if (options.close) return close(context, options);
  std::vector<Diagnostic> diagnostics;
  Library library(context.environment, std::nullopt);
  std::vector<Assessment> all;
  InstrumentPtr instrument;
  for (const std::string& given : options.paths) {
    const std::vector<std::string> paths =
        files::is_folder(given) ? files::country_files(given) : std::vector<std::string>{given};
    if (paths.empty()) diagnostics.push_back({Code::nothing_in_folder, given, {}, {}, {}, {}});
    const std::vector<Assessment> more =
        read_together(library, paths, options.instrument, instrument, diagnostics);
    for (const std::string& path : paths) {
      const std::vector<Diagnostic> found = check_manifest(path, false);
      append(diagnostics, found);
    }
    all.insert(all.end(), more.begin(), more.end());
  }
  print_all(context, diagnostics, true);
  if (all.empty()) return exit_of(diagnostics);
  const std::vector<UnitRounds> units = steps_of(*instrument, std::move(all));
  if (options.json) {
    context.out << json::rounds(*instrument, units) << "\n";
    return exit_of(diagnostics);
  }
  const bool fr = context.common.lang == Lang::fr;
  bool first = true;
  for (const UnitRounds& unit : units) {
    context.out << (first ? "" : "\n") << unit.rounds.front().unit.label(code_of(context.common.lang))
                << "\n";
    first = false;
    if (unit.steps.empty()) {
      context.out << (fr ? "Un seul tour, et aucune réponse n'y a d'historique.\n"
                         : "One round, and no answer in it has a history.\n");
    }
    Printer printer(context, *instrument);
    for (const RoundStep& step : unit.steps) printer.print(step);
  }
  return exit_of(diagnostics);
}

}  // namespace sextant::cli
