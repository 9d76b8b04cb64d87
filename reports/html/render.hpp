#pragma once

#include <string>

#include "reports/document/document.hpp"

namespace sextant::html {

/// The document as one HTML file that needs nothing else: style, drawings (SVG) and a small script inside, no
/// font, picture or address asked for, and a content security policy that allows just that. Complete and
/// readable without the script, which adds a projector mode (one chapter at a time, 24 px and up, names on or
/// off). Equal documents give equal bytes.
std::string render(const document::Document& document);

}  // namespace sextant::html
