#include "tests/bench/content.hpp"

#include <nlohmann/json.hpp>

namespace sextant::bench {

namespace {

using namespace document;

void flatten(const std::vector<Block>& blocks, std::vector<Block>& out) {
  const auto add = [&out](auto block) { out.push_back({std::move(block)}); };
  for (const Block& block : blocks) {
    if (const auto* split = std::get_if<Split>(&block.content)) {
      for (const Split::Side& side : split->sides) flatten(side.blocks, out);
    } else if (const auto* callout = std::get_if<Callout>(&block.content)) {
      if (!callout->title.empty()) add(Paragraph{callout->title});
      flatten(callout->blocks, out);
    } else if (const auto* figure = std::get_if<Figure>(&block.content)) {
      add(Paragraph{figure->title});
      add(Paragraph{plain(figure->alt)});
    } else if (const auto* cover = std::get_if<Cover>(&block.content)) {
      add(Heading{1, plain(cover->title), "cover"});
      for (const auto& [name, value] : cover->facts) add(Paragraph{plain(name + ": " + value)});
      add(Paragraph{plain(cover->notice)});
    } else if (const auto* figures = std::get_if<KeyFigures>(&block.content)) {
      for (const KeyFigures::Item& item : figures->items)
        add(Paragraph{plain(item.value + " " + item.label + " " + item.remark)});
    } else if (const auto* heading = std::get_if<Heading>(&block.content)) {
      Heading copy = *heading;
      copy.new_page = false;
      add(std::move(copy));
    } else if (const auto* table = std::get_if<Table>(&block.content)) {
      Table copy = *table;
      for (auto& row : copy.rows) {
        for (Cell& cell : row) cell.fill = {};
      }
      add(std::move(copy));
    } else if (std::holds_alternative<Paragraph>(block.content) ||
               std::holds_alternative<List>(block.content)) {
      out.push_back(block);
    }
  }
}

nlohmann::json runs(const Text& text) {
  nlohmann::json out = nlohmann::json::array();
  for (const Run& run : text) out.push_back({run.text, run.bold});
  return out;
}

}  // namespace

Document common_content(const Document& report) {
  Document out;
  out.meta = report.meta;
  flatten(report.blocks, out.blocks);
  return out;
}

Document long_table(int pages) {
  constexpr int kRowsOfPage = 19;
  Document out;
  out.meta.title = "A long table";
  out.meta.page_of = "Page {page} of {pages}";
  Table table;
  table.caption = plain("Questions");
  table.columns = {{plain("Question"), 3}, {plain("Answer"), 2}, {plain("Value"), 1, Align::end}};
  for (int row = 0; row < pages * kRowsOfPage; ++row) {
    const std::string number = std::to_string(row);
    table.rows.push_back({{plain("What share of public schools of district " + number + " has electricity?")},
                          {plain("A quarter to under a half")},
                          {bold(number)}});
  }
  out.blocks.push_back({std::move(table)});
  return out;
}

std::string as_json(const Document& common) {
  nlohmann::json out = nlohmann::json::array();
  for (const Block& block : common.blocks) {
    if (const auto* heading = std::get_if<Heading>(&block.content)) {
      out.push_back({{"kind", "h"}, {"level", heading->level}, {"text", runs(heading->text)}});
    } else if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) {
      out.push_back({{"kind", "p"}, {"text", runs(paragraph->text)}});
    } else if (const auto* list = std::get_if<List>(&block.content)) {
      nlohmann::json items = nlohmann::json::array();
      for (const Text& item : list->items) items.push_back(runs(item));
      out.push_back({{"kind", "list"}, {"items", std::move(items)}});
    } else if (const auto* table = std::get_if<Table>(&block.content)) {
      nlohmann::json head = nlohmann::json::array();
      nlohmann::json rows = nlohmann::json::array();
      for (const Column& column : table->columns)
        head.push_back({{"text", runs(column.title)}, {"share", column.share}});
      for (const auto& row : table->rows) {
        nlohmann::json cells = nlohmann::json::array();
        for (const Cell& cell : row) {
          cells.push_back(runs(cell.text));
          for (int i = 1; i < cell.span; ++i) cells.push_back(nlohmann::json::array());
        }
        rows.push_back(std::move(cells));
      }
      out.push_back({{"kind", "table"}, {"head", std::move(head)}, {"rows", std::move(rows)}});
    }
  }
  return out.dump();
}

}  // namespace sextant::bench
