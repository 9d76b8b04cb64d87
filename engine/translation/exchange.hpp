#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/diagnostics/diagnostic.hpp"
#include "engine/translation/catalogue.hpp"
#include "engine/translation/po.hpp"

/// The way of a translation to translators and back.
namespace sextant {

struct ExportOptions {
  bool missing = false;  ///< texts without a translation
  bool stale = false;    ///< texts whose source has changed; neither: all texts
};

/// Where a text stands, as `file:line`.
using PlaceOf = std::function<std::string(const TextRef&)>;

/// The texts of a catalogue for a translator: what each one is, where it stands, its translation so far, and
/// what a sheet marks its row with.
/// Stale ones are marked fuzzy. Comments are in French where the source is, else in English.
PoFile export_po(const Instrument& instrument, const Catalogue& catalogue, const PlaceOf& place,
                 const ExportOptions& options);

/// What an import did.
struct ImportTally {
  std::size_t taken = 0;    ///< entries whose text the translation now has
  std::size_t changed = 0;  ///< of those, texts that are new or other than before
  std::size_t refused = 0;  ///< entries with a problem
  std::size_t fuzzy = 0;
  std::size_t stale = 0;      ///< rows of a sheet that are stale and were left as they were
  std::size_t overtaken = 0;  ///< rows that were left as they were, and are translated otherwise by now
  std::size_t empty = 0;
};

/// By which a translation is known to be as it was, whatever blanks stand around it.
std::string translation_mark(const std::string& text);

/// The language that the header of a PO file names, as a tag: `pt_BR` is pt-BR. Empty where it names none, or
/// the file is not fit to be taken at all; `sink` says why.
std::string po_language(const PoFile& file, const Instrument& instrument, Sink& sink);

/// Takes from a PO file what fits today's source into a catalogue of the same language. Entries that are not
/// taken leave what was there, and are reported: unknown ids, another source, places like {node} lost or
/// invented, fuzzy ones, empty ones. An entry all of whose texts came from the file has the mark of today's
/// source afterwards. Of a sheet, nor are rows taken that were left as they were and are stale, or whose
/// translation is another by now; of those without a mark, only what was touched counts as confirmed.
ImportTally import_po(const PoFile& file, const Instrument& instrument, Catalogue& catalogue, Sink& sink);

}  // namespace sextant
