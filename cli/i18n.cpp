#include "cli/i18n.hpp"

#include <algorithm>

#include "cli/files.hpp"
#include "cli/library.hpp"
#include "engine/instrument/load.hpp"
#include "engine/instrument/translate.hpp"

namespace sextant::cli {

namespace {

/// The index of a language, which is added where the instrument does not list it. What was read before is
/// forgotten.
std::size_t language_index(Instrument& instrument, const std::string& language) {
  auto& all = instrument.languages;
  const auto it = std::find(all.begin(), all.end(), language);
  const auto index = static_cast<std::size_t>(it - all.begin());
  if (it == all.end()) {
    all.push_back(language);
    instrument.loaded.push_back(true);
  }
  for (const TextRef& ref : texts_of(instrument)) {
    if (index < ref.prose->in.size()) ref.prose->in[index].clear();
  }
  return index;
}

}  // namespace

std::optional<SourceInstrument> load_source_texts(const Context& context, const std::string& name,
                                                  std::vector<Diagnostic>& diagnostics) {
  const auto folders = files::questionnaire_folders(context.environment.questionnaires);
  SourceInstrument out;
  out.main = files::find_instrument(name, folders);
  if (out.main.empty()) {
    diagnostics.push_back(instrument_not_found(name, folders));
    return std::nullopt;
  }
  files::ReadResult file = files::read(out.main);
  if (!file.ok) {
    diagnostics.push_back(file.problem);
    return std::nullopt;
  }
  out.sources.emplace_back(out.main, std::move(file.bytes));
  const ReadBeside beside = [&, read = files::beside(out.main)](const std::string& path) {
    std::optional<Source> source = read(path);
    if (source) out.sources.push_back(*source);
    return source;
  };
  LoadOptions options;
  options.languages.emplace();
  options.as_written = true;
  const Source main = out.sources.front();
  Checked<Instrument> instrument = load_instrument(main, beside, options);
  append(diagnostics, instrument.diagnostics);
  if (!instrument) return std::nullopt;
  out.instrument = std::make_unique<Instrument>(std::move(*instrument));
  return out;
}

std::string translation_path(const SourceInstrument& source, const std::string& language) {
  return files::join(files::folder_of(source.main), "lang/" + language + ".yaml");
}

std::optional<Catalogue> load_catalogue(SourceInstrument& source, const std::string& language,
                                        std::vector<Diagnostic>& diagnostics) {
  const std::string path = translation_path(source, language);
  if (!files::exists(path)) {
    return catalogue_of(*source.instrument, language_index(*source.instrument, language), nullptr);
  }
  files::ReadResult file = files::read(path);
  if (!file.ok) {
    diagnostics.push_back(file.problem);
    return std::nullopt;
  }
  return read_catalogue(source, language, Source(path, std::move(file.bytes)), diagnostics);
}

std::optional<Catalogue> read_catalogue(SourceInstrument& source, const std::string& language,
                                        const Source& translation, std::vector<Diagnostic>& diagnostics) {
  Instrument& instrument = *source.instrument;
  const std::size_t index = language_index(instrument, language);
  const std::vector<Diagnostic> found = read_translation(instrument, translation, index, false);
  append(diagnostics, found);
  const Checked<Tree> tree = read_tree(translation);
  if (!tree || has_errors(found)) return std::nullopt;
  Catalogue out = catalogue_of(instrument, index, &*tree);
  out.file = translation.name();
  return out;
}

}  // namespace sextant::cli
