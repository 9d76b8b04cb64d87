#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sextant::pdf {

/// What may happen after a character.
enum class Break : char { must, may, no };

/// Finds where lines may be broken (UAX 14), after each character of `text`. `language` is a primary subtag
/// ("fr": guillemets open and close). Stretches of plain words take a short cut with the same result.
void find_breaks(std::u32string_view text, const std::string& language, std::vector<Break>& out);

/// The same without the short cut: what the tests compare with.
void find_breaks_plainly(std::u32string_view text, const std::string& language, std::vector<Break>& out);

}  // namespace sextant::pdf
