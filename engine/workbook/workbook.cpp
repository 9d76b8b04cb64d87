#include "engine/workbook/workbook.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/syntax/controls.hpp"
#include "engine/syntax/tree.hpp"
#include "engine/text/number.hpp"
#include "engine/text/utf8.hpp"
#include "engine/workbook/parts.hpp"

namespace sextant::workbook {

namespace {

constexpr std::string_view kZip = "PK\x03\x04";
constexpr std::string_view kCompound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Office programs wrap a file with a password into the old container, in a stream of this name.
bool names_encryption(std::string_view bytes) {
  std::string name;
  for (const char c : std::string_view("EncryptedPackage")) {
    name += c;
    name += '\0';
  }
  return bytes.find(name) != std::string_view::npos;
}

/// The stream of records that Excel wrote before it had containers: it begins with one that says so.
bool is_bare_stream(std::string_view bytes) {
  constexpr std::string_view kKinds("\x00\x02\x04\x08", 4);
  return bytes.size() > 4 && bytes[0] == '\x09' && kKinds.find(bytes[1]) != std::string_view::npos &&
         bytes[3] == '\0';
}

std::string_view after_colon(const char* name) {
  const std::string_view whole = name;
  const std::size_t at = whole.find(':');
  return at == std::string_view::npos ? whole : whole.substr(at + 1);
}

}  // namespace

const std::string* Parts::bytes(std::string_view path) const {
  for (const archive::Entry& entry : entries_) {
    if (entry.path == path) return &entry.bytes;
  }
  return nullptr;
}

bool Parts::parse(std::string_view path, pugi::xml_document& out) {
  const std::string* const text = bytes(path);
  if (text == nullptr) return false;
  if (text->find("<!DOCTYPE") != std::string::npos || text->find("<!ENTITY") != std::string::npos) {
    problem = Problem::unreadable;
    return false;
  }
  // Before anything is built: a tree takes many times the bytes of its text.
  const auto count = [&](char c) {
    return static_cast<std::size_t>(std::count(text->begin(), text->end(), c));
  };
  if (count('<') + count('=') > 2 * kMostElements) {
    problem = Problem::too_large;
    return false;
  }
  const auto result =
      out.load_buffer(text->data(), text->size(), pugi::parse_default | pugi::parse_ws_pcdata);
  if (!result) problem = Problem::unreadable;
  return bool(result);
}

std::string_view local(const pugi::xml_node& node) {
  return after_colon(node.name());
}

std::string_view local(const pugi::xml_attribute& attribute) {
  return after_colon(attribute.name());
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node& one : node.children()) {
    if (local(one) == name) return one;
  }
  return {};
}

std::string attribute(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_attribute& one : node.attributes()) {
    if (local(one) == name) return one.value();
  }
  return {};
}

std::string text_of(const pugi::xml_node& node) {
  std::string out;
  for (const pugi::xml_node& one : node.children()) {
    if (one.type() == pugi::node_pcdata || one.type() == pugi::node_cdata) out += one.value();
  }
  return out;
}

std::optional<int> whole(std::string_view text, int least, int most) {
  const auto number = parse_number(text);
  if (!number || *number < least || *number > most || *number != std::floor(*number)) return std::nullopt;
  return static_cast<int>(*number);
}

Cell text_cell(int row, int column, const std::string& text) {
  std::string kept = utf8::with_line_feeds(text);
  if (utf8::first_invalid(kept) || first_control(kept)) return {row, column, CellKind::damaged, {}};
  return {row, column, CellKind::value, std::move(kept)};
}

std::string number_text(double value, bool percent, bool computed) {
  if (!percent && !computed) return shortest(value);
  const double scaled = percent ? value * 100 : value;
  const auto shown = parse_number(fmt::format("{:.15g}", scaled));
  return shortest(shown.value_or(scaled)) + (percent ? "%" : "");
}

std::optional<std::string> day_of(double serial, bool from_1904) {
  constexpr int kFrom1904 = 1462;  // days between the two beginnings
  const double days = std::floor(serial) + (from_1904 ? kFrom1904 : 0);
  // Before March 1900 the two kinds of programs differ, because one takes 1900 for a leap year.
  constexpr double kFirst = 61;
  constexpr double kLast = 2958465;  // 31 December 9999
  if (!(days >= kFirst && days <= kLast)) return std::nullopt;
  // Civil date from days, by Howard Hinnant's published method: eras of 400 years, years from March.
  const int z = static_cast<int>(days) - 25569 + 719468;
  const int era = z / 146097;
  const int of_era = z - era * 146097;
  const int year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const int of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted = (5 * of_year + 2) / 153;
  const int day = of_year - (153 * shifted + 2) / 5 + 1;
  const int month = shifted < 10 ? shifted + 3 : shifted - 9;
  const int year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

std::string shown_part(std::string day, DayPart part) {
  constexpr std::size_t kMonth = 7;
  constexpr std::size_t kYear = 4;
  if (part != DayPart::day && day.size() > kMonth) day.resize(part == DayPart::month ? kMonth : kYear);
  return day;
}

bool looks_like_workbook(std::string_view bytes) {
  return bytes.substr(0, kZip.size()) == kZip || bytes.substr(0, kCompound.size()) == kCompound;
}

bool looks_like_workbook(std::string_view name, std::string_view bytes) {
  return looks_like_workbook(bytes) ||
         (!bytes.empty() && (name.ends_with(".xlsx") || name.ends_with(".ods") || name.ends_with(".xls") ||
                             name.ends_with(".xlsb")));
}

Code code_of(Problem problem) {
  switch (problem) {
    case Problem::encrypted:
      return Code::workbook_encrypted;
    case Problem::old_format:
      return Code::workbook_old;
    case Problem::too_large:
      return Code::workbook_too_large;
    case Problem::none:
    case Problem::unreadable:
      break;
  }
  return Code::workbook_unreadable;
}

std::optional<std::pair<Code, Args>> fault_of(const Cell& cell) {
  switch (cell.kind) {
    case CellKind::value:
      break;
    case CellKind::error:
      return std::pair(Code::cell_error, Args{{"value", shown(cell.text)}});
    case CellKind::pending:
      return std::pair(Code::cell_pending, Args{});
    case CellKind::damaged:
      return std::pair(Code::cell_damaged, Args{});
  }
  return std::nullopt;
}

Opened open(std::string_view bytes) {
  if (bytes.substr(0, kCompound.size()) == kCompound)
    return {std::nullopt, names_encryption(bytes) ? Problem::encrypted : Problem::old_format};
  if (is_bare_stream(bytes)) return {std::nullopt, Problem::old_format};
  auto entries = archive::read_zip(bytes);
  if (!entries) {
    return {std::nullopt, archive::beyond_limits(bytes) ? Problem::too_large : Problem::unreadable};
  }
  Parts parts(std::move(*entries));
  Workbook out;
  if (parts.bytes("content.xml") != nullptr) {
    const std::string* const manifest = parts.bytes("META-INF/manifest.xml");
    if (manifest != nullptr && manifest->find("encryption-data") != std::string::npos)
      return {std::nullopt, Problem::encrypted};
    read_ods(parts, out);
  } else {
    read_xlsx(parts, out);
  }
  if (parts.problem != Problem::none) return {std::nullopt, parts.problem};
  if (out.sheets.empty()) return {std::nullopt, Problem::unreadable};
  for (Sheet& sheet : out.sheets) {
    const auto before = [](const Cell& a, const Cell& b) {
      return a.row != b.row ? a.row < b.row : a.column < b.column;
    };
    std::stable_sort(sheet.cells.begin(), sheet.cells.end(), before);
    std::stable_sort(sheet.comments.begin(), sheet.comments.end(), before);
  }
  return {std::move(out), Problem::none};
}

std::string cell_name(int row, int column) {
  std::string letters;
  for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return letters + std::to_string(row + 1);
}

std::string sheet_name(const Sheet& sheet) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  if (std::all_of(sheet.name.begin(), sheet.name.end(), plain)) return sheet.name;
  std::string quoted;
  for (const char c : sheet.name) quoted += c == '\'' ? std::string("''") : std::string(1, c);
  return "'" + quoted + "'";
}

std::string cell_name(const Sheet& sheet, int row, int column) {
  return sheet_name(sheet) + "!" + cell_name(row, column);
}

}  // namespace sextant::workbook
