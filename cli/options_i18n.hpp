#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "engine/text/fill.hpp"

namespace sextant::cli {

/// What is wrong with a command line, for the message of its verb.
struct Refusal {
  Bilingual text;
  Args args;
  std::string suggestion;
};

/// The flags that only `sextant i18n` has.
void add_i18n_flags(CLI::App& verb, bool& missing, bool& stale, bool& strict, bool& replace, Lang lang);

/// Sorts what `sextant i18n` was given besides options into `options`, and judges the whole. Nothing: all is
/// well.
std::optional<Refusal> take_i18n(const std::vector<std::string>& words, I18nOptions& options);

}  // namespace sextant::cli
