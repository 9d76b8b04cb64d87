#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/instrument/texts.hpp"
#include "engine/syntax/tree.hpp"

/// All texts of an instrument beside their translations into one language.
namespace sextant {

enum class Standing {
  missing,    ///< not translated
  current,    ///< translated, and the mark of its entry is that of today's source
  stale,      ///< translated, and the source has another mark by now
  untracked,  ///< translated, in an entry without a mark
};

/// "missing" and so on.
std::string_view name_of(Standing standing);

struct CatalogueText {
  TextRef ref;
  std::string translation;  ///< empty: none
  Standing standing = Standing::missing;

  const std::string& source() const { return ref.prose->source(); }
};

/// What belongs to one id: a run of the catalogue's texts.
struct CatalogueEntry {
  std::string owner;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string mark;     ///< that the translation file gives; empty: none
  std::string current;  ///< that of today's source texts
  Span at;  ///< of the mark in the translation file, or of the entry's key; line 0 where there is none
};

struct Catalogue {
  std::string language;
  std::string file;                  ///< the translation file; empty where there is none
  std::vector<CatalogueText> texts;  ///< in the order of the instrument: a node, its questions, the next node
  std::vector<CatalogueEntry> entries;

  /// How many texts stand so. Translations of something that the source leaves out are in no count.
  std::size_t count(Standing standing) const;
  /// How many texts the source has.
  std::size_t sources() const;
};

/// Whether the source has this text; a translation may stand there without one.
bool has_source(const CatalogueText& text);

/// What belongs to the same id as a text of the catalogue, by the text's index.
const CatalogueEntry& entry_of(const Catalogue& catalogue, std::size_t text);

/// The texts of an instrument with those of its language of that index. `file` is what the translation file
/// says, for its marks; nullptr where there is none. The catalogue refers to the instrument's texts, which
/// must outlive it.
Catalogue catalogue_of(Instrument& instrument, std::size_t language, const Tree* file);

/// Sets each text's standing from its translation and the mark of its entry.
void judge(Catalogue& catalogue);

}  // namespace sextant
