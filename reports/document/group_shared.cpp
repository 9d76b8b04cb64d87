#include <algorithm>

#include "reports/document/group_view.hpp"

namespace sextant::document {

namespace {

void say_or_list(const GroupView& group, Phrase title, std::string anchor, List list, Phrase none,
                 std::vector<Block>& out) {
  out.push_back({Heading{2, plain(group.say(title)), std::move(anchor)}});
  if (list.items.empty()) {
    out.push_back({Paragraph{plain(group.say(none))}});
  } else {
    out.push_back({std::move(list)});
  }
}

/// "Electricity: 6 of 8 in the lower half of the scale"
Text item(const GroupView& group, const ComponentStanding& one, Phrase phrase, std::string_view aspect,
          std::size_t count) {
  return plain(group.say(phrase, {{"name", group.shared.title(one.node)},
                                  {"count", group.number(one.node, aspect, count)},
                                  {"all", group.number(one.node, "scored", one.scored.size())}}));
}

std::vector<Block> in_common(const GroupView& group) {
  std::vector<Block> out;
  out.push_back({Heading{1, plain(group.say(Phrase::group_shared)), "shared", true}});
  List strengths;
  for (const std::size_t i : group.ground.strengths) {
    const ComponentStanding& one = group.ground.components[i];
    strengths.items.push_back(item(group, one, Phrase::group_strength, "high.count", one.high.size()));
  }
  say_or_list(group, Phrase::group_strengths, "shared-strengths", std::move(strengths),
              Phrase::group_strengths_none, out);
  List gaps;
  for (const std::size_t i : group.ground.gaps) {
    const ComponentStanding& one = group.ground.components[i];
    gaps.items.push_back(item(group, one, Phrase::group_gap, "low.count", one.low.size()));
  }
  say_or_list(group, Phrase::group_gaps, "shared-challenges", std::move(gaps), Phrase::group_gaps_none, out);
  List chosen;
  for (const ComponentStanding& one : group.ground.components) {
    if (one.chosen.size() < 2) continue;
    chosen.items.push_back(plain(group.say(
        Phrase::group_chosen_item,
        {{"name", group.shared.title(one.node)}, {"units", group.names(one.node, "chosen", one.chosen)}})));
  }
  if (!chosen.items.empty())
    say_or_list(group, Phrase::group_chosen, "shared-priorities", std::move(chosen), Phrase::none, out);
  return out;
}

std::vector<Block> help(const GroupView& group) {
  std::vector<Block> out;
  out.push_back({Heading{1, plain(group.say(Phrase::group_help)), "help", true}});
  Table table;
  table.compact = true;
  table.columns = {{plain(group.say(Phrase::plan_component)), 1.6},
                   {plain(group.say(Phrase::group_can_tell)), 2},
                   {plain(group.say(Phrase::group_look_for)), 2}};
  for (const ComponentStanding& one : group.ground.components) {
    if (one.high.empty() || one.low.empty()) continue;
    table.rows.push_back({{plain(group.shared.title(one.node))},
                          {plain(group.names(one.node, "high", one.high))},
                          {plain(group.names(one.node, "low", one.low))}});
  }
  const bool none = table.rows.empty();
  out.push_back({Paragraph{plain(group.say(none ? Phrase::group_help_none : Phrase::group_help_how))}});
  if (!none) out.push_back({std::move(table)});
  return out;
}

std::vector<Block> agenda(const GroupView& group) {
  std::vector<Block> out;
  out.push_back({Heading{1, plain(group.say(Phrase::group_agenda)), "agenda"}});
  Table table;
  table.compact = true;
  const bool chosen = std::any_of(group.ground.agenda.begin(), group.ground.agenda.end(),
                                  [&](std::size_t i) { return !group.ground.components[i].chosen.empty(); });
  table.columns = {{plain(group.say(Phrase::plan_component)), 1.6},
                   {plain(group.say(Phrase::group_concerns)), 2},
                   {plain(group.say(Phrase::group_can_tell)), 1.6}};
  if (chosen) table.columns.push_back({plain(group.say(Phrase::group_priority_of)), 1.2});
  for (const std::size_t i : group.ground.agenda) {
    const ComponentStanding& one = group.ground.components[i];
    std::vector<Cell> row = {{plain(group.shared.title(one.node))},
                             {plain(group.names(one.node, "low", one.low))},
                             {plain(group.names(one.node, "high", one.high))}};
    if (chosen) row.push_back({plain(group.names(one.node, "chosen", one.chosen))});
    table.rows.push_back(std::move(row));
  }
  const bool none = table.rows.empty();
  out.push_back({Paragraph{plain(group.say(none ? Phrase::group_agenda_none : Phrase::group_agenda_how))}});
  if (!none) out.push_back({std::move(table)});
  return out;
}

}  // namespace

std::vector<Block> group_shared(const GroupView& group) {
  std::vector<Block> out = in_common(group);
  for (auto* part : {help, agenda}) {
    std::vector<Block> more = part(group);
    out.insert(out.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
  return out;
}

std::vector<Block> group_method(const GroupView& group) {
  const View& view = group.shared;
  std::vector<Block> out;
  out.push_back({Heading{1, plain(view.say(Phrase::method)), "method", true}});
  const bool hidden = group.input.anonymous;
  out.push_back({Paragraph{plain(view.say(Phrase::group_method_order))}});
  if (hidden) out.push_back({Paragraph{plain(view.say(Phrase::group_method_hidden))}});
  out.push_back({Paragraph{plain(view.say(Phrase::group_method_half))}});
  out.push_back({Paragraph{plain(view.say(Phrase::method_settled))}});
  out.push_back({Paragraph{
      plain(view.say(
          Phrase::fingerprint_note,
          {{"instrument",
            {group.instrument.fingerprint.empty() ? dash() : group.instrument.fingerprint.substr(0, 16),
             "@instrument/fingerprint"}},
           {"answers", {group_fingerprint(group.input.comparison), "@group/fingerprint"}},
           {"engine", {view.input.engine_version, "@report/engine"}}})),
      ParagraphStyle::small}});
  return out;
}

}  // namespace sextant::document
