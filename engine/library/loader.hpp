#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/instrument/loader.hpp"
#include "engine/instrument/texts.hpp"
#include "engine/library/load.hpp"

/// What the loaders of libraries share.
namespace sextant::library_loading {

/// An entry of a list, wherever it stands: in the main file or in one that it includes.
struct Entry {
  const Source* source;
  Tree tree;
};

/// A library being put together.
struct Shelf : loading::Files {
  const Instrument& instrument;
  const Source& main;
  LibraryHead& head;
  std::vector<std::string> nodes;  ///< the ids of the instrument's nodes, in order
  /// An included file, by its path, and where it is asked for: its translations stand beside it.
  struct Part {
    std::string path;
    Span at;
  };
  std::vector<Part> parts;

  Shelf(const Instrument& instrument_, const Source& main_, LibraryHead& head_);
  void report(std::vector<Diagnostic> more);
  /// For what is found once all is read: in whichever file it stands.
  void report(const std::string& file, Code code, Span at, Args args);
};

/// Reads the main file, has `load` read its keys, and adds translations. True where there are no errors.
/// `refs` gives the texts once all is read.
bool load_library(Shelf& shelf, const char* kind, const std::function<void(Fields&, Sink&)>& load,
                  const std::function<std::vector<TextRef>()>& refs);

/// A list whose items are entries, or `{include: path}` for a file that is a list of them. Only maps come
/// back.
std::vector<Entry> load_list(Shelf& shelf, Fields& top, std::string_view key, Sink& sink);

/// Runs `load` on an entry with a sink and the keys of its own, and reports what is left over.
void read_entry(Shelf& shelf, const Entry& entry, const std::function<void(Fields&, Sink&)>& load);

/// A required text, and a required list of texts with one item at least.
Prose need_prose(Fields& fields, std::string_view key);
std::vector<Prose> need_list(Fields& fields, std::string_view key, Sink& sink);
/// A required word of a few, by its place.
std::size_t need_choice(Fields& fields, std::string_view key, const std::vector<std::string>& choices);

/// The index of an id among `known`; reports one that is not there, with all that could stand there if they
/// are a `few`.
std::optional<std::size_t> find_id(const Tree& tree, const std::vector<std::string>& known, Sink& sink,
                                   bool few = false);
/// The same for the items of a required list.
std::vector<std::size_t> find_ids(Fields& fields, std::string_view key, const std::vector<std::string>& known,
                                  Sink& sink, bool few = false);

/// Places of an entry, for messages: "actions/cost.yaml:12".
std::string place(const std::string& file, Span at);

/// One thing with a title, for the look at titles given twice.
struct Titled {
  const std::string& id;
  const Prose& title;
  const std::string& file;
  Span at;
};
/// Warns where two titles of one list are the same in some language.
void check_titles(Shelf& shelf, const std::vector<Titled>& all);

/// Actions against each other: what they need must not wait for them, and must not come later.
void check_needs(Shelf& shelf, const ActionLibrary& library);
/// Warns of steps of components that no action takes, and of actions that start where no answers lead.
void check_reach(Shelf& shelf, const ActionLibrary& library, Span actions_at);

}  // namespace sextant::library_loading
