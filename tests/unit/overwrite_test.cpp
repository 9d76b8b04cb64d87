#include "cli/overwrite.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "cli/files.hpp"

using namespace sextant;
namespace fs = std::filesystem;
using files::Over;

namespace {

/// A folder of its own that is removed again.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "sextant-over-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~Folder() {
    std::error_code error;
    fs::remove_all(path_, error);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string put(const std::string& name, const std::string& text) const {
    const fs::path path = path_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return path.string();
  }
  std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  fs::path path_;
};

std::string answers(const std::string& unit, const std::string& round, const std::string& more = {}) {
  return "sextant: answers/1\ninstrument: {id: mini}\nunit: {" + unit + "}\nround: {" + round + "}\n" + more;
}

/// "Q0921", or "" where the bytes may be written.
std::string refused(const std::string& path, const std::string& bytes, Over over = Over::own) {
  const auto problem = files::refusal(path, bytes, over);
  return problem ? std::string(info(problem->code).id) : std::string();
}

const std::string kAtl = answers("id: ATL", "id: a");

}  // namespace

TEST_CASE("a file that says what it is gives place only to one that says the same") {
  const Folder folder;
  const std::string pdf = "%PDF-1.7\nsextant: answers/1\n";
  const std::string here = folder.put("ATL.yaml", kAtl);
  for (const Over over : {Over::own, Over::blank, Over::asked}) {
    CHECK(refused(here, pdf, over) == "Q0920");
    CHECK(refused(here, "# A report\n", over) == "Q0920");
    CHECK(refused(here, "sextant: instrument/1\n", over) == "Q0920");
  }
  CHECK(refused(folder.put("flow", "{unit: {id: ATL}, sextant: answers/1}"), pdf) == "Q0920");
  CHECK(refused(folder.put("json", "{\"unit\": {}, \"sextant\": \"answers/1\"}"), pdf) == "Q0920");
  CHECK(refused(folder.put("broken", "sextant: answers/1\nunit: {id: ATL\n"), pdf) == "Q0920");
  CHECK(refused(folder.put("copy.html", "<html><script id=\"filled\">{}</script>"), "<html></html>") ==
        "Q0920");
  fs::create_symlink(here, folder.file("link.pdf"));
  CHECK(refused(folder.file("link.pdf"), pdf) == "Q0920");
  CHECK(refused(folder.put("old.pdf", "%PDF-1.4\n"), pdf).empty());
  CHECK(refused(folder.file("new.pdf"), pdf).empty());
  CHECK(refused("-", pdf).empty());
  CHECK(refused("/dev/null", pdf).empty());
}

TEST_CASE("answers give place to those of the same unit, round, questionnaire and respondent") {
  const Folder folder;
  const std::string here = folder.put("ATL.yaml", kAtl);
  CHECK(refused(here, answers("id: ATL, name: Atlantis", "id: a, date: 2025-01-01")).empty());
  CHECK(refused(here, answers("id: ATL", "closed: yes")).empty());
  CHECK(refused(here, answers("id: BOR, aliases: [ATL]", "id: a")).empty());
  CHECK(refused(here, answers("id: ATL", "id: b")) == "Q0921");
  CHECK(refused(here, answers("id: BOR", "id: a")) == "Q0921");
  CHECK(refused(here, answers("id: BOR", "id: a"), Over::asked).empty());
  CHECK(refused(here, "sextant: answers/1\ninstrument: {id: gtmi}\nunit: {id: ATL}\n") == "Q0921");
  const std::string days = folder.put("days.yaml", answers("id: ATL", "date: 2024-01-01"));
  CHECK(refused(days, answers("id: ATL", "date: 2025-01-01")) == "Q0921");
  CHECK(refused(days, answers("id: ATL", "id: a, date: 2025-01-01")).empty());

  const std::string one = answers("id: ATL", "id: a", "respondents: [{id: ict}]\n");
  const std::string two = answers("id: ATL", "id: a", "respondents: [{id: ict}, {id: edu}]\n");
  CHECK(refused(folder.put("country.yaml", one), two).empty());
  CHECK(refused(folder.put("a.respondents/ict.yaml", one), two) == "Q0921");
  CHECK(refused(folder.file("a.respondents/ict.yaml"), one + "notes: More\n").empty());

  CHECK(refused(folder.put("empty.yaml", ""), kAtl).empty());
  CHECK(refused(folder.put("words.yaml", "months of work\n"), kAtl) == "Q0922");
  CHECK(refused(folder.put("broken.yaml", "sextant: answers/1\nunit: {id: ATL\n"), kAtl) == "Q0922");
}

TEST_CASE("a translation gives place to one of the same questionnaire and language") {
  const Folder folder;
  const std::string fr = folder.put("fr.yaml", "sextant: translation/1\nof: mini\nlanguage: fr\n");
  CHECK(refused(fr, "sextant: translation/1\nof: mini\nlanguage: fr\ntexts: {}\n").empty());
  CHECK(refused(fr, "sextant: translation/1\nof: mini\nlanguage: es\n") == "Q0921");
  CHECK(refused(fr, "sextant: translation/1\nof: gtmi\nlanguage: fr\n") == "Q0921");
}

TEST_CASE("the files of a closed round give place to nothing") {
  const Folder folder;
  const std::string closed = folder.put("ATL/a.yaml", answers("id: ATL", "id: a, closed: yes"));
  CHECK(refused(closed, kAtl) == "Q0330");
  CHECK(refused(closed, answers("id: BOR", "id: b"), Over::asked) == "Q0330");
  CHECK(refused(folder.file("ATL/a.respondents/new.yaml"), kAtl, Over::asked) == "Q0330");
  CHECK(refused(folder.file("ATL/a.respondents/deep/new.json"), "{}") == "Q0330");
  CHECK(refused(folder.file("ATL/a.respondents/new.yaml"), kAtl, Over::edits) == "Q0330");
  CHECK(refused(folder.file("ATL/b.respondents/new.yaml"), kAtl).empty());
  // What saves work at the last moment is no file of the round.
  CHECK(refused(folder.file("ATL/a.respondents/new.yaml.unsaved"), kAtl).empty());
  const std::string broken = folder.put("ATL/c.yaml", "sextant: answers/1\nround: {id: c, closed: yes\n");
  CHECK(refused(broken, kAtl, Over::asked).empty());
  folder.put("ATL/c.sha256", "");
  CHECK(refused(broken, kAtl, Over::asked) == "Q0330");
}

TEST_CASE("what is to be filled in gives place only to itself, or where that is asked for") {
  const Folder folder;
  const std::string form = "<html><script id=\"filled\"></script>";
  for (const std::string& made : {std::string("PK\3\4 blank"), form, std::string("%PDF-1.7\n")}) {
    const std::string path = folder.put("made", made + "filled in");
    CHECK(refused(path, made, Over::blank) == "Q0922");
    CHECK(refused(path, made, Over::asked).empty());
    CHECK(refused(folder.put("same", made), made, Over::blank).empty());
  }
}

TEST_CASE("of several files none is written where one may not be") {
  const Folder folder;
  const std::string there = folder.put("b.yaml", kAtl);
  const auto problem = files::write_all({{folder.file("a.md"), "# A\n"}, {there, "# B\n"}});
  REQUIRE(problem.has_value());
  CHECK(problem->code == Code::file_says_other);
  CHECK_FALSE(files::exists(folder.file("a.md")));
  CHECK(files::read(there).bytes == kAtl);
}
