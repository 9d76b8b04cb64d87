#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "engine/text/number.hpp"
#include "engine/text/utf8.hpp"
#include "engine/workbook/parts.hpp"

namespace sextant::workbook {

namespace {

/// A part's path from a target in the relations of a part in `folder`.
std::string resolve(const std::string& folder, std::string target) {
  if (!target.empty() && target[0] == '/') return target.substr(1);
  std::string path = folder;
  while (target.rfind("../", 0) == 0) {
    target = target.substr(3);
    const std::size_t slash = path.empty() ? std::string::npos : path.rfind('/', path.size() - 2);
    path = slash == std::string::npos ? "" : path.substr(0, slash + 1);
  }
  return path + target;
}

/// "_x000D_" stands for a character that XML cannot hold.
std::string unescape(const std::string& text) {
  if (text.find("_x") == std::string::npos) return text;
  const auto digit = [](char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                  : -1;
  };
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    int code = text[i] == '_' && i + 6 < text.size() && text[i + 1] == 'x' && text[i + 6] == '_' ? 0 : -1;
    for (std::size_t k = 2; code >= 0 && k < 6; ++k)
      code = digit(text[i + k]) < 0 ? -1 : code * 16 + digit(text[i + k]);
    if (code < 0 || (code >= 0xD800 && code <= 0xDFFF)) {
      out += text[i];
      continue;
    }
    utf8::append(out, static_cast<char32_t>(code));
    i += 6;
  }
  return out;
}

/// The text of a string item: its own, or that of its runs; how it is read aloud is left out.
std::string item_text(const pugi::xml_node& item) {
  std::string out;
  for (const pugi::xml_node& one : item.children()) {
    if (local(one) == "t") out += text_of(one);
    if (local(one) == "r") out += text_of(child(one, "t"));
  }
  return unescape(out);
}

enum class Shown { number, percent, day, month, year };

/// What a number format shows, from its code.
Shown shown_by(const std::string& code) {
  bool quoted = false;
  bool bracket = false;
  bool year = false;
  bool month = false;
  bool time = false;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == '"') quoted = !quoted;
    if (c == '[') bracket = true;
    if (c == ']') bracket = false;
    if (c == '\\' || c == '_' || c == '*') {
      ++i;
      continue;
    }
    if (quoted || bracket) continue;
    if (c == '%') return Shown::percent;
    if (c == 'd' || c == 'D') return Shown::day;
    year = year || c == 'y' || c == 'Y';
    month = month || c == 'm' || c == 'M';
    time = time || c == 'h' || c == 'H' || c == 's' || c == 'S';
  }
  // Beside hours and seconds, the same letter stands for minutes.
  if (month && (year || !time)) return Shown::month;
  return year ? Shown::year : Shown::number;
}

/// What each cell style shows.
std::vector<Shown> styles_of(Parts& parts, const std::string& path) {
  std::vector<Shown> out;
  pugi::xml_document document;
  if (path.empty() || !parts.parse(path, document)) return out;
  const pugi::xml_node root = document.document_element();
  std::map<int, Shown> formats;
  for (const int id : {9, 10}) formats[id] = Shown::percent;
  for (const int id : {14, 15, 16, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58})
    formats[id] = Shown::day;
  formats[17] = Shown::month;
  for (const pugi::xml_node& one : child(root, "numFmts").children()) {
    if (const auto id = whole(attribute(one, "numFmtId"), 0, 1 << 20))
      formats[*id] = shown_by(attribute(one, "formatCode"));
  }
  for (const pugi::xml_node& one : child(root, "cellXfs").children()) {
    if (local(one) != "xf") continue;
    const auto format = formats.find(whole(attribute(one, "numFmtId"), 0, 1 << 20).value_or(0));
    out.push_back(format == formats.end() ? Shown::number : format->second);
  }
  return out;
}

struct Place {
  int row = 0;
  int column = 0;
};

/// "C7" as a place.
std::optional<Place> place_of(std::string_view name) {
  int column = 0;
  std::size_t i = 0;
  for (; i < name.size() && name[i] >= 'A' && name[i] <= 'Z' && column < kMostColumns; ++i)
    column = column * 26 + (name[i] - 'A' + 1);
  const auto row = whole(name.substr(i), 1, kMostRows);
  if (column < 1 || column > kMostColumns || !row) return std::nullopt;
  return Place{*row - 1, column - 1};
}

class XlsxReader {
 public:
  XlsxReader(Parts& parts, Workbook& out) : parts_(parts), out_(out) {}

  void run() {
    const std::string main = target("_rels/.rels", "", "/officeDocument");
    const std::size_t slash = main.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : main.substr(0, slash + 1);
    const std::string relations = folder + "_rels/" + main.substr(folder.size()) + ".rels";
    pugi::xml_document book;
    if (main.ends_with(".bin")) parts_.problem = Problem::old_format;
    if (main.empty() || parts_.problem != Problem::none || !parts_.parse(main, book)) return;
    const pugi::xml_node root = book.document_element();
    const std::string since = attribute(child(root, "workbookPr"), "date1904");
    from_1904_ = since == "1" || since == "true";
    styles_ = styles_of(parts_, target(relations, folder, "/styles"));
    strings(target(relations, folder, "/sharedStrings"));
    std::set<std::string> seen;
    for (const pugi::xml_node& one : child(root, "sheets").children()) {
      if (local(one) != "sheet" || parts_.problem != Problem::none) continue;
      Sheet sheet;
      sheet.name = attribute(one, "name");
      const std::string state = attribute(one, "state");
      sheet.hidden = state == "hidden" || state == "veryHidden";
      // The id of the relation has a prefix; "sheetId" has none.
      std::string id;
      for (const pugi::xml_attribute& a : one.attributes()) {
        if (local(a) == "id") id = a.value();
      }
      const std::string path = target(relations, folder, "", id);
      if (utf8::first_invalid(sheet.name)) parts_.problem = Problem::unreadable;
      if (!path.empty() && seen.insert(path).second) cells(path, sheet);
      out_.sheets.push_back(std::move(sheet));
    }
  }

 private:
  /// The target of the first relation whose type ends so, or which has this id.
  std::string target(const std::string& relations, const std::string& folder, std::string_view type,
                     const std::string& id = {}) {
    pugi::xml_document& document = relations_[relations];
    if (!document.first_child() && !parts_.parse(relations, document)) return {};
    for (const pugi::xml_node& one : document.document_element().children()) {
      const std::string is = attribute(one, "Type");
      const bool ends =
          is.size() >= type.size() && is.compare(is.size() - type.size(), type.size(), type) == 0;
      if (id.empty() ? ends : attribute(one, "Id") == id) return resolve(folder, attribute(one, "Target"));
    }
    return {};
  }

  void strings(const std::string& path) {
    pugi::xml_document document;
    if (path.empty() || !parts_.parse(path, document)) return;
    for (const pugi::xml_node& one : document.document_element().children()) {
      if (local(one) == "si") strings_.push_back(item_text(one));
    }
  }

  void cells(const std::string& path, Sheet& sheet) {
    pugi::xml_document document;
    if (!parts_.parse(path, document)) return;
    const pugi::xml_node root = document.document_element();
    int row = -1;
    for (const pugi::xml_node& line : child(root, "sheetData").children()) {
      if (local(line) != "row") continue;
      row = whole(attribute(line, "r"), 1, kMostRows).value_or(row + 2) - 1;
      int column = -1;
      for (const pugi::xml_node& one : line.children()) {
        if (local(one) != "c") continue;
        const auto place = place_of(attribute(one, "r"));
        column = place ? place->column : column + 1;
        if (row >= kMostRows || column >= kMostColumns || !cell(one, row, column, sheet)) continue;
        if (++filled_ > kMostCells) parts_.problem = Problem::too_large;
        if (parts_.problem != Problem::none) return;
      }
    }
    comments(path, sheet);
    for (const pugi::xml_node& one : child(root, "mergeCells").children()) {
      const std::string range = attribute(one, "ref");
      const std::size_t colon = std::min(range.find(':'), range.size());
      const auto from = place_of(range.substr(0, colon));
      const auto to = colon < range.size() ? place_of(range.substr(colon + 1)) : std::nullopt;
      if (from && to) sheet.merged.push_back({from->row, from->column, to->row, to->column});
    }
  }

  /// What people wrote beside the cells of a sheet stands in a part of its own.
  void comments(const std::string& path, Sheet& sheet) {
    const std::size_t slash = path.rfind('/') + 1;  // 0 where there is none
    const std::string relations = path.substr(0, slash) + "_rels/" + path.substr(slash) + ".rels";
    if (parts_.bytes(relations) == nullptr) return;
    const std::string part = target(relations, path.substr(0, slash), "/comments");
    pugi::xml_document document;
    if (part.empty() || !parts_.parse(part, document)) return;
    for (const pugi::xml_node& one : child(document.document_element(), "commentList").children()) {
      const auto place = place_of(attribute(one, "ref"));
      if (!place) continue;
      if (++filled_ > kMostCells) parts_.problem = Problem::too_large;
      if (parts_.problem != Problem::none) return;
      sheet.comments.push_back(text_cell(place->row, place->column, item_text(child(one, "text"))));
    }
  }

  /// Whether the cell holds something.
  bool cell(const pugi::xml_node& node, int row, int column, Sheet& sheet) {
    const std::string type = attribute(node, "t");
    const pugi::xml_node value = child(node, "v");
    const bool formula = bool(child(node, "f"));
    const std::string text = text_of(value);
    Cell out{row, column, CellKind::value, {}};
    if (type == "inlineStr") {
      out = text_cell(row, column, item_text(child(node, "is")));
    } else if (!value || (text.empty() && formula)) {
      // A formula may well give an empty text; then it says so by its type.
      if (!formula || type == "str") return false;
      out.kind = CellKind::pending;
    } else if (type == "s") {
      const auto index = whole(text, 0, 1 << 30);
      if (index && static_cast<std::size_t>(*index) < strings_.size()) {
        out = text_cell(row, column, strings_[static_cast<std::size_t>(*index)]);
      } else {
        out.kind = CellKind::damaged;
      }
    } else if (type == "e") {
      out = text_cell(row, column, text);
      out.kind = CellKind::error;
    } else if (type == "b") {
      out.text = text == "1" || text == "true" ? "true" : "false";
    } else if (type == "str") {
      out = text_cell(row, column, unescape(text));
    } else if (type == "d") {
      out = text_cell(row, column, text.substr(0, 10));
    } else {
      number(attribute(node, "s"), text, formula, out);
    }
    if (out.kind == CellKind::value && out.text.empty()) return false;
    sheet.cells.push_back(std::move(out));
    return true;
  }

  void number(const std::string& style, const std::string& text, bool formula, Cell& out) const {
    const auto value = parse_number(text);
    if (!value) {
      out.kind = CellKind::damaged;
      return;
    }
    const auto index = whole(style, 0, 1 << 20).value_or(0);
    const Shown shown = static_cast<std::size_t>(index) < styles_.size()
                            ? styles_[static_cast<std::size_t>(index)]
                            : Shown::number;
    if (shown == Shown::day || shown == Shown::month || shown == Shown::year) {
      if (auto day = day_of(*value, from_1904_)) {
        out.text = shown_part(std::move(*day), shown == Shown::day     ? DayPart::day
                                               : shown == Shown::month ? DayPart::month
                                                                       : DayPart::year);
        return;
      }
    }
    out.text = number_text(*value, shown == Shown::percent, formula);
  }

  Parts& parts_;
  Workbook& out_;
  std::map<std::string, pugi::xml_document> relations_;
  std::vector<Shown> styles_;
  std::vector<std::string> strings_;
  bool from_1904_ = false;
  std::size_t filled_ = 0;
};

}  // namespace

void read_xlsx(Parts& parts, Workbook& out) {
  XlsxReader(parts, out).run();
}

}  // namespace sextant::workbook
