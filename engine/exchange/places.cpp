#include <algorithm>
#include <tuple>

#include "engine/exchange/filled.hpp"

namespace sextant::exchange {

namespace {

/// The sheet, row and column of a cell that is named after a file, each from 1; zeros where none is.
std::tuple<std::size_t, int, int> cell_of(const Diagnostic& diagnostic, const Filled& filled) {
  const std::string& file = diagnostic.file;
  const std::size_t start = filled.source.name().size() + 1;
  for (std::size_t i = 0; i < filled.sheets.size(); ++i) {
    const std::string sheet = filled.sheets[i] + "!";
    if (file.size() <= start || file.compare(start, sheet.size(), sheet) != 0) continue;
    int column = 0;
    int row = 0;
    for (const char c : file.substr(start + sheet.size())) {
      if (c >= 'A' && c <= 'Z') column = column * 26 + (c - 'A' + 1);
      if (c >= '0' && c <= '9') row = row * 10 + (c - '0');
    }
    return {i + 1, row, column};
  }
  return {0, 0, 0};
}

}  // namespace

void sort_by_place(std::vector<Diagnostic>& diagnostics, const Filled& filled) {
  const auto key = [&](const Diagnostic& one) {
    return std::tuple_cat(cell_of(one, filled), std::tie(one.at.line, one.at.column, one.code, one.args));
  };
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
  diagnostics.erase(std::unique(diagnostics.begin(), diagnostics.end(),
                                [&](const Diagnostic& a, const Diagnostic& b) {
                                  return key(a) == key(b) && a.suggestion == b.suggestion;
                                }),
                    diagnostics.end());
}

}  // namespace sextant::exchange
