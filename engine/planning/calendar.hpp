#pragma once

#include <string>
#include <string_view>

/// Days of the proleptic Gregorian calendar, written 2025-03-25. No clock is read.
namespace sextant::planning {

/// The same day so many years later; 29 February becomes 28 February where there is none.
std::string years_later(std::string_view day, int years);
/// The day before.
std::string day_before(std::string_view day);
/// The day after.
std::string day_after(std::string_view day);
/// Days from one day to another; negative where `to` is earlier.
long days_between(std::string_view from, std::string_view to);

}  // namespace sextant::planning
