#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <stdexcept>
#include <utility>

#include "cli/app.hpp"
#include "cli/files.hpp"
#include "cli/i18n.hpp"
#include "cli/i18n_status.hpp"
#include "cli/library.hpp"
#include "engine/syntax/fields.hpp"
#include "engine/text/utf8.hpp"
#include "engine/translation/exchange.hpp"
#include "engine/translation/places.hpp"
#include "engine/translation/sheet.hpp"
#include "engine/translation/write_translation.hpp"
#include "engine/workbook/workbook.hpp"
#include "reports/json/i18n_json.hpp"
#include "reports/sheet/translation.hpp"

namespace sextant::cli {

namespace {

/// Whether `--lang` names a language that a translation can be in.
bool language_fits(Context& context, const std::string& language, const Instrument& instrument) {
  const Source line("--lang", language);
  Sink sink(line);
  if (check_language(language, {}, sink) && language == instrument.languages.front()) {
    sink.add(Code::language_of_source, {{"language", language}, {"instrument", instrument.id}});
  }
  print_all(context, sink.all(), false);
  return !sink.has_errors();
}

int status(Context& context, SourceInstrument& source, const I18nOptions& options,
           std::vector<Diagnostic>& diagnostics) {
  Instrument& instrument = *source.instrument;
  std::vector<std::string> languages(instrument.languages.begin() + 1, instrument.languages.end());
  if (!options.language.empty()) {
    if (!language_fits(context, options.language, instrument)) return kUsage;
    languages = {options.language};
  }
  std::vector<Catalogue> catalogues;
  for (const std::string& language : languages) {
    if (auto catalogue = load_catalogue(source, language, diagnostics))
      catalogues.push_back(std::move(*catalogue));
  }
  const TextPlaces places(source.sources);
  if (options.json) {
    context.out << json::i18n(instrument, catalogues, places) << "\n";
  } else {
    print_status(context, source, catalogues, places);
  }
  bool gaps = false;
  for (const Catalogue& one : catalogues) {
    gaps = gaps || one.count(Standing::missing) > 0 || one.count(Standing::stale) > 0;
  }
  print_all(context, diagnostics, true);
  const int code = exit_of(diagnostics);
  return code == kFine && options.strict && gaps ? kData : code;
}

/// The texts in the format that the file's name asks for; PO where it asks for none.
sheet::Written written_as(const std::string& output, const Instrument& instrument,
                          const std::string& language, const PoFile& texts) {
  if (output.ends_with(".xlsx")) return sheet::translation_workbook(instrument, language, texts);
  if (output.ends_with(".csv")) return sheet::translation_table(instrument, language, texts);
  return {write_po(texts), {}};
}

int export_texts(Context& context, SourceInstrument& source, const I18nOptions& options,
                 std::vector<Diagnostic>& diagnostics) {
  if (!language_fits(context, options.language, *source.instrument)) return kUsage;
  const auto catalogue = load_catalogue(source, options.language, diagnostics);
  print_all(context, diagnostics, true);
  if (!catalogue) return exit_of(diagnostics);
  const TextPlaces places(source.sources);
  const std::string folder = files::join(files::folder_of(source.main), "");
  const PlaceOf place = [&](const TextRef& ref) {
    const TextPlace found = places.of(ref);
    const bool below = found.file.rfind(folder, 0) == 0;
    return fmt::format("{}:{}", below ? found.file.substr(folder.size()) : found.file, found.line);
  };
  const PoFile po = export_po(*source.instrument, *catalogue, place, {options.missing, options.stale});
  const sheet::Written written = written_as(options.output, *source.instrument, catalogue->language, po);
  std::vector<Diagnostic> left_out;
  for (const std::string& text : written.left_out)
    left_out.push_back({Code::text_beyond_cell, source.main, {}, {{"text", text}}, {}, {}});
  print_all(context, left_out, true);
  if (auto problem = files::write(options.output, written.bytes,
                                  options.replace ? files::Over::asked : files::Over::blank)) {
    print_all(context, {*problem}, false);
    return exit_of({*problem});
  }
  if (options.output == "-") return kFine;
  const std::size_t count = po.entries.size() - written.left_out.size();
  context.out << (context.common.lang == Lang::fr
                      ? fmt::format("{} : {} texte{}\n", options.output, count, count < 2 ? "" : "s")
                      : fmt::format("{}: {} text{}\n", options.output, count, count == 1 ? "" : "s"));
  return kFine;
}

/// Reads back what is about to be written, with the loader that will read it, and compares every text and
/// mark.
void prove(SourceInstrument& source, const Catalogue& catalogue, const std::string& bytes) {
  std::vector<Diagnostic> found;
  const auto back = read_catalogue(source, catalogue.language, Source("translation", bytes), found);
  bool same = back && back->texts.size() == catalogue.texts.size();
  for (std::size_t i = 0; same && i < catalogue.texts.size(); ++i) {
    same = back->texts[i].translation == catalogue.texts[i].translation;
  }
  for (std::size_t i = 0; same && i < catalogue.entries.size(); ++i) {
    same = back->entries[i].mark == catalogue.entries[i].mark;
  }
  if (!same) throw std::runtime_error("the translation would not be read back as it is; nothing was written");
}

/// A translation into a language that the instrument does not list is read by nothing.
void check_listed(const SourceInstrument& source, const std::vector<std::string>& listed,
                  const std::string& language, std::vector<Diagnostic>& diagnostics) {
  if (std::find(listed.begin(), listed.end(), language) != listed.end()) return;
  std::string all;
  for (const std::string& one : listed) all += one + ", ";
  Sink sink(source.sources.front());
  const Checked<Tree> tree = read_tree(source.sources.front());
  const Tree* at = tree->find("languages");
  if (at == nullptr) at = tree->find("language");
  sink.add(Code::language_not_listed, at->at, {{"language", language}, {"languages", all + language}});
  for (Diagnostic& one : sink.take()) diagnostics.push_back(std::move(one));
}

void print_tally(Context& context, const std::string& output, const ImportTally& tally) {
  const bool fr = context.common.lang == Lang::fr;
  context.out << fmt::format(fmt::runtime(fr ? "{} : textes repris : {}, dont nouveaux ou modifiés : {}"
                                             : "{}: texts taken: {}, of them new or changed: {}"),
                             output, tally.taken, tally.changed);
  const std::pair<std::size_t, Bilingual> others[] = {
      {tally.refused, {"refused", "écartés"}},
      {tally.fuzzy, {"fuzzy", "marqués fuzzy"}},
      {tally.stale, {"stale, left as they were", "dépassés, restés tels quels"}},
      {tally.overtaken,
       {"left as they were, translated otherwise by now", "restés tels quels, traduits autrement depuis"}},
      {tally.empty, {"not translated", "non traduits"}}};
  for (const auto& [count, words] : others) {
    if (count == 0) continue;
    context.out << fmt::format(fmt::runtime(fr ? " ; {} : {}" : "; {}: {}"), words(context.common.lang),
                               count);
  }
  context.out << "\n";
}

int import_texts(Context& context, SourceInstrument& source, const I18nOptions& options,
                 std::vector<Diagnostic>& diagnostics) {
  files::ReadResult file = files::read(options.po);
  if (!file.ok) {
    print_all(context, {file.problem}, true);
    return kEnvironment;
  }
  const bool workbook = workbook::looks_like_workbook(options.po, file.bytes);
  const bool table = !workbook && (options.po.ends_with(".csv") || options.po.ends_with(".tsv"));
  if (auto utf8 = table ? utf8::from_utf16(file.bytes) : std::nullopt) file.bytes = std::move(*utf8);
  const std::string bytes_of_workbook = workbook ? std::exchange(file.bytes, {}) : std::string();
  const Source text(options.po, std::move(file.bytes));
  const Checked<PoFile> po = workbook ? read_sheet(bytes_of_workbook, text)
                             : table  ? read_sheet_table(text)
                                      : read_po(text);
  // Rows of a sheet that cannot be read do not stand in the way of the others.
  append(diagnostics, po.diagnostics);
  Sink sink(text);
  const std::vector<std::string> listed = source.instrument->languages;
  const std::string language = po ? po_language(*po, *source.instrument, sink) : std::string();
  std::optional<Catalogue> catalogue;
  if (!language.empty()) catalogue = load_catalogue(source, language, diagnostics);
  ImportTally tally;
  if (catalogue) {
    tally = import_po(*po, *source.instrument, *catalogue, sink);
    tally.refused += static_cast<std::size_t>(
        std::count_if(po.diagnostics.begin(), po.diagnostics.end(),
                      [](const Diagnostic& one) { return info(one.code).severity == Severity::error; }));
    check_listed(source, listed, language, diagnostics);
  }
  for (Diagnostic& one : sink.take()) diagnostics.push_back(std::move(one));
  print_all(context, diagnostics, true);
  if (!catalogue) return exit_of(diagnostics);
  const std::string output = options.output.empty() ? translation_path(source, language) : options.output;
  const std::string bytes = write_translation(source.instrument->id, *catalogue);
  prove(source, *catalogue, bytes);
  if (auto problem = files::write(output, bytes)) {
    print_all(context, {*problem}, false);
    return exit_of({*problem});
  }
  if (output != "-") print_tally(context, output, tally);
  return exit_of(diagnostics);
}

}  // namespace

int run_i18n(Context& context, const I18nOptions& options) {
  std::vector<Diagnostic> diagnostics;
  auto source = load_source_texts(context, options.instrument, diagnostics);
  if (!source) {
    print_all(context, diagnostics, true);
    return exit_of(diagnostics);
  }
  switch (options.action) {
    case I18nAction::status:
      return status(context, *source, options, diagnostics);
    case I18nAction::export_po:
      return export_texts(context, *source, options, diagnostics);
    case I18nAction::import_po:
      return import_texts(context, *source, options, diagnostics);
  }
  return kUsage;
}

}  // namespace sextant::cli
