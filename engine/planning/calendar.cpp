#include "engine/planning/calendar.hpp"

#include <charconv>
#include <chrono>

#include <fmt/format.h>

namespace sextant::planning {

namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

unsigned part(std::string_view text, std::size_t from, std::size_t length) {
  unsigned out = 0;
  std::from_chars(text.data() + from, text.data() + from + length, out);
  return out;
}

year_month_day read(std::string_view text) {
  return {year(static_cast<int>(part(text, 0, 4))), month(part(text, 5, 2)), day(part(text, 8, 2))};
}

std::string write(year_month_day date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

}  // namespace

std::string years_later(std::string_view day, int years) {
  year_month_day date = read(day) + std::chrono::years(years);
  if (!date.ok()) date = date.year() / date.month() / std::chrono::last;
  return write(date);
}

std::string day_before(std::string_view day) {
  return write(sys_days(read(day)) - std::chrono::days(1));
}

std::string day_after(std::string_view day) {
  return write(sys_days(read(day)) + std::chrono::days(1));
}

long days_between(std::string_view from, std::string_view to) {
  return (sys_days(read(to)) - sys_days(read(from))).count();
}

}  // namespace sextant::planning
