#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "reports/pdf/bidi.hpp"
#include "reports/pdf/breaks.hpp"
#include "reports/pdf/content.hpp"
#include "reports/pdf/identity.hpp"
#include "reports/pdf/metadata.hpp"
#include "reports/pdf/outlines.hpp"
#include "reports/pdf/paragraph.hpp"
#include "reports/pdf/utf8.hpp"
#include "tests/pdf/sample.hpp"

using namespace sextant;
using namespace sextant::pdf;

namespace {

std::u32string decoded(std::string_view text) {
  std::u32string out;
  decode_utf8(text, out);
  return out;
}

std::string printed(double value) {
  std::string out;
  append_number(value, out);
  return out;
}

struct Engine {
  explicit Engine(const std::string& language = "en", bool rtl = false) {
    meta.language = language;
    meta.right_to_left = rtl;
    text.start_document(meta);
  }
  std::vector<std::u32string> lines(const std::string& words, double size, double width) {
    text.analyse(words, false, analysed);
    text.break_lines(analysed, size, width, broken);
    std::vector<std::u32string> out;
    for (const LineSpan& span : broken.spans) {
      std::u32string line;
      for (std::uint32_t u = span.begin; u < span.end; ++u) line += broken.units[u].word->text;
      out.push_back(line);
      CHECK(span.width <= width + 0.01);
    }
    return out;
  }
  document::Meta meta;
  TextEngine text;
  Analysed analysed;
  Lines broken;
};

}  // namespace

TEST_CASE("what is no UTF-8 becomes one replacement for each maximal bad part") {
  CHECK(decoded("a\xFFz") == U"a\uFFFDz");
  CHECK(decoded("\xC3") == U"\uFFFD");
  CHECK(decoded("\xE2\x82z") == U"\uFFFDz");                // cut short
  CHECK(decoded("\xC0\xAF") == U"\uFFFD\uFFFD");            // overlong
  CHECK(decoded("\xED\xA0\x80") == U"\uFFFD\uFFFD\uFFFD");  // a surrogate
  CHECK(decoded("\xF0\x9F\x98\x80") == U"\U0001F600");
  CHECK(decoded("a\tb\nc\x7F") == U"a b\nc ");
}

TEST_CASE("a PDF string is UTF-16BE with its mark, pairs of surrogates included") {
  CHECK(pdf_string("é\U0001F600") == "<FEFF00E9D83DDE00>");
  CHECK(pdf_string("") == "<FEFF>");
}

TEST_CASE("numbers have at most two decimals and are never anything else") {
  CHECK(printed(1.005) == "1");
  CHECK(printed(-0.004) == "0");
  CHECK(printed(-1.5) == "-1.5");
  CHECK(printed(12.34) == "12.34");
  CHECK(printed(0.05) == "0.05");
  CHECK(printed(0.0 / 0.0 * 1.0) == "0");
  CHECK(printed(1e300) == "32000");
}

TEST_CASE("the short cut for plain words breaks lines where the library does") {
  std::vector<Break> quick;
  std::vector<Break> plain;
  const std::vector<std::string> texts = {"plain words only",
                                          "a (b) c, d! e",
                                          "« oui » : non ; peut-être ? 12 % à l’école",
                                          "x",
                                          "",
                                          " ",
                                          "  two  spaces  ",
                                          "end. Next word/other word",
                                          "no\u00A0break here now",
                                          "self-assessed answers",
                                          "2.5 per cent of 3,000 schools",
                                          "one two (three four) five six - seven",
                                          "line\nbreak and\n\nmore words there",
                                          "$ 5 and % of a b c",
                                          "word 学校 教育 word word word",
                                          "نص عربي with words inside",
                                          "a b \" c d \" e f",
                                          "http://www.example.org/a/b c d e"};
  for (const std::string& text : texts) {
    for (const char* language : {"en", "fr", "ar"}) {
      find_breaks(decoded(text), language, quick);
      find_breaks_plainly(decoded(text), language, plain);
      CHECK_MESSAGE(quick == plain, text << " in " << language);
    }
  }
  for (const char* language : {"en", "fr"}) {
    for (const auto& block : sample::report(language).blocks) {
      if (const auto* paragraph = std::get_if<document::Paragraph>(&block.content)) {
        const std::u32string text = decoded(paragraph->text.front().text);
        find_breaks(text, language, quick);
        find_breaks_plainly(text, language, plain);
        CHECK(quick == plain);
      }
    }
  }
}

TEST_CASE("no line of French begins with a sign that belongs to the word before") {
  Engine engine("fr");
  const std::string text =
      "« Où\u00A0? »\u00A0: la Maravie\u00A0; 93\u00A0% des écoles\u00A0! Et « ceci\u00A0».";
  for (double width = 80; width < 300; width += 3) {
    for (const std::u32string& line : engine.lines(text, 10, width)) {
      CHECK(std::u32string_view(U"?!:;%»").find(line.front()) == std::u32string_view::npos);
    }
  }
}

TEST_CASE("a word longer than the line is broken, and nothing of it is lost") {
  Engine engine;
  const std::string word(300, 'm');
  std::u32string all;
  const auto lines = engine.lines(word, 10, 60);
  for (const auto& line : lines) all += line;
  CHECK(lines.size() > 10);
  CHECK(all == std::u32string(300, U'm'));
}

TEST_CASE("a soft hyphen shows at the end of a line and nowhere else") {
  Engine engine;
  const auto narrow = engine.lines("trans\u00ADformation", 10, 55);
  REQUIRE(narrow.size() == 2);
  CHECK(narrow[0] == U"trans-");
  CHECK(narrow[1] == U"formation");
  const auto wide = engine.lines("trans\u00ADformation", 10, 400);
  REQUIRE(wide.size() == 1);
  CHECK(wide[0] == U"transformation");
}

TEST_CASE("a character that no font has is replaced in sight and reported once") {
  Engine engine;
  const auto lines = engine.lines("a \U0001F600 b \U0001F600", 10, 400);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0] == U"a \uFFFD b \uFFFD");
  REQUIRE(engine.text.missing().size() == 1);
  CHECK(engine.text.missing()[0] == U'\U0001F600');
}

TEST_CASE("each script finds a font that has it") {
  Engine engine;
  engine.lines("Latin ελληνικά кириллица العربية 教育 かな → ≥ ✓ ▲ ⚠ −", 10, 4000);
  CHECK(engine.text.missing().empty());
  for (const Unit& unit : engine.analysed.units) {
    const char32_t c = unit.word->text.front();
    if (c == U'教') CHECK(unit.word->font == FontId::cjk);
    if (c == U'ا') CHECK(unit.word->font == FontId::arabic);
    if (c == U'ε' || c == U'к') CHECK(unit.word->font == FontId::regular);
  }
}

TEST_CASE("after a sign from another font, text is in its own weight again") {
  Engine engine;
  engine.text.analyse(std::string("2.4 → 3.2"), true, engine.analysed);
  CHECK(engine.analysed.units.front().word->font == FontId::bold);
  CHECK(engine.analysed.units.back().word->font == FontId::bold);
}

TEST_CASE("a line of both directions is put in visual order") {
  // Levels of UAX 9 for: Arabic, Latin, number within right-to-left text.
  std::vector<std::uint32_t> order;
  visual_order({1, 2, 1, 2, 1}, order);
  CHECK(order == std::vector<std::uint32_t>{4, 3, 2, 1, 0});
  visual_order({0, 1, 2, 1, 0}, order);
  CHECK(order == std::vector<std::uint32_t>{0, 3, 2, 1, 4});
  visual_order({2, 2, 1}, order);
  CHECK(order == std::vector<std::uint32_t>{2, 0, 1});
  std::vector<std::uint8_t> levels;
  find_levels(decoded("א 12 a"), true, levels);
  CHECK(levels == std::vector<std::uint8_t>{1, 1, 2, 2, 1, 2});
}

TEST_CASE("words shaped one by one are as wide as the line shaped in one piece") {
  WordCache cache;
  cache.start_document("fr");
  const std::uint32_t latin = 0x4C61746E;
  const std::uint32_t arabic = 0x41726162;
  const auto compare = [&](FontId font, std::uint32_t script, bool rtl,
                           const std::vector<std::u32string>& words) {
    double sum = 0;
    std::u32string line;
    for (const std::u32string& word : words) {
      sum += cache.shape(font, script, rtl, word).advance;
      line += word;
    }
    CHECK(cache.shape(font, script, rtl, line).advance == doctest::Approx(sum));
  };
  compare(FontId::regular, latin, false, {U"L’AVATAR ", U"To ", U"efficace ", U"Où ", U"Yvan"});
  compare(FontId::bold, latin, false, {U"Tableau ", U"Wagon ", U"fjord ", U"fin"});
  compare(FontId::arabic, arabic, true, {U"التعليم ", U"الرقمي ", U"لا ", U"مدرسة"});
}

TEST_CASE("a date is the day of the round or nothing") {
  CHECK(pdf_date("2025-03-25") == "D:20250325000000Z");
  CHECK(pdf_date("yesterday").empty());
  CHECK(pdf_date("2025-13-01").empty());
  CHECK(pdf_date("").empty());
}

TEST_CASE("the colour profile is a complete ICC file") {
  const std::string icc = srgb_profile();
  REQUIRE(icc.size() > 128);
  const auto byte = [&](std::size_t i) {
    return static_cast<std::size_t>(static_cast<unsigned char>(icc[i]));
  };
  CHECK(((byte(0) << 24) | (byte(1) << 16) | (byte(2) << 8) | byte(3)) == icc.size());
  CHECK(icc.substr(12, 8) == "mntrRGB ");
  CHECK(icc.substr(36, 4) == "acsp");
}

TEST_CASE("an address is written in ASCII and cannot end its string") {
  CHECK(uri_string("http://x/(é) \\") == "(http://x/\\(%C3%A9\\)%20\\\\)");
}

TEST_CASE("equal content has an equal identity, other content another") {
  Identity a;
  Identity b;
  Identity c;
  a.add("one page");
  b.add("one page");
  c.add("one pagf");
  CHECK(a.bytes() == b.bytes());
  CHECK(a.bytes() != c.bytes());
  CHECK(a.bytes().size() == 16);
}
