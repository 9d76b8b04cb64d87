#include "reports/sheet/sheet.hpp"

#include <doctest/doctest.h>

#include "engine/archive/zip.hpp"
#include "engine/exchange/filled.hpp"
#include "engine/exchange/titles.hpp"
#include "tests/unit/support.hpp"

using namespace sextant;
using namespace sextant::test;

namespace {

const Instrument& desk() {
  static const Instrument one = instrument(
      "languages: [en, fr]\n"
      "scales:\n  - id: maturity\n    levels:\n"
      "      - {id: nascent, name: Nascent}\n      - {id: emerging, name: Emerging}\n"
      "      - {id: established, name: Established}\n"
      "outcomes:\n  - {id: reading, title: Children read}\n"
      "editions:\n  - {id: short, title: Short, questions: [{id: plan}]}\n"
      "nodes:\n  - id: p\n    kind: pillar\n    title: Power\n    questions:\n"
      "      - {id: plan, text: Plan, levels: {nascent: None., emerging: \"A draft, or two.\", established: "
      "Done.}}\n"
      "      - {id: free, text: Free, not_applicable: yes, levels: {nascent: A., emerging: B., established: "
      "C.}}\n"
      "      - {id: lost, text: Lost, levels: {nascent: A., emerging: B., established: C.}}\n"
      "      - {id: host, type: choice, text: Host, options: [{id: firm, text: A firm, value: 1}, {id: "
      "state, text: "
      "The state, value: 2}]}\n"
      "      - {id: safe, type: checklist, text: Safe, parts: [{id: law, text: \"A law, in force\"}, {id: "
      "officer, "
      "text: An officer}]}\n"
      "      - {id: none, type: checklist, text: None, parts: [{id: a, text: A}, {id: b, text: B}]}\n"
      "  - id: r\n    kind: pillar\n    title: Running\n    questions:\n"
      "      - {id: open, type: yes_no, text: Open}\n"
      "      - {id: count, type: number, text: Count}\n"
      "      - {id: share, type: percent, text: Share}\n"
      "      - {id: skills, type: grid, text: Skills, cells: [{id: search, text: Search}, {id: make, text: "
      "Make}]}\n"
      "      - {id: story, type: text, text: Story}\n"
      "      - {id: tale, type: text, text: Tale}\n",
      {{"lang/fr.yaml",
        "sextant: translation/1\nof: mini\nlanguage: fr\ntexts:\n  maturity:\n    levels:\n"
        "      nascent: {name: Naissant}\n      emerging: {name: Émergent}\n      established: {name: "
        "Établi}\n"
        "  p: {title: Pouvoir}\n"}});
  return one;
}

/// Every state, every type, and all that stands beside the answers.
Assessment full(const std::string& language) {
  const Checked<Assessment> out = try_answers_file(
      desk(),
      "sextant: answers/1\ninstrument: {id: mini, version: \"1\"}\n"
      "unit: {id: ATL, iso: AT, name: {en: Atlantis, fr: Atlantide}}\nround: {id: 2025-1, date: 2025-03-25, "
      "name: One}\n"
      "language: " +
          language +
          "\nnotes: Two\n"
          "respondents:\n  - {id: edu, ministry: Education, role: Planner}\n  - {id: ict, group: firms}\n"
          "vision: {purpose: \"Why.\\nTwo lines\", priorities: [a, b], outcomes: [reading], principles: "
          "[c]}\n"
          "targets: {p: 3, r: 2}\npriorities: [{node: p, reason: Because}, {node: r}]\n"
          "feedback: {questions: [Long, Good], room: [Cold]}\n"
          "plan:\n  start: 2026-01-01\n  currency: AT$\n  levels_in_short: 2\n"
          "  budget: {effort: {short: 12.5, long: 3}, money: {medium: 1000000}}\n"
          "  actions:\n"
          "    - {id: lib-1, horizon: short, locked: yes, owner: \"=Me\", start: 2026-02-01, end: "
          "2026-03-31, effort: 1.5, "
          "capital: 10, recurrent: 0, title: Ours, what: It, risk: Rain, outcome: reading, note: \"- n\", "
          "after: [my-own], "
          "sources: [{model: grant, capital: 4}, {model: loan, recurrent: 5}]}\n"
          "    - {id: lib-2, removed: yes}\n"
          "    - {id: my-own, horizon: long, node: p, from: 1, to: 2, title: Mine, questions: [plan, free]}\n"
          "  none_needed: {r: Fine already}\n"
          "answers:\n"
          "  plan: {value: 3, because: \"A reason.\\nAnd more\", confidence: high, respondent: edu, date: "
          "2025-03-01, feedback: "
          "Clear, evidence: [{title: Law, year: 2020, where: Gazette, grade: 3}, {title: Talk, grade: 1}]}\n"
          "  free: not_applicable\n"
          "  lost: {value: dont_know, owner: The office}\n"
          "  host: state\n  safe: [law]\n  none: []\n  open: no\n  count: 1234.5\n  share: 62.5\n"
          "  skills: {make: 2}\n"
          "  story: \"3 – Established\"\n  tale: {state: dont_know}\n");
  REQUIRE_MESSAGE(out.value, brief(out.diagnostics));
  return *out.value;
}

Assessment back(const sheet::Written& written, bool table = false) {
  const Source source(table ? "x.csv" : "x.xlsx", table ? written.bytes : "");
  Checked<exchange::Filled> filled =
      table ? exchange::read_lines(source) : exchange::read_workbook(written.bytes, source);
  REQUIRE(filled);
  CHECK(brief(filled.diagnostics) == "");
  if (table) filled->entries.insert(filled->entries.begin(), {"", "unit.id", "", "ATL", {}});
  const exchange::Taken taken = take(*filled, desk());
  std::string said;
  for (const Diagnostic& one : taken.diagnostics) said += print(one, {});
  CHECK(said == "");
  REQUIRE(taken.assessment);
  return *taken.assessment;
}

std::string part(const std::string& bytes, const std::string& path) {
  const auto entries = archive::read_zip(bytes);
  REQUIRE(entries);
  for (const archive::Entry& entry : *entries) {
    if (entry.path == path) return entry.bytes;
  }
  return {};
}

}  // namespace

TEST_CASE("what goes out in a workbook comes back the same, in both languages") {
  for (const char* language : {"en", "fr"}) {
    CAPTURE(language);
    const Assessment all = full(language);
    const sheet::Written written = sheet::workbook(desk(), {language, {}, {}, ""}, &all, nullptr);
    CHECK(written.left_out.empty());
    Assessment came = back(written);
    for (std::size_t i = 0; i < all.answers.size(); ++i) {
      CAPTURE(desk().questions[i].id);
      CHECK(came.answers[i] == all.answers[i]);
    }
    CHECK(came.unit == all.unit);
    CHECK(came.round == all.round);
    CHECK(came.respondents == all.respondents);
    CHECK(came.vision == all.vision);
    CHECK(came.targets == all.targets);
    CHECK(came.priorities == all.priorities);
    CHECK(came.feedback == all.feedback);
    CHECK(came.plan == all.plan);
    CHECK(came == all);
  }
}

TEST_CASE("what goes out in a table comes back the same: the answers alone") {
  for (const char* language : {"en", "fr"}) {
    Assessment all = full(language);
    for (Answer& answer : all.answers) answer.respondent.clear();
    const sheet::Written written = sheet::table(desk(), {language, {}, {}, ""}, &all);
    const Assessment came = back(written, true);
    for (std::size_t i = 0; i < all.answers.size(); ++i) {
      CAPTURE(desk().questions[i].id);
      CHECK(came.answers[i] == all.answers[i]);
    }
  }
}

TEST_CASE("a blank workbook says nothing") {
  const Assessment came = back(sheet::workbook(desk(), {"en", {}, {}, "ATL"}, nullptr, nullptr));
  for (const Answer& answer : came.answers) CHECK(answer == Answer{});
  CHECK(came.plan.empty());
  CHECK(came.targets.empty());
}

TEST_CASE("the same input gives the same bytes") {
  const Assessment all = full("en");
  const sheet::Setting setting{"en", {}, {}, ""};
  CHECK(sheet::workbook(desk(), setting, &all, nullptr).bytes ==
        sheet::workbook(desk(), setting, &all, nullptr).bytes);
  CHECK(part(sheet::workbook(desk(), setting, &all, nullptr).bytes, "docProps/core.xml")
            .find("2025-03-25T12:00:00Z") != std::string::npos);
}

TEST_CASE("an edition and a pillar leave the other questions out, but no answer of the edition's") {
  const auto questions = [](const sheet::Written& written) {
    std::string out;
    for (const Question& one : desk().questions)
      if (part(written.bytes, "xl/sharedStrings.xml").find("<t>" + one.id + "</t>") != std::string::npos)
        out += one.id + " ";
    return out;
  };
  CHECK(questions(sheet::workbook(desk(), {"en", {}, desk().node_index.at("r"), ""}, nullptr, nullptr)) ==
        "open count share skills story tale ");
  CHECK(questions(sheet::workbook(desk(), {"en", 0, {}, ""}, nullptr, nullptr)) == "plan ");
  const Assessment some = answers(desk(), "story: Yes");
  CHECK(questions(sheet::workbook(desk(), {"en", 0, {}, ""}, &some, nullptr)) == "plan story ");
}

TEST_CASE("locked but for the cells to fill in, without a password, and lists stand on a hidden sheet") {
  const std::string bytes = sheet::workbook(desk(), {"en", {}, {}, ""}, nullptr, nullptr).bytes;
  const std::string page = part(bytes, "xl/worksheets/sheet3.xml");
  CHECK(page.find("<sheetProtection sheet=\"1\"") != std::string::npos);
  CHECK(page.find("password") == std::string::npos);
  CHECK(page.find("<formula1>lists!$") != std::string::npos);
  CHECK(page.find("orientation=\"landscape\"") != std::string::npos);
  CHECK(part(bytes, "xl/workbook.xml").find("name=\"lists\" sheetId=\"8\" state=\"hidden\"") !=
        std::string::npos);
  CHECK(part(bytes, "xl/workbook.xml").find("_xlnm.Print_Titles") != std::string::npos);
}

TEST_CASE("a text longer than a cell is left out and named") {
  const Assessment all = answers(desk(), "story: \"" + std::string(40'000, 'x') + "\"");
  const sheet::Written written = sheet::workbook(desk(), {"en", {}, {}, ""}, &all, nullptr);
  CHECK(written.left_out == std::vector<std::string>{"Running!D10"});
  // Excel counts signs beyond the first 65536 twice.
  std::string faces;
  for (int i = 0; i < 16'384; ++i) faces += "\U0001F600";
  const Assessment smiling = answers(desk(), "story: \"" + faces + "\"");
  CHECK(sheet::workbook(desk(), {"en", {}, {}, ""}, &smiling, nullptr).left_out ==
        std::vector<std::string>{"Running!D10"});
}

TEST_CASE("a plan is judged like the rest: what cannot be taken is named, the others stay") {
  exchange::Filled filled;
  filled.source = Source("x.xlsx", "");
  const auto add = [&](const std::string& field, const std::string& part, const std::string& text) {
    filled.entries.push_back({"", field, part, text, {}});
  };
  add("unit.id", "", "ATL");
  add("plan.actions.owner", "lib-1", "Office");
  add("plan.actions.start", "lib-1", "soon");
  add("plan.actions.capital", "lib-1", "1 234,5");
  add("plan.actions.recurrent", "lib-1", "1,234");
  add("plan.actions.horizon", "lib-1", "Moyen terme");
  add("plan.actions.title", "own-1", "New");     // says not what it works on
  add("plan.actions.node", "own-2", "Pouvoir");  // has no title
  add("plan.actions.title", "own-3", "Fine");
  add("plan.actions.node", "own-3", "Power");
  add("plan.actions.from", "own-3", "2");
  add("plan.actions.to", "own-3", "1");  // does not rise
  add("plan.sources.model", "1", "grant");
  add("plan.sources.action", "1", "lib-9");      // no such action
  add("plan.none_needed.node", "1", "Running");  // without a reason
  add("plan.effort", "short", "-1");
  const exchange::Taken taken = take(filled, desk());
  REQUIRE(taken.assessment);
  const std::vector<PlanEntry>& entries = taken.assessment->plan.entries;
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].id == "lib-1");
  CHECK(entries[0].owner == "Office");
  CHECK(entries[0].capital == 1234.5);
  CHECK_FALSE(entries[0].recurrent);
  CHECK(entries[0].horizon == Horizon::medium_term);
  CHECK(entries[1].id == "own-3");
  CHECK_FALSE(entries[1].from);
  CHECK(taken.left == 8);
}

TEST_CASE("titles of columns mean one thing each, in both languages") {
  for (const Lang lang : {Lang::en, Lang::fr}) {
    for (const exchange::Title& one : exchange::kAnswerTitles) {
      const std::string title(one.title(lang));
      if (title == "Question") continue;  // the id only where no other column is
      CAPTURE(title);
      CHECK(exchange::answer_columns({title}) == std::vector<std::string>{std::string(one.field)});
    }
    for (const exchange::Title& one : exchange::kKeyedTitles) {
      const std::string title(one.title(lang));
      CAPTURE(title);
      CHECK(exchange::keyed_columns({title}) == std::vector<std::string>{std::string(one.field)});
    }
  }
}

TEST_CASE("titles are written as people write them, and unknown ones have a nearest") {
  CHECK(exchange::answer_columns({"question", "REPONSE", "evidence grade", "?"}) ==
        std::vector<std::string>{"id", "value", "evidence.grade", ""});
  CHECK(exchange::answer_columns({"Question", "ID"}) == std::vector<std::string>{"-", "id"});
  CHECK(exchange::nearest_title("Responsable ", true) == "Responsable");
  CHECK(exchange::nearest_title("Answers", false) == "Answer");
}
