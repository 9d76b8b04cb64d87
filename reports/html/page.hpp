#pragma once

#include <string_view>

namespace sextant::html {

/// How a page looks: the palette and the type of the PDF edition, on screen, on paper and on a projector.
/// Sides are logical (start, end), so that one style serves both directions.
std::string_view page_style();

/// Projector mode, names on or off, and no needless stops for the Tab key; asks for nothing and stores
/// nothing.
std::string_view page_script();

}  // namespace sextant::html
