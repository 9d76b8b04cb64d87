#include "engine/upgrade/upgrade.hpp"

#include <doctest/doctest.h>

#include "engine/scoring/score.hpp"
#include "tests/unit/support.hpp"

using namespace sextant;
using namespace sextant::test;

namespace {

Instrument version(const std::string& questions, const std::string& more = "") {
  return instrument(maturity() + "questions:\n" + questions + more);
}

std::string fates(const Instrument& old, const Instrument& now, const Upgrade& all) {
  std::string out;
  for (const AnswerFate& one : all.answers) {
    out += (out.empty() ? "" : " ") + old.questions[one.question].id + ":" + std::string(name_of(one.fate));
    for (const std::size_t place : one.now) out += "," + now.questions[place].id;
    if (one.carried) out += "+";
  }
  return out;
}

}  // namespace

TEST_CASE("every old answer has a fate: kept, look again, split or dropped") {
  const Instrument old = version(level_question("same", "", "  ") + level_question("reworded", "", "  ") +
                                 level_question("two", "", "  ") + level_question("gone", "", "  ") +
                                 level_question("old-name", "", "  ") + level_question("silent", "", "  "));
  // The same question under another id: only the id differs.
  std::string renamed = level_question("old-name", "", "  ");
  renamed.replace(renamed.find("old-name"), 8, "new-name");
  std::string reworded = level_question("reworded", "", "  ");
  reworded.replace(reworded.find("text: ") + 6, 1, "Z");
  const Instrument now =
      version(level_question("same", "", "  ") + reworded + level_question("left", "", "  ") +
                  level_question("right", "", "  ") + renamed + level_question("fresh", "", "  "),
              "changes: {renamed: {old-name: new-name}, split: {two: [left, right]}, dropped: [gone]}\n");
  const Assessment given = answers(old, "same: 2\nreworded: 3\ntwo: 1\ngone: dont_know\nold-name: 4");
  const Upgrade all = upgrade(old, given, now);
  CHECK(fates(old, now, all) ==
        "same:kept,same+ reworded:look_again,reworded+ two:split,left,right gone:dropped "
        "old-name:kept,new-name+");
  CHECK(all.answers[1].changed == std::vector<std::string>{"text"});
  REQUIRE(all.added.size() == 1);
  CHECK(now.questions[all.added[0]].id == "fresh");
  // The new version is scored on what is carried: 2, 3 and 4.
  CHECK(*score(now, all.carried).nodes[0].value == 3);
  CHECK(*score(old, given).nodes[0].value == 2.5);  // (2 + 3 + 1 + 4) / 4
}

TEST_CASE("an answer whose value exists no more is not carried") {
  const std::string head = "  - {id: q, text: q, type: ";
  const Instrument old =
      version(head + "choice, options: [{id: x, text: x, value: 1}, {id: y, text: y, value: 2}]}\n");
  const Instrument fewer =
      version(head + "choice, options: [{id: x, text: x, value: 1}, {id: z, text: z, value: 2}]}\n");
  const Instrument other = version(head + "number, range: [1, 4]}\n");
  CHECK(fates(old, fewer, upgrade(old, answers(old, "q: x"), fewer)) == "q:look_again,q+");
  CHECK(fates(old, fewer, upgrade(old, answers(old, "q: y"), fewer)) == "q:look_again,q");
  CHECK(fates(old, other, upgrade(old, answers(old, "q: x"), other)) == "q:look_again,q");
}

TEST_CASE("checklists, grids and numbers are carried by what was written") {
  const std::string body =
      "  - {id: l, text: l, type: checklist, parts: [{id: x, text: x}, {id: y, text: y}]}\n"
      "  - {id: g, text: g, type: grid, cells: [{id: u, text: u}, {id: v, text: v}]}\n"
      "  - {id: n, text: n, type: number, range: [0, 9], goalposts: {low: 0, high: 9}}\n";
  const Instrument old = version(body);
  const Upgrade all = upgrade(old, answers(old, "l: [y]\ng: {u: 2, v: 3}\nn: 4.5"), version(body));
  CHECK(all.carried.answers[0].score == 0.5);
  CHECK(all.carried.answers[1].score == 2.5);
  CHECK(all.carried.answers[2].score == 0.5);
  for (const AnswerFate& one : all.answers) CHECK(one.fate == Fate::kept);
}

TEST_CASE("what an answer may be, and a small change of its worth, are changes to look at") {
  const std::string head = "  - {id: q, text: q, type: number, ";
  const auto changed = [&](const std::string& before, const std::string& after) {
    const Instrument old = version(head + before + "}\n");
    const Instrument now = version(head + after + "}\n");
    return upgrade(old, answers(old, "q: 2"), now).answers[0].changed;
  };
  CHECK(changed("range: [1, 4]", "range: [1, 5]") == std::vector<std::string>{"range.to"});
  CHECK(changed("weight: 1", "weight: 1.0000001") == std::vector<std::string>{"weight"});
  CHECK(changed("not_applicable: yes", "not_applicable: no") == std::vector<std::string>{"not_applicable"});
  CHECK(changed("range: [1, 4]", "range: [1, 4]").empty());
}
