#include "reports/document/country_report.hpp"

#include <algorithm>
#include <iterator>

#include "reports/document/plan_view.hpp"

namespace sextant::document {

namespace {

/// "Ministry of Education, planning director": ministries and roles, never names.
Words respondents(const View& view) {
  std::vector<std::string> out;
  for (const Respondent& one : view.input.assessment.respondents) {
    std::string words = one.ministry;
    if (!one.role.empty()) words += (words.empty() ? "" : ", ") + one.role;
    if (!words.empty() && std::find(out.begin(), out.end(), words) == out.end()) out.push_back(words);
  }
  std::string all;
  for (const std::string& words : out) all += (all.empty() ? "" : view.semicolon()) + words;
  return view.own(all);
}

Cover cover(const View& view) {
  const Assessment& assessment = view.input.assessment;
  const Instrument& instrument = view.instrument;
  Cover out;
  out.kicker = view.say(Phrase::country_report);
  out.title = view.unit();
  out.subtitle = view.text(instrument.title);
  const auto fact = [&](Phrase label, Words value) {
    if (!value.empty()) out.facts.emplace_back(view.say(label), std::move(value));
  };
  const Words round_name = view.own(text_for(assessment.round.name, view.language), "@answers/round.name");
  fact(Phrase::round, round_name.empty() ? view.round() : round_name);
  fact(Phrase::date, view.date());
  fact(Phrase::respondents, respondents(view));
  fact(Phrase::answered_share, view.answered_of());
  fact(Phrase::instrument,
       Words(instrument.id, "@instrument/id") + view.comma() +
           view.say(Phrase::version, {{"version", {instrument.version, "@instrument/version"}}}));
  out.notice = view.say(Phrase::self_assessed);
  if (!instrument.notice.empty()) out.notice += " " + view.text(instrument.notice);
  return out;
}

}  // namespace

Document country_report(const ReportInput& input) {
  const View view(input);
  Document out;
  out.meta = meta(view, view.say(Phrase::country_report));
  out.blocks.push_back({cover(view)});
  append(out.blocks, brief(view));
  out.blocks.push_back({PageBreak{}});
  out.blocks.push_back({Contents{plain(view.say(Phrase::contents)), 1}});
  append(out.blocks, profile(view));
  for (const std::size_t pillar : input.instrument.pillars())
    append(out.blocks, pillar_section(view, pillar));
  append(out.blocks, indices_section(view));
  if (input.plan != nullptr) {
    const PlanView plan(view);
    append(out.blocks, plan_chapter(plan));
    append(out.blocks, action_sheets(plan));
  }
  append(out.blocks, answers_annex(view));
  append(out.blocks, method(view));
  return out;
}

}  // namespace sextant::document
