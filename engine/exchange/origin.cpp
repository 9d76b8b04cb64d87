#include "engine/exchange/origin.hpp"

#include <algorithm>
#include <string_view>

#include "engine/exchange/meaning.hpp"

namespace sextant::exchange {

namespace {

using workbook::Cell;
using workbook::Sheet;

constexpr std::string_view kMark = "sextant|";
constexpr std::size_t kMarkDigits = 8;

/// What stands beside a key; null where nothing does.
const Cell* beside(const Sheet& sheet, std::string_view key) {
  for (std::size_t i = 0; i + 1 < sheet.cells.size(); ++i) {
    const Cell& next = sheet.cells[i + 1];
    if (sheet.cells[i].text == key && next.row == sheet.cells[i].row &&
        next.kind == workbook::CellKind::value)
      return &next;
  }
  return nullptr;
}

std::optional<Origin> said_by(const Sheet& sheet) {
  const Cell* const id = beside(sheet, "instrument.id");
  if (id == nullptr) return std::nullopt;
  const auto text = [&](std::string_view key) {
    const Cell* const cell = beside(sheet, key);
    return cell == nullptr ? std::string() : trimmed(cell->text);
  };
  return Origin{trimmed(id->text), text("instrument.version"), text("instrument.fingerprint"), &sheet, id};
}

std::optional<Origin> marked_on(const Sheet& sheet) {
  const auto cell = std::find_if(sheet.cells.begin(), sheet.cells.end(),
                                 [](const Cell& one) { return is_sheet_mark(one.text); });
  if (cell == sheet.cells.end()) return std::nullopt;
  const std::string& text = cell->text;
  // A version may be any text: it is what stands between the second sign and the last.
  const std::size_t id = kMark.size();
  const std::size_t version = text.find('|', id);
  const std::size_t last = text.rfind('|');
  if (version == std::string::npos || last <= version) return std::nullopt;
  return Origin{text.substr(id, version - id), text.substr(version + 1, last - version - 1),
                text.substr(last + 1), &sheet, &*cell};
}

}  // namespace

std::string sheet_mark(const std::string& instrument, const std::string& version,
                       const std::string& fingerprint) {
  return std::string(kMark) + instrument + "|" + version + "|" + fingerprint.substr(0, kMarkDigits);
}

bool is_sheet_mark(const std::string& text) {
  return text.rfind(kMark, 0) == 0;
}

Origins origins_of(const workbook::Workbook& book) {
  Origins out;
  const auto weigh = [&out](const Origin& one) {
    if (!out.whole) {
      out.whole = one;
    } else if (!out.another && !out.whole->same_version(one)) {
      out.another = one;
    }
  };
  for (const Sheet& sheet : book.sheets) {
    if (const auto whole = said_by(sheet)) {
      weigh(*whole);
    } else if (auto mark = marked_on(sheet)) {
      out.marks.push_back(std::move(*mark));
    }
  }
  // Where no sheet speaks of the whole, the marks do if they agree.
  if (!out.whole) {
    for (const Origin& mark : out.marks) weigh(mark);
  }
  return out;
}

}  // namespace sextant::exchange
