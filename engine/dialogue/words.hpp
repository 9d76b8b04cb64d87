#pragma once

#include <string>

#include "engine/text/fill.hpp"
#include "engine/text/language.hpp"

/// What the wizard says.
namespace sextant::dialogue {

inline std::string say(Lang lang, Bilingual text, const Args& args = {}) {
  return fill(text(lang), args);
}

namespace words {

// Where it stands.
inline constexpr Bilingual kHere{"{answered} of {asked} answered; next is {id}",
                                 "{answered} réponses sur {asked} ; la suivante est {id}"};
inline constexpr Bilingual kHereOne{"{answered} of {asked} answered; next is {id}",
                                    "{answered} réponse sur {asked} ; la suivante est {id}"};
inline constexpr Bilingual kAllAnswered{"All {asked} questions are answered",
                                        "Les {asked} questions ont une réponse"};
inline constexpr Bilingual kNothingAsked{"No question is asked here", "Aucune question n'est posée ici"};
inline constexpr Bilingual kKeysShort{
    "A number answers. Enter keeps an answer, < goes back, s skips, d is don't know, ? shows all keys, q "
    "quits.",
    "Un numéro répond. Entrée garde une réponse, < revient, s passe, d veut dire ne sait pas, ? montre "
    "toutes les "
    "touches, q quitte."};
inline constexpr Bilingual kPlace{"{place} of {asked}", "{place} sur {asked}"};
inline constexpr Bilingual kEnd{"This is the end.", "C'est la fin."};
inline constexpr Bilingual kEndOpen{"Without an answer: {ids}. Enter goes to the first of them, q quits.",
                                    "Sans réponse : {ids}. Entrée va à la première, q quitte."};
inline constexpr Bilingual kEndDone{"q quits, < goes back, g ID goes to a question.",
                                    "q quitte, < revient, g ID va à une question."};
inline constexpr Bilingual kEndNow{"(end)", "(fin)"};
inline constexpr Bilingual kAndMore{"and {count} more", "et {count} autres"};

// A question.
inline constexpr Bilingual kYes{"Yes", "Oui"};
inline constexpr Bilingual kNo{"No", "Non"};
inline constexpr Bilingual kTypeChecklist{"All that hold, with blanks between: 1 3. For none: 0.",
                                          "Tout ce qui vaut, séparé par des espaces : 1 3. Pour aucun : 0."};
inline constexpr Bilingual kTypeChecklistWord{
    "All that hold, with blanks between. For none: none.",
    "Tout ce qui vaut, séparé par des espaces. Pour aucun : aucun."};
inline constexpr Bilingual kTypeGrid{
    "{count} levels in this order, with blanks between (- leaves one out), or one of them: 2={level}.",
    "{count} niveaux dans cet ordre, séparés par des espaces (- en laisse un), ou un seul : 2={level}."};
inline constexpr Bilingual kTypeNumber{"A number{unit}.", "Un nombre{unit}."};
inline constexpr Bilingual kTypePercent{"A share in per cent.", "Une part en pour cent."};
inline constexpr Bilingual kTypeRange{"From {least} to {most}.", "De {least} à {most}."};
inline constexpr Bilingual kTypeText{"In your own words, on one line.",
                                     "En vos propres mots, sur une ligne."};
inline constexpr Bilingual kNow{"Now: ", "Actuellement : "};
inline constexpr Bilingual kNote{"Note: ", "Note : "};
inline constexpr Bilingual kSource{"Source: ", "Source : "};
inline constexpr Bilingual kOwner{"Will find out: ", "Se renseignera : "};
inline constexpr Bilingual kGrade{"grade {grade}", "degré {grade}"};
inline constexpr Bilingual kNotAskedNow{
    "not asked after the other answers; an answer is kept and does not count",
    "pas posée d'après les autres réponses ; une réponse est conservée sans compter"};

// What became of a line.
inline constexpr Bilingual kTaken{"Taken: ", "Noté : "};
inline constexpr Bilingual kRowsOpen{
    "Rows without an answer: {open} of {count}. The question counts as answered, with the rows that have "
    "one.",
    "Lignes sans réponse : {open} sur {count}. La question est comptée comme renseignée, avec les lignes "
    "remplies."};
inline constexpr Bilingual kRowsGoOn{"Enter goes on to the next question.",
                                     "Entrée passe à la question suivante."};
inline constexpr Bilingual kOpens{"Now also asked: {ids}", "Désormais posées aussi : {ids}"};
inline constexpr Bilingual kCloses{
    "No longer asked: {ids}. Answers to them are kept, and do not count.",
    "Ne sont plus posées : {ids}. Leurs réponses sont conservées, sans compter."};
inline constexpr Bilingual kNothingToKeep{
    "There is no answer yet. s leaves the question for later.",
    "Il n'y a pas encore de réponse. s laisse la question pour plus tard."};
inline constexpr Bilingual kFirst{"This is the first question.", "C'est la première question."};
inline constexpr Bilingual kTakenBack{"Taken back: the question has no answer.",
                                      "Retirée : la question n'a pas de réponse."};
inline constexpr Bilingual kNothingTakenBack{"There is no answer to take back.",
                                             "Il n'y a pas de réponse à retirer."};
inline constexpr Bilingual kSkipped{"Left for later.", "Laissée pour plus tard."};
inline constexpr Bilingual kNoNotApplicable{
    "This question applies to everyone; d says that the answer is not known.",
    "Cette question concerne tout le monde ; d dit que la réponse n'est pas connue."};
inline constexpr Bilingual kMerged{
    "This answer brings several respondents together. It is settled with sextant merge --decide; nothing was "
    "changed.",
    "Cette réponse réunit plusieurs répondants. Elle se tranche avec sextant merge --decide ; rien n'a été "
    "modifié."};
inline constexpr Bilingual kLanguage{"Now in English.", "Désormais en français."};

// What was not understood.
inline constexpr Bilingual kNotUnderstood{
    "\"{line}\" is not understood. Possible: {choices}. ? shows all keys.",
    "« {line} » n'est pas compris. Possible : {choices}. ? montre toutes les touches."};
inline constexpr Bilingual kNotUnderstoodHere{
    "\"{line}\" is not understood here. ? shows all keys.",
    "« {line} » n'est pas compris ici. ? montre toutes les touches."};
inline constexpr Bilingual kSeveral{"\"{line}\" can mean several things: {choices}. Say which.",
                                    "« {line} » peut avoir plusieurs sens : {choices}. Précisez."};
inline constexpr Bilingual kGridCount{"\"{line}\" has {found} levels, and {count} are needed.",
                                      "« {line} » compte {found} niveaux, et il en faut {count}."};
inline constexpr Bilingual kTwice{"\"{line}\" names {what} twice.", "« {line} » nomme deux fois {what}."};
inline constexpr Bilingual kNoSuchQuestion{"No question here is called \"{line}\".",
                                           "Aucune question ici ne s'appelle « {line} »."};
inline constexpr Bilingual kDidYouMean{"Did you mean {id}?", "Vouliez-vous dire {id} ?"};
inline constexpr Bilingual kGoNeedsId{"g needs the id of a question, or its place: g 12",
                                      "g demande l'identifiant d'une question, ou sa place : g 12"};
inline constexpr Bilingual kNotAsked{"{id} is not asked: {why}", "{id} n'est pas posée : {why}"};
inline constexpr Bilingual kNotInEdition{"it is not in this edition or pillar.",
                                         "elle ne fait pas partie de cette édition ou de ce pilier."};
inline constexpr Bilingual kByBranching{"that depends on other answers.", "cela dépend d'autres réponses."};
inline constexpr Bilingual kNoText{
    "This line holds keys that are no text, for instance arrows; nothing was taken.",
    "Cette ligne contient des touches qui ne sont pas du texte, des flèches par exemple ; rien "
    "n'a été noté."};
inline constexpr Bilingual kNotUtf8{
    "This line is not UTF-8 text; nothing was taken. Set the terminal, or the file it comes from, to UTF-8.",
    "Cette ligne n'est pas un texte en UTF-8 ; rien n'a été noté. Réglez le terminal, ou le fichier dont "
    "elle "
    "provient, sur UTF-8."};
inline constexpr Bilingual kTooLong{"This line is too long; nothing was taken.",
                                    "Cette ligne est trop longue ; rien n'a été noté."};

// Notes, owners, evidence.
inline constexpr Bilingual kAskOwner{
    "Who could find out? A name or an office; Enter: nobody yet.",
    "Qui pourrait se renseigner ? Un nom ou un service ; Entrée : personne encore."};
inline constexpr Bilingual kKeyingWas{"it was: {before}", "c'était : {before}"};
inline constexpr Bilingual kAskReason{
    "This takes the place of an answer of {date}. Why? One line; Enter: no reason given.",
    "Cette réponse en remplace une du {date}. Pourquoi ? Une ligne ; Entrée : sans motif."};
inline constexpr Bilingual kReason{"Why it changed: ", "Motif du changement : "};
inline constexpr Bilingual kAskNote{
    "Why this answer? One line; Enter changes nothing, - takes the note away.",
    "Pourquoi cette réponse ? Une ligne ; Entrée ne change rien, - retire la note."};
inline constexpr Bilingual kAskSource{
    "Which source? Its title; Enter changes nothing, - takes the last source away.",
    "Quelle source ? Son titre ; Entrée ne change rien, - retire la dernière source."};
inline constexpr Bilingual kAskYear{"Of which year? Enter: not known.",
                                    "De quelle année ? Entrée : inconnue."};
inline constexpr Bilingual kAskWhere{"Where can it be found? An address or an office; Enter: not known.",
                                     "Où se trouve-t-elle ? Une adresse ou un service ; Entrée : inconnu."};
inline constexpr Bilingual kAskGrade{
    "How good is it? 1 an assertion, 2 a named document, 3 dated and accessible, 4 independently verified; "
    "Enter: "
    "{grade}.",
    "Que vaut-elle ? 1 une affirmation, 2 un document nommé, 3 daté et accessible, 4 vérifié de façon "
    "indépendante ; "
    "Entrée : {grade}."};
inline constexpr Bilingual kGradeNeeded{"A number from 0 to 4, or Enter.", "Un numéro de 0 à 4, ou Entrée."};
inline constexpr Bilingual kNoteKept{"Note kept.", "Note conservée."};
inline constexpr Bilingual kNoteGone{"The note is taken away.", "La note est retirée."};
inline constexpr Bilingual kSourceKept{"Source kept: ", "Source conservée : "};
inline constexpr Bilingual kSourceGone{"Taken away: ", "Retirée : "};
inline constexpr Bilingual kNoSource{"There is no source yet.", "Il n'y a pas encore de source."};
inline constexpr Bilingual kPromptNote{"note", "note"};
inline constexpr Bilingual kPromptReason{"why", "motif"};
inline constexpr Bilingual kPromptOwner{"who", "qui"};
inline constexpr Bilingual kPromptSource{"source", "source"};
inline constexpr Bilingual kPromptYear{"year", "année"};
inline constexpr Bilingual kPromptWhere{"where", "où"};
inline constexpr Bilingual kPromptGrade{"grade", "degré"};
inline constexpr Bilingual kPromptKeying{"keying", "saisie"};
inline constexpr Bilingual kSubHelp{
    "Type the text. Enter goes on, < goes back to the question, l changes the language, q quits.",
    "Tapez le texte. Entrée continue, < revient à la question, l change de langue, q quitte."};

// Help and progress.
inline constexpr Bilingual kHelp{"About this question", "Sur cette question"};
inline constexpr Bilingual kQuality{"What a good answer rests on", "Sur quoi repose une bonne réponse"};
inline constexpr Bilingual kEvidence{"Evidence: ", "Justificatifs : "};
inline constexpr Bilingual kKeys{"Keys", "Touches"};
inline constexpr Bilingual kPartly{"Filled in partly", "Remplies en partie"};
inline constexpr Bilingual kRows{"rows without an answer: {open} of {count}",
                                 "lignes sans réponse : {open} sur {count}"};
inline constexpr Bilingual kDontKnows{"To find out", "À rechercher"};
inline constexpr Bilingual kNobody{"nobody yet", "personne encore"};
inline constexpr Bilingual kOf{"{answered} of {asked}", "{answered} sur {asked}"};

// Keying.
inline constexpr Bilingual kKeyingShort{
    "Keying: one mark for each question in order, as on paper: 3 2 d 4 - 1, or 32d4-1. d don't know, a not "
    "applicable, - "
    "left out. < takes the last line back, ? says more, q quits.",
    "Saisie : une marque par question dans l'ordre du papier : 3 2 d 4 - 1, ou 32d4-1. d ne sait pas, a sans "
    "objet, - "
    "laissée. < retire la dernière ligne, ? en dit plus, q quitte."};
inline constexpr Bilingual kKeyingNext{"Next", "À suivre"};
inline constexpr Bilingual kKeyingTaken{"Taken", "Noté"};
inline constexpr Bilingual kKeyingBack{"Taken back: {count} marks", "Retirées : {count} marques"};
inline constexpr Bilingual kKeyingBackOne{"Taken back: 1 mark", "Retirée : 1 marque"};
inline constexpr Bilingual kKeyingNothingBack{"No line to take back.", "Aucune ligne à retirer."};
inline constexpr Bilingual kKeyingLeft{"left out", "laissée"};
inline constexpr Bilingual kKeyingNothing{"Nothing of this line was taken.",
                                          "Rien de cette ligne n'a été noté."};
inline constexpr Bilingual kKeyingAt{"Mark {place}, \"{mark}\", for {id}: ",
                                     "Marque {place}, « {mark} », pour {id} : "};
inline constexpr Bilingual kKeyingTooMany{"the list ends before it", "la liste finit avant elle"};
inline constexpr Bilingual kKeyingText{
    "a text; - leaves it out, and sextant answer without --keying asks for it",
    "un texte ; - la laisse, et sextant answer sans --keying la demande"};
inline constexpr Bilingual kKeyingApart{"it needs a mark of its own, with blanks around it",
                                        "il lui faut une marque à elle, entourée d'espaces"};
inline constexpr Bilingual kKeyingChoices{"possible: {choices}", "possible : {choices}"};
inline constexpr Bilingual kKeyingNoSuchKey{
    "\"{key}\" is not for keying; sextant answer without --keying has it.",
    "« {key} » ne vaut pas pour la saisie ; sextant answer sans --keying le permet."};
inline constexpr Bilingual kKeyingMerged{"several respondents; sextant merge --decide settles it",
                                         "plusieurs répondants ; sextant merge --decide tranche"};
inline constexpr Bilingual kKeyingNumber{"number", "nombre"};
inline constexpr Bilingual kKeyingTextShort{"text: -", "texte : -"};

}  // namespace words

/// A key and what it does.
struct Key {
  Bilingual key;
  Bilingual what;
};

inline constexpr Key kWizardKeys[] = {
    {{"3", "3"},
     {"answers with what stands at 3; words do too: Established",
      "répond par ce qui porte le 3 ; un mot aussi : Établi"}},
    {{"Enter", "Entrée"}, {"keeps the answer and goes on", "garde la réponse et continue"}},
    {{"<", "<"}, {"back to the question before", "revient à la question précédente"}},
    {{"n", "n"}, {"note: why this answer (n TEXT)", "note : pourquoi cette réponse (n TEXTE)"}},
    {{"e", "e"}, {"evidence: a source (e TITLE)", "justificatif : une source (e TITRE)"}},
    {{"?", "?"}, {"help on the question, and these keys", "aide sur la question, et ces touches"}},
    {{"s", "s"}, {"skip: leave the question for later", "passer : laisser la question pour plus tard"}},
    {{"d", "d"}, {"don't know (d WHO: who will find out)", "ne sait pas (d QUI : qui se renseignera)"}},
    {{"a", "a"}, {"not applicable, where the question allows it", "sans objet, où la question l'admet"}},
    {{"-", "-"}, {"take the answer back", "retirer la réponse"}},
    {{"g ID", "g ID"},
     {"go to a question, by id or place (g 12)", "aller à une question, par identifiant ou place (g 12)"}},
    {{"l", "l"}, {"change to French", "passer à l'anglais"}},
    {{"p", "p"}, {"progress", "avancement"}},
    {{"q", "q"}, {"quit; everything is saved", "quitter ; tout est enregistré"}},
};

inline constexpr Key kKeyingKeys[] = {
    {{"3", "3"},
     {"the number ticked, one for each question in order", "le numéro coché, un par question dans l'ordre"}},
    {{"d", "d"}, {"don't know", "ne sait pas"}},
    {{"a", "a"}, {"not applicable", "sans objet"}},
    {{"-", "-"},
     {"nothing ticked: what is in the file stays", "rien de coché : le fichier reste comme il est"}},
    {{"1+3", "1+3"},
     {"several ticks, in a checklist; 0 for none", "plusieurs coches, dans une liste ; 0 pour aucune"}},
    {{"32-1", "32-1"},
     {"a grid: as many levels as it has cells", "une grille : autant de niveaux que de cases"}},
    {{"62,5", "62,5"}, {"a number", "un nombre"}},
    {{"<", "<"}, {"take the last line back", "retirer la dernière ligne"}},
    {{"g ID", "g ID"},
     {"go to a question, by id or place (g 12)", "aller à une question, par identifiant ou place (g 12)"}},
    {{"l", "l"}, {"change to French", "passer à l'anglais"}},
    {{"p", "p"}, {"progress", "avancement"}},
    {{"q", "q"}, {"quit; everything is saved", "quitter ; tout est enregistré"}},
};

}  // namespace sextant::dialogue
