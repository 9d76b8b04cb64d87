#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace sextant::pdf {

/// Whether any character makes the direction of the text a question.
bool has_right_to_left(std::u32string_view text);
/// Whether any letter runs from left to right.
bool has_left_to_right(std::u32string_view text);

/// Levels of embedding of each character of one paragraph (UAX 9); odd levels run from right to left.
void find_levels(std::u32string_view text, bool right_to_left, std::vector<std::uint8_t>& levels);

/// The order from left to right in which pieces with these levels are drawn on a line (UAX 9, rule L2).
void visual_order(const std::vector<std::uint8_t>& levels, std::vector<std::uint32_t>& order);

}  // namespace sextant::pdf
