#pragma once

#include <string>

#include "engine/text/language.hpp"

namespace sextant::cli {

/// Whether two names are those of one file, which is there: links and "./" do not make another.
bool same_file(const std::string& a, const std::string& b);
/// What is said where a file would be replaced by what is made of it.
std::string written_over_itself(const std::string& file, Lang lang);

}  // namespace sextant::cli
