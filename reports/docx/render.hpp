#pragma once

#include <string>

#include "reports/document/document.hpp"
#include "reports/document/sheet.hpp"

namespace sextant::docx {

/// The document as a Word file (Office Open XML, transitional), to be edited: named styles, real headings,
/// tables with repeated header rows, lists, links and bookmarks, a contents field that is filled in already,
/// figures as drawings of shapes with their alt text. The same document and sheet, the same bytes. The file
/// names Arial and holds no fonts. Throws std::runtime_error when memory fails; bad text or numbers in the
/// document never do.
std::string render(const document::Document& document, const document::Sheet& sheet = {});

}  // namespace sextant::docx
