#pragma once

#include <string_view>

#include "engine/text/language.hpp"

namespace sextant::cli {

/// The page of a code (docs/codes/en, docs/codes/fr), put into the program when it is built. Empty: there is
/// none.
std::string_view code_page(std::string_view id, Lang lang);

}  // namespace sextant::cli
