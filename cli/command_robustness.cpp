#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/app.hpp"
#include "cli/library.hpp"
#include "cli/text_table.hpp"
#include "engine/robustness/simulate.hpp"
#include "engine/scoring/score.hpp"
#include "engine/text/number.hpp"
#include "reports/document/phrases.hpp"
#include "reports/json/study_json.hpp"

namespace sextant::cli {

namespace {

std::string settings_line(const RobustnessSettings& settings, Lang lang) {
  const bool fr = lang == Lang::fr;
  std::string shares;
  for (const double share : settings.off_by_one)
    shares += (shares.empty() ? "" : ", ") + percent(share, lang);
  const std::string weights = settings.concentration ? "Dirichlet " + shortest(*settings.concentration)
                                                     : "±" + percent(settings.weights, lang);
  if (fr) {
    return fmt::format(
        "{} tirages, graine {} ; poids {} ; inconnues {} ; réponse à un niveau près, selon le degré de "
        "preuve "
        "0 à 4 : {} ; règles remplaçantes : {}\n",
        settings.runs, settings.seed, weights, settings.unknown ? "tirées" : "laissées inconnues", shares,
        settings.rules.size());
  }
  return fmt::format(
      "{} runs, seed {}; weights {}; unknown answers {}; an answer one level off, by grade of evidence 0 to "
      "4: "
      "{}; other rules tried: {}\n",
      settings.runs, settings.seed, weights, settings.unknown ? "drawn" : "left unknown", shares,
      settings.rules.size());
}

void print_unit(Context& context, const Instrument& instrument, const Assessment& assessment,
                const Robustness& result) {
  const Lang lang = context.common.lang;
  const std::size_t language = instrument.language(code_of(lang));
  const Scores scores = score(instrument, assessment);
  TextTable table;
  table.header = {assessment.unit.label(code_of(lang)), say(document::Phrase::level, lang),
                  say(document::Phrase::value, lang), "5 - 95 %"};
  table.right = {false, false, true, true};
  const Scale& first = instrument.scales[0];
  for (const Level& level : first.levels) {
    table.header.push_back("P(" + level.number + ")");
    table.right.push_back(true);
  }
  std::vector<std::size_t> nodes = instrument.pillars();
  nodes.push_back(0);
  for (std::size_t i = 1; i < instrument.nodes.size(); ++i) {
    if (instrument.nodes[i].is_index) nodes.push_back(i);
  }
  for (const std::size_t i : nodes) {
    const NodeScore& score = scores.nodes[i];
    const NodeRobustness& node = result.nodes[i];
    const Scale& scale = instrument.scales[instrument.nodes[i].scale];
    std::vector<std::string> row = {
        instrument.nodes[i].title(language),
        score.level ? scale.levels[*score.level].number + " " + scale.levels[*score.level].name(language)
                    : document::dash(),
        score.value ? display(*score.value, scale, lang) : document::dash(),
        node.runs > 0
            ? display(node.value.lower, scale, lang) + " - " + display(node.value.upper, scale, lang)
            : document::dash()};
    for (std::size_t level = 0; level < first.levels.size(); ++level) {
      row.push_back(level < node.levels.size() && node.runs > 0 ? percent(node.levels[level], lang)
                                                                : document::dash());
    }
    table.rows.push_back(std::move(row));
  }
  context.out << table.text(context.environment.columns);
}

void print_ranks(Context& context, const Instrument& instrument, const std::vector<Assessment>& units,
                 const RankRobustness& ranks) {
  const Lang lang = context.common.lang;
  const bool fr = lang == Lang::fr;
  TextTable table;
  table.header = {instrument.nodes[ranks.node].title(instrument.language(code_of(lang))),
                  fr ? "Rangs, 5 - 95 %" : "Ranks, 5 - 95 %"};
  table.right = {false, true};
  for (const std::size_t unit : ranks.units) {
    table.header.push_back("> " + units[unit].unit.id);
    table.right.push_back(true);
  }
  for (std::size_t i = 0; i < ranks.units.size(); ++i) {
    std::vector<std::string> row = {units[ranks.units[i]].unit.label(code_of(lang)),
                                    fmt::format("{} - {}", ranks.ranks[i].best, ranks.ranks[i].worst)};
    for (std::size_t j = 0; j < ranks.units.size(); ++j) {
      row.push_back(i == j ? document::dash() : percent(ranks.exceeds[i][j], lang));
    }
    table.rows.push_back(std::move(row));
  }
  context.out << "\n"
              << table.text(context.environment.columns)
              << (fr ? "\nPar ordre alphabétique. Un intervalle de rangs dit si un ordre peut être établi ; "
                       "ce n'est pas un classement.\n"
                     : "\nIn alphabetical order. Intervals of ranks say whether an order can be told at all; "
                       "this is no ranking.\n");
}

}  // namespace

int run_robustness(Context& context, const RobustnessOptions& options) {
  std::vector<Diagnostic> diagnostics;
  const Lang lang = context.common.lang;
  Library library(context.environment, std::vector<std::string>{std::string(code_of(lang))});
  InstrumentPtr instrument;
  std::vector<Assessment> units =
      read_together(library, options.answers, options.instrument, instrument, diagnostics);
  std::size_t node = 0;
  if (instrument && !options.node.empty()) {
    const auto it = instrument->node_index.find(options.node);
    std::vector<std::string> known;
    for (const Node& one : instrument->nodes) known.push_back(one.id);
    if (it == instrument->node_index.end()) {
      diagnostics.push_back(
          {Code::unknown_reference, "--node", {}, {{"id", options.node}}, nearest(options.node, known), {}});
    } else {
      node = it->second;
    }
  }
  print_all(context, diagnostics, true);
  if (units.empty() || has_errors(diagnostics)) return exit_of(diagnostics);
  std::stable_sort(units.begin(), units.end(), [&](const Assessment& a, const Assessment& b) {
    return a.unit.label(code_of(lang)) < b.unit.label(code_of(lang));
  });
  RobustnessSettings settings = instrument->robustness;
  if (options.runs > 0) settings.runs = options.runs;
  if (options.seed) settings.seed = *options.seed;
  std::vector<Robustness> results;
  for (const Assessment& unit : units) results.push_back(robustness(*instrument, unit, settings));
  std::optional<RankRobustness> ranks;
  if (units.size() > 1) ranks = rank_robustness(*instrument, units, node, settings);
  if (options.json) {
    context.out << json::robustness(*instrument, units, results, ranks) << "\n";
    return kFine;
  }
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (i > 0) context.out << "\n";
    print_unit(context, *instrument, units[i], results[i]);
  }
  if (ranks) print_ranks(context, *instrument, units, *ranks);
  context.out << "\n" << settings_line(settings, lang);
  return kFine;
}

}  // namespace sextant::cli
