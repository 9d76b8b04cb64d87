#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <ostream>
#include <tuple>

#include "cli/app.hpp"
#include "cli/files.hpp"
#include "cli/library.hpp"
#include "cli/same_file.hpp"
#include "cli/shown_words.hpp"
#include "engine/assessment/write_answers.hpp"
#include "engine/exchange/filled.hpp"
#include "engine/exchange/keep_plan.hpp"
#include "engine/exchange/labels.hpp"
#include "engine/exchange/meaning.hpp"
#include "engine/exchange/one_respondent.hpp"
#include "engine/exchange/ways_to_pay.hpp"
#include "engine/syntax/controls.hpp"
#include "engine/syntax/fields.hpp"
#include "engine/text/utf8.hpp"
#include "engine/workbook/workbook.hpp"

namespace sextant::cli {

namespace {

using exchange::Filled;
using exchange::Taken;

/// What a code on the command line is called in messages.
constexpr const char *kCodeOption = "--code";

/// What a channel is, from the file's name and its beginning.
enum class Channel { document, form_copy, lines, code, workbook };

Channel channel_of(const Source &source, const std::string &bytes) {
  const std::string &name = source.name();
  if (!bytes.empty()) return Channel::workbook;
  if (name.ends_with(".csv") || name.ends_with(".tsv")) return Channel::lines;
  const std::size_t first = source.text().find_first_not_of(" \t\n");
  // Mail programs call what they do not know a text.
  const bool text =
      first == std::string::npos || (source.text()[first] != '{' && source.text()[first] != '<');
  // What office programs call "Unicode text" is a table.
  const std::size_t tab = source.text().find('\t');
  const bool table = text && tab != std::string::npos && tab < source.text().find('\n', first);
  if (name.ends_with(".txt") && table) return Channel::lines;
  if ((name.ends_with(".txt") || name == kCodeOption) && text) return Channel::code;
  if (name.ends_with(".html") || name.ends_with(".htm") ||
      (first != std::string::npos && source.text()[first] == '<')) {
    return Channel::form_copy;
  }
  return Channel::document;
}

/// Brings files back, one by one, with what they share.
class Importer {
 public:
  Importer(Context &context, const ImportOptions &options)
      : context_(context), options_(options), library_(context.environment, std::nullopt) {}

  /// Takes one source and writes its answers to `to`. `bytes` are those of a workbook, which is no text. The
  /// exit code.
  int one(const Source &source, const std::string &to, const std::string &bytes = {}) {
    std::vector<Diagnostic> diagnostics;
    const bool fr = context_.common.lang == Lang::fr;
    if (options_.plan_only) return plan(source, to, bytes);
    if (const auto problem = files::closed_round(to)) {
      print_all(context_, {*problem}, false);
      return kData;
    }
    if (to != "-" && !options_.replace && files::exists(to)) {
      context_.err
          << (fr ? fmt::format(
                       "sextant : {} existe déjà et n'a pas été touché ; si c'est une autre personne, "
                       "indiquez un autre fichier après -o ; --replace le remplace\n",
                       to)
                 : fmt::format("sextant: {} exists already and was not touched; if these are another "
                               "person's answers, name another file after -o; --replace writes over it\n",
                               to));
      return kEnvironment;
    }
    std::optional<Taken> taken = take(source, bytes, diagnostics);
    show(diagnostics);
    if (!taken || !taken->assessment) return std::max<int>(exit_of(diagnostics), kData);
    if (!options_.instrument.empty()) {
      taken->assessment->instrument_file = instrument_file_for(context_.environment, *instrument_, to);
    }
    const files::Over over = options_.replace ? files::Over::asked : files::Over::own;
    if (auto problem = files::write(to, write_answers(*instrument_, *taken->assessment), over)) {
      print_all(context_, {*problem}, false);
      return exit_of({*problem});
    }
    if (to != "-") say(to, source.name(), *taken->assessment, errors_in(diagnostics));
    return exit_of(diagnostics);
  }

 private:
  /// In the order of the file, which is that of its sheets and not that of the alphabet.
  void show(const std::vector<Diagnostic> &diagnostics) {
    const PrintStyle style{context_.common.lang, context_.common.colour && context_.environment.terminal_err,
                           false};
    for (const Diagnostic &diagnostic : diagnostics) context_.err << print(diagnostic, style);
  }

  static std::size_t errors_in(const std::vector<Diagnostic> &diagnostics) {
    return static_cast<std::size_t>(
        std::count_if(diagnostics.begin(), diagnostics.end(),
                      [](const Diagnostic &one) { return info(one.code).severity == Severity::error; }));
  }

  /// The language in which choices are named where the file does not say.
  std::string_view language() const { return context_.common.lang == Lang::fr ? "fr" : "en"; }

  /// Takes the plan alone, into answers that are there.
  int plan(const Source &source, const std::string &to, const std::string &bytes) {
    std::vector<Diagnostic> diagnostics;
    std::optional<AnswersFile> there = read_answers(library_, to, options_.instrument, diagnostics);
    if (!there || has_errors(diagnostics)) {
      print_all(context_, diagnostics, true);
      return std::max<int>(exit_of(diagnostics), kData);
    }
    if (const auto problem = files::closed_round(to)) {
      print_all(context_, {*problem}, false);
      return kData;
    }
    instrument_ = there->instrument;
    diagnostics.clear();
    std::optional<Filled> filled = read(source, bytes, diagnostics);
    if (!filled) {
      print_all(context_, diagnostics, true);
      return std::max<int>(exit_of(diagnostics), kData);
    }
    auto &entries = filled->entries;
    const std::string &unit = there->assessment.unit.id;
    for (exchange::Entry &one : entries) {
      if (one.field != "label") continue;
      if (auto meant = exchange::meant_by(one.part, *instrument_))
        std::tie(one.field, one.part) = std::move(*meant);
    }
    for (const exchange::Entry &one : entries) {
      const std::string found = exchange::trimmed(one.text);
      if (one.field != "unit.id" || found == unit) continue;
      Sink sink(source);
      sink.add(Code::plan_of_another, {{"found", shown(found)}, {"wanted", shown(unit)}});
      print_all(context_, sink.take(), true);
      return kData;
    }
    for_the_plan(*filled, diagnostics);
    filled->loose.clear();
    // Only what is said of the plan is judged; the answers that are there stay as they are.
    entries.erase(std::remove_if(entries.begin(), entries.end(),
                                 [](const exchange::Entry &one) {
                                   return !one.question.empty() || one.field.rfind("plan.", 0) != 0;
                                 }),
                  entries.end());
    if (entries.empty()) {
      Sink sink(source);
      sink.add(Code::plan_missing);
      print_all(context_, sink.take(), true);
      return kData;
    }
    entries.push_back({"", "unit.id", "", unit, {}});
    Taken taken = exchange::take(*filled, *instrument_, language());
    append(diagnostics, taken.diagnostics);
    exchange::KeptPlan kept;
    std::vector<std::string> changes;
    const bool fr = context_.common.lang == Lang::fr;
    const char *const comma = fr ? " ; " : "; ";
    if (taken.assessment) {
      const CountryPlan &before = there->assessment.plan;
      kept = exchange::keep_plan(*instrument_, before, taken.assessment->plan, taken.refused);
      changes = exchange::plan_changes(*instrument_, before, kept.plan, context_.common.lang);
      Sink sink(source);
      for (const std::string &id : kept.gone) sink.add(Code::plan_line_gone, {{"id", id}});
      const bool moved_on =
          !filled->plan.empty() && filled->plan != exchange::plan_mark(*instrument_, before);
      if (moved_on && !changes.empty() && !options_.replace)
        sink.add(Code::plan_moved_on, {{"what", fmt::format("{}", fmt::join(changes, comma))}});
      for (Diagnostic &one : sink.take()) diagnostics.push_back(std::move(one));
      if (moved_on && !changes.empty() && !options_.replace) taken.assessment.reset();
    }
    exchange::sort_by_place(diagnostics, *filled);
    show(diagnostics);
    if (!taken.assessment) return std::max<int>(exit_of(diagnostics), kData);
    there->assessment.plan = std::move(kept.plan);
    if (auto problem = files::write(to, write_answers(*instrument_, there->assessment))) {
      print_all(context_, {*problem}, false);
      return exit_of({*problem});
    }
    const std::size_t count = there->assessment.plan.entries.size();
    context_.out << (fr ? fmt::format("{} : plan repris de {} ({} actions)\n", to, source.name(), count)
                        : fmt::format("{}: plan taken from {} ({} actions)\n", to, source.name(), count));
    if (changes.empty()) {
      context_.out << (fr ? "rien n'y a changé\n" : "nothing changed in it\n");
    } else {
      context_.out << (fr ? "changé : " : "changed: ") << fmt::format("{}\n", fmt::join(changes, comma));
    }
    return exit_of(diagnostics);
  }

  /// Brings in what the library of actions knows of a plan. Without one, ids stand alone.
  void for_the_plan(Filled &filled, std::vector<Diagnostic> &diagnostics) {
    const bool planned =
        std::any_of(filled.entries.begin(), filled.entries.end(),
                    [](const exchange::Entry &one) { return one.field.rfind("plan.", 0) == 0; });
    std::vector<Diagnostic> unheard;
    const ActionsPtr actions = planned ? library_.actions_for(*instrument_, unheard) : nullptr;
    if (actions == nullptr) return;
    exchange::name_ways_to_pay(filled, *actions);
    for (Diagnostic &one : exchange::edited_words(filled, *actions)) diagnostics.push_back(std::move(one));
  }

  std::optional<Taken> take(const Source &source, const std::string &bytes,
                            std::vector<Diagnostic> &diagnostics) {
    const auto keep = [&](std::vector<Diagnostic> more) { append(diagnostics, more); };
    if (!options_.instrument.empty()) {
      instrument_ = library_.load(options_.instrument, diagnostics);
      if (!instrument_) return std::nullopt;
    }
    std::optional<Filled> filled = read(source, bytes, diagnostics);
    if (!filled) return std::nullopt;
    if (options_.instrument.empty() && filled->instrument.id.empty() && !bytes.empty()) {
      // A workbook that somebody made: only the tables in it are ours.
      Sink sink(source);
      sink.add(Code::import_no_instrument);
      keep(sink.take());
      return std::nullopt;
    }
    if (options_.instrument.empty()) instrument_ = library_.load_for(filled->instrument, source, diagnostics);
    if (!instrument_) return std::nullopt;
    for_the_plan(*filled, diagnostics);
    // What the command line says comes first, and so stands where the file says
    // otherwise.
    const std::pair<const char *, const std::string *> given[] = {
        {"round.date", &options_.date}, {"round.id", &options_.round}, {"unit.id", &options_.unit}};
    for (const auto &[field, text] : given) {
      filled->entries.insert(filled->entries.begin(), {"", field, "", *text, {}});
    }
    if (!options_.respondent.empty() && !exchange::name_respondent(*filled, options_.respondent)) {
      Sink sink(source);
      sink.add(Code::several_respondents, {{"id", shown(options_.respondent)}});
      keep(sink.take());
      return std::nullopt;
    }
    Taken out = exchange::take(*filled, *instrument_, language());
    keep(std::move(out.diagnostics));
    if (out.assessment) keep(written_over(*filled, *instrument_, *out.assessment));
    exchange::sort_by_place(diagnostics, *filled);
    return out;
  }

  std::optional<Filled> read(const Source &source, const std::string &bytes,
                             std::vector<Diagnostic> &diagnostics) {
    const Channel channel = channel_of(source, bytes);
    if (channel != Channel::workbook && channel != Channel::document && channel != Channel::form_copy &&
        !instrument_) {
      Sink sink(source);
      sink.add(Code::import_no_instrument);
      diagnostics = sink.take();
      return std::nullopt;
    }
    Checked<Filled> out;
    if (channel == Channel::workbook) {
      out = exchange::read_workbook(bytes, source);
    } else if (channel == Channel::document) {
      const Checked<Tree> tree = read_tree_with_controls(source);
      append(diagnostics, tree.diagnostics);
      if (!tree || has_errors(tree.diagnostics)) return std::nullopt;
      out = exchange::read_document(*tree, source);
    } else if (channel == Channel::form_copy) {
      out = exchange::read_form_copy(source);
    } else if (channel == Channel::lines) {
      out = exchange::read_lines(source);
    } else {
      out = exchange::read_code(source, *instrument_);
    }
    append(diagnostics, out.diagnostics);
    return std::move(out.value);
  }

  void say(const std::string &to, const std::string &from, const Assessment &assessment, std::size_t left) {
    const auto answers =
        std::count_if(assessment.answers.begin(), assessment.answers.end(),
                      [](const Answer &answer) { return answer.state != AnswerState::unanswered; });
    const bool fr = context_.common.lang == Lang::fr;
    std::string line =
        fr ? fmt::format("{} : {} {} de {}", to, answers, answers < 2 ? "réponse" : "réponses", from)
           : fmt::format("{}: {} {} from {}", to, answers, answers == 1 ? "answer" : "answers", from);
    if (left > 0)
      line += fr ? fmt::format(" ; {} de côté, {} ci-dessus",
                               left == 1 ? "1 élément laissé" : fmt::format("{} éléments laissés", left),
                               left == 1 ? "nommé" : "nommés")
                 : fmt::format("; {} not taken, named above", left);
    context_.out << line << "\n";
  }

  Context &context_;
  const ImportOptions &options_;
  Library library_;
  InstrumentPtr instrument_;
};

}  // namespace

int run_import(Context &context, const ImportOptions &options) {
  if (!options.date.empty() && !is_date(options.date)) {
    print_all(context, {{Code::bad_date, "--date", {}, {{"value", options.date}}, {}, {}}}, false);
    return kUsage;
  }
  if (unit_refused(context, options.unit)) return kUsage;
  Importer importer(context, options);
  if (!options.code.empty()) return importer.one(Source(kCodeOption, options.code), options.output);
  const bool folder = options.files.size() > 1 || files::is_folder(options.output) ||
                      options.output.ends_with('/') || options.output.ends_with(".respondents");
  int code = kFine;
  const bool fr = context.common.lang == Lang::fr;
  std::map<std::string, std::string> written;
  for (const std::string &file : options.files) {
    files::ReadResult read = files::read(file);
    if (!read.ok) {
      print_all(context, {read.problem}, false);
      code = std::max<int>(code, kEnvironment);
      continue;
    }
    const std::string name =
        options.respondent.empty() ? files::stem(file) : files::name_of(options.respondent);
    const std::string to = folder ? files::join(options.output, name + ".yaml") : options.output;
    const auto [first, fresh] = written.try_emplace(to, file);
    if (same_file(file, to) || (!fresh && to != "-")) {
      if (same_file(file, to)) {
        context.err << written_over_itself(file, context.common.lang);
      } else {
        context.err << (fr ? fmt::format("sextant : {} n'a pas été pris : {} vient d'être écrit depuis {} ; "
                                         "importez-le seul, vers "
                                         "un autre fichier après -o\n",
                                         file, to, first->second)
                           : fmt::format("sextant: {} was not taken: {} has just been written from {}; "
                                         "import it alone, to another "
                                         "file after -o\n",
                                         file, to, first->second));
      }
      code = std::max<int>(code, kEnvironment);
      continue;
    }
    if (workbook::looks_like_workbook(file, read.bytes)) {
      code = std::max(code, importer.one(Source(file, ""), to, read.bytes));
    } else {
      if (auto text = utf8::from_utf16(read.bytes)) read.bytes = std::move(*text);
      code = std::max(code, importer.one(Source(file, std::move(read.bytes)), to));
    }
  }
  return code;
}

}  // namespace sextant::cli
