#include <algorithm>

#include "engine/text/utf8.hpp"
#include "reports/document/ministers_brief.hpp"
#include "reports/document/profile_figure.hpp"
#include "reports/document/view.hpp"

namespace sextant::document {

namespace {

/// The scored pillars, from the weakest: what the headline names.
std::vector<std::size_t> weakest_first(const View& view, std::vector<std::size_t> nodes) {
  nodes.erase(std::remove_if(nodes.begin(), nodes.end(), [&](std::size_t n) { return !view.score(n).value; }),
              nodes.end());
  std::stable_sort(nodes.begin(), nodes.end(),
                   [&](std::size_t a, std::size_t b) { return *view.score(a).value < *view.score(b).value; });
  return nodes;
}

Words headline(const View& view) {
  const std::vector<std::size_t> pillars = view.instrument.pillars();
  const std::vector<std::size_t> order = weakest_first(view, pillars);
  const NodeScore& overall = view.score(0);
  Words out;
  if (overall.level) {
    out = view.say(overall.settled ? Phrase::headline_level : Phrase::headline_level_provisional,
                   {{"unit", view.unit()}, {"level", view.level_word(0)}, {"value", view.value(0)}});
  } else if (order.empty()) {
    return view.say(Phrase::headline_none, {{"unit", view.unit()}});
  } else {
    std::vector<Words> names;
    for (const std::size_t pillar : pillars) {
      if (view.score(pillar).value) names.push_back(view.title(pillar) + " (" + view.value(pillar) + ")");
    }
    return view.say(order.size() == 1 ? Phrase::headline_one : Phrase::headline_partial,
                    {{"unit", view.unit()},
                     {"done", {std::to_string(order.size()), "@report/pillars.scored"}},
                     {"all", {std::to_string(pillars.size()), "@report/pillars"}},
                     {"names", listed(names, view.lang)}});
  }
  if (order.size() >= 2 && *view.score(order.back()).value - *view.score(order.front()).value > 1e-9) {
    out += " " + view.say(Phrase::headline_weakest,
                          {{"name", view.title(order[0])}, {"value", view.value(order[0])}});
  }
  return out;
}

/// Date, round and coverage: what the page says of itself, so that it can stand alone.
Words imprint(const View& view) {
  const Assessment& assessment = view.input.assessment;
  Words out;
  if (!assessment.round.date.empty()) out = view.date() + " · ";
  if (!assessment.round.id.empty()) out += view.say(Phrase::round) + view.colon() + view.round() + " · ";
  out += view.answered_of();
  return out + " (" + view.coverage(0) + ") · " + view.say(Phrase::self_assessed_short);
}

/// A node's title, linked to its section, and its value.
Text named_value(const View& view, std::size_t node) {
  return {{view.title(node), true, Tone::normal, "#" + view.anchor(node)},
          {Words(view.colon()) + view.value(node)}};
}

/// Strengths and gaps are told apart by halves, so that nothing stands in both lists.
Split strengths_and_gaps(const View& view) {
  const std::vector<std::size_t> order = weakest_first(view, view.components());
  constexpr std::size_t kMost = 3;
  const std::size_t count = std::min(kMost, order.size() / 2);
  List weak;
  List strong;
  for (std::size_t i = 0; i < count; ++i) weak.items.push_back(named_value(view, order[i]));
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t node = order[order.size() - 1 - i];
    if (*view.score(node).level > 0) strong.items.push_back(named_value(view, node));
  }
  const auto side = [&](Phrase title, List list, const std::string& anchor) {
    Split::Side out;
    out.blocks.push_back({Heading{3, plain(view.say(title)), anchor}});
    if (list.items.empty()) {
      out.blocks.push_back({Paragraph{plain(dash())}});
    } else {
      out.blocks.push_back({std::move(list)});
    }
    return out;
  };
  Split out;
  out.sides.push_back(side(Phrase::strengths, std::move(strong), "strengths"));
  out.sides.push_back(side(Phrase::weakest, std::move(weak), "gaps"));
  return out;
}

/// The country's priorities; a long reason is cut here and stands in full in the profile.
Split::Side priorities(const View& view) {
  constexpr std::size_t kReason = 90;
  Split::Side out;
  List list;
  list.ordered = true;
  for (const Priority& priority : view.input.assessment.priorities) {
    Text item = view.priority(priority);
    if (item.size() > 1) item.back().text = shortened(item.back().text, kReason);
    list.items.push_back(std::move(item));
  }
  out.blocks.push_back({Heading{3, plain(view.say(Phrase::priorities)), "priorities"}});
  if (list.items.empty()) {
    out.blocks.push_back({Paragraph{plain(view.say(Phrase::priorities_open))}});
  } else {
    out.blocks.push_back({std::move(list)});
  }
  return out;
}

Callout ask(const View& view) {
  const Tally& tally = view.score(0).tally;
  List list;
  list.items.push_back(
      plain(view.say(view.input.assessment.priorities.empty() ? Phrase::ask_choose : Phrase::ask_confirm)));
  if (tally.dont_know > 0)
    list.items.push_back(plain(view.say(Phrase::ask_unknown, {{"count", view.count(0, "dont_know")}})));
  if (tally.unanswered > 0)
    list.items.push_back(plain(view.say(Phrase::ask_unanswered, {{"count", view.count(0, "unanswered")}})));
  const auto& shown = view.score(0).evidence;
  if (shown && *shown < 0.5)
    list.items.push_back(plain(view.say(Phrase::ask_evidence, {{"share", view.evidence(0)}})));
  return {CalloutKind::ask, plain(view.say(Phrase::asked_of_minister)), {{std::move(list)}}};
}

}  // namespace

std::vector<Block> brief(const View& view, bool alone) {
  std::vector<Block> out;
  const Words title = view.say(Phrase::brief);
  const Words above = alone ? view.text(view.instrument.title) + " · " : Words();
  // A name of two lines or more stands in the headline only, so that all stays on one page.
  constexpr std::size_t kTitle = 60;
  const bool named = alone && utf8::display_width(view.unit().str()) <= kTitle;
  out.push_back({Heading{1, plain(named ? view.unit() + view.colon() + title : title), "brief", !alone}});
  out.push_back({Paragraph{plain(above + imprint(view)), ParagraphStyle::small}});
  if (alone) add_notice(view, out);
  out.push_back({Paragraph{plain(headline(view)), ParagraphStyle::lead}});
  out.push_back({profile_figure(view)});
  if (view.components().empty()) {
    out.push_back({ask(view)});
  } else {
    out.push_back({strengths_and_gaps(view)});
    Split last;
    last.sides.push_back(priorities(view));
    last.sides.push_back({1, {{ask(view)}}});
    out.push_back({std::move(last)});
  }
  return out;
}

Document ministers_brief(const ReportInput& input) {
  const View view(input);
  Document out;
  out.meta = meta(view, view.say(Phrase::brief));
  out.blocks = brief(view, true);
  drop_dead_links(out.blocks);
  return out;
}

}  // namespace sextant::document
