#include <algorithm>

#include "engine/instrument/loader.hpp"
#include "engine/lint/lint.hpp"

namespace sextant::loading {

namespace {

constexpr int kDeepestNode = 20;

void load_node(Loader& loader, const Tree& tree, Sink& sink, std::size_t parent);

/// The path without "." and doubled slashes, so that a file has one name; empty where it leaves the folder.
std::string plain_path(const std::string& path) {
  std::string out;
  if (path.empty() || path.front() == '/' || path.find('\\') != std::string::npos) return out;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string part = path.substr(at, end - at);
    if (part == "..") return {};
    if (!part.empty() && part != ".") out += (out.empty() ? "" : "/") + part;
    at = end + 1;
  }
  return out;
}

void load_node(Loader& loader, const Tree& tree, Sink& sink, std::size_t parent) {
  const auto included = [&](const Tree& other, Sink& inner) { load_node(loader, other, inner, parent); };
  if (load_include(loader, tree, sink, included)) return;
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

bool load_include(Files& files, const Tree& tree, Sink& sink,
                  const std::function<void(const Tree&, Sink&)>& load) {
  if (tree.find("include") == nullptr) return false;
  Fields fields(tree, sink);
  const std::string path = fields.need_text("include");
  fields.finish();
  if (path.empty()) return true;
  const std::string plain = plain_path(path);
  const std::optional<Source> source = plain.empty() ? std::nullopt : (*files.beside)(plain);
  if (!source) {
    sink.add(Code::include_not_found, fields.at("include"), {{"path", shown(path)}});
    return true;
  }
  // Once a file: its ids would be taken already, and files that include each other twice would never end.
  if (!files.included.insert(source->name()).second) {
    sink.add(Code::include_cycle, fields.at("include"), {{"path", shown(path)}});
    return true;
  }
  files.sources.push_back(*source);
  const Source& kept = files.sources.back();
  files.mark(kept);
  Sink inner(kept);
  Checked<Tree> included = read_tree(kept);
  inner.append(std::move(included.diagnostics));
  if (included && files.options.lint) lint_words(*included, inner);
  if (included) load(*included, inner);
  std::vector<Diagnostic> found = inner.take();
  files.diagnostics.insert(files.diagnostics.end(), found.begin(), found.end());
  return true;
}

void load_children(Loader& loader, Fields& fields, Sink& sink, std::size_t node) {
  for (const Tree& tree : fields.list("nodes")) load_node(loader, tree, sink, node);
  for (const Tree& tree : fields.list("questions")) load_question(loader, tree, sink, node);
}

}  // namespace sextant::loading
