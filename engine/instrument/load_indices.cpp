#include "engine/instrument/loader.hpp"

namespace sextant::loading {

namespace {

/// An index: a node beside the tree, over members chosen across it, and over children of its own.
void load_index(Loader& loader, const Tree& tree, Sink& sink) {
  const auto included = [&](const Tree& other, Sink& inner) { load_index(loader, other, inner); };
  if (load_include(loader, tree, sink, included)) return;
  Fields fields(tree, sink);
  if (!fields.is_map()) return;
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
  node.children = select(loader, members, sink);
  loader.out.nodes.push_back(std::move(node));
  load_gates(loader, fields, sink, index);
  load_children(loader, fields, sink, index);
  fields.finish();
  if (loader.out.nodes[index].children.empty() && members.empty()) sink.add(Code::selects_nothing, tree.at);
}

}  // namespace

void load_indices(Loader& loader, Fields& top, Sink& sink) {
  for (const Tree& tree : top.list("indices")) load_index(loader, tree, sink);
}

}  // namespace sextant::loading
