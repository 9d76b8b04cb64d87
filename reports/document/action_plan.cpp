#include "reports/document/action_plan.hpp"

#include <iterator>

#include "reports/document/plan_view.hpp"
#include "reports/document/profile_figure.hpp"

namespace sextant::document {

Document action_plan(const ReportInput& input) {
  const View view(input);
  const PlanView plan(view);
  Document out;
  out.meta = meta(view, view.say(Phrase::plan));
  const Words title = view.say(Phrase::plan_of, {{"unit", view.unit()}});
  std::vector<Block> chapter = plan_chapter(plan);
  auto& first = std::get<Heading>(chapter.front().content);
  first.text = plain(title);
  first.new_page = false;
  out.blocks.push_back(std::move(chapter.front()));
  add_notice(view, out.blocks);
  out.blocks.push_back({profile_figure(view)});
  out.blocks.insert(out.blocks.end(), std::make_move_iterator(chapter.begin() + 1),
                    std::make_move_iterator(chapter.end()));
  std::vector<Block> sheets = action_sheets(plan);
  out.blocks.insert(out.blocks.end(), std::make_move_iterator(sheets.begin()),
                    std::make_move_iterator(sheets.end()));
  drop_dead_links(out.blocks);
  return out;
}

}  // namespace sextant::document
