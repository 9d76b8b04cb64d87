#pragma once

#include <optional>
#include <string>

#include "engine/syntax/tree.hpp"

/// Texts with control characters in them, which come along when somebody pastes from a PDF or a word
/// processor. Files are refused for them; what comes back from people is read all the same, and the texts are
/// named.
namespace sextant {

/// The first character of a text that a terminal or a printed page could stumble over: U+0000 to U+001F but
/// for tabs and line ends, U+007F to U+009F; or that is none and stands in for another while YAML is read.
std::optional<char32_t> first_control(const std::string& text);

/// As `check_text`, but with control characters other than U+0000 let through.
bool check_text_but_controls(const Source& source, Sink& sink);

/// As `read_tree`, but texts and keys may hold control characters, which stay there: those that an escape
/// brings in, and U+007F to U+009F as they stand in JSON.
Checked<Tree> read_tree_with_controls(const Source& source);
/// The same of what is JSON whatever it is called.
Checked<Tree> read_json_with_controls(const Source& source);

}  // namespace sextant
