#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <thread>
#include <vector>

#include "reports/pdf/objects.hpp"
#include "reports/pdf/render.hpp"
#include "tests/pdf/sample.hpp"

using namespace sextant;
using namespace sextant::document;

namespace {

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++n;
  return n;
}

pdf::Options open_streams() {
  pdf::Options options;
  options.compression = 0;
  return options;
}

}  // namespace

TEST_CASE("a report has the same bytes every time, whatever was rendered before") {
  const Document english = sample::report("en");
  const std::string fresh = pdf::render(english);
  pdf::Workspace used;
  pdf::render(sample::hostile(), {}, used);
  pdf::render(sample::arabic_report(), {}, used);
  pdf::render(sample::report("fr"), {}, used);
  CHECK(pdf::render(english, {}, used) == fresh);
  CHECK(pdf::render(english, {}, used) == fresh);
}

TEST_CASE("threads with a workspace each make the same bytes") {
  const std::vector<Document> documents = {sample::report("en"), sample::report("fr"),
                                           sample::arabic_report()};
  std::vector<std::string> expected;
  for (const Document& document : documents) expected.push_back(pdf::render(document));
  std::vector<int> wrong(3, 0);
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < 3; ++t) {
    threads.emplace_back([&, t] {
      pdf::Workspace workspace;
      for (std::size_t i = 0; i < 6; ++i) {
        const std::size_t which = (i + t) % documents.size();
        if (pdf::render(documents[which], {}, workspace) != expected[which]) ++wrong[t];
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == std::vector<int>{0, 0, 0});
}

TEST_CASE("another fingerprint is another file identity, and nothing else changes") {
  Document document = sample::report("en");
  const std::string one = pdf::render(document);
  document.meta.fingerprint += "x";
  const std::string two = pdf::render(document);
  REQUIRE(one.size() == two.size());
  const std::size_t at = one.find("/ID [");
  REQUIRE(at != std::string::npos);
  CHECK(one.substr(0, at) == two.substr(0, at));
  CHECK(one.substr(at, 40) != two.substr(at, 40));
}

TEST_CASE("no date is written unless the document has one") {
  Document document;
  document.blocks.push_back({Paragraph{plain("text"), ParagraphStyle::body}});
  CHECK(count(pdf::render(document), "CreationDate") == 0);
  document.meta.date = "2025-03-25";
  CHECK(count(pdf::render(document), "CreationDate") == 1);
}

TEST_CASE("an empty document is one empty page") {
  pdf::Workspace workspace;
  const std::string bytes = pdf::render(Document{}, open_streams(), workspace);
  CHECK(workspace.pages() == 1);
  CHECK(count(bytes, "/Type /Page\n") == 1);
}

TEST_CASE("whatever a composer hands over, a file comes out without undefined numbers") {
  pdf::Workspace workspace;
  const std::string bytes = pdf::render(sample::hostile(), open_streams(), workspace);
  CHECK(workspace.pages() > 5);
  for (const char* bad : {"nan", "inf ", "-inf", "e+"}) CHECK_MESSAGE(count(bytes, bad) == 0, bad);
  CHECK(workspace.missing_characters() == std::vector<char32_t>{U'\U0001F600'});
  pdf::Options landscape;
  landscape.orientation = pdf::Orientation::landscape;
  landscape.sheet.paper = document::Paper::a3;
  CHECK(!pdf::render(sample::hostile(), landscape, workspace).empty());
}

TEST_CASE("a thousand pages are made in one go") {
  Document document;
  document.meta.page_of = "{page}/{pages}";
  for (int i = 0; i < 1000; ++i) {
    document.blocks.push_back(
        {Heading{1, plain("Chapter " + std::to_string(i)), "c" + std::to_string(i), true}});
    for (int p = 0; p < 5; ++p)
      document.blocks.push_back(
          {Paragraph{plain(std::string("Some words of text, number ") + std::to_string(i * 5 + p)),
                     ParagraphStyle::body}});
  }
  pdf::Workspace workspace;
  const std::string bytes = pdf::render(document, {}, workspace);
  CHECK(workspace.pages() == 1000);
  CHECK(bytes.size() < 5'000'000);
}

TEST_CASE("A3 is A4 enlarged") {
  pdf::Options options = open_streams();
  const Document document = sample::arabic_report();
  pdf::Workspace workspace;
  pdf::render(document, options, workspace);
  const int pages = workspace.pages();
  options.sheet.paper = document::Paper::a3;
  const std::string large = pdf::render(document, options, workspace);
  CHECK(workspace.pages() == pages);
  CHECK(count(large, "/MediaBox [ 0 0 841.8") == static_cast<std::size_t>(pages));
}

TEST_CASE("links lead to headings and addresses; a link to nowhere is plain text") {
  Document document;
  Text text = {{"here", false, Tone::normal, "#there"},
               {" "},
               {"web", false, Tone::normal, "https://example.org/"},
               {" "},
               {"lost", false, Tone::normal, "#nowhere"}};
  document.blocks = {{Paragraph{text, ParagraphStyle::body}}, {Heading{1, plain("There"), "there", true}}};
  const std::string bytes = pdf::render(document, open_streams());
  CHECK(count(bytes, "/Subtype/Link") == 2);
  CHECK(count(bytes, "/URI(https://example.org/)") == 1);
  CHECK(count(bytes, "/XYZ null") >= 2);  // the link and the outline
}

TEST_CASE("a heading keeps two lines of what follows on its page") {
  // For every height of text before it, the last thing on a page is never a heading (check_tags.py says so of
  // whole files); here, a heading near the foot moves with its paragraph.
  for (int lines = 30; lines < 50; ++lines) {
    Document document;
    for (int i = 0; i < lines; ++i) document.blocks.push_back({Paragraph{plain("x"), ParagraphStyle::small}});
    document.blocks.push_back({Heading{2, plain("Heading"), "h"}});
    document.blocks.push_back(
        {Paragraph{plain(std::string(400, 'y') + " " + std::string(200, 'z')), ParagraphStyle::body}});
    const std::string bytes = pdf::render(document, open_streams());
    // The heading's marked content is followed by the paragraph's on the same page: both in one stream.
    const std::size_t heading = bytes.find("/H1<</MCID");
    REQUIRE(heading != std::string::npos);
    const std::size_t end = bytes.find("endstream", heading);
    CHECK(bytes.substr(heading, end - heading).find("/P<</MCID") != std::string::npos);
  }
}

TEST_CASE("an error of the PDF library is told in our words") {
  pdf::Objects objects;
  CHECK_THROWS_WITH_AS(objects.add_page(-5, 100), doctest::Contains("the PDF could not be made"),
                       std::runtime_error);
}

TEST_CASE("the fills of levels are told apart without colour, and words on them are read") {
  const auto channels = [](document::Colour c) {
    return std::array<double, 3>{double((c >> 16) & 0xFF), double((c >> 8) & 0xFF), double(c & 0xFF)};
  };
  const auto grey = [&](document::Colour c) {  // ITU-R BT.601, what black-and-white printers do
    const auto rgb = channels(c);
    return 0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2];
  };
  const auto luminance = [&](document::Colour c) {  // WCAG 2.1
    const auto rgb = channels(c);
    const auto linear = [](double v) {
      return v / 255 <= 0.03928 ? v / 255 / 12.92 : std::pow((v / 255 + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
  };
  // The palette of four levels, worked by hand: 230.5, 179.3, 105.1, 57.1.
  CHECK(grey(document::level_fill(1, 4)) == doctest::Approx(230.5).epsilon(0.001));
  CHECK(grey(document::level_fill(3, 4)) == doctest::Approx(105.1).epsilon(0.001));
  for (int steps = 2; steps <= 6; ++steps) {
    for (int step = 1; step <= steps; ++step) {
      CAPTURE(steps);
      CAPTURE(step);
      const document::Colour fill = document::level_fill(step, steps);
      if (step > 1) CHECK(grey(document::level_fill(step - 1, steps)) - grey(fill) >= 20);
      const double one = luminance(fill) + 0.05;
      const double other = luminance(document::ink_on(fill)) + 0.05;
      CHECK(std::max(one, other) / std::min(one, other) >= 4.5);
    }
  }
}
