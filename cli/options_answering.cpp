#include "cli/options_answering.hpp"

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
    sub.add_option("--code", raw.code,
                   t({"an answer code, instead of a file", "un code de réponse, au lieu d'un fichier"}));
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

}  // namespace sextant::cli
