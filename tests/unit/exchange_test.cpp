#include <doctest/doctest.h>

#include <memory>

#include "engine/instrument/translate.hpp"
#include "engine/robustness/random.hpp"
#include "engine/translation/exchange.hpp"
#include "engine/translation/places.hpp"
#include "engine/translation/write_translation.hpp"
#include "tests/unit/effort.hpp"
#include "tests/unit/support.hpp"

using namespace sextant;
using namespace sextant::test;

namespace {

const std::string kBody = maturity() +
                          "nodes:\n  - id: p\n    title: Power\n    about: On power.\n    questions:\n" +
                          level_question("q", "quality: [First., Second.]") +
                          "      - {id: n, type: number, text: \"Sure?\"}\n"
                          "findings:\n  - {id: f, type: lagging, among: pillar, more_than: 1, "
                          "sentence: \"{node} lags by {gap}.\"}\n";

const std::string kHeadOfFrench = "sextant: translation/1\nof: mini\nlanguage: fr\n";

/// The instrument with its French as far as it goes.
struct Desk {
  explicit Desk(const std::string& texts = "", const std::string& body = kBody) {
    LoadOptions options;
    options.languages.emplace();
    options.as_written = true;
    mini = std::make_unique<Instrument>(instrument("languages: [en, fr]\n" + body, {}, options));
    if (texts.empty()) {
      french = catalogue_of(*mini, 1, nullptr);
    } else {
      load(kHeadOfFrench + "texts:\n" + texts);
    }
  }

  void load(const std::string& file) {
    const Source source("lang/fr.yaml", file);
    for (const TextRef& ref : texts_of(*mini)) ref.prose->in.resize(1);
    INFO(file);
    REQUIRE(brief(read_translation(*mini, source, 1, false)) == "");
    const Checked<Tree> tree = read_tree(source);
    REQUIRE(tree);
    french = catalogue_of(*mini, 1, &*tree);
  }

  PoFile po(const ExportOptions& options = {}) const {
    return export_po(
        *mini, french, [](const TextRef& ref) { return ref.owner + ".yaml:1"; }, options);
  }

  /// Takes a PO file as text and gives back what is wrong with it.
  std::string take(const std::string& text) {
    const Source source("fr.po", text);
    const Checked<PoFile> file = read_po(source);
    REQUIRE(file);
    Sink sink(source);
    CHECK(po_language(*file, *mini, sink) == "fr");
    tally = import_po(*file, *mini, french, sink);
    return brief(sink.all(), "fr.po");
  }

  const CatalogueText& text(const std::string& owner, const std::string& field) const {
    for (const CatalogueText& one : french.texts) {
      if (one.ref.owner == owner && one.ref.field == field) return one;
    }
    FAIL(owner, "|", field);
    return french.texts.front();
  }

  std::string mark(const std::string& owner) const {
    for (const CatalogueEntry& one : french.entries) {
      if (one.owner == owner) return one.mark;
    }
    return "absent";
  }

  std::string yaml() const { return write_translation("mini", french); }

  std::unique_ptr<Instrument> mini;
  Catalogue french;
  ImportTally tally;
};

const std::string kHeader = "msgid \"\"\nmsgstr \"Language: fr\\n\"\n\n";

std::string entry(const std::string& context, const std::string& source, const std::string& text) {
  return "msgctxt \"" + context + "\"\nmsgid \"" + source + "\"\nmsgstr \"" + text + "\"\n\n";
}

/// The mark of the texts of `p`, as docs/questionnaire-format.md describes it.
std::string mark_of_p(const Desk& desk) {
  for (const CatalogueEntry& one : desk.french.entries) {
    if (one.owner == "p") return one.current;
  }
  return "";
}

}  // namespace

TEST_CASE("texts are missing, current, stale or untracked by their entry's mark") {
  Desk desk("  q: {text: Combien}\n");
  CHECK(desk.text("q", "text").standing == Standing::untracked);
  CHECK(desk.text("q", "quality.1").standing == Standing::missing);
  CHECK(desk.text("p", "title").standing == Standing::missing);
  const std::string now = mark_of_p(desk);
  desk.load(kHeadOfFrench + "texts:\n  p: {source: " + now + ", title: Courant}\n");
  CHECK(desk.text("p", "title").standing == Standing::current);
  CHECK(desk.text("p", "about").standing == Standing::missing);
  desk.load(kHeadOfFrench + "texts:\n  p: {source: 00000000, title: Courant}\n");
  CHECK(desk.text("p", "title").standing == Standing::stale);
  // The instrument's title; four levels; title and about of p; of q its text, two conditions, four levels;
  // of n its text; of f its sentence.
  CHECK(desk.french.sources() == 1 + 4 + 2 + 7 + 1 + 1);
  CHECK(desk.french.count(Standing::missing) == 15);
  CHECK(desk.french.count(Standing::stale) == 1);
}

TEST_CASE("the order is that of the instrument, with questions after their node") {
  const Desk desk;
  std::string order;
  for (const CatalogueEntry& one : desk.french.entries) order += one.owner + " ";
  CHECK(order == "instrument maturity p q n f ");
}

TEST_CASE("an export tells what each text is, what it belongs to, and what to keep") {
  Desk desk("  p: {source: 00000000, title: Courant}\n");
  const PoFile po = desk.po();
  CHECK(po.entries.size() == desk.french.sources());
  CHECK(po.field("Language") == "fr");
  CHECK(po.field("X-Source-Language") == "en");
  CHECK(po.field("Project-Id-Version") == "mini 1");
  for (const PoEntry& one : po.entries) {
    CHECK(one.fuzzy == (one.context == "p|title"));
    CHECK(one.notes.size() == (one.fuzzy ? 1 : 0));
    if (one.context == "q|levels.e") {
      CHECK(one.source == "some");
      CHECK(one.extracted ==
            std::vector<std::string>{"Level descriptor", "Level: Emerging", "Question: Ask q"});
      CHECK(one.references == std::vector<std::string>{"q.yaml:1"});
    }
    if (one.context == "f|sentence") {
      CHECK(one.extracted ==
            std::vector<std::string>{"Sentence of a finding", "Keep as they are: {node}, {gap}"});
    }
  }
  CHECK(desk.po({false, true}).entries.size() == 1);
  CHECK(desk.po({true, false}).entries.size() == desk.french.sources() - 1);
  CHECK(desk.po({true, true}).entries.size() == desk.french.sources());
}

TEST_CASE("an export that comes back as it was changes no text") {
  Desk desk(
      "  instrument: {title: Petit}\n  p: {source: 00000000, title: Courant, about: Du courant.}\n"
      "  q: {text: \"Combien ?\", quality: [~, Second.]}\n");
  const std::string before = desk.yaml();
  CHECK(before == kHeadOfFrench +
                      "texts:\n  instrument:\n    title: Petit\n"
                      "  p:\n    source: 00000000\n    title: Courant\n    about: Du courant.\n"
                      "  q:\n    text: Combien ?\n    quality:\n      - ~\n      - Second.\n");
  // Title and about of p come back fuzzy; what is empty stays empty.
  const std::string found = desk.take(write_po(desk.po()));
  CHECK(found.find("Q0418") != std::string::npos);
  CHECK(desk.tally.taken == 3);
  CHECK(desk.tally.changed == 0);
  CHECK(desk.tally.fuzzy == 2);
  CHECK(desk.tally.refused == 0);
  CHECK(desk.tally.empty == desk.french.sources() - 5);
  CHECK(desk.mark("p") == "00000000");
  CHECK(desk.mark("instrument") == "");
  const std::string after = desk.yaml();
  desk.load(after);
  CHECK(desk.yaml() == after);
  CHECK(desk.text("q", "quality.1").translation.empty());
  CHECK(desk.text("q", "quality.2").translation == "Second.");
}

TEST_CASE("an entry whose texts all came from the file has today's mark, and others keep theirs") {
  Desk desk("  p: {source: 00000000, title: Courant, about: Vieux.}\n");
  CHECK(desk.take(kHeader + entry("p|title", "Power", "Force")) == "");
  CHECK(desk.text("p", "title").translation == "Force");
  CHECK(desk.mark("p") == "00000000");
  CHECK(desk.take(kHeader + entry("p|title", "Power", "Force") +
                  entry("p|about", "On power.", "De la force.")) == "");
  CHECK(desk.mark("p") == mark_of_p(desk));
  CHECK(desk.text("p", "about").standing == Standing::current);
  CHECK(desk.tally.taken == 2);
  CHECK(desk.tally.changed == 1);
}

TEST_CASE("what does not fit today's questionnaire is refused, and the rest is taken") {
  Desk desk;
  CHECK(desk.take(kHeader +                                                         //
                  entry("p|titel", "Power", "Courant") +                            // line 4
                  entry("x|title", "Power", "Courant") +                            // line 8
                  "msgid \"Power\"\nmsgstr \"Courant\"\n\n" +                       // line 12
                  entry("p|about", "On  power.", "Du courant.") +                   // line 15
                  entry("f|sentence", "{node} lags by {gap}.", "{node} traîne.") +  // line 19
                  entry("q|text", "Ask q", "Demander {q}") +                        // line 23
                  "#, fuzzy\n" + entry("q|levels.n", "none", "rien") +              // line 27
                  entry("q|levels.e", "some", " ") +                                // line 32
                  entry("p|title", "Power", "Courant")) ==
        "Q0414 4:1; Q0414 8:1; Q0414 12:1; Q0415 16:1; Q0416 21:1; Q0417 25:1; Q0418 27:4; Q0419 34:1");
  CHECK(desk.text("p", "title").translation == "Courant");
  CHECK(desk.tally.taken == 1);
  CHECK(desk.tally.refused == 6);
  CHECK(desk.tally.fuzzy == 1);
  CHECK(desk.tally.empty == 1);
}

TEST_CASE("of many empty entries the first are named") {
  std::string body = maturity() + "questions:\n";
  for (int i = 0; i < 40; ++i) body += level_question("q" + std::to_string(i), "", "  ");
  Desk large("", body);
  const std::string found = large.take(write_po(large.po()));
  CHECK(large.tally.empty == large.french.sources());
  std::size_t count = 0;
  for (std::size_t at = found.find("Q0419"); at != std::string::npos; at = found.find("Q0419", at + 1))
    ++count;
  CHECK(count == 20);
}

TEST_CASE("a header must name the instrument, a language that is not the source's, and UTF-8") {
  const Desk desk;
  const auto header = [&](const std::string& fields) {
    const Source source("fr.po", "msgid \"\"\nmsgstr \"\"\n" + fields + "\n");
    const Checked<PoFile> file = read_po(source);
    REQUIRE(file);
    Sink sink(source);
    const std::string language = po_language(*file, *desk.mini, sink);
    return language + (sink.all().empty() ? "" : brief(sink.all(), "fr.po"));
  };
  CHECK(header("\"Language: fr\\n\"") == "fr");
  CHECK(header("\"language:pt_BR\\n\"") == "pt-BR");
  CHECK(header("\"Project-Id-Version: mini 0.9\\nLanguage: fr\\n\"") == "fr");
  CHECK(header("\"Project-Id-Version: mini\\nLanguage: fr\\nContent-Type: text/plain; charset=utf-8\\n\"") ==
        "fr");
  CHECK(header("\"Project-Id-Version: minimal 1\\nLanguage: fr\\n\"") == "Q0402 2:1");
  CHECK(header("\"Language: fr\\nContent-Type: text/plain; charset=ISO-8859-1\\n\"") == "Q0413 2:1");
  CHECK(header("\"Language: \\n\"") == "Q0413 2:1");
  CHECK(header("") == "Q0413 2:1");
  CHECK(header("\"Language: en\\n\"") == "Q0421 2:1");
  CHECK(header("\"Language: ../../fr\\n\"").find("fr.po") == std::string::npos);
  CHECK(header("\"Language: ../../fr\\n\"").rfind("Q02", 0) == 0);
}

TEST_CASE("a place is the line of the text, in whatever file it stands") {
  const std::string head = "sextant: instrument/1\nid: mini\nversion: \"1\"\ntitle: Mini\nlanguage: en\n";
  const std::string main = head + maturity() + "nodes:\n  - include: pillars/p.yaml\n";
  const std::string pillar =
      "id: p\ntitle: Power\nquestions:\n  - id: q\n    text: >-\n      Ask\n    quality:\n      - First.\n"
      "      - Second.\n    levels:\n      n: none\n      e: some\n      s: most\n      a: all\n";
  Checked<Instrument> mini =
      load_instrument(Source("mini.yaml", main), from_memory({{"pillars/p.yaml", pillar}}), {});
  REQUIRE(mini);
  const TextPlaces places({Source("mini.yaml", main), Source("pillars/p.yaml", pillar)});
  std::string found;
  for (const TextRef& ref : texts_of(*mini)) {
    if (ref.prose->empty()) continue;
    const TextPlace place = places.of(ref);
    found += ref.owner + "|" + ref.field + " " + place.file + ":" + std::to_string(place.line) + "\n";
  }
  CHECK(found ==
        "instrument|title mini.yaml:4\n"
        "maturity|levels.n.name mini.yaml:9\nmaturity|levels.e.name mini.yaml:10\n"
        "maturity|levels.s.name mini.yaml:11\nmaturity|levels.a.name mini.yaml:12\n"
        "overall|title mini.yaml:1\n"
        "p|title pillars/p.yaml:2\n"
        "q|text pillars/p.yaml:5\nq|quality.1 pillars/p.yaml:8\nq|quality.2 pillars/p.yaml:9\n"
        "q|levels.n pillars/p.yaml:11\nq|levels.e pillars/p.yaml:12\n"
        "q|levels.s pillars/p.yaml:13\nq|levels.a pillars/p.yaml:14\n");
}

TEST_CASE("a text of any kind is read back from YAML as it was") {
  Generator random(11);
  const std::vector<std::string> pieces = {"a",
                                           "word",
                                           " ",
                                           "  ",
                                           "\n",
                                           "\n\n",
                                           "\t",
                                           "\"",
                                           "'",
                                           "\\",
                                           ": ",
                                           " #",
                                           "- ",
                                           "#",
                                           "é",
                                           "语",
                                           "{x}",
                                           "[",
                                           "]",
                                           "&a",
                                           "*a",
                                           "!t",
                                           "\u00A0",
                                           "null",
                                           "~",
                                           "---",
                                           "? ",
                                           "|",
                                           ">",
                                           "%",
                                           "@",
                                           "`",
                                           "\uFEFF",
                                           ":",
                                           ",",
                                           "...",
                                           "longword longword longword"};
  for (int round = 0; round < tries(4000); ++round) {
    std::string text;
    const std::uint64_t length = draw_below(random, 60);
    for (std::uint64_t k = 0; k < length; ++k) text += pieces[draw_below(random, pieces.size())];
    const std::size_t first = text.find_first_not_of(" \t\n");
    if (first == std::string::npos) continue;
    text = text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
    const std::string file = "a:\n  b:" + yaml_value(text, 2) + "\n  c: end\n";
    INFO(file);
    const Checked<Tree> tree = read_tree(Source("a.yaml", file));
    REQUIRE(brief(tree.diagnostics, "a.yaml") == "");
    CHECK(tree->find("a")->find("b")->text == text);
    CHECK(tree->find("a")->find("c")->text == "end");
  }
}

TEST_CASE("short texts stand plain where they can, long ones are folded, lines are kept") {
  CHECK(yaml_value("Établi", 4) == " Établi");
  CHECK(yaml_value("Un pilier : deux", 4) == " \"Un pilier : deux\"");
  CHECK(yaml_value("null", 4) == " \"null\"");
  CHECK(yaml_value("« Oui »", 4) == " « Oui »");
  CHECK(yaml_value("{node} lags", 4) == " \"{node} lags\"");
  CHECK(yaml_value("a\n\nb", 2) == " |-\n    a\n\n    b");
  CHECK(yaml_value(std::string(70, 'a') + " " + std::string(70, 'b'), 2) ==
        " >-\n    " + std::string(70, 'a') + "\n    " + std::string(70, 'b'));
}

TEST_CASE("a translation of something that the source leaves out is kept") {
  Desk desk("  n: {text: \"Sûr ?\", help: Aide.}\n");
  CHECK(desk.french.sources() == 16);
  CHECK(desk.take(write_po(desk.po())).find("help") == std::string::npos);
  CHECK(desk.yaml() == kHeadOfFrench + "texts:\n  n:\n    source: " + desk.mark("n") +
                           "\n    text: Sûr ?\n    help: Aide.\n");
}
