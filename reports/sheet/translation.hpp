#pragma once

#include <string>

#include "engine/instrument/model.hpp"
#include "engine/translation/po.hpp"
#include "reports/sheet/sheet.hpp"

/// The texts of a questionnaire beside their translations, for translators; `read_sheet` and
/// `read_sheet_table` take them back.
namespace sextant::sheet {

/// A workbook with a guide and a sheet of texts, of which the translations alone are open. `texts` is what
/// `export_po` gives, `language` that of the translations. Words are in French where the source is, otherwise
/// in English, and the guide also in the other one where that is the language of the translations. What was
/// left out are the contexts of texts longer than a cell may hold.
Written translation_workbook(const Instrument& instrument, const std::string& language, const PoFile& texts);

/// The same lines as comma-separated values.
Written translation_table(const Instrument& instrument, const std::string& language, const PoFile& texts);

}  // namespace sextant::sheet
