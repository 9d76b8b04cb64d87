#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/app.hpp"
#include "cli/files.hpp"
#include "cli/library.hpp"
#include "cli/text_table.hpp"
#include "engine/agreement/opinions.hpp"
#include "engine/assessment/groups.hpp"
#include "engine/text/number.hpp"
#include "reports/document/phrases.hpp"
#include "reports/json/study_json.hpp"

namespace sextant::cli {

namespace {

/// The respondents' files of a country's file, which stand in ROUND.respondents beside ROUND.yaml; of a
/// folder those in its folders of that kind, so that nobody is counted twice, or all where it has none. A
/// file without such a folder stands for itself.
std::vector<std::string> respondents_of(const std::string& path) {
  const std::string beside = files::respondents_of(path);
  if (!files::is_folder(path)) {
    return files::is_folder(beside) ? files::data_files(beside) : std::vector<std::string>{path};
  }
  const std::vector<std::string> all = files::data_files(path);
  std::vector<std::string> out;
  std::copy_if(all.begin(), all.end(), std::back_inserter(out),
               [](const std::string& file) { return files::is_respondents(file); });
  return out.empty() ? all : out;
}

/// One unit in one round is what respondents can agree on: the others are reported.
bool one_unit(const std::vector<Assessment>& files, std::vector<Diagnostic>& diagnostics) {
  const auto named = [](const Assessment& one) {
    return one.round.id.empty() ? one.unit.id : one.unit.id + " " + one.round.id;
  };
  const auto other = std::find_if(files.begin(), files.end(),
                                  [&](const Assessment& one) { return named(one) != named(files.front()); });
  if (other == files.end()) return true;
  diagnostics.push_back(
      {Code::other_unit, "", {}, {{"one", named(files.front())}, {"other", named(*other)}}, {}, {}});
  return false;
}

/// Figures of a scale's level numbers, which have no decimals or a half.
std::string figure(const std::optional<double>& value, int digits, Lang lang) {
  return value ? fixed(*value, digits, lang) : document::dash();
}

void print_questions(Context& context, const Instrument& instrument, const Agreement& all) {
  const Lang lang = context.common.lang;
  const bool fr = lang == Lang::fr;
  const std::size_t language = instrument.language(code_of(lang));
  TextTable table;
  table.header = fr ? std::vector<std::string>{"Question",      "Avis",        "De - à",    "Médiane",
                                               "Écart interq.", "À un niveau", "Consensus", ""}
                    : std::vector<std::string>{"Question", "Views",      "From - to", "Median",
                                               "IQR",      "Within one", "Consensus", ""};
  table.right = {false, true, true, true, true, true, true, false};
  // Those that need talking about first.
  std::vector<const QuestionAgreement*> order;
  for (const QuestionAgreement& one : all.questions) {
    if (one.count > 1) order.push_back(&one);
  }
  std::stable_sort(order.begin(), order.end(), [](const QuestionAgreement* a, const QuestionAgreement* b) {
    return a->consensus.value_or(1) < b->consensus.value_or(1);
  });
  for (const QuestionAgreement* one : order) {
    const Question& question = instrument.questions[one->question];
    const int digits = question.type == QuestionType::level ? 0 : 2;
    table.rows.push_back(
        {label(question)(language), std::to_string(one->count),
         fixed(one->low, digits, lang) + " - " + fixed(one->high, digits, lang), figure(one->median, 1, lang),
         figure(one->iqr, 1, lang), one->within_one ? percent(*one->within_one, lang) : document::dash(),
         figure(one->consensus, 2, lang), one->disputed ? (fr ? "à trancher" : "disputed") : ""});
  }
  context.out << table.text(context.environment.columns);
}

void print_nodes(Context& context, const Instrument& instrument, const Agreement& all) {
  const Lang lang = context.common.lang;
  const bool fr = lang == Lang::fr;
  const std::size_t language = instrument.language(code_of(lang));
  TextTable table;
  table.header = fr ? std::vector<std::string>{"Pilier", "Alpha", "Questions à plusieurs avis", "À trancher",
                                               "Par groupe"}
                    : std::vector<std::string>{"Pillar", "Alpha", "Questions with several views", "Disputed",
                                               "By group"};
  table.right = {false, true, true, true, false};
  for (const NodeAgreement& one : all.nodes) {
    const Node& node = instrument.nodes[one.node];
    std::string groups;
    for (const GroupView& group : one.groups) {
      groups += (groups.empty() ? "" : ", ") + instrument.group_title(group.group, language) + " " +
                fixed(group.mean, 1, lang) + " (" + std::to_string(group.count) + ")";
    }
    table.rows.push_back({node.title(language), figure(one.alpha, 2, lang), std::to_string(one.rated),
                          std::to_string(one.disputed), groups});
  }
  context.out << "\n" << table.text(context.environment.columns);
  context.out << (fr ? "\nAlpha : alpha de Krippendorff, ordinal, sur les questions à niveaux ; 1 accord "
                       "parfait, 0 hasard.\n"
                       "Par groupe : moyenne des médianes du groupe (nombre de questions).\n"
                     : "\nAlpha: Krippendorff's alpha, ordinal, over the level questions; 1 is perfect "
                       "agreement, 0 chance.\n"
                       "By group: the mean of the group's medians (number of questions).\n");
}

}  // namespace

int run_agreement(Context& context, const AgreementOptions& options) {
  std::vector<Diagnostic> diagnostics;
  Library library(context.environment, std::vector<std::string>{std::string(code_of(context.common.lang))});
  std::vector<std::string> paths;
  for (const std::string& path : options.paths) {
    const std::vector<std::string> more = respondents_of(path);
    paths.insert(paths.end(), more.begin(), more.end());
    if (more.empty()) diagnostics.push_back({Code::nothing_in_folder, path, {}, {}, {}, {}});
  }
  InstrumentPtr instrument;
  const std::vector<Assessment> files =
      read_together(library, paths, options.instrument, instrument, diagnostics);
  const bool together = !files.empty() && one_unit(files, diagnostics);
  print_all(context, diagnostics, true);
  if (!together) return exit_of(diagnostics);
  const bool brought_together = files.size() == 1 && paths.size() == 1;
  const Opinions opinions =
      brought_together ? opinions_in(*instrument, files.front()) : opinions_of(*instrument, files);
  if (!brought_together) {
    print_all(context,
              check_groups_together(opinions.respondents, *instrument, options.paths.front(), diagnostics),
              true);
  }
  const std::vector<bool> decided = brought_together ? decided_in(*instrument, files.front())
                                                     : std::vector<bool>(instrument->questions.size(), false);
  const Agreement all = agreement(*instrument, opinions, decided);
  if (options.json) {
    context.out << json::agreement(*instrument, files.front().unit, opinions, all) << "\n";
    return exit_of(diagnostics);
  }
  const bool fr = context.common.lang == Lang::fr;
  const std::string count = std::to_string(opinions.respondents.size());
  context.out << files.front().unit.label(code_of(context.common.lang))
              << (fr ? ", répondants : " : ", respondents: ") << count << "\n\n";
  print_questions(context, *instrument, all);
  print_nodes(context, *instrument, all);
  return exit_of(diagnostics);
}

}  // namespace sextant::cli
