#include <algorithm>
#include <array>

#include "reports/docx/parts.hpp"
#include "reports/docx/xml.hpp"

namespace sextant::docx {

namespace {

using document::Colour;

/// A paragraph style; lengths in points of a desk's page.
struct Style {
  const char* id;
  const char* name;  ///< Word's own where it has one: it then translates the name
  const char* based_on = "Normal";
  const char* next = "";
  double size = 0;  ///< 0: as the style that it is based on
  double line = 0;
  bool bold = false;
  bool italic = false;
  Colour colour = document::kInk;
  double before = 0;
  double after = 0;
  bool keep_next = false;
  int outline = -1;
  double indent = 0;
};

constexpr std::array kStyles = {
    Style{"BodyText", "Body Text", "Normal", "", 10, 14.6, false, false, document::kInk, 0, 8},
    Style{"Lead", "Lead", "Normal", "BodyText", 14, 20, false, false, document::kBrand, 6, 12},
    Style{"Small", "Small", "Normal", "BodyText", 8.5, 12, false, false, document::kMuted, 0, 6},
    Style{"Quote", "Quote", "Normal", "BodyText", 10.5, 15.5, false, true, document::kMuted, 6, 10, false, -1,
          16},
    Style{"Heading2", "heading 2", "Normal", "BodyText", 14.5, 20, true, false, document::kBrand, 20, 6, true,
          1},
    Style{"Heading3", "heading 3", "Normal", "BodyText", 11.5, 16, true, false, document::kInk, 14, 4, true,
          2},
    Style{"Heading4", "heading 4", "Normal", "BodyText", 10, 14.6, true, false, document::kMuted, 12, 3, true,
          3},
    Style{"ListBullet", "List Bullet", "BodyText", "", 0, 0, false, false, document::kInk, 0, 3.5},
    Style{"ListNumber", "List Number", "BodyText", "", 0, 0, false, false, document::kInk, 0, 3.5},
    Style{"Caption", "caption", "Normal", "BodyText", 10.5, 15, true, false, document::kInk, 12, 5, true},
    Style{"TableHead", "Table Head", "Normal", "", 8.5, 11.5, true, false, document::kBrand, 0, 0},
    Style{"TableText", "Table Text", "Normal", "", 9.25, 12.8},
    Style{"TableTextCompact", "Table Text Compact", "Normal", "", 8.5, 11.3},
    Style{"CalloutTitle", "Callout Title", "Normal", "BodyText", 10.5, 15, true, false, document::kBrand, 0,
          4, true},
    Style{"FigureValue", "Figure Value", "Normal", "FigureLabel", 23, 28, true, false, document::kBrand},
    Style{"FigureLabel", "Figure Label", "Normal", "", 9.25, 12.8, true, false, document::kInk, 2, 2},
    Style{"ChartText", "Chart Text", "Normal", "", 8.5},
    Style{"Kicker", "Kicker", "Normal", "Title", 11, 16, true, false, document::kMuted, 150, 6},
    Style{"Title", "Title", "Normal", "Subtitle", 34, 41, true, false, document::kBrand, 0, 4},
    Style{"Subtitle", "Subtitle", "Normal", "BodyText", 16, 23, false, false, document::kMuted, 0, 26},
    Style{"Fact", "Fact", "Normal", "", 11, 16, false, false, document::kInk, 0, 6},
    Style{"TOCHeading", "TOC Heading", "Normal", "BodyText", 22, 28, true, false, document::kBrand, 0, 12,
          true},
    Style{"TOC1", "toc 1", "Normal", "", 10.5, 15, true, false, document::kInk, 6, 2},
    Style{"TOC2", "toc 2", "Normal", "", 9.5, 13.6, false, false, document::kInk, 0, 2, false, -1, 16},
    Style{"TOC3", "toc 3", "Normal", "", 9.5, 13.6, false, false, document::kInk, 0, 2, false, -1, 32},
    Style{"Footer", "footer", "Normal", "", 8.5, 12, false, false, document::kMuted},
    Style{"Spacer", "Spacer", "Normal", "BodyText", 4, 8},
};

class Styles {
 public:
  Styles(const document::Meta& meta, const Measures& measures) : meta_(meta), measures_(measures) {}

  std::string write() {
    xml_.raw(kXmlHead);
    xml_.open("w:styles", {{"xmlns:w", kWordNamespace}});
    defaults();
    xml_.open("w:style", {{"w:type", "paragraph"}, {"w:default", "1"}, {"w:styleId", "Normal"}});
    xml_.leaf("w:name", {{"w:val", "Normal"}});
    xml_.leaf("w:qFormat");
    xml_.close();
    xml_.raw(
        "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name "
        "w:val=\"Default Paragraph Font\"/><w:uiPriority w:val=\"1\"/><w:semiHidden/></w:style>");
    Style chapter{"Heading1", "heading 1",      "Normal", "BodyText", 22,   28, true,
                  false,      document::kBrand, 24,       12,         true, 0};
    paragraph_style(chapter, measures_.title(chapter.size), measures_.title(chapter.line));
    for (const Style& one : kStyles) paragraph_style(one, measures_.text(one.size), measures_.text(one.line));
    xml_.open("w:style", {{"w:type", "character"}, {"w:styleId", "Hyperlink"}});
    xml_.leaf("w:name", {{"w:val", "Hyperlink"}});
    xml_.open("w:rPr");
    xml_.leaf("w:color", {{"w:val", hex(kLink)}});
    xml_.leaf("w:u", {{"w:val", "single"}});
    xml_.close();
    xml_.close();
    table_styles();
    xml_.close();
    return xml_.take();
  }

 private:
  void defaults() {
    const std::string language = proofing_language(meta_.language);
    xml_.open("w:docDefaults");
    xml_.open("w:rPrDefault");
    xml_.open("w:rPr");
    xml_.leaf("w:rFonts", {{"w:ascii", kFont}, {"w:hAnsi", kFont}, {"w:eastAsia", kFont}, {"w:cs", kFont}});
    xml_.leaf("w:color", {{"w:val", hex(document::kInk)}});
    const std::string size = Measures::half(measures_.text(10));
    xml_.leaf("w:sz", {{"w:val", size}});
    xml_.leaf("w:szCs", {{"w:val", size}});
    xml_.leaf("w:lang", {{"w:val", meta_.right_to_left ? "en-GB" : language},
                         {"w:eastAsia", language},
                         {"w:bidi", language}});
    xml_.close();
    xml_.close();
    xml_.open("w:pPrDefault");
    xml_.open("w:pPr");
    xml_.leaf("w:widowControl");
    xml_.leaf("w:spacing", {{"w:before", "0"}, {"w:after", "0"}});
    xml_.close();
    xml_.close();
    xml_.close();
  }

  void paragraph_style(const Style& style, double size, double line) {
    xml_.open("w:style", {{"w:type", "paragraph"}, {"w:styleId", style.id}});
    xml_.leaf("w:name", {{"w:val", style.name}});
    xml_.leaf("w:basedOn", {{"w:val", style.based_on}});
    if (style.next[0] != '\0') xml_.leaf("w:next", {{"w:val", style.next}});
    xml_.leaf("w:qFormat");
    xml_.open("w:pPr");
    if (style.keep_next) {
      xml_.leaf("w:keepNext");
      xml_.leaf("w:keepLines");
    }
    if (std::string_view(style.id) == "Subtitle") {
      xml_.open("w:pBdr");
      xml_.leaf("w:bottom",
                {{"w:val", "single"}, {"w:sz", "24"}, {"w:space", "14"}, {"w:color", hex(document::kBrand)}});
      xml_.close();
    }
    if (std::string_view(style.id) == "Fact") {
      xml_.open("w:tabs");
      xml_.leaf("w:tab", {{"w:val", "left"}, {"w:pos", Measures::twips(measures_.text(kFactColumn))}});
      xml_.close();
    }
    if (std::string_view(style.id).substr(0, 3) == "TOC" && style.outline < 0 && !style.keep_next) {
      xml_.open("w:tabs");
      xml_.leaf(
          "w:tab",
          {{"w:val", "right"}, {"w:leader", "dot"}, {"w:pos", Measures::twips(measures_.text_width())}});
      xml_.close();
    }
    const std::string before = Measures::twips(measures_.text(style.before));
    const std::string after = Measures::twips(measures_.text(style.after));
    if (line > 0) {
      const bool exact = std::string_view(style.id) == "Spacer";
      xml_.leaf("w:spacing", {{"w:before", before},
                              {"w:after", after},
                              {"w:line", Measures::twips(line)},
                              {"w:lineRule", exact ? "exact" : "atLeast"}});
    } else {
      xml_.leaf("w:spacing", {{"w:before", before}, {"w:after", after}});
    }
    if (std::string_view(style.id) == "Fact") {
      const std::string hang = Measures::twips(measures_.text(kFactColumn));
      xml_.leaf("w:ind", {{"w:left", hang}, {"w:hanging", hang}});
    } else if (style.indent > 0) {
      xml_.leaf("w:ind", {{"w:left", Measures::twips(measures_.text(style.indent))}});
    }
    if (style.outline >= 0) xml_.leaf("w:outlineLvl", {{"w:val", std::to_string(style.outline)}});
    xml_.close();
    xml_.open("w:rPr");
    if (style.bold) {
      xml_.leaf("w:b");
      xml_.leaf("w:bCs");
    }
    if (style.italic) {
      xml_.leaf("w:i");
      xml_.leaf("w:iCs");
    }
    if (style.colour != document::kInk) xml_.leaf("w:color", {{"w:val", hex(style.colour)}});
    if (size > 0) {
      xml_.leaf("w:sz", {{"w:val", Measures::half(size)}});
      xml_.leaf("w:szCs", {{"w:val", Measures::half(size)}});
    }
    xml_.close();
    xml_.close();
  }

  void border(std::string_view side, int eighths, Colour colour) {
    xml_.leaf(side, {{"w:val", eighths > 0 ? "single" : "nil"},
                     {"w:sz", std::to_string(eighths)},
                     {"w:space", "0"},
                     {"w:color", hex(colour)}});
  }

  void padding(double vertical, double side) {
    const std::string v = Measures::twips(measures_.text(vertical));
    const std::string h = Measures::twips(measures_.text(side));
    xml_.open("w:tblCellMar");
    xml_.leaf("w:top", {{"w:w", v}, {"w:type", "dxa"}});
    xml_.leaf("w:left", {{"w:w", h}, {"w:type", "dxa"}});
    xml_.leaf("w:bottom", {{"w:w", v}, {"w:type", "dxa"}});
    xml_.leaf("w:right", {{"w:w", h}, {"w:type", "dxa"}});
    xml_.close();
  }

  void open_table_style(const char* id, const char* name) {
    xml_.open("w:style", {{"w:type", "table"}, {"w:styleId", id}});
    xml_.leaf("w:name", {{"w:val", name}});
    xml_.leaf("w:basedOn", {{"w:val", "TableNormal"}});
    xml_.leaf("w:qFormat");
    xml_.open("w:tblPr");
  }

  /// Data; room for notes; a panel with a bar at its start, one for each kind; blocks side by side; cards.
  void table_styles() {
    xml_.raw(
        "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal "
        "Table\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/><w:tblPr><w:tblInd w:w=\"0\" "
        "w:type=\"dxa\"/></w:tblPr></w:style>");
    open_table_style("ReportTable", "Report Table");
    xml_.open("w:tblBorders");
    border("w:bottom", 4, document::kRule);
    border("w:insideH", 4, document::kRule);
    xml_.close();
    padding(3.5, kCellPadding);
    xml_.close();
    xml_.open("w:tblStylePr", {{"w:type", "firstRow"}});
    xml_.open("w:tcPr");
    xml_.open("w:tcBorders");
    border("w:bottom", 8, document::kBrand);
    xml_.close();
    xml_.leaf("w:shd", {{"w:val", "clear"}, {"w:color", "auto"}, {"w:fill", hex(document::kPanel)}});
    xml_.leaf("w:vAlign", {{"w:val", "bottom"}});
    xml_.close();
    xml_.close();
    xml_.close();
    open_table_style("NoteSpace", "Note Space");
    xml_.open("w:tblBorders");
    for (const char* side : {"w:top", "w:left", "w:bottom", "w:right", "w:insideV"})
      border(side, 8, document::kRule);
    xml_.close();
    padding(kPanelPadding - 2, kPanelPadding);
    xml_.close();
    xml_.close();
    open_table_style("WritingLine", "Writing Line");
    xml_.open("w:tblBorders");
    border("w:bottom", 4, document::kMuted);
    xml_.close();
    padding(3, 0);
    xml_.close();
    xml_.close();
    for (const auto& [id, name] : {std::pair{"Panel", "Panel"}, std::pair{"SideBySide", "Side By Side"},
                                   std::pair{"Cards", "Cards"}}) {
      open_table_style(id, name);
      if (std::string_view(id) == "SideBySide") {
        padding(0, 0);
      } else {
        padding(kPanelPadding - 2, kPanelPadding);
      }
      xml_.close();
      xml_.close();
    }
  }

  const document::Meta& meta_;
  const Measures& measures_;
  Xml xml_;
};

}  // namespace

std::string styles_part(const document::Meta& meta, const Measures& measures) {
  return Styles(meta, measures).write();
}

}  // namespace sextant::docx
