#include <doctest/doctest.h>

#include <algorithm>

#include "engine/assessment/write_answers.hpp"
#include "engine/instrument/load.hpp"
#include "engine/library/load.hpp"
#include "engine/planning/calendar.hpp"
#include "engine/planning/plan.hpp"
#include "engine/syntax/tree.hpp"

using namespace sextant;
using namespace sextant::planning;

namespace {

constexpr const char* kInstrument = R"(sextant: instrument/1
id: two
version: "1"
title: Two pillars
language: en
scales:
  - id: s
    levels: [{id: one, name: One}, {id: two, name: Two}, {id: three, name: Three}, {id: four, name: Four}]
outcomes: [{id: reading, title: Reading}, {id: access, title: Access}]
nodes:
  - id: power
    kind: pillar
    title: Power
    nodes:
      - id: grid
        title: Grid
        questions:
          - {id: grid.a, text: A?, levels: {one: No., two: Some., three: Most., four: All.}}
          - {id: grid.b, text: B?, levels: {one: None., two: Few., three: Many., four: Every one.}}
      - id: sun
        title: Sun
        questions:
          - {id: sun.a, text: C?, levels: {one: No., two: Some., three: Most., four: All.}}
  - id: people
    kind: pillar
    title: People
    nodes:
      - id: teachers
        title: Teachers
        questions:
          - {id: teachers.a, text: D?, levels: {one: No., two: Some., three: Most., four: All.}}
)";

std::string action(const std::string& node, const std::string& from, const std::string& to,
                   const std::string& horizon, const std::string& questions, const std::string& more = "") {
  return "  - id: " + node + "." + to + "\n    node: " + node + "\n    from: " + from + "\n    to: " + to +
         "\n    questions: [" + questions + "]\n    horizon: " + horizon +
         "\n    effort: small\n    capital: low\n    recurrent: low\n    financing: [budget]\n"
         "    pillars: [power]\n    outcome: reading\n    title: " +
         node + " to " + to +
         "\n    what: W.\n    lead: L\n    partners: [P]\n    output: O.\n    indicator: I.\n    "
         "verification: V.\n"
         "    mechanism: M.\n    risk: R.\n    mitigation: T.\n"
         "    gem: {appropriate: A., equitable: E., scalable: S., sustainable: U.}\n" +
         more;
}

std::string library_text() {
  return std::string(R"(sextant: actions/1
id: acts
version: "1"
title: Actions
for: two
language: en
effort_bands: [{id: small, name: Small, value: 6, up_to: 9}, {id: large, name: Large, value: 30}]
cost_bands: [{id: low, name: Low, up_to: 0.1}, {id: high, name: High}]
actions:
)") + action("grid", "one", "two", "short", "grid.a, grid.b") +
         action("grid", "two", "three", "medium", "grid.a, grid.b") +
         action("sun", "one", "two", "short", "sun.a") +
         action("teachers", "one", "two", "short", "teachers.a") +
         action("teachers", "two", "three", "medium", "teachers.a",
                "    needs: [{node: grid, level: two}]\n") +
         R"(financing:
  - {id: budget, kind: money, covers: [capital], title: Budget, what: W., fits_when: [F.], does_not_fit_when: [N.],
     risks: [R.], safeguards: [S.], recurrent: No., decided_by: D, first_steps: [F.], ask: {lawyer: [Q?], finance_ministry: [Q?]}}
)";
}

std::optional<Source> nothing_beside(const std::string&) {
  return std::nullopt;
}

Instrument two_pillars() {
  Checked<Instrument> out = load_instrument(Source("instrument.yaml", kInstrument), nothing_beside);
  for (const Diagnostic& one : out.diagnostics) MESSAGE(message(one, Lang::en));
  REQUIRE(out);
  return std::move(*out);
}

Assessment answers(const Instrument& instrument, const std::string& text) {
  const Source source("answers.yaml", text);
  const Checked<Tree> tree = read_tree(source);
  REQUIRE(tree);
  Checked<Assessment> out = load_answers(*tree, source, instrument);
  for (const Diagnostic& one : out.diagnostics) MESSAGE(print(one, {}));
  REQUIRE(out);
  return std::move(*out);
}

struct Setting {
  Instrument instrument = two_pillars();
  ActionLibrary library;
  Assessment assessment;
  Scores scores;
  Plan plan;

  explicit Setting(const std::string& rest, PlanSettings settings = {}) {
    const Source main("actions.yaml", library_text());
    auto loaded = load_actions(
        main, [](const std::string&) { return std::optional<Source>(); }, instrument);
    for (const Diagnostic& one : loaded.diagnostics) MESSAGE(message(one, Lang::en));
    REQUIRE(loaded);
    library = std::move(*loaded);
    assessment = answers(instrument,
                         "sextant: answers/1\ninstrument: two\nunit: {id: ATL}\n"
                         "round: {id: r, date: 2024-02-29}\n" +
                             rest);
    scores = score(instrument, assessment);
    plan = make_plan(instrument, library, assessment, scores, diagnose(instrument, assessment, scores),
                     settings);
  }

  std::optional<Horizon> when(const std::string& id) const {
    for (const PlannedAction& one : plan.actions) {
      if (one.what.id == id) return one.when;
    }
    return std::nullopt;
  }
  double at_the_end(const std::string& node) const {
    return *plan.outlook.back().scores.nodes[instrument.node_index.at(node)].value;
  }
  std::vector<std::string> problems() const {
    std::vector<std::string> out;
    for (const Diagnostic& one : check_plan(instrument, library, assessment, plan, "answers.yaml"))
      out.emplace_back(info(one.code).id);
    return out;
  }
};

const std::string kAllOne = "answers: {grid.a: 1, grid.b: 1, sun.a: 1, teachers.a: 1}\n";

}  // namespace

TEST_CASE("days of a plan") {
  CHECK(years_later("2024-02-29", 1) == "2025-02-28");
  CHECK(years_later("2024-02-29", 4) == "2028-02-29");
  CHECK(day_before("2025-03-01") == "2025-02-28");
  CHECK(day_after("2024-12-31") == "2025-01-01");
  CHECK(days_between("2024-02-28", "2024-03-01") == 2);
  CHECK(days_between("2025-01-02", "2025-01-01") == -1);
}

TEST_CASE("with work enough, every step that actions bring is taken as early as it can be") {
  const Setting s(kAllOne);
  CHECK(s.plan.made == PlanMade::proposed);
  CHECK(s.plan.proved);
  CHECK(s.plan.assumed_budget);
  CHECK(s.when("grid.two") == Horizon::short_term);
  CHECK(s.when("sun.two") == Horizon::short_term);
  CHECK(s.when("teachers.two") == Horizon::short_term);
  CHECK(s.when("grid.three") == Horizon::medium_term);
  CHECK(s.when("teachers.three") == Horizon::medium_term);
  // Grid and sun end at 3 and 2, of equal weight; teachers at 3.
  CHECK(s.at_the_end("power") == doctest::Approx(2.5));
  CHECK(s.at_the_end("people") == doctest::Approx(3));
  CHECK(s.plan.expected == std::vector<double>{2.5, 3});
  CHECK(s.plan.horizons[0].from == "2024-02-29");
  CHECK(s.plan.horizons[0].to == "2025-02-27");
  CHECK(s.plan.horizons[2].to == "2029-02-27");
  CHECK(s.problems() == std::vector<std::string>());
}

TEST_CASE("a narrow budget goes to the lowest pillar and to what the priorities ask") {
  // 12 person-months are two actions. Without priorities of the country the three proposed are grid,
  // teachers, sun.
  const Setting even(kAllOne + "plan: {budget: {effort: {short: 12, medium: 0, long: 0}}}\n");
  CHECK(even.plan.actions.size() == 2);
  CHECK(even.when("teachers.two") == Horizon::short_term);
  const Setting sun(kAllOne +
                    "priorities: [{node: sun}]\nplan: {budget: {effort: {short: 6, medium: 0, long: 0}}}\n");
  CHECK(sun.plan.actions.size() == 1);
  CHECK(sun.when("sun.two") == Horizon::short_term);
  CHECK(sun.plan.own_priorities);
}

TEST_CASE("what is needed comes first, and what is not known is named") {
  const Setting known(
      "answers: {grid.a: 1, grid.b: 1, sun.a: 2, teachers.a: 2}\npriorities: [{node: teachers}]\n"
      "plan: {budget: {effort: {short: 0, medium: 12, long: 0}}}\n");
  CHECK(known.when("grid.two") == Horizon::medium_term);
  CHECK(known.when("teachers.three") == Horizon::medium_term);
  const Setting unknown("answers: {sun.a: 2, teachers.a: 2}\n");
  CHECK(unknown.when("teachers.three") == Horizon::medium_term);
  CHECK(unknown.problems() == std::vector<std::string>{"Q0721"});
  CHECK(unknown.plan.proposals.to_clear ==
        std::vector<std::size_t>{unknown.instrument.node_index.at("grid")});
}

TEST_CASE("what the country has said stays, also when the plan is made again") {
  const std::string edits = R"(plan:
  actions:
    - {id: grid.two, horizon: long, locked: yes}
    - {id: sun.two, removed: yes}
    - {id: teachers.two, owner: A directorate}
    - {id: own.census, node: sun, title: Count, horizon: medium, indicator: I, mechanism: M, outcome: access}
)";
  const Setting s(kAllOne + edits, {Aim::balanced, true, 20'000});
  CHECK(s.plan.made == PlanMade::proposed);
  CHECK(s.when("grid.two") == Horizon::long_term);
  CHECK_FALSE(s.when("sun.two"));
  CHECK(s.when("teachers.two") == Horizon::short_term);
  CHECK(s.when("own.census") == Horizon::medium_term);
  CHECK(s.when("teachers.three") == Horizon::long_term);  // grid.two comes no earlier
  CHECK(s.plan.removed == std::vector<std::string>{"sun.two"});
  const CountryPlan written = with_schedule(s.assessment.plan, s.plan);
  Assessment later = s.assessment;
  later.plan = written;
  const std::string text = write_answers(s.instrument, later);
  const Assessment read = answers(s.instrument, text);
  CHECK(read.plan == written);
  CHECK(write_answers(s.instrument, read) == text);
  const auto teachers = std::find_if(written.entries.begin(), written.entries.end(),
                                     [](const PlanEntry& one) { return one.id == "teachers.two"; });
  REQUIRE(teachers != written.entries.end());
  CHECK(teachers->owner == "A directorate");
  CHECK(teachers->horizon == Horizon::short_term);
}

TEST_CASE("a plan that is written down is taken as it stands") {
  const Setting s(
      kAllOne + "plan: {actions: [{id: teachers.three, horizon: short}, {id: sun.two, horizon: medium}]}\n");
  CHECK(s.plan.made == PlanMade::scheduled);
  CHECK(s.plan.actions.size() == 2);
  CHECK(s.at_the_end("people") == doctest::Approx(1));  // the step below is missing
  CHECK(s.at_the_end("power") == doctest::Approx(1.5));
  // In the order of the checks: teachers.three starts too high, and grid is not where it needs it.
  const std::vector<std::string> found = s.problems();
  CHECK(std::count(found.begin(), found.end(), "Q0725") == 1);
  CHECK(std::count(found.begin(), found.end(), "Q0720") == 1);
}

TEST_CASE("actions raise what is answered, and nothing that is not known or higher already") {
  const Setting s("answers: {grid.a: 1, grid.b: 4, sun.a: dont_know, teachers.a: 2}\n");
  const auto& grid = s.instrument.node_index.at("grid");
  const std::vector<Answer> after = raised(s.instrument, s.assessment.answers,
                                           {{grid, 2, {0, 1}}, {s.instrument.node_index.at("sun"), 1, {2}}});
  CHECK(after[0].level == 2);
  CHECK(after[0].score == 3);
  CHECK(after[1].level == 3);
  CHECK(after[2].state == AnswerState::dont_know);
  CHECK(after[3].level == 1);
}

TEST_CASE("the country's targets win, for a node or for what it stands below") {
  const Setting s(kAllOne + "targets: {power: three, sun: two}\n");
  std::vector<std::pair<std::string, std::size_t>> got;
  for (const Goal& one : s.plan.goals) got.emplace_back(s.instrument.nodes[one.node].id, one.level);
  CHECK(got == std::vector<std::pair<std::string, std::size_t>>{{"grid", 2}, {"sun", 1}, {"teachers", 1}});
  CHECK(s.plan.goals[0].own);
  CHECK_FALSE(s.plan.goals[2].own);
}

TEST_CASE("the least work for the targets") {
  const Setting s(kAllOne + "targets: {teachers: three}\n", {Aim::cheapest, true, 20'000});
  // Two steps of teachers, and the first of grid, which the second needs.
  CHECK(s.plan.actions.size() == 3);
  CHECK(s.when("grid.two"));
  CHECK(s.when("teachers.two"));
  CHECK(s.when("teachers.three"));
  const Setting far(kAllOne + "targets: {teachers: four}\n", {Aim::cheapest, true, 20'000});
  CHECK(far.plan.out_of_reach.size() == 1);
}

TEST_CASE("checks name what the country's entries break") {
  const std::string head = kAllOne + "plan:\n  start: 2025-01-01\n  currency: ATD\n";
  const auto with = [&](const std::string& rest) { return Setting(head + rest).problems(); };
  const auto has = [](const std::vector<std::string>& all, const char* code) {
    return std::count(all.begin(), all.end(), code) == 1;
  };
  CHECK(has(with("  actions: [{id: grid.tow, horizon: short}]\n"), "Q0710"));
  CHECK(has(with("  actions: [{id: grid.two, horizon: short, end: 2027-01-01}]\n"), "Q0714"));
  CHECK(has(with("  actions: [{id: grid.two, horizon: short, capital: 10, sources: [{model: budget, capital: "
                 "9}]}]\n"),
            "Q0715"));
  CHECK(has(with("  actions: [{id: grid.two, horizon: short, recurrent: 1, sources: [{model: budget, "
                 "recurrent: 1}]}]\n"),
            "Q0723"));
  CHECK(has(
      with("  actions: [{id: grid.two, horizon: short, capital: 1, sources: [{model: loan, capital: 1}]}]\n"),
      "Q0722"));
  CHECK(has(with("  budget: {effort: {short: 5}}\n  actions: [{id: grid.two, horizon: short}]\n"), "Q0718"));
  CHECK(has(with("  actions: [{id: a, horizon: short, node: sun, title: T, after: [b]}, {id: b, horizon: "
                 "short, node: sun, "
                 "title: T, after: [a]}]\n"),
            "Q0713"));
  CHECK(
      has(with("  actions: [{id: grid.two, horizon: short}, {id: grid.three, horizon: short}]\n"), "Q0717"));
}
