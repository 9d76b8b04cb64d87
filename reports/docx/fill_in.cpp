#include <algorithm>
#include <cmath>

#include "reports/docx/body.hpp"

namespace sextant::docx {

namespace {

/// Between columns of text, in points.
constexpr double kSideGap = 14;

}  // namespace

/// A box is a run of no-break spaces with a border around it, so that no font can lack it.
void Body::box(int count, bool large) {
  for (int i = 0; i < std::clamp(count, 1, 60); ++i) {
    xml_.open("w:r");
    xml_.open("w:rPr");
    // Neighbours with the same border would be drawn as one box.
    xml_.leaf("w:bdr", {{"w:val", "single"},
                        {"w:sz", i % 2 == 0 ? "6" : "7"},
                        {"w:space", "0"},
                        {"w:color", hex(document::kInk)}});
    xml_.close();
    xml_.text("w:t", large ? "\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0" : "\u00A0\u00A0\u00A0\u00A0",
              {{"xml:space", "preserve"}});
    xml_.close();
  }
  run({"\u00A0\u00A0"}, {}, false);
}

void Body::open_side(double width, bool last) {
  xml_.open("w:tc");
  xml_.open("w:tcPr");
  xml_.leaf("w:tcW", {{"w:w", Measures::twips(width)}, {"w:type", "dxa"}});
  if (!last) {
    xml_.open("w:tcMar");
    xml_.leaf("w:right", {{"w:w", Measures::twips(measures_.text(kSideGap))}, {"w:type", "dxa"}});
    xml_.close();
  }
  xml_.close();
  after_text_ = false;
}

void Body::choice(const document::Choice& choice, const document::FillIn& fill) {
  box(choice.boxes, fill.digits);
  if (!choice.key.empty()) {
    run({choice.key, true}, {}, false);
    run({"\u00A0\u00A0"}, {}, false);
  }
}

void Body::block(const document::FillIn& fill) {
  Look look;
  look.style = fill.small ? "TableTextCompact" : "BodyText";
  look.keep_next = true;
  // In several languages, a table without borders: one column each.
  const auto side_by_side = [&](const std::vector<document::Text>& texts, const document::Choice* of) {
    if (texts.size() <= 1) {
      open_paragraph(look);
      if (of != nullptr) choice(*of, fill);
      if (!texts.empty()) text(texts.front(), look);
      xml_.close();
      return;
    }
    settle_break();
    const std::vector<double> widths(texts.size(), width_ / static_cast<double>(texts.size()));
    open_table("SideBySide", widths, false, false);
    xml_.open("w:tr");
    xml_.raw("<w:trPr><w:cantSplit/></w:trPr>");
    for (std::size_t i = 0; i < texts.size(); ++i) {
      open_side(widths[i], i + 1 == texts.size());
      open_paragraph(look);
      if (of != nullptr && i == 0) choice(*of, fill);
      text(texts[i], look);
      xml_.close();
      close_cell();
    }
    xml_.close();
    xml_.close();
    spacer(true);
  };
  if (!fill.label.empty() && fill.lines <= 0) side_by_side(fill.label, nullptr);
  if (!fill.label.empty() && fill.lines > 0 && (fill.label.size() > 1 || !fill.choices.empty()))
    side_by_side(fill.label, nullptr);
  const auto columns = static_cast<std::size_t>(std::clamp(fill.columns, 0, 12));
  if (columns == 1 || fill.choices.empty()) {
    for (const document::Choice& one : fill.choices) side_by_side(one.texts, &one);
  } else if (columns == 0) {
    open_paragraph(look);
    for (const document::Choice& one : fill.choices) {
      choice(one, fill);
      for (const document::Text& words : one.texts) {
        text(words, look);
        run({"      "}, look, false);
      }
    }
    xml_.close();
  } else {
    settle_break();
    const std::vector<double> widths(columns, width_ / static_cast<double>(columns));
    open_table("SideBySide", widths, false, false);
    for (std::size_t begin = 0; begin < fill.choices.size(); begin += columns) {
      xml_.open("w:tr");
      xml_.raw("<w:trPr><w:cantSplit/></w:trPr>");
      for (std::size_t i = begin; i < begin + columns; ++i) {
        open_side(widths[0], i + 1 == begin + columns);
        if (i < fill.choices.size()) {
          open_paragraph(look);
          choice(fill.choices[i], fill);
          for (const document::Text& words : fill.choices[i].texts) text(words, look);
          xml_.close();
        }
        close_cell();
      }
      xml_.close();
    }
    xml_.close();
    spacer(true);
  }
  // A line to write on is an empty row with a border below.
  const bool beside = fill.label.size() == 1 && fill.choices.empty();
  for (int i = 0; i < std::min(fill.lines, 60); ++i) {
    settle_break();
    open_table("WritingLine", {width_}, false, false);
    xml_.open("w:tr");
    xml_.open("w:trPr");
    xml_.leaf("w:cantSplit");
    xml_.leaf("w:trHeight", {{"w:val", Measures::twips(measures_.text(21))}, {"w:hRule", "atLeast"}});
    xml_.close();
    open_cell(width_, 1, std::nullopt);
    look.keep_next = i + 1 < fill.lines || fill.keep_with_next;
    paragraph(look, beside && i == 0 ? fill.label.front() : document::Text{});
    close_cell();
    xml_.close();
    xml_.close();
    spacer(look.keep_next);
  }
}

}  // namespace sextant::docx
