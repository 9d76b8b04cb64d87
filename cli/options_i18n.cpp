#include "cli/options_i18n.hpp"

#include <algorithm>
#include <filesystem>

#include "engine/diagnostics/diagnostic.hpp"

namespace sextant::cli {

namespace {

/// Options that belong to other actions than the one that was given.
std::optional<Refusal> stray_option(const std::string& action, const I18nOptions& options) {
  const bool status = options.action == I18nAction::status;
  const bool exporting = options.action == I18nAction::export_po;
  const std::pair<bool, const char*> strays[] = {
      {options.missing && !exporting, "--missing"}, {options.stale && !exporting, "--stale"},
      {options.strict && !status, "--strict"},      {options.json && !status, "--json"},
      {options.replace && !exporting, "--replace"}, {!options.output.empty() && status, "-o"}};
  for (const auto& [stray, name] : strays) {
    if (!stray) continue;
    return Refusal{{"{option} does not go with \"{action}\"", "{option} ne va pas avec « {action} »"},
                   {{"option", name}, {"action", action}},
                   {}};
  }
  return std::nullopt;
}

/// Whether the name asks for something that is not written.
bool is_unwritten(const std::string& output) {
  const std::string end = std::filesystem::path(output).extension().string();
  return !end.empty() && end != ".po" && end != ".pot" && end != ".xlsx" && end != ".csv";
}

bool is_no_translation(const std::string& output) {
  const std::string end = std::filesystem::path(output).extension().string();
  return !end.empty() && end != ".yaml" && end != ".yml";
}

}  // namespace

void add_i18n_flags(CLI::App& verb, bool& missing, bool& stale, bool& strict, bool& replace, Lang lang) {
  const auto add = [&](const char* name, bool& target, Bilingual what) {
    verb.add_flag(name, target, std::string(what(lang)));
  };
  add("--missing", missing, {"only texts without a translation", "seulement les textes sans traduction"});
  add("--stale", stale,
      {"only texts whose source has changed", "seulement les textes dont la source a changé"});
  add("--strict", strict,
      {"missing and stale texts count as errors",
       "les textes manquants ou dépassés comptent comme des erreurs"});
  add("--replace", replace, {"write over a file that is there", "remplacer un fichier qui existe"});
}

std::optional<Refusal> take_i18n(const std::vector<std::string>& words, I18nOptions& options) {
  static const std::vector<std::string> actions = {"status", "export", "import"};
  if (words.empty()) {
    return Refusal{
        {"say what to do: status, export or import", "indiquez l'action : status, export ou import"}, {}, {}};
  }
  const auto it = std::find(actions.begin(), actions.end(), words[0]);
  if (it == actions.end()) {
    return Refusal{{"\"{value}\" is not one of: {choices}", "« {value} » ne fait pas partie de : {choices}"},
                   {{"value", words[0]}, {"choices", "status, export, import"}},
                   nearest(words[0], actions)};
  }
  options.action = static_cast<I18nAction>(it - actions.begin());
  if (words.size() < 2) {
    return Refusal{{"say which questionnaire: sextant i18n {action} six-pillars",
                    "indiquez le questionnaire : sextant i18n {action} six-pillars"},
                   {{"action", words[0]}},
                   {}};
  }
  options.instrument = words[1];
  const bool importing = options.action == I18nAction::import_po;
  if (importing && words.size() < 3) {
    return Refusal{{"say which file to take: sextant i18n import {instrument} es.xlsx",
                    "indiquez le fichier à reprendre : sextant i18n import {instrument} es.xlsx"},
                   {{"instrument", words[1]}},
                   {}};
  }
  const std::size_t most = importing ? 3 : 2;
  if (words.size() > most) {
    return Refusal{
        {"\"{value}\" is one word too many", "« {value} » est de trop"}, {{"value", words[most]}}, {}};
  }
  if (importing) options.po = words[2];
  if (auto stray = stray_option(words[0], options)) return stray;
  if (options.action == I18nAction::export_po && options.language.empty()) {
    return Refusal{{"say which language: --lang es", "indiquez la langue : --lang es"}, {}, {}};
  }
  if (options.action == I18nAction::export_po && options.output.empty()) {
    return Refusal{{"say which file to write: -o {language}.xlsx, or {language}.po for translation programs",
                    "indiquez le fichier à écrire : -o {language}.xlsx, ou {language}.po pour les logiciels "
                    "de traduction"},
                   {{"language", options.language}},
                   {}};
  }
  if (options.action == I18nAction::export_po && is_unwritten(options.output)) {
    return Refusal{{"texts are written as .xlsx, which LibreOffice and Excel open, as .csv or as .po",
                    "les textes sont écrits en .xlsx, que LibreOffice et Excel ouvrent, en .csv ou en .po"},
                   {},
                   {}};
  }
  if (importing && is_no_translation(options.output)) {
    return Refusal{{"a translation is a .yaml file, not \"{path}\"",
                    "une traduction est un fichier .yaml, pas « {path} »"},
                   {{"path", options.output}},
                   {}};
  }
  if (importing && !options.language.empty() && options.language != "en" && options.language != "fr") {
    return Refusal{{"the file says what its language is; --lang chooses that of messages, en or fr",
                    "le fichier dit quelle est sa langue ; --lang choisit celle des messages, en ou fr"},
                   {},
                   {}};
  }
  return std::nullopt;
}

}  // namespace sextant::cli
