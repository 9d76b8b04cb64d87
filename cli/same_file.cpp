#include "cli/same_file.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

namespace sextant::cli {

bool same_file(const std::string& a, const std::string& b) {
  std::error_code error;
  return std::filesystem::equivalent(a, b, error) && !error;
}

std::string written_over_itself(const std::string& file, Lang lang) {
  return lang == Lang::fr
             ? fmt::format("sextant : {} serait écrit par-dessus lui-même et n'a pas été touché\n", file)
             : fmt::format("sextant: {} would be written over itself and was not touched\n", file);
}

}  // namespace sextant::cli
