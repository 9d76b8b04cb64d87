#include "cli/shown_words.hpp"

#include <algorithm>
#include <set>

#include "engine/exchange/meaning.hpp"
#include "engine/exchange/page_words.hpp"
#include "engine/syntax/tree.hpp"
#include "engine/workbook/workbook.hpp"
#include "reports/sheet/sheet.hpp"

namespace sextant::cli {

namespace {

/// The texts of a workbook, as they are compared.
std::set<std::string> texts_of(const Instrument& instrument, const std::string& language,
                               const Assessment* answers) {
  std::set<std::string> out;
  for (const Bilingual& one : exchange::page::kAll) {
    out.insert(exchange::plain(one.en));
    out.insert(exchange::plain(one.fr));
  }
  sheet::Setting setting;
  setting.language = language;
  const workbook::Opened made = workbook::open(sheet::workbook(instrument, setting, answers, nullptr).bytes);
  if (!made.workbook) return out;
  for (const workbook::Sheet& sheet : made.workbook->sheets) {
    for (const workbook::Cell& cell : sheet.cells) out.insert(exchange::plain(cell.text));
  }
  return out;
}

}  // namespace

std::vector<Diagnostic> written_over(const exchange::Filled& filled, const Instrument& instrument,
                                     const Assessment& taken) {
  std::vector<exchange::Entry> unknown = filled.shown;
  const bool same = !filled.fingerprint.empty() &&
                    instrument.fingerprint.substr(0, filled.fingerprint.size()) == filled.fingerprint;
  if (!same) return {};
  // Its own words are English or French whatever language the questionnaire has: that of the titles comes
  // first.
  std::vector<std::string> languages = {std::string(code_of(filled.titles.value_or(Lang::en)))};
  const auto add = [&](const std::string& one) {
    if (std::find(languages.begin(), languages.end(), one) == languages.end()) languages.push_back(one);
  };
  std::for_each(instrument.languages.begin(), instrument.languages.end(), add);
  add("en");
  add("fr");
  // A blank one shows nearly everything.
  for (const Assessment* answers : {static_cast<const Assessment*>(nullptr), &taken}) {
    for (const std::string& language : languages) {
      if (unknown.empty()) return {};
      const std::set<std::string> known = texts_of(instrument, language, answers);
      unknown.erase(std::remove_if(unknown.begin(), unknown.end(),
                                   [&](const exchange::Entry& one) {
                                     return known.count(exchange::plain(one.text)) > 0;
                                   }),
                    unknown.end());
    }
  }
  std::vector<Diagnostic> out;
  for (const exchange::Entry& one : unknown) {
    out.push_back({Code::text_not_read,
                   filled.source.name() + ":" + one.place.cell,
                   {},
                   {{"title", sextant::shown(one.field)}},
                   {},
                   {}});
  }
  return out;
}

}  // namespace sextant::cli
