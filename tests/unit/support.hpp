#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/assessment/assessment.hpp"
#include "engine/instrument/load.hpp"
#include "engine/scoring/score.hpp"

/// What the tests of the engine share: small instruments and answers from text, and a look at the results.
namespace sextant::test {

using Files = std::map<std::string, std::string>;

/// Reads included files and translations from memory.
ReadBeside from_memory(Files files);

/// An instrument of `body` below a fixed head (id mini, version "1", English) that loads without errors.
Instrument instrument(const std::string& body, const Files& files = {}, const LoadOptions& options = {});
/// The same text, loaded, whatever comes of it. It stands in the file "mini.yaml".
Checked<Instrument> try_instrument(const std::string& body, const Files& files = {},
                                   const LoadOptions& options = {});
/// How many lines the head takes: line 1 of a body is line `kHead + 1` of the file.
inline constexpr int kHead = 5;

/// A scale 1..4 with bounds 1, 1.75, 2.5, 3.25 and ids n, e, s, a (numbers 1 to 4), as the body's `scales`.
std::string maturity();
/// Questions of type level on that scale, one line each, indented for a node's `questions`:
/// "      - {id: q1, ..., levels: {...}}". `more` goes into the braces.
std::string level_question(const std::string& id, const std::string& more = "",
                           const std::string& indent = "      ");

/// Answers of `lines` ("q1: 2") below a fixed head; they load without errors.
Assessment answers(const Instrument& instrument, const std::string& lines);
Checked<Assessment> try_answers(const Instrument& instrument, const std::string& lines);
/// Answers as a whole file.
Checked<Assessment> try_answers_file(const Instrument& instrument, const std::string& text,
                                     const std::string& name = "a.yaml");

/// Scores and returns one node.
NodeScore score_of(const Instrument& instrument, const std::string& lines, const std::string& node);

/// "Q0103 6:3" for each diagnostic, joined by "; ". With another file than `main`: "Q0103 file:6:3".
std::string brief(const std::vector<Diagnostic>& diagnostics, const std::string& main = "mini.yaml");

/// Whether a part stands in a text.
bool has(const std::string& text, std::string_view part);

/// The value of a diagnostic's argument.
std::string arg(const Diagnostic& diagnostic, const std::string& name);

}  // namespace sextant::test
