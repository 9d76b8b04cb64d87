#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/app.hpp"
#include "engine/instrument/model.hpp"
#include "engine/translation/catalogue.hpp"

namespace sextant::cli {

/// An instrument in its own language, with the files that it was read from.
struct SourceInstrument {
  std::string main;             ///< the path of its main file
  std::vector<Source> sources;  ///< the main file, then those that it includes
  std::unique_ptr<Instrument> instrument;
};

/// Loads an instrument without its translations. Nothing: `diagnostics` say why.
std::optional<SourceInstrument> load_source_texts(const Context& context, const std::string& name,
                                                  std::vector<Diagnostic>& diagnostics);

/// The path of an instrument's translation into a language.
std::string translation_path(const SourceInstrument& source, const std::string& language);

/// The instrument's texts with what its translation file says, if there is one. A language that the
/// instrument does not list is added to it. Nothing: the file has errors.
std::optional<Catalogue> load_catalogue(SourceInstrument& source, const std::string& language,
                                        std::vector<Diagnostic>& diagnostics);

/// The same with a translation that is at hand.
std::optional<Catalogue> read_catalogue(SourceInstrument& source, const std::string& language,
                                        const Source& translation, std::vector<Diagnostic>& diagnostics);

}  // namespace sextant::cli
