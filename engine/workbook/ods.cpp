#include <algorithm>
#include <map>
#include <utility>

#include "engine/text/number.hpp"
#include "engine/text/utf8.hpp"
#include "engine/workbook/parts.hpp"

namespace sextant::workbook {

namespace {

constexpr int kDeepestText = 16;

/// The text of a paragraph: blanks in a row, tabs and line breaks are elements of their own.
void paragraph(const pugi::xml_node& node, int depth, std::string& out) {
  if (depth > kDeepestText) return;
  for (const pugi::xml_node& one : node.children()) {
    if (one.type() == pugi::node_pcdata || one.type() == pugi::node_cdata) {
      out += one.value();
    } else if (local(one) == "s") {
      constexpr int kMost = 10'000;
      out.append(static_cast<std::size_t>(whole(attribute(one, "c"), 0, kMost).value_or(1)), ' ');
    } else if (local(one) == "tab") {
      out += '\t';
    } else if (local(one) == "line-break") {
      out += '\n';
    } else if (local(one) == "span" || local(one) == "a") {
      paragraph(one, depth + 1, out);
    }
  }
}

std::string paragraphs(const pugi::xml_node& cell) {
  std::string out;
  bool first = true;
  for (const pugi::xml_node& one : cell.children()) {
    if (local(one) != "p") continue;  // comments stand beside the paragraphs
    if (!first) out += '\n';
    first = false;
    paragraph(one, 0, out);
  }
  return out;
}

/// How much of a day each style of cells shows.
class DayStyles {
 public:
  /// Those of a file's common and of its own styles.
  void add(const pugi::xml_node& root) {
    for (const char* group : {"styles", "automatic-styles"}) {
      for (const pugi::xml_node& one : child(root, group).children()) {
        const std::string name = attribute(one, "name");
        if (local(one) == "date-style") formats_[name] = part_of(one);
        if (local(one) == "style" && attribute(one, "family") == "table-cell")
          styles_[name] = {attribute(one, "data-style-name"), attribute(one, "parent-style-name")};
      }
    }
  }

  DayPart part(std::string style) const {
    for (int depth = 0; depth < kDeepestText; ++depth) {
      const auto it = styles_.find(style);
      if (it == styles_.end()) break;
      if (!it->second.format.empty()) {
        const auto format = formats_.find(it->second.format);
        return format == formats_.end() ? DayPart::day : format->second;
      }
      style = it->second.parent;
    }
    return DayPart::day;
  }

 private:
  struct Style {
    std::string format;
    std::string parent;
  };

  static DayPart part_of(const pugi::xml_node& format) {
    if (child(format, "day")) return DayPart::day;
    if (child(format, "month")) return DayPart::month;
    return child(format, "year") ? DayPart::year : DayPart::day;
  }

  std::map<std::string, DayPart> formats_;
  std::map<std::string, Style> styles_;
};

class OdsReader {
 public:
  OdsReader(Parts& parts, Workbook& out) : parts_(parts), out_(out) {}

  void run() {
    pugi::xml_document document;
    if (!parts_.parse("content.xml", document)) return;
    const pugi::xml_node root = document.document_element();
    pugi::xml_document styles;
    if (parts_.parse("styles.xml", styles)) days_.add(styles.document_element());
    if (parts_.problem != Problem::none) return;
    days_.add(root);
    for (const pugi::xml_node& style : child(root, "automatic-styles").children()) {
      if (attribute(child(style, "table-properties"), "display") == "false")
        hidden_[attribute(style, "name")] = true;
    }
    for (const pugi::xml_node& one : child(child(root, "body"), "spreadsheet").children()) {
      if (local(one) != "table" || parts_.problem != Problem::none) continue;
      Sheet sheet;
      sheet.name = attribute(one, "name");
      sheet.hidden = hidden_.count(attribute(one, "style-name")) > 0;
      if (utf8::first_invalid(sheet.name)) parts_.problem = Problem::unreadable;
      row_ = 0;
      column_styles_.clear();
      columns(one, 0);
      rows(one, 0, sheet);
      out_.sheets.push_back(std::move(sheet));
    }
  }

 private:
  /// The styles of cells that have none of their own. What is hidden or in groups counts like the rest.
  void columns(const pugi::xml_node& node, int depth) {
    if (depth > kDeepestText) return;
    for (const pugi::xml_node& one : node.children()) {
      const std::string_view name = local(one);
      if (name == "table-header-columns" || name == "table-column-group" || name == "table-columns") {
        columns(one, depth + 1);
      } else if (name == "table-column") {
        const int before = column_styles_.empty() ? 0 : column_styles_.back().first;
        const int times = whole(attribute(one, "number-columns-repeated"), 1, kMostColumns).value_or(1);
        column_styles_.emplace_back(std::min(before + times, kMostColumns),
                                    attribute(one, "default-cell-style-name"));
      }
    }
  }

  std::string style_of(const pugi::xml_node& cell, int column) const {
    std::string own = attribute(cell, "style-name");
    if (own.empty()) own = attribute(cell.parent(), "default-cell-style-name");
    if (!own.empty()) return own;
    const auto it = std::find_if(column_styles_.begin(), column_styles_.end(),
                                 [&](const auto& one) { return column < one.first; });
    return it == column_styles_.end() ? std::string() : it->second;
  }

  /// Rows may stand in groups and among repeated headings.
  void rows(const pugi::xml_node& node, int depth, Sheet& sheet) {
    if (depth > kDeepestText) return;
    for (const pugi::xml_node& one : node.children()) {
      const std::string_view name = local(one);
      if (name == "table-header-rows" || name == "table-row-group" || name == "table-rows") {
        rows(one, depth + 1, sheet);
      } else if (name == "table-row") {
        row(one, sheet);
      }
      if (parts_.problem != Problem::none) return;
    }
  }

  void row(const pugi::xml_node& node, Sheet& sheet) {
    const int times = whole(attribute(node, "number-rows-repeated"), 1, kMostRows).value_or(1);
    const std::size_t before = sheet.cells.size();
    int column = 0;
    for (const pugi::xml_node& one : node.children()) {
      if (local(one) != "table-cell" && local(one) != "covered-table-cell") continue;
      const int repeat = whole(attribute(one, "number-columns-repeated"), 1, kMostColumns).value_or(1);
      const int wide = whole(attribute(one, "number-columns-spanned"), 1, kMostColumns).value_or(1);
      const int high = whole(attribute(one, "number-rows-spanned"), 1, kMostRows).value_or(1);
      if (wide > 1 || high > 1) sheet.merged.push_back({row_, column, row_ + high - 1, column + wide - 1});
      if (const pugi::xml_node note = child(one, "annotation")) {
        Cell comment = text_cell(row_, column, paragraphs(note));
        if (take()) sheet.comments.push_back(std::move(comment));
      }
      const Cell cell = cell_of(one, column);
      if (cell.kind != CellKind::value || !cell.text.empty()) {
        for (int i = 0; i < repeat && take(); ++i) {
          sheet.cells.push_back(cell);
          sheet.cells.back().column = column + i;
        }
      }
      column = std::min(column + repeat, kMostColumns);
      if (parts_.problem != Problem::none) return;
    }
    const std::size_t filled = sheet.cells.size() - before;
    for (int i = 1; i < times && filled > 0; ++i) {
      for (std::size_t k = 0; k < filled; ++k) {
        if (!take()) return;
        Cell copy = sheet.cells[before + k];
        copy.row += i;
        sheet.cells.push_back(std::move(copy));
      }
    }
    row_ = std::min(row_ + times, kMostRows);
  }

  /// Whether one more cell is taken.
  bool take() {
    if (++filled_ > kMostCells) parts_.problem = Problem::too_large;
    return parts_.problem == Problem::none;
  }

  Cell cell_of(const pugi::xml_node& node, int column) const {
    Cell out{row_, column, CellKind::value, {}};
    std::string type;
    std::string own;
    for (const pugi::xml_attribute& one : node.attributes()) {
      if (local(one) != "value-type") continue;
      (std::string_view(one.name()) == "calcext:value-type" ? own : type) = one.value();
    }
    if (own == "error") {
      out = text_cell(row_, column, paragraphs(node));
      out.kind = CellKind::error;
      return out;
    }
    if (type == "float" || type == "currency" || type == "percentage") {
      const auto value = parse_number(attribute(node, "value"));
      if (!value) {
        out.kind = CellKind::damaged;
      } else {
        out.text = number_text(*value, type == "percentage", !attribute(node, "formula").empty());
      }
      return out;
    }
    if (type == "date") {
      const DayPart part = days_.part(style_of(node, column));
      return text_cell(row_, column, shown_part(attribute(node, "date-value").substr(0, 10), part));
    }
    if (type == "boolean") {
      out.text = attribute(node, "boolean-value") == "true" ? "true" : "false";
      return out;
    }
    const std::string given = attribute(node, "string-value");
    return text_cell(row_, column, given.empty() ? paragraphs(node) : given);
  }

  Parts& parts_;
  Workbook& out_;
  std::map<std::string, bool> hidden_;
  DayStyles days_;
  std::vector<std::pair<int, std::string>> column_styles_;  ///< each with the column after its last
  int row_ = 0;
  std::size_t filled_ = 0;
};

}  // namespace

void read_ods(Parts& parts, Workbook& out) {
  OdsReader(parts, out).run();
}

}  // namespace sextant::workbook
