#include "engine/diagnostics/source.hpp"

#include <doctest/doctest.h>

using namespace sextant;

namespace {

bool same(const Span& span, int line, int column, int length) {
  return span.line == line && span.column == column && span.length == length;
}

}  // namespace

TEST_CASE("a byte-order mark is no part of the text") {
  const Source source("a", "\xEF\xBB\xBFone\ntwo");
  CHECK(source.text() == "one\ntwo");
  CHECK(same(source.span(0), 1, 1, 1));
}

TEST_CASE("line ends of every kind count as one") {
  for (const char* text : {"a\nb\nc", "a\r\nb\r\nc", "a\rb\rc", "a\r\nb\rc"}) {
    const Source source("a", text);
    CHECK(source.text() == "a\nb\nc");
    CHECK(source.line(2) == "b");
    CHECK(same(source.span(4), 3, 1, 1));
  }
  CHECK(Source("a", "a\r\r\nb").text() == "a\n\nb");
}

TEST_CASE("columns count characters, not bytes") {
  const Source source("a", "é: 日本 x\nb");
  const std::size_t x = source.text().find('x');
  CHECK(same(source.span(x), 1, 7, 1));
  CHECK(same(source.span(source.text().find("日"), 6), 1, 4, 2));
}

TEST_CASE("a span ends at its line's end and takes at least one character") {
  const Source source("a", "abc\ndef");
  CHECK(same(source.span(1, 100), 1, 2, 2));
  CHECK(same(source.span(3, 1), 1, 4, 1));    // the line end itself
  CHECK(same(source.span(100, 5), 2, 4, 1));  // behind the file: behind its last character
  CHECK(same(source.span_at(1, 1, 2), 2, 2, 2));
  CHECK(same(source.span_at(0, -5, 1), 1, 1, 1));
}

TEST_CASE("lines outside the file are empty") {
  const Source source("a", "one\n");
  CHECK(source.line(1) == "one");
  CHECK(source.line(2) == "");
  CHECK(source.line(0) == "");
  CHECK(source.line(-1) == "");
  CHECK(source.line(99) == "");
  CHECK(Source().line(1) == "");
}
