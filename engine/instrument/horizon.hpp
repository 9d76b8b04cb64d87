#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace sextant {

/// When something is done: within one year, three years, five years of a plan's start.
enum class Horizon { short_term, medium_term, long_term };

inline constexpr std::size_t kHorizons = 3;
inline constexpr std::array<Horizon, kHorizons> kAllHorizons = {Horizon::short_term, Horizon::medium_term,
                                                                Horizon::long_term};

/// "short", "medium", "long", as in the files.
std::string_view name_of(Horizon horizon);

}  // namespace sextant
