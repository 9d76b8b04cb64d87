#pragma once

#include <string>

#include "engine/translation/catalogue.hpp"

namespace sextant {

/// A catalogue as a translation file in YAML (`sextant: translation/1`): what is translated, in the
/// catalogue's order, with the marks of its entries. The same catalogue gives the same bytes.
std::string write_translation(const std::string& instrument, const Catalogue& catalogue);

/// One text as the value of a key that stands `indent` columns deep, with what goes before it on its line: `
/// plain`, ` "quoted"`, or a block (` |-` or ` >-` and lines). It is read back as the same text if that has
/// no blanks around it.
std::string yaml_value(const std::string& text, std::size_t indent);

}  // namespace sextant
