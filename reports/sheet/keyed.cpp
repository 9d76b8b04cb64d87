#include <algorithm>

#include "engine/exchange/origin.hpp"
#include "engine/exchange/page_words.hpp"
#include "engine/exchange/titles.hpp"
#include "reports/sheet/pages.hpp"

namespace sextant::sheet {

std::string footer(const Scene& scene) {
  const Instrument& instrument = scene.instrument;
  const Prose& title = instrument.short_title.empty() ? instrument.title : instrument.short_title;
  const std::string unit =
      scene.answers == nullptr ? scene.setting.unit : scene.answers->unit.label(scene.setting.language);
  return (unit.empty() ? "" : unit + " · ") + scene(title) + ", " + scene({"version", "version"}) + " " +
         instrument.version;
}

std::string version_of(const Scene& scene) {
  return scene.answers == nullptr ? scene.instrument.version : scene.answers->instrument_version;
}

std::string mark(const Scene& scene) {
  return exchange::sheet_mark(scene.instrument.id, version_of(scene), scene.instrument.fingerprint);
}

Choice choose(const Scene& scene, std::vector<std::string> list, const std::string& title,
              const std::string& hint) {
  Choice out;
  out.list = std::move(list);
  out.title = title;
  out.hint = hint;
  out.refusal =
      scene({"This stands nowhere in the list. Keep it all the same? It is read only if it means one "
             "of the choices.",
             "Cela ne figure pas dans la liste. Le garder quand même ? Ce ne sera repris que si l'un des "
             "choix y est reconnaissable."});
  return out;
}

void Keyed::begin(Layout layout, const std::string& title, const std::string& about) {
  layout.footer = footer(scene_);
  layout.right_to_left = right_to_left(scene_.setting.language);
  columns_ = static_cast<int>(layout.columns.size());
  book_.page(layout);
  book_.text(0, 0, mark(scene_), Style::small);
  book_.text(0, 1, title, Style::title);
  row_ = 1;
  notes(about);
}

void Keyed::notes(const std::string& text) {
  for (const std::string& line : exchange::note_lines(text)) {
    book_.text(row_, 0, "-", Style::small);
    book_.text(row_, 1, line, Style::note);
    ++row_;
  }
}

void Keyed::section(const std::string& title, const std::string& about) {
  ++row_;
  for (int column = 0; column < columns_; ++column)
    book_.text(row_, column, column == 0 ? "-" : column == 1 ? title : "", Style::section);
  ++row_;
  notes(about);
}

void Keyed::header(const std::vector<std::string_view>& titles) {
  book_.text(row_, 0, exchange::kKeyTitle, Style::header);
  int column = 1;
  for (const std::string_view wanted : titles) {
    const auto& all = exchange::kKeyedTitles;
    const auto it = std::find_if(all.begin(), all.end(),
                                 [&](const exchange::Title& one) { return one.title.en == wanted; });
    book_.text(row_, column++, it->title(scene_.lang), Style::header);
  }
  ++row_;
}

void Keyed::line(const std::string& key) {
  book_.text(row_, 0, key, Style::small);
  column_ = 1;
  ++row_;
}

void Keyed::label(const std::string& text, Style style) {
  book_.text(row_ - 1, column_++, text, style);
}

void Keyed::fill(const std::string& text, const Choice& choice, Style style) {
  book_.text(row_ - 1, column_, text, style);
  book_.takes(row_ - 1, column_, choice);
  ++column_;
}

void Keyed::amount(const std::optional<double>& number, const Choice& choice) {
  Choice rule = choice;
  rule.number = true;
  rule.least = 0;
  if (number) {
    book_.number(row_ - 1, column_, *number, Style::pick);
  } else {
    book_.text(row_ - 1, column_, "", Style::pick);
  }
  book_.takes(row_ - 1, column_, rule);
  ++column_;
}

void Keyed::day(const std::string& day) {
  Choice rule;
  rule.title = scene_({"Day", "Jour"});
  rule.hint = scene_({"A date, or written year-month-day: 2026-03-25.",
                      "Une date, ou écrite année-mois-jour : 2026-03-25."});
  book_.day(row_ - 1, column_, day);
  book_.takes(row_ - 1, column_, rule);
  ++column_;
}

void Keyed::value(const std::string& key, const std::string& what, const std::string& text,
                  const std::string& help, const Choice& choice, Style style) {
  line(key);
  label(what);
  if (style == Style::day) {
    day(text);
  } else {
    fill(text, choice, style);
  }
  label(help, Style::plain);
}

}  // namespace sextant::sheet
