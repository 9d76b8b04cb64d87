#include <algorithm>

#include "engine/assessment/answer_fields.hpp"

namespace sextant::answers {

namespace {

/// Reports an id that names no node of the instrument.
void check_node(const std::string& id, Span at, const Instrument& instrument, Sink& sink) {
  if (instrument.node_index.count(id) > 0) return;
  std::vector<std::string> known;
  for (const Node& node : instrument.nodes) known.push_back(node.id);
  sink.add(Code::unknown_reference, at, {{"id", shown(id)}}, nearest(id, known));
}

/// The three topics stand first, in this order.
std::size_t place_of(const std::string& topic) {
  constexpr std::string_view kTopics[] = {"questions", "methods", "workshop"};
  return static_cast<std::size_t>(std::find(std::begin(kTopics), std::end(kTopics), topic) -
                                  std::begin(kTopics));
}

}  // namespace

bool feedback_before(const Feedback& a, const Feedback& b) {
  return std::pair(place_of(a.topic), a.topic) < std::pair(place_of(b.topic), b.topic);
}

Vision load_vision(Fields& top, Sink& sink) {
  Vision out;
  const Tree* tree = top.get("vision");
  if (tree == nullptr) return out;
  Fields fields(*tree, sink);
  out.purpose = fields.text("purpose");
  out.priorities = fields.words("priorities");
  out.outcomes = fields.words("outcomes");
  out.principles = fields.words("principles");
  fields.finish();
  return out;
}

std::vector<Target> load_targets(Fields& top, const Instrument& instrument, Sink& sink) {
  std::vector<Target> out;
  for (const TreeEntry& entry : top.map("targets")) {
    check_node(entry.key, entry.key_at, instrument, sink);
    const auto it = instrument.node_index.find(entry.key);
    if (it == instrument.node_index.end()) continue;
    const Scale& scale = instrument.scales[instrument.nodes[it->second].scale];
    const std::string text = scalar_text(entry.value, sink);
    if (!entry.value.is_scalar()) continue;
    const auto level = std::find_if(scale.levels.begin(), scale.levels.end(),
                                    [&](const Level& one) { return one.id == text || one.number == text; });
    if (level != scale.levels.end()) {
      out.push_back({it->second, static_cast<std::size_t>(level - scale.levels.begin())});
      continue;
    }
    std::vector<std::string> known;
    for (const Level& one : scale.levels) {
      known.push_back(one.id);
      known.push_back(one.number);
    }
    sink.add(Code::unknown_level, entry.value.at, {{"value", shown(text)}}, nearest(text, known));
  }
  std::sort(out.begin(), out.end(), [](const Target& a, const Target& b) { return a.node < b.node; });
  return out;
}

std::vector<Priority> load_priorities(Fields& top, const Instrument& instrument, Sink& sink) {
  constexpr std::size_t kMost = 3;
  std::vector<Priority> out;
  for (const Tree& tree : top.list("priorities")) {
    Fields fields(tree, sink);
    Priority one{fields.need_text("node"), fields.text("reason")};
    fields.finish();
    if (!one.node.empty()) check_node(one.node, fields.at("node"), instrument, sink);
    const bool twice =
        std::any_of(out.begin(), out.end(), [&](const Priority& before) { return before.node == one.node; });
    if (!one.node.empty() && twice)
      sink.add(Code::priority_twice, fields.at("node"), {{"id", shown(one.node)}});
    if (out.size() == kMost) sink.add(Code::too_many_priorities, tree.at);
    out.push_back(std::move(one));
  }
  return out;
}

std::vector<Feedback> load_feedback(Fields& top, Sink& sink) {
  std::vector<Feedback> out;
  const Tree* tree = top.get("feedback");
  if (tree == nullptr) return out;
  Fields fields(*tree, sink);
  for (const TreeEntry& entry : tree->entries) {
    Feedback one{entry.key, fields.words(entry.key)};
    if (!one.texts.empty()) out.push_back(std::move(one));
  }
  std::sort(out.begin(), out.end(), feedback_before);
  return out;
}

std::vector<Contribution> load_contributions(Fields& top, const Instrument& instrument,
                                             const std::vector<Respondent>& respondents, Sink& sink) {
  std::vector<Contribution> out;
  for (const Tree& tree : top.list("contributions")) {
    Fields fields(tree, sink);
    Contribution one;
    one.respondent = fields.need_text("respondent");
    check_respondent(one.respondent, fields.at("respondent"), respondents, sink);
    one.vision = load_vision(fields, sink);
    one.targets = load_targets(fields, instrument, sink);
    one.priorities = load_priorities(fields, instrument, sink);
    one.feedback = load_feedback(fields, sink);
    one.notes = fields.text("notes");
    fields.finish();
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace sextant::answers
