#include <string_view>
#include <unordered_map>

#include "engine/text/digest.hpp"
#include "engine/text/fill.hpp"
#include "engine/text/language.hpp"
#include "engine/translation/exchange.hpp"

namespace sextant {

namespace {

/// What a text is, for whoever translates it.
Bilingual what(TextKind kind) {
  switch (kind) {
    case TextKind::title:
      return {"Title", "Titre"};
    case TextKind::short_title:
      return {"Short title", "Titre court"};
    case TextKind::about:
      return {"Description", "Description"};
    case TextKind::notice:
      return {"Notice on every report", "Mention sur chaque rapport"};
    case TextKind::source:
      return {"Where the questionnaire comes from", "Origine du questionnaire"};
    case TextKind::kind_one:
      return {"Name of a kind of node, singular", "Nom d'une sorte de nœud, singulier"};
    case TextKind::kind_many:
      return {"Name of a kind of node, plural", "Nom d'une sorte de nœud, pluriel"};
    case TextKind::level_name:
      return {"Name of a level", "Nom d'un niveau"};
    case TextKind::level_description:
      return {"Description of a level", "Description d'un niveau"};
    case TextKind::gate_reason:
      return {"What a level asks for besides its value", "Ce qu'un niveau demande outre sa valeur"};
    case TextKind::question_title:
      return {"Title of a question", "Titre d'une question"};
    case TextKind::question_text:
      return {"Text of a question", "Texte d'une question"};
    case TextKind::help:
      return {"Help for a question", "Aide d'une question"};
    case TextKind::quality:
      return {"What must be true before a level is chosen",
              "Ce qui doit être vrai avant de choisir un niveau"};
    case TextKind::descriptor:
      return {"Level descriptor", "Descripteur de niveau"};
    case TextKind::option:
      return {"Answer to choose", "Réponse au choix"};
    case TextKind::part:
      return {"Part of a checklist", "Élément d'une liste à cocher"};
    case TextKind::cell:
      return {"Line of a grid", "Ligne d'une grille"};
    case TextKind::evidence:
      return {"Hint on evidence", "Indication sur les preuves"};
    case TextKind::term:
      return {"Term of the glossary", "Terme du glossaire"};
    case TextKind::term_forms:
      return {"Other forms of the term, one a line", "Autres formes du terme, une par ligne"};
    case TextKind::unit:
      return {"Unit of a number", "Unité d'un nombre"};
    case TextKind::cap_reason:
      return {"Why a level is capped", "Pourquoi un niveau est plafonné"};
    case TextKind::prerequisite_reason:
      return {"Why something comes first", "Pourquoi une chose passe d'abord"};
    case TextKind::sentence:
      return {"Sentence of a finding", "Phrase d'un constat"};
    case TextKind::clears:
      return {"What would clear a finding", "Ce qui lèverait un constat"};
    case TextKind::prompt:
      return {"Prompt of the introduction", "Invite de l'introduction"};
    case TextKind::prompt_help:
      return {"Help for the introduction", "Aide de l'introduction"};
  }
  return {};
}

constexpr Bilingual kLevel{"Level: ", "Niveau : "};
constexpr Bilingual kQuestion{"Question: ", "Question : "};
constexpr Bilingual kKeep{"Keep as they are: ", "À garder tels quels : "};
constexpr Bilingual kStale{
    "The source has changed since this was translated. Check the translation, then take the mark fuzzy away.",
    "La source a changé depuis cette traduction. Vérifiez la traduction, puis retirez la marque fuzzy."};

/// What stands in braces, as `{a}, {b}`.
std::string kept_in(const std::string& text) {
  std::string out;
  for (const std::string& name : places(text)) out += (out.empty() ? "{" : ", {") + name + "}";
  return out;
}

/// The headings under which a sheet has its texts, by what they belong to.
class Sections {
 public:
  Sections(const Instrument& instrument, Lang lang)
      : whole_(Bilingual{"The questionnaire as a whole", "Le questionnaire dans son ensemble"}(lang)) {
    const auto all = [&](const auto& list, Bilingual title) {
      for (const auto& one : list) by_owner_[one.id] = title(lang);
    };
    const Bilingual rules{"Rules", "Règles"};
    const Bilingual vision{"The introduction", "L'introduction"};
    const Bilingual asked{"Editions and groups of respondents", "Éditions et groupes de répondants"};
    all(instrument.scales, {"Levels", "Niveaux"});
    all(instrument.caps, rules);
    all(instrument.prerequisites, rules);
    all(instrument.editions, asked);
    all(instrument.respondent_groups, asked);
    all(instrument.findings, {"Findings", "Constats"});
    all(instrument.glossary, {"Glossary", "Glossaire"});
    by_owner_["vision"] = vision(lang);
    by_owner_["outcomes"] = vision(lang);
    for (const std::size_t pillar : instrument.pillars()) {
      for (std::size_t i = 0; i < instrument.nodes.size(); ++i) {
        if (i == pillar || instrument.below(i, pillar))
          by_owner_[instrument.nodes[i].id] = label_of(instrument, pillar);
      }
    }
    for (const Question& question : instrument.questions)
      by_owner_[question.id] = of(instrument.nodes[question.node].id);
  }

  const std::string& of(const std::string& owner) const {
    const auto found = by_owner_.find(owner);
    return found == by_owner_.end() ? whole_ : found->second;
  }

 private:
  static std::string label_of(const Instrument& instrument, std::size_t node) {
    const Node& one = instrument.nodes[node];
    return one.title.empty() ? one.id : one.title.source();
  }

  std::string whole_;
  std::unordered_map<std::string, std::string> by_owner_;
};

std::vector<std::string> comments(const CatalogueText& text, Lang lang) {
  std::vector<std::string> out = {std::string(what(text.ref.kind)(lang))};
  const auto add = [&](const Bilingual& label, const std::string& words) {
    out.push_back(std::string(label(lang)) + words);
  };
  if (text.ref.of_level != nullptr) add(kLevel, text.ref.of_level->source());
  if (text.ref.within != nullptr) add(kQuestion, text.ref.within->source());
  if (const std::string kept = kept_in(text.source()); !kept.empty()) add(kKeep, kept);
  return out;
}

/// A language tag as PO files write it: pt_BR for pt-BR.
std::string with_underscores(std::string tag) {
  for (char& c : tag) {
    if (c == '-') c = '_';
  }
  return tag;
}

}  // namespace

PoFile export_po(const Instrument& instrument, const Catalogue& catalogue, const PlaceOf& place,
                 const ExportOptions& options) {
  const Lang lang = lang_of(instrument.languages.front());
  const Sections sections(instrument, lang);
  PoFile out;
  out.version = instrument.version;
  out.header = {{"Project-Id-Version", instrument.id + " " + instrument.version},
                {"Language", with_underscores(catalogue.language)},
                {"MIME-Version", "1.0"},
                {"Content-Type", "text/plain; charset=UTF-8"},
                {"Content-Transfer-Encoding", "8bit"},
                {"X-Source-Language", with_underscores(instrument.languages.front())}};
  for (const CatalogueText& text : catalogue.texts) {
    const bool stale = text.standing == Standing::stale;
    const bool wanted = (!options.missing && !options.stale) ||
                        (options.missing && text.standing == Standing::missing) || (options.stale && stale);
    if (!wanted || !has_source(text)) continue;
    PoEntry entry;
    if (stale) entry.notes.emplace_back(kStale(lang));
    entry.extracted = comments(text, lang);
    entry.references = {place(text.ref)};
    entry.fuzzy = stale;
    entry.context = text.ref.owner + "|" + text.ref.field;
    entry.source = text.source();
    entry.text = text.translation;
    entry.section = sections.of(text.ref.owner);
    entry.kept = kept_in(text.source());
    // The texts of `instrument` have no mark that could be given by confirming them.
    const bool unmarked = text.standing == Standing::untracked && text.ref.owner == "instrument";
    entry.marks = RowMarks{short_hash(text.source()), translation_mark(text.translation),
                           unmarked ? Standing::current : text.standing, false};
    out.entries.push_back(std::move(entry));
  }
  return out;
}

}  // namespace sextant
