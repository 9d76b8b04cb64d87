#include <algorithm>

#include "reports/document/plan_view.hpp"

namespace sextant::document {

namespace {

using planning::PlannedAction;

/// One action's sheet: what is known of it, a row each.
class ActionSheet {
 public:
  ActionSheet(const PlanView& plan, const PlannedAction& one)
      : plan_(plan), view_(plan.view), one_(one), action_(plan.action(one)), entry_(plan.entry(one)) {}

  std::vector<Block> blocks(bool new_page) {
    table_.compact = true;
    table_.columns = {{plain(view_.say(Phrase::plan_action)), 1.5}, {plain(plan_.title(one_)), 5}};
    row(Phrase::plan_component, view_.title(one_.what.node));
    row(Phrase::plan_change, plan_.change(one_));
    row(Phrase::plan_serves_priority, priorities());
    row(Phrase::plan_what, plan_.word(one_, "what", &Action::what));
    row(Phrase::plan_touches, touched());
    row(Phrase::plan_when, plan_.horizon(one_.when) + ", " + plan_.days(one_));
    row(Phrase::plan_lead, plan_.lead(one_));
    row(Phrase::plan_partners, partners());
    row(Phrase::plan_effort, plan_.months(one_.what.effort, PlanView::of_action(one_, "effort")));
    row(Phrase::plan_costs, cost());
    row(Phrase::plan_finance, finance());
    row(Phrase::plan_output, plan_.word(one_, "output", &Action::output));
    row(Phrase::plan_indicator, plan_.word(one_, "indicator", &Action::indicator));
    row(Phrase::plan_baseline, baseline());
    row(Phrase::plan_verification, plan_.word(one_, "verification", &Action::verification));
    row(Phrase::plan_outcome, outcome());
    row(Phrase::plan_needs, needs());
    row(Phrase::plan_risk, risk());
    row(Phrase::plan_gem, gem());
    if (entry_ != nullptr && !entry_->note.empty()) row(Phrase::plan_note, view_.own(entry_->note));
    std::vector<Block> out;
    out.push_back({Heading{2, plain(plan_.title(one_)), plan_.anchor(one_), new_page}});
    out.push_back({std::move(table_)});
    return out;
  }

 private:
  void row(Phrase label, const Words& words) {
    if (!words.empty()) table_.rows.push_back({{plain(view_.say(label))}, {plain(words)}});
  }

  Words names(const std::vector<std::size_t>& nodes) const {
    std::vector<Words> out;
    for (const std::size_t node : nodes) out.push_back(view_.title(node));
    return listed(out, view_.lang);
  }

  Words priorities() const {
    std::vector<std::size_t> nodes;
    for (const std::size_t p : one_.priorities) nodes.push_back(plan_.plan.priorities[p].node);
    return nodes.empty() ? Words() : names(nodes);
  }

  /// The pillars that it touches, and those that it does not.
  Words touched() const {
    std::vector<std::size_t> in;
    std::vector<std::size_t> out;
    for (const std::size_t pillar : view_.instrument.pillars()) {
      const bool touches = view_.instrument.below(one_.what.node, pillar) ||
                           (action_ != nullptr && std::find(action_->pillars.begin(), action_->pillars.end(),
                                                            pillar) != action_->pillars.end());
      (touches ? in : out).push_back(pillar);
    }
    Words words = names(in);
    if (!out.empty())
      words += Words(" (") + view_.say(Phrase::plan_not_touched, {{"names", names(out)}}) + ")";
    return words;
  }

  Words partners() const {
    const Words own = plan_.word(one_, "partners", nullptr);
    if (!own.empty() || action_ == nullptr) return own;
    std::vector<Words> out;
    for (const Prose& one : action_->partners) out.push_back(plan_.text(one));
    Words words;
    for (const Words& one : out) words += (words.empty() ? Words() : Words(view_.semicolon())) + one;
    return words;
  }

  Words cost() const {
    if (entry_ != nullptr && (entry_->capital || entry_->recurrent)) {
      return view_.say(
          Phrase::plan_cost_text,
          {{"capital", plan_.money(entry_->capital.value_or(0), PlanView::of_action(one_, "capital"))},
           {"recurrent",
            plan_.money(entry_->recurrent.value_or(0), PlanView::of_action(one_, "recurrent"))}});
    }
    if (action_ == nullptr) return {};
    return view_.say(Phrase::plan_cost_bands,
                     {{"capital", plan_.text(plan_.library.cost_bands[action_->capital].name)},
                      {"recurrent", plan_.text(plan_.library.cost_bands[action_->recurrent].name)}});
  }

  Words model_title(const std::string& id) const {
    for (const FinancingModel& model : plan_.library.financing) {
      if (model.id == id) return plan_.text(model.title);
    }
    return view_.own(id);
  }

  /// The country's sources with their amounts; otherwise the models that fit, each with its risk.
  Words finance() const {
    Words out;
    const auto add = [&](const Words& one) {
      out += (out.empty() ? Words() : Words(view_.semicolon())) + one;
    };
    if (entry_ != nullptr && !entry_->sources.empty()) {
      for (const PlanSource& source : entry_->sources) {
        const std::string of = "source." + source.model;
        add(model_title(source.model) + view_.colon() +
            view_.say(Phrase::plan_cost_text,
                      {{"capital", plan_.money(source.capital, PlanView::of_action(one_, of + ".capital"))},
                       {"recurrent",
                        plan_.money(source.recurrent, PlanView::of_action(one_, of + ".recurrent"))}}));
      }
      return out;
    }
    if (action_ == nullptr) return {};
    for (const std::size_t model : action_->financing) add(plan_.text(plan_.library.financing[model].title));
    return out.empty() ? view_.say(Phrase::plan_finance_none) : out;
  }

  Words baseline() const {
    const Words from = plan_.word(one_, "baseline", nullptr);
    const Words to = plan_.word(one_, "target", nullptr);
    if (from.empty() && to.empty()) return view_.say(Phrase::plan_baseline_open);
    return (from.empty() ? Words(dash()) : from) + " → " + (to.empty() ? Words(dash()) : to);
  }

  Words outcome() const {
    const Words why = plan_.word(one_, "mechanism", &Action::mechanism);
    Words title;
    for (std::size_t i = 0; i < view_.instrument.outcomes.size(); ++i) {
      const Outcome& known = view_.instrument.outcomes[i];
      const bool own = entry_ != nullptr && !entry_->outcome.empty();
      if (own ? entry_->outcome == known.id : action_ != nullptr && action_->outcome == i)
        title = view_.text(known.title);
    }
    if (title.empty()) return why;
    return why.empty() ? title : title + view_.colon() + why;
  }

  Words needs() const {
    std::vector<Words> out;
    for (std::size_t i = 0; i < one_.what.needs.size(); ++i) {
      const Need& need = one_.what.needs[i];
      const Words level =
          plan_.level(need.node, need.level, PlanView::of_action(one_, "need." + std::to_string(i)));
      out.push_back(view_.say(Phrase::plan_need, {{"name", view_.title(need.node)}, {"level", level}}));
    }
    for (const std::string& id : one_.what.after) {
      for (const PlannedAction& other : plan_.plan.actions) {
        if (other.what.id == id) out.push_back(plan_.title(other));
      }
    }
    return out.empty() ? view_.say(Phrase::plan_needs_none) : listed(out, view_.lang);
  }

  Words risk() const {
    const Words risk = plan_.word(one_, "risk", &Action::risk);
    const Words done = plan_.word(one_, "mitigation", &Action::mitigation);
    return risk.empty() || done.empty() ? risk + done : risk + " " + done;
  }

  Words gem() const {
    Words out;
    if (action_ == nullptr) return out;
    for (const Prose& one : action_->gem) out += (out.empty() ? Words() : Words(" ")) + plan_.text(one);
    return out;
  }

  const PlanView& plan_;
  const View& view_;
  const PlannedAction& one_;
  const Action* action_;
  const PlanEntry* entry_;
  Table table_;
};

}  // namespace

std::vector<Block> action_sheets(const PlanView& plan) {
  std::vector<Block> out;
  if (plan.plan.actions.empty()) return out;
  out.push_back({Heading{1, plain(plan.view.say(Phrase::plan_sheets)), "sheets", true}});
  for (const PlannedAction& one : plan.plan.actions) {
    for (Block& block : ActionSheet(plan, one).blocks(&one != &plan.plan.actions.front()))
      out.push_back(std::move(block));
  }
  return out;
}

}  // namespace sextant::document
