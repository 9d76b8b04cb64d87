#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

namespace sextant::test {

ReadBeside from_memory(Files files) {
  return [files = std::move(files)](const std::string& path) -> std::optional<Source> {
    const auto it = files.find(path);
    if (it == files.end()) return std::nullopt;
    return Source(path, it->second);
  };
}

Checked<Instrument> try_instrument(const std::string& body, const Files& files, const LoadOptions& options) {
  const std::string head = "sextant: instrument/1\nid: mini\nversion: \"1\"\ntitle: Mini\nlanguage: en\n";
  return load_instrument(Source("mini.yaml", head + body), from_memory(files), options);
}

Instrument instrument(const std::string& body, const Files& files, const LoadOptions& options) {
  Checked<Instrument> out = try_instrument(body, files, options);
  INFO(body);
  REQUIRE(brief(out.diagnostics) == "");
  REQUIRE(out);
  return std::move(*out);
}

std::string maturity() {
  return "scales:\n"
         "  - id: maturity\n"
         "    levels:\n"
         "      - {id: n, value: 1, from: 1, name: Nascent}\n"
         "      - {id: e, value: 2, from: 1.75, name: Emerging}\n"
         "      - {id: s, value: 3, from: 2.5, name: Established}\n"
         "      - {id: a, value: 4, from: 3.25, name: Advanced}\n";
}

std::string level_question(const std::string& id, const std::string& more, const std::string& indent) {
  return indent + "- {id: " + id + ", text: Ask " + id + ", levels: {n: none, e: some, s: most, a: all}" +
         (more.empty() ? "" : ", " + more) + "}\n";
}

Checked<Assessment> try_answers_file(const Instrument& instrument, const std::string& text,
                                     const std::string& name) {
  const Source source(name, text);
  Checked<Tree> tree = read_tree(source);
  REQUIRE(brief(tree.diagnostics, name) == "");
  REQUIRE(tree);
  return load_answers(*tree, source, instrument);
}

Checked<Assessment> try_answers(const Instrument& instrument, const std::string& lines) {
  std::string text = "sextant: answers/1\ninstrument: mini\nunit: {id: ATL}\nanswers:\n";
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    text += "  " + lines.substr(at, end - at) + "\n";
    at = end + 1;
  }
  return try_answers_file(instrument, text);
}

Assessment answers(const Instrument& instrument, const std::string& lines) {
  Checked<Assessment> out = try_answers(instrument, lines);
  INFO(lines);
  REQUIRE(brief(out.diagnostics, "a.yaml") == "");
  REQUIRE(out);
  return std::move(*out);
}

NodeScore score_of(const Instrument& instrument, const std::string& lines, const std::string& node) {
  const Scores scores = score(instrument, answers(instrument, lines));
  const auto it = instrument.node_index.find(node);
  REQUIRE(it != instrument.node_index.end());
  return scores.nodes[it->second];
}

std::string brief(const std::vector<Diagnostic>& diagnostics, const std::string& main) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics) {
    out += (out.empty() ? "" : "; ") + std::string(info(diagnostic.code).id) + " ";
    if (diagnostic.file != main) out += diagnostic.file + ":";
    out += std::to_string(diagnostic.at.line) + ":" + std::to_string(diagnostic.at.column);
  }
  return out;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::string arg(const Diagnostic& diagnostic, const std::string& name) {
  for (const auto& [key, value] : diagnostic.args) {
    if (key == name) return value;
  }
  return "";
}

}  // namespace sextant::test
