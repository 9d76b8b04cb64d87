#include <algorithm>
#include <cmath>

#include "reports/docx/body.hpp"

namespace sextant::docx {

namespace {

using document::Colour;

/// `total` shared out; a share that is no positive number counts as one.
std::vector<double> shared_out(double total, const std::vector<double>& shares) {
  double sum = 0;
  const auto share_of = [](double share) { return std::isfinite(share) && share > 0 ? share : 1.0; };
  for (const double share : shares) sum += share_of(share);
  std::vector<double> out;
  for (const double share : shares) out.push_back(total * share_of(share) / sum);
  return out;
}

std::optional<Colour> colour_of(const document::Fill& fill) {
  if (fill.steps <= 0 || fill.step <= 0) return std::nullopt;
  return document::level_fill(fill.step, fill.steps);
}

}  // namespace

void Body::open_table(const char* style, const std::vector<double>& widths, bool header, bool row_headers) {
  double total = 0;
  for (const double width : widths) total += width;
  xml_.open("w:tbl");
  xml_.open("w:tblPr");
  xml_.leaf("w:tblStyle", {{"w:val", style}});
  if (rtl_) xml_.leaf("w:bidiVisual");
  xml_.leaf("w:tblW", {{"w:w", Measures::twips(total)}, {"w:type", "dxa"}});
  xml_.leaf("w:tblLayout", {{"w:type", "fixed"}});
  xml_.leaf("w:tblLook", {{"w:val", header ? (row_headers ? "00A0" : "0020") : "0000"},
                          {"w:firstRow", header ? "1" : "0"},
                          {"w:lastRow", "0"},
                          {"w:firstColumn", row_headers ? "1" : "0"},
                          {"w:lastColumn", "0"},
                          {"w:noHBand", "1"},
                          {"w:noVBand", "1"}});
  xml_.close();
  xml_.open("w:tblGrid");
  for (const double width : widths) xml_.leaf("w:gridCol", {{"w:w", Measures::twips(width)}});
  xml_.close();
}

void Body::open_cell(double width, int span, std::optional<Colour> fill) {
  xml_.open("w:tc");
  xml_.open("w:tcPr");
  xml_.leaf("w:tcW", {{"w:w", Measures::twips(width)}, {"w:type", "dxa"}});
  if (span > 1) xml_.leaf("w:gridSpan", {{"w:val", std::to_string(span)}});
  if (fill) xml_.leaf("w:shd", {{"w:val", "clear"}, {"w:color", "auto"}, {"w:fill", hex(*fill)}});
  xml_.close();
  after_text_ = false;
}

void Body::close_cell() {
  if (!after_text_) spacer();
  xml_.close();
}

void Body::block(const document::Table& table) {
  if (table.columns.empty()) return;
  Look caption;
  caption.style = "Caption";
  if (table.caption.empty()) {
    settle_break();
  } else {
    paragraph(caption, table.caption);
  }
  std::vector<double> shares;
  for (const document::Column& column : table.columns) shares.push_back(column.share);
  const std::vector<double> widths = shared_out(width_, shares);
  open_table("ReportTable", widths, true, table.row_headers);
  xml_.open("w:tr");
  xml_.raw("<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
  for (std::size_t i = 0; i < widths.size(); ++i) {
    Look head;
    head.style = "TableHead";
    head.align = table.columns[i].align;
    head.keep_next = true;
    open_cell(widths[i], 1, std::nullopt);
    paragraph(head, table.columns[i].title);
    close_cell();
  }
  xml_.close();
  for (const auto& row : table.rows) {
    xml_.open("w:tr");
    xml_.raw("<w:trPr><w:cantSplit/></w:trPr>");
    std::size_t at = 0;
    for (const document::Cell& cell : row) {
      if (at >= widths.size()) break;
      const std::size_t end = std::min(widths.size(), at + static_cast<std::size_t>(std::max(1, cell.span)));
      double width = 0;
      for (std::size_t i = at; i < end; ++i) width += widths[i];
      const std::optional<Colour> fill = colour_of(cell.fill);
      Look look;
      look.style = table.compact ? "TableTextCompact" : "TableText";
      look.align = table.columns[at].align;
      if (fill) look.colour = document::ink_on(*fill);
      open_cell(width, static_cast<int>(end - at), fill);
      if (cell.box) {
        open_paragraph(look);
        box(1, false);
        text(cell.text, look);
        xml_.close();
      } else {
        paragraph(look, cell.text);
      }
      close_cell();
      at = end;
    }
    for (; at < widths.size(); ++at) {
      open_cell(widths[at], 1, std::nullopt);
      close_cell();
    }
    xml_.close();
  }
  xml_.close();
  spacer();
}

void Body::block(const document::Callout& callout) {
  Colour fill = document::kPanel;
  Colour bar = kNoteBar;
  Colour ink = document::kInk;
  switch (callout.kind) {
    case document::CalloutKind::note:
      break;
    case document::CalloutKind::attention:
      fill = kPanelAttention;
      bar = document::kAccent;
      ink = kAccentInk;
      break;
    case document::CalloutKind::ask:
      fill = kPanelAsk;
      bar = document::kBrand;
      ink = document::kBrand;
      break;
  }
  settle_break();
  open_table("Panel", {width_}, false, false);
  xml_.open("w:tr");
  xml_.open("w:tc");
  xml_.open("w:tcPr");
  xml_.leaf("w:tcW", {{"w:w", Measures::twips(width_)}, {"w:type", "dxa"}});
  xml_.open("w:tcBorders");
  // In a table that runs from right to left, "left" is still where a row begins.
  xml_.leaf("w:left", {{"w:val", "single"}, {"w:sz", "28"}, {"w:space", "0"}, {"w:color", hex(bar)}});
  xml_.close();
  xml_.leaf("w:shd", {{"w:val", "clear"}, {"w:color", "auto"}, {"w:fill", hex(fill)}});
  xml_.close();
  after_text_ = false;
  if (!callout.title.empty()) {
    Look title;
    title.style = "CalloutTitle";
    title.colour = ink;
    paragraph(title, callout.title);
  }
  const double outside = width_;
  width_ -= 2 * measures_.text(kPanelPadding);
  blocks(callout.blocks);
  width_ = outside;
  close_cell();
  xml_.close();
  xml_.close();
  spacer();
}

void Body::block(const document::Split& split) {
  if (split.sides.empty()) return;
  settle_break();
  std::vector<double> shares;
  for (const auto& side : split.sides) shares.push_back(side.share);
  const std::vector<double> widths = shared_out(width_, shares);
  const double gap = measures_.text(24);
  const double outside = width_;
  open_table("SideBySide", widths, false, false);
  xml_.open("w:tr");
  xml_.raw("<w:trPr><w:cantSplit/></w:trPr>");
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const bool last = i + 1 == widths.size();
    xml_.open("w:tc");
    xml_.open("w:tcPr");
    xml_.leaf("w:tcW", {{"w:w", Measures::twips(widths[i])}, {"w:type", "dxa"}});
    if (!last) {
      xml_.open("w:tcMar");
      xml_.leaf("w:right", {{"w:w", Measures::twips(gap)}, {"w:type", "dxa"}});
      xml_.close();
    }
    xml_.close();
    after_text_ = false;
    top_ = true;
    width_ = widths[i] - (last ? 0 : gap);
    blocks(split.sides[i].blocks);
    top_ = false;
    close_cell();
  }
  width_ = outside;
  xml_.close();
  xml_.close();
  spacer();
}

void Body::block(const document::KeyFigures& figures) {
  const std::size_t count = figures.items.size();
  if (count == 0) return;
  settle_break();
  const std::size_t rows = (count + 3) / 4;
  const std::size_t per_row = (count + rows - 1) / rows;
  const std::vector<double> widths(per_row, width_ / static_cast<double>(per_row));
  open_table("Cards", widths, false, false);
  for (std::size_t begin = 0; begin < count; begin += per_row) {
    xml_.open("w:tr");
    xml_.raw("<w:trPr><w:cantSplit/></w:trPr>");
    for (std::size_t i = begin; i < begin + per_row; ++i) {
      if (i >= count) {
        open_cell(widths[0], 1, std::nullopt);
        close_cell();
        continue;
      }
      const auto& item = figures.items[i];
      const std::optional<Colour> fill = colour_of(item.fill);
      open_cell(widths[0], 1, fill.value_or(document::kPanel));
      Look look;
      if (fill) look.colour = document::ink_on(*fill);
      for (const auto& [style, words] :
           {std::pair<const char*, const std::string&>{"FigureValue", item.value},
            {"FigureLabel", item.label},
            {"Small", item.remark}}) {
        look.style = style;
        if (!words.empty()) paragraph(look, document::plain(words));
      }
      close_cell();
    }
    xml_.close();
  }
  xml_.close();
  spacer();
}

void Body::block(const document::NoteSpace& space) {
  const std::size_t count = space.titles.size();
  if (count == 0) return;
  settle_break();
  const std::vector<double> widths(count, width_ / static_cast<double>(count));
  const double height = std::isfinite(space.height) ? std::clamp(space.height, 0.0, 600.0) : 0.0;
  open_table("NoteSpace", widths, false, false);
  xml_.open("w:tr");
  xml_.open("w:trPr");
  xml_.leaf("w:cantSplit");
  xml_.leaf("w:trHeight", {{"w:val", Measures::twips(measures_.text(height))}, {"w:hRule", "atLeast"}});
  xml_.close();
  for (std::size_t i = 0; i < count; ++i) {
    Look title;
    title.style = "CalloutTitle";
    open_cell(widths[i], 1, std::nullopt);
    paragraph(title, space.titles[i]);
    close_cell();
  }
  xml_.close();
  xml_.close();
  spacer();
}

}  // namespace sextant::docx
