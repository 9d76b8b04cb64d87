#pragma once

#include <string>

#include "reports/document/document.hpp"

namespace sextant::markdown {

/// The document as Markdown (CommonMark with GitHub tables): what reads and compares well as plain text.
/// Figures are their titles and alt sentences; fills are left out, since the words stand beside them.
std::string render(const document::Document& document);

}  // namespace sextant::markdown
