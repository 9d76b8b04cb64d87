#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "engine/archive/zip.hpp"
#include "engine/workbook/workbook.hpp"

/// What the readers of both formats share.
namespace sextant::workbook {

inline constexpr std::size_t kMostElements = 2'000'000;
inline constexpr std::size_t kMostCells = 500'000;
inline constexpr int kMostRows = 1 << 20;
inline constexpr int kMostColumns = 1 << 14;

/// The parts of an archive, parsed when they are asked for. What goes wrong is kept in `problem`.
class Parts {
 public:
  explicit Parts(std::vector<archive::Entry> entries) : entries_(std::move(entries)) {}

  const std::string* bytes(std::string_view path) const;
  /// Parses a part. False where it is absent (which is no problem), no XML, declares a document type, or has
  /// more elements than are taken.
  bool parse(std::string_view path, pugi::xml_document& out);

  Problem problem = Problem::none;

 private:
  std::vector<archive::Entry> entries_;
};

/// The name without its prefix: "x:row" is "row".
std::string_view local(const pugi::xml_node& node);
std::string_view local(const pugi::xml_attribute& attribute);
/// The first child or the attribute of that name, whatever its prefix.
pugi::xml_node child(const pugi::xml_node& node, std::string_view name);
std::string attribute(const pugi::xml_node& node, std::string_view name);
/// The text right in an element, which comments may have cut into pieces.
std::string text_of(const pugi::xml_node& node);
/// A whole number from `least` to `most`; nothing for anything else.
std::optional<int> whole(std::string_view text, int least, int most);

/// A text as a cell holds it, its lines ended by line feeds: damaged where it is no UTF-8 or has control
/// characters.
Cell text_cell(int row, int column, const std::string& text);
/// A number, as it is shown. What was computed carries the dust of binary fractions: it is cut to the fifteen
/// digits that spreadsheets show (0.07 times 100 is 7).
std::string number_text(double value, bool percent, bool computed);
/// The day of a serial number, counted from 30 December 1899 (or from 1 January 1904), time left out. Nothing
/// where it is no day from 1900 to 9999.
std::optional<std::string> day_of(double serial, bool from_1904);

/// How much of a day a cell shows.
enum class DayPart { day, month, year };
/// That much of a day written "2026-03-25": "2026-03", "2026".
std::string shown_part(std::string day, DayPart part);

void read_xlsx(Parts& parts, Workbook& out);
void read_ods(Parts& parts, Workbook& out);

}  // namespace sextant::workbook
