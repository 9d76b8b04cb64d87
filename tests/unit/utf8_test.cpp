#include "engine/text/utf8.hpp"

#include <doctest/doctest.h>

using namespace sextant;

TEST_CASE("malformed UTF-8 is found at its first byte") {
  CHECK_FALSE(utf8::first_invalid("plain, é, …, 日, 😀").has_value());
  CHECK_FALSE(utf8::first_invalid("").has_value());
  CHECK(utf8::first_invalid("ab\x80") == 2U);            // a continuation alone
  CHECK(utf8::first_invalid("\xC0\xAF") == 0U);          // overlong "/"
  CHECK(utf8::first_invalid("a\xC1\xBF") == 1U);         // overlong
  CHECK(utf8::first_invalid("\xE0\x80\xAF") == 0U);      // overlong in three bytes
  CHECK(utf8::first_invalid("x\xED\xA0\x80") == 1U);     // a surrogate
  CHECK(utf8::first_invalid("\xF4\x90\x80\x80") == 0U);  // above U+10FFFF
  CHECK(utf8::first_invalid("\xF0\x8F\xBF\xBF") == 0U);  // overlong in four
  CHECK(utf8::first_invalid("\xFF") == 0U);
  CHECK(utf8::first_invalid("é\xC3") == 2U);                         // cut short
  CHECK(utf8::first_invalid("C\xF4te") == 1U);                       // Latin-1
  CHECK_FALSE(utf8::first_invalid("\xF4\x8F\xBF\xBF").has_value());  // U+10FFFF
}

TEST_CASE("reading code points moves on past malformed bytes") {
  const std::string text = "a\xFFé";
  std::size_t at = 0;
  CHECK(utf8::next(text, at) == U'a');
  CHECK(utf8::next(text, at) == 0xFFFD);
  CHECK(utf8::next(text, at) == U'é');
  CHECK(at == text.size());
}

TEST_CASE("length counts code points, and appending gives back the same bytes") {
  CHECK(utf8::length("Établi") == 6);
  CHECK(utf8::length("日本") == 2);
  std::string out;
  for (const char32_t c : U"aé…😀") {
    if (c != 0) utf8::append(out, c);
  }
  CHECK(out == "aé…😀");
}

TEST_CASE("wide characters take two columns and combining marks none") {
  CHECK(utf8::display_width("abc") == 3);
  CHECK(utf8::display_width("Établi") == 6);
  CHECK(utf8::display_width("e\u0301") == 1);
  CHECK(utf8::display_width("日本") == 4);
  CHECK(utf8::display_width("한") == 2);
  CHECK(utf8::display_width("😀") == 2);
  CHECK(utf8::display_width("\u0643\u064E") == 1);  // kaf with fatha
}

TEST_CASE("what is too long is cut with an ellipsis inside the width") {
  CHECK(utf8::shorten("abc", 3) == "abc");
  CHECK(utf8::shorten("abcd", 3) == "ab…");
  CHECK(utf8::shorten("Établissement", 4) == "Éta…");
  CHECK(utf8::shorten("日本語", 4) == "日…");  // a second one would take five columns
  CHECK(utf8::shorten("日本語", 5) == "日本…");
  CHECK(utf8::shorten("日本語", 6) == "日本語");
  CHECK(utf8::shorten("abc", 1) == "…");
  CHECK(utf8::shorten("abc", 0) == "");
}

TEST_CASE("folding takes case and accents from Latin letters") {
  CHECK(utf8::fold("Établi") == "etabli");
  CHECK(utf8::fold("ÇA ÅNGSTRÖM") == "ca angstrom");
  CHECK(utf8::fold("Œuvre œ Æ ß") == "oeuvre oe ae ss");
  CHECK(utf8::fold("Łódź Žižka Ştefan Ğ ı Ÿ Ñ ø Đ") == "lodz zizka stefan g i y n o d");
  CHECK(utf8::fold("E\u0301") == utf8::fold("É"));  // two ways to write one letter
  CHECK(utf8::fold("a\u00A0b\u202Fc") == "a b c");
  CHECK(utf8::fold("日 Ω العربية") == "日 Ω العربية");
  CHECK(utf8::fold("×÷") == "×÷");
}

TEST_CASE("line feeds stand wherever a line or a page ends, and nothing else changes") {
  CHECK(utf8::with_line_feeds("a\r\nb\rc\nd") == "a\nb\nc\nd");
  CHECK(utf8::with_line_feeds("a\vb\fc\u0085d") == "a\nb\nc\nd");
  CHECK(utf8::with_line_feeds("a\r\r\n\tb\u0084\u00A0é\x01") == "a\n\n\tb\u0084\u00A0é\x01");
  CHECK(utf8::with_line_feeds("") == "");
}
