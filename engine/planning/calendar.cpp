#include "engine/planning/calendar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace sextant::planning {

namespace {

struct Date {
  int year = 0;
  int month = 1;
  int day = 1;
};

bool is_leap(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int days_in(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays.at(static_cast<std::size_t>(month) - 1);
}

int part(std::string_view text, std::size_t from, std::size_t length) {
  int out = 0;
  std::from_chars(text.data() + from, text.data() + from + length, out);
  return out;
}

Date read(std::string_view text) {
  return {part(text, 0, 4), part(text, 5, 2), part(text, 8, 2)};
}

std::string write(const Date& date) {
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

/// Days from the first of January of the year 0.
long number_of(const Date& date) {
  const long before = date.year - 1L;
  long out = date.year * 365L + (date.year > 0 ? before / 4 - before / 100 + before / 400 + 1 : 0);
  for (int month = 1; month < date.month; ++month) out += days_in(date.year, month);
  return out + date.day - 1;
}

}  // namespace

std::string years_later(std::string_view day, int years) {
  Date date = read(day);
  date.year += years;
  date.day = std::min(date.day, days_in(date.year, date.month));
  return write(date);
}

std::string day_before(std::string_view day) {
  Date date = read(day);
  if (--date.day == 0) {
    if (--date.month == 0) {
      date.month = 12;
      --date.year;
    }
    date.day = days_in(date.year, date.month);
  }
  return write(date);
}

std::string day_after(std::string_view day) {
  Date date = read(day);
  if (++date.day > days_in(date.year, date.month)) {
    date.day = 1;
    if (++date.month > 12) {
      date.month = 1;
      ++date.year;
    }
  }
  return write(date);
}

long days_between(std::string_view from, std::string_view to) {
  return number_of(read(to)) - number_of(read(from));
}

}  // namespace sextant::planning
