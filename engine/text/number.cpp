#include "engine/text/number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace sextant {

std::optional<double> parse_number(std::string_view text) {
  if (text.empty()) return std::nullopt;
  if (text.front() == '+') {
    text.remove_prefix(1);
    if (text.empty() || text.front() == '-') return std::nullopt;
  }
  const bool plausible = std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
  });
  if (!plausible) return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::string shortest(double value) {
  if (value == 0) return "0";
  return fmt::format("{}", value);
}

namespace {

/// Adds one unit in the last place to a string of digits with at most one point.
std::string increment(std::string digits) {
  for (auto it = digits.rbegin(); it != digits.rend(); ++it) {
    if (*it == '.') continue;
    if (*it != '9') {
      ++*it;
      return digits;
    }
    *it = '0';
  }
  return "1" + digits;
}

}  // namespace

std::string fixed(double value, int digits, Lang lang) {
  if (!std::isfinite(value)) return "?";
  std::string text = fmt::format("{}", std::fabs(value));
  if (text.find('e') != std::string::npos) text = fmt::format("{:.17f}", std::fabs(value));
  std::size_t point = text.find('.');
  if (point == std::string::npos) {
    point = text.size();
    text += ".";
  }
  const std::size_t wanted = point + 1 + static_cast<std::size_t>(digits);
  const bool up = text.size() > wanted && text[wanted] >= '5';
  // Half up means towards plus infinity: an exact half below zero goes towards zero.
  const bool exact_half =
      up && text[wanted] == '5' && text.find_first_not_of('0', wanted + 1) == std::string::npos;
  text.resize(std::max(wanted, text.size()), '0');
  text.resize(wanted);
  if (up && !(value < 0 && exact_half)) text = increment(text);
  if (digits == 0) text.pop_back();
  const bool zero = text.find_first_not_of("0.") == std::string::npos;
  if (value < 0 && !zero) text.insert(0, "-");
  if (lang == Lang::fr) std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

std::string percent(double share, Lang lang) {
  // Rounded before it is multiplied: 0.285 * 100 is 28.499999999999996.
  std::string text = fixed(*parse_number(fixed(share, 2)) * 100, 0);
  if (text == "100" && share < 1 - 1e-9) text = "99";
  if (text == "0" && share > 1e-9) text = "1";
  return text + (lang == Lang::fr ? "\u00A0%" : "%");
}

}  // namespace sextant
