#include "reports/check/lines.hpp"

namespace sextant::check {

namespace {

using namespace document;

/// The node that a column's title names.
std::string_view node_named(const Text& title) {
  constexpr std::string_view kTitle = "/title";
  for (const Run& run : title) {
    for (const Mark& mark : run.text.marks()) {
      const std::string_view source = mark.source;
      const bool is_title =
          source.size() > kTitle.size() && source.substr(source.size() - kTitle.size()) == kTitle;
      if (is_title && source[0] != '@') return source.substr(0, source.size() - kTitle.size());
    }
  }
  return {};
}

class Walk {
 public:
  std::vector<Line> out;

  void blocks(const std::vector<Block>& list, const std::string& inside) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      path_ = inside + std::to_string(i);
      std::visit([&](const auto& content) { visit(content); }, list[i].content);
    }
  }
  Line& open(int row = 0) {
    out.push_back({path_, row, false, {}, {}});
    return out.back();
  }
  void path(std::string name) { path_ = std::move(name); }

 private:
  static void add(Line& line, const Text& text) {
    for (const Run& run : text) line.words.push_back(&run.text);
  }

  void visit(const Heading& one) {
    Line& line = open();
    line.is_heading = true;
    add(line, one.text);
  }
  void visit(const Paragraph& one) { add(open(), one.text); }
  void visit(const List& one) {
    int row = 0;
    for (const Text& item : one.items) add(open(++row), item);
  }
  void visit(const Table& one) {
    Line& head = open();
    add(head, one.caption);
    for (const Column& column : one.columns) add(head, column.title);
    int row = 0;
    for (const auto& cells : one.rows) {
      Line& line = open(++row);
      std::size_t column = 0;
      for (const Cell& cell : cells) {
        add(line, cell.text);
        const bool within = cell.span == 1 && column < one.columns.size();
        line.columns.resize(line.words.size(),
                            within ? node_named(one.columns[column].title) : std::string_view{});
        column += static_cast<std::size_t>(cell.span);
      }
    }
  }
  void visit(const Figure& one) {
    add(open(), one.title);
    open().words.push_back(&one.alt);
    Line& labels = open();
    for (const Shape& shape : one.drawing.shapes) {
      if (const auto* label = std::get_if<Label>(&shape)) labels.words.push_back(&label->text);
    }
    add(open(), one.note);
  }
  void visit(const Callout& one) {
    add(open(), one.title);
    const std::string here = path_ + ".";
    blocks(one.blocks, here);
  }
  void visit(const Split& one) {
    const std::string here = path_ + ".";
    for (std::size_t side = 0; side < one.sides.size(); ++side)
      blocks(one.sides[side].blocks, here + std::to_string(side) + ".");
  }
  void visit(const KeyFigures& one) {
    int row = 0;
    for (const KeyFigures::Item& item : one.items)
      open(++row).words = {&item.label, &item.value, &item.remark};  // the label says whose value it is
  }
  void visit(const Cover& one) {
    open().words = {&one.kicker, &one.title, &one.subtitle};
    int row = 0;
    for (const auto& [label, value] : one.facts) open(++row).words = {&label, &value};
    open().words = {&one.notice};
  }
  void visit(const Contents& one) { add(open(), one.title); }
  void visit(const NoteSpace& one) {
    for (const Text& title : one.titles) add(open(), title);
  }
  void visit(const FillIn& one) {
    for (const Text& text : one.label) add(open(), text);
    int row = 0;
    for (const Choice& choice : one.choices) {
      Line& line = open(++row);
      line.words = {&choice.key};
      for (const Text& text : choice.texts) add(line, text);
    }
  }
  void visit(const PageBreak&) {}

  std::string path_;
};

}  // namespace

std::vector<Line> lines_of(const Document& document) {
  Walk walk;
  walk.path("title");
  walk.open().words = {&document.meta.title};
  walk.path("footer");
  walk.open().words = {&document.meta.footer};
  walk.blocks(document.blocks, "");
  return std::move(walk.out);
}

}  // namespace sextant::check
