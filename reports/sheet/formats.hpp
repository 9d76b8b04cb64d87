#pragma once

#include <xlsxwriter.h>

#include <array>
#include <string>

#include "reports/sheet/book.hpp"

namespace sextant::sheet {

/// Gives up: the machine could not make the workbook. Throws `std::runtime_error`.
[[noreturn]] void fail(const std::string& why);

/// What each style of a workbook looks like, as its library has it. The workbook owns the formats.
class Formats {
 public:
  Formats(lxw_workbook* book, bool leftward);

  lxw_format* of(Style style) const { return formats_.at(static_cast<std::size_t>(style)); }
  lxw_format* bold() const { return bold_; }      ///< of a stretch within a cell
  lxw_format* normal() const { return normal_; }  ///< likewise

 private:
  lxw_format* add_format(Style which, bool open);

  static constexpr std::size_t kStyles = 15;
  lxw_workbook* book_;
  bool leftward_;
  lxw_format* bold_;
  lxw_format* normal_;
  std::array<lxw_format*, kStyles> formats_{};
};

}  // namespace sextant::sheet
