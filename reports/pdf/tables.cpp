#include <algorithm>
#include <cmath>
#include <numeric>

#include "reports/pdf/builder.hpp"

namespace sextant::pdf {

namespace {

using document::Align;
using document::Cell;

int span_of(const Cell& cell) {
  return std::clamp(cell.span, 1, 1000);
}

std::size_t columns_of(const document::Table& table) {
  std::size_t count = table.columns.size();
  for (const auto& row : table.rows) {
    const std::size_t covered = std::accumulate(
        row.begin(), row.end(), std::size_t{0},
        [](std::size_t sum, const Cell& c) { return sum + static_cast<std::size_t>(span_of(c)); });
    count = std::max(count, covered);
  }
  return count;
}

/// What a box takes of its cell's width.
double box_room(const Cell& cell) {
  return cell.box ? style::kBox + style::kBoxGap - 2 : 0;
}

}  // namespace

/// What is known of a table while it is being set.
struct Builder::TableLayout {
  TableLayout(const document::Table& of, const Frame& in) : table(of), frame(in) {}

  const document::Table& table;
  Frame frame;
  ElementId element = kArtifact;
  std::size_t columns = 0;
  std::vector<double> starts;  ///< of each column, from the start side of the page; one more for the end
  style::Type head_type = style::kTableHead;
  style::Type cell_type = style::kTableCell;
  double row_padding = style::kRowPadding;
  bool has_header = false;
  /// The cells' texts, row by row, header first: found once, broken when the widths are known.
  std::vector<std::vector<Analysed>> cells;
  std::vector<Lines> lines;             ///< of the row being set
  std::vector<ElementId> row_elements;  ///< of its cells

  [[nodiscard]] document::Text title(std::size_t column) const {
    return column < table.columns.size() ? table.columns[column].title : document::Text{};
  }
  [[nodiscard]] Align align(std::size_t column) const {
    return column < table.columns.size() ? table.columns[column].align : Align::start;
  }
  [[nodiscard]] double width(std::size_t column, std::size_t span) const {
    return starts[std::min(column + span, columns)] - starts[column];
  }
};

void Builder::column_widths(TableLayout& layout) {
  const std::size_t n = layout.columns;
  std::vector<double> share(n, 1.0);
  for (std::size_t c = 0; c < layout.table.columns.size(); ++c) {
    const double wanted = layout.table.columns[c].share;
    share[c] = std::isfinite(wanted) && wanted > 0 ? wanted : 1.0;
  }
  // No column is narrower than its longest word, as long as that leaves room for the others.
  const double padding = 2 * style::kCellPadding;
  std::vector<double> least(n, padding + 4);
  const auto consider = [&](std::size_t column, const Analysed& text, double size, double beside = 0) {
    least[column] = std::max(least[column], text.widest_part * size / 1000.0 + padding + beside + 0.5);
  };
  for (std::size_t c = 0; c < n; ++c) consider(c, layout.cells[0][c], layout.head_type.size);
  for (std::size_t r = 0; r < layout.table.rows.size(); ++r) {
    std::size_t column = 0;
    for (std::size_t c = 0; c < layout.table.rows[r].size(); ++c) {
      const int span = span_of(layout.table.rows[r][c]);
      if (span == 1)
        consider(column, layout.cells[r + 1][c], layout.cell_type.size, box_room(layout.table.rows[r][c]));
      column += static_cast<std::size_t>(span);
    }
  }
  const double total = layout.frame.width;
  const double cap = n > 1 ? std::max(total * 0.4, total / static_cast<double>(n)) : total;
  for (double& width : least) width = std::min(width, cap);
  std::vector<double> width(n, 0.0);
  const double sum_least = std::accumulate(least.begin(), least.end(), 0.0);
  if (sum_least >= total) {
    for (std::size_t c = 0; c < n; ++c) width[c] = least[c] * total / sum_least;
  } else {
    std::vector<bool> fixed(n, false);
    for (bool again = true; again;) {
      again = false;
      double free = total;
      double shares = 0;
      for (std::size_t c = 0; c < n; ++c) (fixed[c] ? free : shares) += fixed[c] ? -least[c] : share[c];
      for (std::size_t c = 0; c < n; ++c) {
        width[c] = fixed[c] ? least[c] : free * share[c] / shares;
        if (!fixed[c] && width[c] < least[c]) {
          fixed[c] = true;
          again = true;
        }
      }
    }
  }
  layout.starts.assign(1, layout.frame.start);
  for (const double w : width) layout.starts.push_back(layout.starts.back() + w);
}

void Builder::header_row(TableLayout& layout, bool repeated) {
  const double padding = layout.row_padding + 0.6;
  std::vector<Lines> lines(layout.columns);
  double tallest = 0;
  for (std::size_t c = 0; c < layout.columns; ++c) {
    const Analysed& text = layout.cells[0][c];
    text_.break_lines(text, layout.head_type.size, layout.width(c, 1) - 2 * style::kCellPadding, lines[c]);
    tallest =
        std::max(tallest, line_height(layout.head_type, text) * static_cast<double>(lines[c].spans.size()));
  }
  Piece piece = open_piece(layout.frame);
  double y = 0;
  if (repeated && has_text(layout.table.caption)) {
    document::Text caption = layout.table.caption;
    caption.push_back({" " + document_.meta.continued, false, document::Tone::muted});
    style::Type type = style::kCaption;
    type.size = 9.25;
    type.leading = 13;
    y += set_box(caption, layout.frame.start, layout.frame.width, y, {type, Align::start, false}, kArtifact) +
         4;
  }
  const double height = tallest + 2 * padding;
  const ElementId row = repeated ? kArtifact : plan_.structure.add(Role::tr, layout.element);
  document::Rect ground;
  ground.x = plan_.left(layout.frame.start, layout.frame.width);
  ground.y = y;
  ground.width = layout.frame.width;
  ground.height = height;
  ground.fill = document::kPanel;
  shape(ground);
  rule(layout.frame.start, layout.frame.width, y + height, 0.9, document::kBrand);
  for (std::size_t c = 0; c < layout.columns; ++c) {
    const document::Text text = layout.title(c);
    ElementId cell = kArtifact;
    if (!repeated) {
      cell = plan_.structure.add(has_text(text) ? Role::th : Role::td, row);
      if (has_text(text)) plan_.structure[cell].scope = Scope::column;
    }
    links_.clear();
    std::swap(lines_, lines[c]);
    const Analysed& analysed = layout.cells[0][c];
    const double used = line_height(layout.head_type, analysed) * static_cast<double>(lines_.spans.size());
    set_lines(text, analysed, 0, lines_.spans.size(), layout.starts[c] + style::kCellPadding,
              layout.width(c, 1) - 2 * style::kCellPadding, y + padding + tallest - used,
              {layout.head_type, layout.align(c)}, cell);
    std::swap(lines_, lines[c]);
  }
  piece.keep_with_next = true;
  if (repeated) {
    piece.end = static_cast<std::uint32_t>(plan_.items.size());
    piece.height = y + height;
    plan_.repeated.push_back(piece);
  } else {
    close_piece(piece, y + height);
  }
}

void Builder::set_row(TableLayout& layout, std::size_t r, std::size_t chunk, std::size_t lines_in_chunk,
                      double height) {
  const auto& row = layout.table.rows[r];
  std::size_t column = 0;
  for (std::size_t c = 0; c < row.size() && column < layout.columns; ++c) {
    const Cell& cell = row[c];
    const auto span = static_cast<std::size_t>(span_of(cell));
    const double width = layout.width(column, span);
    style::Type type = layout.cell_type;
    if (cell.fill.steps > 0 && cell.fill.step > 0) {
      document::Rect ground;
      ground.fill = document::level_fill(cell.fill.step, cell.fill.steps);
      ground.x = plan_.left(layout.starts[column], width) + style::kFillGap;
      ground.y = style::kFillGap;
      ground.width = width - 2 * style::kFillGap;
      ground.height = height - 2 * style::kFillGap;
      shape(ground);
      type.colour = document::ink_on(ground.fill);
    }
    const double room = box_room(cell);
    if (cell.box && chunk == 0) {
      box(layout.starts[column] + style::kCellPadding, layout.row_padding + (type.leading - style::kBox) / 2,
          style::kBox, style::kBox);
    }
    links_.clear();
    std::swap(lines_, layout.lines[c]);
    const std::size_t begin = chunk * lines_in_chunk;
    set_lines(cell.text, layout.cells[r + 1][c], begin, begin + lines_in_chunk,
              layout.starts[column] + style::kCellPadding + room, width - 2 * style::kCellPadding - room,
              layout.row_padding, {type, span == 1 ? layout.align(column) : Align::start},
              layout.row_elements[c]);
    std::swap(lines_, layout.lines[c]);
    column += span;
  }
}

void Builder::body_row(TableLayout& layout, std::size_t r) {
  const auto& row = layout.table.rows[r];
  const ElementId element = plan_.structure.add(Role::tr, layout.element);
  layout.row_elements.clear();
  layout.lines.resize(std::max(layout.lines.size(), row.size()));
  double tallest = 0;
  double line = layout.cell_type.leading;
  std::size_t most_lines = 1;
  std::size_t column = 0;
  for (std::size_t c = 0; c < row.size(); ++c) {
    const auto span = static_cast<std::size_t>(span_of(row[c]));
    const bool names_row = layout.table.row_headers && c == 0 && has_text(row[c].text);
    const ElementId cell = plan_.structure.add(names_row ? Role::th : Role::td, element);
    if (names_row) plan_.structure[cell].scope = Scope::row;
    plan_.structure[cell].column_span = static_cast<std::uint16_t>(span);
    layout.row_elements.push_back(cell);
    const Analysed& text = layout.cells[r + 1][c];
    text_.break_lines(text, layout.cell_type.size,
                      layout.width(column, span) - 2 * style::kCellPadding - box_room(row[c]),
                      layout.lines[c]);
    const double height = line_height(layout.cell_type, text);
    line = std::max(line, height);
    most_lines = std::max(most_lines, layout.lines[c].spans.size());
    tallest = std::max(tallest, height * static_cast<double>(layout.lines[c].spans.size()));
    column += span;
  }
  for (; column < layout.columns; ++column) {
    plan_.structure.add(Role::td, element);  // a short row still has all its cells
  }
  tallest = std::max(tallest, layout.cell_type.leading);
  const double padding = 2 * layout.row_padding;
  double room = body_height();
  if (!plan_.repeated.empty()) room -= plan_.repeated.back().height;
  if (room < 80) room = 80;
  // Only a row taller than a page is cut, by lines.
  std::size_t lines_in_chunk = most_lines;
  if (tallest + padding > room) {
    lines_in_chunk = std::max<std::size_t>(1, static_cast<std::size_t>((room - padding) / line));
  }
  const std::size_t chunks = (most_lines + lines_in_chunk - 1) / lines_in_chunk;
  const std::size_t rows = layout.table.rows.size();
  for (std::size_t chunk = 0; chunk < chunks; ++chunk) {
    Piece piece = open_piece(layout.frame);
    if (layout.has_header) piece.table = static_cast<std::int32_t>(plan_.repeated.size()) - 1;
    const std::size_t left = most_lines - chunk * lines_in_chunk;
    const double height = chunks == 1 ? tallest + padding
                                      : line * static_cast<double>(std::min(left, lines_in_chunk)) + padding;
    set_row(layout, r, chunk, lines_in_chunk, height);
    if (chunk + 1 == chunks)
      rule(layout.frame.start, layout.frame.width, height, style::kHairline, document::kRule);
    // The header keeps two rows, and the last row is not left alone.
    piece.keep_with_next = chunks == 1 && rows > 1 && (r == 0 || r + 2 == rows);
    close_piece(piece, height);
  }
}

void Builder::block(const document::Table& table, const Frame& frame) {
  TableLayout layout(table, frame);
  layout.columns = columns_of(table);
  gap(style::kBlockGap);
  const std::size_t first = plan_.pieces.size();
  layout.element = plan_.structure.add(Role::table, frame.parent);
  if (has_text(table.caption)) {
    const ElementId caption = plan_.structure.add(Role::caption, layout.element);
    flow(table.caption, {style::kCaption}, frame, caption, layout.columns > 0, true);
    gap(5);
  }
  if (layout.columns == 0) return;
  if (table.compact) {
    layout.cell_type = style::kTableCompact;
    layout.row_padding = style::kRowPaddingCompact;
  }
  layout.cells.resize(table.rows.size() + 1);
  layout.cells[0].resize(layout.columns);
  for (std::size_t c = 0; c < layout.columns; ++c) {
    text_.analyse(layout.title(c), layout.head_type.bold, layout.cells[0][c]);
    layout.has_header = layout.has_header || !layout.cells[0][c].units.empty();
  }
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    layout.cells[r + 1].resize(table.rows[r].size());
    for (std::size_t c = 0; c < table.rows[r].size(); ++c) {
      text_.analyse(table.rows[r][c].text, false, layout.cells[r + 1][c]);
    }
  }
  column_widths(layout);
  if (layout.has_header) {
    header_row(layout, true);
    // The copy was laid out first, so that rows know how much room it leaves; its gap belongs to the
    // original.
    pending_ = plan_.repeated.back().before;
    new_page_ = plan_.repeated.back().new_page;
    plan_.repeated.back().before = 0;
    plan_.repeated.back().new_page = false;
    header_row(layout, false);
  }
  for (std::size_t r = 0; r < table.rows.size(); ++r) body_row(layout, r);
  double height = 0;
  for (std::size_t p = first; p < plan_.pieces.size(); ++p) height += plan_.pieces[p].height;
  // A small table is not broken.
  if (height <= body_height() / 3) {
    for (std::size_t p = first; p < plan_.pieces.size(); ++p) plan_.pieces[p].keep_with_next = true;
  }
  plan_.pieces.back().keep_with_next = false;
  gap(style::kBlockGap);
}

}  // namespace sextant::pdf
