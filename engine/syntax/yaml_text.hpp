#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// What has to be done to a text before libyaml, which reads YAML 1.1, reads it as YAML 1.2 and in good time.
namespace sextant::syntax::yaml_text {

/// The text as libyaml is to see it; every character stays in its place.
std::string prepared(std::string text);

/// Puts back into a scalar what `prepared` replaced.
void restore(std::string& scalar);

/// Where the first character stands that ends lines in YAML 1.1 only and is a control character besides, or
/// that `prepared` would use as a stand-in and that is no character.
std::optional<std::size_t> first_refused(std::string_view text);

/// Where more blanks and line ends stand in a row than anyone writes. For every word and line behind them in
/// the same text, libyaml clears a buffer of their size, which can take hours.
std::optional<std::size_t> runaway_blanks(std::string_view text);

}  // namespace sextant::syntax::yaml_text
