#include "cli/options_answering.hpp"

#include <string_view>

#include "engine/syntax/fields.hpp"

namespace sextant::cli {

void add_answering_options(CLI::App& sub, const std::string& name, Raw& raw, Lang lang) {
  const auto t = [lang](Bilingual text) { return std::string(text(lang)); };
  if (name == "answer") {
    sub.add_option("--edition", raw.edition,
                   t({"of a new file: the edition to ask; by default all questions",
                      "d'un nouveau fichier : l'édition à poser ; par défaut toutes les questions"}));
    sub.add_option("--pillar", raw.pillar,
                   t({"only the questions of this pillar or component",
                      "seulement les questions de ce pilier ou de cette composante"}));
    sub.add_flag("--keying", raw.keying,
                 t({"many answers on a line, from paper", "plusieurs réponses par ligne, depuis le papier"}));
  }
  if (name == "form") {
    sub.add_option("--edition", raw.edition,
                   t({"the edition to ask; by default the form lets choose",
                      "l'édition à poser ; par défaut le formulaire laisse le choix"}));
    sub.add_option("--last", raw.last,
                   t({"answers of the last round, to be confirmed one by one",
                      "les réponses du dernier tour, à confirmer une à une"}));
  }
  if (name == "sheet") {
    sub.add_option("--edition", raw.edition,
                   t({"the edition whose questions stand in it", "l'édition dont les questions y figurent"}));
    sub.add_option("--pillar", raw.pillar,
                   t({"this pillar alone, for one colleague", "ce seul pilier, pour un collègue"}));
    sub.add_option("--unit", raw.unit,
                   t({"the id of who is assessed, for instance MAR",
                      "l'identifiant de l'unité évaluée, par exemple MAR"}));
  }
  if (name == "paper") {
    sub.add_option("--edition", raw.edition,
                   t({"the edition to print; by default all questions",
                      "l'édition à imprimer ; par défaut toutes les questions"}));
    sub.add_option("--pillar", raw.pillar, t({"this pillar alone", "ce seul pilier"}));
    sub.add_option("--paper", raw.paper, t({"a4 or letter", "a4 ou letter"}));
  }
  if (name == "import") {
    sub.add_flag("--plan-only", raw.plan_only,
                 t({"put the plan alone into the answers file that is there",
                    "reprendre le seul plan dans le fichier de réponses qui existe"}));
    sub.add_option("--respondent", raw.respondent,
                   t({"the id of who answered, where two people have the same",
                      "l'identifiant de qui a répondu, si deux personnes ont le même"}));
    sub.add_option("--code", raw.code,
                   t({"an answer code, instead of a file", "un code de réponse, au lieu d'un fichier"}));
  }
  if (name == "form" || name == "sheet" || name == "paper" || name == "import") {
    sub.add_flag("--replace", raw.replace,
                 t({"write over a file that is there", "remplacer un fichier qui existe"}));
  }
  if (name == "new" || name == "answer" || name == "form" || name == "import") {
    sub.add_option("--unit", raw.unit,
                   t({"the id of who is assessed, for instance MAR",
                      "l'identifiant de l'unité évaluée, par exemple MAR"}));
    sub.add_option("--round", raw.round, t({"the id of the round", "l'identifiant du tour"}));
    sub.add_option("--date", raw.date,
                   t({"the day of the round, year-month-day", "le jour du tour, année-mois-jour"}));
  }
}

Command to_form(const Raw& raw, const Refuse& refuse) {
  if (raw.instrument.empty()) {
    return refuse({"say which questionnaire: -q six-pillars", "indiquez le questionnaire : -q six-pillars"});
  }
  if (!raw.paths.empty()) {
    return refuse({"\"{value}\" is one word too many", "« {value} » est de trop"}, {{"value", raw.paths[0]}});
  }
  if (raw.output.empty()) {
    return refuse(
        {"say which file to write: -o form.html", "indiquez le fichier à écrire : -o formulaire.html"});
  }
  if (!ends_in(raw.output, {".html", ".htm"})) {
    return refuse(
        {"a form is an .html file, not \"{path}\"", "un formulaire est un fichier .html, pas « {path} »"},
        {{"path", raw.output}});
  }
  return FormOptions{raw.instrument, raw.edition, raw.unit,   raw.round,
                     raw.date,       raw.last,    raw.output, raw.replace};
}

Command to_answer(const Raw& raw, const Refuse& refuse) {
  if (raw.paths.empty()) {
    return refuse({"give the answers file to start or to go on with: MAR.yaml",
                   "indiquez le fichier de réponses à commencer ou à poursuivre : MAR.yaml"});
  }
  if (raw.paths.size() > 1) {
    return refuse({"\"{value}\" is one word too many", "« {value} » est de trop"}, {{"value", raw.paths[1]}});
  }
  const std::string& file = raw.paths[0];
  if (!file.ends_with(".yaml") && !file.ends_with(".yml")) {
    return refuse(
        {"the file's name ends in .yaml; sextant import makes one of a form's or a table's",
         "le nom du fichier finit par .yaml ; sextant import en tire un d'un formulaire ou d'un tableau"});
  }
  if (!raw.date.empty() && !is_date(raw.date)) {
    return refuse({"--date needs a day such as 2025-03-26, not \"{value}\"",
                   "--date demande un jour comme 2025-03-26, pas « {value} »"},
                  {{"value", raw.date}});
  }
  return AnswerOptions{file,        raw.instrument, raw.unit,   raw.round,   raw.date,
                       raw.edition, raw.pillar,     raw.keying, raw.no_input};
}

Command to_sheet(const Raw& raw, const Refuse& refuse) {
  if (raw.paths.size() > 1) {
    return refuse({"\"{value}\" is one word too many", "« {value} » est de trop"}, {{"value", raw.paths[1]}});
  }
  if (raw.paths.empty() && raw.instrument.empty()) {
    return refuse(
        {"give a questionnaire or an answers file", "indiquez un questionnaire ou un fichier de réponses"});
  }
  const auto ends = [&](std::string_view end) {
    return raw.output.size() >= end.size() &&
           raw.output.compare(raw.output.size() - end.size(), end.size(), end) == 0;
  };
  if (!ends(".xlsx") && !ends(".csv") && raw.output != "-") {
    return refuse({"say which file to write, .xlsx or .csv: -o sheet.xlsx",
                   "indiquez le fichier à écrire, .xlsx ou .csv : -o classeur.xlsx"});
  }
  return SheetOptions{raw.paths.empty() ? "" : raw.paths[0],
                      raw.instrument,
                      raw.edition,
                      raw.pillar,
                      raw.unit,
                      raw.output,
                      raw.replace};
}

Command to_paper(const Raw& raw, const Refuse& refuse) {
  if (raw.paths.size() > 1) {
    return refuse({"\"{value}\" is one word too many", "« {value} » est de trop"}, {{"value", raw.paths[1]}});
  }
  if (raw.paths.empty() == raw.instrument.empty()) {
    return refuse({"say which questionnaire, once: sextant paper six-pillars -o paper.pdf",
                   "indiquez le questionnaire, une fois : sextant paper six-pillars -o papier.pdf"});
  }
  if (raw.output.empty()) {
    return refuse({"say which file to write: -o paper.pdf", "indiquez le fichier à écrire : -o papier.pdf"});
  }
  if (!raw.format.empty()) {
    if (auto other = not_among({raw.format}, format_names(false), refuse)) return *other;
  }
  if (auto other = not_among({raw.paper.empty() ? "a4" : raw.paper}, {"a4", "letter"}, refuse)) return *other;
  PaperOptions out;
  out.instrument = raw.paths.empty() ? raw.instrument : raw.paths[0];
  out.edition = raw.edition;
  out.pillar = raw.pillar;
  if (raw.paper == "letter") out.paper = document::Paper::letter;
  if (!raw.format.empty()) out.format = format_of(raw.format);
  out.output = raw.output;
  out.replace = raw.replace;
  if (auto other = not_its_format(raw.output, out.format, refuse)) return *other;
  return out;
}

Command to_import(const Raw& raw, const Refuse& refuse) {
  if (raw.paths.empty() && raw.code.empty()) {
    return refuse({"give a file that came back, or an answer code with --code",
                   "indiquez un fichier revenu, ou un code de réponse avec --code"});
  }
  if (!raw.paths.empty() && !raw.code.empty()) {
    return refuse({"give files or --code, not both", "indiquez des fichiers ou --code, pas les deux"});
  }
  if (!raw.code.empty() && raw.instrument.empty()) {
    return refuse({"an answer code needs its questionnaire: -q INSTRUMENT",
                   "un code de réponse demande son questionnaire : -q QUESTIONNAIRE"});
  }
  if (raw.output.empty()) {
    return refuse({"say which file to write: -o MAR.yaml", "indiquez le fichier à écrire : -o MAR.yaml"});
  }
  if (raw.paths.size() <= 1 && !raw.output.ends_with(".respondents")) {
    if (auto other = not_answers(raw.output, refuse)) return *other;
  }
  if (raw.paths.size() > 1 && raw.output == "-") {
    return refuse(
        {"several files need a folder: -o FOLDER", "plusieurs fichiers demandent un dossier : -o DOSSIER"});
  }
  if (raw.plan_only && (raw.paths.size() != 1 || raw.output == "-")) {
    return refuse({"--plan-only takes one file, and an answers file that is there after -o",
                   "--plan-only prend un seul fichier et, après -o, un fichier de réponses qui existe"});
  }
  if (!raw.respondent.empty() && raw.paths.size() > 1) {
    return refuse({"--respondent names one person: give one file",
                   "--respondent désigne une personne : indiquez un seul fichier"});
  }
  return ImportOptions{raw.paths, raw.code,       raw.instrument, raw.unit,      raw.round,
                       raw.date,  raw.respondent, raw.replace,    raw.plan_only, raw.output};
}

}  // namespace sextant::cli
