#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "engine/instrument/texts.hpp"
#include "engine/syntax/tree.hpp"
#include "engine/translation/catalogue.hpp"

namespace sextant {

/// Where a text stands.
struct TextPlace {
  std::string file;
  int line = 0;
};

/// Finds texts in the files of an instrument that loads without errors.
class TextPlaces {
 public:
  /// `sources`: the main file and those that it includes, the main one first.
  explicit TextPlaces(const std::vector<Source>& sources);

  /// The place of a text, or of the nearest thing around it that was found.
  TextPlace of(const TextRef& ref) const;
  /// Where to put right what is wrong with a text of a catalogue: in the source where it is missing, in the
  /// translation file where it is stale or untracked.
  TextPlace of(const Catalogue& catalogue, std::size_t text) const;

 private:
  struct Owner {
    std::string file;
    const Tree* tree;
  };
  /// `within`: what stands below it is looked at too.
  void index(const std::string& file, const Tree& tree, bool within);
  void index_lists(const std::string& file, const Tree& tree);

  std::vector<Tree> trees_;
  std::unordered_map<std::string, Owner> owners_;
  Owner main_{};
};

}  // namespace sextant
