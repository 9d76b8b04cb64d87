#include <algorithm>
#include <unordered_set>

#include "engine/agreement/opinions.hpp"
#include "engine/assessment/answer_fields.hpp"
#include "engine/assessment/assessment.hpp"
#include "engine/assessment/groups.hpp"
#include "engine/syntax/fields.hpp"
#include "engine/text/digest.hpp"

namespace sextant {

using namespace answers;

std::string text_for(const LocalText& text, std::string_view language) {
  for (const std::string_view wanted :
       {language, language.substr(0, language.find('-')), std::string_view()}) {
    for (const auto& [tag, words] : text) {
      if (tag == wanted) return words;
    }
  }
  return text.empty() ? std::string() : text.front().second;
}

std::string Unit::label(std::string_view language) const {
  const std::string text = text_for(name, language);
  return text.empty() ? id : text;
}

namespace {

LocalText load_local(Fields& fields, std::string_view key, Sink& sink) {
  LocalText out;
  const Tree* tree = fields.get(key);
  if (tree == nullptr) return out;
  if (!tree->is_map()) {
    out.emplace_back("", scalar_text(*tree, sink));
    return out;
  }
  for (const TreeEntry& entry : tree->entries) out.emplace_back(entry.key, scalar_text(entry.value, sink));
  return out;
}

Unit load_unit(Fields& top, Sink& sink) {
  Unit unit;
  const Tree* tree = top.need("unit");
  if (tree == nullptr) return unit;
  Fields fields(*tree, sink);
  unit.id = fields.need_text("id");
  if (!unit.id.empty()) check_unit_id(unit.id, fields.at("id"), sink);
  unit.iso = fields.text("iso");
  unit.kind = fields.text("kind");
  unit.group = fields.text("group");
  unit.name = load_local(fields, "name", sink);
  unit.aliases = fields.words("aliases");
  fields.finish();
  return unit;
}

Round load_round(Fields& top, Sink& sink) {
  Round round;
  const Tree* tree = top.get("round");
  if (tree == nullptr) return round;
  Fields fields(*tree, sink);
  round.id = fields.text("id");
  round.date = load_date(fields, "date", sink);
  round.name = load_local(fields, "name", sink);
  round.closed = fields.yes_no("closed", false);
  fields.finish();
  return round;
}

std::vector<Respondent> load_respondents(Fields& top, const Instrument& instrument, Sink& sink) {
  std::vector<Respondent> out;
  std::vector<Span> groups;
  std::unordered_set<std::string> ids;
  for (const Tree& tree : top.list("respondents")) {
    Fields fields(tree, sink);
    Respondent one;
    one.id = fields.need_text("id");
    one.ministry = fields.text("ministry");
    one.role = fields.text("role");
    one.group = fields.text("group");
    one.name = fields.text("name");
    fields.finish();
    if (!ids.insert(one.id).second)
      sink.add(Code::duplicate_respondent, fields.at("id"), {{"id", shown(one.id)}});
    groups.push_back(fields.at("group"));
    out.push_back(std::move(one));
  }
  check_groups(out, groups, instrument, sink);
  return out;
}

void load_all_answers(Fields& top, const Instrument& instrument, Assessment& out, Sink& sink) {
  std::vector<std::string> known;
  for (const Question& question : instrument.questions) known.push_back(question.id);
  out.answers.resize(instrument.questions.size());
  constexpr int kSuggestions = 100;  // looking for what was meant takes time
  constexpr int kMost = 1000;        // answers to another questionnaire say enough with these
  int unknown = 0;
  for (const TreeEntry& entry : top.map("answers")) {
    const auto it = instrument.question_index.find(entry.key);
    if (it == instrument.question_index.end()) {
      if (++unknown > kMost) continue;
      sink.add(Code::unknown_question, entry.key_at,
               {{"id", shown(entry.key)}, {"instrument", instrument.id}},
               unknown <= kSuggestions ? nearest(entry.key, known) : std::string());
      continue;
    }
    const Question& question = instrument.questions[it->second];
    const bool is_long = entry.value.is_map() &&
                         (question.type != QuestionType::grid || entry.value.find("value") != nullptr ||
                          entry.value.find("state") != nullptr);
    out.answers[it->second] = is_long
                                  ? load_long_answer(entry.value, question, instrument, out.respondents, sink)
                                  : read_value(entry.value, question, instrument, sink);
  }
}

/// `{question, value, reason, date}`: the value is the answer, where none stands there.
void load_decisions(Fields& top, const Instrument& instrument, Assessment& out, Sink& sink) {
  std::vector<std::string> known;
  for (const Question& question : instrument.questions) known.push_back(question.id);
  for (const Tree& tree : top.list("decisions")) {
    Fields fields(tree, sink);
    if (!fields.is_map()) continue;
    const std::string id = fields.need_text("question");
    const auto it = instrument.question_index.find(id);
    const Tree* value = fields.need("value");
    Decision one;
    one.reason = fields.need_text("reason");
    one.date = load_date(fields, "date", sink);
    if (it == instrument.question_index.end()) {
      if (!id.empty()) {
        sink.add(Code::unknown_question, fields.at("question"),
                 {{"id", shown(id)}, {"instrument", instrument.id}}, nearest(id, known));
      }
    } else if (value != nullptr) {
      one.question = it->second;
      Answer& answer = out.answers[one.question];
      const Answer decided = read_value(*value, instrument.questions[one.question], instrument, sink);
      const bool same = same_value(instrument.questions[one.question], answer, decided);
      if (answer.state != AnswerState::unanswered && !same) {
        sink.add(Code::decision_differs, value->at, {{"id", id}});
      } else if (answer.state == AnswerState::unanswered) {
        set_value(answer, decided);
      }
      out.decisions.push_back(std::move(one));
    }
    fields.finish();
  }
}

void load_edition(Fields& top, const Instrument& instrument, Assessment& out, Sink& sink) {
  const std::string id = top.text("edition");
  if (id.empty()) return;
  std::vector<std::string> known;
  for (std::size_t i = 0; i < instrument.editions.size(); ++i) {
    if (instrument.editions[i].id == id) out.edition = i;
    known.push_back(instrument.editions[i].id);
  }
  if (!out.edition) sink.add(Code::unknown_edition, top.at("edition"), {{"id", id}}, nearest(id, known));
}

}  // namespace

Checked<InstrumentName> instrument_name(const Tree& tree, const Source& source) {
  Sink sink(source);
  if (!is_of_kind(tree, "answers/1", sink)) return {std::nullopt, sink.take()};
  InstrumentName out;
  const Tree* value = tree.find("instrument");
  if (value == nullptr || value->is_null()) {
    sink.add(Code::missing_key, tree.at, {{"key", "instrument"}});
  } else if (value->is_scalar()) {
    out.id = value->text;
  } else {
    Fields fields(*value, sink);
    out.id = fields.need_text("id");
    out.version = fields.text("version");
    out.file = fields.text("file");
    fields.finish();
  }
  if (value != nullptr) out.at = value->at;
  if (sink.has_errors()) return {std::nullopt, sink.take()};
  return {std::move(out), sink.take()};
}

Checked<Assessment> load_answers(const Tree& tree, const Source& source, const Instrument& instrument) {
  Sink sink(source);
  if (!is_of_kind(tree, "answers/1", sink)) return {std::nullopt, sink.take()};
  Fields top(tree, sink);
  Assessment out;
  top.choice("sextant", {"answers/1"});
  top.need("sextant");
  top.get("instrument");
  Checked<InstrumentName> name = instrument_name(tree, source);
  sink.append(std::move(name.diagnostics));
  if (name) {
    if (name->id != instrument.id) {
      sink.add(Code::wrong_instrument, name->at, {{"found", shown(name->id)}, {"wanted", instrument.id}});
    } else if (!name->version.empty() && name->version != instrument.version) {
      sink.add(Code::version_differs, name->at,
               {{"found", shown(name->version)}, {"wanted", instrument.version}});
    }
    out.instrument_version = name->version;
    out.instrument_file = name->file;
  }
  out.language = top.text("language");
  if (!out.language.empty()) check_language(out.language, top.at("language"), sink);
  out.unit = load_unit(top, sink);
  out.round = load_round(top, sink);
  out.respondents = load_respondents(top, instrument, sink);
  load_all_answers(top, instrument, out, sink);
  out.vision = load_vision(top, sink);
  out.targets = load_targets(top, instrument, sink);
  out.priorities = load_priorities(top, instrument, sink);
  out.feedback = load_feedback(top, sink);
  out.contributions = load_contributions(top, instrument, out.respondents, sink);
  out.notes = top.text("notes");
  load_edition(top, instrument, out, sink);
  load_decisions(top, instrument, out, sink);
  out.plan = load_country_plan(top, instrument, sink);
  top.finish();
  out.fingerprint = sha256(source.text());
  mark_disputes(instrument, out);
  std::vector<Diagnostic> all = sink.take();
  sort_diagnostics(all);
  if (has_errors(all)) return {std::nullopt, std::move(all)};
  return {std::move(out), std::move(all)};
}

}  // namespace sextant
