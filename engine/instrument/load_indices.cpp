#include <algorithm>

#include "engine/instrument/loader.hpp"

namespace sextant::loading {

namespace {

/// Adds a member once; a later, explicit weight wins over an earlier, selected one.
void add_member(Node& index, Child member) {
  const auto it = std::find_if(index.children.begin(), index.children.end(), [&](const Child& child) {
    return child.is_question == member.is_question && child.index == member.index;
  });
  if (it == index.children.end()) {
    index.children.push_back(member);
  } else {
    it->weight = member.weight;
  }
}

bool below(const Instrument& instrument, std::size_t node, std::size_t ancestor) {
  while (node != ancestor && node != 0) node = instrument.nodes[node].parent;
  return node == ancestor;
}

/// `{id: x}`, `{under: node}`, `{tag: word}` or `{facet: policy}`, each with an optional weight.
void load_member(Loader& loader, const Tree& tree, Sink& sink, Node& index) {
  const Instrument& out = loader.out;
  Fields fields(tree, sink);
  const double weight = fields.number("weight", 0, 1e9).value_or(1);
  const std::string id = fields.text("id");
  const std::string under = fields.text("under");
  const std::string tag = fields.text("tag");
  const std::string facet = fields.text("facet");
  fields.finish();
  if (!fields.is_map()) return;
  const std::size_t before = index.children.size();
  for (std::size_t i = 0; i < out.nodes.size(); ++i) {
    if (i > 0 && out.nodes[i].id == id) add_member(index, {false, i, weight});
  }
  std::optional<std::size_t> top;
  for (std::size_t i = 0; i < out.nodes.size(); ++i) {
    if (!under.empty() && out.nodes[i].id == under) top = i;
  }
  for (std::size_t i = 0; i < out.questions.size(); ++i) {
    const Question& question = out.questions[i];
    if (question.type == QuestionType::text) continue;
    const bool tagged = std::find(question.tags.begin(), question.tags.end(), tag) != question.tags.end();
    const bool by_facet = (facet == "policy" && question.facet == Facet::policy) ||
                          (facet == "practice" && question.facet == Facet::practice);
    const bool selects = top || !tag.empty() || !facet.empty();
    const bool selected = selects && (!top || below(out, question.node, *top)) && (tag.empty() || tagged) &&
                          (facet.empty() || by_facet) && id.empty();
    if (question.id == id || selected) add_member(index, {true, i, weight});
  }
  const std::string& wanted = !id.empty() ? id : under;
  const bool unknown = (!id.empty() && index.children.size() == before) || (!under.empty() && !top);
  if (unknown) {
    std::vector<std::string> known;
    for (std::size_t i = 1; i < out.nodes.size(); ++i) known.push_back(out.nodes[i].id);
    for (const Question& question : out.questions) known.push_back(question.id);
    sink.add(Code::unknown_reference, fields.at(id.empty() ? "under" : "id"), {{"id", shown(wanted)}},
             nearest(wanted, known));
  } else if (index.children.size() == before) {
    sink.add(Code::selects_nothing, tree.at);
  }
}

}  // namespace

void load_indices(Loader& loader, Fields& top, Sink& sink) {
  for (const Tree& tree : top.list("indices")) {
    Fields fields(tree, sink);
    if (!fields.is_map()) continue;
    const std::size_t index = loader.out.nodes.size();
    Node node;
    node.is_index = true;
    node.depth = 1;
    node.missing = loader.missing_by_default;
    node.min_coverage = loader.min_coverage_by_default;
    node.id = fields.need_text("id");
    if (!node.id.empty()) loader.claim(node.id, fields.at("id"), sink);
    node.kind = fields.text("kind");
    if (node.kind.empty()) node.kind = "index";
    node.title = prose(fields.need_text("title"));
    node.about = prose(fields.text("about"));
    node.scale = scale_of(loader, fields, sink, 0);
    node.at = tree.at;
    node.file = sink.source().name();
    load_rules(loader, fields, sink, node);
    const std::vector<Tree>& members = fields.list("members");
    for (const Tree& member : members) load_member(loader, member, sink, node);
    loader.out.nodes.push_back(std::move(node));
    load_children(loader, fields, sink, index);
    fields.finish();
    if (loader.out.nodes[index].children.empty() && members.empty()) sink.add(Code::selects_nothing, tree.at);
  }
}

}  // namespace sextant::loading
