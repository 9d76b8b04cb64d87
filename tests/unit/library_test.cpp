#include <doctest/doctest.h>

#include "cli/files.hpp"
#include "engine/library/load.hpp"
#include "tests/unit/support.hpp"

using namespace sextant;
using namespace sextant::test;

namespace {

/// Two pillars with a component each, on the scale n, e, s, a.
Instrument two_nodes() {
  return instrument(maturity() + "nodes:\n  - id: a\n    title: A\n    questions:\n" + level_question("qa") +
                    "  - id: b\n    title: B\n    questions:\n" + level_question("qb") +
                    "outcomes:\n  - {id: learning, title: Learning}\n");
}

const std::string kHeadOfActions =
    "sextant: actions/1\nid: acts\nversion: \"1\"\ntitle: Acts\nfor: mini\nlanguage: en\n"
    "effort_bands: [{id: small, name: S, value: 1, up_to: 3}, {id: large, name: L, value: 6}]\n"
    "cost_bands: [{id: low, name: L, up_to: 0.1}, {id: high, name: H}]\nactions:\n";

/// One action on one line; `step` says node, from, to and whatever else comes first.
std::string action(const std::string& id, const std::string& step, const std::string& horizon = "short") {
  return "- {id: " + id + ", title: Title " + id + ", " + step + ", horizon: " + horizon +
         ", questions: [qa], effort: small, capital: low, recurrent: low, financing: [], pillars: [a], "
         "outcome: "
         "learning, what: w, lead: l, partners: [p], output: o, indicator: i, verification: v, mechanism: m, "
         "risk: r, "
         "mitigation: m, gem: {appropriate: a, equitable: e, scalable: s, sustainable: s}}\n";
}

Checked<ActionLibrary> actions(const std::string& list, const Files& files = {}, bool lint = false) {
  return load_actions(Source("actions.yaml", kHeadOfActions + list), from_memory(files), two_nodes(),
                      {std::nullopt, lint});
}

std::string said(const Checked<ActionLibrary>& library) {
  return brief(library.diagnostics, "actions.yaml");
}

const std::string kHeadOfNotes =
    "sextant: notes/1\nid: notes-of-mini\nversion: \"1\"\ntitle: Notes\nfor: mini\nlanguage: en\n";

Checked<NoteLibrary> notes(const std::string& body, const Files& files = {}, bool lint = false) {
  return load_notes(Source("notes.yaml", kHeadOfNotes + body), from_memory(files), two_nodes(),
                    {std::nullopt, lint});
}

std::string note(const std::string& id, const std::string& node) {
  return "- {id: " + id + ", node: " + node + ", what: w, why: y, good: g, mistakes: [m], discuss: [d, e]}\n";
}

std::string resource(const std::string& id, const std::string& more) {
  return "- {id: " + id + ", title: T " + id + ", publisher: p, what_for: w, kind: data, " + more + "}\n";
}

}  // namespace

TEST_CASE("an action is read with its references as indices") {
  const auto library =
      actions(action("one", "node: a, from: n, to: e, needs: [{node: b, level: 3}]") +
              "financing:\n- {id: budget, kind: arrangement, covers: recurrent, title: t, what: w, "
              "recurrent: r, decided_by: d, fits_when: [f], does_not_fit_when: [d], risks: [r], "
              "safeguards: [s], first_steps: [f], ask: {lawyer: [l], finance_ministry: [f]}}\n");
  CHECK(said(library) == "Q0123 12:43");  // covers is a list
  const auto good = actions(action("one", "node: a, from: n, to: e, needs: [{node: b, level: 3}]"));
  REQUIRE(good);
  const Action& one = good->actions.at(good->action_index.at("one"));
  CHECK(one.node == 1);
  CHECK(one.from == 0);
  CHECK(one.to == 1);
  REQUIRE(one.needs.size() == 1);
  CHECK(one.needs[0].node == 2);
  CHECK(one.needs[0].level == 2);  // the number 3 is the third level
  CHECK(one.outcome == 0);
  CHECK(one.gem[1].source() == "e");
}

TEST_CASE("all problems of an action are reported at once, each at its place") {
  const auto library = actions(
      "- {id: one, node: c, from: n, to: e, horizon: soon, questions: [qz], effort: tiny, capital: low, "
      "recurrent: low,\n"
      "   financing: [gift], pillars: [overall], outcome: fame, extra: 1, title: t, what: w, lead: l, "
      "partners: [],\n"
      "   output: o, indicator: i, verification: v, mechanism: m, risk: r, mitigation: m, gem: {appropriate: "
      "a}}\n");
  CHECK(!library);
  CHECK(said(library) ==
        "Q0216 10:19; Q0129 10:47; Q0216 10:65; Q0129 10:78; Q0216 11:16; Q0129 11:33; Q0129 11:52; Q0103 "
        "11:58; "
        "Q0105 12:89; Q0105 12:89; Q0105 12:89");
}

TEST_CASE("an action climbs one level") {
  CHECK(said(actions(action("one", "node: a, from: n, to: s"))) == "Q0603 10:53");
  CHECK(said(actions(action("one", "node: a, from: e, to: n"))) == "Q0603 10:53");
  CHECK(said(actions(action("one", "node: a, from: e, to: e"))) == "Q0603 10:53");
  CHECK(said(actions(action("one", "node: a, from: s, to: a"))).empty());
}

TEST_CASE("needs must not run in a circle, and the chain is told once") {
  const std::string a = action("one", "node: a, from: n, to: e, needs: [{node: b, level: e}]");
  const std::string b = action("two", "node: b, from: n, to: e, needs: [{node: a, level: e}]");
  const auto library = actions(a + b);
  CHECK(said(library) == "Q0604 10:3");
  CHECK(arg(library.diagnostics.front(), "chain") == "one > two > one");
  SUBCASE("through a step below") {
    // two (n to e) waits for a at s, which takes one (n to e) and three (e to s); three waits for b at e.
    const auto longer = actions(action("one", "node: a, from: n, to: e") +
                                action("three", "node: a, from: e, to: s, needs: [{node: b, level: e}]") +
                                action("two", "node: b, from: n, to: e, needs: [{node: a, level: s}]"));
    CHECK(said(longer) == "Q0604 11:3");
    CHECK(arg(longer.diagnostics.front(), "chain") == "three > two > three");
  }
  SUBCASE("another action that leads there opens the circle") {
    CHECK(said(actions(a + b + action("three", "node: b, from: n, to: e"))).empty());
  }
  SUBCASE("what no action brings is left to the country") {
    CHECK(said(actions(a)).empty());
  }
  SUBCASE("its own goal") {
    CHECK(said(actions(action("one", "node: a, from: n, to: e, needs: [{node: a, level: e}]"))) ==
          "Q0604 10:3");
  }
}

TEST_CASE("an action does not come in an earlier horizon than all that bring what it needs") {
  const std::string a = action("one", "node: a, from: n, to: e, needs: [{node: b, level: e}]");
  const std::string slow = action("slow", "node: b, from: n, to: e", "medium");
  CHECK(said(actions(a + slow)) == "Q0605 10:3");
  CHECK(said(actions(a + slow + action("fast", "node: b, from: n, to: e"))).empty());
}

TEST_CASE("bands rise, and only the last is open") {
  const auto with_bands = [](const std::string& effort) {
    std::string text = kHeadOfActions;
    const std::size_t at = text.find("effort_bands: ");
    text.replace(at, text.find('\n', at) - at, "effort_bands: [" + effort + "]");
    return said(load_actions(Source("actions.yaml", text), from_memory({}), two_nodes()));
  };
  CHECK(with_bands("{id: x, name: X, value: 1, up_to: 2}, {id: y, name: Y, value: 3, up_to: 4}").empty());
  CHECK(with_bands("{id: x, name: X, value: 1}, {id: y, name: Y, value: 3, up_to: 4}") == "Q0602 7:78");
  CHECK(with_bands("{id: x, name: X, value: 3, up_to: 2}, {id: y, name: Y, value: 3, up_to: 4}") ==
        "Q0602 7:78");
  CHECK(with_bands("{id: x, name: X, value: 1, up_to: 2}, {id: x, name: Y, value: 3}") == "Q0201 7:59");
}

TEST_CASE("a library belongs to its instrument, and its ids are its own") {
  std::string text = kHeadOfActions;
  text.replace(text.find("for: mini"), 9, "for: maxi");
  CHECK(said(load_actions(Source("actions.yaml", text), from_memory({}), two_nodes())) == "Q0601 5:6");
  // "a" is a node of the instrument: no clash.
  CHECK(said(actions(action("a", "node: a, from: n, to: e") + action("a", "node: a, from: n, to: e"))) ==
        "Q0201 11:8");
  CHECK(said(actions(action("actions", "node: a, from: n, to: e"))) == "Q0201 10:8");
}

TEST_CASE("what is wrong in an included file is reported there") {
  const Files files = {{"parts/a.yaml", "# a list\n" + action("one", "node: a, from: n, to: x")},
                       {"parts/map.yaml", "one: {id: one}\n"}};
  CHECK(said(actions("- include: parts/a.yaml\n", files)) == "Q0309 parts/a.yaml:2:53");
  CHECK(said(actions("- include: parts/map.yaml\n", files)) == "Q0123 parts/map.yaml:1:1");
  CHECK(said(actions("- include: parts/b.yaml\n", files)) == "Q0214 10:12");
  CHECK(said(actions("- include: ../a.yaml\n", files)) == "Q0214 10:12");
  CHECK(said(actions("- include: actions.yaml\n", {{"actions.yaml", "[]"}})) == "Q0215 10:12");
}

TEST_CASE("lint warns of steps without an action, of starts out of reach and of equal titles") {
  const std::string all = action("a1", "node: a, from: n, to: e") + action("a2", "node: a, from: e, to: s") +
                          action("a3", "node: a, from: s, to: a") + action("b1", "node: b, from: n, to: e") +
                          action("b2", "node: b, from: e, to: s");
  const auto library = actions(all, {}, true);
  REQUIRE(library);
  CHECK(said(library) == "Q0608 10:1");
  CHECK(arg(library.diagnostics.front(), "id") == "b");
  CHECK(arg(library.diagnostics.front(), "to") == "a");
  CHECK(said(actions(all, {}, false)).empty());
  std::string twice = action("b3", "node: b, from: s, to: a");
  twice.replace(twice.find("Title b3"), 8, "Title a1");
  CHECK(said(actions(all + twice, {}, true)) == "Q0610 15:3");
}

TEST_CASE("translations of a library stand in a folder of its name, those of a part beside it") {
  const Files files = {{"parts/a.yaml", action("one", "node: a, from: n, to: e")},
                       {"parts/fr/a.yaml", "one: {title: Titre, partners: [q], gem: {scalable: x}}\n"},
                       {"actions/fr/main.yaml",
                        "sextant: translation/1\nof: acts\nlanguage: fr\ntexts:\n  actions: {title: Actes}\n"
                        "  effort_bands: {small: {name: Petit}}\n"}};
  std::string text = kHeadOfActions + "- include: parts/a.yaml\n";
  text.replace(text.find("language: en"), 12, "language: en\nlanguages: [en, fr]");
  const auto library = load_actions(Source("dir/actions.yaml", text), from_memory(files), two_nodes());
  REQUIRE(library);
  const std::size_t fr = library->head.language("fr-SN");
  CHECK(fr == 1);
  CHECK(library->head.title(fr) == "Actes");
  CHECK(library->effort_bands[0].name(fr) == "Petit");
  CHECK(library->effort_bands[1].name(fr) == "L");
  CHECK(library->actions[0].title(fr) == "Titre");
  CHECK(library->actions[0].what(fr) == "w");  // falls back
  CHECK(library->actions[0].partners[0](fr) == "q");
  CHECK(library->actions[0].gem[2](fr) == "x");
  SUBCASE("what is missing is told with lint, at its entry") {
    const auto gaps =
        load_actions(Source("dir/actions.yaml", text), from_memory(files), two_nodes(), {std::nullopt, true});
    std::string found;
    for (const Diagnostic& one : gaps.diagnostics) {
      if (one.code == Code::translation_missing || one.code == Code::translation_absent) {
        found += one.file + ":" + std::to_string(one.at.line) + " " + arg(one, "id") + "; ";
      }
    }
    CHECK(found ==
          "actions/fr/main.yaml:5 cost_bands; actions/fr/main.yaml:6 effort_bands; parts/fr/a.yaml:1 one; ");
  }
  SUBCASE("a missing file is an error where it is asked for") {
    Files fewer = files;
    fewer.erase("parts/fr/a.yaml");
    const auto broken = load_actions(Source("dir/actions.yaml", text), from_memory(fewer), two_nodes());
    CHECK(!broken);
    CHECK(brief(broken.diagnostics, "dir/actions.yaml") == "Q0401 11:12");
  }
}

TEST_CASE("a node has one note, found by its node; resources of a pillar serve what is below") {
  const auto library = notes(
      "notes:\n" + note("n1", "b") + "resources:\n" + resource("r1", "level: national, nodes: [overall]") +
      resource("r2", "level: international, nodes: [b], year: 2024, languages: [en, fr]"));
  REQUIRE(library);
  CHECK(library->of(2)->id == "n1");
  CHECK(library->of(1) == nullptr);
  CHECK(library->of(2)->discuss.size() == 2);
  const Instrument mini = two_nodes();
  CHECK(library->resources_for(mini, 2) == std::vector<std::size_t>{1, 0});  // its own first
  CHECK(library->resources_for(mini, 1) == std::vector<std::size_t>{0});
  CHECK(library->resources[1].year == 2024);
  CHECK(brief(notes("notes:\n" + note("n1", "b") + note("n2", "b")).diagnostics, "notes.yaml") ==
        "Q0606 9:18");
}

TEST_CASE("a resource has a region if and only if it is regional") {
  const auto said_of = [](const std::string& more) {
    return brief(notes("resources:\n" + resource("r", more)).diagnostics, "notes.yaml");
  };
  CHECK(said_of("level: regional, region: West, nodes: [a]").empty());
  CHECK(said_of("level: regional, nodes: [a]") == "Q0607 8:69");
  CHECK(said_of("level: national, region: West, nodes: [a]") == "Q0607 8:87");
  CHECK(said_of("level: national, nodes: [a], year: 2024.5") == "Q0125 8:97");
  CHECK(said_of("level: national, nodes: [a], languages: [e!]") == "Q0202 8:102");
}

TEST_CASE("the shipped libraries are whole and warn of nothing") {
  const std::string folder = SEXTANT_ROOT "/questionnaires/six-pillars/";
  const auto read = [&](const std::string& name) { return Source(name, files::read(folder + name).bytes); };
  const ReadBeside beside = [&](const std::string& path) -> std::optional<Source> { return read(path); };
  const Checked<Instrument> six = load_instrument(read("instrument.yaml"), beside);
  REQUIRE(six);
  const auto library = load_actions(read("actions.yaml"), beside, *six, {std::nullopt, true});
  CHECK(brief(library.diagnostics) == "");
  REQUIRE(library);
  CHECK(library->actions.size() == 93);  // 31 components, three steps each
  const auto learned = load_notes(read("notes.yaml"), beside, *six, {std::nullopt, true});
  CHECK(brief(learned.diagnostics) == "");
  REQUIRE(learned);
  for (const std::size_t node : six->components()) {
    CAPTURE(six->nodes[node].id);
    const bool lens = six->nodes[node].id.rfind("lens", 0) == 0;
    CHECK((lens || learned->of(node) != nullptr));
  }
}
