#include <algorithm>

#include "engine/instrument/loader.hpp"

namespace sextant::loading {

namespace {

constexpr int kDeepestNode = 20;

void load_node(Loader& loader, const Tree& tree, Sink& sink, std::size_t parent);

/// `{include: pillars/power.yaml}`
void load_include(Loader& loader, const Tree& tree, Sink& sink, std::size_t parent) {
  Fields fields(tree, sink);
  const std::string path = fields.need_text("include");
  fields.finish();
  if (path.empty()) return;
  const bool inside =
      path.front() != '/' && path.find("..") == std::string::npos && path.find('\\') == std::string::npos;
  const std::optional<Source> source = inside ? (*loader.beside)(path) : std::nullopt;
  if (!source) {
    sink.add(Code::include_not_found, fields.at("include"), {{"path", path}});
    return;
  }
  if (std::find(loader.including.begin(), loader.including.end(), source->name()) != loader.including.end()) {
    sink.add(Code::include_cycle, fields.at("include"), {{"path", path}});
    return;
  }
  loader.sources.push_back(*source);
  const Source& kept = loader.sources.back();
  loader.including.push_back(kept.name());
  loader.mark(kept);
  Sink inner(kept);
  Checked<Tree> included = read_tree(kept);
  inner.append(std::move(included.diagnostics));
  if (included) load_node(loader, *included, inner, parent);
  loader.including.pop_back();
  std::vector<Diagnostic> found = inner.take();
  loader.diagnostics.insert(loader.diagnostics.end(), found.begin(), found.end());
}

void load_node(Loader& loader, const Tree& tree, Sink& sink, std::size_t parent) {
  if (tree.find("include") != nullptr) {
    load_include(loader, tree, sink, parent);
    return;
  }
  Fields fields(tree, sink);
  if (!fields.is_map()) return;
  const std::size_t index = loader.out.nodes.size();
  Node node;
  const Node& above = loader.out.nodes[parent];
  node.parent = parent;
  node.depth = above.depth + 1;
  node.scale = above.scale;
  node.missing = above.missing;
  node.min_coverage = loader.min_coverage_by_default;
  node.id = fields.need_text("id");
  if (!node.id.empty()) loader.claim(node.id, fields.at("id"), sink);
  node.kind = fields.text("kind");
  if (node.kind.empty()) node.kind = node.depth == 1 ? "pillar" : "component";
  node.title = prose(fields.need_text("title"));
  node.about = prose(fields.text("about"));
  node.weight = fields.number("weight", 0, 1e9).value_or(1);
  node.transversal = fields.yes_no("transversal", false);
  node.tags = fields.words("tags");
  node.scale = scale_of(loader, fields, sink, node.scale);
  node.at = tree.at;
  node.file = sink.source().name();
  load_rules(loader, fields, sink, node);
  if (node.depth > kDeepestNode) {
    sink.add(Code::too_deep, tree.at, {{"limit", std::to_string(kDeepestNode)}});
    return;
  }
  const double weight = node.weight;
  loader.out.nodes.push_back(std::move(node));
  loader.out.nodes[parent].children.push_back({false, index, weight});
  load_gates(loader, fields, sink, index);
  load_children(loader, fields, sink, index);
  fields.finish();
}

}  // namespace

void load_children(Loader& loader, Fields& fields, Sink& sink, std::size_t node) {
  for (const Tree& tree : fields.list("nodes")) load_node(loader, tree, sink, node);
  for (const Tree& tree : fields.list("questions")) load_question(loader, tree, sink, node);
}

}  // namespace sextant::loading
