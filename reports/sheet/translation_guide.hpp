#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "engine/instrument/model.hpp"
#include "engine/text/language.hpp"
#include "engine/translation/catalogue.hpp"
#include "reports/sheet/book.hpp"

namespace sextant::sheet {

/// How many texts stand so, by Standing.
using TextCounts = std::array<std::size_t, 4>;

/// How the sheet of texts calls a standing.
Bilingual state_word(Standing standing);

/// The first page: what the workbook is, how much there is to do, and how it is done.
void translation_guide(Book& book, const Instrument& instrument, const std::string& language,
                       const TextCounts& counts);

}  // namespace sextant::sheet
