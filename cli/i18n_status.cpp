#include "cli/i18n_status.hpp"

#include <fmt/format.h>

#include <array>
#include <ostream>

#include "cli/text_table.hpp"

namespace sextant::cli {

namespace {

/// Whole percent, never 100 where something is missing.
std::string percent(std::size_t part, std::size_t whole, bool fr) {
  return fmt::format("{}{}", whole == 0 ? 100 : part * 100 / whole, fr ? "\u00A0%" : "%");
}

std::string table_of(const std::vector<Catalogue>& catalogues, bool fr, int columns) {
  TextTable table;
  table.header = fr ? std::vector<std::string>{"Langue",    "Textes",   "Traduits",  "Part",
                                               "Manquants", "Dépassés", "Non suivis"}
                    : std::vector<std::string>{"Language", "Texts", "Translated", "Share",
                                               "Missing",  "Stale", "Untracked"};
  table.right = {false, true, true, true, true, true, true};
  for (const Catalogue& one : catalogues) {
    const std::size_t all = one.sources();
    const std::size_t missing = one.count(Standing::missing);
    table.rows.push_back({one.language, std::to_string(all), std::to_string(all - missing),
                          percent(all - missing, all, fr), std::to_string(missing),
                          std::to_string(one.count(Standing::stale)),
                          std::to_string(one.count(Standing::untracked))});
  }
  return table.text(columns);
}

/// One line for each id with texts that stand so: the place of the first, the id, their fields.
void print_list(std::ostream& out, const Catalogue& catalogue, Standing standing, const TextPlaces& places,
                bool fr) {
  for (const CatalogueEntry& entry : catalogue.entries) {
    std::string line;
    for (std::size_t i = entry.begin; i < entry.end; ++i) {
      const CatalogueText& text = catalogue.texts[i];
      if (!has_source(text) || text.standing != standing) continue;
      if (line.empty()) {
        const TextPlace place = places.of(catalogue, i);
        line = fmt::format("  {}:{}: {}{}{}", place.file, place.line, entry.owner, fr ? " : " : ": ",
                           text.ref.field);
      } else {
        line += ", " + text.ref.field;
      }
    }
    if (!line.empty()) out << line << "\n";
  }
}

}  // namespace

void print_status(Context& context, const SourceInstrument& source, const std::vector<Catalogue>& catalogues,
                  const TextPlaces& places) {
  const bool fr = context.common.lang == Lang::fr;
  const Instrument& instrument = *source.instrument;
  context.out << (fr ? fmt::format("{} {}, langue source : {}\n\n", instrument.id, instrument.version,
                                   instrument.languages.front())
                     : fmt::format("{} {}, source language: {}\n\n", instrument.id, instrument.version,
                                   instrument.languages.front()))
              << table_of(catalogues, fr, context.environment.columns);
  constexpr std::array<std::pair<Standing, Bilingual>, 3> kLists = {
      {{Standing::missing, {"missing", "manquants"}},
       {Standing::stale, {"stale: the source has changed since", "dépassés : la source a changé depuis"}},
       {Standing::untracked,
        {"untracked: without the mark of their source", "non suivis : sans l'empreinte de leur source"}}}};
  for (const Catalogue& catalogue : catalogues) {
    for (const auto& [standing, words] : kLists) {
      if (catalogue.count(standing) == 0) continue;
      context.out << fmt::format("\n{}, {}\n", catalogue.language, words(context.common.lang));
      print_list(context.out, catalogue, standing, places, fr);
    }
  }
}

}  // namespace sextant::cli
