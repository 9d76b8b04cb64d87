#include "tests/fuzz/targets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>

#include "engine/archive/zip.hpp"
#include "engine/assessment/assessment.hpp"
#include "engine/assessment/blank.hpp"
#include "engine/assessment/write_answers.hpp"
#include "engine/diagnosis/findings.hpp"
#include "engine/exchange/filled.hpp"
#include "engine/instrument/load.hpp"
#include "engine/instrument/translate.hpp"
#include "engine/library/load.hpp"
#include "engine/scoring/score.hpp"
#include "engine/tables/table.hpp"
#include "engine/text/utf8.hpp"
#include "engine/translation/exchange.hpp"
#include "engine/translation/write_translation.hpp"
#include "engine/workbook/workbook.hpp"
#include "reports/json/score_json.hpp"

namespace sextant::fuzz {

namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

void promise(bool kept, const std::string& what) {
  if (kept) return;
  std::fputs(("broken promise: " + what + "\n").c_str(), stderr);
  std::abort();
}

const Source* find(const std::vector<Source>& sources, const std::string& name) {
  for (const Source& source : sources) {
    if (source.name() == name) return &source;
  }
  return nullptr;
}

/// Bytes that are no UTF-8 count one each.
std::size_t columns_of(std::string_view line) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < line.size(); ++count) utf8::next(line, at);
  return count;
}

/// Each diagnostic stands within its file and can be printed in both languages.
void check_diagnostics(const std::vector<Diagnostic>& found, const std::vector<Source>& sources,
                       bool text = true) {
  for (const Diagnostic& one : found) {
    for (const Lang lang : {Lang::en, Lang::fr}) {
      const std::string printed = print(one, PrintStyle{lang, false, false});
      promise(!printed.empty() && printed.back() == '\n', "a diagnostic is printed in whole lines");
      promise(!text || !utf8::first_invalid(printed), "a diagnostic is UTF-8: " + printed);
    }
    const std::string place = print(one, {});
    promise(one.at.line >= 1 && one.at.column >= 1 && one.at.length >= 1,
            "a diagnostic has a place: " + place);
    const Source* source = find(sources, one.file);
    promise(source != nullptr, "a diagnostic names a file that was read: " + place);
    const auto lines = 1 + std::count(source->text().begin(), source->text().end(), '\n');
    promise(one.at.line <= lines, "a diagnostic lies within the lines: " + place);
    const auto width = static_cast<int>(columns_of(source->line(one.at.line)));
    promise(one.at.column <= width + 1, "a diagnostic lies within its line: " + place);
  }
}

template <typename T>
void check_checked(const Checked<T>& checked, const std::vector<Source>& sources) {
  promise(checked.value.has_value() || has_errors(checked.diagnostics), "no value without an error");
  check_diagnostics(checked.diagnostics, sources);
}

void check_scores(const Instrument& instrument, const Assessment& assessment) {
  const Scores scores = score(instrument, assessment);
  promise(scores.nodes.size() == instrument.nodes.size(), "every node has a score");
  for (std::size_t i = 0; i < scores.nodes.size(); ++i) {
    const NodeScore& one = scores.nodes[i];
    for (const auto& number : {one.value, one.coverage, one.evidence, one.to_boundary}) {
      promise(!number || std::isfinite(*number), "scores are finite");
    }
    promise(!one.range || (std::isfinite(one.range->low) && std::isfinite(one.range->high)),
            "ranges are finite");
    promise(one.value.has_value() == (one.state == NodeState::scored), "what is scored has a value");
    if (one.value) display(*one.value, instrument.scales[instrument.nodes[i].scale], Lang::fr);
  }
  for (std::size_t language = 0; language < instrument.languages.size(); ++language) {
    const std::string text = json::score(instrument, assessment, scores,
                                         diagnose(instrument, assessment, scores), language, Lang::en);
    promise(!utf8::first_invalid(text), "JSON is UTF-8");
    promise(nlohmann::json::accept(text), "JSON is JSON");
  }
}

/// Blank answers, as `sextant new` writes them, can be read and scored.
void check_blank(const Instrument& instrument) {
  const Source source("blank.yaml",
                      blank_answers(instrument, {"U", "", "", instrument.languages.front(), ""}));
  const Checked<Tree> tree = read_tree(source);
  check_checked(tree, {source});
  promise(bool(tree), "blank answers are well-formed: " + source.text());
  const Checked<Assessment> assessment = load_answers(*tree, source, instrument);
  check_checked(assessment, {source});
  promise(bool(assessment), "blank answers are valid: " + source.text());
  check_scores(instrument, *assessment);
}

void load(const Files& files) {
  std::vector<Source> sources;
  for (const auto& [name, text] : files) {
    if (utf8::first_invalid(name)) return;  // names of files are the system's, not a loader's
    sources.emplace_back(name, text);
  }
  const ReadBeside beside = [&](const std::string& path) -> std::optional<Source> {
    const Source* source = find(sources, path);
    return source == nullptr ? std::nullopt : std::optional(*source);
  };
  LoadOptions options;
  options.lint = true;
  const Checked<Instrument> instrument = load_instrument(sources.front(), beside, options);
  check_checked(instrument, sources);
  if (instrument) check_blank(*instrument);
}

const Instrument& mini() {
  static const Instrument loaded = [] {
    const Source main("instrument.yaml", mini_file("instrument.yaml"));
    const ReadBeside beside = [](const std::string& path) { return Source(path, mini_file(path)); };
    Checked<Instrument> instrument = load_instrument(main, beside, {});
    promise(bool(instrument), "tests/malformed/mini can be read");
    return std::move(*instrument);
  }();
  return loaded;
}

void answer(const std::string& name, std::string_view input) {
  const Source source(name, std::string(input));
  const Checked<Tree> tree = read_tree(source);
  check_checked(tree, {source});
  if (!tree) return;
  check_checked(instrument_name(*tree, source), {source});
  const Checked<Assessment> assessment = load_answers(*tree, source, mini());
  check_checked(assessment, {source});
  if (assessment) check_scores(mini(), *assessment);
}

}  // namespace

std::string mini_file(const std::string& path) {
  std::ifstream file(SEXTANT_ROOT "/tests/malformed/mini/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Files unbundle(std::string_view input) {
  constexpr std::string_view kOpen = "==> ";
  constexpr std::string_view kClose = " <==\n";
  if (input.substr(0, kOpen.size()) != kOpen) return {{"instrument.yaml", std::string(input)}};
  Files out;
  while (input.substr(0, kOpen.size()) == kOpen) {
    const std::size_t close = std::min(input.find(kClose), input.size());
    const std::string name(input.substr(kOpen.size(), close - std::min(close, kOpen.size())));
    input.remove_prefix(std::min(close + kClose.size(), input.size()));
    const std::size_t next = input.find("\n==> ");
    const std::size_t end = next == std::string_view::npos ? input.size() : next + 1;
    out.emplace_back(name, std::string(input.substr(0, end)));
    input.remove_prefix(end);
  }
  return out;
}

void instrument(std::string_view input) {
  load(unbundle(input));
}

void json(std::string_view input) {
  load({{"instrument.json", std::string(input)}});
}

void translation(std::string_view input) {
  load({{"instrument.yaml", mini_file("instrument.yaml")}, {"lang/fr.yaml", std::string(input)}});
}

void answers(std::string_view input) {
  answer("answers.yaml", input);
}

void answers_json(std::string_view input) {
  answer("answers.json", input);
}

void columns(std::string_view input) {
  const Source source("columns.yaml", std::string(input));
  const Checked<Tree> tree = read_tree(source);
  check_checked(tree, {source});
  if (tree) check_checked(load_columns(*tree, source, mini()), {source});
}

void table(std::string_view input) {
  ColumnMap map;
  map.unit = "unit";
  const std::vector<Diagnostic> found =
      read_table(input, "table.csv", mini(), map, [](Assessment&& assessment, int line) {
        promise(line >= 1, "a row has a line");
        check_scores(mini(), assessment);
      });
  for (const Diagnostic& one : found) {
    promise(one.at.line >= 1, "a row's problem has a line");
    promise(!print(one, {}).empty(), "a row's problem can be printed");
  }
}

void library(std::string_view input) {
  const Source main("actions.yaml", std::string(input));
  const ReadBeside nothing = [](const std::string&) { return std::nullopt; };
  LoadOptions options;
  options.lint = true;
  check_checked(load_actions(main, nothing, mini(), options), {main});
  check_checked(load_notes(main, nothing, mini(), options), {main});
}

void workbook(std::string_view input) {
  std::string bytes(input);
  const bool ods = input.find("spreadsheet>") != std::string_view::npos;
  if (ods) {
    bytes = archive::write_zip({{"content.xml", bytes}});
  } else if (!workbook::looks_like_workbook(input)) {
    const std::string relation = "<R><Relationship Id=\"a\" Type=\"/";
    bytes = archive::write_zip(
        {{"_rels/.rels", relation + "officeDocument\" Target=\"book.xml\"/></R>"},
         {"book.xml", "<workbook><sheets><sheet name=\"Data\" r:id=\"a\"/></sheets></workbook>"},
         {"_rels/book.xml.rels", relation + "worksheet\" Target=\"sheet.xml\"/></R>"},
         {"sheet.xml", bytes}});
  }
  Checked<exchange::Filled> filled = exchange::read_workbook(bytes, Source("book.xlsx", ""));
  for (const Diagnostic& one : filled.diagnostics)
    promise(!print(one, {}).empty(), "a problem can be printed");
  promise(filled || has_errors(filled.diagnostics), "no workbook without an error");
  if (!filled) return;
  filled->instrument = {};
  filled->fingerprint.clear();
  filled->entries.insert(filled->entries.begin(), {"", "unit.id", "", "ATL", {}});
  const exchange::Taken taken = exchange::take(*filled, mini());
  for (const Diagnostic& one : taken.diagnostics)
    promise(!utf8::first_invalid(print(one, {})), "a problem is printed as UTF-8");
  promise(taken.left <= taken.entries * 4, "no more is left out than was there");
  if (!taken.assessment) return;
  check_scores(mini(), *taken.assessment);
  const Source written("written.yaml", write_answers(mini(), *taken.assessment));
  const Checked<Tree> tree = read_tree(written);
  promise(bool(tree), "what was taken can be read: " + written.text());
  Checked<Assessment> again = load_answers(*tree, written, mini());
  promise(bool(again), "what was taken is valid: " + written.text());
  again->fingerprint = taken.assessment->fingerprint;
  promise(*again == *taken.assessment, "what was taken is read back the same: " + written.text());
}

void po(std::string_view input) {
  const Source source("fr.po", std::string(input));
  const Checked<PoFile> file = read_po(source);
  check_checked(file, {source});
  if (!file) return;
  const Checked<PoFile> again = read_po(Source("again.po", write_po(*file)));
  promise(bool(again), "a PO file that is written can be read");
  promise(write_po(*again) == write_po(*file), "a PO file is read as it was written");
  Instrument instrument = mini();
  Catalogue catalogue = catalogue_of(instrument, 1, nullptr);
  Sink sink(source);
  po_language(*file, instrument, sink);
  import_po(*file, instrument, catalogue, sink);
  check_diagnostics(sink.all(), {source});
  const Source written("lang/fr.yaml", write_translation(instrument.id, catalogue));
  for (const TextRef& ref : texts_of(instrument)) ref.prose->in.resize(1);
  promise(read_translation(instrument, written, 1, false).empty(),
          "a translation can be read: " + written.text());
  const Checked<Tree> tree = read_tree(written);
  promise(write_translation(instrument.id, catalogue_of(instrument, 1, &*tree)) == written.text(),
          "a translation is read as it was written: " + written.text());
}

}  // namespace sextant::fuzz
