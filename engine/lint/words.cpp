#include <algorithm>
#include <string_view>

#include "engine/lint/lint.hpp"

namespace sextant {

namespace {

/// The plain words of YAML 1.1 that mean true or false, in its three spellings.
bool is_boolean_elsewhere(std::string_view text) {
  constexpr std::string_view kWords[] = {"y",    "Y",    "n",    "N",     "yes",   "Yes",  "YES", "no",
                                         "No",   "NO",   "on",   "On",    "ON",    "off",  "Off", "OFF",
                                         "true", "True", "TRUE", "false", "False", "FALSE"};
  return std::find(std::begin(kWords), std::end(kWords), text) != std::end(kWords);
}

/// Keys whose values are ids, codes or texts, never a yes or no.
bool holds_text(std::string_view key) {
  constexpr std::string_view kKeys[] = {"id",      "iso",     "title",     "short_title", "name",  "text",
                                        "kind",    "group",   "tags",      "unit",        "one",   "many",
                                        "aliases", "because", "node",      "language",    "about", "help",
                                        "under",   "tag",     "languages", "of",          "reason"};
  return std::find(std::begin(kKeys), std::end(kKeys), key) != std::end(kKeys);
}

void look_at(const Tree& tree, bool text, Sink& sink) {
  if (tree.is_scalar() && text && !tree.quoted && is_boolean_elsewhere(tree.text)) {
    sink.add(Code::unquoted_word, tree.at, {{"value", tree.text}});
  }
  for (const Tree& item : tree.items) look_at(item, text, sink);
  for (const TreeEntry& entry : tree.entries) look_at(entry.value, holds_text(entry.key), sink);
}

}  // namespace

void lint_words(const Tree& tree, Sink& sink) {
  look_at(tree, false, sink);
}

}  // namespace sextant
