#include <algorithm>
#include <cmath>

#include "reports/pdf/builder.hpp"

namespace sextant::pdf {

namespace {

bool has_text(const std::vector<document::Text>& texts) {
  return std::any_of(texts.begin(), texts.end(), [](const document::Text& text) { return has_text(text); });
}

/// From 1 up: what a composer gives is not trusted further than that.
int count_of(int boxes) {
  return std::clamp(boxes, 1, 60);
}

}  // namespace

/// The measures of one block.
struct Builder::FillLook {
  explicit FillLook(const document::FillIn& fill)
      : type(fill.small ? style::kFillInSmall : style::kFillIn),
        keys(std::any_of(fill.choices.begin(), fill.choices.end(),
                         [](const document::Choice& choice) { return !choice.key.empty(); })),
        box_width(fill.digits           ? style::kBoxDigitWidth
                  : fill.small && !keys ? style::kBoxSmall
                                        : style::kBox),
        box_height(fill.digits ? style::kBoxDigitHeight : box_width) {}

  style::Type type;
  bool keys;  ///< any choice has one: then all leave room for it, and boxes have their full size
  double box_width;
  double box_height;

  /// Where the words of a choice begin, from its start.
  [[nodiscard]] double words(const document::Choice& choice) const {
    return box_width * count_of(choice.boxes) + style::kBoxGap + (keys ? style::kKeyWidth : 0);
  }
};

void Builder::box(double start, double y, double width, double height) {
  document::Rect rect;
  rect.x = plan_.left(start, width);
  rect.y = y;
  rect.width = width;
  rect.height = height;
  rect.filled = false;
  rect.stroke_width = style::kBoxStroke;
  shape(rect);
}

double Builder::texts_side_by_side(const std::vector<document::Text>& texts, double start, double width,
                                   double y, const style::Type& type, ElementId parent) {
  const auto count = static_cast<double>(std::max<std::size_t>(texts.size(), 1));
  const double column = std::max(20.0, (width - style::kLanguageGap * (count - 1)) / count);
  double tallest = 0;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (!has_text(texts[i])) continue;
    const ElementId element = plan_.structure.add(Role::p, parent);
    const double at = start + static_cast<double>(i) * (column + style::kLanguageGap);
    tallest = std::max(tallest, set_box(texts[i], at, column, y, {type}, element));
  }
  return tallest;
}

double Builder::choice_height(const document::Choice& choice, double width, const FillLook& look) {
  const auto count = static_cast<double>(std::max<std::size_t>(choice.texts.size(), 1));
  const double column =
      std::max(20.0, (width - look.words(choice) - style::kLanguageGap * (count - 1)) / count);
  double height = std::max(look.type.leading, look.box_height);
  for (const document::Text& text : choice.texts)
    height = std::max(height, measure_box(text, column, look.type));
  return height;
}

double Builder::choice_width(const document::Choice& choice, const FillLook& look) {
  double width = look.words(choice);
  for (const document::Text& text : choice.texts) {
    text_.analyse(text, false, analysed_);
    width += analysed_.natural * look.type.size / 1000.0 + 1;
  }
  return width;
}

void Builder::choice(const document::Choice& choice, double start, double width, const FillLook& look,
                     ElementId list) {
  // The box and the first line share their middle.
  const double first_line = std::max(look.type.leading, look.box_height);
  for (int i = 0; i < count_of(choice.boxes); ++i) {
    box(start + i * look.box_width, (first_line - look.box_height) / 2, look.box_width, look.box_height);
  }
  const double y = (first_line - look.type.leading) / 2;
  const bool words = has_text(choice.texts);
  if (!words && choice.key.empty()) return;
  const ElementId item = plan_.structure.add(Role::li, list);
  if (!choice.key.empty()) {
    style::Type bold = look.type;
    bold.bold = true;
    const double at = start + look.box_width * count_of(choice.boxes) + style::kBoxGap;
    set_box(document::bold(choice.key), at, style::kKeyWidth + 8, y, {bold},
            plan_.structure.add(words ? Role::lbl : Role::lbody, item));
  }
  if (!words) return;
  const double indent = look.words(choice);
  texts_side_by_side(choice.texts, start + indent, width - indent, y, look.type,
                     plan_.structure.add(Role::lbody, item));
}

void Builder::fill_label(const document::FillIn& fill, const FillLook& look, const Frame& frame) {
  if (!has_text(fill.label)) return;
  if (fill.label.size() == 1) {
    flow(fill.label.front(), {look.type}, frame, plan_.structure.add(Role::p, frame.parent), true);
  } else {
    const Piece piece = open_piece(frame);
    const double height =
        texts_side_by_side(fill.label, frame.start, frame.width, 0, look.type, frame.parent);
    close_piece(piece, height);
  }
  gap(style::kChoiceGap);
}

void Builder::fill_lines(const document::FillIn& fill, const FillLook& look, const Frame& frame, int lines) {
  // A short label alone shares the first line.
  bool beside = fill.label.size() == 1 && fill.choices.empty() && has_text(fill.label);
  double label = 0;
  if (beside) {
    text_.analyse(fill.label.front(), false, analysed_);
    label = analysed_.natural * look.type.size / 1000.0 + style::kBoxGap;
    beside = label < frame.width * 0.7;
  }
  if (!beside && fill.choices.empty()) fill_label(fill, look, frame);
  for (int i = 0; i < lines; ++i) {
    const Piece piece = open_piece(frame);
    const double foot = style::kWritingLine - 3;
    double start = frame.start;
    if (beside && i == 0) {
      set_box(fill.label.front(), frame.start, frame.width, foot - look.type.leading + 2, {look.type},
              plan_.structure.add(Role::p, frame.parent));
      start += label;
    }
    rule(start, frame.width - (start - frame.start), foot, style::kHairline, document::kMuted);
    close_piece(piece, style::kWritingLine);
  }
}

void Builder::block(const document::FillIn& fill, const Frame& frame) {
  const FillLook look(fill);
  const std::size_t first = plan_.pieces.size();
  gap(fill.digits ? style::kDigitsGap : style::kFillInBefore);
  if (!fill.choices.empty() || fill.lines <= 0) fill_label(fill, look, frame);
  ElementId list = kArtifact;
  const bool listed = std::any_of(fill.choices.begin(), fill.choices.end(), [](const document::Choice& one) {
    return !one.key.empty() || has_text(one.texts);
  });
  if (listed) list = plan_.structure.add(Role::l, frame.parent);
  const int columns = std::clamp(fill.columns, 0, 12);
  for (std::size_t begin = 0; begin < fill.choices.size();) {
    // One row: as many as there are columns, or as fit.
    std::vector<std::pair<double, double>> places;
    double used = 0;
    for (std::size_t i = begin; i < fill.choices.size(); ++i) {
      double width = (frame.width - style::kLanguageGap * (columns - 1)) / std::max(columns, 1);
      if (columns == 0) {
        width = std::min(choice_width(fill.choices[i], look), frame.width);
        if (i > begin && used + width > frame.width) break;
      } else if (i - begin == static_cast<std::size_t>(columns)) {
        break;
      }
      places.emplace_back(used, width);
      used += width + (columns == 0 ? style::kRunInGap : style::kLanguageGap);
    }
    const Piece piece = open_piece(frame);
    double height = 0;
    for (std::size_t k = 0; k < places.size(); ++k) {
      const document::Choice& one = fill.choices[begin + k];
      height = std::max(height, choice_height(one, places[k].second, look));
      choice(one, frame.start + places[k].first, places[k].second, look, list);
    }
    close_piece(piece, height);
    begin += places.size();
    gap(fill.digits ? style::kDigitsGap : style::kChoiceGap);
  }
  if (fill.lines > 0) fill_lines(fill, look, frame, std::min(fill.lines, 60));
  for (std::size_t p = first; p < plan_.pieces.size(); ++p) {
    plan_.pieces[p].keep_with_next = p + 1 < plan_.pieces.size() || fill.keep_with_next;
  }
  gap(fill.lines > 1 ? style::kWritingAfter : style::kFillInAfter);
}

}  // namespace sextant::pdf
