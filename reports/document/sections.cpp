#include <algorithm>

#include "engine/text/number.hpp"

#include "reports/document/limits.hpp"
#include "reports/document/profile_figure.hpp"
#include "reports/document/view.hpp"

namespace sextant::document {

namespace {

Table score_table(const View& view, const std::vector<std::size_t>& nodes, const Words& what) {
  Table out;
  out.columns = {{plain(what), 3.1},
                 {plain(view.say(Phrase::level)), 2.1},
                 {plain(view.say(Phrase::value)), 0.9, Align::end},
                 {plain(view.say(Phrase::range)), 1.5, Align::end},
                 {plain(view.say(Phrase::coverage)), 1.15, Align::end},
                 {plain(view.say(Phrase::evidence)), 1.25, Align::end}};
  for (const std::size_t node : nodes) {
    Text name = {{view.title(node), node == 0, Tone::normal,
                  node == 0 || view.instrument.nodes[node].is_index ? "" : "#" + view.anchor(node)}};
    out.rows.push_back({{std::move(name)},
                        {plain(view.level(node)), view.fill(node)},
                        {bold(view.value(node))},
                        {plain(view.range(node))},
                        {plain(view.coverage(node))},
                        {plain(view.evidence(node))}});
  }
  return out;
}

Words kind_name(const View& view, const std::string& kind, Phrase otherwise) {
  const auto it = view.instrument.kinds.find(kind);
  return it == view.instrument.kinds.end() ? view.say(otherwise) : view.text(it->second.one);
}

KeyFigures key_figures(const View& view) {
  KeyFigures out;
  const NodeScore& overall = view.score(0);
  out.items.push_back({view.value(0), view.title(0), view.level(0), view.fill(0)});
  out.items.push_back({view.coverage(0), view.say(Phrase::answered_share), view.answered_of()});
  out.items.push_back(
      {view.range(0), view.say(Phrase::range),
       overall.value ? view.say(overall.settled ? Phrase::settled : Phrase::provisional) : Words()});
  return out;
}

std::vector<Block> findings(const View& view) {
  std::vector<Block> out;
  out.push_back({Heading{2, plain(view.say(Phrase::findings)), "findings"}});
  for (std::size_t i = 0; i < view.input.findings.size(); ++i) {
    const Finding& finding = view.input.findings[i];
    const FindingRule& rule = view.instrument.findings[finding.rule];
    Callout callout;
    callout.kind = CalloutKind::attention;
    callout.title = plain(view.title(finding.node));
    callout.blocks.push_back({Paragraph{plain(view.finding(i, rule.sentence))}});
    const Words clears = view.finding(i, rule.clears);
    if (!clears.empty())
      callout.blocks.push_back(
          {Paragraph{plain(view.say(Phrase::clears_it, {{"text", clears}})), ParagraphStyle::small}});
    out.push_back({std::move(callout)});
  }
  if (view.input.findings.empty()) {
    const auto pillars = view.instrument.pillars();
    const auto scored = std::count_if(pillars.begin(), pillars.end(),
                                      [&](std::size_t p) { return view.score(p).value.has_value(); });
    out.push_back(
        {Paragraph{plain(view.say(scored < 3 ? Phrase::findings_need_more : Phrase::no_findings))}});
  }
  return out;
}

/// What imbalance costs, as a number.
std::vector<Block> balance_figure(const View& view) {
  const auto figure = balance(view.instrument, view.scores);
  if (!figure) return {};
  // The loss is that of the printed figures, so that a reader can take one from the other.
  const double mean = *parse_number(fixed(figure->mean, 1));
  const double balanced = *parse_number(fixed(figure->balanced, 1));
  return {{Heading{2, plain(view.say(Phrase::balance)), "balance"}},
          {Paragraph{plain(view.say(Phrase::balance_text,
                                    {{"count", {std::to_string(figure->pillars), "@report/pillars.scored"}},
                                     {"mean", {fixed(mean, 1, view.lang), "@balance/mean"}},
                                     {"balanced", {fixed(balanced, 1, view.lang), "@balance/balanced"}},
                                     {"loss", {fixed(mean - balanced, 1, view.lang), "@balance/loss"}}}))}}};
}

std::vector<Block> chosen_priorities(const View& view) {
  std::vector<Block> out;
  if (view.input.assessment.priorities.empty()) return out;
  out.push_back({Heading{2, plain(view.say(Phrase::priorities)), "all-priorities"}});
  List list;
  list.ordered = true;
  for (const Priority& priority : view.input.assessment.priorities)
    list.items.push_back(view.priority(priority));
  out.push_back({std::move(list)});
  return out;
}

std::vector<Block> vision(const View& view) {
  const Vision& vision = view.input.assessment.vision;
  std::vector<Block> out;
  if (vision.purpose.empty() && vision.priorities.empty() && vision.principles.empty()) return out;
  out.push_back({Heading{2, plain(view.say(Phrase::vision)), "vision"}});
  if (!vision.purpose.empty())
    out.push_back({Paragraph{plain(view.own(vision.purpose)), ParagraphStyle::quote}});
  const auto list = [&](Phrase title, const std::vector<std::string>& words) {
    if (words.empty()) return;
    out.push_back({Paragraph{bold(view.say(title)), ParagraphStyle::body, true}});
    List items;
    for (const std::string& word : words) items.items.push_back(plain(view.own(word)));
    out.push_back({std::move(items)});
  };
  list(Phrase::vision_priorities, vision.priorities);
  list(Phrase::vision_principles, vision.principles);
  return out;
}

/// One question: what was chosen, and what the next level asks for.
std::vector<Cell> table_row(const View& view, std::size_t question) {
  const bool described =
      view.scores.questions[question].level && !view.instrument.questions[question].descriptors.empty();
  Cell chosen{Text{{view.short_answer(question), true}}};
  if (described) chosen.text.push_back({". " + view.answer(question)});
  return {{plain(view.label(question))}, std::move(chosen), {plain(view.next_level(question))}};
}

/// Justifications and sources below a component; names of respondents never stand here.
List reasons(const View& view, const std::vector<std::size_t>& questions) {
  List out;
  constexpr Phrase kGrades[] = {Phrase::grade_0, Phrase::grade_1, Phrase::grade_2, Phrase::grade_3,
                                Phrase::grade_4};
  for (const std::size_t question : questions) {
    const Answer& given = view.input.assessment.answers[question];
    if (given.because.empty() && given.evidence.empty()) continue;
    Text item = {{view.label(question), true}};
    item.push_back({view.colon()});
    Words words = view.own(given.because, view.of_question(question, "because"));
    for (const Evidence& one : given.evidence) {
      std::string source = one.title;
      if (!one.year.empty() && source.find(one.year) == std::string::npos) source += ", " + one.year;
      if (!words.empty()) words += " ";
      words += view.own(source, view.of_question(question, "evidence")) + " (" +
               view.say(kGrades[one.grade]) + ")";
      if (!one.where.empty()) words += " " + Words(one.where, view.of_question(question, "evidence"));
      words += ".";
    }
    item.push_back({words});
    out.items.push_back(std::move(item));
  }
  return out;
}

/// What holds the node's level down, where something does: a level without its reason is not to be trusted.
void add_limits(const View& view, std::size_t node, std::vector<Block>& out) {
  const Words words = held_down(view.instrument, node, view.score(node), view.index, view.lang);
  if (words.empty()) return;
  out.push_back({Paragraph{{{view.title(node) + view.colon(), true}, {words}}, ParagraphStyle::small}});
}

std::vector<Block> component(const View& view, std::size_t node, int heading) {
  std::vector<Block> out;
  out.push_back({Heading{heading, plain(view.title(node)), view.anchor(node)}});
  const Node& here = view.instrument.nodes[node];
  std::vector<std::size_t> questions;
  for (const Child& child : here.children) {
    if (child.is_question) questions.push_back(child.index);
  }
  Text line = {{view.level(node), true}};
  if (view.score(node).value) line.push_back({view.comma() + view.value(node), true});
  const Words range = view.range(node);
  if (range.str() != dash() && range != view.value(node)) {
    line.push_back({" · " + view.say(Phrase::range) + view.colon() + range, false, Tone::muted});
  }
  out.push_back({Paragraph{std::move(line)}});
  add_limits(view, node, out);
  Table table;
  table.compact = true;
  table.columns = {{plain(view.say(Phrase::question)), 1.3},
                   {plain(view.say(Phrase::chosen)), 2.2},
                   {plain(view.say(Phrase::next_level)), 2.2}};
  for (const std::size_t question : questions) table.rows.push_back(table_row(view, question));
  if (!table.rows.empty()) out.push_back({std::move(table)});
  List why = reasons(view, questions);
  if (!why.items.empty()) {
    out.push_back({Paragraph{bold(view.say(Phrase::reasons)), ParagraphStyle::small, true}});
    out.push_back({std::move(why)});
  }
  return out;
}

void add_tree(const View& view, std::size_t node, int heading, std::vector<Block>& out) {
  for (const Child& child : view.instrument.nodes[node].children) {
    if (child.is_question) continue;
    for (Block& block : component(view, child.index, heading)) out.push_back(std::move(block));
    add_tree(view, child.index, std::min(heading + 1, 4), out);
  }
}

}  // namespace

std::vector<Block> profile(const View& view) {
  std::vector<Block> out;
  out.push_back({Heading{1, plain(view.say(Phrase::profile)), "profile", true}});
  out.push_back({key_figures(view)});
  std::vector<std::size_t> nodes = view.instrument.pillars();
  const Words what = kind_name(view, "pillar", Phrase::pillar);
  nodes.push_back(0);
  Table table = score_table(view, nodes, what);
  std::string lower = what.str();
  if (!lower.empty() && lower[0] >= 'A' && lower[0] <= 'Z')
    lower[0] = static_cast<char>(lower[0] - 'A' + 'a');
  table.caption = plain(view.say(Phrase::profile_by, {{"kind", {lower, "@instrument/text"}}}));
  out.push_back({std::move(table)});
  for (Block& block : findings(view)) out.push_back(std::move(block));
  for (Block& block : balance_figure(view)) out.push_back(std::move(block));
  for (Block& block : chosen_priorities(view)) out.push_back(std::move(block));
  for (Block& block : vision(view)) out.push_back(std::move(block));
  return out;
}

std::vector<Block> pillar_section(const View& view, std::size_t pillar) {
  std::vector<Block> out;
  const Node& node = view.instrument.nodes[pillar];
  const NodeScore& score = view.score(pillar);
  const bool empty = score.tally.answered + score.tally.dont_know + score.tally.not_applicable == 0;
  // Pillars not answered yet follow each other on a page.
  out.push_back({Heading{1, plain(view.title(pillar)), view.anchor(pillar), !empty}});
  if (!node.about.empty())
    out.push_back({Paragraph{plain(view.text(node.about)), ParagraphStyle::body, empty}});
  if (empty) {
    out.push_back({Paragraph{plain(view.say(Phrase::nothing_answered_here)), ParagraphStyle::lead}});
    return out;
  }
  std::vector<std::size_t> parts;
  for (const Child& child : node.children) {
    if (!child.is_question) parts.push_back(child.index);
  }
  parts.push_back(pillar);
  const bool own_questions =
      std::any_of(node.children.begin(), node.children.end(), [](const Child& c) { return c.is_question; });
  Table table = score_table(view, parts, kind_name(view, "component", Phrase::pillar));
  for (Run& run : table.rows.back()[0].text) run.bold = true;
  out.push_back({std::move(table)});
  if (!own_questions) add_limits(view, pillar, out);
  if (own_questions) {
    // Questions that stand at the pillar itself; its heading and line are there already.
    std::vector<Block> own = component(view, pillar, 2);
    out.insert(out.end(), std::make_move_iterator(own.begin() + 2), std::make_move_iterator(own.end()));
  }
  add_tree(view, pillar, 2, out);
  return out;
}

std::vector<Block> indices_section(const View& view) {
  std::vector<std::size_t> nodes;
  for (std::size_t i = 0; i < view.instrument.nodes.size(); ++i) {
    if (view.instrument.nodes[i].is_index) nodes.push_back(i);
  }
  std::vector<Block> out;
  if (nodes.empty()) return out;
  out.push_back({Heading{1, plain(view.say(Phrase::indices)), "indices", true}});
  out.push_back({Paragraph{plain(view.say(Phrase::indices_note))}});
  out.push_back({score_table(view, nodes, view.say(Phrase::indices))});
  return out;
}

}  // namespace sextant::document
