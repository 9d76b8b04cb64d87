#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "reports/document/document.hpp"
#include "reports/pdf/paragraph.hpp"
#include "reports/pdf/placed.hpp"
#include "reports/pdf/style.hpp"

namespace sextant::pdf {

/// Where blocks go: a column of the page, measured from the start side, and the element that they belong to.
struct Frame {
  double start = 0;
  double width = 0;
  ElementId parent = Structure::kRoot;
  std::int32_t group = -1;
  bool top = false;  ///< the page's own column: chapters become sections
};

/// How a text is set.
struct Setting {
  style::Type type;
  document::Align align = document::Align::start;
  bool underline = true;  ///< of links
};

/// Turns blocks into pieces: everything of the layout but the breaking of pages.
class Builder {
 public:
  Builder(const document::Document& document, TextEngine& text, Plan& plan);
  void build();

 private:
  // builder.cpp: pieces and gaps.
  void gap(double space) { pending_ = space > pending_ ? space : pending_; }
  Piece open_piece(const Frame& frame);
  void close_piece(Piece piece, double height);
  /// Stacks the items of pieces from `first` to `last` as one strip, draws the panels that were opened within
  /// `outside`, and returns the height.
  double fold(std::size_t first, std::size_t last, std::int32_t outside);
  void scan_headings(std::span<const document::Block> blocks);
  void blocks(std::span<const document::Block> blocks, Frame frame);
  /// The height of the page's column.
  [[nodiscard]] double body_height() const;

  // text_setting.cpp: texts into lines into words.
  double line_height(const style::Type& type, const Analysed& text) const;
  /// Sets lines [first, last) of `lines_` below `y` of the open piece; returns their height.
  double set_lines(const document::Text& text, const Analysed& analysed, std::size_t first, std::size_t last,
                   double start, double width, double y, const Setting& setting, ElementId element);
  void set_line(const document::Text& text, const Analysed& analysed, const LineSpan& span, double left,
                double width, double baseline, const Setting& setting, ElementId element);
  void visual_order_of_line();
  void set_links(const document::Text& text, const PlacedLine& line, const LineSpan& span,
                 const Setting& setting, ElementId element);
  /// One piece for each line, kept together as good typesetting wants it.
  void flow(const document::Text& text, const Setting& setting, const Frame& frame, ElementId element,
            bool keep_with_next = false, bool heading = false);
  /// Sets a whole text in a box of the open piece; returns its height.
  double set_box(const document::Text& text, double start, double width, double y, const Setting& setting,
                 ElementId element);
  double measure_box(const document::Text& text, double width, const style::Type& type);
  /// The element of a run in another language than the document's; `parent` for the others.
  ElementId language_element(const document::Text& text, std::uint32_t run, ElementId parent);
  ElementId link_element(const document::Text& text, std::uint32_t run, ElementId parent,
                         std::uint32_t& target);

  // blocks.cpp
  void block(const document::Heading& heading, Frame& frame);
  void block(const document::Paragraph& paragraph, const Frame& frame);
  void block(const document::List& list, const Frame& frame);
  void block(const document::Callout& callout, const Frame& frame);
  void block(const document::Split& split, const Frame& frame);
  void block(const document::NoteSpace& space, const Frame& frame);
  void block(const document::FillIn& fill, const Frame& frame);
  void block(const document::PageBreak&, const Frame&) { new_page_ = true; }
  void block(const document::Contents& contents, const Frame& frame);

  // fill_in.cpp
  struct FillLook;
  void fill_label(const document::FillIn& fill, const FillLook& look, const Frame& frame);
  void fill_lines(const document::FillIn& fill, const FillLook& look, const Frame& frame, int lines);
  double texts_side_by_side(const std::vector<document::Text>& texts, double start, double width, double y,
                            const style::Type& type, ElementId parent);
  double choice_height(const document::Choice& choice, double width, const FillLook& look);
  void choice(const document::Choice& choice, double start, double width, const FillLook& look,
              ElementId list);
  double choice_width(const document::Choice& choice, const FillLook& look);
  void box(double start, double y, double width, double height);

  // tables.cpp
  struct TableLayout;
  void block(const document::Table& table, const Frame& frame);
  void column_widths(TableLayout& layout);
  void header_row(TableLayout& layout, bool repeated);
  void body_row(TableLayout& layout, std::size_t row);
  void set_row(TableLayout& layout, std::size_t row, std::size_t chunk, std::size_t lines_in_chunk,
               double height);

  // pictures.cpp
  void block(const document::Figure& figure, const Frame& frame);
  void block(const document::KeyFigures& figures, const Frame& frame);
  void draw(const document::Drawing& drawing, double left, double scale, ElementId element);
  void label(const document::Label& label, double left, double scale, ElementId element);

  // cover.cpp
  double cover_facts(const document::Cover& cover, const Frame& frame, double top, double foot);
  void block(const document::Cover& cover, const Frame& frame);

  void shape(const document::Rect& rect, bool behind = true) { plan_.add_shape(rect, kArtifact, behind); }
  void rule(double start, double width, double y, double thickness, document::Colour colour);

  const document::Document& document_;
  TextEngine& text_;
  Plan& plan_;
  double pending_ = 0;
  bool new_page_ = false;
  std::uint32_t next_heading_ = 0;
  int last_level_ = 0;
  std::map<std::string, std::uint32_t, std::less<>> anchors_;
  std::map<std::string, std::uint32_t, std::less<>> targets_;
  /// Elements of the links, and of the words in other languages, of the open text.
  std::vector<std::pair<const document::Run*, ElementId>> links_;

  // Buffers, kept for their memory.
  Analysed analysed_;
  Lines lines_;
  std::vector<std::uint8_t> unit_levels_;
  std::vector<std::uint32_t> unit_order_;
};

/// The words of a text, without styles.
std::string plain_text(const document::Text& text);

/// Distributes the pieces over pages, repeats table headers, draws the panels, then numbers pages and
/// contents.
void paginate(const document::Document& document, TextEngine& text, Plan& plan);

/// The rectangle and the bar of a panel from `top` to `bottom`.
void append_panel(const Plan& plan, const Group& group, double top, double bottom,
                  std::vector<document::Rect>& out);

/// Where the baseline of a line stands below its top: capitals are centred in the line's height.
constexpr double baseline_in(double line_height, double size) {
  return line_height / 2 + style::kCapHeight / 2 * size;
}

}  // namespace sextant::pdf
