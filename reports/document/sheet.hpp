#pragma once

namespace sextant::document {

/// The paper that a document is composed for.
enum class Paper { a4, a3, letter };

/// How large a document is set, for renderers that have pages. The measures of the type scale and of the
/// margins are those of an A4 page read at a desk; A3 is the same page enlarged by the square root of two,
/// and a letter page is shorter and wider.
struct Sheet {
  Paper paper = Paper::a4;
  double text_scale = 1;    ///< of all type and drawings, relative to the page
  double margin_scale = 1;  ///< of the margins, relative to the page
  double title_scale = 1;   ///< of headings of level 1, relative to the text
};

}  // namespace sextant::document
