#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diagnostics/diagnostic.hpp"
#include "engine/text/language.hpp"
#include "engine/translation/po.hpp"
#include "engine/workbook/workbook.hpp"

/// The translators' sheet: source and translation side by side, as a workbook or a table. It is read into the
/// same value as a PO file, and judged by the same `import_po`.
namespace sextant {

/// A column of the sheet: what it holds and its title, by which it is found wherever it stands. Those that
/// only inform have the field "-".
struct SheetTitle {
  std::string_view field;
  Bilingual title;
};
inline constexpr std::array<SheetTitle, 10> kSheetTitles = {{
    {"-", {"What it is", "De quoi il s'agit"}},
    {"-", {"ID", "Identifiant"}},
    {"-", {"Source text", "Texte source"}},
    {"-", {"Keep as it is", "À garder tel quel"}},
    {"translation", {"Translation", "Traduction"}},
    {"-", {"State", "État"}},
    {"still", {"Still right", "Toujours juste"}},
    {"remark", {"Remark", "Remarque"}},
    {"key", {"key", "key"}},
    {"mark", {"source mark", "source mark"}},
}};

/// What a heading has for its key; its mark is the origin of the whole.
inline constexpr std::string_view kHeadingKey = "#";
/// What the guide has in a hidden cell, so that it is not taken for somebody's own sheet.
inline constexpr std::string_view kGuideKey = "#guide";
/// What such a sheet calls itself.
inline constexpr std::string_view kSheetFormat = "translators/1";

/// "1a2b3c4d 5e6f7a8b stale".
std::string text_of(const RowMarks& marks);
/// "translators/1 es six-pillars 2026.1".
std::string origin_of(const std::string& language, const std::string& instrument, const std::string& version);

/// Whether a line of titles begins a table of texts to translate.
bool is_translators_line(const std::vector<std::string>& titles);

enum class SheetKind { other, answers, translations };
/// What Sextant wrote a workbook for, by the page that says so or by its titles.
SheetKind sheet_kind(const workbook::Workbook& book);

/// Reads the sheet from XLSX or ODS; `source` has the file's name. Remarks are reported as warnings. Rows
/// that cannot be read are reported and left out; there is no value where the whole cannot be taken.
Checked<PoFile> read_sheet(std::string_view bytes, const Source& source);
/// The same from comma-separated values.
Checked<PoFile> read_sheet_table(const Source& source);

}  // namespace sextant
