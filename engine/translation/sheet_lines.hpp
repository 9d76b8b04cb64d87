#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/translation/sheet.hpp"

/// Lines of a translators' sheet and their titles.
namespace sextant {

/// One row's cells, by column.
using SheetLine = std::vector<const workbook::Cell*>;

/// Without blanks around it.
std::string trimmed_cell(const std::string& text);
std::vector<SheetLine> lines_of(const workbook::Sheet& sheet);
/// What stands in each column of a line.
std::vector<std::string> titles_of(const SheetLine& line);
/// The fields of kSheetTitles that columns hold, parallel to them; "-" for what only informs; empty for an
/// unknown title or none.
std::vector<std::string> sheet_columns(const std::vector<std::string>& titles);
/// The title of what is read that is nearest to one that is not known; empty where none is near.
std::string nearest_sheet_title(const std::string& title);
/// What stands beside a key, on the page that says what a workbook was made from.
std::string origin_value(const workbook::Sheet& sheet, std::string_view key);

}  // namespace sextant
