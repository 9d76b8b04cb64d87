#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/app.hpp"
#include "cli/group_name.hpp"
#include "cli/library.hpp"
#include "cli/text_table.hpp"
#include "engine/diagnosis/findings.hpp"
#include "engine/scoring/score.hpp"
#include "engine/text/number.hpp"
#include "reports/document/limits.hpp"
#include "reports/document/phrases.hpp"
#include "reports/json/score_json.hpp"

namespace sextant::cli {

namespace {

using document::Phrase;
using document::say;

void print_scores(Context& context, const Instrument& instrument, const Assessment& assessment) {
  const Lang lang = context.common.lang;
  const std::string tag(code_of(lang));
  const std::size_t language = instrument.language(tag);
  const Scores scores = score(instrument, assessment);
  TextTable table;
  table.header = {
      instrument.short_title.empty() ? instrument.title(language) : instrument.short_title(language),
      say(Phrase::level, lang),
      say(Phrase::value, lang),
      say(Phrase::range, lang),
      say(Phrase::coverage, lang),
      say(Phrase::state, lang)};
  table.right = {false, false, true, true, true, false};
  // The root last, as a sum stands below what it sums up; indices after it.
  std::vector<std::size_t> order;
  for (std::size_t i = 1; i < instrument.nodes.size(); ++i) {
    if (!instrument.nodes[i].is_index) order.push_back(i);
  }
  order.push_back(0);
  for (std::size_t i = 1; i < instrument.nodes.size(); ++i) {
    if (instrument.nodes[i].is_index) order.push_back(i);
  }
  for (const std::size_t i : order) {
    const Node& node = instrument.nodes[i];
    const NodeScore& score = scores.nodes[i];
    const Scale& scale = instrument.scales[node.scale];
    const std::string indent(static_cast<std::size_t>(2 * std::max(0, node.depth - 1)), ' ');
    const std::string level =
        score.level ? scale.levels[*score.level].number + " " + scale.levels[*score.level].name(language)
                    : document::dash();
    const std::string range = document::range_text(score.range, scale, lang);
    const bool provisional = score.state == NodeState::scored && !score.settled;
    table.rows.push_back({indent + node.title(language), level,
                          score.value ? display(*score.value, scale, lang) : document::dash(), range,
                          score.coverage ? percent(*score.coverage, lang) : document::dash(),
                          provisional ? say(Phrase::provisional, lang) : say(score.state, lang)});
  }
  const std::string round = assessment.round.id.empty() ? "" : " (" + assessment.round.id + ")";
  context.out << assessment.unit.label(tag) << round << "\n" << table.text(context.environment.columns);
  for (const std::size_t i : order) {
    const std::string words = document::held_down(instrument, i, scores.nodes[i], language, lang);
    if (words.empty()) continue;
    context.out << "< " << document::typeset(instrument.nodes[i].title(language), tag)
                << (lang == Lang::fr ? "\u00a0: " : ": ") << words << "\n";
  }
  for (const Finding& finding : diagnose(instrument, assessment, scores)) {
    context.out << "! " << document::typeset(sentence(instrument, finding, language, lang), tag) << "\n";
  }
}

void put(Context& context, const Instrument& instrument, const Assessment& assessment,
         const std::string& name, bool json, std::vector<Diagnostic>& diagnostics) {
  const std::vector<Diagnostic> problems =
      scoring_problems(instrument, assessment, score(instrument, assessment), name);
  append(diagnostics, problems);
  if (!json) {
    print_scores(context, instrument, assessment);
    return;
  }
  const std::string tag = output_language(context.common, assessment, instrument);
  const Scores scores = score(instrument, assessment);
  context.out << json::score(instrument, assessment, scores, diagnose(instrument, assessment, scores),
                             instrument.language(tag), lang_of(tag))
              << "\n";
}

}  // namespace

int run_score(Context& context, const ScoreOptions& options) {
  std::vector<Diagnostic> diagnostics;
  // A file's own language may be any; a table's rows have none.
  Library library(context.environment,
                  options.json
                      ? std::nullopt
                      : std::optional(std::vector<std::string>{std::string(code_of(context.common.lang))}));
  if (!options.table.table.empty()) {
    if (const InstrumentPtr instrument = library.load(options.instrument, diagnostics)) {
      bool first = true;
      read_table_file(
          options.table, options.table.table, *instrument,
          [&](Assessment&& assessment, int line) {
            if (!options.json && !first) context.out << "\n";
            first = false;
            put(context, *instrument, assessment, options.table.table + ":" + std::to_string(line),
                options.json, diagnostics);
          },
          diagnostics);
    }
  }
  bool first = true;
  for (const std::string& path : options.answers) {
    auto file = read_answers(library, path, options.instrument, diagnostics);
    if (!file) continue;
    name_group(*file);
    if (!options.json && !first) context.out << "\n";
    first = false;
    put(context, *file->instrument, file->assessment, path, options.json, diagnostics);
  }
  print_all(context, diagnostics, true);
  return exit_of(diagnostics);
}

}  // namespace sextant::cli
