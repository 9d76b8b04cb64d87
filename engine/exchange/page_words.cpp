#include "engine/exchange/page_words.hpp"

#include <set>
#include <utility>

#include "engine/exchange/meaning.hpp"
#include "engine/text/utf8.hpp"

namespace sextant::exchange {

namespace {

class OwnWords {
 public:
  explicit OwnWords(const Instrument& instrument) {
    for (const Bilingual& one : page::kAll) add(one);
    for (const auto& [what, text] : page::kAdvice) {
      add(what);
      add(text);
    }
    const VisionGuide& guide = instrument.vision;
    for (const Prose* one :
         {&instrument.title, &instrument.description, &instrument.notice, &guide.title, &guide.about})
      add(*one);
    for (const Node& node : instrument.nodes) {
      add(node.id);
      add(node.title);
      add(node.about);
    }
  }

  bool hold(const std::string& text) const { return words_.count(plain(text)) > 0; }

 private:
  void add(const std::string& text) {
    words_.insert(plain(text));
    for (const std::string& line : note_lines(text)) words_.insert(plain(line));
  }
  void add(const Prose& prose) {
    for (const std::string& text : prose.in) add(text);
  }
  void add(const Bilingual& text) {
    add(std::string(text.en));
    add(std::string(text.fr));
  }

  std::set<std::string> words_;
};

}  // namespace

std::vector<std::string> note_lines(const std::string& text) {
  // A line holds as much as lies beside it; cells are not merged, so that nothing is lost when they are
  // sorted.
  constexpr std::size_t kMost = 130;
  std::vector<std::string> out;
  std::string line;
  std::string word;
  for (const char c : text + " ") {
    if (c != ' ' && c != '\n') {
      word += c;
      continue;
    }
    if (!line.empty() && utf8::length(line) + utf8::length(word) >= kMost)
      out.push_back(std::exchange(line, {}));
    line += (line.empty() ? "" : " ") + std::exchange(word, {});
  }
  if (!line.empty()) out.push_back(std::move(line));
  return out;
}

std::vector<Diagnostic> written_around(const Filled& filled, const Instrument& instrument) {
  if (filled.above.empty() && filled.loose.empty()) return {};
  const OwnWords own(instrument);
  std::vector<Diagnostic> out;
  const auto name = [&](const Entry& one, Code code, Args args) {
    if (own.hold(one.text)) return;
    Sink sink(filled.source);
    sink.add(code, one.place.cell.empty() ? one.place.at : Span{}, std::move(args));
    out.push_back(sink.take().front());
    if (!one.place.cell.empty()) out.back().file += ":" + one.place.cell;
  };
  for (const Entry& one : filled.above) name(one, Code::above_titles, {{"text", shown(trimmed(one.text))}});
  for (const Entry& one : filled.loose) name(one, Code::text_not_read, {{"title", shown(one.field)}});
  return out;
}

}  // namespace sextant::exchange
