#include "tests/pdf/sample.hpp"

#include <array>
#include <cmath>
#include <limits>

#include "tests/pdf/sample_text.hpp"

namespace sextant::sample {

namespace {

using namespace document;

std::string decimal(double value, const std::string& language) {
  const int tenths = static_cast<int>(std::lround(value * 10));
  return std::to_string(tenths / 10) + (language == "fr" ? "," : ".") + std::to_string(tenths % 10);
}

constexpr std::array<double, 6> kValues = {2.6, 3.2, 1.9, 1.6, 2.3, 2.4};

Drawing profile(const ReportText& t) {
  Drawing out;
  out.width = 475;
  out.height = 148;
  const double left = 168;
  const double step = (out.width - left - 20) / 3.0;
  for (int level = 1; level <= 4; ++level) {
    const double x = left + (level - 1) * step;
    out.shapes.push_back(Line{x, 20, x, 146, kRule, 0.5, level > 1, false});
    Label name;
    name.x = x;
    name.y = 12;
    name.text = t.level_names[static_cast<std::size_t>(level) - 1];
    name.size = 8.5;
    name.colour = kMuted;
    name.anchor = level == 1 ? Anchor::start : level == 4 ? Anchor::end : Anchor::middle;
    out.shapes.push_back(name);
  }
  for (std::size_t i = 0; i < 6; ++i) {
    const double y = 34 + 20.0 * static_cast<double>(i);
    const double x = left + (kValues[i] - 1) * step;
    Label name;
    name.x = left - 10;
    name.y = y + 3.2;
    name.text = t.pillars[i].name;
    name.size = 9.25;
    name.anchor = Anchor::end;
    name.width = left - 12;
    out.shapes.push_back(name);
    Rect bar;
    bar.x = left;
    bar.y = y - 6;
    bar.width = x - left;
    bar.height = 12;
    bar.fill = level_fill(static_cast<int>(std::lround(kValues[i])), 4);
    out.shapes.push_back(bar);
    out.shapes.push_back(Line{x - 18, y, x + 22, y, kInk, 0.9, false, false});
    Circle dot;
    dot.x = x;
    dot.y = y;
    dot.radius = 3.4;
    dot.fill = i == 3 ? kAccent : kBrand;
    dot.stroke = kPaper;
    dot.stroke_width = 1;
    out.shapes.push_back(dot);
    Label value;
    value.x = x + 28;
    value.y = y + 3.2;
    value.text = decimal(kValues[i], t.language) + (i == 3 ? " ▼" : "");
    value.bold = true;
    out.shapes.push_back(value);
  }
  return out;
}

Drawing rounds(const ReportText& t) {
  Drawing out;
  out.width = 475;
  out.height = 60;
  const std::array<double, 2> before = {2.2, 2.4};
  for (std::size_t i = 0; i < 2; ++i) {
    const double y = 18 + 26.0 * static_cast<double>(i);
    const auto x = [](double value) { return 168 + (value - 1) * 95; };
    Label name;
    name.x = 158;
    name.y = y + 3;
    name.text = t.pillars[i].name;
    name.anchor = Anchor::end;
    out.shapes.push_back(name);
    Line arrow;
    arrow.x1 = x(before[i]) + 4;
    arrow.x2 = x(kValues[i]) - 5;
    arrow.y1 = arrow.y2 = y;
    arrow.arrow = true;
    arrow.stroke = kBrand;
    arrow.width = 1.2;
    out.shapes.push_back(arrow);
    Circle start;
    start.x = x(before[i]);
    start.y = y;
    start.radius = 3.5;
    start.stroke = kBrand;
    start.stroke_width = 1.2;
    out.shapes.push_back(start);
    Circle end = start;
    end.x = x(kValues[i]);
    end.fill = kBrand;
    out.shapes.push_back(end);
    Label value;
    value.x = x(kValues[i]) + 9;
    value.y = y + 3.2;
    value.text = decimal(before[i], t.language) + " → " + decimal(kValues[i], t.language);
    value.bold = true;
    out.shapes.push_back(value);
  }
  return out;
}

List list_of(const std::array<std::string, 3>& items, bool ordered = false) {
  List out;
  out.ordered = ordered;
  for (const std::string& item : items) out.items.push_back(plain(item));
  return out;
}

void add_brief(const ReportText& t, Document& out) {
  auto& b = out.blocks;
  b.push_back({Heading{1, plain(t.language == "fr" ? "Note à la ou au ministre" : "Brief for the minister"),
                       "brief", true}});
  b.push_back({Paragraph{plain(t.headline), ParagraphStyle::lead}});
  KeyFigures key;
  for (std::size_t i = 0; i < 4; ++i)
    key.items.push_back({t.key_values[i], t.key_labels[i], t.key_remarks[i], {}});
  b.push_back({key});
  b.push_back({Paragraph{plain(t.brief_text), ParagraphStyle::body}});
  Figure figure;
  figure.title = plain(t.profile_title);
  figure.drawing = profile(t);
  figure.alt = t.profile_alt;
  figure.note = plain(t.profile_note);
  b.push_back({figure});
  Split split;
  split.sides.resize(2);
  split.sides[0].blocks = {{Heading{3, plain(t.strengths), ""}}, {list_of(t.pillars[1].strengths)}};
  split.sides[1].blocks = {{Heading{3, plain(t.priorities), ""}}, {list_of(t.pillars[3].steps, true)}};
  b.push_back({split});
  Callout ask;
  ask.kind = CalloutKind::ask;
  ask.title = plain(t.asked);
  Text link = plain(t.ask_text + " ");
  link.push_back({t.see, false, Tone::normal, "#plan"});
  link.push_back({"."});
  ask.blocks = {{Paragraph{link, ParagraphStyle::body}}, {list_of(t.asks, true)}};
  b.push_back({ask});
}

void add_pillar(const ReportText& t, std::size_t i, Document& out) {
  const PillarText& p = t.pillars[i];
  auto& b = out.blocks;
  b.push_back(
      {Heading{1, plain(std::to_string(i + 1) + ". " + p.name), "pillar-" + std::to_string(i + 1), i == 0}});
  b.push_back({Paragraph{plain(p.finding), ParagraphStyle::lead}});
  b.push_back({Paragraph{plain(p.body), ParagraphStyle::body}});
  Table table;
  table.caption = plain(t.component + " : " + p.name);
  table.columns = {{plain(t.component), 2.2},
                   {plain(t.level), 1.5, Align::start},
                   {plain(t.evidence), 4},
                   {plain("n"), 0.5, Align::end}};
  for (std::size_t c = 0; c < 4; ++c) {
    const int level = p.levels[c];
    table.rows.push_back(
        {Cell{bold(p.components[c])},
         Cell{plain(std::to_string(level) + " " + t.level_names[static_cast<std::size_t>(level) - 1]),
              {level, 4}},
         Cell{plain(c < 3 ? p.strengths[c] + " " + p.gaps[c] : p.descriptor)},
         Cell{plain(std::to_string(7 + 3 * c))}});
  }
  b.push_back({table});
  b.push_back({Paragraph{plain(t.source), ParagraphStyle::small}});
  if (i == 0) {
    Figure figure;
    figure.title = plain(t.pillars[1].finding);
    figure.drawing = rounds(t);
    figure.alt = t.profile_alt;
    b.push_back({figure});
  }
  b.push_back({Heading{2, plain(t.evidence), "evidence-" + std::to_string(i + 1)}});
  b.push_back({Paragraph{plain(p.second), ParagraphStyle::body}});
  if (i == 3) b.push_back({Paragraph{plain(t.quote), ParagraphStyle::quote}});
  Split split;
  split.sides.resize(2);
  split.sides[0].blocks = {{Heading{3, plain(t.strengths), ""}}, {list_of(p.strengths)}};
  split.sides[1].blocks = {{Heading{3, plain(t.gaps), ""}}, {list_of(p.gaps)}};
  b.push_back({split});
  b.push_back({Heading{2, plain(t.next), "next-" + std::to_string(i + 1)}});
  Text next = bold(p.descriptor + " → ");
  next.push_back({p.next});
  b.push_back({Paragraph{next, ParagraphStyle::body}});
  b.push_back({list_of(p.steps, true)});
  if (i == 3 || i == 2) {
    Callout attention;
    attention.kind = i == 3 ? CalloutKind::attention : CalloutKind::note;
    attention.title = plain(i == 3 ? "⚠ " + t.profile_title : t.source);
    attention.blocks = {{Paragraph{plain(p.second), ParagraphStyle::body}}};
    b.push_back({attention});
  }
}

void add_plan(const ReportText& t, Document& out) {
  auto& b = out.blocks;
  b.push_back({Heading{1, plain(t.plan), "plan", true}});
  b.push_back({Paragraph{plain(t.plan_intro), ParagraphStyle::body}});
  Table plan;
  plan.caption = plain(t.plan);
  plan.columns = {{plain("#"), 0.5, Align::end},          {plain(t.action), 3.4},
                  {plain(t.horizon), 1.1, Align::centre}, {plain(t.lead), 2},
                  {plain(t.cost), 1, Align::end},         {plain(t.indicator), 3.2}};
  for (std::size_t i = 0; i < 24; ++i) {
    const PillarText& p = t.pillars[(i * 5 + 3) % 6];
    if (i % 8 == 0) {
      Cell group{bold(t.priorities + " " + std::to_string(i / 8 + 1) + " · " + p.name)};
      group.span = 6;
      plan.rows.push_back({group});
    }
    plan.rows.push_back({Cell{plain(std::to_string(i + 1))}, Cell{plain(t.actions[i % t.actions.size()])},
                         Cell{plain(t.horizons[i % 3]), {static_cast<int>(i % 3) + 1, 4}},
                         Cell{plain(p.components[i % 4])}, Cell{plain(std::to_string(120 + 37 * i))},
                         Cell{plain(t.indicators[(i * 7) % t.indicators.size()])}});
  }
  plan.row_headers = false;
  b.push_back({plan});
  b.push_back({Paragraph{plain(t.source), ParagraphStyle::small}});
}

void add_annex(const ReportText& t, Document& out) {
  auto& b = out.blocks;
  b.push_back({Heading{1, plain(t.answers), "answers", true}});
  b.push_back({Paragraph{plain(t.answers_intro), ParagraphStyle::body}});
  Table answers;
  answers.compact = true;
  answers.columns = {{plain(t.question), 4}, {plain(t.answer), 4}, {plain(t.level), 1, Align::end}};
  for (std::size_t i = 0; i < 24; ++i) {
    const PillarText& p = t.pillars[i % 6];
    answers.rows.push_back({Cell{plain(t.questions[i % t.questions.size()])},
                            Cell{plain(p.strengths[i % 3] + " " + p.gaps[(i + 1) % 3])},
                            Cell{plain(std::to_string(p.levels[i % 4]))}});
  }
  b.push_back({answers});
  b.push_back({Heading{1, plain(t.method), "method"}});
  for (const std::string& text : t.method_text) b.push_back({Paragraph{plain(text), ParagraphStyle::body}});
  Text link = plain("GEM Report 2023: ");
  link.push_back({"https://www.unesco.org/gem-report/en/technology", false, Tone::normal,
                  "https://www.unesco.org/gem-report/en/technology"});
  b.push_back({Paragraph{link, ParagraphStyle::small}});
}

}  // namespace

Document report(const std::string& language) {
  const ReportText t = language == "fr" ? french() : english();
  Document out;
  out.meta = {t.language,
              false,
              t.title,
              t.subtitle,
              t.kicker,
              {"education", "digital", "maturity"},
              "2025-03-25",
              t.footer,
              t.page_of,
              t.continued,
              t.contents,
              "",
              "instrument:6f1c answers:92ab engine:0.1.0"};
  Cover cover{t.kicker, t.title, t.subtitle, {}, t.notice};
  for (std::size_t i = 0; i < 4; ++i) cover.facts.emplace_back(t.facts[i], t.fact_values[i]);
  out.blocks.push_back({cover});
  out.blocks.push_back({Contents{plain(t.contents), 2}});
  add_brief(t, out);
  for (std::size_t i = 0; i < 6; ++i) add_pillar(t, i, out);
  add_plan(t, out);
  add_annex(t, out);
  return out;
}

Document hostile() {
  constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
  constexpr double kInf = std::numeric_limits<double>::infinity();
  Document out;
  out.meta.language = "en";
  out.meta.title = "Bad \xFF\xC3 title \xED\xA0\x80 <&>";
  out.meta.date = "yesterday";
  out.meta.page_of = "{page}";
  out.meta.continued = "...";
  auto& b = out.blocks;
  b.push_back({Heading{4, {}, ""}});
  b.push_back({Heading{99, plain("Level ninety-nine"), "x"}});
  b.push_back({Heading{-3, plain("Level minus three"), "x"}});
  b.push_back({Paragraph{{}, ParagraphStyle::body}});
  b.push_back({Paragraph{plain(std::string("zero\0byte and \x01 control\ttab\nnewline\n\nempty line", 48)),
                         ParagraphStyle::lead}});
  b.push_back({Paragraph{plain(std::string(3000, 'W')), ParagraphStyle::body}});
  b.push_back(
      {Paragraph{plain("soft\xC2\xADhyphen \xE2\x80\x8B zero \xF0\x9F\x98\x80 emoji \xF3\xA0\x80\x81 tag"),
                 ParagraphStyle::quote}});
  b.push_back({Paragraph{{{"broken link", false, Tone::normal, "#nowhere"},
                          {" "},
                          {"odd address", true, Tone::accent, "http://x/(é) <y>\\"}},
                         ParagraphStyle::body}});
  b.push_back({List{}});
  b.push_back({List{true, {{}, plain("x"), {}}}});
  b.push_back({Table{}});
  Table ragged;
  ragged.caption = plain("Ragged");
  ragged.columns = {{plain("a"), kNan}, {{}, -1}, {plain("c"), kInf}};
  ragged.rows = {
      {},
      {Cell{plain("1"), {7, 3}, 99}},
      {Cell{plain("1")}, Cell{plain("2")}, Cell{plain("3")}, Cell{plain("4")}, Cell{plain("5"), {}, -4}}};
  b.push_back({ragged});
  Table tall;
  tall.columns = {{plain("tall"), 1}, {plain("other"), 1}};
  std::string words;
  for (int i = 0; i < 3000; ++i) words += "word" + std::to_string(i) + " ";
  tall.rows = {{Cell{plain(words)}, Cell{plain("short")}}};
  b.push_back({tall});
  Figure figure;
  figure.title = plain("NaN");
  figure.drawing.width = 400;
  figure.drawing.height = 100;
  figure.drawing.shapes = {
      Rect{kNan, kInf, -kInf, 1e300},
      Line{kNan, 0, 10, kInf},
      Circle{kNan, kNan, kNan},
      Polygon{{{kNan, 1}, {2, kInf}, {1, 1}}},
      Polygon{},
      Label{kNan, kNan, "label", kNan},
      Label{10, 10, "many words in a narrow box that must be cut", 9, false, kInk, Anchor::middle, 40, 2},
      Label{5, 5, "W", 9, false, kInk, Anchor::end, 0.001, 1},
      Label{0, 0, "", 9}};
  b.push_back({figure});
  figure.drawing.width = kNan;
  b.push_back({figure});
  figure.drawing = {5000, 9000, {Label{2500, 4500, "small in a huge drawing", 9}}};
  b.push_back({figure});
  b.push_back({Callout{}});
  Callout nested;
  nested.title = plain("Outer");
  Callout inner;
  inner.title = plain("Inner");
  inner.blocks = {{PageBreak{}}, {Paragraph{plain(words), ParagraphStyle::body}}};
  nested.blocks = {{inner}, {Split{}}};
  b.push_back({nested});
  Split split;
  split.sides.resize(3);
  split.sides[0].share = kNan;
  split.sides[1].blocks = {{Paragraph{plain(words), ParagraphStyle::body}}};
  b.push_back({split});
  b.push_back({KeyFigures{}});
  KeyFigures key;
  key.items.resize(7);
  key.items[0] = {"a very long value indeed that will not fit", "label", "remark", {2, 4}};
  b.push_back({key});
  b.push_back({Cover{}});
  b.push_back({Contents{{}, 9}});
  b.push_back({PageBreak{}});
  b.push_back({PageBreak{}});
  return out;
}

}  // namespace sextant::sample
