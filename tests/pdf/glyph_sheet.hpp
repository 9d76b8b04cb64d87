#pragma once

#include <string>
#include <vector>

#include "reports/document/document.hpp"

namespace sextant::sample {

/// One piece of text alone in its cell; places are points from the top left corner of its page (from 1).
struct GlyphCell {
  int page = 1;
  double x = 0, y = 0, width = 0, height = 0;
  std::string family;  ///< latin, arabic, cjk, symbols, math
  bool bold = false;
  std::string text;
};

struct GlyphSheet {
  document::Document document;
  std::vector<GlyphCell> cells;
  double size = 22;  ///< of the letters
};

/// Letters of many scripts, regular and bold, each in a cell. With `planted`, some cells of the document show
/// a letter that lacks a dot, a hook or a stroke, while the list says what should stand there.
GlyphSheet glyph_sheet(bool planted);

}  // namespace sextant::sample
