#include <doctest/doctest.h>

#include "tests/unit/support.hpp"

using namespace sextant;
using namespace sextant::test;

namespace {

/// A body with one pillar `p` of one question, below `top`.
std::string with(const std::string& top) {
  return maturity() + top + "nodes:\n  - id: p\n    title: P\n    questions:\n" + level_question("q");
}

/// The line of the file on which the body's line stands that begins with `text`.
int line_of(const std::string& body, const std::string& text) {
  const std::size_t at = body.find(text);
  return kHead + 1 +
         static_cast<int>(std::count(body.begin(), body.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

}  // namespace

TEST_CASE("a level's number is its place, its value its number, and its bound its value") {
  const Instrument mini = instrument(
      "scales:\n  - {id: s, levels: [{id: a, name: A}, {id: b, name: B, number: \"5\"}, {id: c, name: C, "
      "value: 7}]}\n"
      "questions:\n  - {id: q, type: yes_no, text: q}\n");
  const Scale& scale = mini.scales[0];
  CHECK(scale.levels[0].number == "1");
  CHECK(scale.levels[0].value == 1);
  CHECK(scale.levels[0].from == 1);
  CHECK(scale.levels[1].number == "5");
  CHECK(scale.levels[1].value == 5);
  CHECK(scale.levels[2].number == "3");
  CHECK(scale.levels[2].value == 7);
  CHECK(scale.levels[2].from == 7);
  CHECK(scale.min == 1);
  CHECK(scale.max == 7);
}

TEST_CASE("letters as numbers of levels take their place as value") {
  const Instrument mini = instrument(
      "scales:\n  - {id: s, min: -1, max: 9, levels: [{id: d, number: D, name: D}, {id: c, number: C, name: "
      "C}]}\n"
      "questions:\n  - {id: q, type: yes_no, text: q}\n");
  CHECK(mini.scales[0].levels[1].number == "C");
  CHECK(mini.scales[0].levels[1].value == 2);
  CHECK(mini.scales[0].min == -1);
  CHECK(mini.scales[0].max == 9);
}

TEST_CASE("a node's kind is pillar at the top and component below, and its weight one") {
  const Instrument mini = instrument(
      maturity() +
      "nodes:\n  - id: p\n    title: P\n    nodes:\n      - id: c\n        title: C\n"
      "        weight: 2.5\n        kind: theme\n        questions:\n" +
      level_question("q", "weight: 0.5", "          ") +
      "      - id: d\n        title: D\n        questions:\n" + level_question("r", "", "          "));
  REQUIRE(mini.nodes.size() == 4);
  CHECK(mini.nodes[0].id == "overall");
  CHECK(mini.nodes[0].kind == "overall");
  CHECK(mini.nodes[1].kind == "pillar");
  CHECK(mini.nodes[2].kind == "theme");
  CHECK(mini.nodes[3].kind == "component");
  CHECK(mini.nodes[2].depth == 2);
  CHECK(mini.nodes[2].parent == 1);
  CHECK(mini.nodes[1].children[0].weight == 2.5);
  CHECK(mini.nodes[1].children[1].weight == 1);
  CHECK(mini.nodes[2].children[0].weight == 0.5);
  CHECK(mini.nodes[2].children[0].is_question);
  CHECK(mini.pillars() == std::vector<std::size_t>{1});
  CHECK(mini.of_kind("theme") == std::vector<std::size_t>{2});
  CHECK(mini.nodes[0].title.source() == "Mini");  // the root has the instrument's title
}

TEST_CASE("where nothing is called a pillar, the root's children are the pillars") {
  const Instrument mini = instrument(
      maturity() + "nodes:\n  - id: p\n    kind: area\n    title: P\n    questions:\n" + level_question("q"));
  CHECK(mini.pillars() == std::vector<std::size_t>{1});
}

TEST_CASE("scale and missing rules are inherited from above, defaults reach every node") {
  const Instrument mini = instrument(
      maturity() +
      "  - {id: share, levels: [{id: lo, value: 0, name: Low}, {id: hi, value: 1, from: 0.5, name: High}]}\n"
      "defaults: {min_coverage: 0.25, not_applicable: yes, missing: {unanswered: lowest}}\n"
      "overall: {min_coverage: 0.5, missing: {dont_know: 0.5}}\n"
      "nodes:\n"
      "  - id: p\n    title: P\n    scale: share\n    min_coverage: 1\n    combine: geometric_mean\n"
      "    missing: {dont_know: excluded}\n"
      "    nodes:\n"
      "      - id: c\n        title: C\n        questions:\n"
      "          - {id: q, text: q, levels: {lo: l, hi: h}}\n"
      "          - {id: r, text: r, scale: maturity, not_applicable: no, levels: {n: 1, e: 2, s: 3, a: 4}}\n"
      "indices:\n  - {id: i, title: I, members: [{id: q}]}\n");
  const Node& root = mini.nodes[0];
  const Node& p = mini.nodes[1];
  const Node& c = mini.nodes[2];
  const Node& index = mini.nodes[3];
  CHECK(root.min_coverage == 0.5);
  CHECK(p.min_coverage == 1);
  CHECK(c.min_coverage == 0.25);
  CHECK(p.scale == 1);
  CHECK(c.scale == 1);
  CHECK(mini.questions[0].scale == 1);
  CHECK(mini.questions[1].scale == 0);
  CHECK(mini.questions[0].not_applicable);
  CHECK_FALSE(mini.questions[1].not_applicable);
  CHECK(root.missing.dont_know.kind == MissingAs::Kind::value);
  CHECK(root.missing.dont_know.value == 0.5);
  CHECK(root.missing.unanswered.kind == MissingAs::Kind::lowest);
  CHECK(c.missing.dont_know.kind == MissingAs::Kind::excluded);
  CHECK(c.missing.unanswered.kind == MissingAs::Kind::lowest);
  CHECK(p.combine.rule == CombineRule::geometric_mean);
  CHECK(c.combine.rule == CombineRule::weighted_mean);  // a rule is a node's own
  CHECK(index.is_index);
  CHECK(index.kind == "index");
  CHECK(index.scale == 0);
  CHECK(index.missing.unanswered.kind == MissingAs::Kind::lowest);
}

TEST_CASE("a node comes from a file beside, with the file's own positions") {
  const std::string body = maturity() + "nodes:\n  - include: pillars/p.yaml\n";
  const Instrument mini =
      instrument(body, {{"pillars/p.yaml", "id: p\ntitle: P\nquestions:\n" + level_question("q", "", "  ")}});
  CHECK(mini.nodes[1].id == "p");
  CHECK(mini.nodes[1].file == "pillars/p.yaml");
  CHECK(mini.questions[0].at.line == 4);
  const auto broken = try_instrument(body, {{"pillars/p.yaml", "id: p\ntitel: P\n"}});
  CHECK_FALSE(broken);
  CHECK(brief(broken.diagnostics).find("Q0103 pillars/p.yaml:2:1") != std::string::npos);
}

TEST_CASE("an include that is absent, outside, or inside itself is an error") {
  for (const char* path : {"gone.yaml", "../p.yaml", "/etc/passwd", "a/../../p.yaml"}) {
    const std::string body = maturity() + "nodes:\n  - include: " + path + "\n";
    const auto result = try_instrument(body, {{"../p.yaml", "id: p"}, {"/etc/passwd", "id: p"}});
    CAPTURE(path);
    CHECK_FALSE(result);
    CHECK(brief(result.diagnostics) == "Q0214 " + std::to_string(line_of(body, "  - include")) + ":14");
  }
  const auto cycle = try_instrument(maturity() + "nodes:\n  - include: p.yaml\n",
                                    {{"p.yaml", "id: p\ntitle: P\nnodes:\n  - include: p.yaml\n"}});
  CHECK_FALSE(cycle);
  CHECK(brief(cycle.diagnostics).find("Q0215 p.yaml:4:14") != std::string::npos);
}

TEST_CASE("the fingerprint changes with any of the files") {
  const std::string body = maturity() + "nodes:\n  - include: p.yaml\n";
  const auto print_of = [&](const std::string& title) {
    return instrument(body, {{"p.yaml",
                              "id: p\ntitle: " + title + "\nquestions:\n" + level_question("q", "", "  ")}})
        .fingerprint;
  };
  CHECK(print_of("P") == print_of("P"));
  CHECK(print_of("P") != print_of("R"));
  CHECK(print_of("P").size() == 64);
}

TEST_CASE("index members are chosen by id, tag, facet and place, each once") {
  const Instrument mini =
      instrument(maturity() + "nodes:\n  - id: p\n    title: P\n    questions:\n" +
                 level_question("a", "tags: [girls], facet: policy") +
                 level_question("b", "facet: practice") + "  - id: r\n    title: R\n    questions:\n" +
                 level_question("c", "tags: [girls, rural], facet: practice") + level_question("d") +
                 "      - {id: t, type: text, tags: [girls], text: t}\n" +
                 "indices:\n"
                 "  - {id: by-tag, title: T, members: [{tag: girls}]}\n"
                 "  - {id: by-facet, title: F, members: [{facet: practice}]}\n"
                 "  - {id: below, title: B, members: [{under: r}]}\n"
                 "  - {id: both, title: X, members: [{under: r, tag: girls}]}\n"
                 "  - {id: nodes, title: N, members: [{id: p, weight: 2}, {id: d}, {id: by-tag}]}\n");
  const auto members = [&](const std::string& id) {
    std::string out;
    for (const Child& child : mini.nodes[mini.node_index.at(id)].children) {
      out += (out.empty() ? "" : " ") +
             (child.is_question ? mini.questions[child.index].id : mini.nodes[child.index].id) + "*" +
             std::to_string(static_cast<int>(child.weight));
    }
    return out;
  };
  CHECK(members("by-tag") == "a*1 c*1");
  CHECK(members("by-facet") == "b*1 c*1");
  CHECK(members("below") == "c*1 d*1");
  CHECK(members("both") == "c*1");
  CHECK(members("nodes") == "p*2 d*1 by-tag*1");
}

TEST_CASE("a weight given by id wins over the one that a tag chose") {
  const auto mini =
      try_instrument(maturity() + "questions:\n" + level_question("a", "tags: [girls]", "  ") +
                     level_question("b", "tags: [girls]", "  ") +
                     "indices:\n  - {id: i, title: I, members: [{tag: girls}, {id: a, weight: 3}]}\n");
  REQUIRE(mini);
  const std::vector<Child>& members = mini->nodes[1].children;
  REQUIRE(members.size() == 2);
  CHECK(members[0].weight == 3);
  CHECK(members[1].weight == 1);
}

TEST_CASE("an index of nothing, or of what is not there, is an error") {
  const auto codes = [&](const std::string& members) {
    const auto result =
        try_instrument(with("") + "indices:\n  - {id: i, title: I, members: [" + members + "]}\n");
    return result.diagnostics.empty() ? std::string() : std::string(info(result.diagnostics[0].code).id);
  };
  CHECK(codes("{id: gone}") == "Q0216");
  CHECK(codes("{under: gone}") == "Q0216");
  CHECK(codes("{tag: gone}") == "Q0217");
  CHECK(codes("{facet: policy}") == "Q0217");
  CHECK(codes("") == "Q0217");
  CHECK(codes("{id: i}") == "Q0216");  // an index is no member of itself
  CHECK(codes("{id: q}") == "");
}

TEST_CASE("one id stands for one thing") {
  const std::string body = with("") + "indices:\n  - {id: q, title: I, members: [{id: p}]}\n";
  const auto result = try_instrument(body);
  CHECK_FALSE(result);
  CHECK(brief(result.diagnostics) == "Q0201 " + std::to_string(line_of(body, "  - {id: q, title")) + ":10");
  CHECK(arg(result.diagnostics[0], "where") ==
        "mini.yaml:" + std::to_string(line_of(body, "      - {id: q,")));
  CHECK_FALSE(try_instrument(with("overall: {id: p}\n")));
  CHECK_FALSE(try_instrument(with("overall: {id: maturity}\n")));
}

TEST_CASE("what an instrument cannot mean is an error") {
  const std::string levels = "levels: [{id: a, name: A, value: 0}, {id: b, name: B, value: 1";
  const auto first = [](const std::string& body) {
    const auto result = try_instrument(body);
    CHECK_FALSE(result);
    return result.diagnostics.empty() ? std::string() : std::string(info(result.diagnostics[0].code).id);
  };
  const std::string q = "questions:\n  - {id: q, type: yes_no, text: q}\n";
  CHECK(first(q) == "Q0105");
  CHECK(first("scales: []\n" + q) == "Q0204");
  CHECK(first("scales:\n  - {id: s, max: 9, levels: [{id: a, name: A}]}\n" + q) == "Q0204");
  CHECK(first("scales:\n  - {id: s, " + levels + "}, {id: b, name: C, value: 2}]}\n" + q) == "Q0205");
  CHECK(first("scales:\n  - {id: s, " + levels + ", from: 0}]}\n" + q) == "Q0206");
  CHECK(first("scales:\n  - {id: s, min: 0, max: 9, levels: [{id: a, name: A, value: 2, from: 0}, {id: b, "
              "name: B, value: 1, "
              "from: 1}]}\n" +
              q) == "Q0207");
  CHECK(first("scales:\n  - {id: s, min: 3, max: 3, " + levels + "}]}\n" + q) == "Q0208");
  CHECK(first(maturity()) == "Q0218");
  CHECK(first(maturity() + "questions:\n  - {id: q, type: yes_no, text: q, weight: 0}\n") == "Q0219");
  CHECK(first(maturity() + "questions:\n  - {id: q, type: yes_no, text: q, weight: -1}\n") == "Q0127");
  CHECK(first(maturity() + "questions:\n  - {id: q, type: yesno, text: q}\n") == "Q0129");
  CHECK(first(maturity() + "questions:\n  - {id: q, text: q, levels: {n: 1, e: 2, s: 3}}\n") == "Q0105");
  CHECK(first(maturity() +
              "questions:\n  - {id: q, text: q, scale: maturty, levels: {n: 1, e: 2, s: 3, a: 4}}\n") ==
        "Q0203");
  CHECK(first(maturity() + "questions:\n  - {id: q, type: number, text: q, range: [1, 1]}\n") == "Q0212");
  CHECK(first(maturity() +
              "questions:\n  - {id: q, type: number, text: q, goalposts: {low: 1, high: 1}}\n") == "Q0211");
  CHECK(first(maturity() +
              "questions:\n  - {id: q, type: number, text: q, goalposts: {low: 0, high: 1, log: yes}}\n") ==
        "Q0211");
  CHECK(first(maturity() +
              "questions:\n  - {id: q, type: number, text: q, steps: [{from: 2, value: 1}, {from: 2, "
              "value: 2}]}\n") == "Q0210");
  CHECK(first(maturity() +
              "questions:\n  - {id: q, type: choice, text: q, options: [{id: a, text: a, value: 1}, {id: a, "
              "text: b, value: 2}]}\n") == "Q0209");
  CHECK(first(with("overall: {combine: average}\n")) == "Q0129");
  CHECK(first(with("overall: {missing: {dont_know: none}}\n")) == "Q0129");
  CHECK(first(with("overall: {min_coverage: 50}\n")) == "Q0127");
  CHECK(first(with("overall: {round: {mode: r}}\n")) == "Q0105");
}

TEST_CASE("all problems of all files come at once, sorted") {
  const auto result = try_instrument(
      "colour: red\n" + maturity() + "nodes:\n  - include: p.yaml\n  - {id: \"a,b\", title: A}\n",
      {{"p.yaml", "id: p\ntitle: P\nweight: heavy\n"}});
  CHECK_FALSE(result);
  CHECK(brief(result.diagnostics) == "Q0103 6:1; Q0131 16:10; Q0125 p.yaml:3:9");
}
