#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/diagnostics/diagnostic.hpp"
#include "engine/instrument/model.hpp"
#include "engine/syntax/tree.hpp"

namespace sextant {

/// Gives the text of a file that stands beside the main one, by its relative path; nothing where there is
/// none.
using ReadBeside = std::function<std::optional<Source>(const std::string& path)>;

struct LoadOptions {
  /// Which languages to read besides the source language; nothing: all that the instrument declares.
  std::optional<std::vector<std::string>> languages;
  /// Also look for what is no error but probably not meant, and for gaps in translations.
  bool lint = false;
  /// Leave a root without a title as it is, for work on the texts; otherwise it takes the instrument's title.
  bool as_written = false;
};

/// Reads an instrument from its main file and what it includes. Errors: everything in
/// docs/questionnaire-format.md under "Instrument" that the files break; all of them are reported.
Checked<Instrument> load_instrument(const Source& main, const ReadBeside& beside,
                                    const LoadOptions& options = {});

}  // namespace sextant
