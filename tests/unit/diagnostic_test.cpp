#include "engine/diagnostics/diagnostic.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "reports/document/phrases.hpp"

using namespace sextant;

namespace {

std::vector<std::string> sorted_places(std::string_view text) {
  std::vector<std::string> out = places(text);
  std::sort(out.begin(), out.end());
  return out;
}

Diagnostic unknown_key(const Source& source, std::size_t at, std::size_t bytes) {
  Sink sink(source);
  sink.add(Code::unknown_key, source.span(at, bytes), {{"key", "lable"}}, "label");
  return sink.all().front();
}

}  // namespace

TEST_CASE("a diagnostic is printed with its place, its line, a caret and what was meant") {
  const Source source("q.yaml", "id: a\nlable: x\n");
  const Diagnostic one = unknown_key(source, 6, 5);
  CHECK(print(one, {}) ==
        "q.yaml:2:1: error Q0103: unknown key \"lable\"\n"
        "    lable: x\n"
        "    ^~~~~\n"
        "    hint: did you mean \"label\"?\n");
  CHECK(print(one, {Lang::fr}) ==
        "q.yaml:2:1: erreur Q0103 : clé inconnue « lable »\n"
        "    lable: x\n"
        "    ^~~~~\n"
        "    conseil : vouliez-vous dire « label » ?\n");
}

TEST_CASE("the caret stands under wide, narrow and combining characters alike") {
  const Source wide("q.yaml", "日本: 日本\n");
  const std::size_t at = wide.text().rfind("日本");
  CHECK(print(unknown_key(wide, at, 6), {}).find("\n    日本: 日本\n          ^~~~\n") != std::string::npos);
  const Source accents("q.yaml", "e\u0301té: x\n");
  CHECK(
      print(unknown_key(accents, accents.text().find('x'), 1), {}).find("\n    e\u0301té: x\n         ^\n") !=
      std::string::npos);
}

TEST_CASE("a code's own hint is printed where nothing near is known") {
  const Source source("q.yaml", "a: 1\na: 2\n");
  Sink sink(source);
  sink.add(Code::duplicate_key, source.span(5), {{"key", "a"}, {"line", "1"}});
  CHECK(print(sink.all().front(), {}) ==
        "q.yaml:2:1: error Q0104: the key \"a\" is given twice; the first is on line 1\n"
        "    a: 2\n"
        "    ^\n"
        "    hint: remove one of the two\n");
  CHECK(print(sink.all().front(), {Lang::fr}) ==
        "q.yaml:2:1: erreur Q0104 : la clé « a » est donnée deux fois ; la première est à la ligne 1\n"
        "    a: 2\n"
        "    ^\n"
        "    conseil : supprimez l'une des deux\n");
}

TEST_CASE("a problem of a whole file has no line, and one without a file is the program's") {
  CHECK(print({Code::no_such_file, "gone.yaml", {}, {}, {}, {}}, {}) ==
        "gone.yaml: error Q0903: there is no such file or folder\n");
  CHECK(print({Code::no_such_file, "", {}, {}, {}, {}}, {Lang::fr}) ==
        "sextant: erreur Q0903 : ce fichier ou ce dossier n'existe pas\n");
}

TEST_CASE("a warning says so, and is an error where strict") {
  const Diagnostic warning{Code::empty_node, "q.yaml", {3, 5, 1}, {{"id", "x"}}, {}, {}};
  CHECK(print(warning, {}) == "q.yaml:3:5: warning Q0220: \"x\" holds no scored question\n");
  CHECK(print(warning, {Lang::fr}).rfind("q.yaml:3:5: avertissement Q0220 : ", 0) == 0);
  CHECK(print(warning, {Lang::en, false, true}).rfind("q.yaml:3:5: error Q0220: ", 0) == 0);
  CHECK_FALSE(has_errors({warning}));
  CHECK(has_errors({warning}, true));
}

TEST_CASE("what a terminal could act on is shown as a blank") {
  const Diagnostic one{Code::unknown_key, "q", {1, 3, 1}, {{"key", "k"}}, {}, "a\tk\x1B[31m: 1"};
  CHECK(print(one, {}).find("\n    a k [31m: 1\n      ^\n") != std::string::npos);
  const Diagnostic turned{Code::unknown_key, "q", {1, 1, 1}, {{"key", "k"}}, {}, "k\u202Eevil"};
  CHECK(print(turned, {}).find("\n    k evil\n    ^\n") != std::string::npos);
}

TEST_CASE("a long line is cut around the place") {
  const std::string line = std::string(150, 'x') + "HERE" + std::string(150, 'y');
  const Diagnostic one{Code::unknown_key, "q", {1, 151, 4}, {{"key", "k"}}, {}, line};
  const std::string shown = "    …" + std::string(60, 'x') + "HERE" + std::string(35, 'y') + "…\n";
  const std::string caret = "    " + std::string(61, ' ') + "^~~~\n";
  CHECK(print(one, {}) == "q:1:151: error Q0103: unknown key \"k\"\n" + shown + caret);
}

TEST_CASE("colour surrounds the words and changes none") {
  const Diagnostic one{Code::no_such_file, "f", {}, {}, {}, {}};
  CHECK(print(one, {Lang::en, true}) == "f: \033[1;31merror Q0903\033[0m: there is no such file or folder\n");
}

TEST_CASE("diagnostics are sorted by file, line, column and code, each once") {
  const auto at = [](const char* file, int line, int column, Code code) {
    return Diagnostic{code, file, {line, column, 1}, {}, {}, {}};
  };
  std::vector<Diagnostic> all = {at("b", 1, 1, Code::not_utf8), at("a", 2, 1, Code::file_empty),
                                 at("a", 1, 9, Code::not_utf8), at("a", 1, 9, Code::file_empty),
                                 at("a", 2, 1, Code::file_empty)};
  sort_diagnostics(all);
  REQUIRE(all.size() == 4);
  CHECK((all[0].at.column == 9 && all[0].code == Code::file_empty));
  CHECK(all[1].code == Code::not_utf8);
  CHECK(all[2].at.line == 2);
  CHECK(all[3].file == "b");
}

TEST_CASE("the nearest word is what a slip of the pen left behind") {
  const std::vector<std::string> known = {"weight", "title", "scale", "questions"};
  CHECK(nearest("wieght", known) == "weight");  // neighbours exchanged
  CHECK(nearest("titel", known) == "title");
  CHECK(nearest("question", known) == "questions");
  CHECK(nearest("SCALE", known) == "scale");
  CHECK(nearest("Échelle", {"echelle"}) == "echelle");
  CHECK(nearest("banana", known) == "");
  CHECK(nearest("", known) == "");
  // Everything is near to a word of one or two letters: only another way to write it counts.
  CHECK(nearest("pp", {"p", "pq"}) == "");
  CHECK(nearest("NO", {"on", "no"}) == "no");
  CHECK(nearest("x", {}) == "");
  CHECK(nearest(std::string(500, 'w'), known) == "");
}

TEST_CASE("every code has a message in both languages with the same places") {
  std::set<std::string_view> ids;
  std::set<std::string_view> names;
  for (const CodeInfo& code : all_codes()) {
    CAPTURE(std::string(code.id));
    CHECK(ids.insert(code.id).second);
    CHECK(names.insert(code.name).second);
    CHECK((code.id.size() == 5 && code.id.substr(0, 2) == "Q0"));
    CHECK_FALSE(code.message.en.empty());
    CHECK_FALSE(code.message.fr.empty());
    CHECK(sorted_places(code.message.en) == sorted_places(code.message.fr));
    CHECK(code.hint.en.empty() == code.hint.fr.empty());
    CHECK(sorted_places(code.hint.en) == sorted_places(code.hint.fr));
    CHECK(find_code(code.id) == &code);
  }
}

TEST_CASE("a code is found in any case, and an unknown one is not") {
  REQUIRE(find_code("q0103") != nullptr);
  CHECK(find_code("q0103")->name == "unknown_key");
  CHECK(find_code("Q9999") == nullptr);
  CHECK(find_code("") == nullptr);
}

TEST_CASE("every phrase of the reports stands in both languages with the same places") {
  std::set<std::string_view> names;
  for (const document::PhraseInfo& phrase : document::all_phrases()) {
    CAPTURE(std::string(phrase.name));
    CHECK(names.insert(phrase.name).second);
    CHECK_FALSE(phrase.text.en.empty());
    CHECK_FALSE(phrase.text.fr.empty());
    CHECK(sorted_places(phrase.text.en) == sorted_places(phrase.text.fr));
  }
}
