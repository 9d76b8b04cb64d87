#include "reports/document/profile_figure.hpp"

#include <algorithm>

#include "reports/charts/profile.hpp"

namespace sextant::document {

namespace {

constexpr double kRow = 26;
constexpr double kLowRow = 24;

bool flagged(const View& view, std::size_t node) {
  return std::any_of(view.input.findings.begin(), view.input.findings.end(), [&](const Finding& finding) {
    return finding.node == node && view.instrument.findings[finding.rule].type == FindingType::lagging;
  });
}

charts::ProfileRow node_row(const View& view, std::size_t node) {
  const NodeScore& score = view.score(node);
  charts::ProfileRow row;
  row.label = view.title(node);
  row.value = score.value;
  row.range = score.range;
  row.level = score.level;
  row.value_text = view.value(node);
  if (score.level) row.level_text = view.plain_level(node);
  if (!score.value) {
    row.remark = view.state(node);
  } else if (!score.settled) {
    row.remark = view.say(Phrase::provisional);
  }
  if (flagged(view, node)) row.flag = view.say(Phrase::flag_lags);
  return row;
}

charts::ProfileRow question_row(const View& view, std::size_t question) {
  const Answer& answer = view.input.assessment.answers[question];
  charts::ProfileRow row;
  row.label = view.label(question);
  if (view.scores.questions[question].state == AnswerState::answered) {
    row.value = answer.score;
    row.value_text = {display(answer.score, view.scale(0), view.lang), view.of_question(question, "score")};
    row.level = level_of(view.scale(0), answer.score);
    row.level_text = {view.level_name(view.scale(0), *row.level), view.of_question(question, "score.level")};
  } else {
    row.remark = {say(view.scores.questions[question].state, view.lang), view.of_question(question, "state")};
  }
  return row;
}

Words alt_sentence(const View& view, const std::vector<charts::ProfileRow>& rows) {
  Words all;
  for (const charts::ProfileRow& row : rows) {
    Words level = row.level_text;
    if (!row.remark.empty()) level += view.comma() + row.remark;
    if (!row.flag.empty()) level += view.comma() + row.flag;
    if (!all.empty()) all += " ";
    all += row.value ? view.say(Phrase::chart_alt_row,
                                {{"name", row.label}, {"value", row.value_text}, {"level", level}})
                     : view.say(Phrase::chart_alt_row_none, {{"name", row.label}, {"state", row.remark}});
  }
  return view.say(Phrase::chart_alt, {{"rows", all}});
}

Words chart_title(const View& view, const std::vector<charts::ProfileRow>& rows) {
  std::vector<const charts::ProfileRow*> scored;
  for (const charts::ProfileRow& row : rows) {
    if (row.value) scored.push_back(&row);
    if (!row.flag.empty()) return view.say(Phrase::chart_title_lag, {{"name", row.label}});
  }
  if (scored.empty()) return view.say(Phrase::chart_title_none);
  if (scored.size() == 1)
    return view.say(Phrase::chart_title_one, {{"name", scored[0]->label}, {"value", scored[0]->value_text}});
  const auto [low, high] = std::minmax_element(
      scored.begin(), scored.end(), [](const auto* a, const auto* b) { return *a->value < *b->value; });
  if ((*low)->value_text == (*high)->value_text)
    return view.say(Phrase::chart_title_level, {{"value", (*low)->value_text}});
  return view.say(Phrase::chart_title_spread, {{"low", (*low)->value_text}, {"high", (*high)->value_text}});
}

/// The chart below its title.
Figure figure_of(const View& view, std::size_t scale_of, const Words& title,
                 const std::vector<charts::ProfileRow>& rows, double width, double row_height) {
  Figure out;
  if (!title.empty()) out.title = plain(title);
  out.alt = alt_sentence(view, rows);
  out.drawing =
      charts::profile(profile_axis(view, scale_of), rows, width, right_to_left(view.language), row_height);
  return out;
}

}  // namespace

charts::ProfileScale profile_axis(const View& view, std::size_t node) {
  const Scale& scale = view.scale(node);
  charts::ProfileScale out;
  out.min = scale.min;
  out.max = scale.max;
  for (std::size_t i = 0; i < scale.levels.size(); ++i) {
    out.bounds.push_back(std::max(scale.levels[i].from, scale.min));
    out.names.push_back(view.text(scale.levels[i].name, "@scale:" + scale.id + "/word." + std::to_string(i)));
  }
  return out;
}

Figure profile_figure(const View& view) {
  std::vector<charts::ProfileRow> rows;
  const std::vector<std::size_t> pillars = view.instrument.pillars();
  for (const std::size_t pillar : pillars) rows.push_back(node_row(view, pillar));
  const Node& root = view.instrument.nodes[0];
  for (const Child& child : root.children) {
    if (pillars.empty() && child.is_question) rows.push_back(question_row(view, child.index));
  }
  const Words title = chart_title(view, rows);
  // The root closes the list where it is measured with the same scale.
  if (root.scale == (pillars.empty() ? root.scale : view.instrument.nodes[pillars[0]].scale)) {
    rows.push_back(node_row(view, 0));
    rows.back().total = true;
  }
  Figure out = figure_of(view, pillars.empty() ? 0 : pillars[0], title, rows, kFigureWidth, kRow);
  const bool open = std::any_of(rows.begin(), rows.end(), [](const charts::ProfileRow& row) {
    return row.value && row.range && row.range->high - row.range->low > 1e-9;
  });
  if (open) out.note = plain(view.say(Phrase::chart_note));
  return out;
}

Figure parts_figure(const View& view, std::size_t node, double width) {
  std::vector<charts::ProfileRow> rows;
  const auto& children = view.instrument.nodes[node].children;
  const bool parts =
      std::any_of(children.begin(), children.end(), [](const Child& c) { return !c.is_question; });
  for (const Child& child : children) {
    if (parts && !child.is_question) rows.push_back(node_row(view, child.index));
    if (!parts) rows.push_back(question_row(view, child.index));
  }
  std::vector<const charts::ProfileRow*> scored;
  for (const charts::ProfileRow& row : rows) {
    if (row.value) scored.push_back(&row);
  }
  Words title;
  if (scored.size() > 1) {
    const auto [low, high] = std::minmax_element(
        scored.begin(), scored.end(), [](const auto* a, const auto* b) { return *a->value < *b->value; });
    if ((*low)->value_text != (*high)->value_text)
      title = view.say(Phrase::chart_title_parts, {{"low", (*low)->label}, {"value", (*low)->value_text}});
  }
  return figure_of(view, node, title, rows, width, kLowRow);
}

}  // namespace sextant::document
