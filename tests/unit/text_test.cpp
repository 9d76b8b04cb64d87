#include <doctest/doctest.h>

#include <string>

#include "engine/text/digest.hpp"
#include "engine/text/fill.hpp"
#include "engine/text/language.hpp"

using namespace sextant;

TEST_CASE("SHA-256 gives the published FIPS 180 digests") {
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(sha256(std::string(1'000'000, 'a')) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  CHECK(short_hash("abc") == "ba7816bf");
}

TEST_CASE("places in a sentence are filled by name") {
  CHECK(fill("{a} and {b}", {{"a", "1"}, {"b", "2"}}) == "1 and 2");
  CHECK(fill("{b}{a}{b}", {{"a", "1"}, {"b", "2"}}) == "212");
  CHECK(fill("no place", {}) == "no place");
  CHECK(fill("", {}) == "");
}

TEST_CASE("a place without a value, and a lone brace, stay as they are") {
  CHECK(fill("{x} of {n}", {{"n", "3"}}) == "{x} of 3");
  CHECK(fill("a { b", {{"b", "1"}}) == "a { b");
  CHECK(fill("a } b", {}) == "a } b");
  CHECK(fill("{", {}) == "{");
}

TEST_CASE("a filled value is not filled again") {
  CHECK(fill("{a}", {{"a", "{b}"}, {"b", "no"}}) == "{b}");
}

TEST_CASE("the places of a sentence are listed in order, each once") {
  CHECK(places("{b} {a} {b}") == std::vector<std::string>{"b", "a"});
  CHECK(places("none").empty());
}

TEST_CASE("the program speaks French for French tags and locales, else English") {
  for (const char* tag : {"fr", "fr-SN", "fr_FR.UTF-8", "fr-CA"}) CHECK(lang_of(tag) == Lang::fr);
  for (const char* tag : {"en", "", "f", "fro", "frr-DE", "C", "are", "xfr"}) CHECK(lang_of(tag) == Lang::en);
  CHECK(lang_of("ar-EG") == Lang::ar);
  CHECK(code_of(Lang::fr) == "fr");
  CHECK(code_of(Lang::en) == "en");
}
