#include <algorithm>
#include <map>
#include <optional>

#include "engine/exchange/filled.hpp"
#include "engine/exchange/meaning.hpp"
#include "engine/exchange/take_plan.hpp"
#include "engine/exchange/take_value.hpp"
#include "engine/syntax/fields.hpp"
#include "engine/text/number.hpp"

namespace sextant::exchange {

namespace {

/// Builds the answers file that the entries amount to.
class Taker {
 public:
  Taker(const Filled& filled, const Instrument& instrument, Taken& out)
      : filled_(filled),
        instrument_(instrument),
        refuse_(filled, out),
        values_(instrument, refuse_),
        out_(out),
        plan_(instrument, nodes_, values_, refuse_) {
    file_ = empty(Tree::Kind::map, {});
    put(file_, "sextant", scalar("answers/1", {}));
    Tree name = empty(Tree::Kind::map, {});
    put(name, "id", scalar(instrument.id, {}));
    put(name, "version",
        scalar(filled.instrument.version.empty() ? instrument.version : filled.instrument.version, {}));
    put(file_, "instrument", std::move(name));
    for (std::size_t i = 0; i < instrument.nodes.size(); ++i) {
      nodes_.add(instrument.nodes[i].id, instrument.nodes[i].id);
      for (const std::string& title : instrument.nodes[i].title.in) nodes_.add(title, instrument.nodes[i].id);
    }
  }

  Tree run() {
    std::map<std::size_t, std::vector<const Entry*>> by_question;
    for (const Entry& entry : filled_.entries) {
      if (is_blank(entry.text)) continue;
      ++out_.entries;
      if (entry.question.empty()) {
        whole(entry);
        continue;
      }
      const auto it = instrument_.question_index.find(entry.question);
      if (it == instrument_.question_index.end()) {
        std::vector<std::string> known;
        for (const Question& question : instrument_.questions) known.push_back(question.id);
        refuse_(entry, Code::entry_question, {{"id", shown(entry.question)}, {"instrument", instrument_.id}},
                known);
        continue;
      }
      by_question[it->second].push_back(&entry);
    }
    Tree& answers = child(file_, "answers", Tree::Kind::map, {});
    for (const auto& [index, entries] : by_question) {
      Tree one = answer(instrument_.questions[index], entries);
      if (!one.entries.empty()) put(answers, instrument_.questions[index].id, std::move(one));
    }
    drop_incomplete("priorities", "node");
    drop_incomplete("respondents", "id");
    if (std::optional<Tree> plan = plan_.finish()) put(file_, "plan", std::move(*plan));
    return std::move(file_);
  }

 private:
  /// Puts a text under a key that may be given once.
  void once(Tree& map, const std::string& key, const Entry& entry, std::string text) {
    if (const Tree* there = map.find(key); there != nullptr) {
      if (there->text != text)
        refuse_(entry, Code::entry_twice, {{"id", entry.field}, {"value", shown(text)}});
      return;
    }
    put(map, key, scalar(std::move(text), entry.place));
  }

  void once(Tree& map, const std::string& key, const Entry& entry) { once(map, key, entry, entry.text); }

  /// The item of a list that a part names; items stand in the order of their first entry.
  Tree& item(Tree& list, const std::string& name, const Entry& entry) {
    auto& known = items_[name];
    for (std::size_t i = 0; i < known.size(); ++i) {
      if (known[i] == entry.part) return list.items[i];
    }
    known.push_back(entry.part);
    list.items.push_back(empty(Tree::Kind::map, entry.place));
    return list.items.back();
  }

  bool date_or_refuse(const Entry& entry) {
    if (is_date(entry.text)) return true;
    refuse_(entry, Code::entry_date, {{"value", shown(entry.text)}});
    return false;
  }

  void unknown_field(const Entry& entry) { refuse_(entry, Code::entry_field, {{"key", shown(entry.field)}}); }

  std::optional<std::string> node(const Entry& entry, const std::string& text) {
    const std::vector<std::string> found = nodes_.find(text);
    if (found.size() == 1) return found.front();
    refuse_(entry, Code::entry_reference, {{"id", shown(text)}}, nodes_.choices());
    return std::nullopt;
  }

  void whole(const Entry& entry) {
    const std::size_t dot = std::min(entry.field.find('.'), entry.field.size());
    const std::string top = entry.field.substr(0, dot);
    const std::string key = dot < entry.field.size() ? entry.field.substr(dot + 1) : "";
    if (top == "unit" || top == "round") {
      identity(entry, top, key);
    } else if (top == "edition") {
      edition(entry);
    } else if (top == "language" || top == "notes") {
      once(file_, top, entry);
    } else if (top == "vision") {
      vision(entry, key);
    } else if (top == "targets") {
      target(entry);
    } else if (top == "priorities" || top == "respondents") {
      listed(entry, top, key);
    } else if (top == "plan" && plan_.add(entry, key)) {
      return;
    } else if (top == "feedback" && !key.empty()) {
      Tree& feedback = child(file_, "feedback", Tree::Kind::map, entry.place);
      child(feedback, key, Tree::Kind::list, entry.place).items.push_back(scalar(entry.text, entry.place));
    } else {
      unknown_field(entry);
    }
  }

  void identity(const Entry& entry, const std::string& top, const std::string& key) {
    const std::vector<std::string> known = top == "unit"
                                               ? std::vector<std::string>{"id", "iso", "kind", "group"}
                                               : std::vector<std::string>{"id", "date"};
    Tree& map = child(file_, top, Tree::Kind::map, entry.place);
    if (key == "name") {
      if (entry.part.empty()) return once(map, "name", entry);
      Tree& names = child(map, "name", Tree::Kind::map, entry.place);
      if (names.is_map()) return once(names, entry.part, entry);
    }
    if (std::find(known.begin(), known.end(), key) == known.end()) return unknown_field(entry);
    if (key == "date" && !date_or_refuse(entry)) return;
    once(map, key, entry);
  }

  void edition(const Entry& entry) {
    Vocabulary words;
    for (const Edition& one : instrument_.editions) {
      words.add(one.id, one.id);
      for (const std::string& title : one.title.in) words.add(title, one.id);
    }
    const std::vector<std::string> found = words.find(entry.text);
    if (found.size() == 1) return once(file_, "edition", entry, found.front());
    refuse_(entry, Code::entry_reference, {{"id", shown(entry.text)}}, words.choices());
  }

  void vision(const Entry& entry, const std::string& key) {
    Tree& map = child(file_, "vision", Tree::Kind::map, entry.place);
    if (key == "purpose") return once(map, key, entry);
    if (key != "priorities" && key != "outcomes" && key != "principles") return unknown_field(entry);
    child(map, key, Tree::Kind::list, entry.place).items.push_back(scalar(entry.text, entry.place));
  }

  void target(const Entry& entry) {
    const auto id = node(entry, entry.part);
    if (!id) return;
    const auto level = values_.level(entry, instrument_.nodes[instrument_.node_index.at(*id)].scale, {}, *id);
    if (level) once(child(file_, "targets", Tree::Kind::map, entry.place), *id, entry, *level);
  }

  void listed(const Entry& entry, const std::string& top, const std::string& key) {
    const std::vector<std::string> known =
        top == "priorities" ? std::vector<std::string>{"node", "reason"}
                            : std::vector<std::string>{"id", "ministry", "role", "group", "name"};
    if (std::find(known.begin(), known.end(), key) == known.end()) return unknown_field(entry);
    std::optional<std::string> text = entry.text;
    if (key == "node") text = node(entry, entry.text);
    if (!text) return;
    first_[top + "/" + entry.part] = &entry;
    once(item(child(file_, top, Tree::Kind::list, entry.place), top, entry), key, entry, *text);
    if (top == "respondents" && key == "id") respondents_.push_back(entry.text);
  }

  /// Items of a list without what makes them one are named and left out.
  void drop_incomplete(const std::string& top, const std::string& need) {
    for (TreeEntry& entry : file_.entries) {
      if (entry.key != top) continue;
      std::vector<Tree> kept;
      for (std::size_t i = 0; i < entry.value.items.size(); ++i) {
        if (entry.value.items[i].find(need) != nullptr) {
          kept.push_back(std::move(entry.value.items[i]));
        } else {
          refuse_(*first_[top + "/" + items_[top][i]], Code::entry_incomplete, {{"key", top + "." + need}});
        }
      }
      entry.value.items = std::move(kept);
    }
  }

  Tree answer(const Question& question, const std::vector<const Entry*>& entries) {
    Tree out = empty(Tree::Kind::map, entries.front()->place);
    std::vector<const Entry*> values;
    std::vector<const Entry*> evidence;
    for (const Entry* entry : entries) {
      const std::string& field = entry->field;
      if (field == "value" || field == "state") {
        values.push_back(entry);
      } else if (field == "because" || field == "owner" || field == "feedback") {
        once(out, field, *entry);
      } else if (field == "date") {
        if (date_or_refuse(*entry)) once(out, field, *entry);
      } else if (field == "confidence") {
        confidence(out, *entry, question);
      } else if (field == "respondent") {
        respondent(out, *entry);
      } else if (field.rfind("evidence.", 0) == 0) {
        evidence.push_back(entry);
      } else {
        unknown_field(*entry);
      }
    }
    if (!values.empty()) {
      const auto is_state = [](const Tree& tree) {
        return tree.is_scalar() && (tree.text == "dont_know" || tree.text == "not_applicable");
      };
      if (std::optional<Tree> value = values_.of(question, values)) {
        const bool state =
            is_state(*value) && (question.type != QuestionType::text || values[0]->field == "state");
        put(out, state ? "state" : "value", std::move(*value));
      }
    }
    if (!evidence.empty()) sources(out, evidence, question);
    return out;
  }

  void confidence(Tree& out, const Entry& entry, const Question& question) {
    Vocabulary words;
    for (const auto& [as, is] : {std::pair{"low", "low"},
                                 {"faible", "low"},
                                 {"medium", "medium"},
                                 {"moyenne", "medium"},
                                 {"high", "high"},
                                 {"élevée", "high"},
                                 {"forte", "high"}}) {
      words.add(as, is);
    }
    const std::vector<std::string> found = words.find(entry.text);
    if (found.size() == 1) return once(out, "confidence", entry, found.front());
    refuse_(entry, Code::entry_value,
            {{"value", shown(entry.text)}, {"id", question.id}, {"choices", "low, medium, high"}},
            words.choices());
  }

  void respondent(Tree& out, const Entry& entry) {
    const auto& known = respondents_;
    if (std::find(known.begin(), known.end(), entry.text) != known.end())
      return once(out, "respondent", entry);
    refuse_(entry, Code::entry_reference, {{"id", shown(entry.text)}}, known);
  }

  void sources(Tree& out, const std::vector<const Entry*>& entries, const Question& question) {
    Tree list = empty(Tree::Kind::list, entries.front()->place);
    const std::string name = "evidence of " + question.id;
    for (const Entry* entry : entries) {
      const std::string key = entry->field.substr(9);
      Tree& one = item(list, name, *entry);
      if (key == "title" || key == "year" || key == "where") {
        once(one, key, *entry);
      } else if (key == "grade") {
        const auto grade = parse_number(entry->text);
        if (grade && *grade >= 0 && *grade <= 4 && *grade == static_cast<int>(*grade)) {
          once(one, key, *entry, std::to_string(static_cast<int>(*grade)));
        } else {
          refuse_(*entry, Code::entry_value,
                  {{"value", shown(entry->text)}, {"id", question.id}, {"choices", "0, 1, 2, 3, 4"}});
        }
      } else {
        unknown_field(*entry);
      }
    }
    Tree kept = empty(Tree::Kind::list, entries.front()->place);
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      if (list.items[i].find("title") != nullptr) {
        kept.items.push_back(std::move(list.items[i]));
        continue;
      }
      for (const Entry* entry : entries) {
        if (entry->part == items_[name][i])
          refuse_(*entry, Code::entry_incomplete, {{"key", "evidence.title"}});
      }
    }
    if (!kept.items.empty()) put(out, "evidence", std::move(kept));
  }

  const Filled& filled_;
  const Instrument& instrument_;
  Refusals refuse_;
  Values values_;
  Taken& out_;
  Vocabulary nodes_;
  Tree file_;
  std::map<std::string, std::vector<std::string>> items_;  ///< the parts of each list, in order
  std::map<std::string, const Entry*> first_;              ///< an entry of each item
  std::vector<std::string> respondents_;
  PlanTaker plan_;
};

}  // namespace

Taken take(const Filled& filled, const Instrument& instrument) {
  Taken out;
  Sink sink(filled.source);
  const InstrumentName& name = filled.instrument;
  if (!name.id.empty() && name.id != instrument.id) {
    sink.add(Code::wrong_instrument, name.at, {{"found", shown(name.id)}, {"wanted", instrument.id}});
    out.diagnostics = sink.take();
    return out;
  }
  const std::size_t known = filled.fingerprint.size();
  const bool same_version = name.version.empty() || name.version == instrument.version;
  if (same_version && instrument.fingerprint.substr(0, known) != filled.fingerprint) {
    sink.add(Code::instrument_changed, name.at, {{"id", instrument.id}, {"version", instrument.version}});
  }
  const Tree file = Taker(filled, instrument, out).run();
  if (file.find("unit") == nullptr || file.find("unit")->find("id") == nullptr)
    sink.add(Code::import_no_unit);
  if (sink.has_errors()) {
    out.diagnostics.insert(out.diagnostics.end(), sink.all().begin(), sink.all().end());
    return out;
  }
  Checked<Assessment> assessment = load_answers(file, filled.source, instrument);
  sink.append(std::move(assessment.diagnostics));
  out.diagnostics.insert(out.diagnostics.end(), sink.all().begin(), sink.all().end());
  sort_diagnostics(out.diagnostics);
  out.assessment = std::move(assessment.value);
  return out;
}

}  // namespace sextant::exchange
