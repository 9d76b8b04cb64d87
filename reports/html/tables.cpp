#include <algorithm>
#include <cmath>

#include "reports/html/text.hpp"
#include "reports/html/writer.hpp"

namespace sextant::html {

namespace {

using namespace document;

const char* align_class(Align align) {
  switch (align) {
    case Align::start:
      return "";
    case Align::centre:
      return "centre";
    case Align::end:
      return "end";
  }
  return "";
}

std::string class_attribute(const std::string& names) {
  return names.empty() ? "" : " class=\"" + names + "\"";
}

}  // namespace

void Writer::row(const Table& table, const std::vector<Cell>& cells) {
  out += "<tr>";
  std::size_t column = 0;
  for (const Cell& cell : cells) {
    if (column >= table.columns.size()) break;
    const std::size_t left = table.columns.size() - column;
    const std::size_t span = std::min(left, static_cast<std::size_t>(std::max(1, cell.span)));
    const std::string words = inline_text(cell.text);
    const bool header = column == 0 && table.row_headers && !words.empty();
    std::string names = align_class(table.columns[column].align);
    const std::string fill = fill_class(cell.fill);
    if (!fill.empty()) names += (names.empty() ? "" : " ") + fill;
    out += header ? "<th scope=\"row\"" : "<td";
    if (span > 1) out += " colspan=\"" + std::to_string(span) + "\"";
    out += class_attribute(names) + direction(cell.text) + ">" + (cell.box ? box(1) : "") + words +
           (header ? "</th>" : "</td>");
    column += span;
  }
  for (; column < table.columns.size(); ++column) out += "<td></td>";
  out += "</tr>\n";
}

void Writer::write(const Table& table) {
  if (table.columns.empty()) return;
  const std::string caption = inline_text(table.caption);
  std::string label = last_heading_;
  if (!caption.empty()) label = ids_.take("table");
  std::string kind = table.compact ? "compact" : "";
  if (table.columns.size() > 2) kind += kind.empty() ? "wide" : " wide";
  out += label.empty() ? "<div class=\"scroll\">" : scroller(label);
  out += "<table" + class_attribute(kind) + ">\n";
  if (!caption.empty())
    out += "<caption id=\"" + label + "\"" + direction(table.caption) + ">" + caption + "</caption>\n";
  double all = 0;
  const auto share_of = [](const Column& column) {
    return std::isfinite(column.share) && column.share > 0 ? column.share : 1.0;
  };
  for (const Column& column : table.columns) all += share_of(column);
  out += "<colgroup>";
  for (const Column& column : table.columns) {
    const int percent = static_cast<int>(std::lround(100 * share_of(column) / all));
    out += "<col class=\"" + share_class("width", std::clamp(percent, 1, 100)) + "\">";
  }
  out += "</colgroup>\n<thead><tr>";
  for (const Column& column : table.columns) {
    const std::string title = inline_text(column.title);
    const std::string look = class_attribute(align_class(column.align)) + direction(column.title);
    // A header without words says nothing to anyone: a plain cell.
    out += title.empty() ? "<td></td>" : "<th scope=\"col\"" + look + ">" + title + "</th>";
  }
  out += "</tr></thead>\n<tbody>\n";
  for (const auto& cells : table.rows) row(table, cells);
  out += "</tbody></table></div>\n";
}

}  // namespace sextant::html
