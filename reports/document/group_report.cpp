#include "reports/document/group_report.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>

#include "reports/charts/strip.hpp"
#include "reports/document/group_view.hpp"
#include "reports/document/identity.hpp"
#include "reports/document/profile_figure.hpp"

namespace sextant::document {

namespace {

constexpr std::size_t kMostRows = 34;  ///< of one drawing: what fits on a page

/// A, B, ... Z, AA: what a unit is called where its name is hidden.
std::string letters(std::size_t number) {
  std::string out;
  for (++number; number > 0; number = (number - 1) / 26)
    out.insert(out.begin(), static_cast<char>('A' + (number - 1) % 26));
  return out;
}

/// Every name of every unit, in all languages; the longer first, so that none is taken for a part of another.
std::vector<std::pair<std::string, std::string>> names(const GroupView& group) {
  std::map<std::string, std::string> all;
  std::map<std::string, std::string> aliases;  // by id: a unit that stands twice has one
  for (const ComparedUnit& one : group.input.comparison.units) {
    const Unit& unit = one.assessment.unit;
    const std::string alias =
        aliases.emplace(unit.id, group.unit_word().str() + "\u00A0" + letters(aliases.size())).first->second;
    all.emplace(typeset(one.label, group.shared.language), alias);
    for (const auto& [language, name] : unit.name) all.emplace(typeset(name, language), alias);
  }
  std::vector<std::pair<std::string, std::string>> out(all.begin(), all.end());
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
  return out;
}

Cover cover(const GroupView& group, const Words& name) {
  const View& view = group.shared;
  const auto& units = group.input.comparison.units;
  Cover out;
  out.kicker = name;
  out.title = view.text(group.instrument.title);
  out.subtitle = view.say(group.input.anonymous ? Phrase::group_subtitle_hidden : Phrase::group_subtitle,
                          {{"count", {std::to_string(units.size()), "@group/count"}}});
  std::vector<std::string> rounds;
  std::vector<std::string> labels;
  const auto add = [](std::vector<std::string>& to, const std::string& one) {
    if (!one.empty() && std::find(to.begin(), to.end(), one) == to.end()) to.push_back(one);
  };
  for (const ComparedUnit& unit : units) {
    add(rounds, unit.assessment.round.id);
    add(labels, unit.label);
  }
  std::sort(rounds.begin(), rounds.end());
  if (!group.input.anonymous)
    out.facts.emplace_back(view.say(Phrase::group_units),
                           view.own(listed(labels, view.lang), "@group/names"));
  if (!rounds.empty()) {
    out.facts.emplace_back(view.say(rounds.size() == 1 ? Phrase::round : Phrase::group_rounds),
                           view.own(listed(rounds, view.lang), "@group/rounds"));
  }
  out.facts.emplace_back(
      view.say(Phrase::instrument),
      Words(group.instrument.id, "@instrument/id") + view.comma() +
          view.say(Phrase::version, {{"version", {group.instrument.version, "@instrument/version"}}}));
  out.notice = view.say(Phrase::no_league_table) + " " + view.say(Phrase::self_assessed);
  if (!group.instrument.notice.empty()) out.notice += " " + view.text(group.instrument.notice);
  return out;
}

/// A row a unit, a column a node.
Table heat_table(const GroupView& group, const std::vector<std::size_t>& nodes) {
  Table out;
  out.compact = true;
  out.columns = {{plain(group.unit_word()), 1.8}};
  for (const std::size_t node : nodes)
    out.columns.push_back({plain(group.shared.title(node)), 1, Align::centre});
  for (std::size_t u = 0; u < group.units.size(); ++u) {
    std::vector<Cell> row = {{plain(group.name(u))}};
    for (const std::size_t node : nodes) row.push_back(group.cell(u, node));
    out.rows.push_back(std::move(row));
  }
  return out;
}

/// Where not to compare.
std::optional<Callout> cautions(const GroupView& group) {
  const std::map<CautionKind, Phrase> words = {
      {CautionKind::partial_coverage, Phrase::caution_partial_coverage},
      {CautionKind::different_versions, Phrase::caution_different_versions},
      {CautionKind::different_rounds, Phrase::caution_different_rounds},
      {CautionKind::provisional_levels, Phrase::caution_provisional_levels}};
  const auto& all = group.input.comparison.cautions;
  if (all.empty()) return std::nullopt;
  List list;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Words units =
        group.shared.own(listed(all[i].units, group.shared.lang), "@caution:" + std::to_string(i) + "/units");
    list.items.push_back(plain(group.say(words.at(all[i].kind), {{"units", units}})));
  }
  return Callout{CalloutKind::attention, plain(group.say(Phrase::group_cautions)), {{std::move(list)}}};
}

charts::StripRow strip_row(const GroupView& group, std::size_t unit, std::size_t node) {
  const View& view = group.units[unit];
  const NodeScore& score = view.score(node);
  charts::StripRow out;
  out.label = group.name(unit);
  out.value = score.value;
  out.range = score.range;
  out.settled = score.settled;
  if (score.value) out.value_text = view.value(node);
  if (score.level) out.level_text = view.plain_level(node);
  if (!score.value) out.remark = view.state(node);
  return out;
}

/// What most have in common, or how far they lie apart.
Words finding_title(const GroupView& group, std::size_t node) {
  std::map<std::size_t, std::size_t> at;  // level, and how many stand there
  std::size_t scored = 0;
  for (const View& view : group.units) {
    if (!view.score(node).level) continue;
    ++at[*view.score(node).level];
    ++scored;
  }
  if (scored < 2) return group.say(Phrase::group_title_few);
  const auto level = [&](std::size_t index, std::string_view aspect) {
    return Words(group.shared.level_name(group.shared.scale(node), index),
                 GroupView::of_group(group.instrument, node, aspect));
  };
  const auto most = std::max_element(at.begin(), at.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  if (2 * most->second > scored) {
    return group.say(Phrase::group_title_common, {{"count", group.number(node, "common.count", most->second)},
                                                  {"all", group.number(node, "scored", scored)},
                                                  {"level", level(most->first, "common")}});
  }
  return group.say(Phrase::group_title_spread, {{"low", level(at.begin()->first, "level.low")},
                                                {"high", level(at.rbegin()->first, "level.high")}});
}

/// The units with their ranges; of more than fit on a page, in several drawings.
std::vector<Block> strip_figures(const GroupView& group, std::size_t node) {
  std::vector<Block> out;
  for (std::size_t from = 0; from < group.units.size(); from += kMostRows) {
    std::vector<charts::StripRow> rows;
    Words sentences;
    bool open = false;
    for (std::size_t u = from; u < std::min(from + kMostRows, group.units.size()); ++u) {
      const charts::StripRow row = strip_row(group, u, node);
      const bool wide = row.value && row.range && row.range->high - row.range->low > 1e-9;
      open = open || wide || (row.value && !row.settled);
      const Places places = {{"name", row.label},
                             {"value", row.value_text},
                             {"level", row.level_text},
                             {"range", wide ? group.units[u].range(node) : Words()},
                             {"state", row.remark}};
      sentences +=
          (sentences.empty() ? Words() : Words(" ")) + group.say(!row.value ? Phrase::chart_alt_row_none
                                                                 : wide     ? Phrase::group_alt_row_open
                                                                            : Phrase::chart_alt_row,
                                                                 places);
      rows.push_back(row);
    }
    Figure figure;
    figure.title = plain(finding_title(group, node));
    if (from > 0) figure.title.push_back({Words(" ") + group.say(Phrase::continued)});
    figure.alt = group.say(Phrase::group_alt, {{"rows", sentences}});
    figure.drawing = charts::strip(profile_axis(group.shared, node), rows, kFigureWidth,
                                   right_to_left(group.shared.language));
    if (open) figure.note = plain(group.say(Phrase::group_note));
    out.push_back({std::move(figure)});
  }
  return out;
}

/// Level, range and coverage of each unit: what the drawing shows, in words.
Table node_table(const GroupView& group, std::size_t node) {
  Table out;
  out.compact = true;
  out.columns = {{plain(group.unit_word()), 2.2},
                 {plain(group.say(Phrase::level)), 2.4},
                 {plain(group.say(Phrase::value)), 0.9, Align::end},
                 {plain(group.say(Phrase::range)), 2, Align::end},
                 {plain(group.say(Phrase::coverage)), 1.1, Align::end}};
  for (std::size_t u = 0; u < group.units.size(); ++u) {
    const View& view = group.units[u];
    out.rows.push_back({{plain(group.name(u))},
                        {plain(view.level(node)), view.fill(node)},
                        {bold(view.value(node))},
                        {plain(view.range(node))},
                        {plain(view.coverage(node))}});
  }
  return out;
}

}  // namespace

Meta group_meta(const GroupView& group, const Words& name) {
  const View& view = group.shared;
  Meta out;
  out.language = view.language;
  out.right_to_left = right_to_left(view.language);
  out.title = name + view.colon() + view.text(group.instrument.title);
  out.subject = view.text(group.instrument.title);
  out.author = "Sextant " + view.input.engine_version;
  for (const ComparedUnit& unit : group.input.comparison.units)
    out.date = std::max(out.date, unit.assessment.round.date);
  out.footer = name + " · " + view.say(Phrase::self_assessed_short);
  out.page_of = view.say(Phrase::page_of);
  out.continued = view.say(Phrase::continued);
  out.contents_of = view.say(Phrase::contents);
  if (!group.input.anonymous) out.names = names(group);
  const std::string answers = group_fingerprint(group.input.comparison);
  const std::string actions =
      group.input.plan == nullptr ? "" : group.input.plan->library.head.fingerprint.substr(0, 16);
  out.identity =
      to_text({view.input.engine_version, group.instrument.fingerprint.substr(0, 16), answers, actions});
  out.fingerprint = group.instrument.fingerprint + answers + view.input.engine_version +
                    (group.input.anonymous ? "-" : "+") + actions;
  return out;
}

std::vector<Block> group_pillar(const GroupView& group, std::size_t pillar) {
  const Node& here = group.instrument.nodes[pillar];
  std::vector<Block> out;
  out.push_back({Heading{1, plain(group.shared.title(pillar)), group.shared.anchor(pillar), true}});
  if (pillar != 0 && !here.about.empty())
    out.push_back({Paragraph{plain(group.shared.text(here.about, group.shared.of_node(pillar, "about")))}});
  append(out, strip_figures(group, pillar));
  out.push_back({node_table(group, pillar)});
  std::vector<std::size_t> parts;
  for (const Child& child : here.children) {
    if (!child.is_question) parts.push_back(child.index);
  }
  if (parts.empty()) return out;
  Table table = heat_table(group, parts);
  table.caption = plain(group.say(Phrase::group_parts));
  out.push_back({std::move(table)});
  return out;
}

Document group_report(const GroupInput& input) {
  const GroupView group(input);
  Document out;
  const Words name = group.say(Phrase::group_report);
  out.meta = group_meta(group, name);
  out.blocks.push_back({cover(group, name)});
  out.blocks.push_back({Heading{1, plain(group.say(Phrase::group_table)), "side-by-side", true}});
  out.blocks.push_back({Paragraph{
      plain(group.say(Phrase::no_league_table) + " " + group.say(Phrase::group_how)), ParagraphStyle::lead}});
  out.blocks.push_back({heat_table(group, group.columns)});
  out.blocks.push_back({Paragraph{plain(group.say(Phrase::group_legend)), ParagraphStyle::small}});
  if (auto callout = cautions(group)) out.blocks.push_back({std::move(*callout)});
  for (const std::size_t node : group.columns) append(out.blocks, group_pillar(group, node));
  append(out.blocks, group_shared(group));
  if (input.plan != nullptr) append(out.blocks, group_plan_chapter(group));
  append(out.blocks, group_method(group));
  return out;
}

Document group_plan(const GroupInput& input) {
  const GroupView group(input);
  const Words name = group.say(Phrase::group_plan);
  Document out;
  out.meta = group_meta(group, name);
  out.blocks.push_back({cover(group, name)});
  append(out.blocks, group_plan_chapter(group));
  return out;
}

}  // namespace sextant::document
