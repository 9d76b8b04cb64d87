#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What the fuzz targets do with one input, apart from libFuzzer, so that a ctest can replay the corpus with
/// any compiler. A broken promise of a loader ends the program with a sentence.
namespace sextant::fuzz {

/// An input that stands for several files holds each behind a line `==> NAME <==`; others are one file.
std::vector<std::pair<std::string, std::string>> unbundle(std::string_view input);

/// An instrument, alone or with what it includes; it is also scored, blank.
void instrument(std::string_view input);
/// An instrument as JSON.
void json(std::string_view input);
/// The French of tests/malformed/mini.
void translation(std::string_view input);
/// Answers to tests/malformed/mini; they are also scored.
void answers(std::string_view input);
/// Answers as JSON.
void answers_json(std::string_view input);
/// A column map for tests/malformed/mini.
void columns(std::string_view input);
/// A table for tests/malformed/mini; its rows are also scored.
void table(std::string_view input);

/// A PO file for tests/malformed/mini; what is taken from it is written and read back.
void po(std::string_view input);

/// A library of actions, and the same as one of notes, for tests/malformed/mini.
void library(std::string_view input);

/// A workbook for tests/malformed/mini: a file as it is, or the part of an XLSX or ODS file that holds the
/// cells. What is taken from it is written and read back.
void workbook(std::string_view input);

/// The files of tests/malformed/mini, by their path from there.
std::string mini_file(const std::string& path);

}  // namespace sextant::fuzz
