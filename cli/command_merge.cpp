#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <set>

#include "cli/app.hpp"
#include "cli/files.hpp"
#include "cli/library.hpp"
#include "cli/merge_problems.hpp"
#include "cli/saving.hpp"
#include "engine/agreement/opinions.hpp"
#include "engine/assessment/answer_words.hpp"
#include "engine/assessment/groups.hpp"
#include "engine/assessment/write_answers.hpp"
#include "engine/text/number.hpp"
#include "reports/json/merge_json.hpp"

namespace sextant::cli {

namespace {

/// Whether two paths name one file, however they are spelled.
bool is_same_file(const std::string& one, const std::string& other) {
  std::error_code error;
  return one == other || std::filesystem::equivalent(one, other, error);
}

/// The files below a folder; what groups say alone stands in their respondents' files too.
std::vector<std::string> files_below(const std::string& folder) {
  std::vector<std::string> out = files::data_files(folder);
  const auto is_group_file = [&](const std::string& path) {
    return files::is_groups(std::filesystem::path(path).lexically_relative(folder).string());
  };
  out.erase(std::remove_if(out.begin(), out.end(), is_group_file), out.end());
  return out;
}

/// The files to merge, each once; of a folder all answers files below it.
std::vector<std::string> files_of(const std::vector<std::string>& paths,
                                  std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> out;
  for (const std::string& path : paths) {
    const std::vector<std::string> more =
        files::is_folder(path) ? files_below(path) : std::vector<std::string>{path};
    if (more.empty()) diagnostics.push_back({Code::nothing_in_folder, path, {}, {}, {}, {}});
    for (const std::string& one : more) {
      const bool known = std::any_of(out.begin(), out.end(),
                                     [&](const std::string& other) { return is_same_file(one, other); });
      if (!known) out.push_back(one);
    }
  }
  return out;
}

/// Reads one file and adds it.
void read_into(std::vector<MergeFile>& all, Library& library, const std::string& path,
               const std::string& named, InstrumentPtr& instrument, std::vector<Diagnostic>& diagnostics) {
  std::optional<WholeFile> file = read_whole(library, path, named, diagnostics);
  if (!file) return;
  const InstrumentPtr& found = file->answers.instrument;
  if (!instrument) instrument = found;
  if (instrument->fingerprint != found->fingerprint) {
    diagnostics.push_back(other_instrument(path, *found, *instrument));
    return;
  }
  all.push_back({path, std::move(file->source), std::move(file->tree), std::move(file->answers.assessment)});
}

/// The files that were read, and which of them is the country's as it stands: the last one, or none.
struct Given {
  std::vector<MergeFile> files;
  bool stands = false;
};

/// The country's file is read where it exists, and known also where it is among the paths or below one of
/// them.
Given read_all(Library& library, const MergeOptions& options, InstrumentPtr& instrument,
               std::vector<Diagnostic>& diagnostics) {
  Given out;
  std::vector<std::string> paths = files_of(options.paths, diagnostics);
  if (options.output != "-" && files::exists(options.output)) {
    const auto is_country = [&](const std::string& path) { return is_same_file(path, options.output); };
    paths.erase(std::remove_if(paths.begin(), paths.end(), is_country), paths.end());
    // On its own it is a file like any other.
    out.stands = !paths.empty();
    paths.push_back(options.output);
  }
  for (const std::string& path : paths)
    read_into(out.files, library, path, options.instrument, instrument, diagnostics);
  return out;
}

class Summary {
 public:
  Summary(Context& context, const Instrument& instrument, const Assessment& all)
      : context_(context),
        instrument_(instrument),
        all_(all),
        lang_(context.common.lang),
        language_(instrument.language(code_of(lang_))) {}

  void print(const std::vector<MergeOutcome>& outcomes) {
    print_group(outcomes, MergeOutcome::Kind::open, {"To be settled", "À trancher"});
    print_group(outcomes, MergeOutcome::Kind::decided, {"Decided", "Tranchées"});
    const auto count = [&](MergeOutcome::Kind kind) {
      return std::count_if(outcomes.begin(), outcomes.end(),
                           [&](const MergeOutcome& one) { return one.kind == kind; });
    };
    context_.out << fmt::format(
        fmt::runtime(lang_ == Lang::fr
                         ? "Questions à l'unanimité : {} ; avec un seul avis : {} ; tranchées : {} ; "
                           "à trancher : {} ; où l'on ne sait pas : {} ; sans avis : {}\n"
                         : "Questions: {} agreed, {} with one view, {} decided, {} to be "
                           "settled, {} don't know, {} without "
                           "a view\n"),
        count(MergeOutcome::Kind::agreed), count(MergeOutcome::Kind::one_view),
        count(MergeOutcome::Kind::decided), count(MergeOutcome::Kind::open),
        count(MergeOutcome::Kind::dont_know), count(MergeOutcome::Kind::no_view));
  }

 private:
  std::string words(std::size_t question, const Answer& answer) const {
    return answer_words(instrument_, instrument_.questions[question], answer, language_, lang_);
  }

  void print_group(const std::vector<MergeOutcome>& outcomes, MergeOutcome::Kind kind, Bilingual title) {
    bool any = false;
    for (const MergeOutcome& one : outcomes) {
      if (one.kind != kind) continue;
      if (!any) context_.out << title(lang_) << (lang_ == Lang::fr ? "\u00A0:\n" : ":\n");
      any = true;
      print_one(one);
    }
    if (any) context_.out << "\n";
  }

  void print_one(const MergeOutcome& one) {
    const bool fr = lang_ == Lang::fr;
    const char* colon = fr ? "\u00A0: " : ": ";
    const Question& question = instrument_.questions[one.question];
    const Answer& answer = all_.answers[one.question];
    context_.out << "  " << question.id << "  " << label(question)(language_) << "\n";
    for (const Said& said : answer.said)
      context_.out << "      " << said.respondent << colon << words(one.question, said.answer) << "\n";
    if (one.kind == MergeOutcome::Kind::open && answer.state != AnswerState::unanswered) {
      context_.out << "      "
                   << (fr ? "le pays, tant que rien n'est tranché" : "the country, until this is settled")
                   << colon << words(one.question, answer);
      if (!answer.because.empty()) context_.out << " (" << answer.because << ")";
      context_.out << "\n";
    }
    if (one.consensus) {
      context_.out << "      "
                   << "consensus " << fixed(*one.consensus, 2, lang_)
                   << (one.disputed ? (fr ? ", en désaccord" : ", disputed") : "") << "\n";
    }
    for (const Decision& decision : all_.decisions) {
      if (decision.question != one.question) continue;
      context_.out << "      " << (fr ? "décision" : "decision") << colon << words(one.question, answer)
                   << " (" << decision.reason << (decision.date.empty() ? "" : ", " + decision.date) << ")\n";
    }
  }

  Context& context_;
  const Instrument& instrument_;
  const Assessment& all_;
  Lang lang_;
  std::size_t language_;
};

void print_changes(Context& context, const Instrument& instrument, const std::vector<MergeChange>& changes) {
  const Lang lang = context.common.lang;
  const std::size_t language = instrument.language(code_of(lang));
  for (const MergeChange& one : changes) {
    const Question& question = instrument.questions[one.question];
    context.out << fmt::format(
        fmt::runtime(lang == Lang::fr ? "Modifié depuis la dernière fusion : {}, {} : {} -> {}\n"
                                      : "Changed since the last merge: {}, {}: {} -> {}\n"),
        one.respondent, question.id, answer_words(instrument, question, one.before, language, lang),
        answer_words(instrument, question, one.after, language, lang));
  }
}

/// Writes the country's file and, where asked for, each group's own beside it: ROUND.groups/GROUP.yaml.
std::optional<Diagnostic> write_all(Context& context, const Instrument& instrument, const Assessment& all,
                                    const MergeOptions& options, std::vector<json::GroupFile>& groups) {
  const std::string& output = options.output;
  std::vector<files::PathAndBytes> texts = {{output, write_answers(instrument, all)}};
  const std::string folder = files::join(files::folder_of(output), files::stem(output) + ".groups");
  if (options.keep_groups) {
    for (auto& [group, file] : by_group(instrument, all)) {
      const std::string path = files::join(folder, files::name_of(group) + ".yaml");
      file.instrument_file = instrument_file_for(context.environment, instrument, path);
      texts.emplace_back(path, write_answers(instrument, file));
      groups.push_back({group, path});
    }
  }
  return files::write_all(texts);
}

/// Adds what --decide says: the value is read as in a file, and has to be one that the question takes.
void add_decisions(const MergeOptions& options, const Instrument& instrument, Assessment& all,
                   std::vector<Diagnostic>& diagnostics) {
  for (std::size_t i = 0; i < options.decide.size(); ++i) {
    const std::string& text = options.decide[i];
    const std::size_t equals = text.find('=');
    const std::string id = text.substr(0, equals);
    const Source source("--decide", text);
    Sink sink(source);
    const auto it = instrument.question_index.find(id);
    if (it == instrument.question_index.end()) {
      std::vector<std::string> known;
      for (const Question& question : instrument.questions) known.push_back(question.id);
      sink.add(Code::unknown_question, source.span(0), {{"id", id}, {"instrument", instrument.id}},
               nearest(id, known));
    } else {
      const Checked<Tree> value = read_tree(Source("--decide", text.substr(equals + 1)));
      const Answer read =
          value ? read_value(*value, instrument.questions[it->second], instrument, sink) : Answer();
      if (!value) append(diagnostics, value.diagnostics);
      decide(instrument, all, it->second, read, options.reason, options.date);
    }
    const std::vector<Diagnostic> more = sink.take();
    append(diagnostics, more);
  }
}

}  // namespace

int run_merge(Context& context, const MergeOptions& options) {
  std::vector<Diagnostic> diagnostics;
  Library library(context.environment, std::nullopt);
  InstrumentPtr instrument;
  const Given given = read_all(library, options, instrument, diagnostics);
  const std::vector<MergeFile>& all = given.files;
  if (!all.empty() && !has_errors(diagnostics)) {
    const std::vector<Diagnostic> more = merge_obstacles(*instrument, all);
    append(diagnostics, more);
  }
  Merged merged;
  if (!all.empty() && !has_errors(diagnostics)) {
    std::vector<MergePart> parts;
    for (const MergeFile& one : all) parts.push_back({&one.assessment, files::stem(one.path), false});
    parts.back().earlier = given.stands;
    merged = merge(*instrument, parts);
    const std::vector<Diagnostic> more = merge_problems(*instrument, all, merged, options.output);
    append(diagnostics, more);
    append(diagnostics,
           check_groups_together(merged.assessment.respondents, *instrument, options.output, diagnostics));
  }
  if (!all.empty() && !has_errors(diagnostics))
    add_decisions(options, *instrument, merged.assessment, diagnostics);
  print_all(context, diagnostics, true);
  // What is written stands for everybody: a file that cannot be read is no reason to leave its author out.
  if (all.empty() || has_errors(diagnostics)) return exit_of(diagnostics);
  Assessment& result = merged.assessment;
  result.instrument_file = instrument_file_for(context.environment, *instrument, options.output);
  std::string before;
  if (given.stands) {
    if (const auto problem = files::closed_round(options.output)) {
      print_all(context, {*problem}, false);
      return exit_of({*problem});
    }
    Saving standing(options.output, instrument, all.back().source.text());
    if (auto problem = standing.keep_comments(write_answers(*instrument, result))) {
      print_all(context, {*problem}, false);
      return exit_of({*problem});
    }
    before = standing.kept_copy();
  }
  std::vector<json::GroupFile> groups;
  if (auto problem = write_all(context, *instrument, result, options, groups)) {
    print_all(context, {*problem}, false);
    return exit_of({*problem});
  }
  if (!before.empty()) context.err << written_anew(options.output, before, context.common.lang);
  const std::vector<MergeOutcome> all_outcomes = outcomes(*instrument, result);
  std::vector<MergeChange> changes;
  if (given.stands) changes = changes_since(*instrument, all.back().assessment, result);
  if (options.json) {
    context.out << json::merge(*instrument, result, all_outcomes, changes, groups) << "\n";
    return kFine;
  }
  if (options.output == "-") return kFine;
  const bool fr = context.common.lang == Lang::fr;
  const std::string title = result.unit.label(code_of(context.common.lang));
  context.out << fmt::format(fmt::runtime(fr ? "{}{}, fichiers : {}, répondants : {} -> {}\n\n"
                                             : "{}{}, files: {}, respondents: {} -> {}\n\n"),
                             title, result.round.id.empty() ? "" : " " + result.round.id,
                             all.size() - (given.stands ? 1 : 0), result.respondents.size(), options.output);
  Summary(context, *instrument, result).print(all_outcomes);
  print_changes(context, *instrument, changes);
  for (const json::GroupFile& one : groups) {
    context.out << one.file << (fr ? "\u00A0: " : ": ")
                << instrument->group_title(one.group, instrument->language(code_of(context.common.lang)))
                << "\n";
  }
  return kFine;
}

}  // namespace sextant::cli
