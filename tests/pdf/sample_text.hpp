#pragma once

#include <array>
#include <string>
#include <vector>

/// The words of the sample report in one language.
namespace sextant::sample {

struct PillarText {
  std::string name, finding, body, second, descriptor, next;
  std::array<std::string, 4> components;
  std::array<std::string, 3> strengths, gaps, steps;
  std::array<int, 4> levels;
};

struct ReportText {
  std::string language, title, subtitle, kicker, notice, footer, page_of, continued, contents, headline,
      brief_text;
  std::string profile_title, profile_alt, profile_note, source;
  std::string strengths, priorities, asked, ask_text, component, level, evidence, next, gaps, quote;
  std::string plan, plan_intro, action, horizon, lead, cost, indicator, pillar;
  std::string answers, answers_intro, method, question, answer, see;
  std::array<std::string, 4> level_names;
  std::array<std::string, 3> horizons;
  std::array<std::string, 4> facts, fact_values;
  std::array<std::string, 4> key_labels, key_remarks, key_values;
  std::array<std::string, 3> asks;
  std::vector<std::string> method_text, actions, indicators, questions;
  std::array<PillarText, 6> pillars;
};

ReportText english();
ReportText french();

}  // namespace sextant::sample
