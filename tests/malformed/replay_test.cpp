// The corpus through the fuzz targets, with any compiler; a broken promise ends the program and so fails the
// test.
#include <doctest/doctest.h>

#include <filesystem>

#include "tests/fuzz/targets.hpp"
#include "tests/malformed/program.hpp"

namespace sextant::malformed {

namespace {

int replay(const std::string& folder, const std::string& extension, void (*target)(std::string_view)) {
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(SEXTANT_ROOT "/tests/corpus/" + folder)) {
    if (!extension.empty() && entry.path().extension() != extension) continue;
    INFO(entry.path().string());
    target(read_file(entry.path().string()));
    ++count;
  }
  return count;
}

}  // namespace

TEST_SUITE("replay") {
  TEST_CASE("every loader keeps its promises on every file of the corpus") {
    CHECK(replay("instrument", "", fuzz::instrument) >= 100);
    CHECK(replay("json", "", fuzz::json) >= 15);
    CHECK(replay("translation", "", fuzz::translation) >= 15);
    CHECK(replay("answers", ".yaml", fuzz::answers) >= 50);
    CHECK(replay("answers", ".json", fuzz::answers_json) >= 2);
    CHECK(replay("columns", "", fuzz::columns) >= 8);
    CHECK(replay("table", "", fuzz::table) >= 20);
    CHECK(replay("po", "", fuzz::po) >= 10);
    CHECK(replay("library", "", fuzz::library) >= 4);
    CHECK(replay("workbook", "", fuzz::workbook) >= 4);
  }

  TEST_CASE("every loader takes the files of every other") {
    for (const char* folder :
         {"instrument", "json", "translation", "answers", "columns", "table", "po", "workbook"}) {
      for (const auto target : {fuzz::instrument, fuzz::json, fuzz::translation, fuzz::answers, fuzz::columns,
                                fuzz::table, fuzz::po, fuzz::workbook}) {
        CHECK(replay(folder, "", target) > 0);
      }
    }
  }
}

}  // namespace sextant::malformed
