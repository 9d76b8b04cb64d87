#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <set>

#include "cli/app.hpp"
#include "cli/files.hpp"
#include "cli/library.hpp"
#include "cli/merge_problems.hpp"
#include "engine/agreement/opinions.hpp"
#include "engine/assessment/answer_words.hpp"
#include "engine/assessment/write_answers.hpp"
#include "engine/text/number.hpp"
#include "reports/json/merge_json.hpp"

namespace sextant::cli {

namespace {

/// The files to merge, each once; of a folder all answers files below it.
std::vector<std::string> files_of(const std::vector<std::string>& paths,
                                  std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> out;
  for (const std::string& path : paths) {
    const std::vector<std::string> more =
        files::is_folder(path) ? files::data_files(path) : std::vector<std::string>{path};
    if (more.empty()) diagnostics.push_back({Code::nothing_in_folder, path, {}, {}, {}, {}});
    for (const std::string& one : more) {
      if (std::find(out.begin(), out.end(), one) == out.end()) out.push_back(one);
    }
  }
  return out;
}

/// Reads one file and adds it.
bool read_into(std::vector<MergeFile>& all, Library& library, const std::string& path,
               const std::string& named, InstrumentPtr& instrument, std::vector<Diagnostic>& diagnostics) {
  files::ReadResult file = files::read(path);
  if (!file.ok) {
    diagnostics.push_back(file.problem);
    return false;
  }
  Source source(path, std::move(file.bytes));
  Checked<Tree> tree = read_tree(source);
  diagnostics.insert(diagnostics.end(), tree.diagnostics.begin(), tree.diagnostics.end());
  if (!tree || has_errors(tree.diagnostics)) return false;
  auto answers = check_answers(library, source, *tree, named, diagnostics);
  if (!answers) return false;
  if (!instrument) instrument = answers->instrument;
  if (instrument->fingerprint != answers->instrument->fingerprint) {
    const Args args = {{"found", answers->instrument->id}, {"wanted", instrument->id}};
    diagnostics.push_back({Code::wrong_instrument, path, {}, args, {}, {}});
    return false;
  }
  all.push_back({path, std::move(source), std::move(*tree), std::move(answers->assessment)});
  return true;
}

/// How the file at `output` names the instrument: by a path where it is not a shipped one.
std::string instrument_file(const Context& context, const Instrument& instrument, const std::string& output) {
  const std::string& main = instrument.nodes.front().file;
  const auto folders = files::questionnaire_folders(context.environment.questionnaires);
  if (files::find_instrument(instrument.id, folders) == main) return {};
  namespace fs = std::filesystem;
  const fs::path from = output == "-" ? fs::current_path() : fs::absolute(files::folder_of(output));
  return fs::absolute(main).lexically_normal().lexically_relative(from.lexically_normal()).string();
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
        fmt::runtime(lang_ == Lang::fr ? "Questions : {} à l'unanimité, {} avec un seul avis, {} tranchées, "
                                         "{} à trancher, {} où l'on "
                                         "ne sait pas, {} sans avis\n"
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

/// Names what respondents said when the file was written before, and say otherwise now.
void print_changes(Context& context, const Instrument& instrument, const Assessment& before,
                   const Assessment& after) {
  const Lang lang = context.common.lang;
  const bool fr = lang == Lang::fr;
  const std::size_t language = instrument.language(code_of(lang));
  for (std::size_t q = 0; q < instrument.questions.size(); ++q) {
    for (const Said& was : before.answers[q].said) {
      const std::vector<Said>& now = after.answers[q].said;
      const auto it = std::find_if(now.begin(), now.end(),
                                   [&](const Said& one) { return one.respondent == was.respondent; });
      const Answer answer = it == now.end() ? Answer() : it->answer;
      const Question& question = instrument.questions[q];
      if (same_value(question, was.answer, answer)) continue;
      context.out << fmt::format(fmt::runtime(fr ? "Modifié depuis la dernière fusion : {}, {} : {} -> {}\n"
                                                 : "Changed since the last merge: {}, {}: {} -> {}\n"),
                                 was.respondent, question.id,
                                 answer_words(instrument, question, was.answer, language, lang),
                                 answer_words(instrument, question, answer, language, lang));
    }
  }
}

/// A group's id as the name of a file.
std::string safe_name(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '/' || c == '\\' || c == ':' ? '_' : c;
  return out.front() == '.' ? "_" + out.substr(1) : out;
}

/// Writes each group's own file beside the country's: ROUND.groups/GROUP.yaml.
std::optional<Diagnostic> write_groups(Context& context, const Instrument& instrument, const Assessment& all,
                                       const std::string& output) {
  const bool fr = context.common.lang == Lang::fr;
  const std::string folder = files::join(files::folder_of(output), files::stem(output) + ".groups");
  for (auto& [group, file] : by_group(instrument, all)) {
    const std::string path = files::join(folder, safe_name(group) + ".yaml");
    file.instrument_file = instrument_file(context, instrument, path);
    if (auto problem = files::write(path, write_answers(instrument, file))) return problem;
    const std::string title =
        instrument.group_title(group, instrument.language(code_of(context.common.lang)));
    context.out << path << (fr ? "\u00A0: " : ": ") << title << "\n";
  }
  return std::nullopt;
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
      if (!value) diagnostics.insert(diagnostics.end(), value.diagnostics.begin(), value.diagnostics.end());
      decide(instrument, all, it->second, read, options.reason, options.date);
    }
    const std::vector<Diagnostic> more = sink.take();
    diagnostics.insert(diagnostics.end(), more.begin(), more.end());
  }
}

}  // namespace

int run_merge(Context& context, const MergeOptions& options) {
  std::vector<Diagnostic> diagnostics;
  Library library(context.environment, std::nullopt);
  InstrumentPtr instrument;
  std::vector<MergeFile> all;
  for (const std::string& path : files_of(options.paths, diagnostics))
    read_into(all, library, path, options.instrument, instrument, diagnostics);
  const std::size_t given = all.size();
  const bool stands =
      options.output != "-" && files::exists(options.output) &&
      std::none_of(all.begin(), all.end(), [&](const MergeFile& one) { return one.path == options.output; });
  if (stands && !has_errors(diagnostics))
    read_into(all, library, options.output, options.instrument, instrument, diagnostics);
  if (!all.empty() && !has_errors(diagnostics)) {
    const std::vector<Diagnostic> more = merge_obstacles(*instrument, all);
    diagnostics.insert(diagnostics.end(), more.begin(), more.end());
  }
  Merged merged;
  if (!all.empty() && !has_errors(diagnostics)) {
    std::vector<MergePart> parts;
    for (std::size_t i = 0; i < all.size(); ++i)
      parts.push_back({&all[i].assessment, files::stem(all[i].path), i >= given});
    merged = merge(*instrument, parts);
    for (const MergeConflict& conflict : merged.conflicts)
      diagnostics.push_back(conflict_problem(*instrument, all, conflict));
  }
  if (!all.empty() && !has_errors(diagnostics))
    add_decisions(options, *instrument, merged.assessment, diagnostics);
  for (const MergeRemark& remark : merged.remarks) {
    const Args args = {{"key", remark.key}, {"taken", remark.taken}, {"left", remark.left}};
    diagnostics.push_back({Code::merge_remark, options.output, {}, args, {}, {}});
  }
  print_all(context, diagnostics, true);
  // What is written stands for everybody: a file that cannot be read is no reason to leave its author out.
  if (all.empty() || has_errors(diagnostics)) return exit_of(diagnostics);
  Assessment& result = merged.assessment;
  result.instrument_file = instrument_file(context, *instrument, options.output);
  if (auto problem = files::write(options.output, write_answers(*instrument, result))) {
    print_all(context, {*problem}, false);
    return kEnvironment;
  }
  const std::vector<MergeOutcome> all_outcomes = outcomes(*instrument, result);
  if (options.json) {
    context.out << json::merge(*instrument, result, all_outcomes) << "\n";
    return kFine;
  }
  if (options.output == "-") return kFine;
  const bool fr = context.common.lang == Lang::fr;
  const std::string title = result.unit.label(code_of(context.common.lang));
  context.out << fmt::format(fmt::runtime(fr ? "{}{}, fichiers : {}, répondants : {} -> {}\n\n"
                                             : "{}{}, files: {}, respondents: {} -> {}\n\n"),
                             title, result.round.id.empty() ? "" : " " + result.round.id, given,
                             result.respondents.size(), options.output);
  Summary(context, *instrument, result).print(all_outcomes);
  if (all.size() > given) print_changes(context, *instrument, all.back().assessment, result);
  if (options.keep_groups) {
    if (auto problem = write_groups(context, *instrument, result, options.output)) {
      print_all(context, {*problem}, false);
      return kEnvironment;
    }
  }
  return kFine;
}

}  // namespace sextant::cli
