#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "reports/document/drawing.hpp"
#include "reports/document/words.hpp"

/// A report as a value: what is said, in order, and nothing about how a page looks. Composers
/// (country report, brief, poster ...) make one; renderers (PDF, Markdown, HTML, DOCX) read it.
/// All text is UTF-8 in logical order, already in the language of the document.
namespace sextant::document {

/// What a stretch of text means; renderers choose colours. `accent` always comes with a word or a sign.
enum class Tone { normal, muted, accent, inverse };

/// A stretch of text in one style. `link` is empty, "#anchor" within the document, or an address.
struct Run {
  Words text;
  bool bold = false;
  Tone tone = Tone::normal;
  std::string link = {};
  std::string language = {};  ///< BCP 47, where it is not the document's
};

/// Running text: one paragraph, cell or heading.
using Text = std::vector<Run>;

/// Plain text as one run.
inline Text plain(Words text) {
  return {Run{std::move(text)}};
}
/// Plain text as one bold run.
inline Text bold(Words text) {
  return {Run{std::move(text), true}};
}

/// Whether there is anything to read in it.
inline bool has_text(const Text& text) {
  return std::any_of(text.begin(), text.end(), [](const Run& run) { return !run.text.empty(); });
}

/// A heading; level 1 is a chapter. `anchor` is the target of links and outlines, unique in the document.
struct Heading {
  int level = 1;
  Text text;
  std::string anchor;
  bool new_page = false;  ///< a chapter that opens a page
};

/// lead: the headline sentence; small: notes and sources; quote: a respondent's own words.
enum class ParagraphStyle { body, lead, small, quote };

struct Paragraph {
  Text text;
  ParagraphStyle style = ParagraphStyle::body;
  bool keep_with_next = false;  ///< a label: never alone at the foot of a page
};

struct List {
  bool ordered = false;
  std::vector<Text> items;
};

enum class Align { start, centre, end };

/// A cell's background: one of the ordered fills of the maturity palette, or none.
struct Fill {
  int step = 0;   ///< 1 is the lowest level
  int steps = 0;  ///< how many levels there are; 0 means no fill
};

struct Cell {
  Text text;
  Fill fill = {};
  int span = 1;      ///< how many columns the cell covers
  bool box = false;  ///< an empty box to tick stands before its text
};

struct Column {
  Text title;
  double share = 1;  ///< width relative to the other columns
  Align align = Align::start;
};

/// A table with one header row, repeated when it breaks across pages; a row never breaks
/// unless it is taller than a page. With `row_headers` the first cell of each row names the row.
struct Table {
  Text caption;
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
  bool row_headers = true;
  bool compact = false;  ///< smaller text, tighter rows
};

/// A chart. `title` says the finding; `alt` says for a listener what the drawing shows.
struct Figure {
  Text title;
  Drawing drawing;
  Words alt;
  Text note = {};
};

/// note: neutral; attention: something a reader must not miss; ask: what is asked of the reader.
enum class CalloutKind { note, attention, ask };

struct Block;

/// A set-off box with a title and blocks inside (paragraphs and lists).
struct Callout {
  CalloutKind kind = CalloutKind::note;
  Text title;
  std::vector<Block> blocks;
};

/// Blocks side by side, each side with its share of the width. Never breaks across pages.
struct Split {
  struct Side {
    double share = 1;
    std::vector<Block> blocks;
  };
  std::vector<Side> sides;
};

/// A row of figures set large: value, what it is, and a remark.
struct KeyFigures {
  struct Item {
    Words value;
    Words label;
    Words remark;
    Fill fill = {};
  };
  std::vector<Item> items;
};

/// The first page. `kicker` stands small above the title; facts are label and value pairs.
struct Cover {
  Words kicker;
  Words title;
  Words subtitle;
  std::vector<std::pair<Words, Words>> facts;
  Words notice;
};

/// The list of headings down to `depth`, with links and page numbers where there are pages.
struct Contents {
  Text title;
  int depth = 2;
};

/// Room to write on, or to stick notes to: titled empty frames side by side, at least `height` points tall.
/// Where pages have a foot and nothing else follows on this one, they reach down to it.
struct NoteSpace {
  std::vector<Text> titles;
  double height = 90;
};

/// A box to tick, drawn and never a letter of a font, with what ticking it says.
struct Choice {
  Words key;                ///< what is keyed for it, beside the box: "3"; or empty
  std::vector<Text> texts;  ///< in each language of the document, side by side
  int boxes = 1;            ///< several for an answer of several digits
};

/// What is filled in by hand: words, then boxes with their words, then lines to write on. No choice breaks
/// across pages.
struct FillIn {
  std::vector<Text> label;  ///< above the rest, side by side; one alone may share the first line to write on
  std::vector<Choice> choices;
  int columns = 1;              ///< of choices; 0: each as wide as its words, as many on a line as fit
  int lines = 0;                ///< to write on
  bool small = false;           ///< smaller text
  bool digits = false;          ///< boxes large enough to write a digit in
  bool keep_with_next = false;  ///< stays on the page of the block that follows
};

struct PageBreak {};

struct Block {
  std::variant<Heading, Paragraph, List, Table, Figure, Callout, Split, KeyFigures, Cover, Contents,
               NoteSpace, FillIn, PageBreak>
      content;
};

/// What stands around the blocks.
struct Meta {
  std::string language = "en";  ///< BCP 47
  bool right_to_left = false;
  Words title;
  std::string subject;
  std::string author;
  std::vector<std::string> keywords;
  std::string date;         ///< ISO 8601 day of the round, or empty; no clock is read
  Words footer;             ///< printed at the foot of each page but the cover
  std::string page_of;      ///< "Page {page} of {pages}" in the document's language
  std::string continued;    ///< "(continued)", after a repeated table caption
  std::string contents_of;  ///< name of the contents entry in outlines
  std::string identity;     ///< what it was made from, readable in the file: see identity.hpp; or empty
  std::string fingerprint;  ///< hash of instrument, answers and engine; part of the file's id
  /// Names of the units that the report speaks of, and what stands in their place where a room shall not see
  /// them.
  std::vector<std::pair<std::string, std::string>> names = {};
  /// At the head of each page but the cover, before the title of the page's chapter; empty: pages have no
  /// head.
  Words header = {};
};

struct Document {
  Meta meta;
  std::vector<Block> blocks;
};

/// Puts `more` behind `to`.
inline void append(std::vector<Block>& to, std::vector<Block> more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace sextant::document
