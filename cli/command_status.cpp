#include <algorithm>
#include <ostream>

#include "cli/app.hpp"
#include "cli/files.hpp"
#include "cli/group_name.hpp"
#include "cli/library.hpp"
#include "cli/text_table.hpp"
#include "cli/workshop_files.hpp"
#include "engine/text/number.hpp"
#include "reports/json/workshop_json.hpp"

namespace sextant::cli {

namespace {

/// Where nothing is asked.
constexpr const char* kNothing = "–";

/// "8/14", and behind it "3 ?" where three answers are not known.
std::string cell(const Tally& tally) {
  if (tally.answered + tally.dont_know + tally.unanswered == 0) return kNothing;
  const int open = tally.unanswered + tally.dont_know;
  const int asked = tally.answered + open;
  std::string out = std::to_string(tally.answered) + "/" + std::to_string(asked);
  if (tally.dont_know > 0) out += ", " + std::to_string(tally.dont_know) + " ?";
  return out;
}

/// Whose file it is, and which one where several say that they are the same.
std::string who(const WorkshopFile& file, const std::vector<WorkshopFile>& all, const Instrument& instrument,
                Lang lang) {
  const std::string group = group_of_file(file.path, file.assessment);
  const auto name = [&](const WorkshopFile& one) {
    const bool nobody = one.assessment.respondents.empty();
    if (one.respondents) return nobody ? files::stem(one.path) : one.assessment.respondents.front().id;
    return group_of_file(one.path, one.assessment);
  };
  const auto same = std::count_if(all.begin(), all.end(), [&](const WorkshopFile& one) {
    return one.assessment.unit.id == file.assessment.unit.id &&
           one.assessment.round.id == file.assessment.round.id && one.respondents == file.respondents &&
           name(one) == name(file);
  });
  std::string out = name(file);
  if (!group.empty()) out = instrument.group_title(group, instrument.language(code_of(lang)));
  if (out.empty()) out = lang == Lang::fr ? "le pays" : "the country";
  return same > 1 ? out + " (" + file.path + ")" : out;
}

void print_table(Context& context, const Instrument& instrument, const std::vector<WorkshopFile>& all) {
  const bool fr = context.common.lang == Lang::fr;
  const std::size_t language = instrument.language(code_of(context.common.lang));
  const std::vector<std::size_t> pillars = instrument.pillars();
  TextTable table;
  table.header = fr ? std::vector<std::string>{"Unité", "Tour", "Fichier de"}
                    : std::vector<std::string>{"Unit", "Round", "File of"};
  table.right = {false, false, false};
  for (std::size_t i = 0; i < pillars.size(); ++i) {
    table.header.push_back(std::to_string(i + 1));
    table.right.push_back(true);
  }
  std::vector<std::size_t> beside = beside_pillars(instrument);
  const bool asked = std::any_of(all.begin(), all.end(), [&](const WorkshopFile& file) {
    return cell(tally_of(beside, file.scores)) != kNothing;
  });
  if (!asked) beside.clear();
  if (asked) {
    table.header.emplace_back("+");
    table.right.push_back(true);
  }
  for (const WorkshopFile& file : all) {
    const Assessment& one = file.assessment;
    std::vector<std::string> row = {one.unit.label(code_of(context.common.lang)),
                                    one.round.id + (one.round.closed ? (fr ? " (clos)" : " (closed)") : ""),
                                    who(file, all, instrument, context.common.lang)};
    for (const std::size_t pillar : pillars) {
      row.push_back(cell(file.scores.nodes[pillar].tally));
    }
    if (!beside.empty()) row.push_back(cell(tally_of(beside, file.scores)));
    table.rows.push_back(std::move(row));
  }
  context.out << table.text(context.environment.columns) << "\n";
  for (std::size_t i = 0; i < pillars.size(); ++i)
    context.out << i + 1 << "  " << instrument.nodes[pillars[i]].title(language) << "\n";
  if (!beside.empty())
    context.out << "+  " << (fr ? "Questions hors des piliers" : "Questions beside the pillars") << "\n";
  context.out << (fr ? "\nRéponses données / questions posées qui s'appliquent ; « ? » : ne sait pas ; « – » "
                       ": rien à "
                       "demander.\n"
                     : "\nAnswers given / questions that are asked and apply; \"?\": don't know; \"–\": "
                       "nothing to ask.\n");
}

/// The unit and the round of a file.
std::string round_of(const WorkshopFile& file, Lang lang) {
  const Assessment& one = file.assessment;
  return one.unit.label(code_of(lang)) + (one.round.id.empty() ? "" : " " + one.round.id);
}

void print_to_find(Context& context, const Instrument& instrument, const std::vector<WorkshopFile>& all) {
  const bool fr = context.common.lang == Lang::fr;
  const std::size_t language = instrument.language(code_of(context.common.lang));
  const std::vector<ToFind> list = to_find(all);
  if (list.empty()) return;
  context.out << (fr ? "\nÀ trouver\u00A0:\n" : "\nTo be found out:\n");
  for (const ToFind& one : list) {
    const Question& question = instrument.questions[one.question];
    const std::string nobody = fr ? "personne n'en est chargé" : "nobody is in charge";
    context.out << "  " << round_of(all[one.file], context.common.lang) << "  " << question.id << "  "
                << label(question)(language) << " (" << (one.owner.empty() ? nobody : one.owner) << ")\n";
  }
}

void print_partly(Context& context, const Instrument& instrument, const std::vector<WorkshopFile>& all) {
  const Lang lang = context.common.lang;
  const bool fr = lang == Lang::fr;
  const std::size_t language = instrument.language(code_of(lang));
  const std::vector<FilledPartly> list = filled_partly(instrument, all);
  if (list.empty()) return;
  context.out << (fr ? "\nRemplies en partie, et comptées comme données\u00A0:\n"
                     : "\nFilled in partly, and counted as given:\n");
  for (const FilledPartly& one : list) {
    const WorkshopFile& file = all[one.file];
    const Question& question = instrument.questions[one.question];
    context.out << "  " << round_of(file, lang) << "  " << who(file, all, instrument, lang) << "  "
                << question.id << "  " << label(question)(language)
                << (fr ? " (lignes sans réponse\u00A0: " : " (rows without an answer: ") << one.open
                << (fr ? " sur " : " of ") << question.options.size() << ")\n";
  }
}

}  // namespace

int run_status(Context& context, const StatusOptions& options) {
  std::vector<Diagnostic> diagnostics;
  Library library(context.environment, std::vector<std::string>{std::string(code_of(context.common.lang))});
  const Workshop workshop = read_workshop(library, options.paths, options.instrument, diagnostics);
  print_all(context, diagnostics, true);
  if (options.json) {
    if (workshop.instrument)
      context.out << json::status(*workshop.instrument, workshop.files, workshop.unreadable) << "\n";
    return exit_of(diagnostics);
  }
  if (workshop.instrument) {
    print_table(context, *workshop.instrument, workshop.files);
    print_to_find(context, *workshop.instrument, workshop.files);
    print_partly(context, *workshop.instrument, workshop.files);
  }
  const bool fr = context.common.lang == Lang::fr;
  if (!workshop.unreadable.empty())
    context.out << (fr ? "\nFichiers qui n'ont pas pu être lus\u00A0:\n"
                       : "\nFiles that could not be read:\n");
  for (const std::string& path : workshop.unreadable) context.out << "  " << path << "\n";
  return exit_of(diagnostics);
}

int run_feedback(Context& context, const FeedbackOptions& options) {
  std::vector<Diagnostic> diagnostics;
  Library library(context.environment, std::vector<std::string>{std::string(code_of(context.common.lang))});
  const Workshop workshop = read_workshop(library, options.paths, options.instrument, diagnostics);
  print_all(context, diagnostics, true);
  if (!workshop.instrument) return exit_of(diagnostics);
  const Instrument& instrument = *workshop.instrument;
  const std::vector<Remarks> all = remarks(instrument, workshop.files);
  if (options.json) {
    context.out << json::feedback(instrument, all) << "\n";
    return exit_of(diagnostics);
  }
  const bool fr = context.common.lang == Lang::fr;
  const std::size_t language = instrument.language(code_of(context.common.lang));
  if (all.empty()) context.out << (fr ? "Personne n'a laissé d'avis.\n" : "Nobody left any feedback.\n");
  bool first = true;
  for (const Remarks& one : all) {
    std::string title = one.topic;
    if (one.question) {
      const Question& question = instrument.questions[*one.question];
      title = question.id + "  " + label(question)(language);
    }
    if (title == "questions") title = fr ? "Les questions en général" : "The questions as a whole";
    if (title == "methods") title = fr ? "Les méthodes" : "The methods";
    if (title == "workshop") title = fr ? "L'atelier" : "The workshop";
    context.out << (first ? "" : "\n") << title << "\n";
    first = false;
    for (std::size_t i = 0; i < one.texts.size();) {
      const std::string& text = one.texts[i];
      std::string line;
      for (const char c : text) line += c == '\n' ? std::string("\n    ") : std::string(1, c);
      std::size_t count = 0;
      for (; i < one.texts.size() && one.texts[i] == text; ++i) ++count;
      context.out << "  - " << line << (count > 1 ? " (" + std::to_string(count) + ")" : "") << "\n";
    }
  }
  return exit_of(diagnostics);
}

}  // namespace sextant::cli
