#pragma once

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "engine/exchange/filled.hpp"
#include "engine/instrument/model.hpp"
#include "engine/text/language.hpp"

/// What stands on the sheets of a workbook around its tables: written here, and known again when it comes
/// back.
namespace sextant::exchange {

namespace page {

inline constexpr Bilingual kHowToFillIn = {"How to fill in this workbook", "Comment remplir ce classeur"};
/// A word and a sentence each.
inline constexpr std::array<std::pair<Bilingual, Bilingual>, 5> kAdvice = {{
    {{"Framed cells", "Cellules encadrées"},
     {"Fill in the framed cells. The others are locked so that your answers find their way back; no password "
      "is needed to unlock a sheet.",
      "Remplissez les cellules encadrées. Les autres sont verrouillées pour que vos réponses retrouvent leur "
      "place ; aucun mot de passe n'est nécessaire pour déverrouiller une feuille."}},
    {{"Answer", "Répondre"},
     {"Each pillar has its sheet. Click a cell under “Answer” and choose from the list: the highest level "
      "whose description is wholly true. Its number is enough.",
      "Chaque pilier a sa feuille. Cliquez sur une cellule sous « Réponse » et choisissez dans la liste : le "
      "niveau le plus haut dont la description est entièrement vraie. Son numéro suffit."}},
    {{"Nobody knows", "Personne ne sait"},
     {"Choose “Don't know” in the next column, and say who will find out. That is an honest answer and "
      "counts as one. Leave cells of other colleagues' subjects empty.",
      "Choisissez « Ne sait pas » dans la colonne suivante, et indiquez qui se renseignera. C'est une "
      "réponse honnête, et elle compte comme telle. Laissez vides les sujets d'autres collègues."}},
    {{"Evidence", "Preuves"},
     {"Name a document, its year and where it is. Strength: 0 none, 1 an assertion, 2 a named document, 3 "
      "dated and accessible, 4 verified by others.",
      "Nommez un document, son année et où il se trouve. Solidité : 0 aucune, 1 une affirmation, 2 un "
      "document nommé, 3 daté et accessible, 4 vérifié par des tiers."}},
    {{"Send back", "Renvoyer"},
     {"Save it as .xlsx or .ods and send it back. Columns may be moved and made wider; their titles stay as "
      "they are. Whatever cannot be read is named cell by cell, and never guessed.",
      "Enregistrez en .xlsx ou .ods et renvoyez le fichier. Les colonnes peuvent être déplacées et élargies "
      "; leurs titres restent tels quels. Ce qui ne peut être lu est signalé cellule par cellule, jamais "
      "deviné."}},
}};

inline constexpr Bilingual kWho = {"Who answers, and when", "Qui répond, et quand"};
inline constexpr Bilingual kRespondents = {"Respondents", "Répondants"};
inline constexpr Bilingual kAboutRespondents = {
    "Who filled in the answers. Give each a short name, and use it in the column “Answered by”. Nobody's "
    "personal name is asked for.",
    "Qui a rempli les réponses. Donnez à chacun un nom court, à reprendre dans la colonne « Répondu par ». "
    "Aucun nom de personne n'est demandé."};
inline constexpr Bilingual kVision = {"Vision and outcomes", "Vision et résultats visés"};
inline constexpr Bilingual kOwnWords = {"In your own words", "Dans vos propres mots"};
inline constexpr Bilingual kPrioritiesAndTargets = {"Priorities and targets", "Priorités et cibles"};
inline constexpr Bilingual kAboutPriorities = {
    "Fill this in once the answers are there: a few priorities with their reasons, and the levels that you "
    "aim at.",
    "À remplir une fois les réponses données : quelques priorités avec leurs raisons, et les niveaux que "
    "vous "
    "visez."};
inline constexpr Bilingual kPriorities = {"Priorities", "Priorités"};
inline constexpr Bilingual kTargets = {"Targets", "Cibles"};
inline constexpr Bilingual kPlan = {"Action plan", "Plan d'action"};
inline constexpr Bilingual kAboutPlan = {
    "Change what is yours: who is responsible, when, what it costs, your own words. “Removed” takes an "
    "action out; empty lines at the end are for actions of your own.",
    "Modifiez ce qui vous revient : qui est responsable, quand, le coût, vos propres mots. « Retirée » "
    "écarte une action ; les lignes vides à la fin sont pour vos propres actions."};
inline constexpr Bilingual kActions = {"Actions", "Actions"};
inline constexpr Bilingual kMoney = {"Where the money comes from", "D'où vient l'argent"};
inline constexpr Bilingual kNoneNeeded = {"No action needed, and why",
                                          "Aucune action nécessaire, et pourquoi"};
inline constexpr Bilingual kPlanAsAWhole = {"The plan as a whole", "Le plan dans son ensemble"};
inline constexpr Bilingual kYourRemarks = {"Your remarks", "Vos remarques"};
inline constexpr Bilingual kAboutRemarks = {
    "What you think of the questions, the methods and the workshop. It changes no result.",
    "Ce que vous pensez des questions, des méthodes et de l'atelier. Cela ne change aucun résultat."};
/// Beside each source of evidence behind the first.
inline constexpr Bilingual kFurtherEvidence = {"Further evidence", "Autre preuve"};
inline constexpr Bilingual kRemarks = {"Remarks", "Remarques"};

/// All of the above but the advice.
inline constexpr std::array<Bilingual, 20> kAll = {{kHowToFillIn,
                                                    kWho,
                                                    kRespondents,
                                                    kAboutRespondents,
                                                    kVision,
                                                    kOwnWords,
                                                    kPriorities,
                                                    kTargets,
                                                    kPlan,
                                                    kAboutPlan,
                                                    kPrioritiesAndTargets,
                                                    kAboutPriorities,
                                                    kActions,
                                                    kMoney,
                                                    kNoneNeeded,
                                                    kPlanAsAWhole,
                                                    kYourRemarks,
                                                    kAboutRemarks,
                                                    kRemarks,
                                                    kFurtherEvidence}};

}  // namespace page

/// A long text in the lines that a sheet has for it.
std::vector<std::string> note_lines(const std::string& text);

/// The warnings about what stands above tables, or in them beside no question, and is none of the workbook's
/// own words: those of this list, and the instrument's titles and descriptions in any of its languages.
std::vector<Diagnostic> written_around(const Filled& filled, const Instrument& instrument);

}  // namespace sextant::exchange
