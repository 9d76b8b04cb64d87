#pragma once

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/diagnostics/diagnostic.hpp"
#include "engine/instrument/texts.hpp"
#include "engine/syntax/fields.hpp"

namespace sextant {

/// Reads a translation file into the texts of an instrument, as its language of that index (not 0, the
/// source). With `lint`, gaps, entries whose source has changed and terms translated otherwise are warnings.
std::vector<Diagnostic> read_translation(Instrument& instrument, const Source& source, std::size_t language,
                                         bool lint);

/// The short hash that a translation entry carries in `source`: of all source texts of one owner, in order.
std::string source_hash(const std::vector<const TextRef*>& texts);

/// Puts the entries of a translation (id: texts) where they belong, in one language. `refs` outlives it.
class Translator {
 public:
  Translator(const std::vector<TextRef>& refs, const std::vector<std::string>& languages,
             std::size_t language, bool lint);

  /// One file's entries. With `lint`, reports gaps and sources that have changed since.
  void read(const std::vector<TreeEntry>& entries, Sink& sink);
  /// The head of a translation file: its kind, what it translates and into what.
  void check_head(Fields& top, const std::string& of, Sink& sink) const;
  /// The owners that have texts and of which no file said anything, sorted.
  std::vector<std::string> absent() const;
  /// Warns of translations that use none of a term's words where the source uses one. After all is read.
  void check_terms(const std::vector<Term>& glossary, Sink& sink) const;
  const std::string& tag() const { return languages_[language_]; }

 private:
  void read_entry(const TreeEntry& entry, const std::vector<const TextRef*>& texts, Sink& sink);
  void read_list(const TextRef& ref, const Tree& tree, Sink& sink) const;
  void check_gaps(const TreeEntry& entry, const std::vector<const TextRef*>& texts, Sink& sink) const;

  const std::vector<std::string>& languages_;
  std::size_t language_;
  bool lint_;
  std::unordered_map<std::string, std::vector<const TextRef*>> by_id_;
  std::vector<std::string> owners_;  ///< sorted
  std::vector<std::string> seen_;
  std::vector<std::pair<const TextRef*, Span>> read_;  ///< every text that was read, and where
};

}  // namespace sextant
