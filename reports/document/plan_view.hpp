#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/planning/plan.hpp"
#include "reports/document/view.hpp"

namespace sextant::document {

/// A plan with the words to show it. The country's own wording stands where it has given any; otherwise the
/// library's.
struct PlanView {
  /// `of.input.plan` is there.
  explicit PlanView(const View& of);

  const View& view;
  const planning::Plan& plan;
  const ActionLibrary& library;
  std::size_t index;  ///< of the language in the library

  /// A text of the library.
  Words text(const Prose& prose) const;
  /// What the country has said of an action; nullptr where it has said nothing.
  const PlanEntry* entry(const planning::PlannedAction& one) const;
  /// The action of the library; nullptr for the country's own.
  const Action* action(const planning::PlannedAction& one) const;

  Words title(const planning::PlannedAction& one) const;
  /// One of kActionWords, the country's first; empty where neither has it. `library_text` is the library's.
  Words word(const planning::PlannedAction& one, std::string_view key, Prose Action::*library_text) const;
  Words lead(const planning::PlannedAction& one) const;
  /// "Emerging to Established", or an en dash.
  Words change(const planning::PlannedAction& one) const;
  /// A level of a node's scale, "2 Emerging", that says what `source` names.
  Words level(std::size_t node, std::size_t level, std::string source) const;
  Words months(double person_months, std::string source) const;
  /// "120,000 XOF"
  Words money(double amount, std::string source) const;
  Words number(std::size_t value, std::string source) const;
  /// A day, as it is written in the language.
  Words date(const std::string& iso) const;
  Words horizon(Horizon horizon) const;
  /// "25 March 2025 to 24 March 2026", or the years where the plan has no start.
  Words period(Horizon horizon) const;
  Words days(const planning::PlannedAction& one) const;
  /// The anchor of an action's sheet.
  std::string anchor(const planning::PlannedAction& one) const;

  /// The names of what is printed (reports/check/expect.hpp).
  static std::string of_horizon(Horizon horizon, std::string_view aspect);
  static std::string of_action(const planning::PlannedAction& one, std::string_view aspect);
  /// What the plan says of a node.
  std::string of_node(std::size_t node, std::string_view aspect) const;
  /// A node's value at the end of a horizon.
  std::string of_value(Horizon horizon, std::size_t node) const;
};

/// The chapter on the plan: priorities, timeline, actions by horizon, effect, work and money, pillars,
/// checks.
std::vector<Block> plan_chapter(const PlanView& plan);
/// The end of that chapter: what the checks found, in words and not in ids, and the questions to answer
/// first.
std::vector<Block> plan_checks(const PlanView& plan);
/// A sheet for each action, with all that is known of it.
std::vector<Block> action_sheets(const PlanView& plan);

/// The plan's figures.
Figure timeline_figure(const PlanView& plan);
Figure effect_figure(const PlanView& plan);

}  // namespace sextant::document
