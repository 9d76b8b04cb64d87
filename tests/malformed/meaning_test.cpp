// What is odd but fine must be read as meant, not merely without an error.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>

#include "engine/diagnosis/findings.hpp"
#include "engine/instrument/load.hpp"
#include "engine/scoring/score.hpp"
#include "engine/tables/table.hpp"
#include "reports/json/score_json.hpp"
#include "tests/fuzz/targets.hpp"
#include "tests/malformed/program.hpp"

namespace sextant::malformed {

namespace {

std::string corpus(const std::string& file) {
  return read_file(SEXTANT_ROOT "/tests/corpus/" + file);
}

Instrument instrument(const std::string& file) {
  const std::string name = file.rfind("json/", 0) == 0 ? "i.json" : "i.yaml";
  auto loaded = load_instrument(Source(name, corpus(file)), [](const std::string&) { return std::nullopt; });
  for (const Diagnostic& one : loaded.diagnostics) MESSAGE(print(one, {}));
  REQUIRE(loaded);
  return std::move(*loaded);
}

const Instrument& mini() {
  static const Instrument loaded = [] {
    const ReadBeside beside = [](const std::string& path) { return Source(path, fuzz::mini_file(path)); };
    auto one = load_instrument(Source("instrument.yaml", fuzz::mini_file("instrument.yaml")), beside);
    REQUIRE(one);
    return std::move(*one);
  }();
  return loaded;
}

Assessment assessment_of(const std::string& text, const std::string& name = "a.yaml") {
  const Source source(name, text);
  const Checked<Tree> tree = read_tree(source);
  REQUIRE(tree);
  auto loaded = load_answers(*tree, source, mini());
  for (const Diagnostic& one : loaded.diagnostics) MESSAGE(print(one, {}));
  REQUIRE(loaded);
  return std::move(*loaded);
}

Assessment assessment(const std::string& file) {
  return assessment_of(corpus(file), file.find(".json") == std::string::npos ? "a.yaml" : "a.json");
}

const Answer& answer(const Assessment& assessment, const std::string& question) {
  return assessment.answers[mini().question_index.at(question)];
}

std::string json_of(const Assessment& assessment) {
  const Scores scores = score(mini(), assessment);
  return json::score(mini(), assessment, scores, diagnose(mini(), assessment, scores), 0, Lang::en);
}

std::vector<Assessment> rows(const std::string& text) {
  std::vector<Assessment> out;
  ColumnMap columns;
  columns.unit = "unit";
  read_table(text, "t.csv", mini(), columns, [&](Assessment&& row, int) { out.push_back(std::move(row)); });
  return out;
}

/// The same order on every machine.
class Shuffler {
 public:
  template <typename T>
  void operator()(std::vector<T>& all) {
    for (std::size_t i = all.size(); i > 1; --i) std::swap(all[i - 1], all[next() % i]);
  }

 private:
  std::size_t next() {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::size_t>(state_ >> 33U);
  }
  std::uint64_t state_ = 2026;
};

}  // namespace

TEST_SUITE("meaning") {
  TEST_CASE("a byte-order mark and any line ends change nothing") {
    const Instrument plain = instrument("instrument/no-last-line-end.yaml");
    for (const char* file :
         {"bom", "crlf", "cr", "mixed-line-ends", "directive", "directive-unknown", "end-mark"}) {
      const Instrument other = instrument("instrument/" + std::string(file) + ".yaml");
      CHECK(other.id == plain.id);
      CHECK(other.version == "1");
      CHECK(other.title.source() == "T");
      CHECK(other.scales.front().levels.size() == 2);
      REQUIRE(other.questions.size() == 1);
      CHECK(other.questions.front().text.source() == "A");
    }
    CHECK(answer(assessment("answers/bom.yaml"), "lvl").level == 1);
    CHECK(answer(assessment("answers/crlf.yaml"), "No").score == 1);
  }

  TEST_CASE("ids stay as they are written") {
    const Instrument loaded = instrument("instrument/ids-as-written.yaml");
    std::vector<std::string> ids;
    for (const Question& question : loaded.questions) ids.push_back(question.id);
    CHECK(ids == std::vector<std::string>{"No", "NO", "no", "010", "8", "2.10", "2.1", "1_000", "0x10", "1e3",
                                          "true", "Oui", "2025-03-25"});
    for (const std::string& id : ids)
      CHECK(loaded.questions[loaded.question_index.at(id)].text.source() == id);
  }

  TEST_CASE("texts stay as they are written") {
    const Instrument norway = instrument("instrument/norway.yaml");
    CHECK(norway.title.source() == "No");
    CHECK(norway.questions.front().text.source() == "NO");
    CHECK(instrument("instrument/tag-str.yaml").title.source() == "12");
    CHECK(instrument("instrument/emoji.yaml").title.source() == "\U0001F600 \U0001F600 é");
    CHECK(instrument("instrument/long-line.yaml").title.source().size() == 199'999);
    CHECK(instrument("json/true-as-text.json").title.source() == "true");
    CHECK(instrument("json/surrogate-pair.json").title.source() == "\U0001F600");
    CHECK(instrument("json/line-end-in-text.json").title.source() == "T\nU");
  }

  TEST_CASE("an alias stands for what its anchor names") {
    CHECK(instrument("instrument/anchors.yaml").questions.front().text.source() == "T");
    CHECK(instrument("instrument/anchor-on-key.yaml").questions.front().text.source() == "title");
  }

  TEST_CASE("weights are the numbers that stand there") {
    const Instrument loaded = instrument("instrument/weight-zero-one.yaml");
    CHECK(loaded.questions[0].weight == 0);
    CHECK(loaded.questions[1].weight == 10);
    CHECK(instrument("json/number-as-text.json").questions[0].weight == 2);
  }

  TEST_CASE("Norway is a unit, an id, an option and an answer") {
    const Assessment unit = assessment("answers/unit-norway.yaml");
    CHECK(unit.unit.id == "NO");
    CHECK(unit.unit.iso == "No");
    CHECK(unit.unit.label("en") == "010");
    const Assessment ids = assessment("answers/ids-as-written.yaml");
    CHECK(answer(ids, "No").score == 0);
    CHECK(answer(ids, "010").score == 1);
    CHECK(answer(ids, "ch").chosen == std::vector<std::size_t>{0});
    const std::vector<Assessment> table = rows(corpus("table/norway.csv"));
    REQUIRE(table.size() == 2);
    CHECK(table[0].unit.id == "NO");
    CHECK(answer(table[0], "No").score == 0);
    CHECK(answer(table[0], "010").score == 1);
    CHECK(table[1].unit.id == "010");
    CHECK(answer(table[1], "No").score == 0);
  }

  TEST_CASE("numbers are decimal") {
    CHECK(answer(assessment("answers/number-leading-zero.yaml"), "num").score == 10);
    CHECK(answer(assessment("answers/number-minus-zero.yaml"), "num").score == 0);
    CHECK(answer(assessment("answers/level-leading-zero.yaml"), "lvl").level == 1);
    CHECK(answer(assessment("answers/good.yaml"), "pct").score == 50);
    const Assessment json = assessment("answers/good.json");
    CHECK(answer(json, "num").score == 3.5);
    CHECK(answer(json, "na").score == 1);
    CHECK(answer(json, "No").score == 0);
    CHECK(answer(json, "txt").written == "\U0001F600");
  }

  TEST_CASE("what is left out is unanswered, however it is left out") {
    for (const char* file : {"states-empty", "nothing-answered", "no-answers", "answers-null"}) {
      for (const Answer& one : assessment("answers/" + std::string(file) + ".yaml").answers)
        CHECK(one.state == AnswerState::unanswered);
    }
    CHECK(answer(assessment("answers/checklist-none.yaml"), "cl").state == AnswerState::answered);
    CHECK(answer(assessment("answers/checklist-none.yaml"), "cl").score == 0);
    CHECK(answer(assessment("answers/checklist-repeats.yaml"), "cl").score == 0.5);
  }

  TEST_CASE("tables are read alike whatever separates their cells and ends their lines") {
    for (const char* file : {"good", "crlf-bom", "cr", "semicolons", "tabs"}) {
      const std::vector<Assessment> table = rows(corpus("table/" + std::string(file) + ".csv"));
      REQUIRE(!table.empty());
      CHECK(table[0].unit.id == "A");
      CHECK(answer(table[0], "lvl").level == 0);
      CHECK(answer(table[0], "num").score == 10);
    }
    CHECK(rows(corpus("table/quotes.csv")).front().unit.id == "A \"B\"");
    CHECK(rows(corpus("table/formula-unit.csv")).front().unit.id == "=1+1");
    CHECK(rows(corpus("table/header-only.csv")).empty());
  }

  TEST_CASE("the order of the answers changes no byte of the result") {
    const std::string head = "sextant: answers/1\ninstrument: mini\nunit: {id: U}\nanswers:\n";
    std::vector<std::string> lines = {
        "  lvl: 3\n",          "  na: yes\n",       "  ch: \"010\"\n", "  cl: [two, one]\n",
        "  num: 0.1\n",        "  free: 0.7\n",     "  pct: 33.3\n",   "  gr: {c2: 3, c1: 1}\n",
        "  txt: Any words.\n", "  No: dont_know\n", "  010: no\n"};
    const auto all = [&] {
      std::string text = head;
      for (const std::string& line : lines) text += line;
      return text;
    };
    const std::string expected = json_of(assessment_of(all()));
    CHECK(nlohmann::json::parse(expected)["questions"]["free"]["value"] == 0.7);
    Shuffler shuffle;
    for (int i = 0; i < 100; ++i) {
      shuffle(lines);
      CHECK(json_of(assessment_of(all())) == expected);
    }
  }

  TEST_CASE("the order of a table's columns changes no byte of the result") {
    std::vector<std::pair<std::string, std::string>> columns = {
        {"unit", "U"},  {"lvl", "2"},    {"na", "no"}, {"num", "0.1"},
        {"free", "-7"}, {"pct", "66.6"}, {"No", "yes"}};
    const auto result = [&] {
      std::string header;
      std::string row;
      for (const auto& [name, cell] : columns) {
        header += (header.empty() ? "" : ",") + name;
        row += (row.empty() ? "" : ",") + cell;
      }
      const std::vector<Assessment> table = rows(header + "\n" + row + "\n");
      REQUIRE(table.size() == 1);
      return json_of(table.front());
    };
    const std::string expected = result();
    Shuffler shuffle;
    for (int i = 0; i < 50; ++i) {
      shuffle(columns);
      CHECK(result() == expected);
    }
  }
}

}  // namespace sextant::malformed
