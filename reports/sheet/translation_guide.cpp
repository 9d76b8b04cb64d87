#include "reports/sheet/translation_guide.hpp"

#include <utility>
#include <vector>

#include "engine/text/fill.hpp"
#include "engine/translation/sheet.hpp"
#include "reports/document/phrases.hpp"

namespace sextant::sheet {

namespace {

struct Line {
  Bilingual what;
  Bilingual text;
};

constexpr std::array<Line, 7> kLines = {{
    {{"Where to write", "Où écrire"},
     {"The sheet “{texts}” has a line for each text, in the order of the questionnaire. Write in the framed "
      "cells of "
      "the column “{translation}”, beside the source text. The other cells are locked, without a password.",
      "La feuille « {texts} » a une ligne par texte, dans l'ordre du questionnaire. Écrivez dans les "
      "cellules "
      "encadrées de la colonne « {translation} », à côté du texte source. Les autres cellules sont "
      "verrouillées, sans "
      "mot de passe."}},
    {{"Where to begin", "Par où commencer"},
     {"Click the arrow beside “{state}” and tick only “{missing}”, “{stale}” or “{unconfirmed}” to see what "
      "is to be "
      "done.",
      "Cliquez sur la flèche à côté de « {state} » et ne cochez que « {missing} », « {stale} » ou « "
      "{unconfirmed} "
      "» pour "
      "voir ce qui reste à faire."}},
    {{"Stale", "Dépassé"},
     {"The source text, or another text of the same question, has changed since. Correct the translation, or "
      "choose "
      "“{yes}” under “{still}” if nothing has to be changed. A stale line that nobody touches is not "
      "taken.",
      "Le texte source, ou un autre texte de la même question, a changé depuis. Corrigez la traduction, ou "
      "choisissez "
      "« {yes} » sous « {still} » si rien n'est à changer. Une ligne dépassée que personne ne touche "
      "n'est pas "
      "reprise."}},
    {{"Braces", "Accolades"},
     {"Keep what stands in braces letter by letter, for instance {node}: names and numbers go there. It may "
      "stand "
      "elsewhere in the sentence.",
      "Gardez à la lettre ce qui est entre accolades, par exemple {node} : des noms et des nombres y "
      "prendront place. "
      "Cela peut changer de place dans la phrase."}},
    {{"Not done yet", "Pas encore fait"},
     {"Leave the cell empty. You can send back an unfinished workbook at any time and go on later.",
      "Laissez la cellule vide. Vous pouvez renvoyer un classeur inachevé à tout moment et continuer plus "
      "tard."}},
    {{"Doubts", "Doutes"},
     {"Write questions and doubts under “{remark}”: whoever takes the workbook back reads them. They are not "
      "printed in "
      "the questionnaire.",
      "Écrivez questions et doutes sous « {remark} » : ils sont lus par qui reprend le classeur. Ils "
      "n'apparaissent "
      "pas dans le questionnaire."}},
    {{"Send back", "Renvoyer"},
     {"Save as .xlsx or .ods and send it back. Columns may be moved and made wider; titles and hidden "
      "columns stay. "
      "Whatever cannot be taken is named cell by cell, and never guessed.",
      "Enregistrez en .xlsx ou .ods et renvoyez le fichier. Les colonnes peuvent être déplacées et élargies "
      "; les "
      "titres et les colonnes masquées restent. Ce qui ne peut être repris est signalé cellule par cellule, "
      "jamais "
      "deviné."}},
}};

/// The languages that the page is written in: that of the sheet, then that of the translator where it is the
/// other one.
std::vector<Lang> spoken(const std::string& from, const std::string& to) {
  std::vector<Lang> out = {lang_of(from) == Lang::fr ? Lang::fr : Lang::en};
  const Lang other = out.front() == Lang::fr ? Lang::en : Lang::fr;
  if (is_language(to, code_of(other))) out.push_back(other);
  return out;
}

}  // namespace

Bilingual state_word(Standing standing) {
  switch (standing) {
    case Standing::missing:
      return {"missing", "manquant"};
    case Standing::current:
      return {"done", "fait"};
    case Standing::stale:
      return {"stale", "dépassé"};
    case Standing::untracked:
      return {"unconfirmed", "non confirmé"};
  }
  return {};
}

void translation_guide(Book& book, const Instrument& instrument, const std::string& language,
                       const TextCounts& counts) {
  const std::string& from = instrument.languages.front();
  const std::vector<Lang> languages = spoken(from, language);
  // The sheet has one language: what it calls its columns and states is the same on both halves of the page.
  const auto name = [&](Bilingual text) { return std::string(text(languages.front())); };
  const auto title = [&](std::string_view english) {
    for (const SheetTitle& one : kSheetTitles) {
      if (one.title.en == english) return name(one.title);
    }
    return std::string();
  };
  const Args names = {{"texts", name({"Texts", "Textes"})},
                      {"translation", title("Translation")},
                      {"state", title("State")},
                      {"still", title("Still right")},
                      {"remark", title("Remark")},
                      {"missing", name(state_word(Standing::missing))},
                      {"stale", name(state_word(Standing::stale))},
                      {"unconfirmed", name(state_word(Standing::untracked))},
                      {"yes", name({"yes", "oui"})},
                      {"node", "{node}"}};
  Layout layout;
  layout.name = Bilingual{"Guide", "Mode d'emploi"}(languages.front());
  layout.columns = {{8, true}, {24, false}, {100, false}};
  layout.printed_columns = 3;
  book.page(layout);
  book.text(0, 0, kGuideKey, Style::small);
  book.text(0, 1, instrument.title.empty() ? instrument.id : instrument.title.source(), Style::title);
  int row = 1;
  for (const Lang lang : languages) {
    const auto say = [&](Bilingual what, std::string_view text) {
      book.text(row, 1, what(lang), Style::label);
      book.text(row++, 2, document::typeset(text, code_of(lang)), Style::plain);
    };
    const auto section = [&](Bilingual text) {
      book.text(row, 1, text(lang), Style::section);
      book.text(row++, 2, "", Style::section);
    };
    ++row;
    section({"Translation of a questionnaire", "Traduction d'un questionnaire"});
    say({"Languages", "Langues"}, from + " → " + language);
    say({"Version", "Version"}, instrument.version);
    std::string state;
    for (const Standing one : {Standing::missing, Standing::stale, Standing::untracked, Standing::current}) {
      const std::size_t count = counts.at(static_cast<std::size_t>(one));
      if (count == 0 && one == Standing::untracked) continue;
      state += (state.empty() ? "" : ", ") + std::string(state_word(one)(lang)) +
               (lang == Lang::fr ? " : " : ": ") + std::to_string(count);
    }
    say({"Texts", "Textes"}, state);
    section({"What to do", "Ce qu'il faut faire"});
    for (const Line& line : kLines) say(line.what, fill(line.text(lang), names));
  }
}

}  // namespace sextant::sheet
