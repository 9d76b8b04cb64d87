#include "engine/library/model.hpp"

#include <algorithm>

namespace sextant {

std::string_view name_of(ResourceKind kind) {
  constexpr std::string_view kNames[] = {"framework", "standard", "guidance", "programme",
                                         "data",      "report",   "treaty"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view name_of(ResourceLevel level) {
  constexpr std::string_view kNames[] = {"international", "regional", "national"};
  return kNames[static_cast<std::size_t>(level)];
}

const Note* NoteLibrary::of(std::size_t node) const {
  const auto it =
      std::find_if(notes.begin(), notes.end(), [&](const Note& note) { return note.node == node; });
  return it == notes.end() ? nullptr : &*it;
}

std::vector<std::size_t> NoteLibrary::resources_for(const Instrument& instrument, std::size_t node) const {
  std::vector<std::size_t> own;
  std::vector<std::size_t> above;
  for (std::size_t i = 0; i < resources.size(); ++i) {
    const std::vector<std::size_t>& nodes = resources[i].nodes;
    if (std::find(nodes.begin(), nodes.end(), node) != nodes.end()) {
      own.push_back(i);
    } else if (std::any_of(nodes.begin(), nodes.end(),
                           [&](std::size_t one) { return instrument.below(node, one); })) {
      above.push_back(i);
    }
  }
  own.insert(own.end(), above.begin(), above.end());
  return own;
}

}  // namespace sextant
