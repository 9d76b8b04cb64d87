#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "cli/options.hpp"
#include "cli/options_raw.hpp"

namespace sextant::cli {

/// The options of the verbs that lead to answers: new, form, sheet, paper, import, answer. Nothing for
/// others.
void add_answering_options(CLI::App& sub, const std::string& name, Raw& raw, Lang lang);

}  // namespace sextant::cli
