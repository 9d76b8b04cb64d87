// Every file of tests/corpus goes through the program; expected.tsv says what must be said of it.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "tests/fuzz/targets.hpp"
#include "tests/malformed/program.hpp"

namespace sextant::malformed {

namespace {

struct Expected {
  std::string file;  ///< in tests/corpus
  int exit = 0;
  std::vector<std::string> codes;
  bool some_warnings = false;  ///< warnings about gaps in a translation, which are not listed
};

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> out;
  std::istringstream stream(text);
  for (std::string word; std::getline(stream, word, separator);) out.push_back(word);
  return out;
}

/// The lines for one folder of the corpus.
std::vector<Expected> expected(const std::string& folder) {
  std::vector<Expected> out;
  for (const std::string& line : split(read_file(SEXTANT_ROOT "/tests/malformed/expected.tsv"), '\n')) {
    const std::vector<std::string> cells = split(line, '\t');
    if (cells.size() != 4 || cells[0].rfind(folder + "/", 0) != 0) continue;
    Expected one{cells[0], std::stoi(cells[1]), {}, cells[2] == "*"};
    if (cells[2] != "-" && cells[2] != "*") one.codes = split(cells[2], ',');
    std::sort(one.codes.begin(), one.codes.end());
    out.push_back(one);
  }
  return out;
}

std::string corpus(const std::string& file) {
  return read_file(SEXTANT_ROOT "/tests/corpus/" + file);
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += word + " ";
  return all;
}

/// Without warnings about what a translation lacks: the files here are short.
std::vector<std::string> without_gaps(std::vector<std::string> found) {
  const auto gap = [](const std::string& code) {
    return code.rfind("Q0404", 0) == 0 || code.rfind("Q0405", 0) == 0 || code.rfind("Q0406", 0) == 0;
  };
  found.erase(std::remove_if(found.begin(), found.end(), gap), found.end());
  return found;
}

void expect(const Expected& wanted, const Outcome& got, bool translation = false) {
  CHECK_MESSAGE(fault(got) == "", wanted.file << ": " << fault(got));
  CHECK_MESSAGE(got.exit == wanted.exit, wanted.file << " gave exit " << got.exit << "\n" << got.err);
  const std::vector<std::string> found = translation ? without_gaps(codes(got)) : codes(got, "case");
  CHECK_MESSAGE(joined(found) == joined(wanted.codes), wanted.file << "\n" << got.err);
}

/// Another look at the same file: nothing bad happens, and it fails where the first one did.
void expect_same_verdict(const Expected& wanted, const Outcome& got) {
  CHECK_MESSAGE(fault(got) == "", wanted.file << ": " << fault(got));
  CHECK_MESSAGE((got.exit == 0) == (wanted.exit == 0), wanted.file << " gave exit " << got.exit << "\n"
                                                                   << got.err);
  CHECK_MESSAGE((got.exit != 0 || !got.out.empty()), wanted.file << " gave no result");
}

void check_instruments(const std::string& folder) {
  const std::string answers = "sextant: answers/1\ninstrument: x\nunit: {id: U}\n";
  for (const Expected& one : expected(folder)) {
    const Scratch scratch;
    std::string name = "case/instrument" + std::filesystem::path(one.file).extension().string();
    if (name == "case/instrument.bundle") {
      name = "case/instrument.yaml";
      for (const auto& [path, text] : fuzz::unbundle(corpus(one.file))) scratch.write("case/" + path, text);
    } else {
      scratch.write(name, corpus(one.file));
    }
    scratch.write("answers.yaml", answers);
    expect(one, run(scratch, {"check", name}));
    expect_same_verdict(one, run(scratch, {"score", "answers.yaml", "-q", name, "--lang", "fr", "--json"}));
  }
}

}  // namespace

TEST_SUITE("instrument") {
  TEST_CASE("each malformed instrument gets its diagnostics") {
    check_instruments("instrument");
  }
}

TEST_SUITE("json") {
  TEST_CASE("each malformed instrument in JSON gets its diagnostics") {
    check_instruments("json");
  }
}

TEST_SUITE("translation") {
  TEST_CASE("each malformed translation gets its diagnostics") {
    for (const Expected& one : expected("translation")) {
      const Scratch scratch;
      scratch.write("mini/lang/fr.yaml", corpus(one.file));
      scratch.write("answers.yaml", "sextant: answers/1\ninstrument: mini\nunit: {id: U}\n");
      expect(one, run(scratch, {"check", "mini/instrument.yaml"}), true);
      expect_same_verdict(one, run(scratch, {"check", "mini/lang/fr.yaml"}));
      expect_same_verdict(one, run(scratch, {"score", "answers.yaml", "-q", "mini", "--lang", "fr"}));
    }
  }
}

TEST_SUITE("answers") {
  TEST_CASE("malformed answers get their diagnostics, in both languages") {
    for (const Expected& one : expected("answers")) {
      const Scratch scratch;
      const std::string name = "answers" + std::filesystem::path(one.file).extension().string();
      scratch.write(name, corpus(one.file));
      expect(one, run(scratch, {"check", name}));
      expect(one, run(scratch, {"check", name, "--lang", "fr"}));
      expect_same_verdict(one, run(scratch, {"score", name}));
      expect_same_verdict(one, run(scratch, {"score", name, "--json", "--lang", "fr"}));
    }
  }
}

TEST_SUITE("columns") {
  TEST_CASE("malformed column maps get their diagnostics") {
    for (const Expected& one : expected("columns")) {
      const Scratch scratch;
      scratch.write("columns.yaml", corpus(one.file));
      scratch.write("table.csv", "unit,year,Level,x,No\nA,2020,2,x,B\n");
      expect(one, run(scratch, {"check", "columns.yaml", "-q", "mini"}));
      const Outcome got =
          run(scratch, {"score", "--table", "table.csv", "--columns", "columns.yaml", "-q", "mini"});
      CHECK_MESSAGE(fault(got) == "", one.file << ": " << fault(got));
      CHECK_MESSAGE((one.exit == 0 || got.exit == 1), one.file << " gave exit " << got.exit << "\n"
                                                               << got.err);
    }
  }
}

TEST_SUITE("table") {
  TEST_CASE("malformed tables get their diagnostics") {
    for (const Expected& one : expected("table")) {
      const Scratch scratch;
      scratch.write("table.csv", corpus(one.file));
      expect(one, run(scratch, {"score", "-q", "mini", "--table", "table.csv", "--unit", "unit", "--json"}));
      const Outcome got = run(scratch, {"check", "table.csv"});
      CHECK_MESSAGE(fault(got) == "", one.file << ": " << fault(got));
      CHECK_MESSAGE(got.exit == 1, one.file << ": a table is none of the files that check reads");
    }
  }
}

}  // namespace sextant::malformed
