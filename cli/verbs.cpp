#include "cli/verbs.hpp"

#include <algorithm>

namespace sextant::cli {

const std::vector<Verb>& verb_table() {
  static const std::vector<Verb> table = {
      {"check",
       {"find every problem in questionnaires and answers files",
        "trouver tous les problèmes des questionnaires et des réponses"},
       {"sextant check FILE|FOLDER... [-q INSTRUMENT] [--strict] [--strict-i18n]\n"
        "  sextant check ANSWERS... --against NEW_INSTRUMENT [--json]",
        "sextant check FICHIER|DOSSIER... [-q QUESTIONNAIRE] [--strict] [--strict-i18n]\n"
        "  sextant check RÉPONSES... --against NOUVEAU_QUESTIONNAIRE [--json]"},
       {{"sextant check MAR.yaml", {"check one answers file", "vérifier un fichier de réponses"}},
        {"sextant check workshop/",
         {"check all files of a workshop", "vérifier tous les fichiers d'un atelier"}},
        {"sextant check --strict --strict-i18n questionnaires/six-pillars",
         {"check a questionnaire and its translations", "vérifier un questionnaire et ses traductions"}},
        {"sextant check MAR.yaml --against six-pillars-2027/",
         {"what a new version would make of each answer",
          "ce qu'une nouvelle version ferait de chaque réponse"}}}},
      {"new",
       {"write a blank answers file", "écrire un fichier de réponses vierge"},
       {"sextant new -q INSTRUMENT --unit ID [--round ID] [--date DAY] -o FILE",
        "sextant new -q QUESTIONNAIRE --unit ID [--round ID] [--date JOUR] -o FICHIER"},
       {{"sextant new -q six-pillars --unit MAR -o MAR.yaml",
         {"a blank file with all questions as comments",
          "un fichier vierge avec toutes les questions en commentaire"}}}},
      {"answer",
       {"answer in the terminal, question by question, or key paper in",
        "répondre dans le terminal, question par question, ou saisir le papier"},
       {"sextant answer FILE [--pillar ID] [--keying]\n"
        "  sextant answer NEW_FILE -q INSTRUMENT --unit ID [--round ID] [--date DAY] [--edition ID] "
        "[--pillar ID]",
        "sextant answer FICHIER [--pillar ID] [--keying]\n"
        "  sextant answer NOUVEAU_FICHIER -q QUESTIONNAIRE --unit ID [--round ID] [--date JOUR] [--edition "
        "ID]\n"
        "                 [--pillar ID]"},
       {{"sextant answer MAR.yaml -q six-pillars --unit MAR --edition workshop",
         {"start a file; what is answered is saved at once",
          "commencer un fichier ; chaque réponse est enregistrée aussitôt"}},
        {"sextant answer MAR.yaml", {"go on where it was left", "reprendre où on s'est arrêté"}},
        {"sextant answer MAR.yaml --pillar connectivity --keying",
         {"key a pillar that was filled in on paper", "saisir un pilier rempli sur papier"}}}},
      {"form",
       {"make an offline form: one HTML file to answer in a browser",
        "produire un formulaire hors ligne : un fichier HTML à remplir dans un navigateur"},
       {"sextant form -q INSTRUMENT [--edition ID] [--unit ID] [--round ID] [--date DAY] [--last ANSWERS]\n"
        "                [--replace] -o FORM.html",
        "sextant form -q QUESTIONNAIRE [--edition ID] [--unit ID] [--round ID] [--date JOUR] [--last "
        "RÉPONSES]\n"
        "                [--replace] -o FORMULAIRE.html"},
       {{"sextant form -q six-pillars -o form.html",
         {"a form in all languages of the questionnaire",
          "un formulaire dans toutes les langues du questionnaire"}},
        {"sextant form -q six-pillars --edition workshop --unit MAR --round 2025-2 --last MAR.yaml -o "
         "MAR.html",
         {"a form that asks whether the last answers are still true",
          "un formulaire qui demande si les dernières réponses sont toujours vraies"}}}},
      {"sheet",
       {"make a workbook (.xlsx) to answer in a spreadsheet program",
        "produire un classeur (.xlsx) à remplir dans un tableur"},
       {"sextant sheet QUESTIONNAIRE|ANSWERS [--edition ID] [--pillar ID] [--unit ID] [--replace]\n"
        "                -o SHEET.xlsx",
        "sextant sheet QUESTIONNAIRE|RÉPONSES [--edition ID] [--pillar ID] [--unit ID] [--replace]\n"
        "                -o CLASSEUR.xlsx"},
       {{"sextant sheet six-pillars --edition workshop --unit MAR -o MAR.xlsx",
         {"a workbook to fill in", "un classeur à remplir"}},
        {"sextant sheet MAR.yaml -o MAR.xlsx",
         {"answers and plan, to be changed and brought back",
          "les réponses et le plan, à modifier et à reprendre"}},
        {"sextant sheet six-pillars --pillar data -o data.csv",
         {"the questions of one pillar as a table", "les questions d'un pilier sous forme de tableau"}}}},
      {"paper",
       {"make a questionnaire to print and to fill in by hand",
        "produire un questionnaire à imprimer et à remplir à la main"},
       {"sextant paper INSTRUMENT [--edition ID] [--pillar ID] [--paper a4|letter] [--format FORMAT]\n"
        "                [--lang en|fr|en,fr] [--replace] -o FILE",
        "sextant paper QUESTIONNAIRE [--edition ID] [--pillar ID] [--paper a4|letter] [--format FORMAT]\n"
        "                [--lang en|fr|fr,en] [--replace] -o FICHIER"},
       {{"sextant paper six-pillars --edition workshop -o paper.pdf",
         {"the workshop edition, with boxes to tick and lines to write on",
          "l'édition d'atelier, avec des cases à cocher et des lignes pour écrire"}},
        {"sextant paper six-pillars --pillar connectivity --lang en,fr -o connectivity.pdf",
         {"one pillar, in two languages side by side", "un seul pilier, en deux langues côte à côte"}}}},
      {"import",
       {"take answers back from a form, a workbook, a table or an answer code",
        "reprendre les réponses d'un formulaire, d'un classeur, d'un tableau ou d'un code de réponse"},
       {"sextant import FILE... [-q INSTRUMENT] [--unit ID] [--round ID] [--date DAY] [--replace] -o "
        "ANSWERS.yaml\n"
        "  sextant import WORKBOOK.xlsx --plan-only -o ANSWERS.yaml\n"
        "  sextant import --code CODE -q INSTRUMENT --unit ID [--round ID] -o ANSWERS.yaml",
        "sextant import FICHIER... [-q QUESTIONNAIRE] [--unit ID] [--round ID] [--date JOUR] [--replace]\n"
        "                 -o RÉPONSES.yaml\n"
        "  sextant import CLASSEUR.xlsx --plan-only -o RÉPONSES.yaml\n"
        "  sextant import --code CODE -q QUESTIONNAIRE --unit ID [--round ID] -o RÉPONSES.yaml"},
       {{"sextant import MAR-2025-1.json -o MAR.yaml",
         {"what the form saved, checked", "ce que le formulaire a enregistré, vérifié"}},
        {"sextant import mail/*.json -o MAR/2025-1.respondents",
         {"several respondents, a file each", "plusieurs répondants, un fichier chacun"}},
        {"sextant import MAR.xlsx --plan-only -o MAR.yaml",
         {"the plan as it was changed in a workbook", "le plan tel qu'il a été modifié dans un classeur"}},
        {"sextant import answers.csv -q six-pillars --unit MAR -o MAR.yaml",
         {"a table with the columns id and value", "un tableau aux colonnes id et valeur"}}}},
      {"merge",
       {"bring the respondents' files of one country together",
        "réunir les fichiers des répondants d'un pays"},
       {"sextant merge FILE|FOLDER... -o COUNTRY.yaml [-q INSTRUMENT] [--keep-groups] [--json]\n"
        "  sextant merge FILE... -o COUNTRY.yaml --decide QUESTION=VALUE... --reason TEXT [--date DAY]",
        "sextant merge FICHIER|DOSSIER... -o PAYS.yaml [-q QUESTIONNAIRE] [--keep-groups] [--json]\n"
        "  sextant merge FICHIER... -o PAYS.yaml --decide QUESTION=VALEUR... --reason TEXTE [--date JOUR]"},
       {{"sextant merge MAR/2025-1.respondents -o MAR/2025-1.yaml",
         {"one country file, disagreements first", "un seul fichier du pays, désaccords d'abord"}},
        {"sextant merge MAR/2025-1.respondents -o MAR/2025-1.yaml --decide CI-03=2 --reason \"The census.\"",
         {"settle a disagreement", "trancher un désaccord"}}}},
      {"score",
       {"compute levels, ranges and findings", "calculer les niveaux, les intervalles et les constats"},
       {"sextant score ANSWERS... [-q INSTRUMENT] [--json]\n"
        "  sextant score -q INSTRUMENT --table FILE --unit COLUMN [--round COLUMN] [--columns MAP.yaml] "
        "[--json]",
        "sextant score RÉPONSES... [-q QUESTIONNAIRE] [--json]\n"
        "  sextant score -q QUESTIONNAIRE --table FICHIER --unit COLONNE [--round COLONNE] "
        "[--columns PLAN.yaml] [--json]"},
       {{"sextant score MAR.yaml", {"the profile as a table", "le profil sous forme de tableau"}},
        {"sextant score MAR.yaml --json", {"one JSON object", "un objet JSON"}},
        {"sextant score -q gtmi --table gtmi.csv --unit country_code --round year --json",
         {"one JSON object a row", "un objet JSON par ligne"}}}},
      {"explain",
       {"show the whole chain behind a number", "montrer toute la chaîne derrière un nombre"},
       {"sextant explain ANSWERS [NODE...] [-q INSTRUMENT] [--json]",
        "sextant explain RÉPONSES [NŒUD...] [-q QUESTIONNAIRE] [--json]"},
       {{"sextant explain MAR.yaml connectivity",
         {"how one pillar's level came about", "comment le niveau d'un pilier est obtenu"}},
        {"sextant explain MAR.yaml --json", {"everything, for a script", "tout, pour un script"}}}},
      {"rounds",
       {"show what moved each pillar between rounds, or close a round",
        "montrer ce qui a fait bouger chaque pilier entre les tours, ou clôturer un tour"},
       {"sextant rounds FOLDER|FILE... [-q INSTRUMENT] [--json]\n"
        "  sextant rounds --close FILE... [-q INSTRUMENT]",
        "sextant rounds DOSSIER|FICHIER... [-q QUESTIONNAIRE] [--json]\n"
        "  sextant rounds --close FICHIER... [-q QUESTIONNAIRE]"},
       {{"sextant rounds MAR/2025-1.yaml MAR/2025-2.yaml",
         {"before and after, with the parts that add up",
          "avant et après, avec les parts qui font le total"}},
        {"sextant rounds --close MAR/2025-1.yaml",
         {"nothing may change any more", "plus rien ne doit changer"}}}},
      {"agreement",
       {"show how far the respondents of one country agree",
        "montrer à quel point les répondants d'un pays s'accordent"},
       {"sextant agreement FILE|FOLDER... [-q INSTRUMENT] [--json]",
        "sextant agreement FICHIER|DOSSIER... [-q QUESTIONNAIRE] [--json]"},
       {{"sextant agreement MAR/2025-1.yaml",
         {"the files in MAR/2025-1.respondents, disagreements first",
          "les fichiers de MAR/2025-1.respondents, désaccords d'abord"}}}},
      {"robustness",
       {"try other weights and answers, and say what stays",
        "essayer d'autres poids et réponses, et dire ce qui reste"},
       {"sextant robustness ANSWERS... [-q INSTRUMENT] [--runs N] [--seed N] [--node ID] [--json]",
        "sextant robustness RÉPONSES... [-q QUESTIONNAIRE] [--runs N] [--seed N] [--node ID] [--json]"},
       {{"sextant robustness MAR.yaml", {"how probable each level is", "la probabilité de chaque niveau"}}}},
      {"plan",
       {"propose an action plan, and keep what the country changes in it",
        "proposer un plan d'action et garder ce que le pays y change"},
       {"sextant plan ANSWERS [-q INSTRUMENT] [-o ANSWERS] [--again] [--cheapest] [--json]\n"
        "  sextant plan ANSWERS ANSWERS... [-q INSTRUMENT] [-o OUT.pdf|OUT.html|OUT.docx|OUT.md] [--json]",
        "sextant plan RÉPONSES [-q QUESTIONNAIRE] [-o RÉPONSES] [--again] [--cheapest] [--json]\n"
        "  sextant plan RÉPONSES RÉPONSES... [-q QUESTIONNAIRE] [-o SORTIE.pdf|.html|.docx|.md] [--json]"},
       {{"sextant plan MAR.yaml", {"the plan on the screen", "le plan à l'écran"}},
        {"sextant plan MAR.yaml -o MAR.yaml",
         {"write it into the answers file, to be edited there",
          "l'écrire dans le fichier de réponses, pour l'y modifier"}},
        {"sextant report MAR.yaml --kind plan -o plan.docx",
         {"the plan as a Word file", "le plan en fichier Word"}},
        {"sextant plan MAR.yaml SEN.yaml TUN.yaml -o group.docx",
         {"a plan that a group shares", "un plan qu'un groupe partage"}}}},
      {"compare",
       {"show several countries side by side, in alphabetical order",
        "montrer plusieurs pays côte à côte, par ordre alphabétique"},
       {"sextant compare FOLDER|FILE... [-q INSTRUMENT] [--round ID] [--anonymous] [--csv|--json]\n"
        "  sextant compare FOLDER|FILE... -o OUT.pdf|OUT.html|OUT.docx|OUT.md [--plan] [--lang en,fr]",
        "sextant compare DOSSIER|FICHIER... [-q QUESTIONNAIRE] [--round ID] [--anonymous] [--csv|--json]\n"
        "  sextant compare DOSSIER|FICHIER... -o SORTIE.pdf|.html|.docx|.md [--plan] [--lang fr,en]"},
       {{"sextant compare workshop/",
         {"the latest round of every country", "le dernier tour de chaque pays"}},
        {"sextant compare workshop/ --round 2025-1 --csv",
         {"one round, for a spreadsheet", "un tour, pour un tableur"}},
        {"sextant compare workshop/ -o group.pdf --lang en,fr",
         {"the group report, in both languages", "le rapport de groupe, dans les deux langues"}},
        {"sextant compare workshop/ --anonymous -o group.html",
         {"the same without names, for the projector", "le même sans les noms, pour le projecteur"}}}},
      {"report",
       {"make a country report", "produire le rapport d'un pays"},
       {"sextant report ANSWERS [-q INSTRUMENT] [--kind country|brief|plan|poster] [--lang en,fr]\n"
        "                 [--pillar ID] [--paper a3|a4] [-o OUT.pdf|FOLDER] [--format pdf|html|docx|md]",
        "sextant report RÉPONSES [-q QUESTIONNAIRE] [--kind country|brief|plan|poster] [--lang fr,en]\n"
        "                 [--pillar ID] [--paper a3|a4] [-o SORTIE.pdf|DOSSIER] [--format pdf|html|docx|md]"},
       {{"sextant report MAR.yaml --lang fr -o MAR.pdf", {"a report in French", "un rapport en français"}},
        {"sextant report MAR.yaml --kind brief --lang en,fr",
         {"the minister's page, in both languages", "la page du ministre, dans les deux langues"}},
        {"sextant report MAR.yaml -o MAR.html",
         {"a page for a browser, to read, print or project", "une page à lire, imprimer ou projeter"}},
        {"sextant report MAR.yaml --kind poster --lang fr",
         {"an A3 page a pillar, for the wall", "une page A3 par pilier, pour le mur"}},
        {"sextant report MAR.yaml -o MAR.docx",
         {"the report to edit in Word", "le rapport à retoucher dans Word"}},
        {"sextant report MAR.yaml -o MAR.md", {"the report as Markdown", "le rapport en Markdown"}}}},
      {"status",
       {"show who has answered which pillar, and what is still to be found out",
        "montrer qui a répondu à quel pilier, et ce qui reste à trouver"},
       {"sextant status FOLDER|FILE... [-q INSTRUMENT] [--json]",
        "sextant status DOSSIER|FICHIER... [-q QUESTIONNAIRE] [--json]"},
       {{"sextant status workshop/",
         {"a line for each file, a column for each pillar",
          "une ligne par fichier, une colonne par pilier"}}}},
      {"feedback",
       {"collect what participants said of the questions, the methods and the workshop",
        "réunir ce que les participants ont dit des questions, des méthodes et de l'atelier"},
       {"sextant feedback FOLDER|FILE... [-q INSTRUMENT] [--json]",
        "sextant feedback DOSSIER|FICHIER... [-q QUESTIONNAIRE] [--json]"},
       {{"sextant feedback workshop/",
         {"in the order of the questionnaire, without names",
          "dans l'ordre du questionnaire, sans les noms"}}}},
      {"batch",
       {"make a report for every unit of a folder or table",
        "produire un rapport pour chaque unité d'un dossier ou d'un tableau"},
       {"sextant batch FOLDER|TABLE.csv -o OUT [--kind country,brief,plan,poster] [--paper a3|a4]\n"
        "                [--format pdf,html,docx,md,json] [--lang en,fr] [--only UNIT,...] [--jobs N]\n"
        "                [-q INSTRUMENT] [--unit COLUMN] [--round COLUMN] [--columns MAP.yaml]",
        "sextant batch DOSSIER|TABLEAU.csv -o SORTIE [--kind country,brief,plan,poster] [--paper a3|a4]\n"
        "                [--format pdf,html,docx,md,json] [--lang fr,en] [--only UNITÉ,...] [--jobs N]\n"
        "                [-q QUESTIONNAIRE] [--unit COLONNE] [--round COLONNE] [--columns PLAN.yaml]"},
       {{"sextant batch workshop/ -o reports --jobs 2",
         {"a PDF for each country and round", "un PDF par pays et par tour"}},
        {"sextant batch gtmi.csv -q gtmi --unit country_code --round year -o reports",
         {"a PDF for each row of a table", "un PDF par ligne d'un tableau"}}}},
      {"verify",
       {"tell whether a report is what the answers give, unchanged",
        "dire si un rapport est bien celui que donnent les réponses, sans changement"},
       {"sextant verify REPORT --answers FILE [-q INSTRUMENT] [--json]",
        "sextant verify RAPPORT --answers FICHIER [-q QUESTIONNAIRE] [--json]"},
       {{"sextant verify MAR.pdf --answers MAR.yaml",
         {"make it again and compare every byte", "le produire de nouveau et comparer chaque octet"}}}},
      {"i18n",
       {"exchange translations with translators", "échanger les traductions avec les traducteurs"},
       {"sextant i18n status INSTRUMENT [--lang LANGUAGE] [--strict] [--json]\n"
        "  sextant i18n export INSTRUMENT --lang LANGUAGE -o FILE.xlsx|FILE.csv|FILE.po [--missing] "
        "[--stale] [--replace]\n"
        "  sextant i18n import INSTRUMENT FILE [-o FILE.yaml]",
        "sextant i18n status QUESTIONNAIRE [--lang LANGUE] [--strict] [--json]\n"
        "  sextant i18n export QUESTIONNAIRE --lang LANGUE -o FICHIER.xlsx|FICHIER.csv|FICHIER.po "
        "[--missing] [--stale] [--replace]\n"
        "  sextant i18n import QUESTIONNAIRE FICHIER [-o FICHIER.yaml]"},
       {{"sextant i18n status six-pillars",
         {"what is translated, and what is missing", "ce qui est traduit, et ce qui manque"}},
        {"sextant i18n export six-pillars --lang es -o es.xlsx",
         {"all texts side by side, for Excel or LibreOffice",
          "tous les textes côte à côte, pour Excel ou LibreOffice"}},
        {"sextant i18n export six-pillars --lang es -o es.po",
         {"all texts as a PO file, for a translator", "tous les textes en fichier PO, pour un traducteur"}},
        {"sextant i18n import six-pillars es.xlsx",
         {"take the translation back, checked", "reprendre la traduction, vérifiée"}}}},
      {"learn",
       {"read what to know of a sub-component, or plan a course",
        "lire ce qu'il faut savoir d'une composante, ou préparer un cours"},
       {"sextant learn [ID...] [-q INSTRUMENT] [--json]\n"
        "  sextant learn --for ANSWERS [-q INSTRUMENT] [--format text|md] [--json]\n"
        "  sextant learn --glossary [-q INSTRUMENT] [--json]",
        "sextant learn [ID...] [-q QUESTIONNAIRE] [--json]\n"
        "  sextant learn --for RÉPONSES [-q QUESTIONNAIRE] [--format text|md] [--json]\n"
        "  sextant learn --glossary [-q QUESTIONNAIRE] [--json]"},
       {{"sextant learn connectivity.internet",
         {"the note on internet access", "la note sur l'accès à l'internet"}},
        {"sextant learn --for MAR.yaml",
         {"a course in half-days, by the country's gaps",
          "un cours en demi-journées, selon les écarts du pays"}},
        {"sextant learn --glossary --lang fr", {"the terms in French", "les termes en français"}}}},
      {"explain-code",
       {"say what an error code means and how to mend it",
        "dire ce que signifie un code d'erreur et comment y remédier"},
       {"sextant explain-code CODE...", "sextant explain-code CODE..."},
       {{"sextant explain-code Q0103", {"the page of one code", "la page d'un code"}}}},
  };
  return table;
}

const Verb* find_verb(std::string_view name) {
  const auto& table = verb_table();
  const auto it =
      std::find_if(table.begin(), table.end(), [&](const Verb& verb) { return name == verb.name; });
  return it == table.end() ? nullptr : &*it;
}

}  // namespace sextant::cli
