#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reports/document/document.hpp"

namespace sextant::check {

/// Words that belong together: a heading, a paragraph, an item, a row of a table, a figure with its labels.
struct Line {
  std::string block;  ///< its place among the blocks: "12", or "12.0.1" inside another
  int row = 0;        ///< of a table, an item of a list: from 1; 0: there is none
  bool is_heading = false;
  std::vector<const document::Words*> words;
  /// Of a table's row, parallel to `words`: the id of the node that the column's title names, or nothing.
  std::vector<std::string_view> columns = {};
};

/// All that a document prints, in its order; the title and the foot of the page come first. Points into the
/// document.
std::vector<Line> lines_of(const document::Document& document);

}  // namespace sextant::check
