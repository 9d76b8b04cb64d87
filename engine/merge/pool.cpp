#include "engine/merge/pool.hpp"

#include <algorithm>

#include "engine/agreement/opinions.hpp"
#include "engine/assessment/answer_fields.hpp"

namespace sextant::merging {

using About = MergeConflict::About;

namespace {

bool is_blank(const Contribution& one) {
  Contribution none;
  none.respondent = one.respondent;
  return one == none;
}

/// A file of one respondent, whose everything is theirs.
bool is_respondents_file(const Assessment& file) {
  const bool kept = std::any_of(file.answers.begin(), file.answers.end(),
                                [](const Answer& answer) { return !answer.said.empty(); });
  return file.respondents.size() <= 1 && !kept && file.contributions.empty();
}

/// Whose file it is, where it is one respondent's.
Respondent respondent_of(const MergePart& part) {
  Respondent out;
  if (!part.file->respondents.empty()) out = part.file->respondents.front();
  if (out.id.empty()) out.id = part.name;
  return out;
}

Contribution beside_of(const Assessment& file) {
  return {"", file.vision, file.targets, file.priorities, file.feedback, file.notes};
}

/// What only the country's file says of a respondent whose own file is given too.
void complete(Respondent& known, const Respondent& more) {
  for (std::string Respondent::*field :
       {&Respondent::ministry, &Respondent::role, &Respondent::group, &Respondent::name}) {
    if ((known.*field).empty()) known.*field = more.*field;
  }
}

bool text_before(const std::string& a, const std::string& b) {
  return a < b;
}

bool is_start(const std::vector<Earlier>& start, const std::vector<Earlier>& all) {
  return start.size() <= all.size() && std::equal(start.begin(), start.end(), all.begin());
}

}  // namespace

bool Sheet::is_empty() const {
  return is_blank(beside) &&
         std::all_of(answers.begin(), answers.end(), [](const Answer& one) { return one == Answer(); });
}

Sheet Pool::blank() const {
  Sheet out;
  out.answers.resize(instrument_.questions.size());
  out.from.resize(instrument_.questions.size());
  return out;
}

void Pool::add_conflict(About about, const std::string& respondent, std::optional<std::size_t> question,
                        std::string key, std::size_t one, std::size_t other) {
  out_.conflicts.push_back({about, respondent, question, std::move(key), one, other});
}

void Pool::fill(std::string& into, const std::string& more, const MergeConflict& where) {
  if (into.empty()) into = more;
  if (!more.empty() && into != more) out_.conflicts.push_back(where);
}

void Pool::prefer(std::string& into, const std::string& more, const std::string& key) {
  if (more.empty() || into == more) return;
  if (!into.empty()) out_.remarks.push_back({key, std::min(into, more), std::max(into, more)});
  into = into.empty() ? more : std::min(into, more);
}

void Pool::prefer(LocalText& into, const LocalText& more, const std::string& key) {
  if (into == more || more.empty()) return;
  for (const auto& [language, words] : more) {
    const std::string tag = language;
    const auto it = std::find_if(into.begin(), into.end(), [&](const auto& one) { return one.first == tag; });
    if (it == into.end()) {
      into.emplace_back(language, words);
    } else {
      prefer(it->second, words, key);
    }
  }
  std::sort(into.begin(), into.end());
}

Pool::Person& Pool::person(const Respondent& who, std::size_t part) {
  const auto [it, is_new] = people_.try_emplace(who.id, Person{who, part, blank()});
  Person& out = it->second;
  if (is_new) return out;
  const auto fill_in = [&](std::string& into, const std::string& more, const char* key) {
    fill(into, more, {About::respondent, who.id, {}, key, out.from, part});
  };
  fill_in(out.who.ministry, who.ministry, "ministry");
  fill_in(out.who.role, who.role, "role");
  fill_in(out.who.group, who.group, "group");
  fill_in(out.who.name, who.name, "name");
  return out;
}

void Pool::add_answer(Sheet& sheet, const std::string& respondent, std::size_t question, Answer more,
                      std::size_t part) {
  const bool country = &sheet == (country_ ? &*country_ : nullptr);
  more.said.clear();
  more.disputed.reset();
  if (!country) more.respondent.clear();
  Answer& into = sheet.answers[question];
  const std::size_t from = sheet.from[question];
  if (into == Answer()) sheet.from[question] = part;
  const Question& asked = instrument_.questions[question];
  if (more.state != AnswerState::unanswered) {
    if (into.state == AnswerState::unanswered) {
      set_value(into, more);
      sheet.from[question] = part;
    } else if (!same_value(asked, into, more)) {
      add_conflict(country ? About::country : About::answer, respondent, question, "value", from, part);
    } else if (more.written < into.written) {
      set_value(into, more);
    }
  }
  const auto fill_in = [&](std::string& text, const std::string& other, const char* key) {
    fill(text, other, {country ? About::country : About::detail, respondent, question, key, from, part});
  };
  fill_in(into.because, more.because, "because");
  fill_in(into.confidence, more.confidence, "confidence");
  fill_in(into.respondent, more.respondent, "respondent");
  fill_in(into.owner, more.owner, "owner");
  fill_in(into.feedback, more.feedback, "feedback");
  into.date = std::max(into.date, more.date);
  into.evidence = united(std::move(into.evidence), more.evidence, evidence_before);
  if (is_start(into.history, more.history)) {
    into.history = more.history;
  } else if (!is_start(more.history, into.history)) {
    add_conflict(country ? About::country : About::detail, respondent, question, "history", from, part);
  }
}

void Pool::add_beside(Sheet& sheet, const std::string& respondent, const Contribution& more,
                      std::size_t part) {
  const bool country = respondent.empty();
  Contribution& into = sheet.beside;
  const std::size_t from = sheet.beside_from;
  if (is_blank(into)) sheet.beside_from = part;
  const About about = country ? About::country : About::detail;
  fill(into.vision.purpose, more.vision.purpose, {about, respondent, {}, "vision", from, part});
  fill(into.notes, more.notes, {about, respondent, {}, "notes", from, part});
  into.vision.priorities = united(std::move(into.vision.priorities), more.vision.priorities, text_before);
  into.vision.outcomes = united(std::move(into.vision.outcomes), more.vision.outcomes, text_before);
  into.vision.principles = united(std::move(into.vision.principles), more.vision.principles, text_before);
  for (const Target& target : more.targets) {
    const auto it = std::find_if(into.targets.begin(), into.targets.end(),
                                 [&](const Target& one) { return one.node == target.node; });
    if (it == into.targets.end()) {
      into.targets.push_back(target);
    } else if (it->level != target.level) {
      add_conflict(about, respondent, {}, "targets", from, part);
    }
  }
  std::sort(into.targets.begin(), into.targets.end(),
            [](const Target& a, const Target& b) { return a.node < b.node; });
  if (into.priorities.empty()) into.priorities = more.priorities;
  if (!more.priorities.empty() && into.priorities != more.priorities)
    add_conflict(about, respondent, {}, "priorities", from, part);
  for (const Feedback& topic : more.feedback) {
    const auto it = std::find_if(into.feedback.begin(), into.feedback.end(),
                                 [&](const Feedback& one) { return one.topic == topic.topic; });
    if (it == into.feedback.end()) {
      into.feedback.push_back(topic);
    } else {
      it->texts = united(std::move(it->texts), topic.texts, text_before);
    }
  }
  std::sort(into.feedback.begin(), into.feedback.end(), answers::feedback_before);
}

void Pool::take(const MergePart& part, std::size_t index) {
  take_head(*part.file, index);
  if (part.earlier) {
    for (const auto& [id, person] : people_) present_.insert(id);
  }
  const Respondent who = respondent_of(part);
  if (!is_respondents_file(*part.file)) {
    take_country_file(part, index);
  } else if (part.earlier && present_.count(who.id) > 0) {
    complete(people_.at(who.id).who, who);
    take_earlier_of_one(part, people_.at(who.id).sheet, index);
  } else if (part.earlier && part.file->respondents.empty()) {
    // A country's file that names nobody is the country's own.
    take_country_file(part, index);
  } else {
    take_respondents_file(part, who, index);
  }
  take_decisions(*part.file, index);
}

/// What describes the unit and the round; and the plan, which is the country's in whatever file it stands.
void Pool::take_head(const Assessment& file, std::size_t index) {
  if (head_ && !file.plan.empty()) {
    if (head_->plan.empty()) {
      head_->plan = file.plan;
      plan_from_ = index;
    } else if (!(head_->plan == file.plan)) {
      add_conflict(About::country, "", {}, "plan", plan_from_, index);
    }
  }
  if (!head_) {
    head_.emplace();
    head_->edition = file.edition;
    head_->instrument_version = file.instrument_version;
    head_->instrument_file = file.instrument_file;
    head_->unit = file.unit;
    head_->round = file.round;
    head_->language = file.language;
    head_->plan = file.plan;
    plan_from_ = index;
    return;
  }
  Unit& unit = head_->unit;
  prefer(unit.iso, file.unit.iso, "unit.iso");
  prefer(unit.kind, file.unit.kind, "unit.kind");
  prefer(unit.group, file.unit.group, "unit.group");
  prefer(unit.name, file.unit.name, "unit.name");
  unit.aliases = united(std::move(unit.aliases), file.unit.aliases, text_before);
  head_->round.date = std::max(head_->round.date, file.round.date);
  prefer(head_->round.name, file.round.name, "round.name");
  head_->round.closed = head_->round.closed || file.round.closed;
  prefer(head_->language, file.language, "language");
  if (head_->instrument_version.empty()) head_->instrument_version = file.instrument_version;
}

void Pool::take_respondents_file(const MergePart& part, const Respondent& who, std::size_t index) {
  const bool nobody = part.file->respondents.empty() && is_blank(beside_of(*part.file)) &&
                      std::all_of(part.file->answers.begin(), part.file->answers.end(),
                                  [](const Answer& one) { return one == Answer(); });
  if (nobody) return;
  Sheet& sheet = person(who, index).sheet;
  for (std::size_t q = 0; q < part.file->answers.size(); ++q)
    add_answer(sheet, who.id, q, part.file->answers[q], index);
  add_beside(sheet, who.id, beside_of(*part.file), index);
}

void Pool::take_country_file(const MergePart& part, std::size_t index) {
  const Assessment& file = *part.file;
  const auto gives_way = [&](const std::string& respondent) { return present_.count(respondent) > 0; };
  for (const Respondent& who : file.respondents) {
    if (gives_way(who.id)) {
      complete(people_.at(who.id).who, who);
    } else {
      person(who, index);
    }
  }
  const auto add = [&](const std::string& respondent, std::size_t question, const Answer& answer) {
    if (gives_way(respondent)) return;
    add_answer(people_.at(respondent).sheet, respondent, question, answer, index);
  };
  for (std::size_t q = 0; q < file.answers.size(); ++q) {
    const Answer& answer = file.answers[q];
    for (const Said& said : answer.said) add(said.respondent, q, said.answer);
    if (answer.said.empty() && !answer.respondent.empty()) add(answer.respondent, q, answer);
  }
  for (const Contribution& one : file.contributions) {
    if (!gives_way(one.respondent)) add_beside(people_.at(one.respondent).sheet, one.respondent, one, index);
  }
  take_own(file, index);
}

/// What an answer that a person wrote into the country's file says beyond the file of its respondent.
Answer Pool::beyond_own_file(const std::string& who, const Sheet& known, std::size_t q, Answer answer,
                             bool decided, std::size_t index) {
  answer.respondent.clear();
  const Question& question = instrument_.questions[q];
  const Answer& now = known.answers[q];
  const bool both = answer.state != AnswerState::unanswered && now.state != AnswerState::unanswered;
  if (both && !decided && !same_value(question, answer, now)) {
    add_conflict(About::answer, who, q, "value", known.from[q], index);
    return {};
  }
  Answer out = beyond(question, std::move(answer), now);
  if (decided) set_value(out, Answer());
  return out;
}

/// The country's file as it stood with one respondent, whose own file is among the others now. It does not
/// tell who wrote what it says beyond that file: the country keeps it, and where it says another thing nobody
/// but people can tell which holds.
void Pool::take_earlier_of_one(const MergePart& part, const Sheet& known, std::size_t index) {
  const Respondent who = respondent_of(part);
  const std::vector<bool> decided = decided_in(instrument_, *part.file);
  Sheet own = blank();
  MergeOwn kept{index, who.id, {}};
  for (std::size_t q = 0; q < part.file->answers.size(); ++q) {
    own.answers[q] = beyond_own_file(who.id, known, q, part.file->answers[q], decided[q], index);
    if (!(own.answers[q] == Answer())) kept.what.push_back(instrument_.questions[q].id);
  }
  own.beside = beyond(beside_of(*part.file), known.beside);
  const auto keep = [&](const char* key, bool any) {
    if (any) kept.what.emplace_back(key);
  };
  keep("vision", !(own.beside.vision == Vision()));
  keep("targets", !own.beside.targets.empty());
  keep("priorities", !own.beside.priorities.empty());
  keep("feedback", !own.beside.feedback.empty());
  keep("notes", !own.beside.notes.empty());
  add_own(own, index);
  if (!kept.what.empty()) out_.own.push_back(std::move(kept));
}

/// What stands in a country's file and does not follow from what its respondents said.
void Pool::take_own(const Assessment& file, std::size_t index) {
  const std::vector<bool> decided = decided_in(instrument_, file);
  Sheet own = blank();
  std::map<std::string, std::vector<std::string>> kept;
  for (std::size_t q = 0; q < file.answers.size(); ++q) {
    Answer answer = file.answers[q];
    const std::string& who = answer.respondent;
    if (answer.said.empty() && !who.empty()) {
      // Where a respondent's own file is not there, it is taken as theirs.
      if (present_.count(who) == 0) continue;
      own.answers[q] = beyond_own_file(who, people_.at(who).sheet, q, answer, decided[q], index);
      if (!(own.answers[q] == Answer())) kept[who].push_back(instrument_.questions[q].id);
      continue;
    }
    std::vector<Said> said = std::move(answer.said);
    answer.said.clear();
    std::sort(said.begin(), said.end(),
              [](const Said& a, const Said& b) { return a.respondent < b.respondent; });
    const Question& question = instrument_.questions[q];
    own.answers[q] = beyond(question, std::move(answer), common_with_details(question, said));
    if (decided[q]) set_value(own.answers[q], Answer());
  }
  std::vector<Contribution> sorted = file.contributions;
  std::sort(sorted.begin(), sorted.end(),
            [](const Contribution& a, const Contribution& b) { return a.respondent < b.respondent; });
  std::vector<const Contribution*> all;
  for (const Contribution& one : sorted) all.push_back(&one);
  own.beside = beyond(beside_of(file), common_beside(all));
  add_own(own, index);
  for (auto& [who, what] : kept) out_.own.push_back({index, who, std::move(what)});
}

void Pool::add_own(const Sheet& own, std::size_t index) {
  if (own.is_empty()) return;
  if (!country_) country_ = blank();
  for (std::size_t q = 0; q < own.answers.size(); ++q) add_answer(*country_, "", q, own.answers[q], index);
  add_beside(*country_, "", own.beside, index);
}

void Pool::take_decisions(const Assessment& file, std::size_t index) {
  for (const Decision& decision : file.decisions) {
    Settled more{decision, {}, index};
    set_value(more.answer, file.answers[decision.question]);
    const Question& question = instrument_.questions[decision.question];
    bool known = false;
    for (Settled& one : settled_) {
      if (one.decision.question != decision.question) continue;
      if (!same_value(question, one.answer, more.answer)) {
        add_conflict(About::decision, "", decision.question, "value", one.from, index);
      } else if (more.answer.written != one.answer.written) {
        // 2 and 2.0 are the same number.
        set_value(more.answer.written < one.answer.written ? one.answer : more.answer,
                  more.answer.written < one.answer.written ? more.answer : one.answer);
      }
      known = known || one.decision == decision;
    }
    if (!known) settled_.push_back(std::move(more));
  }
}

}  // namespace sextant::merging
