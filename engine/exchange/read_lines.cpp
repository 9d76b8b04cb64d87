#include <algorithm>
#include <optional>
#include <string_view>

#include "engine/exchange/filled.hpp"
#include "engine/exchange/origin.hpp"
#include "engine/exchange/take_value.hpp"
#include "engine/exchange/titles.hpp"
#include "engine/syntax/controls.hpp"
#include "engine/tables/csv.hpp"
#include "engine/text/utf8.hpp"
#include "engine/translation/sheet.hpp"

namespace sextant::exchange {

namespace {

/// Where a cell stands in its line, as far as it can be told.
Span place_of(const Source& source, int line, const std::string& cell) {
  const std::size_t at = source.line(line).find(cell);
  if (cell.empty() || at == std::string_view::npos) return {line, 1, 1};
  return source.span_at(line - 1, static_cast<int>(at), cell.size());
}

/// Keeps what stands above the titles, to be named unless it is the sheet's own.
void keep_above(const Source& source, int line, const std::vector<std::string>& cells, Filled& out) {
  for (const std::string& cell : cells) {
    if (is_blank(cell) || is_sheet_mark(cell)) continue;
    Entry one;
    one.text = cell;
    one.place.at = place_of(source, line, cell);
    out.above.push_back(std::move(one));
  }
}

}  // namespace

Checked<Filled> read_lines(const Source& source) {
  Sink sink(source);
  Filled out;
  if (!check_text_but_controls(source, sink)) return {std::nullopt, sink.take()};
  std::string_view text = source.text();
  const auto [separator, skipped] = take_separator(text);
  CsvReader reader(text, separator);
  std::vector<std::string> titles;
  std::vector<std::string> fields;
  const auto has = [&fields](std::string_view field) {
    return std::find(fields.begin(), fields.end(), field) != fields.end();
  };
  bool titled = false;
  while (!titled && reader.next()) {
    titles = reader.cells();
    if (is_translators_line(titles)) {
      sink.add(Code::sheet_of_translators, Span{reader.line() + skipped, 1, 1});
      return {std::nullopt, sink.take()};
    }
    fields = answer_columns(titles);
    titled = has("id") && has("value");
    if (!titled) keep_above(source, reader.line() + skipped, titles, out);
  }
  if (!titled) {
    sink.add(Code::import_unreadable, Span{1, 1, 1});
    return {std::nullopt, sink.take()};
  }
  const auto column = [&](std::string_view field) -> std::optional<std::size_t> {
    const auto found = std::find(fields.begin(), fields.end(), field);
    if (found == fields.end()) return std::nullopt;
    return static_cast<std::size_t>(found - fields.begin());
  };
  out.titles = language_of_titles(titles);
  const std::optional<std::size_t> id = column("id");
  const std::optional<std::size_t> part = column("part");
  for (std::size_t i = 0; i < titles.size(); ++i) {
    if (!fields[i].empty() || titles[i].empty()) continue;
    const Span at = place_of(source, reader.line() + skipped, titles[i]);
    if (first_control(titles[i])) {
      sink.add(Code::cell_damaged, at);
    } else {
      sink.add(Code::column_unknown, at, {{"title", shown(titles[i])}}, nearest_title(titles[i], false));
    }
  }
  while (reader.next()) {
    const std::vector<std::string>& cells = reader.cells();
    const std::string question = *id < cells.size() ? cells[*id] : "";
    if (first_control(question)) {
      sink.add(Code::cell_damaged, place_of(source, reader.line() + skipped, question));
      continue;
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (is_blank(cells[i]) || i == id || i == part || (i < fields.size() && fields[i] == "-")) continue;
      const Span at = place_of(source, reader.line() + skipped, cells[i]);
      const std::string said = utf8::with_line_feeds(cells[i]);
      if (first_control(said)) {
        sink.add(Code::cell_damaged, at);
      } else if (i >= fields.size() || titles[i].empty()) {
        sink.add(Code::cell_without_title, at);
      } else if (question.empty()) {
        sink.add(Code::entry_incomplete, at, {{"key", shown(titles[*id])}});
      } else if (!fields[i].empty()) {
        // A second source of evidence stands on a line of its own.
        const bool source_of = fields[i].rfind("evidence.", 0) == 0;
        const bool one_of = part && *part < cells.size() && fields[i] == "value";
        out.entries.push_back({question,
                               fields[i],
                               one_of      ? cells[*part]
                               : source_of ? std::to_string(reader.line())
                                           : "",
                               without_guard(said),
                               {at, {}, reader.line()}});
      }
    }
  }
  if (reader.broken()) sink.add(Code::table_quote, Span{reader.line() + skipped, 1, 1});
  out.source = source;
  return {std::move(out), sink.take()};
}

}  // namespace sextant::exchange
