#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/syntax/tree.hpp"

/// Writes YAML for people: what it writes, `read_tree` reads back as the same tree, and so do readers of YAML
/// 1.1 that know numbers, dates and truth values. Texts are well-formed UTF-8 without control characters, as
/// `read_tree` gives them.
namespace sextant::yaml {

/// A scalar that stands as it is (`3`, `yes`, `2025-03-25`): of letters, digits and `. _ -` only.
Tree word(std::string text);
/// A text, quoted where it must be.
Tree text(std::string text);
Tree list(std::vector<Tree> items);
Tree map();
/// Adds a key to a map, which does not have it.
void add(Tree& map, std::string key, Tree value);

/// How a map or list is laid out where there is a choice.
enum class Layout {
  compact,  ///< on one line where it fits
  open,     ///< its own keys or items on lines of their own
};

/// "key: value" and a line end, indented; several lines where it takes several. `remark` becomes a comment
/// behind a value that stands on one line.
std::string entry(std::string_view key, const Tree& value, std::size_t indent,
                  Layout layout = Layout::compact, std::string_view remark = {});

/// `text` as comment lines of at most 100 columns, the first of which starts with `first`.
std::string comment(std::size_t indent, std::string_view first, std::string_view text);

/// `text` between double quotes, on one line.
std::string quoted(std::string_view text);

}  // namespace sextant::yaml
