#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/diagnostics/diagnostic.hpp"
#include "engine/translation/catalogue.hpp"

/// The part of the PO format (GNU gettext) that translators' tools write for texts without plural forms. Why
/// it is read and written here: docs/adr/0006-po-files.md.
namespace sextant {

/// What a row of a translators' sheet knows beside its texts: PO files have no room for it.
struct RowMarks {
  std::string source;                     ///< `short_hash` of the source text that the row shows
  std::string translation;                ///< `translation_mark` of the translation that it was written with
  Standing standing = Standing::missing;  ///< when it was written
  bool still_right = false;               ///< the translator says that nothing has to be changed
};

/// One text with its translation.
struct PoEntry {
  std::vector<std::string> notes;       ///< `# `, for and by translators
  std::vector<std::string> extracted;   ///< `#. `, from whoever wrote the texts
  std::vector<std::string> references;  ///< `#: `, where the text stands
  bool fuzzy = false;                   ///< the translation has to be looked at
  std::string context;                  ///< msgctxt; empty: none
  std::string source;                   ///< msgid
  std::string text;                     ///< msgstr; empty: not translated
  Span at;                              ///< the entry's first keyword
  Span source_at;
  Span text_at;
  Span fuzzy_at;
  std::string section;            ///< the heading under which a sheet has it, in the source language
  std::string kept;               ///< what stands in braces: "{node}, {level}"
  std::optional<RowMarks> marks;  ///< of a sheet, or for one
  std::string cell;               ///< of a workbook: where the translation stands, as "Texts!E7"
};

struct PoFile {
  std::vector<std::pair<std::string, std::string>> header;  ///< fields in their order
  Span header_at{1, 1, 1};  ///< where there is no header, the start of the file
  /// In a workbook, where it says the same of itself; empty elsewhere.
  std::string header_cell;
  std::string language_cell;
  std::string version;  ///< of the questionnaire, where a sheet names it
  std::vector<PoEntry> entries;

  /// A field of the header, its name in any case; empty where there is none.
  std::string field(std::string_view name) const;
};

/// Reads a PO file. Everything in it must be understood, or there is no value: lines that are no PO, unknown
/// escapes, plural forms, the same text twice. Obsolete entries (`#~`) are passed over.
Checked<PoFile> read_po(const Source& source);

/// The file as text, lines of about 80 columns. What was written is read back as the same entries.
std::string write_po(const PoFile& file);

}  // namespace sextant
