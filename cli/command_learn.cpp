#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <ostream>

#include "cli/app.hpp"
#include "cli/library.hpp"
#include "cli/wrap.hpp"
#include "engine/instrument/glossary.hpp"
#include "engine/text/utf8.hpp"
#include "reports/document/agenda.hpp"
#include "reports/json/learn_json.hpp"
#include "reports/markdown/render.hpp"

namespace sextant::cli {

namespace {

using document::Phrase;
using document::say;

/// Prints in the language of messages.
class Teacher {
 public:
  Teacher(Context& context, const Instrument& instrument)
      : out_(context.out),
        lang_(context.common.lang),
        tag_(code_of(lang_)),
        width_(text_width(context.environment.columns)),
        instrument_(instrument),
        language_(instrument.language(tag_)) {}

  void note(const NoteLibrary& library, const Note& note) {
    const std::size_t own = library.head.language(tag_);
    const Node& node = instrument_.nodes[note.node];
    const std::string above =
        node.parent == 0 ? "" : words(instrument_.nodes[node.parent].title(language_)) + " > ";
    out_ << wrap(above + words(node.title(language_)) + " [" + node.id + "]", width_);
    paragraph(Phrase::learn_what, note.what(own));
    paragraph(Phrase::learn_why, note.why(own));
    paragraph(Phrase::learn_good, note.good(own));
    list(Phrase::learn_mistakes, note.mistakes, own);
    list(Phrase::learn_discuss, note.discuss, own);
    const std::vector<std::size_t> resources = library.resources_for(instrument_, note.node);
    if (!resources.empty()) out_ << "\n" << say(Phrase::learn_resources, lang_) << "\n";
    for (const std::size_t one : resources) resource(library.resources[one], own);
  }

  /// The nodes that have notes, below what they stand under.
  void contents(const NoteLibrary& library) {
    out_ << wrap(words(library.head.title(library.head.language(tag_))), width_);
    std::size_t parent = 0;
    for (const Note* note : in_order(library)) {
      const Node& node = instrument_.nodes[note->node];
      if (node.parent != parent) {
        parent = node.parent;
        out_ << "\n" << wrap(words(instrument_.nodes[parent].title(language_)), width_);
      }
      out_ << wrap(words(node.title(language_)) + " [" + node.id + "]", width_, "  ");
    }
    out_ << "\n" << wrap(say(Phrase::learn_more, lang_), width_);
  }

  void glossary() {
    out_ << say(Phrase::glossary, lang_) << "\n";
    std::vector<std::size_t> order(instrument_.glossary.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto key = [&](std::size_t i) { return utf8::fold(instrument_.glossary[i].term(language_)); };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
    for (const std::size_t i : order) {
      const Term& term = instrument_.glossary[i];
      std::string forms;
      for (const std::string& form : forms_of(term, language_))
        forms += (forms.empty() ? "" : ", ") + words(form);
      const std::string also =
          forms.empty() ? "" : " (" + say(Phrase::glossary_forms, lang_, {{"forms", forms}}) + ")";
      out_ << "\n" << wrap(words(term.term(language_)) + also, width_);
      out_ << wrap(words(term.meaning(language_)), width_, "  ");
    }
  }

  void agenda(const document::AgendaInput& input) {
    out_ << wrap(document::agenda_title(input), width_);
    out_ << wrap(say(Phrase::agenda_how, lang_, {{"minutes", std::to_string(kHalfDay)}}), width_);
    if (input.agenda.sessions.empty()) out_ << "\n" << wrap(say(Phrase::agenda_empty, lang_), width_);
    int half_day = 0;
    int number = 0;
    for (const Session& session : input.agenda.sessions) {
      if (session.half_day != half_day) {
        half_day = session.half_day;
        out_ << "\n" << document::half_day_title(input, half_day) << "\n";
      }
      const Node& node = instrument_.nodes[session.node];
      const std::string first = fmt::format("{:>4}. {:>2} min  ", ++number, session.minutes);
      out_ << wrap(words(node.title(language_)) + " [" + node.id + "]", width_, first);
      out_ << wrap(document::reason(input, session), width_, std::string(first.size(), ' '));
    }
    nodes(Phrase::agenda_open, input.agenda.open, &input.scores);
    nodes(Phrase::agenda_top, input.agenda.at_top, nullptr);
  }

  /// Notes in the order of the questionnaire.
  std::vector<const Note*> in_order(const NoteLibrary& library) const {
    std::vector<const Note*> out;
    for (std::size_t node = 0; node < instrument_.nodes.size(); ++node) {
      if (const Note* note = library.of(node)) out.push_back(note);
    }
    return out;
  }

 private:
  std::string words(const std::string& text) const { return document::typeset(text, tag_); }

  void paragraph(Phrase heading, const std::string& text) {
    out_ << "\n" << say(heading, lang_) << "\n" << wrap(words(text), width_, "  ");
  }

  void list(Phrase heading, const std::vector<Prose>& items, std::size_t language) {
    if (items.empty()) return;
    out_ << "\n" << say(heading, lang_) << "\n";
    for (const Prose& one : items) out_ << wrap(words(one(language)), width_, "  - ");
  }

  void resource(const Resource& one, std::size_t language) {
    std::string source = words(one.publisher(language));
    if (one.year) source += ", " + std::to_string(*one.year);
    out_ << wrap(words(one.title(language)) + " (" + source + ")", width_, "  - ");
    out_ << wrap(words(one.what_for(language)), width_, "    ");
    if (!one.url.empty()) out_ << wrap(one.url, width_, "    ");
  }

  void nodes(Phrase heading, const std::vector<std::size_t>& nodes, const Scores* scores) {
    if (nodes.empty()) return;
    out_ << "\n" << wrap(say(heading, lang_), width_);
    for (const std::size_t one : nodes) {
      const Node& node = instrument_.nodes[one];
      const std::string state = scores == nullptr ? "" : " (" + say(scores->nodes[one].state, lang_) + ")";
      out_ << wrap(words(node.title(language_)) + " [" + node.id + "]" + state, width_, "  - ");
    }
  }

  std::ostream& out_;
  Lang lang_;
  std::string tag_;
  int width_;
  const Instrument& instrument_;
  std::size_t language_;
};

int run_agenda(Context& context, const LearnOptions& options) {
  std::vector<Diagnostic> diagnostics;
  const std::string tag(code_of(context.common.lang));
  Library library(context.environment, std::vector<std::string>{tag});
  const auto file = read_answers(library, options.answers, options.instrument, diagnostics);
  print_all(context, diagnostics, true);
  if (!file) return exit_of(diagnostics);
  const Instrument& instrument = *file->instrument;
  const Scores scores = score(instrument, file->assessment);
  const Agenda agenda = sextant::agenda(instrument, scores);
  const document::AgendaInput input{instrument, file->assessment,         scores,
                                    agenda,     instrument.language(tag), context.common.lang};
  if (options.json) {
    context.out << json::agenda(instrument, file->assessment, scores, agenda, input.language) << "\n";
  } else if (options.markdown) {
    context.out << markdown::render(document::agenda_document(input));
  } else {
    Teacher(context, instrument).agenda(input);
  }
  return exit_of(diagnostics);
}

/// The notes that ids ask for: of a node, or of the nodes below it. Unknown ids, and nodes without a note,
/// are reported.
std::vector<const Note*> find_notes(const std::vector<std::string>& ids, const Instrument& instrument,
                                    const std::vector<const Note*>& all, const std::string& notes_file,
                                    std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> known;
  for (std::size_t i = 1; i < instrument.nodes.size(); ++i) known.push_back(instrument.nodes[i].id);
  std::vector<const Note*> out;
  for (const std::string& id : ids) {
    const auto it = instrument.node_index.find(id);
    if (it == instrument.node_index.end()) {
      diagnostics.push_back(
          {Code::unknown_reference, instrument.nodes.front().file, {}, {{"id", id}}, nearest(id, known), {}});
      continue;
    }
    const std::size_t before = out.size();
    for (const Note* note : all) {
      if (instrument.below(note->node, it->second)) out.push_back(note);
    }
    if (out.size() == before) diagnostics.push_back({Code::no_note, notes_file, {}, {{"id", id}}, {}, {}});
  }
  return out;
}

}  // namespace

int run_learn(Context& context, const LearnOptions& options) {
  if (!options.answers.empty()) return run_agenda(context, options);
  std::vector<Diagnostic> diagnostics;
  const std::string tag(code_of(context.common.lang));
  Library library(context.environment, std::vector<std::string>{tag});
  const InstrumentPtr instrument =
      library.load(options.instrument.empty() ? "six-pillars" : options.instrument, diagnostics);
  std::optional<NoteLibrary> notes;
  if (instrument && !options.glossary)
    notes = read_notes(*instrument, {std::vector<std::string>{tag}, false}, diagnostics);
  if (!instrument || (!notes && !options.glossary)) {
    print_all(context, diagnostics, true);
    return exit_of(diagnostics);
  }
  Teacher teacher(context, *instrument);
  if (options.glossary) {
    if (options.json) {
      context.out << json::glossary(*instrument, instrument->language(tag)) << "\n";
    } else {
      teacher.glossary();
    }
  } else {
    const std::vector<const Note*> all = teacher.in_order(*notes);
    const std::vector<const Note*> asked =
        options.ids.empty() ? all
                            : find_notes(options.ids, *instrument, all, notes_file(*instrument), diagnostics);
    if (options.json) {
      context.out << json::notes(*instrument, *notes, asked, tag) << "\n";
    } else if (options.ids.empty()) {
      teacher.contents(*notes);
    } else {
      for (std::size_t i = 0; i < asked.size(); ++i) {
        if (i > 0) context.out << "\n" << std::string(40, '-') << "\n\n";
        teacher.note(*notes, *asked[i]);
      }
    }
  }
  print_all(context, diagnostics, true);
  return exit_of(diagnostics);
}

}  // namespace sextant::cli
