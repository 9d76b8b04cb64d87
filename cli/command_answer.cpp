#include <fmt/format.h>

#include <numeric>
#include <ostream>

#include "cli/app.hpp"
#include "cli/choices.hpp"
#include "cli/files.hpp"
#include "cli/library.hpp"
#include "cli/lock.hpp"
#include "cli/saving.hpp"
#include "cli/terminal.hpp"
#include "cli/wrap.hpp"
#include "engine/dialogue/dialogue.hpp"

namespace sextant::cli {

namespace {

using dialogue::Line;
using dialogue::Reply;
using dialogue::Setup;
using dialogue::State;

/// A word of a command line, in quotes where a shell would take it apart.
std::string shell_word(const std::string& word) {
  constexpr std::string_view kPlain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./-+,:@%";
  if (!word.empty() && word.find_first_not_of(kPlain) == std::string::npos) return word;
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

/// What the command line asks for, made ready: the file, its instrument, what it holds.
class Preparation {
 public:
  Preparation(Context& context, const AnswerOptions& options)
      : context_(context), options_(options), library_(context.environment, std::nullopt) {}

  /// The exit code, where there is nothing to go on with.
  std::optional<int> prepare() {
    if (const auto problem = files::closed_round(options_.file)) return stop({*problem});
    const bool fresh = !files::exists(options_.file);
    if (fresh) {
      if (const auto code = start_new()) return code;
    }
    if (const auto problem = lock_.take(options_.file)) return stop({*problem});
    files::remove_leftovers(options_.file);
    if (!fresh || files::exists(options_.file)) {
      if (const auto code = read_old()) return code;
    }
    if (const auto code = check_given()) return code;
    std::vector<std::size_t> nodes(instrument->nodes.size());
    std::iota(nodes.begin(), nodes.end(), std::size_t{0});
    std::vector<Diagnostic> problems;
    setup.node = node_named(options_.pillar, "--pillar", *instrument, nodes, problems);
    if (!problems.empty()) return stop(problems);
    setup.instrument = instrument.get();
    setup.keying = options_.keying;
    return std::nullopt;
  }

  InstrumentPtr instrument;
  Assessment assessment;
  std::optional<std::string> bytes;  ///< of a file that was there
  bool changed = false;              ///< the command line says something that the file did not
  Setup setup;

 private:
  int stop(const std::vector<Diagnostic>& diagnostics) {
    print_all(context_, diagnostics, true);
    return std::max<int>(exit_of(diagnostics), kData);
  }

  int refuse(const std::string& en, const std::string& fr) {
    context_.err << (context_.common.lang == Lang::fr ? "sextant : " + fr : "sextant: " + en) << "\n";
    return kUsage;
  }

  std::optional<int> start_new() {
    if (options_.instrument.empty() || options_.unit.empty()) {
      return refuse(options_.file +
                        " does not exist yet; to start it, say which questionnaire and who is assessed: -q "
                        "six-pillars --unit MAR",
                    options_.file +
                        " n'existe pas encore ; pour le commencer, indiquez le questionnaire et qui est "
                        "évalué : -q six-pillars --unit MAR");
    }
    std::vector<Diagnostic> diagnostics;
    instrument = library_.load(options_.instrument, diagnostics);
    if (!instrument) return stop(diagnostics);
    print_all(context_, diagnostics, true);
    assessment.unit.id = options_.unit;
    assessment.language = instrument->languages.front();
    if (!context_.common.languages.empty())
      assessment.language = instrument->languages[instrument->language(context_.common.languages.front())];
    assessment.instrument_version = instrument->version;
    assessment.instrument_file = instrument_file_for(context_.environment, *instrument, options_.file);
    assessment.answers.resize(instrument->questions.size());
    return std::nullopt;
  }

  std::optional<int> read_old() {
    std::vector<Diagnostic> diagnostics;
    std::optional<WholeFile> file = read_whole(library_, options_.file, options_.instrument, diagnostics);
    if (!file || has_errors(diagnostics)) {
      const int code = stop(diagnostics);
      refuse(options_.file + " was left as it is", options_.file + " est resté tel quel");
      return code;
    }
    bytes = std::move(file->bytes);
    print_all(context_, diagnostics, true);
    instrument = file->answers.instrument;
    assessment = std::move(file->answers.assessment);
    return std::nullopt;
  }

  /// What the command line says of the answers stands where the file says nothing, and nowhere against it.
  std::optional<int> check_given() {
    std::vector<Diagnostic> problems;
    const auto edition = edition_named(options_.edition, *instrument, problems);
    if (!problems.empty()) return stop(problems);
    if (edition && assessment.edition.value_or(*edition) != *edition)
      return differs("--edition", instrument->editions[*assessment.edition].id, options_.edition);
    changed = edition && !assessment.edition;
    if (edition) assessment.edition = edition;
    for (const auto& [name, given, there] : {std::tuple("--unit", &options_.unit, &assessment.unit.id),
                                             std::tuple("--round", &options_.round, &assessment.round.id),
                                             std::tuple("--date", &options_.date, &assessment.round.date)}) {
      if (given->empty()) continue;
      if (!there->empty() && *there != *given) return differs(name, *there, *given);
      changed = changed || *there != *given;
      *there = *given;
    }
    return std::nullopt;
  }

  int differs(const std::string& option, const std::string& there, const std::string& given) {
    return refuse(fmt::format("{} {}: {} says \"{}\"", option, given, options_.file, there),
                  fmt::format("{} {} : {} indique « {} »", option, given, options_.file, there));
  }

  Context& context_;
  const AnswerOptions& options_;
  Library library_;
  Lock lock_;
};

/// Shows, reads, saves, until it is over.
class Sitting {
 public:
  Sitting(Context& context, const AnswerOptions& options, const Preparation& ready)
      : context_(context),
        options_(options),
        setup_(ready.setup),
        state_(dialogue::start(ready.setup, ready.assessment, context.common.lang)),
        saving_(options.file, ready.instrument, ready.bytes),
        fresh_(!ready.bytes),
        unsaved_(fresh_ || ready.changed) {}

  int run() {
    // A file that cannot be written is known before the first answer.
    if (unsaved_) {
      if (const auto problem = saving_.save(state_.assessment)) {
        print_all(context_, {*problem}, false);
        return exit_of({*problem});
      }
      tell_of_copy();
    }
    print(dialogue::open(setup_, state_).lines);
    if (options_.no_input) return leave(kFine);
    while (true) {
      std::string line;
      switch (ask(dialogue::prompt(setup_, state_), line)) {
        case Terminal::Event::end:
          return leave(kFine);
        case Terminal::Event::interrupted:
          return leave(kInterrupted);
        case Terminal::Event::too_long:
          tell({"This line is longer than the terminal passes on; nothing was taken. Give it in parts.",
                "Cette ligne est plus longue que ce que transmet le terminal\u00A0; rien n'a été noté. "
                "Donnez-la en "
                "plusieurs fois."});
          continue;
        case Terminal::Event::line:
          break;
      }
      const Reply reply = dialogue::step(setup_, state_, line);
      if (reply.changed) {
        if (const auto code = save()) return *code;
      }
      print(reply.lines);
      if (reply.quit) return leave(kFine);
    }
  }

 private:
  /// One sentence of the program itself.
  void tell(Bilingual text, const Args& args = {}) { print({Line{"", fill(text(state_.lang), args)}}); }

  void print(const std::vector<Line>& lines) {
    for (const Line& line : lines) {
      const int width = text_width(context_.environment.columns);
      const bool empty = line.first.empty() && line.text.empty();
      context_.out << (empty ? std::string("\n") : wrap(line.text, width, line.first));
    }
  }

  Terminal::Event ask(const std::string& prompt, std::string& line) {
    context_.out << prompt;
    context_.out.flush();
    const Terminal::Event event = terminal_.read(line);
    // What is not typed is shown, so that what was said can be read afterwards.
    if (!terminal_.typed() && event == Terminal::Event::line) context_.out << line;
    if (!terminal_.typed() || event != Terminal::Event::line) context_.out << "\n";
    return event;
  }

  /// The exit code, where it could not be saved and whoever answers leaves it at that.
  std::optional<int> save() {
    while (true) {
      const auto problem = saving_.save(state_.assessment);
      if (!problem) {
        tell_of_copy();
        return std::nullopt;
      }
      context_.out.flush();
      context_.common.lang = state_.lang;
      print_all(context_, {*problem}, false);
      context_.err.flush();
      if (problem->code == Code::file_changed_meanwhile) return overtaken();
      if (!terminal_.typed()) return lost();
      tell({"The last answer is not saved. Enter tries again, q leaves without it.",
            "La dernière réponse n'est pas enregistrée. Entrée réessaie, q quitte sans elle."});
      std::string line;
      const Terminal::Event event = ask("> ", line);
      if (event == Terminal::Event::end || event == Terminal::Event::interrupted || line == "q")
        return lost();
    }
  }

  void tell_of_copy() {
    const std::string copy = saving_.kept_copy();
    if (copy.empty()) return;
    tell({"The file is now written by sextant, without its comments; as it was, it is kept in {copy}.",
          "Le fichier est désormais écrit par sextant, sans ses commentaires\u00A0; tel qu'il était, il est "
          "conservé dans {copy}."},
         {{"copy", copy}});
  }

  /// Something else has written the file: what it holds of the answers given here cannot be known.
  int overtaken() {
    const std::string copy = saving_.keep_aside(state_.assessment);
    if (copy.empty()) {
      tell({"The last answer is not in {file}, and those before it may not be there any more: look them up.",
            "La dernière réponse n'est pas dans {file}, et les précédentes n'y sont peut-être plus\u00A0; "
            "vérifiez-les."},
           {{"file", options_.file}});
    } else {
      tell(
          {"The last answer is not in {file}, and those before it may not be there any more; all are kept in "
           "{copy}.",
           "La dernière réponse n'est pas dans {file}, et les précédentes n'y sont peut-être plus\u00A0; "
           "toutes "
           "sont conservées dans {copy}."},
          {{"file", options_.file}, {"copy", copy}});
    }
    how_to_go_on();
    return kEnvironment;
  }

  int lost() {
    tell({"The last answer is not in {file}; all those before it are.",
          "La dernière réponse n'est pas dans {file}\u00A0; toutes les précédentes y sont."},
         {{"file", options_.file}});
    how_to_go_on();
    return kEnvironment;
  }

  int leave(int code) {
    if (code == kInterrupted) {
      tell({"Interrupted; a line that was not finished is not taken.",
            "Interrompu\u00A0; une ligne inachevée n'est pas prise."});
    }
    const dialogue::Progress now = dialogue::progress(setup_, state_.assessment, {});
    tell({"{answered} of {asked} answered; everything is saved in {file}.",
          "Réponses\u00A0: {answered} sur {asked}\u00A0; tout est enregistré dans {file}."},
         {{"answered", std::to_string(now.answered)},
          {"asked", std::to_string(now.asked)},
          {"file", options_.file}});
    how_to_go_on();
    return code;
  }

  /// On one line, however long, so that it can be copied.
  void how_to_go_on() {
    constexpr Bilingual kLead{"To go on: ", "Pour reprendre\u00A0: "};
    context_.out << kLead(state_.lang) << command() << "\n";
  }

  /// The command that goes on here.
  std::string command() const {
    std::string out = "sextant answer " + shell_word(options_.file);
    if (!fresh_ && !options_.instrument.empty()) out += " -q " + shell_word(options_.instrument);
    if (!options_.pillar.empty()) out += " --pillar " + shell_word(options_.pillar);
    if (options_.keying) out += " --keying";
    return out + " --lang " + std::string(code_of(state_.lang));
  }

  Context& context_;
  const AnswerOptions& options_;
  Setup setup_;
  State state_;
  Saving saving_;
  Terminal terminal_;
  bool fresh_;
  bool unsaved_;
};

}  // namespace

int run_answer(Context& context, const AnswerOptions& options) {
  if (unit_refused(context, options.unit)) return kUsage;
  Preparation ready(context, options);
  if (const auto code = ready.prepare()) return *code;
  return Sitting(context, options, ready).run();
}

}  // namespace sextant::cli
