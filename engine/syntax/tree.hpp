#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/diagnostics/diagnostic.hpp"
#include "engine/diagnostics/source.hpp"

namespace sextant {

struct TreeEntry;

/// What a YAML or JSON file says, with the place of everything. Scalars are the text that the author wrote;
/// whoever needs a number parses it. Keys are unique within a map.
struct Tree {
  enum class Kind { null, scalar, list, map };

  Kind kind = Kind::null;
  Span at;
  std::string text;                ///< of a scalar
  bool quoted = false;             ///< a scalar in quotes or a block scalar
  std::vector<Tree> items;         ///< of a list
  std::vector<TreeEntry> entries;  ///< of a map, in the file's order

  bool is_null() const { return kind == Kind::null; }
  bool is_scalar() const { return kind == Kind::scalar; }
  bool is_list() const { return kind == Kind::list; }
  bool is_map() const { return kind == Kind::map; }
  /// The value of a key of a map, or nullptr.
  const Tree* find(std::string_view key) const;
};

struct TreeEntry {
  std::string key;
  Span key_at;
  Tree value;
};

/// A text of the file as a message quotes it: on one line, of at most 60 columns.
std::string shown(std::string_view text);

/// The largest file that is read, in bytes.
inline constexpr std::size_t kLargestFile = 16U << 20U;
/// The deepest nesting that is read.
inline constexpr int kDeepest = 64;

/// Whether a source is text that can be read at all: not empty, not too large, UTF-8, without control
/// characters. What is wrong goes to `sink`.
bool check_text(const Source& source, Sink& sink);

/// Reads one YAML document, or JSON where the text starts with `{` and the name ends in `.json`.
/// A value comes back only if the text is well-formed; keys given twice are errors beside a value.
Checked<Tree> read_tree(const Source& source);

namespace syntax {
/// The two readers behind `read_tree`; the text is valid UTF-8 without control characters.
Checked<Tree> read_yaml(const Source& source);
Checked<Tree> read_json(const Source& source);
}  // namespace syntax

}  // namespace sextant
