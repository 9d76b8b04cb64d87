#pragma once

#include <fmt/format.h>

#include <optional>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "engine/text/fill.hpp"

/// What the two halves of parsing a command line share: words first, then what each verb makes of them.
namespace sextant::cli {

/// Everything that options may say, before it is sorted out by verb. CLI11 fills it as text; values are
/// judged here.
struct Raw {
  std::vector<std::string> paths, decide;
  std::string instrument, unit, round, date, output, table, columns, format, kind, pillar, paper, only, jobs,
      lang, colour, against, node, runs, seed, answers, reason, edition, last, code, respondent;
  bool strict = false, strict_i18n = false, json = false, csv = false, no_input = false;
  bool missing = false, stale = false, glossary = false, again = false, cheapest = false, keep_groups = false,
       close = false, replace = false, keying = false, plan_only = false, anonymous = false, plan = false;
};

/// Builds the error message of one verb.
class Refuse {
 public:
  Refuse(std::string verb, Lang lang) : verb_(std::move(verb)), lang_(lang) {}
  UsageError operator()(Bilingual text, const Args& args = {}, const std::string& suggestion = {}) const {
    std::string message = fill(text(lang_), args);
    if (!suggestion.empty()) {
      message += lang_ == Lang::fr ? fmt::format(" ; vouliez-vous dire « {} » ?", suggestion)
                                   : fmt::format("; did you mean \"{}\"?", suggestion);
    }
    return {verb_, message};
  }

 private:
  std::string verb_;
  Lang lang_;
};

inline constexpr Bilingual kOneOf{"\"{value}\" is not one of: {choices}",
                                  "« {value} » ne fait pas partie de : {choices}"};

/// The words between commas; empty ones are left out.
std::vector<std::string> split(const std::string& text);

/// The error for the first word that is not known.
std::optional<UsageError> not_among(const std::vector<std::string>& words,
                                    const std::vector<std::string>& known, const Refuse& refuse);

/// Whether the name of a file to write has one of these ends (".html"), or none at all, is "-" or a folder.
bool ends_in(const std::string& path, const std::vector<std::string>& ends);

/// The error for a name of something else than an answers file.
std::optional<UsageError> not_answers(const std::string& path, const Refuse& refuse);

/// The error for a name of something else than a document, or of one in another format than was asked for.
std::optional<UsageError> not_its_format(const std::string& path, const std::optional<Format>& format,
                                         const Refuse& refuse);

/// Judges the options of one verb.
Command to_command(const std::string& verb, Raw& raw, const Refuse& refuse);

}  // namespace sextant::cli
