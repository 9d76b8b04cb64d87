#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "cli/options.hpp"
#include "cli/options_raw.hpp"

namespace sextant::cli {

/// The options of the verbs that lead to answers: new, form, sheet, paper, import, answer. Nothing for
/// others.
void add_answering_options(CLI::App& sub, const std::string& name, Raw& raw, Lang lang);

/// Judges what these verbs were given.
Command to_form(const Raw& raw, const Refuse& refuse);
Command to_answer(const Raw& raw, const Refuse& refuse);
Command to_sheet(const Raw& raw, const Refuse& refuse);
Command to_paper(const Raw& raw, const Refuse& refuse);
Command to_import(const Raw& raw, const Refuse& refuse);

}  // namespace sextant::cli
