#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/diagnostics/diagnostic.hpp"

/// What a closed round consisted of: ROUND.sha256 beside ROUND.yaml, with a line for it and for each file in
/// ROUND.respondents, as `sha256sum --check` reads it.
namespace sextant::cli {

std::string manifest_of(const std::string& round_file);

/// Writes it; nothing: it worked.
std::optional<Diagnostic> write_manifest(const std::string& round_file);

/// What is not as it was when the round was closed: files that changed, are missing or are new. Nothing where
/// there is no manifest, save a warning where the round says that it is closed.
std::vector<Diagnostic> check_manifest(const std::string& round_file, bool closed);

}  // namespace sextant::cli
