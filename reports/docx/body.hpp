#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "reports/document/document.hpp"
#include "reports/docx/measures.hpp"
#include "reports/docx/parts.hpp"
#include "reports/docx/xml.hpp"

namespace sextant::docx {

/// How one paragraph differs from its style.
struct Look {
  const char* style = "BodyText";
  bool keep_next = false;
  document::Align align = document::Align::start;
  int list = 0;                            ///< a number of the numbering part; 0: in no list
  std::string bookmark = {};               ///< its name; empty: none
  std::optional<document::Colour> colour;  ///< of all its text
  bool bold = false;                       ///< all its text
};

/// Writes blocks as WordprocessingML.
class Body {
 public:
  Body(const document::Document& document, const Measures& measures);

  /// The whole part, from its head to the description of its pages.
  std::string write();
  [[nodiscard]] const std::vector<Link>& links() const { return links_; }
  [[nodiscard]] int ordered_lists() const { return ordered_; }

 private:
  // body.cpp
  void collect(const std::vector<document::Block>& blocks);
  void blocks(const std::vector<document::Block>& blocks);
  void paragraph(const Look& look, const document::Text& text);
  void open_paragraph(const Look& look);
  void text(const document::Text& text, const Look& look);
  void run(const document::Run& run, const Look& look, bool link);
  void spacer(bool keep_next = false);
  /// A break that waits for its page goes to a small paragraph, before what is no paragraph itself.
  void settle_break();
  void section();
  void block(const document::Heading& heading);
  void block(const document::Paragraph& one);
  void block(const document::List& list);
  void block(const document::Cover& cover);
  void block(const document::Contents& contents);
  void block(const document::PageBreak&) { break_ = true; }

  // tables.cpp
  void open_table(const char* style, const std::vector<double>& widths, bool header, bool row_headers);
  void open_cell(double width, int span, std::optional<document::Colour> fill);
  void close_cell();
  void block(const document::Table& table);
  void block(const document::Callout& callout);
  void block(const document::Split& split);
  void block(const document::KeyFigures& figures);
  void block(const document::NoteSpace& space);

  // fill_in.cpp
  void box(int count, bool large);
  void choice(const document::Choice& choice, const document::FillIn& fill);
  /// A cell beside others, with a gap after it.
  void open_side(double width, bool last);
  void block(const document::FillIn& fill);

  // drawing.cpp
  void block(const document::Figure& figure);
  void draw(const document::Drawing& drawing, double scale, const std::string& alt);

  const document::Document& document_;
  const Measures& measures_;
  Xml xml_;
  bool rtl_;
  double width_;            ///< of the column that blocks stand in, in points of this page
  bool break_ = false;      ///< the next paragraph starts a page
  bool started_ = false;    ///< something stands on the first page
  bool after_text_ = true;  ///< the last thing was a paragraph: a cell must end with one
  bool top_ = false;        ///< the next paragraph is the first of a side: no space above it
  int ordered_ = 0;
  int next_id_ = 1;  ///< of bookmarks and drawings
  struct Entry {
    int level = 1;
    std::string title;
    std::string bookmark;
  };
  std::vector<Entry> headings_;  ///< in order, whatever they stand in
  std::size_t next_heading_ = 0;
  std::map<std::string, std::string> bookmarks_;  ///< by anchor
  std::map<std::string, std::string> addresses_;  ///< relation ids by address
  std::vector<Link> links_;
};

/// Whether a text holds a letter that runs from right to left.
bool runs_left(const std::string& text);

/// The words of a text.
std::string plain_text(const document::Text& text);

}  // namespace sextant::docx
