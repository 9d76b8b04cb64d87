#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <optional>
#include <system_error>

#include "cli/options_answering.hpp"
#include "cli/options_i18n.hpp"
#include "cli/options_raw.hpp"
#include "engine/diagnostics/diagnostic.hpp"
#include "engine/syntax/fields.hpp"
#include "engine/text/number.hpp"

namespace sextant::cli {

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> out;
  std::string word;
  for (const char c : text + ",") {
    if (c != ',') {
      word += c;
    } else if (!word.empty()) {
      out.push_back(std::exchange(word, {}));
    }
  }
  return out;
}

std::optional<UsageError> not_among(const std::vector<std::string>& words,
                                    const std::vector<std::string>& known, const Refuse& refuse) {
  for (const std::string& word : words) {
    if (std::find(known.begin(), known.end(), word) != known.end()) continue;
    return refuse(kOneOf, {{"value", word}, {"choices", fmt::format("{}", fmt::join(known, ", "))}},
                  nearest(word, known));
  }
  return std::nullopt;
}

namespace {

std::optional<double> whole_number(const std::string& text, double least, double most) {
  const auto number = parse_number(text);
  if (!number || *number < least || *number > most || *number != std::floor(*number)) return std::nullopt;
  return number;
}

Command to_learn(const Raw& raw, const Refuse& refuse) {
  if (!raw.answers.empty() + raw.glossary + !raw.paths.empty() > 1) {
    return refuse({"give ids, --for or --glossary, one of the three",
                   "donnez des identifiants, --for ou --glossary, l'un des trois"});
  }
  if (raw.format == "md" && (raw.answers.empty() || raw.json)) {
    return refuse({"--format md is for an agenda (--for), without --json",
                   "--format md vaut pour un programme de cours (--for), sans --json"});
  }
  return LearnOptions{raw.paths, raw.answers, raw.instrument, raw.glossary, raw.format == "md", raw.json};
}

Command to_merge(const Raw& raw, const Refuse& refuse) {
  if (raw.paths.empty()) {
    return refuse({"give the respondents' files, or their folder",
                   "indiquez les fichiers des répondants, ou leur dossier"});
  }
  if (raw.output.empty()) {
    return refuse(
        {"say which file to write: -o COUNTRY.yaml", "indiquez le fichier à écrire : -o PAYS.yaml"});
  }
  if (raw.output == "-" && (raw.json || raw.keep_groups)) {
    return refuse(
        {"-o - goes without --json and --keep-groups", "-o - ne va ni avec --json ni avec --keep-groups"});
  }
  if (raw.decide.empty() != raw.reason.empty() || (raw.decide.empty() && !raw.date.empty())) {
    return refuse(
        {"a decision has a question, a value and a reason: --decide CI-03=2 --reason \"The census.\"",
         "une décision a une question, une valeur et une raison : --decide CI-03=2 --reason "
         "\"Le recensement.\""});
  }
  for (const std::string& one : raw.decide) {
    if (one.find('=') != std::string::npos) continue;
    return refuse({"--decide needs QUESTION=VALUE, not \"{value}\"",
                   "--decide demande QUESTION=VALEUR, pas « {value} »"},
                  {{"value", one}});
  }
  if (!raw.date.empty() && !is_date(raw.date)) {
    return refuse({"--date needs a day such as 2025-03-26, not \"{value}\"",
                   "--date demande un jour comme 2025-03-26, pas « {value} »"},
                  {{"value", raw.date}});
  }
  if (auto other = not_answers(raw.output, refuse)) return *other;
  return MergeOptions{raw.paths,  raw.instrument, raw.output,      raw.decide,
                      raw.reason, raw.date,       raw.keep_groups, raw.json};
}

constexpr Bilingual kDocumentEnds{
    "the file's ending says its form: .pdf, .html, .docx or .md, not \"{path}\"",
    "la fin du nom dit la forme du fichier : .pdf, .html, .docx ou .md, pas « {path} »"};

/// The format of a document by its file's ending.
std::optional<UsageError> take_format(const std::string& path, Format& format, const Refuse& refuse) {
  const auto named = format_of_file(path);
  if (named) format = *named;
  if (named) return std::nullopt;
  return refuse(kDocumentEnds, {{"path", path}});
}

}  // namespace

bool ends_in(const std::string& path, const std::vector<std::string>& ends) {
  const std::string end = std::filesystem::path(path).extension().string();
  std::error_code error;
  return end.empty() || std::find(ends.begin(), ends.end(), end) != ends.end() ||
         std::filesystem::is_directory(path, error);
}

std::optional<UsageError> not_answers(const std::string& path, const Refuse& refuse) {
  if (ends_in(path, {".yaml", ".yml"})) return std::nullopt;
  return refuse({"an answers file is a .yaml file, not \"{path}\"",
                 "un fichier de réponses est un fichier .yaml, pas « {path} »"},
                {{"path", path}});
}

std::optional<UsageError> not_its_format(const std::string& path, const std::optional<Format>& format,
                                         const Refuse& refuse) {
  if (ends_in(path, {})) return std::nullopt;
  const auto named = format_of_file(path);
  if (!named) return refuse(kDocumentEnds, {{"path", path}});
  if (!format || *format == *named) return std::nullopt;
  return refuse(
      {"--format {format} does not go with \"{path}\"", "--format {format} ne va pas avec « {path} »"},
      {{"format", std::string(name_of(*format))}, {"path", path}});
}

Command to_command(const std::string& verb, Raw& raw, const Refuse& refuse) {
  const TableOptions table{raw.table, raw.unit, raw.round, raw.columns};
  if (verb == "check") {
    if (raw.paths.empty())
      return refuse({"give a file or folder to check", "indiquez un fichier ou un dossier à vérifier"});
    if (raw.json && raw.against.empty()) {
      return refuse({"--json goes with --against", "--json va avec --against"});
    }
    return CheckOptions{raw.paths, raw.instrument, raw.strict, raw.strict_i18n, raw.against, raw.json};
  }
  if (verb == "new") {
    if (raw.instrument.empty())
      return refuse(
          {"say which questionnaire: -q six-pillars", "indiquez le questionnaire : -q six-pillars"});
    if (!raw.paths.empty())
      return refuse({"\"{value}\" is one word too many", "« {value} » est de trop"},
                    {{"value", raw.paths[0]}});
    if (raw.unit.empty())
      return refuse({"say who is assessed: --unit MAR", "indiquez qui est évalué : --unit MAR"});
    if (raw.output.empty())
      return refuse(
          {"say which file to write: -o {unit}.yaml", "indiquez le fichier à écrire : -o {unit}.yaml"},
          {{"unit", raw.unit}});
    if (auto other = not_answers(raw.output, refuse)) return *other;
    return NewOptions{raw.instrument, raw.unit, raw.round, raw.date, raw.output};
  }
  if (verb == "answer") return to_answer(raw, refuse);
  if (verb == "form") return to_form(raw, refuse);
  if (verb == "sheet") return to_sheet(raw, refuse);
  if (verb == "paper") return to_paper(raw, refuse);
  if (verb == "import") return to_import(raw, refuse);
  if (verb == "score") {
    if (raw.paths.empty() && raw.table.empty())
      return refuse({"give an answers file, or a table with --table",
                     "indiquez un fichier de réponses, ou un tableau avec --table"});
    if (!raw.paths.empty() && !raw.table.empty())
      return refuse({"give answers files or --table, not both",
                     "indiquez des fichiers de réponses ou --table, pas les deux"});
    if (!raw.table.empty() && raw.instrument.empty())
      return refuse({"a table needs its questionnaire: -q INSTRUMENT",
                     "un tableau demande son questionnaire : -q QUESTIONNAIRE"});
    return ScoreOptions{raw.paths, raw.instrument, table, raw.json};
  }
  if (verb == "explain") {
    if (raw.paths.empty()) {
      return refuse({"give an answers file, and the id of a node",
                     "indiquez un fichier de réponses, et l'identifiant d'un nœud"});
    }
    return ExplainOptions{raw.paths[0], {raw.paths.begin() + 1, raw.paths.end()}, raw.instrument, raw.json};
  }
  if (verb == "agreement") {
    if (raw.paths.empty()) {
      return refuse({"give a country's file, or the folder of its respondents' files",
                     "indiquez le fichier d'un pays, ou le dossier des fichiers de ses répondants"});
    }
    return AgreementOptions{raw.paths, raw.instrument, raw.json};
  }
  if (verb == "rounds" || verb == "status" || verb == "feedback") {
    if (raw.paths.empty()) {
      return refuse({"give a folder or answers files", "indiquez un dossier ou des fichiers de réponses"});
    }
    if (raw.close && raw.json)
      return refuse({"--close goes without --json", "--close ne va pas avec --json"});
    if (verb == "rounds") return RoundsOptions{raw.paths, raw.instrument, raw.close, raw.json};
    if (verb == "status") return StatusOptions{raw.paths, raw.instrument, raw.json};
    return FeedbackOptions{raw.paths, raw.instrument, raw.json};
  }
  if (verb == "merge") return to_merge(raw, refuse);
  if (verb == "robustness") {
    if (raw.paths.empty()) return refuse({"give an answers file", "indiquez un fichier de réponses"});
    RobustnessOptions out{raw.paths, raw.instrument, raw.node, 0, std::nullopt, raw.json};
    const auto runs = whole_number(raw.runs, 1, 1e6);
    const auto seed = whole_number(raw.seed, 0, 1e15);
    if (!raw.runs.empty() && !runs) {
      return refuse({"--runs needs a whole number from 1 to 1000000",
                     "--runs demande un nombre entier de 1 à 1000000"});
    }
    if (!raw.seed.empty() && !seed) {
      return refuse({"--seed needs a whole number", "--seed demande un nombre entier"});
    }
    if (runs) out.runs = static_cast<int>(*runs);
    if (seed) out.seed = static_cast<std::uint64_t>(*seed);
    return out;
  }
  if (verb == "compare") {
    if (raw.paths.empty())
      return refuse({"give a folder or answers files to compare",
                     "indiquez un dossier ou des fichiers de réponses à comparer"});
    if (raw.csv && raw.json) return refuse({"choose --csv or --json", "choisissez --csv ou --json"});
    if (raw.output.empty() && raw.plan)
      return refuse({"--plan is a chapter of the report: -o group.pdf",
                     "--plan est un chapitre du rapport : -o groupe.pdf"});
    CompareOptions out{raw.paths,     raw.instrument, raw.round, raw.output, Format::pdf,
                       raw.anonymous, raw.plan,       raw.csv,   raw.json};
    if (raw.output.empty()) return out;
    if (raw.csv || raw.json) {
      return refuse({"-o writes the report; --csv and --json print: one of the two",
                     "-o écrit le rapport ; --csv et --json affichent : l'un des deux"});
    }
    if (auto other = take_format(raw.output, out.format, refuse)) return *other;
    return out;
  }
  if (verb == "verify") {
    if (raw.paths.size() != 1 || raw.answers.empty()) {
      return refuse({"give one report, and --answers with the answers file",
                     "indiquez un rapport, et --answers avec le fichier de réponses"});
    }
    return VerifyOptions{raw.paths[0], raw.answers, raw.instrument, raw.json};
  }
  if (verb == "i18n") {
    I18nOptions out{{},          {},        raw.lang,   {},       raw.output,
                    raw.missing, raw.stale, raw.strict, raw.json, raw.replace};
    const auto problem = take_i18n(raw.paths, out);
    if (problem) return refuse(problem->text, problem->args, problem->suggestion);
    return out;
  }
  const std::vector<std::string> known =
      verb == "learn" ? std::vector<std::string>{"text", "md"} : format_names(verb == "batch");
  if (auto other = not_among(split(raw.format), known, refuse)) return *other;
  if (verb == "learn") return to_learn(raw, refuse);
  if (auto other = not_among(split(raw.kind), kind_names(), refuse)) return *other;
  std::vector<Format> formats;
  for (const std::string& name : split(raw.format)) formats.push_back(*format_of(name));
  std::vector<Kind> kinds;
  for (const std::string& name : split(raw.kind)) kinds.push_back(*kind_of(name));
  if (auto other = not_among({raw.paper.empty() ? "a3" : raw.paper}, {"a3", "a4"}, refuse)) return *other;
  const document::Paper paper = raw.paper == "a4" ? document::Paper::a4 : document::Paper::a3;
  const bool posters = std::find(kinds.begin(), kinds.end(), Kind::poster) != kinds.end();
  if (!posters && (!raw.paper.empty() || !raw.pillar.empty())) {
    return refuse({"--paper and --pillar are of posters: --kind poster",
                   "--paper et --pillar concernent les affiches : --kind poster"});
  }
  if (verb == "report") {
    if (raw.paths.empty()) return refuse({"give an answers file", "indiquez un fichier de réponses"});
    if (raw.paths.size() > 1)
      return refuse({"one answers file a report; for many, use sextant batch",
                     "un fichier de réponses par rapport ; pour plusieurs, utilisez sextant batch"});
    if (formats.size() > 1) return refuse({"one format a report", "un seul format par rapport"});
    if (kinds.size() > 1) {
      return refuse({"one kind a report; for several, use sextant batch",
                     "un seul genre par rapport ; pour plusieurs, utilisez sextant batch"});
    }
    if (raw.output == "-" && split(raw.lang).size() > 1) {
      return refuse({"standard output takes one language", "la sortie standard ne prend qu'une langue"});
    }
    ReportOptions out{raw.paths[0], raw.instrument, raw.output,  Kind::country,
                      raw.pillar,   paper,          std::nullopt};
    if (!kinds.empty()) out.kind = kinds.front();
    if (!formats.empty()) out.format = formats.front();
    if (auto other = not_its_format(raw.output, out.format, refuse)) return *other;
    return out;
  }
  if (verb == "plan") {
    if (raw.paths.empty()) return refuse({"give an answers file", "indiquez un fichier de réponses"});
    const bool several = raw.paths.size() > 1;
    if (raw.json && !raw.output.empty()) {
      return several
                 ? refuse({"--json prints the plan; -o writes the document: one of the two",
                           "--json affiche le plan ; -o écrit le document : l'un des deux"})
                 : refuse(
                       {"--json prints the plan; -o writes it into an answers file: one of the two",
                        "--json affiche le plan ; -o l'écrit dans un fichier de réponses : l'un des deux"});
    }
    if (several && (raw.again || raw.cheapest)) {
      return refuse({"--again and --cheapest are of one answers file",
                     "--again et --cheapest concernent un seul fichier de réponses"});
    }
    PlanOptions out{raw.paths, raw.instrument, raw.output, Format::md, raw.again, raw.cheapest, raw.json};
    if (!raw.output.empty()) {
      auto other = several ? take_format(raw.output, out.format, refuse) : not_answers(raw.output, refuse);
      if (other) return *other;
    }
    return out;
  }
  if (verb == "batch") {
    if (raw.paths.size() != 1)
      return refuse({"give one folder or one table", "indiquez un dossier ou un tableau"});
    if (raw.output.empty())
      return refuse({"say which folder to write to: -o OUT", "indiquez le dossier de sortie : -o SORTIE"});
    int jobs = 0;
    if (!raw.jobs.empty()) {
      const auto number = parse_number(raw.jobs);
      if (!number || *number < 1 || *number > 1024 || *number != static_cast<int>(*number)) {
        return refuse({"--jobs needs a whole number from 1 to 1024, not \"{value}\"",
                       "--jobs demande un nombre entier de 1 à 1024, pas « {value} »"},
                      {{"value", raw.jobs}});
      }
      jobs = static_cast<int>(*number);
    }
    BatchOptions out{raw.paths[0], raw.instrument, table,           raw.output, kinds,
                     paper,        formats,        split(raw.only), jobs};
    if (out.kinds.empty()) out.kinds = {Kind::country};
    if (out.formats.empty()) out.formats = {Format::pdf};
    return out;
  }
  if (raw.paths.empty())
    return refuse({"give a code, for instance Q0103", "indiquez un code, par exemple Q0103"});
  return ExplainCodeOptions{raw.paths};
}

}  // namespace sextant::cli
