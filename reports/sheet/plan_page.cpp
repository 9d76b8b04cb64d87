#include <algorithm>
#include <array>

#include "engine/exchange/labels.hpp"
#include "engine/exchange/page_words.hpp"
#include "engine/exchange/ways_to_pay.hpp"
#include "reports/sheet/pages.hpp"

namespace sextant::sheet {

namespace page = exchange::page;

namespace {

std::string horizon_word(const Scene& scene, Horizon horizon) {
  switch (horizon) {
    case Horizon::short_term:
      return scene({"Short term", "Court terme"});
    case Horizon::medium_term:
      return scene({"Medium term", "Moyen terme"});
    case Horizon::long_term:
      break;
  }
  return scene({"Long term", "Long terme"});
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

/// The titles of the actions' columns after those that everybody looks at, parallel to kActionWords without
/// its title.
constexpr std::array<std::string_view, 10> kWordTitles = {"What is done",
                                                          "Partners",
                                                          "Output",
                                                          "Indicator",
                                                          "Baseline",
                                                          "Target value",
                                                          "Means of verification",
                                                          "How it brings change",
                                                          "Risk",
                                                          "Answer to the risk"};

class PlanWriter {
 public:
  PlanWriter(Book& book, const Scene& scene) : to_(book, scene), scene_(scene), plan_(scene.answers->plan) {
    for (const Horizon horizon : kAllHorizons) horizons_.push_back(horizon_word(scene, horizon));
    for (std::size_t i = 1; i < scene.instrument.nodes.size(); ++i) {
      if (!scene.instrument.nodes[i].is_index) nodes_.push_back(node_word(scene, i));
    }
    for (const Outcome& one : scene.instrument.outcomes) outcomes_.push_back(outcome_word(scene, one.id));
  }

  void write() {
    Layout layout;
    layout.name = scene_({"Plan", "Plan"});
    layout.columns = {{8, true},   {22, false}, {46, false}, {40, false},
                      {16, false}, {14, false}, {10, false}, {22, false}};
    for (int i = 0; i < 5; ++i) layout.columns.push_back({17, false});
    for (int i = 0; i < 20; ++i) layout.columns.push_back({24, false});
    layout.printed_columns = 13;
    layout.frozen_columns = 3;
    to_.begin(layout, scene_(page::kPlan), scene_(page::kAboutPlan));
    actions();
    to_.section(scene_(page::kMoney));
    to_.header({"Way to pay", "For the action", "Investment cost", "Running cost a year"});
    sources();
    to_.section(scene_(page::kNoneNeeded));
    to_.header({"Where", "Why"});
    none_needed();
    to_.section(scene_(page::kPlanAsAWhole));
    to_.header({"What", "To fill in", "Help"});
    settings();
  }

 private:
  void actions() {
    to_.section(scene_(page::kActions));
    std::vector<std::string_view> titles = {"Action",
                                            "In the library's words",
                                            "In your own words",
                                            "Removed",
                                            "Horizon",
                                            "Horizon is fixed",
                                            "Responsible",
                                            "Start",
                                            "End",
                                            "Person-months",
                                            "Investment cost",
                                            "Running cost a year",
                                            "Note",
                                            "Works on",
                                            "From level",
                                            "To level",
                                            "Education outcome"};
    titles.insert(titles.end(), kWordTitles.begin(), kWordTitles.end());
    titles.insert(titles.end(), {"Questions concerned", "After the actions"});
    to_.header(titles);
    for (const PlanEntry& one : plan_.entries) action(one);
    constexpr int kRoom = 5;
    int number = 0;
    for (int i = 0; i < kRoom; ++i) {
      PlanEntry blank;
      do {
        blank.id = "own-" + std::to_string(++number);
      } while (std::any_of(plan_.entries.begin(), plan_.entries.end(),
                           [&](const PlanEntry& one) { return one.id == blank.id; }));
      action(blank);
    }
  }

  Choice of(const std::vector<std::string>& list) const {
    return list.empty() ? Choice{} : choose(scene_, list);
  }

  std::string level_of(const PlanEntry& one, const std::optional<std::size_t>& level) const {
    if (!one.node || !level) return {};
    return level_word(scene_, scene_.instrument.scales[scene_.instrument.nodes[*one.node].scale], *level);
  }

  void action(const PlanEntry& one) {
    const std::string yes = yes_no_word(scene_, true);
    to_.line("plan.actions#" + one.id);
    to_.label(one.id, Style::small);
    to_.label(in_library(one), Style::plain);
    to_.fill(one.words.front());
    to_.fill(one.removed ? yes : "", of({yes}), Style::pick);
    to_.fill(one.horizon ? horizon_word(scene_, *one.horizon) : "", of(horizons_), Style::pick);
    to_.fill(one.locked ? yes : "", of({yes}), Style::pick);
    to_.fill(one.owner);
    to_.day(one.start);
    to_.day(one.end);
    to_.amount(one.effort);
    to_.amount(one.capital);
    to_.amount(one.recurrent);
    to_.fill(one.note);
    to_.fill(one.node ? node_word(scene_, *one.node) : "", of(nodes_));
    to_.fill(level_of(one, one.from));
    to_.fill(level_of(one, one.to));
    to_.fill(outcome_word(scene_, one.outcome), of(outcomes_));
    for (std::size_t i = 1; i < kActionWords.size(); ++i) to_.fill(one.words.at(i));
    std::vector<std::string> questions;
    for (const std::size_t index : one.questions) questions.push_back(scene_.instrument.questions[index].id);
    to_.fill(joined(questions));
    to_.fill(joined(one.after));
  }

  std::string in_library(const PlanEntry& one) const {
    if (scene_.library == nullptr) return {};
    const auto it = scene_.library->action_index.find(one.id);
    if (it == scene_.library->action_index.end()) return {};
    return scene_.library->actions[it->second].title(scene_.library->head.language(scene_.setting.language));
  }

  std::string way_to_pay(std::size_t model) const {
    const ActionLibrary& library = *scene_.library;
    return exchange::way_to_pay_label(library, model, library.head.language(scene_.setting.language));
  }

  std::string way_to_pay(const std::string& id) const {
    if (scene_.library == nullptr) return id;
    const auto& all = scene_.library->financing;
    const auto it = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == id; });
    return it == all.end() ? id : way_to_pay(static_cast<std::size_t>(it - all.begin()));
  }

  void sources() {
    std::vector<std::string> models;
    if (scene_.library != nullptr) {
      for (std::size_t i = 0; i < scene_.library->financing.size(); ++i) models.push_back(way_to_pay(i));
    }
    std::vector<std::string> ids;
    for (const PlanEntry& one : plan_.entries) ids.push_back(one.id);
    int number = 0;
    const auto line = [&](const std::string& model, const std::string& action, std::optional<double> capital,
                          std::optional<double> recurrent) {
      to_.line("plan.sources#" + std::to_string(++number));
      to_.fill(model, of(models));
      to_.fill(action, of(ids));
      to_.amount(capital);
      to_.amount(recurrent);
    };
    for (const PlanEntry& one : plan_.entries) {
      for (const PlanSource& source : one.sources) {
        line(way_to_pay(source.model), one.id,
             source.capital == 0 ? std::nullopt : std::optional(source.capital),
             source.recurrent == 0 ? std::nullopt : std::optional(source.recurrent));
      }
    }
    constexpr int kRoom = 4;
    for (int i = 0; i < kRoom; ++i) line("", "", std::nullopt, std::nullopt);
  }

  void none_needed() {
    int number = 0;
    const auto line = [&](const std::string& node, const std::string& reason) {
      to_.line("plan.none_needed#" + std::to_string(++number));
      to_.fill(node, of(nodes_));
      to_.fill(reason);
    };
    for (const auto& [node, reason] : plan_.none_needed) line(node_word(scene_, node), reason);
    line("", "");
    line("", "");
  }

  void number(const std::string& key, const std::string& what, const std::optional<double>& value,
              const std::string& help) {
    to_.line(key);
    to_.label(what);
    to_.amount(value);
    to_.label(help, Style::plain);
  }

  std::string label(std::string_view key) const { return scene_(exchange::label_of(key)); }

  void settings() {
    to_.value("plan.start", label("plan.start"), plan_.start,
              scene_({"Empty: the day of the round.", "Vide : le jour du tour."}), {}, Style::day);
    to_.value("plan.currency", label("plan.currency"), plan_.currency,
              scene_({"Of all amounts, for instance thousand MAD.",
                      "De tous les montants, par exemple milliers de MAD."}));
    for (const Horizon horizon : kAllHorizons) {
      const auto index = static_cast<std::size_t>(horizon);
      const std::string end = " (" + horizon_word(scene_, horizon) + ")";
      number("plan.effort#" + std::string(name_of(horizon)), label("plan.effort") + end,
             plan_.effort.at(index), {});
      number("plan.money#" + std::string(name_of(horizon)), label("plan.money") + end, plan_.money.at(index),
             {});
    }
    number("plan.levels_in_short", label("plan.levels_in_short"),
           plan_.levels_in_short == 1 ? std::nullopt : std::optional<double>(plan_.levels_in_short),
           scene_({"At most, for each sub-component; 1 where nothing is said.",
                   "Au plus, pour chaque sous-composante ; 1 si rien n'est indiqué."}));
  }

  Keyed to_;
  const Scene& scene_;
  const CountryPlan& plan_;
  std::vector<std::string> horizons_;
  std::vector<std::string> nodes_;
  std::vector<std::string> outcomes_;
};

}  // namespace

void plan_page(Book& book, const Scene& scene) {
  PlanWriter(book, scene).write();
}

}  // namespace sextant::sheet
