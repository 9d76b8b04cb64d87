#include "reports/markdown/render.hpp"

#include <algorithm>
#include <type_traits>

namespace sextant::markdown {

namespace {

using namespace document;

/// Characters that Markdown would act on, made harmless.
std::string escaped(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\\' || c == '*' || c == '_' || c == '`' || c == '[' || c == ']' || c == '<' || c == '|')
      out += '\\';
    // A line that starts like a heading, a list or a number must stay a line.
    if (i == 0 && (c == '#' || c == '+' || c == '>')) out += '\\';
    if (i == 0 && c == '-' && text.size() > 1 && text[1] == ' ') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

std::string inline_text(const Text& text) {
  std::string out;
  for (const Run& run : text) {
    if (run.text.empty()) continue;
    std::string piece = escaped(run.text);
    if (run.bold) {
      const std::size_t first = piece.find_first_not_of(' ');
      const std::size_t last = piece.find_last_not_of(' ');
      if (first != std::string::npos) {
        piece = piece.substr(0, first) + "**" + piece.substr(first, last - first + 1) + "**" +
                piece.substr(last + 1);
      }
    }
    if (!run.link.empty()) piece = "[" + piece + "](" + run.link + ")";
    out += piece;
  }
  return out;
}

class Writer {
 public:
  std::string out;
  std::string colon = ": ";  ///< with the language's typography

  void blocks(const std::vector<Block>& list) {
    for (const Block& one : list) block(one);
  }

  void block(const Block& one) {
    std::visit([&](const auto& content) { write(content); }, one.content);
  }

 private:
  void paragraph(const std::string& text) {
    if (!text.empty()) out += text + "\n\n";
  }

  void write(const Heading& heading) {
    const auto level = static_cast<std::size_t>(std::clamp(heading.level, 1, 6));
    const std::string anchor = heading.anchor.empty() ? "" : "<a id=\"" + heading.anchor + "\"></a>";
    paragraph(std::string(level, '#') + " " + anchor + inline_text(heading.text));
  }

  void write(const Paragraph& one) {
    const std::string text = inline_text(one.text);
    if (text.empty()) return;
    switch (one.style) {
      case ParagraphStyle::lead:
        paragraph("**" + text + "**");
        return;
      case ParagraphStyle::quote:
        paragraph("> " + text);
        return;
      case ParagraphStyle::body:
      case ParagraphStyle::small:
        paragraph(text);
        return;
    }
  }

  void write(const List& list) {
    int number = 0;
    for (const Text& item : list.items) {
      out += (list.ordered ? std::to_string(++number) + ". " : "- ") + inline_text(item) + "\n";
    }
    if (!list.items.empty()) out += "\n";
  }

  void write(const Table& table) {
    if (table.columns.empty()) return;
    if (!table.caption.empty()) paragraph("**" + inline_text(table.caption) + "**");
    out += "|";
    for (const Column& column : table.columns) out += " " + inline_text(column.title) + " |";
    out += "\n|";
    for (const Column& column : table.columns) {
      out += column.align == Align::end ? " ---: |" : column.align == Align::centre ? " :---: |" : " --- |";
    }
    out += "\n";
    for (const auto& row : table.rows) {
      out += "|";
      for (const Cell& cell : row) {
        out += (cell.box ? " [ ] " : " ") + inline_text(cell.text) + " |";
        for (int i = 1; i < cell.span; ++i) out += " |";
      }
      out += "\n";
    }
    out += "\n";
  }

  void write(const Figure& figure) {
    if (!figure.title.empty()) paragraph("**" + inline_text(figure.title) + "**");
    paragraph(escaped(figure.alt));
    paragraph(inline_text(figure.note));
  }

  void write(const Callout& callout) {
    Writer inner;
    inner.colon = colon;
    inner.paragraph("**" + inline_text(callout.title) + "**");
    inner.blocks(callout.blocks);
    std::string line;
    std::string quoted;
    while (!inner.out.empty() && inner.out.back() == '\n') inner.out.pop_back();
    for (const char c : inner.out + "\n") {
      if (c != '\n') {
        line += c;
        continue;
      }
      quoted += line.empty() ? ">\n" : "> " + line + "\n";
      line.clear();
    }
    out += quoted + "\n";
  }

  void write(const Split& split) {
    for (const Split::Side& side : split.sides) blocks(side.blocks);
  }

  void write(const KeyFigures& figures) {
    for (const KeyFigures::Item& item : figures.items) {
      out += "- " + escaped(item.label) + colon + "**" + escaped(item.value) + "**" +
             (item.remark.empty() ? "" : " (" + escaped(item.remark) + ")") + "\n";
    }
    if (!figures.items.empty()) out += "\n";
  }

  void write(const Cover& cover) {
    paragraph(escaped(cover.kicker));
    paragraph("# " + escaped(cover.title));
    paragraph(escaped(cover.subtitle));
    for (const auto& [label, value] : cover.facts)
      out += "- " + escaped(label) + colon + escaped(value) + "\n";
    if (!cover.facts.empty()) out += "\n";
    paragraph(escaped(cover.notice));
  }

  void write(const Contents&) {}  // a reader of Markdown has an outline
  void write(const NoteSpace& space) {
    for (const Text& title : space.titles) paragraph("**" + inline_text(title) + "**");
  }

  void write(const FillIn& fill) {
    const auto words = [](const std::vector<Text>& texts) {
      std::string all;
      for (const Text& text : texts) all += (all.empty() ? "" : " / ") + inline_text(text);
      return all;
    };
    const std::string blank = fill.lines > 0 && fill.choices.empty() ? " ______" : "";
    paragraph(words(fill.label) + blank);
    for (const Choice& choice : fill.choices) {
      out += "- [ ] " + (choice.key.empty() ? "" : "**" + escaped(choice.key) + "** ") + words(choice.texts) +
             "\n";
    }
    if (!fill.choices.empty()) out += "\n";
  }

  void write(const PageBreak&) {}
};

}  // namespace

std::string render(const Document& document) {
  Writer writer;
  if (document.meta.language.substr(0, 2) == "fr") writer.colon = "\u00A0: ";
  writer.blocks(document.blocks);
  while (writer.out.size() > 1 && writer.out[writer.out.size() - 2] == '\n') writer.out.pop_back();
  // A comment, which no reader of the page sees: "--" would end it early.
  const std::string& identity = document.meta.identity;
  if (!identity.empty() && identity.find("--") == std::string::npos)
    writer.out += "\n<!-- " + identity + " -->\n";
  return std::move(writer.out);
}

}  // namespace sextant::markdown
