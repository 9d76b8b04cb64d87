#include <algorithm>

#include "engine/instrument/loader.hpp"
#include "engine/text/number.hpp"

namespace sextant::loading {

namespace {

void add_child(std::vector<Child>& children, Child one) {
  const auto it = std::find_if(children.begin(), children.end(), [&](const Child& child) {
    return child.is_question == one.is_question && child.index == one.index;
  });
  if (it == children.end()) {
    children.push_back(one);
  } else {
    it->weight = one.weight;
  }
}

std::optional<std::size_t> node_named(const Instrument& instrument, const std::string& id) {
  for (std::size_t i = 0; i < instrument.nodes.size(); ++i) {
    if (!id.empty() && instrument.nodes[i].id == id) return i;
  }
  return std::nullopt;
}

std::vector<std::string> all_ids(const Instrument& instrument) {
  std::vector<std::string> out;
  for (const Node& node : instrument.nodes) out.push_back(node.id);
  for (const Question& question : instrument.questions) out.push_back(question.id);
  return out;
}

bool has_tag(const Question& question, const std::string& tag) {
  return std::find(question.tags.begin(), question.tags.end(), tag) != question.tags.end();
}

bool has_facet(const Question& question, const std::string& facet) {
  return (facet == "policy" && question.facet == Facet::policy) ||
         (facet == "practice" && question.facet == Facet::practice);
}

/// Reports keys that cannot stand together.
void only_one(const Fields& fields, const Tree& tree, const std::string& one,
              const std::vector<std::string>& others, Sink& sink) {
  if (tree.find(one) == nullptr) return;
  for (const std::string& other : others) {
    if (tree.find(other) != nullptr)
      sink.add(Code::keys_exclude, fields.at(other), {{"a", one}, {"b", other}});
  }
}

/// One selector: `{id: x}`, or any of `{under: node, tag: word, facet: policy}`, which must hold together.
void select_one(const Instrument& out, const Tree& tree, bool with_texts, Sink& sink,
                std::vector<Child>& children) {
  Fields fields(tree, sink);
  if (!fields.is_map()) return;
  const double weight = fields.number("weight", 0, 1e9).value_or(1);
  const std::string id = fields.text("id");
  const std::string under = fields.text("under");
  const std::string tag = fields.text("tag");
  const std::string facet = fields.text("facet");
  if (!facet.empty()) fields.choice("facet", {"policy", "practice"});
  fields.finish();
  only_one(fields, tree, "id", {"under", "tag", "facet"}, sink);
  if (!id.empty()) {
    if (const auto node = node_named(out, id)) {
      add_child(children, {false, *node, weight});
      return;
    }
    const auto it = std::find_if(out.questions.begin(), out.questions.end(),
                                 [&](const Question& q) { return q.id == id; });
    if (it != out.questions.end() && it->type == QuestionType::text && !with_texts) {
      sink.add(Code::text_not_scored, fields.at("id"), {{"id", id}});
    } else if (it != out.questions.end()) {
      add_child(children, {true, static_cast<std::size_t>(it - out.questions.begin()), weight});
    } else {
      sink.add(Code::unknown_reference, fields.at("id"), {{"id", shown(id)}}, nearest(id, all_ids(out)));
    }
    return;
  }
  const auto top = node_named(out, under);
  if (!under.empty() && !top) {
    sink.add(Code::unknown_reference, fields.at("under"), {{"id", shown(under)}},
             nearest(under, all_ids(out)));
    return;
  }
  bool any = false;
  for (std::size_t i = 0; i < out.questions.size(); ++i) {
    const Question& question = out.questions[i];
    const bool asks = top || !tag.empty() || !facet.empty();
    if (!asks || question.type == QuestionType::text || (top && !out.below(question.node, *top))) continue;
    if ((!tag.empty() && !has_tag(question, tag)) || (!facet.empty() && !has_facet(question, facet)))
      continue;
    add_child(children, {true, i, weight});
    any = true;
  }
  if (!any) sink.add(Code::selects_nothing, tree.at);
}

/// What `is` names: a level or option of the question, yes or no.
std::optional<std::size_t> option_named(const Instrument& out, const Question& question, const Tree& tree,
                                        Sink& sink) {
  if (question.type == QuestionType::level) {
    return load_level_name(tree, out.scales[question.scale], sink);
  }
  std::vector<std::string> known;
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    const auto yes = question.type == QuestionType::yes_no ? parse_yes_no(tree.text) : std::nullopt;
    if (tree.text == question.options[i].id || (yes && *yes == (i == 0))) return i;
    known.push_back(question.options[i].id);
  }
  sink.add(Code::unknown_reference, tree.at, {{"id", shown(tree.text)}}, nearest(tree.text, known));
  return std::nullopt;
}

/// A score: a number, or a level of the question's scale by its id.
double score_named(const Instrument& out, const Question& question, const Tree& tree, Sink& sink) {
  const auto number = tree.is_scalar() ? parse_number(tree.text) : std::nullopt;
  const Scale& scale = out.scales[question.scale];
  if (number && question.type != QuestionType::level) return *number;
  const auto level = load_level_name(tree, scale, sink);
  return level ? scale.levels[*level].value : 0;
}

}  // namespace

std::vector<Child> select(const Loader& loader, const std::vector<Tree>& selectors, Sink& sink) {
  std::vector<Child> out;
  for (const Tree& tree : selectors) select_one(loader.out, tree, false, sink, out);
  return out;
}

namespace {

/// The scored questions at or below a node, through the members of an index too.
void add_below(const Instrument& instrument, std::size_t node, std::vector<std::size_t>& out) {
  for (const Child& child : instrument.nodes[node].children) {
    if (child.is_question) {
      out.push_back(child.index);
    } else {
      add_below(instrument, child.index, out);
    }
  }
}

}  // namespace

std::vector<std::size_t> select_questions(const Loader& loader, const std::vector<Tree>& selectors,
                                          bool with_texts, Sink& sink) {
  std::vector<Child> children;
  for (const Tree& tree : selectors) select_one(loader.out, tree, with_texts, sink, children);
  std::vector<std::size_t> out;
  const Instrument& instrument = loader.out;
  for (const Child& child : children) {
    if (child.is_question) out.push_back(child.index);
    for (std::size_t i = 0; !child.is_question && i < instrument.questions.size(); ++i) {
      const Question& question = instrument.questions[i];
      const bool fits = with_texts || question.type != QuestionType::text;
      if (fits && instrument.below(question.node, child.index)) out.push_back(i);
    }
    if (!child.is_question) add_below(instrument, child.index, out);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

namespace {

/// `is`: one level or option, or a list of them.
void load_is(const Instrument& instrument, const Question& question, const Tree& is, Condition& out,
             Sink& sink) {
  const bool listed = question.type == QuestionType::level || question.type == QuestionType::choice ||
                      question.type == QuestionType::yes_no || question.type == QuestionType::checklist;
  if (!listed) {
    sink.add(Code::condition_not_for_type, is.at, {{"id", question.id}});
    return;
  }
  const std::vector<Tree> alone = {is};
  for (const Tree& one : is.is_list() ? is.items : alone) {
    if (const auto option = option_named(instrument, question, one, sink)) out.options.push_back(*option);
  }
}

/// `{question: x, is: ...}`, or `at_least`, `at_most`, `answered` in the place of `is`: one of them.
void load_asked_of(const Loader& loader, Fields& fields, const Tree& tree, Condition& out, Sink& sink) {
  const std::string id = fields.need_text("question");
  const Tree* is = fields.get("is");
  const Tree* at_least = fields.get("at_least");
  const Tree* at_most = fields.get("at_most");
  const bool answered = fields.yes_no("answered", false);
  only_one(fields, tree, "is", {"at_least", "at_most", "answered"}, sink);
  only_one(fields, tree, "at_least", {"at_most", "answered"}, sink);
  only_one(fields, tree, "at_most", {"answered"}, sink);
  const auto& questions = loader.out.questions;
  const auto it =
      std::find_if(questions.begin(), questions.end(), [&](const Question& q) { return q.id == id; });
  if (it == questions.end()) {
    if (!id.empty()) {
      sink.add(Code::unknown_reference, fields.at("question"), {{"id", shown(id)}},
               nearest(id, all_ids(loader.out)));
    }
    return;
  }
  out.question = static_cast<std::size_t>(it - questions.begin());
  const Tree* score = at_least != nullptr ? at_least : at_most;
  if (is != nullptr) {
    out.kind = Condition::Kind::is;
    load_is(loader.out, *it, *is, out, sink);
  } else if (score != nullptr) {
    out.kind = at_least != nullptr ? Condition::Kind::at_least : Condition::Kind::at_most;
    if (it->type == QuestionType::text) sink.add(Code::text_not_scored, score->at, {{"id", id}});
    out.value = score_named(loader.out, *it, *score, sink);
  } else if (answered) {
    out.kind = Condition::Kind::answered;
  } else {
    sink.add(Code::condition_asks_nothing, tree.at);
  }
}

/// Whether the question's being asked hangs, through any number of conditions, on its own answer.
bool branches_on_itself(const std::vector<Question>& questions, std::size_t start) {
  std::vector<std::size_t> open = {start};
  std::vector<bool> seen(questions.size(), false);
  while (!open.empty()) {
    const Question& question = questions[open.back()];
    open.pop_back();
    if (!question.ask_if) continue;
    for (const std::size_t one : questions_in(*question.ask_if)) {
      if (one == start) return true;
      if (!seen[one]) open.push_back(one);
      seen[one] = true;
    }
  }
  return false;
}

}  // namespace

Condition load_condition(const Loader& loader, const Tree& tree, Sink& sink) {
  Condition out;
  Fields fields(tree, sink);
  if (!fields.is_map()) return out;
  const std::vector<std::pair<const char*, Condition::Kind>> groups = {
      {"all", Condition::Kind::all}, {"any", Condition::Kind::any}, {"none", Condition::Kind::none}};
  for (const auto& [key, kind] : groups) {
    if (tree.find(key) == nullptr) continue;
    only_one(fields, tree, key, {"question", "is", "at_least", "at_most", "answered"}, sink);
    only_one(fields, tree, "all", {"any", "none"}, sink);
    if (tree.find("all") == nullptr) only_one(fields, tree, "any", {"none"}, sink);
    out.kind = kind;
    for (const Tree& part : fields.list(key)) out.parts.push_back(load_condition(loader, part, sink));
    if (out.parts.empty()) sink.add(Code::condition_asks_nothing, tree.at);
    for (const char* other : {"all", "any", "none", "question", "is", "at_least", "at_most", "answered"})
      fields.get(other);
    fields.finish();
    return out;
  }
  load_asked_of(loader, fields, tree, out, sink);
  fields.finish();
  return out;
}

void check_question(const Loader& loader, const std::string& id, Span at, Sink& sink) {
  const std::vector<Question>& all = loader.out.questions;
  if (id.empty() || std::any_of(all.begin(), all.end(), [&](const Question& one) { return one.id == id; }))
    return;
  std::vector<std::string> known;
  for (const Question& question : all) known.push_back(question.id);
  sink.add(Code::unknown_reference, at, {{"id", shown(id)}}, nearest(id, known));
}

void check_branches(const Loader& loader, Sink& sink) {
  const std::vector<Question>& questions = loader.out.questions;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    if (questions[i].ask_if && branches_on_itself(questions, i)) {
      add_at(sink, questions[i].file, Code::branch_cycle, questions[i].at, {{"id", questions[i].id}});
    }
  }
}

}  // namespace sextant::loading
