#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "reports/document/document.hpp"
#include "reports/html/words.hpp"

namespace sextant::html {

/// The ids of a page: each is given once.
class Ids {
 public:
  /// `wanted` with what an id cannot hold replaced, and a number after it where it is taken.
  std::string take(const std::string& wanted);

 private:
  std::set<std::string> taken_;
};

/// A heading as the page has it.
struct HeadingPlace {
  std::string id;
  int level = 1;        ///< the document's
  int element = 2;      ///< 1 to 6, no level skipped on the way down
  std::string words;    ///< plain
  bool listed = false;  ///< at the top of the document: an entry of its contents
};

/// Ids and levels of all headings, in the order in which a writer comes to them.
struct Outline {
  std::vector<HeadingPlace> headings;
  std::map<std::string, std::string> targets;  ///< anchor to id; the first heading that has the anchor
};

/// `first`: the element (1 or 2) that a heading of level 1 becomes.
Outline outline_of(const std::vector<document::Block>& blocks, int first, Ids& ids);

/// Turns blocks into markup, one chapter a `section`.
class Writer {
 public:
  Writer(const document::Document& document, Outline outline, Ids ids);

  std::string out;

  /// The blocks of the document but its cover.
  void body(const std::vector<document::Block>& blocks);
  void cover(const document::Cover& cover);
  /// The list of headings down to `depth`.
  void contents(const document::Contents& contents);
  /// Rules for the widths and fills that came up.
  [[nodiscard]] std::string rules() const;

 private:
  void block(const document::Block& one);
  void blocks(const std::vector<document::Block>& list);
  void write(const document::Heading& heading);
  void write(const document::Paragraph& paragraph);
  void write(const document::List& list);
  void write(const document::Table& table);
  void write(const document::Figure& figure);
  void write(const document::Callout& callout);
  void write(const document::Split& split);
  void write(const document::KeyFigures& figures);
  void write(const document::Cover& cover);
  void write(const document::Contents& contents);
  void write(const document::NoteSpace& space);
  void write(const document::FillIn& fill);
  void write(const document::PageBreak& page_break);

  void row(const document::Table& table, const std::vector<document::Cell>& cells);
  void drawing(const document::Drawing& drawing, const std::string& label, const std::string& alt);
  /// Markup of a text. `linked`: links become links.
  std::string inline_text(const document::Text& text, bool linked = true) const;
  std::string named(const std::string& text, const char* tag = "span") const;
  /// ` dir="rtl"` where a text runs against the page.
  std::string direction(const std::string& words) const;
  std::string direction(const document::Text& text) const;
  /// A box to tick, as markup that styles draw.
  static std::string box(int count, bool large = false);
  std::string fill_class(const document::Fill& fill);
  std::string share_class(const char* property, int percent);
  /// The opening tag of what a reader can scroll sideways, named by an element.
  std::string scroller(const std::string& label) const;

  const document::Document& document_;
  const Words& words_;
  Outline outline_;
  Ids ids_;
  std::map<std::string, std::string> rules_;  ///< class to declarations
  std::size_t next_heading_ = 0;
  std::string last_heading_;  ///< id; names a table that has no caption
  bool top_ = true;           ///< not inside of another block
  bool in_chapter_ = false;
};

/// Lines of a label of a drawing: broken at spaces so that each fits into `width` (0: any), cut with an
/// ellipsis after the last that is allowed. Widths are estimated, since a page does not know which font it
/// gets.
std::vector<std::string> label_lines(const document::Label& label);

/// The shapes of a drawing as SVG elements; no number in them is infinite or undefined. `shape` in a page
/// that runs from right to left is the same: a drawing has its own directions.
std::string svg_shapes(const document::Drawing& drawing,
                       const std::vector<std::pair<std::string, std::string>>& names);

}  // namespace sextant::html
