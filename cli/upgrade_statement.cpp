#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/app.hpp"
#include "cli/library.hpp"
#include "cli/text_table.hpp"
#include "engine/scoring/score.hpp"
#include "engine/upgrade/upgrade.hpp"
#include "reports/document/phrases.hpp"
#include "reports/json/study_json.hpp"

namespace sextant::cli {

namespace {

Bilingual heading(Fate fate) {
  switch (fate) {
    case Fate::kept:
      return {"Kept", "Conservées"};
    case Fate::look_again:
      return {"Look again: the question has changed", "À revoir : la question a changé"};
    case Fate::split:
      return {"Split: several questions stand in its place",
              "Scindées : plusieurs questions prennent sa place"};
    case Fate::dropped:
      return {"Dropped: nothing stands in its place", "Supprimées : rien ne prend sa place"};
  }
  return {"", ""};
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

void print_fates(Context& context, const Instrument& old, const Instrument& now, const Upgrade& all) {
  const Lang lang = context.common.lang;
  const std::size_t language = old.language(code_of(lang));
  for (const Fate fate : {Fate::kept, Fate::look_again, Fate::split, Fate::dropped}) {
    const auto count = std::count_if(all.answers.begin(), all.answers.end(),
                                     [&](const AnswerFate& one) { return one.fate == fate; });
    context.out << fmt::format("{}{} {}\n", heading(fate)(lang), lang == Lang::fr ? " :" : ":", count);
    if (fate == Fate::kept) continue;
    for (const AnswerFate& one : all.answers) {
      if (one.fate != fate) continue;
      const Question& question = old.questions[one.question];
      context.out << "  " << question.id << "  " << label(question)(language) << "\n";
      std::vector<std::string> places;
      for (const std::size_t place : one.now) places.push_back(now.questions[place].id);
      if (!one.changed.empty()) context.out << "      " << joined(one.changed) << "\n";
      if (fate == Fate::split) context.out << "      -> " << joined(places) << "\n";
      if (fate == Fate::look_again && !one.carried) {
        context.out << (lang == Lang::fr ? "      la valeur donnée n'existe plus\n"
                                         : "      the value given exists no more\n");
      }
    }
  }
  context.out << (lang == Lang::fr ? "Nouvelles questions : " : "New questions: ") << all.added.size()
              << "\n";
  for (const std::size_t question : all.added) {
    context.out << "  " << now.questions[question].id << "  "
                << label(now.questions[question])(now.language(code_of(lang))) << "\n";
  }
}

void print_scores(Context& context, const Instrument& old, const Instrument& now, const Scores& before,
                  const Scores& after) {
  const Lang lang = context.common.lang;
  const auto shown = [&](const Instrument& instrument, const Scores& scores, std::size_t node) {
    const NodeScore& score = scores.nodes[node];
    const Scale& scale = instrument.scales[instrument.nodes[node].scale];
    if (!score.value) return document::say(score.state, lang);
    return display(*score.value, scale, lang) + " " +
           scale.levels[*score.level].name(instrument.language(code_of(lang)));
  };
  TextTable table;
  table.header = {lang == Lang::fr ? "Note" : "Score", old.id + " " + old.version,
                  now.id + " " + now.version};
  table.right = {false, false, false};
  std::vector<std::size_t> nodes = old.pillars();
  nodes.push_back(0);
  for (const std::size_t i : nodes) {
    const auto it = now.node_index.find(old.nodes[i].id);
    table.rows.push_back({old.nodes[i].title(old.language(code_of(lang))), shown(old, before, i),
                          it == now.node_index.end() ? document::dash() : shown(now, after, it->second)});
  }
  for (const std::size_t i : now.pillars()) {
    if (old.node_index.count(now.nodes[i].id) > 0) continue;
    table.rows.push_back(
        {now.nodes[i].title(now.language(code_of(lang))), document::dash(), shown(now, after, i)});
  }
  context.out << "\n"
              << table.text(context.environment.columns)
              << (lang == Lang::fr ? "\nLa nouvelle version est calculée sur les réponses conservées et à "
                                     "revoir ; aucun fichier n'est modifié.\n"
                                   : "\nThe new version is scored on the answers kept and to look at again; "
                                     "no file is changed.\n");
}

}  // namespace

int run_upgrade_statement(Context& context, const CheckOptions& options) {
  std::vector<Diagnostic> diagnostics;
  Library library(context.environment, std::vector<std::string>{std::string(code_of(context.common.lang))});
  const InstrumentPtr now = library.load(options.against, diagnostics);
  bool open = false;
  bool first = true;
  for (const std::string& path : options.paths) {
    const auto file = read_answers(library, path, options.instrument, diagnostics);
    if (!file || !now) continue;
    const Instrument& old = *file->instrument;
    const Upgrade all = upgrade(old, file->assessment, *now);
    const Scores before = score(old, file->assessment);
    const Scores after = score(*now, all.carried);
    open = open || std::any_of(all.answers.begin(), all.answers.end(),
                               [](const AnswerFate& one) { return one.fate != Fate::kept; });
    if (options.json) {
      context.out << json::upgrade(old, *now, all, before, after) << "\n";
      continue;
    }
    if (!first) context.out << "\n";
    first = false;
    context.out << file->assessment.unit.label(code_of(context.common.lang)) << ": " << old.id << " "
                << old.version << " -> " << now->id << " " << now->version << "\n\n";
    print_fates(context, old, *now, all);
    print_scores(context, old, *now, before, after);
  }
  print_all(context, diagnostics, true);
  return std::max(exit_of(diagnostics),
                  options.strict && open ? static_cast<int>(kData) : static_cast<int>(kFine));
}

}  // namespace sextant::cli
