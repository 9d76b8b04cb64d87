#include "cli/text_table.hpp"

#include <algorithm>

#include "engine/text/utf8.hpp"

namespace sextant::cli {

std::string TextTable::text(int columns) const {
  std::vector<std::size_t> widths;
  for (const std::string& title : header) widths.push_back(utf8::display_width(title));
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], utf8::display_width(row[i]));
  }
  std::size_t total = 0;
  for (const std::size_t width : widths) total += width + 2;
  constexpr std::size_t kNarrowest = 20;
  const auto available = static_cast<std::size_t>(std::max(columns, 0));
  if (available > 0 && total > available + 2 && widths[0] > kNarrowest) {
    const std::size_t excess = total - available - 2;
    widths[0] = widths[0] > excess + kNarrowest ? widths[0] - excess : kNarrowest;
  }
  std::string out;
  const auto line = [&](const std::vector<std::string>& cells, const std::vector<std::string>* paint) {
    std::string one;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string cell = utf8::shorten(cells[i], widths[i]);
      const std::string pad(widths[i] - utf8::display_width(cell), ' ');
      const bool painted = paint != nullptr && i < paint->size() && !(*paint)[i].empty();
      const std::string padded = right[i] ? pad + cell : cell + pad;
      one += painted ? (*paint)[i] + padded + "\033[0m" : padded;
      if (i + 1 < cells.size()) one += "  ";
    }
    while (!one.empty() && one.back() == ' ') one.pop_back();
    out += one + "\n";
  };
  line(header, nullptr);
  std::vector<std::string> rule;
  for (const std::size_t width : widths) rule.emplace_back(width, '-');
  line(rule, nullptr);
  for (std::size_t i = 0; i < rows.size(); ++i) line(rows[i], i < colours.size() ? &colours[i] : nullptr);
  return out;
}

}  // namespace sextant::cli
