#include <algorithm>
#include <cmath>

#include "engine/library/loader.hpp"
#include "engine/library/texts.hpp"

namespace sextant {

namespace library_loading {

namespace {

void load_note(Shelf& shelf, NoteLibrary& library, const Entry& entry) {
  read_entry(shelf, entry, [&](Fields& fields, Sink& sink) {
    Note out;
    out.at = entry.tree.at;
    out.file = entry.source->name();
    out.id = fields.need_text("id");
    if (!out.id.empty()) shelf.claim(out.id, fields.at("id"), sink);
    const Tree* node = fields.need("node");
    const auto index = node == nullptr ? std::nullopt : find_id(*node, shelf.nodes, sink);
    out.what = need_prose(fields, "what");
    out.why = need_prose(fields, "why");
    out.good = need_prose(fields, "good");
    out.mistakes = need_list(fields, "mistakes", sink);
    out.discuss = need_list(fields, "discuss", sink);
    if (!index) return;
    out.node = *index;
    if (const Note* first = library.of(*index)) {
      sink.add(Code::second_note, node->at, {{"id", node->text}, {"where", place(first->file, first->at)}});
    }
    library.notes.push_back(std::move(out));
  });
}

/// A year, or nothing; a fraction is no year.
std::optional<int> load_year(Fields& fields, Sink& sink) {
  const auto year = fields.number("year", 1000, 3000);
  if (year && *year != std::floor(*year)) {
    sink.add(Code::need_number, fields.at("year"));
    return std::nullopt;
  }
  return year ? std::optional(static_cast<int>(*year)) : std::nullopt;
}

void load_resource(Shelf& shelf, NoteLibrary& library, const Entry& entry) {
  read_entry(shelf, entry, [&](Fields& fields, Sink& sink) {
    Resource out;
    out.at = entry.tree.at;
    out.file = entry.source->name();
    out.id = fields.need_text("id");
    if (!out.id.empty()) shelf.claim(out.id, fields.at("id"), sink);
    out.title = need_prose(fields, "title");
    out.publisher = need_prose(fields, "publisher");
    out.what_for = need_prose(fields, "what_for");
    out.kind = static_cast<ResourceKind>(need_choice(
        fields, "kind", {"framework", "standard", "guidance", "programme", "data", "report", "treaty"}));
    out.level =
        static_cast<ResourceLevel>(need_choice(fields, "level", {"international", "regional", "national"}));
    out.nodes = find_ids(fields, "nodes", shelf.nodes, sink);
    out.year = load_year(fields, sink);
    out.languages = fields.words("languages");
    for (const std::string& one : out.languages) check_language(one, fields.at("languages"), sink);
    out.url = fields.text("url");
    out.region = loading::prose(fields.text("region"));
    if ((out.level == ResourceLevel::regional) == out.region.empty()) {
      sink.add(Code::region_and_level, fields.at(out.region.empty() ? "level" : "region"), {{"id", out.id}});
    }
    library.resources.push_back(std::move(out));
  });
}

}  // namespace

}  // namespace library_loading

Checked<NoteLibrary> load_notes(const Source& main, const ReadBeside& beside, const Instrument& instrument,
                                const LoadOptions& options) {
  using namespace library_loading;
  NoteLibrary out;
  Shelf shelf(instrument, main, out.head);
  shelf.beside = &beside;
  shelf.options = options;
  const auto load = [&](Fields& top, Sink& sink) {
    const std::vector<Entry> notes = load_list(shelf, top, "notes", sink);
    const std::vector<Entry> resources = load_list(shelf, top, "resources", sink);
    for (const Entry& entry : notes) load_note(shelf, out, entry);
    for (const Entry& entry : resources) load_resource(shelf, out, entry);
  };
  if (!load_library(shelf, "notes/1", load, [&] { return texts_of(out); })) {
    return {std::nullopt, std::move(shelf.diagnostics)};
  }
  std::vector<Titled> titles;
  for (const Resource& one : out.resources) titles.push_back({one.id, one.title, one.file, one.at});
  check_titles(shelf, titles);
  sort_diagnostics(shelf.diagnostics);
  return {std::move(out), std::move(shelf.diagnostics)};
}

}  // namespace sextant
