#include "engine/translation/places.hpp"

#include <algorithm>

#include "engine/text/number.hpp"

namespace sextant {

namespace {

/// Lists of things with ids of their own; ids of levels and options are not unique.
constexpr std::string_view kLists[] = {"nodes",    "questions", "scales",        "indices",
                                       "findings", "caps",      "prerequisites", "editions"};

/// What stands under a key of a map, at a position of a list, or with this id in one.
const Tree* step(const Tree& tree, const std::string& key) {
  if (tree.is_map()) return tree.find(key);
  if (!tree.is_list()) return nullptr;
  const auto it = std::find_if(tree.items.begin(), tree.items.end(), [&](const Tree& item) {
    const Tree* id = item.find("id");
    return id != nullptr && id->text == key;
  });
  if (it != tree.items.end()) return &*it;
  const auto position = parse_number(key);
  if (!position || *position < 1 || *position > static_cast<double>(tree.items.size())) return nullptr;
  return &tree.items[static_cast<std::size_t>(*position) - 1];
}

}  // namespace

TextPlaces::TextPlaces(const std::vector<Source>& sources) {
  trees_.reserve(sources.size());
  for (const Source& source : sources) {
    Checked<Tree> tree = read_tree(source);
    if (!tree) continue;
    trees_.push_back(std::move(*tree));
    const Tree& kept = trees_.back();
    if (main_.tree != nullptr) {
      index(source.name(), kept, true);
      continue;
    }
    main_ = {source.name(), &kept};
    owners_["instrument"] = main_;
    for (const char* key : {"kinds", "vision", "outcomes"}) {
      if (const Tree* tree_of = kept.find(key)) owners_[key] = {source.name(), tree_of};
    }
    if (const Tree* overall = kept.find("overall")) {
      const Tree* id = overall->find("id");
      owners_[id == nullptr ? "overall" : id->text] = {source.name(), overall};
    }
    index_lists(source.name(), kept);
  }
}

void TextPlaces::index(const std::string& file, const Tree& tree, bool within) {
  if (const Tree* id = tree.find("id"); id != nullptr && id->is_scalar()) owners_[id->text] = {file, &tree};
  if (within) index_lists(file, tree);
}

void TextPlaces::index_lists(const std::string& file, const Tree& tree) {
  for (const std::string_view key : kLists) {
    const Tree* list = tree.find(key);
    if (list == nullptr) continue;
    for (const Tree& item : list->items) index(file, item, key == "nodes");
  }
}

TextPlace TextPlaces::of(const TextRef& ref) const {
  const auto it = owners_.find(ref.owner);
  if (it == owners_.end()) return {main_.file, 1};
  const Tree* at = it->second.tree;
  for (const std::string& key : ref.path) {
    const Tree* next = step(*at, key);
    if (next == nullptr) break;
    at = next;
  }
  return {it->second.file, at->at.line};
}

TextPlace TextPlaces::of(const Catalogue& catalogue, std::size_t text) const {
  const CatalogueText& one = catalogue.texts[text];
  if (one.standing == Standing::missing) return of(one.ref);
  return {catalogue.file, entry_of(catalogue, text).at.line};
}

}  // namespace sextant
