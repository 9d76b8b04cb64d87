#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reports/document/document.hpp"

/// Text on its way into a page: nothing that stands in a text can become markup, style or script.
namespace sextant::html {

/// `text` for an element's content or a quoted attribute: & < > " ' escaped, malformed UTF-8 and control
/// characters replaced by U+FFFD (tabs and newlines by a space).
std::string escaped(std::string_view text);

/// `text` as a CSS string, quotes included; whatever is not an ASCII letter, digit or space is written as a
/// number.
std::string css_string(std::string_view text);

/// "#12436d".
std::string css_colour(document::Colour colour);

/// The source of an inline style or script in a content security policy: 'sha256-...'.
std::string policy_hash(std::string_view content);

/// The direction of the first character that has one.
enum class Direction { none, left_to_right, right_to_left };
Direction direction_of(std::string_view text);
Direction direction_of(const document::Text& text);

/// The words of all runs.
std::string words_of(const document::Text& text);

/// The address where a link may lead: http, https and mailto; for anything else (`javascript:` above all)
/// false.
bool is_safe_address(std::string_view address);

/// `escaped(text)` with each of `names` (a unit's name and what stands for it where names are hidden) inside
/// a `tag` that a script can empty. Whole words only; the first of `names` that fits is taken.
std::string with_names(std::string_view text, const std::vector<std::pair<std::string, std::string>>& names,
                       std::string_view tag);

}  // namespace sextant::html
