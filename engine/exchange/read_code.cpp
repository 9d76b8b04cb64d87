#include <utility>

#include "engine/exchange/answer_code.hpp"
#include "engine/exchange/filled.hpp"
#include "engine/exchange/meaning.hpp"
#include "engine/syntax/controls.hpp"

namespace sextant::exchange {

namespace {

/// "3 (CDEF), 7 (GH12)": the groups of four in which a character may be wrong.
std::string groups_of(const CodedAnswers& coded, const std::string& code) {
  constexpr std::size_t kGroup = 4;
  std::string out;
  std::size_t last = 0;
  for (const CodePlace& one : coded.suspects) {
    const std::size_t group = one.index / kGroup + 1;
    if (group == std::exchange(last, group)) continue;
    // Its characters, as they stand there.
    std::size_t index = 0;
    std::string text;
    for (const char c : code) {
      const bool counts = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      if (counts && index++ / kGroup + 1 == group) text += c;
    }
    out += (out.empty() ? "" : ", ") + std::to_string(group) + " (" + text + ")";
  }
  return out;
}

}  // namespace

Checked<Filled> read_code(const Source& source, const Instrument& instrument) {
  Sink sink(source);
  if (!check_text_but_controls(source, sink)) return {std::nullopt, sink.take()};
  Vocabulary labels;
  for (const char* word : {"unit", "unité"}) labels.add(word, "unit.id");
  for (const char* word : {"round", "tour"}) labels.add(word, "round.id");
  labels.add("date", "round.date");
  labels.add("code", "code");
  Filled out;
  out.instrument.id = instrument.id;
  // The code with blanks where other lines stand, so that offsets are those of the file. In a message, the
  // code is what follows "code:", up to an empty line; a text without that word is a code as a whole.
  std::string code(source.text().size(), ' ');
  bool labelled = false;
  bool within = true;
  std::size_t start = 0;
  for (int number = 1; start < source.text().size(); ++number) {
    // Who answers a message quotes it: the sign of that is no part of the code.
    std::string line(source.line(number));
    for (std::size_t i = 0; i < line.size() && (line[i] == '>' || line[i] == ' '); ++i) line[i] = ' ';
    const std::size_t colon = line.find(':');
    const std::vector<std::string> label =
        colon == std::string::npos ? std::vector<std::string>{} : labels.find(line.substr(0, colon));
    const std::size_t from = label.empty() ? 0 : colon + 1;
    if (!label.empty() && label.front() == "code") {
      code.assign(source.text().size(), ' ');
      labelled = true;
    }
    within = label.empty() ? within && (!labelled || line.find_first_not_of(' ') != std::string::npos)
                           : label.front() == "code";
    if (within || (label.empty() && !labelled)) {
      code.replace(start + from, line.size() - from, line.substr(from));
    } else if (!label.empty()) {
      const std::size_t text = line.find_first_not_of(" \t", from);
      if (text != std::string::npos) {
        const std::string value = line.substr(text, line.find_last_not_of(" \t") - text + 1);
        const Span at = source.span(start + text, value.size());
        if (first_control(value)) {
          sink.add(Code::cell_damaged, at);
        } else {
          out.entries.push_back({"", label.front(), "", value, {at, {}}});
        }
      }
    }
    start += line.size() + 1;
  }
  const std::size_t first = code.find_first_not_of(' ');
  const CodedAnswers coded = decode(code, instrument);
  if (coded.problem != CodedAnswers::Problem::none || first == std::string::npos) {
    const bool one = coded.problem == CodedAnswers::Problem::character;
    const std::size_t at = one ? coded.at : std::min(first, source.text().size());
    const std::size_t size = one ? 1 : code.find_last_not_of(" \n") + 1 - at;
    const Span where = source.span(at, first == std::string::npos ? 1 : size);
    constexpr std::size_t kMostPlaces = 3;
    if (!coded.suspects.empty() && coded.suspects.size() <= kMostPlaces) {
      sink.add(Code::code_character, source.span(coded.suspects.front().at, 1),
               {{"groups", groups_of(coded, code)}});
    } else if (coded.problem == CodedAnswers::Problem::length && coded.wanted > 0) {
      sink.add(Code::code_length, where,
               {{"found", std::to_string(coded.length)}, {"wanted", std::to_string(coded.wanted)}});
    } else {
      const bool other = coded.problem == CodedAnswers::Problem::instrument;
      sink.add(other ? Code::code_of_another : Code::code_wrong, where,
               {{"id", instrument.id}, {"version", instrument.version}});
    }
    return {std::nullopt, sink.take()};
  }
  const Place place{source.span(first, code.find_last_not_of(" \n") + 1 - first), {}};
  if (!coded.edition.empty()) out.entries.push_back({"", "edition", "", coded.edition, place});
  for (const CodedAnswer& answer : coded.answers) {
    out.entries.push_back({instrument.questions[answer.question].id, "value", "", answer.text, place});
  }
  out.source = source;
  return {std::move(out), sink.take()};
}

}  // namespace sextant::exchange
