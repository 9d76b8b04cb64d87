#pragma once

#include <string>

#include "reports/document/document.hpp"

/// What every program of the comparison can set: headings, paragraphs, lists and tables, in one column.
namespace sextant::bench {

/// The words of a report without its cover, drawings, panels and columns: the same content for everyone.
document::Document common_content(const document::Document& report);
/// A report of one table with as many rows as fill about `pages` pages.
document::Document long_table(int pages);
/// The blocks as JSON, for the programs that stand beside ours: a list of {"kind": "h", "level", "text"},
/// {"kind": "p", "text"}, {"kind": "list", "items"} and {"kind": "table", "head", "rows"}; texts are lists of
/// [text, bold].
std::string as_json(const document::Document& common);

}  // namespace sextant::bench
