#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/instrument/model.hpp"
#include "engine/text/language.hpp"

/// What stands beside the cells of a workbook, for lines whose key is gone: such a line is known by its
/// label.
namespace sextant::exchange {

/// The label of one value.
struct Label {
  std::string_view key;
  Bilingual label;
};

inline constexpr std::array<Label, 21> kLabels = {{
    {"unit.id", {"Country or territory", "Pays ou territoire"}},
    {"unit.name", {"Its name", "Son nom"}},
    {"unit.iso", {"ISO code", "Code ISO"}},
    {"unit.kind", {"Kind of unit", "Genre d'unité"}},
    {"unit.group", {"Group of countries", "Groupe de pays"}},
    {"round.id", {"Round", "Tour"}},
    {"round.name", {"Name of the round", "Nom du tour"}},
    {"round.date", {"Day of the round", "Jour du tour"}},
    {"edition", {"Edition", "Édition"}},
    {"notes", {"Notes", "Notes"}},
    {"vision.purpose", {"Purpose", "Finalité"}},
    {"vision.priorities", {"Priority", "Priorité"}},
    {"vision.outcomes", {"Education outcome", "Résultat éducatif"}},
    {"vision.principles", {"Principle", "Principe"}},
    {"feedback.questions", {"The questions", "Les questions"}},
    {"feedback.methods", {"The methods", "Les méthodes"}},
    {"feedback.workshop", {"The workshop", "L'atelier"}},
    {"plan.start", {"First day", "Premier jour"}},
    {"plan.currency", {"Currency", "Monnaie"}},
    {"plan.effort", {"Person-months at hand", "Mois-personnes disponibles"}},
    {"plan.money", {"Money for investment", "Argent pour l'investissement"}},
}};
inline constexpr Label kLevelsInShort = {"plan.levels_in_short",
                                         {"Levels to climb within a year", "Niveaux à gravir en un an"}};

/// The label of a key of kLabels.
Bilingual label_of(std::string_view key);

/// The field and the part that a label means: "Son nom (fr)" is "unit.name" and "fr", "Priorité 2"
/// "vision.priorities" and "2". Nothing where it means none, or several.
std::optional<std::pair<std::string, std::string>> meant_by(const std::string& label,
                                                            const Instrument& instrument);

/// The list that the lines of a table without keys belong to, by its titles: "respondents", "priorities",
/// "plan.actions", "plan.sources", "plan.none_needed" (if `in_plan`), or "targets" and "label", whose lines
/// are known by their first title's column. Nothing for other titles.
std::optional<std::string> unkeyed_list(const std::vector<std::string>& titles, bool in_plan);

/// Whether a text is one of the headings that stand between tables.
bool is_heading(const std::string& text);

}  // namespace sextant::exchange
