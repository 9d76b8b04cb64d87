#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <ostream>

#include "cli/app.hpp"
#include "cli/files.hpp"
#include "cli/group.hpp"
#include "cli/group_name.hpp"
#include "cli/library.hpp"
#include "cli/text_table.hpp"
#include "engine/comparison/compare.hpp"
#include "engine/text/number.hpp"
#include "engine/text/utf8.hpp"
#include "reports/csv/compare_csv.hpp"
#include "reports/document/drawing.hpp"
#include "reports/document/phrases.hpp"
#include "reports/json/score_json.hpp"

namespace sextant::cli {

namespace {

using document::Phrase;
using document::say;

/// A 24-bit background with a readable foreground.
std::string heat(document::Colour fill) {
  const document::Colour ink = document::ink_on(fill);
  const auto rgb = [](document::Colour c) {
    return fmt::format("{};{};{}", (c >> 16U) & 0xFFU, (c >> 8U) & 0xFFU, c & 0xFFU);
  };
  return fmt::format("\033[48;2;{}m\033[38;2;{}m", rgb(fill), rgb(ink));
}

void print_comparison(Context& context, const Instrument& instrument, const Comparison& comparison) {
  const Lang lang = context.common.lang;
  const std::size_t language = instrument.language(code_of(lang));
  TextTable table;
  table.header = {say(Phrase::unit, lang)};
  table.right = {false};
  for (const std::size_t node : comparison.columns) {
    table.header.push_back(utf8::shorten(instrument.nodes[node].title(language), 16));
    table.right.push_back(true);
  }
  std::map<std::string, int> times;
  for (const ComparedUnit& unit : comparison.units) ++times[unit.label];
  for (const ComparedUnit& unit : comparison.units) {
    const bool repeated = times[unit.label] > 1 && !unit.assessment.round.id.empty();
    std::vector<std::string> row = {repeated ? unit.label + " (" + unit.assessment.round.id + ")"
                                             : unit.label};
    std::vector<std::string> colours = {""};
    for (const std::size_t node : comparison.columns) {
      const NodeScore& score = unit.scores.nodes[node];
      const Scale& scale = instrument.scales[instrument.nodes[node].scale];
      if (!score.value) {
        row.emplace_back("-");
        colours.emplace_back();
        continue;
      }
      row.push_back(fmt::format("{} ({}){}", display(*score.value, scale, lang),
                                scale.levels[*score.level].number, score.settled ? " " : "*"));
      const int steps = static_cast<int>(scale.levels.size());
      colours.push_back(
          context.common.colour ? heat(document::level_fill(static_cast<int>(*score.level) + 1, steps)) : "");
    }
    table.rows.push_back(std::move(row));
    table.colours.push_back(std::move(colours));
  }
  const std::string& title =
      instrument.short_title.empty() ? instrument.title(language) : instrument.short_title(language);
  context.out << say(Phrase::compare_title, lang,
                     {{"instrument", title}, {"count", std::to_string(comparison.units.size())}})
              << "\n\n"
              << table.text(context.environment.columns) << "\n"
              << say(Phrase::compare_legend, lang) << "\n";
  const std::map<CautionKind, Phrase> words = {
      {CautionKind::partial_coverage, Phrase::caution_partial_coverage},
      {CautionKind::different_versions, Phrase::caution_different_versions},
      {CautionKind::different_rounds, Phrase::caution_different_rounds},
      {CautionKind::provisional_levels, Phrase::caution_provisional_levels}};
  for (const Caution& caution : comparison.cautions) {
    context.out << "! "
                << say(words.at(caution.kind), lang, {{"units", document::listed(caution.units, lang)}})
                << "\n";
  }
  context.out << say(Phrase::no_league_table, lang) << "\n";
}

/// Of each unit of a folder the latest round: by date, then by id.
std::vector<AnswersFile> latest(std::vector<AnswersFile> all) {
  std::map<std::string, AnswersFile> by_unit;
  for (AnswersFile& file : all) {
    const auto key = [](const AnswersFile& f) {
      return std::make_pair(f.assessment.round.date, f.assessment.round.id);
    };
    const std::string id = file.assessment.unit.id;
    const auto it = by_unit.find(id);
    if (it == by_unit.end() || key(it->second) < key(file)) by_unit.insert_or_assign(id, std::move(file));
  }
  std::vector<AnswersFile> out;
  for (auto& [id, file] : by_unit) out.push_back(std::move(file));
  return out;
}

}  // namespace

int run_compare(Context& context, const CompareOptions& options) {
  std::vector<Diagnostic> diagnostics;
  Library library(context.environment,
                  options.output.empty() ? std::vector<std::string>{std::string(code_of(context.common.lang))}
                                         : languages_to_read(context.common));
  std::vector<AnswersFile> chosen;
  for (const std::string& path : options.paths) {
    const bool folder = files::is_folder(path);
    const std::vector<std::string> all = folder ? files::country_files(path) : std::vector<std::string>{path};
    std::vector<AnswersFile> here;
    for (const std::string& one : all) {
      auto file = read_answers(library, one, options.instrument, diagnostics);
      if (!file) continue;
      name_group(*file);
      here.push_back(std::move(*file));
    }
    if (folder && all.empty()) diagnostics.push_back({Code::nothing_in_folder, path, {}, {}, {}, {}});
    if (!options.round.empty()) {
      here.erase(std::remove_if(here.begin(), here.end(),
                                [&](const AnswersFile& f) { return f.assessment.round.id != options.round; }),
                 here.end());
    } else if (folder) {
      here = latest(std::move(here));
    }
    for (AnswersFile& file : here) chosen.push_back(std::move(file));
  }
  InstrumentPtr instrument;
  std::vector<CompareInput> inputs = scored_together(std::move(chosen), instrument, diagnostics);
  if (instrument) {
    if (!options.output.empty()) {
      GroupJob job{options.output, options.format, options.anonymous, false, nullptr};
      if (options.plan) job.actions = library.actions_for(*instrument, diagnostics);
      print_all(context, diagnostics, true);
      if (options.plan && !job.actions) return exit_of(diagnostics);
      const int written = write_group(context, job, *instrument, inputs);
      return written == kFine ? exit_of(diagnostics) : written;
    }
    const std::string tag(code_of(context.common.lang));
    const std::size_t language = instrument->language(tag);
    const Comparison comparison = compare_in(*instrument, std::move(inputs), options.anonymous, tag);
    if (options.json) {
      context.out << json::compare(*instrument, comparison, language) << "\n";
    } else if (options.csv) {
      context.out << csv::compare(*instrument, comparison);
    } else {
      print_comparison(context, *instrument, comparison);
    }
  } else if (!has_errors(diagnostics)) {
    const bool fr = context.common.lang == Lang::fr;
    context.err << (fr ? "sextant : aucune réponse pour le tour « " + options.round + " »\n"
                       : "sextant: no answers for the round \"" + options.round + "\"\n");
    return kData;
  }
  print_all(context, diagnostics, true);
  return exit_of(diagnostics);
}

}  // namespace sextant::cli
