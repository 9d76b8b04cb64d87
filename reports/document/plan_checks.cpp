#include <algorithm>

#include "reports/document/plan_view.hpp"

namespace sextant::document {

namespace {

/// The words for what a check of the plan names by an id.
class Names {
 public:
  explicit Names(const PlanView& plan) : plan_(plan), view_(plan.view) {}

  /// The same problem in words that a reader of the report knows.
  Diagnostic in_words(Diagnostic one) const {
    const std::optional<std::size_t> node = node_of(one.args);
    for (auto& [key, value] : one.args) {
      if (key == "id") value = action(value);
      if (key == "node" && node) value = view_.title(*node).str();
      if (key == "level" && node) value = level(*node, value);
      if (key == "horizon") value = horizon(value);
      if (key == "outcome") value = outcome(value);
      if (key == "model") value = model(value);
      if (key == "chain") value = chain(value);
    }
    return one;
  }

 private:
  std::optional<std::size_t> node_of(const Args& args) const {
    for (const auto& [key, value] : args) {
      for (std::size_t n = 0; key == "node" && n < view_.instrument.nodes.size(); ++n) {
        if (view_.instrument.nodes[n].id == value) return n;
      }
    }
    return std::nullopt;
  }

  std::string action(const std::string& id) const {
    for (const planning::PlannedAction& one : plan_.plan.actions) {
      if (one.what.id == id) return plan_.title(one).str();
    }
    for (const Action& one : plan_.library.actions) {
      if (one.id == id) return plan_.text(one.title).str();
    }
    return id;
  }

  std::string level(std::size_t node, const std::string& id) const {
    for (const Level& one : view_.scale(node).levels) {
      if (one.id == id) return view_.text(one.name).str();
    }
    return id;
  }

  std::string horizon(const std::string& name) const {
    for (const Horizon one : kAllHorizons) {
      if (name_of(one) == name) return plan_.horizon(one).str();
    }
    return name;
  }

  std::string outcome(const std::string& id) const {
    for (const Outcome& one : view_.instrument.outcomes) {
      if (one.id == id) return view_.text(one.title).str();
    }
    return id;
  }

  std::string model(const std::string& id) const {
    for (const FinancingModel& one : plan_.library.financing) {
      if (one.id == id) return plan_.text(one.title).str();
    }
    return id;
  }

  /// "a -> b -> a"
  std::string chain(const std::string& ids) const {
    const std::string between = " -> ";
    std::string out;
    for (std::size_t at = 0; at <= ids.size();) {
      const std::size_t end = std::min(ids.find(between, at), ids.size());
      out += (out.empty() ? "" : between) + action(ids.substr(at, end - at));
      at = end + between.size();
    }
    return out;
  }

  const PlanView& plan_;
  const View& view_;
};

/// What has no level yet, a row each pillar.
Table to_clear(const PlanView& plan) {
  const View& view = plan.view;
  std::vector<std::size_t> pillars = view.instrument.pillars();
  if (pillars.empty()) pillars.push_back(0);
  Table out;
  out.compact = true;
  out.columns = {{plain(view.say(Phrase::pillar)), 1}, {plain(view.say(Phrase::plan_component)), 3}};
  for (const std::size_t pillar : pillars) {
    std::vector<Words> titles;
    for (const std::size_t node : plan.plan.proposals.to_clear) {
      if (view.instrument.below(node, pillar)) titles.push_back(view.title(node));
    }
    if (!titles.empty())
      out.rows.push_back({{plain(view.title(pillar))}, {plain(listed(titles, view.lang))}});
  }
  return out;
}

}  // namespace

std::vector<Block> plan_checks(const PlanView& plan) {
  const View& view = plan.view;
  std::vector<Block> out;
  const Names names(plan);
  List list;
  for (const Diagnostic& one : view.input.plan->problems) {
    const std::string words = message(names.in_words(one), view.lang);
    list.items.push_back(plain({typeset(words, view.language), "@plan/text"}));
  }
  // Of an empty plan in which nothing was found, nothing is to be said.
  if (!list.items.empty() || !plan.plan.actions.empty()) {
    out.push_back({Heading{2, plain(view.say(Phrase::plan_checks)), "plan-checks"}});
    if (list.items.empty()) {
      out.push_back({Paragraph{plain(view.say(Phrase::plan_checks_fine))}});
    } else {
      out.push_back({std::move(list)});
    }
  }
  if (!plan.plan.proposals.to_clear.empty()) {
    out.push_back({Heading{2, plain(view.say(Phrase::plan_to_clear)), "plan-to-clear"}});
    out.push_back({Paragraph{plain(view.say(Phrase::plan_to_clear_text)), ParagraphStyle::body, true}});
    out.push_back({to_clear(plan)});
  }
  return out;
}

}  // namespace sextant::document
