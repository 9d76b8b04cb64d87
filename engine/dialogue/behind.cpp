#include "engine/dialogue/behind.hpp"

#include "engine/dialogue/words.hpp"

namespace sextant::dialogue {

namespace {

int grade_by_default(const Evidence& one) {
  return one.where.empty() && one.year.empty() ? 1 : 2;
}

void take_note(Answer& answer, const std::string& line, Lang lang, Reply& reply) {
  if (line.empty()) return;
  const std::string note = line == "-" ? "" : line;
  reply.changed = answer.because != note;
  answer.because = note;
  reply.lines.push_back({"", say(lang, note.empty() ? words::kNoteGone : words::kNoteKept)});
}

void take_title(State& state, Answer& answer, const std::string& line, Reply& reply) {
  state.asking = Asking::value;
  if (line.empty()) return;
  if (line == "-") {
    if (answer.evidence.empty()) {
      reply.lines.push_back({"", say(state.lang, words::kNoSource)});
      return;
    }
    reply.lines.push_back({say(state.lang, words::kSourceGone), answer.evidence.back().title});
    answer.evidence.pop_back();
    reply.changed = true;
    return;
  }
  Evidence one;
  one.title = line;
  one.grade = grade_by_default(one);
  reply.lines.push_back({say(state.lang, words::kSourceKept), one.title});
  answer.evidence.push_back(std::move(one));
  reply.changed = true;
  state.asking = Asking::source_year;
}

void take_grade(State& state, Evidence& source, const std::string& line, Reply& reply) {
  const bool digit = line.size() == 1 && line[0] >= '0' && line[0] <= '4';
  if (!line.empty() && !digit) {
    reply.lines.push_back({"", say(state.lang, words::kGradeNeeded)});
    return;
  }
  state.asking = Asking::value;
  const int grade = digit ? line[0] - '0' : source.grade;
  reply.changed = source.grade != grade;
  source.grade = grade;
}

}  // namespace

void ask_below(const State& state, std::vector<Line>& lines) {
  const Answer& answer = state.assessment.answers[*state.at];
  const auto ask = [&](Bilingual text, const Args& args = {}) {
    lines.push_back({"", say(state.lang, text, args)});
  };
  switch (state.asking) {
    case Asking::note:
      if (!answer.because.empty()) lines.push_back({say(state.lang, words::kNote), answer.because});
      return ask(words::kAskNote);
    case Asking::owner:
      return ask(words::kAskOwner);
    case Asking::reason:
      return ask(words::kAskReason, {{"date", answer.history.back().date}});
    case Asking::source:
      return ask(words::kAskSource);
    case Asking::source_year:
      return ask(words::kAskYear);
    case Asking::source_where:
      return ask(words::kAskWhere);
    case Asking::source_grade:
      return ask(words::kAskGrade, {{"grade", std::to_string(answer.evidence.back().grade)}});
    case Asking::value:
      return;
  }
}

void take_below(State& state, const std::string& line, Reply& reply) {
  Answer& answer = state.assessment.answers[*state.at];
  const Asking asked = state.asking;
  if (line == "<") {
    state.asking = Asking::value;
    return;
  }
  switch (asked) {
    case Asking::note:
      state.asking = Asking::value;
      return take_note(answer, line, state.lang, reply);
    case Asking::owner:
      state.asking = Asking::value;
      if (!line.empty()) {
        reply.changed = reply.changed || answer.owner != line;
        answer.owner = line == "-" ? "" : line;
        if (!answer.owner.empty()) reply.lines.push_back({say(state.lang, words::kOwner), answer.owner});
      }
      return;
    case Asking::reason:
      state.asking = Asking::value;
      if (!line.empty()) {
        reply.changed = true;
        answer.history.back().reason = line;
        reply.lines.push_back({say(state.lang, words::kReason), line});
      }
      return;
    case Asking::source:
      take_title(state, answer, line, reply);
      break;
    case Asking::source_year:
    case Asking::source_where: {
      Evidence& source = answer.evidence.back();
      (asked == Asking::source_year ? source.year : source.where) = line;
      reply.changed = !line.empty();
      source.grade = grade_by_default(source);
      state.asking = asked == Asking::source_year ? Asking::source_where : Asking::source_grade;
      break;
    }
    case Asking::source_grade:
      take_grade(state, answer.evidence.back(), line, reply);
      break;
    case Asking::value:
      return;
  }
  if (state.asking != Asking::value) ask_below(state, reply.lines);
}

}  // namespace sextant::dialogue
