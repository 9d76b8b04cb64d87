#include "reports/json/i18n_json.hpp"

#include "reports/json/values.hpp"

namespace sextant::json {

namespace {

Json list_json(const Catalogue& catalogue, Standing standing, const TextPlaces& places) {
  Json out = Json::array();
  for (std::size_t i = 0; i < catalogue.texts.size(); ++i) {
    const CatalogueText& text = catalogue.texts[i];
    if (!has_source(text) || text.standing != standing) continue;
    const TextPlace place = places.of(catalogue, i);
    out.push_back(
        {{"id", text.ref.owner}, {"field", text.ref.field}, {"file", place.file}, {"line", place.line}});
  }
  return out;
}

Json catalogue_json(const Catalogue& catalogue, const TextPlaces& places) {
  const std::size_t all = catalogue.sources();
  const std::size_t translated = all - catalogue.count(Standing::missing);
  return {{"language", catalogue.language},
          {"texts", all},
          {"translated", translated},
          {"share", all == 0 ? 1.0 : static_cast<double>(translated) / static_cast<double>(all)},
          {"missing", list_json(catalogue, Standing::missing, places)},
          {"stale", list_json(catalogue, Standing::stale, places)},
          {"untracked", list_json(catalogue, Standing::untracked, places)}};
}

}  // namespace

std::string i18n(const Instrument& instrument, const std::vector<Catalogue>& catalogues,
                 const TextPlaces& places) {
  Json out = {{"schema", "sextant/i18n/1"},
              {"instrument", named(instrument)},
              {"source_language", instrument.languages.front()},
              {"languages", Json::array()}};
  for (const Catalogue& catalogue : catalogues) out["languages"].push_back(catalogue_json(catalogue, places));
  return dump(out);
}

}  // namespace sextant::json
