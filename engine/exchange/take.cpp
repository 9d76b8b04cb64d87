#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <set>

#include "engine/exchange/filled.hpp"
#include "engine/exchange/kept.hpp"
#include "engine/exchange/labels.hpp"
#include "engine/exchange/leave_out.hpp"
#include "engine/exchange/meaning.hpp"
#include "engine/exchange/page_words.hpp"
#include "engine/exchange/take_items.hpp"
#include "engine/exchange/take_plan.hpp"
#include "engine/exchange/take_sources.hpp"
#include "engine/exchange/take_value.hpp"
#include "engine/syntax/fields.hpp"
#include "engine/text/number.hpp"

namespace sextant::exchange {

namespace {

/// The degrees of confidence as a sheet offers them.
constexpr Bilingual kDegrees{"Low, Medium, High", "Faible, Moyenne, Élevée"};

/// Builds the answers file that the entries amount to.
class Taker {
 public:
  Taker(const Filled& filled, const Instrument& instrument, std::string_view language, Refusals& refuse,
        Taken& out)
      : entries_(filled.entries),
        instrument_(instrument),
        refuse_(refuse),
        items_(refuse),
        values_(instrument, language, refuse_),
        out_(out),
        plan_(instrument, nodes_, values_, refuse_),
        kept_(filled.kept) {
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
    add_titled(outcomes_, instrument.outcomes);
    add_titled(groups_, instrument.respondent_groups);
    for (const Question& question : instrument.questions) questions_.add(question.id, question.id);
    for (Entry& entry : entries_) {
      entry.text = trimmed(entry.text);
      entry.part = trimmed(entry.part);
    }
  }

  Tree run() {
    std::map<std::size_t, std::vector<const Entry*>> by_question;
    for (Entry& entry : entries_) {
      if (entry.text.empty()) continue;
      ++out_.entries;
      if (entry.question.empty()) {
        whole(entry);
        continue;
      }
      const std::vector<std::string> found = questions_.find(entry.question);
      if (found.size() != 1) {
        refuse_(entry, Code::entry_question,
                {{"id", shown(trimmed(entry.question))}, {"instrument", instrument_.id}},
                questions_.choices());
        continue;
      }
      const std::size_t index = instrument_.question_index.at(found.front());
      const Question& question = instrument_.questions[index];
      const bool parts = question.type == QuestionType::checklist || question.type == QuestionType::grid;
      if (entry.perhaps && !(parts && options_of(question.options).find(entry.part).size() == 1))
        entry.part.clear();
      by_question[index].push_back(&entry);
    }
    Tree& answers = child(file_, "answers", Tree::Kind::map, {});
    for (const auto& [index, entries] : by_question) {
      Tree one = answer(instrument_.questions[index], entries);
      if (!one.entries.empty()) put(answers, instrument_.questions[index].id, std::move(one));
    }
    drop_incomplete("priorities", "node");
    drop_incomplete("respondents", "id");
    if (std::optional<Tree> plan = plan_.finish()) put(file_, "plan", std::move(*plan));
    bring_back(file_, kept_);
    say_unanswered(file_, instrument_);
    return std::move(file_);
  }

 private:
  template <typename Titled>
  static void add_titled(Vocabulary& words, const std::vector<Titled>& things) {
    for (const Titled& one : things) {
      words.add(one.id, one.id);
      for (const std::string& title : one.title.in) words.add(title, one.id);
    }
  }

  void once(Tree& map, const std::string& key, const Entry& entry, std::string text) {
    items_.once(map, key, entry, std::move(text));
  }

  void once(Tree& map, const std::string& key, const Entry& entry) {
    items_.once(map, key, entry, entry.text);
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
    } else if (top == "label") {
      labelled(entry);
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
      items_.add(child(feedback, key, Tree::Kind::list, entry.place), entry);
    } else {
      unknown_field(entry);
    }
  }

  /// A line that is known by its label.
  void labelled(const Entry& entry) {
    const auto meant = meant_by(entry.part, instrument_);
    if (!meant) return refuse_(entry, Code::entry_reference, {{"id", shown(entry.part)}});
    found_.push_back(entry);
    found_.back().field = meant->first;
    found_.back().part = meant->second;
    whole(found_.back());
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
    Entry said = entry;
    if (key == "outcomes") said.text = id_or_text(outcomes_, entry.text);
    items_.add(child(map, key, Tree::Kind::list, entry.place), said);
  }

  /// The one thing that a text means, or the text itself.
  static std::string id_or_text(const Vocabulary& words, const std::string& text) {
    const std::vector<std::string> found = words.find(text);
    return found.size() == 1 ? found.front() : text;
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
    if (key == "group") text = id_or_text(groups_, entry.text);
    if (!text) return;
    items_.put(child(file_, top, Tree::Kind::list, entry.place), top, key, entry, *text);
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
          refuse_(items_.first(top, i), Code::entry_incomplete, {{"key", refuse_.title(top + "." + need)}});
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
      if (entry->field == "value" || entry->field == "state") values.push_back(entry);
    }
    const std::size_t before = out_.refused.size();
    const std::optional<Tree> value = values.empty() ? std::nullopt : values_.of(question, values);
    const std::set<int> beaten = beaten_lines(values, before);
    for (const Entry* entry : entries) {
      const std::string& field = entry->field;
      if (field == "value" || field == "state") continue;
      if (beaten.count(entry->place.line) > 0) {
        // A reason belongs to the answer of its own line.
        refuse_(*entry, Code::entry_twice, {{"id", question.id}, {"value", shown(entry->text)}});
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
    if (value) {
      const bool named =
          value->is_scalar() && (value->text == "dont_know" || value->text == "not_applicable");
      const bool state = named && (question.type != QuestionType::text || values[0]->field == "state");
      put(out, state ? "state" : "value", *value);
    }
    if (!evidence.empty()) {
      if (auto list = sources_of(question, evidence, items_, refuse_)) put(out, "evidence", std::move(*list));
    }
    return out;
  }

  /// The lines of a table whose answer was not taken because another line gives another one.
  std::set<int> beaten_lines(const std::vector<const Entry*>& values, std::size_t before) const {
    std::set<int> out;
    for (std::size_t i = before; i < out_.refused.size(); ++i) {
      if (out_.refused[i].part.empty()) out.insert(out_.refused[i].place.line);
    }
    std::set<int> taken;
    for (const Entry* entry : values) {
      const bool refused = std::any_of(out_.refused.begin() + static_cast<std::ptrdiff_t>(before),
                                       out_.refused.end(), [&](const Entry& one) {
                                         return one.place.at.line == entry->place.at.line &&
                                                one.place.at.column == entry->place.at.column &&
                                                one.field == entry->field;
                                       });
      if (!refused) taken.insert(entry->place.line);
    }
    for (const int line : taken) out.erase(line);
    // Where no line has an answer that was taken, none is beaten by another.
    if (taken.empty() || out.count(0) > 0) return {};
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
            {{"value", shown(entry.text)},
             {"id", question.id},
             {"choices", std::string(kDegrees(refuse_.lang()))}},
            words.choices());
  }

  void respondent(Tree& out, const Entry& entry) {
    const auto& known = respondents_;
    if (std::find(known.begin(), known.end(), entry.text) != known.end())
      return once(out, "respondent", entry);
    refuse_(entry, Code::entry_reference, {{"id", shown(entry.text)}}, known);
  }

  std::vector<Entry> entries_;  ///< without blanks around them
  const Instrument& instrument_;
  Refusals& refuse_;
  Items items_;
  Values values_;
  Taken& out_;
  std::deque<Entry> found_;  ///< by their labels
  Vocabulary nodes_;
  Vocabulary questions_;
  Vocabulary outcomes_;
  Vocabulary groups_;
  Tree file_;
  std::vector<std::string> respondents_;
  PlanTaker plan_;
  const Tree& kept_;
};

}  // namespace

Taken take(const Filled& filled, const Instrument& instrument, std::string_view language) {
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
  // Choices are named as the file shows them.
  std::string shown_in(language);
  for (const Entry& entry : filled.entries) {
    if (entry.field != "language") continue;
    const std::vector<std::string>& spoken = instrument.languages;
    if (std::find(spoken.begin(), spoken.end(), entry.text) != spoken.end()) shown_in = entry.text;
  }
  for (Diagnostic& one : written_around(filled, instrument)) out.diagnostics.push_back(std::move(one));
  Refusals refuse(filled, out, filled.titles.value_or(lang_of(shown_in)));
  const Tree file = Taker(filled, instrument, shown_in, refuse, out).run();
  if (file.find("unit") == nullptr || file.find("unit")->find("id") == nullptr)
    sink.add(Code::import_no_unit);
  if (sink.has_errors()) {
    out.diagnostics.insert(out.diagnostics.end(), sink.all().begin(), sink.all().end());
    sort_by_place(out.diagnostics, filled);
    return out;
  }
  out.assessment = load_leaving_out(file, filled, instrument, refuse);
  out.diagnostics.insert(out.diagnostics.end(), sink.all().begin(), sink.all().end());
  sort_by_place(out.diagnostics, filled);
  return out;
}

}  // namespace sextant::exchange
