#pragma once

#include <cstddef>
#include <string>

namespace sextant::sheet {

/// What a cell has room for.
inline constexpr std::size_t kLongest = 32767;

/// Whether a cell has room for a text: `kLongest` characters, as spreadsheet programs count them (those
/// beyond the basic plane twice).
bool fits_cell(const std::string& text);

/// The first characters of a text, as many as fit, with "…" where some are left out.
std::string first(const std::string& text, std::size_t most);

/// A text such that XLSX gives it back as it is: the format takes "_x0041_" for a character, and the library
/// leaves it so.
std::string plain_text(const std::string& text);

}  // namespace sextant::sheet
