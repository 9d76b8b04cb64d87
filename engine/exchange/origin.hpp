#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/workbook/workbook.hpp"

/// What the sheets of a workbook were made from. One hidden sheet says it of the whole; each sheet bears a
/// mark in a hidden cell too, for when it is copied into another workbook.
namespace sextant::exchange {

/// "sextant|six-pillars|2026.1|1a2b3c4d".
std::string sheet_mark(const std::string& instrument, const std::string& version,
                       const std::string& fingerprint);
bool is_sheet_mark(const std::string& text);

/// An instrument as a cell names it.
struct Origin {
  std::string instrument;
  std::string version;
  std::string fingerprint;  ///< or its beginning; may be empty
  const workbook::Sheet* sheet = nullptr;
  const workbook::Cell* cell = nullptr;  ///< where it says so

  bool same_version(const Origin& other) const {
    return instrument == other.instrument && version == other.version;
  }
  /// "six-pillars 2026.1".
  std::string name() const { return instrument + (version.empty() ? "" : " " + version); }
};

struct Origins {
  std::optional<Origin> whole;    ///< nothing: no sheet says it
  std::optional<Origin> another;  ///< that contradicts `whole`, where neither is known to be meant
  std::vector<Origin> marks;      ///< of single sheets
};

Origins origins_of(const workbook::Workbook& book);

}  // namespace sextant::exchange
