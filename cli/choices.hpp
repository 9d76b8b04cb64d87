#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/diagnostics/diagnostic.hpp"
#include "engine/instrument/model.hpp"

/// What options name in a questionnaire. Each is nothing where the name is empty and, with an error and the
/// nearest name in `diagnostics`, where the questionnaire does not have it.
namespace sextant::cli {

/// The edition that --edition names, as its index.
std::optional<std::size_t> edition_named(const std::string& id, const Instrument& instrument,
                                         std::vector<Diagnostic>& diagnostics);

/// The node that `option` names, one of `among`.
std::optional<std::size_t> node_named(const std::string& id, const std::string& option,
                                      const Instrument& instrument, const std::vector<std::size_t>& among,
                                      std::vector<Diagnostic>& diagnostics);

}  // namespace sextant::cli
