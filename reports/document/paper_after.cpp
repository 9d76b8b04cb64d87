#include <algorithm>

#include "reports/document/paper_texts.hpp"

namespace sextant::document {

namespace {

constexpr int kPriorities = 3;

Heading heading(const PaperTexts& texts, Phrase phrase, int level) {
  return Heading{level, texts.joined(phrase), "", false};
}

FillIn asked(std::vector<Text> label, bool small, bool keep) {
  FillIn out;
  out.label = std::move(label);
  out.small = small;
  out.keep_with_next = keep;
  return out;
}

FillIn lines(int count) {
  FillIn out;
  out.lines = count;
  return out;
}

void add_prompt(const PaperTexts& texts, const Prompt& prompt, int count, std::vector<Block>& out) {
  if (prompt.title.empty() && prompt.prompt.empty()) return;
  out.push_back({Heading{2, texts.joined(prompt.title.empty() ? prompt.prompt : prompt.title), "", false}});
  if (!prompt.title.empty() && !prompt.prompt.empty())
    out.push_back({asked(texts.each(prompt.prompt), false, true)});
  if (!prompt.help.empty()) out.push_back({asked(texts.each(prompt.help), true, true)});
  out.push_back({lines(count)});
}

}  // namespace

void add_vision(const Instrument& instrument, const PaperTexts& texts, std::vector<Block>& out) {
  const VisionGuide& vision = instrument.vision;
  if (!vision.title.empty()) {
    out.push_back({Heading{1, texts.joined(vision.title), "vision", true}});
    if (!vision.about.empty()) out.push_back({asked(texts.each(vision.about), false, false)});
    add_prompt(texts, vision.purpose, 4, out);
    add_prompt(texts, vision.priorities, 5, out);
    add_prompt(texts, vision.outcomes, 4, out);
  }
  if (!instrument.outcomes.empty()) {
    FillIn outcomes = asked({texts.joined(Phrase::paper_outcomes)}, false, false);
    for (const Outcome& one : instrument.outcomes) {
      outcomes.choices.push_back({{}, texts.each([&](const Tongue& tongue) {
                                    Run title = texts.of(one.title, tongue);
                                    title.bold = true;
                                    if (one.about.empty()) return Text{title};
                                    title.text += tongue.lang == Lang::fr ? "\u00A0: " : ": ";
                                    return Text{title, texts.of(one.about, tongue)};
                                  })});
    }
    out.push_back({std::move(outcomes)});
  }
  if (!vision.title.empty()) add_prompt(texts, vision.principles, 4, out);
}

void add_priorities(const Instrument& instrument, const PaperTexts& texts, std::vector<Block>& out) {
  out.push_back({heading(texts, Phrase::paper_next, 1)});
  out.push_back({heading(texts, Phrase::paper_priorities, 2)});
  out.push_back({asked(texts.each(Phrase::paper_priorities_how), false, true)});
  for (int i = 1; i <= kPriorities; ++i) {
    FillIn what = lines(1);
    Text label = texts.joined(Phrase::paper_what);
    label.insert(label.begin(), Run{std::to_string(i) + ". ", true});
    what.label = {std::move(label)};
    what.keep_with_next = true;
    out.push_back({what});
    what.label = {texts.joined(Phrase::paper_why)};
    what.keep_with_next = false;
    out.push_back({std::move(what)});
  }
  const std::vector<std::size_t> pillars = instrument.pillars();
  if (pillars.empty()) return;
  // Pillars of one scale share a table; where scales differ, each has its own.
  out.push_back({heading(texts, Phrase::paper_targets, 2)});
  out.push_back({asked(texts.each(Phrase::paper_targets_how), false, true)});
  for (std::size_t begin = 0; begin < pillars.size();) {
    const std::size_t scale = instrument.nodes[pillars[begin]].scale;
    Table table;
    table.columns.push_back({texts.joined(Phrase::pillar), 3, Align::start});
    for (const Level& level : instrument.scales[scale].levels) {
      Text title = texts.joined(level.name);
      title.insert(title.begin(), Run{level.number + " "});
      table.columns.push_back({std::move(title), 1, Align::start});
    }
    for (; begin < pillars.size() && instrument.nodes[pillars[begin]].scale == scale; ++begin) {
      const Node& node = instrument.nodes[pillars[begin]];
      std::vector<Cell> row = {{texts.joined(node.title)}};
      for (const Level& level : instrument.scales[scale].levels)
        row.push_back({plain(level.number), {}, 1, true});
      table.rows.push_back(std::move(row));
    }
    out.push_back({std::move(table)});
  }
  FillIn other = lines(2);
  other.label = {texts.joined(Phrase::paper_targets_other)};
  out.push_back({std::move(other)});
}

void add_feedback(const PaperTexts& texts, std::vector<Block>& out) {
  out.push_back({heading(texts, Phrase::paper_feedback, 1)});
  for (const Phrase phrase :
       {Phrase::paper_feedback_questions, Phrase::paper_feedback_methods, Phrase::paper_feedback_workshop}) {
    FillIn remark = lines(3);
    remark.label = {texts.joined(phrase)};
    remark.keep_with_next = phrase != Phrase::paper_feedback_workshop;
    out.push_back({std::move(remark)});
  }
}

}  // namespace sextant::document
