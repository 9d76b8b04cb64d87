#include <algorithm>

#include "engine/instrument/loader.hpp"
#include "engine/text/number.hpp"

namespace sextant::loading {

namespace {

/// `{of: [selectors], share: 0.8, at: established}`; `at` is a level of the node's scale or a score.
GateNeed load_need(const Loader& loader, const Tree& tree, const Scale& scale, Sink& sink) {
  Fields fields(tree, sink);
  GateNeed out;
  out.share = fields.number("share", 0, 1).value_or(1);
  if (const Tree* at = fields.need("at")) {
    const auto number = at->is_scalar() ? parse_number(at->text) : std::nullopt;
    const bool by_level = std::any_of(scale.levels.begin(), scale.levels.end(), [&](const Level& level) {
      return level.id == at->text || level.number == at->text;
    });
    if (by_level || !number) {
      if (const auto level = load_level_name(*at, scale, sink)) out.score = scale.levels[*level].value;
    } else {
      out.score = *number;
    }
  }
  fields.need("of");
  out.questions = select_questions(loader, fields.list("of"), false, sink);
  fields.finish();
  return out;
}

Gate load_gate(const Loader& loader, const Tree& tree, const Scale& scale, Sink& sink) {
  Fields fields(tree, sink);
  Gate out;
  if (const Tree* level = fields.need("level")) out.level = load_level_name(*level, scale, sink).value_or(0);
  fields.need("needs");
  for (const Tree& need : fields.list("needs")) out.needs.push_back(load_need(loader, need, scale, sink));
  out.because = prose(fields.text("because"));
  fields.finish();
  return out;
}

/// A node by id; reports an unknown one.
std::optional<std::size_t> node_named(const Loader& loader, const std::string& id, Span at, Sink& sink) {
  std::vector<std::string> known;
  for (std::size_t i = 0; i < loader.out.nodes.size(); ++i) {
    if (loader.out.nodes[i].id == id) return i;
    known.push_back(loader.out.nodes[i].id);
  }
  if (!id.empty()) sink.add(Code::unknown_reference, at, {{"id", shown(id)}}, nearest(id, known));
  return std::nullopt;
}

std::optional<std::size_t> node_of(const Loader& loader, Fields& fields, std::string_view key, Sink& sink) {
  return node_named(loader, fields.need_text(key), fields.at(key), sink);
}

/// A cap, if the nodes and levels that it names are there.
std::optional<Cap> load_cap(Loader& loader, const Tree& tree, Sink& sink) {
  Fields fields(tree, sink);
  if (!fields.is_map()) return std::nullopt;
  Cap cap;
  cap.id = fields.need_text("id");
  if (!cap.id.empty()) loader.claim(cap.id, fields.at("id"), sink);
  const auto level_at = [&](const Tree* at,
                            const std::optional<std::size_t>& node) -> std::optional<std::size_t> {
    if (at == nullptr || !node) return std::nullopt;
    return load_level_name(*at, loader.out.scales[loader.out.nodes[*node].scale], sink);
  };
  const auto node = node_of(loader, fields, "node", sink);
  const auto at = level_at(fields.need("at"), node);
  std::optional<std::size_t> while_node;
  std::optional<std::size_t> while_level;
  if (const Tree* condition = fields.need("while")) {
    Fields inner(*condition, sink);
    while_node = node_of(loader, inner, "node", sink);
    while_level = level_at(inner.need("at_most"), while_node);
    inner.finish();
  }
  cap.because = prose(fields.text("because"));
  fields.finish();
  if (!node || !at || !while_node || !while_level) return std::nullopt;
  cap.node = *node;
  cap.at = *at;
  cap.while_node = *while_node;
  cap.while_level = *while_level;
  return cap;
}

/// A node whose level waits for its own level, through any number of caps.
bool caps_in_circle(const std::vector<Cap>& caps, std::size_t start) {
  std::vector<std::size_t> open = {start};
  std::vector<std::size_t> seen;
  while (!open.empty()) {
    const std::size_t node = open.back();
    open.pop_back();
    for (const Cap& cap : caps) {
      if (cap.node != node) continue;
      if (cap.while_node == start) return true;
      if (std::find(seen.begin(), seen.end(), cap.while_node) == seen.end()) {
        seen.push_back(cap.while_node);
        open.push_back(cap.while_node);
      }
    }
  }
  return false;
}

}  // namespace

void load_gates(Loader& loader, Fields& fields, Sink& sink, std::size_t node) {
  const Scale& scale = loader.out.scales[loader.out.nodes[node].scale];
  if (const Tree* tree = fields.get("evidence_cap")) {
    Fields inner(*tree, sink);
    EvidenceCap cap;
    cap.below_grade = inner.whole("below_grade", 1, 4).value_or(2);
    if (const Tree* at = inner.need("at")) cap.at = load_level_name(*at, scale, sink).value_or(0);
    inner.finish();
    loader.out.nodes[node].evidence_cap = cap;
  }
  const Tree* gates = fields.get("gates");
  if (gates == nullptr) return;
  if (!gates->is_list()) sink.add(Code::need_list, gates->at);
  loader.later.push_back({&sink.source(), [&loader, node, list = gates->items](Sink& later) {
                            Node& target = loader.out.nodes[node];
                            for (const Tree& tree : list) {
                              target.gates.push_back(
                                  load_gate(loader, tree, loader.out.scales[target.scale], later));
                            }
                          }});
}

void load_caps(Loader& loader, Fields& top, Sink& sink) {
  std::vector<Span> places;
  for (const Tree& tree : top.list("caps")) {
    auto cap = load_cap(loader, tree, sink);
    if (!cap) continue;
    loader.out.caps.push_back(std::move(*cap));
    places.push_back(tree.at);
  }
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::size_t node = loader.out.caps[i].node;
    if (caps_in_circle(loader.out.caps, node))
      sink.add(Code::cap_cycle, places[i], {{"id", loader.out.nodes[node].id}});
  }
}

/// `{node: content, needs: [power], because: ...}`
void load_prerequisites(Loader& loader, Fields& top, Sink& sink) {
  for (const Tree& tree : top.list("prerequisites")) {
    Fields fields(tree, sink);
    if (!fields.is_map()) continue;
    Prerequisite out;
    out.id = fields.text("id");
    if (!out.id.empty()) loader.claim(out.id, fields.at("id"), sink);
    if (const auto node = node_of(loader, fields, "node", sink)) out.node = *node;
    fields.need("needs");
    const std::vector<std::string> needs = fields.words("needs");
    for (const std::string& id : needs) {
      if (const auto node = node_named(loader, id, fields.at("needs"), sink)) out.needs.push_back(*node);
    }
    out.because = prose(fields.text("because"));
    fields.finish();
    loader.out.prerequisites.push_back(std::move(out));
  }
}

void load_editions(Loader& loader, Fields& top, Sink& sink) {
  for (const Tree& tree : top.list("editions")) {
    Fields fields(tree, sink);
    Edition edition;
    edition.id = fields.need_text("id");
    if (!edition.id.empty()) loader.claim(edition.id, fields.at("id"), sink);
    edition.title = prose(fields.need_text("title"));
    edition.about = prose(fields.text("about"));
    edition.asked.assign(loader.out.questions.size(), fields.yes_no("all", false));
    for (const std::size_t question : select_questions(loader, fields.list("questions"), true, sink)) {
      edition.asked[question] = true;
    }
    for (const std::size_t question : select_questions(loader, fields.list("except"), true, sink)) {
      edition.asked[question] = false;
    }
    fields.finish();
    if (std::none_of(edition.asked.begin(), edition.asked.end(), [](bool asked) { return asked; })) {
      sink.add(Code::selects_nothing, tree.at);
    }
    loader.out.editions.push_back(std::move(edition));
  }
}

}  // namespace sextant::loading
