#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/language.hpp"

/// The titles of columns: what the spreadsheet and the table are written with, and what is found again in
/// whatever order, in either language.
namespace sextant::exchange {

/// A column of a table: its field and its title. Columns that only inform have the field "-".
struct Title {
  std::string_view field;
  Bilingual title;
};

/// Of a table with a line for each answer.
inline constexpr std::array<Title, 16> kAnswerTitles = {{
    {"id", {"ID", "Identifiant"}},
    {"-", {"Question", "Question"}},
    {"-", {"Levels and choices", "Niveaux et choix"}},
    {"part", {"Part", "Partie"}},
    {"value", {"Answer", "Réponse"}},
    {"state", {"Don't know, not applicable", "Ne sait pas, sans objet"}},
    {"because", {"Reason or note", "Motif ou note"}},
    {"evidence.title", {"Evidence", "Preuve"}},
    {"evidence.year", {"Year of the evidence", "Année de la preuve"}},
    {"evidence.where", {"Where to find it", "Où la trouver"}},
    {"evidence.grade", {"Strength, 0 to 4", "Solidité, de 0 à 4"}},
    {"confidence", {"Confidence", "Confiance"}},
    {"owner", {"Who will find out", "Qui se renseignera"}},
    {"respondent", {"Answered by", "Répondu par"}},
    {"date", {"Day of the answer", "Jour de la réponse"}},
    {"feedback", {"Remark on the question", "Remarque sur la question"}},
}};

/// Where a plan shows what the library calls an action.
inline constexpr Bilingual kLibraryWords{"In the library's words", "Dans les mots de la bibliothèque"};

/// Of the tables whose lines have a key, which says what of the whole they are about: a value ("unit.id"), or
/// an item of a list ("priorities#1") whose columns are its keys.
inline constexpr std::string_view kKeyTitle = "key";
inline constexpr std::array<Title, 42> kKeyedTitles = {{
    {"value", {"To fill in", "À remplir"}},
    {"-", {"What", "Rubrique"}},
    {"-", {"Help", "Aide"}},
    {"id", {"Short name", "Nom court"}},
    {"ministry", {"Ministry or body", "Ministère ou organisme"}},
    {"role", {"Role", "Fonction"}},
    {"group", {"Group", "Groupe"}},
    {"name", {"Name", "Nom"}},
    {"node", {"Where", "Domaine"}},
    {"node", {"Works on", "Porte sur"}},
    {"reason", {"Why", "Pourquoi"}},
    {"value", {"Level aimed at", "Niveau visé"}},
    {"-", {"Action", "Action"}},
    {"-", kLibraryWords},
    {"title", {"In your own words", "Dans vos propres mots"}},
    {"removed", {"Removed", "Retirée"}},
    {"horizon", {"Horizon", "Horizon"}},
    {"locked", {"Horizon is fixed", "Horizon imposé"}},
    {"owner", {"Responsible", "Responsable"}},
    {"start", {"Start", "Début"}},
    {"end", {"End", "Fin"}},
    {"effort", {"Person-months", "Mois-personnes"}},
    {"capital", {"Investment cost", "Coût d'investissement"}},
    {"recurrent", {"Running cost a year", "Coût annuel de fonctionnement"}},
    {"what", {"What is done", "Ce qui est fait"}},
    {"partners", {"Partners", "Partenaires"}},
    {"output", {"Output", "Produit"}},
    {"indicator", {"Indicator", "Indicateur"}},
    {"baseline", {"Baseline", "Valeur de départ"}},
    {"target", {"Target value", "Valeur cible"}},
    {"verification", {"Means of verification", "Moyen de vérification"}},
    {"mechanism", {"How it brings change", "Comment le changement se produit"}},
    {"risk", {"Risk", "Risque"}},
    {"mitigation", {"Answer to the risk", "Réponse au risque"}},
    {"outcome", {"Education outcome", "Résultat éducatif"}},
    {"note", {"Note", "Note"}},
    {"from", {"From level", "Du niveau"}},
    {"to", {"To level", "Au niveau"}},
    {"questions", {"Questions concerned", "Questions concernées"}},
    {"after", {"After the actions", "Après les actions"}},
    {"model", {"Way to pay", "Mode de financement"}},
    {"action", {"For the action", "Pour l'action"}},
}};

/// What the columns of a header line hold, parallel to them: fields; "-" for what only informs; empty for an
/// unknown title or none. "Question" is the id where no other column is.
std::vector<std::string> answer_columns(const std::vector<std::string>& titles);
/// The same of a line with a key: "key" itself, and the columns of kKeyedTitles.
std::vector<std::string> keyed_columns(const std::vector<std::string>& titles);
/// The title of a field's column; the field itself where it has none. `field` as in Entry: "evidence.title",
/// "priorities.node".
std::string title_of(std::string_view field, Lang lang);
/// The language of most of these titles; nothing where none of them is of one language alone.
std::optional<Lang> language_of_titles(const std::vector<std::string>& titles);
/// The title of what is taken that is nearest to one that is not known; empty where none is near.
std::string nearest_title(const std::string& title, bool keyed);

}  // namespace sextant::exchange
