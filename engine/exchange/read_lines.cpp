#include <array>
#include <optional>

#include "engine/exchange/filled.hpp"
#include "engine/exchange/meaning.hpp"
#include "engine/tables/csv.hpp"

namespace sextant::exchange {

namespace {

/// What a column of a table of answers holds, by its title.
std::string column_of(const std::string& title) {
  static const Vocabulary words = [] {
    Vocabulary out;
    const std::array<std::pair<const char*, const char*>, 27> titles = {
        {{"id", "id"},
         {"question", "id"},
         {"question id", "id"},
         {"identifiant", "id"},
         {"value", "value"},
         {"answer", "value"},
         {"valeur", "value"},
         {"réponse", "value"},
         {"part", "part"},
         {"partie", "part"},
         {"because", "because"},
         {"note", "because"},
         {"reason", "because"},
         {"motif", "because"},
         {"confidence", "confidence"},
         {"confiance", "confidence"},
         {"owner", "owner"},
         {"who will find out", "owner"},
         {"responsable", "owner"},
         {"feedback", "feedback"},
         {"remarque", "feedback"},
         {"date", "date"},
         {"evidence", "evidence.title"},
         {"preuve", "evidence.title"},
         {"evidence year", "evidence.year"},
         {"evidence where", "evidence.where"},
         {"evidence grade", "evidence.grade"}}};
    for (const auto& [as, is] : titles) out.add(as, is);
    return out;
  }();
  const std::vector<std::string> found = words.find(title);
  return found.empty() ? std::string() : found.front();
}

/// Where a cell stands in its line, as far as it can be told.
Span place_of(const Source& source, int line, const std::string& cell) {
  const std::size_t at = source.line(line).find(cell);
  if (cell.empty() || at == std::string_view::npos) return {line, 1, 1};
  return source.span_at(line - 1, static_cast<int>(at), cell.size());
}

}  // namespace

Checked<Filled> read_lines(const Source& source) {
  Sink sink(source);
  Filled out;
  if (!check_text(source, sink)) return {std::nullopt, sink.take()};
  CsvReader reader(source.text(), guess_separator(source.text()));
  std::vector<std::string> fields;
  std::optional<std::size_t> id;
  std::optional<std::size_t> part;
  bool value = false;
  std::vector<std::string> unknown;
  if (reader.next()) {
    for (const std::string& title : reader.cells()) {
      const std::string field = column_of(title);
      if (field == "id" && !id) id = fields.size();
      if (field == "part") part = fields.size();
      value = value || field == "value";
      if (field.empty() && !title.empty()) unknown.push_back(title);
      fields.push_back(field);
    }
  }
  if (!id || !value) {
    sink.add(Code::import_unreadable, Span{1, 1, 1});
    return {std::nullopt, sink.take()};
  }
  for (const std::string& title : unknown) {
    sink.add(Code::entry_field, place_of(source, 1, title), {{"key", shown(title)}});
  }
  while (reader.next()) {
    const std::vector<std::string>& cells = reader.cells();
    const std::string question = *id < cells.size() ? cells[*id] : "";
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i].empty() || i == id || i == part) continue;
      const Span at = place_of(source, reader.line(), cells[i]);
      if (i >= fields.size() || question.empty()) {
        sink.add(Code::entry_incomplete, at, {{"key", "id"}});
      } else if (!fields[i].empty()) {
        const bool one_of = part && *part < cells.size() && fields[i] == "value";
        out.entries.push_back({question, fields[i], one_of ? cells[*part] : "", cells[i], {at, {}}});
      }
    }
  }
  if (reader.broken()) sink.add(Code::table_quote, Span{reader.line(), 1, 1});
  out.source = source;
  return {std::move(out), sink.take()};
}

}  // namespace sextant::exchange
