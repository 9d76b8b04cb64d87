#include "engine/dialogue/dialogue.hpp"

#include <algorithm>

#include "engine/assessment/answer_words.hpp"
#include "engine/dialogue/behind.hpp"
#include "engine/dialogue/change.hpp"
#include "engine/dialogue/keying.hpp"
#include "engine/dialogue/show.hpp"
#include "engine/dialogue/value.hpp"
#include "engine/dialogue/words.hpp"
#include "engine/exchange/meaning.hpp"
#include "engine/text/utf8.hpp"

namespace sextant::dialogue {

namespace {

/// A key alone on its line, or one that is followed by what it is about.
struct Command {
  char key = 0;
  std::string about;
};

/// Capitals are as good. Before an answer in somebody's own words, only keys that stand alone are keys, and
/// `g` with one word.
std::optional<Command> command(const std::string& line, bool own_words) {
  constexpr std::string_view kKeys = "<ne?sda-glpq";
  constexpr std::string_view kWithMore = "nedg";
  if (line.empty()) return std::nullopt;
  const char key = line[0] >= 'A' && line[0] <= 'Z' ? static_cast<char>(line[0] - 'A' + 'a') : line[0];
  if (kKeys.find(key) == std::string_view::npos) return std::nullopt;
  if (line.size() == 1) return Command{key, {}};
  if (line[1] != ' ') return std::nullopt;
  std::string about = line.substr(line.find_first_not_of(' ', 1));
  const bool word = about.find(' ') == std::string::npos;
  if (own_words && (key != 'g' || !word)) return std::nullopt;
  if (kWithMore.find(key) == std::string_view::npos) return std::nullopt;
  return Command{key, std::move(about)};
}

/// A key as a word, in either language, for lines that are no answer: "ne sait pas", "quit".
std::optional<Command> spelled_out(const std::string& line) {
  const std::string word = exchange::plain(line);
  const std::vector<std::string> state = exchange::states().find(line);
  if (state == std::vector<std::string>{"dont_know"}) return Command{'d', {}};
  if (state == std::vector<std::string>{"not_applicable"}) return Command{'a', {}};
  if (word == "help" || word == "aide") return Command{'?', {}};
  if (word == "quit" || word == "quitter") return Command{'q', {}};
  return std::nullopt;
}

/// One step: a line, and what comes of it.
class Step {
 public:
  Step(const Setup& setup, State& state) : setup_(setup), state_(state), instrument_(*setup.instrument) {}

  Reply take(const std::string& line) {
    if (setup_.keying) {
      keying(line);
    } else if (state_.asking != Asking::value) {
      if (!below(line)) show();
    } else {
      value(line);
    }
    return std::move(reply_);
  }

 private:
  const Question& question() const { return instrument_.questions[*state_.at]; }
  Answer& answer() { return state_.assessment.answers[*state_.at]; }
  void print(Bilingual text, const Args& args = {}) {
    reply_.lines.push_back({"", say(state_.lang, text, args)});
  }
  void show() { show_question(setup_, state_, reply_.lines); }

  void go(std::optional<std::size_t> question) {
    state_.at = question;
    state_.asking = Asking::value;
    show();
  }

  /// To the next question that is asked, or behind the last.
  void forward() {
    std::optional<std::size_t> next;
    for (const std::size_t q : to_ask(setup_, state_.assessment)) {
      if (!next && state_.at && q > *state_.at) next = q;
    }
    go(next);
  }

  void back() {
    std::optional<std::size_t> before;
    for (const std::size_t q : to_ask(setup_, state_.assessment)) {
      if (!state_.at || q < *state_.at) before = q;
    }
    if (before) return go(before);
    print(words::kFirst);
  }

  void switch_language() {
    state_.lang = state_.lang == Lang::fr ? Lang::en : Lang::fr;
    print(words::kLanguage);
  }

  /// A note, an owner, a source: whether that goes on.
  bool below(const std::string& line) {
    if (line == "q" || line == "Q") {
      reply_.quit = true;
      return true;
    }
    if (line == "l" || line == "L") {
      switch_language();
      ask_below(state_, reply_.lines);
      return true;
    }
    if (line == "?") {
      print(words::kSubHelp);
      ask_below(state_, reply_.lines);
      return true;
    }
    return text_below(line);
  }

  bool text_below(const std::string& line) {
    const Asking asked = state_.asking;
    take_below(state_, line, reply_);
    if (state_.asking != Asking::value) return true;
    // After "don't know" and a change the next question comes; a note stays with its answer.
    const bool goes_on = asked == Asking::owner || asked == Asking::reason;
    if (!goes_on || line == "<") return false;
    forward();
    return true;
  }

  void keying(const std::string& line) {
    const auto key = command(line, true);
    const bool mark = (key && (key->key == 'd' || key->key == 'a' || key->key == '-')) ||
                      (state_.at && is_mark(instrument_, question(), line));
    if (line.empty()) {
      show_keying(setup_, state_, reply_.lines);
    } else if (key && !mark) {
      everywhere(*key);
    } else {
      key_in(setup_, state_, line, reply_);
    }
  }

  /// Keys that do the same wherever it stands.
  void everywhere(const Command& key) {
    switch (key.key) {
      case 'q':
        reply_.quit = true;
        return;
      case '?':
        show_help(setup_, state_, reply_.lines);
        return;
      case 'p':
        show_progress(setup_, state_, reply_.lines);
        return;
      case 'l':
        switch_language();
        return again();
      case '<':
        return setup_.keying ? key_back(setup_, state_, reply_) : back();
      case 'g':
        return go_to(key.about);
      default:
        print(setup_.keying ? words::kKeyingNoSuchKey : words::kNotUnderstoodHere,
              {{"key", std::string(1, key.key)}, {"line", std::string(1, key.key)}});
    }
  }

  void again() { setup_.keying ? show_keying(setup_, state_, reply_.lines) : show(); }

  void go_to(const std::string& name) {
    if (name.empty()) return print(words::kGoNeedsId);
    const auto found = find_question(setup_, state_, name, reply_.lines);
    if (!found) return;
    state_.at = found;
    again();
  }

  void value(const std::string& line) {
    const bool own_words = state_.at && question().type == QuestionType::text;
    const bool mark = state_.at && is_mark(instrument_, question(), line);
    const auto key = mark ? std::nullopt : command(line, own_words);
    if (line.empty()) return keep();
    if (key) return by_key(*key);
    if (!state_.at) return print(words::kNotUnderstoodHere, {{"line", shown(line)}});
    if (is_merged(state_.assessment, *state_.at)) return print(words::kMerged);
    const Understood understood = understand(instrument_, question(), answer(), line, state_.lang);
    if (!understood.answer) {
      if (const auto word = spelled_out(line)) return by_key(*word);
      reply_.lines.push_back({"", understood.problem});
      return;
    }
    put(*understood.answer);
    const std::size_t open = open_rows(question(), answer());
    // Row by row, the next one is asked for; a whole line says what it leaves out.
    const bool by_row = open > 0 && line.find('=') != std::string::npos;
    if (open > 0) {
      print(words::kRowsOpen,
            {{"open", std::to_string(open)}, {"count", std::to_string(question().options.size())}});
    }
    if (by_row) return print(words::kRowsGoOn);
    go_on();
  }

  /// To the next question, or first to the reason why an answer of another day has changed.
  void go_on() { revised_ ? ask(Asking::reason, "") : forward(); }

  void keep() {
    if (!state_.at) return go(progress(setup_, state_.assessment, {}).next);
    if (answer().state == AnswerState::unanswered) return print(words::kNothingToKeep);
    forward();
  }

  void by_key(const Command& key) {
    const bool of_a_question = std::string_view("neda-s").find(key.key) != std::string_view::npos;
    if (!of_a_question) return everywhere(key);
    if (!state_.at) return print(words::kNotUnderstoodHere, {{"line", std::string(1, key.key)}});
    switch (key.key) {
      case 's':
        if (answer().state == AnswerState::unanswered) print(words::kSkipped);
        return forward();
      case 'n':
        return ask(Asking::note, key.about);
      case 'e':
        return ask(Asking::source, key.about);
      default:
        return state_key(key);
    }
  }

  void ask(Asking what, const std::string& about) {
    state_.asking = what;
    if (about.empty()) return ask_below(state_, reply_.lines);
    if (!text_below(about)) show();
  }

  void state_key(const Command& key) {
    if (is_merged(state_.assessment, *state_.at)) return print(words::kMerged);
    if (key.key == 'a') {
      if (!question().not_applicable) return print(words::kNoNotApplicable);
      put(only(AnswerState::not_applicable));
      return go_on();
    }
    if (key.key == 'd') {
      put(only(AnswerState::dont_know));
      return ask(Asking::owner, key.about);
    }
    if (answer().state == AnswerState::unanswered) return print(words::kNothingTakenBack);
    put(Answer());
    print(words::kTakenBack);
  }

  void put(const Answer& given) {
    const std::vector<std::size_t> before = to_ask(setup_, state_.assessment);
    const std::size_t revisions = answer().history.size();
    reply_.changed = put_answer(question(), answer(), given);
    revised_ = answer().history.size() > revisions;
    if (answer().state != AnswerState::unanswered) {
      reply_.lines.push_back(
          {std::string(words::kTaken(state_.lang)),
           answer_words(instrument_, question(), answer(), language_of(setup_, state_), state_.lang)});
    }
    const std::vector<std::size_t> after = to_ask(setup_, state_.assessment);
    named(words::kOpens, after, before, false);
    named(words::kCloses, before, after, true);
  }

  /// The questions of one list that are not in the other; with `filled`, only those with an answer.
  void named(Bilingual text, const std::vector<std::size_t>& these, const std::vector<std::size_t>& those,
             bool filled) {
    std::vector<std::string> ids;
    for (const std::size_t q : these) {
      const bool there = std::find(those.begin(), those.end(), q) != those.end();
      const bool empty = state_.assessment.answers[q].state == AnswerState::unanswered;
      if (!there && !(filled && empty)) ids.push_back(instrument_.questions[q].id);
    }
    if (!ids.empty()) print(text, {{"ids", listed(ids)}});
  }

  const Setup& setup_;
  State& state_;
  const Instrument& instrument_;
  Reply reply_;
  bool revised_ = false;  ///< an answer of another day went to its question's history
};

}  // namespace

State start(const Setup& setup, Assessment assessment, Lang lang) {
  State state;
  state.assessment = std::move(assessment);
  state.lang = lang;
  if (!setup.keying) {
    state.at = progress(setup, state.assessment, {}).next;
    return state;
  }
  for (const std::size_t q : on_paper(setup, state.assessment)) {
    if (!state.at && state.assessment.answers[q].state == AnswerState::unanswered) state.at = q;
  }
  return state;
}

Reply open(const Setup& setup, const State& state) {
  Reply reply;
  reply.lines.push_back({"", setup.instrument->title(language_of(setup, state))});
  reply.lines.push_back({"", standing(setup, state)});
  reply.lines.push_back(
      {"", std::string(setup.keying ? words::kKeyingShort(state.lang) : words::kKeysShort(state.lang))});
  if (setup.keying) {
    show_keying(setup, state, reply.lines);
  } else {
    show_question(setup, state, reply.lines);
  }
  return reply;
}

Reply step(const Setup& setup, State& state, std::string_view line) {
  constexpr std::size_t kLongest = 1U << 16U;
  const Lang lang = state.lang;
  if (line.size() > kLongest) return {{{"", std::string(words::kTooLong(lang))}}, false, false};
  const auto text = clean(line);
  if (!text) {
    const Bilingual why = utf8::first_invalid(line) ? words::kNotUtf8 : words::kNoText;
    return {{{"", std::string(why(lang))}}, false, false};
  }
  return Step(setup, state).take(*text);
}

std::string prompt(const Setup& setup, const State& state) {
  const auto word = [&](Bilingual text) { return std::string(text(state.lang)) + " > "; };
  switch (state.asking) {
    case Asking::note:
      return word(words::kPromptNote);
    case Asking::owner:
      return word(words::kPromptOwner);
    case Asking::reason:
      return word(words::kPromptReason);
    case Asking::source:
      return word(words::kPromptSource);
    case Asking::source_year:
      return word(words::kPromptYear);
    case Asking::source_where:
      return word(words::kPromptWhere);
    case Asking::source_grade:
      return word(words::kPromptGrade);
    case Asking::value:
      break;
  }
  if (setup.keying) return word(words::kPromptKeying);
  return (state.at ? setup.instrument->questions[*state.at].id : std::string(words::kEndNow(state.lang))) +
         " > ";
}

}  // namespace sextant::dialogue
